import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { day } from '#app/kit/durations.ts'
import type { FileBucket } from '#app/kit/file-bucket.ts'
import { newId } from '#app/kit/ids.ts'
import { forgetOld } from '#app/jobs/forget-old.server.ts'
import { bounds } from '#app/kit/limits.ts'
import { makeFileBucket } from '#app/server/make-file-bucket.server.ts'
import { authorOf } from '#app/talk/core/author-of.ts'
import { forgetFiles } from '#app/talk/files/forget-files.server.ts'
import { readFile } from '#app/talk/files/read-file.server.ts'
import { discardUnadded, storeFile } from '#app/talk/files/store-file.server.ts'
import { type Setting, setUp } from '#tests/factories/plan-setting.ts'
import { pdf } from '#tests/reach/task-files.ts'

/** Files of tasks in a bucket of an S3-compatible store. It knows one key, and does not check signatures: aws4fetch’s own tests do. */

const directory = mkdtempSync(join(tmpdir(), 'firstwin-bucket-'))
const store = new S3rver({
  port: 0,
  address: '127.0.0.1',
  silent: true,
  directory,
  configureBuckets: [{ name: 'files', configs: [] }],
})
let bucketOf: (accessKeyId: string) => FileBucket | null
let bucket: FileBucket | null
let it: Setting

beforeAll(async () => {
  const { port } = await store.run()
  const at = { url: `http://127.0.0.1:${port}/files`, region: 'eu-central-1', secretAccessKey: 'S3RVER' }
  bucketOf = (accessKeyId) => makeFileBucket({ fileBucket: { ...at, accessKeyId } })
  bucket = bucketOf('S3RVER')
  it = await setUp()
})
afterAll(async () => {
  await store.close()
  rmSync(directory, { recursive: true })
})

const inStore = () =>
  readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length

async function* arriving(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 100_000) yield Buffer.from(bytes.subarray(at, at + 100_000))
}

const upload = (name: string, bytes: Uint8Array, to = bucket) => {
  const place = { workspaceId: it.workspaceId, planId: it.planId, subjectId: it.taskIds['legal'] ?? '' }
  return storeFile(
    { ...it.parts, bucket: to },
    { ...place, author: authorOf(it.lead) },
    { name, bytes: arriving(bytes) },
  )
}

const stored = async (name: string, bytes: Uint8Array, to = bucket) => {
  const file = await upload(name, bytes, to)
  if ('refused' in file) throw new Error(file.refused)
  return file.id
}

const rows = () =>
  inWorkspace(it.parts.db, it.workspaceId, async (trx) => ({
    attachments: await trx.selectFrom('attachment').select(['id', 'inBucket', 'size']).execute(),
    chunks: await trx.selectFrom('fileChunk').select('attachmentId').execute(),
  }))

async function read(id: string, from = bucket): Promise<Buffer> {
  const row = (await rows()).attachments.find((attachment) => attachment.id === id)
  if (!row?.size) throw new Error('not stored')
  const place = { workspaceId: it.workspaceId, id, inBucket: row.inBucket, size: row.size }
  const stream = await readFile({ ...it.parts, bucket: from }, place)
  return Buffer.from(await new Response(stream).arrayBuffer())
}

test('a file comes back byte for byte from the bucket, and the database holds none of it', async () => {
  const bytes = pdf(2 * bounds.fileChunk + 7, 'whole')
  const id = await stored('Angebot.pdf', bytes)
  expect((await read(id)).equals(bytes)).toBe(true)
  expect((await rows()).chunks).toEqual([])
  expect(inStore()).toBeGreaterThan(0)
  await discardUnadded({ ...it.parts, bucket }, it.workspaceId, id)
  expect(inStore()).toBe(0)
})

test('a file stays readable where it was stored, after new ones go elsewhere', async () => {
  const [before, after] = [pdf(40, 'before'), pdf(40, 'after')]
  const [inTable, inBucket] = [await stored('before.pdf', before, null), await stored('after.pdf', after)]
  expect((await read(inTable)).equals(before)).toBe(true)
  expect((await read(inBucket)).equals(after)).toBe(true)
  await expect(read(inBucket, null)).rejects.toThrow('FILE_BUCKET_URL is not set')
  for (const id of [inTable, inBucket]) await discardUnadded({ ...it.parts, bucket }, it.workspaceId, id)
})

test('what is refused leaves nothing in the bucket', async () => {
  expect(await upload('large.pdf', pdf(bounds.upload + 1))).toHaveProperty('refused')
  expect(await upload('lying.pdf', new TextEncoder().encode('MZ'))).toHaveProperty('refused')
  expect([inStore(), (await rows()).attachments]).toEqual([0, []])
})

test('where the store refuses or is away, the sender is told to try again, and nothing is half stored', async () => {
  const away = makeFileBucket({
    fileBucket: { url: 'http://127.0.0.1:9/files', region: 'x', accessKeyId: 'x', secretAccessKey: 'x' },
  })
  for (const broken of [bucketOf('unknown'), away])
    expect(await upload('offer.pdf', pdf(30), broken)).toEqual({
      refused: 'This file couldn’t be saved because of a problem on our side. Try again in a few minutes.',
    })
  expect(inStore()).toBe(0)
  const left = (await rows()).attachments
  expect(left).toHaveLength(2)
  const limits = { workspaceId: it.workspaceId, before: new Date(it.parts.clock.now().getTime() + day), atMost: 10 }
  expect(await forgetFiles({ ...it.parts, bucket }, limits)).toBe(2)
  expect((await rows()).attachments).toEqual([])
})

test('a night deletes what was never added from the bucket first, and tries again where it could not', async () => {
  await stored('left.pdf', pdf(bounds.fileChunk + 1))
  const limits = { workspaceId: it.workspaceId, before: new Date(it.parts.clock.now().getTime() + day), atMost: 10 }
  const forget = (from: FileBucket | null) => forgetFiles({ ...it.parts, bucket: from }, limits)
  await expect(forget(bucketOf('unknown'))).rejects.toThrow('answered DELETE with 403')
  expect((await rows()).attachments).toHaveLength(1)
  expect(await forget(bucket)).toBe(1)
  expect([inStore(), (await rows()).attachments]).toEqual([0, []])
})

test('a store that is away keeps nothing else from being deleted in a night', async () => {
  await stored('left.pdf', pdf(20))
  const { parts, workspaceId, planId } = it
  await inWorkspace(parts.db, workspaceId, (trx) =>
    trx
      .insertInto('notice')
      .values({
        ...{ workspaceId, id: newId(), kind: 'task-removed', planId, participantId: it.champion.id, state: 'sent' },
        ...{ toAddress: 'a@halden.example', facts: '{"by": "Sam"}', message: '{"text": []}', daily: false },
        createdAt: parts.clock.now(),
      })
      .execute(),
  )
  const emails = () => inWorkspace(parts.db, workspaceId, (trx) => trx.selectFrom('notice').select('id').execute())
  const later = { ...parts, clock: { now: () => new Date(parts.clock.now().getTime() + 2_000 * day) } }
  expect(await emails()).not.toEqual([])
  await forgetOld({ ...later, bucket: bucketOf('unknown') }, workspaceId)
  expect(await emails()).toEqual([])
  expect((await rows()).attachments).toHaveLength(1)
  await forgetOld({ ...later, bucket }, workspaceId)
  expect([inStore(), (await rows()).attachments]).toEqual([0, []])
})
