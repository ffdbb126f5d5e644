import { canonicalText } from '#app/runner/compare.ts'
import { amount, withUnit } from '#emails/parts/amounts.ts'
import { longDate } from '#app/ui/date-words.ts'
import { factsWords } from '#emails/parts/list-words.ts'
import { quoted } from '#app/ui/name-words.ts'
import type { StoredCalendar } from '#app/schedule/stored-calendar.ts'
import { closedListText, calendarWeekWords, workDayListText } from '../core/calendar-words.ts'
import { type LinkTerms, linkWords } from '../core/dependency-words.ts'
import { sittingWords } from '../sittings/sitting-words.ts'
import type { AgreedTerms } from './agreed-terms.ts'
import type { ViewerSide } from '../core/viewer-side.ts'
import { changedTaskTermWords, changedTermWords } from './changed-term-words.ts'
import { sideNames } from '../core/side-words.ts'
import { calendarTermLabels, targetDateLabel, termLabels } from '../core/terms-words.ts'

/** One thing that differs from what both sides agreed to. It is made of shared terms alone, so both sides may read all of it. */
export type AgreedChange = {
  /** Names it among the others: `criticalDate`, `vendorClosed`, `durationDays.ID`, `removed.ID`. */
  part: string
  kind: 'changed' | 'added' | 'removed'
  /** The task that it is about; null for the plan's own dates, first win and calendars. */
  task: { id: string; title: string } | null
  /** "Target date", "Working days of “Contract at Legal”". */
  title: string
  /** In words; empty for nothing. */
  before: string
  after: string
  /** The current value, to tell whether it is still the one that a person saw. */
  now: string
  /** The fields under which the activity mentions it. */
  fields: readonly string[]
}

/** Customer and, where that is known, on which day it is read: without one, dates carry their year. */
export type ChangeReader = { companies: Record<ViewerSide, string>; today?: string }

type Term = {
  part: PlanPart
  label: string
  value: unknown
  words: string
  /** Days that the words leave out: where nothing else differs, those that differ are counted. */
  days?: readonly string[]
}

const winParts = ['statement', 'measure', 'unit', 'baseline', 'target', 'winBy', 'announcedTo'] as const
const calendarParts = [
  'vendorWorkweek',
  'vendorRegion',
  'vendorClosed',
  'vendorDays',
  'customerWorkweek',
  'customerRegion',
  'customerClosed',
  'customerDays',
] as const
const planParts = ['criticalDate', 'criticalReason', ...winParts, ...calendarParts] as const
export type PlanPart = (typeof planParts)[number]

export const isPlanPart = (part: string): part is PlanPart => planParts.some((it) => it === part)

/** What is said when the first win is confirmed; its day is not. */
export const isOfWin = (part: string): boolean => part !== 'winBy' && winParts.some((it) => it === part)

export const taskParts = ['title', 'side', 'durationDays', 'dependsOn', 'sittings'] as const
export type TaskPart = (typeof taskParts)[number]

/** What differs between the agreed terms and those that hold now, each with its value then and now. */
export function changesSince(agreed: AgreedTerms, now: AgreedTerms, told: ChangeReader): AgreedChange[] {
  return [...planChanges(agreed, now, told), ...taskChanges(agreed, now, told)]
}

/** The ids of the tasks that the changes are about. */
export const changedTasks = (changes: readonly Pick<AgreedChange, 'task'>[]): string[] => [
  ...new Set(changes.flatMap(({ task }) => task?.id ?? [])),
]

function planChanges(agreed: AgreedTerms, now: AgreedTerms, told: ChangeReader): AgreedChange[] {
  const before = planTerms(agreed, told)
  return planTerms(now, told).flatMap((term, at) => {
    const was = before[at]
    if (!was || canonicalText(was.value) === canonicalText(term.value)) return []
    const { part, label, words } = term
    const value = canonicalText(term.value)
    const after = was.words === words ? factsWords([words, ...dayWords(was.days, term.days)].filter(Boolean)) : words
    return { part, kind: 'changed', task: null, title: label, before: was.words, after, now: value, fields: [part] }
  })
}

/** "2 days added", "1 day removed": how many of the days differ. */
function dayWords(before: readonly string[] = [], now: readonly string[] = []): string[] {
  const added = now.filter((day) => !before.includes(day)).length
  const removed = before.filter((day) => !now.includes(day)).length
  return [
    ...(added > 0 ? [changedTermWords.daysAdded(added)] : []),
    ...(removed > 0 ? [changedTermWords.daysRemoved(removed)] : []),
  ]
}

