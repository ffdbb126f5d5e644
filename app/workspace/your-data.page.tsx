import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/guards.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { newId } from '#app/kit/ids.ts'
import { paths, planLinks } from '#app/kit/paths.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { Form } from '#app/ui/form.tsx'
import { Name } from '#app/ui/name.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { longDate } from '#app/ui/date-words.ts'
import { CopyForm } from './personal-data/copy-form.tsx'
import { getOwnData } from './erasure/erasure-queries.server.ts'
import { askForErasureWords, erasureAskedWords, identityWords } from './erasure/erasure-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction = () => [{ title: pageTitle('Your data') }]

/** What is kept about a participant, and the way to have it erased. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, workspace, planId } = await requirePlanPage(
    { request, context },
    'plans/:planId/your-data',
    params['planId'],
    'This page is for customers only.',
  )
  const own = await getOwnData(context.parts, actor.workspaceId, actor.id).catch(throwAsPage)
  return { ...own, workspace: workspace.name, planId, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  const sender = { context, actor, scopeId: planId }
  return dispatch(request, sender, {
    'ask-for-erasure': { then: () => ({ path: planLinks(planId).yourData, says: 'You asked to be erased.' }) },
  })
}

export default function YourDataPage() {
  const { name, email, jobTitle, plans, askedOn, workspace, planId, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const keyFor = formKeys(formKey)
  return (
    <div className="stack middle">
      <PageHead title="Your data" eyebrow={<Link to={paths.plan(planId)}>{workspace}</Link>} />
      <Panel className="erasure">
        <h2>What we keep about you</h2>
        <ul>
          <li>
            <Sentence parts={identityWords({ name: <Name>{name}</Name>, email, jobTitle })} />
          </li>
          <li>
            Plans you are on:
            <ul>
              {plans.map((plan) => (
                <li key={plan.id}>
                  <Name>{plan.title}</Name>
                </li>
              ))}
            </ul>
          </li>
          <li>What you did there and when, what you said under “What we heard”, and what you agreed to.</li>
          <li>When you signed in and on which device, and the emails we sent you.</li>
        </ul>
        <p className="fine">The file contains all of this, for every plan you are on.</p>
        <CopyForm
          action={planLinks(planId).yourDataExport}
          intent="export-own-data"
          idempotencyKey={keyFor('export-own-data')}
        />
      </Panel>
      <Panel>
        <h2>Erase your data</h2>
        {askedOn ? (
          <Notice tone="good">{erasureAskedWords(longDate(askedOn), workspace)}</Notice>
        ) : (
          <Form idempotencyKey={keyFor('ask-for-erasure')} intent="ask-for-erasure" reply={reply}>
            <p>{askForErasureWords(workspace)}</p>
            <div className="acts">
              <SubmitButton tone="plain" busyText="Asking…">
                Ask to be erased
              </SubmitButton>
            </div>
          </Form>
        )}
      </Panel>
    </div>
  )
}
