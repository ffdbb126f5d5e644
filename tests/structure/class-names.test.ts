import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { type Sources, readSources } from './sources.ts'

/** A class with at most a state behind it, such as `.chip`, `button.chip` and `.chip:hover`. */
const classAlone = /^[a-z]*\.([\w-]+)(?:::?[\w-]+(?:\([^)]*\))?)*$/

/** A rule of a media query, whatever its depth: it adjusts for print or a width what another sheet defines. */
const mediaRule = /@media[^{]*\{(?:[^{}]|\{[^{}]*\})*\}/g

/** The classes that a stylesheet gives a look of their own. */
const classesIn = (css: string): string[] =>
  [
    ...css
      .replaceAll(/\/\*[\s\S]*?\*\//g, '')
      .replaceAll(mediaRule, '')
      .matchAll(/([^{}]+)\{/g),
  ].flatMap(([, selectors = '']) =>
    selectors.split(/,(?![^(]*\))/).flatMap((selector) => classAlone.exec(selector.trim())?.[1] ?? []),
  )

/** Each class that stylesheets of more than one folder define: all of them are on one page, so one would change the other. */
function findShared(sources: Sources): string[] {
  const homes = new Map<string, Set<string>>()
  for (const [path, css] of sources)
    if (path.endsWith('.css'))
      for (const name of classesIn(css)) homes.set(name, (homes.get(name) ?? new Set()).add(posix.dirname(path)))
  return [...homes].flatMap(([name, folders]) => (folders.size > 1 ? [`.${name}: ${[...folders].join(', ')}`] : []))
}

test('each class is defined by the stylesheets of one folder', () => {
  const sources = readSources()
  expect(
    [...sources].filter(([path, css]) => path.endsWith('.css') && classesIn(css).length > 0).length,
  ).toBeGreaterThan(30)
  expect(findShared(sources)).toEqual([])
})

test('a class of two subjects is found, one that is only adjusted or part of a selector is not', () => {
  const planted = (css: string) =>
    findShared(
      new Map([
        ['app/plan/task/planted.css', '.threads > li,\n.threads { display: block }'],
        ['app/talk/planted.css', css],
      ]),
    )
  expect(planted('a { color: red }\nul.threads:hover { margin: 0 }')).toEqual(['.threads: app/plan/task, app/talk'])
  expect(planted('@media print {\n.threads { margin: 0 }\n}\n.talk .threads { margin: 0 }')).toEqual([])
})
