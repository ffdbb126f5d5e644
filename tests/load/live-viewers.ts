import { strict as assert } from 'node:assert'
import { readFileSync } from 'node:fs'
import { type ClientRequest, Agent, get } from 'node:http'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '#app/kit/ids.ts'
import { planLinks } from '#app/kit/paths.ts'
import { readTold } from '#app/ui/told-change.ts'
import { cpuSeconds } from '#tests/bench/load.ts'
import { until } from '#tests/fault/app-processes.ts'
import { type Installation, ask, makeCurrentPlan, share } from './installation.ts'

type Audience = { viewers: number; edits: number }

export type Watched = {
  /** Milliseconds from the answer to an edit until this share of the viewers was told, of the slowest edit. */
  heard: { half: number; most: number }
  /** The same until they have loaded what changed. */
  loaded: { half: number; most: number }
  /** Loads that were answered 503 and asked for again. */
  refused: number
  /** Milliseconds of processor that an edit costs the process for each viewer, in the edits during which no one else asks for anything. */
  cpuOfViewer: number
  /** Milliseconds that a page of another plan takes, when nothing happens and in the other edits, while viewers are told and load. */
  quiet: number
  busy: number
  /** Megabytes of memory after the first edit and after the last. */
  memory: { first: number; last: number }
}

/**
 * Open pages that follow one plan at one process, each of a browser of its own: they receive the page with an edit, or load it where they are
 * sent its number alone, as the page's script does.
 */
export async function watchTogether(
  { parts, apps, signIn }: Installation,
  { viewers, edits }: Audience,
): Promise<Watched> {
  const [app] = apps
  assert.ok(app)
  const [plan, other] = [await makeCurrentPlan(parts.db), await makeCurrentPlan(parts.db)]
  const { workspaceId, planId } = plan
  const people = [
    { participantId: plan.champion.id },
    { participantId: plan.contributor.id },
    { participantId: plan.viewer.id },
    { memberId: plan.lead.id },
    { memberId: plan.teammate.id },
  ]
  const lead = await signIn(workspaceId, { memberId: plan.lead.id })
  const reader = await signIn(other.workspaceId, { memberId: other.lead.id })
  const heardAt = new Map<number, number[]>()
  const loadedAt = new Map<number, number[]>()
  const noted = (at: Map<number, number[]>, number: number) =>
    at.set(number, [...(at.get(number) ?? []), performance.now()])
  const streams: ClientRequest[] = []
  const agent = new Agent({ maxSockets: Infinity })
  let open = 0
  let first = 0
  let refused = 0
  const follow = (cookie: string) => {
    const stream = get(
      new URL(planLinks(planId).eventsWithPage, app.baseUrl),
      { agent, headers: { cookie } },
      (response) => {
        assert.equal(response.statusCode, 200, 'a stream')
        open++
        let event = ''
        createInterface({ input: response.on('error', () => undefined) })
          .on('error', () => undefined)
          .on('line', (line) => {
            if (line === '') event = ''
            if (line.startsWith('event: ')) event = line
            // Who else is here comes as an event of its own.
            if (!line.startsWith('data: ') || event === 'event: present') return
            const { number, within } = readTold(line.replace('data: ', ''))
            // The first says what the plan's number is.
            if (number <= first) return
            noted(heardAt, number)
            if (event === 'event: page') noted(loadedAt, number)
            else
              void pause(Math.random() * within)
                .then(() => loadChange(cookie))
                .then(() => noted(loadedAt, number))
          })
      },
    )
    stream.on('error', () => undefined)
    streams.push(stream)
  }
  /** A page that is answered "too busy" asks again. */
  const loadChange = async (cookie: string) => {
    for (;;) {
      const { status } = await ask(new URL(`/plans/${planId}.data`, app.baseUrl), { cookie, accept: '*/*' })
      if (status === 200) return
      assert.equal(status, 503, 'what changed')
      refused++
      await pause(1_000 + Math.random() * 2_000)
    }
  }
  first = Infinity
  for (let n = 0; n < viewers; n++) {
    const cookie = await signIn(workspaceId, people[n % people.length] ?? { memberId: plan.lead.id })
    await loadChange(cookie)
    follow(cookie)
    if (n % 50 === 49) await until(() => open > n - 10, 30, 'streams open')
  }
  await until(() => open === viewers, 60, 'all streams are open')
  await pause(500)

  const read = () => ask(new URL(`/plans/${other.planId}/activity`, app.baseUrl), { cookie: reader })
  const readings = async (more: () => boolean) => {
    const waits: number[] = []
    while (more()) waits.push((await read()).ms)
    return waits
  }
  let left = 60
  await readings(() => left-- > 0)
  left = 60
  const quiet = share(await readings(() => left-- > 0), 0.5)
  const busy: number[] = []
  const memory: number[] = []
  const waits = { heard: [] as number[][], loaded: [] as number[][] }
  let cpu = 0
  const [taskId = ''] = Object.values(plan.taskIds)
  let title = await titleOf()
  first = 0
  for (let edit = 0; edit < edits; edit++) {
    const [heardBefore, loadedBefore] = [countOf(heardAt), countOf(loadedAt)]
    const cpuBefore = cpuSeconds(app.pid())
    const form = { intent: 'edit-task', taskId, title: `Edit ${edit}`, 'seen.title': title, idempotencyKey: newId() }
    const { status } = await ask(new URL(`/plans/${planId}/tasks/${taskId}`, app.baseUrl), { cookie: lead, form })
    assert.equal(status, 303, 'an edit')
    title = form.title
    const since = performance.now()
    // A page asked for again and again would take most of the processor itself.
    const isRead = edit % 2 === 1
    let isOver = false
    const reading = readings(() => isRead && !isOver)
    await until(() => countOf(loadedAt) - loadedBefore >= viewers, 120, 'all have loaded what changed')
    if (!isRead) cpu += cpuSeconds(app.pid()) - cpuBefore
    isOver = true
    busy.push(...(await reading))
    waits.heard.push(timesOf(heardAt, heardBefore).map((at) => at - since))
    waits.loaded.push(timesOf(loadedAt, loadedBefore).map((at) => at - since))
    memory.push(megabytes(app.pid()))
  }
  for (const stream of streams) stream.destroy()
  agent.destroy()
  const slowest = (all: number[][], part: number) => Math.max(...all.map((one) => share(one, part)))
  return {
    heard: { half: slowest(waits.heard, 0.5), most: slowest(waits.heard, 0.99) },
    loaded: { half: slowest(waits.loaded, 0.5), most: slowest(waits.loaded, 0.99) },
    refused,
    cpuOfViewer: (cpu * 1000) / Math.ceil(edits / 2) / viewers,
    quiet,
    busy: share(busy, 0.5),
    memory: { first: memory[0] ?? 0, last: memory.at(-1) ?? 0 },
  }

  async function titleOf() {
    const row = await parts.reads.in(workspaceId, (trx) =>
      trx
        .selectFrom('task')
        .select('title')
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', taskId)
        .executeTakeFirstOrThrow(),
    )
    return row.title
  }
}

const countOf = (at: ReadonlyMap<number, readonly number[]>) => [...at.values()].reduce((sum, it) => sum + it.length, 0)
const timesOf = (at: ReadonlyMap<number, readonly number[]>, after: number) => [...at.values()].flat().slice(after)

/** What a process holds in memory, by Linux's /proc. */
const megabytes = (pid: number) =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
