import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import { sendNotice } from '#app/notices/send-notice.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { testParts } from '#tests/factories/parts.ts'
import { startLocalResend } from '#tests/factories/resend.ts'
import { makePlan } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

test('an email with a name from right to left is sent again with the same body, its marks of direction included', async () => {
  const { db, appUrl } = await testDatabase()
  const resend = await startLocalResend()
  const made = await testParts(db, appUrl)
  const parts = { ...made, environment: { ...made.environment, resendBaseUrl: resend.baseUrl } }
  const { workspaceId, planId, champion } = await makePlan(db)
  await runCommand(parts, inviteParticipant, {
    actor: champion,
    scopeId: planId,
    input: { name: 'דנה לוי', email: 'dana@halden.example', role: 'viewer' },
  })
  const { id } = await inWorkspace(db, workspaceId, (trx) =>
    trx.selectFrom('notice').select('id').where('toAddress', '=', 'dana@halden.example').executeTakeFirstOrThrow(),
  )
  resend.refuse(1)
  await expect(sendNotice(parts, workspaceId, id)).rejects.toThrow('Not now')
  await sendNotice(parts, workspaceId, id)
  const [first, second] = resend.attempts
  expect(first?.html).toContain('Hi \u2068דנה\u2069,')
  expect(second).toEqual(first)
})
