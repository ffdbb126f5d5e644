import { z } from 'zod'
import { inWorkspace } from '#db/workspace.ts'
import { forgetDoors } from '#app/access/forget-doors.server.ts'
import { sendSignInLinks, signInJob } from '#app/access/send-sign-in-links.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import { collectDaily } from './collect-daily.server.ts'
import { findEmailHold } from './email-hold.server.ts'
import { inEveryWorkspace } from './every-workspace.server.ts'
import { sendNotice } from './send-notice.server.ts'

const noticeJob = z.object({ workspaceId: z.uuid(), noticeId: z.uuid() })

const hour = 60 * 60 * 1000
const day = 24 * hour
/** How long a repeated form is answered with its first outcome. */
export const receiptsKeptFor = 7 * day

/**
 * Takes jobs until stopped: sends notices, writes the day's emails, forgets old receipts. Any number of processes may do this at
 * once. A job that throws is tried again by the queue, later and later.
 */
export async function startWorker(parts: Parts): Promise<{ stop(): Promise<void> }> {
  const { boss } = parts
  const heldSince = await findEmailHold(parts.db)
  if (heldSince) parts.log.warn({ heldSince }, 'emails are held back; npm run emails:release lets them go')
  // Slow mail servers must not hold up the next person's link.
  await boss.work('send-notice', { pollingIntervalSeconds: 1, localConcurrency: 4 }, async (jobs) => {
    for (const job of jobs) {
      const { workspaceId, noticeId } = noticeJob.parse(job.data)
      await sendNotice(parts, workspaceId, noticeId)
    }
  })
  await boss.work('send-sign-in', { pollingIntervalSeconds: 0.5, localConcurrency: 4 }, async (jobs) => {
    for (const job of jobs) {
      await sendSignInLinks(parts, signInJob.parse(job.data))
      // The queue keeps what was done for a while; an address that somebody typed is not for keeping.
      await boss.deleteJob('send-sign-in', job.id)
    }
  })
  await boss.work('collect-daily', { pollingIntervalSeconds: 30 }, () =>
    inEveryWorkspace(parts, async (parts, workspaceId) => {
      await collectDaily(parts, workspaceId)
      await queueStragglers(parts, workspaceId)
    }),
  )
  await boss.work('forget-receipts', { pollingIntervalSeconds: 30 }, () =>
    inEveryWorkspace(parts, async (parts, workspaceId) => {
      await forgetReceipts(parts, workspaceId)
      await forgetDoors(parts, workspaceId)
    }),
  )
  await boss.schedule('collect-daily', '5 * * * *')
  await boss.schedule('forget-receipts', '40 2 * * *')
  return {
    async stop() {
      for (const name of ['send-notice', 'send-sign-in', 'collect-daily', 'forget-receipts'])
        await boss.offWork(name, { wait: true })
    },
  }
}

/** Forgets the receipts of commands that nobody will repeat any more. */
export async function forgetReceipts(parts: Parts, workspaceId: string): Promise<void> {
  await inWorkspace(parts.db, workspaceId, (trx) =>
    trx
      .deleteFrom('commandReceipt')
      .where('workspaceId', '=', workspaceId)
      .where('at', '<', new Date(parts.clock.now().getTime() - receiptsKeptFor))
      .execute(),
  )
}

/** The queue gives a job up after some hours; until a notice is given up too (23 hours), it is queued again. */
async function queueStragglers({ db, boss, clock }: Parts, workspaceId: string): Promise<void> {
  const stragglers = await inWorkspace(db, workspaceId, (trx) =>
    trx
      .selectFrom('notice')
      .select('id')
      .where('workspaceId', '=', workspaceId)
      .where('state', '=', 'waiting')
      .where('daily', '=', false)
      .where('createdAt', '<', new Date(clock.now().getTime() - 4 * hour))
      .execute(),
  )
  for (const { id } of stragglers) await boss.send('send-notice', { workspaceId, noticeId: id })
}
