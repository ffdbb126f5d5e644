import { kindLabels } from '#app/runner/events/reference-kind-words.ts'
import { planLinks } from '#app/kit/paths.ts'
import { Tag } from '#app/ui/marks.tsx'
import { speakerWords } from '../pieces/piece-words.ts'
import { PieceText } from '../pieces/piece-text.tsx'
import { conditionsWords, downloadLogoWords } from '../reference-words.ts'
import { approvalWords } from '../approval-words.ts'
import { isKindReady } from './is-kind-ready.ts'
import type { OpenedEntry } from './library-view.ts'
import {
  libraryEntryWords,
  libraryKindWords,
  neverForWords,
  usableUntilWords,
  usesApprovedByWords,
} from './library-words.ts'
import { callsLeftWords } from './request-words.ts'

/** All that may be used of a reference, and within which limits. */
export function UsableKinds({ entry }: { entry: OpenedEntry }) {
  const { kinds, until, never, note, approver, approverLeft, calls } = entry
  const worded = kinds.filter((kind) => kind === 'quote' || kind === 'case-study')
  return (
    <>
      <h2>{libraryEntryWords.mayUse}</h2>
      <p className="tags usable-tags">
        {kinds.map((kind) => (
          <Tag key={kind} tone={isKindReady(kind, entry) ? 'good' : 'plain'}>
            {libraryKindWords(kind, isKindReady(kind, entry))}
          </Tag>
        ))}
      </p>
      {kinds.includes('logo') && entry.hasLogo && (
        <p>
          <a href={planLinks(entry.planId).referenceLogo} download>
            {downloadLogoWords}
          </a>
        </p>
      )}
      {worded.length > 0 && (
        <dl className="usable-words">
          {worded.map((kind) => (
            <div key={kind}>
              <dt>{kindLabels[kind]}</dt>
              <dd>
                <ApprovedWords kind={kind} entry={entry} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {(until || never.length > 0 || note || approver !== null || approverLeft || calls) && (
        <ul className="usable-limits">
          {calls && <li>{callsLeftWords(calls.left, calls.allowed)}</li>}
          {until && <li>{usableUntilWords(until)}</li>}
          {never.length > 0 && <li dir="auto">{neverForWords(never)}</li>}
          {approver !== null && !approverLeft && <li dir="auto">{usesApprovedByWords(approver)}</li>}
          {approverLeft && <li className="must">{approvalWords.left}</li>}
          {note && <li dir="auto">{conditionsWords(note)}</li>}
        </ul>
      )}
    </>
  )
}

function ApprovedWords({ kind, entry }: { kind: 'quote' | 'case-study'; entry: OpenedEntry }) {
  const text = kind === 'quote' ? entry.quote : entry.caseStudy
  if (text === null) return <>{libraryEntryWords.noWords}</>
  if (kind === 'case-study') return <PieceText text={text} html={entry.caseHtml} />
  return (
    <>
      <PieceText text={text} html={null} />
      {entry.quoteBy && (
        <p className="fine" dir="auto">
          {speakerWords(entry.quoteBy)}
        </p>
      )}
    </>
  )
}
