import { paths } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { referencesNavWords } from './references-nav-words.ts'

const pages = { board: paths.references(), library: paths.library(), credit: paths.credit() }

/** The pages about references, for members. @param current the one that is shown, or that leads to what is shown */
export const ReferencesNav = ({ current }: { current: keyof typeof pages }) => (
  <nav className="references-nav no-print" aria-label={referencesNavWords.label}>
    {(['board', 'library', 'credit'] as const).map((page) => (
      <PageLink key={page} to={pages[page]} aria-current={page === current ? 'page' : undefined}>
        {referencesNavWords[page]}
      </PageLink>
    ))}
  </nav>
)
