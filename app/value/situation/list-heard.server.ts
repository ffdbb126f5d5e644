import { keptQuery } from '#db/kept-query.ts'
import type { WorkspaceReading } from '#db/reading.ts'
import type { Standing } from '#app/policy/policy.ts'
import type { Viewer } from '#app/access/core/find-viewer.server.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { HeardView } from './heard-view.ts'
import { type StoredSituation, situationValuesOf } from './stored-situation.server.ts'
import { type WorthOfUnit, projectWorth } from './project-worth.ts'
import { type SituationState, isSituationConfirmed } from '../model.ts'

type Reader = { actor: Viewer['actor']; standings: ReadonlySet<Standing> }
type Listed = Pick<StoredSituation, 'participantId' | 'state'>

/** A draft is the vendor's; a shared situation also its person's; a confirmed one also the champion's. No one else's, ever. */
export function mayReadSituation({ actor, standings }: Reader, situation: Listed): boolean {
  if (actor.kind === 'member') return true
  if (situation.state === 'draft') return false
  if (situation.participantId === actor.id) return true
  return standings.has('champion') && isSituationConfirmed(situation.state)
}

/** A situation that its reader may read, with the zone in which its days are named. */
export type ReadSituation = StoredSituation & { timeZone: string }

/** The situations of a plan that this reader may read, in the order in which they were begun. One query; the other rows never leave this function. */
export async function listSituations(trx: WorkspaceReading, reader: Reader, planId: string): Promise<ReadSituation[]> {
  const situations = await situationsOn(trx, { workspaceId: reader.actor.workspaceId, planId })
  return situations
    .map((situation) => ({ ...situation, state: situation.state as SituationState }))
    .filter((situation) => mayReadSituation(reader, situation))
}

const situationsOn = keptQuery(
  (db, { workspaceId, planId }) =>
    db
      .selectFrom('situation')
      .innerJoin('plan', (join) =>
        join.onRef('plan.workspaceId', '=', 'situation.workspaceId').onRef('plan.id', '=', 'situation.planId'),
      )
      .selectAll('situation')
      .select('plan.timeZone')
      .where('situation.workspaceId', '=', workspaceId)
      .where('situation.planId', '=', planId)
      .orderBy('situation.createdAt')
      .orderBy('situation.id'),
  { workspaceId: 'a workspace', planId: 'a plan' },
)

/** Those of the plan page: to members only what was confirmed, since drafts have a page of their own. */
export const heardAmong = ({ actor }: Reader, situations: readonly ReadSituation[]): HeardView[] =>
  situations
    .map((situation) => heardView(actor.id, situation, situation.timeZone))
    .filter(({ confirmedOn }) => actor.kind !== 'member' || confirmedOn !== null)

/** What the project is worth by the situations that the reader may read. */
export const worthOf = (situations: readonly ReadSituation[]): WorthOfUnit[] =>
  projectWorth(
    situations.map((situation) => ({
      person: situation.personName,
      isConfirmed: isSituationConfirmed(situation.state),
      figures: situationValuesOf(situation).figures,
    })),
  )

/** A situation as its readers see it. @param timeZone IANA name of the zone for the day of its confirmation */
export const heardView = (readerId: string, situation: StoredSituation, timeZone: string): HeardView => ({
  id: situation.id,
  person: situation.personName,
  ...situationValuesOf(situation),
  confirmedOn:
    isSituationConfirmed(situation.state) && situation.confirmedAt ? todayIn(timeZone, situation.confirmedAt) : null,
  mine: situation.participantId === readerId,
})
