import ts from 'typescript'
import { expect, test } from 'vitest'
import { exportsOf } from './exports.ts'
import { parsedSource } from './parsed-source.ts'
import { type Sources, readSources } from './sources.ts'

/** `markLateTasks` and `MarkLateTasks` as a file is called: mark-late-tasks. */
const asFileName = (name: string) =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()

/** A file's name without its folder and without what says its layer. */
const baseOf = (path: string) => path.slice(path.lastIndexOf('/') + 1).replace(/(\.(server|page|route))?\.tsx?$/, '')

/**
 * Files that are named after their subject, also where they hold one thing of it now: the texts of a subject, what its forms send, what its
 * screens read; and what Remix and the tools name.
 */
const ofASubject =
  /(-words|\/model|-queries\.server)\.ts$|\.route\.tsx?$|^app\/(entry\.|root\.tsx|routes\.ts)|^db\/migrations\//

/** `plan-page.tsx` draws it for the page and for its tests. */
const pageNames: Record<string, string> = { 'app/plan/page/plan.page.tsx': 'PlanRoute' }

const isOurs = (path: string) => /^(app|db|emails)\/.*\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path)

/** Files with one value, or with one type alone, that are named after neither it nor the types beside it. */
function findMisnamed(sources: Sources): string[] {
  return [...sources].flatMap(([path, text]) => {
    if (!isOurs(path) || ofASubject.test(path) || path.endsWith('.page.tsx')) return []
    const names = exportsOf(path, text)
    const values = names.filter(({ isType }) => !isType)
    if (values.length > 1 || names.length === 0 || (values.length === 0 && names.length > 1)) return []
    return names.some(({ name }) => asFileName(name) === baseOf(path))
      ? []
      : [`${path}: ${names.map(({ name }) => name).join(', ')}`]
  })
}

test('a file of one export is named after it', () => {
  expect(findMisnamed(readSources())).toEqual([])
})

test('a function, a component and a type in a file of another name are found', () => {
  const planted = new Map([
    ['app/plan/helpers.server.ts', 'export type Late = 1\nexport async function markLate() {}\n'],
    ['app/plan/row.tsx', 'export const TaskRow = () => null\n'],
    ['app/plan/rows.ts', 'export type Row = 1\n'],
    ['app/plan/mark-late.server.ts', 'export type Late = 1\nexport async function markLate() {}\n'],
    ['app/plan/late.ts', 'export type Late = 1\nexport const lateOf = 1\n'],
    ['app/plan/dates.ts', 'export const dayOf = 1\nexport const dateOf = 2\n'],
    ['app/plan/late-words.ts', "export const lateTaskWords = { a: 'Late' }\n"],
  ])
  expect(findMisnamed(planted)).toEqual([
    'app/plan/helpers.server.ts: Late, markLate',
    'app/plan/row.tsx: TaskRow',
    'app/plan/rows.ts: Row',
  ])
})

/** Words that say nothing of a subject. */
const fillers = ['words', 'of', 'to', 'the', 'is', 'and', 'in', 'on', 'at', 'a', 'by', 'from', 'with', 'for']

const isSameWord = (one: string, other: string) => {
  const forms = (word: string) => [word, `${word}s`, word.replace(/y$/, 'ies')]
  return forms(one).includes(other) || forms(other).includes(one)
}

/** Files that may hold what its room or subject is about: `policy/policy.ts`, `policy/policy-words.ts`. */
const isNamedAsFolder = (path: string) => path.split('/').at(-2) === baseOf(path).replace(/-words$/, '')

/** Words that stand in every sentence or sum, too short to name their file. */
const shortOnes = ['app/kit/durations.ts', 'app/ui/amount-words.ts']

/** Files whose name shares no word with anything that they export: the tree does not lead to what is in them. */
function findUnrelated(sources: Sources): string[] {
  return [...sources].flatMap(([path, text]) => {
    const readsScreens = /\/model\.ts$|-queries\.server\.ts$|\.route\.tsx?$|\.page\.tsx$|^db\/(migrations\/|schema\.ts)/
    if (!isOurs(path) || readsScreens.test(path) || /^app\/(entry\.|root\.tsx|routes\.ts)/.test(path)) return []
    const names = exportsOf(path, text).map(({ name }) => name)
    if (names.length === 0 || isNamedAsFolder(path) || shortOnes.includes(path)) return []
    const subject = baseOf(path)
      .split('-')
      .filter((word) => !fillers.includes(word))
    const words = names.flatMap((name) => asFileName(name).split('-'))
    const isRelated = subject.some((word) => words.some((it) => isSameWord(word, it)))
    return isRelated ? [] : [`${path}: ${names.join(', ')}`]
  })
}

test('a file of several exports shares a word with one of them', () => {
  expect(findUnrelated(readSources())).toEqual([])
})

