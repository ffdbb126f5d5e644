import { paths } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { Tag } from '#app/ui/marks.tsx'
import { quoted } from '#app/ui/name-words.ts'
import { Sentence } from '#app/ui/sentence.tsx'
import { achievedParts, conditionsWords } from '../reference-words.ts'
import { speakerWords } from '../pieces/piece-words.ts'
import { isKindReady } from './is-kind-ready.ts'
import type { LibraryEntry } from './library-view.ts'
import { libraryKindWords, libraryWords, customerFactsWords, usableUntilWords } from './library-words.ts'
import { callsLeftWords } from './request-words.ts'

/** The references that may be used: a row leads to all that was agreed of one, and to the form that requests it. */
export const LibraryTable = ({ rows }: { rows: readonly LibraryEntry[] }) => (
  <div className="panel flush">
    <table className="board library">
      <thead>
        <tr>
          <th scope="col">{libraryWords.customer}</th>
          <th scope="col">{libraryWords.win}</th>
          <th scope="col">{libraryWords.use}</th>
          <th scope="col">{libraryWords.calls}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <LibraryRow key={row.planId} row={row} />
        ))}
      </tbody>
    </table>
  </div>
)

function LibraryRow({ row }: { row: LibraryEntry }) {
  const { industry, region, companySize, language } = row
  const profile = customerFactsWords([industry, companySize, region, language])
  const product = customerFactsWords([row.product, ...row.capabilities])
  return (
    <tr>
      <td>
        <PageLink className="strong row-link" to={paths.libraryEntry(row.planId)} dir="auto">
          {row.account}
        </PageLink>
        <small dir="auto">{profile || row.project}</small>
      </td>
      <td>
        <Sentence
          parts={achievedParts(row, (change) => (
            <b className="strong">{change}</b>
          ))}
        />
        {product && <small dir="auto">{product}</small>}
        {row.quote && <small>{quoted(row.quote)}</small>}
        {row.quoteBy && <small dir="auto">{speakerWords(row.quoteBy)}</small>}
      </td>
      <td data-label={libraryWords.use}>
        <span className="tags">
          {row.kinds.map((kind) => (
            <Tag key={kind} tone={isKindReady(kind, row) ? 'good' : 'plain'}>
              {libraryKindWords(kind, isKindReady(kind, row))}
            </Tag>
          ))}
        </span>
      </td>
      <td data-label={libraryWords.calls}>
        {row.calls && callsLeftWords(row.calls.left, row.calls.allowed)}
        {row.until && <small>{usableUntilWords(row.until)}</small>}
        {row.note && <small>{conditionsWords(row.note)}</small>}
      </td>
    </tr>
  )
}
