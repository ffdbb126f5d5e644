import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { importsOf, packagesOf } from './imports.ts'

type Manifest = Record<'scripts' | 'dependencies' | 'devDependencies', Record<string, string>>
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest

/** The scripts of an installation, whose programs run without devDependencies. */
const productionScripts = ['start', 'migrate', 'workspace:create', 'backup', 'restore', 'emails:release']
/** What runs the programs and is imported by none of them. */
const runners = ['node', 'tsx']

const read = (path: string) => readFileSync(path, 'utf8')

/** The programs, and the files of the server bundle that the first of them loads. */
function entries(): string[] {
  const programs = productionScripts.map((name) => {
    const script = manifest.scripts[name] ?? ''
    const built = /run-built\.mjs (\S+)$/.exec(script)?.[1]
    return built ? `app/server/${built}.ts` : (/\S+\.ts$/.exec(script)?.[0] ?? `the program of ${name}`)
  })
  const pages = [...read('app/routes.ts').matchAll(/'([^']+\.tsx?)'/g)].map(([, file]) => `app/${file}`)
  return [...programs, 'app/root.tsx', 'app/entry.server.tsx', ...pages]
}

/** Everything that is loaded when the entries run. */
function loadedFrom(starts: string[]): string[] {
  const found = new Set(starts)
  for (const path of found) {
    if (!/\.tsx?$/.test(path)) continue
    for (const { to, typeOnly } of importsOf(path, read(path))) if (!typeOnly && existsSync(to)) found.add(to)
  }
  return [...found].filter((path) => /\.tsx?$/.test(path))
}

test('dependencies are what production runs with, and nothing else', () => {
  const starts = entries()
  expect(starts.length).toBeGreaterThan(30)
  const used = new Set([...runners, ...loadedFrom(starts).flatMap((path) => packagesOf(path, read(path)))])
  expect(Object.keys(manifest.dependencies).sort()).toEqual([...used].sort())
})

test('a package is found in every way of importing it, and a type is none', () => {
  const text = `import { a } from 'one/sub'\nimport type { B } from 'two'\nimport '@three/x/y'\nawait import('four')\n
    import fs from 'node:fs'\nimport font from 'five/font.woff2?url'\nexport { c } from './six.ts'\n`
  expect(packagesOf('app/planted.ts', text)).toEqual(['one', '@three/x', 'four'])
})

/** What of Remix is used, and what React Router 7 calls it: the list of SECURITY.md. */
const remixNames: Record<string, string[]> = {
  '@remix-run/node': ['createRequestHandler', 'data', 'redirect'],
  '@remix-run/react': [
    ...['Form', 'Link', 'Links', 'Meta', 'NavLink', 'Outlet', 'RemixBrowser', 'RemixServer', 'Scripts'],
    ...['ScrollRestoration', 'isRouteErrorResponse', 'matchRoutes', 'useActionData', 'useFetcher', 'useFetchers'],
    ...[
      'useLoaderData',
      'useLocation',
      'useMatches',
      'useNavigation',
      'useNavigationType',
      'useRevalidator',
      'useRouteError',
      'useRouteLoaderData',
    ],
    ...['useSearchParams'],
  ],
}

test('no more of Remix is used than the list that a move to React Router goes by', () => {
  const files = execFileSync('git', ['ls-files', 'app'], { encoding: 'utf8' }).split('\n')
  const used: Record<string, Set<string>> = {}
  for (const path of files.filter((it) => /\.tsx?$/.test(it) && existsSync(it))) {
    for (const [, names = '', from = ''] of read(path).matchAll(/import \{([^}]*)\} from '(@remix-run\/\w+)'/g)) {
      for (const name of names.split(',').map((it) => it.trim()))
        if (name && !name.startsWith('type ')) (used[from] ??= new Set()).add(name.split(' ')[0] ?? name)
    }
  }
  const found = Object.entries(used).map(([from, names]) => [from, [...names].sort()])
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries(Object.entries(remixNames).map(([from, names]) => [from, [...names].sort()])),
  )
})
