import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findBreaches, findLonely, importRules } from './rules.ts'
import { readSources } from './sources.ts'
import { findForeignWrites, idleCrossings } from './tables.ts'

const sources = readSources()

test('there is something to look at', () => {
  expect(sources.size).toBeGreaterThan(100)
})

test('no file breaks a rule', () => {
  expect(findBreaches(sources)).toEqual([])
})

test('no file is left alone', () => {
  const naming = ['package.json', 'vite.config.ts', 'app/server/ensure-build.server.ts']
  const programs = naming.map((path) => readFileSync(path, 'utf8')).join('\n')
  expect(findLonely(sources, programs)).toEqual([])
  expect(findLonely(new Map([...sources, ['app/plan/planted-alone.ts', 'export {}\n']]), programs)).toEqual([
    'app/plan/planted-alone.ts',
  ])
})

const imports = (specifier: string) => `import { it } from '${specifier}'\n`
const lines = (count: number) => 'const it = 1\n'.repeat(count)

const planted: [rule: string, path: string, text: string][] = [
  ['the database knows nothing of the app', 'db/planted.ts', imports('#app/kit/ids.ts')],
  ['emails import nothing of the app', 'emails/planted.tsx', imports('../app/ui/date-words.ts')],
  ['the schedule imports nothing of ours', 'app/schedule/planted.ts', imports('#app/kit/ids.ts')],
  ['ui and kit know no feature', 'app/ui/planted.tsx', imports('#app/plan/model.ts')],
  ['ui and kit know no feature', 'app/kit/planted.ts', imports('../runner/command.ts')],
  ['policy and outbox import no feature and no runner', 'app/policy/policy.ts', imports('#app/runner/refusal.ts')],
  ['policy and outbox import no feature and no runner', 'app/outbox/outbox.server.ts', imports('#app/plan/model.ts')],
  [
    'the runner imports policy and outbox, and no other part of a feature',
    'app/runner/planted.server.ts',
    imports('#app/access/session.server.ts'),
  ],
  ['features import nothing from above them', 'app/plan/planted.page.tsx', imports('#app/shell/frame.tsx')],
  [
    'features import nothing from above them',
    'app/notices/planted.server.ts',
    imports('#app/jobs/start-worker.server.ts'),
  ],
  [
    'rooms stand one above the other; the plan page alone shows what stands above it',
    'app/plan/planted.page.tsx',
    imports('#app/references/model.ts'),
  ],
  [
    'rooms stand one above the other; the plan page alone shows what stands above it',
    'app/talk/planted.page.tsx',
    imports('#app/commands/command-registry.server.ts'),
  ],
  [
    'rooms stand one above the other; the plan page alone shows what stands above it',
    'app/talk/planted.page.tsx',
    imports('#app/plan/model.ts'),
  ],
  [
    'rooms stand one above the other; the plan page alone shows what stands above it',
    'app/new-room/planted.ts',
    imports('#app/kit/ids.ts'),
  ],
  [
    'the entry of the bundle alone imports the registry of commands',
    'app/server/planted.server.ts',
    imports('#app/commands/command-registry.server.ts'),
  ],
  [
    'jobs and the daily email import neither shell nor server nor demo',
    'app/jobs/planted.server.ts',
    imports('#app/server/run-program.server.ts'),
  ],
  [
    'a room is written one way: its own files relative, others by #app',
    'app/plan/planted.ts',
    imports('#app/plan/model.ts'),
  ],
  [
    'a room is written one way: its own files relative, others by #app',
    'app/plan/planted.ts',
    imports('../ui/date-words.ts'),
  ],
  ['the shell imports neither server nor demo', 'app/shell/planted.tsx', imports('#app/server/run-program.server.ts')],
  ['production knows no demo', 'app/server/planted.server.ts', imports('#app/demo/seed-demo.server.ts')],
  ['nothing imports pages', 'app/value/planted.page.tsx', imports('#app/plan/plan.page.tsx')],
  ['the plan knows nothing of value, handoff, references, talk', 'app/plan/planted.ts', imports('#app/value/model.ts')],
  ['the plan knows nothing of value, handoff, references, talk', 'app/plan/planted.ts', imports('#app/talk/model.ts')],
  ['what runs anywhere imports nothing of the server', 'app/plan/planted.tsx', imports('./queries.server.ts')],
  [
    'what runs anywhere imports nothing of the server',
    'app/plan/planted.ts',
    "export const it = () => import('./queries.server.ts')\n",
  ],
  ['pages and queries read by the reads of their request', 'app/plan/planted.page.tsx', imports('#db/workspace.ts')],
  [
    'pages and queries read by the reads of their request',
    'app/plan/task/planted-queries.server.ts',
    imports('#db/workspace.ts'),
  ],
  ['nothing but components and pages imports from components', 'app/plan/planted.server.ts', imports('./tick.tsx')],
  [
    'what the forms of a room may send imports no subject but the core and what it stands on',
    'app/plan/model.ts',
    imports('./what-if/what-if-words.ts'),
  ],
  [
    'what the forms of a room may send imports no subject but the core and what it stands on',
    'app/talk/model.ts',
    imports('./comments/comment-words.ts'),
  ],
  ['the app imports no tests', 'app/plan/planted.ts', imports('#tests/factories/parts.ts')],
  ['files are short', 'app/plan/planted.css', lines(301)],
  ['no barrel files', 'app/plan/index.ts', "export * from './model.ts'\n"],
  ['forms keep what was typed', 'app/plan/planted.page.tsx', 'export async function action() {}\n'],
  ['no attics', 'app/plan/routes/planted.tsx', lines(1)],
  ['lengths of time have one home', 'app/plan/planted.ts', 'export const week = 7 * 86_400_000\n'],
  ['no attics', 'app/plan/utils.ts', lines(1)],
]

