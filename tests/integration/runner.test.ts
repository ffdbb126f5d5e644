import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { inWorkspace } from '#db/workspace.ts'
import type { Actor } from '#app/policy/policy.ts'
import { listenForAnnouncements, type Announcement } from '#app/kit/announcements.server.ts'
import { requiredText } from '#app/kit/field-schemas.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { insertPlan } from '#app/plan/core/insert-plan.server.ts'
import { type CommandOrder, runCommand } from '#app/runner/run-command.server.ts'
import { type TestParts, testParts } from '#tests/factories/parts.ts'
import { haldenPlan, makeMember, makePlan, makeWorkspace } from '#tests/factories/workspace.ts'
import { type TestDatabase, testDatabase } from '#tests/harness/database.ts'

/** A small command over the plan's own row, so that the runner is tested apart from any feature. */
const rename = defineCommand({
  name: 'edit-terms',
  scope: 'plan',
  input: z.object({ project: requiredText(40), criticalReason: requiredText(40) }),
  current: async ({ row }) => ({
    subjectId: row.id,
    fields: {
      project: { label: 'Project', value: row.project },
      criticalReason: { label: 'Why this date', value: row.criticalReason },
    },
  }),
  async run({ trx, row, input, record, notify }, touched) {
    const changed = Object.fromEntries(Object.entries(input).filter(([field]) => touched.has(field)))
    if (Object.keys(changed).length === 0) return { changed: 0 }
    await trx
      .updateTable('plan')
      .set(changed)
      .where('workspaceId', '=', row.workspaceId)
      .where('id', '=', row.id)
      .execute()
    await record({
      event: 'terms changed',
      subjectId: row.id,
      subject: input.project,
      changes: Object.fromEntries(Object.entries(changed).map(([field, after]) => [field, { before: null, after }])),
    })
    await notify({
      kind: 'sign-in',
      facts: { workspace: 'Brightline', name: 'Mara' },
      to: { memberId: row.leadId, address: 'mara@brightline.example' },
      planId: row.id,
      link: { kind: 'sign-in', planId: null },
    })
    if (input.project === 'break') throw new Refusal(422, 'Not this.')
    return { changed: Object.keys(changed).length }
  },
})

let database: TestDatabase
let parts: TestParts
let workspaceId: string
let planId: string
let accountId: string
let lead: Actor, teammate: Actor, champion: Actor, viewer: Actor, colleague: Actor, stranger: Actor

beforeAll(async () => {
  database = await testDatabase()
  parts = await testParts(database.db, database.appUrl)
  const plan = await makePlan(database.db)
  ;({ workspaceId, planId, accountId, lead, teammate, champion, viewer } = plan)
  colleague = plan.outsider
  const other = await makeWorkspace(database.db, { name: 'Elsewhere' })
  stranger = await makeMember(database.db, other, { name: 'Stan Stranger', roles: ['admin'] })
})

const stored = () =>
  inWorkspace(database.db, workspaceId, async (trx) => ({
    plan: await trx
      .selectFrom('plan')
      .select(['project', 'criticalReason'])
      .where('id', '=', planId)
      .executeTakeFirstOrThrow(),
    events: await trx.selectFrom('activity').selectAll().where('scopeId', '=', planId).orderBy('number').execute(),
    notices: await trx.selectFrom('notice').selectAll().where('planId', '=', planId).execute(),
  }))
const jobs = async () =>
  (
    await sql<{ count: number }>`select count(*)::int as count from pgboss.job where name = 'send-notice'`.execute(
      database.ownerDb,
    )
  ).rows[0]?.count

const order = (given: Partial<CommandOrder>): CommandOrder => ({
  actor: lead,
  scopeId: planId,
  input: { project: 'Faster close', criticalReason: 'the audit' },
  ...given,
})
const refusal = async (given: Partial<CommandOrder>) => {
  const outcome = await runCommand(parts, rename, order(given)).catch((error: unknown) => error)
  expect(outcome).toBeInstanceOf(Refusal)
  return outcome instanceof Refusal ? outcome : new Refusal(400, '')
}

describe('who is refused, and with which status, before anything is read', () => {
  const unreadable = { input: 'not even an object' }
  test('no one signed in: 401', async () => expect((await refusal({ actor: null, ...unreadable })).status).toBe(401))
  test('another workspace: 404, as if the plan were not there', async () =>
    expect((await refusal({ actor: stranger, ...unreadable })).status).toBe(404))
  test('a plan that is not there: 404', async () =>
    expect((await refusal({ scopeId: crypto.randomUUID(), ...unreadable })).status).toBe(404))
  test('a malformed id: 404', async () => expect((await refusal({ scopeId: "' or 1=1" })).status).toBe(404))
  test('one who only reads: 403', async () =>
    expect((await refusal({ actor: viewer, ...unreadable })).status).toBe(403))
  test('a member who is not of the team: 403', async () =>
    expect((await refusal({ actor: colleague })).status).toBe(403))
})

test('input is refused with every faulty field at once, in words', async () => {
  expect((await refusal({ input: 7 })).status).toBe(400)
  const { status, faults } = await refusal({ input: { project: '', criticalReason: 'x'.repeat(41) } })
  expect(status).toBe(422)
  expect(faults).toEqual([
    { field: 'project', message: 'Please fill in this field.' },
    { field: 'criticalReason', message: 'Please keep this under 40 characters.' },
  ])
})

