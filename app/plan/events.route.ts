import type { LoaderFunctionArgs } from '@remix-run/node'
import { inWorkspace } from '#db/workspace.ts'
import { requirePlanPage } from '#app/access/guards.server.ts'
import { findViewer } from '#app/access/session.server.ts'
import { standingsOnPlan } from '#app/runner/standing.server.ts'

const heartbeatMs = 25_000

/** Tells the server that this answer never ends, so that nothing waits for its end. */
export const handle = { endless: true }

/**
 * The numbers of a plan's changes as they happen, as server-sent events; a page that hears one asks for what it may see. The stream
 * ends with its connection and with its session, and at once in every process when its reader is taken off the plan, signed out or
 * removed. Should that announcement be lost with a broken connection, the next heartbeat finds out.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = await requirePlanPage({ request, context }, 'plans/:planId/events', params['planId'])
  const { actor, planId, sessionId, expiresAt } = asked
  const { parts, gone } = context
  const { workspaceId } = actor
  const text = new TextEncoder()
  let close = () => {}
  const release = parts.eventStreams.open(sessionId, () => close())
  if (!release)
    return new Response('Too many pages follow plans at once.', { status: 429, headers: { 'Retry-After': '30' } })

  const mayStillListen = async () => {
    const viewer = await findViewer(parts, request, { isUse: false })
    if (viewer?.sessionId !== sessionId) return false
    return inWorkspace(
      parts.db,
      workspaceId,
      async (trx) => (await standingsOnPlan(trx, viewer.actor, planId)).size > 0,
    )
  }

  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (line: string) => controller.enqueue(text.encode(`${line}\n\n`))
      const listen = (scopeId: string, hear: (number: number) => void) =>
        parts.announcements.subscribe(workspaceId, scopeId, ({ number }) => hear(number))
      const check = async () => {
        if (!(await mayStillListen().catch(() => false))) close()
      }
      const heartbeat = setInterval(() => {
        send(': still here')
        void check()
      }, heartbeatMs)
      const subscriptions = [
        listen(planId, (number) => (parts.clock.now() < expiresAt ? send(`data: ${number}`) : close())),
        listen(actor.id, () => close()),
        listen(sessionId, () => close()),
      ]
      close = () => {
        close = () => {}
        release()
        clearInterval(heartbeat)
        for (const unsubscribe of subscriptions) unsubscribe()
        try {
          controller.close()
        } catch {
          // Cancelled already by its reader.
        }
      }
      if (gone?.aborted) return close()
      gone?.addEventListener('abort', () => close())
      send('retry: 3000')
      // What was announced between the guard above and the subscriptions was heard by nobody.
      void check()
    },
    cancel: () => close(),
  })
  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
  })
}
