import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { planLinks } from '#app/kit/paths.ts'
import type { Parts } from '#app/kit/parts.ts'
import { sightOf } from '#app/policy/policy.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import type { PreviewReply } from '#app/runner/reply.ts'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { habitOf, settleNumbers } from '#app/runner/settle-numbers.ts'
import { isFromScript } from '#app/kit/is-from-script.ts'
import { newId } from '#app/kit/ids.ts'
import { longestName } from '#app/kit/plain-text.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { buttonWords } from '#app/ui/button-words.ts'
import { formKeys } from '#app/ui/form-keys.ts'
import { faultsOf, replyTo } from '#app/ui/form-reply.ts'
import { AskedCheck } from '#app/ui/asked-check.tsx'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead } from '#app/ui/panel.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { GuidedGroup } from '#app/value/guided-group.tsx'
import { doubtsOfForm } from '#app/value/win/doubts-of-form.ts'
import { getWinTasks } from '#app/value/win/get-win-tasks.server.ts'
import { GuidedWinFields } from '#app/value/win/guided-win-fields.tsx'
import { savedWithDoubtsWords } from '#app/value/win/win-question-words.ts'
import type { Difference } from '../what-if/difference.ts'
import { editTerms } from './edit-terms.server.ts'
import { CriticalDateField } from './critical-date-field.tsx'
import { DateReasonFields } from './date-reason-fields.tsx'
import { getTerms } from './terms-queries.server.ts'
import { PreviewButton, PreviewResult } from '../what-if/preview-parts.tsx'
import { previewIfAsked } from '../what-if/preview-command.server.ts'
import { termLabels } from '../core/terms-words.ts'
import { termsPageWords, unitWords } from './terms-page-words.ts'
import { planRefusals } from '../core/plan-refusal-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(termsPageWords.title, data?.terms.dates.project) },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage(
    { request, context },
    'plans/:planId/terms',
    params['planId'],
    planRefusals.viewOnly,
  )
  const [terms, taskDays] = await Promise.all([
    getTerms(context.parts, viewer, viewer.planId),
    taskDaysOf(context.parts, viewer, viewer.planId),
  ]).catch(throwAsPage)
  return { terms, taskDays, planId: viewer.planId, formKey: newId() }
}

/** Working days of the tasks that lead to the first win. */
const taskDaysOf = (parts: Pick<Parts, 'reads'>, { actor, standings }: PlanReader, planId: string) =>
  parts.reads.in(actor.workspaceId, async (trx) => {
    const { taskDays } = await getWinTasks(trx, { workspaceId: actor.workspaceId, planId, sight: sightOf(standings) })
    return taskDays
  })

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePlanViewer({ request, context }, params['planId'])
  const { actor, planId } = viewer
  const { parts } = context
  const preview = previewIfAsked(editTerms, { parts, viewer, planId })
  // With script the doubts were told while the win was typed.
  const links = planLinks(planId)
  let next = links.plan
  return dispatch<PreviewReply<Difference>>(
    request,
    { context, actor, scopeId: planId },
    {
      'edit-terms': {
        input: (values) => settleNumbers(editTerms.input, values, habitOf(request)),
        before: async (values, input) => {
          const doubted = isFromScript(request) ? [] : doubtsOfForm(values, await taskDaysOf(parts, viewer, planId))
          if (doubted.length > 0) next = links.doubtedWin
          return preview(values, input)
        },
        then: () => next,
      },
    },
  )
}

export default function TermsPage() {
  const { terms, taskDays, planId, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [search] = useSearchParams()
  const links = planLinks(planId)
  const editing = replyTo(reply, 'edit-terms')
  return (
    <>
      <PageHead
        title={termsPageWords.title}
        eyebrow={<PageLink to={links.plan}>{terms.dates.project}</PageLink>}
        intro={termsPageWords.intro}
      />
      <Form
        idempotencyKey={formKeys(formKey)('edit-terms')}
        intent="edit-terms"
        reply={editing}
        seen={{ ...terms.dates, ...terms.win, ...terms.measuring }}
        className="guided"
      >
        <GuidedGroup title={termsPageWords.datesTitle}>
          <TextField name="project" label={termLabels.project} value={terms.dates.project} maxLength={longestName} />
          <CriticalDateField value={terms.dates.criticalDate} />
          <DateReasonFields values={terms.dates} />
        </GuidedGroup>
        <div id="first-win" className="first-win-form">
          <h2>{termsPageWords.winTitle}</h2>
          {search.has('doubts') && !reply && (
            <Notice>
              {savedWithDoubtsWords.says} <PageLink to={links.plan}>{savedWithDoubtsWords.toPlan}</PageLink>
            </Notice>
          )}
          <GuidedWinFields
            values={{ ...terms.win, ...terms.measuring }}
            criticalDate={terms.dates.criticalDate}
            taskDays={taskDays}
          />
          {faultsOf(editing).some(({ field }) => field === 'unitHolds') && (
            <AskedCheck name="unitHolds" label={unitWords.holds} />
          )}
        </div>
        <PreviewResult shown={reply?.status === 'previewed' ? reply.shown : null} />
        <div className="acts">
          <SubmitButton>{buttonWords.save}</SubmitButton>
          <PreviewButton />
          <ButtonLink to={links.plan} tone="quiet">
            {buttonWords.cancel}
          </ButtonLink>
        </div>
      </Form>
    </>
  )
}
