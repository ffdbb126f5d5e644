import '@testing-library/jest-dom/vitest'
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { type Outcome, OutcomeContext } from '#app/ui/outcome.ts'
import type { RecentChange } from './find-recent-change.server.ts'
import { useOfferedChange } from './use-offered-change.ts'

const created: Outcome = { id: 'a', words: 'You created the plan.', scopeId: null, number: 1 }
const change = (number: number): RecentChange => ({
  number,
  lastNumber: number,
  words: `made change ${number}`,
  isUndoing: false,
  completed: null,
})

let ended = 0
const Page = ({ outcome, recent }: { outcome: Outcome | null; recent: RecentChange | null }) => (
  <OutcomeContext.Provider value={{ outcome, end: () => void ended++ }}>
    <Offer recent={recent} />
  </OutcomeContext.Provider>
)
const Offer = ({ recent }: { recent: RecentChange | null }) => <p>{useOfferedChange(recent)?.words ?? 'nothing'}</p>

test('an outcome hides what was changed before it, and gives way to what is changed after it', () => {
  ended = 0
  const { rerender } = render(<Page outcome={created} recent={change(3)} />)
  expect(screen.getByText('nothing')).toBeVisible()
  rerender(<Page outcome={created} recent={change(4)} />)
  expect(screen.getByText('made change 4')).toBeVisible()
  expect(ended).toBe(1)
  rerender(<Page outcome={{ ...created, id: 'b' }} recent={change(4)} />)
  expect(screen.getByText('nothing')).toBeVisible()
  rerender(<Page outcome={null} recent={change(4)} />)
  expect(screen.getByText('made change 4')).toBeVisible()
})
