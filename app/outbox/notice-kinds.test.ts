import { describe, expect, test } from 'vitest'
import { noticesOf } from '#tests/samples/notices.ts'
import { readNotice } from './notice-kinds.ts'

const id = (n: number) => `0b0e7a52-9a5c-4f0e-8a0e-${String(n).padStart(12, '0')}`
const samples = Object.entries(noticesOf('Mara Keller', { codeId: id(1), planIds: [id(2), id(3)] }))

/** What the database gives back. */
const stored = (facts: object) => JSON.parse(JSON.stringify(facts)) as Record<string, unknown>

describe.each(samples)('%s', (kind, { facts }) => {
  test('is read as it was written, with who acted', () => {
    const sender = { kind: 'member', id: id(4) }
    const { notice } = readNotice({ kind, facts: { ...stored(facts), sender } })
    // Samples hold more than some kinds need.
    expect({ ...stored(facts), sender }).toMatchObject({ ...notice?.facts, sender })
    expect(notice?.facts.sender).toEqual(sender)
  })

  test('is not read without a field that its email needs, or with something else in its place', () => {
    for (const field of Object.keys(stored(facts)))
      for (const wrong of [undefined, { secret: 'Mara Keller' }]) {
        const { notice, fault } = readNotice({ kind, facts: stored({ ...facts, [field]: wrong }) })
        if (notice) expect(notice.facts, `${field} is not of this email`).not.toHaveProperty(field)
        else {
          expect(fault).toContain(field)
          expect(fault, 'what a notice holds is no text for the log').not.toContain('Mara')
        }
      }
  })
})

test.each(['unknown-kind', 'constructor', ''])('a kind that this version does not know is not read: “%s”', (kind) =>
  expect(readNotice({ kind, facts: {} }).fault).toContain('kind'),
)

test.each([null, 7, 'text', [], undefined])('facts that are no object are not read: %s', (facts) =>
  expect(readNotice({ kind: 'terms-changed', facts }).fault).toContain('facts'),
)

test('fields that another version added are left out', () => {
  const { notice } = readNotice({ kind: 'plan-objected', facts: { by: 'Mara', reason: 'Too early', later: true } })
  expect(notice).toEqual({ kind: 'plan-objected', facts: { by: 'Mara', reason: 'Too early' } })
})
