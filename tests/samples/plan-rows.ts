import { plainCalendar } from '#app/schedule/stored-calendar.ts'
import type { HeadlineTerms } from '#app/plan/core/headline-terms.ts'
import type { PlanRows, TaskRow } from '#app/plan/core/compute-plan.ts'
import { newTaskFields } from '#app/plan/core/task-fields.ts'
import type { PlanMaterial } from '#app/plan/view/plan-material.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { samplePlan } from './plan.ts'

export const day = (date: string) => date as IsoDate

/** A stored task, with defaults for what is not given. */
export const row = (
  id: string,
  milestoneId: string,
  { dependsOn = [], ...task }: Partial<Omit<TaskRow, 'dependsOn'>> & { dependsOn?: string[] } = {},
): TaskRow => ({
  id,
  milestoneId,
  position: 0,
  ...newTaskFields,
  title: `Task ${id}`,
  startedOn: null,
  doneOn: null,
  privateTo: null,
  owner: { kind: 'placeholder', id: null, name: 'Somebody' },
  sentBack: null,
  result: null,
  promisedOn: null,
  sittings: null,
  ...task,
  dependsOn: dependsOn.map((other) => ({ task: other, lagDays: 0, type: 'FS' })),
})

const ordinary = {
  legal: row('legal', 'signed', { title: 'Contract at Legal', durationDays: 10 }),
  build: row('build', 'ready', { side: 'vendor', durationDays: 15, dependsOn: ['legal'], title: 'Build it' }),
  train: row('train', 'live', { title: 'Train the team' }),
  close: row('close', 'win', { title: 'Close a month' }),
}

/** A milestone that asks for nothing and holds nothing up. */
export const plainMilestone = { exitEvidence: null, proof: null, isGate: false }

/** A plan's rows for pure tests: four tasks, live by 15 September, the win by 30 October 2026. */
export const planRows = (tasks: Partial<typeof ordinary> = {}): PlanRows<HeadlineTerms> => ({
  plan: {
    id: 'plan',
    state: 'rough',
    startOn: day('2026-06-01'),
    criticalDate: day('2026-09-15'),
    winBy: day('2026-10-30'),
    wonOn: null,
    vendorCalendar: plainCalendar,
    customerCalendar: plainCalendar,
    criticalReason: 'the half-year audit begins on the 16th.',
    ifMissed: 'The audit runs on the old books',
    workspace: 'Brightline',
    account: 'Halden Foods',
    winStatement: 'We closed the books in one day.',
  },
  milestones: [
    { id: 'signed', stage: 'Purchase', position: 0, title: 'Signed', ...plainMilestone },
    { id: 'ready', stage: 'Implementation', position: 0, title: 'Ready', ...plainMilestone },
    { id: 'live', stage: 'Rollout', position: 0, title: 'Live', ...plainMilestone },
    { id: 'win', stage: 'Value', position: 0, title: 'First win', ...plainMilestone },
  ],
  tasks: Object.values({ ...ordinary, ...tasks }),
})

/** What a page of that plan is computed from, for its champion on 17 June 2026. */
export const sampleMaterial = (tasks: Partial<typeof ordinary> = {}): PlanMaterial => {
  const { plan, ...rows } = planRows(tasks)
  const { viewer, today, project, termsVersion } = samplePlan()
  return {
    rows: {
      ...rows,
      cutFor: viewer.side,
      plan: {
        ...plan,
        project,
        termsVersion,
        leadName: 'Sam Ortiz',
        leadJobTitle: null,
        workspaceLogo: null,
        accountId: null,
        accountLogo: null,
        winMeasure: 'time to close a month',
        winUnit: 'days',
        winBaseline: 30,
        winTarget: 1,
        winAnnouncedTo: 'the board',
      },
    },
    viewer,
    today,
    archived: false,
    forecastShared: false,
    calendarFrom: null,
    agreedOn: null,
    agreedNumber: null,
    agreedDates: null,
    changed: { list: [], taskIds: [] },
    standsAsAgreed: false,
    advice: [],
    confirmers: [],
    agreements: [],
    objections: [],
    lastChange: null,
    ending: null,
  }
}
