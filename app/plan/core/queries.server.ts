import type { WorkspaceReading } from '#db/reading.ts'
import type { Actor, Standing } from '#app/policy/policy.ts'
import { sideOf, sightOf } from '#app/policy/policy.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import { readEvent } from '#app/runner/events/read-event.ts'
import { notFound } from '#app/runner/refusal.ts'
import { eventWords } from './activity-words.ts'
import { latestBaseline, listLastChanges, listObjections } from './agreement-rows.server.ts'
import { buildView } from './build-view.ts'
import { type PlanMaterial, type Reader, materialFor } from './material.ts'
import { findEnding } from './ending.server.ts'
import { loadPlan } from './plan-rows.server.ts'
import type { ViewerSide } from './people.ts'
import type { PlanView } from './view.ts'

/** Who reads a plan: a person, and what that person is on it. */
export type PlanReader = {
  actor: Extract<Actor, { kind: 'member' | 'participant' }>
  standings: ReadonlySet<Standing>
}

type Asked = Pick<Parts, 'reads' | 'clock'>

const readerOf = ({ actor, standings }: PlanReader): Reader => ({
  id: actor.id,
  name: actor.name,
  side: sideOf(actor),
  sight: sightOf(standings),
  standings,
})

/** What the plan's view is computed from, cut to this reader and without advice, in eight queries at most. @throws Refusal 404 */
export const getPlanMaterial = (parts: Asked, viewer: PlanReader, planId: string): Promise<PlanMaterial> =>
  parts.reads.in(viewer.actor.workspaceId, (trx) => gatherMaterial(trx, parts, viewer, planId))

/** The plan as this reader may see it. @throws Refusal 404 */
export const getPlanView = async (parts: Asked, viewer: PlanReader, planId: string): Promise<PlanView> =>
  buildView(await getPlanMaterial(parts, viewer, planId))

/** As `getPlanMaterial`, within a transaction and so with what it has changed. @throws Refusal 404 */
export async function gatherMaterial(
  trx: WorkspaceReading,
  { clock }: Pick<Parts, 'clock'>,
  viewer: PlanReader,
  planId: string,
): Promise<PlanMaterial> {
  const { workspaceId } = viewer.actor
  const reader = readerOf(viewer)
  const rows = await loadPlan(trx, workspaceId, planId)
  if (!rows) throw notFound()
  const { timeZone, termsVersion } = rows.plan
  const where = { workspaceId, planId, timeZone }
  const today = todayIn(timeZone, clock.now())
  const baseline = await latestBaseline(trx, where)
  const hasChanged = baseline !== null && baseline.termsVersion !== termsVersion
  return materialFor({
    rows,
    reader,
    today,
    confirmers: await listConfirmers(trx, workspaceId, planId),
    agreements: await latestAgreements(trx, workspaceId, planId, timeZone),
    objections: await listObjections(trx, where),
    baseline,
    lastChanges: hasChanged
      ? await listLastChanges(trx, workspaceId, [{ planId, timeZone, since: baseline.createdAt }], reader.sight)
      : new Map(),
    ending: await findEnding(trx, { workspaceId, planId }, rows.plan, reader.sight),
    lastChange: await findLastVisible(trx, workspaceId, planId, reader, today),
  })
}

/** The champion first, then those that the champion named. */
async function listConfirmers(trx: WorkspaceReading, workspaceId: string, planId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('planParticipant')
    .select(['name', 'role'])
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.planId', '=', planId)
    .where('planParticipant.removedAt', 'is', null)
    .where((where) => where.or([where('role', '=', 'champion'), where('mayConfirm', '=', true)]))
    .orderBy('name')
    .execute()
  return [...rows.filter((it) => it.role === 'champion'), ...rows.filter((it) => it.role !== 'champion')].map(
    ({ name }) => name,
  )
}

async function latestAgreements(trx: WorkspaceReading, workspaceId: string, planId: string, zone: string) {
  const rows = await trx
    .selectFrom('agreement')
    .distinctOn('side')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .orderBy('side')
    .orderBy('agreedAt', 'desc')
    .orderBy('termsVersion', 'desc')
    .execute()
  return rows.map((row) => ({
    name: row.personName,
    side: row.side as ViewerSide,
    on: todayIn(zone, row.agreedAt),
    termsVersion: row.termsVersion,
  }))
}

async function findLastVisible(
  trx: WorkspaceReading,
  workspaceId: string,
  planId: string,
  { id, sight }: Reader,
  today: string,
): Promise<PlanView['lastChange']> {
  const row = await trx
    .selectFrom('activity')
    .select(['number', 'actorName as by', 'actorId', 'at', 'event', 'subjectId', 'subject', 'changes'])
    .where('workspaceId', '=', workspaceId)
    .where('scope', '=', 'plan')
    .where('scopeId', '=', planId)
    .where((where) => where.or([where('visibleTo', 'is', null), where('visibleTo', '=', sight)]))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const { number, by, at, actorId } = row
  const words = eventWords(readEvent(row), today)
  return { number: Number(number), by, at: at.toISOString(), words, isMine: actorId === id }
}
