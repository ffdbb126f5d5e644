import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { standingsOnPlan } from '#app/runner/standing.server.ts'
import { getConversation } from '#app/talk/conversation/conversation-queries.server.ts'
import { answerQuestion } from '#app/talk/questions/answer-question.server.ts'
import { askQuestion } from '#app/talk/questions/ask-question.server.ts'
import { chaseQuestions } from '#app/talk/questions/chase-questions.server.ts'
import { closeQuestion } from '#app/talk/questions/close-question.server.ts'
import { handQuestion } from '#app/talk/questions/hand-question.server.ts'
import { getPlanTalk } from '#app/talk/questions/plan-talk-queries.server.ts'
import { proposeClosing } from '#app/talk/questions/propose-closing.server.ts'
import { getQuestions } from '#app/talk/questions/question-queries.server.ts'
import { reopenQuestion } from '#app/talk/questions/reopen-question.server.ts'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import { addMilestone } from '#app/plan/milestone/add-milestone.server.ts'
import { removeMilestone } from '#app/plan/milestone/remove-milestone.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { removeTask } from '#app/plan/task/remove-task.server.ts'
import { activityOf, makePrivate } from '#tests/factories/adjusting.ts'
import { type Person, emailsOn } from '#tests/factories/agreeing.ts'
import { type Setting, refusalOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'
import { makeMember } from '#tests/factories/workspace.ts'

/** A Wednesday, 10:00 in Berlin. */
const asked = '2026-06-17T08:00:00Z'

const order = (it: Setting, actor: Person) => ({ actor, scopeId: it.planId })

async function ask(it: Setting, actor: Person, body: string, input: object = {}) {
  const { result } = await runCommand(it.parts, askQuestion, { ...order(it, actor), input: { body, ...input } })
  return result.commentId
}

const answer = (it: Setting, actor: Person, questionId: string, body = 'In May.') =>
  runCommand(it.parts, answerQuestion, { ...order(it, actor), input: { questionId, body } })

type About = typeof closeQuestion | typeof reopenQuestion | typeof proposeClosing
const act = (it: Setting, actor: Person, command: About, questionId: string) =>
  runCommand(it.parts, command, { ...order(it, actor), input: { questionId } })

async function reader(it: Setting, actor: Person) {
  const standings = await inWorkspace(it.parts.db, it.workspaceId, (trx) => standingsOnPlan(trx, actor, it.planId))
  return { actor, standings, planId: it.planId, plan: { state: 'agreed', archivedAt: null } }
}

const questions = async (it: Setting, actor: Person) => getQuestions(it.parts, await reader(it, actor))
const nextFor = async (it: Setting, actor: Person) =>
  (await getPlanTalk(it.parts, await reader(it, actor))).next.map(({ words }) => words)
const threadOf = async (it: Setting, actor: Person, about = it.planId) =>
  (await getConversation(it.parts, await reader(it, actor), about)).threads[0]

test('a customer asks about a task, the lead owes an answer by a promised hour, and who asked closes it', async () => {
  const it = await setUp()
  it.parts.clock.set(asked)
  const legal = it.taskIds['legal']
  const id = await ask(it, it.viewer, 'Who signs for you?', { about: legal })
  // Eight working hours later, in the plan's zone.
  const promised = 'Thursday, 18 June, 10:00 CEST'
  expect((await questions(it, it.champion)).open).toMatchObject([
    { about: 'Contract at Legal', askedBy: 'Eva Holm', owner: 'Sam Ortiz', promised, isOverdue: false },
  ])
  expect(await nextFor(it, it.lead)).toEqual([`Question from Eva Holm: answer due ${promised}`])
  for (const other of [it.teammate, it.champion, it.viewer]) expect(await nextFor(it, other)).toEqual([])

  it.parts.clock.set('2026-06-17T11:00:00Z')
  expect(await statusOf(answer(it, it.champion, id))).toBe(403)
  await answer(it, it.lead, id, 'Mara Keller does.')
  expect((await threadOf(it, it.viewer, legal))?.comments.map(({ parts }) => parts[0]?.text)).toEqual([
    'Who signs for you?',
    'Mara Keller does.',
  ])
  expect(await nextFor(it, it.lead)).toEqual([])
  expect(await nextFor(it, it.viewer)).toEqual(['Your question was answered. Close it, or say what is missing'])

  for (const other of [it.champion, it.contributor]) expect(await statusOf(act(it, other, closeQuestion, id))).toBe(403)
  expect(await statusOf(act(it, it.lead, closeQuestion, id))).toBe(403)
  await act(it, it.viewer, closeQuestion, id)
  expect(await questions(it, it.viewer)).toMatchObject({
    open: [],
    answered: [],
    closed: 1,
    answerTime: 'The one question so far was answered within 3 working hours.',
  })
  expect(await statusOf(answer(it, it.lead, id))).toBe(409)

  await act(it, it.viewer, reopenQuestion, id)
  expect((await questions(it, it.lead)).open).toMatchObject([{ promised: 'Thursday, 18 June, 13:00 CEST' }])
  expect(await nextFor(it, it.lead)).toHaveLength(1)
})

test('a question about a milestone leads to the milestone’s page, and is counted beside it', async () => {
  const it = await setUp()
  it.parts.clock.set(asked)
  const [milestoneId = ''] = it.milestoneIds
  const id = await ask(it, it.champion, 'Who is in the room?', { about: milestoneId })
  expect((await questions(it, it.champion)).open).toMatchObject([
    { about: 'Goals agreed', subject: { scope: 'milestone', id: milestoneId } },
  ])
  const talk = await getPlanTalk(it.parts, await reader(it, it.lead))
  expect(talk.next).toMatchObject([{ id, path: `/plans/${it.planId}/milestones/${milestoneId}/view#comment-${id}` }])
  expect(talk.counts).toEqual({ [milestoneId]: 1 })
  expect((await threadOf(it, it.lead, milestoneId))?.question).toMatchObject({ id, state: 'open' })
})

test('comments on a deleted task or milestone are not counted, also for the side that it was hidden from', async () => {
  const it = await setUp()
  const { legal = '', build = '' } = it.taskIds
  const { result } = await runCommand(it.parts, addMilestone, {
    ...order(it, it.lead),
    input: { stage: 'Purchase', title: 'Paid' },
  })
  for (const about of [legal, build, result.milestoneId]) await ask(it, it.champion, 'Is it there?', { about })
  const counted = async (actor: Person) =>
    Object.keys((await getPlanTalk(it.parts, await reader(it, actor))).counts).sort()
  expect(await counted(it.champion)).toEqual([legal, build, result.milestoneId].sort())
  await makePrivate(it, 'build', 'vendor')
  for (const taskId of [legal, build])
    await runCommand(it.parts, removeTask, { ...order(it, it.lead), input: { taskId } })
  await runCommand(it.parts, removeMilestone, { ...order(it, it.lead), input: result })
  for (const actor of [it.champion, it.lead]) expect(await counted(actor)).toEqual([])
})

test('a member notes what was asked by phone, for a participant or for someone who is not on the plan', async () => {
  const it = await setUp()
  it.parts.clock.set(asked)
  expect((await refusalOf(ask(it, it.outsider, 'Is there a demo?'))).faults).toMatchObject([{ field: 'askerName' }])
  const ofViewer = await ask(it, it.outsider, 'Is there a demo?', { askerId: it.viewer.id })
  const ofCaller = await ask(it, it.outsider, 'Do you train us?', { askerName: 'Ida Moss' })
  expect((await questions(it, it.lead)).open.map(({ askedBy }) => askedBy).sort()).toEqual(['Eva Holm', 'Ida Moss'])
  await answer(it, it.outsider, ofViewer, 'On Monday.')
  expect(await nextFor(it, it.viewer)).toHaveLength(1)
  // No one on the plan asked it, so that anyone of the customer closes it.
  await act(it, it.contributor, closeQuestion, ofCaller)
  const foreign = await setUp()
  const refused = await refusalOf(ask(it, it.lead, 'Who?', { askerId: foreign.viewer.id }))
  expect(refused.faults).toMatchObject([{ field: 'askerId' }])
})

test('a question is handed to another member, who has it from then on; the lead has it again once that member has left', async () => {
  const it = await setUp()
  it.parts.clock.set(asked)
  const id = await ask(it, it.champion, 'Where is our data?')
  const hand = (actor: Person, ownerId: string) =>
    runCommand(it.parts, handQuestion, { ...order(it, actor), input: { questionId: id, ownerId } })
  expect(await statusOf(hand(it.champion, it.teammate.id))).toBe(403)
  expect((await refusalOf(hand(it.lead, it.champion.id))).faults).toMatchObject([{ field: 'ownerId' }])
  await hand(it.lead, it.teammate.id)
  expect(await nextFor(it, it.lead)).toEqual([])
  expect(await nextFor(it, it.teammate)).toHaveLength(1)
  await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .updateTable('member')
      .set({ removedAt: new Date(asked) })
      .where('id', '=', it.teammate.id)
      .execute(),
  )
  expect((await questions(it, it.champion)).open).toMatchObject([{ owner: 'Sam Ortiz' }])
  expect(await nextFor(it, it.lead)).toHaveLength(1)
})

