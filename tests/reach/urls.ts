import { readFileSync } from 'node:fs'
import type { RouteConfigEntry } from '@remix-run/route-config'
import routes from '#app/routes.ts'
import { type PageUrl, pageRules } from '#app/policy/policy.ts'

type Answered = { url: string; file: string }

const flatten = (entries: readonly RouteConfigEntry[], above = ''): Answered[] =>
  entries.flatMap(({ path, file, children }) => {
    const url = [above, path].filter(Boolean).join('/')
    return children ? flatten(children, url) : [{ url, file }]
  })

const answered = flatten(routes)

/** Answered before Remix, so they are not in the list of routes. */
const beforeRemix = ['healthz', 'readyz']

/** Every URL of the product, as app/routes.ts writes it. */
export const urls: readonly string[] = [...answered.map(({ url }) => url), ...beforeRemix]

/** Whether people see it, so that it is also asked for by script, as bare data. */
export const isPage = (url: string) => answered.some((it) => it.url === url && it.file.endsWith('.page.tsx'))

/** Whether forms are posted to it: its file has an action, which is not for programs. */
export const takesForms = (url: string) =>
  answered.some(
    (it) =>
      it.url === url &&
      !url.startsWith('api/') &&
      /^export (async function|const) action\b/m.test(readFileSync(`app/${it.file}`, 'utf8')),
  )

export const isInTable = (url: string): url is PageUrl => url in pageRules

/** Fills a URL's parameters. @throws Error for an unknown parameter, so that a new one is not skipped */
export function fill(url: string, params: Readonly<Record<string, string>>): string {
  const path = url.replace(/:(\w+)\??|\*/g, (whole: string, name: string | undefined) => {
    const value = params[name ?? '*']
    if (value === undefined) throw new Error(`tests/reach/places.ts does not say what ${whole} of /${url} is.`)
    return encodeURIComponent(value)
  })
  return `/${path}`
}
