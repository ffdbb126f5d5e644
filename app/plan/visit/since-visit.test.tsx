import { act, cleanup, fireEvent, renderHook, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { sampleMilestone, sampleTask } from '#tests/samples/plan.ts'
import { day } from '#tests/samples/plan-rows.ts'
import { postedBy, renderPage, textOf } from '#tests/samples/render-page.tsx'
import { useAnnounced } from '#app/ui/announce.ts'
import { planLinks } from '#app/kit/paths.ts'
import { SinceVisit } from './since-visit.tsx'
import type { VisitNews } from './visit-news.ts'

const news: VisitNews = {
  ...{ sinceOn: day('2026-06-15'), count: 3, isMore: false, number: 12, subjects: [['t', 12]] },
  changes: [
    { number: 12, sentence: 'Mara Keller checked off “Kick-off”.', subjectId: 't' },
    { number: 11, sentence: 'Mara Keller deleted “Old task”.', subjectId: 'gone' },
  ],
}
const kickOffLink = () => screen.getByRole('link', { name: 'Mara Keller checked off “Kick-off”.', hidden: true })
const show = (more: Partial<VisitNews> = {}, { only = false, mine = false, done = 0 } = {}) => {
  const milestones = [sampleMilestone({ id: 'm', tasks: [sampleTask({ id: 't', title: 'Kick-off', mine })] })]
  return renderPage(
    <SinceVisit
      news={{ ...news, ...more }}
      stages={[{ stage: 'Purchase', done, total: 1, milestones }]}
      show={only ? 'mine' : 'everything'}
      today={day('2026-06-17')}
      links={planLinks('plan-1')}
      formKey="key"
    />,
  )
}

test('each change leads to its row where there still is one, and all are in the activity', async () => {
  await show()
  expect(textOf()).toContain('3 changes since Monday')
  expect(kickOffLink()).toHaveAttribute('href', '#task-t')
  expect(screen.queryByRole('link', { name: /Old task/, hidden: true })).toBeNull()
  expect(screen.getByRole('link', { name: 'See all changes in Activity', hidden: true })).toBeInTheDocument()
  await show({ count: 2 })
  expect(screen.queryByRole('link', { name: /activity/, hidden: true })).toBeNull()
})

test('a change of a task whose row is not on show leads to the page of the task', async () => {
  const page = planLinks('plan-1').taskPage('t')
  await show({}, { only: true, mine: true })
  expect(kickOffLink()).toHaveAttribute('href', '#task-t')
  await show({}, { only: true })
  expect(kickOffLink()).toHaveAttribute('href', page)
  // Its stage is over, and folded.
  await show({}, { done: 1 })
  expect(kickOffLink()).toHaveAttribute('href', page)
})

test('one press marks what is shown as seen', async () => {
  await show()
  expect(postedBy(screen.getByRole('button', { name: 'Mark as seen' }))).toMatchObject({
    intent: 'mark-seen',
    number: '12',
  })
})

test('what is seen is announced where it was marked, not where its reader goes on to another page', async () => {
  const announced = () => renderHook(useAnnounced).result.current
  await show()
  screen
    .getByRole('link', { name: 'See all changes in Activity', hidden: true })
    .closest('details')
    ?.toggleAttribute('open')
  screen.getByRole('link', { name: 'See all changes in Activity' }).focus()
  cleanup()
  expect(announced()).toBe('')
  await show()
  const mark = screen.getByRole('button', { name: 'Mark as seen' })
  mark.focus()
  act(() => void fireEvent.submit(mark))
  cleanup()
  expect(announced()).toBe('Marked as seen.')
})
