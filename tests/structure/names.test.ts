import { expect, test } from 'vitest'
import { exportsOf } from './exports.ts'
import { type Sources, readSources } from './sources.ts'

/** Names that Remix asks each route for, and the subject that each email has. */
const byContract =
  /^(loader|action|meta|links|headers|handle|clientAction|shouldRevalidate|Layout|ErrorBoundary|subject)$/

/** Types of tables are generated; emails import nothing of the app, so that they have helpers for sentences of their own. */
const isLeftOut = (path: string) =>
  /\.test\.tsx?$|^tests\/|^db\/(schema\.ts|migrations\/)/.test(path) || path === 'emails/parts/sentence-words.ts'

/** Each name that more than one file exports, with these files. */
function findShared(sources: Sources): string[] {
  const homes = new Map<string, string[]>()
  for (const [path, text] of sources)
    if (/\.tsx?$/.test(path) && !isLeftOut(path))
      for (const { name } of exportsOf(path, text)) homes.set(name, [...(homes.get(name) ?? []), path])
  return [...homes].flatMap(([name, paths]) =>
    new Set(paths).size > 1 && !byContract.test(name) ? [`${name}: ${paths.join(', ')}`] : [],
  )
}

test('each exported name has one home, so that a search leads to one meaning', () => {
  expect(findShared(readSources())).toEqual([])
})

test('a name with two homes is found, functions, values and types alike', () => {
  const planted = new Map([
    ['app/plan/a.ts', 'export type Limit = 1\nexport const far = 1\nexport function told() {}\n'],
    ['app/value/b.ts', 'export type Limit = 2\nexport const far = 2\nexport function told() {}\nconst own = 1\n'],
    ['app/value/c.page.tsx', 'export const loader = 1\nexport default function Page() {}\n'],
    ['app/value/d.page.tsx', 'export const loader = 1\nexport default function Page() {}\nexport const own = 2\n'],
  ])
  expect(findShared(planted).map((fault) => fault.split(':')[0])).toEqual(['Limit', 'far', 'told'])
})
