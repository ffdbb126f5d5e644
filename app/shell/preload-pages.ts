/** So long after the browser has learnt where the links of a page lead, in milliseconds: what the page itself loads comes first. */
const delay = 1_500

const asked = new Set<string>()

/**
 * In the browser: fetches the scripts of the pages that the links on show lead to while nothing else is to be done, so that they open
 * also where the connection has gone meanwhile. What fails is asked for again when someone goes there. Readers who ask their browser to save
 * data get none of it.
 */
export function preloadPages() {
  if (savesData(navigator)) return
  setTimeout(() => {
    const routes = Object.values(window.__remixManifest.routes)
    for (const url of routes.flatMap((route) => (route ? scriptsOf(route) : [])))
      if (!asked.has(url)) {
        asked.add(url)
        void fetch(url, { priority: 'low' }).catch(() => asked.delete(url))
      }
  }, delay)
}

/** The Network Information API is not in every browser, nor in TypeScript's types. */
const savesData = (browser: object): boolean => {
  const connection: unknown = Reflect.get(browser, 'connection')
  return typeof connection === 'object' && connection !== null && Reflect.get(connection, 'saveData') === true
}

/** All files that a page's script is made of. */
export const scriptsOf = ({ module, imports = [] }: { module: string; imports?: string[] | undefined }): string[] => [
  module,
  ...imports,
]
