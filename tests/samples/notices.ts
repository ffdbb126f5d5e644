import type { SentNotice } from '#app/outbox/when-told.ts'

type Ids = { codeId: string; planIds: readonly [string, string] }

/**
 * One notice of each kind that has an email of its own, with `typed` in every field that people can type.
 * @param onlyDay stands for every day that an email names, where it is given
 */
export function noticesOf(
  typed: string,
  { codeId, planIds: [firstPlan, secondPlan] }: Ids,
  onlyDay?: string,
): { [Kind in SentNotice['kind']]: SentNotice & { kind: Kind } } {
  const day = (usual: string) => onlyDay ?? usual
  const plan = { workspace: typed, account: typed, project: typed, name: typed }
  const win = { ...plan, statement: typed, measure: typed, unit: typed, baseline: 30, target: 1, measured: 1 }
  const reader = 'marketing' as const
  const confirmed = {
    ...win,
    name: typed,
    targetMet: true,
    confirmedBy: typed,
    confirmedByTitle: typed,
    confirmedOn: day('2026-10-06'),
  }
  const waiting = [{ title: typed, doBy: day('2026-07-22') }]
  const path = '/plans/1/conversation#comment-2'
  const comments = [{ commentId: firstPlan, by: typed, title: typed, text: typed, why: 'mentioned' as const, path }]
  const part = { project: typed, other: typed, waiting, news: [typed], comments }
  return {
    invitation: {
      kind: 'invitation',
      facts: {
        ...plan,
        ...{
          inviter: typed,
          inviterTitle: typed,
          inviterCompany: typed,
          personalLine: typed,
          participantRole: 'champion',
          liveOn: day('2026-09-15'),
          winStatement: typed,
        },
        ...{ firstTask: { title: typed, doBy: day('2026-06-11'), expected: null, isOwn: true }, validFor: '14 days' },
      },
    },
    'invitation-reminder': {
      kind: 'invitation-reminder',
      facts: {
        ...plan,
        ...{ inviter: typed, inviterCompany: typed, invitedOn: day('2026-06-12'), isLast: true, validFor: '14 days' },
      },
    },
    'date-slipped': {
      kind: 'date-slipped',
      facts: {
        ...plan,
        ...{ goal: 'go-live', by: day('2026-09-15'), before: day('2026-09-11'), expected: day('2026-09-18'), days: 3 },
        ...{ also: null, advice: [typed], atOnce: true },
      },
    },
    'sign-in': { kind: 'sign-in', facts: { ...plan, validFor: '15 minutes' } },
    'sign-in-code': { kind: 'sign-in-code', facts: { ...plan, codeId, works: '10 minutes' } },
    'champion-proposed': {
      kind: 'champion-proposed',
      facts: { ...plan, person: typed, champion: typed, by: typed, earliestOn: day('2026-06-23') },
    },
    'handoff-offered': { kind: 'handoff-offered', facts: { ...plan, by: typed, lead: typed, note: typed } },
    'win-confirmed': { kind: 'win-confirmed', facts: { ...confirmed, announcedTo: typed } },
    'reference-ready': { kind: 'reference-ready', facts: confirmed },
    'reference-agreed': {
      kind: 'reference-agreed',
      facts: { ...confirmed, agreedBy: typed, kinds: ['quote'], limits: [typed], quote: typed },
    },
    'reference-declined': {
      kind: 'reference-declined',
      facts: { ...confirmed, answeredBy: typed, wasAgreed: true, kinds: ['quote'] },
    },
    'used-reference-ended': {
      kind: 'used-reference-ended',
      facts: { ...plan, by: typed, uses: [{ kind: 'quote', on: '2026-06-12', what: typed }] },
    },
    'reference-call': {
      kind: 'reference-call',
      facts: {
        ...{ ...plan, event: 'asked', reader: 'champion', by: typed, what: 'reference call', deal: typed, text: typed },
        ...{ times: ['Tuesday, 20 October, 14:00 CEST'], reason: typed, calendar: null },
        approver: typed,
      },
    },
    'member-added': { kind: 'member-added', facts: { ...plan, by: typed, validFor: '14 days' } },
    'security-notice': { kind: 'security-notice', facts: { ...plan, title: typed, happened: typed } },
    'win-corrected': {
      kind: 'win-corrected',
      facts: {
        ...confirmed,
        ...{ correctedBy: typed, before: { statement: `${typed} before`, measured: 2, unit: typed } },
        ...{ reader, consentOnHold: true },
      },
    },
    'win-withdrawn': {
      kind: 'win-withdrawn',
      facts: { ...confirmed, withdrawnBy: typed, reason: typed, reader, consentEnded: true },
    },
    daily: {
      kind: 'daily',
      facts: {
        ...plan,
        on: '2026-06-17',
        plans: [
          { ...part, planId: firstPlan },
          { ...part, planId: secondPlan },
        ],
        told: [],
      },
    },
  }
}
