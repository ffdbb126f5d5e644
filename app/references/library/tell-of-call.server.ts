import type { WorkspaceTransaction } from '#db/workspace.ts'
import { paths, planLinks } from '#app/kit/paths.ts'
import type { Scope } from '#app/policy/policy.ts'
import { type NewNotice, recallUntried, wasNeverSent } from '#app/outbox/outbox.server.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { zonedTimeWords } from '#app/ui/zoned-time-words.ts'
import { findPlanPerson } from '../find-plan-person.server.ts'
import { callFile } from './call-file.ts'
import { isMeetingKind } from './call-rules.ts'
import { meetingWords } from './request-words.ts'
import type { StoredRequest } from './take-request.server.ts'

type Context = Pick<CommandContext<unknown, Scope>, 'trx' | 'workspaceId' | 'now' | 'notify'>

/**
 * Narrowed: the consent holds, and no longer covers the call. Archived, handed on, member left and person left: the plan is closed to its champion,
 * they are champion no longer, or the member who asked or the person who was asked has left.
 */
export type CallEvent =
  | ('asked' | 'accepted' | 'declined' | 'withdrawn' | 'cancelled' | 'ended' | 'narrowed')
  | ('archived' | 'handed on' | 'member left' | 'person left')

type Happened = {
  event: CallEvent
  by: string
  reason: string | null
  /** Who approved what is asked for, by name, where the consent asks for it. */
  approver?: string | null
}

/** The people who hear what became of a request: an answer goes to the member, all that moves a call to both. */
const readersOf = (event: CallEvent, wasAccepted: boolean): ('champion' | 'member')[] =>
  event === 'asked' || (event === 'cancelled' && !wasAccepted)
    ? ['champion']
    : event === 'declined'
      ? ['member']
      : ['champion', 'member']

/**
 * Tells who was asked and the member who asked what became of a request; neither once they have left. A call that is accepted, or no longer takes place, comes with a
 * file for their calendars. A request that has not left is recalled, and its end is not told to the champion, who never got it.
 * @param request as it is stored now
 * @param wasAccepted whether it stands in their calendars
 */
export async function tellOfCall(
  { trx, workspaceId, now, notify }: Context,
  request: StoredRequest,
  { event, by, reason, approver = null }: Happened,
  wasAccepted = event === 'accepted' || event === 'withdrawn',
): Promise<void> {
  const { planId, memberId, kind, deal, why: text } = request
  const place = await findPlace(trx, workspaceId, planId)
  // Who was asked, also once someone else is champion.
  const champion = await findPlanPerson(trx, { ...request, workspaceId })
  const member = await trx
    .selectFrom('member')
    .select(['id', 'name', 'email', 'removedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow()
  const { timeZone: theirZone, ...names } = place
  const what = meetingWords[isMeetingKind(kind) ? kind : 'call']
  const times = request.chosenAt ? [request.chosenAt] : request.times
  const calendar =
    wasAccepted && champion && request.chosenAt
      ? callFile(request, {
          ...{ ...names, what, champion, member, from: request.chosenAt, madeAt: now },
          isCancelled: event !== 'accepted',
        })
      : null
  const facts = (name: string, zone: string, reader: 'champion' | 'member') => ({
    ...{ requestId: request.id },
    ...{ ...names, name, event, reader, by, what, deal, text, reason, approver, calendar },
    times: times.map((time) => zonedTimeWords(time, zone, now)),
  })
  const unsent = { kinds: ['reference-call'] as const, facts: { requestId: request.id, event: 'asked' } }
  if (event !== 'asked') await recallUntried(trx, { workspaceId, planId, ...unsent })
  const wasAsked = event === 'asked' || !(await wasNeverSent(trx, { workspaceId, planId }, unsent))
  for (const reader of readersOf(event, wasAccepted)) {
    if (reader === 'member') {
      if (member.removedAt) continue
      const to = { memberId, address: member.email }
      const told = facts(member.name, request.timeZone, reader)
      await notify({ kind: 'reference-call', facts: told, to, planId, link: { path: paths.libraryEntry(planId) } })
    } else if (champion && !champion.hasLeft && (wasAccepted || wasAsked)) {
      await notify({
        kind: 'reference-call',
        facts: facts(champion.name, theirZone, reader),
        to: { participantId: champion.id, address: champion.email },
        ...wayOfChampion(event, planId),
      })
    }
  }
}

/** Where the email leads who was asked: to a page that is open to them. Of an archived plan that is the consent alone, signed in to by address. */
function wayOfChampion(event: CallEvent, planId: string): Pick<NewNotice, 'planId' | 'link'> {
  if (event === 'archived') return { planId: null, link: { path: planLinks(planId).reference } }
  if (event === 'handed on') return { planId, link: { kind: 'return', planId } }
  return { planId, link: { kind: 'return', planId, next: planLinks(planId).calls } }
}

const findPlace = (trx: WorkspaceTransaction, workspaceId: string, planId: string) =>
  trx
    .selectFrom('plan')
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .innerJoin('workspace', 'workspace.workspaceId', 'plan.workspaceId')
    .select(['plan.project', 'plan.timeZone', 'account.name as account', 'workspace.name as workspace'])
    .where('plan.workspaceId', '=', workspaceId)
    .where('plan.id', '=', planId)
    .executeTakeFirstOrThrow()
