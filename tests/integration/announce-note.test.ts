import { expect, test } from 'vitest'
import { handOnChampion } from '#app/access/participants/hand-on-champion.server.ts'
import { newId } from '#app/kit/ids.ts'
import { addTask } from '#app/plan/task/add-task.server.ts'
import { closePlan } from '#app/plan/closing/close-plan.server.ts'
import type { Actor } from '#app/policy/policy.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { standingsOnPlan } from '#app/runner/standing.server.ts'
import { getCardPage, getSharedCard } from '#app/value/announce/card-queries.server.ts'
import { draftNote } from '#app/value/announce/draft-note.ts'
import { getNotePage, getSharedNote } from '#app/value/announce/note-queries.server.ts'
import { saveNote } from '#app/value/announce/save-note.server.ts'
import { shareCard } from '#app/value/announce/share-card.server.ts'
import { shareNote } from '#app/value/announce/share-note.server.ts'
import { loader as sharedPage } from '#app/value/announce/shared.page.tsx'
import { stopSharingNote } from '#app/value/announce/stop-sharing-note.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { listManagementNotes } from '#app/workspace/personal-data/list-management-notes.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { activityOf } from '#tests/factories/adjusting.ts'
import { getPlanView } from '#tests/factories/get-plan-view.ts'
import { loadContext } from '#tests/factories/load-context.ts'
import { type Setting, eventsOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'

const texts = { why: 'The audit begins.', byWhen: 'By 15 September.', brings: 'One day.', asks: 'Sign by Friday.' }

const order = (it: Setting, actor: Actor, input: object = {}) => ({
  actor,
  scopeId: it.planId,
  input,
  idempotencyKey: newId(),
})
const save = (it: Setting, input: object = texts, actor: Actor = it.champion) =>
  runCommand(it.parts, saveNote, order(it, actor, input))
const share = (it: Setting, actor: Actor = it.champion) => runCommand(it.parts, shareNote, order(it, actor))
const stop = (it: Setting, actor: Actor = it.champion) => runCommand(it.parts, stopSharingNote, order(it, actor))
const pageOf = (it: Setting) => getNotePage(it.parts, { workspaceId: it.workspaceId, planId: it.planId })

const opened = async (it: Setting, token: string) => {
  const answer = await sharedPage({
    request: new Request(`http://localhost:3000/shared/${token}`),
    params: { shared: token },
    context: loadContext(it.parts, { network: '203.0.113.7' }),
  })
  return [answer.init?.status, answer.data.note?.texts.why]
}

test('the champion alone writes and shares the note, and the vendor’s activity says nothing of it', async () => {
  const it = await setUp()
  for (const actor of [it.lead, it.teammate, it.outsider, it.contributor, it.viewer]) {
    expect(await statusOf(save(it, texts, actor))).toBe(403)
    expect(await statusOf(share(it, actor))).toBe(403)
    expect(await statusOf(stop(it, actor))).toBe(403)
  }
  await save(it)
  await save(it)
  await share(it)
  expect((await eventsOf(it)).map(({ event, visibleTo }) => [event, visibleTo])).toEqual([
    ['note changed', 'customer'],
    ['note shared', 'customer'],
  ])
  expect((await activityOf(it, it.lead)).entries).toEqual([])
  expect((await activityOf(it, it.champion)).entries).toHaveLength(2)
})

test('it is shared as it was saved, until it is switched off', async () => {
  const it = await setUp()
  expect(await statusOf(share(it))).toBe(409)
  await save(it)
  expect((await pageOf(it)).token).toBeNull()
  await share(it)
  const token = (await pageOf(it)).token ?? ''
  expect(await opened(it, token)).toEqual([200, 'The audit begins.'])
  await save(it, { ...texts, why: 'The audit begins in June.', asks: '' })
  expect(await getSharedNote(it.parts, token)).toMatchObject({
    customer: 'Halden Foods',
    by: 'Priya Raman',
    texts: { why: 'The audit begins in June.', asks: null },
  })
  await stop(it)
  expect(await opened(it, token)).toEqual([404, undefined])
  await share(it)
  expect(await opened(it, token)).toEqual([404, undefined])
})

test('a plan that was lost still lets the champion switch the link off', async () => {
  const it = await setUp()
  await save(it)
  await share(it)
  const token = (await pageOf(it)).token ?? ''
  await runCommand(it.parts, closePlan, order(it, it.lead, { reason: 'postponed' }))
  expect(await statusOf(save(it, { ...texts, why: 'Too late' }))).toBe(403)
  await stop(it)
  expect(await opened(it, token)).toEqual([404, undefined])
})

test('what someone else wrote meanwhile is not overwritten', async () => {
  const it = await setUp()
  await save(it)
  const late = runCommand(it.parts, saveNote, {
    ...order(it, it.champion, { ...texts, why: 'Mine' }),
    seen: { ...texts, why: 'What was there before' },
  })
  await expect(late).rejects.toMatchObject({ status: 409, conflicts: [{ theirs: 'The audit begins.' }] })
})

const handOn = (it: Setting) =>
  runCommand(it.parts, handOnChampion, order(it, it.champion, { participantId: it.contributor.id }))

test('a note is its author’s: the next champion neither reads, shares nor overwrites it by accident', async () => {
  const it = await setUp()
  await save(it)
  await handOn(it)
  expect(await pageOf(it)).toMatchObject({ note: null, isShared: false })
  expect(await statusOf(share(it, it.contributor)), 'nothing of their own is saved').toBe(409)
  const empty = { why: '', byWhen: '', brings: '', asks: '' }
  await runCommand(it.parts, saveNote, { ...order(it, it.contributor, { ...empty, why: 'Mine.' }), seen: empty })
  expect((await pageOf(it)).note).toEqual({
    texts: { why: 'Mine.', byWhen: null, brings: null, asks: null },
    by: 'Jonas Berg',
  })
})

test('each champion’s note is kept: it is theirs again when they are champion again, and never shared by another’s link', async () => {
  const it = await setUp()
  await save(it)
  await handOn(it)
  await save(it, { ...texts, why: 'Mine.' }, it.contributor)
  await share(it, it.contributor)
  const notesOf = ({ id }: { id: string }) =>
    inWorkspace(it.parts.db, it.workspaceId, (trx) => listManagementNotes(trx, it.workspaceId, id))
  expect(await notesOf(it.champion)).toMatchObject([{ why: 'The audit begins.', isShared: false }])
  expect(await notesOf(it.contributor)).toMatchObject([{ why: 'Mine.', isShared: true }])
  await runCommand(it.parts, handOnChampion, order(it, it.contributor, { participantId: it.champion.id }))
  expect((await pageOf(it)).note).toMatchObject({ texts, by: 'Priya Raman' })
})

test('when another becomes champion the link of the note ends, that of the card does not', async () => {
  const it = await setUp()
  await save(it)
  await share(it)
  const token = (await pageOf(it)).token ?? ''
  await runCommand(it.parts, confirmFirstWin, order(it, it.champion, { winVersion: 1, measuredValue: '1' }))
  await runCommand(it.parts, shareCard, order(it, it.champion))
  const card = (await getCardPage(it.parts, it.champion, it.planId, true)).token ?? ''
  expect(await opened(it, token)).toEqual([200, 'The audit begins.'])
  await handOn(it)
  expect(await opened(it, token)).toEqual([404, undefined])
  expect(await getSharedNote(it.parts, token)).toBeUndefined()
  expect(await getSharedCard(it.parts, card)).toBeDefined()
})

test('the draft is made of what both sides see: no private task of either side, and none of the vendor’s', async () => {
  const it = await setUp()
  const task = (actor: Actor, title: string, side: string, isPrivate: boolean) =>
    runCommand(it.parts, addTask, {
      ...order(it, actor, {
        milestoneId: it.milestoneIds[0],
        title,
        side,
        owner: 'else',
        ownerName: 'Legal',
        durationDays: '2',
        ...(isPrivate ? { private: 'yes' } : {}),
      }),
    })
  await task(it.champion, 'Ask the works council', 'customer', false)
  await task(it.champion, 'Find out what it may cost', 'customer', true)
  await task(it.lead, 'Lower our price', 'vendor', true)
  await task(it.lead, 'Send the offer', 'vendor', false)
  const standings = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    standingsOnPlan(trx, it.champion, it.planId),
  )
  const draft = draftNote(await getPlanView(it.parts, { actor: it.champion, standings }, it.planId))
  expect(draft.asks).toMatch(/Ask the works council: Legal, by \d+ \w+ \d{4}/)
  for (const hidden of ['what it may cost', 'Lower our price', 'Send the offer', 'own'])
    expect(JSON.stringify(draft)).not.toContain(hidden)
  expect(draft.byWhen).toContain('We need it live by 15 September 2026.')
  expect(draft.brings).toContain('from 30 days to 1 day')
  expect(draft.why?.length).toBeGreaterThan(10)
})
