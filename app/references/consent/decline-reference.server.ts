import { findChampion } from '#app/access/participants/seats.server.ts'
import type { Scope } from '#app/policy/policy.ts'
import type { CommandContext } from '#app/runner/command.ts'
import type { ReferenceAnswer } from '../reference-answer.ts'
import { referenceKinds } from '#app/runner/events/reference-kinds.ts'
import { forgetQuotes } from '#app/outbox/forget-quotes.server.ts'
import { kindNames } from '#app/runner/events/reference-kind-words.ts'
import { endPieces } from '../pieces/end-pieces.server.ts'
import { tellUsers } from '../tell-users.server.ts'
import { keepConsent } from './keep-consent.server.ts'
import { recallAboutConsent } from './recall-about-consent.server.ts'
import { keepReferenceLogo } from './keep-reference-logo.server.ts'
import { endRequests } from '../library/end-requests.server.ts'
import { listMarketing, toReferences } from '../list-marketing.server.ts'
import { getWinFacts, winFactsOf } from '../win-facts.server.ts'

type Context = Pick<CommandContext<unknown, Scope>, 'trx' | 'workspaceId' | 'now' | 'record' | 'notify'>

type Declined = {
  planId: string
  reference: { state: string; kinds: string[] }
  /** The answer so far. */
  before: ReferenceAnswer
  /** Whose answer it is; null where it is no one's any longer. */
  participantId: string | null
  by: string
}

/**
 * A no to being a reference. A consent given before ends with it, in this transaction: nothing may be used or is shown from then on, and
 * marketing is told, and who used it. It is no one's no but the champion's: after that of anyone else the champion was not asked.
 */
export async function declineReference(
  { trx, workspaceId, now, record, notify }: Context,
  { planId, reference, before, participantId, by }: Declined,
): Promise<void> {
  const hadConsent = reference.state === 'agreed'
  // Of one whose last day has passed everyone heard then: there is nothing left to take back.
  const wasAgreed = hadConsent && before !== 'expired'
  const champion = await findChampion(trx, workspaceId, planId)
  const isChampions = participantId !== null && champion?.participantId === participantId
  await trx
    .updateTable('reference')
    .set({
      state: isChampions ? 'declined' : 'not asked',
      kinds: [],
      limits: null,
      usesPerQuarter: null,
      covers: null,
      participantId: isChampions ? participantId : null,
      answeredAt: isChampions ? now : null,
      agreedAt: null,
      askedAt: null,
    })
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .execute()
  if (hadConsent) {
    await keepReferenceLogo(trx, { workspaceId, planId }, null)
    await forgetQuotes(trx, { workspaceId, planId })
    await endPieces(trx, { workspaceId, planId, kinds: reference.kinds })
    await keepConsent(trx, {
      ...{ workspaceId, planId, answer: 'withdrawn', said: [], kinds: reference.kinds },
      ...{ participantId, approverId: null, until: null, at: now },
    })
    if (wasAgreed) await tellUsers({ trx, workspaceId, notify }, { planId, kinds: reference.kinds, by })
  }
  await recallAboutConsent(trx, { workspaceId, planId })
  await endRequests({ trx, workspaceId, now, notify }, { planId, by, event: 'ended' })
  const win = await getWinFacts(trx, workspaceId, planId)
  const subject = { subjectId: planId, subject: win.project }
  const answer = { before, after: isChampions ? 'no' : 'not asked' }
  await record(
    wasAgreed
      ? {
          event: 'reference taken back',
          ...subject,
          changes: { answer, kinds: { before: reference.kinds, after: [] } },
        }
      : { event: 'reference answered', ...subject, changes: { answer } },
    { scope: 'plan', scopeId: planId },
  )
  // What could be used must stop at once; a plain no can wait for the day's email.
  const facts = {
    ...winFactsOf(win),
    workspace: win.workspace,
    answeredBy: by,
    wasAgreed,
    kinds: referenceKinds.filter((kind) => reference.kinds.includes(kind)).map((kind) => kindNames[kind]),
  }
  for (const { name, ...to } of await listMarketing(trx, workspaceId))
    await notify({
      kind: 'reference-declined',
      facts: { ...facts, name },
      to,
      planId,
      link: toReferences,
    })
}
