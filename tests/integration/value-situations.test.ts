import { expect, test } from 'vitest'
import type { Actor, Standing } from '#app/policy/policy.ts'
import { newId } from '#app/kit/ids.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { changeSituation } from '#app/value/situation/change-situation.server.ts'
import { confirmSituation } from '#app/value/situation/confirm-situation.server.ts'
import { saveSituation } from '#app/value/situation/save-situation.server.ts'
import { shareSituation } from '#app/value/situation/share-situation.server.ts'
import { getWinForPlan } from '#app/value/win/win-queries.server.ts'
import { getSituation, getSituations } from '#app/value/situation/situation-queries.server.ts'
import { getActivity } from '#app/plan/activity/get-activity.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { testParts } from '#tests/factories/parts.ts'
import { makePlan } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'
import { withWhat } from '#tests/factories/with-what.ts'

type Person = Extract<Actor, { kind: 'member' | 'participant' }>

const words = {
  jobTitle: 'Head of Finance Operations',
  issue: 'The books close a month late',
  reasons: 'Everything is typed by hand',
  capabilities: 'A connection to the bank',
  difference: '29 days a month',
  criticalDate: '2026-09-15',
}

async function begin() {
  const { db, appUrl } = await testDatabase()
  const parts = await testParts(db, appUrl)
  const plan = await makePlan(db)
  const { planId, workspaceId, lead, contributor } = plan
  const order = (actor: Actor, input: object, seen: object = {}) => ({
    actor,
    scopeId: planId,
    input,
    idempotencyKey: newId(),
    seen: { ...seen },
  })
  const viewerOf = (actor: Person, ...standings: Standing[]) => ({ actor, standings: new Set(standings) })
  const people = {
    lead: viewerOf(lead, 'member', 'rep', 'lead'),
    champion: viewerOf(plan.champion, 'champion'),
    contributor: viewerOf(contributor, 'contributor'),
    viewer: viewerOf(plan.viewer, 'viewer'),
  }
  const draft = async (personId = contributor.id) => {
    const { result } = await runCommand(parts, saveSituation, order(lead, { personId, ...words }))
    return result.situationId
  }
  /** Who reads the situation, on the plan page and on its own page alike. */
  const readers = async (situationId: string) => {
    const found: string[] = []
    for (const [name, viewer] of Object.entries(people)) {
      const own = await getSituation(parts, viewer, planId, situationId).then(
        ({ situation }) => situation !== null,
        () => false,
      )
      const { heard } = await getWinForPlan(parts, viewer, planId)
      if (viewer.actor.kind === 'participant') expect(heard.some(({ id }) => id === situationId)).toBe(own)
      if (own) found.push(name)
    }
    return found
  }
  const stored = (id: string) =>
    inWorkspace(db, workspaceId, (trx) =>
      trx.selectFrom('situation').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    )
  return { parts, plan, people, order, draft, readers, stored }
}

test('a situation is the vendor’s, then also its person’s, and the champion’s once confirmed; no one else’s ever', async () => {
  const { parts, plan, order, draft, readers } = await begin()
  const situationId = await draft()
  expect(await readers(situationId)).toEqual(['lead'])
  await runCommand(parts, shareSituation, order(plan.lead, { situationId }))
  expect(await readers(situationId)).toEqual(['lead', 'contributor'])
  await runCommand(parts, confirmSituation, order(plan.contributor, { situationId, ...words }, words))
  const person = await inWorkspace(parts.db, plan.workspaceId, (trx) =>
    trx.selectFrom('participant').select('jobTitle').where('id', '=', plan.contributor.id).executeTakeFirstOrThrow(),
  )
  expect(person.jobTitle, 'which the person signs with from now on').toBe(words.jobTitle)
  expect(await readers(situationId)).toEqual(['lead', 'champion', 'contributor'])
})

test('sharing tells the person in the one email a day, in the words that were heard', async () => {
  const { parts, plan, order, draft } = await begin()
  const situationId = await draft()
  await runCommand(parts, shareSituation, order(plan.lead, { situationId }))
  await runCommand(parts, shareSituation, order(plan.lead, { situationId }))
  const notices = await inWorkspace(parts.db, plan.workspaceId, (trx) =>
    trx.selectFrom('notice').select(['kind', 'daily', 'participantId', 'facts']).execute(),
  )
  expect(notices).toMatchObject([
    { kind: 'situation-shared', daily: true, participantId: plan.contributor.id, facts: { by: 'Sam Ortiz' } },
  ])
})

test('only who takes part can be shared with; a situation of someone else is taken over once that person does', async () => {
  const { parts, plan, order, stored } = await begin()
  const { result } = await runCommand(
    parts,
    saveSituation,
    order(plan.lead, { personId: 'else', personName: 'Jonas B.', ...words }),
  )
  const { situationId } = result
  await expect(runCommand(parts, shareSituation, order(plan.lead, { situationId }))).rejects.toMatchObject({
    status: 409,
  })
  const named = { situationId, personId: plan.contributor.id, ...words }
  await runCommand(parts, saveSituation, order(plan.lead, named, words))
  expect(await stored(situationId)).toMatchObject({ participantId: plan.contributor.id, personName: 'Jonas Berg' })
  await runCommand(parts, shareSituation, order(plan.lead, { situationId }))
})

