import { type Import, importsOf, isBarrel } from './imports.ts'
import type { Sources } from './sources.ts'

export type Breach = { rule: string; file: string; why: string }

const features = [
  'plan',
  'value',
  'handoff',
  'references',
  'talk',
  'portfolio',
  'search',
  'workspace',
  'access',
  'notices',
  'api',
]
/** What a change writes and asks, below the runner. */
const belowRunner = ['policy', 'outbox']
const ground = ['schedule', 'ui', 'kit']
/** What works through all plans by the clock: above the features. */
const aboveFeatures = ['jobs', 'daily']

/** All rooms below `app/`, from the ground up: none imports from one above it, pages included. */
const rooms = [
  ...['schedule', 'kit', 'ui', 'policy', 'outbox', 'runner'],
  ...['access', 'talk', 'plan', 'api', 'references', 'notices', 'value', 'handoff', 'workspace', 'portfolio', 'search'],
  ...['daily', 'jobs', 'commands', 'shell', 'server', 'demo'],
]

const isTest = (path: string) => path.startsWith('tests/') || /\.test\.tsx?$/.test(path)
const isPage = (path: string) => /\.(page|route)\.tsx?$/.test(path)
const isServer = (path: string) => /\.server\.tsx?$/.test(path)
/** What answers a URL or starts a process may reach everything. */
const isEdge = (path: string) => isPage(path) || /^app\/(entry\.|root\.tsx|routes\.ts)/.test(path)

const roomOf = (path: string): string => /^app\/([^/]+)\//.exec(path)?.[1] ?? ''

/** Emails are drawn to be sent, so what sends them imports them. */
const isComponent = (path: string) => /^app\/.*\.tsx$/.test(path)
/** Part of the components that call it. */
const isHook = (path: string) => /\/use-[^/]+\.ts$/.test(path)

/** Folders of a room, apart from its core and what the core itself is made of. */
const isSubjectAboveCore = (path: string) => /^app\/[^/]+\/(?!core\/|sittings\/)[^/]+\//.test(path)

type Rule = { name: string; broken(edge: Import): string | undefined }

