import { planEndRefusals } from '#app/runner/plan-end-words.ts'
import { winRefusals } from './win-words.ts'
import { eitherWords } from '#emails/parts/list-words.ts'
import { possessive } from '#app/ui/name-words.ts'

export type RecordView = {
  win: { confirmers: readonly string[]; open?: readonly string[] }
  account: string
  measured: number | null
  closed: 'lost' | 'archived' | null
}

/** Who records the result, for readers who may not; and why no one does where that is so. */
export function whoMayRecordWords({ win, account, measured, closed }: RecordView): string {
  const names = win.confirmers
  if (measured !== null) return `The first win is confirmed. ${possessive(account)} champion can correct its value.`
  if (closed === 'archived') return planEndRefusals.archived
  if (closed === 'lost') return 'This plan is closed. Reopen it to confirm the first win.'
  if (win.open) return winRefusals.notDefined
  if (names.length === 0)
    return `The first win is confirmed by ${possessive(account)} champion. No one has been invited as champion yet.`
  return `Only ${account} can confirm the first win: ${eitherWords(names)}.`
}
