import { forgetQuotes } from '#app/outbox/forget-quotes.server.ts'
import { referenceKinds } from '#app/runner/events/reference-kinds.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { removeCredit } from '../credit/keep-credit.server.ts'
import { endRequests } from '../library/end-requests.server.ts'
import { endPieces } from '../pieces/end-pieces.server.ts'
import { tellUsers } from '../tell-users.server.ts'
import { keepConsent } from './keep-consent.server.ts'
import { recallAboutConsent } from './recall-about-consent.server.ts'
import { keepReferenceLogo } from './keep-reference-logo.server.ts'

const notAsked = {
  ...{ state: 'not asked', kinds: [], limits: null, usesPerQuarter: null, covers: null, participantId: null },
  ...{ answeredAt: null, agreedAt: null, toldExpiry: null },
}

type Context = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'now' | 'notify' | 'actor'>

/**
 * Ends the reference of a plan whose confirmation was withdrawn, with any consent, the credit for it and all that was made of it; who used it is told.
 * A *No* or *Later* stays, and what marketing noted: the question was answered, should the win be confirmed again.
 */
export async function endReference({ trx, workspaceId, now, notify, actor }: Context, planId: string): Promise<void> {
  const ended = await trx
    .selectFrom('reference')
    .select(['state', 'kinds'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .executeTakeFirst()
  const wasAgreed = ended?.state === 'agreed'
  await trx
    .updateTable('reference')
    .set({ ...(wasAgreed && notAsked), askedAt: null, logoAskedAt: null })
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .execute()
  await recallAboutConsent(trx, { workspaceId, planId })
  await endRequests({ trx, workspaceId, now, notify }, { planId, by: actor.name, event: 'ended' })
  await removeCredit(trx, { workspaceId, planId })
  await keepReferenceLogo(trx, { workspaceId, planId }, null)
  await forgetQuotes(trx, { workspaceId, planId })
  await endPieces(trx, { workspaceId, planId, kinds: referenceKinds })
  if (!wasAgreed) return
  await keepConsent(trx, {
    ...{ workspaceId, planId, answer: 'withdrawn', said: [], kinds: ended.kinds },
    ...{ participantId: actor.kind === 'participant' ? actor.id : null, approverId: null, until: null, at: now },
  })
  await tellUsers({ trx, workspaceId, notify }, { planId, kinds: ended.kinds, by: actor.name })
}
