import { writeSecurityEvent } from '#app/access/security-log/write-security-event.server.ts'
import { endMemberAccess } from '#app/access/devices/end-member-access.server.ts'
import { revokeApiKeysOf } from '#app/api/keys/api-key.server.ts'
import { endRequestsOfMember } from '#app/references/library/end-requests-of-member.server.ts'
import { endHandoffsOfLeaver } from '#app/handoff/lead/end-handoffs-of-leaver.server.ts'
import { handOverPlans, lockPlans } from '#app/plan/team/hand-over-plans.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { removeMemberInput } from '../model.ts'
import { refuseLastAdmin, takeMembers } from './take-members.server.ts'
import { chooseSuccessorWords, memberRefusals } from './member-words.ts'
import { fieldWords } from '#app/kit/field-words.ts'

/**
 * Removes a member at once and everywhere: sessions, links and keys end, plans that they lead go to a successor, their open
 * tasks to each plan's lead, reference calls that they asked for do not take place. The person can be added again, and is then the same one.
 * @throws Refusal 422 for oneself, the only admin, and plans without a successor
 */
export const removeMember = defineCommand({
  name: 'remove-member',
  scope: 'workspace',
  input: removeMemberInput,
  async run(context) {
    const { trx, actor, workspaceId, input, now, record } = context
    const members = await takeMembers(context)
    const member = members.get(input.memberId)
    if (member.removedAt) return { memberId: member.id }
    refuseLastAdmin(members, member, 'memberId')
    if (actor.kind === 'member' && actor.id === member.id) throw fieldRefusal('memberId', memberRefusals.removeYourself)
    const led = (await lockPlans(trx, workspaceId)).filter(({ leadId }) => leadId === member.id)
    const successor = members.present.find(({ id }) => id === input.successorId && id !== member.id)
    if (input.successorId && !successor) throw fieldRefusal('successorId', fieldWords.chooseOne)
    if (led.length > 0 && !successor) throw fieldRefusal('successorId', chooseSuccessorWords(member.name, led.length))

    await trx
      .updateTable('member')
      .set({ removedAt: now })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', member.id)
      .execute()
    await endHandoffsOfLeaver(context, member, successor ? { planIds: led.map(({ id }) => id), to: successor } : null)
    await handOverPlans(context, member, { led, successor: successor ?? null })
    await endRequestsOfMember(context, member)
    await endMemberAccess(trx, workspaceId, member.id, now)
    await revokeApiKeysOf(trx, workspaceId, member.id, now)
    await record({
      event: 'member removed',
      subjectId: member.id,
      subject: member.name,
      changes: {
        roles: { before: member.roles, after: null },
        ...(led.length > 0 ? { successor: { before: null, after: successor?.name ?? null } } : {}),
      },
    })
    const detail = { by: actor.name, successor: successor?.name ?? null }
    await writeSecurityEvent(trx, workspaceId, { kind: 'member removed', person: member, detail }, now)
    return { memberId: member.id }
  },
})
