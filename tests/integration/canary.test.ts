import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type CommandName, commandRules } from '#app/policy/policy.ts'
import { readEnvironment } from '#app/kit/environment.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import { collectDaily } from '#app/daily/collect-daily.server.ts'
import { type Database, createDatabase } from '#db/connection.ts'
import { testParts } from '#tests/factories/parts.ts'
import type { RunningApp } from '#tests/harness/app.ts'
import { inDays, runClock } from '#tests/harness/clock.ts'
import { finder } from '#tests/reach/canary.ts'
import { carriers } from '#tests/reach/carriers.ts'
import { type Cast, makeCast } from '#tests/reach/cast.ts'
import { type Form, ask, startBuiltApp, wordsOf } from '#tests/reach/client.ts'
import { type OtherSide, watchOtherSide } from '#tests/reach/other-side.ts'
import { hideDays } from '#tests/reach/hide-days.ts'
import { type Place, paramsOf } from '#tests/reach/places.ts'
import { fill } from '#tests/reach/urls.ts'

/**
 * Searches every byte that one side receives for the other side's private tasks. Each private text holds a mark; the test runs every
 * command around them and reads every URL, refusal, email and the stream of changes.
 */

let app: RunningApp
let db: Database
let ownerDb: Database
let parts: Parts
let clockAt = runClock.now()

beforeAll(async () => {
  app = await startBuiltApp(inject('templateServer'))
  db = createDatabase(app.appUrl, { max: 3 })
  ownerDb = createDatabase(app.ownerUrl, { max: 1 })
  const made = await testParts(db, app.appUrl, { now: runClock.now().toISOString() })
  parts = { ...made, environment: readEnvironment(app.variables), clock: { now: () => clockAt } }
}, 600_000)

afterAll(async () => {
  await Promise.all([db.destroy(), ownerDb.destroy()])
  await app.stop()
})

test('the finder knows a mark in every packing', () => {
  const find = finder(['kestrel4711'])
  const packed = ['Kestrel4711', '%6bestrel4711', 'kes=\r\ntrel4711', '&#107;estrel4711', '\\u006bestrel4711'].map(
    (it) => Buffer.from(`before ${it} behind`),
  )
  for (const before of ['', 'a', 'ab'])
    packed.push(Buffer.from(Buffer.from(`${before}kestrel4711, and more`).toString('base64')))
  packed.push(Buffer.from(Buffer.from('kestrel4711').toString('hex')), Buffer.from('a kestrel4711', 'utf16le'))
  for (const bytes of packed) expect(find(bytes), bytes.toString()).toBe('kestrel4711')
  expect(find(Buffer.from('kestrel 4711'))).toBeUndefined()
})

