import type { LoaderFunctionArgs } from '@remix-run/node'
import { beginPasskeySignIn } from './sign-in-by-passkey.server.ts'

/** The options with which a browser asks for a passkey. Writes nothing; the challenge is kept in a sealed cookie. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { options, cookie } = await beginPasskeySignIn(context.parts)
  return Response.json(options, { headers: { 'Set-Cookie': cookie } })
}
