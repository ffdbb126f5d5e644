import { emailChoicesToken } from '#app/outbox/email-choices-token.server.ts'
import { insertApiKey, newApiKeySecret } from '#app/api/keys/api-key.server.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { PageUrl } from '#app/policy/policy.ts'
import { newId } from '#app/kit/ids.ts'
import type { Parts } from '#app/kit/parts.ts'
import { issueLink, linkToken, linkUrl, newSecretHash } from '#app/outbox/link-token.server.ts'
import { addCalls } from './add-calls.ts'
import { addCapabilityOf } from './add-capability-of.ts'
import { addHandoffOf } from './add-handoff-of.ts'
import { addPasskeyOf } from './add-passkey-of.ts'
import { datesNow } from '#app/plan/view/agreed-dates.ts'
import { scheduleOf } from '#app/plan/core/compute-plan.ts'
import { loadPlan } from '#app/plan/core/plan-rows.server.ts'
import { termsOf } from '#app/plan/agreed-terms/agreed-terms.ts'
import type { InsertedPlan } from '#app/plan/core/insert-plan.server.ts'
import { addReferenceParts } from './add-reference-parts.ts'
import type { ParticipantActor } from '#tests/factories/workspace.ts'

type Kind = 'champion' | 'contributor' | 'viewer' | 'confirmer' | 'removed' | 'waitingContributor' | 'waitingViewer'

/** A plan with at least one of everything that a URL or a form can name. */
export type Place = InsertedPlan & {
  workspaceId: string
  accountId: string
  leadId: string
  teamId: string
  people: Record<Kind, ParticipantActor>
  /** Situations, by the person each is about. */
  situationIds: ReadonlyMap<string, string>
  logoId: string
  apiKeyId: string
  /** What the customer wants changed before it agrees. */
  objectionId: string
  /** Of the champion, on the plan. */
  commentId: string
  /** Of the champion, too. */
  questionId: string
  /** A file that the champion added to a task. */
  attachmentId: string
  /** A value measured on the way to the first win. */
  measurementId: string
  /** A win besides the first one. */
  winId: string
  /** What the customer needs. */
  capabilityId: string
  /** A handoff that was sent back. */
  handoffId: string
  /** Of the lead: the reference was used. */
  useId: string
  /** A reference call that the champion is asked for, and one that is planned. */
  requestId: string
  callId: string
  /** Of the lead. */
  passkeyId: string
  /** The last part of a link that signs in the champion. */
  token: string
  /** The last part of a link under which anyone may see the victory card. */
  shared: string
  choices: string
  /** The last part of the champion's calendar. */
  feed: string
}

type Bare = Pick<Place, keyof InsertedPlan | 'workspaceId' | 'accountId' | 'leadId' | 'teamId' | 'people'>

/** The number of the one version that a plan has: no other plan’s, so that a wrong one finds nothing. */
const versionOf = (planId: string) => Number.parseInt(planId.slice(-6), 16) + 1

