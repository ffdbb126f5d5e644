import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import { capabilityCommands } from '#app/handoff/capability-commands.server.ts'
import { newId } from '#app/kit/ids.ts'
import { addTask } from '#app/plan/task/add-task.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { removeTask } from '#app/plan/task/remove-task.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { addComment } from '#app/talk/comments/add-comment.server.ts'
import { erasePerson } from '#app/workspace/erasure/erase-person.server.ts'
import { deleteComment } from '#app/talk/comments/delete-comment.server.ts'
import { askQuestion } from '#app/talk/questions/ask-question.server.ts'
import { makePrivate } from '#tests/factories/adjusting.ts'
import type { Person } from '#tests/factories/agreeing.ts'
import { type Setting, setUp } from '#tests/factories/plan-setting.ts'
import { search, titlesFound } from '#tests/factories/searching.ts'
import { makeMember } from '#tests/factories/workspace.ts'

const order = (it: Setting, actor: Person) => ({ actor, scopeId: it.planId })

const comment = async (it: Setting, actor: Person, body: string, input: object = {}) => {
  const { result } = await runCommand(it.parts, addComment, { ...order(it, actor), input: { body, ...input } })
  return result.commentId
}
const rename = (it: Setting, key: string, title: string) =>
  runCommand(it.parts, editTask, { ...order(it, it.lead), input: { taskId: it.taskIds[key], title } })

/** A plan that the search knows: one of its tasks was renamed. */
async function known(title = 'Überweisung prüfen') {
  const it = await setUp()
  await rename(it, 'legal', title)
  return it
}

test('a plan is found by its account, project, people and tasks, each with its place', async () => {
  const it = await known()
  expect(await titlesFound(it, 'halden')).toEqual({
    account: ['Halden Foods'],
    plan: ['Faster month-end close'],
  })
  expect(await titlesFound(it, 'faster')).toEqual({ plan: ['Faster month-end close'] })
  expect(await titlesFound(it, it.champion.name)).toEqual({ person: [it.champion.name] })
  expect(await titlesFound(it, it.lead.name)).toEqual({ member: [it.lead.name] })
  const { kinds } = await search(it, 'scope')
  expect(kinds).toMatchObject([
    {
      kind: 'task',
      total: 1,
      things: [
        {
          path: `/plans/${it.planId}/tasks/${it.taskIds['scope'] ?? ''}/view`,
          facts: ['Not started', 'Halden Foods', 'Faster month-end close'],
        },
      ],
    },
  ])
  expect(kinds[0]?.things[0]?.title.filter(({ isMarked }) => isMarked)).toEqual([{ text: 'scope', isMarked: true }])
})

test.each([
  ['the beginning of a word, while it is typed', 'über'],
  ['small letters without accents', 'uberweisung prufen'],
  ['capitals', 'ÜBERWEISUNG'],
  ['words in another order, with marks between', 'prüfen: überweisung!'],
  ['a word of its own with those of its account and plan', 'halden month überweisung'],
  ['a letter missing', 'uberwesung'],
  ['two letters swapped', 'prfüen'],
  ['a typo beside a word that is right', 'überweisung prüffen'],
])('a task is found by %s', async (_how, typed) => {
  const it = await known()
  expect(await titlesFound(it, typed)).toMatchObject({ task: ['Überweisung prüfen'] })
})

test('what a word was taken for is said, and a word that nothing is like finds nothing, with the words that do', async () => {
  const it = await known()
  expect((await search(it, 'prüfne')).corrections).toEqual([{ typed: 'prufne', meant: ['prufen'] }])
  expect((await search(it, 'prüfen')).corrections).toEqual([])
  expect(await search(it, 'zebra')).toMatchObject({ kinds: [], corrections: [], alone: [] })
  expect(await search(it, 'überweisung zebra')).toMatchObject({ kinds: [], alone: ['uberweisung'] })
  expect(await search(it, 'überweisung scope')).toMatchObject({ kinds: [], alone: ['uberweisung', 'scope'] })
})

test('marks of the pattern language and of queries find nothing and break nothing', async () => {
  const it = await known()
  for (const typed of [`'; drop table task; --`, '%', 'a:*', '!!', '\\', '(((', '& |', '\u{10ffff}', 'über%'])
    await expect(search(it, typed)).resolves.toBeDefined()
  expect((await search(it, '%')).kinds).toEqual([])
})

test('another workspace finds nothing of it', async () => {
  const [it, other] = [await known('Quarzuhr stellen'), await known()]
  expect(await titlesFound(it, 'quarzuhr')).toEqual({ task: ['Quarzuhr stellen'] })
  expect(await search(other, 'quarzuhr')).toMatchObject({ kinds: [], corrections: [] })
  // Nor is a typo taken for a word of theirs.
  expect(await search(other, 'quarzur')).toMatchObject({ kinds: [], corrections: [] })
})

test('what the customer keeps to itself is not found, nor counted, nor taken for a typo; the own side’s is', async () => {
  const it = await known()
  const wait = { milestoneId: it.milestoneIds[0], side: 'customer', durationDays: 1 }
  const { result } = await runCommand(it.parts, addTask, {
    ...order(it, it.champion),
    input: { ...wait, title: 'Quarzuhr verhandeln', private: 'yes' },
  })
  await makePrivate(it, 'sign', 'customer')
  await comment(it, it.champion, 'Only for us: the quarzuhr costs too much.', { audience: 'own' })
  await comment(it, it.champion, 'On our quarzuhr task', { about: result.taskId })
  await comment(it, it.lead, 'Internal: kandelaber', { audience: 'own' })
  for (const typed of ['quarzuhr', 'quarzur', 'quarz', 'sign the contract'])
    expect(await search(it, typed), typed).toMatchObject({ kinds: [], corrections: [] })
  expect(await titlesFound(it, 'kandelaber')).toEqual({ comment: ['Internal: kandelaber'] })
})

