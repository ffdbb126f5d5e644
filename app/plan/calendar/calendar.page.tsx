import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { planLinks } from '#app/kit/paths.ts'
import type { PreviewReply } from '#app/runner/reply.ts'
import { mayOnPlan, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { firstValue } from '#app/runner/read-form.server.ts'
import { newId } from '#app/kit/ids.ts'
import { listRegions, regionName } from '#app/schedule/regions.server.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead } from '#app/ui/panel.tsx'
import type { Difference } from '../what-if/difference.ts'
import type { StoredCalendar } from '#app/schedule/stored-calendar.ts'
import { withRowsChanged } from './calendar-rows.ts'
import { editCalendar } from './edit-calendar.server.ts'
import { CalendarForm } from './calendar-form.tsx'
import { CalendarOrigin } from './calendar-origin.tsx'
import { CalendarSummary } from './calendar-summary.tsx'
import { calendarFormInput } from './calendar-input.server.ts'
import { getCalendars } from '../terms/terms-queries.server.ts'
import { PreviewButton, PreviewResult } from '../what-if/preview-parts.tsx'
import { previewIfAsked } from '../what-if/preview-command.server.ts'
import { calendarFormWords, calendarPageWords } from './calendar-form-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(calendarFormWords.title, data?.calendars.project) },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanViewer({ request, context }, params['planId'])
  const calendars = await getCalendars(context.parts, viewer, viewer.planId).catch(throwAsPage)
  const mayDo = mayOnPlan(viewer)
  const mayEdit = mayDo('edit-calendar')
  return {
    calendars,
    mayEdit,
    mayCheck: mayDo('check-calendar'),
    zones: mayEdit ? Intl.supportedValuesOf('timeZone') : [],
    regions: mayEdit ? listRegions() : namesOf([calendars.vendor, calendars.customer]),
    planId: viewer.planId,
    formKey: newId(),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePlanViewer({ request, context }, params['planId'])
  const { actor, planId } = viewer
  const { parts } = context
  const back = () => planLinks(planId).plan
  return dispatch<PreviewReply<Difference>>(
    request,
    { context, actor, scopeId: planId },
    {
      'check-calendar': { input: () => ({}), then: back },
      'edit-calendar': {
        input: calendarFormInput,
        before: async (values, input) => {
          // A row more or less, where no script could give it: nothing is kept.
          const rows = firstValue(values, 'rows')
          if (rows) return data({ status: 'invalid', message: '', faults: [], values: withRowsChanged(values, rows) })
          return previewIfAsked(editCalendar, { parts, viewer, planId })(values, input)
        },
        then: back,
      },
    },
  )
}

/** The regions of these calendars alone, for readers who may not change them. */
const namesOf = (calendars: readonly StoredCalendar[]) =>
  calendars.flatMap(({ region }) => (region === null ? [] : { code: region, name: regionName(region) }))

export default function CalendarPage() {
  const { calendars, mayEdit, mayCheck, zones, regions, planId, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { project, companies, vendor, customer, timeZone, origin, span } = calendars
  const links = planLinks(planId)
  const keys = formKeys(formKey)
  return (
    <>
      <PageHead
        title={calendarFormWords.title}
        eyebrow={<PageLink to={links.plan}>{project}</PageLink>}
        intro={calendarPageWords(timeZone)}
      />
      {origin && (
        <CalendarOrigin
          origin={origin}
          companies={companies}
          idempotencyKey={mayCheck ? keys('check-calendar') : null}
          reply={replyTo(reply, 'check-calendar')}
        />
      )}
      {mayEdit ? (
        <CalendarForm
          idempotencyKey={keys('edit-calendar')}
          reply={replyTo(reply, 'edit-calendar')}
          companies={companies}
          timeZone={timeZone}
          zones={zones}
          regions={regions}
          vendor={vendor}
          customer={customer}
          span={span}
          cancelTo={links.plan}
          actions={<PreviewButton />}
          preview={<PreviewResult shown={reply?.status === 'previewed' ? reply.shown : null} />}
        />
      ) : (
        <>
          <CalendarSummary company={companies.customer} calendar={customer} regions={regions} span={span} />
          <CalendarSummary company={companies.vendor} calendar={vendor} regions={regions} span={span} />
        </>
      )}
    </>
  )
}
