import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { action as takeFile, loader as openFile } from '#app/access/security/security-export.route.ts'
import { loader as openLog } from '#app/access/security/security.page.tsx'
import { getSecurityEvents, securityEventsQuery } from '#app/access/security/security-queries.server.ts'
import { writeSecurityEvent } from '#app/access/security-log/write-security-event.server.ts'
import { beginSession } from '#app/access/core/session.server.ts'
import { newId } from '#app/kit/ids.ts'
import { loadContext } from '#tests/factories/load-context.ts'
import { type TestParts, testParts } from '#tests/factories/parts.ts'
import { type MemberActor, makeMember, makeWorkspace } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

const site = 'http://localhost:3000/workspace/security'
let parts: TestParts

beforeAll(async () => {
  const { db, appUrl } = await testDatabase()
  parts = await testParts(db, appUrl)
})

async function stage() {
  const workspaceId = await makeWorkspace(parts.db)
  const admin = await makeMember(parts.db, workspaceId, { name: 'Ana Lind', roles: ['admin'] })
  const rep = await makeMember(parts.db, workspaceId, { name: 'Sam Ortiz', roles: ['rep'] })
  const write = (
    kind: Parameters<typeof writeSecurityEvent>[2]['kind'],
    at: string,
    person: MemberActor | null = rep,
  ) =>
    inWorkspace(parts.db, workspaceId, (trx) =>
      writeSecurityEvent(trx, workspaceId, { kind, person, detail: { by: admin.name } }, new Date(at)),
    )
  const cookieOf = async (memberId: string) =>
    (
      await inWorkspace(parts.db, workspaceId, (trx) => beginSession(parts, trx, workspaceId, { memberId }, null))
    ).split(';')[0] ?? ''
  return { workspaceId, admin, rep, write, cookieOf }
}

const args = (url: string, init: RequestInit) => ({
  request: new Request(url, init),
  params: {},
  context: loadContext(parts),
})

const open = async (query: string, cookie: string) => openLog(args(`${site}${query}`, { headers: { cookie } }))

const statusOf = (work: Promise<unknown>) =>
  work.then(
    (got) => (got instanceof Response ? got.status : 200),
    (thrown: unknown) => {
      if (thrown instanceof Response) return thrown.status
      return (thrown as { init: { status: number } }).init.status
    },
  )

const take = (cookie: string, fields: Record<string, string>) =>
  takeFile(
    args(`${site}/export`, {
      method: 'POST',
      headers: { cookie },
      body: new URLSearchParams({ intent: 'export-security-log', idempotencyKey: newId(), ...fields }),
    }),
  )

test('the app may add to the log and read it; PostgreSQL lets it change and remove nothing', async () => {
  const { workspaceId, write } = await stage()
  await write('signed in', '2026-06-17T08:00:00Z')
  const attempt = (change: ReturnType<typeof sql>) =>
    inWorkspace(parts.db, workspaceId, (trx) => change.execute(trx)).then(
      () => 'done',
      (error: unknown) => (error as { code: string }).code,
    )
  for (const change of [
    sql`update security_event set kind = 'signed out'`,
    sql`delete from security_event`,
    sql`truncate security_event`,
  ])
    expect(await attempt(change)).toBe('42501')
  const { rows } = await inWorkspace(parts.db, workspaceId, (trx) =>
    sql<{ privilege: string }>`
      select privilege_type as privilege from information_schema.role_table_grants
      where table_name = 'security_event' and grantee = 'firstwin_app' order by 1`.execute(trx),
  )
  expect(rows.map(({ privilege }) => privilege)).toEqual(['INSERT', 'SELECT'])
})

test('admins read it, newest first; others do not', async () => {
  const { admin, rep, write, cookieOf } = await stage()
  await write('signed in', '2026-06-16T08:00:00Z')
  await write('role changed', '2026-06-17T08:00:00Z')
  const page = await open('', await cookieOf(admin.id))
  expect(page.entries.map(({ kind }) => kind)).toEqual(['role changed', 'signed in'])
  expect(page.entries[0]).toMatchObject({ personName: 'Sam Ortiz', detail: { by: 'Ana Lind' } })
  expect(await statusOf(open('', await cookieOf(rep.id)))).toBe(403)
  expect(await statusOf(open('', ''))).toBe(401)
  expect(await statusOf(take(await cookieOf(rep.id), { format: 'csv' }))).toBe(403)
  expect(await statusOf(take('', { format: 'csv' }))).toBe(401)
  expect(await statusOf(openFile(args(`${site}/export`, { headers: { cookie: await cookieOf(admin.id) } })))).toBe(302)
})

test('another workspace’s events are in no page of it', async () => {
  const [one, two] = [await stage(), await stage()]
  await two.write('signed in', '2026-06-17T08:00:00Z')
  expect((await open('', await one.cookieOf(one.admin.id))).entries).toEqual([])
})

test('kind, person and days narrow it; days are those of the workspace’s zone', async () => {
  const { admin, write, cookieOf } = await stage()
  const cookie = await cookieOf(admin.id)
  // Berlin is two hours ahead: 16 June, 22:30 in UTC is the 17th there.
  await write('signed in', '2026-06-16T21:59:00Z')
  await write('role changed', '2026-06-16T22:30:00Z')
  await write('link refused', '2026-06-17T21:59:59Z', null)
  await write('signed in', '2026-06-17T22:00:00Z')
  const kinds = async (query: string) => (await open(query, cookie)).entries.map(({ kind }) => kind)
  expect(await kinds('?from=2026-06-17&to=2026-06-17')).toEqual(['link refused', 'role changed'])
  expect(await kinds('?kind=signed+in')).toEqual(['signed in', 'signed in'])
  expect(await kinds('?person=ortiz&to=2026-06-16')).toEqual(['signed in'])
  expect(await kinds('?person=ana')).toHaveLength(4)
  expect(await kinds('?person=%25')).toEqual([])
  expect(await kinds('?kind=__proto__&from=x')).toHaveLength(4)
})

