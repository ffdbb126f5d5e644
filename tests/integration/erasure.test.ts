import { expect, test } from 'vitest'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import { findPerson } from '#app/access/participants/find-person.server.ts'
import { sendSignInLinks } from '#app/access/sign-in/send-sign-in-links.server.ts'
import { addTask } from '#app/plan/task/add-task.server.ts'
import { promiseDate } from '#app/plan/task/promise-date.server.ts'
import { getPlanView } from '#tests/factories/get-plan-view.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { declineRequest } from '#app/references/library/decline-request.server.ts'
import { requestCall } from '#app/references/library/request-call.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { archivePlan } from '#app/plan/closing/archive-plan.server.ts'
import { newId } from '#app/kit/ids.ts'
import { standingsOnPlan } from '#app/runner/standing.server.ts'
import { addMember } from '#app/workspace/members/add-member.server.ts'
import { removeMember } from '#app/workspace/members/remove-member.server.ts'
import { setJobTitle } from '#app/workspace/profile/set-job-title.server.ts'
import { setRoles } from '#app/workspace/members/set-roles.server.ts'
import { findPeople, getErasure } from '#app/workspace/erasure/erasure-queries.server.ts'
import { getOwnRecord } from '#app/workspace/personal-data/get-own-record.server.ts'
import { erasing, takesPart, zoe } from '#tests/factories/erasing.ts'
import { deal } from '#tests/factories/call-setting.ts'
import { refusalOf, statusOf } from '#tests/factories/plan-setting.ts'
import { type MemberActor, makeMember, makeParticipant } from '#tests/factories/workspace.ts'

const needles = [zoe.name, zoe.email, 'zoe.quist', "O'Quist", 'kestrel']

test('after the erasure no column of the database holds name, address or what was personal', async () => {
  const it = await erasing()
  const { plan, parts } = it
  const person = await takesPart(it)
  await runCommand(parts, promiseDate, {
    ...it.order(person),
    input: { taskId: plan.taskIds['legal'], promisedOn: '2026-07-02' },
  })
  const before = await it.holds(needles)
  for (const table of [
    'participant',
    'plan_participant',
    'activity',
    'notice',
    'security_event',
    'situation',
    'session',
    'task',
    'plan',
  ])
    expect(
      before.some((it) => it.startsWith(`public.${table}.`)),
      table,
    ).toBe(true)
  const mailed = it.resend.attempts.length
  await it.erase(person.id, zoe.email.toUpperCase())
  expect(await it.holds(needles)).toEqual([])
  expect(await it.check()).not.toHaveProperty('broken')

  await it.sendAll()
  const late = it.resend.attempts.slice(mailed)
  expect(late.length, 'others still get their email of the day').toBeGreaterThan(0)
  expect(JSON.stringify(late)).not.toMatch(/quist|kestrel/i)
  expect(await it.holds(needles)).toEqual([])

  const promised = await it.within((trx) =>
    trx.selectFrom('task').select('id').where('promisedOn', 'is not', null).execute(),
  )
  expect(promised).toEqual([])
  const standings = await it.within((trx) => standingsOnPlan(trx, plan.champion, plan.planId))
  const view = await getPlanView(parts, { actor: plan.champion, standings }, plan.planId)
  expect(JSON.stringify(view)).toContain('Replacement for a former participant')
  const activity = await it.within((trx) =>
    trx.selectFrom('activity').selectAll().where('scope', '=', 'plan').orderBy('number').execute(),
  )
  expect(activity.find(({ event }) => event === 'task completed')).toMatchObject({ actorName: 'Former participant' })
  expect(activity.at(-1)).toMatchObject({
    event: 'person erased',
    subject: 'Former participant',
    actorName: 'Ana Lind',
  })
})

test('an address goes as it is stored and as people write it', async () => {
  const it = await erasing()
  const [stored, written] = ['zoe@xn--bro-mller-q9ae.example', 'zoe@büro-müller.example']
  const person = await takesPart(it, { name: zoe.name, email: stored })
  const task = { side: 'customer', durationDays: '2', milestoneId: it.plan.milestoneIds[1] ?? '' }
  for (const title of [`Ask ${written}, then decide`, `Ask ${written.toUpperCase()}`, `Ask no-${written}`])
    await runCommand(it.parts, addTask, {
      ...it.order(it.plan.lead),
      input: { ...task, title, owner: `participant:${person.id}` },
    })
  await it.erase(person.id, written)
  expect(await it.holds([stored, ` ${written}`])).toEqual([])
  const titles = await it.within((trx) =>
    trx.selectFrom('task').select('title').where('title', 'like', 'Ask%').orderBy('createdAt').execute(),
  )
  expect(titles.map(({ title }) => title)).toEqual([
    `Ask ${person.id}@erased.invalid, then decide`,
    `Ask ${person.id}@erased.invalid`,
    `Ask no-${written}`,
  ])
  expect(await it.check()).not.toHaveProperty('broken')
})

