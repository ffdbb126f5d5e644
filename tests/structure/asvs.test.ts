import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const page = readFileSync('app/access/ASVS.md', 'utf8')

type Named = { file: string; name: string }

/** The evidence for a statement on the page: a file and the name of a test in it. */
const namedIn = (text: string): Named[] =>
  [...text.matchAll(/`([^`\s]+\.test\.tsx?)` "([^"]+)"/g)].map(([, file = '', name = '']) => ({ file, name }))

const isThere = ({ file, name }: Named) =>
  existsSync(file) && ['`', "'"].some((quote) => readFileSync(file, 'utf8').includes(`(${quote}${name}${quote}`))

test('every test that the page on ASVS names is there, under that name', () => {
  const named = namedIn(page)
  expect(named.length).toBeGreaterThan(40)
  expect(named.filter((it) => !isThere(it))).toEqual([])
  const planted = '`tests/integration/sign-on.test.ts` "a name that no test has"'
  expect(namedIn(planted).filter((it) => !isThere(it))).toHaveLength(1)
})

test('it names no test file but with a test, and tells every chapter', () => {
  const files = [...page.matchAll(/`[^`\s]+\.test\.tsx?`/g)]
  expect(files).toHaveLength(namedIn(page).length)
  expect([...page.matchAll(/^## V(\d+) /gm)].map(([, number]) => Number(number))).toEqual(
    Array.from({ length: 17 }, (_, index) => index + 1),
  )
})
