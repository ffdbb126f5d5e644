import { expect, test } from 'vitest'
import { networkOf, trustIn } from './client-network.server.ts'

test('a client is its IPv4 address, or the /64 of its IPv6 address', () => {
  expect(networkOf('203.0.113.9')).toBe('203.0.113.9')
  expect(networkOf('::ffff:203.0.113.9')).toBe('203.0.113.9')
  expect(networkOf('2001:db8:0:12:aaaa:bbbb:cccc:dddd')).toBe('2001:db8:0:12::/64')
  expect(networkOf('2001:0DB8:0000:0012::1')).toBe('2001:db8:0:12::/64')
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0::/64')
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
  for (const none of [undefined, '', 'localhost', '203.0.113.9:80']) expect(networkOf(none)).toBeUndefined()
})

test('only the named proxies are trusted', () => {
  const trusts = trustIn(['10.0.0.0/8', '192.0.2.7', '2001:db8::/32'])
  for (const ours of ['10.200.0.1', '::ffff:10.1.1.1', '192.0.2.7', '2001:db8:ffff::1']) expect(trusts(ours)).toBe(true)
  for (const other of ['11.0.0.1', '192.0.2.8', '2001:db9::1', '', 'unix']) expect(trusts(other)).toBe(false)
  expect(trustIn([])('127.0.0.1')).toBe(false)
})
