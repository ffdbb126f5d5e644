import fc from 'fast-check'
import { expect, test } from 'vitest'
import { secretIdsIn } from './kept-message.ts'
import type { NoticeFacts, NoticeKind } from './notice-kinds.ts'
import { type Links, renderNotice } from './render-notice.ts'

const id = (n: number) => `0b0e7a52-9a5c-4f0e-8a0e-${String(n).padStart(12, '0')}`
const [own, onFirst, onSecond, code, others] = [id(1), id(2), id(3), id(4), id(5)]
const [firstPlan, secondPlan] = [id(6), id(7)]

const links: Links = {
  own: { tokenId: own, next: null },
  plans: new Map([
    [firstPlan, { tokenId: onFirst, next: null }],
    [secondPlan, { tokenId: onSecond, next: null }],
  ]),
}

/** One notice of each kind, everything in it that people can type being `typed`. */
function noticesOf(typed: string): { [Kind in NoticeKind]: NoticeFacts & { kind: Kind } } {
  const plan = { workspace: typed, account: typed, project: typed, name: typed }
  const win = { ...plan, statement: typed, measure: typed, unit: typed, baseline: 30, target: 1, measured: 1 }
  const reader = 'marketing' as const
  const confirmed = { ...win, targetMet: true, confirmedBy: typed, confirmedByTitle: typed, confirmedOn: '2026-10-06' }
  const waiting = [{ title: typed, doBy: '2026-07-22' }]
  const day = { project: typed, other: typed, waiting, news: [typed] }
  return {
    invitation: {
      kind: 'invitation',
      facts: {
        ...plan,
        ...{ inviter: typed, participantRole: 'champion', liveOn: '2026-09-15', winStatement: typed },
        ...{ firstStep: { title: typed, doBy: '2026-06-11', isOwn: true }, validFor: '14 days' },
      },
    },
    'sign-in': { kind: 'sign-in', facts: { ...plan, validFor: '15 minutes' } },
    'sign-in-code': { kind: 'sign-in-code', facts: { ...plan, codeId: code, works: '10 minutes' } },
    'colleague-came': { kind: 'colleague-came', facts: { ...plan, colleague: typed, email: typed } },
    'participant-added': {
      kind: 'participant-added',
      facts: { ...plan, person: typed, email: typed, role: 'viewer', by: typed, waits: true },
    },
    'participant-changed': {
      kind: 'participant-changed',
      facts: { ...plan, person: typed, email: typed, by: typed, before: typed, after: typed },
    },
    'champion-proposed': {
      kind: 'champion-proposed',
      facts: { ...plan, person: typed, champion: typed, by: typed, earliestOn: '2026-06-23' },
    },
    'situation-shared': {
      kind: 'situation-shared',
      facts: { ...plan, by: typed, sentences: [{ lead: typed, text: typed }] },
    },
    'task-sent-back': {
      kind: 'task-sent-back',
      facts: { ...plan, task: typed, by: typed, reason: typed, doBy: '2026-07-17' },
    },
    'task-removed': { kind: 'task-removed', facts: { ...plan, task: typed, by: typed } },
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
          { ...day, planId: firstPlan },
          { ...day, planId: secondPlan },
        ],
        told: [],
      },
    },
  }
}

const kinds = Object.keys(noticesOf('x')) as NoticeKind[]

/** Everything that was or could be taken for a secret, as people might type it, also encoded or in other letters. */
const forged = [
  `code-of-${others}`,
  `https://link.invalid/${others}`,
  others,
  own,
  code,
  JSON.stringify({ link: others }),
]
const variants = forged.flatMap((it) => [
  it,
  it.toUpperCase(),
  encodeURIComponent(it),
  it.replace(/./gu, (letter) => `&#${letter.codePointAt(0)};`),
  it.replaceAll('-', '&#45;'),
  `<a href="${it}">${it}</a>`,
])
const typedText = fc.oneof(
  fc.constantFrom(...variants),
  fc.array(fc.oneof(fc.constantFrom(...variants), fc.string()), { maxLength: 3 }).map((some) => some.join(' ')),
)

test.each(kinds)('what people type changes no secret of %s', async (kind) => {
  const secretsFor = async (typed: string) => {
    const message = await renderNotice(noticesOf(typed)[kind], { links, sentOn: '2026-06-17' })
    const inOrder = (parts: typeof message.html) => parts.filter((it) => typeof it !== 'string')
    return { all: secretIdsIn(message), html: inOrder(message.html), text: inOrder(message.text) }
  }
  const plain = await secretsFor('Mara')
  expect(plain.all).toEqual({
    links: kind === 'daily' ? [onFirst, onSecond] : kind === 'sign-in-code' ? [] : [own],
    codes: kind === 'sign-in-code' ? [code] : [],
  })
  expect(plain.text.length, 'in the text form as well').toBeGreaterThan(0)
  await fc.assert(
    fc.asyncProperty(typedText, async (typed) => {
      expect(await secretsFor(typed)).toEqual(plain)
    }),
    { numRuns: 25 },
  )
})
