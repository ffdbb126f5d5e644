import { canonicalAddress } from '#app/access/core/canonical-address.ts'
import { addAddressToDirectory, removeAddressFromDirectory } from '#app/access/core/directory.server.ts'
import { endMemberSignIns } from '#app/access/devices/end-member-access.server.ts'
import { writeSecurityEvent } from '#app/access/security-log/write-security-event.server.ts'
import { forgetDevices } from '#app/access/sign-in/known-device.server.ts'
import { findBlockedAddress, retryBounced } from '#app/outbox/blocked-address.server.ts'
import { sendElsewhere } from '#app/outbox/outbox.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal, notFound } from '#app/runner/refusal.ts'
import { memberAddressInput } from '../model.ts'
import { memberAddressRefusals } from './member-address-words.ts'
import { type MemberNow, type MembersNow, refuseParticipants, takeMembers } from './take-members.server.ts'
import { tellAdminsOfAddress } from './tell-admins-of-address.server.ts'
import { welcomeMember } from './welcome-member.server.ts'

/**
 * Gives a member another address in place of one that does not reach them. The owner of the new one proves it by the link sent there: until then no one
 * is signed in as this member, and what let someone in before is ended. An account at the company's provider stays linked.
 * @throws Refusal 422 for oneself, for a member whose emails arrive, and for an address that is someone's
 */
export const correctMemberAddress = defineCommand({
  name: 'correct-member-address',
  scope: 'workspace',
  input: memberAddressInput,
  async run(context) {
    const { trx, actor, workspaceId, row, now, record, notify } = context
    const { memberId, email } = context.input
    const members = await takeMembers(context)
    const member = members.get(memberId)
    if (member.removedAt) throw notFound()
    if (actor.id === member.id) throw fieldRefusal('email', memberAddressRefusals.own)
    const blocked = await findBlockedAddress(trx, { workspaceId, address: member.email })
    const comesBack = blocked?.reason === 'bounced'
    if (!comesBack && member.awaitedSince === null)
      throw fieldRefusal('email', memberAddressRefusals.isReached(member.name))
    if (email === member.email) throw fieldRefusal('email', memberAddressRefusals.same)
    refuseTaken(members, member, email)
    await refuseParticipants(trx, workspaceId, email)

    await trx
      .updateTable('member')
      .set({ email, awaitedSince: now })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', member.id)
      .execute()
    await removeAddressFromDirectory(trx, workspaceId, member.email)
    await addAddressToDirectory(trx, workspaceId, email)
    await endMemberSignIns(trx, workspaceId, member.id, now)
    await forgetDevices(trx, workspaceId, { memberId })
    await retryBounced(trx, { workspaceId, address: email })
    await sendElsewhere(trx, workspaceId, { memberId }, email)
    await record({ event: 'member address corrected', subjectId: member.id, subject: member.name, changes: {} })
    const detail = { by: actor.name }
    await writeSecurityEvent(trx, workspaceId, { kind: 'address corrected', person: member, detail }, now)
    await notify(welcomeMember(row.name, { ...member, email }, actor.name, true))
    await tellAdminsOfAddress(context, members, member)
    return { memberId }
  },
})

/** Also an address of someone who left, or another spelling of one: it is how its owner is recognised. */
function refuseTaken({ all }: MembersNow, member: MemberNow, email: string) {
  const owner = all.find((it) => it.id !== member.id && canonicalAddress(it.email) === canonicalAddress(email))
  if (owner) throw fieldRefusal('email', memberAddressRefusals.isMembers(owner.name))
}
