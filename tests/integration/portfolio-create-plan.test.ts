import { beforeAll, expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import { todayIn } from '#app/kit/clock.ts'
import { earliestLive } from '#app/portfolio/templates/earliest-live.ts'
import { planTemplates } from '#app/portfolio/templates/find-template.ts'
import { addDays } from '#app/schedule/dates.ts'
import { createPlan } from '#app/portfolio/new-plan/create-plan.server.ts'
import { getPlansList } from '#app/plan/summary/get-plans-list.server.ts'
import { readTypedAccount } from '#app/portfolio/new-plan/account-in-address.ts'
import { getNewPlanChoices } from '#app/portfolio/new-plan/new-plan-queries.server.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { testNow } from '#tests/factories/now.ts'
import { type TestParts, testParts } from '#tests/factories/parts.ts'
import { type MemberActor, makeMember, makeWorkspace } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

let parts: TestParts
let rep: MemberActor

const posted = {
  account: 'Halden Foods',
  project: 'Faster month-end close',
  template: 'data-platform',
  criticalDate: '2026-10-30',
  criticalReason: 'the audit begins',
  ifMissed: '',
  statement: 'We closed the books in one day.',
  measure: 'time to close a month',
  unit: 'days',
  baseline: '30',
  target: '1',
  winBy: '2026-12-11',
  announcedTo: 'the board',
}

beforeAll(async () => {
  const { db, appUrl } = await testDatabase()
  parts = await testParts(db, appUrl)
  rep = await makeMember(db, await makeWorkspace(db), { name: 'Mara Keller' })
})

const create = async (over: Partial<typeof posted> = {}, actor = rep, idempotencyKey = newId()) =>
  runCommand(parts, createPlan, { actor, scopeId: rep.workspaceId, input: { ...posted, ...over }, idempotencyKey })

const refused = async (over: Partial<typeof posted>, actor = rep): Promise<Refusal> => {
  const error: unknown = await create(over, actor).catch((it: unknown) => it)
  if (error instanceof Refusal) return error
  throw new Error('This was taken')
}

test('a plan is laid out whole: stages, tasks, links, its lead, and its first event', async () => {
  const { result: planId } = await create()
  const { workspaceId } = rep
  await inWorkspace(parts.db, workspaceId, async (trx) => {
    const plan = await trx.selectFrom('plan').selectAll().where('id', '=', planId).executeTakeFirstOrThrow()
    expect(plan).toMatchObject({ state: 'rough', leadId: rep.id, startOn: '2026-06-17', criticalDate: '2026-10-30' })
    expect(plan.calendarFrom).toBe('workspace')
    const tasks = await trx.selectFrom('task').select('ownerPlaceholder').where('planId', '=', planId).execute()
    expect(tasks).toHaveLength(20)
    expect(tasks.map(({ ownerPlaceholder }) => ownerPlaceholder)).toContain('Halden Foods’ legal')
    const links = await trx.selectFrom('taskLink').select('taskId').where('planId', '=', planId).execute()
    expect(links.length).toBeGreaterThan(18)
    const events = await trx.selectFrom('activity').select(['event', 'scope']).where('subjectId', '=', planId).execute()
    expect(events.map(({ scope }) => scope).sort()).toEqual(['plan', 'workspace'])
  })
})

test('the date that the form gives as the earliest for a template is the first on which a plan from it is not late', async () => {
  const { calendars } = (await getNewPlanChoices(parts, rep.workspaceId)).start
  for (const template of planTemplates) {
    const earliest = earliestLive(template, { today: todayIn('Europe/Berlin', parts.clock.now()), calendars })
    if (!earliest) throw new Error(`${template.id} cannot be computed`)
    const tones = []
    for (const criticalDate of [addDays(earliest, -1), earliest]) {
      const account = `${template.id} ${criticalDate}`
      await create({ account, template: template.id, criticalDate, winBy: addDays(earliest, 300) })
      const filter = { state: null, stage: null, late: false, mine: false, archived: false }
      const { rows } = await getPlansList(parts, rep, { filter, page: null })
      tones.push(rows.find((row) => row.account === account)?.status?.stateWords)
    }
    expect(tones, template.id).toEqual(['1 day late', 'no buffer'])
  }
})

test('the same account in other letters is the same, and its last plan’s zone is taken over', async () => {
  const { result: first } = await create({ account: 'Vasa Shipping' })
  await inWorkspace(parts.db, rep.workspaceId, (trx) =>
    trx.updateTable('plan').set({ timeZone: 'Asia/Tokyo' }).where('id', '=', first).execute(),
  )
  const { result: second } = await create({ account: ' vasa SHIPPING ' })
  const plan = await inWorkspace(parts.db, rep.workspaceId, (trx) =>
    trx.selectFrom('plan').select(['timeZone', 'calendarFrom']).where('id', '=', second).executeTakeFirstOrThrow(),
  )
  expect(plan).toEqual({ timeZone: 'Asia/Tokyo', calendarFrom: 'account' })
  const { accounts, start } = await getNewPlanChoices(parts, rep.workspaceId, { previewed: 'vasa shipping' })
  expect(accounts.map(({ name }) => name).filter((name) => /vasa/i.test(name))).toEqual(['Vasa Shipping'])
  expect(start.timeZone).toBe('Asia/Tokyo')
  expect((await getNewPlanChoices(parts, rep.workspaceId, { previewed: 'Unheard of' })).start.timeZone).toBe(
    'Europe/Berlin',
  )
})

test('the newest accounts are offered, and any other is found by a part of its name, in whatever letters', async () => {
  const workspaceId = await makeWorkspace(parts.db)
  const names = Array.from({ length: 60 }, (_, nth) => `Customer ${String(nth).padStart(2, '0')}`)
  await inWorkspace(parts.db, workspaceId, (trx) =>
    trx
      .insertInto('account')
      .values(
        [...names, '100% Bio_Kost', 'Bio Halden'].map((name, nth) => ({
          ...{ workspaceId, id: newId(), name },
          createdAt: new Date(Date.parse(testNow) + nth * 1000),
        })),
      )
      .execute(),
  )
  const offered = async (typed = '') => {
    const { accounts, hasMore } = await getNewPlanChoices(parts, workspaceId, { typed })
    return { names: accounts.map(({ name }) => name), hasMore }
  }
  const newest = await offered()
  expect([newest.names.length, newest.hasMore]).toEqual([50, true])
  expect(newest.names).not.toContain('Customer 00')
  expect(await offered('mer 0')).toEqual({ names: names.slice(0, 10), hasMore: false })
  expect((await offered('BIO')).names).toEqual(['100% Bio_Kost', 'Bio Halden'])
  expect((await offered('%')).names).toEqual(['100% Bio_Kost'])
  expect((await offered('_')).names).toEqual(['100% Bio_Kost'])
  expect(await offered('Nobody')).toEqual({ names: [], hasMore: false })
  const typed = readTypedAccount(new URLSearchParams(`account=%00 Bio%00${'x'.repeat(1_000)}`))
  expect(await offered(typed)).toEqual({ names: [], hasMore: false })
})

test.each([
  ['template', { template: 'no-such-thing' }],
  ['criticalDate', { criticalDate: '2026-06-16' }],
  ['criticalDate', { criticalDate: '2026-02-30' }],
  ['winBy', { winBy: '2026-10-29' }],
  ['target', { target: '30' }],
  ['project', { project: 'x'.repeat(201) }],
])('a fault in %s is told beside it, and nothing is half written', async (field, over) => {
  const refusal = await refused({ ...over, account: `Unwritten ${field}` })
  expect(refusal.status).toBe(422)
  expect(refusal.faults.map((it) => it.field)).toEqual([field])
  expect((await getNewPlanChoices(parts, rep.workspaceId)).accounts.map(({ name }) => name).join()).not.toContain(
    'Unwritten',
  )
})

test('the target that is no win is asked about', async () => {
  expect((await refused({ target: '30,0' })).faults).toEqual([
    { field: 'target', message: 'The target is the same as today’s value. What would count as a win?' },
  ])
})

test('the same form sent twice makes one plan', async () => {
  const key = newId()
  const [first, second] = [await create({}, rep, key), await create({}, rep, key)]
  expect(second).toEqual({ ...first, repeated: true })
})

test('marketing makes no plans', async () => {
  const marketing = await makeMember(parts.db, rep.workspaceId, { name: 'Clara Voss', roles: ['marketing'] })
  expect((await refused({}, marketing)).status).toBe(403)
})

test('the list is narrowed by state and by whose it is', async () => {
  const other = await makeMember(parts.db, rep.workspaceId, { name: 'Idris Cole' })
  const { result: planId } = await create({ account: 'Polder Logistics' }, other)
  const all = { state: null, stage: null, late: false, mine: false, archived: false }
  const mine = await getPlansList(parts, other, { filter: { ...all, mine: true }, page: null })
  expect(mine.rows.map(({ id }) => id)).toEqual([planId])
  expect((await getPlansList(parts, other, { filter: all, page: null })).rows.length).toBeGreaterThan(1)
  expect((await getPlansList(parts, other, { filter: { ...all, state: 'won' }, page: null })).rows).toEqual([])
})