/** The plan's own terms, always in the same order. */
function planTerms({ criticalDate, criticalReason, firstWin, ...calendars }: AgreedTerms, told: ChangeReader): Term[] {
  const { statement, measure, unit, baseline, target, winBy, announcedTo } = firstWin
  return [
    {
      part: 'criticalDate',
      label: targetDateLabel,
      value: criticalDate,
      words: longDate(criticalDate, told.today),
    },
    { part: 'criticalReason', label: termLabels.criticalReason, value: criticalReason, words: criticalReason },
    { part: 'statement', label: termLabels.statement, value: statement, words: statement },
    { part: 'measure', label: termLabels.measure, value: measure, words: measure },
    { part: 'unit', label: termLabels.unit, value: unit, words: unit },
    { part: 'baseline', label: termLabels.baseline, value: baseline, words: withUnit(baseline, unit) },
    { part: 'target', label: termLabels.target, value: target, words: withUnit(target, unit) },
    { part: 'winBy', label: termLabels.winBy, value: winBy, words: longDate(winBy, told.today) },
    { part: 'announcedTo', label: termLabels.announcedTo, value: announcedTo, words: announcedTo },
    ...calendarTerms('vendor', calendars.vendorCalendar, told),
    ...calendarTerms('customer', calendars.customerCalendar, told),
  ]
}

function calendarTerms(side: ViewerSide, calendar: StoredCalendar, { companies }: ChangeReader): Term[] {
  const { workweek, region, holidays, closed, extraWorkdays } = calendar
  const labels = calendarTermLabels(companies[side])
  const days = holidays.map(({ date }) => date)
  return [
    { part: `${side}Workweek`, label: labels.workweek, value: workweek, words: calendarWeekWords(workweek) },
    { part: `${side}Region`, label: labels.region, value: { region, days }, words: region ?? '', days },
    { part: `${side}Closed`, label: labels.closed, value: closed, words: closedListText(closed) },
    {
      part: `${side}Days`,
      label: labels.days,
      value: extraWorkdays,
      words: workDayListText(extraWorkdays),
    },
  ]
}

type AgreedTask = AgreedTerms['tasks'][number]

function taskChanges(agreed: AgreedTerms, now: AgreedTerms, told: ChangeReader): AgreedChange[] {
  const before = new Map(agreed.tasks.map((task) => [task.id, task]))
  const after = new Map(now.tasks.map((task) => [task.id, task]))
  // A link may lead to what is not on the shared plan any longer: both sides agreed to that name.
  const titleOf = (id: string) => after.get(id)?.title ?? before.get(id)?.title ?? ''
  const wordsOf = (task: AgreedTask) => taskWords(task, titleOf, told)
  const changed = now.tasks.flatMap((task): AgreedChange[] => {
    const earlier = before.get(task.id)
    const named = { id: task.id, title: task.title }
    if (!earlier)
      return [
        {
          ...whole,
          part: `added.${task.id}`,
          kind: 'added',
          task: named,
          title: changedTermWords.added(quoted(task.title)),
        },
      ]
    const [old, words] = [wordsOf(earlier), wordsOf(task)]
    return taskParts
      .filter((part) => canonicalText(earlier[part]) !== canonicalText(task[part]))
      .map((part) => ({
        part: `${part}.${task.id}`,
        kind: 'changed',
        task: named,
        title: changedTaskTermWords[part](quoted(task.title)),
        before: old[part],
        after: words[part],
        now: canonicalText(task[part]),
        fields: [part],
      }))
  })
  const removed = agreed.tasks
    .filter(({ id }) => !after.has(id))
    .map(({ id, title }): AgreedChange => {
      const named = { id, title }
      return {
        ...whole,
        part: `removed.${id}`,
        kind: 'removed',
        task: named,
        title: changedTermWords.removed(quoted(title)),
        before: title,
      }
    })
  return [...changed, ...removed]
}

/** A task that came or went: the activity mentions it by its title, or by its being kept to one side. */
const whole = { before: '', after: '', now: 'null', fields: ['title', 'private'] } as const

function taskWords(
  task: AgreedTask,
  titleOf: (id: string) => string,
  { companies }: ChangeReader,
): Record<TaskPart, string> {
  const { title, side, durationDays, dependsOn, sittings } = task
  return {
    title,
    side: sideNames(companies)[side === 'vendor' || side === 'customer' ? side : 'both'],
    durationDays: amount(durationDays),
    dependsOn: dependsOn
      .map(readAgreedLink)
      .map(({ task: id, ...terms }) => linkWords(terms, titleOf(id)))
      .join('; '),
    sittings: sittings ? sittingWords(sittings) : '',
  }
}

/** A link as agreed terms keep it: "ID FS 2". */
export function readAgreedLink(text: string): LinkTerms & { task: string } {
  const [task = '', type = 'FS', lag = '0'] = text.split(' ')
  return { task, type: type === 'SS' || type === 'FF' || type === 'SF' ? type : 'FS', lagDays: Number(lag) }
}
