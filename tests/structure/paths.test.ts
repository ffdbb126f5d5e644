import { describe, expect, test } from 'vitest'
import { paths, planLinks } from '#app/kit/paths.ts'
import { type PageUrl, pageRules } from '#app/policy/policy.ts'
import { type Sources, readSources } from './sources.ts'

/** Used for every id: if not encoded, it would change the path. */
const id = 'a/b?c#d'

const links = planLinks(id)
const valueOf = (link: string | ((...given: never[]) => string)): string =>
  typeof link === 'string' ? link : (link as (...given: unknown[]) => string)(id, id)

/** Every address that can be built, from all builders. */
const built: [name: string, address: string][] = [
  ...Object.entries({
    ...paths,
    plans: () => paths.plans({ state: id }),
    signIn: () => paths.signIn({ next: id }),
    references: () => paths.references(2),
    credit: () => paths.credit(2026),
    library: () => paths.library({ q: id }),
    creditFile: () => paths.creditFile(2026),
    securityLog: () => paths.securityLog({ person: id }),
  }).map(([name, link]): [string, string] => [`paths.${name}`, valueOf(link)]),
  ...Object.entries(links).map(([name, link]): [string, string] => [`planLinks.${name}`, valueOf(link)]),
]

/** The address of the table that answers this one. What stands literally goes first: `tasks/new` before `tasks/:taskId`. */
function answeredBy(address: string): PageUrl | undefined {
  const parts = new URL(address, 'https://firstwin.example').pathname.slice(1).split('/')
  const fits = (url: string) => {
    const wanted = url.split('/')
    return wanted.length === parts.length && wanted.every((it, at) => it.startsWith(':') || it === parts[at])
  }
  const found = (Object.keys(pageRules) as PageUrl[]).filter(fits)
  return found.find((url) => !url.includes(':')) ?? found.sort((a, b) => a.split(':').length - b.split(':').length)[0]
}

describe('every address that is built', () => {
  test.each(built)('%s leads to a page', (_, address) => {
    expect(answeredBy(address), address).toBeDefined()
  })

  test('there is one for every page with something to fill in', () => {
    const reached = new Set(built.map(([, address]) => answeredBy(address)))
    expect((Object.keys(pageRules) as PageUrl[]).filter((url) => url.includes(':') && !reached.has(url))).toEqual([])
  })

  test('keeps what is filled in in its place', () => {
    expect(links.editTask('x/../y')).toBe('/plans/a%2Fb%3Fc%23d/tasks/x%2F..%2Fy')
    expect(paths.signOnStart('w', '/plans/1?show=mine')).toBe('/sso/w/start?next=%2Fplans%2F1%3Fshow%3Dmine')
    expect(paths.references(1)).toBe('/references')
  })
})

/** A text that starts as a path of ours and has something filled in. */
const byHand = /`\/[^`\n]*\$\{/

const assembled = (sources: Sources) =>
  [...sources]
    .filter(([path]) => /^(app|emails)\/.*\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    // The preview of emails in the demo has a server, and so paths, of its own.
    .filter(([path]) => path !== 'app/kit/paths.ts' && !path.startsWith('app/demo/emails/'))
    .flatMap(([path, text]) =>
      text.split('\n').flatMap((line) => (byHand.test(line) ? [`${path}: ${line.trim()}`] : [])),
    )

test('no path is put together by hand', () => {
  expect(assembled(readSources())).toEqual([])
  const planted = new Map([['app/plan/planted.tsx', 'const to = `/plans/${planId}/team`\n']])
  expect(assembled(planted)).toHaveLength(1)
})
