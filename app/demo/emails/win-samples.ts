import { type Samples, samplePlan } from './sample-plan.ts'

const win = {
  ...samplePlan,
  name: 'Mia Torres',
  statement: 'We closed September in one day instead of thirty.',
  measure: 'time to close a month',
  unit: 'days',
  baseline: 30,
  target: 2,
  measured: 1,
  targetMet: true,
  confirmedBy: 'Priya Raman',
  confirmedByTitle: 'Head of Finance Operations',
  confirmedFrom: { domain: 'halden.example', isPersonal: false },
  confirmedOn: '2026-10-06',
}

type WinKind =
  | 'win-confirmed'
  | 'win-corrected'
  | 'win-withdrawn'
  | 'reference-ready'
  | 'reference-agreed'
  | 'reference-declined'
  | 'used-reference-ended'

/** What follows the first win, and the reference that comes of it. */
export const winSamples: Samples<WinKind> = {
  'win-confirmed': {
    'target met': { ...win, name: 'Lena Fors', announcedTo: 'the board and all plants' },
    'target missed': {
      ...win,
      name: 'Lena Fors',
      announcedTo: 'the board and all plants',
      measured: 5,
      targetMet: false,
    },
  },
  'win-corrected': {
    'marketing, consent on hold': {
      ...win,
      measured: 3,
      targetMet: false,
      correctedBy: 'Priya Raman',
      before: { statement: win.statement, measured: 1, unit: 'days' },
      reader: 'marketing',
      consentOnHold: true,
    },
    'the team of the plan': {
      ...win,
      correctedBy: 'Priya Raman',
      before: { statement: 'We closed in a day.', measured: 1, unit: 'days' },
      reader: 'plan',
      consentOnHold: false,
    },
  },
  'win-withdrawn': {
    'marketing, consent ended': {
      ...win,
      withdrawnBy: 'Priya Raman',
      reason: 'Two plants were not counted.',
      reader: 'marketing',
      consentEnded: true,
    },
    'the team of the plan': {
      ...win,
      withdrawnBy: 'Priya Raman',
      reason: 'Two plants were not counted.',
      reader: 'plan',
      consentEnded: false,
    },
  },
  'reference-ready': {
    'target met': win,
    'target missed, from a personal address': {
      ...win,
      measured: 5,
      targetMet: false,
      confirmedByTitle: null,
      confirmedFrom: { domain: 'gmail.com', isPersonal: true },
    },
  },
  'reference-agreed': {
    'within limits': {
      ...win,
      agreedBy: 'Priya Raman',
      kinds: ['quote', 'call'],
      limits: ['max. 2 calls or talks per quarter', 'until 31 December 2027'],
      conditions: 'Not for competitors',
      quote: 'We closed September in one day, and no one stayed late',
    },
    'without limits': { ...win, agreedBy: 'Priya Raman', kinds: ['logo'], limits: [], quote: null },
  },
  'reference-declined': {
    'consent withdrawn': { ...win, answeredBy: 'Priya Raman', wasAgreed: true, kinds: ['quote', 'call'] },
    'said no': { ...win, answeredBy: 'Priya Raman', wasAgreed: false, kinds: [] },
  },
  'used-reference-ended': {
    'consent withdrawn': {
      ...samplePlan,
      name: 'Mara Keller',
      by: 'Priya Raman',
      uses: [
        { kind: 'call', on: '2026-09-02', what: 'Call with Nordwind, before their board meeting' },
        { kind: 'quote', on: '2026-09-14', what: 'Offer for Aldermann' },
      ],
    },
    'consent on hold': {
      ...samplePlan,
      name: 'Mara Keller',
      by: 'Priya Raman',
      isOnHold: true,
      uses: [{ kind: 'quote', on: '2026-09-14', what: 'Offer for Aldermann' }],
    },
    'other words': {
      ...samplePlan,
      name: 'Mara Keller',
      by: 'Priya Raman',
      changed: 'words',
      uses: [{ kind: 'quote', on: '2026-09-14', what: 'Offer for Aldermann' }],
    },
    'narrower limits': {
      ...samplePlan,
      name: 'Mara Keller',
      by: 'Priya Raman',
      changed: 'limits',
      uses: [{ kind: 'call', on: '2026-09-02', what: 'Call with Nordwind, before their board meeting' }],
    },
  },
}
