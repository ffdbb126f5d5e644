/** More rows than any form shows. */
const mostRows = 1_000

/**
 * The objects of a JSON list that a hidden field carries, their values as texts; null for anything else, also for nothing and for more
 * than any form shows.
 */
export function fromJsonList(text: string): Record<string, string>[] | null {
  if (!text.startsWith('[')) return null
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) && list.length <= mostRows ? list.map(textsOf) : null
  } catch {
    return null
  }
}

const textsOf = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typeof value === 'object' && value !== null ? value : {}).map(([name, it]) => [name, String(it)]),
  )
