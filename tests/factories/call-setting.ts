import { newId } from '#app/kit/ids.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { acceptRequest } from '#app/references/library/accept-request.server.ts'
import { requestCall } from '#app/references/library/request-call.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { type Setting, setUp } from './plan-setting.ts'
import type { MemberActor, ParticipantActor } from './workspace.ts'

export const consent = {
  winVersion: 2,
  kinds: ['logo', 'quote', 'call'],
  callsPerQuarter: '2',
  quoteText: 'One day!',
  until: '2027-12-31',
  never: 'Acme\nAPAC',
}

export const deal = {
  kind: 'call',
  deal: 'Adria Logistics',
  why: 'They close their books in five systems.',
  ...{ dealRegion: 'DACH', competitor: 'none' },
  firstTime: '2026-06-23T14:00',
  secondTime: '2026-06-24T10:00',
  thirdTime: '2026-06-25T09:30',
  timeZone: 'America/New_York',
}

/** A use of what was agreed to, as its form posts it. */
export const use = {
  kind: 'quote',
  usedOn: '2026-06-17',
  usedFor: 'The website',
  ...{ dealRegion: 'DACH', competitor: 'none', isApproved: '' },
}

export const order = (it: Setting, actor: MemberActor | ParticipantActor, input: object) => ({
  actor,
  scopeId: it.planId,
  input,
  idempotencyKey: newId(),
})

/** A plan whose champion confirmed the win and agreed to be a reference, at eight on 17 June 2026. */
export async function agreed(over: object = {}): Promise<Setting> {
  const it = await setUp()
  it.parts.clock.set('2026-06-17T08:00:00Z')
  await runCommand(it.parts, confirmFirstWin, order(it, it.champion, { winVersion: 1, measuredValue: '1' }))
  await runCommand(it.parts, giveConsent, order(it, it.champion, { ...consent, ...over }))
  return it
}

/** A request whose email has not left. */
export const askUnsent = async (it: Setting, over: object = {}, actor: MemberActor = it.lead): Promise<string> =>
  (await runCommand(it.parts, requestCall, order(it, actor, { ...deal, ...over }))).result.requestId

export async function ask(it: Setting, over: object = {}, actor: MemberActor = it.lead): Promise<string> {
  const requestId = await askUnsent(it, over, actor)
  await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .updateTable('notice')
      .set({ firstTriedAt: it.parts.clock.now() })
      .where('workspaceId', '=', it.workspaceId)
      .where('kind', '=', 'reference-call')
      .where('firstTriedAt', 'is', null)
      .execute(),
  )
  return requestId
}

export const accept = (it: Setting, requestId: string, chosen = '1') =>
  runCommand(it.parts, acceptRequest, order(it, it.champion, { requestId, chosen }))

/** The notices about calls, the oldest first: "asked, to the champion". */
export const callNotices = async ({ parts, workspaceId }: Setting) => {
  const rows = await inWorkspace(parts.db, workspaceId, (trx) =>
    trx
      .selectFrom('notice')
      .selectAll()
      .where('kind', '=', 'reference-call')
      .orderBy('createdAt')
      .orderBy('toAddress')
      .execute(),
  )
  return rows.map(({ facts, ...row }) => ({ ...row, facts: facts as Record<string, string & string[]> }))
}
