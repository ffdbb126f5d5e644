import { scriptsOf } from './preload-pages.ts'
import { untilLoaded } from './waiting-loads.ts'

type Route = { id: string; module: string; imports?: string[] | undefined }

/**
 * Stands in the browser's bundle (vite.config.ts) for the function of Remix that loads a page's script when someone goes there: that one
 * loads the document again where the script does not come, and all that was typed on the page on show is lost. This one waits. The
 * files are fetched first, since some browsers remember a script that failed.
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
