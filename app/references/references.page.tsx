import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/access/guards.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead } from '#app/ui/panel.tsx'
import { ReferencesBoard, boardWords } from './components/references-board.tsx'
import { listReferences } from './queries.server.ts'

export const meta: MetaFunction = () => [{ title: pageTitle('References') }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'references')
  return listReferences(context.parts, actor)
}

export default function ReferencesPage() {
  const { rows, today } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title="References" intro={boardWords(rows)} />
      <ReferencesBoard rows={rows} today={today} />
    </>
  )
}
