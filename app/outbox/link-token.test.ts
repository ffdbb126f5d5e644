import { createHash, createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { linkSecret, linkUrl, readLink } from './link-token.server.ts'

const environment = { appUrl: 'https://plans.example', linkSecret: 'a secret of at least thirty-two characters' }
const workspaceId = '0f0e0d0c-0b0a-4908-8706-050403020100'
const tokenId = '11111111-2222-4333-8444-555555555555'

test('a link says again what it was made of, and is the same each time', () => {
  const url = linkUrl(environment, { workspaceId, tokenId })
  expect(url).toBe(linkUrl(environment, { workspaceId, tokenId }))
  expect(url.startsWith('https://plans.example/link/')).toBe(true)
  expect(readLink(url.split('/link/')[1] ?? '')).toEqual({
    workspaceId,
    tokenId,
    secret: linkSecret(environment, tokenId),
  })
})

test('links that were sent before keep their secret', () => {
  const sent = createHmac('sha256', environment.linkSecret).update(`${tokenId}:1`).digest('base64url')
  expect(linkSecret(environment, tokenId)).toBe(sent)
})

test('another token or LINK_SECRET is another secret', () => {
  const secrets = [
    linkSecret(environment, tokenId),
    linkSecret(environment, workspaceId),
    linkSecret({ linkSecret: 'another secret of thirty-two characters' }, tokenId),
  ]
  expect(new Set(secrets).size).toBe(3)
})

test.each([
  '',
  'x',
  `${workspaceId}.${tokenId}`,
  `${workspaceId}.${tokenId}.short`,
  `${workspaceId}.${tokenId}.${'a'.repeat(44)}`,
  `../${workspaceId}`,
])('what is no link of ours is told apart: %s', (text) => expect(readLink(text)).toBeUndefined())

test('a link that is mailed again is the same one, also after LINK_SECRET was changed', () => {
  const place = { workspaceId, tokenId }
  const secretHash = createHash('sha256').update(linkSecret(environment, tokenId)).digest('base64url')
  const newer = { ...environment, linkSecret: 'another secret of thirty-two characters' }
  const both = { ...newer, linkSecretsBefore: [environment.linkSecret] }
  expect(linkUrl(both, { ...place, secretHash })).toBe(linkUrl(environment, place))
  expect(linkUrl(both, place), 'a new one').toBe(linkUrl(newer, place))
})

test.each(['.', ',', ')', '>', '”', '.)', ' '])('a link copied with “%s” behind it still opens', (end) => {
  const [token = ''] = linkUrl(environment, { workspaceId, tokenId }).split('/link/').slice(1)
  expect(readLink(`${token}${end}`)).toEqual(readLink(token))
})