/** Adds what a plan only has later: confirmed situations, an open reference question, an agreement, a link. */
export async function furnish(
  parts: Pick<Parts, 'environment' | 'clock'>,
  trx: WorkspaceTransaction,
  plan: Bare,
): Promise<Place> {
  const { workspaceId, planId, people } = plan
  const now = parts.clock.now()
  const situationIds = new Map(Object.values(people).map(({ id }) => [id, newId()]))
  await trx
    .insertInto('situation')
    .values(
      Object.values(people).map(({ id, name }) => ({
        workspaceId,
        id: situationIds.get(id) ?? newId(),
        planId,
        participantId: id,
        personName: name,
        jobTitle: 'Head of finance',
        criticalIssue: 'The month takes too long to close.',
        reasons: 'Five systems are reconciled by hand.',
        capabilitiesNeeded: 'One ledger.',
        difference: 'Twenty-nine days a month.',
        criticalDate: '2026-09-15',
        state: 'confirmed',
        createdAt: now,
        sharedAt: now,
        confirmedAt: now,
      })),
    )
    .execute()
  await trx
    .insertInto('winResult')
    .values({
      workspaceId,
      planId,
      statement: 'We closed the books in one day.',
      measure: 'time to close a month',
      unit: 'days',
      baseline: '30',
      target: '1',
      winBy: '2026-10-30',
      announcedTo: 'the board',
      measured: '1.5',
      confirmedOn: '2026-06-12',
      confirmedAt: now,
      participantId: people.champion.id,
    })
    .execute()
  const rows = await loadPlan(trx, workspaceId, planId)
  if (!rows) throw new Error('The plan that was just made is not there')
  await trx
    .insertInto('baseline')
    .values({
      workspaceId,
      planId,
      number: versionOf(planId),
      termsVersion: 1,
      agreedOn: '2026-06-12',
      terms: JSON.stringify(termsOf(rows)),
      dates: JSON.stringify(datesNow(rows, scheduleOf(rows, rows.plan.startOn))),
      createdAt: now,
    })
    .execute()
  const objectionId = newId()
  await trx
    .insertInto('objection')
    .values({
      workspaceId,
      id: objectionId,
      planId,
      side: 'customer',
      personId: people.champion.id,
      personName: people.champion.name,
      reason: 'The audit comes first.',
      at: now,
    })
    .execute()
  const [commentId, questionId] = [newId(), newId()]
  const written = { workspaceId, planId, scope: 'plan', subjectId: planId, side: 'customer', createdAt: now }
  const by = { authorId: people.champion.id, authorName: people.champion.name }
  await trx
    .insertInto('comment')
    .values([
      { ...written, ...by, id: commentId, body: 'Who signs for you?' },
      { ...written, ...by, id: questionId, body: 'When do you start?' },
    ])
    .execute()
  const asked = { askerId: people.champion.id, askerName: people.champion.name, askedAt: now, promisedAt: now }
  await trx
    .insertInto('question')
    .values({ workspaceId, id: questionId, planId, ownerId: plan.leadId, ...asked })
    .execute()
  const useId = await addReferenceParts(trx, plan, now)
  const capabilityId = await addCapabilityOf(trx, plan, now)
  const handoffId = await addHandoffOf(trx, plan, now)
  const winId = newId()
  await trx
    .insertInto('furtherWin')
    .values({
      ...{ workspaceId, planId, id: winId, statement: 'No overtime!', measure: 'overtime', unit: 'hours' },
      ...{ baseline: '20', target: '0', createdAt: now },
    })
    .execute()
  const calls = await addCalls(trx, { ...plan, championId: people.champion.id }, now)
  const measurementId = newId()
  await trx
    .insertInto('measurement')
    .values({
      ...{ workspaceId, planId, id: measurementId, measured: '12', measuredOn: '2026-06-12' },
      ...{ participantId: people.champion.id, createdAt: now },
    })
    .execute()
  const attachmentId = newId()
  await trx
    .insertInto('attachment')
    .values({
      ...{ workspaceId, planId, id: attachmentId, subjectId: plan.taskIds['legal'] ?? '', name: 'Offer.pdf' },
      ...{ contentType: 'application/pdf', size: 8, digest: '0'.repeat(64), side: 'customer' },
      ...{ addedById: people.champion.id, addedByName: people.champion.name, createdAt: now, addedAt: now },
    })
    .execute()
  await trx
    .insertInto('fileChunk')
    .values({ workspaceId, attachmentId, number: 0, bytes: Buffer.from('%PDF-1.7') })
    .execute()
  const logoId = newId()
  const picture = { contentType: 'image/png', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47]) }
  await trx
    .insertInto('logo')
    .values({ workspaceId, id: logoId, ...picture, createdAt: now })
    .execute()
  const tokenId = await issueLink(
    parts.environment,
    trx,
    workspaceId,
    { kind: 'return', planId, participantId: people.champion.id },
    now,
  )
  const link = linkUrl(parts.environment, { workspaceId, tokenId })
  const sharedId = newId()
  await trx
    .insertInto('sharedLink')
    .values({ workspaceId, id: sharedId, planId, kind: 'card', ...secretOfLink(parts, sharedId), createdAt: now })
    .execute()
  const feedId = newId()
  await trx
    .insertInto('calendarFeed')
    .values({ workspaceId, id: feedId, readerId: people.champion.id, ...secretOfLink(parts, feedId), createdAt: now })
    .execute()
  const apiKeyId = newId()
  const { secretHash } = newApiKeySecret()
  await insertApiKey(trx, { workspaceId, id: apiKeyId, secretHash, name: 'A board', memberId: plan.leadId }, now)
  const passkeyId = await addPasskeyOf(trx, plan, now)
  return {
    ...plan,
    situationIds,
    measurementId,
    ...calls,
    winId,
    capabilityId,
    handoffId,
    useId,
    logoId,
    apiKeyId,
    objectionId,
    commentId,
    questionId,
    attachmentId,
    passkeyId,
    token: link.slice(link.lastIndexOf('/') + 1),
    choices: emailChoicesToken(parts.environment, { workspaceId, readerId: people.champion.id }),
    feed: linkToken(parts.environment, { workspaceId, tokenId: feedId }),
    shared: linkToken(parts.environment, { workspaceId, tokenId: sharedId }),
  }
}

const secretOfLink = ({ environment }: Pick<Parts, 'environment'>, id: string) => ({
  secretHash: newSecretHash(environment, id),
})

/** What fills the parameters of every URL. A person reads the situation that is about them; members, the champion's. */
export const paramsOf = (place: Place, personId: string | null): Record<string, string> => ({
  planId: place.planId,
  customerId: place.accountId,
  taskId: place.taskIds['legal'] ?? '',
  milestoneId: place.milestoneIds[1] ?? '',
  fileId: place.attachmentId,
  situationId: place.situationIds.get(personId ?? '') ?? place.situationIds.get(place.people.champion.id) ?? '',
  memberId: place.teamId,
  personId: place.people.viewer.id,
  requestId: place.callId,
  capabilityId: place.capabilityId,
  logo: `${place.workspaceId}.${place.logoId}`,
  sheet: '1f4e46.css',
  token: place.token,
  shared: place.shared,
  piece: 'quote',
  choices: place.choices,
  feed: place.feed,
  number: String(versionOf(place.planId)),
  workspaceId: place.workspaceId,
  '*': 'no-such-page',
})

/** Pages open to everyone that need something started elsewhere, and their answer without it. */
export const answersBefore: Partial<Record<PageUrl, 401 | 404>> = {
  '*': 404,
  // It is signed.
  'api/mail-events': 401,
  'sso/:workspaceId/start': 404,
  'sso/:workspaceId/callback': 401,
  'sso/:workspaceId/continue': 401,
}

/** Parameters that a page needs besides its path. */
export const queryOf = (url: string, place: Place): string => {
  const queries: Partial<Record<PageUrl, string>> = {
    'plans/:planId/tasks/new': `milestone=${place.milestoneIds[1]}`,
    // What is in it can be read.
    'plans/:planId/export/file': 'format=json&private=yes',
  }
  const query = Object.entries(queries).find(([page]) => page === url)?.[1]
  return query ? `?${query}` : ''
}
