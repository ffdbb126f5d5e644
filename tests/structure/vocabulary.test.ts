import { expect, test } from 'vitest'
import { exportsOf } from './exports.ts'
import { type Sources, readSources } from './sources.ts'

/** Words that the glossary of `app/README.md` has others for, and the one to use. A gate is a milestone, so it belongs to the plan alone. */
const oldWords: readonly { word: string; use: string; where?: RegExp }[] = [
  { word: 'trial', use: 'what-if' },
  { word: 'sheet', use: 'situation' },
  { word: 'stand-by', use: 'answer or confirm' },
  { word: 'take-back', use: 'undo, restore, withdraw or revoke' },
  { word: 'take-off', use: 'delete or remove' },
  { word: 'step', use: 'task' },
  { word: 'gate', use: 'slots, for what lets a number through', where: /^app\/(?!plan\/)/ },
]

/** Names in words: `standBySheet` is `stand-by-sheet`. */
const wordsOf = (name: string) => name.replace(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase()

/** Files and exports named by an old word. What the schedule does by steps is no task. */
function findOldWords(sources: Sources): string[] {
  return [...sources].flatMap(([path, text]) => {
    if (!/^app\/(?!schedule\/|server\/)[^.]+[^/]*\.tsx?$/.test(path) || /\.test\.tsx?$/.test(path)) return []
    const base = path.slice(path.lastIndexOf('/') + 1).replace(/\..*$/, '')
    return [base, ...exportsOf(path, text).map(({ name }) => name)].flatMap((name) =>
      oldWords.flatMap(({ word, use, where }) =>
        new RegExp(`(^|-)${word}s?(-|$)`).test(wordsOf(name)) && (where?.test(path) ?? true)
          ? [`${path}: ${name}, use ${use}`]
          : [],
      ),
    )
  })
}

test('files and exports are named by the words of the glossary', () => {
  expect(findOldWords(readSources())).toEqual([])
})

test.each([
  ['app/plan/what-if/trial-plan.ts', ''],
  ['app/value/situation/answer.ts', 'export function standBySheet() {}\n'],
  ['app/plan/task/a.ts', 'export const openSteps = 1\n'],
  ['app/kit/a.ts', 'export type ChangeGate = 1\n'],
  ['app/plan/agreement/a.ts', 'export const mayTakeBack = 1\n'],
])('an old word is found: %s', (path, text) => {
  expect(findOldWords(new Map([[path, text]]))).not.toEqual([])
})

test('a gate of the plan is a word of the glossary', () => {
  expect(findOldWords(new Map([['app/plan/gates/closed-gate.ts', 'export const gateBefore = 1\n']]))).toEqual([])
})

/** Short nouns, and the quotes that stand in every sentence. */
const plainNouns = ['Standing', 'Tracing', 'greeting', 'quoted']

/** Exports of one word that says what happened to a thing, and not what it is. */
function findVague(sources: Sources): string[] {
  return [...sources].flatMap(([path, text]) =>
    /^(app|db|emails)\//.test(path) && !/\.test\.tsx?$|^db\/(migrations\/|schema\.ts)/.test(path)
      ? exportsOf(path, text)
          .filter(({ name }) => /^[A-Z]?[a-z]+(ing|ed|bly)$|^(Past|Seen|Plain|Current|Place|Who|Reach|Was)$/.test(name))
          .filter(({ name }) => !plainNouns.includes(name))
          .map(({ name }) => `${path}: ${name}`)
      : [],
  )
}

test('an export says what it is', () => {
  expect(findVague(readSources())).toEqual([])
})

test('an export that says only what happened is found', () => {
  const planted = new Map([
    ['app/kit/a.ts', 'export type Keeping = 1\nexport type PageCaching = 1\nexport type Past = 1\n'],
    ['app/plan/a.ts', 'export const undoably = 1\nexport const reordered = 1\nexport const moveItems = 1\n'],
  ])
  expect(findVague(planted)).toEqual([
    'app/kit/a.ts: Keeping',
    'app/kit/a.ts: Past',
    'app/plan/a.ts: undoably',
    'app/plan/a.ts: reordered',
  ])
})
