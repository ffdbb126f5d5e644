import { expect, test, vi } from 'vitest'
import { readForm } from './read-form.server.ts'

const posted = (type: string, body: string) =>
  new Request('http://firstwin.test/', { method: 'POST', headers: { 'content-type': type }, body })

const urlencoded = 'application/x-www-form-urlencoded'
const part = (name: string, value: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`

test.each([
  ['as a browser sends it', urlencoded, 'a=&'.repeat(2_100)],
  ['under a boundary that means nothing', `${urlencoded}; boundary=zz`, 'a=&'.repeat(2_100)],
  ['in parts', 'multipart/form-data; boundary=b', `${part('a', '').repeat(2_100)}--b--\r\n`],
  [
    'in parts, after a decoy',
    'multipart/form-data; x="; boundary=zz"; boundary=b',
    `${part('a', '').repeat(2_100)}--b--`,
  ],
])('a form of too many fields is refused before it is taken apart: %s', async (_, type, body) => {
  using takeApart = vi.spyOn(Response.prototype, 'formData')
  await expect(readForm(posted(type, body))).rejects.toMatchObject({ status: 413 })
  expect(takeApart).not.toHaveBeenCalled()
})

test.each([
  [urlencoded, 'title=A+%26+B&kinds=logo&kinds=call&__proto__=x'],
  [
    'multipart/form-data; boundary=b',
    `${part('title', 'A & B')}${part('kinds', 'logo')}${part('kinds', 'call')}${part('__proto__', 'x')}--b--\r\n`,
  ],
])('every value of a form is read, as %s', async (type, body) => {
  const values = await readForm(posted(type, body))
  expect(Object.entries(values)).toEqual([
    ['title', 'A & B'],
    ['kinds', ['logo', 'call']],
    ['__proto__', 'x'],
  ])
})

test.each([
  [urlencoded, 'title=A%00B'],
  ['multipart/form-data; boundary=b', `${part('title', 'A\0B')}--b--\r\n`],
])('a NUL costs no one what they typed, as %s', async (type, body) => {
  expect(await readForm(posted(type, body))).toEqual({ title: 'AB' })
})
