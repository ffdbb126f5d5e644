import { createServer } from 'node:http'
import type { LookupAddress } from 'node:dns'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OutgoingFault, createOutgoing } from './outgoing.server.ts'
import { isPublicAddress } from './public-address.ts'

let port: number
let hits = 0
const server = createServer((req, res) => {
  hits++
  if (req.url === '/moved') res.writeHead(302, { location: 'http://169.254.169.254/' }).end()
  else if (req.url === '/long') res.end('x'.repeat(2_000))
  else if (req.url !== '/never') res.end('here')
})
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterAll(() => void server.closeAllConnections(), void server.close())

const resolving =
  (...answers: string[][]) =>
  (_host: string, _options: unknown, done: (error: Error | null, found: LookupAddress[]) => void) => {
    const addresses = answers.length > 1 ? answers.shift() : answers[0]
    done(
      null,
      (addresses ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'let through',
    (error: unknown) => (error instanceof OutgoingFault ? error.message : Promise.reject(error as Error)),
  )

const notPublic = 'This address is not on the public internet.'

test.each([
  'https://127.0.0.1',
  'https://2130706433',
  'https://0177.0.0.1',
  'https://0x7f.1',
  'https://127.1',
  'https://0.0.0.0',
  'https://10.1.2.3',
  'https://172.31.255.255',
  'https://192.168.0.1',
  'https://100.64.0.1',
  'https://169.254.169.254/latest/meta-data',
  'https://[::1]',
  'https://[::]',
  'https://[::ffff:127.0.0.1]',
  'https://[::ffff:a00:1]',
  'https://[::127.0.0.1]',
  'https://[64:ff9b::7f00:1]',
  'https://[2002:7f00:1::]',
  'https://[fd00::1]',
  'https://[fe80::1]',
])('an address of our own networks is refused however it is written: %s', async (url) => {
  expect(await refusal(createOutgoing([]).request(url))).toBe(notPublic)
})

test.each([
  ['127.0.0.1'],
  ['::1'],
  ['169.254.169.254'],
  ['10.0.0.7'],
  ['::ffff:127.0.0.1'],
  ['93.184.215.14', '10.0.0.7'],
])('a name that leads there is refused, also where only one of its addresses does: %s %s', async (...addresses) => {
  expect(await refusal(createOutgoing([], resolving(addresses)).request('https://id.example'))).toBe(notPublic)
})

test('localhost is refused', async () => {
  expect(await refusal(createOutgoing([]).request(`https://localhost:${port}`))).toBe(notPublic)
})

test('the name is asked once, and the connection is made to what was checked', async () => {
  let asked = 0
  const rebinding = resolving(['192.0.2.1'], ['127.0.0.1'])
  const outgoing = createOutgoing(['192.0.2.1'], (...args) => {
    asked++
    rebinding(...args)
  })
  const before = hits
  // 192.0.2.1 never answers; a second lookup would have reached the server on the loopback.
  await refusal(outgoing.request(`https://id.example:${port}`, { patience: 300 }))
  expect([asked, hits - before]).toEqual([1, 0])
})

test('plain http, other schemes and credentials are refused', async () => {
  const outgoing = createOutgoing([])
  expect(await refusal(outgoing.request('http://id.example'))).toBe('The address must start with https://.')
  expect(await refusal(outgoing.request('file:///etc/passwd'))).toBe('The address must start with https://.')
  expect(await refusal(outgoing.request('https://a:b@id.example'))).toContain('name or password')
  expect(await refusal(outgoing.request('nothing'))).toBe('This is not a valid address.')
})

test('what the setting names is reached, by address or network, on the loopback by plain http too', async () => {
  for (const allowed of ['127.0.0.1', '127.0.0.0/8']) {
    const answer = await createOutgoing([allowed]).request(`http://127.0.0.1:${port}/`)
    expect([answer.status, await answer.text()]).toEqual([200, 'here'])
  }
  expect((await createOutgoing(['localhost', '::1', '127.0.0.1']).request(`http://localhost:${port}/`)).status).toBe(
    200,
  )
  expect(await refusal(createOutgoing(['127.0.0.2']).request(`http://127.0.0.1:${port}/`))).toContain('https')
})

test('plain http goes to no other machine, named or not, nor to a name that leads to the loopback', async () => {
  const allowed = ['id.example', '10.0.0.0/8', '93.184.215.14']
  const outgoing = createOutgoing(allowed, resolving(['127.0.0.1']))
  for (const url of [
    `http://id.example:${port}`,
    'http://10.1.2.3',
    'http://93.184.215.14',
    'http://127.0.0.1.id.example',
  ])
    expect(await refusal(outgoing.request(url)), url).toBe('The address must start with https://.')
})

test('a redirect is an answer and is not followed; long and late answers are given up', async () => {
  const outgoing = createOutgoing(['127.0.0.1'])
  const base = `http://127.0.0.1:${port}`
  expect((await outgoing.request(`${base}/moved`)).status).toBe(302)
  expect(await refusal(outgoing.request(`${base}/long`, { largest: 1_000 }))).toBe('The response is too long.')
  expect(await refusal(outgoing.request(`${base}/never`, { patience: 100 }))).toBe('There was no response in time.')
})

test('public addresses are public', () => {
  for (const address of ['93.184.215.14', '1.1.1.1', '2606:4700::1111', '172.32.0.1'])
    expect(isPublicAddress(address)).toBe(true)
  expect(isPublicAddress('not one')).toBe(false)
})
