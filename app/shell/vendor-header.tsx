import { useLocation, useMatches } from '@remix-run/react'
import { CompanyLogo } from '#app/ui/company-logo.tsx'
import { PageLink } from '#app/ui/page-link.tsx'
import { frameWords } from './frame-words.ts'
import { SearchBox, SearchIcon } from './search-box.tsx'
import type { ShellViewer } from './shell-viewer.ts'
import { SignedIn } from './signed-in.tsx'

const roomNames = {
  '/plans': frameWords.plans,
  '/references': frameWords.references,
  '/workspace': frameWords.workspace,
}

/** A member's navigation and search. What is kept of a plan as a reference belongs to the references, though its address is the plan's. */
export function VendorHeader({ viewer }: { viewer: ShellViewer }) {
  const { pathname } = useLocation()
  const isReference = useMatches().some(({ id }) => id.startsWith('references/'))
  const isSearch = pathname === '/search'
  return (
    <header className="site-head no-print">
      <CompanyLogo side="vendor" name={viewer.workspace.name} logo={viewer.workspace.logo} />
      <nav aria-label={frameWords.main}>
        {(['/plans', '/references', '/workspace'] as const).map((to) => (
          <PageLink
            key={to}
            to={to}
            aria-current={(isReference ? to === '/references' : pathname.startsWith(to)) ? 'page' : undefined}
          >
            {roomNames[to]}
          </PageLink>
        ))}
        <PageLink
          to="/search"
          className="search-link"
          aria-label={frameWords.searchAll}
          aria-current={isSearch ? 'page' : undefined}
        >
          <SearchIcon />
        </PageLink>
      </nav>
      {!isSearch && <SearchBox />}
      <SignedIn viewer={viewer} />
    </header>
  )
}
