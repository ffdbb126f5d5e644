import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { commandGroups } from './permission-groups.ts'
import { renderPage, textOf } from '#tests/samples/render-page.tsx'
import { PermissionTable } from './permission-table.tsx'

test('each line says in words who may, beside the mark, and names its roles for a phone', async () => {
  const groups = commandGroups()
  await renderPage(
    <PermissionTable caption="What each role can do" head="Action" groups={groups} vendor="Brightline" />,
  )
  const table = screen.getByRole('table', { name: 'What each role can do' })
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map((head) => textOf(head)),
  ).toEqual([
    ...['Brightline', 'Customer, on the plan', 'Action'],
    ...['Admin', 'Rep', 'Account manager', 'Services', 'Support', 'Marketing', 'Lead', 'Team'],
    ...[
      'Champion',
      'Contributor',
      'Viewer',
      'Can confirm',
      'Contributor, not yet accepted',
      'Viewer, not yet accepted',
    ],
  ])
  const line = within(table).getByText('Check off a task').closest('tr') ?? table
  const cells = within(line).getAllByRole('cell')
  expect(cells.map((cell) => textOf(cell)).join(' ')).toBe(
    '✓ yes – no – no – no – no – no ✓ yes ✓ yes ✓ yes ✓ yes – no – no ✓ yes – no',
  )
  // The stylesheet shows these beside the mark on a phone.
  expect(cells.flatMap((cell) => cell.dataset['role'] ?? [])).toEqual([
    'Admin',
    'Lead',
    'Team',
    'Champion',
    'Contributor',
    'Contributor, not yet accepted',
  ])
  // An attribute of style would be refused by the page's own policy.
  expect(document.querySelector('[style]')).toBeNull()
})
