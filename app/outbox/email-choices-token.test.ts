import { expect, test } from 'vitest'
import { emailChoicesToken, readEmailChoicesToken } from './email-choices-token.server.ts'

const environment = { linkSecret: 'a secret of this installation' }
const reader = {
  workspaceId: '0d0c3a52-6f0a-4f63-9e4c-0f4f4f0b6a11',
  readerId: '5b8b2f4e-1f0a-4b6e-8a55-8d3f3f2b7c22',
}

test('the address of someone’s emails names them, and no one else by any change of it', () => {
  const token = emailChoicesToken(environment, reader)
  expect(readEmailChoicesToken(environment, token)).toEqual(reader)
  const [workspaceId = '', , mark = ''] = token.split('.')
  for (const changed of [
    [workspaceId, workspaceId, mark].join('.'),
    [reader.readerId, reader.readerId, mark].join('.'),
    token.slice(0, -1),
    `${token}.`,
    `${token}A`,
    [workspaceId, reader.readerId].join('.'),
    '..',
    '',
  ])
    expect(readEmailChoicesToken(environment, changed), changed).toBeUndefined()
  expect(readEmailChoicesToken({ linkSecret: 'another' }, token)).toBeUndefined()
})

test('it outlives the secret that it was made under, as long as that is kept', () => {
  const token = emailChoicesToken(environment, reader)
  const rotated = { linkSecret: 'a newer one', linkSecretsBefore: [environment.linkSecret] }
  expect(readEmailChoicesToken(rotated, token)).toEqual(reader)
})
