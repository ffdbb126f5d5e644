import { Link } from '@remix-run/react'
import type { PlanLinks } from '#app/kit/paths.ts'
import type { PlanView } from '../view/plan-view.ts'
import { calendarOriginWords, originWords, uncheckedLine } from './origin-words.ts'

/** Whether the page still says where zone and calendars come from; the link below it is then the one to the calendar. */
export const asksForCalendar = (plan: PlanView): boolean =>
  plan.calendarFrom !== null && !plan.archived && plan.state !== 'won' && plan.state !== 'lost'

/** Where zone and calendars come from, until a participant has checked them. */
export function CalendarStrip({ plan, links }: { plan: PlanView; links: PlanLinks }) {
  if (!asksForCalendar(plan) || plan.calendarFrom === null) return null
  const companies = { vendor: plan.workspace.name, customer: plan.account.name }
  const asked = uncheckedLine(companies.customer, plan.viewer.may.checkCalendar)
  return (
    <p className="origin no-print">
      {originWords(plan.calendarFrom, companies)} {asked}{' '}
      <Link to={links.calendar}>{calendarOriginWords.calendar}</Link>
    </p>
  )
}