test('a file with nothing of its name in it is found', () => {
  const planted = new Map([
    ['app/shell/refused-answer.ts', 'export const messageOf = 1\nexport const valuesOf = 2\n'],
    ['app/plan/late-words.ts', "export const dueWords = { a: 'Due' }\nexport const overdueWords = { a: 'Late' }\n"],
    ['app/plan/late-tasks.ts', 'export const findTask = 1\nexport const markLate = 2\n'],
    ['app/kit/cookies.ts', 'export const readCookie = 1\nexport const ask = 2\n'],
    ['app/policy/policy.ts', 'export const rights = 1\nexport const rules = 2\n'],
  ])
  expect(findUnrelated(planted)).toEqual([
    'app/shell/refused-answer.ts: messageOf, valuesOf',
    'app/plan/late-words.ts: dueWords, overdueWords',
  ])
})

/** Pages whose component is not called as their file. */
function findMisnamedPages(sources: Sources): string[] {
  return [...sources].flatMap(([path, text]) => {
    if (!path.startsWith('app/') || !path.endsWith('.page.tsx')) return []
    const { statements } = parsedSource(path, text)
    const shown = statements.flatMap((statement) => {
      const isDefault = ts.isFunctionDeclaration(statement) && /^export default/.test(statement.getText())
      return isDefault ? (statement.name?.text ?? '') : []
    })
    const wanted = pageNames[path]
    const isRight = (name: string) => (wanted ? name === wanted : asFileName(name) === `${baseOf(path)}-page`)
    return shown.length === 1 && shown.every(isRight) ? [] : [`${path}: ${shown.join(', ')}`]
  })
}

test('a page is called as its file', () => {
  expect(findMisnamedPages(readSources())).toEqual([])
})

test('a page of another name, and one without a component, are found', () => {
  const planted = new Map([
    ['app/plan/close-plan.page.tsx', 'export default function ClosePage() {}\n'],
    ['app/plan/team.page.tsx', 'export const loader = 1\n'],
    ['app/plan/edit-task.page.tsx', 'export default function EditTaskPage() {}\n'],
  ])
  expect(findMisnamedPages(planted)).toEqual(['app/plan/close-plan.page.tsx: ClosePage', 'app/plan/team.page.tsx: '])
})

/** Words files of one name. */
function findSameWords(sources: Sources): string[] {
  const homes = Map.groupBy(
    [...sources.keys()].filter((path) => isOurs(path) && path.endsWith('-words.ts')),
    baseOf,
  )
  return [...homes].flatMap(([name, paths]) => (paths.length > 1 ? [`${name}: ${paths.join(', ')}`] : []))
}

test('no two words files have one name', () => {
  expect(findSameWords(readSources())).toEqual([])
  const planted = new Map(
    ['app/plan/core/link-words.ts', 'app/outbox/link-words.ts', 'app/plan/a.ts'].map((it) => [it, '']),
  )
  expect(findSameWords(planted)).toEqual(['link-words: app/plan/core/link-words.ts, app/outbox/link-words.ts'])
})

/** Exported functions of words files that decide something, and so are no text: other files ask them, too. */
function findDecisions(sources: Sources): string[] {
  return [...sources].flatMap(([path, text]) => {
    if (!isOurs(path) || !path.endsWith('-words.ts')) return []
    const { statements } = parsedSource(path, text)
    const decides = (it?: ts.Node) =>
      it !== undefined &&
      (ts.isArrowFunction(it) || ts.isFunctionDeclaration(it)) &&
      it.type !== undefined &&
      (it.type.kind === ts.SyntaxKind.BooleanKeyword || ts.isTypePredicateNode(it.type))
    const isList = (it?: ts.Node) =>
      it !== undefined && ts.isAsExpression(it) && ts.isArrayLiteralExpression(it.expression)
    return statements.flatMap((it) => {
      if (!it.getText().startsWith('export')) return []
      if (ts.isVariableStatement(it))
        return it.declarationList.declarations
          .filter(({ initializer }) => decides(initializer) || isList(initializer))
          .map(({ name }) => `${path}: ${name.getText()}`)
      return ts.isFunctionDeclaration(it) && decides(it) ? [`${path}: ${it.name?.text}`] : []
    })
  })
}

test('words files hold texts, and decide nothing for others', () => {
  expect(findDecisions(readSources())).toEqual([])
  const planted = [
    'export const lateWords = (isLate: boolean): string => (isLate ? "Late" : "")',
    'export const isLate = (days: number): boolean => days > 0',
    'export function mayAsk(name: string): boolean { return true }',
    'export const isKind = (kind: string): kind is Kind => kind in words',
    "export const kinds = ['a', 'b'] as const",
  ].join('\n')
  expect(findDecisions(new Map([['app/plan/late-words.ts', planted]]))).toEqual([
    'app/plan/late-words.ts: isLate',
    'app/plan/late-words.ts: mayAsk',
    'app/plan/late-words.ts: isKind',
    'app/plan/late-words.ts: kinds',
  ])
})
