import { type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import type { WorkspaceReading } from '#db/reading.ts'
import { addressOwner } from '#app/access/core/address-owner.server.ts'
import { todayIn } from '#app/kit/clock.ts'
import { compareWithTarget } from '#app/plan/terms/win-measure.ts'
import { daysBetween } from '#app/schedule/dates.ts'
import { referenceKinds } from '#app/runner/events/reference-kinds.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { confirmedWins } from '../confirmed-wins.server.ts'
import { callsTaken } from '../library/calls-taken.server.ts'
import { answerOf, coveredWords, readKinds, readLimits } from '../model.ts'
import { pieceStates } from '../pieces/piece-version.ts'
import { shownQuote } from '../pieces/shown-quote.ts'
import { speakerInSql } from '../pieces/speaker-in-sql.server.ts'
import { type BoardFilter, allReferences } from './board-filter.ts'
import {
  type ReferenceProgressFacts,
  boardState,
  missingKinds,
  nextAct,
  nextOfArchived,
  stateSince,
} from './board-state.ts'
import { quoteContradictions } from './quote-contradictions.ts'
import type { ReferenceRow } from './reference-row.ts'
import { stateInSql } from './state-in-sql.server.ts'

type Asked = { workspaceId: string; now: Date }

/** The confirmed wins with the plan, the customer and the reference of each, as far as a filter lets them through. */
export const selectWins = (trx: WorkspaceReading, { workspaceId, now }: Asked, filter: BoardFilter) =>
  confirmedWins(trx, workspaceId)
    .$if(filter.state !== null, (wins) => wins.where(stateInSql(workspaceId, now), '=', filter.state))
    .$if(filter.industry !== null, (wins) => wins.where('account.industry', '=', filter.industry))
    .$if(filter.region !== null, (wins) => wins.where('account.region', '=', filter.region))
    .$if(filter.kind !== null, (wins) => wins.where(sql<SqlBool>`${filter.kind} = any (reference.kinds)`))

/** All that a row says, as it is stored. */
function selectRows(trx: WorkspaceReading, asked: Asked, filter: BoardFilter) {
  const { workspaceId, now } = asked
  return selectWins(trx, asked, filter)
    .innerJoin('planParticipant', (join) =>
      join
        .onRef('planParticipant.workspaceId', '=', 'winResult.workspaceId')
        .onRef('planParticipant.planId', '=', 'winResult.planId')
        .onRef('planParticipant.participantId', '=', 'winResult.participantId'),
    )
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.workspaceId', '=', 'winResult.workspaceId')
        .onRef('participant.id', '=', 'winResult.participantId'),
    )
    .leftJoin('planParticipant as approver', (join) =>
      join
        .onRef('approver.workspaceId', '=', 'reference.workspaceId')
        .onRef('approver.planId', '=', 'reference.planId')
        .on(sql<SqlBool>`approver.participant_id = (reference.limits::jsonb ->> 'approverId')::uuid`),
    )
    .leftJoin('member as owner', (join) =>
      join
        .onRef('owner.workspaceId', '=', 'reference.workspaceId')
        .onRef('owner.id', '=', 'reference.ownerId')
        .on('owner.removedAt', 'is', null),
    )
    .leftJoin('planParticipant as champion', (join) =>
      join
        .onRef('champion.workspaceId', '=', 'plan.workspaceId')
        .onRef('champion.planId', '=', 'plan.id')
        .on('champion.role', '=', 'champion')
        .on('champion.removedAt', 'is', null),
    )
    .leftJoin('participant as contact', (join) =>
      join.onRef('contact.workspaceId', '=', 'champion.workspaceId').onRef('contact.id', '=', 'champion.participantId'),
    )
    .leftJoin('referenceLogo', (join) =>
      join.onRef('referenceLogo.workspaceId', '=', 'plan.workspaceId').onRef('referenceLogo.planId', '=', 'plan.id'),
    )
    .leftJoin('referencePiece as quote', (join) =>
      join
        .onRef('quote.workspaceId', '=', 'plan.workspaceId')
        .onRef('quote.planId', '=', 'plan.id')
        .on('quote.kind', '=', 'quote')
        .on('quote.state', '=', 'approved'),
    )
    .select([
      ...([
        'plan.id as planId',
        'plan.project',
        'plan.winVersion',
        'plan.timeZone',
        'plan.archivedAt',
        'plan.leadId',
      ] as const),
      ...(['account.name as account', 'account.industry', 'account.region'] as const),
      ...(['winResult.statement', 'winResult.measure', 'winResult.unit', 'winResult.baseline'] as const),
      ...(['winResult.target', 'winResult.measured', 'winResult.confirmedOn', 'winResult.correctedAt'] as const),
      ...(['planParticipant.name as confirmedBy', 'participant.email'] as const),
      ...(['reference.state as stored', 'reference.kinds', 'reference.limits', 'reference.usesPerQuarter'] as const),
      ...(['reference.covers', 'reference.askedAt', 'reference.answeredAt'] as const),
      'reference.logoAskedAt',
      ...(['approver.name as approver', 'approver.removedAt as approverLeftAt'] as const),
      ...(['owner.id as ownerId', 'owner.name as owner'] as const),
      ...(['champion.name as contactName', 'contact.email as contactEmail'] as const),
      'referenceLogo.contentType as logo',
      ...(['quote.text as quoteText', 'quote.answeredAt as quoteAt'] as const),
      speakerInSql(workspaceId, sql.ref('reference.participantId')).as('giver'),
      speakerInSql(workspaceId, sql.ref('quote.participantId')).as('quoteApprover'),
    ])
    .select((row) => [
      row
        .selectFrom('referencePiece')
        .select('state')
        .where('referencePiece.workspaceId', '=', workspaceId)
        .whereRef('referencePiece.planId', '=', 'plan.id')
        .where('referencePiece.kind', '=', 'case-study')
        .where('referencePiece.state', '<>', 'ended')
        .orderBy('version', 'desc')
        .limit(1)
        .as('caseState'),
      row
        .exists(
          row
            .selectFrom('referencePiece')
            .select('version')
            .where('referencePiece.workspaceId', '=', workspaceId)
            .whereRef('referencePiece.planId', '=', 'plan.id')
            .where('referencePiece.kind', '=', 'case-study')
            .where('referencePiece.state', '=', 'approved'),
        )
        .as('caseApproved'),
      row
        .selectFrom('referenceUse')
        .select(({ fn }) => fn.min('usedOn').as('usedOn'))
        .where('referenceUse.workspaceId', '=', workspaceId)
        .whereRef('referenceUse.planId', '=', 'plan.id')
        .where(sql<SqlBool>`reference_use.kind = any (reference.kinds)`)
        .where(
          sql<SqlBool>`reference_use.used_on >= (coalesce(reference.agreed_at, reference.answered_at) at time zone plan.time_zone)::date`,
        )
        .as('firstUse'),
      callsTaken(workspaceId, now).as('callsUsed'),
    ])
    .orderBy('winResult.confirmedAt', 'desc')
    .orderBy('plan.id')
}

