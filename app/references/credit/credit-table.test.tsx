import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderPage } from '#tests/samples/render-page.tsx'
import { CreditChart } from './credit-chart.tsx'
import { creditFile } from './credit-file.ts'
import { type CreditCount, byQuarter, creditTable } from './credit-table.ts'
import { CreditTables } from './credit-tables.tsx'

const counted = (over: Partial<CreditCount>): CreditCount => ({
  memberId: 'sam',
  name: 'Sam Ortiz',
  email: 'sam@brightline.example',
  role: 'rep',
  quarter: 1,
  counts: { wins: 1, references: 0 },
  accounts: ['Halden Foods'],
  ...over,
})
const counts = [
  counted({}),
  counted({ quarter: 2, counts: { wins: 2, references: 0 }, accounts: ['Adria', 'Borealis'] }),
  counted({ quarter: 2, counts: { wins: 0, references: 1 } }),
  counted({
    memberId: 'ada',
    name: 'Ada Berg',
    email: 'ada@brightline.example',
    quarter: 4,
    counts: { wins: 4, references: 0 },
  }),
  counted({ memberId: 'noor', name: '=Noor', role: 'services' }),
]

test('people are listed by role, those with the most wins first, with each quarter and the year', () => {
  const [reps, services] = creditTable(counts)
  expect(reps?.people.map(({ name }) => name)).toEqual(['Ada Berg', 'Sam Ortiz'])
  expect(reps?.most).toBe(4)
  expect(reps?.people[1]?.quarters).toEqual([
    { wins: 1, references: 0 },
    { wins: 2, references: 1 },
    { wins: 0, references: 0 },
    { wins: 0, references: 0 },
  ])
  expect(reps?.people[1]?.year).toEqual({ wins: 3, references: 1 })
  expect(services?.people).toHaveLength(1)
  expect(creditTable(counts)).toHaveLength(2)
})

test('the table names the role, the person and what each quarter counts, and nothing where nothing counts', async () => {
  await renderPage(<CreditTables roles={creditTable(counts)} />)
  const table = screen.getByRole('table', { name: 'Rep' })
  const row = within(table).getByRole('row', { name: /^Sam Ortiz/ })
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['Sam Ortiz', '1 win', '2 wins1 reference', '', '', '3 wins1 reference'])
})

test('the chart is read out as one text', async () => {
  await renderPage(<CreditChart year={2026} quarters={byQuarter(counts)} />)
  expect(
    screen.getByRole('img', {
      name: 'Wins and references in 2026. Q1: 2 wins, 0 references. Q2: 2 wins, 1 reference. Q3: none. Q4: 4 wins, 0 references.',
    }),
  ).toBeVisible()
})

test('the file has a line for each quarter, role and person, safe in a spreadsheet', () => {
  expect(creditFile(2026, counts).split('\r\n')).toEqual([
    '\uFEFFQuarter,Role,Person,Email,Wins,References,Customers with a win,Customers with a reference',
    '2026-Q1,Rep,Sam Ortiz,sam@brightline.example,1,0,Halden Foods,',
    "2026-Q1,Services,'=Noor,sam@brightline.example,1,0,Halden Foods,",
    '2026-Q2,Rep,Sam Ortiz,sam@brightline.example,2,1,"Adria; Borealis",Halden Foods',
    '2026-Q4,Rep,Ada Berg,ada@brightline.example,4,0,Halden Foods,',
    '',
  ])
})
