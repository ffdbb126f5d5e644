import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { standingsOnPlan } from '#app/runner/standing.server.ts'
import { addComment } from '#app/talk/comments/add-comment.server.ts'
import { getConversation } from '#app/talk/conversation/conversation-queries.server.ts'
import { makePrivate } from '#tests/factories/adjusting.ts'
import type { Person } from '#tests/factories/agreeing.ts'
import { type Setting, setUp } from '#tests/factories/plan-setting.ts'
import { makeMember } from '#tests/factories/workspace.ts'

const order = (it: Setting, actor: Person) => ({ actor, scopeId: it.planId })

const write = async (it: Setting, actor: Person, body: string, audience: 'both' | 'own' = 'both') =>
  (await runCommand(it.parts, addComment, { ...order(it, actor), input: { body, audience } })).result.commentId

async function read(it: Setting, actor: Person) {
  const standings = await inWorkspace(it.parts.db, it.workspaceId, (trx) => standingsOnPlan(trx, actor, it.planId))
  const reader = { actor, standings, planId: it.planId, plan: { state: 'agreed', archivedAt: null } }
  return getConversation(it.parts, reader, it.planId)
}

/** The ids of members who are told that they were mentioned. */
const mentionedMembers = (it: Setting) =>
  inWorkspace(it.parts.db, it.workspaceId, async (trx) => {
    const rows = await trx
      .selectFrom('notice')
      .select(['memberId', 'facts'])
      .where('kind', '=', 'comment-added')
      .execute()
    return rows.flatMap(({ memberId, facts }) => ((facts as { why: string }).why === 'mentioned' ? [memberId] : []))
  })

test('a member who owns a private task, or wrote internally, is named to the vendor alone, and mentioned by no customer', async () => {
  const it = await setUp()
  const secret = await makeMember(it.parts.db, it.workspaceId, { name: 'Rosa Quint' })
  const quiet = await makeMember(it.parts.db, it.workspaceId, { name: 'Otto Vane' })
  await makePrivate(it, 'build', 'vendor')
  await runCommand(it.parts, editTask, {
    ...order(it, it.lead),
    input: { taskId: it.taskIds['build'], owner: `member:${secret.id}` },
  })
  await write(it, quiet, 'They will not pay for that.', 'own')
  const namesFor = async (actor: Person) => (await read(it, actor)).people.map(({ name }) => name)
  expect(await namesFor(it.lead)).toEqual(expect.arrayContaining(['Rosa Quint', 'Otto Vane']))
  for (const customer of [it.champion, it.viewer]) {
    expect(await namesFor(customer)).not.toContain('Rosa Quint')
    expect(await namesFor(customer)).not.toContain('Otto Vane')
  }
  const guess = await write(it, it.champion, '@Rosa Quint and @Sam Ortiz?')
  await write(it, it.champion, '@Otto Vane, just between us', 'own')
  expect(await mentionedMembers(it)).toEqual([it.lead.id])
  const shown = (await read(it, it.champion)).threads.find(({ id }) => id === guess)?.comments[0]?.parts
  expect(shown?.filter(({ kind }) => kind === 'mention').map(({ text }) => text)).toEqual(['@Sam Ortiz'])

  await write(it, quiet, 'Good morning.')
  expect(await namesFor(it.champion)).toContain('Otto Vane')
})

test('what one side writes internally counts for that side alone', async () => {
  const it = await setUp()
  await write(it, it.lead, 'Careful with the price.', 'own')
  await write(it, it.lead, 'Hello.')
  expect((await read(it, it.champion)).size).toBe(1)
  expect((await read(it, it.lead)).size).toBe(2)
})
