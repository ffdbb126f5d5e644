import { type Samples, samplePlan } from './sample-plan.ts'

const call = {
  ...samplePlan,
  by: 'Mara Keller',
  what: 'reference call',
  deal: 'Adria Logistics',
  text: 'They close their books in five systems and would like to hear how you moved to one.',
  times: ['Tuesday, 20 October, 14:00 CEST', 'Wednesday, 21 October, 10:00 CEST', 'Friday, 23 October, 09:30 CEST'],
  reason: null,
  calendar: null,
}
const toChampion = { ...call, name: 'Priya Raman', reader: 'champion' as const }
const toMember = { ...call, name: 'Mara Keller', reader: 'member' as const, by: 'Priya Raman' }
const chosen = { times: ['Wednesday, 21 October, 10:00 CEST'] }

/** What becomes of a request for a reference call. */
export const callSamples: Samples<'reference-call'> = {
  'reference-call': {
    asked: { ...toChampion, event: 'asked' },
    'asked, with an approval': { ...toChampion, event: 'asked', approver: 'Jonas Berg' },
    'accepted, to the champion': { ...toChampion, ...chosen, event: 'accepted', by: 'Priya Raman' },
    'accepted, to the member': { ...toMember, ...chosen, event: 'accepted' },
    declined: { ...toMember, event: 'declined', reason: 'We are closing the year, please ask again in February' },
    'withdrawn, to the champion': { ...toChampion, ...chosen, event: 'withdrawn', by: 'Priya Raman' },
    'withdrawn, to the member': { ...toMember, ...chosen, event: 'withdrawn' },
    'cancelled, to the champion': { ...toChampion, event: 'cancelled' },
    'cancelled, to the member': { ...toMember, event: 'cancelled', by: 'Mia Torres' },
    'consent ended, to the champion': { ...toChampion, event: 'ended', by: 'Priya Raman' },
    'consent ended, to the member': { ...toMember, event: 'ended' },
    'consent narrowed, to the champion': { ...toChampion, event: 'narrowed', by: 'Priya Raman' },
    'consent narrowed, to the member': { ...toMember, event: 'narrowed' },
    'plan archived, to the champion': { ...toChampion, event: 'archived' },
    'plan archived, to the member': { ...toMember, event: 'archived', by: 'Mia Torres' },
    'champion changed, to the former one': { ...toChampion, event: 'handed on', by: 'Priya Raman' },
    'champion changed, to the member': { ...toMember, event: 'handed on' },
    'member left, to the champion': { ...toChampion, event: 'member left' },
  },
}
