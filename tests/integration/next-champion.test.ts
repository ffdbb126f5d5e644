import { expect, test } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import { getPeopleNews } from '#app/access/participants/participant-queries.server.ts'
import { followedCommands } from '#app/commands/followed-commands.server.ts'
import { collectDaily } from '#app/daily/collect-daily.server.ts'
import { raiseChampionGone } from '#app/daily/raise-champion-gone.server.ts'
import { objectToPlan } from '#app/plan/agreement/object-to-plan.server.ts'
import { nameNextChampion } from '#app/plan/team/name-next-champion.server.ts'
import type { Actor } from '#app/policy/policy.ts'
import { askForReference } from '#app/references/board/ask-for-reference.server.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { sendPiece } from '#app/references/pieces/send-piece.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { standingsOnPlan } from '#app/runner/standing.server.ts'
import { addComment } from '#app/talk/comments/add-comment.server.ts'
import { answerQuestion } from '#app/talk/questions/answer-question.server.ts'
import { askQuestion } from '#app/talk/questions/ask-question.server.ts'
import { closeQuestion } from '#app/talk/questions/close-question.server.ts'
import { getPlanTalk } from '#app/talk/questions/plan-talk-queries.server.ts'
import { askForResult } from '#app/value/win/ask-for-result.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { type Person, agreed } from '#tests/factories/agreeing.ts'
import { consent } from '#tests/factories/call-setting.ts'
import { type Setting, eventsOf, refusalOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'
import { makeMember } from '#tests/factories/workspace.ts'

const order = (it: Setting, actor: Actor, input: object = {}) => ({
  ...{ actor, scopeId: it.planId, input },
  idempotencyKey: newId(),
})

const within = <Found>(it: Setting, work: Parameters<typeof inWorkspace<Found>>[2]) =>
  inWorkspace(it.parts.db, it.workspaceId, work)

/** Emails to the champion come back, and the lead named the contributor. */
async function loseChampion(it: Setting) {
  const address = 'priya.raman@halden.example'
  const since = it.parts.clock.now()
  await within(it, (trx) =>
    trx
      .insertInto('blockedAddress')
      .values({ workspaceId: it.workspaceId, address, reason: 'bounced', since })
      .execute(),
  )
  await raiseChampionGone(it.parts, it.workspaceId)
  await runCommand(it.parts, nameNextChampion, order(it, it.lead, { participantId: it.contributor.id }))
}

const take = (it: Setting) => runCommand(it.parts, followedCommands['take-champion'], order(it, it.contributor))

const viewerOf = async (it: Setting, actor: Person) => ({
  ...{
    actor,
    planId: it.planId,
    plan: { number: 1, project: 'Faster month-end close', state: 'agreed', archivedAt: null },
  },
  standings: await within(it, (trx) => standingsOnPlan(trx, actor, it.planId)),
})

/** Who waits for notices of a kind, or got them, the oldest first. */
const noticesOf = (it: Setting, kind: string) =>
  within(it, (trx) =>
    trx
      .selectFrom('notice')
      .select(['participantId', 'toAddress', 'state', 'facts'])
      .where('kind', '=', kind)
      .where('participantId', 'is not', null)
      .orderBy('createdAt')
      .orderBy('id')
      .execute(),
  )

test('questions of the champion who is gone wait for the next one, who alone closes them', async () => {
  const it = await agreed()
  const { result } = await runCommand(it.parts, askQuestion, order(it, it.champion, { body: 'Who signs for you?' }))
  const questionId = result.commentId
  await runCommand(it.parts, answerQuestion, order(it, it.lead, { questionId, body: 'Noor does.' }))
  const nextFor = async (actor: Person) =>
    (await getPlanTalk(it.parts, await viewerOf(it, actor))).next.map(({ id }) => id)
  expect(await nextFor(it.champion)).toEqual([questionId])
  await loseChampion(it)
  await take(it)
  expect(await nextFor(it.champion)).toEqual([])
  expect(await nextFor(it.contributor)).toEqual([questionId])
  const close = (actor: Person) => runCommand(it.parts, closeQuestion, order(it, actor, { questionId }))
  expect((await refusalOf(close(it.champion))).message).toBe('Only Jonas Berg can close or reopen this question.')
  const [answer] = (await noticesOf(it, 'comment-added')).filter(({ facts }) =>
    JSON.stringify(facts).includes('answered'),
  )
  expect(answer).toMatchObject({ participantId: it.contributor.id, state: 'waiting' })
  expect(await statusOf(close(it.contributor))).toBe(200)
  expect(await eventsOf(it)).toContainEqual(
    expect.objectContaining({ event: 'questions taken over', subject: 'Priya Raman', actorName: 'Jonas Berg' }),
  )
})

test('news of the plan that waits for the email of the one who is gone waits for the next one’s, a mention stays', async () => {
  const it = await agreed()
  await runCommand(it.parts, objectToPlan, order(it, it.lead, { reason: 'Legal needs longer.' }))
  await runCommand(it.parts, addComment, order(it, it.lead, { body: '@Priya Raman please look.' }))
  await loseChampion(it)
  it.parts.clock.set('2026-06-18T08:05:00Z')
  await collectDaily(it.parts, it.workspaceId)
  expect(await noticesOf(it, 'plan-objected'), 'who can’t be reached is told nothing meanwhile').toMatchObject([
    { participantId: it.champion.id, state: 'waiting' },
  ])
  await take(it)
  expect(await noticesOf(it, 'plan-objected')).toMatchObject([
    { participantId: it.contributor.id, toAddress: 'jonas.berg@halden.example', state: 'waiting' },
  ])
  expect((await noticesOf(it, 'comment-added')).map(({ participantId }) => participantId)).toEqual([it.champion.id])
})

test('what the vendor asked about the first win is asked of the next champion, in the words of who asked', async () => {
  const it = await agreed()
  await runCommand(it.parts, askForResult, order(it, it.lead, { note: 'It is a week now.' }))
  it.parts.clock.set('2026-06-17T11:00:00Z')
  await loseChampion(it)
  await take(it)
  expect(await noticesOf(it, 'win-asked')).toMatchObject([
    { participantId: it.champion.id, state: 'unwanted' },
    { participantId: it.contributor.id, state: 'waiting', facts: { by: 'Sam Ortiz', note: 'It is a week now.' } },
  ])
})

const handOn = (it: Setting) =>
  runCommand(
    it.parts,
    followedCommands['hand-on-champion'],
    order(it, it.champion, { participantId: it.contributor.id }),
  )

test('an ordinary handover asks the next champion for the result as well, once', async () => {
  const it = await agreed()
  await runCommand(it.parts, askForResult, order(it, it.lead, { note: 'It is a week now.' }))
  it.parts.clock.set('2026-06-17T11:00:00Z')
  await handOn(it)
  await runCommand(
    it.parts,
    followedCommands['hand-on-champion'],
    order(it, it.contributor, { participantId: it.contributor.id }),
  )
  expect(await noticesOf(it, 'win-asked')).toMatchObject([
    { participantId: it.champion.id, state: 'unwanted' },
    { participantId: it.contributor.id, state: 'waiting' },
  ])
})

test('a text that can’t be approved is asked of no one', async () => {
  const it = await setUp()
  const marketing = await makeMember(it.parts.db, it.workspaceId, { name: 'Mia Torres', roles: ['marketing'] })
  await runCommand(it.parts, confirmFirstWin, order(it, it.champion, { winVersion: 1, measuredValue: '1' }))
  await runCommand(it.parts, giveConsent, order(it, it.champion, { ...consent, kinds: ['quote', 'case-study'] }))
  for (const kind of ['quote', 'case-study'])
    await runCommand(it.parts, sendPiece, order(it, marketing, { kind, text: 'One day!' }))
  const over = { kinds: ['quote'], until: '2026-06-20' }
  await runCommand(it.parts, giveConsent, order(it, it.champion, { ...consent, ...over }))
  it.parts.clock.set('2026-06-21T11:00:00Z')
  await handOn(it)
  const asked = (await noticesOf(it, 'piece-sent')).filter(({ participantId }) => participantId === it.contributor.id)
  expect(asked).toEqual([])
})

test.each([
  ['the role was taken', async (it: Setting) => loseChampion(it).then(() => take(it))],
  ['the role was handed on', handOn],
])('once %s, a text that waits for an approval is asked of the next champion', async (_, change) => {
  const it = await setUp()
  it.parts.clock.set('2026-06-17T10:00:00Z')
  const marketing = await makeMember(it.parts.db, it.workspaceId, { name: 'Mia Torres', roles: ['marketing'] })
  await runCommand(it.parts, confirmFirstWin, order(it, it.champion, { winVersion: 1, measuredValue: '1' }))
  await runCommand(it.parts, giveConsent, order(it, it.champion, { ...consent, until: '2026-06-20' }))
  await runCommand(it.parts, sendPiece, order(it, marketing, { kind: 'quote', text: 'One day!' }))
  it.parts.clock.set('2026-06-17T11:00:00Z')
  await change(it)
  const asked = { participantId: it.contributor.id, facts: { by: 'Mia Torres', name: 'Jonas Berg' } }
  expect((await noticesOf(it, 'piece-sent')).at(-1)).toMatchObject(asked)
})

test('marketing’s question is asked of the next champion, and the email to the former one does not leave', async () => {
  const it = await setUp()
  const marketing = await makeMember(it.parts.db, it.workspaceId, { name: 'Mia Torres', roles: ['marketing'] })
  await runCommand(it.parts, confirmFirstWin, order(it, it.champion, { winVersion: 1, measuredValue: '1' }))
  await runCommand(it.parts, askForReference, order(it, marketing))
  it.parts.clock.set('2026-06-17T11:00:00Z')
  await handOn(it)
  expect(await noticesOf(it, 'reference-asked')).toMatchObject([
    { participantId: it.champion.id, state: 'unwanted' },
    { participantId: it.contributor.id, state: 'waiting', facts: { by: 'Mia Torres', name: 'Jonas Berg' } },
  ])
})

test('the lead is asked on the plan, other members are not', async () => {
  const it = await agreed()
  const newsFor = async (actor: Person) =>
    getPeopleNews(it.parts, {
      ...(await viewerOf(it, actor)),
      workspace: { name: 'Brightline', logo: null, accent: null },
    })
  expect(await newsFor(it.lead)).toBeNull()
  await loseChampion(it)
  expect((await newsFor(it.lead))?.gone).toMatchObject({
    ...{ champion: 'Priya Raman', why: 'bounced', named: { name: 'Jonas Berg', isReader: false } },
    choices: [{ name: 'Eva Holm' }],
  })
  expect(await newsFor(it.teammate)).toBeNull()
})
