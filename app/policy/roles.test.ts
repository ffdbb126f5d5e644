import { expect, it } from 'vitest'
import { roleNameList } from './role-name-words.ts'
import { memberRoles, participantRoles, storedRoles } from './roles.ts'

it('reads the roles of a member in their order, and leaves out one that it does not know', () => {
  expect(storedRoles(['rep', 'admin'])).toEqual(['rep', 'admin'])
  expect(storedRoles(['auditor', 'marketing', 'constructor'])).toEqual(['marketing'])
})

it('names every role, and one of a newer version as it is stored', () => {
  const names = [...memberRoles, ...participantRoles].map((role) => roleNameList([role]))
  expect(new Set(names).size).toBe(memberRoles.length + participantRoles.length)
  expect(roleNameList(['account manager', 'champion', 'auditor', 'constructor'])).toBe(
    'account manager, champion, auditor, constructor',
  )
})
