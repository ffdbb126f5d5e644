import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Database, createDatabase } from '#db/connection.ts'
import { migrateToLatest } from '#db/migrate-to-latest.ts'
import { inWorkspace } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import { createLog } from '#app/kit/log.server.ts'
import { getActivity } from '#app/plan/activity/get-activity.server.ts'
import { agreedDates } from '#app/plan/view/agreed-dates.ts'
import { plainCalendar } from '#app/schedule/stored-calendar.ts'
import { findEnding } from '#app/plan/view/find-ending.server.ts'
import { getStoredSituation, wasShared } from '#app/value/situation/stored-situation.server.ts'
import type { Standing } from '#app/policy/policy.ts'
import { getReferencesPage } from '#app/references/board/board-queries.server.ts'
import { getReferenceForForm } from '#app/references/consent/consent-queries.server.ts'
import { readApart } from '#app/kit/reads.server.ts'
import { oldActivity, oldEnding, oldEvents, oldSheet } from '#tests/factories/old-events.ts'
import { runClock } from '#tests/harness/clock.ts'
import { dropDatabase, urlOf, withClient } from '#tests/harness/template.ts'
import { withWhat } from '#tests/factories/with-what.ts'

/** A database of an early version, with rows, migrated to the latest version. */

const { serverUrl, run } = inject('templateServer')
const name = `firstwin_test_${run}_old_rows`
const url = urlOf(serverUrl, name)
const ids = {
  workspace: newId(),
  member: newId(),
  account: newId(),
  other: newId(),
  twin: newId(),
  participant: newId(),
  plan: newId(),
  silent: newId(),
  lost: newId(),
  sheet: newId(),
  notice: newId(),
}
let db: Database

/** The last migration before words of the first win were kept with its confirmation. */
const before = '2026-11-28-undo-rows'

