/** The parameter by which an address names the outcome that its page shows. */
const parameter = 'told'

const parsed = (address: string) => new URL(address, 'http://firstwin')

/** A path that names an outcome. */
export function namingOutcome(path: string, name: string): string {
  const { pathname, searchParams, hash } = parsed(path)
  searchParams.set(parameter, name)
  return `${pathname}?${searchParams.toString()}${hash}`
}

/** The outcome that an address names, and its path without that. */
export function outcomeNamedIn(address: string): { name: string | null; path: string } {
  const { pathname, searchParams, hash } = parsed(address)
  const name = searchParams.get(parameter)
  searchParams.delete(parameter)
  const query = searchParams.toString()
  return { name, path: `${pathname}${query && `?${query}`}${hash}` }
}
