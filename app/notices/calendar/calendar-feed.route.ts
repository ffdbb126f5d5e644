import type { LoaderFunctionArgs } from '@remix-run/node'
import { countAgainstLimit, networkIn } from '#app/access/core/count-against-limit.server.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { calendarAnswer } from './calendar-answer.ts'
import { getFeed } from './calendar-queries.server.ts'
import { ownCalendarWords } from './own-calendar-words.ts'

/** A person's calendar, for the programs that they gave its address to. One that was ended is answered as one that never was. */
export async function loader({ params, context }: LoaderFunctionArgs): Promise<Response> {
  const { parts } = context
  await countAgainstLimit(context, [['calendar from a network', networkIn(context)]]).catch(throwAsPage)
  const calendar = await getFeed(parts, params['feed'] ?? '')
  if (calendar !== undefined) return calendarAnswer(calendar)
  parts.log.warn('an address of someone’s calendar was refused')
  return new Response(ownCalendarWords.unknown, {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