test('an erased person is signed out, and can neither sign in nor get email', async () => {
  const it = await erasing()
  const { parts } = it
  const person = await takesPart(it)
  const link = await it.linkFor('return', { participantId: person.id }, it.plan.planId)
  await it.erase(person.id, zoe.name)
  expect((await it.open(link)).status).toBe(404)
  expect(await it.within((trx) => findPerson(trx, it.workspaceId, { email: zoe.email }))).toBeUndefined()
  const mailed = it.resend.attempts.length
  await sendSignInLinks(parts, { email: zoe.email })
  await it.sendAll()
  expect(it.resend.attempts.slice(mailed).filter(({ to }) => JSON.stringify(to).includes('quist'))).toEqual([])
  // Invited again, it is someone new.
  const again = await takesPart(it)
  expect(again.id).not.toBe(person.id)
  expect((await it.check()).broken).toBeUndefined()
})

test('others keep their names, also where they hold a part of the erased one', async () => {
  const it = await erasing()
  const { plan, workspaceId, db } = it
  const others = ["Zoë O'Quist", 'Anna', 'Diana May', 'Jo Berg']
  for (const name of others)
    await makeParticipant(db, workspaceId, plan.accountId, { name, seat: { planId: plan.planId, role: 'viewer' } })
  const ann = await makeParticipant(db, workspaceId, plan.accountId, {
    name: 'Ann',
    seat: { planId: plan.planId, role: 'viewer' },
  })
  await it.within((trx) =>
    trx
      .updateTable('task')
      .set({ title: 'Annual review with Ann by May', ownerPlaceholder: 'In place of Ann' })
      .where('id', '=', plan.taskIds['legal'] ?? '')
      .execute(),
  )
  await it.erase((await takesPart(it)).id, zoe.name)
  await it.erase(ann.id, 'ann')
  const names = await it.within((trx) => trx.selectFrom('participant').select('name').orderBy('name').execute())
  const kept = names.map(({ name }) => name)
  for (const name of others) expect(kept).toContain(name)
  expect(kept.filter((name) => name === 'Former participant')).toHaveLength(2)
  const task = await it.within((trx) =>
    trx
      .selectFrom('task')
      .select(['title', 'ownerPlaceholder'])
      .where('id', '=', plan.taskIds['legal'] ?? '')
      .executeTakeFirstOrThrow(),
  )
  // A name of one word may also be an ordinary word: it stays in sentences that people wrote, and the page says so.
  expect(task.title).toBe('Annual review with Ann by May')
})

test('a former member goes from the log of the workspace as well, and what they did stays', async () => {
  const it = await erasing()
  const { parts, workspaceId, plan, admin } = it
  const run = { scopeId: workspaceId }
  await runCommand(parts, addMember, {
    ...run,
    actor: admin,
    input: { name: 'Otto Falk', email: 'otto.falk@brightline.example', roles: ['admin'] },
  })
  const { id } = await it.within((trx) =>
    trx.selectFrom('member').select('id').where('name', '=', 'Otto Falk').executeTakeFirstOrThrow(),
  )
  const otto: MemberActor = {
    kind: 'member',
    workspaceId,
    id,
    name: 'Otto Falk',
    roles: ['admin'],
    signedInAt: parts.clock.now(),
  }
  await runCommand(parts, setJobTitle, { ...run, actor: otto, input: { jobTitle: 'Kestrel chief' } })
  await runCommand(parts, setRoles, { ...run, actor: otto, input: { memberId: plan.outsider.id, roles: ['support'] } })
  await it.press(await it.linkFor('sign-in', { memberId: id }, null))
  await it.sendAll()
  expect((await refusalOf(it.erase(id, 'Otto Falk'))).faults).toMatchObject([
    { field: 'confirmation', message: expect.stringContaining('Remove Otto Falk from the workspace first') as string },
  ])
  await runCommand(parts, removeMember, { ...run, actor: admin, input: { memberId: id } })
  await it.erase(id, 'Otto Falk')
  expect(await it.holds(['Otto Falk', 'otto.falk', 'kestrel'])).toEqual([])
  const log = await it.within((trx) => trx.selectFrom('securityEvent').selectAll().orderBy('at').execute())
  expect(log.find(({ kind }) => kind === 'role changed')).toMatchObject({ detail: { by: 'Former member' } })
  expect(log.filter(({ personId }) => personId === id).every(({ network }) => network === null)).toBe(true)
  expect(await it.check()).not.toHaveProperty('broken')
})

