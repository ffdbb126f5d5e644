import { newId } from '#app/kit/ids.ts'

type OldEvent = { name: string; subject: string; changes: object; subjectId?: string; visibleTo?: 'vendor' }

/** Events as they were kept while words stood in them, each with how the activity tells of it. */
export const oldEvents: (OldEvent & { what: string; told: string[] })[] = [
  {
    name: 'task changed',
    subject: 'Contract at Legal',
    changes: {
      dependsOn: { before: [], after: ['Scope', 'Budget: 2 working days later'] },
      sittings: { before: null, after: 'second Tuesday of the month' },
      durationDays: { before: 5, after: 9 },
      'lag.0197a3b2-0000-7000-8000-000000000001': { before: 0, after: 2 },
    },
    what: 'changed “Contract at Legal”',
    told: [
      'Dependencies: → Scope, Budget: 2 working days later',
      'Can only finish on: → second Tuesday of the month',
      'Working days: 5 → 9',
    ],
  },
  {
    name: 'calendar changed',
    subject: 'Faster month-end close',
    changes: {
      vendorWorkweek: { before: 'Mon Tue Wed', after: 'Mon Tue' },
      customerRegion: { before: null, after: 'Bavaria, Germany' },
      'closed.vendor.2026-12-24.2026-12-31': { before: null, after: 'Holidays' },
    },
    what: 'changed the calendar',
    told: ['The vendor’s working week: Mon Tue Wed → Mon Tue', 'The customer’s public holidays: → Bavaria, Germany'],
  },
  {
    name: 'plan adjusted',
    subject: 'moves 4 tasks, go-live 12 → 16 March',
    changes: {},
    what: 'applied a change: moves 4 tasks, go-live 12 → 16 March',
    told: [],
  },
  {
    name: 'adjustment undone',
    subject: 'moves 4 tasks',
    changes: { undoes: { before: null, after: 3 }, criticalDate: { before: '2026-05-02', after: '2026-05-01' } },
    what: 'undid a change: moves 4 tasks',
    told: ['Critical date: 2 May 2026 → 1 May 2026'],
  },
  {
    name: 'agreed value restored',
    subjectId: newId(),
    subject: '“Contract at Legal”, working days',
    changes: { durationDays: { before: '9', after: '5' } },
    what: 'restored what was agreed: “Contract at Legal”, working days',
    told: ['Working days: 9 → 5'],
  },
  {
    name: 'agreed value restored',
    subject: 'Win by',
    changes: { winBy: { before: '2 June 2026', after: '1 June 2026' } },
    what: 'restored what was agreed: Win by',
    told: ['Win by: 2 June 2026 → 1 June 2026'],
  },
  {
    name: 'plan agreed by both sides',
    subject: 'Faster month-end close',
    changes: { baseline: { before: null, after: 1 } },
    what: 'agreed to the plan; both sides have now agreed',
    told: [],
  },
  {
    name: 'terms changed',
    subject: 'Faster month-end close',
    changes: { baseline: { before: 30, after: 31 }, ifMissed: { before: null, after: '' } },
    what: 'changed the dates or the first win',
    told: ['Baseline: 30 → 31', 'If it is missed: → '],
  },
  {
    name: 'confirmer named',
    subject: 'Priya Raman',
    changes: { 'may confirm': { before: false, after: true } },
    what: 'allowed Priya Raman to confirm the first win',
    told: ['Can confirm the first win: no → yes'],
  },
  {
    name: 'tasks taken over',
    subject: 'Sam Ortiz',
    changes: { owner: { before: 'Max Lind', after: 'Sam Ortiz' }, steps: { before: null, after: ['Scope', 'Budget'] } },
    what: 'reassigned open tasks to Sam Ortiz',
    told: ['Owner: Max Lind → Sam Ortiz', 'Tasks: → Scope, Budget'],
  },
  {
    name: 'situation shared',
    subject: 'What we heard from Priya Raman',
    changes: { state: { before: 'draft', after: 'shared' } },
    visibleTo: 'vendor',
    what: 'shared what we heard from Priya Raman',
    told: ['State: draft → shared'],
  },
  { name: 'plan turned round', subject: 'Faster month-end close', changes: {}, what: 'made a change', told: [] },
]
