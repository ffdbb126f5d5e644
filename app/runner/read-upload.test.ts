import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { type ArrivingFile, readUpload } from './read-upload.server.ts'

const type = 'multipart/form-data; boundary=b'
const field = (name: string, text: string) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`
const fileHead = (filename: string) =>
  `--b\r\nContent-Disposition: form-data; name="file"; filename="${filename}"\r\nContent-Type: text/html\r\n\r\n`
const end = '\r\n--b--\r\n'

const whole = async ({ name, bytes }: ArrivingFile) => {
  let text = ''
  for await (const part of bytes) text += part.toString()
  return { name, text }
}

const read = (...parts: string[]) => readUpload(Readable.from(parts.map((it) => Buffer.from(it))), type, 'file', whole)

test('the values of a form, and its file by the name that its sender gave it', async () => {
  expect(await read(field('intent', 'add\0-file'), fileHead('Müller’s (1) [2].pdf'), 'a', 'b', end)).toEqual({
    values: { intent: 'add-file' },
    taken: { name: 'Müller’s (1) [2].pdf', text: 'ab' },
  })
  expect(await read(field('intent', 'add-file'), fileHead(''), end)).toMatchObject({ taken: null })
})

test('no more of a file is read than is taken', async () => {
  const part = Buffer.alloc(64 * 1024)
  let sent = 0
  const body = Readable.from(
    (function* () {
      yield Buffer.from(fileHead('large.pdf'))
      for (; sent < 800; sent++) yield part
      yield Buffer.from(end)
    })(),
  )
  const { taken } = await readUpload(body, type, 'file', async ({ bytes }) => {
    let size = 0
    let ahead = 0
    for await (const piece of bytes) {
      size += piece.length
      await new Promise((done) => setImmediate(done))
      ahead = Math.max(ahead, sent * part.length - size)
    }
    return { size, ahead }
  })
  expect(taken?.size).toBe(800 * part.length)
  expect(taken?.ahead).toBeLessThan(1024 * 1024 + 20 * part.length)
})

test('what is left of a file that no one wants is read and dropped', async () => {
  const refuse = () => Promise.resolve('refused')
  const body = Readable.from([fileHead('a.exe'), 'x'.repeat(3_000_000), end].map((it) => Buffer.from(it)))
  expect((await readUpload(body, type, 'file', refuse)).taken).toBe('refused')
  const fails = readUpload(Readable.from([Buffer.from(`${fileHead('a.pdf')}x${end}`)]), type, 'file', () =>
    Promise.reject(new Error('The disk is full')),
  )
  await expect(fails).rejects.toThrow('The disk is full')
})

test('a body that ends early or breaks fails for the reader and for the code that takes the file', async () => {
  let ended: unknown = null
  const take = (file: ArrivingFile) =>
    whole(file).catch((error: unknown) => {
      ended = error
      throw error
    })
  const cut = Readable.from([Buffer.from(`${fileHead('half.pdf')}half`)])
  await expect(readUpload(cut, type, 'file', take)).rejects.toMatchObject({ status: 400 })
  expect(ended).not.toBeNull()
  const broken = new Readable({ read: () => undefined })
  broken.push(`${fileHead('half.pdf')}half`)
  setImmediate(() => broken.destroy())
  await expect(readUpload(broken, type, 'file', take)).rejects.toMatchObject({ status: 400 })
})

test('other kinds of body are refused', async () => {
  const none = () => Readable.from([Buffer.from('{}')])
  await expect(readUpload(none(), 'application/json', 'file', whole)).rejects.toMatchObject({ status: 415 })
  await expect(readUpload(none(), null, 'file', whole)).rejects.toMatchObject({ status: 415 })
  await expect(readUpload(none(), 'multipart/form-data', 'file', whole)).rejects.toMatchObject({ status: 400 })
})
