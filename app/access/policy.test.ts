import { describe, expect, test } from 'vitest'
import { type CommandName, type Standing, commandRules, mayEver, sideOf, standingsOfMember } from './policy.ts'

const may = (name: CommandName, ...standings: Standing[]) => mayEver(name, new Set(standings))
const names = Object.keys(commandRules) as CommandName[]

describe('who may do what', () => {
  test('nobody of the vendor confirms the first win', () => {
    const vendor: Standing[] = [
      'admin',
      'rep',
      'account manager',
      'services',
      'support',
      'marketing',
      'member',
      'lead',
      'team',
    ]
    expect(vendor.filter((standing) => may('confirm-first-win', standing))).toEqual([])
    expect(may('confirm-first-win', 'champion')).toBe(true)
    expect(may('confirm-first-win', 'contributor', 'confirmer')).toBe(true)
    expect(may('confirm-first-win', 'contributor')).toBe(false)
  })

  test('a viewer changes nothing but what was said of their own situation', () => {
    expect(names.filter((name) => may(name, 'viewer')).sort()).toEqual(['change-situation', 'confirm-situation'])
  })

  test('a member who is not of the team only reads a plan', () => {
    const onPlans = names.filter((name) => commandRules[name].scope === 'plan')
    const member = [...standingsOfMember(['rep', 'services', 'support', 'marketing', 'account manager'])]
    expect(onPlans.filter((name) => may(name, ...member))).toEqual([])
  })

  test('only the champion, the lead and the team invite; contributors do not', () => {
    expect(
      ['champion', 'lead', 'team', 'contributor', 'viewer', 'member'].filter((it) =>
        may('invite-participant', it as Standing),
      ),
    ).toEqual(['champion', 'lead', 'team'])
  })
})

test('participants are the customer, everybody else is the vendor', () => {
  expect(sideOf({ kind: 'participant', workspaceId: '', id: '', name: '' })).toBe('customer')
  expect(sideOf({ kind: 'member', workspaceId: '', id: '', name: '', roles: [] })).toBe('vendor')
  expect(sideOf({ kind: 'job', workspaceId: '', name: '' })).toBe('vendor')
})
