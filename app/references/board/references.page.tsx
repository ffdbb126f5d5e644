import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/access/core/require-viewer.server.ts'
import { readPage } from '#app/kit/list-page.ts'
import { paths } from '#app/kit/paths.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { Pager } from '#app/ui/pager.tsx'
import { PageHead } from '#app/ui/panel.tsx'
import { boardIntro, boardWords } from '../reference-words.ts'
import { ReferencesNav } from '../references-nav.tsx'
import { ReferencesBoard } from './references-board.tsx'
import { getReferencesPage } from './board-queries.server.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(boardWords.title) }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'references')
  const board = await getReferencesPage(context.parts, actor, readPage(new URL(request.url).searchParams))
  context.keeping?.keep()
  return board
}

export default function ReferencesPage() {
  const { list, agreed, today } = useLoaderData<typeof loader>()
  return (
    <>
      <ReferencesNav />
      <PageHead title={boardWords.title} intro={boardIntro({ wins: list.total, agreed })} />
      <ReferencesBoard rows={list.rows} today={today} />
      <Pager page={list.page} pages={list.pages} pathTo={paths.references} />
    </>
  )
}