test('a member may ask to close it, and who asked says no; once they are off the plan, a colleague may close it', async () => {
  const it = await setUp()
  const id = await ask(it, it.contributor, 'Who trains us?')
  await act(it, it.teammate, proposeClosing, id)
  expect((await threadOf(it, it.contributor))?.question).toMatchObject({
    closingProposedBy: it.teammate.name,
    may: { close: true, reopen: true },
  })
  expect(await nextFor(it, it.contributor)).toHaveLength(1)
  await act(it, it.contributor, reopenQuestion, id)
  expect((await threadOf(it, it.contributor))?.question).toMatchObject({ state: 'open', closingProposedBy: null })
  await runCommand(it.parts, removeParticipant, {
    ...order(it, it.champion),
    input: { participantId: it.contributor.id },
  })
  await act(it, it.champion, closeQuestion, id)
})

test('unanswered, it goes to the lead and a working day later to the admins, each told once', async () => {
  const it = await setUp()
  const admin = await makeMember(it.parts.db, it.workspaceId, { name: 'Ana Admin', roles: ['admin'] })
  it.parts.clock.set(asked)
  const id = await ask(it, it.champion, 'Where is our data?')
  await runCommand(it.parts, handQuestion, {
    ...order(it, it.lead),
    input: { questionId: id, ownerId: it.teammate.id },
  })
  const passedTo = async (at: string) => {
    it.parts.clock.set(at)
    await chaseQuestions(it.parts, it.workspaceId)
    const rows = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
      trx.selectFrom('notice').select(['memberId', 'facts']).where('kind', '=', 'comment-added').execute(),
    )
    const names = new Map([it.lead, it.teammate, admin].map((member) => [member.id, member.name]))
    return rows
      .filter(({ facts }) => (facts as { why: string }).why === 'overdue')
      .map(({ memberId }) => names.get(memberId ?? ''))
      .sort()
  }
  expect(await passedTo('2026-06-18T07:55:00Z')).toEqual([])
  expect(await passedTo('2026-06-18T08:05:00Z')).toEqual(['Noor Haddad', 'Sam Ortiz'])
  expect(await nextFor(it, it.lead)).toHaveLength(1)
  expect(await passedTo('2026-06-18T14:00:00Z')).toEqual(['Noor Haddad', 'Sam Ortiz'])
  expect(await nextFor(it, admin)).toEqual([])
  // A Friday; nothing is passed on at night or over a weekend.
  expect(await passedTo('2026-06-19T08:05:00Z')).toEqual(['Ana Admin', 'Noor Haddad', 'Sam Ortiz'])
  expect(await passedTo('2026-06-24T08:05:00Z')).toEqual(['Ana Admin', 'Noor Haddad', 'Sam Ortiz'])
  expect(await nextFor(it, admin)).toHaveLength(1)
  await answer(it, it.teammate, id)
  for (const member of [it.lead, it.teammate, admin]) expect(await nextFor(it, member)).toEqual([])
})

