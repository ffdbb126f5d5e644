/** A calendar as its programs take it. @param download the name of the file that a browser saves */
export const calendarAnswer = (calendar: string, download?: string): Response =>
  new Response(calendar, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Cache-Control': 'no-store',
      ...(download === undefined ? {} : { 'Content-Disposition': `attachment; filename="${download}"` }),
    },
  })
