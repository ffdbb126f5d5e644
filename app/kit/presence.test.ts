import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Presence, presenceTiming, startPresence } from './presence.server.ts'
import type { PersonHere } from './presence-table.ts'

const place = { workspaceId: 'w', scopeId: 'plan' }
const person = (name: string): PersonHere => ({ id: name, name, side: 'vendor', isKnown: true })
const part = { subjectId: 'task', field: 'title', privateTo: null }
const namesAt = (presence: Presence) => presence.at(place).people.map(({ name }) => name)
const enough = presenceTiming.publishWithin * 4

/** What connects the processes; one that is cut off neither hears nor is heard. */
let said: Record<string, unknown>[]
let processes: { hear: (it: Record<string, unknown>) => void; missed: () => void; isCut: boolean; isMute: boolean }[]

beforeEach(() => {
  vi.useFakeTimers()
  said = []
  processes = []
})
afterEach(() => vi.useRealTimers())

function start() {
  const self: (typeof processes)[number] = {
    hear: () => undefined,
    missed: () => undefined,
    isCut: false,
    isMute: false,
  }
  processes.push(self)
  const presence = startPresence({
    async tellOthers(it) {
      if (self.isCut || self.isMute) throw new Error('away')
      said.push(it)
      for (const other of processes) if (!other.isCut) other.hear(JSON.parse(JSON.stringify(it)))
    },
    hearOthers(hear) {
      self.hear = hear
      return () => undefined
    },
    onMissed(check) {
      self.missed = check
      return () => undefined
    },
  })
  return { presence, self }
}

const peopleSaid = () => said.filter((it) => it['presence'] === 'people')

test('who has a place open at one process is there for the other, also for one that comes later', async () => {
  const [one, two] = [start(), start()]
  one.presence.join(place, person('Anna'), () => undefined)
  await vi.advanceTimersByTimeAsync(enough)
  expect(namesAt(two.presence), 'nobody asks there').toEqual([])
  const hear = vi.fn()
  two.presence.join(place, person('Ben'), hear)
  await vi.advanceTimersByTimeAsync(enough)
  expect(namesAt(one.presence)).toEqual(['Anna', 'Ben'])
  expect(namesAt(two.presence)).toEqual(['Anna', 'Ben'])
  expect(hear).toHaveBeenCalled()
  expect(two.presence.at({ ...place, workspaceId: 'other' }).people, 'another workspace').toEqual([])
})

test('a page that is loaded again is no coming and going; one that is closed is, and signing out at once', async () => {
  const [one, two] = [start(), start()]
  const page = one.presence.join(place, person('Anna'), () => undefined)
  two.presence.join(place, person('Ben'), () => undefined)
  await vi.advanceTimersByTimeAsync(enough)
  const before = peopleSaid().length
  page.leave()
  await vi.advanceTimersByTimeAsync(presenceTiming.linger / 2)
  const again = one.presence.join(place, person('Anna'), () => undefined)
  await vi.advanceTimersByTimeAsync(presenceTiming.linger * 2)
  expect(peopleSaid()).toHaveLength(before)
  const second = one.presence.join(place, person('Anna'), () => undefined)
  again.leave()
  await vi.advanceTimersByTimeAsync(presenceTiming.linger * 2)
  expect(namesAt(two.presence), 'one of two pages').toEqual(['Anna', 'Ben'])
  second.leave()
  await vi.advanceTimersByTimeAsync(presenceTiming.linger / 2)
  const other = one.presence.join(place, person('Carla'), () => undefined)
  await vi.advanceTimersByTimeAsync(enough)
  expect(namesAt(two.presence), 'as long as that may be').toEqual(['Anna', 'Ben', 'Carla'])
  other.leave(true)
  await vi.advanceTimersByTimeAsync(presenceTiming.linger)
  expect(namesAt(two.presence)).toEqual(['Ben'])
  const last = one.presence.join(place, person('Anna'), () => undefined)
  await vi.advanceTimersByTimeAsync(enough)
  expect(namesAt(two.presence)).toEqual(['Anna', 'Ben'])
  last.leave(true)
  await vi.advanceTimersByTimeAsync(enough)
  expect(namesAt(two.presence)).toEqual(['Ben'])
})

