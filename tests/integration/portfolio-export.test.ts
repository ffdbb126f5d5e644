import fc from 'fast-check'
import { inflateRawSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { beginSession } from '#app/access/core/session.server.ts'
import { newId } from '#app/kit/ids.ts'
import { importPlan } from '#app/portfolio/import/import-plan.server.ts'
import { loader as planFileOfRoute } from '#app/portfolio/export/plan-file.route.ts'
import { loader as plansFileOfRoute } from '#app/portfolio/export/plans-file.route.ts'
import { readPlanFile } from '#app/portfolio/plan-file/read-plan-file.ts'
import type { PlanContent, PlanContentTask } from '#app/portfolio/plan-file/plan-file.ts'
import { stages } from '#app/plan/core/stages.ts'
import { addDays } from '#app/schedule/dates.ts'
import { type IsoDate, linkTypes, sides } from '#app/schedule/model.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { loadContext } from '#tests/factories/load-context.ts'
import { type Setting, refusalOf, setUp } from '#tests/factories/plan-setting.ts'

let it: Setting

beforeAll(async () => {
  it = await setUp()
  await inWorkspace(it.parts.db, it.workspaceId, async (trx) => {
    const task = (key: string) =>
      trx
        .updateTable('task')
        .where('workspaceId', '=', it.workspaceId)
        .where('id', '=', it.taskIds[key] ?? '')
    await task('legal').set({ title: '=cmd|calc', description: 'The *contract*.' }).execute()
    await task('build').set({ title: 'Secret of the vendor', privateTo: 'vendor' }).execute()
    await task('train').set({ title: 'Secret of the customer', privateTo: 'customer' }).execute()
    await task('scope')
      .set({ startedOn: '2026-06-15', doneOn: '2026-06-16', optimisticDays: 2, pessimisticDays: 9 })
      .execute()
  })
})

async function asked(person: { memberId: string } | { participantId: string }, path: string, planId = it.planId) {
  const cookie = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    beginSession(it.parts, trx, it.workspaceId, person, null),
  )
  const request = new Request(new URL(path, it.parts.environment.appUrl), {
    headers: { cookie: cookie.split(';')[0] ?? '' },
  })
  return { request, params: { planId }, context: loadContext(it.parts) }
}

const fileFor = async (person: Parameters<typeof asked>[0], query: string, planId = it.planId) =>
  planFileOfRoute(await asked(person, `/plans/${planId}/export/file?${query}`, planId))

const textFor = async (person: Parameters<typeof asked>[0], query: string, planId = it.planId) =>
  (await fileFor(person, query, planId)).text()

/** All texts of the parts of a ZIP, found by their headers. */
function unzipped(bytes: Buffer): string {
  const texts: string[] = []
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50;) {
    const [size, nameLength] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26)]
    const from = at + 30 + nameLength
    texts.push(inflateRawSync(bytes.subarray(from, from + size)).toString())
    at = from + size
  }
  return texts.join('\n')
}

const lead = () => ({ memberId: it.lead.id })

const contentOf = (text: string): PlanContent => {
  const read = readPlanFile(text, () => '2026-06-17' as IsoDate)
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return read.content
}

const imported = async (input: PlanContent) =>
  (
    await runCommand(it.parts, importPlan, {
      actor: it.lead,
      scopeId: it.workspaceId,
      input: JSON.parse(JSON.stringify(input)) as Record<string, unknown>,
      idempotencyKey: newId(),
    })
  ).result

test('a plan that is exported and imported is exported the same', async () => {
  const text = await textFor(lead(), 'format=json&private=yes')
  expect(text).toContain('Secret of the vendor')
  const again = await textFor(lead(), 'format=json&private=yes', await imported(contentOf(text)))
  expect(JSON.parse(again)).toEqual(JSON.parse(text))
})

