import type { WorkspaceTransaction } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import { beginActivity } from '#app/runner/activity-counter.server.ts'
import type { IsoDate, LinkType, Side } from '#app/schedule/model.ts'
import type { StoredCalendar } from '#app/schedule/stored-calendar.ts'
import type { CalendarFrom } from './plan-rows.server.ts'
import type { FirstWin, WinPart } from './first-win.ts'
import { type StatedSpread, spreadColumns } from './spreads.server.ts'
import type { SittingRule } from '../sittings/sittings.ts'
import type { Stage } from './stages.ts'

export type NewOwner = { memberId: string } | { participantId: string } | { placeholder: string }

export type NewPlanTask = {
  /** Names the task within this plan, for `dependsOn`. */
  key: string
  title: string
  side: Side
  durationDays: number
  /** None where no one is in charge yet. */
  owner: NewOwner | null
  description?: string | null
  spread?: StatedSpread
  dependsOn?: readonly { key: string; lagDays?: number; type?: LinkType }[]
  notBefore?: IsoDate | null
  notAfter?: IsoDate | null
  startedOn?: IsoDate | null
  doneOn?: IsoDate | null
  privateTo?: 'vendor' | 'customer' | null
  /** The only days on which it can be finished. */
  sittings?: SittingRule | null
}

export type NewPlan = {
  workspaceId: string
  accountId: string
  project: string
  template: string
  leadId: string
  /** Members who work on it besides the lead. */
  teamIds?: readonly string[]
  timeZone: string
  /** Where zone and calendars were taken from, for a participant to check. */
  calendarFrom?: CalendarFrom | null
  vendorCalendar: StoredCalendar
  customerCalendar: StoredCalendar
  startOn: IsoDate
  criticalDate: IsoDate
  criticalReason: string | null
  ifMissed: string | null
  /** What was said of it so far; null for the rest. */
  firstWin: { [Part in WinPart]: FirstWin[Part] | null } & { winBy: IsoDate }
  milestones: readonly NewPlanMilestone[]
}

type NewPlanMilestone = {
  stage: Stage
  title: string
  /** What it asks for before it is closed, and what was given, or why it was passed without. */
  exitEvidence?: string | null
  evidence?: string | null
  passedWithout?: string | null
  isGate?: boolean
  tasks: readonly NewPlanTask[]
}

const noSpread: StatedSpread = { atBest: null, atWorst: null }

export type InsertedPlan = { planId: string; milestoneIds: string[]; taskIds: Record<string, string> }

/** The three columns of an owner: one is set; none where no one is in charge yet. What another owner promised goes with that one. */
export const ownerColumns = (owner: NewOwner | null) => ({
  ownerMemberId: owner && 'memberId' in owner ? owner.memberId : null,
  ownerParticipantId: owner && 'participantId' in owner ? owner.participantId : null,
  ownerPlaceholder: owner && 'placeholder' in owner ? owner.placeholder : null,
  promisedOn: null,
  promisedBy: null,
})

/**
 * Writes a rough plan with its milestones, tasks, links and team in seven inserts. The caller records the event.
 * @throws Error when a task depends on a key that the plan does not have
 */
export async function insertPlan(trx: WorkspaceTransaction, plan: NewPlan, now: Date): Promise<InsertedPlan> {
  const { workspaceId, firstWin } = plan
  const planId = newId()
  await trx
    .insertInto('plan')
    .values({
      workspaceId,
      id: planId,
      accountId: plan.accountId,
      project: plan.project,
      state: 'rough',
      leadId: plan.leadId,
      timeZone: plan.timeZone,
      calendarFrom: plan.calendarFrom ?? null,
      vendorCalendar: JSON.stringify(plan.vendorCalendar),
      customerCalendar: JSON.stringify(plan.customerCalendar),
      startOn: plan.startOn,
      criticalDate: plan.criticalDate,
      criticalReason: plan.criticalReason ?? '',
      ifMissed: plan.ifMissed,
      winStatement: firstWin.statement ?? '',
      winMeasure: firstWin.measure ?? '',
      winUnit: firstWin.unit ?? '',
      winBaseline: firstWin.baseline,
      winTarget: firstWin.target,
      winBy: firstWin.winBy,
      winAnnouncedTo: firstWin.announcedTo ?? '',
      template: plan.template,
      createdAt: now,
    })
    .execute()

  await beginActivity(trx, { workspaceId, scope: 'plan', scopeId: planId })

  const team = [...new Set([plan.leadId, ...(plan.teamIds ?? [])])]
  await trx
    .insertInto('planTeam')
    .values(team.map((memberId) => ({ workspaceId, planId, memberId })))
    .execute()

  const milestones = plan.milestones.map((milestone, position) => ({ ...milestone, id: newId(), position }))
  const tasks = milestones.flatMap(({ id: milestoneId, tasks }) =>
    tasks.map((task, position) => ({ ...task, id: newId(), milestoneId, position })),
  )
  const taskIds: Record<string, string> = Object.fromEntries(tasks.map(({ key, id }) => [key, id]))
  if (milestones.length > 0)
    await trx
      .insertInto('milestone')
      .values(
        milestones.map((milestone) => ({
          workspaceId,
          id: milestone.id,
          planId,
          stage: milestone.stage,
          position: milestone.position,
          title: milestone.title,
          exitEvidence: milestone.exitEvidence ?? null,
          evidence: milestone.evidence ?? null,
          passedWithout: milestone.passedWithout ?? null,
          gate: milestone.isGate ?? false,
        })),
      )
      .execute()
  if (tasks.length > 0)
    await trx
      .insertInto('task')
      .values(
        tasks.map((task) => ({
          workspaceId,
          id: task.id,
          planId,
          milestoneId: task.milestoneId,
          position: task.position,
          title: task.title,
          description: task.description ?? null,
          side: task.side,
          durationDays: task.durationDays,
          notBefore: task.notBefore ?? null,
          notAfter: task.notAfter ?? null,
          startedOn: task.startedOn ?? null,
          doneOn: task.doneOn ?? null,
          privateTo: task.privateTo ?? null,
          sittings: task.sittings ? JSON.stringify(task.sittings) : null,
          createdAt: now,
          ...spreadColumns(task.spread ?? noSpread),
          ...ownerColumns(task.owner),
        })),
      )
      .execute()
  const links = tasks.flatMap((task) =>
    (task.dependsOn ?? []).map(({ key, lagDays, type }) => {
      const dependsOnId = taskIds[key]
      if (!dependsOnId) throw new Error(`The task ${task.key} depends on ${key}, which this plan does not have`)
      return { workspaceId, planId, taskId: task.id, dependsOnId, lagDays: lagDays ?? 0, type: type ?? 'FS' }
    }),
  )
  if (links.length > 0) await trx.insertInto('taskLink').values(links).execute()
  return { planId, milestoneIds: milestones.map(({ id }) => id), taskIds }
}
