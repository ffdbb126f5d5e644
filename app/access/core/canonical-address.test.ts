import { expect, test } from 'vitest'
import { canonicalAddress } from './canonical-address.ts'

test.each([
  ['name+2@halden.example', 'name@halden.example'],
  ['Name+tag+more@Halden.example', 'name@halden.example'],
  ['first.last@halden.example', 'first.last@halden.example'],
  ['first.last+x@gmail.com', 'firstlast@gmail.com'],
  ['f.irst.last@googlemail.com', 'firstlast@gmail.com'],
  ['+odd@halden.example', '+odd@halden.example'],
])('%s reaches the mailbox of %s', (written, canonical) => {
  expect(canonicalAddress(written)).toBe(canonical)
})
