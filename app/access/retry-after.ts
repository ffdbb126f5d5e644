import type { HeadersFunction } from '@remix-run/node'

/** The `headers` of a page whose form may be sent too often: what the answer says about trying again reaches the browser. */
export const retryAfterHeaders: HeadersFunction = ({ actionHeaders, errorHeaders }) => {
  const wait = (errorHeaders ?? actionHeaders).get('Retry-After')
  return new Headers(wait ? { 'Retry-After': wait } : {})
}
