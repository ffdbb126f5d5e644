import { expect, it } from 'vitest'
import { storedRoles } from './roles.ts'

it('reads the roles of a member in their order, and leaves out one that it does not know', () => {
  expect(storedRoles(['rep', 'admin'])).toEqual(['rep', 'admin'])
  expect(storedRoles(['auditor', 'marketing', 'constructor'])).toEqual(['marketing'])
})
