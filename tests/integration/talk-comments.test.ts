import { describe, expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { collectDaily } from '#app/daily/collect-daily.server.ts'
import { forgetOld } from '#app/jobs/forget-old.server.ts'
import { bounds, textSizes } from '#app/kit/limits.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { standingsOnPlan } from '#app/runner/standing.server.ts'
import { addComment } from '#app/talk/comments/add-comment.server.ts'
import { getConversation } from '#app/talk/conversation/conversation-queries.server.ts'
import { deleteComment } from '#app/talk/comments/delete-comment.server.ts'
import { editComment } from '#app/talk/comments/edit-comment.server.ts'
import { reopenThread } from '#app/talk/comments/reopen-thread.server.ts'
import { resolveThread } from '#app/talk/comments/resolve-thread.server.ts'
import { restoreComment } from '#app/talk/comments/restore-comment.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { type Person, emailsOn } from '#tests/factories/agreeing.ts'
import { type Setting, eventsOf, refusalOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'
import { makeParticipant } from '#tests/factories/workspace.ts'

type Written = { about?: string | undefined; threadId?: string; audience?: 'both' | 'own' }

const order = (it: Setting, actor: Person) => ({ actor, scopeId: it.planId })

const write = async (it: Setting, actor: Person, body: string, input: Written = {}) =>
  (await runCommand(it.parts, addComment, { ...order(it, actor), input: { body, ...input } })).result.commentId

async function read(it: Setting, actor: Person, about = it.planId) {
  const standings = await inWorkspace(it.parts.db, it.workspaceId, (trx) => standingsOnPlan(trx, actor, it.planId))
  const reader = { actor, standings, planId: it.planId, plan: { state: 'agreed', archivedAt: null } }
  return getConversation(it.parts, reader, about)
}

const saidTo = async (it: Setting, actor: Person, about?: string) =>
  (await read(it, actor, about)).threads.map(({ comments }) =>
    comments.map(({ parts }) => parts.map(({ text }) => text).join('')),
  )

/** Who is told about what, as the notices say. */
const told = (it: Setting) =>
  inWorkspace(it.parts.db, it.workspaceId, async (trx) => {
    const rows = await trx
      .selectFrom('notice')
      .select(['memberId', 'participantId', 'facts'])
      .where('kind', '=', 'comment-added')
      .orderBy('createdAt')
      .execute()
    const names = [it.lead, it.teammate, it.outsider, it.champion, it.contributor, it.viewer]
    return rows
      .map(({ memberId, participantId, facts }) => {
        const person = names.find(({ id }) => id === (memberId ?? participantId))
        return `${person?.name}: ${(facts as { why: string }).why}`
      })
      .sort()
  })

test('both sides talk in threads, each side for itself too, and an internal comment never reaches the other', async () => {
  const it = await setUp()
  const legal = it.taskIds['legal']
  const first = await write(it, it.champion, 'Can Legal have the cap in writing?', { about: legal })
  await write(it, it.lead, 'It is in the order form.', { threadId: first })
  await write(it, it.teammate, 'One page was enough last time.', { threadId: first, audience: 'own' })
  await write(it, it.contributor, 'Do we want that?', { about: legal, audience: 'own' })
  const [[root, ...replies] = []] = await saidTo(it, it.lead, legal)
  expect([root, ...replies.sort()]).toEqual([
    ...['Can Legal have the cap in writing?', 'It is in the order form.', 'One page was enough last time.'],
  ])
  expect((await saidTo(it, it.viewer, legal)).sort()).toEqual([
    ['Can Legal have the cap in writing?', 'It is in the order form.'],
    ['Do we want that?'],
  ])
  const events = (await eventsOf(it)).filter(({ event }) => event === 'comment added')
  expect(events.map(({ visibleTo }) => visibleTo)).toEqual([null, null, 'vendor', 'customer'])
  expect(JSON.stringify(events)).not.toMatch(/one page|cap in writing/i)
})

test('on a private task, and below an internal comment, everything is internal, and stays so when the task is shared', async () => {
  const it = await setUp()
  const build = it.taskIds['build']
  const setPrivate = (isPrivate: boolean) =>
    runCommand(it.parts, editTask, { ...order(it, it.lead), input: { taskId: build, private: isPrivate } })
  await setPrivate(true)
  const thread = await write(it, it.lead, 'Subcontract this?', { about: build, audience: 'both' })
  expect(await statusOf(write(it, it.champion, 'Hello', { about: build }))).toBe(404)
  expect(await statusOf(write(it, it.champion, 'Hello', { threadId: thread }))).toBe(404)
  await setPrivate(false)
  await write(it, it.teammate, 'Yes.', { threadId: thread, audience: 'both' })
  expect(await saidTo(it, it.champion, build)).toEqual([])
  expect(await saidTo(it, it.lead, build)).toEqual([['Subcontract this?', 'Yes.']])
})

test('someone who is not accepted yet writes and reads what is shared, and nothing internal', async () => {
  const it = await setUp()
  const seat = { planId: it.planId, role: 'contributor' as const, accepted: false }
  const waiting = await makeParticipant(it.parts.db, it.workspaceId, it.accountId, { name: 'Ida Moss', seat })
  await write(it, it.champion, 'Who is Ida?', { audience: 'own' })
  const refused = await refusalOf(write(it, waiting, 'Hello', { audience: 'own' }))
  expect(refused.faults).toMatchObject([{ field: 'audience' }])
  await write(it, waiting, 'Hello')
  expect(await saidTo(it, waiting)).toEqual([['Hello']])
  const unread = await refusalOf(write(it, it.champion, '@Ida Moss hello', { audience: 'own' }))
  expect(unread.faults[0]?.message).toContain('Ida Moss can’t read this')
})

test('the mentioned, the owner and those who took part are told, no one else, and each once', async () => {
  const it = await setUp()
  const build = it.taskIds['build']
  const first = await write(it, it.champion, 'When do you start? @Noor Haddad', { about: build })
  expect(await told(it)).toEqual(['Noor Haddad: mentioned', 'Sam Ortiz: owner'])
  await write(it, it.lead, 'On Monday, @priya raman.', { threadId: first })
  expect((await told(it)).filter((line) => line.startsWith('Priya'))).toEqual(['Priya Raman: mentioned'])
  await write(it, it.contributor, 'Good.', { threadId: first })
  expect(await told(it)).toEqual([
    'Noor Haddad: mentioned',
    'Priya Raman: mentioned',
    'Priya Raman: took part',
    'Sam Ortiz: owner',
    'Sam Ortiz: owner',
  ])
  const on = await setUp()
  const thread = await write(on, on.viewer, 'Is there a place for the slides?')
  await write(on, on.lead, 'In the room.', { threadId: thread })
  expect(await told(on)).toEqual(['Eva Holm: took part', 'Priya Raman: owner', 'Sam Ortiz: owner'])
})

test('a mention of the other side in an internal comment is refused beside the field, with nothing written', async () => {
  const it = await setUp()
  const refused = await refusalOf(write(it, it.lead, 'Is @Priya Raman on board?', { audience: 'own' }))
  expect(refused.status).toBe(422)
  expect(refused.faults).toEqual([{ field: 'body', message: expect.stringContaining('Priya Raman can’t read this') }])
  expect(await saidTo(it, it.lead)).toEqual([])
})

describe('the email of the day', () => {
  const mailTo = async (it: Setting, who: string, morning = '2026-06-18T06:05:00Z') =>
    (await emailsOn(it, morning)).find(({ to }) => to.startsWith(who))?.text ?? ''

  test('says who wrote what, and who was mentioned', async () => {
    const it = await setUp()
    it.parts.clock.set('2026-06-17T18:00:00Z')
    await write(it, it.champion, '@Noor Haddad can Legal have\nthe cap “in writing”?', { about: it.taskIds['legal'] })
    expect(await mailTo(it, 'noor')).toContain(
      'Priya Raman mentioned you on “Contract at Legal”: “@Noor Haddad can Legal have the cap ‘in writing’?”',
    )
  })

  test('leads from each comment to where it was written, on the plan, a task or a milestone', async () => {
    const it = await setUp()
    it.parts.clock.set('2026-06-17T18:00:00Z')
    const plan = `/plans/${it.planId}`
    const [milestoneId = ''] = it.milestoneIds
    const pages = new Map([
      [await write(it, it.champion, '@Noor Haddad one'), `${plan}/conversation`],
      [
        await write(it, it.champion, '@Noor Haddad two', { about: it.taskIds['legal'] }),
        `${plan}/tasks/${it.taskIds['legal']}/view`,
      ],
      [
        await write(it, it.champion, '@Noor Haddad three', { about: milestoneId }),
        `${plan}/milestones/${milestoneId}/view`,
      ],
    ])
    await write(it, it.lead, '@Priya Raman four', { about: milestoneId })
    const mails = await emailsOn(it, '2026-06-18T06:05:00Z')
    const textTo = (who: string) => mails.find(({ to }) => to.startsWith(who))?.text ?? ''
    for (const [id, page] of pages) expect(textTo('noor')).toContain(`${page}#comment-${id}`)
    // A participant signs in by the same link as to the plan.
    const links = textTo('priya').match(/\S+\/link\/\S+/g) ?? []
    const next = links.map((link) => new URL(link).searchParams.get('next') ?? '')
    expect(next).toContainEqual(expect.stringContaining(`${plan}/milestones/${milestoneId}/view#comment-`))
    expect(new Set(links.map((link) => new URL(link).pathname)).size).toBe(1)
  })

  test('mentions no comment that was deleted, and none on a task that has become private, decided as it is written', async () => {
    const it = await setUp()
    it.parts.clock.set('2026-06-17T18:00:00Z')
    const gone = await write(it, it.lead, '@Priya Raman the wrong plan', { about: it.taskIds['legal'] })
    await runCommand(it.parts, deleteComment, { ...order(it, it.lead), input: { commentId: gone } })
    await write(it, it.lead, '@Priya Raman our own steps', { about: it.taskIds['build'] })
    await runCommand(it.parts, editTask, {
      ...order(it, it.lead),
      input: { taskId: it.taskIds['build'], private: true },
    })
    await write(it, it.lead, '@Priya Raman the agenda is there')
    const text = await mailTo(it, 'priya')
    expect(text).toContain('the agenda is there')
    expect(text).not.toMatch(/the wrong plan|our own steps/)
  })

  test('leaves out what was deleted or hidden while it waited to be sent', async () => {
    const it = await setUp()
    it.parts.clock.set('2026-06-17T18:00:00Z')
    const gone = await write(it, it.lead, '@Priya Raman the wrong plan')
    await write(it, it.lead, '@Priya Raman the agenda is there')
    it.parts.clock.set('2026-06-18T06:05:00Z')
    await collectDaily(it.parts, it.workspaceId)
    await runCommand(it.parts, deleteComment, { ...order(it, it.lead), input: { commentId: gone } })
    const text = await mailTo(it, 'priya', '2026-06-18T06:06:00Z')
    expect(text).toContain('the agenda is there')
    expect(text).not.toContain('the wrong plan')
  })
})

test('its author edits and deletes a comment, no one else does, and one press brings it back', async () => {
  const it = await setUp()
  const commentId = await write(it, it.champion, 'Soon?')
  const edit = (actor: Person, body: string, seen = { body: 'Soon?' }) =>
    runCommand(it.parts, editComment, { ...order(it, actor), input: { commentId, body }, seen })
  expect(await statusOf(edit(it.lead, 'Later.'))).toBe(403)
  expect(await statusOf(runCommand(it.parts, deleteComment, { ...order(it, it.lead), input: { commentId } }))).toBe(403)
  await edit(it.champion, 'Soon, @Noor Haddad?')
  await edit(it.champion, 'Quite soon, @Noor Haddad?', { body: 'Soon, @Noor Haddad?' })
  expect((await told(it)).filter((line) => line.startsWith('Noor'))).toEqual(['Noor Haddad: mentioned'])
  expect(await statusOf(edit(it.champion, 'From another tab', { body: 'Soon?' }))).toBe(409)
  const act = (command: typeof deleteComment | typeof restoreComment) =>
    runCommand(it.parts, command, { ...order(it, it.champion), input: { commentId } })
  await act(deleteComment)
  await act(deleteComment)
  expect(await saidTo(it, it.lead)).toEqual([])
  expect((await read(it, it.champion)).threads[0]?.comments).toMatchObject([{ deleted: 'restorable', parts: [] }])
  await act(restoreComment)
  expect(await saidTo(it, it.lead)).toEqual([['Quite soon, @Noor Haddad?']])
  expect((await eventsOf(it)).filter(({ event }) => event === 'comment deleted')).toHaveLength(1)
})

test('a deleted comment is erased a day later; its replies stay', async () => {
  const it = await setUp()
  const commentId = await write(it, it.champion, 'Soon?')
  await write(it, it.lead, 'Yes.', { threadId: commentId })
  await runCommand(it.parts, deleteComment, { ...order(it, it.champion), input: { commentId } })
  const at = it.parts.clock.now()
  it.parts.clock.set(new Date(at.getTime() + 25 * 60 * 60 * 1000).toISOString())
  await forgetOld(it.parts, it.workspaceId)
  const bodies = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('comment').select('body').orderBy('createdAt').execute(),
  )
  expect(bodies.map(({ body }) => body).sort()).toEqual(['', 'Yes.'])
  const restore = runCommand(it.parts, restoreComment, { ...order(it, it.champion), input: { commentId } })
  expect(await statusOf(restore)).toBe(409)
  expect((await read(it, it.champion)).threads[0]?.comments).toMatchObject([{ deleted: 'for all' }, { deleted: 'no' }])
  it.parts.clock.set(at.toISOString())
})

test('a thread is resolved and reopened by either side, and takes no reply meanwhile', async () => {
  const it = await setUp()
  const commentId = await write(it, it.champion, 'Soon?')
  const act = (actor: Person, command: typeof resolveThread | typeof reopenThread) =>
    runCommand(it.parts, command, { ...order(it, actor), input: { commentId } })
  await act(it.lead, resolveThread)
  expect((await read(it, it.champion)).threads[0]?.resolved).toMatchObject({ by: it.lead.name })
  expect(await statusOf(write(it, it.champion, 'And?', { threadId: commentId }))).toBe(409)
  await act(it.champion, reopenThread)
  await write(it, it.champion, 'And?', { threadId: commentId })
  const reply = (await read(it, it.lead)).threads[0]?.comments[1]?.id ?? ''
  const asThread = runCommand(it.parts, resolveThread, { ...order(it, it.lead), input: { commentId: reply } })
  expect(await statusOf(asThread)).toBe(404)
})

test('what is too long, empty, in another plan or too much is refused, and says so', async () => {
  const it = await setUp()
  const other = await setUp()
  expect(await statusOf(write(it, it.lead, '   '))).toBe(422)
  expect((await refusalOf(write(it, it.lead, 'x'.repeat(1024 * 1024)))).faults).toEqual([
    { field: 'body', message: `Please keep this under ${textSizes.comment} characters.` },
  ])
  expect(await statusOf(write(it, it.lead, 'Hello', { about: other.taskIds['legal'] }))).toBe(404)
  const foreign = await write(other, other.lead, 'Hello')
  expect(await statusOf(write(it, it.lead, 'Hello', { threadId: foreign }))).toBe(404)
  const first = await write(it, it.lead, 'First')
  await inWorkspace(it.parts.db, it.workspaceId, async (trx) => {
    const row = await trx.selectFrom('comment').selectAll().where('id', '=', first).executeTakeFirstOrThrow()
    const more = [...Array(bounds.comments - 1).keys()].map((n) => ({
      ...row,
      id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    }))
    await trx.insertInto('comment').values(more).execute()
  })
  expect((await refusalOf(write(it, it.lead, 'One more'))).faults[0]?.message).toContain('which is the limit')
})
