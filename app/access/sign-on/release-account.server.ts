import { memberInput } from '../model.ts'
import { writeSecurityEvent } from '../security-log/write-security-event.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { notFound } from '#app/runner/refusal.ts'

/**
 * Unlinks a member's account at the identity provider: the next one that signs in with the member's address is linked. For
 * accounts that were recreated. Members who are signed in stay so.
 * @throws Refusal 404 for a person who is not a member
 */
export const releaseAccount = defineCommand({
  name: 'release-account',
  scope: 'workspace',
  input: memberInput,
  async run({ trx, actor, workspaceId, input: { memberId }, now, record }) {
    const member = await trx
      .selectFrom('member')
      .select(['id', 'name'])
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', memberId)
      .where('removedAt', 'is', null)
      .executeTakeFirst()
    if (!member) throw notFound()
    const released = await trx
      .deleteFrom('signOnBinding')
      .where('workspaceId', '=', workspaceId)
      .where('memberId', '=', memberId)
      .returning(['issuer', 'subject'])
      .executeTakeFirst()
    if (!released) return { memberId }
    const { issuer, subject } = released
    await record({
      event: 'account released',
      subjectId: memberId,
      subject: member.name,
      changes: { issuer: { before: issuer, after: null } },
    })
    const detail = { by: actor.name, issuer, account: subject }
    await writeSecurityEvent(trx, workspaceId, { kind: 'account released', person: member, detail }, now)
    return { memberId }
  },
})
