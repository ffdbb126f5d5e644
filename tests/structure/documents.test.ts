import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Everything that is kept, by path: texts of code and documents, and the names alone of the rest. */
function readTree(): Map<string, string> {
  const paths = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n')
  return new Map(
    paths
      .filter((path) => path !== '' && existsSync(path))
      .map((path) => [path, /\.(tsx?|mjs|js|css|md)$/.test(path) ? readFileSync(path, 'utf8') : '']),
  )
}

const isReadme = (path: string) => path.split('/').at(-1) === 'README.md'

/** READMEs that do not say how one test of their subject is run, or name one that does not exist. */
function findUntested(tree: ReadonlyMap<string, string>): string[] {
  return [...tree].flatMap(([path, text]) => {
    if (!isReadme(path)) return []
    const tests = [...text.matchAll(/`?npm test -- (?:unit|integration|browser) (\w[\w./-]+)/g)].map(
      ([, test = '']) => test,
    )
    if (tests.length === 0) return [`${path} names no test`]
    return tests.filter((test) => !tree.has(test)).map((test) => `${path}: ${test}`)
  })
}

test('every README says how one test is run', () => {
  expect(findUntested(readTree())).toEqual([])
})

test('a README without a test, and one with a test that is gone, are found', () => {
  const planted = new Map([
    ['app/plan/README.md', '# plan\n'],
    ['app/kit/README.md', 'One test: `npm test -- unit app/kit/csv.test.ts`.\n'],
    ['app/ui/README.md', 'One test: `npm test -- unit app/ui/gone.test.ts`.\n'],
    ['app/kit/csv.test.ts', ''],
  ])
  expect(findUntested(planted)).toEqual(['app/plan/README.md names no test', 'app/ui/README.md: app/ui/gone.test.ts'])
})

/** Stand for any file, or belong to another program. */
const noFilesOfOurs = [
  'x.ts',
  'x.server.ts',
  'x.tsx',
  'x.page.tsx',
  'x.route.ts',
  '.server.ts',
  'react-router.config.ts',
]

/** Files that documents and comments name between backticks, and that do not exist. */
function findMissing(tree: ReadonlyMap<string, string>): string[] {
  const endings = new Set(
    [...tree.keys()].flatMap((path) => path.split('/').map((_, at, parts) => parts.slice(at).join('/'))),
  )
  const named = /`([\w.-]+(?:\/[\w.-]+)*\.(?:tsx?|mjs|css))`/g
  return [...tree].flatMap(([path, text]) =>
    path.startsWith('db/migrations/') || path.startsWith('tests/structure/')
      ? []
      : [...text.matchAll(named)]
          .map(([, file = '']) => file)
          .filter((file) => !endings.has(file) && !noFilesOfOurs.includes(file))
          .map((file) => `${path}: ${file}`),
  )
}

test('every file that is named in documents and comments exists', () => {
  expect(findMissing(readTree())).toEqual([])
})

test('a file that was moved or renamed is found where it is still named', () => {
  const planted = new Map([
    ['app/plan/core/due.ts', '/** As `core/due.ts` and `what-if/edit.ts` say. */\n'],
    ['app/plan/edits/edit.ts', ''],
    ['app/plan/README.md', '`edits/edit.ts`, `due.ts`, `core/edit.ts`\n'],
  ])
  expect(findMissing(planted)).toEqual(['app/plan/core/due.ts: what-if/edit.ts', 'app/plan/README.md: core/edit.ts'])
})
