import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { questions, withAnswers } from '../../client-constants.ts'

const modules = join(import.meta.dirname, '../../node_modules')
const textOf = (...path: string[]) => readFileSync(join(modules, ...path), 'utf8')

const remixFolder = '@remix-run/react/dist/esm'
const remix = readdirSync(join(modules, remixFolder)).filter((file) => file.endsWith('.js'))
const libraries = [
  ...remix.map((file) => textOf(remixFolder, file)),
  textOf('@remix-run/router/dist/router.js'),
  textOf('react-router/dist/index.js'),
  textOf('react-router-dom/dist/index.js'),
]

test('each question that is answered at build time is asked by an installed library', () => {
  const unasked = questions.filter(({ asked }) => !libraries.some((code) => code.search(asked) >= 0))
  expect(unasked).toEqual([])
})

test('a flag is answered as Remix is set up, whatever object holds it', () => {
  expect(withAnswers('if (window.__remixContext.future.v3_singleFetch) a(router.future.v7_partialHydration)')).toBe(
    'if (true) a(true)',
  )
  expect(withAnswers('future.v3_unknown; _future.v7_partialHydration')).toBe(
    'future.v3_unknown; _future.v7_partialHydration',
  )
})

test('only what is asked is replaced, not what declares or hands on the same name', () => {
  const kept = 'function isDeferredData(value) {} let { isSpaMode } = context; f(isSpaMode, typeof document)'
  expect(withAnswers(kept)).toBe(kept)
  expect(withAnswers('if (isSpaMode) a(); return !isSpaMode && isDeferredData(value)')).toBe(
    'if (false) a(); return !false && false',
  )
})
