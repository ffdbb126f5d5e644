import type { Option } from '#app/ui/option.ts'

export type TeamMember = { id: string; name: string; jobTitle: string | null; roles: string[] }

/** A handoff that was answered, withdrawn, or decided because the lead left. */
export type PastHandoff = {
  id: string
  giver: string
  receiver: string
  state: 'accepted' | 'assigned' | 'sent back' | 'withdrawn'
  answeredOn: string
  note: string | null
  questions: string | null
}

/** Who leads a plan, and who is asked to take it over. */
export type LeadView = {
  lead: TeamMember
  /** Who else works on it. */
  team: TeamMember[]
  waiting: {
    id: string
    receiver: string
    by: string
    offeredOn: string
    note: string | null
    withTasks: boolean
    /** Whether the reader was asked. */
    isMine: boolean
  } | null
  past: PastHandoff[]
  /** Who could take over; null where the reader may not hand it over. */
  receivers: Option[] | null
}
