import type { PlanView } from '../view/plan-view.ts'
import { longDate } from '#app/ui/date-words.ts'
import { quoted } from '#app/ui/name-words.ts'
import { sentenceParts } from '#app/ui/sentence-parts.ts'
import { agreementOf, bothSidesAgree } from './side-agreements.ts'
import { buttonWords } from '#app/ui/button-words.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { formWords } from '#app/ui/form-words.ts'

/** The title of the agreement: how far both sides are. */
export function agreementTitle(plan: PlanView): string {
  const { agreedOn, changedSinceAgreed, objections, today } = plan
  if (agreedOn && changedSinceAgreed.length > 0) return `Changed since agreed on ${longDate(agreedOn, today)}`
  if (bothSidesAgree(plan)) return objections.length > 0 ? 'Agreed, with an open request' : 'Agreed by both sides'
  if (agreedOn) return 'Needs to be agreed again'
  return objections.length > 0 ? 'Not agreed yet: changes requested' : 'Not agreed yet'
}

/** What has to be said before anyone can agree. @param open what is not said yet */
export function neededBeforeAgreeing(open: { reason: boolean; win: boolean }): string {
  if (open.reason && open.win) return 'Before anyone can agree, say why this date matters and define the first win.'
  return open.reason
    ? 'Before anyone can agree, say why this date matters.'
    : 'Before anyone can agree, define the first win.'
}

/** Whether a side agrees to the plan as it is, in words. */
export function sideAgreementWords(plan: PlanView, side: 'vendor' | 'customer'): string {
  const company = side === 'vendor' ? plan.workspace.name : plan.account.name
  const agreement = agreementOf(plan, side)
  if (!agreement) return `${company} has not agreed yet`
  return agreement.current
    ? agreedForWords({ ...agreement, company }, plan.today)
    : `${agreement.name} agreed for ${company} on ${longDate(agreement.on, plan.today)}, before the latest changes`
}

/** Who agreed for which company and when. */
export const agreedForWords = (
  { name, company, on }: { name: string; company: string; on: string },
  today: string,
): string => `${name} agreed for ${company} on ${longDate(on, today)}`

type Asked<Name> = { by: Name; company: Name; reason: string; hasAgreed: boolean }

/** Who asks to change the plan and why. @param hasAgreed whether that side agrees to the plan as it is */
export const askedForChangeWords = <Name>({ by, company, reason, hasAgreed }: Asked<Name>) =>
  hasAgreed
    ? sentenceParts`${by} of ${company} asks for a change: ${quoted(reason)}`
    : sentenceParts`${by} of ${company} does not agree yet: ${quoted(reason)}`

/** Who answered a request for a change, and what. */
export const answeredWords = <Name>({ by, text }: { by: Name; text: string }) =>
  sentenceParts`${by} answered: ${quoted(text)}`

export const requestHint = (company: string): string =>
  `${company} sees this here and in the daily email until it is resolved.`

export const sendToWords = (company: string): string => `Send to ${company}`

export const agreedOnWords = (day: string): string => `Agreed on ${day}.`

/** Names the button that restores what was agreed. @param title of the part */
export const restoreAgreedLabel = (title: string): string => `Restore agreed value: ${title}`

/** Who changed what was agreed, and when. @param on in words */
export const changedByWords = <Name>({ by, on }: { by: Name; on: string }) => sentenceParts`by ${by}, ${on}`

export const agreementRefusals = {
  planChanged: 'The plan changed while you were reading. Please look at it again before you agree.',
  ownRequest: 'Only the other side can answer this. You can withdraw it.',
  withdrawn: 'This request was withdrawn, so there is nothing to answer.',
  otherRequest: 'Only the side that asked can withdraw this.',
}

export const agreementStripWords = {
  label: 'Agreement',
  compare: 'Compare with the agreed version',
  notRestored: 'This could not be restored. Reload the page and try again.',
}

export const objectionWords = {
  withdrawing: 'Withdrawing…',
  withdraw: buttonWords.withdraw,
  editAnswer: 'Edit answer',
  answer: 'Answer',
  answerField: formWords.answer,
  send: buttonWords.sendAnswer,
}

export const requestWords = {
  edit: 'Edit your request',
  afterAgreeing: 'Ask for a change',
  beforeAgreeing: 'Request changes',
  fieldAfterAgreeing: 'What should change?',
  fieldBeforeAgreeing: 'What needs to change first?',
}

export const restoreRefusals = {
  changedAgain: (part: string): string => `${part} has been changed again. Please check it before you restore it.`,
  neverAgreed: 'Nothing has been agreed yet.',
  undoInstead: 'You can undo this in Activity.',
  winBy: 'The first win would come before the target date. Please restore the other date first.',
  target: 'Target and baseline would be the same. Please restore the other one first.',
  missingTask: 'A task that it depends on is no longer on the shared plan.',
}

export const sinceAgreedWords = {
  document: mainPageNames.agreed,
  moved: 'What moved',
}

export const restoreAgreedWords = {
  restoring: buttonWords.restoring,
  restore: 'Restore agreed value',
}
