import { z } from 'zod'
import { noticeKind as kind } from './notice-kind.ts'

const text = z.string()
const textOrNone = text.nullable()

/** The notices of who leads a plan and works on it, and of what was sold to its customer, as part of `notice-kinds.ts`. */
export const leadNoticeKinds = [
  kind('team-joined', { by: text }),
  /** The champion can no longer be reached; someone is named as the next one. */
  kind('champion-gone', { champion: text, why: z.enum(['bounced', 'silent']) }),
  kind('champion-named', { by: text, champion: text }),
  /** A member leads a plan whose lead left. */
  kind('lead-given', { by: text, leaver: text }),
  /** A member is asked to take over a plan from its lead. */
  kind('handoff-offered', {
    ...{ workspace: text, account: text, project: text, name: text },
    ...{ by: text, lead: text, note: textOrNone },
  }),
  kind('handoff-answered', {
    by: text,
    answer: z.enum(['accepted', 'sent back', 'receiver left']),
    questions: textOrNone,
  }),
  /** The vendor’s lead of the plan has changed. */
  kind('lead-changed', { lead: text, jobTitle: textOrNone, before: text }),
  /** The customer is asked to accept what was delivered; the lead hears that they did. */
  kind('capability-delivered', { by: text, need: text, capabilityId: z.uuid() }),
  kind('capability-accepted', { by: text, need: text }),
] as const
