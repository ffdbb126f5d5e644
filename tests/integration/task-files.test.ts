import { request as httpRequest } from 'node:http'
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { day } from '#app/kit/durations.ts'
import { uploadTooLarge } from '#app/kit/field-words.ts'
import { bounds } from '#app/kit/limits.ts'
import { newId } from '#app/kit/ids.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { removeTask } from '#app/plan/task/remove-task.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { forgetFiles } from '#app/talk/files/forget-files.server.ts'
import { wordsOf } from '#tests/reach/client.ts'
import { type TaskFiles, type Who, type Bytes, pdf, startTaskFiles } from '#tests/reach/task-files.ts'

/** Files of tasks, through the app as it runs in production. */

let it: TaskFiles
beforeAll(async () => {
  it = await startTaskFiles(inject('templateServer'))
}, 600_000)
afterAll(() => it.stop())

test('a file comes back byte for byte, under its own name, to save and never to show', async () => {
  const name = `Müller's “Angebot” (final) [2] 日本.pdf`
  const bytes = pdf(700_001, 'whole')
  expect((await it.upload(name, bytes)).status).toBe(303)
  const kept = await it.addedAs(name)
  const answer = await it.open(it.links().file(kept?.id ?? ''), 'lead')
  expect(answer.status).toBe(200)
  expect(answer.body.equals(bytes)).toBe(true)
  const disposition = answer.headers.get('content-disposition') ?? ''
  expect(disposition).toMatch(/^attachment; /)
  const encoded = /filename\*=UTF-8''([^;]+)$/.exec(disposition)?.[1]
  expect(decodeURIComponent(encoded ?? '')).toBe(name)
  expect(encoded).toMatch(/^[\w.~%-]+$/)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': '700001',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  })
  expect((await it.rows()).chunks.filter(({ attachmentId }) => attachmentId === kept?.id)).toHaveLength(3)
  expect(wordsOf(await it.open(it.links().taskPage(it.task()), 'lead'))).toContain('PDF, 684 kB')
})

test('what is forbidden, lies or is too large is refused beside the field, and nothing stays', async () => {
  const before = await it.rows()
  const text = (words: string) => new TextEncoder().encode(words)
  const cases: [name: string, bytes: Bytes, message: RegExp][] = [
    ['page.html', text('<script>alert(1)</script>'), /“page\.html” can’t be added\. You can add PDF/],
    ['logo.svg', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), /“logo\.svg” can’t be added/],
    ['offer.pdf', text('MZ\x90\0 this program'), /the name says PDF, but the content is something else/],
    [
      'notes.txt',
      text('<!doctype html><script>alert(1)</script>'),
      /the name says text, but the content is something else/,
    ],
    ['umlaut.csv', new Uint8Array([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72]), /its text is not in UTF-8/],
    ['empty.pdf', new Uint8Array(0), /This file is empty/],
    ['large.pdf', pdf(bounds.upload + 1), new RegExp(uploadTooLarge)],
    ['huge.pdf', pdf(bounds.upload + 1024 * 1024), new RegExp(uploadTooLarge)],
  ]
  for (const [name, bytes, message] of cases) {
    const answer = await it.upload(name, bytes)
    expect([name, answer.status]).toEqual([name, 422])
    expect(wordsOf(answer)).toMatch(message)
  }
  expect(await it.rows()).toEqual(before)
})

test('a form without a file, of another kind, or cut short is answered, and nothing stays', async () => {
  const before = await it.rows()
  const send = (body: string, type: string) =>
    fetch(new URL(it.links().addFile(it.task()), it.app.baseUrl), {
      method: 'POST',
      body,
      headers: { cookie: it.cookies.champion, origin: it.app.baseUrl, 'content-type': type },
    })
  const form = 'multipart/form-data; boundary=b'
  const part = (name: string, text: string, more = '') =>
    `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${text}\r\n`
  const file = part('file', '%PDF-1.7', '; filename="a.pdf"')
  const whole = part('intent', 'add-file') + file
  for (const [status, body, type] of [
    [422, `${part('intent', 'add-file')}--b--\r\n`, form],
    [422, 'intent=add-file', 'application/x-www-form-urlencoded'],
    [400, 'intent=edit-task', 'application/x-www-form-urlencoded'],
    [400, `${part('intent', 'edit-task')}${file}--b--\r\n`, form],
    [400, `${file}${part('intent', 'edit-task')}--b--\r\n`, form],
    [415, '{}', 'application/json'],
    [400, whole, form],
    [400, whole, 'multipart/form-data'],
    [400, 'nothing of the kind', form],
  ] as const)
    expect([body, type, (await send(body, type)).status]).toEqual([body, type, status])
  expect(await it.rows()).toEqual(before)
})

test('the same form sent twice adds the file once', async () => {
  const key = newId()
  const bytes = pdf(30, 'once')
  const [first, second] = [await it.upload('once.pdf', bytes, { key }), await it.upload('once.pdf', bytes, { key })]
  expect([first.status, second.status]).toEqual([303, 303])
  expect((await it.rows()).attachments.filter(({ name, addedAt }) => name === 'once.pdf' && addedAt)).toHaveLength(1)
  expect((await it.upload('once.pdf', pdf(30, 'other'), { key })).status).toBe(422)
  expect((await it.rows()).attachments.filter(({ name, addedAt }) => name === 'once.pdf' && !addedAt)).toEqual([])
})

