import { findChampion, listSeats } from '#app/access/participants/seats.server.ts'
import { todayIn } from '#app/kit/clock.ts'
import { day } from '#app/kit/durations.ts'
import { newId } from '#app/kit/ids.ts'
import { bounds } from '#app/kit/limits.ts'
import { type CommandContext, defineCommand } from '#app/runner/command.ts'
import { type Fault, Refusal, fieldRefusal, wrongFields } from '#app/runner/refusal.ts'
import { answerOf, readLimits } from '../model.ts'
import { faultsOfDeal } from '../faults-of-deal.ts'
import { findPlanPerson } from '../find-plan-person.server.ts'
import { type Quarter, quarterName, quarterOf } from '../quarter.ts'
import { approvalWords } from '../approval-words.ts'
import { callsLeft, standingOfRequest, whyNoCalls } from './call-rules.ts'
import { readWallTime } from './read-wall-time.ts'
import { requestInput, timeFields } from './request-input.ts'
import { noCallsWords, requestRefusals } from './request-words.ts'
import { requestsOf } from './take-request.server.ts'
import { countCallsTaken } from './calls-taken.server.ts'
import { tellOfCall } from './tell-of-call.server.ts'

/** Times are proposed at least this long ahead, and at most this long, in milliseconds. */
const soonest = day
const latest = 90 * day

/**
 * A member asks for a call or a talk with the champion of a reference, at one of three times. The request takes one of the quarter's calls
 * until it is declined, cancelled or has lapsed; the plan's row lock lets only one take the last.
 * @throws Refusal 409 for what was not agreed, where someone else than who agreed is champion, where the approver has left the plan, while another request waits, where the champion was asked often today, and where no call is
 * left; 422 for times, for deals that the champion ruled out or that do not say enough to know, and without the approval that the consent asks for
 */
export const requestCall = defineCommand({
  name: 'request-call',
  scope: 'plan',
  input: requestInput,
  async run(context) {
    const { trx, workspaceId, row, input, actor, now, record } = context
    const reference = await trx
      .selectFrom('reference')
      .innerJoin('workspace', 'workspace.workspaceId', 'reference.workspaceId')
      .select(['state', 'kinds', 'limits', 'usesPerQuarter', 'covers', 'participantId', 'workspace.timeZone'])
      .where('reference.workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .executeTakeFirst()
    const today = context.todayIn(row.timeZone)
    const isAgreed = reference && answerOf({ ...reference, winVersion: row.winVersion }, today) === 'agreed'
    if (!isAgreed || !reference.kinds.includes(input.kind)) throw new Refusal(409, requestRefusals.notAgreed)
    const champion = await findChampion(trx, workspaceId, row.id)
    if (!champion) throw new Refusal(409, requestRefusals.noChampion)
    const { kind, deal, why, competitor, dealRegion: region } = input
    const { until, never, approverId } = readLimits(reference.limits)
    const seats = approverId === null ? [] : await listSeats(trx, workspaceId, row.id)
    const whyNot = whyNoCalls({
      kinds: [kind],
      isArchived: false,
      isGiverChampion: champion.participantId === reference.participantId,
      approverLeft: approverId !== null && !seats.some(({ participantId }) => participantId === approverId),
    })
    if (whyNot !== null) throw new Refusal(409, noCallsWords[whyNot])
    const ruledOut = faultsOfDeal(never, { deal, region, competitor }, { deal: 'deal' })
    if (ruledOut.length > 0) throw wrongFields(ruledOut)
    // The champion approves by accepting.
    const otherApproverId = approverId === champion.participantId ? null : approverId
    if (otherApproverId !== null && !input.isApproved) throw fieldRefusal('isApproved', approvalWords.needed)
    const lastDay = (time: Date) => until !== null && todayIn(row.timeZone, time) > until
    const { times, quarter } = readTimes(input, { now, timeZone: reference.timeZone, isAfterConsent: lastDay })

    const taken = await countCallsTaken(trx, { workspaceId, planId: row.id }, quarter, now)
    if (callsLeft(reference.usesPerQuarter, taken) === 0) throw new Refusal(409, requestRefusals.noneLeft)
    const earlier = await requestsOf(trx, workspaceId, row.id).where('state', '=', 'asked').execute()
    if (earlier.some((it) => standingOfRequest(it, now) === 'open')) throw new Refusal(409, requestRefusals.waiting)
    const askedToday = await countAskedSince(context, new Date(now.getTime() - day))
    if (askedToday >= bounds.callRequestsADay) throw new Refusal(409, requestRefusals.askedOften)

    const request = await trx
      .insertInto('referenceRequest')
      .values({
        ...{ workspaceId, planId: row.id, id: newId(), kind, state: 'asked', memberId: actor.id },
        participantId: champion.participantId,
        ...{ deal, why, region, competitor, times, timeZone: input.timeZone },
        ...{ quarter: quarterName(quarter), askedAt: now },
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await record({ event: 'call requested', subjectId: row.id, subject: row.project, changes: {} })
    const approver = await findPlanPerson(trx, { workspaceId, planId: row.id, participantId: otherApproverId })
    const asked = { event: 'asked', by: actor.name, reason: null, approver: approver?.name ?? null } as const
    await tellOfCall(context, request, asked)
    return { requestId: request.id }
  },
})

/** Each request is an email to the champion, whatever becomes of it. */
async function countAskedSince({ trx, workspaceId, row }: Asking, since: Date): Promise<number> {
  const { count } = await trx
    .selectFrom('referenceRequest')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where('askedAt', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

type Asking = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'row'>

type TimesInput = { timeZone: string } & Record<(typeof timeFields)[number], string>
type TimesPlace = { now: Date; timeZone: string; isAfterConsent(time: Date): boolean }

/** The three times in order, and the quarter of the workspace that they are in. @throws Refusal 422 */
function readTimes(
  input: TimesInput,
  { now, timeZone, isAfterConsent }: TimesPlace,
): { times: Date[]; quarter: Quarter } {
  const read = timeFields.map((field) => ({ field, time: readWallTime(input[field], input.timeZone) }))
  const quarters = read.map(({ time }) => time && quarterOf(todayIn(timeZone, time)))
  const [quarter] = quarters
  const faults = read.flatMap(({ field, time }, at): Fault[] => {
    const message = faultOf(time)
    const other = quarters[at]
    if (message !== null) return [{ field, message }]
    if (read.slice(0, at).some((it) => it.time?.getTime() === time?.getTime()))
      return [{ field, message: requestRefusals.sameTime }]
    return quarter && other && quarterName(other) !== quarterName(quarter)
      ? [{ field, message: requestRefusals.otherQuarter }]
      : []
  })
  function faultOf(time: Date | null): string | null {
    if (!time) return requestRefusals.noSuchTime
    const ahead = time.getTime() - now.getTime()
    if (ahead < soonest) return requestRefusals.tooSoon
    if (ahead > latest) return requestRefusals.tooFar
    return isAfterConsent(time) ? requestRefusals.afterConsent : null
  }
  if (faults.length > 0 || !quarter) throw wrongFields(faults)
  const times = read.flatMap(({ time }) => time ?? []).sort((a, b) => a.getTime() - b.getTime())
  return { times, quarter }
}
