import type { CommandName } from '#app/policy/policy.ts'
import type { Carrier } from './carrier.ts'
import type { Place } from './places.ts'

const capability = ({ capabilityId }: Place) => ({ capabilityId })

const handoff = ({ handoffId }: Place) => ({ handoffId })

/** How the commands of what was sold, and of handoffs, are reached from outside. */
export const capabilityCarriers = {
  'add-capability': {
    url: 'plans/:planId/sold',
    form: ({ people }) => ({ need: 'Sign in with the company account.', why: '', askerId: people.viewer.id }),
  },
  'edit-capability': {
    url: 'plans/:planId/sold/:capabilityId',
    form: () => ({ need: 'One ledger.', why: 'Five systems today.', askerId: 'else', askerName: 'Ida Moss' }),
  },
  'promise-capability': {
    url: 'plans/:planId/sold/:capabilityId',
    form: ({ leadId, taskIds }) => ({
      ...{ promisedBy: leadId, inContract: 'yes', quantity: '250', edition: 'Enterprise' },
      ...{ tasks: [taskIds['legal'] ?? ''], internalNote: 'At a discount.' },
    }),
  },
  'leave-out-capability': {
    url: 'plans/:planId/sold/:capabilityId',
    form: () => ({ reason: 'It comes with next year’s edition.' }),
  },
  'deliver-capability': { url: 'plans/:planId/sold', form: capability },
  'withdraw-delivery': { url: 'plans/:planId/sold', form: capability },
  'accept-capability': { url: 'plans/:planId/sold', form: capability },
  'withdraw-acceptance': { url: 'plans/:planId/sold', form: capability },
  'remove-capability': { url: 'plans/:planId/sold/:capabilityId', form: () => ({}) },
  'restore-capability': { url: 'plans/:planId/sold', form: capability },
  'offer-handoff': {
    url: 'plans/:planId/handoff',
    form: ({ teamId }) => ({ receiverId: teamId, note: 'Call Priya first.', withTasks: 'yes' }),
  },
  'withdraw-handoff': { url: 'plans/:planId/handoff', form: handoff },
  'accept-handoff': { url: 'plans/:planId/handoff', form: handoff },
  'send-back-handoff': {
    url: 'plans/:planId/handoff',
    form: (place) => ({ ...handoff(place), questions: 'Who signs at the customer?' }),
  },
  'set-service': { url: 'plans/:planId/sold', form: () => ({ unit: 'days', paid: '20', planned: '19', used: '6.5' }) },
} as const satisfies Partial<Record<CommandName, Carrier>>
