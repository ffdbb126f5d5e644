import type { ActorSide } from '#app/policy/policy.ts'
import type { Option } from '#app/ui/option.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { Mismatch } from './mismatches-of.ts'
import type { Service } from './service-state.ts'

export type CapabilityTask = { id: string; title: string; isDone: boolean }

/** A capability as a reader sees it. */
export type CapabilityView = {
  id: string
  need: string
  why: string | null
  askedBy: string | null
  promisedBy: string | null
  inContract: boolean
  quantity: string | null
  edition: string | null
  leftOut: { reason: string; by: string } | null
  /** The tasks that deliver it and that the reader may see. */
  tasks: CapabilityTask[]
  deliveredOn: string | null
  accepted: { on: string; by: string } | null
  /** For the vendor alone. */
  internalNote: string | null
  mismatches: Mismatch[]
}

export type SoldView = {
  project: string
  account: string
  vendor: string
  side: ActorSide
  today: IsoDate
  capabilities: CapabilityView[]
  /** Removed within a day: they can be restored. */
  removed: { id: string; need: string }[]
  services: Service[]
  /** The participants to choose from; empty where the reader may not say who asked. */
  askers: Option[]
  may: { edit: boolean; deliver: boolean; accept: boolean; setService: boolean }
}
