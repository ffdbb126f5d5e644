import type { EmailWords } from '../parts/email-words.ts'
import { type RichText, rich, strong } from '../parts/rich-text.ts'
import { dayWords, subjectLine, weekdayAndDay, wholeSentence, withoutFinalStop } from '../parts/sentence-words.ts'
import { emailButtons } from '../parts/email-button-words.ts'
import { greeting } from './greeting-words.ts'

export type DateSlippedProps = {
  /** The day that it is sent, `YYYY-MM-DD`, from which other days are seen. */
  sentOn: string
  workspace: string
  account: string
  project: string
  /** Who is told: the champion or the lead. */
  name: string
  /** The first win, where it slips with go-live. */
  also: Slip | null
  /** What would keep the date, in words, one change each. */
  advice: readonly string[]
  link: string
} & Slip

type Slip = {
  goal: 'go-live' | 'win'
  /** The date of the goal, and on which day it was expected before and is now, `YYYY-MM-DD`. */
  by: string
  before: string
  expected: string
  /** Working days from the date to the day on which it is expected. */
  days: number
}

/** Above what would keep a date that slipped. */
export const keepsDateTitle = 'What would keep the date:'

const adviceSentences = (advice: readonly string[]): RichText[] =>
  advice.length === 0
    ? [rich`No single change keeps the date. Agree on another date on the plan.`]
    : [rich`${strong(keepsDateTitle)}`, ...advice.map((change) => rich`${wholeSentence(change)}`)]

const lateWords = (days: number): string => (days === 1 ? '1 working day' : `${days} working days`)

/** "Go-live was expected on 11 September and is now expected on Friday, 18 September: 3 working days after its date, 15 September." */
function slipSentence({ goal, days, ...on }: Slip, sentOn: string): RichText {
  const [before, by] = [dayWords(on.before, sentOn), dayWords(on.by, sentOn)]
  const expected = strong(weekdayAndDay(on.expected, sentOn))
  return goal === 'go-live'
    ? rich`Go-live was expected on ${before} and is now expected on ${expected}: ${lateWords(days)} after its date, ${by}.`
    : rich`The first win was expected on ${before} and is now expected on ${expected}: ${lateWords(days)} after its date, ${by}.`
}

export function dateSlippedWords(props: DateSlippedProps): EmailWords {
  const { name, goal, sentOn, also, advice } = props
  const expected = dayWords(props.expected, sentOn)
  const title = goal === 'go-live' ? `Go-live has slipped to ${expected}` : `The first win has slipped to ${expected}`
  return {
    subject: subjectLine(`${title}: ${props.project}`),
    title,
    greeting: greeting(name),
    todo: rich`Open the plan for ${withoutFinalStop(props.project)} and choose what keeps the date, or agree on another one.`,
    paragraphs: [
      slipSentence(props, sentOn),
      ...(also ? [slipSentence(also, sentOn)] : []),
      ...adviceSentences(advice),
    ],
    button: emailButtons.openPlan,
    otherwise: 'If you do nothing, the plan keeps the later day.',
    fine: 'Both sides get this email on the day on which a date slips.',
  }
}
