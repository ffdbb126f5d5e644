import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/access/core/require-viewer.server.ts'
import { paths } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Empty, PageHead, Panel } from '#app/ui/panel.tsx'
import { ReferencesNav } from '../references-nav.tsx'
import { CreditChart } from './credit-chart.tsx'
import { getCreditYear } from './credit-queries.server.ts'
import { creditTable } from './credit-table.ts'
import { CreditTables } from './credit-tables.tsx'
import { creditIntro, creditRule, creditWords, emptyYearWords, sharedWinsWords } from './credit-words.ts'
import { readYear } from './read-year.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(creditWords.title) }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'references/credit')
  const { counts, ...year } = await getCreditYear(context.parts, actor, readYear(request))
  context.keeping?.keep()
  return { ...year, roles: creditTable(counts) }
}

export default function CreditPage() {
  const { workspace, timeZone, year, years, all, roles } = useLoaderData<typeof loader>()
  return (
    <>
      <ReferencesNav current="credit" />
      <PageHead
        title={creditWords.title}
        intro={creditIntro(workspace)}
        actions={
          roles.length > 0 && (
            <ButtonLink to={paths.creditFile(year)} reload>
              {creditWords.file}
            </ButtonLink>
          )
        }
      />
      <YearNav year={year} years={years} />
      {all.every(({ wins, references }) => wins + references === 0) ? (
        <Empty title={emptyYearWords(year)}>{creditWords.empty}</Empty>
      ) : (
        <>
          <Panel>
            <div className="credit-legend">
              <h2>{year}</h2>
              <span className="wins">{creditWords.wins}</span>
              <span className="references">{creditWords.references}</span>
            </div>
            <CreditChart year={year} quarters={all} />
            <p className="fine">{sharedWinsWords}</p>
          </Panel>
          <CreditTables roles={roles} />
        </>
      )}
      <p className="fine after-table">{creditRule(timeZone)}</p>
    </>
  )
}

/** The years beside each other, newest first. */
function YearNav({ year, years }: { year: number; years: { first: number; last: number } }) {
  if (years.first === years.last) return null
  const all = Array.from({ length: years.last - years.first + 1 }, (_, at) => years.last - at)
  return (
    <nav className="credit-years no-print" aria-label={creditWords.years}>
      {all.map((it) => (
        <PageLink key={it} to={paths.credit(it)} aria-current={it === year ? 'page' : undefined}>
          {it}
        </PageLink>
      ))}
    </nav>
  )
}
