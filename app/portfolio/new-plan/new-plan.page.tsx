import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { todayIn } from '#app/kit/clock.ts'
import { newId } from '#app/kit/ids.ts'
import { paths } from '#app/kit/paths.ts'
import { CriticalDateField } from '#app/plan/terms/critical-date-field.tsx'
import { DateReasonFields } from '#app/plan/terms/date-reason-fields.tsx'
import { habitOf, settleNumbers } from '#app/runner/settle-numbers.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead } from '#app/ui/panel.tsx'
import { FirstWinFields } from '#app/value/win/first-win-fields.tsx'
import { createPlan } from './create-plan.server.ts'
import { NewPlanForm } from './new-plan-form.tsx'
import { readPreviewedAccount, readTypedAccount } from './account-in-address.ts'
import { getNewPlanChoices } from './new-plan-queries.server.ts'
import { earliestLive } from '../templates/earliest-live.ts'
import { planTemplates } from '../templates/find-template.ts'
import { askedPreview } from './asked-preview.ts'
import { PlanOutlook } from './plan-outlook.tsx'
import { newPlanWords } from './new-plan-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(newPlanWords.title) }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'plans/new')
  const { searchParams } = new URL(request.url)
  const asked = { typed: readTypedAccount(searchParams), previewed: readPreviewedAccount(searchParams) }
  const { start, ...offered } = await getNewPlanChoices(context.parts, actor.workspaceId, asked)
  const { calendars, timeZone } = start
  const today = todayIn(timeZone, context.parts.clock.now())
  return {
    formKey: newId(),
    ...offered,
    today,
    lead: actor.name,
    preview: askedPreview(searchParams, { today, calendars, vendor: offered.workspace.name }),
    templates: planTemplates.map((template) => ({
      value: template.id,
      text: template.name,
      earliest: earliestLive(template, { today, calendars }),
    })),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'plans/new')
  return dispatch(
    request,
    { context, actor, scopeId: actor.workspaceId },
    {
      'create-plan': {
        input: (values) => settleNumbers(createPlan.input, values, habitOf(request)),
        then: (planId) => paths.plan(planId),
      },
    },
  )
}

export default function NewPlanPage() {
  const { formKey, accounts, hasMore, workspace, today, templates, lead } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <PageHead
        title={newPlanWords.title}
        actions={<ButtonLink to="/plans/import">{newPlanWords.fromFile}</ButtonLink>}
      />
      <NewPlanForm
        idempotencyKey={formKeys(formKey)('create-plan')}
        reply={reply}
        choices={{ accounts, hasMore, workspace }}
        templates={templates}
        cancelTo="/plans"
        date={
          <>
            <CriticalDateField min={today} />
            <PlanOutlook templates={templates} today={today} lead={lead} />
          </>
        }
        reason={<DateReasonFields />}
        firstWin={<FirstWinFields isNew />}
      />
    </>
  )
}
