import { expect, test } from 'vitest'
import { commandGroups } from './access-groups.ts'
import { renderPage, textOf } from '#tests/samples/render-page.tsx'
import { AccessTable } from './access-table.tsx'

test('each line says in words who may, beside the mark, and names its roles for a phone', async () => {
  const groups = commandGroups()
  const html = await renderPage(
    <AccessTable caption="What each role can do" head="Do" groups={groups} vendor="Brightline" />,
  )
  const line = html.split('<tr').find((row) => row.includes('>Check off a task<')) ?? ''
  expect(textOf(line.slice(line.indexOf('>') + 1))).toBe(
    'Check off a task complete-task ✓ may – may not – may not – may not – may not – may not ✓ may ✓ may ✓ may ✓ may – may not – may not ✓ may – may not',
  )
  expect([...line.matchAll(/data-role="([^"]*)"/g)].map(([, role]) => role)).toEqual([
    'Admin',
    'Lead',
    'Team',
    'Champion',
    'Contributor',
    'Contributor, not yet accepted',
  ])
  const heads = textOf(html.slice(html.indexOf('<thead'), html.indexOf('</thead>')))
  expect(heads).toBe(
    'Brightline Customer, on the plan Do Admin Rep Account manager Services Support Marketing Lead Team Champion Contributor Viewer Can confirm Contributor, not yet accepted Viewer, not yet accepted',
  )
  // An attribute of style would be refused by the page's own policy.
  expect(html).not.toMatch(/ style=/)
})
