import { addAddressToDirectory } from '#app/access/core/directory.server.ts'
import { writeSecurityEvent } from '#app/access/security-log/write-security-event.server.ts'
import { retryBounced } from '#app/outbox/blocked-address.server.ts'
import { newId } from '#app/kit/ids.ts'
import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { addMemberInput } from '../model.ts'
import { refuseParticipants, takeMembers } from './take-members.server.ts'
import { welcomeMember } from './welcome-member.server.ts'
import { bounds } from '#app/kit/limits.ts'
import { memberRefusals, tooManyMembersWords } from './member-words.ts'

/** Brings a member into the workspace, with a link by email. A removed member comes back as the same person. */
export const addMember = defineCommand({
  name: 'add-member',
  scope: 'workspace',
  input: addMemberInput,
  async run(context) {
    const { trx, actor, workspaceId, row, now, record, notify } = context
    const { name, email, roles } = context.input
    const { all } = await takeMembers(context)
    const known = all.find((member) => member.email === email)
    if (known && !known.removedAt) throw fieldRefusal('email', memberRefusals.alreadyMember)
    if (all.filter(({ removedAt }) => removedAt === null).length >= bounds.members)
      throw fieldRefusal('email', tooManyMembersWords(bounds.members))
    await refuseParticipants(trx, workspaceId, email)

    const person = { id: known?.id ?? newId(), name, email }
    await trx
      .insertInto('member')
      .values({ workspaceId, ...person, roles, createdAt: now, awaitedSince: now })
      .onConflict((conflict) =>
        conflict.columns(['workspaceId', 'email']).doUpdateSet({ name, roles, removedAt: null, awaitedSince: now }),
      )
      .execute()
    await retryBounced(trx, { workspaceId, address: email })
    await addAddressToDirectory(trx, workspaceId, email)
    await record({
      event: 'member added',
      subjectId: person.id,
      subject: name,
      changes: { roles: { before: null, after: roles } },
    })
    await writeSecurityEvent(trx, workspaceId, { kind: 'member added', person, detail: { by: actor.name } }, now)
    await notify(welcomeMember(row.name, person, actor.name))
    return { memberId: person.id }
  },
})
