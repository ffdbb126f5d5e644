import { NavLink } from '@remix-run/react'
import { paths } from '#app/kit/paths.ts'
import { referencesNavWords } from './references-nav-words.ts'

/** The pages about references, for members. */
export const ReferencesNav = () => (
  <nav className="references-nav no-print" aria-label={referencesNavWords.label}>
    <NavLink to={paths.references()} end>
      {referencesNavWords.board}
    </NavLink>
    <NavLink to={paths.library()}>{referencesNavWords.library}</NavLink>
    <NavLink to={paths.credit()}>{referencesNavWords.credit}</NavLink>
  </nav>
)
