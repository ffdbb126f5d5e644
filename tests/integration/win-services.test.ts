import { expect, test } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import { editTerms } from '#app/plan/terms/edit-terms.server.ts'
import { setTeam } from '#app/plan/team/set-team.server.ts'
import { undoChange } from '#app/plan/undo/undo-change.server.ts'
import type { Actor } from '#app/policy/policy.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { removeMember } from '#app/workspace/members/remove-member.server.ts'
import { lookAtWin } from '#app/value/win/look-at-win.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { testParts } from '#tests/factories/parts.ts'
import { makeMember, makePlan } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

async function begin() {
  const { db, appUrl } = await testDatabase()
  const parts = await testParts(db, appUrl)
  const plan = await makePlan(db)
  const { workspaceId, planId, lead } = plan
  const within = <Result>(work: Parameters<typeof inWorkspace<Result>>[2]) => inWorkspace(db, workspaceId, work)
  const lena = await makeMember(db, workspaceId, { name: 'Lena Fors', roles: ['services'] })
  const sales = await makeMember(db, workspaceId, { name: 'Nils Berg', roles: ['rep', 'support'] })
  const elsewhere = await makeMember(db, workspaceId, { name: 'Otto Vik', roles: ['services'] })
  const order = (actor: Actor, input: object) => ({ actor, scopeId: planId, input, idempotencyKey: newId() })
  const edit = (input: object, actor: Actor = lead) => runCommand(parts, editTerms, order(actor, input))
  const team = (...ids: string[]) => runCommand(parts, setTeam, order(lead, { memberIds: ids }))
  const told = () =>
    within(async (trx) => {
      const notices = await trx
        .selectFrom('notice')
        .select(['memberId', 'daily', 'state', 'facts'])
        .where('kind', '=', 'win-to-look-at')
        .orderBy('createdAt')
        .execute()
      return notices.map(({ memberId, daily, state, facts }) => ({ to: memberId, daily, state, facts }))
    })
  const version = async () =>
    (
      await within((trx) =>
        trx.selectFrom('plan').select('winVersion').where('id', '=', planId).executeTakeFirstOrThrow(),
      )
    ).winVersion
  return { parts, plan, within, lena, elsewhere, sales, order, edit, team, told, version }
}

test('who of services works on the plan is asked by the daily email to look at a changed win, and no one else', async () => {
  const { parts, plan, lena, sales, order, edit, team, told, version } = await begin()
  await team(lena.id, sales.id)
  await runCommand(parts, lookAtWin, order(lena, { winVersion: String(await version()) }))
  await edit({ winBy: '2026-11-30' })
  expect(
    (await told()).filter(({ state }) => state === 'waiting'),
    'its day is announced to no one',
  ).toEqual([])
  await edit({ statement: 'We closed the books in a day.' }, plan.champion)
  const asked = (await told()).filter(({ state }) => state === 'waiting')
  expect(asked).toHaveLength(1)
  expect(asked[0]).toMatchObject({ to: lena.id, daily: true })
})

test('several changes of a day are one line in the email, and who looked needs none', async () => {
  const { parts, lena, order, edit, team, told, version } = await begin()
  await team(lena.id)
  await edit({ statement: 'We closed the books in a day.' })
  await edit({ target: '2' })
  expect((await told()).filter(({ state }) => state === 'waiting')).toHaveLength(1)
  await runCommand(parts, lookAtWin, order(lena, { winVersion: String(await version()) }))
  expect((await told()).filter(({ state }) => state === 'waiting')).toEqual([])
  await edit({ target: '3' })
  expect((await told()).filter(({ state }) => state === 'waiting')).toHaveLength(1)
})

test('who of services changes the win themselves is not asked; who joins later is, unless someone has looked', async () => {
  const { parts, lena, elsewhere, order, edit, team, told, version } = await begin()
  await team(lena.id)
  const before = (await told()).length
  await edit({ target: '2' }, lena)
  expect((await told()).length, 'the one who changed it').toBe(before)
  await team(lena.id, elsewhere.id)
  expect((await told()).filter(({ to, state }) => to === elsewhere.id && state === 'waiting')).toHaveLength(1)
  await runCommand(parts, lookAtWin, order(lena, { winVersion: String(await version()) }))
  await team(lena.id)
  await team(lena.id, elsewhere.id)
  expect((await told()).filter(({ state }) => state === 'waiting')).toEqual([])
})

