import { expect, test } from 'vitest'
import { action as signIn } from '#app/access/sign-in/sign-in.page.tsx'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import { sendToOtherAddress } from '#app/access/participants/send-to-other-address.server.ts'
import { newId } from '#app/kit/ids.ts'
import { takeReply } from '#app/notices/replies/take-reply.server.ts'
import { replyAddress } from '#app/notices/replies/reply-address.server.ts'
import { inviteOwner } from '#app/plan/task/invite-owner.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { createWorkspace } from '#app/workspace/create-workspace.server.ts'
import { addMember } from '#app/workspace/members/add-member.server.ts'
import { correctMemberAddress } from '#app/workspace/members/correct-member-address.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { loadContext } from '#tests/factories/load-context.ts'
import { refusalOf, setUp } from '#tests/factories/plan-setting.ts'
import { makeMember } from '#tests/factories/workspace.ts'

/** What no mail server takes, from any way in; not what a person would see as a typing mistake alone. */
const impossible = [
  'nobody',
  'no one@halden.example',
  'ines@',
  '@halden.example',
  'ines@halden',
  'ines@halden..example',
  'ines@@halden.example',
  'ines.@halden.example',
  'ines@-halden.example',
  'ines@halden.example\r\nBcc: all',
  `${'a'.repeat(65)}@halden.example`,
  `ines@${'a'.repeat(250)}.example`,
  'ines@hal\u0000den.example',
]

/** What an action answers by `data`. */
const answered = (got: unknown) => got as { data: unknown; init: { status?: number } | null }

async function stage() {
  const it = await setUp()
  const { parts, workspaceId, planId } = it
  const admin = await makeMember(parts.db, workspaceId, { name: 'Henrike Aalto', roles: ['admin'] })
  const count = () =>
    inWorkspace(parts.db, workspaceId, async (trx) => {
      const tables = ['member', 'participant', 'notice', 'linkToken', 'comment'] as const
      return Promise.all(
        tables.map(async (table) => (await trx.selectFrom(table).select('workspaceId').execute()).length),
      )
    })
  return { ...it, admin, count, onPlan: { actor: it.lead, scopeId: planId } }
}

test.each(impossible)(
  'the address %j is refused by every command that takes one, and nothing is written or sent',
  async (email) => {
    const it = await stage()
    const before = await it.count()
    const { parts, onPlan, workspaceId, admin } = it
    const orders = {
      member: () =>
        runCommand(parts, addMember, {
          ...{ actor: admin, scopeId: workspaceId },
          input: { name: 'Ines', email, roles: ['rep'] },
        }),
      participant: () =>
        runCommand(parts, inviteParticipant, { ...onPlan, input: { name: 'Ines', email, role: 'viewer' } }),
      other: () => runCommand(parts, sendToOtherAddress, { ...onPlan, input: { participantId: it.viewer.id, email } }),
      correction: () =>
        runCommand(parts, correctMemberAddress, {
          ...{ actor: admin, scopeId: workspaceId },
          input: { memberId: it.teammate.id, email },
        }),
      owner: () => runCommand(parts, inviteOwner, { ...onPlan, input: { taskId: it.taskIds['legal'], email } }),
    }
    for (const [name, order] of Object.entries(orders)) {
      const { status, faults } = await refusalOf(order())
      expect({ status, fields: faults.map(({ field }) => field) }, name).toEqual({ status: 422, fields: ['email'] })
    }
    await expect(createWorkspace(parts, { name: 'Another', admin: email, domain: 'another.example' })).rejects.toThrow()
    expect(await it.count()).toEqual(before)
  },
)

// A form with a NUL character is refused as a whole, before its fields are read.
test.each(impossible.filter((email) => !email.includes('\0')))(
  'the sign-in page says what is wrong with %j, and looks no one up',
  async (email) => {
    const { parts } = await stage()
    const body = new URLSearchParams({ email })
    const request = new Request('http://localhost:3000/sign-in', { method: 'POST', body })
    const { data, init } = answered(
      await signIn({ request, params: {}, context: loadContext(parts, { network: '203.0.113.7' }) }),
    )
    expect(init?.status).toBe(422)
    expect(data).toMatchObject({ status: 'invalid', faults: [{ field: 'email' }] })
    expect(await parts.boss.fetch('send-sign-in', { batchSize: 5 })).toEqual([])
  },
)

test('of a pasted list with addresses that cannot be, each is named and no one is invited', async () => {
  const it = await stage()
  const before = await it.count()
  const email = 'Ines Roth <ines@halden.example>\nnobody\n"Jan" <jan@halden>; ute@@halden.example'
  const { status, faults } = await refusalOf(
    runCommand(it.parts, inviteParticipant, { ...it.onPlan, input: { name: '', email, role: 'viewer' } }),
  )
  expect({ status, fields: faults.map(({ field }) => field) }).toEqual({ status: 422, fields: ['email'] })
  for (const wrong of ['nobody', 'jan@halden', 'ute@@halden.example']) expect(faults[0]?.message).toContain(wrong)
  expect(faults[0]?.message).not.toContain('ines@')
  expect(await it.count()).toEqual(before)
})

test('an email that is from, or to, an address that cannot be writes nothing', async () => {
  const it = await stage()
  const before = await it.count()
  const environment = { ...it.parts.environment, replyDomain: 'reply.firstwin.example' }
  const parts = { ...it.parts, environment }
  const to = replyAddress(environment, environment.replyDomain, { workspaceId: it.workspaceId, noticeId: newId() })
  for (const address of impossible) {
    expect(await takeReply(parts, { mailId: newId(), from: address, to: [to] }), address).toBe('no reply address')
    expect(await takeReply(parts, { mailId: newId(), from: 'ines@halden.example', to: [address] })).toBe(
      'no reply address',
    )
  }
  expect(await it.count()).toEqual(before)
})
