import { changedWords, dailyNewsOf } from '#app/daily/daily-news-words.ts'
import { type DailyPlanFacts, type ToldBecause, toldBecause } from '#app/outbox/daily-facts.ts'
import type { ToldDaily } from '#app/outbox/when-told.ts'
import type { NoticeFacts } from '#app/outbox/notice-kinds.ts'
import { samplePlan } from './sample-plan.ts'

/** What is looked up when the email of a day is written. */
type LookedUp = 'terms-changed' | 'comment-added'
type ToldByFacts = { readonly [Kind in Exclude<ToldDaily, LookedUp>]: Extract<NoticeFacts, { kind: Kind }> }

const id = '0b0e7a52-9a5c-4f0e-8a0e-000000000001'
const statement = 'We closed the books in one day.'
const plan = { ...samplePlan, name: 'Priya Raman' }
const ines = { person: 'Ines Roth', email: 'ines.roth@halden.example' }

/** A kind of notice that only the email of a day tells, without a sample, does not compile. */
const told: ToldByFacts = {
  'plan-agreed': { kind: 'plan-agreed', facts: { by: 'Mara Keller', isBoth: true } },
  'plan-objected': { kind: 'plan-objected', facts: { by: 'Priya Raman', reason: 'Legal needs two more weeks.' } },
  'objection-answered': {
    kind: 'objection-answered',
    facts: { by: 'Mara Keller', text: 'Agreed, the contract now has until 29 June.' },
  },
  'approval-asked': {
    kind: 'approval-asked',
    facts: { by: 'Lena Fors', task: 'Map the chart of accounts', taskId: id },
  },
  'task-given': { kind: 'task-given', facts: { by: 'Mara Keller', task: 'Name the testers', taskId: id } },
  'gate-opened': { kind: 'gate-opened', facts: { gate: 'Contract signed' } },
  'team-joined': { kind: 'team-joined', facts: { by: 'Mara Keller' } },
  'lead-given': { kind: 'lead-given', facts: { by: 'Henrike Aalto', leaver: 'Mara Keller' } },
  'handoff-answered': {
    kind: 'handoff-answered',
    facts: { by: 'Lena Fors', answer: 'sent back', questions: 'Who signs at the customer?' },
  },
  'lead-changed': {
    kind: 'lead-changed',
    facts: { lead: 'Lena Fors', jobTitle: 'Implementation lead', before: 'Mara Keller' },
  },
  'capability-delivered': {
    kind: 'capability-delivered',
    facts: { by: 'Lena Fors', need: 'One ledger for all five plants', capabilityId: id },
  },
  'capability-accepted': {
    kind: 'capability-accepted',
    facts: { by: 'Priya Raman', need: 'One ledger for all five plants' },
  },
  'champion-gone': { kind: 'champion-gone', facts: { champion: 'Priya Raman', why: 'silent' } },
  'champion-named': { kind: 'champion-named', facts: { by: 'Mara Keller', champion: 'Priya Raman' } },
  'win-to-look-at': { kind: 'win-to-look-at', facts: { by: 'Mara Keller', statement } },
  'win-due': { kind: 'win-due', facts: { statement, on: '2026-06-17' } },
  'win-asked': {
    kind: 'win-asked',
    facts: { by: 'Mara Keller', note: 'June was your third close on the new ledger.' },
  },
  'win-not-yet': {
    kind: 'win-not-yet',
    facts: { by: 'Priya Raman', reason: 'July is the first full month.', measureOn: '2026-08-05' },
  },
  'further-win-confirmed': {
    kind: 'further-win-confirmed',
    facts: {
      by: 'Priya Raman',
      statement: 'The audit file is ready on the same day.',
      value: '1 day, before 9 days',
    },
  },
  'further-win-reopened': {
    kind: 'further-win-reopened',
    facts: { by: 'Priya Raman', statement: 'The audit file is ready on the same day.' },
  },
  'situation-withdrawn': { kind: 'situation-withdrawn', facts: { by: 'Priya Raman' } },
  'consent-expired': { kind: 'consent-expired', facts: { account: 'Halden Foods', until: '2026-06-16' } },
  'situation-shared': { kind: 'situation-shared', facts: { ...plan, by: 'Mara Keller', sentences: [] } },
  'task-removed': {
    kind: 'task-removed',
    facts: { ...plan, task: 'Send the contract to Legal', by: 'Mara Keller' },
  },
  'task-sent-back': {
    kind: 'task-sent-back',
    facts: {
      ...plan,
      ...{ task: 'Connect the ledger', by: 'Tomás Ibarra', doBy: '2026-07-17' },
      reason: 'Three years are missing, and so is the Kassel plant',
    },
  },
  'colleague-came': { kind: 'colleague-came', facts: { ...plan, colleague: ines.person, email: ines.email } },
  'participant-added': {
    kind: 'participant-added',
    facts: { ...plan, ...ines, role: 'viewer', by: 'Mara Keller', waits: true },
  },
  'participant-changed': {
    kind: 'participant-changed',
    facts: { ...plan, ...ines, by: 'Mara Keller', before: 'viewer', after: 'contributor' },
  },
  'reference-asked': { kind: 'reference-asked', facts: { ...plan, by: 'Mia Torres', statement } },
  'logo-asked': { kind: 'logo-asked', facts: { ...plan, by: 'Mia Torres' } },
  'piece-sent': { kind: 'piece-sent', facts: { ...plan, by: 'Mia Torres', piece: 'case study' } },
  'piece-answered': { kind: 'piece-answered', facts: { by: 'Priya Raman', piece: 'quote', reason: null } },
  'outcome-asked': { kind: 'outcome-asked', facts: { deal: 'Quinta do Vale' } },
}

/** Why someone is told about a comment; each reason has words of its own. */
const whys: Readonly<Record<ToldBecause, string>> = {
  mentioned: '@Priya the liability cap is now in the order form, page 4.',
  owner: 'One page was enough last time.',
  'took part': 'Thanks, that helps.',
  asked: 'Who signs for Halden Foods?',
  handed: 'Does the export keep cost centres?',
  overdue: 'Which firewall ports do you need?',
  awaited: 'When does the training room have a projector?',
  answered: 'Tomás signs, he is back on Monday.',
  'closing proposed': 'Is this answered for you?',
  reopened: 'One port is still closed.',
}

/** A plan on which everything happened that only the email of a day tells. */
export const everyDailyNews = (on: string): Pick<DailyPlanFacts, 'news' | 'comments'> => {
  const news = Object.values(told).flatMap((notice) => dailyNewsOf(notice, { today: on, dueOn: new Map() }).news)
  const changed = changedWords(
    [
      {
        ...{
          part: 'criticalDate',
          title: 'Target date',
          kind: 'changed',
          before: '15 September',
          after: '22 September',
        },
        ...{ by: 'Mara Keller', on: null, back: null },
      },
    ],
    on,
  )
  const comments = toldBecause.options.map((why, at) => ({
    ...{ commentId: `${id.slice(0, -2)}${String(at).padStart(2, '0')}`, by: 'Lena Fors', title: 'Contract at Legal' },
    ...{ why, text: whys[why] },
  }))
  return { news: [...news, ...changed], comments }
}
