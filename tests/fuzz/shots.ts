import type { CommandName } from '#app/policy/policy.ts'
import { carriers } from '#tests/reach/carriers.ts'
import type { Asker } from '#tests/reach/cast.ts'
import type { Form } from '#tests/reach/client.ts'
import { type Place, paramsOf, queryOf } from '#tests/reach/places.ts'
import { isPage, urls } from '#tests/reach/urls.ts'
import type { Chance } from './chance.ts'
import { type Packed, type Pairs, mangle, pack } from './forms.ts'
import { anyJson, anyText } from './values.ts'

/** One request, as the exact bytes sent. */
export type Shot = {
  what: string
  bytes: Buffer
  /** The request is incomplete, so the server may wait for the rest. */
  unfinished?: true
  /** Beyond the largest body; the connection may be closed while it is still being sent. */
  huge?: true
}

export type Range = { askers: readonly Asker[]; places: readonly Place[]; host: string }

const names = Object.keys(carriers) as CommandName[]
/** Rare, since these end what the other requests work on. */
const ending = /^(remove|archive|close|hand-on|confirm-first-win|set-roles)/
const often = names.filter((name) => !ending.test(name))

const pairsOf = (form: Form): Pairs =>
  Object.entries(form).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]))

/** A random request: mostly a valid form with changes, else odd addresses, methods, headers and invalid HTTP. */
export function drawShot(chance: Chance, range: Range): Shot {
  const asker = chance.pick(range.askers)
  const place = chance.pick(range.places)
  const kind = chance.below(100)
  if (kind < 62) return drawForm(chance, range, asker, place)
  if (kind < 82) return drawGet(chance, range, asker, place)
  if (kind < 90) return drawApi(chance, range, asker)
  if (kind < 95) return drawMethod(chance, range, asker, place)
  return drawBroken(chance, range, asker, place)
}

const idsOf = (place: Place) => [
  place.planId,
  ...Object.values(place.taskIds),
  ...place.milestoneIds,
  ...Object.values(place.people).map(({ id }) => id),
  ...place.situationIds.values(),
  place.leadId,
  place.teamId,
]

/** Encoded; values that are not text are made into text. */
const inUrl = (text: string, longest: number) => encodeURIComponent(Buffer.from(text.slice(0, longest)).toString())

/** A URL with its parameters, each sometimes wrong or missing. */
function pathOf(chance: Chance, url: string, place: Place, places: readonly Place[], personId: string | null): string {
  const params: Record<string, string> = paramsOf(place, personId)
  return (
    '/' +
    url.replace(/:(\w+)\??|\*/g, (whole: string, name: string | undefined) => {
      if (chance.oneIn(12)) return inUrl(anyText(chance), 3_000)
      if (chance.oneIn(12)) return chance.pick(idsOf(chance.pick(places)))
      if (name === 'taskId' || name === 'milestoneId')
        return chance.pick(name === 'taskId' ? Object.values(place.taskIds) : place.milestoneIds)
      return encodeURIComponent(params[name ?? '*'] ?? whole)
    })
  )
}

function drawForm(chance: Chance, range: Range, asker: Asker, place: Place): Shot {
  const name = chance.pick(chance.oneIn(12) ? names : often)
  const carrier = carriers[name]
  const isOther = typeof carrier === 'string' || chance.oneIn(12)
  // Pages without commands have forms too: sign-in, links.
  const url = isOther ? chance.pick(urls.filter((it) => it !== 'sign-out')) : carrier.url
  const form: Form = isOther
    ? { intent: chance.pick(names), email: 'champion@halden.example', next: anyText(chance), token: place.token }
    : { intent: name, ...carrier.form(place) }
  const ids = idsOf(chance.pick(range.places))
  const path = pathOf(chance, url, place, range.places, asker.personId)
  const packed = pack(chance, mangle(chance, pairsOf(form), ids))
  const data = isPage(url) && chance.oneIn(4) ? '.data' : ''
  return write(chance, range, asker, 'POST', path + data, packed)
}

