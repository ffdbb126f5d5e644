import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Seal, type SealedEvent, chainFaultOf, sealOf } from './security-chain.ts'

const workspaceId = '6f1c2a3e-0000-4000-8000-000000000001'
const text = fc.string({ maxLength: 20 })
const event: fc.Arbitrary<SealedEvent> = fc.record({
  id: fc.uuid(),
  at: fc.date({ noInvalidDate: true, min: new Date('2026-01-01'), max: new Date('2030-01-01') }),
  kind: text,
  personId: fc.option(fc.uuid()),
  personName: fc.option(text),
  network: fc.option(text),
  detail: fc.dictionary(text, fc.option(text)),
})

function chainOf(events: readonly SealedEvent[]) {
  const seals: Seal[] = []
  for (const it of events) {
    const place = { number: seals.length + 1, previous: seals.at(-1)?.hash ?? '' }
    seals.push(sealOf(workspaceId, it, place, `salt ${seals.length}`))
  }
  return seals
}

const firstFault = (events: readonly (SealedEvent | undefined)[], seals: readonly Seal[]) =>
  seals.findIndex((seal, index) => {
    const before = seals[index - 1] ?? { number: 0, hash: '' }
    return chainFaultOf(workspaceId, events[index], seal, before) !== undefined
  })

test('a chain that no one touched holds, whatever the order of the keys of its details', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 8 }), (events) => {
      const turned = events.map((it) => ({ ...it, detail: Object.fromEntries(Object.entries(it.detail).reverse()) }))
      expect(firstFault(turned, chainOf(events))).toBe(-1)
    }),
  )
})

test('whatever of an entry is changed, taken away or moved shows at that entry', () => {
  const changes: ((it: SealedEvent) => SealedEvent | undefined)[] = [
    () => undefined,
    (it) => ({ ...it, kind: `${it.kind}!` }),
    (it) => ({ ...it, at: new Date(it.at.getTime() + 1) }),
    (it) => ({ ...it, personName: `${it.personName ?? ''}!` }),
    (it) => ({ ...it, network: `${it.network ?? ''}!` }),
    (it) => ({ ...it, detail: { ...it.detail, by: `${it.detail['by'] ?? ''}!` } }),
  ]
  const many = fc.array(event, { minLength: 2, maxLength: 8 })
  fc.assert(
    fc.property(many, fc.nat(), fc.constantFrom(...changes), (events, place, change) => {
      const index = place % events.length
      const seals = chainOf(events)
      const touched = events.map((it, at) => (at === index ? change(it) : it))
      expect(firstFault(touched, seals)).toBe(index)
      // Without the entry and its seal, the one behind it does not follow.
      const cut = <It>(list: readonly It[]) => list.filter((_, at) => at !== index)
      if (index < events.length - 1) expect(firstFault(cut(events), cut(seals))).toBe(index)
    }),
  )
})
