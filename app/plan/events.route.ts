import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePlanViewer } from '#app/access/guards.server.ts'

/** Proxies close a stream that is silent for a minute; a failed beat also tells that the reader is gone. */
const beatEveryMs = 25_000

/**
 * Tells whoever has the plan open that it changed, by the number of the activity and nothing else (server-sent events,
 * HTML standard 9.2). What changed they ask for by themselves, as who they are.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { planId, actor } = await requirePlanViewer({ request, context }, params['planId'])
  const { announcements } = context.parts
  let stop = () => {}
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const encoder = new TextEncoder()
      const write = (text: string) => {
        try {
          controller.enqueue(encoder.encode(text))
        } catch {
          stop()
        }
      }
      const unsubscribe = announcements.subscribe(actor.workspaceId, planId, ({ number }) =>
        write(`data: ${number}\n\n`),
      )
      const beat = setInterval(() => write(': still here\n\n'), beatEveryMs)
      stop = () => {
        clearInterval(beat)
        unsubscribe()
      }
      request.signal.addEventListener('abort', () => {
        stop()
        controller.close()
      })
      write('retry: 3000\n\n')
    },
    cancel: () => stop(),
  })
  return new Response(stream, {
    headers: {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}
