import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { constants, setPriority, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { clockShift } from './harness/clock.ts'
import { startTestServer } from './harness/server.ts'
import { ensureTurnOfRun, runTurn } from './harness/turn.ts'
import { type Count, countPlaywright, countVitest } from './suite-reports.ts'

/**
 * `npm test`: every suite, or those named (`npm test -- unit`); what follows a name that is no suite goes to the runner
 * (`npm test -- integration tests/integration/jobs.test.ts`). The suites with real parts run one after the other; what only computes
 * runs beside them at the lowest priority, in the time in which they wait. Without such suites, two run side by side.
 * `--day 2028-02-29` sets the clock of the processes under test; given several times, the suites with such processes run once a day.
 */

type Suite = {
  name: string
  command: string[]
  /** Reads the runner's own report; without one, the suite is one check, passed or failed. */
  count?: (report: string) => Count
  /** With real parts and workers of its own: no other such suite runs at the same time. */
  alone?: true
  /** Only computes, and measures no time, so that it can be held up for as long as others have something to do. */
  patient?: true
  needs?: string
}

const projectDir = resolve(import.meta.dirname, '..')
const reports = mkdtempSync(join(tmpdir(), 'firstwin-reports-'))
const reportOf = (name: string) => join(reports, `${name}.json`)

const vitest = (name: string, ...projects: string[]) => [
  ...['vitest', 'run', ...projects.flatMap((project) => ['--project', project]), '--passWithNoTests'],
  ...['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(name)}`],
]

const suites: Suite[] = [
  { name: 'build', command: ['tsx', 'app/server/build.ts'] },
  // One thread takes two thirds of the processor time of several.
  {
    name: 'typecheck',
    command: ['node', 'node_modules/typescript-7/bin/tsc', '--noEmit', '--singleThreaded'],
    patient: true,
  },
  { name: 'unit', command: vitest('unit', 'unit', 'components', 'structure'), count: countVitest },
  { name: 'lint', command: ['eslint', '--max-warnings=0', '.'], patient: true },
  { name: 'typed-lint', command: ['oxlint', '--threads=1'], patient: true },
  { name: 'unused', command: ['knip', '--no-progress'], patient: true },
  { name: 'format', command: ['prettier', '--check', '--log-level=warn', '.'], patient: true },
  {
    name: 'integration',
    command: vitest('integration', 'integration'),
    count: countVitest,
    alone: true,
    needs: 'build',
  },
  {
    name: 'browser',
    command: ['playwright', 'test', '--pass-with-no-tests'],
    count: countPlaywright,
    alone: true,
    needs: 'build',
  },
]

const children = new Set<ReturnType<typeof spawn>>()

async function run(suite: Suite, rest: string[], env: NodeJS.ProcessEnv, priority = 0): Promise<Count> {
  const began = performance.now()
  const [command = '', ...args] = suite.command
  const { code, output } = await new Promise<{ code: number; output: string }>((done) => {
    const child = spawn(join(projectDir, 'node_modules/.bin', command), [...args, ...rest], {
      cwd: projectDir,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    children.add(child)
    if (priority !== 0 && child.pid !== undefined) setPriority(child.pid, priority)
    const chunks: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.once('error', (error) => chunks.push(Buffer.from(String(error))))
    child.once('close', (status) => {
      children.delete(child)
      done({ code: status ?? 1, output: Buffer.concat(chunks).toString('utf8') })
    })
  })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const count = countOf(suite, code)
  const words = `${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`
  if (code !== 0 || rest.length > 0) say(output.trimEnd())
  say(
    `${code === 0 ? '✓' : '✗'} ${suite.name}: ${suite.count ? words : code === 0 ? 'clean' : 'failed'} (${seconds} s)`,
  )
  return count
}

function countOf(suite: Suite, code: number): Count {
  const whole = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
  if (!suite.count) return whole
  try {
    const count = suite.count(readFileSync(reportOf(suite.name), 'utf8'))
    // A runner may fail although each of its tests passed: an unhandled rejection, say.
    return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

const say = (text: string) => void process.stdout.write(`${text}\n`)

async function main(given: string[]) {
  const days = given.filter((_, at) => given[at - 1] === '--day')
  const args = given.filter((arg, at) => arg !== '--day' && given[at - 1] !== '--day')
  const known = suites.map(({ name }) => name)
  const names = args.filter((arg) => known.includes(arg))
  const rest = args.filter((arg) => !known.includes(arg))
  const chosen = suites.filter(({ name }) => names.length === 0 || names.includes(name))
  const needed: (string | undefined)[] = chosen.map(({ needs }) => needs)
  const queue = suites.filter((suite) => !suite.alone && (chosen.includes(suite) || needed.includes(suite.name)))

  const real = chosen.some(({ alone }) => alone)
  const starting = real ? startTestServer() : undefined
  ensureTurnOfRun()
  if (real) say(`TURN=${runTurn()}: which part of the sweeps is tried (tests/reach/README.md)`)
  const env: NodeJS.ProcessEnv = {
    // The app is started some 60 times in a run; Node keeps what it has compiled of the packages.
    NODE_COMPILE_CACHE: join(projectDir, 'node_modules/.cache/node'),
    ...process.env,
    FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
  }
  const results = new Map<string, Count>()
  const lane = async (line: Suite[], priority = 0) => {
    for (let next = line.shift(); next; next = line.shift()) {
      results.set(next.name, await run(next, next.count && names.length === 1 ? rest : [], env, priority))
    }
  }
  try {
    const server = await starting
    if (server) env.TEST_DATABASE_URL = server.serverUrl
    try {
      const patient = queue.filter((suite) => real && suite.patient)
      const others = queue.filter((suite) => !patient.includes(suite))
      const patiently = () => lane(patient, constants.priority.PRIORITY_LOW)
      const beside = patiently()
      await Promise.all([lane(others), lane(others)])
      for (const day of days.length > 0 ? days : [undefined]) {
        const clock = { CLOCK_SHIFT_MS: String(clockShift(day)) }
        for (const suite of chosen.filter(({ alone }) => alone)) {
          const blocked = suite.needs !== undefined && results.get(suite.needs)?.failed !== 0
          if (blocked) say(`✗ ${suite.name}: not run, since ${suite.needs} failed`)
          else if (day) say(`${suite.name} on ${day} …`)
          const playwright = { PLAYWRIGHT_REPORT: reportOf(suite.name) }
          results.set(
            `${suite.name} ${day ?? ''}`,
            blocked
              ? { passed: 0, failed: 1, skipped: 0 }
              : await run(suite, rest, { ...env, ...clock, ...playwright }),
          )
        }
      }
      // What is left on a machine that never had time for it.
      await Promise.all([beside, patiently()])
    } finally {
      await server?.stop()
    }
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
  const failedTests = [...results.values()].flatMap(({ failedTests: failed = [] }) => failed)
  if (failedTests.length > 0) say(['', 'Failed:', ...failedTests, ''].join('\n'))
  const sum = (kind: 'passed' | 'failed' | 'skipped') =>
    [...results.values()].reduce((total, count) => total + count[kind], 0)
  const skipped = sum('skipped')
  say(`${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`)
  return sum('failed') === 0 && sum('passed') > 0 ? 0 : 1
}

const abandon = () => {
  for (const child of children) child.kill('SIGTERM')
  process.exit(1)
}
process.on('SIGINT', abandon).on('SIGTERM', abandon).on('message', abandon).on('disconnect', abandon)
process.exit(await main(process.argv.slice(2)))