/** The arrows: server, demo → shell → jobs, daily → features → runner → policy, outbox → schedule, ui, kit, db. */
export const importRules: readonly Rule[] = [
  {
    name: 'the database knows nothing of the app',
    broken: ({ from, to }) => (from.startsWith('db/') && !to.startsWith('db/') ? to : undefined),
  },
  {
    name: 'emails import nothing of the app',
    broken: ({ from, to }) => (from.startsWith('emails/') && !to.startsWith('emails/') ? to : undefined),
  },
  {
    name: 'the schedule imports nothing of ours',
    broken: ({ from, to }) => (roomOf(from) === 'schedule' && roomOf(to) !== 'schedule' ? to : undefined),
  },
  {
    name: 'ui and kit know no feature',
    broken: ({ from, to }) =>
      (roomOf(from) === 'ui' || roomOf(from) === 'kit') && to.startsWith('app/') && !ground.includes(roomOf(to))
        ? to
        : undefined,
  },
  {
    name: 'policy and outbox import no feature and no runner',
    broken: ({ from, to }) =>
      belowRunner.includes(roomOf(from)) && to.startsWith('app/') && ![...belowRunner, ...ground].includes(roomOf(to))
        ? to
        : undefined,
  },
  {
    name: 'the runner imports policy and outbox, and no other part of a feature',
    broken: ({ from, to }) =>
      roomOf(from) === 'runner' && to.startsWith('app/') && !['runner', ...belowRunner, ...ground].includes(roomOf(to))
        ? to
        : undefined,
  },
  {
    name: 'features import nothing from above them',
    broken: ({ from, to }) =>
      features.includes(roomOf(from)) && [...aboveFeatures, 'shell', 'server', 'demo'].includes(roomOf(to))
        ? to
        : undefined,
  },
  {
    name: 'rooms stand one above the other; the plan page alone shows what stands above it',
    broken: ({ from, to }) => {
      const [own, other] = [roomOf(from), roomOf(to)]
      const isShown = isPage(from) && own === 'plan' && (other === 'value' || other === 'handoff')
      if (!own || !other || isShown) return undefined
      return rooms.indexOf(other) > rooms.indexOf(own) || !rooms.includes(own) ? to : undefined
    },
  },
  {
    name: 'the entry of the bundle alone imports the registry of commands',
    broken: ({ from, to }) =>
      roomOf(to) === 'commands' && roomOf(from) !== 'commands' && from !== 'app/entry.server.tsx' ? to : undefined,
  },
  {
    name: 'jobs and the daily email import neither shell nor server nor demo',
    broken: ({ from, to }) =>
      aboveFeatures.includes(roomOf(from)) && ['shell', 'server', 'demo'].includes(roomOf(to)) ? to : undefined,
  },
  {
    name: 'a room is written one way: its own files relative, others by #app',
    broken: ({ from, to, specifier }) =>
      from.startsWith('app/') && to.startsWith('app/') && specifier.startsWith('.') !== (roomOf(from) === roomOf(to))
        ? specifier
        : undefined,
  },
  {
    name: 'the shell imports neither server nor demo',
    broken: ({ from, to }) => (roomOf(from) === 'shell' && ['server', 'demo'].includes(roomOf(to)) ? to : undefined),
  },
  {
    name: 'production knows no demo',
    broken: ({ from, to }) =>
      from.startsWith('app/') && roomOf(from) !== 'demo' && roomOf(to) === 'demo' ? to : undefined,
  },
  {
    name: 'nothing imports pages',
    broken: ({ from, to }) => (from.startsWith('app/') && isPage(to) ? to : undefined),
  },
  {
    name: 'the plan knows nothing of value, handoff, references, talk',
    broken: ({ from, to }) =>
      roomOf(from) === 'plan' && !isEdge(from) && ['value', 'handoff', 'references', 'talk'].includes(roomOf(to))
        ? to
        : undefined,
  },
  {
    name: 'what runs anywhere imports nothing of the server',
    broken: ({ from, to, typeOnly }) =>
      /^app\/.*\.tsx?$/.test(from) && !isServer(from) && !isEdge(from) && !isProcess(from) && isServer(to) && !typeOnly
        ? to
        : undefined,
  },
  {
    name: 'pages and queries read by the reads of their request',
    broken: ({ from, to, typeOnly }) =>
      (isEdge(from) || /queries\.server\.ts$/.test(from)) && to === 'db/workspace.ts' && !typeOnly ? to : undefined,
  },
  {
    name: 'nothing but components and pages imports from components',
    broken: ({ from, to }) => {
      const mayDraw = isComponent(from) || isHook(from) || isEdge(from)
      return from.startsWith('app/') && !mayDraw && isComponent(to) ? to : undefined
    },
  },
  {
    name: 'what the forms of a room may send imports no subject but the core and what it stands on',
    broken: ({ from, to }) =>
      /^app\/[^/]+\/model\.ts$/.test(from) && roomOf(from) === roomOf(to) && isSubjectAboveCore(to) ? to : undefined,
  },
  {
    name: 'the app imports no tests',
    broken: ({ from, to }) => (to.startsWith('tests/') && !from.startsWith('tests/') ? to : undefined),
  },
]

/** Programs: started by Node, never by a browser. */
const isProcess = (path: string) => /^app\/(server|demo)\//.test(path)

const longestFile = 300

/** Everything that breaks a rule, in files that are no tests. */
export function findBreaches(sources: Sources): Breach[] {
  const ours = [...sources].filter(([path]) => !isTest(path) && /\.tsx?$/.test(path))
  const edges = ours.flatMap(([path, text]) => importsOf(path, text))
  const arrows = importRules.flatMap(({ name, broken }) =>
    edges.flatMap((edge) => {
      const why = broken(edge)
      return why ? [{ rule: name, file: edge.from, why }] : []
    }),
  )
  return [...arrows, ...circles.flatMap((circle) => findCircles(circle, edges)), ...findShapeBreaches(sources)]
}

type Circle = { rule: string; placeOf(path: string): string | undefined; counts(edge: Import): boolean }

