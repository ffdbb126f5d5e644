/** The cookies of one browser, by name, without their ages. */
export function cookieJar() {
  const kept = new Map<string, string>()
  return {
    /** Takes in what an answer sets and takes away. */
    keep(headers: Headers): void {
      for (const cookie of headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
        if (/max-age=0\b/i.test(cookie)) kept.delete(name)
        else kept.set(name, value)
      }
    },
    /** What the browser sends with a request. */
    header: (): string => [...kept].map(([name, value]) => `${name}=${value}`).join('; '),
  }
}
