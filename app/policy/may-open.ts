import { type PageUrl, type Reader, type Standing, pageRules } from './policy.ts'

/** Whether any of these standings may open the page. */
export const mayOpen = (page: PageUrl, standings: ReadonlySet<Standing>): boolean => {
  const who: readonly Reader[] = pageRules[page]
  return who.some(
    (reader) =>
      reader === 'anyone' || reader === 'everyone signed in' || (reader !== 'api key' && standings.has(reader)),
  )
}
