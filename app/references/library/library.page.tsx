import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/access/core/require-viewer.server.ts'
import { readPage } from '#app/kit/list-page.ts'
import { paths } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Pager } from '#app/ui/pager.tsx'
import { Empty, PageHead, Panel } from '#app/ui/panel.tsx'
import { ReferencesNav } from '../references-nav.tsx'
import { filterQuery, readLibraryFilter } from './library-filter.ts'
import { LibraryFilterForm } from './library-filter-form.tsx'
import { getLibraryPage } from './library-queries.server.ts'
import { LibraryTable } from './library-table.tsx'
import { libraryIntro, libraryWords, showAllReferencesWords } from './library-words.ts'
import { RequestLinks } from './request-links.tsx'
import { listOwnRequests } from './request-queries.server.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(libraryWords.title) }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'references/library')
  const { searchParams } = new URL(request.url)
  const filter = readLibraryFilter(searchParams)
  const [library, requests] = await Promise.all([
    getLibraryPage(context.parts, actor, { filter, page: readPage(searchParams) }),
    listOwnRequests(context.parts, actor),
  ])
  return { filter, ...library, requests }
}

export default function LibraryPage() {
  const { filter, list, all, values, requests } = useLoaderData<typeof loader>()
  return (
    <>
      <ReferencesNav current="library" />
      <PageHead title={libraryWords.title} intro={libraryIntro(all)} />
      {requests.length > 0 && (
        <Panel>
          <h2>{libraryWords.yours}</h2>
          <RequestLinks requests={requests} />
        </Panel>
      )}
      {all > 0 && <LibraryFilterForm filter={filter} values={values} />}
      {all === 0 ? (
        <Empty title={libraryWords.empty}>{libraryWords.howItFills}</Empty>
      ) : list.total === 0 ? (
        <p role="status">
          {libraryWords.none} <PageLink to={paths.library()}>{showAllReferencesWords(all)}</PageLink>
        </p>
      ) : (
        <LibraryTable rows={list.rows} />
      )}
      <Pager page={list.page} pages={list.pages} pathTo={(page) => paths.library(filterQuery(filter, page))} />
    </>
  )
}
