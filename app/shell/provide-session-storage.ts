type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

declare global {
  /** What `sessionStorage` is called in the browser's bundle (vite.config.ts), Remix's own code included. */
  var storageOfTab: TabStorage
}

const memory = new Map<string, string>()

function allowed<T>(ask: (storage: Storage) => T, otherwise: () => T): T {
  try {
    return ask(window['sessionStorage'])
  } catch {
    return otherwise()
  }
}

/**
 * Remix does not expect that browsers refuse session storage when site data is blocked: its values are then kept in memory until the
 * page is left. Called once, before React starts.
 */
export function provideSessionStorage(): void {
  globalThis.storageOfTab = {
    getItem: (key) =>
      allowed(
        (storage) => storage.getItem(key),
        () => memory.get(key) ?? null,
      ),
    setItem: (key, value) =>
      allowed(
        (storage) => storage.setItem(key, value),
        () => void memory.set(key, value),
      ),
    removeItem: (key) =>
      allowed(
        (storage) => storage.removeItem(key),
        () => void memory.delete(key),
      ),
  }
}