test('files that arrive at the same time each arrive whole', async () => {
  const marks = ['a', 'b', 'c']
  const files = marks.map((mark) => pdf(bounds.upload, mark))
  const answers = await Promise.all(
    files.map((bytes, at) =>
      it.upload(`${marks[at]}.pdf`, bytes, { taskKey: 'train', who: at % 2 ? 'lead' : 'champion' }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual(marks.map(() => 303))
  for (const [at, bytes] of files.entries()) {
    const kept = await it.addedAs(`${marks[at]}.pdf`)
    expect(kept?.digest).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect((await it.open(it.links().file(kept?.id ?? ''), 'lead')).body.equals(bytes)).toBe(true)
  }
})

test('who leaves in the middle leaves nothing behind', async () => {
  const before = await it.rows()
  const url = new URL(it.links().addFile(it.task()), it.app.baseUrl)
  const type = 'multipart/form-data; boundary=b'
  const leaving = httpRequest(url, {
    method: 'POST',
    headers: { cookie: it.cookies.champion, origin: it.app.baseUrl, 'content-type': type, 'content-length': 5_000_000 },
  })
  leaving.on('error', () => undefined)
  leaving.write('--b\r\nContent-Disposition: form-data; name="intent"\r\n\r\nadd-file\r\n')
  leaving.write('--b\r\nContent-Disposition: form-data; name="file"; filename="half.pdf"\r\n\r\n')
  leaving.write(pdf(1_000_000, 'half'))
  await expect.poll(async () => (await it.rows()).chunks.length).toBeGreaterThan(before.chunks.length)
  leaving.destroy()
  await expect.poll(it.rows).toEqual(before)
})

test('a removed file is gone for both sides, can be restored for a day, and is then deleted', async () => {
  await it.upload('gone.pdf', pdf(300_000, 'gone'))
  const { id = '' } = (await it.addedAs('gone.pdf')) ?? {}
  expect((await it.post({ intent: 'remove-attachment', attachmentId: id }, 'lead')).status).toBe(303)
  for (const who of ['lead', 'champion'] as const) expect((await it.open(it.links().file(id), who)).status).toBe(404)
  expect(wordsOf(await it.open(it.links().taskPage(it.task()), 'champion'))).toMatch(/removed “gone\.pdf”/)
  expect((await it.post({ intent: 'restore-attachment', attachmentId: id })).status).toBe(303)
  expect((await it.open(it.links().file(id), 'lead')).status).toBe(200)
  await it.post({ intent: 'remove-attachment', attachmentId: id })
  const at = (later: number) => new Date(it.parts.clock.now().getTime() + later)
  const forget = (before: Date) => forgetFiles(it.parts, { workspaceId: it.plan.workspaceId, before, atMost: 1_000 })
  expect(await forget(at(-2 * day))).toBe(0)
  expect(await forget(at(day))).toBeGreaterThan(0)
  const left = await it.rows()
  expect(left.attachments.some((row) => row.id === id)).toBe(false)
  expect(left.chunks.some(({ attachmentId }) => attachmentId === id)).toBe(false)
  expect((await it.post({ intent: 'restore-attachment', attachmentId: id })).status).toBe(404)
})

test('what one side keeps to itself the other can neither open nor add to, also after the task was shared', async () => {
  const share = (isPrivate: boolean) =>
    runCommand(it.parts, editTask, {
      actor: it.plan.lead,
      scopeId: it.plan.planId,
      input: { taskId: it.task('build'), private: isPrivate },
    })
  await it.upload('shared.pdf', pdf(20, 'shared'), { who: 'lead', taskKey: 'build' })
  await share(true)
  await it.upload('secret.pdf', pdf(20, 'secret'), { who: 'lead', taskKey: 'build' })
  const [shared, secret] = [await it.addedAs('shared.pdf'), await it.addedAs('secret.pdf')]
  const seen = async (who: Who) =>
    Promise.all([shared, secret].map(async (file) => (await it.open(it.links().file(file?.id ?? ''), who)).status))
  expect(await seen('lead')).toEqual([200, 200])
  expect(await seen('champion')).toEqual([404, 404])
  expect((await it.upload('into.pdf', pdf(20), { taskKey: 'build' })).status).toBe(404)
  expect((await it.post({ intent: 'remove-attachment', attachmentId: secret?.id ?? '' })).status).toBe(404)
  await share(false)
  expect(await seen('champion')).toEqual([200, 404])
  const page = await it.open(it.links().taskPage(it.task('build')), 'champion')
  expect(page.body.includes('shared.pdf')).toBe(true)
  expect(page.body.includes('secret.pdf')).toBe(false)
  const activity = (await it.open(it.links().activity(), 'champion')).body
  expect(activity.includes('shared.pdf')).toBe(true)
  expect(activity.includes('secret.pdf')).toBe(false)
})

test('with a deleted task its files are out of reach', async () => {
  await it.upload('with-task.pdf', pdf(20, 'with'), { taskKey: 'close' })
  const kept = await it.addedAs('with-task.pdf')
  await runCommand(it.parts, removeTask, {
    actor: it.plan.lead,
    scopeId: it.plan.planId,
    input: { taskId: it.task('close') },
  })
  expect((await it.open(it.links().file(kept?.id ?? ''), 'lead')).status).toBe(404)
})

test('the rows of another workspace cannot be seen', async () => {
  const seen = await inWorkspace(it.db, newId(), (trx) =>
    sql<{ n: number }>`select (select count(*) from attachment) + (select count(*) from file_chunk) as n`.execute(trx),
  )
  expect(Number(seen.rows[0]?.n)).toBe(0)
})
