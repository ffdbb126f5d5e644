import { expect, test } from 'vitest'
import fc from 'fast-check'
import { type CapabilityState, mismatchesOf } from './mismatches-of.ts'

const fine: CapabilityState = {
  isPromised: true,
  inContract: true,
  isLeftOut: false,
  tasks: 1,
  isDelivered: true,
  isAccepted: true,
}

test('a capability that was promised, sold, planned, delivered and accepted fits together', () => {
  expect(mismatchesOf(fine)).toEqual([])
})

test.each([
  [{ isPromised: false, inContract: false, isDelivered: false, isAccepted: false }, 'not promised'],
  [{ inContract: false }, 'not in the contract'],
  [{ tasks: 0, isDelivered: false, isAccepted: false }, 'on no task'],
  [{ isAccepted: false }, 'not accepted'],
] as const)('%o is %s', (change, mismatch) => {
  expect(mismatchesOf({ ...fine, ...change })).toEqual([mismatch])
})

test('several can be wrong at once', () => {
  expect(mismatchesOf({ ...fine, inContract: false, isAccepted: false })).toEqual([
    'not in the contract',
    'not accepted',
  ])
})

test('what was left out of the contract on purpose asks for no promise and no contract', () => {
  const state = fc.record({
    isPromised: fc.boolean(),
    inContract: fc.constant(false),
    isLeftOut: fc.constant(true),
    tasks: fc.nat(3),
    isDelivered: fc.boolean(),
    isAccepted: fc.constant(false),
  })
  fc.assert(
    fc.property(state, (it) => mismatchesOf(it).every((mismatch) => mismatch === 'not accepted' && it.isDelivered)),
  )
})
