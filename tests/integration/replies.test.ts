import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { replyAddress } from '#app/notices/replies/reply-address.server.ts'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import { newId } from '#app/kit/ids.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { askQuestion } from '#app/talk/questions/ask-question.server.ts'
import { type RateLimits } from '#app/kit/rate-limits.ts'
import { testNow } from '#tests/factories/now.ts'
import { answeringMail as stage, replyDomain } from '#tests/factories/answering-mail.ts'

// The library that verifies signatures asks the system for the time.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(testNow) })
})
afterAll(() => {
  vi.useRealTimers()
})

const quoted = '\n\nOn Wed, 17 Jun 2026 at 10:00, Sam Ortiz <sam@brightline.example> wrote:\n> Done'

test('answers to an email go to its sender and to an address of its own, which is not stored', async () => {
  const it = await stage()
  const { to, noticeId } = await it.mailTo(it.plan.champion)
  expect(to).toEqual([
    expect.stringContaining('@brightline.example') as string,
    replyAddress(it.parts.environment, replyDomain, { workspaceId: it.workspaceId, noticeId }),
  ])
  expect(await it.holds([to[1] ?? ''])).toEqual([])
})

test('an answer in HTML alone is read, and one of 10 MB is not', async () => {
  const it = await stage()
  const mail = await it.mailTo(it.plan.champion)
  const html = '<div>Legal needs <b>two</b> more days.</div><blockquote>Please sign.</blockquote>'
  expect(await it.answer(mail, '', { html })).toEqual({ status: 200, result: 'comment' })
  expect(await it.comments()).toMatchObject([{ body: 'Legal needs two more days.' }])
  expect(await it.answer(mail, '', { html: '<p>a</p>'.repeat(1_300_000) })).toEqual({ status: 200, result: 'too long' })
})

test('an answer becomes a comment of its reader where the email belongs, once', async () => {
  const it = await stage()
  const { champion } = it.plan
  const mail = await it.mailTo(champion)
  expect(await it.answer(mail, `Legal needs two more days.${quoted}`, { mailId: 'same' })).toEqual({
    status: 200,
    result: 'comment',
  })
  await it.answer(mail, `Legal needs two more days.${quoted}`, { mailId: 'same' })
  expect(await it.comments()).toEqual([
    {
      ...{ scope: 'task', subjectId: it.taskId, body: 'Legal needs two more days.' },
      ...{ authorId: champion.id, visibleTo: null },
    },
  ])
})

test('a member’s answer stays with their company', async () => {
  const it = await stage()
  const mail = await it.mailTo(it.plan.lead)
  expect((await it.answer(mail, 'They are slow again.')).result).toBe('comment')
  expect(await it.comments()).toMatchObject([{ authorId: it.plan.lead.id, visibleTo: 'vendor' }])
})

test('“done” checks the task off, “stuck because” asks a question', async () => {
  const it = await stage()
  const mail = await it.mailTo(it.plan.champion)
  expect((await it.answer(mail, `stuck because no one countersigns${quoted}`)).result).toBe('question')
  const questions = await it.within((trx) => trx.selectFrom('question').select(['askerId', 'ownerId']).execute())
  expect(questions).toEqual([{ askerId: it.plan.champion.id, ownerId: it.plan.lead.id }])
  expect((await it.task()).doneOn).toBeNull()
  expect((await it.answer(mail, `Done.\nSigned by both.${quoted}`)).result).toBe('done')
  expect((await it.task()).doneOn).toBe('2026-06-17')
  expect((await it.comments()).map(({ body }) => body)).toEqual(['no one countersigns', 'Signed by both.'])
})

test('“done” beside several tasks checks off the one of its number, and none without a number or with another', async () => {
  const it = await stage()
  const other = it.plan.taskIds['scope'] ?? ''
  const row = { doBy: '2026-06-19', why: 'next' } as const
  const mail = await it.mailTo(it.plan.champion, {
    waiting: [
      { taskId: other, title: 'Agree on the scope', ...row },
      { taskId: it.taskId, title: 'Contract at Legal', ...row },
    ],
  })
  expect(mail.sent?.text).toMatch(/1\. \S*Agree on the scope[^]*2\. \S*Contract at Legal[^]*such as “done 2”/)
  const doneOn = () =>
    it.within((trx) => trx.selectFrom('task').select(['id', 'doneOn']).where('doneOn', 'is not', null).execute())
  const before = await doneOn()
  for (const unclear of ['Done', 'Done 3', 'Done 0', 'Done 1, 2'])
    expect((await it.answer(mail, unclear + quoted)).result, unclear).toBe('comment')
  expect(await doneOn()).toEqual(before)
  expect((await it.comments()).map(({ scope, body }) => [scope, body])).toEqual([
    ['plan', 'Done'],
    ['plan', 'Done 3'],
    ['plan', 'Done 0'],
    ['plan', 'Done 1, 2'],
  ])
  expect((await it.answer(mail, `Done 2\nSigned by both.${quoted}`)).result).toBe('done')
  expect((await it.task()).doneOn).toBe('2026-06-17')
  expect(await doneOn()).toHaveLength(before.length + 1)
  expect((await it.comments()).at(-1)).toMatchObject({ scope: 'task', subjectId: it.taskId, body: 'Signed by both.' })
})