test('five hundred pages that come together make a few messages, to processes and pages alike', async () => {
  const [one, two] = [start(), start()]
  const heard = vi.fn()
  two.presence.join(place, person('Ben'), heard)
  await vi.advanceTimersByTimeAsync(enough)
  const [before, heardBefore] = [said.length, heard.mock.calls.length]
  const pages = vi.fn()
  for (let n = 0; n < 500; n++) one.presence.join(place, person(`P${n % 40}`), pages)
  await vi.advanceTimersByTimeAsync(presenceTiming.publishWithin)
  expect(said.length - before).toBeLessThanOrEqual(3)
  await vi.advanceTimersByTimeAsync(presenceTiming.longestTell)
  expect(heard.mock.calls.length - heardBefore).toBeLessThanOrEqual(3)
  expect(pages.mock.calls.length).toBeLessThanOrEqual(3 * 500)
  expect(namesAt(two.presence)).toHaveLength(41)
})

test('a thousand who come at once are listed a few times, not once for each', async () => {
  const [one, two] = [start(), start()]
  two.presence.join(place, person('Ben'), () => undefined)
  let looks = 0
  for (let n = 0; n < 1_000; n++) {
    const id = `P${n}`
    const counted = {
      ...person(id),
      get id() {
        looks++
        return id
      },
    }
    one.presence.join(place, counted, () => one.presence.at(place))
  }
  await vi.advanceTimersByTimeAsync(presenceTiming.longestTell + enough)
  expect(namesAt(one.presence)).toHaveLength(1_001)
  expect(looks).toBeLessThan(100_000)
})

test('the people of a killed process are forgotten after a while, those of one that stops as if they closed their pages', async () => {
  const [one, two, three] = [start(), start(), start()]
  one.presence.join(place, person('Anna'), () => undefined)
  two.presence.join(place, person('Ben'), () => undefined)
  three.presence.join(place, person('Carla'), () => undefined)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(namesAt(three.presence), 'who lives stays').toEqual(['Anna', 'Ben', 'Carla'])
  await two.presence.close()
  await vi.advanceTimersByTimeAsync(presenceTiming.linger / 2)
  expect(namesAt(three.presence), 'they may come back at another').toEqual(['Anna', 'Ben', 'Carla'])
  await vi.advanceTimersByTimeAsync(presenceTiming.linger)
  expect(namesAt(three.presence)).toEqual(['Anna', 'Carla'])
  one.self.isCut = true
  await vi.advanceTimersByTimeAsync(presenceTiming.silence / 2)
  expect(namesAt(three.presence)).toEqual(['Anna', 'Carla'])
  await vi.advanceTimersByTimeAsync(presenceTiming.silence)
  expect(namesAt(three.presence)).toEqual(['Carla'])
})

test('who left while a process heard nothing for a moment is forgotten there, too', async () => {
  const [one, two] = [start(), start()]
  one.presence.join(place, person('Anna'), () => undefined)
  const page = two.presence.join(place, person('Ben'), () => undefined)
  two.presence.join(place, person('Carla'), () => undefined)
  await vi.advanceTimersByTimeAsync(enough)
  one.self.isCut = true
  page.leave(true)
  await vi.advanceTimersByTimeAsync(enough)
  one.self.isCut = false
  expect(namesAt(one.presence)).toEqual(['Anna', 'Ben', 'Carla'])
  one.self.missed()
  // Processes ask at different moments.
  await vi.advanceTimersByTimeAsync(2 * enough)
  expect(namesAt(one.presence)).toEqual(['Anna', 'Carla'])
})

test('that the last page of a process is closed is told again where it could not be told', async () => {
  const [one, two] = [start(), start()]
  const page = one.presence.join(place, person('Anna'), () => undefined)
  two.presence.join(place, person('Ben'), () => undefined)
  await vi.advanceTimersByTimeAsync(enough)
  one.self.isMute = true
  page.leave(true)
  await vi.advanceTimersByTimeAsync(enough)
  one.self.isMute = false
  expect(namesAt(two.presence)).toEqual(['Anna', 'Ben'])
  await vi.advanceTimersByTimeAsync(presenceTiming.alive + enough)
  expect(namesAt(two.presence)).toEqual(['Ben'])
})

