import type { LoaderFunctionArgs } from '@remix-run/node'
import { create } from 'content-disposition'
import { requirePlanPage } from '#app/access/core/require-viewer.server.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { getFile } from './attachment-queries.server.ts'
import { readFile } from './read-file.server.ts'

/** A file to save: never shown within the product, whatever it contains. The name is as RFC 6266 and RFC 8187 say, for letters of all languages. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { parts } = context
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId/files/:fileId', params['planId'])
  const file = await getFile(parts, viewer, params['fileId'] ?? '').catch(throwAsPage)
  await parts.reads.end()
  return new Response(await readFile(parts, file), {
    headers: {
      'Content-Type': file.contentType,
      'Content-Length': String(file.size),
      'Content-Disposition': create(file.name),
      // Compressed, its length would not be told, and most of it cannot be made smaller.
      'Cache-Control': 'private, no-store, no-transform',
      'Content-Security-Policy': `default-src 'none'; sandbox`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
