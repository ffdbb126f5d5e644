/** Delay after the links of a page are known, in milliseconds: the page's own files load first. */
const delay = 1_500

const asked = new Set<string>()

/**
 * In the browser: fetches the scripts of the pages that the links on the page lead to, with low priority, so that they
 * open even if the connection is lost. A failed fetch is retried on navigation. Nothing is fetched when the browser is set to
 * save data.
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
