import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { runCommand } from '#app/runner/run-command.server.ts'
import { addComment } from '#app/talk/comments/add-comment.server.ts'
import { askQuestion } from '#app/talk/questions/ask-question.server.ts'
import { answeringMail as stage } from '#tests/factories/answering-mail.ts'
import { testNow } from '#tests/factories/now.ts'

// The library that verifies signatures asks the system for the time.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(testNow) })
})
afterAll(() => {
  vi.useRealTimers()
})

type Stage = Awaited<ReturnType<typeof stage>>

/** A comment on the task. @returns its id */
async function say(it: Stage, actor: Stage['plan']['champion' | 'lead'], audience: 'own' | 'both') {
  const input = { about: it.taskId, threadId: '', body: 'Who signs?', audience }
  const { result } = await runCommand(it.parts, addComment, { ...it.order(actor), input })
  return result.commentId
}

const resolve = (it: Stage, id: string) =>
  it.within((trx) =>
    trx
      .updateTable('comment')
      .set({ resolvedAt: it.parts.clock.now(), resolvedBy: 'Sam Ortiz' })
      .where('id', '=', id)
      .execute(),
  )

test('an answer to what only the customer reads is read by the customer alone, also once its conversation is resolved or gone', async () => {
  const it = await stage()
  const { champion } = it.plan
  const internal = await say(it, champion, 'own')
  const mail = await it.mailAbout(champion, internal)
  const among = await it.mailAbout(champion, internal, await say(it, champion, 'both'))
  await it.answer(mail, 'In the conversation')
  await it.answer(among, 'To several')
  await resolve(it, internal)
  await it.answer(mail, 'When it is resolved')
  await it.within((trx) => trx.deleteFrom('comment').where('threadId', '=', internal).execute())
  await it.within((trx) => trx.deleteFrom('comment').where('id', '=', internal).execute())
  await it.answer(mail, 'When it is gone')
  const written = (await it.comments()).filter(({ body }) => body !== 'Who signs?')
  expect(written.map(({ body, visibleTo }) => [body, visibleTo])).toEqual([
    ['To several', 'customer'],
    ['When it is resolved', 'customer'],
    ['When it is gone', 'customer'],
  ])
})

test('an email says what becomes of an answer, and who sees it', async () => {
  const it = await stage()
  const { champion, lead } = it.plan
  const saidIn = async (mail: ReturnType<typeof it.mailTo>) =>
    (await mail).sent?.text?.replace(/[\u2066-\u2069\s]+/g, ' ')
  expect(await saidIn(it.mailTo(champion))).toContain(
    'Reply “done” to mark the task as done. A copy of any other reply is added to the plan, where both companies see it.',
  )
  const internal = await say(it, champion, 'own')
  expect(await saidIn(it.mailAbout(champion, internal))).toContain(
    'A copy of your reply is added to the plan, where only Halden Foods sees it.',
  )
  expect(await saidIn(it.mailTo(lead, { news: ['A goal moved'] }))).toContain('where only Brightline sees it.')
  expect(await saidIn(it.mailAbout(lead, await say(it, champion, 'both')))).toContain('where both companies see it.')
})

test('an answer about a private task is read by its side alone', async () => {
  const it = await stage()
  const mail = await it.mailTo(it.plan.champion, {
    waiting: [
      { taskId: it.taskId, title: 'Contract at Legal', doBy: '2026-06-19', why: 'next' },
      { taskId: it.plan.taskIds['scope'] ?? '', title: 'Scope', doBy: '2026-06-19', why: 'due' },
    ],
  })
  await it.answer(mail, 'Both shared')
  await it.within((trx) => trx.updateTable('task').set({ privateTo: 'customer' }).where('id', '=', it.taskId).execute())
  await it.answer(mail, 'One private')
  expect((await it.comments()).map(({ visibleTo }) => visibleTo)).toEqual([null, 'customer'])
})

test('a member’s answer in a conversation of both companies is read by both', async () => {
  const it = await stage()
  const shared = await say(it, it.plan.champion, 'both')
  const mail = await it.mailAbout(it.plan.lead, shared)
  await it.answer(mail, 'Our Legal does.')
  expect((await it.comments()).at(-1)).toMatchObject({ body: 'Our Legal does.', visibleTo: null })
  await resolve(it, shared)
  await it.answer(mail, 'Or do they?')
  expect((await it.comments()).at(-1)).toMatchObject({ body: 'Or do they?', visibleTo: 'vendor' })
})

