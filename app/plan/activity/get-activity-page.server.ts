import { sightOf } from '#app/policy/policy.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { type ActivityAsked, type ActivityView, getActivity } from './get-activity.server.ts'
import { listActivityPeople } from './readable-activity.server.ts'

export type ActivityPageView = ActivityView & { people: string[] }

/** A page of the plan's changes, and who made changes at all. @throws Refusal 404 */
export async function getActivityPage(
  parts: Pick<Parts, 'reads' | 'clock' | 'log'>,
  reader: PlanReader,
  planId: string,
  asked: ActivityAsked,
): Promise<ActivityPageView> {
  const { workspaceId } = reader.actor
  const log = { workspaceId, planId, sight: sightOf(reader.standings), readerId: reader.actor.id }
  const [activity, people] = await Promise.all([
    getActivity(parts, reader, planId, asked),
    parts.reads.in(workspaceId, (trx) => listActivityPeople(trx, log)),
  ])
  return { ...activity, people }
}
