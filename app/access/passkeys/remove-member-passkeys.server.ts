import { memberPasskeysInput } from './model.ts'
import { writeSecurityEvent } from '../security-log/write-security-event.server.ts'
import { getPasskeyOwner, tellOfPasskey } from './own-passkeys.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { notFound } from '#app/runner/refusal.ts'
import { passkeysRemovedByMail } from './passkey-words.ts'

/**
 * Removes one or all passkeys of a member, for a lost device. The member gets an email, stays signed in and can sign in by
 * email.
 * @throws Refusal 404 for a person who is not a member, and for a passkey that is not theirs
 */
export const removeMemberPasskeys = defineCommand({
  name: 'remove-member-passkeys',
  scope: 'workspace',
  input: memberPasskeysInput,
  async run({ trx, actor, workspaceId, row, input: { memberId, passkeyId }, now, record, notify }) {
    const member = await getPasskeyOwner(trx, workspaceId, memberId)
    const removed = await trx
      .deleteFrom('passkey')
      .where('workspaceId', '=', workspaceId)
      .where('memberId', '=', memberId)
      .$if(passkeyId !== null, (query) => query.where('id', '=', passkeyId))
      .returning('name')
      .execute()
    const [first, ...others] = removed
    if (!first && passkeyId !== null) throw notFound()
    if (!first) return { memberId }
    await record({ event: 'passkeys removed', subjectId: memberId, subject: member.name, changes: {} })
    const detail = { by: actor.name, passkey: removed.map(({ name }) => name).join(', ') }
    await writeSecurityEvent(trx, workspaceId, { kind: 'passkey removed', person: member, detail }, now)
    await tellOfPasskey(notify, {
      workspace: row.name,
      member,
      ...passkeysRemovedByMail(actor.name, row.name, [first.name, ...others.map(({ name }) => name)]),
    })
    return { memberId }
  },
})
