import { count } from '#app/ui/amount-words.ts'
import { sentenceParts } from '#app/ui/sentence-parts.ts'
import { labels } from '#app/kit/label-words.ts'
import { factsWords, listWords } from '#emails/parts/list-words.ts'
import { withUnit } from '#emails/parts/amounts.ts'
import { pieceWords } from '../pieces/piece-words.ts'
import { boardWords, countedCalls } from '../reference-words.ts'
import { useWords } from '../use/use-words.ts'
import { goalNames } from '#app/plan/core/goal-name-words.ts'
import { usualCallsPerQuarter } from '../library/call-rules.ts'
import type { ReferenceAnswer } from '../reference-answer.ts'
import type { BoardState, NextAct } from './board-state.ts'

/** The columns of the board, in the order in which a win goes through them. */
export const boardStateWords: Record<BoardState, string> = {
  ready: 'Reference-ready',
  asked: 'Asked',
  later: 'Later',
  agreed: 'Agreed',
  captured: 'Captured',
  'in use': 'In use',
  'on hold': 'On hold',
  expired: 'Expired',
  declined: 'Declined',
}

/** What a state means, above its wins. */
export const boardStateHints: Record<BoardState, string> = {
  ready: 'The win is confirmed, and no one has asked yet. Nothing may be used.',
  asked: 'The champion was asked and has not answered. Nothing may be used.',
  later: 'The champion decides later. Nothing may be used.',
  agreed: 'The champion agreed. Something is still to be written or given.',
  captured: 'All that was agreed to is at hand.',
  'in use': 'It has been used since the consent.',
  'on hold': 'The win was corrected after the consent. Nothing may be used.',
  expired: 'The consent has ended. Nothing may be used.',
  declined: 'The champion said no. No one is asked again.',
}

/** What the next step is called on its button or link; null where nothing is to be done. */
export const nextActWords: Record<NextAct, string | null> = {
  ask: 'Ask the champion',
  'ask again': 'Ask again',
  'get the logo': 'Ask for the logo',
  write: 'Write the case study',
  send: pieceWords.send,
  change: 'Change the case study',
  use: useWords.note,
  wait: null,
  none: null,
}

/** How long a win has been in its state. */
export function ageWords(days: number): string {
  if (days < 1) return 'since today'
  return days < 14 ? `for ${count(days, 'day')}` : `for ${count(Math.floor(days / 7), 'week')}`
}

export const ownerWords = (owner: string | null): string =>
  owner === null ? 'No one in marketing has it yet' : `Owner: ${owner}`

export const contactParts = <Address>(name: string, address: Address) => sentenceParts`Contact: ${name}, ${address}`

/** Industry and region of a customer, as far as they are known. */
export const groupWords = ({ industry, region }: { industry: string | null; region: string | null }): string =>
  factsWords([industry ?? '', region ?? ''].filter(Boolean))

/** What to do next, by its name among those of other customers. */
export const nextActLabel = (next: string, account: string): string => `${next}: ${account}`

/** "1 of 2 calls or talks used this quarter": of the usual number where the champion set none. */
export const callsUsedWords = (used: number, allowed: number | null): string =>
  `${used} of ${countedCalls(allowed ?? usualCallsPerQuarter)} used this quarter`

/** Where a quote names a value that was not measured. */
export const contradictionWords = (said: readonly string[], measured: number, unit: string): string =>
  `The quote says ${listWords(said)}, but ${withUnit(measured, unit)} was confirmed.`

/** A state with how many wins are in it. */
export const stateTabWords = (state: BoardState | null, many: number): string =>
  `${state === null ? boardFilterWords.all : boardStateWords[state]} ${many}`

export const boardFilterWords = {
  label: 'Filter references',
  states: 'States',
  all: 'All',
  industry: labels.industry,
  region: labels.region,
  kind: boardWords.agreedTo,
  show: 'Show',
  clear: 'Clear filters',
  none: 'No reference matches these filters.',
  file: 'Export as CSV',
  open: 'Open',
  noNext: 'Nothing to do',
  waits: 'Waiting for the champion',
  next: 'What is next',
  state: labels.state,
}

export const boardFileWords = {
  account: labels.account,
  project: 'Project',
  industry: labels.industry,
  region: labels.region,
  state: labels.state,
  since: 'Since',
  owner: 'Owner',
  contact: 'Contact',
  email: labels.email,
  statement: goalNames.win,
  measure: 'Measure',
  unit: 'Unit',
  baseline: 'Baseline',
  target: 'Target',
  measured: labels.measuredValue,
  targetMet: 'Target met',
  kinds: boardWords.agreedTo,
  quote: 'Quote',
  quoteBy: 'Quote by',
  contradiction: 'Quote contradicts',
  callsAllowed: labels.callsPerQuarter,
  callsUsed: 'Calls used this quarter',
  never: labels.never,
  approver: labels.approvesUse,
  until: labels.until,
  conditions: 'Conditions',
}

const askedAlready = 'The champion was asked already and has not answered. Nothing was sent.'

export const boardRefusals: {
  noChampion: string
  noLogoMissing: string
  logoAskedLately: string
  notAgain: Record<ReferenceAnswer, string>
} = {
  noChampion: 'No champion is on the plan any longer, so there is no one to ask. Nothing was sent.',
  noLogoMissing: 'No logo is missing. Nothing was sent.',
  logoAskedLately: 'The champion was asked for the logo within the last week. Nothing was sent.',
  notAgain: {
    'not asked': askedAlready,
    later: 'The champion chose to decide later. You can ask once more after 30 days. Nothing was sent.',
    no: 'The champion said no, so no one is asked again. Nothing was sent.',
    agreed: 'The champion has agreed already. Nothing was sent.',
    'on hold': askedAlready,
    expired: askedAlready,
  },
}