function drawGet(chance: Chance, range: Range, asker: Asker, place: Place): Shot {
  const url = chance.pick(urls)
  const path = pathOf(chance, url, place, range.places, asker.personId)
  const query = chance.pick([
    queryOf(url, place),
    `?${inUrl(anyText(chance), 2_000)}=${inUrl(anyText(chance), 2_000)}`,
    `?_routes=${encodeURIComponent(chance.pick(['root', 'plan/plan.page', '', 'x', '__proto__']))}`,
    '?index&_data=root',
    `?next=${inUrl(anyText(chance), 500)}&stage=Value&milestone=${chance.pick(idsOf(place))}&kept=${inUrl(anyText(chance), 50)}&show=mine`,
    '?%ff%fe=%00',
    `?${'a=1&'.repeat(1_500)}`,
  ])
  const odd = chance.pick([
    path,
    path,
    path,
    `${path}.data`,
    `${path}/`,
    `/${path}`,
    path.toUpperCase(),
    `${path}/..%2f..%2fetc`,
    `${path}/%c0%af`,
    '/__manifest?p=%2Fplans&version=x',
    '/assets/../../package.json',
    '/assets/%2e%2e/server/index.js',
    `/${'a'.repeat(6_000)}`,
    '/_root.data',
    '/mailbox.json',
    '/%',
  ])
  return write(chance, range, asker, 'GET', odd.includes('?') ? odd : odd + query, {
    headers: {},
    body: Buffer.alloc(0),
  })
}

function drawApi(chance: Chance, range: Range, asker: Asker): Shot {
  const task = (id: string) => ({ id, side: 'vendor', duration: 3, dependsOn: [] })
  const body: Record<string, unknown> = {
    startOn: '2026-06-01',
    finishBy: '2026-09-15',
    calendars: { vendor: { workweek: [1, 2, 3, 4, 5] }, customer: { workweek: [1, 2, 3, 4, 5], region: 'DE-BY' } },
    tasks: [task('a'), { ...task('b'), dependsOn: [{ task: 'a', type: 'FS', lag: 2 }] }],
  }
  for (let times = chance.below(4); times > 0; times--) {
    const tasks: unknown[] = Array.isArray(body['tasks']) ? body['tasks'] : []
    const bent: unknown = chance.pick([body, body, ...tasks])
    if (typeof bent !== 'object' || bent === null) continue
    Object.assign(bent, {
      [chance.pick([...Object.keys(bent), 'sittings', 'notBefore', '__proto__', 'timeZone'])]: anyJson(chance),
    })
  }
  const text = chance.oneIn(30)
    ? '['.repeat(100_000)
    : chance.oneIn(15)
      ? JSON.stringify(body).slice(chance.below(90))
      : JSON.stringify(body)
  const url = chance.pick(urls.filter((it) => it.startsWith('api/')))
  const type = chance.oneIn(10)
    ? anyText(chance)
        .replace(/[^ -~]/g, '')
        .slice(0, 100)
    : 'application/json'
  return write(chance, range, asker, 'POST', `/${url}`, { headers: { 'content-type': type }, body: Buffer.from(text) })
}

function drawMethod(chance: Chance, range: Range, asker: Asker, place: Place): Shot {
  const method = chance.pick([
    'PUT',
    'PATCH',
    'DELETE',
    'OPTIONS',
    'TRACE',
    'HEAD',
    'PROPFIND',
    'CONNECT',
    'post',
    'GETT',
    'QUERY',
  ])
  const path = pathOf(chance, chance.pick(urls), place, range.places, asker.personId)
  return write(chance, range, asker, method, path, pack(chance, [['intent', 'complete-task']]))
}