describe.each(['vendor', 'customer'] as const)('what the %s keeps to itself', (side) => {
  let cast: Cast
  let watch: OtherSide
  let own: Record<'filled' | 'waits' | 'draft', string>

  const at = (rest = '') => `/plans/${cast.home.planId}${rest}`
  const mine = async (path: string, form: Form, status = 303) => {
    const answer = await watch.post(watch.hider, path, form)
    expect(answer.status, `${String(form['intent'])}: ${wordsOf(answer)}`).toBe(status)
  }
  const taskForm = (title: string, more: Form = {}): Form => ({
    title: watch.text(title),
    owner: 'else',
    ownerName: watch.text('owner'),
    side,
    durationDays: '90',
    notBefore: '',
    notAfter: '',
    private: 'yes',
    ...more,
  })

  /** After seven in the workspace's time zone the daily email is due. */
  async function readMails() {
    clockAt = new Date(`${new Date(clockAt.getTime() + 86_400_000).toISOString().slice(0, 10)}T12:00:00Z`)
    await collectDaily(parts, cast.workspaceId)
    const waiting = ownerDb
      .selectFrom('notice')
      .select('id')
      .where('workspaceId', '=', cast.workspaceId)
      .where('state', '=', 'waiting')
      .where('daily', '=', false)
    await expect.poll(async () => (await waiting.execute()).length).toBe(0)
    await watch.readMails()
  }

  beforeAll(async () => {
    clockAt = runClock.now()
    cast = await makeCast(parts)
    watch = watchOtherSide({ app, ownerDb, cast, side })
    await ownerDb
      .updateTable('plan')
      .set({ state: 'agreed', startOn: inDays(-20), criticalDate: inDays(200), winBy: inDays(245) })
      .where('id', '=', cast.home.planId)
      .execute()
    for (const table of ['winResult', 'reference'] as const)
      await ownerDb.deleteFrom(table).where('planId', '=', cast.home.planId).execute()
  })

  test('is added, and stays with that side in every text that is stored', async () => {
    const { home } = cast
    const people = { vendor: `member:${home.teamId}`, customer: `participant:${home.people.contributor.id}` }
    const [colleague, other] = side === 'vendor' ? [people.vendor, people.customer] : [people.customer, people.vendor]
    for (const [index, name] of ['filled', 'waits', 'draft'].entries())
      await mine(at(`/tasks/new`), {
        intent: 'add-task',
        milestoneId: home.milestoneIds[index] ?? '',
        ...taskForm(name, name === 'waits' ? { dependsOn: [home.taskIds['legal'] ?? ''] } : {}),
        ...(name === 'draft' ? { owner: colleague } : {}),
      })
    await mine(
      at('/tasks/new'),
      { intent: 'add-task', milestoneId: home.milestoneIds[0] ?? '', ...taskForm('strange'), owner: other },
      422,
    )
    const rows = await ownerDb.selectFrom('task').select(['id', 'title']).where('privateTo', '=', side).execute()
    const idOf = (name: string) => rows.find(({ title }) => title.startsWith(`${watch.mark} ${name}`))?.id ?? ''
    own = { filled: idOf('filled'), waits: idOf('waits'), draft: idOf('draft') }
    for (const { id } of rows) watch.hiddenIds.add(id)
    expect(watch.hiddenIds.size).toBe(3)
    // Texts that no form fills are written to the database, so that a new column is checked too.
    const { rows: columns } = await sql<{ name: string }>`
      select column_name as name from information_schema.columns
      where table_name = 'task' and data_type = 'text'
        and column_name not in ('side', 'private_to', 'result_asks')`.execute(ownerDb)
    expect(columns.length).toBeGreaterThan(3)
    for (const { name } of columns)
      await sql`update task set result_asks = 'link', ${sql.ref(name)} = ${watch.text(name)}
        where id = ${own.filled}`.execute(ownerDb)
    // A shared task depends on a private one, which depends on a shared one: the only path between the two.
    await mine(at(`/tasks/${home.taskIds['train']}`), {
      intent: 'edit-task',
      title: 'Train the team',
      owner: 'else',
      ownerName: 'A team',
      side: 'vendor',
      durationDays: '15',
      dependsOn: [own.waits],
    })
    await watch.writeInternally(own.filled)
    expect(watch.hiddenIds.size).toBe(7)
    const seen = await ask(new URL(at(), app.baseUrl), { headers: watch.hider.headers })
    expect(finder([watch.mark])(seen.body)).toBe(watch.mark)
    for (const { id } of rows) expect(finder([id])(seen.body)).toBe(id)
  })

  test('is in nothing that the other side reads', { timeout: 600_000 }, async () => {
    await watch.readEverything()
    expect(watch.read()).toBeGreaterThan(200)
    expect(watch.leaks).toEqual([])
  })

  test('was agreed to and promised for days that the other side never reads', { timeout: 600_000 }, async () => {
    for (const day of await hideDays({ ownerDb, cast, watch, taskId: own.draft })) watch.hiddenDays.add(day)
    await watch.readEverything('data')
    expect(watch.leaks).toEqual([])
    watch.hiddenDays.clear()
  })

  test('is in no answer to what the other side tries', async () => {
    const { home } = cast
    const reader = watch.readers[0] ?? watch.hider
    const edit = {
      title: 'Contract at Legal',
      owner: 'else',
      ownerName: 'Customer’s legal',
      side: 'customer',
      durationDays: '10',
    }
    const circle = await watch.post(reader, at(`/tasks/${home.taskIds['legal']}`), {
      intent: 'edit-task',
      ...edit,
      dependsOn: [home.taskIds['train'] ?? ''],
    })
    expect(circle.status).toBe(422)
    expect(wordsOf(circle)).toContain('a task of')
    const stale = await watch.post(reader, at(`/tasks/${home.taskIds['train']}`), {
      intent: 'edit-task',
      ...edit,
      'seen.title': 'Old',
      'seen.dependsOn': '[]',
      dependsOn: [],
    })
    expect(stale.status).toBe(409)
    for (const id of watch.hiddenIds) {
      const link = await watch.post(reader, at(`/tasks/${home.taskIds['close']}`), {
        intent: 'edit-task',
        ...edit,
        dependsOn: [id],
      })
      expect(link.status).toBe(422)
    }
    // Nothing works in these weeks, so the plan cannot be computed.
    await watch.post(reader, at('/calendar'), {
      intent: 'edit-calendar',
      vendorWorkweek: ['1'],
      customerWorkweek: ['1'],
      'vendorClosed.0.from': '2026-01-01',
      'vendorClosed.0.to': '2060-01-01',
      'vendorClosed.0.why': 'Away',
    })
    await watch.post(reader, at('/terms'), { intent: 'edit-terms', criticalDate: inDays(-10), winBy: inDays(-9) })
    expect(watch.leaks).toEqual([])
  })

  test('no command carries it over, no matter who sends it', { timeout: 600_000 }, async () => {
    const { home } = cast
    const streams = await watch.followEditing(Object.values(own))
    const hidden: Place = { ...home, taskIds: { ...home.taskIds, legal: own.draft } }
    // As the carriers' form to agree has it.
    await ownerDb.updateTable('plan').set({ termsVersion: 1 }).where('id', '=', home.planId).execute()
    await mine(at(`/tasks/${own.draft}`), { intent: 'start-task', startedOn: inDays(-15) })
    await mine(at(`/tasks/${own.draft}`), { intent: 'complete-task' })
    await mine(at(`/tasks/${own.draft}`), { intent: 'send-back-task', reason: watch.text('reason') })
    // The email of the day tells its own side's colleague of it, before a command takes that colleague off the plan.
    await readMails()
    // All there are, as their forms come: on the private task in its side's hands, on shared ones in the other's.
    const names = (Object.keys(commandRules) as CommandName[]).sort((a, b) => weight(a) - weight(b))
    for (const [turn, name] of names.entries()) {
      const carrier = carriers[name]
      if (carrier === 'a link') continue
      for (const [asker, place] of [[watch.hider, hidden] as const, ...watch.sendersAt([home, hidden], turn)]) {
        const form = carrier.form(place)
        const path = fill(carrier.url, paramsOf(place, asker.personId))
        const touches = `${path}${JSON.stringify(form)}`.includes(own.draft)
        await watch.post(asker, path, { intent: name, ...(asker === watch.hider && touches ? marked(form) : form) })
        // What a form would move is told before it is saved, where a page can tell.
        if (asker !== watch.hider && previewed.includes(name))
          await watch.post(asker, path, { intent: name, ...form, preview: 'yes' })
      }
      if (name === 'edit-task') await mine(at(`/tasks/${own.draft}`), { intent: 'edit-task', ...taskForm('edited') })
    }
    if (side === 'customer')
      for (const { id } of Object.values(home.people))
        await watch.post(watch.named('admin'), `/workspace/data/${id}/export`, { intent: 'export-person' })
    await readMails()
    // There was something to keep private.
    const told = (await app.mailbox.list()).some((mail) =>
      finder([`${watch.mark} reason`])(Buffer.from(JSON.stringify(mail))),
    )
    expect(told).toBe(true)
    await watch.readEverything('pages')
    for (const stream of streams) watch.received('the stream of changes', await stream.end())
    expect(watch.leaks).toEqual([])
  })

  test('is not left behind when it is removed, and no email mentions it', { timeout: 600_000 }, async () => {
    // Archiving signed the customer's people out.
    await ownerDb.updateTable('session').set({ endedAt: null }).where('workspaceId', '=', cast.workspaceId).execute()
    await ownerDb
      .updateTable('plan')
      .set({ archivedAt: null, state: 'under way', wonOn: null })
      .where('id', '=', cast.home.planId)
      .execute()
    for (const id of [own.waits, own.filled]) await mine(at(`/tasks/${id}`), { intent: 'remove-task' })
    await watch.readEverything('data')
    await readMails()
    expect(watch.leaks).toEqual([])
    process.stdout.write(`The canary of the ${side}: ${watch.read()} answers and emails read\n`)
  })

  /** Every text of a form in which a person writes freely; what was private stays so. */
  const marked = (form: Form): Form => ({
    ...Object.fromEntries(
      Object.entries(form).map(([name, value]) => [
        name,
        typeof value === 'string' && / /.test(value.trim()) ? watch.text(name) : value,
      ]),
    ),
    ...('title' in form ? { side, private: 'yes' } : {}),
  })
})

const previewed: CommandName[] = ['add-task', 'edit-task', 'edit-terms', 'adjust-plan']

/** Commands that end something come last, so that the others have a plan to work on; both sides agree before anything moves. */
const weight = (name: CommandName) => (name === 'agree-plan' ? -2 : last.indexOf(name))
const last: CommandName[] = [
  'confirm-first-win',
  'correct-first-win',
  'answer-reference',
  'give-consent',
  'remove-tasks',
  'remove-task',
  'remove-participant',
  'propose-champion',
  'decline-champion',
  ...(['agree-to-champion', 'name-next-champion', 'take-champion'] as const),
  'complete-champion',
  'hand-on-champion',
  'close-plan',
  'reopen-plan',
  'archive-plan',
  'restore-plan',
]
