import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { getInvitePage } from '#app/access/participants/participant-queries.server.ts'
import { readNotice } from '#app/outbox/notice-kinds.ts'
import { renderNotice } from '#app/notices/render-notice.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { getReferencesPage } from '#app/references/board/board-queries.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { setUp } from '#tests/factories/plan-setting.ts'

/** The first champion is the vendor's choice, so everyone who relies on the champion's confirmation sees the domain of the address. */
async function confirmedFrom(email: string) {
  const it = await setUp()
  const { parts, workspaceId, planId, champion, lead } = it
  const within = <Result>(work: Parameters<typeof inWorkspace<Result>>[2]) => inWorkspace(parts.db, workspaceId, work)
  await within((trx) => trx.updateTable('participant').set({ email }).where('id', '=', champion.id).execute())
  const order = { actor: champion, scopeId: planId }
  await runCommand(parts, confirmFirstWin, { ...order, input: { winVersion: 1, measuredValue: '1' } })
  await runCommand(parts, giveConsent, { ...order, input: { winVersion: 2, kinds: ['logo'] } })
  const mail = async (kind: string) => {
    const notice = await within((trx) =>
      trx.selectFrom('notice').selectAll().where('kind', '=', kind).executeTakeFirstOrThrow(),
    )
    const { notice: facts } = readNotice(notice)
    if (facts?.kind !== 'reference-ready' && facts?.kind !== 'reference-agreed') throw new Error('Another kind.')
    const sending = { links: { own: { url: 'https://plans.example/' }, plans: new Map() }, sentOn: '2026-06-17' }
    const { text } = await renderNotice(facts, sending)
    return text.join('').replaceAll('\u2060', '').replace(/\s+/g, ' ')
  }
  const { seats } = await getInvitePage(parts, {
    actor: lead,
    planId,
    workspace: { name: 'Brightline' },
    standings: new Set(['lead']),
  } as never)
  return {
    seat: seats.find(({ id }) => id === champion.id),
    row: (await getReferencesPage(parts, lead)).list.rows[0],
    alert: await mail('reference-ready'),
    agreed: await mail('reference-agreed'),
  }
}

test('a champion at a public mail provider is shown as such on the plan, on the board and to marketing', async () => {
  const { seat, row, alert, agreed } = await confirmedFrom('rep.in.disguise@gmail.com')
  expect(seat).toMatchObject({ personalAddress: true })
  expect(row?.confirmedFrom).toEqual({ domain: 'gmail.com', isPersonal: true })
  for (const text of [alert, agreed]) {
    expect(text).toContain('Priya Raman (gmail.com)')
    expect(text).toContain('personal email address. Check with Halden Foods')
  }
})

test('one at the customer’s own domain is named with it, without a warning', async () => {
  const { seat, row, alert, agreed } = await confirmedFrom('priya.raman@halden.example')
  expect(seat).toMatchObject({ personalAddress: false })
  expect(row?.confirmedFrom).toEqual({ domain: 'halden.example', isPersonal: false })
  for (const text of [alert, agreed]) {
    expect(text).toContain('Priya Raman (halden.example)')
    expect(text).not.toContain('personal email address')
  }
})