test('“done” about the whole plan, or by who may not check off, is a comment: nothing is lost', async () => {
  const it = await stage()
  const aboutPlan = await it.mailTo(it.plan.champion, { news: ['Both companies have agreed to the plan'] })
  expect((await it.answer(aboutPlan, 'Done')).result).toBe('comment')
  const ofViewer = await it.mailTo(it.plan.viewer)
  expect((await it.answer(ofViewer, 'Done')).result).toBe('comment')
  expect((await it.task()).doneOn).toBeNull()
  expect(await it.comments()).toMatchObject([
    { scope: 'plan', body: 'Done' },
    { scope: 'task', body: 'Done', authorId: it.plan.viewer.id },
  ])
})

test('nothing is written for a stranger, an old or changed address, a program or a mail that says nothing; the log says why', async () => {
  const it = await stage()
  const mail = await it.mailTo(it.plan.champion)
  const [person = '', address = ''] = mail.to
  const outcomes: [string, string | undefined][] = []
  const note = async (what: string, answered: Promise<{ status: number; result?: string }>) => {
    const { status, result } = await answered
    expect(status, what).toBe(200)
    outcomes.push([what, result])
  }
  await note('a stranger', it.answer({ ...mail, from: 'mallory@elsewhere.example' }, 'Done'))
  await note('a colleague', it.answer({ ...mail, from: await it.addressOf(it.plan.viewer.id) }, 'Done'))
  await note('ourselves', it.answer({ ...mail, from: 'plans@example.com' }, 'Done'))
  await note('a changed address', it.answer({ ...mail, to: [address.replace(/^r../, 'raa')] }, 'Done'))
  await note('the person alone', it.answer({ ...mail, to: [person] }, 'Done'))
  await note('an absence note', it.answer(mail, 'Done', { headers: { 'Auto-Submitted': 'auto-replied' } }))
  await note('a list', it.answer(mail, 'Done', { headers: { Precedence: 'bulk' } }))
  await note('only quotes', it.answer(mail, quoted))
  await note('10 MB', it.answer(mail, 'a'.repeat(10 * 1024 * 1024)))
  it.parts.clock.set('2026-07-18T08:00:00Z')
  await note('after a month', it.answer(mail, 'Done'))
  expect(outcomes).toEqual([
    ['a stranger', 'not from the reader'],
    ['a colleague', 'not from the reader'],
    ['ourselves', 'not from the reader'],
    ['a changed address', 'no reply address'],
    ['the person alone', 'no reply address'],
    ['an absence note', 'automatic'],
    ['a list', 'automatic'],
    ['only quotes', 'empty'],
    ['10 MB', 'too long'],
    ['after a month', 'reply address too old'],
  ])
  expect(await it.comments()).toEqual([])
  expect((await it.task()).doneOn).toBeNull()
  const said = it.lines.filter((line) => line.includes('an email was received'))
  expect(said).toHaveLength(outcomes.length)
  for (const line of said) for (const secret of [address, mail.from, 'mallory']) expect(line).not.toContain(secret)
  expect(it.resend.attempts, 'no one is answered').toHaveLength(1)
})

test('an answer counts only with the reader’s own address in From, however others write it', async () => {
  const it = await stage()
  const mail = await it.mailTo(it.plan.champion)
  const [name = '', host = ''] = mail.from.split('@')
  const strangers = {
    'a look-alike letter': `"Priya" <${name.replace('a', '\u0430')}@${host}>`,
    'a look-alike domain': `<${name}@${host.replace('a', '\u0430')}>`,
    'letters that become the same': `<\uff50${name.slice(1)}@${host}>`,
    'one letter more': `<${name}s@${host}>`,
    'a domain below': `<${name}@mail.${host}>`,
    'a domain above': `<${name}@${host}.evil.example>`,
    'a plus suffix of someone': `<${name}+me@${host}>`,
    'the address as a name': `"${mail.from}" <mallory@elsewhere.example>`,
    'the address as a comment': `mallory@elsewhere.example (${mail.from})`,
    'two senders': `mallory@elsewhere.example, Priya <${mail.from}>`,
    nobody: '',
  }
  let count = 0
  const tellFrom = async (from: string) => {
    const mailId = `from-${++count}`
    it.resend.received.set(mailId, { text: 'Done' })
    return it.tell({ email_id: mailId, from, to: mail.to, subject: 'Re: x' })
  }
  for (const [what, from] of Object.entries(strangers))
    expect(await tellFrom(from), what).toEqual({ status: 200, result: 'not from the reader' })
  expect((await it.task()).doneOn).toBeNull()
  expect(await it.comments()).toEqual([])
  expect(it.resend.attempts, 'no one is answered').toHaveLength(1)
  expect(it.lines.join(), 'the log names no one').not.toMatch(/mallory|halden\.example/)
  expect(await tellFrom(`"Raman, P." <${mail.from.toUpperCase()}>`), 'capital letters').toEqual({
    ...{ status: 200, result: 'done' },
  })
})

