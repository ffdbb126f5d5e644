import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMember } from '#app/access/core/require-viewer.server.ts'
import { boardFile } from './board-file.ts'
import { readBoardFilter } from './board-filter.ts'
import { getReferencesFile } from './board-queries.server.ts'

/** The references that a filter lets through as a file for spreadsheets. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'references/export')
  const rows = await getReferencesFile(context.parts, actor, readBoardFilter(new URL(request.url).searchParams))
  return new Response(boardFile(rows), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="references.csv"',
      'Cache-Control': 'no-store',
    },
  })
}
