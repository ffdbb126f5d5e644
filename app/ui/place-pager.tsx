import { ButtonLink } from './button.tsx'
import { pagerWords } from './pager-words.ts'

/** Links to the pages before and after one of a list without numbered pages; nothing where it fits on one page. */
export function PlacePager({ previous, next }: { previous: string | null; next: string | null }) {
  if (previous === null && next === null) return null
  return (
    <nav className="acts" aria-label={pagerWords.label}>
      {previous !== null && <ButtonLink to={previous}>{pagerWords.previous}</ButtonLink>}
      {next !== null && <ButtonLink to={next}>{pagerWords.next}</ButtonLink>}
    </nav>
  )
}
