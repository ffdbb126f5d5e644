import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanPage } from '#app/access/core/require-viewer.server.ts'
import { newId } from '#app/kit/ids.ts'
import { planLinks } from '#app/kit/paths.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { CallList } from './call-list.tsx'
import { getCalls } from './request-queries.server.ts'
import { acceptsNothingParts, callsIntro, callsPageWords } from './request-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(callsPageWords.title, data?.project) },
]

const page = 'plans/:planId/calls'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, planId } = await requirePlanPage({ request, context }, page, params['planId'])
  return { ...(await getCalls(context.parts, actor, planId)), planId, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanPage({ request, context }, page, params['planId'])
  const then = () => planLinks(planId).calls
  return dispatch(
    request,
    { context, actor, scopeId: planId },
    { 'accept-request': { then }, 'decline-request': { then } },
  )
}

export default function CallsPage() {
  const { workspace, project, mayAccept, requests, planId, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const keyFor = formKeys(formKey)
  const of = (...standings: string[]) => requests.filter(({ standing }) => standings.includes(standing))
  const [waiting, planned] = [of('open'), of('planned')]
  const earlier = requests.filter((it) => !waiting.includes(it) && !planned.includes(it))
  return (
    <>
      <PageHead
        title={callsPageWords.title}
        eyebrow={<PageLink to={planLinks(planId).plan}>{project}</PageLink>}
        intro={callsIntro(workspace)}
      />
      {requests.length === 0 && <p>{callsPageWords.none}</p>}
      {[
        { title: callsPageWords.waiting, shown: waiting },
        { title: callsPageWords.planned, shown: planned },
        { title: callsPageWords.earlier, shown: earlier },
      ].map(
        ({ title, shown }) =>
          shown.length > 0 && (
            <Panel key={title}>
              <h2>{title}</h2>
              {shown === waiting && !mayAccept && (
                <Notice tone="must">
                  <Sentence
                    parts={acceptsNothingParts((text) => (
                      <PageLink to={planLinks(planId).reference}>{text}</PageLink>
                    ))}
                  />
                </Notice>
              )}
              <CallList mayAccept={mayAccept} requests={shown} planId={planId} keyFor={keyFor} reply={reply} />
            </Panel>
          ),
      )}
      <p className="after-table">
        <PageLink to={planLinks(planId).reference}>{callsPageWords.consent}</PageLink>
      </p>
    </>
  )
}