type Stored = Awaited<ReturnType<ReturnType<typeof selectRows>['execute']>>[number]

/** Rows of the board, the newest win first. */
export async function listBoardRows(
  trx: WorkspaceReading,
  asked: Asked,
  filter: BoardFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<ReferenceRow[]> {
  const rows = await selectRows(trx, asked, filter).limit(limit).offset(offset).execute()
  return rows.map((row) => boardRow(row, asked.now))
}

/** The row of one plan; undefined before its win is confirmed. */
export async function findBoardRow(
  trx: WorkspaceReading,
  asked: Asked,
  planId: string,
): Promise<ReferenceRow | undefined> {
  const row = await selectRows(trx, asked, allReferences).where('plan.id', '=', planId).executeTakeFirst()
  return row && boardRow(row, asked.now)
}

const pieceState = z.enum(pieceStates)

function boardRow(row: Stored, now: Date): ReferenceRow {
  const today = todayIn(row.timeZone, now)
  const dayOf = (at: Date | null) => at && todayIn(row.timeZone, at)
  const figures = { baseline: Number(row.baseline), target: Number(row.target), measured: Number(row.measured) }
  const answer = answerOf({ ...row, state: row.stored }, today)
  const agreed = readKinds(row.kinds ?? [])
  const kinds = referenceKinds.filter((kind) => agreed.includes(kind))
  const { quoteText, until, note, never, approverId } = readLimits(row.limits)
  const progress: ReferenceProgressFacts = {
    ...{ answer, kinds, hasLogo: row.logo !== null, logoAskedOn: dayOf(row.logoAskedAt) },
    askedOn: dayOf(row.askedAt),
    answeredOn: dayOf(row.answeredAt),
    ...{ confirmedOn: row.confirmedOn as IsoDate, correctedOn: dayOf(row.correctedAt), until },
    caseStudy:
      row.caseState === null
        ? null
        : { state: pieceState.parse(row.caseState), hasApproved: Boolean(row.caseApproved) },
    usedOn: row.firstUse === null ? null : (row.firstUse as IsoDate),
  }
  const approved =
    row.quoteText !== null && row.quoteAt ? { text: row.quoteText, at: row.quoteAt, by: row.quoteApprover } : null
  const given = { text: quoteText, at: row.answeredAt, by: row.giver }
  const quote = answer === 'agreed' && kinds.includes('quote') ? shownQuote({ given, approved }) : null
  const since = stateSince(progress)
  const { planId, account, industry, region, project, statement, measure, unit, confirmedBy, confirmedOn } = row
  return {
    ...{ planId, account, industry, region, project, statement, measure, unit, confirmedBy, confirmedOn },
    ...{ owner: row.owner, ownerId: row.ownerId, leadId: row.leadId },
    ...figures,
    confirmedFrom: addressOwner(row.email),
    targetMet: compareWithTarget(figures, figures.measured) === 'met',
    answer,
    agreedFor: answer === 'on hold' ? coveredWords.parse(row.covers) : null,
    kinds,
    limits: {
      ...{ callsPerQuarter: row.usesPerQuarter, until, note, never, approver: row.approver },
      approverLeft: approverId !== null && (row.approver === null || row.approverLeftAt !== null),
    },
    ...{
      state: boardState(progress),
      since,
      age: daysBetween(since, today),
      next: row.archivedAt === null ? nextAct(progress, today) : nextOfArchived(progress),
    },
    isLogoMissing: answer === 'agreed' && missingKinds(progress).includes('logo'),
    contact:
      row.contactName === null || row.contactEmail === null ? null : { name: row.contactName, email: row.contactEmail },
    callsUsed: row.callsUsed,
    ...{ quote: quote?.text ?? null, quoteBy: quote?.by ?? null },
    contradictions: quote === null ? [] : quoteContradictions(quote.text, { unit, ...figures }),
  }
}
