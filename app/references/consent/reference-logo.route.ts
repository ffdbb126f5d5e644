import { type LoaderFunctionArgs, data } from '@remix-run/node'
import { requirePlanPage } from '#app/access/core/require-viewer.server.ts'
import { refusals } from '#app/runner/refusal-words.ts'

/** The picture that was given with a consent, for as long as there is one. It is served only as a picture, whatever its bytes contain. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, planId } = await requirePlanPage(
    { request, context },
    'plans/:planId/reference/logo',
    params['planId'],
  )
  const logo = await context.parts.reads.in(actor.workspaceId, (trx) =>
    trx
      .selectFrom('referenceLogo')
      .select(['contentType', 'bytes'])
      .where('workspaceId', '=', actor.workspaceId)
      .where('planId', '=', planId)
      .executeTakeFirst(),
  )
  if (!logo) throw data({ message: refusals.notFound }, { status: 404 })
  return new Response(new Uint8Array(logo.bytes), {
    headers: {
      'Content-Type': logo.contentType,
      'Content-Length': String(logo.bytes.length),
      'Cache-Control': 'no-store',
      'Content-Security-Policy': `default-src 'none'; sandbox`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
