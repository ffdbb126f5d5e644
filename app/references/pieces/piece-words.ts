import { kindNames } from '#app/runner/events/reference-kind-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'
import { consentPageWords } from '../reference-words.ts'
import { labels } from '#app/kit/label-words.ts'
import { factsWords } from '#emails/parts/list-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import { quoted } from '#app/ui/name-words.ts'
import type { PieceKind } from '#app/runner/events/reference-kinds.ts'
import type { PieceVersion } from './piece-version.ts'

/** Who says a quote, below it: "Priya Raman, Head of Finance". */
export const speakerWords = ({ name, title }: { name: string; title: string | null }): string =>
  title === null ? name : factsWords([name, title])

export const pieceTitle = (kind: PieceKind): string =>
  kind === 'quote' ? 'Approve the quote' : 'Approve the case study'

export const pieceIntro = (vendor: string, by: string): string =>
  `Written by ${by} at ${vendor}. ${vendor} shows it only if you approve it, and then word for word.`

/** Below a text that waits, on the champion’s plan. */
export const sentByWords = (by: string): string => `Written by ${by}. It is shown only if you approve it.`

/** How a version stands, to both sides. */
export function pieceStateWords({
  state,
  sentOn,
  answeredOn,
  answeredBy,
  writtenOn,
  by,
  reason,
}: PieceVersion): string {
  const reader = answeredBy ?? pieceWords.someone
  switch (state) {
    case 'draft':
      return `Draft by ${by}, ${longDate(writtenOn)}. Only your company sees it.`
    case 'sent':
      return sentOn ? `Sent for approval on ${longDate(sentOn)}.` : 'Sent for approval.'
    case 'approved':
      return answeredOn ? `Approved by ${reader} on ${longDate(answeredOn)}.` : `Approved by ${reader}.`
    case 'sent back':
      return `Sent back by ${reader}: ${quoted(reason ?? '')}`
    case 'replaced':
      return 'Replaced by a newer version.'
    case 'ended':
      return 'No longer shown, as the consent has ended.'
  }
}

/** The name of the piece in a link to it. */
export const pieceLinkWords = (kind: PieceKind): string => `Read and answer: ${kindNames[kind]}`

/** What sending does, said beside its button. */
export const sendWords = (champion: string | null): string =>
  champion === null
    ? 'No champion is on the plan any longer, so no one can approve it.'
    : `${champion} is asked to approve it, on the plan now and in their next daily email. What was approved before stays shown until then.`

/** The same where it is answered already. */
export const pieceReadWords = (kind: PieceKind): string => `Read: ${kindNames[kind]}`

export const pieceWords = {
  text: labels.pieceText,
  caseHint: 'Markdown: # heading, **bold**, - list',
  approve: 'Approve word for word',
  sendBack: buttonWords.sendBack,
  reason: 'What should be different?',
  none: 'Nothing waits for your approval.',
  back: consentPageWords.back,
  shown: 'Approved and shown until you approve this one',
  read: 'You read',
  now: 'It says now',
  someone: 'the champion',
  written: 'What was written about your win',
  save: 'Save draft',
  send: 'Send for approval',
  championOnly: consentPageWords.championOnly,
}

export const pieceRefusals = {
  notAgreed: 'The customer has not agreed to this, so nothing was saved.',
  noChampion: 'No champion is on the plan any longer, so no one can approve this. Nothing was sent.',
  sentOften: 'The champion was sent several texts today. Please save this as a draft and send it tomorrow.',
  waitsAlready: 'These words are waiting for approval already.',
  approvedAlready: 'These words are approved already.',
  changed: 'The wording was changed after you opened it. Please read it again. Nothing was approved.',
  notWaiting: 'This no longer waits for approval. Nothing was changed.',
  giveReason: 'Please say what should change.',
  tooManyVersions: 'This has too many versions. Please write into the latest one before you send it.',
}
