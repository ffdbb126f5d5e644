import { writeSecurityEvent } from '#app/access/security-log/write-security-event.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal, notFound } from '#app/runner/refusal.ts'
import { setRolesInput } from '../model.ts'
import { refuseLastAdmin, takeMembers } from './take-members.server.ts'
import { memberWords } from './member-words.ts'
import { memberInputRefusals } from '../workspace-input-words.ts'

/** Gives a member other roles. Someone stays an admin, also when two admins demote each other at once. */
export const setRoles = defineCommand({
  name: 'set-roles',
  scope: 'workspace',
  input: setRolesInput,
  async current({ trx, workspaceId, input: { memberId } }) {
    const member = await trx
      .selectFrom('member')
      .select('roles')
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', memberId)
      .where('removedAt', 'is', null)
      .executeTakeFirst()
    if (!member) throw notFound()
    return { subjectId: memberId, fields: { roles: { label: memberWords.roles, value: member.roles.sort() } } }
  },
  async run(context, touched) {
    const { trx, actor, workspaceId, input, now, record } = context
    const members = await takeMembers(context)
    const member = members.get(input.memberId)
    if (!touched.has('roles')) return { memberId: member.id }
    if (input.roles.length === 0) throw fieldRefusal('roles', memberInputRefusals.chooseRole)
    if (!input.roles.includes('admin')) refuseLastAdmin(members, member, 'roles')
    await trx
      .updateTable('member')
      .set({ roles: input.roles })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', member.id)
      .execute()
    await record({
      event: 'roles changed',
      subjectId: member.id,
      subject: member.name,
      changes: { roles: { before: member.roles, after: input.roles } },
    })
    const detail = { by: actor.name, before: member.roles.join(', '), after: input.roles.join(', ') }
    await writeSecurityEvent(trx, workspaceId, { kind: 'role changed', person: member, detail }, now)
    return { memberId: member.id }
  },
})
