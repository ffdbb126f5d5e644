import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PageLink } from '#app/ui/page-link.tsx'
import { mayOnPlan, requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { newId } from '#app/kit/ids.ts'
import { planLinks } from '#app/kit/paths.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { whyPlanClosed } from '#app/runner/plan-end.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { PrivateMark, ownCompany } from '../view/private-part.tsx'
import { getTaskPage } from './get-task-page.server.ts'
import { markDoneWords } from './mark-done-words.ts'
import { whyNotToMark } from './why-not-to-mark.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: pageTitle(markDoneWords.title, page?.project) },
]

/** What an email about a task leads to. Opening it changes nothing, since mail programs open links, too. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId/tasks/:taskId/done', params['planId'])
  const { planId, plan } = viewer
  const shown = await getTaskPage(context.parts, viewer, planId, params['taskId'] ?? '').catch(goneWhereNotFound)
  const { project } = plan
  if (!shown) return data({ shown: null, project, planId, formKey: newId() }, { status: 404 })
  const why = whyNotToMark({
    ...shown,
    closed: whyPlanClosed(plan),
    mayComplete: mayOnPlan(viewer)('complete-task'),
  })
  return data({ shown, why, project, planId, formKey: newId() })
}

/** Whether it was deleted or is the other side's own: the answer is the same. */
function goneWhereNotFound(error: unknown): null {
  if (error instanceof Refusal && error.status === 404) return null
  throw error
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  const { taskId = '' } = params
  return dispatch(
    request,
    { context, actor, scopeId: planId },
    {
      'complete-task': {
        input: (values) => ({ ...values, taskId }),
        then: () => planLinks(planId).taskOnPlan(taskId),
      },
    },
  )
}

export default function MarkDonePage() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { shown, project, planId } = page
  const links = planLinks(planId)
  if (!shown)
    return (
      <>
        <PageHead title={markDoneWords.gone} eyebrow={<PageLink to={links.plan}>{project}</PageLink>} />
        <Panel>
          <p>{markDoneWords.goneText}</p>
          <div className="acts">
            <ButtonLink to={links.plan}>{markDoneWords.openPlan}</ButtonLink>
          </div>
        </Panel>
      </>
    )
  const { task, today } = shown
  return (
    <>
      {task.privateTo && <PrivateMark company={ownCompany(shown)} />}
      <PageHead title={task.title} eyebrow={<PageLink to={links.taskOnPlan(task.id)}>{project}</PageLink>} />
      <Panel>
        {page.why === null ? (
          <Form
            idempotencyKey={page.formKey}
            intent="complete-task"
            hidden={{ taskId: task.id }}
            reply={replyTo(reply, 'complete-task')}
          >
            <h2>{markDoneWords.question}</h2>
            <p>{markDoneWords.due(task.dueOn, today)}</p>
            <div className="acts">
              <SubmitButton>{markDoneWords.confirm}</SubmitButton>
              <ButtonLink
                to={shown.viewer.side === 'customer' ? links.ask(task.id) : links.taskTalk(task.id)}
                tone="quiet"
              >
                {markDoneWords.stuck}
              </ButtonLink>
            </div>
          </Form>
        ) : (
          <>
            <p>{page.why}</p>
            <div className="acts">
              <ButtonLink to={links.taskPage(task.id)}>{markDoneWords.openTask}</ButtonLink>
            </div>
          </>
        )}
      </Panel>
    </>
  )
}