test('no one confirms or changes the situation of someone else, nor a draft', async () => {
  const { parts, plan, order, draft } = await begin()
  const situationId = await draft()
  const confirm = (actor: Actor) => runCommand(parts, confirmSituation, order(actor, { situationId, ...words }, words))
  await expect(confirm(plan.contributor)).rejects.toMatchObject({ status: 404 })
  await runCommand(parts, shareSituation, order(plan.lead, { situationId }))
  for (const actor of [plan.champion, plan.viewer]) {
    await expect(confirm(actor)).rejects.toMatchObject({ status: 404 })
    await expect(runCommand(parts, changeSituation, order(actor, { situationId, ...words }))).rejects.toMatchObject({
      status: 404,
    })
  }
  await expect(confirm(plan.lead)).rejects.toMatchObject({ status: 403 })
})

test('a person is told what they confirmed or changed, and reads it in Activity; colleagues do not', async () => {
  const { parts, plan, people, order, draft } = await begin()
  const situationId = await draft()
  await runCommand(parts, shareSituation, order(plan.lead, { situationId }))
  const confirmed = await runCommand(parts, confirmSituation, order(plan.contributor, { situationId, ...words }, words))
  expect(confirmed.events, 'what the page says happened').toHaveLength(1)
  const own = { situationId, ...words, issue: 'The books close two months late' }
  const changed = await runCommand(parts, changeSituation, order(plan.contributor, own, words))
  expect(changed.events).toHaveLength(1)
  const read = async (viewer: (typeof people)['champion']) =>
    withWhat((await getActivity(parts, viewer, plan.planId)).entries).map(({ what, isPrivate }) => ({
      what,
      isPrivate,
    }))
  expect(await read(people.contributor)).toEqual(
    expect.arrayContaining([
      { what: 'corrected “What we heard”', isPrivate: false },
      { what: 'confirmed “What we heard”', isPrivate: false },
    ]),
  )
  for (const other of [people.champion, people.viewer]) expect(JSON.stringify(await read(other))).not.toMatch(/heard/)
  expect(JSON.stringify(await read(people.contributor)), 'nor what the vendor did').not.toMatch(/shared|added what/)
})

test('the person puts it right, which confirms it; the vendor cannot put other words under that name', async () => {
  const { parts, plan, order, draft, stored } = await begin()
  const situationId = await draft()
  await runCommand(parts, shareSituation, order(plan.lead, { situationId }))
  const own = { situationId, ...words, issue: 'The books close two months late' }
  await runCommand(parts, changeSituation, order(plan.contributor, own, words))
  expect(await stored(situationId)).toMatchObject({
    state: 'changed',
    criticalIssue: 'The books close two months late',
    confirmedAt: parts.clock.now(),
  })
  const vendors = { situationId, ...words, issue: 'All is well' }
  await expect(
    runCommand(parts, saveSituation, order(plan.lead, vendors, { ...words, issue: own.issue })),
  ).rejects.toMatchObject({ status: 409 })
})

test('what the vendor changes after sharing has to be shared again', async () => {
  const { parts, plan, order, draft, stored, readers } = await begin()
  const situationId = await draft()
  await runCommand(parts, shareSituation, order(plan.lead, { situationId }))
  await runCommand(parts, saveSituation, order(plan.lead, { situationId, ...words, reasons: 'Two systems' }, words))
  expect(await stored(situationId)).toMatchObject({ state: 'draft', reasons: 'Two systems' })
  expect(await readers(situationId)).toEqual(['lead'])
})

test('who confirms words that were changed meanwhile is shown both, and stands by the ones that are chosen', async () => {
  const { parts, plan, order, draft, stored } = await begin()
  const situationId = await draft()
  await runCommand(parts, shareSituation, order(plan.lead, { situationId }))
  const confirm = (read: object, sent: object = read) =>
    runCommand(parts, confirmSituation, order(plan.contributor, { situationId, ...sent }, read))
  const now = { ...words, issue: 'The books close two months late' }
  await runCommand(parts, saveSituation, order(plan.lead, { situationId, ...now }, words))
  // The new text is private to the vendor until it is shared again; not even a refusal shows it.
  const refused = await confirm(words).catch((error: unknown) => error)
  expect(refused).toMatchObject({ status: 409, conflicts: [] })
  expect(JSON.stringify(refused)).not.toContain('two months')
  await runCommand(parts, shareSituation, order(plan.lead, { situationId }))
  await expect(confirm(words)).rejects.toMatchObject({
    status: 409,
    conflicts: [{ field: 'issue', yours: words.issue, theirs: now.issue, by: 'Sam Ortiz' }],
  })
  expect(await stored(situationId)).toMatchObject({ state: 'shared' })
  await confirm(now, { ...words, issue: now.issue })
  expect(await stored(situationId)).toMatchObject({ state: 'confirmed', criticalIssue: now.issue })
})

