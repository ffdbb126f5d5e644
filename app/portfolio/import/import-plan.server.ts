import { Refusal, fieldRefusal } from '#app/runner/refusal.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { defineCommand } from '#app/runner/command.ts'
import { type NewOwner, insertPlan } from '#app/plan/core/insert-plan.server.ts'
import { extendCalendars } from '#app/plan/core/extend-calendars.server.ts'
import { reachPurchase } from '#app/plan/core/reach-purchase.server.ts'
import { checkSchedule } from '#app/plan/core/take-task.server.ts'
import { findLastCalendars } from '#app/plan/calendar/find-last-calendars.server.ts'
import { storedCalendar } from '#app/schedule/stored-calendar.ts'
import { planNameWords } from '#app/ui/name-words.ts'
import { findOrAddAccount } from '../new-plan/find-or-add-account.server.ts'
import { newPlanRefusals } from '../new-plan/new-plan-words.ts'
import { type PlanContentTask, contradictionsIn, planContent } from '../plan-file/plan-file.ts'
import { memberNamed } from './member-named.ts'

/** What a plan says that was made from no template. */
const imported = 'import'

/**
 * Creates a draft plan from a file, whole or not at all. Owners who are called like one member are that member, all others wait as
 * names. The member who imports it leads it, and it is under way where its Purchase is done.
 * @returns the plan's id
 */
export const importPlan = defineCommand({
  name: 'import-plan',
  scope: 'workspace',
  input: planContent,
  async run({ trx, actor, workspaceId, row: workspace, standings, input, now, todayIn, record, compute }) {
    if (actor.kind !== 'member') throw new Refusal(403, newPlanRefusals.membersOnly)
    const account = await findOrAddAccount(trx, workspaceId, input.account, now)
    const last = await findLastCalendars(trx, workspaceId, account.id)
    const timeZone = input.timeZone ?? last?.timeZone ?? workspace.timeZone
    const today = todayIn(timeZone)
    const [fault] = contradictionsIn(input, today)
    if (fault) throw fieldRefusal('milestones', `${fault.at}: ${fault.message}`)

    const ownerOf = await ownersIn(trx, workspaceId)
    const { planId } = await insertPlan(
      trx,
      {
        workspaceId,
        accountId: account.id,
        project: input.project,
        template: imported,
        leadId: actor.id,
        timeZone,
        calendarFrom: input.calendars ? null : last ? 'account' : 'workspace',
        vendorCalendar:
          input.calendars?.vendor ?? last?.vendorCalendar ?? storedCalendar.parse(workspace.vendorCalendar),
        customerCalendar:
          input.calendars?.customer ?? last?.customerCalendar ?? storedCalendar.parse(workspace.customerCalendar),
        startOn: input.startOn ?? today,
        criticalDate: input.criticalDate,
        criticalReason: input.criticalReason,
        ifMissed: input.ifMissed,
        firstWin: input.firstWin,
        milestones: input.milestones.map((milestone) => ({
          ...milestone,
          tasks: milestone.tasks.map((task) => ({
            ...task,
            owner: ownerOf(task),
            privateTo: task.private ? 'vendor' : null,
            spread: task,
            dependsOn: task.dependsOn.map(({ task: key, type, lagDays }) => ({ key, type, lagDays })),
          })),
        })),
      },
      now,
    )
    await extendCalendars({ trx, workspaceId, compute }, planId)
    const { rows } = await checkSchedule({ trx, workspaceId, row: { id: planId }, standings }, { before: null, today })
    const created = { scope: 'plan', scopeId: planId } as const
    const event = { event: 'plan created', subjectId: planId } as const
    const subject = planNameWords({ account: account.name, project: input.project })
    const after = <Value>(value: Value) => ({ before: null, after: value })
    const { criticalDate, firstWin } = input
    const terms = { criticalDate: after(criticalDate), winBy: after(firstWin.winBy) }
    await record({ ...event, subject, changes: terms }, created)
    await reachPurchase({ trx, workspaceId, record: (it) => record(it, created) }, rows)
    await record({ ...event, subject, changes: {} })
    return planId
  },
})

/** Who is in charge of a task, by name. A person of the customer joins later, by invitation. */
async function ownersIn(trx: WorkspaceTransaction, workspaceId: string) {
  const members = await trx
    .selectFrom('member')
    .select(['id', 'name', 'email'])
    .where('workspaceId', '=', workspaceId)
    .where('removedAt', 'is', null)
    .execute()
  return ({ owner }: PlanContentTask): NewOwner | null => {
    if (owner === null) return null
    const member = memberNamed(members, owner)
    return member ? { memberId: member.id } : { placeholder: owner }
  }
}
