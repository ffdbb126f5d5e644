import type { WorkspaceReading } from '#db/reading.ts'
import type { Parts } from '#app/kit/parts.ts'
import { notFound } from '#app/runner/refusal.ts'
import { todayIn } from '#app/kit/clock.ts'
import { isUuid } from '#app/kit/ids.ts'
import { zonedTimeWords } from '#app/ui/zoned-time-words.ts'
import { answerOf } from '../model.ts'
import { dealOutcomes, isMeetingKind, standingOfRequest } from './call-rules.ts'
import { isRequestOpen } from './calls-taken.server.ts'
import { findLibraryEntry } from './library-queries.server.ts'
import type { OpenedEntry, RequestView } from './library-view.ts'
import { meetingWords } from './request-words.ts'

type Asked = { workspaceId: string; id: string }
type Reading = Pick<Parts, 'reads' | 'clock'>

/** Requests of one page at most, the newest first. */
const mostShown = 50

const listRequests = (trx: WorkspaceReading, workspaceId: string) =>
  trx
    .selectFrom('referenceRequest')
    .innerJoin('plan', (join) =>
      join
        .onRef('plan.workspaceId', '=', 'referenceRequest.workspaceId')
        .onRef('plan.id', '=', 'referenceRequest.planId'),
    )
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspaceId', '=', 'referenceRequest.workspaceId')
        .onRef('member.id', '=', 'referenceRequest.memberId'),
    )
    .leftJoin('referenceUse', (join) =>
      join
        .onRef('referenceUse.workspaceId', '=', 'referenceRequest.workspaceId')
        .onRef('referenceUse.requestId', '=', 'referenceRequest.id'),
    )
    .select(['referenceRequest.id', 'referenceRequest.planId', 'referenceRequest.kind', 'referenceRequest.state'])
    .select([
      'referenceRequest.memberId',
      'deal',
      'why',
      'times',
      'chosenAt',
      'answer',
      'tookPlace',
      'referenceRequest.timeZone',
    ])
    .select([
      'plan.timeZone as theirZone',
      'plan.project',
      'account.name as account',
      'member.name as by',
      'dealOutcome',
    ])
    .where('referenceRequest.workspaceId', '=', workspaceId)
    .orderBy('askedAt', 'desc')
    .limit(mostShown)

type RequestRow = Awaited<ReturnType<ReturnType<typeof listRequests>['execute']>>[number]

/** A request for its reader, in the reader's zone. */
function viewOf(row: RequestRow, zone: string, readerId: string, now: Date): RequestView {
  const { id, planId, account, kind, deal, why, by, times, chosenAt, answer, dealOutcome, memberId } = row
  const standing = standingOfRequest(row, now)
  return {
    ...{ id, planId, account, deal, why, by, standing, answer },
    what: meetingWords[isMeetingKind(kind) ? kind : 'call'],
    times: (chosenAt ? [chosenAt] : times).map((time) => ({
      at: time.toISOString(),
      words: zonedTimeWords(time, zone, now),
      isPast: time <= now,
    })),
    outcome: dealOutcomes.find((it) => it === dealOutcome) ?? null,
    hasCalendarFile: standing === 'planned',
    isOwn: memberId === readerId,
  }
}

export type LibraryEntryPage = {
  entry: OpenedEntry | null
  account: string
  project: string
  requests: RequestView[]
  timeZone: string
}

/**
 * A reference with what was requested of it; without the reference itself where it may not be used any longer.
 * @throws Refusal 404 where it may not be used and was never requested
 */
export async function getLibraryEntry(
  { reads, clock }: Reading,
  { workspaceId, id }: Asked,
  planId: string,
): Promise<LibraryEntryPage> {
  if (!isUuid(planId)) throw notFound()
  const now = clock.now()
  return reads.in(workspaceId, async (trx) => {
    const { timeZone } = await trx
      .selectFrom('workspace')
      .select('timeZone')
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirstOrThrow()
    const [entry, rows] = await Promise.all([
      findLibraryEntry(trx, workspaceId, planId, now),
      listRequests(trx, workspaceId).where('referenceRequest.planId', '=', planId).execute(),
    ])
    const { account, project } = entry ?? rows[0] ?? {}
    if (account === undefined || project === undefined) throw notFound()
    const requests = rows.map((row) => viewOf(row, row.timeZone, id, now))
    return { entry: entry ?? null, account, project, requests, timeZone }
  })
}

/** What a member has requested and that is not settled: waiting, planned, or over without a word on how it went. */
export async function listOwnRequests({ reads, clock }: Reading, { workspaceId, id }: Asked): Promise<RequestView[]> {
  const now = clock.now()
  return reads.in(workspaceId, async (trx) => {
    const rows = await listRequests(trx, workspaceId)
      .where('referenceRequest.memberId', '=', id)
      .where(({ or, and, eb }) =>
        or([isRequestOpen(now), and([eb('referenceRequest.state', '=', 'accepted'), eb('tookPlace', 'is', null)])]),
      )
      .execute()
    return rows.map((row) => viewOf(row, row.timeZone, id, now))
  })
}

export type CallsPage = {
  workspace: string
  project: string
  /** Whether a time can be accepted: not while the consent is on hold or expired. */
  mayAccept: boolean
  requests: RequestView[]
}

/** What was asked of this champion of a plan, in the plan's zone; what a former one was asked is theirs. How another company's deal ended is the vendor's, and stays there. */
export async function getCalls(
  { reads, clock }: Reading,
  { workspaceId, id }: Asked,
  planId: string,
): Promise<CallsPage> {
  const now = clock.now()
  return reads.in(workspaceId, async (trx) => {
    const { workspace, project, timeZone, ...reference } = await trx
      .selectFrom('plan')
      .innerJoin('workspace', 'workspace.workspaceId', 'plan.workspaceId')
      .leftJoin('reference', (join) =>
        join.onRef('reference.workspaceId', '=', 'plan.workspaceId').onRef('reference.planId', '=', 'plan.id'),
      )
      .select(['workspace.name as workspace', 'plan.project', 'plan.timeZone', 'plan.winVersion'])
      .select(['reference.state', 'reference.limits', 'reference.covers'])
      .where('plan.workspaceId', '=', workspaceId)
      .where('plan.id', '=', planId)
      .executeTakeFirstOrThrow()
    const rows = await listRequests(trx, workspaceId)
      .where('referenceRequest.planId', '=', planId)
      .where('referenceRequest.participantId', '=', id)
      .execute()
    const requests = rows.map((row) => ({ ...viewOf(row, row.theirZone, id, now), outcome: null }))
    const mayAccept = answerOf(reference, todayIn(timeZone, now)) === 'agreed'
    return { workspace, project, mayAccept, requests }
  })
}

/** What a participant was asked for on every plan, the newest first, each in the zone of its plan. */
export async function listRequestsTo(
  trx: WorkspaceReading,
  { workspaceId, participantId }: { workspaceId: string; participantId: string },
  now: Date,
): Promise<RequestView[]> {
  const rows = await listRequests(trx, workspaceId)
    .where('referenceRequest.participantId', '=', participantId)
    .execute()
  return rows.map((row) => ({ ...viewOf(row, row.theirZone, participantId, now), outcome: null }))
}
