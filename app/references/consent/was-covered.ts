/** What the history of a plan's consents says of one answer, by days of the plan's time zone. */
export type DatedConsent = {
  answer: 'given' | 'changed' | 'withdrawn'
  kinds: readonly string[]
  on: string
  /** Its last day; null for one without an end. */
  until: string | null
}

/** Whether a kind was agreed to on a day: each consent holds from its day through its last one, at most until the next answer. @param history oldest first */
export const wasCovered = (history: readonly DatedConsent[], kind: string, day: string): boolean =>
  history.some(
    ({ answer, kinds, on, until }, at) =>
      answer !== 'withdrawn' &&
      kinds.includes(kind) &&
      on <= day &&
      (until === null || day <= until) &&
      day <= (history[at + 1]?.on ?? day),
  )