test('the emails of the day say what is asked, answered and overdue', async () => {
  const it = await setUp()
  it.parts.clock.set(asked)
  const id = await ask(it, it.champion, 'Where is our data?')
  const toLead = await emailsOn(it, '2026-06-18T06:05:00Z')
  expect(toLead.find(({ to }) => to.startsWith('sam'))?.text).toContain(
    'Priya Raman asks you about “Faster month-end close”: “Where is our data?”',
  )
  it.parts.clock.set('2026-06-18T12:00:00Z')
  await chaseQuestions(it.parts, it.workspaceId)
  const late = await emailsOn(it, '2026-06-19T06:05:00Z')
  expect(late.find(({ to }) => to.startsWith('sam'))?.text).toContain('not answered in time')
  expect(late.find(({ to }) => to.startsWith('priya'))?.text).toContain('no answer yet, and its owner was reminded')
  it.parts.clock.set('2026-06-19T12:00:00Z')
  await answer(it, it.lead, id, 'In Frankfurt.')
  const next = await emailsOn(it, '2026-06-22T06:05:00Z')
  expect(next.find(({ to }) => to.startsWith('priya'))?.text).toContain(
    'Sam Ortiz answered your question about “Faster month-end close”: “In Frankfurt.”',
  )
})

test('what is answered before the email of the day leaves is not called late in it', async () => {
  const it = await setUp()
  it.parts.clock.set(asked)
  const id = await ask(it, it.champion, 'Where is our data?')
  it.parts.clock.set('2026-06-18T12:00:00Z')
  await chaseQuestions(it.parts, it.workspaceId)
  await answer(it, it.teammate, id, 'In Frankfurt.')
  const told = (await emailsOn(it, '2026-06-19T06:05:00Z')).map(({ text }) => text).join()
  expect(told).toContain('In Frankfurt.')
  expect(told).not.toContain('not answered in time')
})

