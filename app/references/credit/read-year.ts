/** The year that an address asks for; null where it names none. */
export function readYear({ url }: Pick<Request, 'url'>): number | null {
  const asked = new URL(url).searchParams.get('year') ?? ''
  return /^\d{4}$/.test(asked) ? Number(asked) : null
}
