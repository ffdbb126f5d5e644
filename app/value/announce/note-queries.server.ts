import type { Parts } from '#app/kit/parts.ts'
import { readLink } from '#app/outbox/link-token.server.ts'
import { notFound } from '#app/runner/refusal.ts'
import type { WorkspaceReading } from '#db/reading.ts'
import { findNote } from './find-note.server.ts'
import type { NoteTexts } from './note-texts.ts'
import { findLinkOf, findSharedPage, tokenOf } from './shared-link.server.ts'

/** A note as it is read. */
export type ShownNote = { customer: string; logo: string | null; project: string; texts: NoteTexts; by: string }

export type NotePageView = {
  /** What the page is headed by. */
  head: Pick<ShownNote, 'customer' | 'logo' | 'project'>
  /** Null before the note was saved. */
  note: { texts: NoteTexts; by: string } | null
  isShared: boolean
  /** The last part of the link's address while it is on; null also where it can no longer be shown. */
  token: string | null
}

type OfPlan = { workspaceId: string; planId: string }

/** The champion's own note. @throws Refusal 404 */
export function getNotePage({ reads, environment }: Pick<Parts, 'reads' | 'environment'>, of: OfPlan) {
  const { workspaceId } = of
  return reads.in(workspaceId, async (trx): Promise<NotePageView> => {
    const [head, note, link] = await Promise.all([
      findHead(trx, of),
      findNote(trx, of),
      findLinkOf(trx, { ...of, kind: 'note' }),
    ])
    if (!head) throw notFound()
    const token = link ? tokenOf(environment, workspaceId, link) : null
    return { head, note: note ?? null, isShared: link !== undefined, token }
  })
}

const findHead = (trx: WorkspaceReading, { workspaceId, planId }: OfPlan) =>
  trx
    .selectFrom('plan')
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .select(['plan.project', 'account.name as customer', 'account.logo'])
    .where('plan.workspaceId', '=', workspaceId)
    .where('plan.id', '=', planId)
    .executeTakeFirst()

/** The note that a shared link shows; undefined where it shows none, or no longer. */
export async function getSharedNote({ reads }: Pick<Parts, 'reads'>, token: string): Promise<ShownNote | undefined> {
  const workspaceId = readLink(token)?.workspaceId
  if (!workspaceId) return undefined
  return reads.in(workspaceId, async (trx) => {
    const page = await findSharedPage(trx, token)
    if (page?.kind !== 'note') return undefined
    const of = { workspaceId, planId: page.planId }
    const [head, note] = await Promise.all([findHead(trx, of), findNote(trx, of)])
    return head && note && { ...head, ...note }
  })
}