test('a change that is undone asks no one', async () => {
  const { parts, plan, lena, order, edit, team, told, version } = await begin()
  await team(lena.id)
  await runCommand(parts, lookAtWin, order(lena, { winVersion: String(await version()) }))
  parts.clock.set('2026-06-17T08:01:00Z')
  const { events } = await edit({ target: '2' })
  expect((await told()).filter(({ state }) => state === 'waiting')).toHaveLength(1)
  await runCommand(parts, undoChange, order(plan.lead, { number: String(events[0]?.number) }))
  expect((await told()).filter(({ state }) => state === 'waiting')).toEqual([])
})

test('how it is measured is put back with the change of the win that it was saved with, but not over what was said since', async () => {
  const { parts, plan, within, order, edit } = await begin()
  const row = () =>
    within((trx) =>
      trx
        .selectFrom('plan')
        .select(['winBaselineHow', 'winMeasuredBy', 'winMeasureOn', 'winTarget'])
        .where('id', '=', plan.planId)
        .executeTakeFirstOrThrow(),
    )
  const before = await row()
  const undo = async (number: number | undefined) =>
    runCommand(parts, undoChange, order(plan.lead, { number: String(number) }))
  const both = { target: '2', baselineHow: 'From the log', measuredBy: 'Jonas Berg', measureOn: '2026-10-30' }
  const [first] = (await edit(both)).events
  await undo(first?.number)
  expect(await row()).toEqual(before)
  const [alone] = (await edit({ measuredBy: 'Jonas Berg' })).events
  await edit({ measuredBy: 'Noor Haddad' })
  await expect(undo(alone?.number)).rejects.toMatchObject({ status: 409 })
  expect(await row()).toMatchObject({ winMeasuredBy: 'Noor Haddad' })
})

test('who of services becomes the lead as another leaves is asked, unless someone has looked or the plan is over', async () => {
  const { parts, plan, within, lena, elsewhere, sales, order, edit, told, version } = await begin()
  const admin = await makeMember(parts.db, plan.workspaceId, { name: 'Ana Lind', roles: ['admin'] })
  const leave = (who: { id: string }, successor: { id: string }) =>
    runCommand(parts, removeMember, {
      actor: admin,
      scopeId: plan.workspaceId,
      input: { memberId: who.id, successorId: successor.id },
      idempotencyKey: newId(),
    })
  const waiting = async () => (await told()).filter(({ state }) => state === 'waiting').map(({ to }) => to)
  await edit({ target: '2' })
  const notYet = await waiting()
  await leave(plan.lead, sales)
  expect(await waiting(), 'a lead who is not of services').toEqual(notYet)
  await leave(sales, lena)
  expect(new Set(await waiting())).toEqual(new Set([...notYet, lena.id]))
  await runCommand(parts, lookAtWin, order(lena, { winVersion: String(await version()) }))
  await leave(lena, elsewhere)
  expect(await waiting(), 'someone has looked').toEqual([])
  await within((trx) =>
    trx.updateTable('plan').set({ state: 'lost', winLookedVersion: null }).where('id', '=', plan.planId).execute(),
  )
  await leave(elsewhere, plan.teammate)
  expect(await waiting(), 'a plan that is over').toEqual([])
})

test('win and how it is measured are saved by one form; the latter asks no one to agree again', async () => {
  const { plan, within, edit } = await begin()
  const row = () =>
    within((trx) =>
      trx
        .selectFrom('plan')
        .select(['termsVersion', 'winBaselineHow', 'winMeasuredBy', 'winMeasureOn', 'winTarget'])
        .where('id', '=', plan.planId)
        .executeTakeFirstOrThrow(),
    )
  const { termsVersion } = await row()
  await edit({ baselineHow: 'From the ledger’s log', measuredBy: 'Jonas Berg', measureOn: '2026-10-30' }, plan.champion)
  expect(await row()).toMatchObject({
    termsVersion,
    winBaselineHow: 'From the ledger’s log',
    winMeasureOn: '2026-10-30',
  })
  await edit({ target: '2', measuredBy: '' })
  expect(await row()).toMatchObject({ winMeasuredBy: null, winTarget: '2' })
  const events = await within((trx) => trx.selectFrom('activity').select('event').orderBy('number').execute())
  expect(events.map(({ event }) => event)).toEqual(['measuring planned', 'terms changed', 'measuring planned'])
})

test('a measuring day that has passed is refused, and nothing of the form is kept', async () => {
  const { plan, within, edit } = await begin()
  await expect(edit({ target: '2', measureOn: '2026-01-01' })).rejects.toMatchObject({
    status: 422,
    faults: [{ field: 'measureOn' }],
  })
  await expect(edit({ baselineHow: 'From the log' }, plan.viewer)).rejects.toMatchObject({ status: 403 })
  expect(await within((trx) => trx.selectFrom('activity').select('event').execute())).toEqual([])
})
