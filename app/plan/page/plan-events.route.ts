import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePlanPage } from '#app/access/core/require-viewer.server.ts'
import { findViewer, hasSeveralSessions } from '#app/access/core/find-viewer.server.ts'
import type { Audience } from '#app/kit/announcements.server.ts'
import { sightOf } from '#app/policy/policy.ts'
import { findPlanAccess } from '#app/runner/standing.server.ts'
import { dataVersion } from '#app/kit/data-version.ts'
import { planLinks } from '#app/kit/paths.ts'
import { findLiveSessions, sessionTimes } from '#app/access/core/live-session.server.ts'
import { toldText } from '#app/ui/told-change.ts'
import { presentFor } from '../presence/present-for.ts'
import { personHere } from '../presence/person-here.ts'
import { noOneElse } from '../presence/told-presence.ts'
import { longestLoadDelay } from './longest-load-delay.ts'
import { eventStreamRefusals } from './plan-page-words.ts'

const heartbeatMs = 25_000
/** Streams check for missed changes spread over this many milliseconds. */
const spreadMs = 2_000
/**
 * A change is told to many readers spread over this many milliseconds each, so that all are told within a second; a single reader is
 * told at once. Changes in between are included in the same message.
 */
const spreadPerReaderMs = 2
const longestSpreadMs = 600
/** Lines that may wait for a slow reader, and how many of them may wait where a whole page joins them. */
const mostWaiting = 50
const mostBeforePage = 3

const toNoOne = JSON.stringify(noOneElse)

const tellWithin = ({ pages }: Audience) => Math.min((pages - 1) * spreadPerReaderMs, longestSpreadMs)

/** Tells the server that this answer never ends, so that nothing waits for its end. */
export const handle = { endless: true }