/** Bytes that are not valid HTTP. */
function drawBroken(chance: Chance, range: Range, asker: Asker, place: Place): Shot {
  const shot = drawForm(chance, range, asker, place)
  const text = shot.bytes.toString('latin1')
  const breaks: [string, string][] = [
    ['a body longer than it says', text.replace(/content-length: \d+/i, 'content-length: 5')],
    ['a body shorter than it says', text.replace(/content-length: \d+/i, 'content-length: 100000')],
    ['a length below nothing', text.replace(/content-length: \d+/i, 'content-length: -1')],
    ['two lengths', text.replace(/content-length: \d+/i, 'content-length: 3\r\ncontent-length: 4')],
    ['broken chunks', text.replace(/content-length: \d+/i, 'transfer-encoding: chunked')],
    ['no host', text.replace(/host: .*\r\n/i, '')],
    ['another host', text.replace(/host: .*\r\n/i, 'host: evil.example\r\n')],
    ['no version', text.replace(' HTTP/1.1', '')],
    ['a header with a NUL', text.replace(/\r\n/, '\r\nx-odd: a\0b\r\n')],
    ['headers beyond all measure', text.replace(/\r\n/, `\r\nx-odd: ${'a'.repeat(20_000)}\r\n`)],
    ['an upgrade', text.replace(/\r\n/, '\r\nconnection: upgrade\r\nupgrade: websocket\r\n')],
    ['a request for leave', text.replace(/\r\n/, '\r\nexpect: 100-continue\r\n')],
    ['noise', chance.bytes(200).toString('latin1')],
  ]
  const [what, broken] = chance.pick(breaks)
  return { what: `${shot.what}, with ${what}`, bytes: Buffer.from(broken, 'latin1'), unfinished: true }
}

function write(chance: Chance, { host }: Range, asker: Asker, method: string, path: string, packed: Packed): Shot {
  const headers: [string, string][] = [
    ['host', host],
    ['connection', 'close'],
    ...Object.entries(packed.headers),
    ...Object.entries(asker.headers).map(([name, value]): [string, string] => [name, bend(chance, value)]),
  ]
  if (packed.body.length > 0 || method === 'POST') headers.push(['content-length', String(packed.body.length)])
  if (chance.oneIn(2)) headers.push(['origin', `http://${host}`])
  if (chance.oneIn(12)) headers.push(chance.pick(oddHeaders))
  // Characters that would end a header's line are sent unencoded only among the invalid requests.
  const head = headers.map(([name, value]) => `${name}: ${value.replace(/[\r\n\0]/g, '')}\r\n`).join('')
  const line = `${method} ${path.replace(/[\s\0]/g, '%20')} HTTP/1.1\r\n`
  return {
    what: `${method} ${path.slice(0, 160)} as ${asker.name}, ${packed.headers['content-type'] ?? 'no body'}: ${packed.body.toString('latin1').slice(0, 300)}`,
    bytes: Buffer.concat([Buffer.from(line + head + '\r\n', 'latin1'), packed.body]),
    // The server is not a proxy and closes the connection.
    ...(method === 'CONNECT' ? { unfinished: true as const } : {}),
    ...(packed.body.length > 1024 * 1024 ? { huge: true as const } : {}),
  }
}

/** A cookie or key, sometimes cut, doubled or with something added; never another person's. */
const bend = (chance: Chance, value: string): string =>
  chance.oneIn(25)
    ? chance.pick([
        value.slice(0, -3),
        `${value}; ${value}`,
        `firstwin=x; ${value}`,
        `a=${'b'.repeat(3_000)}; ${value}`,
        value.toUpperCase(),
        `${value}\u00e9`,
      ])
    : value

const oddHeaders: [string, string][] = [
  ['origin', 'null'],
  ['origin', 'https://evil.example'],
  ['origin', 'http://'],
  ['accept', 'application/json'],
  ['accept', '*/*;q=x'],
  ['accept-encoding', 'br;q=9, ,,gzip'],
  ['accept-language', '\u00e9'],
  ['x-forwarded-for', '1.2.3.4, ::1'],
  ['x-forwarded-host', 'evil.example'],
  ['x-forwarded-proto', 'javascript'],
  ['x-remix-response', 'yes'],
  ['x-http-method-override', 'DELETE'],
  ['if-none-match', '*'],
  ['if-modified-since', 'never'],
  ['range', 'bytes=0-0,9-1'],
  ['sec-fetch-site', 'cross-site'],
  ['user-agent', 'a'.repeat(4_000)],
  ['referer', 'javascript:alert(1)'],
]
