import { z } from 'zod'
import { dailyPlan, toldBecause, toldTask } from './daily-facts.ts'
import { leadNoticeKinds } from './lead-notice-kinds.ts'
import { noticeKind as kind } from './notice-kind.ts'

/** Who acted, by id: kept among the facts of a notice. */
export const noticeSender = z.object({ kind: z.enum(['member', 'participant']), id: z.uuid() })
export type NoticeSender = z.infer<typeof noticeSender>

const text = z.string()
const textOrNone = z.string().nullable()
const texts = z.array(text).readonly()
const date = z.iso.date()
const participantRole = z.enum(['champion', 'contributor', 'viewer'])
const reader = z.enum(['marketing', 'plan'])

/** The first win as it was confirmed. */
const win = {
  workspace: text,
  name: text.optional(),
  account: text,
  project: text,
  statement: text,
  measure: text,
  unit: text,
  baseline: z.number(),
  target: z.number(),
  measured: z.number(),
  targetMet: z.boolean(),
  confirmedBy: text,
  confirmedByTitle: textOrNone,
  confirmedFrom: z.object({ domain: text, isPersonal: z.boolean() }).optional(),
  confirmedOn: date,
  reachedOn: date.nullable().optional(),
}

/** A goal that is expected on a later day than before, so many working days after its date. */
const slip = { goal: z.enum(['go-live', 'win']), by: date, before: date, expected: date, days: z.number() }

/**
 * The facts of each kind of notice: what its email says, except for links and codes, which are added when it is sent. Notices
 * outlive the version that wrote them, so a new fact is optional, or a migration adds it to those that wait.
 */
