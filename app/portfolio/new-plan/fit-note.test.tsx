import '@testing-library/jest-dom/vitest'
import { cleanup, render, screen } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test } from 'vitest'
import { day } from '#tests/samples/plan-rows.ts'
import { FitNote } from './fit-note.tsx'

afterEach(cleanup)

const templates = [
  { value: 'small', text: 'Small rollout', earliest: day('2026-02-10') },
  { value: 'large', text: 'Data platform', earliest: day('2026-04-06') },
]

type Chosen = { template: string; criticalDate: string }

const note = (chosen?: Chosen) => <FitNote templates={templates} today={day('2025-12-23')} chosen={chosen} />

const status = () => screen.getByRole('status').textContent

test('says whether the chosen template fits before the typed date, and by when it would', () => {
  const { rerender } = render(note())
  expect(status()).toBe('')
  const choose = (template: string, criticalDate: string) => rerender(note({ template, criticalDate }))
  choose('small', '2026-03-10')
  expect(status()).toBe('This date fits: a plan from this template can be live by 10 February 2026.')
  choose('large', '2026-03-10')
  expect(status()).toBe('This template needs 15 weeks and you have 11. The earliest date is 6 April 2026.')
  expect(screen.getByRole('status')).toHaveClass('too-early')
  choose('large', '2026-04-06')
  expect(screen.getByRole('status')).not.toHaveClass('too-early')
  expect(status()).toMatch(/^This date fits/)
  choose('large', '2025-12-01')
  expect(status()).toMatch(/needs 15 weeks and you have 0\. /)
  choose('large', '')
  expect(status()).toBe('')
})

test('says what each template needs where no script runs', () => {
  document.body.innerHTML = renderToString(note())
  expect(screen.getAllByRole('listitem').map((it) => it.textContent)).toEqual([
    'Small rollout: live on 10 February 2026 at the earliest',
    'Data platform: live on 6 April 2026 at the earliest',
  ])
  expect(status()).toBe('')
})
