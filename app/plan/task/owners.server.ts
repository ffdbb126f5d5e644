import type { WorkspaceReading } from '#db/reading.ts'
import { type Standing, sideOf, sightOf } from '#app/policy/policy.ts'
import { fieldWords } from '#app/kit/field-words.ts'
import { requiredName } from '#app/kit/field-schemas.ts'
import { textSizes } from '#app/kit/limits.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { type NewOwner, ownerColumns } from '../core/insert-plan.server.ts'
import type { OwnerView, ViewerSide } from '../core/viewer-side.ts'
import { isUuid } from '#app/kit/ids.ts'
import { contradictionRefusals, ownerRefusals } from '../core/plan-refusal-words.ts'

type Asked = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'row' | 'actor'>

/** An owner that a command writes, with its columns. */
export type ResolvedOwner = { owner: OwnerView | null; columns: ReturnType<typeof ownerColumns> }

/** Reads the owner that a form posts: one of those that it offers, or no one. @throws Refusal 422 beside `owner` or `ownerName` */
export async function resolveOwner(
  asked: Asked,
  owner: string | null,
  ownerName: string | null,
): Promise<ResolvedOwner> {
  if (owner === null) return { owner: null, columns: ownerColumns(null) }
  const [kind, rest] = [owner.slice(0, owner.indexOf(':')), owner.slice(owner.indexOf(':') + 1)]
  if (owner === 'else') {
    if (!ownerName) throw fieldRefusal('ownerName', contradictionRefusals.noOwnerName)
    return answer('placeholder', null, { placeholder: ownerName }, ownerName)
  }
  if (kind === 'placeholder') {
    const placeholder = requiredName(undefined, textSizes.placeholder).safeParse(rest)
    if (!placeholder.success) throw fieldRefusal('owner', fieldWords.chooseOne)
    return answer('placeholder', null, { placeholder: placeholder.data }, placeholder.data)
  }
  const person = isUuid(rest) ? await findPerson(asked, kind, rest) : undefined
  if (!person) throw fieldRefusal('owner', fieldWords.chooseOne)
  return kind === 'member'
    ? answer('member', rest, { memberId: rest }, person.name)
    : answer('participant', rest, { participantId: rest }, person.name)
}

const answer = (kind: OwnerView['kind'], id: string | null, columns: NewOwner, name: string): ResolvedOwner => ({
  owner: { kind, id, name },
  columns: ownerColumns(columns),
})

/**
 * Refuses an owner who could not see the task: someone on the other side of a private task, or someone that the champion has
 * not accepted.
 * @throws Refusal 422
 */
export async function refuseStranger(
  asked: Asked,
  owner: OwnerView | null,
  privateTo: ViewerSide | null,
): Promise<void> {
  if (owner === null) return
  const why = await whyStranger(asked, owner, privateTo)
  if (why === 'other side') throw fieldRefusal('owner', ownerRefusals.otherSide)
  if (why === 'not accepted') throw fieldRefusal('owner', ownerRefusals.notAccepted(owner.name))
}

/** Why a person could not see a task that a side keeps to itself. */
async function whyStranger(
  { trx, workspaceId, row }: Asked,
  { kind, id }: OwnerView,
  privateTo: ViewerSide | null,
): Promise<'other side' | 'not accepted' | null> {
  if (privateTo === null) return null
  if (kind === (privateTo === 'vendor' ? 'participant' : 'member')) return 'other side'
  return kind === 'participant' && id && (await isWaiting(trx, workspaceId, row.id, id)) ? 'not accepted' : null
}

/**
 * The same for someone whose approval a task needs: a private task could then never be marked done.
 * @param field that the form has for it
 * @throws Refusal 422
 */
export async function refuseStrangeApprover(
  asked: Asked,
  approver: OwnerView | null,
  { privateTo, field }: { privateTo: ViewerSide | null; field: 'approver' | 'private' },
): Promise<void> {
  if (approver !== null && (await whyStranger(asked, approver, privateTo)))
    throw fieldRefusal(field, ownerRefusals.approverCannotSee(approver.name))
}

/** The same for several tasks that get one owner: asked once for each side that keeps any of them to itself. @throws Refusal 422 */
export async function refuseStrangerToAny(
  asked: Asked,
  owner: OwnerView | null,
  tasks: readonly { privateTo: ViewerSide | null }[],
): Promise<void> {
  for (const side of new Set(tasks.map(({ privateTo }) => privateTo))) await refuseStranger(asked, owner, side)
}

/** @throws Refusal 422 for someone who sees shared things only: a private task of theirs would be hidden from its own author */
export function refuseUnaccepted(standings: ReadonlySet<Standing>): void {
  if (sightOf(standings) === 'shared') throw fieldRefusal('private', ownerRefusals.youNotAccepted)
}

/** Whether a person is on the plan but not yet accepted by the champion. */
async function isWaiting(
  trx: WorkspaceReading,
  workspaceId: string,
  planId: string,
  participantId: string,
): Promise<boolean> {
  const seat = await trx
    .selectFrom('planParticipant')
    .select('participantId')
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('participantId', '=', participantId)
    .where('removedAt', 'is', null)
    .where('acceptedAt', 'is', null)
    .executeTakeFirst()
  return seat !== undefined
}

/** The members who can be made owner: for the vendor's people all, for the customer's those who work on the plan. */
export function assignableMembers(
  trx: WorkspaceReading,
  workspaceId: string,
  { id: planId, leadId, side }: { id: string; leadId: string; side: ViewerSide },
) {
  const members = trx
    .selectFrom('member')
    .select(['id', 'name'])
    .where('workspaceId', '=', workspaceId)
    .where('removedAt', 'is', null)
  if (side === 'vendor') return members
  return members.where(({ or, eb, selectFrom }) =>
    or([
      eb('id', '=', leadId),
      eb(
        'id',
        'in',
        selectFrom('planTeam').select('memberId').where('workspaceId', '=', workspaceId).where('planId', '=', planId),
      ),
    ]),
  )
}

function findPerson({ trx, workspaceId, row, actor }: Asked, kind: string, id: string) {
  if (kind === 'member') {
    return assignableMembers(trx, workspaceId, { ...row, side: sideOf(actor) })
      .where('id', '=', id)
      .executeTakeFirst()
  }
  if (kind !== 'participant') return Promise.resolve(undefined)
  return trx
    .selectFrom('planParticipant')
    .select(['participantId as id', 'name'])
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.planId', '=', row.id)
    .where('planParticipant.participantId', '=', id)
    .where('planParticipant.removedAt', 'is', null)
    .executeTakeFirst()
}
