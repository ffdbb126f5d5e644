import type { Parts } from '#app/kit/parts.ts'
import { isUuid } from '#app/kit/ids.ts'
import { notFound } from '#app/runner/refusal.ts'
import { isMeetingKind } from './call-rules.ts'
import { callFile } from './call-file.ts'
import { meetingWords } from './request-words.ts'

type Place = { workspaceId: string; planId: string; requestId: string }

/** The calendar file of an accepted call. @throws Refusal 404 for a request that is not accepted */
export async function getCallFile(
  { reads }: Pick<Parts, 'reads'>,
  { workspaceId, planId, requestId }: Place,
): Promise<string> {
  if (!isUuid(requestId)) throw notFound()
  return reads.in(workspaceId, async (trx) => {
    const call = await trx
      .selectFrom('referenceRequest')
      .innerJoin('plan', (join) =>
        join
          .onRef('plan.workspaceId', '=', 'referenceRequest.workspaceId')
          .onRef('plan.id', '=', 'referenceRequest.planId'),
      )
      .innerJoin('account', (join) =>
        join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
      )
      .innerJoin('workspace', 'workspace.workspaceId', 'plan.workspaceId')
      .innerJoin('member', (join) =>
        join
          .onRef('member.workspaceId', '=', 'referenceRequest.workspaceId')
          .onRef('member.id', '=', 'referenceRequest.memberId'),
      )
      .innerJoin('planParticipant', (join) =>
        join
          .onRef('planParticipant.workspaceId', '=', 'plan.workspaceId')
          .onRef('planParticipant.planId', '=', 'plan.id')
          .onRef('planParticipant.participantId', '=', 'referenceRequest.participantId'),
      )
      .innerJoin('participant', (join) =>
        join
          .onRef('participant.workspaceId', '=', 'planParticipant.workspaceId')
          .onRef('participant.id', '=', 'planParticipant.participantId'),
      )
      .select(['referenceRequest.id', 'kind', 'deal', 'why', 'chosenAt', 'answeredAt'])
      .select([
        'account.name as account',
        'workspace.name as workspace',
        'member.name as by',
        'member.email as byEmail',
      ])
      .select(['planParticipant.name as champion', 'participant.email as championEmail'])
      .where('referenceRequest.workspaceId', '=', workspaceId)
      .where('referenceRequest.planId', '=', planId)
      .where('referenceRequest.id', '=', requestId)
      .where('referenceRequest.state', '=', 'accepted')
      .executeTakeFirst()
    if (!call?.chosenAt || !call.answeredAt) throw notFound()
    const { kind, account, workspace, chosenAt, answeredAt, ...request } = call
    return callFile(request, {
      ...{ account, workspace, from: chosenAt, madeAt: answeredAt, isCancelled: false },
      champion: { name: call.champion, email: call.championEmail },
      member: { name: call.by, email: call.byEmail },
      what: meetingWords[isMeetingKind(kind) ? kind : 'call'],
    })
  })
}
