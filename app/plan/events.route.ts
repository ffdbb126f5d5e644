import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePlanPage } from '#app/access/guards.server.ts'

const heartbeatMs = 25_000

/** The numbers of a plan's changes as they happen, as server-sent events; whoever hears one asks for what they may see. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, planId } = await requirePlanPage({ request, context }, 'plans/:planId/events', params['planId'])
  const { announcements } = context.parts
  const text = new TextEncoder()
  let end = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (line: string) => controller.enqueue(text.encode(`${line}\n\n`))
      const heartbeat = setInterval(() => send(': still here'), heartbeatMs)
      const unsubscribe = announcements.subscribe(actor.workspaceId, planId, ({ number }) => send(`data: ${number}`))
      end = () => {
        end = () => {}
        clearInterval(heartbeat)
        unsubscribe()
      }
      request.signal.addEventListener('abort', () => {
        end()
        try {
          controller.close()
        } catch {
          // Closed already, by whoever reads it.
        }
      })
      send('retry: 3000')
    },
    cancel: () => end(),
  })
  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
  })
}
