import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMember } from '#app/access/core/require-viewer.server.ts'
import { creditFile } from './credit-file.ts'
import { getCreditYear } from './credit-queries.server.ts'
import { readYear } from './read-year.ts'

/** The credit of a year as a file for spreadsheets. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'references/credit/export')
  const { year, counts } = await getCreditYear(context.parts, actor, readYear(request))
  return new Response(creditFile(year, counts), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="credit-${year}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
}
