import type { LoaderFunctionArgs } from '@remix-run/node'
import { beginPasskeySignIn } from './sign-in-by-passkey.server.ts'

/** What anyone's browser asks for a passkey with. Writes nothing; what must be signed lies sealed in a cookie. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { options, cookie } = await beginPasskeySignIn(context.parts)
  return Response.json(options, { headers: { 'Set-Cookie': cookie } })
}
