import '@testing-library/jest-dom/vitest'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { createMemoryRouter, RouterProvider, useSearchParams } from 'react-router-dom'
import { afterEach, expect, test, vi } from 'vitest'
import { samplePlan, sampleTask } from '#tests/samples/plan.ts'
import { TaskTalk, type TaskTalkProps } from '#app/talk/task-talk.tsx'
import { type ShownTask, talkPropsOf } from './shown-task.ts'
import { TaskPanel } from './task-panel.tsx'

afterEach(() => vi.unstubAllGlobals())

const { viewer, today, workspace, account, project } = samplePlan()
const shown = {
  ...{ viewer, today, workspace, account, project },
  task: { ...sampleTask({ id: 't', title: 'Kick-off' }), notBefore: null, notAfter: null },
  description: null,
  stage: 'Implementation',
  milestone: 'Ready to test',
  waitsFor: [],
  waitedForBy: [],
  entries: [],
  conversation: { threads: [], size: 0, people: [], members: [], mayWrite: true, mayWriteInternally: true },
  attachments: { attachments: [], removed: [], mayChange: true, isFull: false },
  planId: 'plan-1',
  formKey: 'key',
}

const talk = (shown: ShownTask & Pick<TaskTalkProps, 'conversation' | 'attachments'>) => (
  <TaskTalk conversation={shown.conversation} attachments={shown.attachments} {...talkPropsOf(shown)} />
)

function Page() {
  const [search] = useSearchParams()
  const task = search.get('task')
  return (
    <>
      <div id="task-t">
        <a href="/" className="text">
          Kick-off
        </a>
      </div>
      {task && <TaskPanel planId="plan-1" taskId={task} number={Number(search.get('number'))} talk={talk} />}
    </>
  )
}

async function open(answers: Response[]) {
  cleanup()
  const asked: string[] = []
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url)
    return Promise.resolve(answers.shift() ?? Response.error())
  })
  const router = createMemoryRouter([{ path: '/plans/plan-1', element: <Page /> }], {
    initialEntries: ['/plans/plan-1?task=t&number=1'],
  })
  await act(async () => void render(<RouterProvider router={router} />))
  return { asked, router }
}

test('a task beside its plan has the focus, posts to its own page, and gives the focus back to its row', async () => {
  const { asked, router } = await open([Response.json(shown)])
  expect(await screen.findByRole('heading', { name: 'Kick-off' })).toHaveFocus()
  expect(asked).toEqual(['/plans/plan-1/tasks/t/beside'])
  const comment = screen.getByRole<HTMLButtonElement>('button', { name: 'Comment' })
  expect(comment.form).toHaveAttribute('action', '/plans/plan-1/tasks/t/view?beside=yes')
  await act(async () => void fireEvent.keyDown(comment, { key: 'Escape' }))
  expect(screen.queryByRole('complementary')).toBeNull()
  expect(router.state.location.search).not.toContain('task')
  expect(screen.getByRole('link', { name: 'Kick-off' })).toHaveFocus()
})

test('it is loaded again with each change, stays where that fails, and says when the task is gone', async () => {
  const renamed = { ...shown, task: { ...shown.task, title: 'Kick-off on site' } }
  const { router } = await open([
    Response.json(shown),
    Response.json(renamed),
    new Response('', { status: 503 }),
    new Response('', { status: 404 }),
  ])
  await screen.findByRole('heading', { name: 'Kick-off' })
  await act(() => router.navigate('/plans/plan-1?task=t&number=2'))
  await screen.findByRole('heading', { name: 'Kick-off on site' })
  await act(() => router.navigate('/plans/plan-1?task=t&number=3'))
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'This task could not be loaded. Close it and open it again.',
  )
  expect(screen.getByRole('heading', { name: 'Kick-off on site' })).toBeVisible()
  await act(() => router.navigate('/plans/plan-1?task=t&number=4'))
  expect(await screen.findByText('This task was removed or is no longer shared with you.')).toBeVisible()
  expect(screen.queryByRole('heading', { name: 'Kick-off on site' })).toBeNull()
})

test('an answer that is cut off is said', async () => {
  await open([new Response('{"viewer":')])
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'This task could not be loaded. Close it and open it again.',
  )
})