test('pages follow each other without a gap or a repeat, also among events of one moment', async () => {
  const { workspaceId, write } = await stage()
  for (let n = 0; n < 25; n++) await write('link sent', n < 15 ? '2026-06-17T08:00:00Z' : `2026-06-17T09:00:${n}Z`)
  const seen: string[] = []
  let before: Parameters<typeof getSecurityEvents>[2]['before']
  do {
    const page = await getSecurityEvents(parts, workspaceId, { filter: {}, before, limit: 4 })
    seen.push(...page.rows.map(({ id }) => id))
    before = page.next
  } while (before)
  expect([seen.length, new Set(seen).size]).toEqual([25, 25])
})

test('an export holds what the filter shows, as text in every cell, and is itself in the log', async () => {
  const { workspaceId, admin, write, cookieOf } = await stage()
  const cookie = await cookieOf(admin.id)
  await write('signed in', '2026-06-17T07:00:00Z', { ...admin, name: '=HYPERLINK("http://evil.example","x")' })
  await write('role changed', '2026-06-17T07:30:00Z')
  const csv = await take(cookie, { format: 'csv', kind: 'signed in' })
  expect(csv.headers.get('content-disposition')).toBe('attachment; filename="security-log-2026-06-17.csv"')
  const lines = (await csv.text()).trim().split('\r\n')
  expect(lines[0]).toContain('at,kind,person')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")"`)
  const json = (await (await take(cookie, { format: 'json' })).json()) as { kind: string; person: string }[]
  expect(json.map(({ kind }) => kind).sort()).toEqual(['exported', 'exported', 'role changed', 'signed in'])
  const { rows } = await getSecurityEvents(parts, workspaceId, { filter: { kind: 'exported' }, limit: 5 })
  expect(rows.map(({ personName, detail }) => [personName, detail['kind'], detail['format']]).sort()).toEqual(
    [
      ['Ana Lind', 'signed in', 'csv'],
      ['Ana Lind', null, 'json'],
    ].sort(),
  )
  expect(await statusOf(take(cookie, { format: 'xls' }))).toBe(422)
})

test('the same form gets the same file again, and each time that it leaves is in the log', async () => {
  const { workspaceId, admin, write, cookieOf } = await stage()
  const cookie = await cookieOf(admin.id)
  await write('signed in', '2026-06-17T07:00:00Z')
  const exported = async () =>
    (await getSecurityEvents(parts, workspaceId, { filter: { kind: 'exported' }, limit: 9 })).rows.map(
      ({ personName, detail }) => [personName, detail['again'] ?? null],
    )
  for (const format of ['csv', 'json']) {
    const form = { idempotencyKey: newId(), format, to: '2026-06-17' }
    const first = await (await take(cookie, form)).text()
    parts.clock.set('2026-06-17T21:30:00Z')
    await write('role changed', '2026-06-17T21:00:00Z')
    await inWorkspace(parts.db, workspaceId, (trx) =>
      trx.updateTable('workspace').set({ timeZone: 'Asia/Tokyo' }).execute(),
    )
    const second = await take(cookie, form)
    expect(await second.text()).toBe(first)
    expect(second.headers.get('content-disposition')).toContain('security-log-2026-06-17')
    expect(await statusOf(take(cookie, { ...form, to: '2026-06-16' })), 'another file under the same key').toBe(422)
    await inWorkspace(parts.db, workspaceId, (trx) =>
      trx.updateTable('workspace').set({ timeZone: 'Europe/Berlin' }).execute(),
    )
    parts.clock.set('2026-06-17T10:00:00Z')
  }
  expect((await exported()).sort()).toEqual(
    ['the same file', 'the same file', null, null].map((again) => ['Ana Lind', again]).sort(),
  )
})

test('of a long log a page reads its own rows and no others', async () => {
  const { workspaceId } = await stage()
  await inWorkspace(parts.db, workspaceId, (trx) =>
    sql`insert into security_event (workspace_id, id, at, kind, detail)
      select ${workspaceId}::uuid, gen_random_uuid(), timestamptz '2026-01-01' + n * interval '1 minute',
        case when n % 500 = 0 then 'role changed' else 'signed in' end, '{}'
      from generate_series(1, 20000) n`.execute(trx),
  )
  const { ownerDb } = await testDatabase()
  await sql`analyze security_event`.execute(ownerDb)
  const before = { at: new Date('2026-01-10T00:00:00Z'), id: newId() }
  for (const filter of [{}, { kind: 'role changed' as const }]) {
    const plan = await inWorkspace(parts.db, workspaceId, async (trx) => {
      const query = securityEventsQuery(trx, workspaceId, 'Europe/Berlin', { filter, before, limit: 51 })
      return (await query.explain('text', sql`analyze`))
        .map((row) => String(Object.values(row as object)[0]))
        .join('\n')
    })
    expect(plan).toMatch(/Index (Only )?Scan.* using security_event_(newest|of_kind)/)
    expect(plan).not.toMatch(/Seq Scan|Sort/)
    expect(Number(/Rows Removed by Filter: (\d+)/.exec(plan)?.[1] ?? 0)).toBeLessThan(60)
  }
})