test('who gets emails at an address with a plus suffix answers from the one without', async () => {
  const it = await stage()
  const { id } = it.plan.champion
  await it.within((trx) =>
    trx.updateTable('participant').set({ email: 'priya+plans@halden.example' }).where('id', '=', id).execute(),
  )
  const mail = await it.mailTo(it.plan.champion)
  expect((await it.answer({ ...mail, from: 'priya+other@halden.example' }, 'No')).result).toBe('not from the reader')
  expect((await it.answer({ ...mail, from: 'priya@halden.example' }, 'Yes')).result).toBe('comment')
  expect((await it.answer(mail, 'Yes')).result).toBe('comment')
})

test('a received mail with a wrong or old signature, or about an email that is not known, is neither read nor answered', async () => {
  const it = await stage()
  const mail = await it.mailTo(it.plan.champion)
  // The service has no such text: asking for it would be answered with 503.
  const told = { email_id: 'forged', from: mail.from, to: mail.to, subject: 'Re: x' }
  const wrong = `whsec_${Buffer.from('another secret, as long').toString('base64')}`
  expect(await it.tell(told, { secret: wrong }), 'a wrong signature').toMatchObject({ status: 401 })
  expect(await it.tell(told, { at: '2026-06-17T07:54:00Z' }), 'an old one').toMatchObject({ status: 401 })
  const unknown = replyAddress(it.parts.environment, replyDomain, { workspaceId: it.workspaceId, noticeId: newId() })
  expect(await it.tell({ ...told, to: [unknown] })).toEqual({ status: 200, result: 'no reply address' })
  expect(await it.comments()).toEqual([])
  const refused = it.lines.filter((line) => line.includes('was refused'))
  expect(refused).toHaveLength(2)
  for (const line of refused)
    for (const secret of [mail.from, mail.to[1] ?? '-', 'v1,']) expect(line).not.toContain(secret)
})

test('a person who was taken off the plan can no longer answer', async () => {
  const it = await stage()
  const mail = await it.mailTo(it.plan.viewer)
  await runCommand(it.parts, removeParticipant, {
    ...it.order(it.plan.lead),
    input: { participantId: it.plan.viewer.id },
  })
  expect((await it.answer(mail, 'Hello?')).result).toBe('no reply address')
  expect(await it.comments()).toEqual([])
})

test('a member’s answer to a question by email is its answer; one in a resolved conversation is kept as a comment on its subject', async () => {
  const it = await stage()
  const { champion, lead } = it.plan
  const ask = { about: it.taskId, body: 'When does Legal sign?', askerId: '', askerName: '' }
  await runCommand(it.parts, askQuestion, { ...it.order(champion), input: ask })
  const { id } = await it.within((trx) => trx.selectFrom('question').select('id').executeTakeFirstOrThrow())
  const mail = await it.mailAbout(lead, id)
  expect((await it.answer(mail, 'On Friday.')).result).toBe('answer')
  const question = () =>
    it.within((trx) => trx.selectFrom('question').select(['answerId', 'firstAnsweredAt']).executeTakeFirstOrThrow())
  expect((await question()).answerId).not.toBeNull()
  expect(await it.comments()).toMatchObject([{}, { body: 'On Friday.', authorId: lead.id, visibleTo: null }])
  await it.within((trx) =>
    trx
      .updateTable('comment')
      .set({ resolvedAt: it.parts.clock.now(), resolvedBy: 'Sam Ortiz' })
      .where('id', '=', id)
      .execute(),
  )
  expect((await it.answer(mail, 'On Monday, sorry.')).result).toBe('comment')
  expect((await it.comments()).at(-1)).toMatchObject({
    ...{ scope: 'task', subjectId: it.taskId, body: 'On Monday, sorry.', visibleTo: 'vendor' },
  })
})

test('a loop of answers ends at the limit', async () => {
  let counted = 0
  const limits: RateLimits = {
    count: (name) => Promise.resolve(name === 'reply by a person' && ++counted > 2 ? 60 : 0),
  }
  const it = await stage({ limits })
  const mail = await it.mailTo(it.plan.champion)
  const results = []
  for (let n = 0; n < 4; n++) results.push((await it.answer(mail, `Answer ${n}`)).result)
  expect(results).toEqual(['comment', 'comment', 'too many', 'too many'])
})

test('where the text cannot be had now, the service is asked to tell again', async () => {
  const it = await stage()
  const mail = await it.mailTo(it.plan.champion)
  const told = { email_id: 'not-there', from: mail.from, to: mail.to, subject: 'Re: x' }
  expect((await it.tell(told)).status).toBe(503)
  it.resend.received.set('not-there', { text: 'Here it is.' })
  expect(await it.tell(told)).toEqual({ status: 200, result: 'comment' })
})