test('any plan is equal after it was imported and exported', async () => {
  const today = '2026-06-17' as IsoDate
  const text = (most: number) =>
    fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: most })
      .map((it) => `a${it}z`.normalize('NFC').replace(/[\p{C}\p{Z}@.]/gu, ''))
  const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
  const day = fc.integer({ min: 0, max: 300 }).map((days) => addDays(today, days))
  const past = fc.integer({ min: 0, max: 30 }).map((days) => addDays(today, -days))
  const taskAt = (at: number): fc.Arbitrary<PlanContentTask> =>
    fc.record({
      key: fc.constant(`t${at + 1}`),
      title: text(30),
      description: maybe(text(50)),
      side: fc.constantFrom(...sides),
      durationDays: fc.integer({ min: 0, max: 20 }),
      atBest: fc.constant(null),
      atWorst: fc.constant(null),
      notBefore: maybe(day),
      notAfter: fc.constant(null),
      startedOn: fc.constant(null),
      doneOn: maybe(past),
      owner: maybe(text(20)),
      private: fc.boolean(),
      sittings: maybe(
        fc.constant({
          every: 'week' as const,
          weekdays: [2, 4],
          weeks: 1,
          from: null,
          name: 'board',
          notIn: [8],
          notOn: [],
        }),
      ),
      dependsOn:
        at === 0
          ? fc.constant([])
          : fc
              .uniqueArray(
                fc.record({
                  task: fc.integer({ min: 1, max: at }).map((n) => `t${n}`),
                  type: fc.constantFrom(...linkTypes),
                  lagDays: fc.integer({ min: -3, max: 5 }),
                }),
                { maxLength: 3, selector: ({ task }) => task },
              )
              .map((links) => links.sort((a, b) => Number(a.task.slice(1)) - Number(b.task.slice(1)))),
    })
  const start = contentOf(await textFor(lead(), 'format=json'))
  const plan = fc.record({
    counts: fc.tuple(...stages.map(() => fc.integer({ min: 0, max: 3 }))),
    tasks: fc.tuple(...Array.from({ length: 15 }, (_, at) => taskAt(at))),
    asks: maybe(text(40)),
    gate: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(plan, async ({ counts, tasks, asks, gate }) => {
      const left = [...tasks]
      const content: PlanContent = {
        ...start,
        milestones: stages.map((stage, at) => ({
          stage,
          title: `${stage} done`,
          exitEvidence: stage === 'Value' ? null : asks,
          evidence: null,
          passedWithout: null,
          isGate: gate && stage !== 'Value',
          tasks: left.splice(0, counts[at]),
        })),
      }
      // Those that were left out are no one's predecessors.
      const keys = new Set(content.milestones.flatMap(({ tasks }) => tasks.map(({ key }) => key)))
      for (const { tasks } of content.milestones)
        for (const task of tasks) task.dependsOn = task.dependsOn.filter((link) => keys.has(link.task))
      const found = contentOf(await textFor(lead(), 'format=json&private=yes', await imported(content)))
      expect(found).toEqual(content)
    }),
    { numRuns: 25 },
  )
})

test.each(['csv', 'json', 'xlsx'])(
  'the other side’s private tasks never leave in a file (%s), one’s own only when asked for',
  async (format) => {
    const read = async (person: Parameters<typeof asked>[0], query: string) => {
      const bytes = Buffer.from(await (await fileFor(person, query)).arrayBuffer())
      return format === 'xlsx' ? unzipped(bytes) : bytes.toString()
    }
    const ofVendor = await read(lead(), `format=${format}&private=yes`)
    const ofCustomer = await read({ participantId: it.champion.id }, `format=${format}&private=yes`)
    const shared = await read(lead(), `format=${format}`)
    expect(ofVendor).toContain('Secret of the vendor')
    expect(ofVendor).not.toContain('Secret of the customer')
    expect(ofCustomer).toContain('Secret of the customer')
    expect(ofCustomer).not.toContain('Secret of the vendor')
    expect(shared).not.toMatch(/Secret/)
  },
)

test('what was typed stays text in a spreadsheet', async () => {
  expect(await textFor(lead(), 'format=csv')).toContain(",'=cmd|calc,")
  const file = await fileFor(lead(), 'format=xlsx')
  expect(file.headers.get('content-disposition')).toContain('.xlsx')
  const parts = unzipped(Buffer.from(await file.arrayBuffer()))
  expect(parts).toContain('s="3" t="inlineStr"><is><t xml:space="preserve">=cmd|calc</t></is>')
  expect(parts).not.toContain('<f>')
})

test('the list of plans leaves as a file, with how each stands', async () => {
  const text = await (await plansFileOfRoute(await asked(lead(), '/plans/export?format=csv'))).text()
  expect(text).toContain('Account,Project,State')
  expect(text).toMatch(/Halden Foods,.*Draft/)
})

test('a plan that contradicts itself is refused as a whole', async () => {
  const plansNow = () =>
    inWorkspace(
      it.parts.db,
      it.workspaceId,
      async (trx) => (await trx.selectFrom('plan').select('id').execute()).length,
    )
  const before = await plansNow()
  const content = contentOf(await textFor(lead(), 'format=json'))
  const [milestone] = content.milestones
  const task = milestone?.tasks[0]
  if (!milestone || !task) throw new Error('The sample has tasks')
  const withTask = (over: Partial<PlanContentTask>) => ({
    ...content,
    milestones: [{ ...milestone, tasks: [{ ...task, ...over }] }],
  })
  const link = { type: 'FS' as const, lagDays: 0 }
  for (const over of [
    { dependsOn: [{ ...link, task: 'nothing' }] },
    { dependsOn: [{ ...link, task: task.key }] },
    { doneOn: '2026-06-18' as IsoDate },
    { atBest: 8 },
  ])
    expect((await refusalOf(imported(withTask(over)))).status, JSON.stringify(over)).toBe(422)
  const circle = [
    { ...task, key: 'a', dependsOn: [{ ...link, task: 'b' }] },
    { ...task, key: 'b', dependsOn: [{ ...link, task: 'a' }] },
  ]
  const refusal = await refusalOf(imported({ ...content, milestones: [{ ...milestone, tasks: circle }] }))
  expect(refusal.status).toBe(422)
  expect(await plansNow()).toBe(before)
})
