import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { planLinks } from '#app/kit/paths.ts'
import type { PreviewReply } from '#app/runner/reply.ts'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { habitOf, settleNumbers } from '#app/runner/settle-numbers.ts'
import { newId } from '#app/kit/ids.ts'
import { longestName } from '#app/kit/plain-text.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { buttonWords } from '#app/ui/button-words.ts'
import { formKeys } from '#app/ui/form-keys.ts'
import { faultsOf, replyTo } from '#app/ui/form-reply.ts'
import { AskedCheck } from '#app/ui/asked-check.tsx'
import { Form } from '#app/ui/form.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead } from '#app/ui/panel.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { FirstWinFields } from '#app/value/win/first-win-fields.tsx'
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
  const terms = await getTerms(context.parts, viewer, viewer.planId).catch(throwAsPage)
  return { terms, planId: viewer.planId, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePlanViewer({ request, context }, params['planId'])
  const { actor, planId } = viewer
  const { parts } = context
  return dispatch<PreviewReply<Difference>>(
    request,
    { context, actor, scopeId: planId },
    {
      'edit-terms': {
        input: (values) => settleNumbers(editTerms.input, values, habitOf(request)),
        before: previewIfAsked(editTerms, { parts, viewer, planId }),
        then: () => planLinks(planId).plan,
      },
    },
  )
}

export default function TermsPage() {
  const { terms, planId, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const links = planLinks(planId)
  const editing = replyTo(reply, 'edit-terms')
  return (
    <>
      <PageHead
        title={termsPageWords.title}
        eyebrow={<Link to={links.plan}>{terms.dates.project}</Link>}
        intro={termsPageWords.intro}
      />
      <Form
        idempotencyKey={formKeys(formKey)('edit-terms')}
        intent="edit-terms"
        reply={editing}
        seen={{ ...terms.dates, ...terms.win }}
      >
        <div className="fieldset">
          <h2>{termsPageWords.datesTitle}</h2>
          <div className="fields">
            <TextField name="project" label={termLabels.project} value={terms.dates.project} maxLength={longestName} />
            <CriticalDateField value={terms.dates.criticalDate} />
            <DateReasonFields values={terms.dates} />
          </div>
        </div>
        <div className="fieldset" id="first-win">
          <h2>{termsPageWords.winTitle}</h2>
          <FirstWinFields values={terms.win} />
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
