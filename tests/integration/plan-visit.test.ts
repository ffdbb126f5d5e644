import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import { hour } from '#app/kit/durations.ts'
import { readApart } from '#app/kit/reads.server.ts'
import { assignTasks } from '#app/plan/task/assign-tasks.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { findVisitNews } from '#app/plan/visit/find-visit-news.server.ts'
import { markSeen } from '#app/plan/visit/mark-seen.server.ts'
import { noteVisit } from '#app/plan/visit/note-visit.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { standingsOnPlan } from '#app/runner/standing.server.ts'
import { removeMember } from '#app/workspace/members/remove-member.server.ts'
import { makePrivate } from '#tests/factories/adjusting.ts'
import { type Setting, setUp } from '#tests/factories/plan-setting.ts'
import { makeMember, makeParticipant } from '#tests/factories/workspace.ts'

type Person = Setting['lead'] | Setting['champion']

const numberOf = async (it: Setting) => {
  const found = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('activityCounter').select('lastNumber').where('scopeId', '=', it.planId).executeTakeFirst(),
  )
  return Number(found?.lastNumber ?? 0)
}
const visits = (it: Setting) =>
  inWorkspace(it.parts.db, it.workspaceId, (trx) => trx.selectFrom('planVisit').selectAll().execute())

/** One look at the plan's page, as its loader does it, so many hours after the test began. */
async function look(
  it: Setting,
  actor: Person,
  { after = 0, headers = {} }: { after?: number; headers?: object } = {},
) {
  const clock = { ...it.parts.clock, now: () => new Date(it.parts.clock.now().getTime() + after * hour) }
  const parts = { ...it.parts, clock, reads: readApart(it.parts.db) }
  const { workspaceId, planId } = it
  const standings = await inWorkspace(parts.db, workspaceId, (trx) => standingsOnPlan(trx, actor, planId))
  const number = await numberOf(it)
  const found = await findVisitNews(parts, { actor, standings }, { planId, number })
  const request = new Request('http://localhost/', { headers: { ...headers } })
  const reader = { workspaceId, planId, readerId: actor.id }
  await noteVisit(parts, request, reader, found.visit, { number, latestByOthers: found.latestByOthers })
  return found.news
}
let renamed = 0
/** Each at a time of its own. */
function rename(it: Setting, key: string, title: string, actor: Person = it.lead) {
  const clock = { ...it.parts.clock, now: () => new Date(it.parts.clock.now().getTime() + ++renamed) }
  const input = { taskId: it.taskIds[key], title }
  return runCommand({ ...it.parts, clock }, editTask, { actor, scopeId: it.planId, input })
}
const sentencesOf = async (it: Setting, actor: Person, after = 0) =>
  (await look(it, actor, { after }))?.changes.map(({ sentence }) => sentence)

test('nothing is new on a first visit; what others change since is, newest first, during the visit and at the next one', async () => {
  const it = await setUp()
  await rename(it, 'scope', 'Scope')
  expect(await look(it, it.champion)).toBeNull()
  await rename(it, 'legal', 'Contract')
  await rename(it, 'scope', 'The scope')
  const told = [`${it.lead.name} changed “The scope”.`, `${it.lead.name} changed “Contract”.`]
  expect(await sentencesOf(it, it.champion)).toEqual(told)
  expect(await sentencesOf(it, it.champion), 'until it is seen').toEqual(told)
  const news = await look(it, it.champion)
  expect(news?.subjects.map(([id]) => id).sort()).toEqual([it.taskIds['scope'], it.taskIds['legal']].sort())
  // A visit ends by itself: what it has shown is not new at the next one.
  await rename(it, 'scope', 'Our scope')
  expect(await sentencesOf(it, it.champion, 2)).toEqual([`${it.lead.name} changed “Our scope”.`])
})

test('own changes are not told, nor what the other side keeps to itself', async () => {
  const it = await setUp()
  await makePrivate(it, 'scope', 'vendor')
  await look(it, it.champion)
  await look(it, it.lead)
  await rename(it, 'legal', 'Contract', it.champion)
  await rename(it, 'scope', 'Our margin')
  expect(await look(it, it.champion)).toBeNull()
  expect(await sentencesOf(it, it.lead)).toEqual([`${it.champion.name} changed “Contract”.`])
})

