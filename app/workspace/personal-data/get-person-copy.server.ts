import { sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import { kindWords } from '#app/access/security-log/security-kind-words.ts'
import type { Parts } from '#app/kit/parts.ts'
import { taskFieldNames } from '#app/plan/core/task-fields.ts'
import { listVisits } from '#app/plan/visit/list-visits.server.ts'
import type { ActorSide } from '#app/policy/policy.ts'
import { notFound } from '#app/runner/refusal.ts'
import { findErasable } from '../erasure/find-erasable.server.ts'
import type { Erasable } from '../erasure/model.ts'
import { getEmailSettings } from './get-email-settings.server.ts'
import { listOwnCapabilities } from './list-own-capabilities.server.ts'
import { listOwnHandoffs } from './list-own-handoffs.server.ts'
import { listManagementNotes } from './list-management-notes.server.ts'
import { listOwnReferences } from './list-own-references.server.ts'
import { listReferenceCalls } from './list-reference-calls.server.ts'
import { listSaidOfWins } from './list-said-of-wins.server.ts'
import { listSignIns } from './list-sign-ins.server.ts'
import { listVictoryCards } from './list-victory-cards.server.ts'
import { withoutUnusableTexts } from './without-unusable-texts.server.ts'

/** The newest rows of one list that a copy holds; `complete` says whether these are all. */
const mostRows = 20_000

type Asked = {
  trx: WorkspaceReading
  workspaceId: string
  person: Erasable
  /** Whose private texts the copy may hold. */
  reader: ActorSide
  now: Date
}

/**
 * What a workspace keeps about a person, as data: who they are, where they take part, what they own, did, said and agreed to, how they
 * signed in, which emails they got, which victory cards name them. Nothing that others keep to themselves: an admin's copy has no private text of the
 * customer and no quote that may not be used any longer, a participant's none of the vendor, nor of a plan that they were taken off. Secrets and their hashes are in no copy.
 * @throws Refusal 404 for no one, and for someone erased
 */
export const getPersonCopy = (
  parts: Pick<Parts, 'reads' | 'clock'>,
  { workspaceId, personId, reader }: { workspaceId: string; personId: string; reader: ActorSide },
) =>
  parts.reads.in(workspaceId, async (trx) => {
    const person = await findErasable(trx, workspaceId, personId)
    if (!person) throw notFound()
    const now = parts.clock.now()
    const asked = { trx, workspaceId, person, reader, now }
    const workspace = await trx
      .selectFrom('workspace')
      .select('name')
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirstOrThrow()
    return {
      copiedAt: now,
      workspace: workspace.name,
      person: await getIdentity(asked),
      ...(person.kind === 'member' ? await ofMember(asked) : await ofParticipant(asked)),
      tasks: await listTasks(asked),
      comments: complete(await listComments(asked)),
      linksAndFiles: complete(await listAttachments(asked)),
      actions: complete(await listActions(asked)),
      referenceCalls: await listReferenceCalls(trx, workspaceId, person),
      victoryCards: await listVictoryCards(trx, workspaceId, personId),
      visits: await listVisits(trx, { workspaceId, readerId: personId }),
      ...(await getEmailSettings(trx, workspaceId, person)),
      signIns: await listSignIns(asked),
      securityLog: complete(await getSecurityEvents(asked)),
      emails: complete(await listEmails(asked)),
    }
  })

/** Says whether a list that was cut at `mostRows` holds all there is. */
const complete = <Row>(rows: Row[]) => ({ complete: rows.length < mostRows, entries: rows })

function getIdentity({ trx, workspaceId, person: { kind, id } }: Asked) {
  return kind === 'member'
    ? trx
        .selectFrom('member')
        .select(['id', 'name', 'email', 'jobTitle', 'roles', 'createdAt', 'removedAt'])
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    : trx
        .selectFrom('participant')
        .innerJoin('account', (join) =>
          join
            .onRef('account.workspaceId', '=', 'participant.workspaceId')
            .onRef('account.id', '=', 'participant.accountId'),
        )
        .select(['participant.id', 'participant.name', 'email', 'jobTitle', 'account.name as company'])
        .select(['participant.createdAt', 'erasureAskedAt'])
        .where('participant.workspaceId', '=', workspaceId)
        .where('participant.id', '=', id)
        .executeTakeFirstOrThrow()
}

async function ofMember({ trx, workspaceId, person: { id } }: Asked) {
  const plans = await trx
    .selectFrom('plan')
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .leftJoin('planTeam', (join) =>
      join
        .onRef('planTeam.workspaceId', '=', 'plan.workspaceId')
        .onRef('planTeam.planId', '=', 'plan.id')
        .on('planTeam.memberId', '=', id),
    )
    .select(['plan.id', 'account.name as account', 'project', (of) => of('plan.leadId', '=', id).as('leads')])
    .where('plan.workspaceId', '=', workspaceId)
    .where(({ or, eb }) => or([eb('plan.leadId', '=', id), eb('planTeam.memberId', '=', id)]))
    .orderBy('plan.createdAt')
    .execute()
  const passkeys = await trx
    .selectFrom('passkey')
    .select(['name', 'createdAt', 'lastUsedAt', 'synced'])
    .where('workspaceId', '=', workspaceId)
    .where('memberId', '=', id)
    .execute()
  const accounts = await trx
    .selectFrom('signOnBinding')
    .select(['issuer', 'subject', 'boundAt'])
    .where('workspaceId', '=', workspaceId)
    .where('memberId', '=', id)
    .execute()
  const apiKeys = await trx
    .selectFrom('apiKey')
    .select(['name', 'scopes', 'createdAt', 'expiresAt', 'lastUsedAt', 'revokedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('memberId', '=', id)
    .execute()
  return { plans, passkeys, signOnAccounts: accounts, apiKeys, handoffs: await listOwnHandoffs(trx, workspaceId, id) }
}

async function ofParticipant({ trx, workspaceId, person: { id }, reader, now }: Asked) {
  const plans = await trx
    .selectFrom('planParticipant')
    .innerJoin('plan', (join) =>
      join
        .onRef('plan.workspaceId', '=', 'planParticipant.workspaceId')
        .onRef('plan.id', '=', 'planParticipant.planId'),
    )
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .select(['plan.id', 'account.name as account', 'project', 'planParticipant.name as calledHere', 'role', 'cameBy'])
    .select(['mayConfirm', 'isKey', 'invitedAt', 'joinedAt', 'acceptedAt', 'removedAt'])
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.participantId', '=', id)
    .orderBy('invitedAt')
    .execute()
  const whatWeHeard = await trx
    .selectFrom('situation')
    .select(['planId', 'jobTitle', 'criticalIssue', 'reasons', 'capabilitiesNeeded', 'difference', 'criticalDate'])
    .select(['figures', 'state', 'createdAt', 'sharedAt', 'confirmedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('participantId', '=', id)
    // A draft is the vendor's until it is shared.
    .$if(reader === 'customer', (sheets) => sheets.where('sharedAt', 'is not', null).where('state', '<>', 'draft'))
    .execute()
  const agreements = await trx
    .selectFrom('agreement')
    .select(['planId', 'termsVersion', 'agreedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('personId', '=', id)
    .execute()
  const objections = await trx
    .selectFrom('objection')
    .select(['planId', 'reason', 'at', 'answer', 'answeredAt', 'closedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('personId', '=', id)
    .execute()
  const questions = await trx
    .selectFrom('question')
    .select(['planId', 'askedAt', 'promisedAt', 'firstAnsweredAt', 'closedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('askerId', '=', id)
    .execute()
  const capabilities = await listOwnCapabilities(trx, workspaceId, id)
  const managementNotes = reader === 'customer' ? await listManagementNotes(trx, workspaceId, id) : []
  const wins = await listSaidOfWins(trx, { workspaceId, participantId: id })
  const own = await listOwnReferences(trx, { workspaceId, participantId: id })
  const references = reader === 'vendor' ? await withoutUnusableTexts(trx, { workspaceId, now }, own) : own
  return {
    ...{ plans, whatWeHeard, agreements, objections, questions, capabilities },
    ...wins,
    managementNotes,
    ...references,
  }
}

/** Plans on which a participant reads what the customer keeps to itself. */
const ownPlans = ({ trx, workspaceId, person: { id } }: Asked) =>
  trx
    .selectFrom('planParticipant')
    .select('planId')
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.participantId', '=', id)
    .where('planParticipant.removedAt', 'is', null)
    .where('planParticipant.acceptedAt', 'is not', null)

/**
 * What a copy may hold of rows that a side may keep to itself: the shared ones and those of the reader's own side, for a participant on plans of theirs.
 * @param columns where a row says whose it is, if it is private, and on which plan it is
 */
function maySee(asked: Asked, { side, plan }: { side: string; plan: string }) {
  const { reader } = asked
  const isOwn = sql<boolean>`${sql.ref(side)} = ${reader}`
  const isOnOwnPlan = reader === 'vendor' ? sql<boolean>`true` : sql<boolean>`${sql.ref(plan)} in (${ownPlans(asked)})`
  return sql<boolean>`(${sql.ref(side)} is null or (${isOwn} and ${isOnOwnPlan}))`
}

function listTasks(asked: Asked) {
  const { trx, workspaceId, person } = asked
  return trx
    .selectFrom('task')
    .select(['planId', ...taskFieldNames, 'description', 'startedOn', 'doneOn', 'promisedOn'])
    .where('workspaceId', '=', workspaceId)
    .where(person.kind === 'member' ? 'ownerMemberId' : 'ownerParticipantId', '=', person.id)
    .where(maySee(asked, { side: 'task.privateTo', plan: 'task.planId' }))
    .orderBy('createdAt')
    .execute()
}

function listComments(asked: Asked) {
  const { trx, workspaceId, person } = asked
  return trx
    .selectFrom('comment')
    .leftJoin('task', (join) =>
      join.onRef('task.workspaceId', '=', 'comment.workspaceId').onRef('task.id', '=', 'comment.subjectId'),
    )
    .select(['comment.planId', 'scope', 'subjectId', 'comment.visibleTo', 'body', 'comment.createdAt', 'editedAt'])
    .where('comment.workspaceId', '=', workspaceId)
    .where('authorId', '=', person.id)
    .where('deletedAt', 'is', null)
    .where(maySee(asked, { side: 'comment.visibleTo', plan: 'comment.planId' }))
    .where(maySee(asked, { side: 'task.privateTo', plan: 'comment.planId' }))
    .orderBy('comment.createdAt', 'desc')
    .limit(mostRows)
    .execute()
}

/** What they added to tasks: names and addresses; a copy of each file is on the task's page. */
function listAttachments(asked: Asked) {
  const { trx, workspaceId, person } = asked
  return trx
    .selectFrom('attachment')
    .leftJoin('task', (join) =>
      join.onRef('task.workspaceId', '=', 'attachment.workspaceId').onRef('task.id', '=', 'attachment.subjectId'),
    )
    .select(['attachment.planId', 'subjectId', 'attachment.visibleTo', 'attachment.name', 'url', 'contentType', 'size'])
    .select(['addedAt', 'removedAt'])
    .where('attachment.workspaceId', '=', workspaceId)
    .where('addedById', '=', person.id)
    .where('addedAt', 'is not', null)
    .where(maySee(asked, { side: 'attachment.visibleTo', plan: 'attachment.planId' }))
    .where(maySee(asked, { side: 'task.privateTo', plan: 'attachment.planId' }))
    .orderBy('addedAt', 'desc')
    .limit(mostRows)
    .execute()
}

function listActions(asked: Asked) {
  const { trx, workspaceId, person } = asked
  return trx
    .selectFrom('activity')
    .select(['at', 'scope', 'scopeId', 'event', 'subject', 'changes'])
    .where('workspaceId', '=', workspaceId)
    .where('actorId', '=', person.id)
    .where(maySee(asked, { side: 'activity.visibleTo', plan: 'activity.scopeId' }))
    .orderBy('at', 'desc')
    .limit(mostRows)
    .execute()
}

async function getSecurityEvents({ trx, workspaceId, person }: Asked) {
  const rows = await trx
    .selectFrom('securityEvent')
    .select(['at', 'kind', 'network'])
    .where('workspaceId', '=', workspaceId)
    .where('personId', '=', person.id)
    .orderBy('at', 'desc')
    .limit(mostRows)
    .execute()
  return rows.map(({ kind, ...row }) => ({ ...row, what: kindWords(kind) }))
}

/** That emails were sent, not what they said: the texts of others are theirs. */
function listEmails({ trx, workspaceId, person }: Asked) {
  return trx
    .selectFrom('notice')
    .select(['createdAt', 'kind', 'toAddress', 'state', 'sentAt'])
    .where('workspaceId', '=', workspaceId)
    .where(person.kind === 'member' ? 'memberId' : 'participantId', '=', person.id)
    .orderBy('createdAt', 'desc')
    .limit(mostRows)
    .execute()
}
