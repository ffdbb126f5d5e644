import type { IsoDate, Side } from '#app/schedule/model.ts'
import type { MilestoneProof } from '../core/compute-plan.ts'
import type { FirstWin, OpenWin } from '../core/first-win.ts'
import type { OwnerView, ViewerSide } from '../core/viewer-side.ts'
import type { PlanState, Stage } from '../core/stages.ts'
import type { Sight } from '#app/policy/policy.ts'
import type { Edit } from '../edits/edit.ts'
import type { TaskFieldValues } from '../core/task-fields.ts'
import type { TaskStatus } from '../core/task-status.ts'
import type { TaskResult } from '../core/task-result.ts'

/** A day that was agreed, the day that holds now, and how many working days later (negative: earlier) that is. */
export type MovedDay = { agreed: IsoDate; now: IsoDate; days: number; done: boolean }

/** How a goal moved since the plan was agreed: the day by which it must be reached, and the day on which it is expected. */
export type GoalDrift = { due: MovedDay | null; finish: MovedDay | null }

/** What moved since the latest agreement; tasks that the reader may not know of are not counted. */
export type DriftView = {
  since: IsoDate
  goLive: GoalDrift | null
  win: GoalDrift | null
  later: number
  earlier: number
}

/** The only days on which a task can be finished, from the plan's start on; `over` when none of them is late enough any longer. */
export type SittingsView = {
  dates: IsoDate[]
  over: boolean
  /** What happens on these dates; never told where the task is hidden. */
  name: string | null
  /** The rule: "second Tuesday of the month". */
  words: string
}

/** A task as its reader sees it. Of the other side's private task only `hidden: true` and its dates arrive. */
export type TaskView = Pick<TaskFieldValues, 'title' | 'side' | 'durationDays'> & {
  id: string
  hidden: boolean
  privateTo: ViewerSide | null
  /** Null on a task that the other side keeps to itself. */
  owner: OwnerView | null
  status: TaskStatus
  startedOn: IsoDate | null
  doneOn: IsoDate | null
  sittings: SittingsView | null
  earlyStart: IsoDate
  earlyFinish: IsoDate
  lateStart: IsoDate
  /** The day by which it must be done: what a row shows. */
  dueOn: IsoDate
  slackDays: number
  /** Whether it is on the chain of tasks that decides the plan's end. */
  critical: boolean
  /** The tasks that it depends on, as their places among all tasks of the page from top to bottom. */
  after: number[]
  /** Whether the reader is in charge of it. */
  mine: boolean
  sentBack: { reason: string; by: string } | null
  /** What it asks for; null for nothing, and on a hidden task. */
  result: TaskResult | null
  /** The day for which its owner has promised it; null where none is, and on a hidden task. */
  promisedOn: IsoDate | null
  changedSinceAgreed: boolean
  /** How its *do by* moved since the plan was agreed; null when it did not, or nothing was agreed. */
  moved: MovedDay | null
}

/** A milestone with the point that ends it. */
export type MilestoneView = {
  id: string
  title: string
  goal: 'go-live' | 'win' | null
  reachedOn: IsoDate | null
  dueOn: IsoDate
  expected: IsoDate
  /** Working days by which it is late, negative, where it is expected after its due day; else those that the tightest of its open tasks can slip. */
  bufferDays: number
  late: boolean
  moved: MovedDay | null
  /** What it asks for before it is closed, and what was given; null where nothing is asked for. */
  exit: { asks: string; proof: MilestoneProof | null } | null
  isGate: boolean
  tasks: TaskView[]
}

export type StageView = { stage: Stage; done: number; total: number; milestones: MilestoneView[] }

export type ChainTask = { text: string; detail: string; closed: boolean }

/** The one sentence that matters, in parts so that the page can stress the date. */
export type HeadlineView = {
  lead: string
  stress: string
  tone: 'calm' | 'must' | 'late' | 'won'
  /** How a plan that both sides agreed to stands while nothing is late, and what is next; null for a draft and where something is late. */
  status: { text: string; next: string } | null
  /** The goal's date as the words above name it, and which of the plan's dates it is; null where they name none. */
  goal: { date: string; field: 'criticalDate' | 'winBy' } | null
  because: string
  whyLabel: string
  chain: ChainTask[]
  /** What would save the date, when it cannot be met. */
  advice: AdviceView[]
}

