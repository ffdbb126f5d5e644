import { BlockList, isIP } from 'node:net'

/** IPv4 networks that are not the public internet (IANA special-purpose registry, RFC 6890 and after). */
const notPublicV4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** Within 2000::/3, the one public network of IPv6: what carries an IPv4 address inside, or is for documents and tests. */
const notPublicV6: readonly [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const closedV4 = new BlockList()
for (const [network, length] of notPublicV4) closedV4.addSubnet(network, length, 'ipv4')
const closedV6 = new BlockList()
for (const [network, length] of notPublicV6) closedV6.addSubnet(network, length, 'ipv6')
const openV6 = new BlockList()
openV6.addSubnet('2000::', 3, 'ipv6')

/** Whether an IP address, as text, is on the public internet; an IPv4-mapped IPv6 address never is. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !closedV4.check(address, 'ipv4')
  return version === 6 && openV6.check(address, 'ipv6') && !closedV6.check(address, 'ipv6')
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** Whether a host, without brackets, is this machine by its name or address. */
export const isLoopback = (host: string): boolean => {
  const version = isIP(host)
  return version === 0 ? host.toLowerCase() === 'localhost' : loopback.check(host, version === 4 ? 'ipv4' : 'ipv6')
}

/** Whether a host or address is one of these hosts, addresses or networks in CIDR notation. */
export function hostMatcher(entries: readonly string[]): (hostOrAddress: string) => boolean {
  const hosts = new Set<string>()
  const addresses = new BlockList()
  for (const entry of entries) {
    const [address = '', length] = entry.split('/')
    const version = isIP(address)
    if (version === 0) hosts.add(entry.toLowerCase())
    else
      addresses.addSubnet(
        address,
        length === undefined ? (version === 4 ? 32 : 128) : Number(length),
        `ipv${version}` as 'ipv4' | 'ipv6',
      )
  }
  return (it) => {
    const version = isIP(it)
    return version === 0 ? hosts.has(it.toLowerCase()) : addresses.check(it, version === 4 ? 'ipv4' : 'ipv6')
  }
}