test.each(planted)('"%s" catches a violation in %s', (rule, path, text) => {
  expect(findBreaches(new Map([[path, text]])).map((it) => it.rule)).toContain(rule)
})

test.each([
  ['features form no cycle', ['app/value/a.ts', 'app/references/b.ts', 'app/portfolio/c.ts'], '#'],
  ['the subjects of a room form no cycle', ['app/plan/task/a.ts', 'app/plan/page/b.ts', 'app/plan/team/c.ts'], '../'],
  [
    'the subjects of a room form no cycle',
    ['app/talk/comments/a.ts', 'app/talk/questions/b.ts', 'app/talk/conversation/c.ts'],
    '../',
  ],
  ['files form no cycle', ['app/ui/a.ts', 'app/ui/b.ts', 'app/ui/c.ts'], './'],
])('"%s" catches one that leads through three', (rule, paths, way) => {
  const specifier = (path: string) => (way === '#' ? `#${path}` : way + path.split('/').slice(2).join('/'))
  const round = new Map(paths.map((path, n) => [path, imports(specifier(paths[(n + 1) % 3] ?? ''))]))
  expect(findBreaches(round).filter((it) => it.rule === rule)).toHaveLength(3)
})

test('subjects that take nothing but types from each other form a cycle, too', () => {
  const typeOf = (path: string) => `import type { It } from '${path}'\n`
  const breaches = findBreaches(
    new Map([
      ['app/value/situation/a.ts', typeOf('../win/b.ts')],
      ['app/value/win/c.ts', typeOf('../situation/d.ts')],
    ]),
  )
  expect(breaches.filter(({ rule }) => rule === 'the subjects of a room form no cycle')).toHaveLength(2)
})

test('a page counts to its subject: two that know each other by their pages form a cycle', () => {
  const breaches = findBreaches(
    new Map([
      ['app/access/participants/invite.page.tsx', imports('../sign-in/entry-form.tsx')],
      ['app/access/sign-in/enter.server.ts', imports('../participants/find.server.ts')],
    ]),
  )
  expect(breaches.filter(({ rule }) => rule === 'the subjects of a room form no cycle')).toHaveLength(2)
})

test('rooms write their own tables, but for what is named', () => {
  expect(findForeignWrites(sources)).toEqual([])
  expect(idleCrossings(sources)).toEqual([])
  const writes = (table: string) => `await trx.updateTable('${table}').set({ a: 1 }).execute()\n`
  const planted = new Map([
    ['app/value/planted.server.ts', writes('task')],
    ['app/plan/planted.server.ts', writes('task as it') + writes('unknown')],
  ])
  expect(findForeignWrites(planted).map(({ file, why }) => `${file} ${why}`)).toEqual([
    'app/value/planted.server.ts task',
    'app/plan/planted.server.ts unknown',
  ])
})

test('every rule has a planted violation', () => {
  const caught = new Set(planted.map(([rule]) => rule))
  expect(importRules.filter(({ name }) => !caught.has(name))).toEqual([])
})

test('what is allowed is let through', () => {
  const fine = new Map([
    ['app/value/planted.ts', imports('#app/plan/model.ts')],
    ['app/plan/planted.page.tsx', imports('#app/value/win/first-win-card.tsx') + imports('#app/talk/model.ts')],
    ['app/runner/planted.server.ts', imports('#app/policy/policy.ts') + imports('#app/outbox/outbox.server.ts')],
    ['app/access/planted.server.ts', imports('#app/runner/refusal.ts')],
    ['app/entry.server.tsx', imports('#app/commands/command-registry.server.ts')],
    ['app/plan/planted.tsx', "import type { it } from './queries.server.ts'\n"],
  ])
  expect(findBreaches(fine)).toEqual([])
})
