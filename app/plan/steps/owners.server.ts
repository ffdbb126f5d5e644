import type { WorkspaceTransaction } from '#db/workspace.ts'
import { fault } from '#app/runner/refusal.ts'
import { type NewOwner, ownerColumns } from '#app/plan/steps/insert-plan.server.ts'
import type { OwnerView, ViewerSide } from '#app/plan/view.ts'

/** An owner as the select of a form holds it. */
export const ownerValue = (owner: OwnerView): string =>
  owner.kind === 'placeholder' ? `placeholder:${owner.name}` : `${owner.kind}:${owner.id ?? ''}`

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Reads the owner that a form posts. @throws Refusal 422 beside `owner` or `ownerName` */
export async function resolveOwner(
  trx: WorkspaceTransaction,
  { workspaceId, planId }: { workspaceId: string; planId: string },
  owner: string,
  ownerName: string | null,
): Promise<{ kind: OwnerView['kind']; columns: ReturnType<typeof ownerColumns>; name: string }> {
  const [kind, rest] = [owner.slice(0, owner.indexOf(':')), owner.slice(owner.indexOf(':') + 1)]
  if (owner === 'else') {
    if (!ownerName) throw fault('ownerName', 'Please say who that is.')
    return answer('placeholder', { placeholder: ownerName }, ownerName)
  }
  if (kind === 'placeholder' && rest.trim() !== '' && rest.trim().length <= 120)
    return answer('placeholder', { placeholder: rest.trim() }, rest.trim())
  const person = uuid.test(rest) ? await findPerson(trx, workspaceId, planId, kind, rest) : undefined
  if (!person) throw fault('owner', 'Please choose one of the list.')
  return kind === 'member'
    ? answer('member', { memberId: rest }, person.name)
    : answer('participant', { participantId: rest }, person.name)
}

const answer = (kind: OwnerView['kind'], owner: NewOwner, name: string) => ({
  kind,
  columns: ownerColumns(owner),
  name,
})

/** A step that one side keeps to itself is in nobody's hands on the other: they could neither see it nor be told of it. @throws Refusal 422 */
export function refuseStranger(kind: OwnerView['kind'], privateTo: ViewerSide | null): void {
  if (privateTo && kind === (privateTo === 'vendor' ? 'participant' : 'member'))
    throw fault('owner', 'A step that your side keeps to itself is done by somebody of your side.')
}

function findPerson(trx: WorkspaceTransaction, workspaceId: string, planId: string, kind: string, id: string) {
  if (kind === 'member')
    return trx
      .selectFrom('member')
      .select('name')
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', id)
      .where('removedAt', 'is', null)
      .executeTakeFirst()
  if (kind !== 'participant') return Promise.resolve(undefined)
  return trx
    .selectFrom('planParticipant')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.workspaceId', '=', 'planParticipant.workspaceId')
        .onRef('participant.id', '=', 'planParticipant.participantId'),
    )
    .select('participant.name')
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.planId', '=', planId)
    .where('planParticipant.participantId', '=', id)
    .where('planParticipant.removedAt', 'is', null)
    .executeTakeFirst()
}
