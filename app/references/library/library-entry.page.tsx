import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanPage } from '#app/access/core/require-viewer.server.ts'
import { newId } from '#app/kit/ids.ts'
import { paths, planLinks } from '#app/kit/paths.ts'
import { mayEver } from '#app/policy/policy.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageLink } from '#app/ui/page-link.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { ReferencesNav } from '../references-nav.tsx'
import { achievedParts } from '../reference-words.ts'
import { actsForAllRequests, isMeetingKind } from './call-rules.ts'
import { DescribeForm } from './describe-form.tsx'
import type { LibraryEntry, RequestView } from './library-view.ts'
import { libraryEntryWords, libraryWords, customerFactsWords } from './library-words.ts'
import { RequestForm } from './request-form.tsx'
import { RequestList } from './request-list.tsx'
import { getLibraryEntry } from './request-queries.server.ts'
import { noCallsWords, requestFormWords, requestListWords, requestRefusals } from './request-words.ts'
import { UsableKinds } from './usable-kinds.tsx'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(libraryWords.title, data?.project) }]

const page = 'plans/:planId/library'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, planId, standings } = await requirePlanPage({ request, context }, page, params['planId'])
  const reference = await getLibraryEntry(context.parts, actor, planId).catch(throwAsPage)
  return {
    ...reference,
    planId,
    mayDescribe: mayEver('describe-reference', standings),
    actsForAll: actsForAllRequests(standings),
    timeZones: Intl.supportedValuesOf('timeZone'),
    formKey: newId(),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanPage({ request, context }, page, params['planId'])
  const then = () => paths.libraryEntry(planId)
  return dispatch(
    request,
    { context, actor, scopeId: planId },
    {
      'request-call': { then },
      'cancel-request': { then },
      'note-outcome': { then },
      'describe-reference': { then },
    },
  )
}

export default function LibraryEntryPage() {
  const { planId, project, entry, account, requests, timeZone, timeZones, mayDescribe, actsForAll, formKey } =
    useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const keyFor = formKeys(formKey)
  return (
    <>
      <ReferencesNav current="library" />
      <PageHead
        title={account}
        eyebrow={<PageLink to={paths.plan(planId)}>{project}</PageLink>}
        actions={<ButtonLink to={planLinks(planId).referenceUse}>{libraryEntryWords.consent}</ButtonLink>}
        {...(entry && { intro: customerFactsWords([entry.industry, entry.companySize, entry.region, entry.language]) })}
      />
      {entry ? (
        <Panel>
          <p className="lead-win">
            <Sentence
              parts={achievedParts(entry, (change) => (
                <b className="strong">{change}</b>
              ))}
            />
          </p>
          <UsableKinds entry={entry} />
        </Panel>
      ) : (
        <Notice tone="must">{libraryEntryWords.gone}</Notice>
      )}
      {entry && (
        <Panel className="no-print">
          <h2>{requestFormWords.title}</h2>
          {whyNot(entry, requests) ?? (
            <>
              <p className="fine">{requestFormWords.intro}</p>
              <RequestForm
                idempotencyKey={keyFor('request-call')}
                reply={replyTo(reply, 'request-call')}
                kinds={entry.kinds.filter(isMeetingKind)}
                approver={entry.isApproverChampion ? null : entry.approver}
                rulesOut={entry.never.length > 0}
                timeZone={timeZone}
                timeZones={timeZones}
              />
            </>
          )}
        </Panel>
      )}
      <Panel>
        <h2>{requestListWords.title}</h2>
        <RequestList requests={requests} actsForAll={actsForAll} keyFor={keyFor} reply={reply} />
      </Panel>
      {entry && mayDescribe && (
        <Panel className="no-print">
          <h2>{libraryEntryWords.describe}</h2>
          <p className="fine">{libraryEntryWords.describeHint}</p>
          <DescribeForm
            idempotencyKey={keyFor('describe-reference')}
            reply={replyTo(reply, 'describe-reference')}
            entry={entry}
          />
        </Panel>
      )}
    </>
  )
}

/** Why nothing can be requested now, in place of the form. Times in a later quarter may still have calls left. */
function whyNot({ whyNoCalls }: LibraryEntry, requests: readonly Pick<RequestView, 'standing'>[]) {
  if (whyNoCalls !== null) return <p>{noCallsWords[whyNoCalls]}</p>
  if (requests.some(({ standing }) => standing === 'open')) return <p>{requestRefusals.waiting}</p>
  return undefined
}
