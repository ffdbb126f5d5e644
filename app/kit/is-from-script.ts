/** Whether a page's script asked, not the browser for a page of its own (`Sec-Fetch-Dest`, W3C Fetch Metadata). */
export const isFromScript = (request: Pick<Request, 'headers'>): boolean =>
  request.headers.get('sec-fetch-dest') === 'empty'
