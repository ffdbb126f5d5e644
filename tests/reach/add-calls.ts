import { newId } from '#app/kit/ids.ts'
import { day } from '#app/kit/durations.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'

type Of = { workspaceId: string; planId: string; leadId: string; championId: string }

/** A request that waits for an answer, and a call that is planned. */
export async function addCalls(trx: WorkspaceTransaction, { workspaceId, planId, leadId, championId }: Of, now: Date) {
  const requestId = newId()
  const callId = newId()
  const at = new Date(now.getTime() + 7 * day)
  const request = {
    ...{
      workspaceId,
      planId,
      kind: 'call',
      memberId: leadId,
      participantId: championId,
      deal: 'Adria Logistics',
      why: 'They close in five systems.',
    },
    ...{ times: [at, at, at], timeZone: 'Europe/Berlin', quarter: '2026-Q2', askedAt: now, answeredAt: now },
  }
  await trx
    .insertInto('referenceRequest')
    .values([
      { ...request, id: requestId, state: 'asked', chosenAt: null },
      { ...request, id: callId, state: 'accepted', chosenAt: at },
    ])
    .execute()
  return { requestId, callId }
}
