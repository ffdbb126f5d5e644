import { ButtonLink } from './button.tsx'
import { pageOfWords, pagerWords } from './pager-words.ts'

/** Links to the pages of a long list; nothing where it fits on one page. */
export function Pager({ page, pages, pathTo }: { page: number; pages: number; pathTo: (page: number) => string }) {
  if (pages === 1) return null
  return (
    <nav className="acts" aria-label={pagerWords.label}>
      {page > 1 && <ButtonLink to={pathTo(page - 1)}>{pagerWords.previous}</ButtonLink>}
      <span>{pageOfWords(page, pages)}</span>
      {page < pages && <ButtonLink to={pathTo(page + 1)}>{pagerWords.next}</ButtonLink>}
    </nav>
  )
}
