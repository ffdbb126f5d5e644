import { newId } from '#app/kit/ids.ts'

type OldEvent = {
  name: string
  subject: string
  changes: object
  subjectId?: string
  visibleTo?: 'vendor'
  by?: string
  /** A moment, ISO. */
  at?: string
}

/** Events as stored when they still held English texts, each with its sentence in the activity. */
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
    what: 'undid a change that moved 4 tasks',
    told: ['Target date: 2 May 2026 → 1 May 2026'],
  },
  {
    name: 'agreed value restored',
    subjectId: newId(),
    subject: '“Contract at Legal”, working days',
    changes: { durationDays: { before: '9', after: '5' } },
    what: 'restored what was agreed: Working days of “Contract at Legal”',
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
  {
    name: 'adjustment undone',
    subject: 'moves 1 step, go-live 16 → 12 March',
    changes: { undoes: { before: null, after: 3 } },
    what: 'undid a change: moves 1 step, go-live 16 → 12 March',
    told: [],
  },
  {
    name: 'adjustment undone',
    subject: 'moves no tasks',
    changes: { undoes: { before: null, after: 3 } },
    what: 'undid a change that moved no tasks',
    told: [],
  },
  {
    // A plan may have such a name.
    name: 'change undone',
    subject: 'moves 4 tasks',
    changes: { undone: { before: null, after: 'terms changed' } },
    what: 'undid the change to “moves 4 tasks”',
    told: [],
  },
  { name: 'plan turned round', subject: 'Faster month-end close', changes: {}, what: 'made a change', told: [] },
]

/** A plan that was closed, reopened, closed again and archived, and a situation that was shared and is a draft again. */
export const oldEnding = (sheetId: string): OldEvent[] => {
  const subject = 'Faster month-end close'
  const lost = (reason: string) => ({
    state: { before: 'agreed', after: 'lost' },
    reason: { before: null, after: reason },
  })
  const at = '2026-03-02T08:00:00Z'
  return [
    { name: 'plan lost', subject, changes: lost('postponed'), at: '2026-02-02T08:00:00Z' },
    { name: 'plan reopened', subject, changes: { state: { before: 'lost', after: 'rough' } } },
    { name: 'plan lost', subject, changes: lost('no budget'), at, by: 'Max Lind' },
    {
      ...{ name: 'closing noted', subject, at, by: 'Max Lind', visibleTo: 'vendor' },
      changes: { note: { before: null, after: 'Call again in May.' } },
    },
    { name: 'plan archived', subject, changes: {}, at: '2026-04-02T08:00:00Z', by: 'Ida Moor' },
    {
      ...{
        name: 'situation shared',
        subjectId: sheetId,
        subject: 'What we heard from Priya Raman',
        visibleTo: 'vendor',
      },
      changes: { state: { before: 'draft', after: 'shared' } },
    },
  ]
}

/** Rows of a plan's activity by a member, numbered from 1. */
export const oldActivity = (ids: { member: string }, planId: string, events: readonly OldEvent[]) =>
  events.map((event, index) => ({
    scope: 'plan',
    scope_id: planId,
    number: index + 1,
    at: event.at ?? '2026-06-17T08:00:00Z',
    actor_kind: 'member',
    actor_id: ids.member,
    actor_name: event.by ?? 'Sam Ortiz',
    actor_side: 'vendor',
    command: 'edit-terms',
    event: event.name,
    subject_id: event.subjectId ?? planId,
    subject: event.subject,
    visible_to: event.visibleTo ?? null,
    changes: JSON.stringify(event.changes),
  }))

/** A situation that is a draft, of a participant of the plan that was lost. */
export const oldSheet = (ids: { sheet: string; lost: string; participant: string }) => ({
  id: ids.sheet,
  plan_id: ids.lost,
  participant_id: ids.participant,
  person_name: 'Priya Raman',
  job_title: 'Controller',
  critical_issue: 'Slow close',
  reasons: '',
  capabilities_needed: '',
  difference: '',
  critical_date: '2026-05-01',
  state: 'draft',
  created_at: '2026-02-01T08:00:00Z',
})
