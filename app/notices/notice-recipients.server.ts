import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { NoticeKind } from '#app/outbox/notice-kinds.ts'
import type { NewNotice } from '#app/outbox/outbox.server.ts'

/** The notices about a win that go to marketing, and those that go to people on the plan. */
export const winKindsToMarketing: readonly NoticeKind[] = ['reference-ready', 'reference-agreed', 'reference-declined']
export const winKinds: readonly NoticeKind[] = [...winKindsToMarketing, 'win-confirmed', 'win-corrected']

type Which = { workspaceId: string; planId: string; kinds: readonly NoticeKind[] }

/** Who was written to, each person once, and by which kinds of notice. */
export type NoticeRecipient = { to: NewNotice['to']; name: string | undefined; kinds: ReadonlySet<NoticeKind> }

/** Everyone who got notices of these kinds about a plan, or may have. */
export async function listNoticeRecipients(
  trx: WorkspaceTransaction,
  { workspaceId, planId, kinds }: Which,
): Promise<NoticeRecipient[]> {
  const rows = await trx
    .selectFrom('notice')
    .leftJoin('member', (join) =>
      join.onRef('member.workspaceId', '=', 'notice.workspaceId').onRef('member.id', '=', 'notice.memberId'),
    )
    .leftJoin('planParticipant', (join) =>
      join
        .onRef('planParticipant.workspaceId', '=', 'notice.workspaceId')
        .onRef('planParticipant.planId', '=', 'notice.planId')
        .onRef('planParticipant.participantId', '=', 'notice.participantId'),
    )
    .select(['notice.kind', 'notice.memberId', 'notice.participantId', 'notice.toAddress'])
    .select(({ fn }) => fn.coalesce('member.name', 'planParticipant.name').as('name'))
    .where('notice.workspaceId', '=', workspaceId)
    .where('notice.planId', '=', planId)
    .where('notice.kind', 'in', kinds)
    .where('notice.state', '<>', 'unwanted')
    .orderBy('notice.createdAt')
    .execute()
  const told = new Map<string, NoticeRecipient & { kinds: Set<NoticeKind> }>()
  for (const { kind, memberId, participantId, toAddress: address, name } of rows) {
    const person = memberId ? { memberId } : participantId ? { participantId } : null
    if (!person) continue
    const id = memberId ?? participantId ?? ''
    const known = told.get(id) ?? { to: { ...person, address }, name: name ?? undefined, kinds: new Set<NoticeKind>() }
    // The query asked for these kinds alone.
    known.kinds.add(kind as NoticeKind)
    told.set(id, known)
  }
  return [...told.values()]
}
