import { ButtonLink } from './button.tsx'
import { pageOfWords } from './pager-words.ts'

/** Links to the pages of a long list; nothing where it fits on one page. */
export function Pager({ page, pages, pathTo }: { page: number; pages: number; pathTo: (page: number) => string }) {
  if (pages === 1) return null
  return (
    <nav className="acts" aria-label="Pages of the list">
      {page > 1 && <ButtonLink to={pathTo(page - 1)}>Previous</ButtonLink>}
      <span>{pageOfWords(page, pages)}</span>
      {page < pages && <ButtonLink to={pathTo(page + 1)}>Next</ButtonLink>}
    </nav>
  )
}
