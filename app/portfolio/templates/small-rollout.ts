import { type PlanTemplate, ownedByCustomer, ownedByVendor } from './template.ts'

/** One team, a service that runs elsewhere: about three weeks from signature to go-live. */
export const smallRollout: PlanTemplate = {
  id: 'small-rollout',
  name: 'Small software rollout (about 3 weeks after signing)',
  milestones: [
    {
      stage: 'Discovery',
      title: 'First win agreed',
      tasks: [
        {
          key: 'interviews',
          title: 'Stakeholder interviews',
          side: 'both',
          durationDays: 2,
          owner: 'lead',
        },
        {
          key: 'demo',
          title: 'Demo with {account}’s own data',
          side: 'vendor',
          durationDays: 2,
          owner: 'lead',
          dependsOn: [{ key: 'interviews' }],
        },
        {
          key: 'scope',
          title: 'Scope and first win agreed',
          side: 'both',
          durationDays: 1,
          owner: ownedByCustomer('sponsor'),
          dependsOn: [{ key: 'demo' }],
        },
      ],
    },
    {
      stage: 'Purchase',
      title: 'Agreement signed',
      tasks: [
        {
          key: 'registration',
          title: 'Register {vendor} as a vendor',
          side: 'customer',
          durationDays: 3,
          owner: ownedByCustomer('purchasing'),
          dependsOn: [{ key: 'scope' }],
        },
        {
          key: 'security',
          title: 'Security questionnaire',
          side: 'both',
          durationDays: 4,
          owner: ownedByCustomer('IT'),
          dependsOn: [{ key: 'scope' }],
        },
        {
          key: 'legal',
          title: 'Contract at Legal',
          side: 'customer',
          durationDays: 5,
          owner: ownedByCustomer('legal'),
          dependsOn: [{ key: 'scope' }],
        },
        {
          key: 'order',
          title: 'Order signed',
          side: 'customer',
          durationDays: 1,
          owner: ownedByCustomer('sponsor'),
          dependsOn: [{ key: 'registration' }, { key: 'security' }, { key: 'legal' }],
        },
      ],
    },
    {
      stage: 'Implementation',
      title: 'Ready for first users',
      tasks: [
        {
          key: 'kickoff',
          title: 'Kick-off',
          side: 'both',
          durationDays: 1,
          owner: 'lead',
          dependsOn: [{ key: 'order' }],
        },
        {
          key: 'access',
          title: 'Set up accounts and single sign-on',
          side: 'customer',
          durationDays: 2,
          owner: ownedByCustomer('IT'),
          dependsOn: [{ key: 'kickoff' }],
        },
        {
          key: 'configure',
          title: 'Configuration and data import',
          side: 'vendor',
          durationDays: 4,
          owner: ownedByVendor('services'),
          dependsOn: [{ key: 'kickoff' }],
        },
      ],
    },
    {
      stage: 'Rollout',
      title: 'Live',
      tasks: [
        {
          key: 'trial',
          title: 'Trial with five users',
          side: 'customer',
          durationDays: 4,
          owner: ownedByCustomer('project lead'),
          dependsOn: [{ key: 'access' }, { key: 'configure' }],
        },
        {
          key: 'train',
          title: 'Train the team',
          side: 'both',
          durationDays: 2,
          owner: ownedByVendor('services'),
          dependsOn: [{ key: 'trial' }],
        },
        {
          key: 'switch',
          title: 'Cut over',
          side: 'customer',
          durationDays: 2,
          owner: ownedByCustomer('IT'),
          dependsOn: [{ key: 'train' }],
        },
      ],
    },
    {
      stage: 'Value',
      title: 'First win',
      tasks: [
        {
          key: 'use',
          title: 'Two weeks of daily use',
          side: 'customer',
          durationDays: 10,
          owner: ownedByCustomer('project lead'),
          dependsOn: [{ key: 'switch' }],
        },
        {
          key: 'measure',
          title: 'Measure the first win',
          side: 'customer',
          durationDays: 2,
          owner: ownedByCustomer('sponsor'),
          dependsOn: [{ key: 'use' }],
        },
      ],
    },
  ],
}
