/** The languages that a request asks for in `Accept-Language` (RFC 9110, 12.5.4), in order of preference. */
export function languagesOf({ headers }: Request): string[] {
  const ranges = (headers.get('accept-language') ?? '').split(',').map((range) => {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim())
    const weight = parameters.map((it) => /^q=([\d.]+)/.exec(it)?.[1]).find(Boolean)
    return { tag, weight: Number(weight ?? 1) }
  })
  const wanted = ranges.filter(({ tag, weight }) => tag !== '' && weight > 0)
  return wanted.sort((a, b) => b.weight - a.weight).map(({ tag }) => tag)
}