test('a change is written with its event, its notice, its job and its announcement, and all of them or none', async () => {
  const hearing = await listenForAnnouncements({ url: database.listenUrl, db: database.db, log: parts.log })
  const heard: Announcement[] = []
  hearing.subscribe(workspaceId, planId, (it) => heard.push(it))
  const before = { ...(await stored()), jobs: await jobs() }

  await refusal({ input: { project: 'break', criticalReason: 'x' } })
  expect({ ...(await stored()), jobs: await jobs() }).toEqual(before)

  await runCommand(parts, rename, order({ input: { project: 'Close in a day', criticalReason: 'the audit' } }))
  const after = await stored()
  expect(after.plan.project).toBe('Close in a day')
  expect(after.events.length).toBe(before.events.length + 1)
  expect(after.events.at(-1)).toMatchObject({
    actorName: 'Sam Ortiz',
    actorSide: 'vendor',
    command: 'edit-terms',
    event: 'terms changed',
  })
  expect(after.notices.length).toBe(before.notices.length + 1)
  expect(await jobs()).toBe((before.jobs ?? 0) + 1)
  // Delivered in order, so the rolled-back one would have come first.
  await expect.poll(() => heard).toEqual([{ workspaceId, scopeId: planId, number: after.events.at(-1)?.number }])
  await hearing.close()
})

test('a repeat of the same form is answered with the first outcome, and authorised again', async () => {
  const form = order({ input: { project: 'Once', criticalReason: 'the audit' }, idempotencyKey: 'load-1:edit-terms' })
  const first = await runCommand(parts, rename, form)
  const events = (await stored()).events.length
  expect(await runCommand(parts, rename, form)).toEqual({ ...first, repeated: true })
  expect((await stored()).events.length).toBe(events)
  expect((await refusal({ ...form, actor: viewer })).status).toBe(403)
  expect((await refusal({ ...form, input: { project: 'Twice', criticalReason: 'the audit' } })).status).toBe(422)
})

test('the same form for another plan is another one, and never answered with what came of the first', async () => {
  const form = order({ input: { project: 'Here', criticalReason: 'the audit' }, idempotencyKey: 'load-4:edit-terms' })
  await runCommand(parts, rename, form)
  const leadId = lead.kind === 'member' ? lead.id : ''
  const other = await inWorkspace(database.db, workspaceId, (trx) =>
    insertPlan(trx, haldenPlan({ workspaceId, accountId, leadId }), parts.clock.now()),
  )
  expect((await refusal({ ...form, scopeId: other.planId })).status).toBe(422)
  expect(await runCommand(parts, rename, form)).toMatchObject({ repeated: true })
})

test.each([
  ['another side', () => champion],
  ['the same side', () => teammate],
])(
  'a key is its sender’s own: a form of someone of %s is carried out under it, and never answered for another',
  async (side, another) => {
    const idempotencyKey = `load-3:${side === 'the same side' ? 'own' : 'other'}`
    const mine = order({ input: { project: `Mine, not of ${side}`, criticalReason: 'the audit' }, idempotencyKey })
    const first = await runCommand(parts, rename, mine)
    const theirs = order({
      actor: another(),
      input: { project: 'Theirs', criticalReason: 'the audit' },
      idempotencyKey,
    })
    expect(await runCommand(parts, rename, theirs)).toMatchObject({ result: { changed: 1 }, repeated: false })
    expect((await stored()).plan.project).toBe('Theirs')
    expect(
      await runCommand(parts, rename, { ...mine, actor: another() }).catch((error: unknown) => error),
    ).toMatchObject({
      status: 422,
    })
    expect(await runCommand(parts, rename, mine)).toEqual({ ...first, repeated: true })
  },
)

test('the same form sent at the same moment is carried out once', async () => {
  const before = (await stored()).events.length
  const form = order({
    input: { project: 'At once', criticalReason: 'the audit' },
    idempotencyKey: 'load-2:edit-terms',
  })
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => runCommand(parts, rename, form)))
  expect(outcomes.filter((it) => !it.repeated).length).toBe(1)
  expect((await stored()).events.length).toBe(before + 1)
})

describe('two people', () => {
  const start = { project: 'Start', criticalReason: 'start' }
  const reset = () => runCommand(parts, rename, order({ input: start }))

  test('on different fields both win', async () => {
    await reset()
    await runCommand(parts, rename, order({ actor: champion, input: { ...start, project: 'Hers' }, seen: start }))
    await runCommand(parts, rename, order({ input: { ...start, criticalReason: 'theirs' }, seen: start }))
    expect((await stored()).plan).toEqual({ project: 'Hers', criticalReason: 'theirs' })
  })

  test('on the same field the second is asked, with both values and who wrote them; nothing is overwritten', async () => {
    await reset()
    await runCommand(parts, rename, order({ actor: champion, input: { ...start, project: 'First' }, seen: start }))
    const { status, conflicts } = await refusal({ input: { ...start, project: 'Second' }, seen: start })
    expect(status).toBe(409)
    expect(conflicts).toMatchObject([
      { field: 'project', label: 'Project', yours: 'Second', theirs: 'First', by: 'Priya Raman' },
    ])
    expect((await stored()).plan.project).toBe('First')
  })

  test('wanting the same is a success without an event', async () => {
    await reset()
    await runCommand(parts, rename, order({ actor: champion, input: { ...start, project: 'Same' }, seen: start }))
    const events = (await stored()).events.length
    await runCommand(parts, rename, order({ input: { ...start, project: ' Same ' }, seen: start }))
    expect((await stored()).events.length).toBe(events)
  })
})

test('a plan that is archived can no longer be changed', async () => {
  const archive = (at: Date | null) =>
    inWorkspace(database.db, workspaceId, (trx) =>
      trx.updateTable('plan').set({ archivedAt: at }).where('id', '=', planId).execute(),
    )
  await archive(parts.clock.now())
  expect((await refusal({ input: { project: 'Late', criticalReason: 'late' } })).status).toBe(403)
  await archive(null)
})
