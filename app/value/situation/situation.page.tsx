import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { paths, planLinks } from '#app/kit/paths.ts'
import { habitOf } from '#app/runner/settle-numbers.ts'
import type { PostedValues } from '#app/runner/reply.ts'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { newId } from '#app/kit/ids.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { SituationForm } from './situation-form.tsx'
import { PrivateMark } from '#app/plan/view/private-part.tsx'
import { WhatWeHeard } from './what-we-heard.tsx'
import { situationInput } from './situation-input.server.ts'
import { getSituation } from './situation-queries.server.ts'
import { heardFromTitle, heardWords, takenBackWords } from './heard-words.ts'
import { situationsWords } from './situation-words.ts'
import { WithdrawSituationForm } from './withdraw-situation-form.tsx'
import { withdrawSituationWords } from './withdraw-situation-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(heardWords.title, data?.project) }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId/situations/:situationId', params['planId'])
  const situationId = params['situationId'] ?? 'new'
  const page = await getSituation(context.parts, viewer, viewer.planId, situationId).catch(throwAsPage)
  return { ...page, planId: viewer.planId, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  const situationId = params['situationId'] === 'new' ? undefined : params['situationId']
  const input = (values: PostedValues) => ({ ...situationInput(values, habitOf(request)), situationId })
  return dispatch(
    request,
    { context, actor, scopeId: planId },
    {
      'change-situation': { input, then: () => paths.plan(planId) },
      'save-situation': { input, then: () => planLinks(planId).situations },
      'withdraw-situation': { then: () => ({ path: paths.plan(planId), says: withdrawSituationWords.withdrawn }) },
    },
  )
}

export default function SituationPage() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [search] = useSearchParams()
  const { planId, formKey, project, workspace, today, situation, values, person, people, writer } = page
  const back = writer === 'customer' ? paths.plan(planId) : planLinks(planId).situations
  const intent = writer === 'customer' ? 'change-situation' : 'save-situation'
  const title = writer === 'customer' || !person ? heardWords.title : heardFromTitle(person)
  const eyebrow = <PageLink to={paths.plan(planId)}>{project}</PageLink>
  const withdraw = page.withdrawable && (
    <Panel className="withdraw-note no-print">
      <h2>{withdrawSituationWords.title}</h2>
      <WithdrawSituationForm
        situationId={page.withdrawable}
        about={project}
        vendor={workspace}
        keyFor={formKeys(formKey)}
        reply={reply}
      />
    </Panel>
  )
  if (page.isTakenBack && !replyTo(reply, 'change-situation')) {
    return (
      <>
        <PageHead title={heardWords.title} eyebrow={eyebrow} />
        <Notice>{takenBackWords(workspace)}</Notice>
        {withdraw}
      </>
    )
  }
  if (!writer) {
    return (
      <>
        <PageHead title={heardWords.title} eyebrow={eyebrow} />
        <WhatWeHeard
          situations={situation ? [situation] : []}
          closed={page.closed}
          vendor={workspace}
          today={today}
          formKey={formKey}
          changeAt={() => ''}
        />
        {withdraw}
        <p>
          <PageLink to={back}>{situationsWords.all}</PageLink>
        </p>
      </>
    )
  }
  return (
    <>
      {writer === 'vendor' && <PrivateMark company={workspace} />}
      <PageHead title={title} eyebrow={eyebrow} />
      <SituationForm
        idempotencyKey={formKeys(formKey)(intent, situation?.id ?? 'new')}
        reply={replyTo(reply, intent)}
        by={writer}
        intent={intent}
        cancelTo={back}
        people={people}
        personId={search.get('person') ?? undefined}
        {...(values ? { values } : {})}
        {...(person && writer === 'vendor' ? { person } : {})}
      />
      {withdraw}
    </>
  )
}