/** A change that alone would save the date, and the edits that a what-if opens with. */
export type AdviceView = { text: string; edits: Edit[] }

export type ClosedPeriodView = { from: IsoDate; to: IsoDate; why: string; side: Side }

export type FirstWinView = FirstWin & {
  /** Names of those who may confirm it: the champion and those that the champion named. */
  confirmers: string[]
}

/** A first win that is not fully defined. */
export type OpenWinView = OpenWin & Pick<FirstWinView, 'confirmers'>

/** What the reader may do on this page; the runner decides again on every change. */
export type MayView = {
  edit: boolean
  invite: boolean
  agree: boolean
  restoreAgreed: boolean
  editTerms: boolean
  checkCalendar: boolean
  confirmWin: boolean
  /** Close, archive, and take either back. */
  putAway: boolean
  setTeam: boolean
  setAccountLogo: boolean
}

export type ViewerView = { side: ViewerSide; sight: Sight; id: string; name: string; role: string; may: MayView }

/** What differs from what both sides agreed to: the value then and now, who changed it and when, and what puts it back for this reader. */
export type AgreedChangeView = {
  part: string
  title: string
  kind: 'changed' | 'added' | 'removed'
  before: string
  after: string
  by: string | null
  on: IsoDate | null
  back: { by: 'restore-agreed'; now: string } | { by: 'undo-change'; number: number } | null
}

/** What a side asks to change, until it withdraws that or agrees, with the other side's answer. */
export type ObjectionView = {
  id: string
  side: ViewerSide
  by: string
  on: IsoDate
  reason: string
  answer: { by: string; on: IsoDate; text: string } | null
}

export type AgreementView = { name: string; side: ViewerSide; on: IsoDate; termsVersion: number; current: boolean }

type EndedView = { by: string | null; on: IsoDate | null }

/** How a plan came to stand still; null where it did not in that way. */
export type EndingView = {
  /** The note is the vendor's own: null for the customer. */
  lost: (EndedView & { reason: string | null; note: string | null }) | null
  archived: EndedView | null
}

/** The latest change that the reader may know of. */
export type LastChange = {
  /** The activity's. */
  number: number
  by: string
  at: string
  /** Who did what: "Mara Keller checked off “Contract at Legal”.", or "You …" where the reader did. */
  sentence: string
}

export type PlanView = {
  /** Where zone and calendars were taken from, until a participant has checked them. */
  calendarFrom: 'account' | 'workspace' | null
  id: string
  state: PlanState
  archived: boolean
  /** Set while the plan is closed without an order or archived. */
  ending: EndingView | null
  viewer: ViewerView
  project: string
  workspace: { name: string; logo: string | null }
  /** Its id leads members to its page; null for the customer. */
  account: { id: string | null; name: string; logo: string | null }
  /** Who of the vendor is responsible for the plan now. */
  lead: { name: string; jobTitle: string | null }
  today: IsoDate
  criticalDate: IsoDate
  criticalReason: string | null
  ifMissed: string | null
  termsVersion: number
  /** The latest agreement of the champion and of the lead, where there is one. */
  agreements: AgreementView[]
  agreedOn: IsoDate | null
  /** Which version of the agreement is the latest, from 1. */
  agreedNumber: number | null
  /** Null while nothing was agreed, and where an older agreement kept no dates. */
  drift: DriftView | null
  changedSinceAgreed: AgreedChangeView[]
  objections: ObjectionView[]
  /** Working days that the goal of the headline can slip; negative when it is late. */
  slackDays: number
  headline: HeadlineView
  /** The headline without the names of what the reader's side keeps to itself; null where it says the same. */
  sharedHeadline: HeadlineView | null
  firstWin: FirstWinView | OpenWinView
  wonOn: IsoDate | null
  stages: StageView[]
  closed: ClosedPeriodView[]
  /** Ids of unfinished tasks that ask the reader for something now, most urgent first: own ones, and urgent ones without an owner. */
  nextForYou: string[]
  /** Ids of the reader's own unfinished tasks that can wait. */
  laterForYou: string[]
  lastChange: LastChange | null
}
