import type { ActionFunction, LoaderFunction, ServerBuild } from '@remix-run/node'
import { commandRegistry } from '#app/commands/command-registry.server.ts'

type Answers = Record<string, { loader?: LoaderFunction; action?: ActionFunction; handle?: unknown }>

/** A server bundle of routes without pages, by path, for tests of what surrounds Remix. */
export function smallBuild(answers: Answers, faults: unknown[] = []): ServerBuild {
  const routes = Object.entries(answers).map(
    ([path, module]) => [path, { id: path, path, module: { ...module } }] as const,
  )
  const nothing = { module: '', imports: [], css: [] }
  return {
    mode: 'production',
    entry: {
      module: {
        default: () => new Response('no pages here', { status: 404 }),
        handleError: (error: unknown) => void faults.push(error),
        commands: commandRegistry,
      },
    },
    routes: { root: { id: 'root', path: '', module: { default: () => null } }, ...Object.fromEntries(routes) },
    assets: { entry: nothing, routes: {}, url: '', version: '' },
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
}
