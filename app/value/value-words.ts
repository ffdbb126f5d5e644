import { type WinMeasure, compareWithTarget } from '#app/plan/terms/win-measure.ts'
import { withUnit } from '#emails/parts/amounts.ts'
import { eitherWords, listWords } from '#emails/parts/list-words.ts'
import { possessive } from '#app/ui/name-words.ts'

type Measured = WinMeasure & { unit: string; measured: number }

/** "12 days misses the target of 1 day. The baseline was 30 days." */
export function comparedWords({ unit, measured, ...win }: Measured): string {
  const [value, target, baseline] = [measured, win.target, win.baseline].map((n) => withUnit(n, unit))
  switch (compareWithTarget(win, measured)) {
    case 'met':
      return measured === win.target
        ? `${value} meets the target. The baseline was ${baseline}.`
        : `${value} is better than the target of ${target}. The baseline was ${baseline}.`
    case 'missed':
      return `${value} misses the target of ${target}. The baseline was ${baseline}.`
    case 'worse':
      return `${value} is worse than the baseline of ${baseline}. The target is ${target}.`
  }
}

/** Who the confirmation is emailed to, for each company: "Sam Ortiz and marketing (2 people)". */
export function audienceWords({ vendor, customer, marketing }: Omit<AudienceView, 'channels'>): {
  vendor: string
  customer: string
} {
  const inMarketing =
    marketing === 0 ? [] : [marketing === 1 ? 'marketing (1 person)' : `marketing (${marketing} people)`]
  return { vendor: listWords([...vendor, ...inMarketing]), customer: listWords(customer) }
}

/** Who is told about a confirmed win: on both sides by name, marketing by number, and the vendor’s channels of Slack and Teams. */
export type AudienceView = { vendor: string[]; customer: string[]; marketing: number; channels: string[] }

/** Who may confirm the first win: "Priya Raman or Jonas Lind", or the champion who is still to be invited. */
export const confirmersWords = (names: readonly string[], account: string): string =>
  names.length > 0 ? eitherWords(names) : `${possessive(account)} champion`

/** Said of everything that needs a confirmed win. */
export const notConfirmedWords = 'The first win is not confirmed yet.'
