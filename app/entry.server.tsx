import { Writable } from 'node:stream'
import type { EntryContext } from '@remix-run/node'
import { RemixServer, isRouteErrorResponse } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { commandRegistry } from '#app/commands/command-registry.server.ts'
import type { Clock } from '#app/kit/clock.ts'
import type { Log } from '#app/kit/log.server.ts'
import { languagesOf } from '#app/kit/languages-of.ts'
import type { ServerContext } from '#app/kit/parts.ts'
import type { RequestValues } from '#app/kit/request-context.tsx'
import { RequestContext } from '#app/kit/request-context.tsx'
import { loadParts } from '#app/ui/lazy-part.tsx'

/** For the server, which hands them to pages: the bundle's own copy, whose refusals are those that its pages know. */
export { commandRegistry as commands }

declare module '@remix-run/node' {
  interface ServerEntryModule {
    commands: typeof commandRegistry
  }
  interface AppLoadContext extends ServerContext {
    /** Every command by its name. */
    commands: typeof commandRegistry
  }
}

/** What this file needs of the load context. */
type Context = RequestValues & { parts: { log: Log; clock: Clock } }

/** After this long a page that still waits for deferred data is cut off, in milliseconds. */
const patience = 10_000

/** Renders the document. It is sent whole, since no page defers data: it would stay hidden where scripts are off. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: Context,
) {
  const { cspNonce, requestId, parts } = context
  await loadParts()
  return new Promise<Response>((done, fail) => {
    const late = setTimeout(() => abort(), patience)
    const { pipe, abort } = renderToPipeableStream(
      <RequestContext.Provider value={{ cspNonce, requestId, now: parts.clock.now(), languages: languagesOf(request) }}>
        <RemixServer context={remix} url={request.url} nonce={cspNonce} />
      </RequestContext.Provider>,
      {
        nonce: cspNonce,
        onAllReady() {
          clearTimeout(late)
          headers.set('Content-Type', 'text/html; charset=utf-8')
          pipe(collecting((html) => done(new Response(withoutIndent(html), { status, headers }))))
        },
        onShellError(error) {
          clearTimeout(late)
          fail(error)
        },
        onError(error) {
          status = 500
          logFault(error, context)
        },
      },
    )
  })
}

/** A page that is all there already: streams of Node and the web, which hand its pieces on, cost more than some of its parts. */
function collecting(done: (html: string) => void): Writable {
  const pieces: Uint8Array[] = []
  return new Writable({
    write(piece: Uint8Array, _encoding, next) {
      pieces.push(piece)
      next()
    },
    final(next) {
      done(Buffer.concat(pieces).toString())
      next()
    },
  })
}

/** Remix indents what it tells the browser of its routes: a kilobyte that says nothing. */
const withoutIndent = (html: string) =>
  html.replace(/window\.__remixManifest = \{[^]*?\n\};/, (manifest) => manifest.replace(/\n *(?=["\]}])/g, ''))

/** What loaders and actions throw without meaning to; answers that they throw are no faults. */
export function handleError(error: unknown, { request, context }: { request: Request; context: Context }) {
  // An address that no route answers comes here too.
  if (!request.signal.aborted && !isRouteErrorResponse(error)) logFault(error, context)
}

function logFault(error: unknown, { parts, requestId }: Context) {
  parts.log.error({ err: error, requestId }, 'fault')
}