const noticeFacts = z.discriminatedUnion('kind', [
  kind('invitation', {
    workspace: text,
    inviter: text,
    inviterTitle: textOrNone,
    inviterCompany: text,
    personalLine: textOrNone,
    name: text,
    account: text,
    project: text,
    participantRole,
    liveOn: date,
    winStatement: text,
    /** Looked up when the email is sent. */
    firstTask: z
      .object({ title: text, doBy: date, expected: date.nullable().default(null), isOwn: z.boolean() })
      .nullable(),
    validFor: text,
  }),
  z.object({
    kind: z.literal('sign-in'),
    facts: z
      .object({
        workspace: text,
        name: text,
        validFor: text.optional(),
        signOn: z.object({ required: z.boolean(), link: text }).optional(),
      })
      .refine(({ validFor, signOn }) => validFor !== undefined || signOn?.required, {
        path: ['validFor'],
        message: 'required unless the recipient must sign in through their company',
      }),
  }),
  kind('sign-in-code', { workspace: text, name: text, codeId: z.uuid(), works: text }),
  kind('colleague-came', {
    workspace: text,
    name: text,
    project: text,
    colleague: text,
    email: text,
    waits: z.boolean().optional(),
  }),
  kind('participant-added', {
    workspace: text,
    name: text,
    project: text,
    person: text,
    email: text,
    others: z
      .array(z.object({ person: text, email: text }))
      .readonly()
      .optional(),
    role: participantRole,
    by: text,
    waits: z.boolean(),
  }),
  kind('participant-changed', {
    workspace: text,
    name: text,
    project: text,
    person: text,
    email: text,
    by: text,
    before: text,
    after: textOrNone,
    isReader: z.boolean().optional(),
  }),
  kind('champion-proposed', {
    workspace: text,
    name: text,
    project: text,
    person: text,
    /** None where no one leads the plan on the customer's side yet. */
    champion: textOrNone,
    by: text,
    earliestOn: date,
    reader: z.enum(['proposed', 'champion']).optional(),
  }),
  kind('situation-shared', {
    workspace: text,
    project: text,
    name: text,
    by: text,
    sentences: z.array(z.object({ lead: text, text })).readonly(),
  }),
  kind('task-removed', { workspace: text, account: text, project: text, name: text, task: text, by: text }),
  kind('task-sent-back', {
    workspace: text,
    account: text,
    project: text,
    name: text,
    task: text,
    taskId: z.uuid().optional(),
    by: text,
    reason: text,
    doBy: date,
  }),
  kind('win-confirmed', { ...win, name: text, announcedTo: text }),
  kind('win-corrected', {
    ...win,
    correctedBy: text,
    before: z.object({ statement: text, measured: z.number(), unit: text }),
    reader,
    consentOnHold: z.boolean(),
  }),
  /** The vendor asks the champion whether the first win has happened. */
  kind('win-asked', { by: text, note: textOrNone }),
  /** The customer says why it has not, and when they will look again. */
  kind('win-not-yet', { by: text, reason: text, measureOn: date }),
  /** A first win is defined or was changed, and no one of the vendor's services has looked at it. */
  kind('win-to-look-at', { by: text, statement: text }),
  kind('further-win-confirmed', { by: text, statement: text, value: text }),
  kind('further-win-reopened', { by: text, statement: text }),
  /** A consent to a reference ended by its last day. */
  kind('consent-expired', { account: text, until: date }),
  /** A person withdrew what was noted of them; nothing of it is said. */
  kind('situation-withdrawn', { by: text }),
  kind('win-withdrawn', { ...win, withdrawnBy: text, reason: text, reader, consentEnded: z.boolean() }),
  kind('reference-ready', win),
  kind('reference-agreed', {
    ...win,
    agreedBy: text,
    kinds: texts,
    limits: texts,
    conditions: textOrNone.optional(),
    quote: textOrNone,
  }),
  kind('reference-declined', { ...win, answeredBy: text, wasAgreed: z.boolean(), kinds: texts }),
  /** Tells a member who used a reference that its consent has ended. */
  kind('used-reference-ended', {
    workspace: text,
    name: text,
    account: text,
    project: text,
    by: text,
    /** Until the champion agrees to what was corrected; not for good. */
    isOnHold: z.boolean().optional(),
    /** Still agreed to, with other words or within narrower limits. */
    changed: z.enum(['words', 'limits']).optional(),
    uses: z.array(z.object({ kind: text, on: date, what: text })).readonly(),
  }),
  /** Marketing asks the champion, once, whether they would be a reference. */
  kind('reference-asked', { workspace: text, name: text, account: text, project: text, by: text, statement: text }),
  kind('logo-asked', { workspace: text, account: text, name: text, by: text }),
  kind('piece-sent', {
    workspace: text,
    name: text,
    account: text,
    project: text,
    by: text,
    piece: text,
    pieceKind: z.enum(['quote', 'case-study']).optional(),
  }),
  kind('piece-answered', { by: text, piece: text, reason: textOrNone }),
  /** A member asks for a call with a reference, and what becomes of it; with the calendar file of an accepted call. */
  kind('reference-call', {
    ...{ workspace: text, name: text, account: text, project: text },
    event: z.enum([
      ...(['asked', 'accepted', 'declined', 'withdrawn', 'cancelled', 'ended', 'narrowed'] as const),
      ...(['archived', 'handed on', 'member left', 'person left'] as const),
    ]),
    reader: z.enum(['champion', 'member']),
    ...{ by: text, what: text, deal: text, text, times: texts, reason: textOrNone, calendar: textOrNone },
    /** Who approved what is asked for. */
    approver: textOrNone.optional(),
    /** By which the question is found, where it has not left when the request ends. */
    requestId: text.optional(),
  }),
  /** The member who asked for a call says how it went. */
  kind('outcome-asked', { deal: text }),
  /**
   * Go-live or the first win is expected later than its date, or than was told before; with what would keep the date. `atOnce` where the
   * reader’s email of the day has left already.
   */
  kind('date-slipped', {
    ...{ workspace: text, name: text, account: text, project: text },
    ...slip,
    /** The first win, where it slips with go-live. */
    also: z.object(slip).nullable(),
    advice: texts,
    atOnce: z.boolean(),
  }),
  /** Someone who was invited and has not opened the plan. */
  kind('invitation-reminder', {
    ...{ workspace: text, inviter: text, inviterCompany: text, name: text, account: text, project: text },
    ...{ invitedOn: date, isLast: z.boolean(), validFor: text },
  }),
  kind('member-added', {
    workspace: text,
    name: text,
    by: textOrNone,
    validFor: text,
    /** Was a member before, with an address that did not reach them. */
    isCorrected: z.boolean().optional(),
  }),
  kind('security-notice', {
    workspace: text,
    name: text,
    title: text,
    happened: text,
    button: text.optional(),
    fine: text.optional(),
  }),
  /** What changed is looked up when the day's email is written. */
  kind('terms-changed', {}),
  kind('plan-objected', { by: text, reason: text }),
  kind('objection-answered', { by: text, text }),
  kind('approval-asked', { by: text, task: text, taskId: z.uuid().optional() }),
  /** The leader of the other side agreed; with this, or already, both sides have. */
  kind('plan-agreed', { by: text, isBoth: z.boolean() }),
  kind('task-given', { by: text, task: text, taskId: z.uuid() }),
  kind('gate-opened', { gate: text }),
  ...leadNoticeKinds,
  /** The day on which the first win is to be measured has come. */
  kind('win-due', { statement: text, on: date }),
  /** What it says is looked up when the day's email is written. */
  kind('comment-added', { commentId: z.uuid(), why: toldBecause }),
  /** Collects the daily ones of a person. */
  kind('daily', {
    workspace: text,
    name: text,
    on: date,
    plans: z.tuple([dailyPlan], dailyPlan).readonly(),
    told: z.array(toldTask).readonly(),
  }),
])

export type NoticeFacts = z.infer<typeof noticeFacts>
export type NoticeKind = NoticeFacts['kind']

const storedNotice = noticeFacts.and(z.object({ facts: z.object({ sender: noticeSender.optional() }) }))

/** A notice as it is kept, with who acted. */
export type StoredNotice = z.infer<typeof storedNotice>

/**
 * The facts of a stored notice, which an earlier or later version of the program may have written.
 * @returns the fault, naming fields only, where it cannot be read: no email is made from part of it
 */
export function readNotice({
  kind,
  facts,
}: {
  kind: string
  facts: unknown
}): { notice: StoredNotice; fault?: never } | { notice?: never; fault: string } {
  const { data, error } = storedNotice.safeParse({ kind, facts })
  if (data) return { notice: data }
  return { fault: error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') }
}

type Unissued<Stored extends NoticeFacts> = Stored extends NoticeFacts
  ? { kind: Stored['kind']; facts: Omit<Stored['facts'], 'validFor'> }
  : never

/** As a command gives them: for how long the link works is known where it is made. */
export type NewNoticeFacts = Unissued<NoticeFacts>
