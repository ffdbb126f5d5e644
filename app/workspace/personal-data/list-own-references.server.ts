import { sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import { listConsentsOf } from '#app/references/consent/list-consents.server.ts'
import { readLimits } from '#app/references/model.ts'
import { findShownQuote } from '#app/references/pieces/find-shown-quote.server.ts'

type Asked = { workspaceId: string; participantId: string }

/**
 * What a participant said about being a reference, on every plan: what they agreed to and holds or stands last, everything that they agreed to,
 * word for word, the texts that they answered or that wait for them, where it was used while it was theirs, and where they approve each use. What another champion agreed to
 * is not in it.
 */
export async function listOwnReferences(trx: WorkspaceReading, asked: Asked) {
  const [consents, consentHistory, approvals, uses, approves] = await Promise.all([
    listLastConsents(trx, asked),
    listConsentsOf(trx, asked),
    listTexts(trx, asked),
    listUses(trx, asked),
    listApproving(trx, asked),
  ])
  return { consents, consentHistory, approvals, uses, approves }
}

async function listLastConsents(trx: WorkspaceReading, { workspaceId, participantId }: Asked) {
  const rows = await trx
    .selectFrom('reference')
    .select(['planId', 'state', 'kinds', 'limits', 'covers', 'usesPerQuarter', 'answeredAt'])
    .where('workspaceId', '=', workspaceId)
    .where('participantId', '=', participantId)
    .orderBy('answeredAt')
    .orderBy('planId')
    .execute()
  return Promise.all(
    rows.map(async (row) => {
      const given = { text: readLimits(row.limits).quoteText, at: row.answeredAt, by: participantId }
      const shown = row.kinds.includes('quote')
        ? await findShownQuote(trx, { workspaceId, planId: row.planId, given })
        : null
      return { ...row, shownQuote: shown?.text ?? null }
    }),
  )
}

/** Quotes and case studies that the person approved or sent back, and those that wait for them as the champion. */
const listTexts = (trx: WorkspaceReading, { workspaceId, participantId }: Asked) =>
  trx
    .selectFrom('referencePiece')
    .select(['planId', 'kind', 'version', 'text', 'state', 'sentAt', 'answeredAt', 'reason'])
    .where('workspaceId', '=', workspaceId)
    .where((text) =>
      text.or([
        text('participantId', '=', participantId),
        text.and([
          text('state', '=', 'sent'),
          text('planId', 'in', (seats) =>
            seats
              .selectFrom('planParticipant')
              .select('planId')
              .where('workspaceId', '=', workspaceId)
              .where('participantId', '=', participantId)
              .where('role', '=', 'champion')
              .where('removedAt', 'is', null),
          ),
        ]),
      ]),
    )
    .orderBy('planId')
    .orderBy('kind')
    .orderBy('version')
    .execute()

/** References whose uses they approve, since the champion named them. */
const listApproving = (trx: WorkspaceReading, { workspaceId, participantId }: Asked) =>
  trx
    .selectFrom('reference')
    .select(['planId', 'answeredAt as namedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('state', '=', 'agreed')
    .where(sql<boolean>`reference.limits::jsonb ->> 'approverId' = ${participantId}`)
    .orderBy('planId')
    .execute()

/** Where a reference was used, the latest first: each use rests on the consent that had been given last by then. */
const listUses = (trx: WorkspaceReading, { workspaceId, participantId }: Asked) =>
  trx
    .selectFrom('referenceUse')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspaceId', '=', 'referenceUse.workspaceId')
        .onRef('member.id', '=', 'referenceUse.memberId'),
    )
    .select(['referenceUse.id', 'referenceUse.planId', 'referenceUse.kind', 'usedOn as on', 'usedFor as what'])
    .select('member.name as by')
    .where('referenceUse.workspaceId', '=', workspaceId)
    .where(
      sql<string | null>`coalesce(
        (select consent.participant_id from reference_consent consent
          where consent.workspace_id = ${workspaceId} and consent.plan_id = reference_use.plan_id
            and consent.at <= reference_use.created_at
          order by consent.at desc, consent.id desc limit 1),
        (select reference.participant_id from reference
          where reference.workspace_id = ${workspaceId} and reference.plan_id = reference_use.plan_id))`,
      '=',
      participantId,
    )
    .orderBy('usedOn', 'desc')
    .orderBy('referenceUse.id')
    .execute()
