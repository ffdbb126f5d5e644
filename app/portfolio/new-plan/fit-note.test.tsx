import '@testing-library/jest-dom/vitest'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test } from 'vitest'
import { day } from '#tests/samples/plan-rows.ts'
import { FitNote } from './fit-note.tsx'

afterEach(cleanup)

const templates = [
  { value: 'small', text: 'Small rollout', earliest: day('2026-02-10') },
  { value: 'large', text: 'Data platform', earliest: day('2026-04-06') },
]

const form = (
  <form>
    <select name="template" aria-label="Template">
      <option value="small">Small rollout</option>
      <option value="large">Data platform</option>
    </select>
    <input type="date" name="criticalDate" aria-label="Critical date" />
    <FitNote templates={templates} today={day('2025-12-23')} />
  </form>
)

const status = () => screen.getByRole('status').textContent
const enter = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })

test('says at once whether the chosen template fits before the typed date, and by when it would', () => {
  render(form)
  expect(status()).toBe('')
  enter('Critical date', '2026-03-10')
  expect(status()).toBe('This date fits: a plan from this template can be live by 10 February 2026.')
  enter('Template', 'large')
  expect(status()).toBe('This template needs 15 weeks and you have 11. The earliest date is 6 April 2026.')
  expect(screen.getByRole('status')).toHaveClass('too-early')
  enter('Critical date', '2026-04-06')
  expect(screen.getByRole('status')).not.toHaveClass('too-early')
  expect(status()).toMatch(/^This date fits/)
  enter('Critical date', '2025-12-01')
  expect(status()).toMatch(/needs 15 weeks and you have 0\. /)
  enter('Critical date', '')
  expect(status()).toBe('')
})

test('says what each template needs where no script runs', () => {
  document.body.innerHTML = renderToString(form)
  expect(screen.getAllByRole('listitem').map((it) => it.textContent)).toEqual([
    'Small rollout: live on 10 February 2026 at the earliest',
    'Data platform: live on 6 April 2026 at the earliest',
  ])
  expect(status()).toBe('')
})
