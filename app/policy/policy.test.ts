import { describe, expect, test } from 'vitest'
import { type CommandName, type Standing, commandRules, mayEver, sideOf, sightOf } from './policy.ts'
import { standingsOfMember, standingsOfSeat } from './standings.ts'
import { waitingRoles } from './roles.ts'

const may = (name: CommandName, ...standings: Standing[]) => mayEver(name, new Set(standings))
const names = Object.keys(commandRules) as CommandName[]

describe('who may do what', () => {
  test('no one of the vendor confirms the first win', () => {
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

  test('a viewer changes nothing but what was said of their own situation, takes part in the conversation, asks for a copy of their data and to be erased, takes their name off the victory card, and objects to a proposed champion', () => {
    expect(names.filter((name) => may(name, 'viewer')).sort()).toEqual([
      'add-comment',
      // Of what they alone were asked to approve.
      'answer-approval',
      'ask-for-erasure',
      'ask-question',
      'change-situation',
      'close-question',
      'confirm-situation',
      'decline-champion',
      'delete-comment',
      'edit-comment',
      'export-own-data',
      // Their own name alone.
      'leave-card',
      // Of what others changed, for themselves alone.
      'mark-seen',
      // Where the champion cannot be reached, someone else.
      'name-next-champion',
      // For tasks of their own.
      'promise-date',
      'reopen-question',
      'reopen-thread',
      'resolve-thread',
      'restore-comment',
      'return-to-card',
      // Where they were named.
      'take-champion',
      'withdraw-promise',
      // Of what was said of them alone.
      'withdraw-situation',
    ])
  })

  test('a person the champion has not accepted edits what is shared, and decides nothing for the customer', () => {
    const decides: CommandName[] = [
      'check-calendar',
      'agree-plan',
      'invite-participant',
      'remove-participant',
      'accept-participant',
      'set-entry-domains',
      'name-confirmer',
      'hand-on-champion',
      'agree-to-champion',
      'decline-champion',
      'confirm-first-win',
      'correct-first-win',
      'answer-reference',
      'give-consent',
    ]
    for (const role of waitingRoles)
      expect(
        decides.filter((name) => may(name, role)),
        role,
      ).toEqual([])
    expect(may('edit-task', 'waiting contributor')).toBe(true)
    expect(may('edit-task', 'waiting viewer')).toBe(false)
  })

  test('a seat that is not accepted shows what is shared, whatever stands beside it', () => {
    const waiting = standingsOfSeat({ role: 'contributor', mayConfirm: true, acceptedAt: null })
    expect([...waiting]).toEqual(['waiting contributor'])
    expect(sightOf(waiting)).toBe('shared')
    expect(
      sightOf(standingsOfSeat({ role: 'viewer', mayConfirm: false, acceptedAt: new Date('2026-06-17T08:00:00Z') })),
    ).toBe('customer')
    expect(sightOf(standingsOfMember(['rep']))).toBe('vendor')
  })

  test('a member who is not of the team only reads a plan and takes part in its conversation', () => {
    const onPlans = names.filter((name) => commandRules[name].scope === 'plan')
    const member = [...standingsOfMember(['rep', 'services', 'support', 'marketing', 'account manager'])]
    expect(onPlans.filter((name) => may(name, ...member))).toEqual([
      'answer-approval',
      // Of tasks of their own, as other members are asked to take them on.
      'promise-date',
      'withdraw-promise',
      'mark-seen',
      'add-comment',
      'edit-comment',
      'delete-comment',
      'restore-comment',
      'resolve-thread',
      'reopen-thread',
      'ask-question',
      'answer-question',
      'propose-closing',
      // Where they were asked to take the plan over.
      'accept-handoff',
      'send-back-handoff',
      // Of services, before they deliver it.
      'look-at-win',
      // Of marketing, which groups references by it.
      'set-account-profile',
      // Of those who need a reference for a deal.
      'request-call',
      'cancel-request',
      'note-outcome',
      // Of marketing.
      'describe-reference',
      // Of marketing, of what the customer agreed to.
      'ask-for-reference',
      'ask-for-logo',
      'take-reference',
      'write-piece',
      'send-piece',
      // Of everyone who uses a reference.
      'note-use',
      'remove-use',
    ])
  })

  test('only the champion, the lead and the team invite; contributors do not', () => {
    expect(
      ['champion', 'lead', 'team', 'contributor', 'viewer', 'member'].filter((it) =>
        may('invite-participant', it as Standing),
      ),
    ).toEqual(['champion', 'lead', 'team'])
  })
})

test('participants are the customer, everyone else is the vendor', () => {
  expect(sideOf({ kind: 'participant', workspaceId: '', id: '', name: '' })).toBe('customer')
  expect(sideOf({ kind: 'member', workspaceId: '', id: '', name: '', roles: [] })).toBe('vendor')
  expect(sideOf({ kind: 'api-key', workspaceId: '', id: '', name: '', scopes: [] })).toBe('vendor')
})
