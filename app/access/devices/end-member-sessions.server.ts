import { deviceWords } from '../core/device-words.ts'
import { forgetDevices } from '../sign-in/known-device.server.ts'
import { memberSessionsInput } from '../model.ts'
import { writeSecurityEvent } from '../security-log/write-security-event.server.ts'
import { endOneSession } from '../sign-in/end-one-session.server.ts'
import { endSessions } from '../core/end-sessions.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { notFound } from '#app/runner/refusal.ts'
import { everyDevice, signedOutMail } from './session-words.ts'

/**
 * Signs a member out, on one device or on all, and forgets those devices. The member gets an email, and can sign in again.
 * @throws Refusal 404 for a person who is not a member, and for a session that is not theirs
 */
export const endMemberSessions = defineCommand({
  name: 'end-member-sessions',
  scope: 'workspace',
  input: memberSessionsInput,
  async run({ trx, actor, workspaceId, row, input: { memberId, sessionId }, now, record, notify }) {
    const member = await trx
      .selectFrom('member')
      .select(['id', 'name', 'email'])
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', memberId)
      .where('removedAt', 'is', null)
      .executeTakeFirst()
    if (!member) throw notFound()
    const person = { memberId }
    const device = sessionId ? await endOn(sessionId) : await endAll()

    async function endOn(id: string): Promise<string> {
      const ended = await endOneSession(trx, workspaceId, { person, sessionId: id }, now)
      if (!ended) throw notFound()
      return deviceWords(ended.device)
    }
    async function endAll(): Promise<string> {
      await endSessions(trx, workspaceId, person, now)
      await forgetDevices(trx, workspaceId, person)
      return everyDevice
    }

    await record({ event: 'member signed out', subjectId: memberId, subject: member.name, changes: {} })
    await writeSecurityEvent(
      trx,
      workspaceId,
      { kind: 'sessions ended', person: member, detail: { by: actor.name, device } },
      now,
    )
    await notify({
      kind: 'security-notice',
      facts: {
        workspace: row.name,
        name: member.name,
        ...signedOutMail({ by: actor.name, workspace: row.name, device }),
      },
      to: { memberId, address: member.email },
      planId: null,
      link: { path: '/devices' },
    })
    return { memberId }
  },
})
