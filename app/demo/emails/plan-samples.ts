import { type Samples, samplePlan } from './sample-plan.ts'

const toBuyer = { ...samplePlan, name: 'Priya Raman' }
const toRep = { ...samplePlan, name: 'Mara Keller' }

const invitation = {
  ...toBuyer,
  inviter: 'Mara Keller',
  inviterTitle: 'Account executive',
  inviterCompany: 'Brightline',
  liveOn: '2026-09-15',
  winStatement: 'We closed September in one day instead of thirty.',
  validFor: '14 days',
}

/** The way to a plan, and what its dates do. */
export const planSamples: Samples<'invitation' | 'invitation-reminder' | 'date-slipped'> = {
  invitation: {
    'the champion, with a personal line': {
      ...invitation,
      personalLine: 'As we said on the phone: this is the plan for your September close.',
      participantRole: 'champion',
      firstTask: { title: 'Send the contract to Legal', doBy: '2026-06-26', expected: null, isOwn: true },
    },
    'a contributor whose side starts': {
      ...invitation,
      name: 'Tomás Ibarra',
      personalLine: null,
      participantRole: 'contributor',
      firstTask: { title: 'Export three years of ledgers', doBy: '2026-07-10', expected: null, isOwn: false },
    },
    'to a plan without a first win': {
      ...invitation,
      personalLine: null,
      participantRole: 'contributor',
      winStatement: '',
      firstTask: null,
    },
    'a viewer without a task, from an inviter without a job title': {
      ...invitation,
      name: 'Ines Roth',
      inviterTitle: null,
      personalLine: null,
      participantRole: 'viewer',
      firstTask: null,
    },
  },
  'invitation-reminder': {
    'after two days': {
      ...toBuyer,
      inviter: 'Mara Keller',
      inviterCompany: 'Brightline',
      invitedOn: '2026-06-15',
      isLast: false,
      validFor: '14 days',
    },
    'after five days': {
      ...toBuyer,
      name: 'Tomás Ibarra',
      inviter: 'Priya Raman',
      inviterCompany: 'Halden Foods',
      invitedOn: '2026-06-12',
      isLast: true,
      validFor: '14 days',
    },
  },
  'date-slipped': {
    'go-live, with what would keep the date': {
      ...toBuyer,
      goal: 'go-live',
      by: '2026-09-15',
      before: '2026-09-11',
      expected: '2026-09-18',
      days: 3,
      also: { goal: 'win', by: '2026-10-15', before: '2026-10-15', expected: '2026-10-20', days: 3 },
      advice: [
        '“Contract at Legal” in 7 working days instead of 10',
        'Brightline works through Company day, 3 July',
        'Go-live on 18 September instead of 15 September',
      ],
      atOnce: true,
    },
    'the first win, to the lead, without advice': {
      ...toRep,
      goal: 'win',
      by: '2026-10-15',
      before: '2026-10-15',
      expected: '2027-11-16',
      days: 281,
      also: null,
      advice: [],
      atOnce: true,
    },
  },
}
