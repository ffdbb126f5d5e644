import { scriptsOf } from './preload-pages.ts'
import { untilLoaded } from './waiting-loads.ts'

type Route = { id: string; module: string; imports?: string[] | undefined }

/**
 * Replaces, in the browser's bundle (vite.config.ts), the Remix function that loads a page's script on navigation. That function reloads
 * the document when the script fails, and text typed on the current page is lost. This one waits. The files are fetched first,
 * since some browsers remember a script that failed.
 */
export async function loadRouteModule<Module>(
  route: Route,
  modules: Record<string, Module | undefined>,
): Promise<Module> {
  const known = modules[route.id]
  if (known) return known
  await Promise.all(
    scriptsOf(route).map((url) => untilLoaded({ what: 'next page', ask: () => fetch(url), whyNot: whyNotTaken })),
  )
  const loaded = (await import(/* @vite-ignore */ route.module)) as Module
  modules[route.id] = loaded
  return loaded
}

const whyNotTaken = ({ status }: Response) => (status === 404 ? 'outdated' : status >= 400 ? 'no answer' : null)
