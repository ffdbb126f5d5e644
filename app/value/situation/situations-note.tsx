import { PageLink } from '#app/ui/page-link.tsx'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import type { KeyPerson } from './key-persons.ts'
import { unconfirmedWords } from './key-person-words.ts'
import type { WorthSum } from './project-worth.ts'
import { projectWorthWords, worthWords } from './project-worth-words.ts'

export type SituationsNoteProps = {
  worth: readonly WorthSum[]
  /** Key persons who have not confirmed; empty for readers that it does not concern. */
  unconfirmed: readonly Pick<KeyPerson, 'name' | 'state'>[]
  side: 'vendor' | 'customer'
  /** Where all of it is read. */
  situationsAt: string
}

/** On the plan, in a few words: what the project is worth so far, and which key persons have not confirmed what was heard. */
export function SituationsNote({ worth, unconfirmed, side, situationsAt }: SituationsNoteProps) {
  const open = unconfirmedWords(side, unconfirmed)
  if (worth.length === 0 && open.length === 0) return null
  return (
    <section className="panel situations-note" aria-label={projectWorthWords.title}>
      {worth.length > 0 && (
        <p>
          <b>{projectWorthWords.title}</b>
          {` ${worthWords(worth)}`}
        </p>
      )}
      {open.length > 0 && (
        <p>
          <b>{mainPageNames.situations}</b> <span dir="auto">{open.join(' ')}</span>
        </p>
      )}
      <p>
        <PageLink to={situationsAt} discover="none">
          {projectWorthWords.sources}
        </PageLink>
      </p>
    </section>
  )
}
