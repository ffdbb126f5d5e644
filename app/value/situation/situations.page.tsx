import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { newId } from '#app/kit/ids.ts'
import { paths, planLinks } from '#app/kit/paths.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead } from '#app/ui/panel.tsx'
import { SituationsList } from './situations-list.tsx'
import { PrivateMark } from '#app/plan/view/private-part.tsx'
import { WhatWeHeard } from './what-we-heard.tsx'
import { wordsAsRead } from './words-as-read.server.ts'
import { getSituations } from './situation-queries.server.ts'
import { KeyPersonsPanel } from './key-persons-panel.tsx'
import { ProjectWorthPanel } from './project-worth-panel.tsx'
import { situationsHint } from './situation-words.ts'
import { heardWords } from './heard-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(heardWords.title, data?.project) }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId/situations', params['planId'])
  const page = await getSituations(context.parts, viewer, viewer.planId).catch(throwAsPage)
  return { ...page, planId: viewer.planId, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  return dispatch(
    request,
    { context, actor, scopeId: planId },
    {
      'mark-key-person': { then: () => planLinks(planId).situations },
      'share-situation': { then: () => planLinks(planId).situations },
      'confirm-situation': { input: wordsAsRead, then: () => paths.plan(planId) },
    },
  )
}

export default function SituationsPage() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { planId, formKey, today, rows, heard, side, mayEdit } = page
  const links = planLinks(planId)
  return (
    <>
      {side === 'vendor' && <PrivateMark company={page.workspace} />}
      <PageHead
        title={heardWords.title}
        eyebrow={<PageLink to={links.plan}>{page.project}</PageLink>}
        intro={side === 'vendor' ? situationsHint(page.account) : undefined}
      />
      {reply?.status === 'invalid' && <Notice tone="must">{reply.message}</Notice>}
      {side === 'vendor' ? (
        <SituationsList
          rows={rows}
          formKey={formKey}
          today={today}
          newAt={links.situation('new')}
          editAt={links.situation}
          action={links.situations}
          mayEdit={mayEdit}
        />
      ) : (
        <>
          <WhatWeHeard
            situations={heard}
            closed={page.closed}
            vendor={page.workspace}
            today={today}
            formKey={formKey}
            changeAt={links.situation}
          />
          {heard.length === 0 && <p>{heardWords.none}</p>}
        </>
      )}
      <KeyPersonsPanel
        rows={page.people}
        side={side}
        keyFor={formKeys(formKey)}
        newAt={mayEdit ? links.newSituation : null}
      />
      <ProjectWorthPanel worth={page.worth} />
    </>
  )
}
