import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanPage } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { paths, planLinks } from '#app/kit/paths.ts'
import { mayEver } from '#app/policy/policy.ts'
import { newId } from '#app/kit/ids.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { AskFirst } from '#app/ui/ask-first.tsx'
import { PageLink } from '#app/ui/page-link.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { ConfirmedWin } from './confirmed-win.tsx'
import { PieceLinks } from '../pieces/piece-links.tsx'
import { ConsentHistory } from './consent-history.tsx'
import { ConsentForm } from './consent-form.tsx'
import { GivenConsent } from './given-consent.tsx'
import { consentPageWords, givenByOtherWords, referenceIntro, withdrawConsentSays } from '../reference-words.ts'
import { getReferenceForForm } from './consent-queries.server.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(consentPageWords.title, data?.project) },
]

/** What was refused because the first win was corrected is answered with the words as they are now. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  defaultShouldRevalidate || actionStatus === 409

/** The action asks as the page does: it is the one way for people who can no longer open the plan. */
const requireAnswerer = (asked: Parameters<typeof requirePlanPage>[0], planId: string | undefined) =>
  requirePlanPage(asked, 'plans/:planId/reference', planId, consentPageWords.championOnly)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, standings, plan, planId } = await requireAnswerer({ request, context }, params['planId'])
  const mayGive = mayEver('give-consent', standings)
  const page = await getReferenceForForm(context.parts, actor, planId, { mayGive }).catch(throwAsPage)
  return { ...page, mayGive, isArchived: plan.archivedAt !== null, planId, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, standings, planId } = await requireAnswerer({ request, context }, params['planId'])
  // Who may no longer open the plan comes back to this page.
  const then = () => (standings.has('consenter') ? planLinks(planId).reference : paths.plan(planId))
  return dispatch(
    request,
    { context, actor, scopeId: planId },
    {
      'answer-reference': { then },
      'give-consent': {
        input: (values, file) => ({ ...values, image: file && Buffer.from(file).toString('base64') }),
        then,
      },
    },
    { file: 'logo' },
  )
}

export default function ReferencePage() {
  const page = useLoaderData<typeof loader>()
  const { mayGive, isArchived, planId, formKey, workspace, account, project, win, winVersion, answer, values } = page
  const reply = useActionData<typeof action>()
  const keyFor = formKeys(formKey)
  const plan = paths.plan(planId)
  const onHold = answer === 'on hold'
  // Of a consent that has expired, a no is a plain answer.
  const isExpired = mayGive && answer === 'expired'
  const takeBack = values !== null && !isExpired && (
    <AskFirst
      text={consentPageWords.withdraw}
      about={project}
      says={withdrawConsentSays(workspace)}
      reply={replyTo(reply, 'answer-reference')}
    >
      <Form
        idempotencyKey={keyFor('answer-reference')}
        intent="answer-reference"
        hidden={{ answer: 'no' }}
        reply={replyTo(reply, 'answer-reference')}
      >
        <SubmitButton tone="danger">{consentPageWords.withdrawNow}</SubmitButton>
      </Form>
    </AskFirst>
  )
  const plain = values === null || isExpired ? (['later', 'no'] as const) : onHold ? (['later'] as const) : []
  const others = plain.length > 0 && answer !== 'no' && (
    <div className="acts">
      {plain.map((other) => (
        <Form
          key={other}
          idempotencyKey={keyFor('answer-reference', other)}
          intent="answer-reference"
          hidden={{ answer: other }}
          reply={replyTo(reply, 'answer-reference', { answer: other })}
        >
          <SubmitButton tone={other === 'no' ? 'quiet' : 'plain'}>{consentPageWords[other]}</SubmitButton>
        </Form>
      ))}
    </div>
  )
  if (!mayGive)
    return (
      <GivenConsent
        isArchived={isArchived}
        workspace={workspace}
        account={account}
        project={project}
        values={values}
        answer={answer}
        takeBack={takeBack}
        history={<ConsentHistory entries={page.history} />}
        yourDataAt={planLinks(planId).yourData}
      />
    )
  return (
    <>
      <PageHead
        title={answer === 'agreed' ? consentPageWords.given : consentPageWords.title}
        eyebrow={<PageLink to={plan}>{project}</PageLink>}
        intro={referenceIntro(workspace, account)}
      />
      <Panel>
        {onHold && <Notice tone="must">{consentPageWords.onHold}</Notice>}
        {answer === 'expired' && <Notice tone="must">{consentPageWords.expired}</Notice>}
        {page.givenBy !== null && <Notice>{givenByOtherWords(page.givenBy)}</Notice>}
        <ConfirmedWin win={win} />
        <ConsentForm
          idempotencyKey={keyFor('give-consent')}
          reply={replyTo(reply, 'give-consent')}
          vendor={workspace}
          account={account}
          winVersion={winVersion}
          offeredQuote={page.offeredQuote}
          people={page.people}
          logo={page.logo}
          cancelTo={plan}
          isOthers={page.givenBy !== null}
          {...(values ? { values } : {})}
        />
      </Panel>
      {others}
      {takeBack}
      <PieceLinks planId={planId} pieces={page.pieces} />
      {(values?.kinds.includes('call') || values?.kinds.includes('talk')) && (
        <p className="after-table">
          <PageLink to={planLinks(planId).calls}>{consentPageWords.calls}</PageLink>
        </p>
      )}
      <ConsentHistory entries={page.history} />
    </>
  )
}
