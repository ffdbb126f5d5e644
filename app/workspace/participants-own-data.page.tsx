import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanPage } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { newId } from '#app/kit/ids.ts'
import { paths, planLinks } from '#app/kit/paths.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Name } from '#app/ui/name.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { longDate } from '#app/ui/date-words.ts'
import { withdrawSituationWords } from '#app/value/situation/withdraw-situation-words.ts'
import { CopyForm } from './personal-data/copy-form.tsx'
import { getOwnRecord } from './personal-data/get-own-record.server.ts'
import { OwnRecordSections } from './personal-data/own-record-sections.tsx'
import { countsWords, ownRecordIntro, ownRecordWords } from './personal-data/own-record-words.ts'
import { askForErasureWords, erasureAskedWords, identityWords, ownDataWords } from './erasure/erasure-words.ts'
import { copyWords } from './personal-data/copy-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(copyWords.title) }]

/** The action asks as the page does: it is the one way for people who can no longer open the plan. */
const requireReader = (asked: Parameters<typeof requirePlanPage>[0], planId: string | undefined) =>
  requirePlanPage(asked, 'plans/:planId/your-data', planId, copyWords.customersOnly)

/** What is recorded and used about a participant, and the ways to correct, withdraw, copy and erase it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, workspace, planId } = await requireReader({ request, context }, params['planId'])
  const record = await getOwnRecord(context.parts, actor.workspaceId, actor.id).catch(throwAsPage)
  return { record, workspace: workspace.name, planId, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requireReader({ request, context }, params['planId'])
  const sender = { context, actor, scopeId: planId }
  return dispatch(request, sender, {
    'leave-card': { then: () => ({ path: planLinks(planId).yourData, says: ownRecordWords.nameRemoved }) },
    'return-to-card': { then: () => ({ path: planLinks(planId).yourData, says: ownRecordWords.namePutBack }) },
    'withdraw-situation': {
      then: () => ({ path: planLinks(planId).yourData, says: withdrawSituationWords.withdrawn }),
    },
    'ask-for-erasure': { then: () => ({ path: planLinks(planId).yourData, says: ownDataWords.asked }) },
  })
}

export default function ParticipantsOwnDataPage() {
  const { record, workspace, planId, formKey } = useLoaderData<typeof loader>()
  const { name, email, jobTitle, plans, counts, askedOn } = record
  const reply = useActionData<typeof action>()
  const keyFor = formKeys(formKey)
  const yours = countsWords(counts)
  // Who left it, or whose plan is archived, has no way there.
  const plan = plans.find(({ id }) => id === planId)
  return (
    <div className="stack middle">
      <PageHead
        title={copyWords.title}
        eyebrow={
          plan ? (
            <PageLink to={paths.plan(planId)}>
              <Name>{plan.title}</Name>
            </PageLink>
          ) : (
            <Name>{workspace}</Name>
          )
        }
        intro={ownRecordIntro(workspace)}
      />
      <OwnRecordSections record={record} workspace={workspace} formKey={formKey} reply={reply} />
      <Panel className="erasure">
        <h2>{ownDataWords.kept}</h2>
        <ul>
          <li>
            <Sentence parts={identityWords({ name: <Name>{name}</Name>, email, jobTitle })} />
          </li>
          {plans.length > 0 && (
            <li>
              {ownDataWords.plans}
              <ul>
                {plans.map(({ id, title }) => (
                  <li key={id}>
                    <Name>{title}</Name>
                  </li>
                ))}
              </ul>
            </li>
          )}
          {yours && <li>{yours}</li>}
          <li>{ownDataWords.activity}</li>
          <li>{ownDataWords.signIns}</li>
        </ul>
        <p className="fine">{ownDataWords.file}</p>
        <CopyForm
          action={planLinks(planId).yourDataExport}
          intent="export-own-data"
          idempotencyKey={keyFor('export-own-data')}
        />
      </Panel>
      <Panel>
        <h2>{ownDataWords.eraseTitle}</h2>
        {askedOn ? (
          <Notice tone="good">{erasureAskedWords(longDate(askedOn), workspace)}</Notice>
        ) : (
          <Form
            idempotencyKey={keyFor('ask-for-erasure')}
            intent="ask-for-erasure"
            reply={replyTo(reply, 'ask-for-erasure')}
          >
            <p>{askForErasureWords(workspace)}</p>
            <div className="acts">
              <SubmitButton tone="plain" busyText={ownDataWords.asking}>
                {ownDataWords.ask}
              </SubmitButton>
            </div>
          </Form>
        )}
      </Panel>
    </div>
  )
}
