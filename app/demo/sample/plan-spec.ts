import type { MemberRole, ParticipantRole } from '#app/policy/roles.ts'
import type { closeReasons } from '#app/plan/core/close-reasons.ts'
import type { ServiceUnit } from '#app/handoff/service-units.ts'
import type { SittingRule } from '#app/plan/sittings/sittings.ts'
import type { Figure } from '#app/runner/events/figure-units.ts'
import type { ReferenceKind } from '#app/runner/events/reference-kinds.ts'

export type SampleMember = { key: string; name: string; jobTitle: string; roles: MemberRole[] }

export type SamplePerson = {
  name: string
  jobTitle: string
  role: ParticipantRole
  /** Which of the template's places this person fills: "sponsor", "IT". */
  does: readonly string[]
}

export type SampleSituation = {
  person: string
  jobTitle: string
  issue: string
  reasons: string
  capabilities: string
  difference: string
  figures?: readonly Figure[]
  state: 'draft' | 'shared' | 'confirmed'
}

/** What someone wrote, in order; `by` is a participant's name or the lead, `task` a key of the template. */
export type SampleComment = {
  by: string
  daysAgo: number
  task?: string
  body: string
  /** To the thread that was begun last. */
  isReply?: boolean
  isInternal?: boolean
}

/** What the customer needs; `asker` is a participant's name, tasks are keys of the template. */
export type SampleCapability = {
  need: string
  why: string
  asker: string
  /** Left out where no one promised it. */
  promise?: {
    inContract: boolean
    quantity?: string
    edition?: string
    tasks: readonly string[]
    internalNote?: string
  }
}

/** How a plan ended, where it did. Days are calendar days before the day of seeding. */
export type SampleEnd =
  | { kind: 'won'; daysAgo: number; measured: number; reference: 'not asked' | 'declined' | readonly ReferenceKind[] }
  | { kind: 'lost'; daysAgo: number; reason: (typeof closeReasons)[number]; note: string }

/** One plan of the sample workspace; its dates are computed from the day of seeding. */
export type SamplePlan = {
  account: string
  about: string
  /** Of the account's addresses. */
  domain: string
  timeZone: string
  /** A code of date-holidays. */
  region: string
  closed?: readonly { inDays: number; days: number; why: string }[]
  project: string
  template: string
  /** Of a member. */
  lead: string
  /** When work began, in calendar days before the day of seeding. */
  begunDaysAgo: number
  /** Work stands still from this task on, though its day has come. */
  stuckAt?: string
  /** The days on which tasks of the template can be finished, by the keys of the tasks. */
  sittings?: Readonly<Record<string, SittingRule>>
  /** Calendar days between what is expected and the critical date; negative is late. */
  spareDays: number
  criticalReason: string
  ifMissed: string
  win: { statement: string; measure: string; unit: string; baseline: number; target: number; announcedTo: string }
  people: readonly SamplePerson[]
  sold?: readonly SampleCapability[]
  services?: { unit: ServiceUnit; paid: number; planned: number; used: number }
  /** The member that its lead asked to take over, by their key. */
  handoff?: { to: string; daysAgo: number; note: string }
  agreed: boolean
  /** Working days at best and at worst, by the key of a task. */
  spreads?: Readonly<Record<string, readonly [number, number]>>
  /** A task whose date was moved up after the plan was agreed: this number of days after the day of seeding. */
  broughtForward?: { key: string; inDays: number }
  situations?: readonly SampleSituation[]
  comments?: readonly SampleComment[]
  end?: SampleEnd
  archived?: boolean
}
