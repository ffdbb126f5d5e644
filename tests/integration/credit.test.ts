import { expect, test } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import { setTeam } from '#app/plan/team/set-team.server.ts'
import { answerReference } from '#app/references/consent/answer-reference.server.ts'
import { getCreditYear } from '#app/references/credit/credit-queries.server.ts'
import { creditTable } from '#app/references/credit/credit-table.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { withdrawFirstWin } from '#app/value/win/withdraw-first-win.server.ts'
import { setRoles } from '#app/workspace/members/set-roles.server.ts'
import { type Setting, setUp } from '#tests/factories/plan-setting.ts'
import { makeMember } from '#tests/factories/workspace.ts'

const order = (it: Setting, input: object, actor: Setting['champion'] | Setting['lead'] = it.champion) => ({
  actor,
  scopeId: it.planId,
  input,
  idempotencyKey: newId(),
})
const confirm = (it: Setting) => runCommand(it.parts, confirmFirstWin, order(it, { winVersion: 1, measuredValue: '1' }))
const agree = (it: Setting, kinds = ['logo'], winVersion = 2) =>
  runCommand(it.parts, giveConsent, order(it, { winVersion, kinds }))

/** "Sam Ortiz, rep: 1 win, 0 references in quarter 2", a line for each. */
async function creditOf(it: Setting, year: number | null = null) {
  const { counts } = await getCreditYear(it.parts, it.lead, year)
  return creditTable(counts).flatMap(({ role, people }) =>
    people.flatMap(({ name, quarters }) =>
      quarters.flatMap(({ wins, references }, at) =>
        wins + references > 0 ? [`${name}, ${role}, Q${at + 1}: ${wins} won, ${references} agreed`] : [],
      ),
    ),
  )
}

test('a win and its reference go to the people who lead the plan or are on its team then', async () => {
  const it = await setUp()
  const admin = await makeMember(it.parts.db, it.workspaceId, { name: 'Ida Admin', roles: ['admin'] })
  await confirm(it)
  await agree(it)
  const expected = ['Sam Ortiz, rep, Q2: 1 won, 1 agreed', 'Noor Haddad, services, Q2: 1 won, 1 agreed']
  expect(await creditOf(it)).toEqual(expected)

  await runCommand(it.parts, setTeam, order(it, { memberIds: [it.outsider.id] }, it.lead))
  const roles = { memberId: it.teammate.id, roles: ['support'] }
  await runCommand(it.parts, setRoles, { actor: admin, scopeId: it.workspaceId, input: roles, idempotencyKey: newId() })
  expect(await creditOf(it)).toEqual(expected)
})

test('a quarter begins at midnight where the workspace is', async () => {
  const it = await setUp()
  // In Berlin it is July.
  it.parts.clock.set('2026-06-30T22:30:00Z')
  await confirm(it)
  it.parts.clock.set('2026-12-31T23:30:00Z')
  await agree(it)
  expect(await creditOf(it, 2026)).toEqual([
    'Sam Ortiz, rep, Q3: 1 won, 0 agreed',
    'Noor Haddad, services, Q3: 1 won, 0 agreed',
  ])
  expect(await creditOf(it, 2027)).toEqual([
    'Sam Ortiz, rep, Q1: 0 won, 1 agreed',
    'Noor Haddad, services, Q1: 0 won, 1 agreed',
  ])
  const { years, year } = await getCreditYear(it.parts, it.lead, 1999)
  expect({ years, year }).toEqual({ years: { first: 2026, last: 2027 }, year: 2026 })
})

test('a reference counts from the day on which it was first agreed to, and no longer once it is withdrawn', async () => {
  const it = await setUp()
  it.parts.clock.set('2026-06-17T08:00:00Z')
  await confirm(it)
  await agree(it)
  it.parts.clock.set('2026-08-17T08:00:00Z')
  await agree(it, ['logo', 'review'])
  expect((await creditOf(it))[0]).toBe('Sam Ortiz, rep, Q2: 1 won, 1 agreed')
  await runCommand(it.parts, answerReference, order(it, { answer: 'no' }))
  expect((await creditOf(it))[0]).toBe('Sam Ortiz, rep, Q2: 1 won, 0 agreed')
  await agree(it)
  expect((await creditOf(it)).slice(0, 2)).toEqual([
    'Sam Ortiz, rep, Q2: 1 won, 0 agreed',
    'Sam Ortiz, rep, Q3: 0 won, 1 agreed',
  ])
})

test('a withdrawn win counts for no one, and for its team once it is confirmed again', async () => {
  const it = await setUp()
  it.parts.clock.set('2026-06-17T08:00:00Z')
  await confirm(it)
  await agree(it)
  await runCommand(it.parts, withdrawFirstWin, order(it, { reason: 'The books were wrong.' }))
  expect(await creditOf(it)).toEqual([])
  const { all } = await getCreditYear(it.parts, it.lead, null)
  expect(all.every(({ wins, references }) => wins + references === 0)).toBe(true)
  await runCommand(it.parts, confirmFirstWin, order(it, { winVersion: 3, measuredValue: '1' }))
  expect(await creditOf(it)).toHaveLength(2)
})
