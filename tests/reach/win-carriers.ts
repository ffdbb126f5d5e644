import type { CommandName } from '#app/policy/policy.ts'
import type { Carrier } from './carrier.ts'
import type { Place } from './places.ts'

const sheet = {
  jobTitle: 'Head of finance',
  issue: 'The month takes too long to close.',
  reasons: 'Five systems are reconciled by hand.',
  capabilities: 'One ledger.',
  difference: 'Twenty-nine days a month.',
  'figures.0.amount': '320',
  'figures.0.unit': 'hours',
  'figures.0.source': 'Time sheets of the spring',
  criticalDate: '2026-09-15',
}

const situation = (place: Place) => ({ situationId: place.situationIds.get(place.people.champion.id) ?? '' })

/** How the commands of situations, wins, cards and references are reached from outside. */
export const winCarriers = {
  'save-situation': {
    url: 'plans/:planId/situations/:situationId',
    form: () => ({ personId: 'else', personName: 'Ida Moss', ...sheet }),
  },
  'share-situation': { url: 'plans/:planId/situations', form: situation },
  'mark-key-person': {
    url: 'plans/:planId/situations',
    form: ({ people }) => ({ participantId: people.viewer.id, isKey: 'yes' }),
  },
  'confirm-situation': { url: 'plans/:planId', form: (place) => ({ ...situation(place), ...sheet }) },
  'change-situation': { url: 'plans/:planId/situations/:situationId', form: () => sheet },
  'withdraw-situation': { url: 'plans/:planId/your-data', form: situation },
  'confirm-first-win': {
    url: 'plans/:planId/win',
    form: () => ({ winVersion: '1', measuredValue: '1.5', checked: '1.5', wordsHold: 'yes', confirmWorse: '' }),
  },
  'record-measurement': { url: 'plans/:planId/win', form: () => ({ measuredValue: '12' }) },
  'remove-measurement': { url: 'plans/:planId/results', form: ({ measurementId }) => ({ measurementId }) },
  'add-further-win': {
    url: 'plans/:planId/results',
    form: () => ({ statement: 'No overtime!', measure: 'overtime', unit: 'hours', baseline: '20', target: '0' }),
  },
  'remove-further-win': { url: 'plans/:planId/results', form: ({ winId }) => ({ winId }) },
  'confirm-further-win': {
    url: 'plans/:planId/results',
    form: ({ winId }) => ({ winId, measuredValue: '1', statement: 'No overtime!', reachedOn: '2026-06-12' }),
  },
  'reopen-further-win': { url: 'plans/:planId/results', form: ({ winId }) => ({ winId }) },
  'plan-measuring': { url: 'plans/:planId/results', form: () => ({ baselineHow: 'From the log.' }) },
  'look-at-win': { url: 'plans/:planId/results', form: () => ({ winVersion: '1' }) },
  'say-not-yet': {
    url: 'plans/:planId/results',
    form: () => ({ reason: 'Two plants are still missing.', measureOn: '2026-09-30' }),
  },
  'ask-for-result': { url: 'plans/:planId/results', form: () => ({ note: 'Did it work?' }) },
  'withdraw-first-win': { url: 'plans/:planId/win', form: () => ({ reason: 'Two plants were not counted.' }) },
  'correct-first-win': {
    url: 'plans/:planId/win',
    form: () => ({ measuredValue: '2', wordsHold: 'yes', confirmWorse: '' }),
  },
  'save-card': { url: 'plans/:planId/card', form: () => ({ winVersion: '2', headline: 'One day!', people: [] }) },
  'share-card': { url: 'plans/:planId/card', form: () => ({}) },
  'stop-sharing-card': { url: 'plans/:planId/card', form: () => ({}) },
  'save-note': { url: 'plans/:planId/note', form: () => ({ why: 'The audit.', byWhen: '', brings: '', asks: '' }) },
  'share-note': { url: 'plans/:planId/note', form: () => ({}) },
  'stop-sharing-note': { url: 'plans/:planId/note', form: () => ({}) },
  'answer-reference': { url: 'plans/:planId/reference', form: () => ({ answer: 'later' }) },
  'give-consent': {
    url: 'plans/:planId/reference',
    form: () => ({
      winVersion: '2',
      kinds: ['call', 'quote'],
      callsPerQuarter: '2',
      quoteText: 'One day!',
      until: '2030-01-01',
      note: '',
    }),
  },
  'ask-for-reference': { url: 'plans/:planId/reference/use', form: () => ({}) },
  'ask-for-logo': { url: 'plans/:planId/reference/use', form: () => ({}) },
  'take-reference': { url: 'plans/:planId/reference/use', form: () => ({}) },
  'write-piece': { url: 'plans/:planId/reference/use', form: () => ({ kind: 'quote', text: 'One day!' }) },
  'send-piece': { url: 'plans/:planId/reference/use', form: () => ({ kind: 'quote', text: 'One day!' }) },
  'answer-piece': {
    url: 'plans/:planId/reference/pieces/:piece',
    form: () => ({ kind: 'quote', version: '1', answer: 'approve' }),
  },
  'note-use': {
    url: 'plans/:planId/reference/use',
    form: () => ({ kind: 'quote', usedOn: '2026-06-12', usedFor: 'The website', isApproved: 'yes' }),
  },
  'remove-use': { url: 'plans/:planId/reference/use', form: ({ useId }) => ({ useId }) },
} satisfies Partial<Record<CommandName, Carrier>>
