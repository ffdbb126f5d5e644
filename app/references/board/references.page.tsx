import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/access/core/require-viewer.server.ts'
import { readPage } from '#app/kit/list-page.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { Pager } from '#app/ui/pager.tsx'
import { PageHead } from '#app/ui/panel.tsx'
import { boardIntro, boardWords } from '../reference-words.ts'
import { ReferencesNav } from '../references-nav.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { BoardFilterForm, StateTabs } from './board-filter-form.tsx'
import { boardFilePath, boardPath, readBoardFilter } from './board-filter.ts'
import { boardFilterWords, boardStateHints } from './board-words.ts'
import { NoReferences, ReferencesBoard } from './references-board.tsx'
import { mayEver } from '#app/policy/policy.ts'
import { standingsOfMember } from '#app/policy/standings.ts'
import { getReferencesPage } from './board-queries.server.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(boardWords.title) }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'references')
  const search = new URL(request.url).searchParams
  const filter = readBoardFilter(search)
  const board = await getReferencesPage(context.parts, actor, readPage(search), filter)
  context.keeping?.keep()
  const mayKeepAll = mayEver('write-piece', standingsOfMember(actor.roles))
  return { ...board, filter, mayKeepAll, readerId: actor.id }
}

export default function ReferencesPage() {
  const page = useLoaderData<typeof loader>()
  const { list, wins, agreed, today, filter, counts, industries, regions } = page
  return (
    <>
      <ReferencesNav current="board" />
      <PageHead
        title={boardWords.title}
        intro={boardIntro({ wins, agreed })}
        actions={
          wins > 0 && (
            <ButtonLink to={boardFilePath(filter)} reload>
              {boardFilterWords.file}
            </ButtonLink>
          )
        }
      />
      {wins === 0 ? (
        <NoReferences />
      ) : (
        <>
          <BoardFilterForm filter={filter} industries={industries} regions={regions} />
          <StateTabs filter={filter} counts={counts} />
          {filter.state && <p className="state-hint">{boardStateHints[filter.state]}</p>}
          {list.rows.length === 0 ? (
            <p>{boardFilterWords.none}</p>
          ) : (
            <ReferencesBoard
              rows={list.rows}
              today={today}
              mayKeep={({ leadId }) => page.mayKeepAll || leadId === page.readerId}
            />
          )}
        </>
      )}
      <Pager page={list.page} pages={list.pages} pathTo={(page) => boardPath(filter, page)} />
    </>
  )
}
