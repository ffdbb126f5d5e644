import { beforeAll, expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { beginSession } from '#app/access/core/session.server.ts'
import { newId } from '#app/kit/ids.ts'
import { action } from '#app/portfolio/import/import-plan.page.tsx'
import type { ShownTable } from '#app/portfolio/import/shown-table.ts'
import { spreadsheetOf } from '#app/portfolio/spreadsheets/spreadsheet-of.ts'
import { writeXlsx } from '#app/portfolio/spreadsheets/write-xlsx.server.ts'
import { writeZip } from '#app/portfolio/spreadsheets/write-zip.server.ts'
import { loadContext } from '#tests/factories/load-context.ts'
import { answerOf } from '#tests/factories/plan-with-sign-in.ts'
import { type Setting, setUp } from '#tests/factories/plan-setting.ts'

let it: Setting

beforeAll(async () => {
  it = await setUp()
})

type Answered = {
  status: number
  to: string | null
  shown: ShownTable | null
  values: Record<string, string | string[]>
  faults: { field: string; message: string }[]
}

/** Posts the form of the page, as a browser without script does. */
async function posted(intent: string, fields: Record<string, string | string[] | Buffer>): Promise<Answered> {
  const cookie = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    beginSession(it.parts, trx, it.workspaceId, { memberId: it.lead.id }, null),
  )
  const body = new FormData()
  for (const [name, value] of Object.entries({ idempotencyKey: newId(), intent, ...fields }))
    for (const one of [value].flat())
      body.append(name, typeof one === 'string' ? one : new File([new Uint8Array(one)], 'plan.xlsx'))
  const request = new Request(new URL('/plans/import', it.parts.environment.appUrl), {
    method: 'POST',
    headers: { cookie: cookie.split(';')[0] ?? '' },
    body,
  })
  const answer = await answerOf(() => action({ request, params: {}, context: loadContext(it.parts) }))
  const reply = (answer.body ?? {}) as Partial<Answered>
  const { shown = null, values = {}, faults = [] } = reply
  return { status: answer.status, to: answer.location, shown, values, faults }
}

/** What the form of a table that was read posts next. */
const next = ({ shown }: Answered, over: Record<string, string | string[]> = {}) => {
  if (!shown) throw new Error('Nothing was shown')
  return {
    cells: shown.cells,
    readSeparator: shown.separator,
    separator: shown.separator,
    readHeader: shown.headerRow === null ? '' : String(shown.headerRow + 1),
    headerRow: shown.headerRow === null ? '' : String(shown.headerRow + 1),
    dayOrder: shown.dayOrder ?? '',
    side: shown.side,
    account: 'Lindqvist',
    project: 'Second plant',
    criticalDate: shown.criticalDate,
    ...Object.fromEntries(shown.columns.map(({ field }, at) => [`column.${at}`, field ?? ''])),
    ...over,
  }
}

const plansNow = () =>
  inWorkspace(it.parts.db, it.workspaceId, async (trx) => (await trx.selectFrom('plan').select('id').execute()).length)

const tasksOf = (planId: string) =>
  inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .selectFrom('task')
      .select(['title', 'doneOn', 'notAfter', 'ownerMemberId', 'ownerPlaceholder', 'side', 'description'])
      .where('planId', '=', planId)
      .orderBy('position')
      .execute(),
  )

const planIdIn = ({ to }: Answered) => /\/plans\/([^/?]+)/.exec(to ?? '')?.[1] ?? ''

const byHand =
  'Target Date;Description;Status;Completion Date;Owner;Notes\r\n' +
  '1.6.2026;Agree on the scope;Completed;29.5.2026;LEAD;In one workshop\r\n' +
  '30.6.2026;Überprüfung durch Recht;In progress;;Legal;\r\n' +
  '15.9.2026;Go live;;;;\r\n'

