import { expect, test } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import type { Actor, Standing } from '#app/policy/policy.ts'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { confirmSituation } from '#app/value/situation/confirm-situation.server.ts'
import { markKeyPerson } from '#app/value/situation/mark-key-person.server.ts'
import { saveSituation } from '#app/value/situation/save-situation.server.ts'
import { shareSituation } from '#app/value/situation/share-situation.server.ts'
import { getSituations } from '#app/value/situation/situation-queries.server.ts'
import { getWinForPlan } from '#app/value/win/win-queries.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { testParts } from '#tests/factories/parts.ts'
import { makePlan } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

type Person = Extract<Actor, { kind: 'member' | 'participant' }>

const words = { jobTitle: 'CFO', issue: 'The books close a month late' }
const euros = (amount: number) => ({ amount, unit: 'EUR', source: 'Finance report Q2' })

async function begin() {
  const { db, appUrl } = await testDatabase()
  const parts = await testParts(db, appUrl)
  const plan = await makePlan(db)
  const { planId, lead } = plan
  const order = (actor: Actor, input: object, seen: object = {}) => ({
    actor,
    scopeId: planId,
    input,
    idempotencyKey: newId(),
    seen: { ...seen },
  })
  const viewer = (actor: Person, ...standings: Standing[]) => ({ actor, standings: new Set(standings) })
  const readers = {
    lead: viewer(lead, 'member', 'rep', 'lead'),
    champion: viewer(plan.champion, 'champion'),
    contributor: viewer(plan.contributor, 'contributor'),
    viewer: viewer(plan.viewer, 'viewer'),
    colleague: viewer(lead, 'member', 'rep'),
  }
  /** A situation with one figure, as far as it has come. */
  const heard = async (person: typeof plan.champion, amount: number, state: 'draft' | 'shared' | 'confirmed') => {
    const figures = [euros(amount)]
    const { result } = await runCommand(parts, saveSituation, order(lead, { personId: person.id, ...words, figures }))
    const { situationId } = result
    if (state !== 'draft') await runCommand(parts, shareSituation, order(lead, { situationId }))
    const read = { ...words, figures: JSON.stringify(figures), criticalDate: '' }
    const { criticalDate } = await inWorkspace(db, plan.workspaceId, (trx) =>
      trx.selectFrom('situation').select('criticalDate').where('id', '=', situationId).executeTakeFirstOrThrow(),
    )
    const seen = { ...read, criticalDate }
    if (state === 'confirmed') await runCommand(parts, confirmSituation, order(person, { situationId, ...seen }, seen))
    return situationId
  }
  const sums = async () => {
    const found: Record<string, unknown> = {}
    for (const [name, reader] of Object.entries(readers)) {
      const { worth } = await getWinForPlan(parts, reader, planId)
      expect(worth).toEqual((await getSituations(parts, reader, planId)).worth.map(({ parts: _, ...sum }) => sum))
      found[name] = worth.map(({ confirmed, open }) => [confirmed, open])
    }
    return found
  }
  return { db, parts, plan, order, readers, heard, sums }
}

test('a sum holds what its reader may read, so that it gives away nothing else', async () => {
  const { plan, heard, sums } = await begin()
  await heard(plan.champion, 1_000, 'confirmed')
  await heard(plan.contributor, 200, 'shared')
  await heard(plan.viewer, 30, 'draft')
  expect(await sums()).toEqual({
    lead: [[1_000, 230]],
    colleague: [[1_000, 230]],
    champion: [[1_000, 0]],
    contributor: [[0, 200]],
    viewer: [],
  })
})

test('no byte of a figure that the reader may not read is sent', async () => {
  const { parts, plan, readers, heard } = await begin()
  await heard(plan.contributor, 123_456, 'shared')
  await heard(plan.viewer, 654_321, 'draft')
  for (const reader of [readers.champion, readers.viewer]) {
    const sent = JSON.stringify([
      await getWinForPlan(parts, reader, plan.planId),
      await getSituations(parts, reader, plan.planId),
    ])
    expect(sent).not.toMatch(/123456|654321|Finance report/)
  }
})

test('the lead and the champion read who has still to confirm, each as far as they may; no one else does', async () => {
  const { parts, plan, order, readers, heard } = await begin()
  await runCommand(parts, markKeyPerson, order(plan.champion, { participantId: plan.contributor.id, isKey: 'yes' }))
  await heard(plan.contributor, 1, 'shared')
  await heard(plan.viewer, 1, 'draft')
  const asked = async (reader: (typeof readers)['lead']) =>
    (await getWinForPlan(parts, reader, plan.planId)).unconfirmed
  expect(await asked(readers.lead)).toEqual([
    { name: 'Priya Raman', state: 'none' },
    { name: 'Jonas Berg', state: 'shared' },
    expect.objectContaining({ state: 'draft' }),
  ])
  expect(await asked(readers.champion), 'nothing of a draft, nor that anything was shared, nor of themselves').toEqual([
    { name: 'Jonas Berg', state: 'none' },
  ])
  for (const reader of [readers.contributor, readers.viewer, readers.colleague]) expect(await asked(reader)).toEqual([])
  await heard(plan.champion, 1, 'confirmed')
  expect((await asked(readers.champion)).map(({ name }) => name)).toEqual(['Jonas Berg'])
})

test('a key person is marked once however often it is pressed, the mark is taken back, and the champion needs none', async () => {
  const { db, parts, plan, order, readers } = await begin()
  const mark = (actor: Actor, participantId: string, isKey: string) =>
    runCommand(parts, markKeyPerson, order(actor, { participantId, isKey }))
  const { id } = plan.contributor
  await Promise.all([mark(plan.lead, id, 'yes'), mark(plan.champion, id, 'yes')])
  const people = async () => (await getSituations(parts, readers.champion, plan.planId)).people
  expect((await people()).find((person) => person.id === id)).toMatchObject({ isMarked: true, state: 'none' })
  await mark(plan.champion, id, 'no')
  expect((await people()).find((person) => person.id === id)).toMatchObject({ isMarked: false, state: null })
  await expect(mark(plan.lead, plan.champion.id, 'yes')).rejects.toMatchObject({ status: 409 })
  await expect(mark(plan.lead, newId(), 'yes')).rejects.toMatchObject({ status: 404 })
  await expect(mark(plan.contributor, id, 'yes')).rejects.toMatchObject({ status: 403 })
  const events = await inWorkspace(db, plan.workspaceId, (trx) =>
    trx.selectFrom('activity').select('event').orderBy('number').execute(),
  )
  expect(events.map(({ event }) => event)).toEqual(['key person marked', 'key person unmarked'])
})

test('who leaves the plan is no key person when they come back', async () => {
  const { db, parts, plan, order } = await begin()
  const { id } = plan.contributor
  await runCommand(parts, markKeyPerson, order(plan.lead, { participantId: id, isKey: 'yes' }))
  await runCommand(parts, removeParticipant, order(plan.champion, { participantId: id }))
  const seat = await inWorkspace(db, plan.workspaceId, (trx) =>
    trx.selectFrom('planParticipant').select('isKey').where('participantId', '=', id).executeTakeFirstOrThrow(),
  )
  expect(seat.isKey).toBe(false)
})
