import type { PlanView } from '../view/plan-view.ts'

/** Whether the page still says where zone and calendars come from; the link below it is then the one to the calendar. */
export const asksForCalendar = (plan: PlanView): boolean =>
  plan.calendarFrom !== null && !plan.archived && plan.state !== 'won' && plan.state !== 'lost'
