/**
 * Whether a browser asks for a page only in case it is opened (`Sec-Purpose`, WHATWG Fetch). That is no look at a plan: it is not noted, and the
 * page is not kept, since a kept page notes none.
 */
export const isPrefetched = (request: Pick<Request, 'headers'>): boolean =>
  request.headers.get('sec-purpose')?.startsWith('prefetch') === true