test('a process that was silent for long is back with all its people, whatever it tells first', async () => {
  const [one, two] = [start(), start()]
  one.presence.join(place, person('Anna'), () => undefined)
  two.presence.join(place, person('Ben'), () => undefined)
  await vi.advanceTimersByTimeAsync(enough)
  one.self.isMute = true
  await vi.advanceTimersByTimeAsync(presenceTiming.silence * 2)
  one.self.isMute = false
  expect(namesAt(two.presence)).toEqual(['Ben'])
  one.presence.edit({ ...place, scopeId: 'other plan' }, person('Carla'), 'tab', part)
  await vi.advanceTimersByTimeAsync(presenceTiming.alive + enough)
  expect(namesAt(two.presence)).toEqual(['Anna', 'Ben'])
})

test('what is known of a person may change while the page is open', async () => {
  const one = start()
  const page = one.presence.join(place, person('Anna'), () => undefined)
  page.update({ ...person('Anna'), isKnown: false })
  expect(one.presence.at(place).people).toEqual([{ ...person('Anna'), isKnown: false }])
})

test('a process that was cut off for long is back with its people, and forgets who left meanwhile', async () => {
  const [one, two] = [start(), start()]
  one.presence.join(place, person('Anna'), () => undefined)
  const page = two.presence.join(place, person('Ben'), () => undefined)
  two.presence.join(place, person('Carla'), () => undefined)
  await vi.advanceTimersByTimeAsync(enough)
  one.self.isCut = true
  await vi.advanceTimersByTimeAsync(2_000)
  page.leave(true)
  await vi.advanceTimersByTimeAsync(presenceTiming.silence * 2)
  expect(namesAt(two.presence)).toEqual(['Carla'])
  one.self.isCut = false
  one.self.missed()
  await vi.advanceTimersByTimeAsync(presenceTiming.answer + enough)
  expect(namesAt(one.presence)).toEqual(['Anna', 'Carla'])
  expect(namesAt(two.presence)).toEqual(['Anna', 'Carla'])
})

test('no message is larger than a notification, and what is no message is passed over', async () => {
  const one = start()
  for (let n = 0; n < 300; n++) one.presence.join(place, person(`${'ß'.repeat(60)}${n}`), () => undefined)
  await vi.advanceTimersByTimeAsync(enough)
  for (const it of said) expect(Buffer.byteLength(JSON.stringify({ aside: it }))).toBeLessThan(8_000)
  expect(peopleSaid()[0]?.['people']).not.toEqual([])
  for (const it of [
    {},
    { presence: 'people' },
    { presence: 'people', process: 'x', ...place, people: [1], asks: true },
  ])
    one.self.hear(it)
  expect(namesAt(one.presence)).toHaveLength(300)
})

const edited = (presence: Presence) => presence.at(place).edits.map(({ person, field }) => `${person.name} ${field}`)

test('what someone edits at one process is told at the other, until they stop, or say nothing for a while', async () => {
  const [one, two] = [start(), start()]
  two.presence.join(place, person('Ben'), () => undefined)
  await vi.advanceTimersByTimeAsync(enough)
  one.presence.edit(place, person('Anna'), 'tab', part)
  expect(edited(two.presence)).toEqual(['Anna title'])
  one.presence.edit(place, person('Anna'), 'tab', null)
  expect(edited(two.presence)).toEqual([])
  one.presence.edit(place, person('Anna'), 'tab', part)
  await vi.advanceTimersByTimeAsync(presenceTiming.editing - 5_000)
  two.presence.edit(place, person('Anna'), 'tab', part)
  await vi.advanceTimersByTimeAsync(presenceTiming.editing - 5_000)
  expect(edited(two.presence), 'told again').toEqual(['Anna title'])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(edited(two.presence)).toEqual([])
})

test('who signs out edits nothing any longer, at any process', async () => {
  const [one, two] = [start(), start()]
  const page = one.presence.join(place, person('Anna'), () => undefined)
  two.presence.join(place, person('Ben'), () => undefined)
  one.presence.edit(place, person('Anna'), 'tab', part)
  await vi.advanceTimersByTimeAsync(enough)
  expect(edited(two.presence)).toEqual(['Anna title'])
  page.leave(true)
  expect([edited(one.presence), edited(two.presence)]).toEqual([[], []])
})

test('a person who tells more than two pages would is asked to wait', async () => {
  const one = start()
  const waits = Array.from({ length: 160 }, () => one.presence.waitToEdit('Anna'))
  expect(waits.slice(0, 150)).toEqual(Array(150).fill(0))
  expect(waits[150]).toBeGreaterThan(0)
  expect(one.presence.waitToEdit('Ben')).toBe(0)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(one.presence.waitToEdit('Anna')).toBe(0)
})
