import type { LoaderFunctionArgs } from '@remix-run/node'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { requireMember } from '../core/require-viewer.server.ts'
import type { OptionsRefused } from './passkey-ceremony.ts'
import { beginNewPasskey } from './new-passkey.server.ts'

/**
 * The options with which a member's browser asks an authenticator. Writes nothing; the challenge is kept in a sealed cookie.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireMember({ request, context }, 'passkeys/options')
  try {
    const { options, cookie } = await beginNewPasskey(context.parts, viewer)
    return Response.json(options, { headers: { 'Set-Cookie': cookie } })
  } catch (error) {
    if (!(error instanceof Refusal)) return throwAsPage(error)
    const { status, message, wantsSignIn } = error
    return Response.json({ message, wantsSignIn } satisfies OptionsRefused, { status })
  }
}
