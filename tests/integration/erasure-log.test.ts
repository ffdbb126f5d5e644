import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { erasuresIn } from '#app/access/security-log/security-chain.ts'
import { shortenLog } from '#app/access/security-log/shorten-log.server.ts'
import { writeSecurityEvent } from '#app/access/security-log/write-security-event.server.ts'
import { type Erasing, erasing } from '#tests/factories/erasing.ts'

const note = (it: Erasing, name: string, at?: Date) =>
  it.within((trx) =>
    writeSecurityEvent(
      trx,
      it.workspaceId,
      {
        ...{ kind: 'role changed', network: '203.0.113.9' },
        ...{ person: { id: it.plan.viewer.id, name }, detail: { by: 'Ana Lind', device: 'a phone' } },
      },
      at ?? it.parts.clock.now(),
    ),
  )

const log = (it: Erasing) =>
  it.within((trx) =>
    trx
      .selectFrom('securityEvent')
      .innerJoin('securitySeal', 'securitySeal.eventId', 'securityEvent.id')
      .selectAll()
      .orderBy('number')
      .execute(),
  )

/** Three entries, the second of which mentions someone who was erased since. */
async function erased() {
  const it = await erasing()
  for (const name of ['Sam Ortiz', 'Eva Holm', 'Noor Haddad'])
    await it.within((trx) =>
      writeSecurityEvent(
        trx,
        it.workspaceId,
        {
          kind: 'signed in',
          person: name === 'Eva Holm' ? it.plan.viewer : null,
          network: '203.0.113.9',
          detail: { who: name },
        },
        it.parts.clock.now(),
      ),
    )
  await it.erase(it.plan.viewer.id, 'Eva Holm')
  return it
}

test('what is left of an entry is sealed again under the hash it had, and the log says which', async () => {
  const it = await erased()
  const entries = await log(it)
  expect(entries[1]).toMatchObject({
    ...{ number: 2, personName: 'Former participant', network: null, detail: { who: 'Former participant' } },
  })
  expect(entries[1]?.erasedDigest).not.toBe(entries[1]?.digest)
  expect(entries[0]).toMatchObject({ erasedDigest: null, network: '203.0.113.9' })
  const vouching = entries.find(({ kind }) => kind === 'entries erased')
  expect(vouching).toMatchObject({ detail: { count: '1', digests: `2:${entries[1]?.erasedDigest}` } })
  expect(await it.check()).toEqual({ entries: entries.length })
})

test('tampering shows in entries from which a person was erased, and an erasure without an entry', async () => {
  const change = (set: string, where: string) => (id: string) =>
    sql`update ${sql.raw(set)} where workspace_id = ${id} and ${sql.raw(where)}`
  const changes: Record<string, (id: string) => ReturnType<typeof sql>> = {
    'what was left': change(
      `security_event set detail = '{"who": "Zoe"}'`,
      `person_name = 'Former participant' and kind = 'signed in'`,
    ),
    'what was left, sealed as if it were so': change(`security_seal set erased_digest = 'x'`, 'number = 2'),
    'its digest of before': change(`security_seal set digest = 'x'`, 'number = 2'),
    'another one under the name of an erasure': change(`security_seal set erased_digest = digest`, 'number = 1'),
    'the entry about it': change(`security_event set detail = '{}'`, `kind = 'entries erased'`),
  }
  for (const [what, tamper] of Object.entries(changes)) {
    const it = await erased()
    expect((await it.check()).broken, what).toBeUndefined()
    await tamper(it.workspaceId).execute(it.ownerDb)
    expect((await it.check()).broken, what).toBeDefined()
  }
})

test('the app can change the log only of someone who is marked as erased, and seal what is left only once', async () => {
  const it = await erased()
  await note(it, 'Priya Raman')
  const before = await log(it)
  const attempt = (work: ReturnType<typeof sql>) =>
    it
      .within((trx) => work.execute(trx))
      .then(
        () => 'done',
        (error: unknown) => (error as { code: string }).code,
      )
  expect(await attempt(sql`select operations.erase_person(${it.plan.champion.id}::uuid)`)).toBe('42501')
  expect(await attempt(sql`select operations.seal_erased('{1,2}', '{a,b}', '{c,d}')`)).toBe('done')
  expect(await log(it)).toEqual(before)
  await expect(sql`select operations.erase_person(${it.plan.viewer.id}::uuid)`.execute(it.db)).rejects.toMatchObject({
    code: '42501',
  })
  // An erasure without a record shows.
  await it.within((trx) =>
    trx
      .updateTable('participant')
      .set({ erasedAt: it.parts.clock.now() })
      .where('id', '=', it.plan.champion.id)
      .execute(),
  )
  expect(await attempt(sql`select operations.erase_person(${it.plan.champion.id}::uuid)`)).toBe('done')
  expect(await it.check()).toHaveProperty('broken')
})

test('one entry may lose two persons, one after the other', async () => {
  const it = await erasing()
  await it.within((trx) =>
    writeSecurityEvent(
      trx,
      it.workspaceId,
      { kind: 'invited', person: it.plan.viewer, detail: { by: 'Jonas Berg' } },
      it.parts.clock.now(),
    ),
  )
  await it.erase(it.plan.viewer.id, 'Eva Holm')
  const [once] = await log(it)
  expect(once).toMatchObject({ personName: 'Former participant', detail: { by: 'Jonas Berg' } })
  await it.erase(it.plan.contributor.id, 'Jonas Berg')
  const [twice] = await log(it)
  expect(twice).toMatchObject({ personName: 'Former participant', detail: { by: 'Former participant' } })
  expect(twice?.erasedDigest).not.toBe(once?.erasedDigest)
  expect(await it.check()).not.toHaveProperty('broken')
})

test('entries from which a person was erased go by age like others', async () => {
  const it = await erasing()
  await note(it, 'Eva Holm', new Date('2020-01-01'))
  await note(it, 'Eva Holm')
  await it.erase(it.plan.viewer.id, 'Eva Holm')
  expect(await shortenLog(it.parts, it.workspaceId)).toBe(1)
  expect(await it.check()).toMatchObject({ keptSince: { number: 2 } })
  expect(await it.check()).not.toHaveProperty('broken')
})

test('what an entry says of erasures is read from that kind alone', () => {
  const event = { id: '', at: new Date(0), personId: null, personName: null, network: null }
  expect(erasuresIn({ ...event, kind: 'entries erased', detail: { digests: '2:a-_1 3:b x:y 4:' } })).toEqual([
    [2, 'a-_1'],
    [3, 'b'],
  ])
  expect(erasuresIn({ ...event, kind: 'exported', detail: { digests: '2:a' } })).toEqual([])
})