test('who keeps the words that were read puts the situation right with them', async () => {
  const { parts, plan, order, draft, stored } = await begin()
  const situationId = await draft()
  const now = { ...words, issue: 'The books close two months late' }
  await runCommand(parts, saveSituation, order(plan.lead, { situationId, ...now }, words))
  await runCommand(parts, shareSituation, order(plan.lead, { situationId }))
  await runCommand(parts, confirmSituation, order(plan.contributor, { situationId, ...words }, now))
  expect(await stored(situationId)).toMatchObject({ state: 'changed', criticalIssue: words.issue })
})

test('who changes one field is asked about another that changed since it was read', async () => {
  const { parts, plan, order, draft } = await begin()
  const situationId = await draft()
  await runCommand(parts, saveSituation, order(plan.lead, { situationId, ...words, reasons: 'Two systems' }, words))
  await runCommand(parts, shareSituation, order(plan.lead, { situationId }))
  const change = order(plan.contributor, { situationId, ...words, difference: '28 days a month' }, words)
  await expect(runCommand(parts, changeSituation, change)).rejects.toMatchObject({
    status: 409,
    conflicts: [{ field: 'reasons', theirs: 'Two systems' }],
  })
})

test('a situation noted for someone by name is that person’s as soon as it is shared, once one takes part', async () => {
  const { parts, plan, people, order, stored } = await begin()
  const note = async (personName: string) => {
    const { result } = await runCommand(
      parts,
      saveSituation,
      order(plan.lead, { personId: 'else', personName, ...words }),
    )
    return result.situationId
  }
  const [byName, byCase, stranger] = [await note('jonas  berg'), await note('PRIYA RAMAN'), await note('Ida Moss')]
  await expect(note('priya.raman@halden.example')).rejects.toMatchObject({
    status: 422,
    faults: [{ field: 'personName' }],
  })
  const { rows } = await getSituations(parts, people.lead, plan.planId)
  expect(rows.map(({ person, takesPart }) => [person, takesPart])).toEqual(
    expect.arrayContaining([
      ['Jonas Berg', true],
      ['Priya Raman', true],
      ['Ida Moss', false],
    ]),
  )
  for (const situationId of [byName, byCase]) await runCommand(parts, shareSituation, order(plan.lead, { situationId }))
  expect(await stored(byName)).toMatchObject({ participantId: plan.contributor.id, personName: 'Jonas Berg' })
  expect(await stored(byCase)).toMatchObject({ participantId: plan.champion.id })
  const share = runCommand(parts, shareSituation, order(plan.lead, { situationId: stranger }))
  await expect(share).rejects.toMatchObject({ status: 409 })
})

test('two who change different fields both win; on the same field the second is asked', async () => {
  const { parts, plan, order, draft, stored } = await begin()
  const situationId = await draft()
  const save = (actor: Actor, over: object) =>
    runCommand(parts, saveSituation, order(actor, { situationId, ...words, ...over }, words))
  await save(plan.lead, { reasons: 'Two systems' })
  await save(plan.teammate, { difference: '28 days a month' })
  expect(await stored(situationId)).toMatchObject({ reasons: 'Two systems', difference: '28 days a month' })
  await expect(save(plan.teammate, { reasons: 'Three systems' })).rejects.toMatchObject({
    status: 409,
    conflicts: [{ field: 'reasons', theirs: 'Two systems', by: 'Sam Ortiz' }],
  })
})

test('the activity of a situation stays with the vendor', async () => {
  const { parts, plan, order, draft } = await begin()
  const situationId = await draft()
  await runCommand(parts, shareSituation, order(plan.lead, { situationId }))
  await runCommand(parts, confirmSituation, order(plan.contributor, { situationId, ...words }, words))
  const events = await inWorkspace(parts.db, plan.workspaceId, (trx) =>
    trx.selectFrom('activity').select(['command', 'visibleTo']).orderBy('number').execute(),
  )
  expect(events).toEqual(
    ['save-situation', 'share-situation', 'confirm-situation'].map((command) => ({ command, visibleTo: 'vendor' })),
  )
})

test('members list every situation, people of the customer those they may read', async () => {
  const { parts, plan, people, order, draft } = await begin()
  const situationId = await draft()
  parts.clock.set('2026-06-17T08:01:00Z')
  await draft(plan.champion.id)
  await runCommand(parts, shareSituation, order(plan.lead, { situationId }))
  const forLead = await getSituations(parts, people.lead, plan.planId)
  expect(forLead.rows.map(({ person, state }) => [person, state])).toEqual([
    ['Jonas Berg', 'shared'],
    ['Priya Raman', 'draft'],
  ])
  expect(await getSituations(parts, people.contributor, plan.planId)).toMatchObject({
    rows: [],
    heard: [{ person: 'Jonas Berg', mine: true, confirmedOn: null }],
  })
  expect((await getSituations(parts, people.champion, plan.planId)).heard).toEqual([])
})
