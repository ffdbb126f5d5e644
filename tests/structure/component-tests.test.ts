import { expect, test } from 'vitest'
import { type Sources, readSources } from './sources.ts'

/** HTML as text: what a component draws is asked by role and name. That something is nowhere in it may be asked of the text. */
const readsHtml = /renderToStaticMarkup|(inner|outer)HTML\)\s*\.to[A-Z]/

const findReaders = (sources: Sources): string[] =>
  [...sources].flatMap(([path, text]) => (/^app\/.*\.test\.tsx$/.test(path) && readsHtml.test(text) ? [path] : []))

test('tests of components ask by role, and read no HTML', () => {
  expect(findReaders(readSources())).toEqual([])
})

test('a test that reads HTML is found, one that looks for nothing secret in it is not', () => {
  const planted = new Map([
    ['app/plan/a.test.tsx', "expect(renderToStaticMarkup(form)).toContain('<b>')\n"],
    ['app/plan/b.test.tsx', 'expect(document.body.innerHTML).toMatch(/late/)\n'],
    ['app/plan/c.test.tsx', 'expect(document.body.innerHTML).not.toMatch(/secret/)\n'],
  ])
  expect(findReaders(planted)).toEqual(['app/plan/a.test.tsx', 'app/plan/b.test.tsx'])
})
