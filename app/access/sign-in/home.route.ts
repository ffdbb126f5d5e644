import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { landingFor } from '../participants/find-person.server.ts'
import { findViewer } from '../core/find-viewer.server.ts'

/** `/` redirects everyone to their start page. */
export async function loader({ request, context: { parts } }: LoaderFunctionArgs) {
  const viewer = await findViewer(parts, request)
  if (!viewer) return redirect('/sign-in')
  const { actor } = viewer
  return redirect(await parts.reads.in(actor.workspaceId, (trx) => landingFor(trx, actor)))
}