test('the tasks of one change are one, and each of their rows is marked', async () => {
  const it = await setUp()
  await look(it, it.champion)
  const taskIds = [it.taskIds['legal'] ?? '', it.taskIds['sign'] ?? '']
  const input = { taskIds, owner: `member:${it.lead.id}` }
  await runCommand(it.parts, assignTasks, { actor: it.lead, scopeId: it.planId, input })
  const news = await look(it, it.champion)
  expect(news).toMatchObject({ count: 1, isMore: false })
  expect(news?.changes[0]?.sentence).toMatch(/ and 1 other task\.$/)
  expect(news?.subjects.map(([id]) => id).sort()).toEqual(taskIds.sort())
})

test('marked as seen, nothing is new until someone changes something again; what is to come cannot be marked', async () => {
  const it = await setUp()
  await look(it, it.champion)
  await rename(it, 'legal', 'Contract')
  const news = await look(it, it.champion)
  const mark = (number: number) =>
    runCommand(it.parts, markSeen, { actor: it.champion, scopeId: it.planId, input: { number } })
  await mark(news?.number ?? 0)
  expect(await look(it, it.champion)).toBeNull()
  await mark(1_000_000)
  await rename(it, 'legal', 'The contract')
  expect(await look(it, it.champion)).toMatchObject({ count: 1 })
})

test('most looks write nothing, and none is noted for a page that is only fetched in case it is opened', async () => {
  const it = await setUp()
  await look(it, it.champion, { headers: { 'sec-purpose': 'prefetch;prerender' } })
  expect(await visits(it)).toEqual([])
  await look(it, it.champion)
  const [first] = await visits(it)
  await rename(it, 'legal', 'Contract', it.champion)
  await look(it, it.champion, { after: 0.1 })
  expect(await visits(it)).toEqual([first])
  await rename(it, 'legal', 'The contract')
  await look(it, it.champion, { after: 0.1 })
  expect(await visits(it)).not.toEqual([first])
})

test('what was seen stays seen, whichever of two pages writes first', async () => {
  const it = await setUp()
  const { workspaceId, planId, champion } = it
  const place = { workspaceId, planId, readerId: champion.id }
  const mark = (number: number) =>
    runCommand(it.parts, markSeen, { actor: champion, scopeId: planId, input: { number } })
  await rename(it, 'scope', 'Scope')
  await look(it, champion)
  const before = await numberOf(it)
  await rename(it, 'legal', 'Contract')
  const [read] = await visits(it)
  const number = await numberOf(it)
  await mark(number)
  // A page that was read before it was marked notes its look after it.
  const parts = { ...it.parts, reads: readApart(it.parts.db) }
  const stale = read && { ...read, sinceNumber: Number(read.sinceNumber), seenNumber: Number(read.seenNumber) }
  await noteVisit(parts, new Request('http://localhost/'), place, stale ?? null, { number, latestByOthers: number })
  expect(await look(it, champion)).toBeNull()
  // An older page marks what it shows.
  await mark(before)
  expect(await look(it, champion)).toBeNull()
  const [kept] = await visits(it)
  expect([kept?.sinceNumber, kept?.seenNumber].map(Number)).toEqual([number, number])
})

test('of someone who has left a plan, or the company, no visits are kept', async () => {
  const it = await setUp()
  const { parts, workspaceId, planId, lead } = it
  const guest = await makeParticipant(parts.db, workspaceId, it.accountId, {
    name: 'Vera Lind',
    seat: { planId, role: 'viewer' },
  })
  const colleague = await makeMember(parts.db, workspaceId, { name: 'Omar Reyes' })
  const admin = await makeMember(parts.db, workspaceId, { name: 'Ana Lind', roles: ['admin'] })
  for (const reader of [guest, colleague, lead]) await look(it, reader)
  await runCommand(parts, removeParticipant, { actor: lead, scopeId: planId, input: { participantId: guest.id } })
  const removal = { actor: admin, scopeId: workspaceId, input: { memberId: colleague.id } }
  await runCommand(parts, removeMember, removal)
  expect((await visits(it)).map(({ readerId }) => readerId)).toEqual([lead.id])
})
