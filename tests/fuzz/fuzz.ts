import { type CommandName, type Reader, commandRules } from '#app/policy/policy.ts'
import type { Database } from '#db/connection.ts'
import type { RunningApp } from '#tests/harness/app.ts'
import { carriers } from '#tests/reach/carriers.ts'
import type { Asker, Cast } from '#tests/reach/cast.ts'
import { ask, formBody, inParallel } from '#tests/reach/client.ts'
import { paramsOf } from '#tests/reach/places.ts'
import { fill } from '#tests/reach/urls.ts'
import { chanceOf } from './chance.ts'
import { type Phase, phasesOf } from './phases.ts'
import { type Hit, shoot } from './shoot.ts'
import { drawShot } from './shots.ts'

export type FuzzOptions = {
  app: RunningApp
  ownerDb: Database
  cast: Cast
  seed: number
  count: number
  /** Repeats one request of the run. */
  only?: number
  say?: (line: string) => void
}

export type FuzzOutcome = {
  sent: number
  /** How often each answer came. */
  hits: Record<string, number>
  /** Every fault; each line says how to repeat it. */
  faults: string[]
  /** Heap and resident memory in MB, once warm and at the end. */
  memory: { warm: [heap: number, rss: number]; end: [heap: number, rss: number] }
}

const asWidely = 8
/** No request is in progress between two of these, so that ended sessions and closed plans can be restored. */
const stretch = 50
const mb = (bytes: number) => Math.round(bytes / 1024 / 1024)

/** Commands that members may only use on their own settings. */
const ofOneself: readonly CommandName[] = [
  'set-job-title',
  'add-passkey',
  'rename-passkey',
  'remove-passkey',
  'export-member-data',
  'mark-seen',
]

/** What everyone who reads a plan may do: write to others, answer for what they wrote, approve what they are asked to, and promise dates for tasks of their own. */
const writing: readonly CommandName[] = [
  'add-comment',
  'edit-comment',
  'delete-comment',
  'restore-comment',
  'resolve-thread',
  'reopen-thread',
  'ask-question',
  'answer-question',
  'propose-closing',
  'close-question',
  'reopen-question',
  'answer-approval',
  'promise-date',
  'withdraw-promise',
  // A plan that they were asked to take over.
  ...(['accept-handoff', 'send-back-handoff'] as const),
  // Every member may request references and note what they were used for.
  ...(['request-call', 'cancel-request', 'note-outcome', 'note-use', 'remove-use'] as const),
]

/** Whether they may change nothing in their workspace or on any plan, except their own settings and what is written there. */
export function isHarmless({ workspace, plans }: Asker): boolean {
  const names = (Object.keys(commandRules) as CommandName[]).filter(
    (name) => ![...ofOneself, ...writing].includes(name),
  )
  const may = (scope: 'plan' | 'workspace', standings: readonly Reader[]) =>
    names.some(
      (name) =>
        (commandRules[name].scope === 'plan') === (scope === 'plan') &&
        (commandRules[name].who as readonly Reader[]).some((it) => standings.includes(it)),
    )
  return !may('workspace', workspace ?? []) && ![...plans.values()].some((standings) => may('plan', standings))
}

/** Sends mangled requests as each person, phase by phase. @returns faults, forbidden changes, and how much memory grew */
export async function fuzz({ app, ownerDb, cast, seed, count, only, say }: FuzzOptions): Promise<FuzzOutcome> {
  const { port, host } = new URL(app.baseUrl)
  const hits: Record<string, number> = {}
  const faults: string[] = []
  const phases = phasesOf(cast, ownerDb)
  const each = Math.ceil(count / phases.length)
  let sent = 0
  const measured: [number, number][] = []
  const measure = async () => {
    const { heapUsed, rss } = await app.memory()
    measured.push([mb(heapUsed), mb(rss)])
  }

  async function play(phase: Phase, index: number) {
    const shot = drawShot(chanceOf(seed, index), { ...phase, host })
    const hit = await shoot(Number(port), shot)
    sent++
    hits[hit] = (hits[hit] ?? 0) + 1
    if (isFine(hit, shot)) return
    faults.push(`${hit} to #${index} (--seed ${seed} --only ${index}): ${shot.what}`)
    say?.(faults.at(-1) ?? '')
  }

  await warmUp(app, cast)
  await measure()
  for (const [number, phase] of phases.entries()) {
    const first = number * each
    const indices = Array.from({ length: each }, (_, at) => first + at).filter(
      (it) => only === undefined || it === only,
    )
    if (indices.length === 0) continue
    const before = await phase.rows()
    for (let from = 0; from < indices.length; from += stretch) {
      await inParallel(indices.slice(from, from + stretch), asWidely, (index) => play(phase, index))
      await phase.mend()
    }
    const after = await phase.rows()
    const moved = [...after].flatMap(([table, rows]) => (before.get(table) === rows ? [] : [table]))
    if (moved.length > 0) faults.push(`${phase.name} (${first} to ${first + each - 1}) changed ${moved.join(', ')}`)
    say?.(`${phase.name}: ${indices.length} sent`)
    await measure()
  }
  if (!app.isUp()) faults.push('The process ended.')
  faults.push(...errorsIn(app.log()).map((line) => `logged: ${line.slice(0, 1_500)}`))
  const [warm = [0, 0], end = warm] = [measured[0], measured.at(-1)]
  return { sent, hits, faults, memory: { warm, end } }
}

/**
 * Sends every form once as an admin, without its key, so that it changes nothing: what is loaded once, such as the certificates for
 * identity providers, does not count as a leak.
 */
async function warmUp(app: RunningApp, { askers, home }: Cast): Promise<void> {
  const headers = askers.find(({ name }) => name === 'admin')?.headers ?? {}
  for (const [intent, carrier] of Object.entries(carriers)) {
    if (carrier === 'a link') continue
    const at = new URL(fill(carrier.url, paramsOf(home, null)), app.baseUrl)
    await ask(at, { method: 'POST', headers, body: formBody({ intent, ...carrier.form(home) }) })
  }
}

const isFine = (hit: Hit, { unfinished, huge }: { unfinished?: true; huge?: true }) =>
  hit === 'cut' ? unfinished === true || huge === true : hit !== 'hung' && hit < 500

/** One line of the log for each kind of error. */
function errorsIn(log: string): string[] {
  const lines = log.split('\n').filter((line) => /"level":"?(?:50|60|error|fatal)/.test(line))
  return [...new Map(lines.map((line) => [/"message":"([^"]*)"/.exec(line)?.[1] ?? line, line])).values()]
}