test('what happens to a question whose task is private now, the other side does not read; its answer waits', async () => {
  const it = await setUp()
  const build = it.taskIds['build']
  const id = await ask(it, it.champion, 'Which region?', { about: build })
  await runCommand(it.parts, editTask, {
    ...order(it, it.lead),
    input: { taskId: build, private: true, title: 'Move them to the old cluster' },
  })
  const refused = await refusalOf(answer(it, it.lead, id, 'None of yours.'))
  const faults = [{ field: 'body', message: expect.stringContaining('private now') }]
  expect(refused).toMatchObject({ status: 422, faults })
  expect(await statusOf(act(it, it.lead, proposeClosing, id))).toBe(422)
  const offered = async () => (await threadOf(it, it.lead, build))?.question
  expect(await offered()).toMatchObject({ isHidden: true, may: { answer: false, proposeClosing: false, hand: true } })
  await runCommand(it.parts, handQuestion, {
    ...order(it, it.lead),
    input: { questionId: id, ownerId: it.teammate.id },
  })
  expect(JSON.stringify(await activityOf(it, it.champion))).not.toContain('old cluster')
  expect(JSON.stringify(await activityOf(it, it.lead))).toContain('old cluster')

  await runCommand(it.parts, editTask, { ...order(it, it.lead), input: { taskId: build, private: false } })
  expect(await offered()).toMatchObject({ isHidden: false, may: { answer: true } })
  await answer(it, it.lead, id, 'Europe.')
  expect((await threadOf(it, it.champion, build))?.comments.map(({ parts }) => parts[0]?.text)).toContain('Europe.')
})

test.each([closeQuestion, reopenQuestion])(
  '$name of a question whose task the customer keeps to itself now is in its own activity alone',
  async (command) => {
    const it = await setUp()
    const legal = it.taskIds['legal']
    const id = await ask(it, it.champion, 'Who signs?', { about: legal })
    await answer(it, it.lead, id)
    await makePrivate(it, 'legal', 'customer')
    const { lastNumber } = await activityOf(it, it.lead)
    await act(it, it.champion, command, id)
    expect((await activityOf(it, it.lead)).lastNumber).toBe(lastNumber)
    expect((await activityOf(it, it.champion)).lastNumber).toBeGreaterThan(lastNumber)
  },
)

test('a question about a private task is refused beside the field, and one whose task has become private is hidden', async () => {
  const it = await setUp()
  const build = it.taskIds['build']
  await ask(it, it.champion, 'When do you start?', { about: build })
  await runCommand(it.parts, editTask, { ...order(it, it.lead), input: { taskId: build, private: true } })
  expect((await questions(it, it.champion)).open).toEqual([])
  expect((await questions(it, it.lead)).open).toHaveLength(1)
  expect(await nextFor(it, it.champion)).toEqual([])
  const refused = await refusalOf(ask(it, it.lead, 'Who?', { about: build, askerName: 'Ida Moss' }))
  expect(refused.faults).toMatchObject([{ field: 'body' }])
  expect(await statusOf(ask(it, it.champion, 'Who?', { about: build }))).toBe(404)
})
