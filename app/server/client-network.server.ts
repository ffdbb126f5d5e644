import { BlockList, isIP } from 'node:net'

/** An IPv4 address that came in IPv6 clothes, as sockets that listen on both give it (RFC 4291, 2.5.5.2). */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')

/** Whether an address is that of a proxy that the settings name. */
export function trustIn(proxies: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const proxy of proxies) {
    const [address = '', length] = proxy.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (length === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(length), family)
  }
  return (address) => {
    const it = plain(address)
    const version = isIP(it)
    return version !== 0 && list.check(it, version === 6 ? 'ipv6' : 'ipv4')
  }
}

/**
 * The unit that rate limits count: an IPv4 address, or the /64 of an IPv6 address, all of which one household or server has.
 */
export function networkOf(address: string | undefined): string | undefined {
  const it = plain(address ?? '')
  const version = isIP(it)
  if (version === 0) return undefined
  return version === 4 ? it : `${hextets(it).slice(0, 4).join(':')}::/64`
}

/** The eight groups of an IPv6 address, without leading zeros; a zone and an IPv4 tail lie behind the first four. */
function hextets(address: string): string[] {
  const [before = '', after] = address.split('%', 1)[0]?.split('::') ?? []
  const groups = (text: string | undefined) => (text ? text.split(':') : [])
  const [head, tail] = [groups(before), groups(after)]
  const missing = after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length)
  return [...head, ...Array<string>(missing).fill('0'), ...tail].map((it) => it.toLowerCase().replace(/^0+(?=.)/, ''))
}
