import type { Parts } from '#app/kit/parts.ts'
import { todayIn } from '#app/kit/clock.ts'
import { markdownAsHtml } from '#app/kit/markdown-as-html.server.ts'
import { notFound } from '#app/runner/refusal.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { findBoardRow } from '../board/board-rows.server.ts'
import type { ReferenceRow } from '../board/reference-row.ts'
import type { ConsentEntry } from '../consent/consent-entry.ts'
import { withoutWithdrawnQuotes } from '../consent/consent-words.ts'
import { listConsents } from '../consent/list-consents.server.ts'
import type { ShownPiece } from '../pieces/piece-queries.server.ts'
import { type PieceKind, pieceKinds } from '#app/runner/events/reference-kinds.ts'
import { type PieceVersion, isWithdrawn } from '../pieces/piece-version.ts'
import { readPieceVersions } from '../pieces/read-piece-versions.server.ts'
import { getWinFacts } from '../win-facts.server.ts'

export type NotedUse = {
  id: string
  kind: string
  on: string
  what: string
  by: string
  isOwn: boolean
  /** Whether it came of a request, whose outcome says that it took place. */
  isOfRequest: boolean
}

export type ReferenceUseView = {
  row: ReferenceRow
  today: IsoDate
  hasLogo: boolean
  pieces: Record<PieceKind, readonly ShownPiece[]>
  uses: readonly NotedUse[]
  /** Word for word; empty where the reader may not write about the win. */
  history: readonly ConsentEntry[]
}

/**
 * What may be used of a win, what was made of it and who used it.
 * Texts are read while the consent holds.
 * @param may whether this reader writes quotes and case studies: others read only what is approved, and no history
 * @throws Refusal 404 before the win is confirmed
 */
export async function getReferenceUse(
  parts: Pick<Parts, 'reads' | 'clock'>,
  { workspaceId, id: memberId }: { workspaceId: string; id: string },
  planId: string,
  { mayWrite }: { mayWrite: boolean },
): Promise<ReferenceUseView> {
  const now = parts.clock.now()
  return parts.reads.in(workspaceId, async (trx) => {
    const { timeZone } = await getWinFacts(trx, workspaceId, planId)
    const row = await findBoardRow(trx, { workspaceId, now }, planId)
    if (!row) throw notFound()
    const of = { workspaceId, planId, timeZone }
    const [quote, caseStudy, uses, history, logo] = await Promise.all([
      readPieceVersions(trx, { ...of, kind: pieceKinds[0] }, { ofVendor: true }),
      readPieceVersions(trx, { ...of, kind: pieceKinds[1] }, { ofVendor: true }),
      trx
        .selectFrom('referenceUse')
        .innerJoin('member', (join) =>
          join
            .onRef('member.workspaceId', '=', 'referenceUse.workspaceId')
            .onRef('member.id', '=', 'referenceUse.memberId'),
        )
        .select(['referenceUse.id', 'kind', 'usedOn as on', 'usedFor as what'])
        .select(['memberId', 'member.name as by', 'requestId'])
        .where('referenceUse.workspaceId', '=', workspaceId)
        .where('planId', '=', planId)
        .orderBy('usedOn', 'desc')
        .orderBy('referenceUse.createdAt', 'desc')
        .execute(),
      mayWrite ? listConsents(trx, of) : [],
      trx
        .selectFrom('referenceLogo')
        .select('contentType')
        .where('workspaceId', '=', workspaceId)
        .where('planId', '=', planId)
        .executeTakeFirst(),
    ])
    const isRead = (kind: PieceKind) => (version: PieceVersion) =>
      row.answer === 'agreed' &&
      row.kinds.includes(kind) &&
      (mayWrite ? !isWithdrawn(kind, version) : version.state === 'approved')
    return {
      row,
      today: todayIn(timeZone, now),
      hasLogo: logo !== undefined,
      pieces: {
        quote: quote.filter(isRead('quote')).map((it) => ({ ...it, html: null })),
        'case-study': caseStudy.filter(isRead('case-study')).map((it) => ({ ...it, html: markdownAsHtml(it.text) })),
      },
      uses: uses.map(({ memberId: user, requestId, ...use }) => ({
        ...use,
        isOwn: user === memberId,
        isOfRequest: requestId !== null,
      })),
      history: withoutWithdrawnQuotes(history, row.quote),
    }
  })
}