test('a consent to a reference ends with the person who gave it, and marketing is told', async () => {
  const it = await erasing()
  const { parts, plan, order } = it
  const { champion } = plan
  await runCommand(parts, confirmFirstWin, { ...order(champion), input: { winVersion: 1, measuredValue: '1' } })
  const consent = {
    winVersion: 2,
    kinds: ['quote', 'call'],
    callsPerQuarter: '',
    quoteText: 'Kestrel quote',
    note: '',
    until: '',
  }
  await runCommand(parts, giveConsent, { ...order(champion), input: consent })
  const { result } = await runCommand(parts, requestCall, { ...order(plan.lead), input: deal })
  const declined = { requestId: result.requestId, declineReason: 'Kestrel reason' }
  await runCommand(parts, declineRequest, { ...order(champion), input: declined })
  await it.within((trx) =>
    trx
      .insertInto('referencePiece')
      .values({
        ...{ workspaceId: it.workspaceId, planId: plan.planId, kind: 'quote', version: 1, state: 'approved' },
        ...{ memberId: plan.lead.id, participantId: champion.id, text: 'Kestrel words', reason: 'Kestrel reason' },
        writtenAt: parts.clock.now(),
      })
      .execute(),
  )
  await it.sendAll()
  expect(await getErasure(parts, it.workspaceId, champion.id)).toMatchObject({ why: null, consents: ['Halden Foods'] })
  const mailed = it.resend.attempts.length
  await it.erase(champion.id, champion.name)
  const reference = await it.within((trx) => trx.selectFrom('reference').selectAll().executeTakeFirstOrThrow())
  expect(reference, 'the next champion can be asked').toMatchObject({
    state: 'not asked',
    kinds: [],
    covers: null,
    limits: null,
  })
  await it.sendAll()
  const told = it.resend.attempts.slice(mailed)
  expect(told.map(({ to }) => to).flat()).toContain('max.lind@brightline.example')
  expect(JSON.stringify(told)).not.toContain('Priya')
  expect(await it.holds(['Priya Raman', 'priya.raman', 'kestrel'])).toEqual([])
  const win = await it.within((trx) => trx.selectFrom('winResult').selectAll().executeTakeFirstOrThrow())
  expect(win.participantId, 'the win stays confirmed').toBe(champion.id)
})

test('no one is erased by a slip, before what must be done first, twice, or by someone who may not', async () => {
  const it = await erasing()
  const { plan, parts, order, admin } = it
  const { champion, viewer } = plan
  const says = async (work: Promise<unknown>) => (await refusalOf(work)).faults.map(({ message }) => message)
  expect(await says(it.erase(viewer.id, 'Eva'))).toEqual(['Please type Eva Holm or eva.holm@halden.example.'])
  expect(await says(it.erase(champion.id, champion.name))).toEqual([
    'Priya Raman is the champion of Halden Foods: Faster month-end close. Hand over the champion’s role first, or close or archive the plan.',
  ])
  expect(await says(it.erase(admin.id, admin.name))).toEqual([
    'Ana Lind is the only admin. Make someone else an admin first. That person can then remove and erase Ana Lind.',
  ])
  expect(await statusOf(it.erase(viewer.id, viewer.name, plan.lead))).toBe(403)
  const stale = { ...admin, signedInAt: new Date(parts.clock.now().getTime() - 11 * 60_000) }
  expect(await statusOf(it.erase(viewer.id, viewer.name, stale)), 'asks to sign in again').toBe(403)
  expect(await statusOf(it.erase(newId(), viewer.name))).toBe(404)
  const elsewhere = await makeMember(it.db, (await erasing()).workspaceId, { name: 'Nils Aho', roles: ['admin'] })
  expect(await statusOf(it.erase(elsewhere.id, 'Nils Aho')), 'of another workspace').toBe(404)
  expect(await it.holds(['Eva Holm'])).not.toEqual([])
  await it.erase(viewer.id, ' eva holm ')
  expect(await statusOf(it.erase(viewer.id, viewer.name))).toBe(404)
  await runCommand(parts, archivePlan, { ...order(plan.lead), input: {} })
  await it.erase(champion.id, champion.name)
  expect(await it.holds(['Eva Holm', 'eva.holm', 'Priya Raman', 'priya.raman'])).toEqual([])
})

test('someone of an international domain is found, named and erased by the address as people write it', async () => {
  const it = await erasing()
  const written = 'joerg@büro-müller.de'
  // The champion's email of the day waits, and names who was added.
  await runCommand(it.parts, inviteParticipant, {
    ...it.order(it.plan.lead),
    input: { name: 'Jörg Öztürk', email: written, role: 'contributor' },
  })
  const { id } = await it.within((trx) =>
    trx.selectFrom('participant').select('id').where('name', '=', 'Jörg Öztürk').executeTakeFirstOrThrow(),
  )
  expect(await it.holds(['büro-müller'])).toEqual(['public.notice.facts: büro-müller'])
  const row = { kind: 'participant', id, name: 'Jörg Öztürk', email: written }
  for (const typed of [written, ` ${written.toUpperCase()} `, 'büro-müller.de', 'joerg@xn--bro', 'öztürk'])
    expect(await findPeople(it.parts, it.workspaceId, typed.trim()), typed).toEqual([row])
  expect((await getErasure(it.parts, it.workspaceId, id)).person).toEqual(row)
  expect((await getOwnRecord(it.parts, it.workspaceId, id)).email).toBe(written)
  expect((await refusalOf(it.erase(id, 'joerg@other.example'))).faults).toEqual([
    { field: 'confirmation', message: `Please type Jörg Öztürk or ${written}.` },
  ])
  await it.erase(id, written)
  expect(await it.holds(['Öztürk', 'büro-müller', 'xn--bro-mller'])).toEqual([])
})
