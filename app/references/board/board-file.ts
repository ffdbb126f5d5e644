import { csvLine, csvStart } from '#app/kit/csv.ts'
import { kindLabels } from '#app/runner/events/reference-kind-words.ts'
import { factsWords } from '#emails/parts/list-words.ts'
import { isMeetingKind, usualCallsPerQuarter } from '../library/call-rules.ts'
import { boardFileWords, boardStateWords } from './board-words.ts'
import { speakerWords } from '../pieces/piece-words.ts'
import type { ReferenceRow } from './reference-row.ts'

type Cell = string | number | boolean | null

/** Each column by its head, and what it holds. */
const columns: readonly [string, (row: ReferenceRow) => Cell][] = [
  [boardFileWords.account, (row) => row.account],
  [boardFileWords.project, (row) => row.project],
  [boardFileWords.industry, (row) => row.industry],
  [boardFileWords.region, (row) => row.region],
  [boardFileWords.state, (row) => boardStateWords[row.state]],
  [boardFileWords.since, (row) => row.since],
  [boardFileWords.owner, (row) => row.owner],
  [boardFileWords.contact, (row) => row.contact?.name ?? null],
  [boardFileWords.email, (row) => row.contact?.email ?? null],
  [boardFileWords.statement, (row) => row.statement],
  [boardFileWords.measure, (row) => row.measure],
  [boardFileWords.unit, (row) => row.unit],
  [boardFileWords.baseline, (row) => row.baseline],
  [boardFileWords.target, (row) => row.target],
  [boardFileWords.measured, (row) => row.measured],
  [boardFileWords.targetMet, (row) => row.targetMet],
  [boardFileWords.kinds, (row) => factsWords(row.kinds.map((kind) => kindLabels[kind]))],
  [boardFileWords.quote, (row) => row.quote],
  [boardFileWords.contradiction, (row) => factsWords(row.contradictions)],
  [boardFileWords.quoteBy, (row) => row.quoteBy && speakerWords(row.quoteBy)],
  [
    boardFileWords.callsAllowed,
    (row) => (row.kinds.some(isMeetingKind) ? (row.limits.callsPerQuarter ?? usualCallsPerQuarter) : null),
  ],
  [boardFileWords.callsUsed, (row) => row.callsUsed],
  [boardFileWords.never, (row) => factsWords(row.limits.never)],
  [boardFileWords.approver, (row) => row.limits.approver],
  [boardFileWords.until, (row) => row.limits.until],
  [boardFileWords.conditions, (row) => row.limits.note],
]

/** The references as a file for spreadsheets, with a head line. */
export const boardFile = (rows: readonly ReferenceRow[]): string =>
  [
    csvStart + csvLine(columns.map(([head]) => head)),
    ...rows.map((row) => csvLine(columns.map(([, cell]) => cell(row)))),
  ].join('')
