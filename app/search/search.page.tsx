import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/access/core/require-viewer.server.ts'
import { paths } from '#app/kit/paths.ts'
import { standingsOfMember } from '#app/policy/standings.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { PageHead } from '#app/ui/panel.tsx'
import { FoundThingsList } from './found/found-things-list.tsx'
import { getSearch } from './found/get-search.server.ts'
import { NothingFound } from './found/nothing-found.tsx'
import { readSearch, searchQuery } from './found/read-search.ts'
import { SearchForm } from './found/search-form.tsx'
import { behindWords, typoCorrectionWords, noSearchWords, searchPageWords } from './found/search-words.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data?.search.typed ? searchPageWords.inTitle(data.search.typed) : searchPageWords.title) },
]

/** What a member finds: accounts, plans, people, capabilities, tasks, comments and questions. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'search')
  const { search, because } = readSearch(new URL(request.url).searchParams)
  if (because !== null) return { search, because, found: null }
  const reader = { actor, standings: standingsOfMember(actor.roles) }
  return { search, because, found: await getSearch(context.parts, reader, search).catch(throwAsPage) }
}

export default function SearchPage() {
  const { search, because, found } = useLoaderData<typeof loader>()
  return (
    <div className="stack search">
      <PageHead title={searchPageWords.title} />
      <SearchForm key={search.typed} typed={search.typed} />
      {because !== null && (
        <p className="fine" role={because === 'nothing typed' ? undefined : 'alert'}>
          {noSearchWords[because]}
        </p>
      )}
      {found && (
        <>
          {found.isBehind && <p role="status">{behindWords}</p>}
          {found.corrections.map((correction) => (
            <p key={correction.typed} className="corrected">
              {typoCorrectionWords(correction)}
            </p>
          ))}
          {search.kind !== null && (
            <p>
              <PageLink to={paths.search(searchQuery({ ...search, kind: null, page: 1 }))}>
                {searchPageWords.back}
              </PageLink>
            </p>
          )}
          {found.kinds.length === 0 && <NothingFound typed={search.typed} alone={found.alone} />}
          {found.kinds.map((kind) => (
            <FoundThingsList key={kind.kind} found={kind} search={search} />
          ))}
        </>
      )}
    </div>
  )
}