test('what becomes private or was removed is not found any longer, and is when it comes back', async () => {
  const it = await known('Quarzuhr stellen')
  const said = await comment(it, it.champion, 'Where is the kandelaber?')
  const onTask = await comment(it, it.champion, 'The zirkel is broken', { about: it.taskIds['legal'] })
  expect(await titlesFound(it, 'kandelaber')).toEqual({ comment: ['Where is the kandelaber?'] })
  expect((await search(it, 'zirkel')).kinds[0]?.things[0]?.path).toContain(`#comment-${onTask}`)
  await runCommand(it.parts, deleteComment, { ...order(it, it.champion), input: { commentId: said } })
  expect((await search(it, 'kandelaber')).kinds).toEqual([])
  await runCommand(it.parts, removeTask, { ...order(it, it.lead), input: { taskId: it.taskIds['legal'] } })
  expect((await search(it, 'quarzuhr')).kinds).toEqual([])
  expect((await search(it, 'zirkel')).kinds, 'a comment on a deleted task').toEqual([])
  await runCommand(it.parts, removeParticipant, {
    ...order(it, it.champion),
    input: { participantId: it.contributor.id },
  })
  expect((await search(it, it.contributor.name)).kinds.flatMap(({ kind }) => kind)).not.toContain('person')
  const words = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('searchPart').select('word').where('word', 'in', ['kandelaber', 'quarzuhr']).execute(),
  )
  expect(words, 'nothing remembers its words').toEqual([])
})

test('a question is found with where it stands, a capability with how far it has come, and what is internal of it', async () => {
  const it = await known()
  await runCommand(it.parts, askQuestion, {
    ...order(it, it.lead),
    input: { body: 'Does the kandelaber need power?', askerId: it.viewer.id },
  })
  await runCommand(it.parts, capabilityCommands['add-capability'], {
    ...order(it, it.lead),
    ...{ idempotencyKey: newId(), input: { need: 'A quarzuhr for each plant', why: '', internalNote: 'zirkel' } },
  })
  expect((await search(it, 'kandelaber')).kinds[0]?.things[0]?.facts.slice(0, 2)).toEqual([
    'Open question',
    expect.stringContaining(it.viewer.name),
  ])
  expect((await search(it, 'quarzuhr')).kinds[0]?.things[0]?.facts[0]).toBe('Asked for, not bought')
})

test('of each kind the first few are shown with their number, and all of one kind page by page', async () => {
  const it = await known()
  for (let made = 0; made < 12; made++) await comment(it, it.lead, `Kandelaber number ${made}`)
  const { kinds } = await search(it, 'kandelaber')
  expect(kinds).toMatchObject([{ kind: 'comment', total: 12 }])
  expect(kinds[0]?.things).toHaveLength(5)
  const all = await search(it, 'kandelaber', { kind: 'comment' })
  expect(all.kinds[0]?.things).toHaveLength(12)
  expect(await search(it, 'kandelaber', { kind: 'task' })).toMatchObject({ kinds: [] })
  expect(await search(it, 'kandelaber', { kind: 'comment', page: '9' })).toMatchObject({
    kinds: [{ total: 12, page: 1, pages: 1 }],
  })
})

test('a call is noted from a person, a plan and a comment’s plan, but on no plan that is closed', async () => {
  const it = await known()
  const linkOf = async (q: string, kind: string) =>
    (await search(it, q)).kinds.find((found) => found.kind === kind)?.things[0]?.logQuestion
  expect(await linkOf(it.viewer.name, 'person')).toBe(`/plans/${it.planId}/conversation?asker=${it.viewer.id}#ask`)
  expect(await linkOf('month-end', 'plan')).toBe(`/plans/${it.planId}/conversation#ask`)
  await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.updateTable('plan').set({ archivedAt: it.parts.clock.now() }).where('id', '=', it.planId).execute(),
  )
  expect(await linkOf(it.viewer.name, 'person')).toBeNull()
  expect((await search(it, 'scope')).kinds[0]?.things[0]?.facts).toContain('draft, archived')
})

test('an erased person is found by no word of their name, others with the same name are', async () => {
  const it = await known()
  const admin = await makeMember(it.parts.db, it.workspaceId, { name: 'Ana Lind', roles: ['admin'] })
  await comment(it, it.lead, 'Jonas Kandelaber called.')
  await comment(it, it.lead, 'Jonas Berg called, too.')
  expect((await search(it, 'jonas')).kinds.map(({ kind, total }) => [kind, total])).toEqual([
    ['person', 1],
    ['comment', 2],
  ])
  await runCommand(it.parts, erasePerson, {
    ...{ actor: admin, scopeId: it.workspaceId },
    input: { personId: it.contributor.id, confirmation: it.contributor.name },
  })
  const left = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('searchPart').select('word').where('word', 'in', ['jonas', 'berg']).execute(),
  )
  expect(left, 'before anyone searches').toEqual([])
  expect(await titlesFound(it, 'jonas')).toEqual({ comment: ['Jonas Kandelaber called.'] })
  expect((await search(it, 'berg')).kinds).toEqual([])
})
