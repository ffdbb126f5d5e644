import { expect, test } from 'vitest'
import type { IsoDate } from '#app/schedule/model.ts'
import { contentOfRows } from './content-of-rows.ts'
import { findHeaderRow, guessColumns } from './guess-columns.ts'
import { readDelimited } from './read-delimited.ts'
import { readRows } from './read-rows.ts'

const today = '2026-06-17' as IsoDate
const around = {
  today,
  dayOrder: 'day first',
  side: 'customer',
  companies: { vendor: 'Brightline', customer: 'Halden Foods' },
  members: [{ id: 'm', name: 'Mara Keller', email: 'mara.keller@brightline.example' }],
  leftOut: new Set<number>(),
} as const

function read(text: string, over: Partial<Parameters<typeof readRows>[1]> = {}) {
  const grid = readDelimited(text, ';')
  if ('tooMany' in grid) throw new Error('This is too large')
  const headerRow = findHeaderRow(grid)
  return readRows(grid, { ...around, headerRow, columns: guessColumns(grid, headerRow), ...over })
}

test('the usual plan that people keep by hand is read without a question', () => {
  const rows = read(
    'Mutual plan Halden\n\nTarget Date;Description;Status;Completion Date;Owner;Notes\n' +
      '1.6.2026;Agree on the scope;Completed;29.5.2026;mara.keller@brightline.example;In one workshop\n' +
      '30.6.2026;Contract at Legal;In progress;;Halden’s legal;\n\n15.9.2026;Go live;;;;',
  )
  expect(rows.flatMap(({ faults }) => faults)).toEqual([])
  expect(rows.map(({ row }) => row)).toEqual([4, 5, 7])
  expect(rows.map(({ task }) => task)).toMatchObject([
    {
      title: 'Agree on the scope',
      doneOn: '2026-05-29',
      notAfter: '2026-06-01',
      owner: 'Mara Keller',
      isMember: true,
      side: 'vendor',
      description: 'In one workshop',
    },
    {
      title: 'Contract at Legal',
      startedOn: today,
      doneOn: null,
      owner: 'Halden’s legal',
      isMember: false,
      side: 'customer',
    },
    { title: 'Go live', startedOn: null, notAfter: '2026-09-15', owner: null },
  ])
})

test.each([
  ['Nr.;Vorgang;Verantwortlich;Fällig am;Dauer;Vorgänger', ['number', 'title', 'owner', 'due', 'days', 'after']],
  ['N°;Tâche;Responsable;Échéance;Durée;Prédécesseurs', ['number', 'title', 'owner', 'due', 'days', 'after']],
  ['Task;Description;Start Date;End Date;% Complete', ['title', 'notes', 'start', 'due', null]],
  ['Phase;Milestone;What;Who;By when', ['stage', 'milestone', 'title', 'owner', 'due']],
])('columns are known by their names: %s', (head, columns) => {
  const grid = readDelimited(`${head}\nx;y;z`, ';')
  if ('tooMany' in grid) throw new Error('This is too large')
  expect(findHeaderRow(grid)).toBe(0)
  expect(guessColumns(grid, 0)).toEqual(columns)
})

test('without names, columns are known by what is in them', () => {
  const grid = [
    ['1.6.2026', 'Agree on the scope with everyone', 'done'],
    ['3.6.2026', 'Contract at Legal', 'open'],
  ]
  expect(findHeaderRow(grid)).toBeNull()
  expect(guessColumns(grid, null)).toEqual(['due', 'title', 'status'])
})

test.each([
  [';5', /no task/],
  ['Scope;soon', /not a number of days/],
  [`${'x'.repeat(201)};5`, /200/],
])('a row that cannot be imported says why: %j', (line, why) => {
  expect(read(`Task;Days\n${line}`)[0]?.faults.join(' ')).toMatch(why)
})

test.each([
  ['Scope;31.2.2026;;', /not a date/],
  ['Scope;1.1.2226;;', /ten years/],
  ['Scope;1.7.2026;done;', /completion date is missing/],
  ['Scope;;done;18.6.2026', /in the future/],
  ['Scope;;open;1.6.2026', /says that it is not done/],
  ['Scope;;perhaps;', /not a known status/],
])('a row with dates that contradict says so: %j', (line, why) => {
  expect(read(`Task;Target date;Status;Completion date\n${line}`)[0]?.faults.join(' ')).toMatch(why)
})

test('durations with decimals and in weeks are whole working days', () => {
  const rows = read('Task;Duration\na;2,5\nb;2 Wochen\nc;3 days\nd;1.5 d')
  expect(rows.map(({ task }) => task.durationDays)).toEqual([3, 10, 3, 2])
})

test('predecessors are numbers or titles, with kinds and lags', () => {
  const rows = read(
    'No;Task;Predecessors\n10;Scope;\n20;Legal, and more;10\n30;Build;"10SS+2; Legal, and more"\n40;Train;20, 30FS-1',
  )
  expect(rows.flatMap(({ faults }) => faults)).toEqual([])
  expect(rows.map(({ dependsOn }) => dependsOn)).toEqual([
    [],
    [{ to: 0, type: 'FS', lagDays: 0 }],
    [
      { to: 0, type: 'SS', lagDays: 2 },
      { to: 1, type: 'FS', lagDays: 0 },
    ],
    [
      { to: 1, type: 'FS', lagDays: 0 },
      { to: 2, type: 'FS', lagDays: -1 },
    ],
  ])
})

test('a circle is named with all its rows, and what names no row is said', () => {
  const rows = read('Task;Depends on\na;2\nb;3\nc;1\nd;9')
  for (const at of [0, 1, 2]) expect(rows[at]?.faults.join(' ')).toMatch(/2.*3.*4.*in a circle/)
  expect(rows[3]?.faults.join(' ')).toMatch(/“9”/)
  expect(read('Task;Depends on\na;2\nb;3\nc;1', { leftOut: new Set([4]) })[1]?.faults.join(' ')).toMatch(/“3”/)
})

test('what was kept from running in a spreadsheet is as it was typed', () => {
  expect(read("Task;Days\n'=cmd;1")[0]?.task.title).toBe('=cmd')
})

test('a plan of rows has both goals, and each task in its milestone', () => {
  const rows = read('Stage;Milestone;Task\nKauf;Vertrag;Unterschrift\n;;Setup\nKauf;Vertrag;Bestellung')
  expect(rows.flatMap(({ faults }) => faults)).toEqual([])
  const content = contentOfRows(rows, { account: 'A', project: 'P', criticalDate: '2026-09-15' as IsoDate, today })
  expect(content.milestones.map(({ stage, title, tasks }) => [stage, title, tasks.map((task) => task.title)])).toEqual([
    ['Purchase', 'Vertrag', ['Unterschrift', 'Bestellung']],
    ['Implementation', 'Tasks', ['Setup']],
    ['Rollout', 'Go-live', []],
    ['Value', 'First win', []],
  ])
})
