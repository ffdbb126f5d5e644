import type { PlanLinks } from '#app/kit/paths.ts'
import type { FormReply } from '#app/ui/form-reply.ts'
import type { HeardView } from './heard-view.ts'
import { SituationsNote, type SituationsNoteProps } from './situations-note.tsx'
import { WhatWeHeard } from './what-we-heard.tsx'

export type HeardOnPlanProps = Pick<SituationsNoteProps, 'worth' | 'unconfirmed' | 'side'> & {
  heard: readonly HeardView[]
  vendor: string
  today: string
  /** Whether the plan can no longer change. */
  closed: boolean
  formKey: string
  reply?: FormReply | null | undefined
  links: PlanLinks
}

/** Situations on the plan: what was heard, what the project is worth, and who has still to confirm. */
export const HeardOnPlan = ({ heard, worth, unconfirmed, side, links, ...shared }: HeardOnPlanProps) => (
  <>
    <WhatWeHeard {...shared} situations={heard} action={links.plan} folded changeAt={links.situation} />
    <SituationsNote {...{ worth, unconfirmed, side }} situationsAt={links.situations} />
  </>
)
