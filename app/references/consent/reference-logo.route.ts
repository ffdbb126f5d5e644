import { type LoaderFunctionArgs, data } from '@remix-run/node'
import { requirePlanPage } from '#app/access/core/require-viewer.server.ts'
import { refusals } from '#app/runner/refusal-words.ts'
import { isReferenceUsable } from '../consent-in-sql.server.ts'

/**
 * The picture that was given with a consent: for the customer as long as there is one, for members while it may be used. It is served only as a
 * picture, whatever its bytes contain.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, planId } = await requirePlanPage(
    { request, context },
    'plans/:planId/reference/logo',
    params['planId'],
  )
  const now = context.parts.clock.now()
  const logo = await context.parts.reads.in(actor.workspaceId, (trx) =>
    trx
      .selectFrom('referenceLogo')
      .innerJoin('plan', (join) =>
        join.onRef('plan.workspaceId', '=', 'referenceLogo.workspaceId').onRef('plan.id', '=', 'referenceLogo.planId'),
      )
      .innerJoin('reference', (join) =>
        join
          .onRef('reference.workspaceId', '=', 'referenceLogo.workspaceId')
          .onRef('reference.planId', '=', 'referenceLogo.planId'),
      )
      .select(['contentType', 'bytes'])
      .where('referenceLogo.workspaceId', '=', actor.workspaceId)
      .where('referenceLogo.planId', '=', planId)
      .$if(actor.kind === 'member', (logos) => logos.where(isReferenceUsable(now)))
      .executeTakeFirst(),
  )
  if (!logo) throw data({ message: refusals.notFound }, { status: 404 })
  return new Response(new Uint8Array(logo.bytes), {
    headers: {
      'Content-Type': logo.contentType,
      'Content-Length': String(logo.bytes.length),
      'Content-Disposition': `inline; filename="logo.${logo.contentType.replace('image/', '')}"`,
      'Cache-Control': 'no-store',
      'Content-Security-Policy': `default-src 'none'; sandbox`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
