import { beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import type { Database } from '#db/connection.ts'
import { inWorkspace } from '#db/workspace.ts'
import { checkChain } from '#app/access/security-log/check-chain.server.ts'
import { chainFaultOf, sealOf } from '#app/access/security-log/security-chain.ts'
import { securityFile } from '#app/access/security/security-file.server.ts'
import { writeSecurityEvent } from '#app/access/security-log/write-security-event.server.ts'
import { type TestParts, testParts } from '#tests/factories/parts.ts'
import { makeWorkspace } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

let parts: TestParts
let owner: Database

beforeAll(async () => {
  const { db, appUrl, ownerDb } = await testDatabase()
  parts = await testParts(db, appUrl)
  owner = ownerDb
})

const noted = (workspaceId: string, names: readonly string[]) =>
  inWorkspace(parts.db, workspaceId, async (trx) => {
    for (const name of names)
      await writeSecurityEvent(
        trx,
        workspaceId,
        { kind: 'signed in', person: { id: workspaceId, name }, detail: { successor: null, how: 'passkey', by: name } },
        parts.clock.now(),
      )
  })

async function logOf(...names: string[]) {
  const workspaceId = await makeWorkspace(parts.db)
  await noted(workspaceId, names)
  return workspaceId
}

test('entries of one transaction and of many at once make one unbroken chain', async () => {
  const workspaceId = await logOf('Ana', 'Ben', 'Cem')
  await Promise.all(Array.from({ length: 12 }, (_, index) => noted(workspaceId, [`Dora ${index}`, `Emil ${index}`])))
  expect(await checkChain(parts, workspaceId)).toEqual({ entries: 27 })
  expect(await checkChain(parts, await makeWorkspace(parts.db))).toEqual({ entries: 0 })
})

test('a name with marks of direction is sealed as it is read', async () => {
  const workspaceId = await logOf('\u2068שרה\u2069', 'Ana\u202e')
  expect(await checkChain(parts, workspaceId)).toEqual({ entries: 2 })
})

test('a name that was sealed with its marks of direction holds as it is stored, and a change of it shows', async () => {
  const workspaceId = await logOf('Ana', 'Ben', 'Cem')
  // As an earlier version wrote and sealed it.
  const content = {
    personId: workspaceId,
    personName: 'Ben\u202e',
    network: null,
    detail: { z: null, by: '\u2066Ben' },
  }
  const { rows } = await sql<{ id: string; at: Date; kind: string }>`
    select id, at, kind from security_event where workspace_id = ${workspaceId} and person_name = 'Ben'`.execute(owner)
  const [found] = rows
  if (!found) throw new Error('No entry to seal')
  await sql`update security_event set person_name = ${content.personName}, detail = ${JSON.stringify(content.detail)}
    where workspace_id = ${workspaceId} and id = ${found.id}`.execute(owner)
  const { rows: seals } = await sql<{ number: number; previous: string; hash: string }>`
    select number, previous, hash from security_seal where workspace_id = ${workspaceId} order by number`.execute(owner)
  let previous = seals[0]?.hash ?? ''
  const {
    rows: [last],
  } = await sql<{ id: string; at: Date; kind: string }>`
    select id, at, kind from security_event where workspace_id = ${workspaceId} and person_name = 'Cem'`.execute(owner)
  if (!last) throw new Error('No entry behind it')
  const behind = {
    personId: workspaceId,
    personName: 'Cem',
    network: null,
    detail: { successor: null, how: 'passkey', by: 'Cem' },
  }
  for (const [number, event] of [
    [2, { ...found, ...content }],
    [3, { ...last, ...behind }],
  ] as const) {
    const seal = sealOf(workspaceId, event, { number, previous }, 'salt')
    await sql`update security_seal set salt = ${seal.salt}, digest = ${seal.digest}, previous = ${previous}, hash = ${seal.hash}
      where workspace_id = ${workspaceId} and number = ${number}`.execute(owner)
    previous = seal.hash
  }
  await sql`update security_chain set hash = ${previous} where workspace_id = ${workspaceId}`.execute(owner)
  expect(await checkChain(parts, workspaceId)).toEqual({ entries: 3 })
  expect((await checkedFile(workspaceId)).map(({ personName }) => personName)).toEqual(['Ana', 'Ben\u202e', 'Cem'])
  await sql`update security_event set person_name = ${'Zoe\u202e'} where workspace_id = ${workspaceId} and id = ${found.id}`.execute(
    owner,
  )
  expect(await checkChain(parts, workspaceId)).toMatchObject({ entries: 1, broken: { number: 2 } })
})

test('what is rolled back leaves no place in the chain', async () => {
  const workspaceId = await logOf('Ana')
  const failing = inWorkspace(parts.db, workspaceId, async (trx) => {
    await writeSecurityEvent(trx, workspaceId, { kind: 'signed out', person: null }, parts.clock.now())
    throw new Error('rolled back')
  })
  await expect(failing).rejects.toThrow('rolled back')
  await noted(workspaceId, ['Ben'])
  expect(await checkChain(parts, workspaceId)).toEqual({ entries: 2 })
})

test('whatever the owner of the database changes shows, at its place', async () => {
  const changes: Record<string, (id: string) => ReturnType<typeof sql>> = {
    'a name': (id) =>
      sql`update security_event set person_name = 'Zoe' where workspace_id = ${id} and person_name = 'Ben'`,
    'a time': (id) =>
      sql`update security_event set at = at - interval '1 day' where workspace_id = ${id} and person_name = 'Ben'`,
    'a kind': (id) =>
      sql`update security_event set kind = 'exported' where workspace_id = ${id} and person_name = 'Ben'`,
    'a detail': (id) =>
      sql`update security_event set detail = detail || '{"by": "Zoe"}' where workspace_id = ${id} and person_name = 'Ben'`,
    'an entry taken away': (id) => sql`delete from security_event where workspace_id = ${id} and person_name = 'Ben'`,
    'an entry taken away with its seal': (id) =>
      sql`delete from security_seal where workspace_id = ${id} and number = 2`,
  }
  for (const [what, change] of Object.entries(changes)) {
    const workspaceId = await logOf('Ana', 'Ben', 'Cem')
    await change(workspaceId).execute(owner)
    expect(await checkChain(parts, workspaceId), what).toMatchObject({ entries: 1, broken: { number: 2 } })
  }
})

test('what is cut off at the end, or added past the chain, shows too', async () => {
  const cut = await logOf('Ana', 'Ben')
  await sql`delete from security_seal where workspace_id = ${cut} and number = 2`.execute(owner)
  expect(await checkChain(parts, cut)).toMatchObject({ entries: 1, broken: { number: 2 } })

  const added = await logOf('Ana')
  await sql`insert into security_event (workspace_id, id, at, kind, detail)
    values (${added}, gen_random_uuid(), ${new Date(parts.clock.now().getTime() + 1)}, 'signed in', '{}')`.execute(
    owner,
  )
  expect(await checkChain(parts, added)).toMatchObject({ entries: 1, broken: { number: 2 } })
})

test('the app may add seals and change or remove none', async () => {
  const workspaceId = await logOf('Ana')
  for (const attempt of [
    sql`update security_seal set hash = '' where workspace_id = ${workspaceId}`,
    sql`delete from security_seal where workspace_id = ${workspaceId}`,
    sql`delete from security_chain where workspace_id = ${workspaceId}`,
  ])
    await expect(inWorkspace(parts.db, workspaceId, (trx) => attempt.execute(trx))).rejects.toMatchObject({
      code: '42501',
    })
})

test('as JSON lines, the log can be checked without us', async () => {
  const workspaceId = await logOf('Ana', 'Ben', 'Cem')
  expect((await checkedFile(workspaceId)).map(({ personName }) => personName)).toEqual(['Ana', 'Ben', 'Cem'])
})

/** The entries of the file in their order, after the chain was checked by the file alone. */
async function checkedFile(workspaceId: string): Promise<Line[]> {
  const now = new Date(parts.clock.now().getTime() + 1)
  const file = securityFile(parts, workspaceId, {
    format: 'jsonl',
    filter: {},
    timeZone: 'Europe/Berlin',
    asOf: { at: now, ids: [workspaceId] },
  })
  expect(file.headers.get('content-type')).toContain('application/jsonl')
  const lines = (await file.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
  const inOrder = lines.sort((a, b) => a.chain.number - b.chain.number)
  let before = { number: 0, hash: '' }
  for (const { chain, at, ...event } of inOrder) {
    expect(chainFaultOf(workspaceId, { ...event, at: new Date(at) }, chain, before)).toBeUndefined()
    before = chain
  }
  return inOrder
}

type Line = Omit<NonNullable<Parameters<typeof chainFaultOf>[1]>, 'at'> & {
  at: string
  chain: Parameters<typeof chainFaultOf>[2]
}
