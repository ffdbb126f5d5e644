import pg from 'pg'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { runCommand } from '#app/runner/run-command.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { testParts } from '#tests/factories/parts.ts'
import { type SamplePlan, makePlan } from '#tests/factories/workspace.ts'
import { type Reader, bundlePages } from '#tests/harness/bundle-pages.ts'
import { testDatabase } from '#tests/harness/database.ts'

let it: SamplePlan
let lead: Reader
let champion: Reader

beforeAll(async () => {
  const { db, appUrl } = await testDatabase()
  const parts = await testParts(db, appUrl)
  it = await makePlan(db)
  void confirmFirstWin
  void runCommand
  const readAs = await bundlePages(parts)
  lead = await readAs(it.workspaceId, { memberId: it.lead.id })
  champion = await readAs(it.workspaceId, { participantId: it.champion.id })
}, 240_000)

afterEach(() => void vi.restoreAllMocks())

/** What a page asks of the database. */
async function cost(reader: Reader, path: string) {
  const asked: string[] = []
  const query = pg.Client.prototype.query
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const [first] = args
    asked.push(typeof first === 'string' ? first : (first as { text: string }).text)
    return (query as (...args: unknown[]) => unknown).apply(this, args) as never
  })
  const { status } = await reader.open(path)
  vi.restoreAllMocks()
  const all = asked.flatMap((it) => it.split('; '))
  if (process.env['SHOW']) console.log(path, asked.map((it) => it.slice(0, Number(process.env['SHOW']))).join('\n'))
  return {
    status,
    statements: all.filter((it) => !/^(begin|start|commit|rollback|set)\b/i.test(it)).length,
    transactions: all.filter((it) => /^(begin|start)\b/i.test(it)).length,
    roundTrips: asked.length,
  }
}

test('count', async () => {
  const plan = `/plans/${it.planId}`
  const pages: [string, Reader, string][] = [
    ['plan buyer', champion, plan],
    ['plan rep', lead, plan],
    ['activity buyer', champion, `${plan}/activity`],
    ['task buyer', champion, `${plan}/tasks/${it.taskIds['legal']}`],
    ['new task', lead, `${plan}/tasks/new`],
    ['participants', lead, `${plan}/invite`],
    ['participants buyer', champion, `${plan}/invite`],
    ['plans', lead, '/plans'],
    ['plans again', lead, '/plans'],
    ['references', lead, '/references'],
    ['try', champion, `${plan}/try?duration.${it.taskIds['legal']}=20`],
    ['forecast', lead, `${plan}/forecast`],
    ['win', champion, `${plan}/win`],
    ['your plans', champion, '/your-plans'],
    ['landing', champion, '/'],
    ['sign-in', champion, '/sign-in'],
  ]
  const table: Record<string, unknown> = {}
  for (const [name, reader, path] of pages) {
    await reader.open(path)
    table[name] = await cost(reader, path)
  }
  console.table(table)
  expect(true).toBe(true)
})
