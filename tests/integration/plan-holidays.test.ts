import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { createPlan } from '#app/portfolio/new-plan/create-plan.server.ts'
import { storedCalendar } from '#app/schedule/stored-calendar.ts'
import { editTerms } from '#app/plan/terms/edit-terms.server.ts'
import { getPlanView } from '#tests/factories/get-plan-view.ts'
import { undoChange } from '#app/plan/undo/undo-change.server.ts'
import { adjustPlan } from '#app/plan/what-if/adjust-plan.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { type Setting, planOf, setUp } from '#tests/factories/plan-setting.ts'

/** As stored by an early version: one year, with a holiday that the region no longer has. */
const old = {
  workweek: [1, 2, 3, 4, 5],
  region: 'DE-BE',
  holidays: [{ date: '2026-05-08', name: 'Liberation Day', localName: null }],
}

const holidaysOf = (calendar: unknown) => storedCalendar.parse(calendar).holidays.map(({ date }) => date)

const keep = (it: Setting, table: 'plan' | 'workspace') =>
  inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .updateTable(table)
      .set({ vendorCalendar: JSON.stringify(old), customerCalendar: JSON.stringify(old) })
      .execute(),
  )

test('a plan that is won years from now knows the public holidays of those years', async () => {
  const it = await setUp()
  await keep(it, 'workspace')
  const { result: planId } = await runCommand(it.parts, createPlan, {
    actor: it.lead,
    scopeId: it.workspaceId,
    input: {
      account: 'Müller & Söhne',
      project: 'Faster month-end close',
      template: 'small-rollout',
      criticalDate: '2031-06-13',
      criticalReason: 'the audit begins',
      statement: 'We closed the books in one day.',
      measure: 'time to close a month',
      unit: 'days',
      baseline: '30',
      target: '1',
      winBy: '2031-07-15',
      announcedTo: 'the board',
    },
  })
  const plan = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .selectFrom('plan')
      .select(['vendorCalendar', 'customerCalendar'])
      .where('id', '=', planId)
      .executeTakeFirstOrThrow(),
  )
  for (const calendar of [plan.vendorCalendar, plan.customerCalendar]) {
    expect(holidaysOf(calendar)).toEqual(expect.arrayContaining(['2026-05-08', '2031-06-02', '2033-12-25']))
    expect(holidaysOf(calendar).filter((date) => date.startsWith('2026'))).toEqual(['2026-05-08'])
  }
  const { closed } = await getPlanView(it.parts, { actor: it.lead, standings: new Set(['member', 'lead']) }, planId)
  expect(closed).toContainEqual({ from: '2031-06-02', to: '2031-06-02', why: 'Whit Monday', side: 'both' })
})

test('a win date moved to a later year brings the public holidays up to it, and the ones agreed stay', async () => {
  const it = await setUp()
  await keep(it, 'plan')
  const move = (winBy: string) =>
    runCommand(it.parts, editTerms, { actor: it.champion, scopeId: it.planId, input: { winBy } })
  await move('2029-05-31')
  const { customerCalendar } = await planOf(it)
  expect(holidaysOf(customerCalendar)).toEqual(expect.arrayContaining(['2026-05-08', '2029-05-21', '2031-12-25']))
  await move('2030-05-31')
  expect(holidaysOf((await planOf(it)).customerCalendar)).toEqual(holidaysOf(customerCalendar))
  // A plan that is won in the last known year may run late into the next.
  await move('2031-11-28')
  const later = holidaysOf((await planOf(it)).customerCalendar)
  expect(later).toEqual([...holidaysOf(customerCalendar), ...later.filter((date) => date >= '2032')])
  expect(later).toEqual(expect.arrayContaining(['2032-01-01', '2033-12-25']))
})

test('a holiday that reaches into a year makes no year known', async () => {
  const it = await setUp()
  const days = ['2027-12-31', '2028-01-01', '2028-01-02'].map((date) => ({ date, name: 'New Year', localName: null }))
  await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .updateTable('plan')
      .set({ customerCalendar: JSON.stringify({ ...old, holidays: days }) })
      .execute(),
  )
  await runCommand(it.parts, editTerms, { actor: it.champion, scopeId: it.planId, input: { winBy: '2028-05-31' } })
  const known = holidaysOf((await planOf(it)).customerCalendar)
  expect(known).toEqual(expect.arrayContaining(['2028-05-01', '2030-12-25']))
  expect(known.filter((date) => date === '2028-01-01')).toHaveLength(1)
})

test('a win date that a what-if moved to a later year brings them, too, and its undo takes them away', async () => {
  const it = await setUp()
  await keep(it, 'plan')
  const order = { actor: it.champion, scopeId: it.planId }
  const { result } = await runCommand(it.parts, adjustPlan, { ...order, input: { winBy: '2029-05-31' } })
  expect(holidaysOf((await planOf(it)).customerCalendar)).toEqual(expect.arrayContaining(['2029-05-21', '2031-12-25']))
  await runCommand(it.parts, undoChange, { ...order, input: { number: Number(result.number) } })
  expect(holidaysOf((await planOf(it)).customerCalendar)).toEqual(['2026-05-08'])
})
