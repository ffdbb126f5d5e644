import type { AppLoadContext } from '@remix-run/node'
import { z } from 'zod'
import { minute } from '#app/kit/durations.ts'
import { isUuid, newId } from '#app/kit/ids.ts'
import type { Destination } from '#app/runner/submit.server.ts'
import { settingCookies } from './secret-cookies.server.ts'
import { sealedCookie } from '#app/kit/sealed-cookie.server.ts'
import type { Viewer } from './session.server.ts'

/** What a page says after a change led to it. */
const news = z.discriminatedUnion('what', [
  z.object({ what: z.literal('saved') }),
  z.object({ what: z.literal('person erased') }),
  z.object({ what: z.literal('passkey added'), passkeyId: z.uuid() }),
  z.object({ what: z.literal('people invited'), count: z.int() }),
])

export type News = z.infer<typeof news>

/** One cookie for each change, so that two tabs do not mix up what they are told. */
const cookieOf = (id: string) =>
  sealedCookie({
    name: `firstwin-told-${id}`,
    purpose: 'told once cookie',
    schema: z.object({ news, until: z.number() }),
    lifetime: minute,
  })

const named = 'told'

/** Leads to a page that says once what happened: the address names it, and a cookie holds it. */
export function leadAndTell(
  { parts }: Pick<AppLoadContext, 'parts'>,
  { id: personId }: Viewer['actor'],
  path: string,
  told: News,
): Destination {
  const id = newId()
  const cookie = cookieOf(id).write(parts.environment, personId, parts.clock.now(), { news: told })
  return { path: `${path}?${named}=${id}`, cookies: [cookie] }
}

/**
 * What happened just now, for the page that it led to. The headers take the cookie away: an address that is reloaded, kept or passed on tells
 * nothing.
 */
export function takeNews(
  { request, context: { parts } }: { request: Request; context: Pick<AppLoadContext, 'parts'> },
  { id: personId }: Viewer['actor'],
): { news: News | null; headers: Headers } {
  const id = new URL(request.url).searchParams.get(named) ?? ''
  if (!isUuid(id)) return { news: null, headers: new Headers() }
  const cookie = cookieOf(id)
  const told = cookie.read(parts.environment, personId, request, parts.clock.now())
  return { news: told?.news ?? null, headers: settingCookies(told ? [cookie.end(parts.environment)] : []) }
}