/**
 * The numbers of a plan's changes as they happen, as server-sent events; a page that hears one asks for what it may see. One that asks for
 * pages (`?page=` and the version of the data that it reads) is sent the plan's page with the number, as its address gives it, so that many pages
 * of one person cost no more than one. The stream ends with its connection and with its session, and at once in every process when its reader is
 * taken off the plan, signed out or removed. Should an announcement be lost with a broken connection, the reconnect or the next heartbeat finds
 * out. Beside the numbers stands who else has the plan open (`presence/`).
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = await requirePlanPage({ request, context }, 'plans/:planId/events', params['planId'])
  const { actor, planId, sessionId, expiresAt } = asked
  let { standings } = asked
  const { parts, gone } = context
  const { workspaceId } = actor
  const text = new TextEncoder()
  let close = () => {}
  const release = parts.eventStreams.open(sessionId, () => close())
  if (!release) return new Response(eventStreamRefusals.tooMany, { status: 429, headers: { 'Retry-After': '30' } })

  /** The plan's latest number, or null when this reader may not listen any longer. One round of questions. */
  const latestFor = async () => {
    const viewer = await findViewer(parts, request, { isUse: false })
    if (viewer?.sessionId !== sessionId) return null
    return parts.reads.in(workspaceId, async (trx) => {
      const place = await findPlanAccess(trx, viewer.actor, planId)
      if (place) standings = place.standings
      return place ? place.plan.number : null
    })
  }

  // A page of another version cannot read what is sent, and is told by what it loads; what a browser with several sessions is shown depends on them all.
  const takesPages =
    new URL(request.url).searchParams.get('page') === dataVersion && !hasSeveralSessions(parts, request)
  const findPage = takesPages ? context.findPage : undefined
  const languages = request.headers.get('accept-language')

  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let told = 0
      let isClosed = false
      let late: NodeJS.Timeout | undefined
      let soon: NodeJS.Timeout | undefined
      let heard = 0
      const send = (line: string) => controller.enqueue(text.encode(`${line}\n\n`))
      const tell = (number: number, within: number) => {
        if (number <= told) return
        told = number
        send(`data: ${toldText({ number, within })}`)
      }
      const tellSoon = (number: number, audience: Audience) => {
        heard = Math.max(heard, number)
        if (!isClosed)
          soon ??= setTimeout(
            () => {
              soon = undefined
              if (parts.clock.now() < expiresAt) tell(heard, longestLoadDelay(audience))
              else close()
            },
            Math.random() * tellWithin(audience),
          )
      }
      let audience: Audience = { pages: 1, people: 1 }
      const following =
        findPage &&
        parts.openPages.join(JSON.stringify([workspaceId, planId, actor.id, languages]), {
          sessionId,
          find: () => findPage(`${planLinks(planId).plan}.data`),
          findLive: (ids) =>
            parts.reads.in(workspaceId, (trx) => findLiveSessions(trx, sessionTimes(parts), workspaceId, ids)),
          show(number, page) {
            if (parts.clock.now() >= expiresAt) return close()
            // A reader that has not yet taken what was sent before loads it later.
            if ((controller.desiredSize ?? 0) < -mostBeforePage) return tellSoon(number, audience)
            if (number <= told) return
            send(`event: page\ndata: ${number} ${longestLoadDelay(audience)} ${page().toString('base64')}`)
            told = number
          },
          tell: (number) => tellSoon(number, audience),
        })
      const hear = (number: number, hearers: Audience) => {
        audience = hearers
        if (following) following.hear(number, longestLoadDelay({ ...hearers, pages: hearers.people }))
        else tellSoon(number, hearers)
      }
      let toldPresent = toNoOne
      const place = { workspaceId, scopeId: planId }
      const tellPresent = () => {
        if (parts.clock.now() >= expiresAt) return close()
        const reader = { id: actor.id, sight: sightOf(standings) }
        const text = JSON.stringify(presentFor(parts.presence.at(place), reader))
        if (text === toldPresent) return
        toldPresent = text
        send(`event: present\ndata: ${text}`)
      }
      const check = async () => {
        const latest = await latestFor().catch(() => undefined)
        if (latest === null) leave()
        // Without the database nothing changes; the next look decides.
        else if (latest !== undefined && !isClosed) {
          tell(latest, 0)
          present.update(personHere(actor, standings))
        }
      }
      const heartbeat = setInterval(() => {
        // A reader that takes nothing any longer is cut, before what waits for it fills the memory.
        if ((controller.desiredSize ?? 0) < -mostWaiting) return close()
        send(': still here')
        void check()
      }, heartbeatMs)
      const listen = (scopeId: string, hear: (number: number, audience: Audience) => void) =>
        parts.announcements.subscribe(workspaceId, scopeId, ({ number }, audience) => hear(number, audience), actor.id)
      const subscriptions = [
        listen(planId, hear),
        listen(actor.id, () => leave()),
        listen(sessionId, () => leave()),
        // Not every stream of the process at the same moment.
        parts.announcements.onMissed(() => {
          clearTimeout(late)
          late = setTimeout(() => void check(), Math.random() * spreadMs)
        }),
      ]
      const present = parts.presence.join(place, personHere(actor, standings), tellPresent)
      /** The reader may not see the plan any longer. */
      const leave = () => {
        present.leave(true)
        close()
      }
      close = () => {
        close = () => {}
        isClosed = true
        present.leave()
        following?.leave()
        release()
        clearInterval(heartbeat)
        clearTimeout(late)
        clearTimeout(soon)
        for (const unsubscribe of subscriptions) unsubscribe()
        try {
          controller.close()
        } catch {
          // Cancelled already by its reader.
        }
      }
      if (gone?.aborted) return close()
      gone?.addEventListener('abort', () => close())
      // Pages that lose this process together come back one after the other.
      send(`retry: ${Math.round(2_000 + Math.random() * 3_000)}`)
      // What happened between the page's loading and the subscriptions was told by no one.
      void check()
    },
    cancel: () => close(),
  })
  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
  })
}