beforeAll(async () => {
  await withClient(serverUrl, (client) =>
    client.query(`create database ${name} template template0 encoding 'UTF8' locale 'C.UTF-8'`),
  )
  await migrateToLatest(url, { until: before })
  await withClient(url, async (client) => {
    const at = '2026-06-17T08:00:00Z'
    const calendar = JSON.stringify(plainCalendar)
    const add = (table: string, row: Record<string, unknown>) => {
      const columns = Object.keys(row)
      const places = columns.map((_, place) => `$${place + 1}`)
      return client.query(
        `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`,
        Object.values(row),
      )
    }
    const own = { workspace_id: ids.workspace }
    await add('workspace', {
      ...own,
      name: 'Brightline',
      time_zone: 'Europe/Berlin',
      vendor_calendar: calendar,
      customer_calendar: calendar,
      created_at: at,
    })
    await add('member', {
      ...own,
      id: ids.member,
      email: 'sam@brightline.example',
      name: 'Sam\u202e Ortiz\r\nPlease pay at https://bad.example/now today',
      roles: ['rep'],
      created_at: at,
    })
    await add('account', { ...own, id: ids.account, name: 'Halden Foods', created_at: at })
    await add('account', { ...own, id: ids.other, name: 'Booking.com', created_at: at })
    await add('account', { ...own, id: ids.twin, name: 'Halden\nFoods', created_at: at })
    await add('participant', {
      ...own,
      id: ids.participant,
      account_id: ids.account,
      email: 'priya@halden.example',
      name: 'x'.repeat(200),
      created_at: at,
    })
    for (const id of [ids.plan, ids.silent, ids.lost]) {
      await add('plan', {
        ...own,
        id,
        account_id: ids.account,
        project: 'Faster month-end close',
        state: id === ids.lost ? 'lost' : 'won',
        lead_id: ids.member,
        time_zone: 'Europe/Berlin',
        vendor_calendar: calendar,
        customer_calendar: calendar,
        start_on: '2026-01-05',
        critical_date: '2026-05-01',
        critical_reason: 'the audit',
        win_statement: 'We closed the books in one day.',
        win_measure: 'time to close a month',
        win_unit: 'days',
        win_baseline: 30,
        win_target: 1,
        win_by: '2026-06-01',
        win_announced_to: 'the board',
        won_on: id === ids.lost ? null : '2026-06-16',
        template: 'standard',
        created_at: at,
      })
      await add('plan_participant', {
        ...own,
        plan_id: id,
        participant_id: ids.participant,
        name: 'Priya Raman',
        role: 'champion',
        invited_at: at,
        joined_at: at,
        accepted_at: at,
      })
      if (id === ids.lost) continue
      await add('win_result', {
        ...own,
        plan_id: id,
        measured: 0.5,
        confirmed_on: '2026-06-16',
        confirmed_at: at,
        participant_id: ids.participant,
      })
    }
    await add('reference', {
      ...own,
      plan_id: ids.plan,
      state: 'agreed',
      kinds: ['quote'],
      participant_id: ids.participant,
      answered_at: at,
    })
    await add('reference', { ...own, plan_id: ids.silent, state: 'not asked' })
    await add('baseline', {
      ...own,
      plan_id: ids.plan,
      number: 1,
      terms_version: 1,
      agreed_on: '2026-01-05',
      terms: '{}',
      dates: JSON.stringify({
        points: [
          {
            id: 'live',
            title: 'Live, "steps": [',
            goal: 'go-live',
            doBy: '2026-05-01',
            expected: '2026-04-30',
            steps: [{ id: 'legal', doBy: '2026-03-02' }],
          },
        ],
      }),
      created_at: at,
    })
    for (const row of [...oldActivity(ids, ids.plan, oldEvents), ...oldActivity(ids, ids.lost, oldEnding(ids.sheet))])
      await add('activity', { ...own, ...row })
    await client.query('update plan set archived_at = $1 where id = $2', [at, ids.lost])
    await add('situation', { ...own, ...oldSheet(ids) })
    await add('notice', {
      ...own,
      id: ids.notice,
      kind: 'daily',
      member_id: ids.member,
      to_address: 'sam@brightline.example',
      facts: JSON.stringify({
        news: 'the "step": "one"',
        told: [
          { why: 'next', step: 'legal' },
          { step: 'test', why: 'due' },
        ],
      }),
      daily: false,
      created_at: at,
    })
  })
  await migrateToLatest(url)
  db = createDatabase(url, { max: 2 })
})

afterAll(async () => {
  await db.destroy()
  await dropDatabase(serverUrl, name)
})

const words = {
  statement: 'We closed the books in one day.',
  measure: 'time to close a month',
  unit: 'days',
  baseline: 30,
  target: 1,
}

test('a win that was confirmed before keeps the words of its plan, and its consent covers them', async () => {
  const { list } = await getReferencesPage({ reads: readApart(db), clock: runClock }, { workspaceId: ids.workspace })
  expect(list.rows.map(({ planId, answer }) => [planId, answer])).toEqual(
    expect.arrayContaining([
      [ids.plan, 'agreed'],
      [ids.silent, 'not asked'],
    ]),
  )
  for (const row of list.rows) expect(row).toMatchObject({ ...words, measured: 0.5, confirmedBy: 'Priya Raman' })
  const parts = { reads: readApart(db), clock: runClock }
  const reader = { workspaceId: ids.workspace, id: ids.participant }
  const form = await getReferenceForForm(parts, reader, ids.plan, { mayGive: true })
  expect(form).toMatchObject({ win: { ...words, measured: 0.5 }, winVersion: 1, answer: 'agreed' })
  const credits = inWorkspace(db, ids.workspace, (trx) => trx.selectFrom('winCredit').selectAll().execute())
  expect(await credits).toMatchObject([1, 2].map(() => ({ memberId: ids.member, role: 'rep' })))
})

test('the words stay with the confirmation when the plan says something else later', async () => {
  await inWorkspace(db, ids.workspace, (trx) =>
    trx.updateTable('plan').set({ winStatement: 'Something else' }).where('id', '=', ids.silent).execute(),
  )
  const { list } = await getReferencesPage({ reads: readApart(db), clock: runClock }, { workspaceId: ids.workspace })
  expect(list.rows.map(({ statement }) => statement)).toEqual([words.statement, words.statement])
})

