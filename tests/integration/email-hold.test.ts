import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { releaseEmails } from '#app/jobs/release-emails.server.ts'
import { findEmailHold } from '#app/outbox/email-hold.server.ts'
import { sendNotice } from '#app/notices/send-notice.server.ts'
import { createWorkspace } from '#app/workspace/create-workspace.server.ts'
import { testParts } from '#tests/factories/parts.ts'
import { startLocalResend } from '#tests/factories/resend.ts'
import { freshDatabase } from '#tests/harness/database.ts'

/** A database as `npm run restore` leaves it, with a queued email. */
async function restoredCopy() {
  const { db, ownerDb, appUrl } = await freshDatabase()
  const resend = await startLocalResend()
  const made = await testParts(db, appUrl)
  const parts = { ...made, environment: { ...made.environment, resendBaseUrl: resend.baseUrl } }
  const input = { name: 'Brightline', admin: 'ana@brightline.example', domain: 'brightline.example' }
  const { workspaceId } = await createWorkspace(parts, input)
  await ownerDb.insertInto('operations.emailHold').values({ since: parts.clock.now() }).execute()
  const noticeNow = () =>
    inWorkspace(db, workspaceId, (trx) =>
      trx.selectFrom('notice').select(['id', 'state']).where('workspaceId', '=', workspaceId).executeTakeFirstOrThrow(),
    )
  const jobs = async () =>
    (await parts.boss.findJobs('send-notice', { data: { noticeId: (await noticeNow()).id } })).length
  return { parts, resend, workspaceId, noticeNow, jobs }
}

test('what waits in a restored copy stays there until it is let go, and then it is sent', async () => {
  const { parts, resend, workspaceId, noticeNow, jobs } = await restoredCopy()
  const { id } = await noticeNow()
  await sendNotice(parts, workspaceId, id)
  expect(resend.attempts).toEqual([])
  expect((await noticeNow()).state).toBe('waiting')
  const before = await jobs()
  expect(await releaseEmails(parts)).toBe(1)
  expect(await findEmailHold(parts.db)).toBeUndefined()
  expect(await jobs()).toBe(before + 1)
  await sendNotice(parts, workspaceId, id)
  expect(resend.attempts).toHaveLength(1)
  expect((await noticeNow()).state).toBe('sent')
})

test('or it is dropped, and what comes later is sent', async () => {
  const { parts, resend, workspaceId, noticeNow, jobs } = await restoredCopy()
  const before = await jobs()
  expect(await releaseEmails(parts, { discard: true })).toBe(1)
  expect(await jobs()).toBe(before)
  const { id, state } = await noticeNow()
  expect(state).toBe('unwanted')
  await sendNotice(parts, workspaceId, id)
  expect(resend.attempts).toEqual([])
  expect(await findEmailHold(parts.db)).toBeUndefined()
})
