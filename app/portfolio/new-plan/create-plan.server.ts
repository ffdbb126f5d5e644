import { calendarSpecOf } from '#app/schedule/calendar-spec-of.ts'
import { type StoredCalendar, storedCalendar } from '#app/schedule/stored-calendar.ts'
import { extendCalendars } from '#app/plan/core/extend-calendars.server.ts'
import { insertPlan } from '#app/plan/core/insert-plan.server.ts'
import { firstWinFaults } from '#app/plan/core/first-win-faults.ts'
import { findOrAddAccount } from './find-or-add-account.server.ts'
import { faultsOfNewPlan, newPlan } from './model.ts'
import { findLastCalendars } from '#app/plan/calendar/find-last-calendars.server.ts'
import { findTemplate } from '../templates/find-template.ts'
import { proposedWinDay } from '../templates/proposed-win-day.ts'
import { layOutTemplate } from '../templates/template.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal, fieldRefusal, wrongFields } from '#app/runner/refusal.ts'
import { checkSchedule } from '#app/plan/core/take-task.server.ts'
import { newPlanRefusals } from './new-plan-words.ts'
import { planNameWords } from '#app/ui/name-words.ts'

/**
 * Creates a draft plan from a template; the account is found by its name or created. Time zone and calendars come from the
 * account's last plan, else from the workspace. The member who creates it leads it.
 * @returns the plan's id
 */
export const createPlan = defineCommand({
  name: 'create-plan',
  scope: 'workspace',
  input: newPlan,
  contradictions: firstWinFaults,
  async run({ trx, actor, workspaceId, row: workspace, standings, input, now, todayIn, record, compute }) {
    if (actor.kind !== 'member') throw new Refusal(403, newPlanRefusals.membersOnly)
    const template = findTemplate(input.template)
    if (!template) throw fieldRefusal('template', newPlanRefusals.noTemplate)
    const account = await findOrAddAccount(trx, workspaceId, input.account, now)
    const last = await findLastCalendars(trx, workspaceId, account.id)
    const timeZone = last?.timeZone ?? workspace.timeZone
    const today = todayIn(timeZone)
    const faults = faultsOfNewPlan(input, today)
    if (faults.length > 0) throw wrongFields(faults)

    const calendars = {
      vendorCalendar: last?.vendorCalendar ?? storedCalendar.parse(workspace.vendorCalendar),
      customerCalendar: last?.customerCalendar ?? storedCalendar.parse(workspace.customerCalendar),
    }
    const winBy = input.winBy ?? proposedWinDay(template, { liveBy: input.criticalDate, calendars: specsOf(calendars) })
    const { planId } = await insertPlan(
      trx,
      {
        workspaceId,
        accountId: account.id,
        project: input.project,
        template: template.id,
        leadId: actor.id,
        timeZone,
        calendarFrom: last ? 'account' : 'workspace',
        ...calendars,
        startOn: today,
        criticalDate: input.criticalDate,
        criticalReason: input.criticalReason,
        ifMissed: input.ifMissed,
        firstWin: {
          statement: input.statement,
          measure: input.measure,
          unit: input.unit,
          baseline: input.baseline,
          target: input.target,
          winBy,
          announcedTo: input.announcedTo,
        },
        milestones: layOutTemplate(template, { account: account.name, vendor: workspace.name, leadId: actor.id }),
      },
      now,
    )
    await extendCalendars({ trx, workspaceId, compute }, planId)
    await checkSchedule({ trx, workspaceId, row: { id: planId }, standings }, { before: null, today })
    const subject = planNameWords({ account: account.name, project: input.project })
    const event = { event: 'plan created', subjectId: planId, subject } as const
    const created = <Value>(after: Value) => ({ before: null, after })
    await record(
      {
        ...event,
        changes: {
          criticalDate: created(input.criticalDate),
          winBy: created(winBy),
          ...(input.statement !== null && { statement: created(input.statement) }),
          template: created(template.name),
        },
      },
      { scope: 'plan', scopeId: planId },
    )
    await record({ ...event, changes: {} })
    return planId
  },
})

const specsOf = (stored: { vendorCalendar: StoredCalendar; customerCalendar: StoredCalendar }) => ({
  vendor: calendarSpecOf(stored.vendorCalendar),
  customer: calendarSpecOf(stored.customerCalendar),
})
