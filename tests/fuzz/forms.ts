import { newId } from '#app/kit/ids.ts'
import type { Chance } from './chance.ts'
import { anyJson, anyText, oddNames } from './values.ts'

export type Pairs = [name: string, value: string][]
export type Packed = { headers: Record<string, string>; body: Buffer }

/** A form with none, one or many of its fields changed. */
export function mangle(chance: Chance, form: Pairs, ids: readonly string[]): Pairs {
  const pairs: Pairs = [...form]
  if (!chance.oneIn(20)) pairs.push(['idempotencyKey', newId()])
  const times = chance.pick([0, 1, 1, 1, 2, 2, 3, 6])
  for (let time = 0; time < times; time++) {
    const at = chance.below(pairs.length)
    const [name, value] = pairs[at] ?? ['', '']
    const value2 = chance.oneIn(4) ? chance.pick(ids) : anyText(chance)
    const change = chance.below(9)
    // The intent is changed less often, so that the code behind it is reached.
    if (name === 'intent' && !chance.oneIn(6)) pairs.push([chance.pick(oddNames), value2])
    else if (change < 3) pairs[at] = [name, value2]
    else if (change === 3) pairs.splice(at, 1)
    else if (change === 4) pairs.push([name, value2])
    else if (change === 5) pairs.push([chance.pick(oddNames), value2])
    else if (change === 6) pairs.push([`seen.${name}`, value2])
    else if (change === 7) pairs[at] = [chance.pick([name.toUpperCase(), `${name}[]`, ` ${name}`, `${name}.0`]), value]
    else pairs.push(['preview', 'yes'])
  }
  if (chance.oneIn(80)) for (let more = 0; more < 2_500; more++) pairs.push([`f${more}`, 'x'])
  return pairs
}

const encoded = (pairs: Pairs) => {
  const text = new URLSearchParams(pairs).toString()
  return Buffer.from(text)
}

function multipart(chance: Chance, pairs: Pairs): Packed {
  const boundary = chance.pick(['----firstwin', 'x', '"', 'a'.repeat(300)])
  const parts = pairs.map(([name, value]) => {
    const file = chance.oneIn(10)
      ? `; filename="${chance.pick(['a.txt', '../a', '', 'é.html'])}"\r\nContent-Type: text/html`
      : ''
    return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`
  })
  const end = chance.oneIn(6) ? '' : `--${boundary}--\r\n`
  const type = chance.oneIn(8) ? 'multipart/form-data' : `multipart/form-data; boundary=${boundary.replace('"', '')}`
  return { headers: { 'content-type': type }, body: Buffer.from(parts.join('') + end) }
}

/** An encoded form: mostly as browsers do it, sometimes invalid. */
export function pack(chance: Chance, pairs: Pairs): Packed {
  const plain = { 'content-type': 'application/x-www-form-urlencoded' }
  switch (chance.below(36)) {
    case 0:
    case 1:
    case 2:
      return multipart(chance, pairs)
    case 3:
      return {
        headers: { 'content-type': 'application/json' },
        body: Buffer.from(JSON.stringify(Object.fromEntries(pairs))),
      }
    case 4:
      return { headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(anyJson(chance))) }
    case 5:
      return {
        headers: plain,
        body: Buffer.concat([encoded(pairs), Buffer.from('&title=%ff%fe%00%'), chance.bytes(20)]),
      }
    case 6:
      return { headers: plain, body: chance.bytes(chance.below(600)) }
    case 7:
      return {
        headers: {
          'content-type': chance.pick([
            '',
            'text/plain',
            'application/xml',
            'multipart/mixed',
            'x',
            'application/x-www-form-urlencoded; charset=utf-16',
            'application/x-www-form-urlencoded\u00e9',
          ]),
        },
        body: encoded(pairs),
      }
    case 8:
      return {
        headers: { ...plain, 'content-encoding': chance.pick(['gzip', 'br', 'deflate', 'zip', 'identity']) },
        body: encoded(pairs),
      }
    case 9:
      return chance.oneIn(6)
        ? { headers: plain, body: Buffer.alloc(2 * 1024 * 1024 + 10, 'a=b&') }
        : { headers: plain, body: Buffer.alloc(0) }
    default:
      return { headers: plain, body: encoded(pairs) }
  }
}