test('an answer that is told again is written once, whatever it answers by then', async () => {
  const it = await stage()
  const { champion, lead } = it.plan
  const ask = { about: it.taskId, body: 'When does Legal sign?', askerId: '', askerName: '' }
  await runCommand(it.parts, askQuestion, { ...it.order(champion), input: ask })
  const { id } = await it.within((trx) => trx.selectFrom('question').select('id').executeTakeFirstOrThrow())
  const mail = await it.mailAbout(lead, id)
  expect((await it.answer(mail, 'On Friday.', { mailId: 'same' })).result).toBe('answer')
  expect((await it.answer(mail, 'On Friday.', { mailId: 'same' })).result).toBe('taken before')
  expect((await it.comments()).map(({ body }) => body)).toEqual(['When does Legal sign?', 'On Friday.'])
})

test('what is too long, names someone who may not read it, or finds its conversation full is kept all the same', async () => {
  const it = await stage()
  const { champion, lead } = it.plan
  const mail = await it.mailTo(champion)
  expect((await it.answer(mail, 'word '.repeat(4_000))).result).toBe('comment')
  const [long] = await it.comments()
  expect(long?.body.length).toBeLessThanOrEqual(4_000)
  expect(long?.body).toMatch(/word\n\[The email was longer than a comment may be\.\]$/)
  const toLead = await it.mailTo(lead)
  expect((await it.answer(toLead, '@Priya Raman is away, is she?')).result).toBe('comment')
  expect((await it.comments()).at(-1)).toMatchObject({
    ...{ body: 'Priya Raman is away, is she?', visibleTo: 'vendor' },
  })
  await it.within((trx) => trx.updateTable('task').set({ privateTo: 'customer' }).where('id', '=', it.taskId).execute())
  expect((await it.answer(mail, 'stuck because no one countersigns')).result).toBe('comment')
  expect((await it.comments()).at(-1)).toMatchObject({ body: 'Stuck\nno one countersigns', visibleTo: 'customer' })
})

test('a text of blanks beside HTML is no answer, and one of several addresses is enough', async () => {
  const it = await stage()
  const mail = await it.mailTo(it.plan.champion)
  const other = await it.mailTo(it.plan.viewer)
  const [, address = ''] = mail.to
  const [, others = ''] = other.to
  expect(await it.answer({ from: mail.from, to: [others, address] }, ' \n', { html: '<p>Yes.</p>' })).toMatchObject({
    result: 'comment',
  })
  expect(await it.comments()).toMatchObject([{ body: 'Yes.', authorId: it.plan.champion.id }])
})

test('an email that the receiving server found forged is not taken, however its headers are told', async () => {
  const it = await stage()
  const mail = await it.mailTo(it.plan.champion)
  const failed = 'mx.example; dmarc=fail header.from=halden.example'
  for (const told of [failed, ['mx.example; dmarc=pass', failed], JSON.stringify(['a', failed])])
    expect(await it.answer(mail, 'Done', { headers: { 'Authentication-Results': told } })).toMatchObject({
      result: 'forged',
    })
  const real = { Received: ['by a', 'by b'], 'Authentication-Results': 'mx.example; dmarc=pass' }
  expect((await it.answer(mail, 'Done', { headers: real })).result).toBe('done')
})

test('who may sign in by the company’s provider alone writes nothing by email', async () => {
  const it = await stage()
  const { lead } = it.plan
  const mail = await it.mailTo(lead)
  await it.within((trx) =>
    trx
      .insertInto('identityProvider')
      .values({
        ...{ workspaceId: it.workspaceId, issuer: 'https://login.example', clientId: 'c', clientSecret: 's' },
        ...{ required: true, provedAt: it.parts.clock.now(), changedAt: it.parts.clock.now() },
      })
      .execute(),
  )
  expect((await it.answer(mail, 'Done')).result).toBe('sign-on required')
  expect((await it.mailTo(lead)).to, 'and is offered no address for it').toHaveLength(mail.to.length - 1)
  expect(await it.comments()).toEqual([])
})
