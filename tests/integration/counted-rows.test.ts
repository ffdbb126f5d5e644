import { expect, test, vi } from 'vitest'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import { setEntryDomains } from '#app/access/participants/set-entry-domains.server.ts'
import { listDevicesOf } from '#app/access/devices/devices.server.ts'
import { beginSession } from '#app/access/core/session.server.ts'
import { makeApiKey } from '#app/api/keys/make-api-key.server.ts'
import { newApiKeySecret } from '#app/api/keys/api-key.server.ts'
import { listApiKeys } from '#app/api/keys/api-key-queries.server.ts'
import { newId } from '#app/kit/ids.ts'
import { bounds } from '#app/kit/limits.ts'
import { createPlan } from '#app/portfolio/new-plan/create-plan.server.ts'
import * as templates from '#app/portfolio/templates/find-template.ts'
import { smallRollout } from '#app/portfolio/templates/small-rollout.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { saveSituation } from '#app/value/situation/save-situation.server.ts'
import { addMember } from '#app/workspace/members/add-member.server.ts'
import { makePlanWithSignIn } from '#tests/factories/plan-with-sign-in.ts'
import { refusalOf } from '#tests/factories/plan-setting.ts'
import { makeMember } from '#tests/factories/workspace.ts'

/** Rows that people may add by commands, filled up to what a page that shows all of them can take. */

type EntryCard = Awaited<ReturnType<typeof makePlanWithSignIn>>

const many = (count: number) => Array.from({ length: count }, (_, at) => ({ id: newId(), at }))

/** People on the plan beside the three of the factory. */
async function seat({ plan, within, parts }: EntryCard, count: number, cameBy: 'invitation' | 'domain') {
  const { workspaceId, accountId, planId } = plan
  const now = parts.clock.now()
  const people = many(count)
  await within(async (trx) => {
    await trx
      .insertInto('participant')
      .values(
        people.map(({ id, at }) => ({
          workspaceId,
          id,
          accountId,
          email: `p${at}-${cameBy}@halden.example`,
          name: `Person ${at}`,
          createdAt: now,
        })),
      )
      .execute()
    await trx
      .insertInto('planParticipant')
      .values(
        people.map(({ id, at }) => ({
          workspaceId,
          planId,
          participantId: id,
          name: `Person ${at}`,
          role: 'viewer',
          invitedAt: now,
          acceptedAt: now,
          cameBy,
        })),
      )
      .execute()
  })
  return people.map(({ id }) => id)
}

const invite = ({ parts, plan }: EntryCard, email: string) =>
  runCommand(parts, inviteParticipant, {
    actor: plan.champion,
    scopeId: plan.planId,
    input: { name: 'Ines Roth', email, role: 'viewer' },
  })

test('a plan takes so many participants; one of them can still be invited again, and one who goes makes room', async () => {
  const it = await makePlanWithSignIn()
  const [first = ''] = await seat(it, bounds.participants - 3, 'invitation')
  expect(await refusalOf(invite(it, 'one.more@halden.example'))).toMatchObject({
    status: 422,
    faults: [{ field: 'email', message: expect.stringContaining('at most 200 participants') as string }],
  })
  await invite(it, 'p5-invitation@halden.example')
  await it.within((trx) =>
    trx
      .updateTable('planParticipant')
      .set({ removedAt: it.parts.clock.now() })
      .where('participantId', '=', first)
      .execute(),
  )
  await invite(it, 'one.more@halden.example')
})

test('a person who comes by a domain leaves room for those who are invited', async () => {
  const it = await makePlanWithSignIn()
  await runCommand(it.parts, setEntryDomains, {
    actor: it.plan.champion,
    scopeId: it.plan.planId,
    input: { domains: 'halden.example' },
  })
  await seat(it, bounds.participantsByDomain, 'domain')
  const email = 'late.comer@halden.example'
  await it.ask({ email, next: `/plans/${it.plan.planId}` })
  await it.work()
  const [notice] = await it.mailTo(email)
  expect((await it.press(notice?.link ?? '')).status).toBe(422)
  await invite(it, email)
})

