import { PassThrough } from 'node:stream'
import {
  type EntryContext,
  type LoaderFunctionArgs,
  type ServerBuild,
  createReadableStreamFromReadable,
  createRequestHandler,
  writeReadableStreamToWritable,
} from '@remix-run/node'
import { Links, Meta, RemixServer, Scripts, ScrollRestoration, useLoaderData } from '@remix-run/react'
import compression from 'compression'
import express from 'express'
import { commandRegistry } from '#app/commands/command-registry.server.ts'
import { renderToPipeableStream } from 'react-dom/server'

/**
 * The baseline of `pages.bench.ts`: a minimal Remix app as `remix-serve` runs one, whose only page shows 60 rows from memory, some 25 KB,
 * or as many as `rows` says. Prints its address.
 */
const rows = Array.from({ length: 1_000 }, (_, at) => ({
  id: `row-${at}`,
  title: `Row number ${at} with a title of some length`,
  owner: at % 2 ? 'Priya Raman' : 'Sam Ortiz',
  due: `${1 + (at % 28)} February 2027`,
  status: at % 3 ? 'open' : 'done',
}))

const loader = ({ request }: LoaderFunctionArgs) => ({
  rows: rows.slice(0, Number(new URL(request.url).searchParams.get('rows') ?? 60)),
})

function Page() {
  const { rows: shown } = useLoaderData<typeof loader>()
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <Meta />
        <Links />
      </head>
      <body>
        <h1>Rows</h1>
        <ul>
          {shown.map(({ id, title, owner, due, status }) => (
            <li key={id} id={id} className={`row row-${status}`}>
              <a href={`/rows/${id}`}>{title}</a>
              <span className="row-owner">{owner}</span>
              <time className="row-due">{due}</time>
              <span className="row-status">{status}</span>
            </li>
          ))}
        </ul>
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  )
}

const handleRequest = (request: Request, status: number, headers: Headers, context: EntryContext) =>
  new Promise<Response>((done, fail) => {
    const { pipe } = renderToPipeableStream(<RemixServer context={context} url={request.url} />, {
      onShellReady() {
        const body = new PassThrough()
        headers.set('Content-Type', 'text/html')
        done(new Response(createReadableStreamFromReadable(body), { headers, status }))
        pipe(body)
      },
      onShellError: fail,
    })
  })

const route = { id: 'root', path: '', module: '/assets/root.js', hasAction: false, hasLoader: true }
const build: ServerBuild = {
  mode: 'production',
  entry: { module: { default: handleRequest, commands: commandRegistry } },
  routes: { root: { id: 'root', path: '', module: { default: Page, loader } } },
  assets: {
    entry: { module: '/assets/entry.client.js', imports: [] },
    routes: {
      root: {
        ...route,
        hasClientAction: false,
        hasClientLoader: false,
        hasErrorBoundary: false,
        imports: [],
        css: [],
      },
    },
    url: '/assets/manifest.js',
    version: '1',
  },
  basename: '/',
  publicPath: '/',
  assetsBuildDirectory: '',
  isSpaMode: false,
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
}

const answer = createRequestHandler(build, 'production')
const app = express()
app.disable('x-powered-by')
app.use(compression())
app.get('/', (req, res, next) => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) headers.set(name, String(value))
  const request = new Request(`http://${req.headers.host ?? 'localhost'}${req.originalUrl}`, { headers })
  answer(request)
    .then(async (response) => {
      res.status(response.status)
      for (const [name, value] of response.headers) res.append(name, value)
      if (response.body) await writeReadableStreamToWritable(response.body, res)
      else res.end()
    })
    .catch(next)
})
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
  process.stdout.write(`http://127.0.0.1:${address.port}\n`)
})
