import { paths } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { plansFileWords } from './export-words.ts'

/** All plans as files; no pages, so the document is asked for. */
export const PlansFileLinks = () => (
  <p className="after-table acts">
    <PageLink to={paths.plansFile('xlsx')} reloadDocument>
      {plansFileWords.asExcel}
    </PageLink>
    <PageLink to={paths.plansFile('csv')} reloadDocument>
      {plansFileWords.asCsv}
    </PageLink>
  </p>
)
