import { type LoaderFunctionArgs, data } from '@remix-run/node'
import { uuidFormat } from '#app/kit/ids.ts'
import { logoRefusals } from './logo-words.ts'

const format = new RegExp(`^(${uuidFormat})\\.(${uuidFormat})$`)

/**
 * A company's logo, also for people who are not signed in yet: it is on the page of a link. Its address changes with the
 * picture, so browsers cache it. It is served only as a picture, whatever its bytes contain.
 */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const [, workspaceId, id] = format.exec(params['logo'] ?? '') ?? []
  const logo =
    workspaceId && id
      ? await context.parts.reads.in(workspaceId, (trx) =>
          trx
            .selectFrom('logo')
            .select(['contentType', 'bytes'])
            .where('workspaceId', '=', workspaceId)
            .where('id', '=', id)
            .executeTakeFirst(),
        )
      : undefined
  if (!logo) throw data({ message: logoRefusals.notFound }, { status: 404 })
  return new Response(new Uint8Array(logo.bytes), {
    headers: {
      'Content-Type': logo.contentType,
      'Content-Length': String(logo.bytes.length),
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Content-Security-Policy': `default-src 'none'; sandbox`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
