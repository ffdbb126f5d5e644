import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { paths, planLinks } from '#app/kit/paths.ts'
import { mayOpen } from '#app/policy/may-open.ts'
import { newId } from '#app/kit/ids.ts'
import { numberText } from '#app/kit/read-number.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { habitOf, settleNumbers } from '#app/runner/settle-numbers.ts'
import { firstValue } from '#app/runner/read-form.server.ts'
import type { PostedValues, PreviewReply } from '#app/runner/reply.ts'
import { addDays } from '#app/schedule/dates.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { quoted } from '#app/ui/name-words.ts'
import { formKeys } from '#app/ui/form-keys.ts'
import { postedValue, replyTo } from '#app/ui/form-reply.ts'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { SignInAsAnother } from '#app/ui/sign-in-as-another.tsx'
import { ConfirmWinForm } from './confirm-win-form.tsx'
import { CorrectWinForm } from './correct-win-form.tsx'
import { WithdrawWinForm } from './withdraw-win-form.tsx'
import { whoMayRecordWords } from './who-may-record-words.ts'
import { correctInput, measurementInput } from '../model.ts'
import { getWinForForm } from './win-queries.server.ts'
import { firstWinCardWords } from './first-win-card-words.ts'
import { correctWinWords } from './win-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(firstWinCardWords.record, data?.project) },
]

/** What was refused because the plan moved on is answered with the plan in its current state. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  defaultShouldRevalidate || actionStatus === 409

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanViewer({ request, context }, params['planId'])
  const page = await getWinForForm(context.parts, viewer, viewer.planId).catch(throwAsPage)
  const isTheirs = mayOpen('plans/:planId/win', viewer.standings)
  // Refused, but with a page that says whose it is.
  return data({ ...page, planId: viewer.planId, formKey: newId() }, { status: isTheirs ? 200 : 403 })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePlanViewer({ request, context }, params['planId'])
  const { actor, planId } = viewer
  const links = planLinks(planId)
  const then = () => links.plan
  // The one form that holds all numbers of this page.
  const input = (values: PostedValues) => settleNumbers(correctInput, values, habitOf(request))
  return dispatch<PreviewReply<Checked>>(
    request,
    { context, actor, scopeId: planId },
    {
      'correct-first-win': { input, then: ({ asksAgain }) => (asksAgain ? links.reference : links.plan) },
      'withdraw-first-win': { input, then },
      'record-measurement': { input, then },
      'confirm-first-win': {
        input,
        before: async (values, settled) => {
          const value = measurementInput.safeParse(settled).data?.measuredValue
          if (value === undefined || wasShown(values, value)) return undefined
          const { may } = await getWinForForm(context.parts, viewer, planId).catch(throwAsPage)
          return may === 'confirm' ? data({ status: 'previewed', values, shown: { value } }) : undefined
        },
        then,
      },
    },
  )
}

/** Whether what is posted is what was looked at: a value, day or sentence that was changed since is shown again. */
const wasShown = (values: PostedValues, value: number): boolean =>
  numberText(value) === firstValue(values, 'checked') &&
  [['reachedOn', 'checkedOn'] as const, ['statement', 'checkedStatement'] as const].every(
    ([field, checked]) => oneLine(values, field) === oneLine(values, checked),
  )

/** Without what browsers do to line breaks on the way. */
const oneLine = (values: PostedValues, field: string) => (firstValue(values, field) ?? '').replace(/\s+/g, ' ').trim()

/** The value that was sent to be looked at before it is confirmed, as it was understood. */
type Checked = { value: number }

export default function WinPage() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { planId, formKey, win, winVersion, workspace, account, today, measured, answer, may } = page
  const { audience, confirmer } = page
  const plan = paths.plan(planId)
  const keyFor = formKeys(formKey)
  return (
    <>
      <PageHead
        title={may === 'correct' ? correctWinWords.title : firstWinCardWords.record}
        eyebrow={<PageLink to={plan}>{page.project}</PageLink>}
      />
      {may === 'correct' && measured !== null && !('open' in win) && (
        <>
          <Panel>
            <CorrectWinForm
              keyFor={keyFor}
              reply={reply}
              win={win}
              measured={measured}
              reachedOn={page.reachedOn}
              today={today}
              workspace={workspace}
              account={account}
              answer={answer}
              cancelTo={plan}
            />
          </Panel>
          {page.mayWithdraw && (
            <WithdrawWinForm
              keyFor={keyFor}
              reply={reply}
              workspace={workspace}
              answer={answer}
              tomorrow={addDays(today, 1)}
            />
          )}
        </>
      )}
      {may === 'confirm' && audience && confirmer && !('open' in win) && (
        <Panel>
          <ConfirmWinForm
            keyFor={keyFor}
            reply={reply}
            win={win}
            winVersion={winVersion}
            checked={checkedIn(reply)}
            workspace={workspace}
            account={account}
            project={page.project}
            audience={audience}
            confirmer={confirmer}
            today={today}
            notYetAt={planLinks(planId).notYet}
          />
        </Panel>
      )}
      {may === null && (
        <Panel>
          {win.statement && <blockquote className="quoted">{quoted(win.statement)}</blockquote>}
          <Notice>{whoMayRecordWords(page)}</Notice>
          <div className="acts">
            <SignInAsAnother />
          </div>
        </Panel>
      )}
    </>
  )
}

/** The value whose words are shown: the one that was just sent to be looked at, or that was refused after it was. */
function checkedIn(reply: ReturnType<typeof useActionData<typeof action>>): number | null {
  if (reply?.status === 'previewed') return reply.shown.value
  const checked = postedValue(replyTo(reply, 'confirm-first-win') ?? replyTo(reply, 'record-measurement'), 'checked')
  return typeof checked === 'string' && checked !== '' ? Number(checked) : null
}
