import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { newId } from '#app/kit/ids.ts'
import { planLinks } from '#app/kit/paths.ts'
import { planRefusals } from '#app/plan/core/plan-refusal-words.ts'
import { addTask } from '#app/plan/task/add-task.server.ts'
import { getTasksToAdd } from '#app/plan/task/task-form-queries.server.ts'
import { taskInput } from '#app/plan/task/task-input.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { firstValue } from '#app/runner/read-form.server.ts'
import type { PostedValues, PreviewReply } from '#app/runner/reply.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { oneValue, postedValue } from '#app/ui/form-reply.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageLink } from '#app/ui/page-link.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead } from '#app/ui/panel.tsx'
import { NotesForm } from './notes-form.tsx'
import { ProposedTasksList } from './proposed-tasks-list.tsx'
import { addedWords, notesWords } from './notes-words.ts'
import { withoutLine } from './proposed-tasks.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(notesWords.title, data?.project) }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage(
    { request, context },
    'plans/:planId/notes',
    params['planId'],
    planRefusals.viewOnly,
  )
  const form = await getTasksToAdd(context.parts, viewer, viewer.planId).catch(throwAsPage)
  return { ...form, planId: viewer.planId, formKey: newId() }
}

/** What is left of the notes, and the task that was just added, by its title. */
type NotesReply = PreviewReply<{ added: string | null }>

/** The notes without the line that a form is about. */
const rest = (values: PostedValues): PostedValues => ({
  intent: 'read-notes',
  notes: withoutLine(firstValue(values, 'notes') ?? '', Number(firstValue(values, 'line'))),
})

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  const answer = (values: PostedValues, added: string | null = null) =>
    data<NotesReply>({ status: 'previewed', values, shown: { added } })
  return dispatch<NotesReply>(
    request,
    { context, actor, scopeId: planId },
    {
      'add-task': async (values) => {
        const idempotencyKey = firstValue(values, 'idempotencyKey') ?? ''
        const order = { actor, scopeId: planId, input: taskInput(values), idempotencyKey }
        await runCommand(context.parts, addTask, order)
        return answer(rest(values), firstValue(values, 'title') ?? '')
      },
    },
    {
      others: {
        'read-notes': (values) => Promise.resolve(answer(values)),
        'skip-line': (values) => Promise.resolve(answer(rest(values))),
      },
    },
  )
}

export default function MeetingNotesPage() {
  const { project, planId, formKey, ...form } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const notes = oneValue(postedValue(reply, 'notes'), '')
  const added = reply?.status === 'previewed' ? reply.shown.added : null
  const links = planLinks(planId)
  return (
    <>
      <PageHead
        title={notesWords.title}
        eyebrow={<PageLink to={links.plan}>{project}</PageLink>}
        intro={notesWords.intro}
      />
      {added !== null && <Notice tone="good">{addedWords(added)}</Notice>}
      {notes.trim() === '' ? (
        <NotesForm idempotencyKey={formKey} />
      ) : (
        <ProposedTasksList notes={notes} reply={reply} formKey={formKey} form={form} />
      )}
    </>
  )
}
