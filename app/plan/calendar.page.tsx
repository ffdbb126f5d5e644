import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanPage, requirePlanViewer } from '#app/access/guards.server.ts'
import { mayEver } from '#app/access/policy.ts'
import { throwAsPage } from '#app/runner/as-page.server.ts'
import { readForm } from '#app/runner/read-form.server.ts'
import { newId } from '#app/kit/ids.ts'
import { submit } from '#app/runner/submit.server.ts'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead } from '#app/ui/panel.tsx'
import { dateSpan } from '#app/ui/words.ts'
import type { StoredCalendar } from './calendar.ts'
import { editCalendar } from './commands/edit-calendar.server.ts'
import { CalendarForm } from './components/calendar-form.tsx'
import { planLinks } from './components/plan-links.ts'
import { calendarFormInput } from './form-input.server.ts'
import { getCalendars } from './terms-queries.server.ts'

export const meta: MetaFunction = () => [{ title: pageTitle('Calendar') }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId/calendar', params['planId'])
  const calendars = await getCalendars(context.parts, viewer, viewer.planId).catch(throwAsPage)
  return {
    calendars,
    mayEdit: mayEver('edit-calendar', viewer.standings),
    planId: viewer.planId,
    formKey: newId(),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  const values = await readForm(request).catch(throwAsPage)
  const order = { parts: context.parts, actor, scopeId: planId, values, input: calendarFormInput(values) }
  return submit(editCalendar, order, () => planLinks(planId).plan)
}

export default function CalendarPage() {
  const { calendars, mayEdit, planId, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { project, companies, vendor, customer, timeZone } = calendars
  const links = planLinks(planId)
  return (
    <>
      <PageHead
        title="Calendar"
        eyebrow={<a href={links.plan}>{project}</a>}
        intro={`Every date of the plan is reckoned in these working days. Today is today in ${timeZone}.`}
      />
      {mayEdit ? (
        <CalendarForm
          idempotencyKey={formKeys(formKey)('edit-calendar')}
          reply={replyTo(reply, 'edit-calendar')}
          companies={companies}
          vendor={vendor}
          customer={customer}
          cancelTo={links.plan}
        />
      ) : (
        <>
          <CalendarWords company={companies.customer} calendar={customer} />
          <CalendarWords company={companies.vendor} calendar={vendor} />
        </>
      )}
    </>
  )
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function CalendarWords({ company, calendar }: { company: string; calendar: StoredCalendar }) {
  const { workweek, region, closed } = calendar
  return (
    <section aria-label={company}>
      <h2>{company}</h2>
      <p>
        Works on {workweek.map((day) => weekdays[day - 1]).join(', ')}
        {region ? `, without the public holidays of ${region}` : ''}.
      </p>
      {closed.length > 0 && (
        <ul>
          {closed.map((period) => (
            <li key={`${period.from}${period.why}`}>
              {period.why}, {dateSpan(period.from, period.to)}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
