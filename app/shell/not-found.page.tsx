import { type ActionFunctionArgs, data } from '@remix-run/node'
import { errorPageWords } from './error-words.ts'

/**
 * Every address that no other route answers. As a route of its own it runs the loader of `root.tsx` too, so the error page knows who is
 * signed in and can offer links.
 */
export function loader() {
  throw notHere()
}

/** A form sent to an address that no longer exists comes back with its values. */
export function action(_: ActionFunctionArgs) {
  throw notHere()
}

const notHere = () => data({ message: errorPageWords.notHere }, { status: 404 })

export default function NotFoundPage() {
  return null
}
