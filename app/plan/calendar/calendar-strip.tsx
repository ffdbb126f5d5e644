import { PageLink } from '#app/ui/page-link.tsx'
import type { PlanLinks } from '#app/kit/paths.ts'
import type { PlanView } from '../view/plan-view.ts'
import { asksForCalendar } from './asks-for-calendar.ts'
import { calendarOriginWords, originWords, uncheckedLine } from './origin-words.ts'

/** Where zone and calendars come from, until a participant has checked them. */
export function CalendarStrip({ plan, links }: { plan: PlanView; links: PlanLinks }) {
  if (!asksForCalendar(plan) || plan.calendarFrom === null) return null
  const companies = { vendor: plan.workspace.name, customer: plan.account.name }
  const asked = uncheckedLine(companies.customer, plan.viewer.may.checkCalendar)
  return (
    <p className="origin no-print">
      {originWords(plan.calendarFrom, companies)} {asked}{' '}
      <PageLink to={links.calendar}>{calendarOriginWords.calendar}</PageLink>
    </p>
  )
}
