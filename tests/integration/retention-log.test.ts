import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { shortenLog } from '#app/access/security-log/shorten-log.server.ts'
import { newId } from '#app/kit/ids.ts'
import { type KeepingRecords, keepingRecords } from '#tests/factories/keeping-records.ts'

const shorten = async ({ parts, workspaceId }: KeepingRecords) => {
  let deleted = 0
  for (let more = -1; more !== 0;) deleted += more = await shortenLog(parts, workspaceId)
  return deleted
}

test('the beginning of the security log goes by age; the chain is checkable from there, and says since when', async () => {
  const it = await keepingRecords()
  for (const [name, months] of [
    ['Ana', 30],
    ['Ben', 25],
    ['Cem', 23],
    ['Dora', 1],
  ] as const)
    await it.noted(name, months)
  expect(await it.check()).toEqual({ entries: 4 })
  expect(await shorten(it)).toBe(2)
  const names = async () => (await it.log()).map(({ personName }) => personName).filter(Boolean)
  expect(await names()).toEqual(['Cem', 'Dora'])
  const [cem] = await it.log()
  expect(await it.check()).toEqual({ entries: 3, keptSince: { number: 3, at: cem?.at } })
  expect(await shorten(it), 'nothing more is old').toBe(0)
  // A second time, from the anchor on: the entry that records the first cut is still recent.
  await it.keep({ keepSecurityLogMonths: '12' })
  expect(await shorten(it)).toBe(1)
  expect(await names()).toEqual(['Dora'])
  expect(await it.check()).toMatchObject({ keptSince: { number: 4 } })
  expect((await it.check()).broken).toBeUndefined()
  const counted = (await it.log()).filter(({ kind }) => kind === 'log shortened').map(({ detail }) => detail)
  expect(counted).toMatchObject([
    { entries: '2', through: '2' },
    { entries: '1', through: '3' },
  ])
})

test('a log that is old as a whole goes but for the entry about it', async () => {
  const it = await keepingRecords()
  await it.noted('Ana', 40)
  await it.noted('Ben', 39)
  expect(await shorten(it)).toBe(2)
  expect((await it.log()).map(({ kind }) => kind)).toEqual(['log shortened'])
  expect((await it.check()).broken).toBeUndefined()
})

test('entries from before the chain go by age, too', async () => {
  const it = await keepingRecords()
  const before = (months: number) => sql`insert into security_event (workspace_id, id, at, kind, detail)
    values (${it.workspaceId}, ${newId()}, ${it.monthsAgo(months)}, 'signed in', '{}')`
  await before(40).execute(it.ownerDb)
  await before(20).execute(it.ownerDb)
  await it.noted('Ana', 1)
  expect(await shorten(it)).toBe(1)
  expect(await it.log()).toHaveLength(3)
  expect((await it.check()).broken).toBeUndefined()
})

test('after a cut, tampering still shows', async () => {
  const changes: Record<string, (id: string) => ReturnType<typeof sql>> = {
    'more taken from the beginning': (id) => sql`delete from security_seal where workspace_id = ${id} and number = 2`,
    'the anchor taken away': (id) => sql`delete from security_anchor where workspace_id = ${id}`,
    'the anchor moved over an entry that is deleted with its seal': (id) => sql`
      with seal as (delete from security_seal where workspace_id = ${id} and number = 2 returning hash)
      update security_anchor set number = 2, hash = (select hash from seal) where workspace_id = ${id}`,
    'a name': (id) =>
      sql`update security_event set person_name = 'Zoe' where workspace_id = ${id} and person_name = 'Ben'`,
    'the entry about the cut': (id) =>
      sql`update security_event set detail = '{}' where workspace_id = ${id} and kind = 'log shortened'`,
  }
  for (const [what, change] of Object.entries(changes)) {
    const it = await keepingRecords()
    for (const [name, months] of [
      ['Ana', 30],
      ['Ben', 20],
      ['Cem', 1],
    ] as const)
      await it.noted(name, months)
    await shorten(it)
    expect((await it.check()).broken, what).toBeUndefined()
    await change(it.workspaceId).execute(it.ownerDb)
    expect((await it.check()).broken, what).toBeDefined()
  }
})

test('what was tampered with is not swept away with what is old', async () => {
  const it = await keepingRecords()
  for (const [name, months] of [
    ['Ana', 40],
    ['Ben', 30],
    ['Cem', 1],
  ] as const)
    await it.noted(name, months)
  await sql`update security_event set at = at - interval '1 year' where workspace_id = ${it.workspaceId} and person_name = 'Ben'`.execute(
    it.ownerDb,
  )
  expect(await shorten(it), 'Ana alone').toBe(1)
  expect(await it.check()).toMatchObject({ broken: { number: 2 } })
})

test('the app can delete nothing of the log that is younger than half a year, whatever it is set to', async () => {
  const it = await keepingRecords()
  await it.noted('Ana', 30)
  await it.noted('Ben', 5)
  const attempt = (change: ReturnType<typeof sql>) =>
    it
      .within((trx) => change.execute(trx))
      .then(
        () => 'done',
        (error: unknown) => (error as { code: string }).code,
      )
  const cut = (through: number | null) => sql`select operations.shorten_security_log(${through}::bigint)`
  expect(await attempt(sql`update workspace set keep_security_log_months = 5`)).toBe('23514')
  expect(await attempt(sql`update workspace set keep_security_log_months = 6`)).toBe('done')
  for (const refused of [
    cut(2),
    cut(3),
    cut(-1),
    sql`delete from security_seal`,
    sql`update security_anchor set number = 1`,
    sql`insert into security_anchor (workspace_id, number, hash) values (${it.workspaceId}, 1, '')`,
  ])
    expect(await attempt(refused)).toBe('42501')
  await expect(cut(null).execute(it.db), 'no workspace').rejects.toMatchObject({ code: '42501' })
  expect(await it.log()).toHaveLength(2)
  // What the app deletes without saying so shows.
  expect(await attempt(cut(1))).toBe('done')
  expect(await it.check()).toMatchObject({ broken: { number: 2 } })
  const { rows } = await sql<{ able: boolean }>`
    select has_function_privilege('public', 'operations.shorten_security_log(bigint)', 'execute') as able`.execute(
    it.ownerDb,
  )
  expect(rows).toEqual([{ able: false }])
})