/** Where following imports must not lead back, however many places lie between. */
const circles: Circle[] = [
  {
    rule: 'features form no cycle',
    placeOf: (path) => (features.includes(roomOf(path)) ? roomOf(path) : undefined),
    counts: ({ from }) => !isEdge(from),
  },
  {
    rule: 'the subjects of a room form no cycle',
    placeOf: (path) => /^app\/[^/]+\/[^/]+(?=\/)/.exec(path)?.[0],
    counts: ({ from, to }) => roomOf(from) === roomOf(to),
  },
  { rule: 'files form no cycle', placeOf: (path) => path, counts: () => true },
]

function findCircles({ rule, placeOf, counts }: Circle, edges: readonly Import[]): Breach[] {
  const next = new Map<string, Set<string>>()
  const between = edges.flatMap((edge) => {
    const [from, to] = [placeOf(edge.from), placeOf(edge.to)]
    return from && to && from !== to && counts(edge) ? [{ edge, from, to }] : []
  })
  for (const { from, to } of between) next.set(from, (next.get(from) ?? new Set()).add(to))
  const reachable = new Map<string, Set<string>>()
  const reachedFrom = (start: string) => {
    const known = reachable.get(start)
    if (known) return known
    const seen = new Set<string>()
    const waiting = [start]
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop())
      for (const it of next.get(place) ?? []) {
        if (!seen.has(it)) waiting.push(it)
        seen.add(it)
      }
    reachable.set(start, seen)
    return seen
  }
  return between
    .filter(({ from, to }) => reachedFrom(to).has(from))
    .map(({ edge }) => ({ rule, file: edge.from, why: edge.to }))
}

function findShapeBreaches(sources: Sources): Breach[] {
  return [...sources].flatMap(([path, text]) => {
    const breaches: Breach[] = []
    const lines = text.split('\n').length - 1
    const isCode = /\.(tsx?|css|mjs)$/.test(path)
    if (isCode && lines > longestFile && !writtenByTools.includes(path) && !path.startsWith('db/migrations/'))
      breaches.push({ rule: 'files are short', file: path, why: `${lines} lines` })
    if (/\.tsx?$/.test(path) && isBarrel(path, text))
      breaches.push({ rule: 'no barrel files', file: path, why: 'it only hands on' })
    if (/\.page\.tsx$/.test(path) && /export async function action\b/.test(text)) {
      const keeps = /(keepTyped(Upload)? as clientAction|keepWithin\()/.test(text) || postedAsDocuments.includes(path)
      if (!keeps) breaches.push({ rule: 'forms keep what was typed', file: path, why: 'no keepTyped as clientAction' })
    }
    if (/^app\/(?!schedule\/)/.test(path) && !isTest(path) && /\b(86_?400_?000|3_?600_?000)\b/.test(text))
      breaches.push({
        rule: 'lengths of time have one home',
        file: path,
        why: 'kit/durations.ts has minute, hour and day',
      })
    if (/(^|\/)(routes|utils)(\/|\.tsx?$)/.test(path) && path !== 'app/routes.ts')
      breaches.push({ rule: 'no attics', file: path, why: 'routes/ and utils have no place here' })
    return breaches
  })
}

/** Pages of one button that leaves for an identity provider. */
const postedAsDocuments = ['app/access/sign-on/start-sign-on.page.tsx', 'app/access/sign-on/continue-sign-on.page.tsx']

const writtenByTools = ['db/schema.ts']

/** Files that no other names, tests aside: neither an import, nor the table of URLs, nor a program. What Remix finds by itself is named here. */
export function findLonely(sources: Sources, programs: string): string[] {
  const byRemix = ['app/root.tsx', 'app/routes.ts', 'app/entry.client.tsx', 'app/entry.server.tsx']
  const ours = [...sources].filter(([path]) => !isTest(path) && !path.startsWith('tests/'))
  return ours
    .map(([path]) => path)
    .filter((path) => !byRemix.includes(path))
    .filter((path) => {
      const name = path.slice(path.lastIndexOf('/'))
      return !programs.includes(name) && !ours.some(([other, text]) => other !== path && text.includes(name))
    })
}
