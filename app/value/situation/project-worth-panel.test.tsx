import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderPage, textOf } from '#tests/samples/render-page.tsx'
import { ProjectWorthPanel } from './project-worth-panel.tsx'
import { projectWorth } from './project-worth.ts'

test('each unit has its sum, and each figure its person, source and state', async () => {
  const figures = [{ amount: 320, unit: 'hours', source: 'time sheets' } as const]
  await renderPage(<ProjectWorthPanel worth={projectWorth([{ person: 'Priya Raman', isConfirmed: false, figures }])} />)
  const panel = screen.getByRole('region', { name: 'What the project is worth' })
  expect(within(panel).getByRole('heading', { level: 3, name: '320 hours a month' })).toBeVisible()
  expect(textOf(within(panel).getByRole('listitem'))).toBe(
    'Priya Raman: 320 hours a month (time sheets) not confirmed yet',
  )
})

test('without a figure there is no panel', async () => {
  await renderPage(<ProjectWorthPanel worth={[]} />)
  expect(screen.queryByRole('region')).toBeNull()
})
