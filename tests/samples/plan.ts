import type { AgreedChangeView, MilestoneView, PlanView, TaskView } from '#app/plan/view/plan-view.ts'
import { newTaskFields } from '#app/plan/core/task-fields.ts'
import type { IsoDate } from '#app/schedule/model.ts'

const day = (date: string) => date as IsoDate

/** A task of a sample plan, with defaults for what is not given. */
export const sampleTask = (task: Partial<TaskView> & { id: string }): TaskView => ({
  side: newTaskFields.side,
  durationDays: newTaskFields.durationDays,
  title: `Task ${task.id}`,
  hidden: false,
  privateTo: null,
  owner: { kind: 'participant', id: 'p1', name: 'Priya Raman' },
  status: 'open',
  startedOn: null,
  doneOn: null,
  sittings: null,
  earlyStart: day('2026-06-22'),
  earlyFinish: day('2026-06-26'),
  lateStart: day('2026-06-24'),
  dueOn: day('2026-06-30'),
  slackDays: 2,
  critical: false,
  mine: false,
  sentBack: null,
  result: null,
  changedSinceAgreed: false,
  moved: null,
  ...task,
})

/** A milestone of a sample plan. */
export const sampleMilestone = (milestone: Partial<MilestoneView> & { id: string }): MilestoneView => ({
  title: `Point ${milestone.id}`,
  goal: null,
  reachedOn: null,
  dueOn: day('2026-07-03'),
  expected: day('2026-07-03'),
  bufferDays: 2,
  exit: null,
  isGate: false,
  late: false,
  moved: null,
  tasks: [],
  ...milestone,
})

/** A plan for tests of the plan page: Halden Foods with Brightline, as its champion reads it on 17 June 2026. */
export const samplePlan = (plan: Partial<PlanView> = {}): PlanView => ({
  calendarFrom: null,
  id: 'plan-1',
  state: 'rough',
  archived: false,
  ending: null,
  viewer: {
    side: 'customer',
    sight: 'customer',
    id: 'p1',
    name: 'Priya Raman',
    role: 'champion',
    may: {
      edit: true,
      invite: true,
      agree: true,
      restoreAgreed: true,
      editTerms: true,
      checkCalendar: true,
      confirmWin: true,
      putAway: true,
      setTeam: true,
      setAccountLogo: true,
    },
  },
  project: 'Faster month-end close',
  workspace: { name: 'Brightline', logo: null },
  account: { name: 'Halden Foods', logo: null },
  today: day('2026-06-17'),
  criticalDate: day('2026-09-15'),
  criticalReason: 'the half-year audit begins on the 16th',
  ifMissed: null,
  termsVersion: 3,
  agreements: [],
  agreedOn: null,
  agreedNumber: null,
  drift: null,
  changedSinceAgreed: [],
  objections: [],
  slackDays: 2,
  sharedHeadline: null,
  headline: {
    lead: 'To be live on 15 September, the contract must be with Legal',
    stress: 'by tomorrow.',
    tone: 'must',
    because: 'Why this date: the half-year audit begins on the 16th.',
    whyLabel: 'Why tomorrow?',
    chain: [{ text: 'Contract at Legal', detail: '10 days', closed: false }],
    advice: [],
  },
  firstWin: {
    statement: 'We closed the books in one day.',
    measure: 'time to close a month',
    unit: 'days',
    baseline: 30,
    target: 1,
    winBy: day('2026-10-30'),
    announcedTo: 'the board',
    confirmers: ['Priya Raman'],
  },
  wonOn: null,
  stages: [],
  closed: [],
  nextForYou: [],
  lastChange: null,
  ...plan,
})

/** A change of an agreed date, as its page shows it. */
export const sampleChange = (change: Partial<AgreedChangeView> = {}): AgreedChangeView => ({
  part: 'criticalDate',
  title: 'Target date',
  kind: 'changed',
  before: '15 September',
  after: '22 September',
  by: 'Mara Keller',
  on: day('2026-06-16'),
  back: { by: 'restore-agreed', now: '"2026-09-22"' },
  ...change,
})
