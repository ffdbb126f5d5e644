import { expect, test } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import { listOwnRequests } from '#app/references/library/request-queries.server.ts'
import { countCallsTaken } from '#app/references/library/calls-taken.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { agreed } from '#tests/factories/call-setting.ts'

const now = new Date('2026-06-17T08:00:00Z')
const at = (time: string) => new Date(`2026-06-${time}:00Z`)
const asked = { state: 'asked', times: [at('16T12:00'), at('18T12:00')] }
const accepted = { ...asked, state: 'accepted', chosenAt: at('18T12:00') }

type Stored = { askedAt?: Date; state: string; times: Date[]; chosenAt?: Date; tookPlace?: boolean; quarter?: string }

async function begin() {
  const it = await agreed()
  const { workspaceId, planId } = it
  const within = <Result>(work: Parameters<typeof inWorkspace<Result>>[2]) =>
    inWorkspace(it.parts.db, workspaceId, work)
  const count = () => within((trx) => countCallsTaken(trx, { workspaceId, planId }, { year: 2026, quarter: 2 }, now))
  const request = (stored: Stored) =>
    within((trx) =>
      trx
        .insertInto('referenceRequest')
        .values({
          ...{ workspaceId, planId, id: newId(), kind: 'call', memberId: it.lead.id, deal: 'Adria', why: 'Alike' },
          ...{ timeZone: 'UTC', quarter: '2026-Q2', askedAt: now, ...stored },
        })
        .execute(),
    )
  const use = (usedOn: string, over: object = {}) =>
    within((trx) =>
      trx
        .insertInto('referenceUse')
        .values({
          ...{ workspaceId, planId, id: newId(), kind: 'call', memberId: it.lead.id, usedOn, usedFor: 'Adria' },
          ...{ createdAt: now, ...over },
        })
        .execute(),
    )
  const unsettled = () => listOwnRequests({ ...it.parts, clock: { ...it.parts.clock, now: () => now } }, it.lead)
  return { count, request, use, unsettled }
}

test.each<[string, Stored, number]>([
  ['waits for an answer', asked, 1],
  ['has lapsed', { ...asked, times: [at('16T12:00'), at('17T08:00')] }, 0],
  ['is planned', accepted, 1],
  ['is over', { ...accepted, chosenAt: at('16T12:00') }, 1],
  ['took place', { ...accepted, tookPlace: true }, 1],
  ['did not take place', { ...accepted, tookPlace: false }, 0],
  ['was declined', { ...asked, state: 'declined' }, 0],
  ['was withdrawn', { ...accepted, state: 'withdrawn' }, 0],
  ['was cancelled', { ...asked, state: 'cancelled' }, 0],
  ['ended with the consent', { ...accepted, state: 'ended' }, 0],
  ['is of another quarter', { ...accepted, quarter: '2026-Q3' }, 0],
])('a request that %s', async (_, stored, taken) => {
  const { count, request } = await begin()
  await request(stored)
  expect(await count()).toBe(taken)
})

test('a use that was noted takes a call of the quarter of its day, once', async () => {
  const { count, request, use } = await begin()
  await use('2026-06-01')
  await use('2026-07-01')
  await use('2026-06-02', { kind: 'quote' })
  await request({ ...accepted, tookPlace: true })
  await use('2026-06-18', { requestId: newId() })
  expect(await count()).toBe(2)
})

test('what a member waits for is listed, however many of their later requests have lapsed', async () => {
  const { request, unsettled } = await begin()
  await request({ ...asked, askedAt: at('01T08:00') })
  await request({ ...accepted, askedAt: at('02T08:00') })
  for (let many = 0; many < 51; many += 1) await request({ ...asked, times: [at('16T12:00')], askedAt: at('15T08:00') })
  await request({ ...accepted, tookPlace: true, askedAt: at('15T08:00') })
  expect((await unsettled()).map(({ standing }) => standing)).toEqual(['planned', 'open'])
})