test('a plan takes so many situations of key people', async () => {
  const { parts, plan, within } = await makePlanWithSignIn()
  const { workspaceId, planId } = plan
  const note = () =>
    runCommand(parts, saveSituation, {
      actor: plan.lead,
      scopeId: planId,
      input: { personId: 'else', personName: 'Ines Roth', jobTitle: 'CFO', issue: 'The books close late' },
    })
  const { result } = await note()
  await within(async (trx) => {
    const situation = await trx
      .selectFrom('situation')
      .selectAll()
      .where('id', '=', result.situationId)
      .executeTakeFirstOrThrow()
    await trx
      .insertInto('situation')
      .values(many(bounds.situations - 1).map(({ id }) => ({ ...situation, figures: '[]', workspaceId, id })))
      .execute()
  })
  expect(await refusalOf(note())).toMatchObject({ status: 422, faults: [{ field: 'personName' }] })
})

test('a workspace takes so many members and working keys, and lists what it has', async () => {
  const { parts, db, workspaceId, within } = await makePlanWithSignIn()
  const admin = await makeMember(db, workspaceId, { name: 'Ana Lind', roles: ['admin'] })
  const now = parts.clock.now()
  await within(async (trx) => {
    await trx
      .insertInto('member')
      .values(
        many(bounds.members - 4).map(({ id, at }) => ({
          workspaceId,
          id,
          email: `m${at}@brightline.example`,
          name: `Member ${at}`,
          roles: ['rep'],
          createdAt: now,
        })),
      )
      .execute()
    await trx
      .insertInto('apiKey')
      .values(
        many(bounds.apiKeys * 5).map(({ id, at }) => ({
          workspaceId,
          id,
          name: `Key ${at}`,
          memberId: admin.id,
          secretHash: 'x'.repeat(43),
          createdAt: now,
          revokedAt: at < bounds.apiKeys ? null : now,
        })),
      )
      .execute()
  })
  const order = { actor: admin, scopeId: workspaceId }
  const add = { name: 'Olga Brandt', email: 'olga@brightline.example', roles: ['rep'] }
  expect(await refusalOf(runCommand(parts, addMember, { ...order, input: add }))).toMatchObject({
    status: 422,
    faults: [{ field: 'email' }],
  })
  const { secretHash } = newApiKeySecret()
  const key = { keyId: newId(), secretHash, name: 'One more', scopes: ['schedule'], life: '30' }
  expect(await refusalOf(runCommand(parts, makeApiKey, { ...order, input: key }))).toMatchObject({
    status: 422,
    faults: [{ field: 'name' }],
  })
  const listed = await listApiKeys(parts, workspaceId)
  expect(listed.filter(({ state }) => state === 'works')).toHaveLength(bounds.apiKeys)
  expect(listed.length).toBeLessThanOrEqual(2 * bounds.apiKeys)
})

test('the list of devices is no longer than a page', async () => {
  const { parts, plan, within, workspaceId } = await makePlanWithSignIn()
  const person = { participantId: plan.champion.id }
  await within(async (trx) => {
    for (let at = 0; at < bounds.listRows + 5; at++) await beginSession(parts, trx, workspaceId, person, null)
  })
  expect(await listDevicesOf(parts, workspaceId, person)).toHaveLength(bounds.listRows)
})

test('a plan from a template is held to the same limits as any other', async () => {
  const { parts, plan } = await makePlanWithSignIn()
  const [first, ...rest] = smallRollout.milestones
  if (!first?.tasks[0]) throw new Error('The template is empty.')
  const tasks = many(bounds.tasks + 1).map(({ at }) => ({ ...first.tasks[0], key: `t${at}`, dependsOn: [] }))
  const huge = {
    ...smallRollout,
    milestones: [{ ...first, tasks: tasks as typeof first.tasks }, ...rest.map((it) => ({ ...it, tasks: [] }))],
  }
  vi.spyOn(templates, 'findTemplate').mockReturnValue(huge)
  const refusal = await refusalOf(
    runCommand(parts, createPlan, {
      actor: plan.lead,
      scopeId: plan.workspaceId,
      input: {
        account: 'Polder Logistics',
        project: 'Faster month-end close',
        template: 'small-rollout',
        criticalDate: '2026-10-30',
        criticalReason: 'the audit begins',
        ifMissed: '',
        statement: 'We closed the books in one day.',
        measure: 'time to close a month',
        unit: 'days',
        baseline: '30',
        target: '1',
        winBy: '2026-12-11',
        announcedTo: 'the board',
      },
    }),
  )
  expect(refusal).toMatchObject({
    status: 422,
    faults: [{ message: expect.stringContaining('at most 300 tasks') as string }],
  })
})
