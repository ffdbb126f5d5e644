import { count } from '#app/ui/amount-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import { capital, quoted } from '#app/ui/name-words.ts'
import type { Goal } from './goal.ts'
import { goalNames } from '../core/goal-name-words.ts'
import { sentenceParts } from '#app/ui/sentence-parts.ts'

type Kind = Goal['kind']
/** A headline: its last words are stressed. */
type Said = { lead: string; stress: string }

type Stressed = { stressed: string }

/** The words of a headline that are stressed. */
const stress = (texts: TemplateStringsArray, ...values: readonly string[]): Stressed => ({
  stressed: sentenceParts(texts, ...values).join(''),
})

/** A headline as one sentence, with its stressed words at the end: said`Go-live will be ${stress`3 days late.`}`. */
function said(texts: TemplateStringsArray, ...values: readonly (string | Stressed)[]): Said {
  const parts = sentenceParts(texts, ...values)
  const text = (part: string | Stressed) => (typeof part === 'string' ? part : '')
  const stressed = (part: string | Stressed) => (typeof part === 'string' ? '' : part.stressed)
  return { lead: parts.map(text).join('').trimEnd(), stress: parts.map(stressed).join('') }
}

/** What each goal is called in lists. */
export const shortGoalNames: Record<Kind, string> = { 'go-live': 'Live', win: goalNames.win }

/** The question that opens the reasons. @param when the day that the headline names, in words */
export const headlineReasonWords = (when: string): string => `Why ${when}?`

/** "Acme did it: first win confirmed on 12 June." */
export const wonHeadline = (account: string, wonOn: string | null, today: string): Said =>
  wonOn
    ? said`${account} did it: ${stress`first win confirmed on ${longDate(wonOn, today)}.`}`
    : said`${account} did it: ${stress`first win confirmed.`}`

export const lostHeadline: Said = said`This plan is closed: ${stress`no order.`}`

export const noGoalHeadline: Said = said`This plan has no goal yet: ${stress`add the milestone that ends Rollout.`}`

/** "Go-live will be 3 working days late." */
export const lateGoalHeadline = (kind: Kind, days: number): Said =>
  kind === 'go-live'
    ? said`Go-live will be ${stress`${count(days, 'working day')} late.`}`
    : said`The first win will be ${stress`${count(days, 'working day')} late.`}`

/** "Contract is 2 working days late.", "3 tasks are late. Contract is the furthest behind, by 2 working days." @param name of the latest task */
export const lateTaskHeadline = ({ name, days, tasks }: { name: string; days: number; tasks: number }): Said =>
  tasks === 1
    ? said`${capital(name)} is ${stress`${count(days, 'working day')} late.`}`
    : said`${count(tasks, 'task')} are late. ${capital(name)} is the furthest behind, by ${stress`${count(days, 'working day')}.`}`

/** That a goal is not in danger though a task is late. @param by its day, in words */
export const canBeMetWords = (kind: Kind, by: string): string =>
  kind === 'go-live' ? `The go-live date, ${by}, can still be met.` : `The first win’s date, ${by}, can still be met.`

/** "All tasks are done. Go-live is due by 12 June." @param by its day, in words */
export const allDoneHeadline = (kind: Kind, by: string): Said =>
  kind === 'go-live'
    ? said`All tasks are done. Go-live is due ${stress`by ${by}.`}`
    : said`All tasks are done. The first win can be confirmed ${stress`by ${by}.`}`

/** "All tasks before go-live are done. The evidence for “Signed” is still missing. It is due by 12 June." @param by go-live's day, in words */
export const missingEvidenceHeadline = (milestone: string, by: string): Said =>
  said`All tasks before go-live are done. The evidence for ${quoted(milestone)} is still missing. It is due ${stress`by ${by}.`}`

type NextTask = { name: string; isStarted: boolean; near: string }

/** "To be live on 12 June, Contract must start today." @param by the goal's day, in words */
export function nextTaskHeadline(kind: Kind, by: string, { name, isStarted, near }: NextTask): Said {
  const isToday = near === 'today'
  if (kind === 'go-live') {
    if (isStarted)
      return isToday
        ? said`To be live on ${by}, ${name} must be done ${stress`today.`}`
        : said`To be live on ${by}, ${name} must be done ${stress`by ${near}.`}`
    return isToday
      ? said`To be live on ${by}, ${name} must start ${stress`today.`}`
      : said`To be live on ${by}, ${name} must start ${stress`by ${near}.`}`
  }
  if (isStarted)
    return isToday
      ? said`To announce the first win by ${by}, ${name} must be done ${stress`today.`}`
      : said`To announce the first win by ${by}, ${name} must be done ${stress`by ${near}.`}`
  return isToday
    ? said`To announce the first win by ${by}, ${name} must start ${stress`today.`}`
    : said`To announce the first win by ${by}, ${name} must start ${stress`by ${near}.`}`
}

/** "“Contract” must start by 12 June.": what a task's own latest date asks, not the goal. */
export function limitedTaskHeadline({ name, isStarted, near }: NextTask): Said {
  const [task, isToday] = [capital(name), near === 'today']
  if (isStarted)
    return isToday ? said`${task} must be done ${stress`today.`}` : said`${task} must be done ${stress`by ${near}.`}`
  return isToday ? said`${task} must start ${stress`today.`}` : said`${task} must start ${stress`by ${near}.`}`
}

/** Which latest date decides. @param limit in words @param other the name of the task that has it, where it is another one */
export const latestDateReason = (limit: string, other: string | null): string =>
  other ? `${capital(other)} depends on it and must be finished by ${limit}.` : `It must be finished by ${limit}.`

/** Ends the chain to a task that has a latest date of its own. */
export const latestDateWords = 'Latest date'

/** "On track for 26 February, 8 working days buffer". @param by the goal's day, in words */
export const onTrackWords = (kind: Kind, by: string, bufferDays: number): string => {
  if (bufferDays <= 0)
    return kind === 'go-live' ? `On track for ${by}, no buffer` : `On track for the first win by ${by}, no buffer`
  const days = count(bufferDays, 'working day')
  return kind === 'go-live'
    ? `On track for ${by}, ${days} buffer`
    : `On track for the first win by ${by}, ${days} buffer`
}

export const targetDateWords = (by: string): string => `Target date: ${by}.`

/** @param statement without its full stop */
export const toBeAnnouncedWords = (statement: string): string => `What will be announced: ${quoted(statement)}.`

/** @param reason without its full stop */
export const whyThisDateWords = (reason: string): string => `Why this date: ${reason}.`

/** @param effect without its full stop */
export const ifMissedWords = (effect: string): string => `If it is missed: ${effect}.`

/** "12 June instead of 3 June". */
export const insteadOfWords = (expected: string, by: string): string => `${expected} instead of ${by}`

export const tasksLateWords = (tasks: number): string => `${count(tasks, 'task')} late`