test('the plan that people keep by hand becomes a plan, in Latin-1 and without script', async () => {
  const file = Buffer.from(byHand.replace('LEAD', it.lead.name), 'latin1')
  const read = await posted('read-import', { file })
  expect(read.shown).toMatchObject({ separator: ';', readAs: 'Read as Windows-1252.', criticalDate: '2026-09-15' })
  expect(read.shown?.rows.flatMap(({ faults }) => faults)).toEqual([])
  const before = await plansNow()
  const made = await posted('import-plan', next(read))
  expect(made.to).toMatch(/^\/plans\//)
  expect(await plansNow()).toBe(before + 1)
  expect(await tasksOf(planIdIn(made))).toEqual([
    {
      title: 'Agree on the scope',
      doneOn: '2026-05-29',
      notAfter: '2026-06-01',
      ownerMemberId: it.lead.id,
      ownerPlaceholder: null,
      side: 'vendor',
      description: 'In one workshop',
    },
    expect.objectContaining({ title: 'Überprüfung durch Recht', ownerPlaceholder: 'Legal', side: 'customer' }),
    expect.objectContaining({ title: 'Go live', ownerMemberId: null, ownerPlaceholder: null }),
  ])
})

test('nothing is saved before every row is right: each is named with its reason, corrected or left out', async () => {
  const before = await plansNow()
  const cells = 'Task\tDays\tDepends on\nScope\t3\t\nLegal\tsoon\t1\nBuild\t5\t3\nTrain\t5\t7'
  const read = await posted('read-import', { cells })
  expect(read.shown?.rows.map(({ row, faults }) => [row, faults.length])).toEqual([
    [2, 0],
    [3, 1],
    [4, 1],
    [5, 1],
  ])
  const refused = await posted('import-plan', next(read, { criticalDate: '2026-12-01' }))
  expect(refused).toMatchObject({ to: null, shown: { kind: 'table' } })
  expect(await plansNow()).toBe(before)
  const left = { criticalDate: '2026-12-01', leaveOut: ['4', '5'], cells: cells.replace('soon', '2') }
  const made = await posted('import-plan', next(read, left))
  expect((await tasksOf(planIdIn(made))).map(({ title }) => title)).toEqual(['Scope', 'Legal'])
})

test('dates that can be read both ways are asked about', async () => {
  const read = await posted('read-import', { cells: 'Task,Due date\nScope,3/4/2027\nLegal,5/4/2027' })
  expect(read.shown).toMatchObject({ dayOrder: null, unclearDay: '3/4/2027', separator: ',' })
  const before = await plansNow()
  expect((await posted('import-plan', next(read))).shown?.faults).toMatchObject([{ field: 'dayOrder' }])
  expect(await plansNow()).toBe(before)
  const made = await posted('import-plan', next(read, { dayOrder: 'month first', criticalDate: '2027-06-01' }))
  expect((await tasksOf(planIdIn(made))).map(({ notAfter }) => notAfter)).toEqual(['2027-03-04', '2027-05-04'])
})

test('XLSX is read, with its dates as dates', async () => {
  const columns = [
    { head: 'Task', width: 20, kind: 'text', cell: ([title]: [string, string]) => title },
    { head: 'Target date', width: 20, kind: 'date', cell: ([, day]: [string, string]) => day },
  ] as unknown as Parameters<typeof spreadsheetOf<[string, string]>>[1]
  const file = writeXlsx([spreadsheetOf('Our plan', columns, [['Scope', '2026-07-01']])])
  const read = await posted('read-import', { file })
  expect(read.shown?.readAs).toContain('Our plan')
  expect(read.shown?.rows).toMatchObject([{ title: 'Scope', due: '2026-07-01', faults: [] }])
})

test.each([
  [
    'a bomb',
    () => writeZip([{ name: 'xl/workbook.xml', text: ' '.repeat(100 * 1024 * 1024) }]),
    /too large when it is unpacked/,
  ],
  ['10,000 columns', () => Buffer.from(`Task${';x'.repeat(10_000)}\n`), /up to 100 columns/],
  ['100,000 rows', () => Buffer.from('Task;Due\n'.repeat(100_000)), /up to 1,?000 rows/],
  ['an old Excel file', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), /old Excel file/],
  ['a broken ZIP', () => Buffer.from('PK nothing'), /could not be read/],
  ['JSON of something else', () => Buffer.from('{"a":1}'), /not a plan/],
  ['nothing', () => Buffer.from('\n\n'), /nothing to import/],
  ['too many bytes', () => Buffer.alloc(1.6 * 1024 * 1024, 'x'), /too large/],
])('%s is refused in words, soon, and nothing is written', async (_name, file, words) => {
  const before = await plansNow()
  const began = process.cpuUsage()
  const answer = await posted('read-import', { file: file() })
  const { user, system } = process.cpuUsage(began)
  expect(answer.status).toBe(422)
  expect(answer.faults[0]?.message).toMatch(words)
  expect((user + system) / 1_000).toBeLessThan(5_000)
  expect(await plansNow()).toBe(before)
})

test('what the command refuses stands beside its field, with the table still there', async () => {
  const read = await posted('read-import', { cells: 'Task\tDays\nScope\t3' })
  const answer = await posted('import-plan', next(read, { account: '', criticalDate: '' }))
  expect(answer.status).toBe(422)
  expect(answer.faults.map(({ field }) => field).sort()).toEqual(['account', 'criticalDate'])
  expect(answer.shown?.rows).toHaveLength(1)
})
