import type { CommandName } from '#app/policy/policy.ts'
import type { Carrier } from './carrier.ts'
import type { Place } from './places.ts'

const request = ({ requestId }: Place) => ({ requestId })

/** How the commands of the library of references are reached from outside. */
export const callCarriers = {
  'request-call': {
    url: 'plans/:planId/library',
    form: () => ({
      kind: 'call',
      deal: 'Adria Logistics',
      why: 'They close in five systems.',
      ...{ dealRegion: 'DACH', competitor: 'none' },
      firstTime: '2026-06-23T14:00',
      secondTime: '2026-06-24T10:00',
      thirdTime: '2026-06-25T09:30',
      timeZone: 'Europe/Berlin',
    }),
  },
  'cancel-request': { url: 'plans/:planId/library', form: request },
  'note-outcome': {
    url: 'plans/:planId/library',
    form: ({ callId }) => ({ requestId: callId, tookPlace: 'yes', outcome: 'won' }),
  },
  'describe-reference': {
    url: 'plans/:planId/library',
    form: () => ({ product: 'Ledger', provenCapabilities: 'Closing, audit', companySize: '', language: 'German' }),
  },
  'accept-request': { url: 'plans/:planId/calls', form: (place) => ({ ...request(place), chosen: '1' }) },
  'decline-request': {
    url: 'plans/:planId/calls',
    form: (place) => ({ ...request(place), declineReason: 'Not now.' }),
  },
} as const satisfies Partial<Record<CommandName, Carrier>>
