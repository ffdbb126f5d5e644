import { outcomeNamedIn } from './outcome-name.ts'

/** Which outcome the load of the next page asks for, in this tab. */
let next: { name: string; pathname: string } | null = null

/**
 * Removes the outcome's name from the address that a form redirects to, and keeps it for the load of that page.
 * @param redirect as the router gets it
 */
export function keepOutcomeName(redirect: Response): Response {
  const location = redirect.headers.get('Location')
  const { name, path } = outcomeNamedIn(location ?? '')
  if (name === null || redirect.headers.has('X-Remix-Reload-Document')) return redirect
  next = { name, pathname: new URL(path, 'http://firstwin').pathname }
  const headers = new Headers(redirect.headers)
  headers.set('Location', path)
  return new Response(null, { status: redirect.status, headers })
}

/** The name that was kept for a page. It is valid for one load. */
export function takeOutcomeName(pathname: string): string | null {
  if (next?.pathname !== pathname) return null
  const { name } = next
  next = null
  return name
}
