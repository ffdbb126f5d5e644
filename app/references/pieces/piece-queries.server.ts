import type { Parts } from '#app/kit/parts.ts'
import { markdownAsHtml } from '#app/kit/markdown-as-html.server.ts'
import { todayIn } from '#app/kit/clock.ts'
import { notFound } from '#app/runner/refusal.ts'
import { answerOf } from '../model.ts'
import { getWinFacts } from '../win-facts.server.ts'
import type { PieceKind } from '#app/runner/events/reference-kinds.ts'
import type { PieceVersion } from './piece-version.ts'
import { readPieceVersions } from './read-piece-versions.server.ts'

/** A version as it is read: a case study is Markdown. */
export type ShownPiece = PieceVersion & { html: string | null }

export type PiecePageView = {
  vendor: string
  project: string
  /** What waits for the champion; null for nothing. */
  waiting: ShownPiece | null
  /** What is shown until then. */
  approved: ShownPiece | null
  /** All that was sent, also what was replaced while it was read. */
  earlier: readonly ShownPiece[]
}

/** What the champion reads before approving it. @throws Refusal 404 where nothing was ever sent */
export async function getPiecePage(
  parts: Pick<Parts, 'reads' | 'clock'>,
  { workspaceId }: { workspaceId: string },
  planId: string,
  kind: PieceKind,
): Promise<PiecePageView> {
  return parts.reads.in(workspaceId, async (trx) => {
    const { workspace, project, timeZone, winVersion } = await getWinFacts(trx, workspaceId, planId)
    const versions = await readPieceVersions(trx, { workspaceId, planId, kind, timeZone }, { ofVendor: false })
    if (versions.length === 0) throw notFound()
    const reference = await trx
      .selectFrom('reference')
      .select(['state', 'limits', 'covers'])
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', planId)
      .executeTakeFirst()
    const today = todayIn(timeZone, parts.clock.now())
    const isValid = reference && answerOf({ ...reference, winVersion }, today) === 'agreed'
    const shown = versions.map((it) => ({ ...it, html: kind === 'quote' ? null : markdownAsHtml(it.text) }))
    return {
      vendor: workspace,
      project,
      waiting: (isValid && shown.find(({ state }) => state === 'sent')) || null,
      approved: shown.find(({ state }) => state === 'approved') ?? null,
      earlier: shown,
    }
  })
}