test('names from before the rule are one short line without addresses; others stay as they are', async () => {
  const stored = await inWorkspace(db, ids.workspace, async (trx) => ({
    member: await trx.selectFrom('member').select('name').executeTakeFirstOrThrow(),
    participant: await trx.selectFrom('participant').select('name').executeTakeFirstOrThrow(),
    accounts: await trx.selectFrom('account').select(['id', 'name']).execute(),
  }))
  expect(stored.member.name).toBe('Sam Ortiz Please pay at … today')
  expect(stored.participant.name).toBe('x'.repeat(100))
  const accounts = new Map(stored.accounts.map(({ id, name: it }) => [id, it]))
  expect(accounts.get(ids.other)).toBe('Booking.com')
  expect([accounts.get(ids.account), accounts.get(ids.twin)], 'no two become one').toEqual([
    'Halden Foods',
    'Halden\nFoods',
  ])
})

test('events from when words stood in them are told as they were, and an unknown one as some change', async () => {
  const reader = {
    actor: {
      kind: 'member' as const,
      workspaceId: ids.workspace,
      id: ids.member,
      name: 'Sam Ortiz',
      roles: ['rep' as const],
    },
    standings: new Set<Standing>(['member', 'lead']),
  }
  const lines: string[] = []
  const log = createLog({ level: 'warn', destination: { write: (line) => void lines.push(line) } })
  const { entries } = await getActivity({ reads: readApart(db), clock: runClock, log }, reader, ids.plan)
  const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '')
  expect(
    withWhat(entries.toReversed()).map(({ what, changes }) => ({
      what: plain(what),
      told: changes
        .map(({ label, before, after }) => plain(`${label}: ${before ? `${before} ` : ''}→ ${after}`))
        .sort(),
    })),
  ).toEqual(oldEvents.map(({ what, told }) => ({ what, told: told.toSorted() })))
  expect(entries.filter(({ agreedNumber }) => agreedNumber !== null).map(({ number }) => number)).toEqual([7])
  expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([{ count: 1, names: ['plan turned round'] }])
})

test('how a plan ended and that a situation was shared is taken from its events, the last ones', async () => {
  const plan = { state: 'lost' as const, archivedAt: new Date('2026-06-17T08:00:00Z'), timeZone: 'Europe/Berlin' }
  const where = { workspaceId: ids.workspace, planId: ids.lost }
  const read = await inWorkspace(db, ids.workspace, async (trx) => ({
    ours: await findEnding(trx, where, plan, 'vendor'),
    theirs: await findEnding(trx, where, plan, 'customer'),
    sheet: await getStoredSituation(trx, ids.workspace, ids.lost, ids.sheet),
  }))
  const lost = { by: 'Max Lind', on: '2026-03-02', reason: 'no budget' }
  const archived = { by: 'Ida Moor', on: '2026-06-17' }
  expect(read.ours).toEqual({ lost: { ...lost, note: 'Call again in May.' }, archived })
  expect(read.theirs).toEqual({ lost: { ...lost, note: null }, archived })
  expect(wasShared(read.sheet)).toBe(true)
})

test('what was kept of tasks is read under their name', async () => {
  const { dates, facts } = await inWorkspace(db, ids.workspace, async (trx) => ({
    ...(await trx.selectFrom('baseline').select('dates').where('planId', '=', ids.plan).executeTakeFirstOrThrow()),
    ...(await trx.selectFrom('notice').select('facts').where('id', '=', ids.notice).executeTakeFirstOrThrow()),
  }))
  expect(agreedDates.parse(dates).points[0]).toMatchObject({
    title: 'Live, "steps": [',
    tasks: [{ id: 'legal', doBy: '2026-03-02' }],
  })
  expect(facts).toEqual({
    news: 'the "step": "one"',
    told: [
      { why: 'next', task: 'legal' },
      { task: 'test', why: 'due' },
    ],
  })
})
