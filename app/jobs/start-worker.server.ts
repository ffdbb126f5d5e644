import type { WorkOptions } from 'pg-boss'
import { z } from 'zod'
import { type QueueName, retiredQueues } from '#db/queues.ts'
import { type SignInJob, sendSignInLinks, signInJob } from '#app/access/sign-in/send-sign-in-links.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import { findEmailHold } from '#app/outbox/email-hold.server.ts'
import { sendToEveryWorkspace } from './every-workspace.server.ts'
import { collectWorkspace } from './collect-workspace.server.ts'
import { runInTurn } from './run-in-turn.server.ts'
import { forgetOld } from './forget-old.server.ts'
import { requeueNotices } from './requeue-notices.server.ts'
import { queueRefresh } from '#app/plan/summary/queue-refresh.server.ts'
import { refreshManySummaries } from '#app/plan/summary/refresh-summaries.server.ts'
import { sendChatPost } from '#app/notices/channels/send-chat-post.server.ts'
import { tellLatePlans } from '#app/notices/channels/tell-late-plans.server.ts'
import { keepAllWords } from '#app/search/words/keep-words.server.ts'
import { sendNotice } from '#app/notices/send-notice.server.ts'

const noticeJob = z.object({ workspaceId: z.uuid(), noticeId: z.uuid() })

type Work<Data> = { data: z.ZodType<Data>; run(parts: Parts, data: Data, jobId: string): Promise<void> }

/**
 * Runs jobs until stopped: sends notices, writes daily emails, computes how plans stand, deletes expired records. Any number of processes may do this at
 * once. A job that throws is logged and retried by the queue, with growing delays. Running jobs finish when `boss` is stopped,
 * which waits for them within its limit.
 * @param around what each job runs in, such as a trace
 */
export async function startWorker(
  parts: Parts,
  around: (queue: QueueName, work: () => Promise<void>) => Promise<void> = (_queue, work) => work(),
): Promise<{ stop(): Promise<void> }> {
  const { boss, log, meters } = parts
  const heldSince = await findEmailHold(parts.db)
  if (heldSince) log.warn({ heldSince }, 'emails are held back; npm run emails:release lets them go')
  const taken: QueueName[] = []
  const take = async <Data>(queue: QueueName, options: WorkOptions, { data, run }: Work<Data>) => {
    taken.push(queue)
    await boss.work(queue, options, async (jobs) => {
      for (const job of jobs) {
        try {
          await around(queue, () => run(parts, data.parse(job.data), job.id))
        } catch (error) {
          meters.jobFailed(queue)
          log.warn({ err: error, queue, jobId: job.id }, 'a job failed and will be tried again')
          throw error
        }
      }
    })
  }
  // Slow mail servers must not hold up the next person's link.
  await take('send-notice', sendingOptions, sendingNotices)
  await take('send-chat-post', slowly, postingToChannels)
  await take('send-sign-in', { pollingIntervalSeconds: 0.5, localConcurrency: 4 }, sendingSignInLinks)
  await take('requeue-notices', slowly, { data: z.unknown(), run: requeueNotices })
  await take('collect-daily', slowly, forEveryWorkspace('collect-daily-of-workspace'))
  await take('refresh-summaries', slowly, forEveryWorkspace('refresh-summaries-of-workspace'))
  await take('forget-old', slowly, forEveryWorkspace('forget-old-of-workspace'))
  await take('collect-daily-of-workspace', oneASecond, collecting)
  await take('refresh-summaries-of-workspace', oneASecond, refreshing)
  await take('forget-old-of-workspace', oneASecond, forgetting)
  await boss.schedule('requeue-notices', '* * * * *')
  // It is eight in the morning somewhere every half hour.
  await boss.schedule('collect-daily', '1,31 * * * *')
  // Soon after midnight in nearly all zones, some of which are half an hour off.
  await boss.schedule('refresh-summaries', '0,30 * * * *')
  await boss.schedule('forget-old', '40 2 * * *')
  for (const queue of retiredQueues) await boss.unschedule(queue)
  return {
    async stop() {
      await Promise.all(taken.map((queue) => boss.offWork(queue, { wait: false })))
    },
  }
}

/** While many wait, each is followed by the next at once: the mail service's limit, and no pause of ours, says how many leave in a second. */
const sendingOptions: WorkOptions = { pollingIntervalSeconds: 1, localConcurrency: 4, burstWhenReadyExceeds: 1 }
const slowly: WorkOptions = { pollingIntervalSeconds: 5 }
/** At most one a second and process: of the thousands of a morning none waits for long, and pages get their turn in between. */
const oneASecond: WorkOptions = { pollingIntervalSeconds: 1 }

const sendingNotices: Work<z.infer<typeof noticeJob>> = {
  data: noticeJob,
  run: (parts, { workspaceId, noticeId }) => sendNotice(parts, workspaceId, noticeId),
}

const sendingSignInLinks: Work<SignInJob> = {
  data: signInJob,
  async run(parts, job, jobId) {
    await sendSignInLinks(parts, job)
    // The queue keeps what was done for a while; an address that someone typed is not for keeping.
    await parts.boss.deleteJob('send-sign-in', jobId)
  },
}

const chatPostJob = z.object({ workspaceId: z.uuid(), postId: z.uuid() })

const postingToChannels: Work<z.infer<typeof chatPostJob>> = {
  data: chatPostJob,
  run: (parts, { workspaceId, postId }) => sendChatPost(parts, workspaceId, postId),
}

const forEveryWorkspace = (queue: QueueName): Work<unknown> => ({
  data: z.unknown(),
  run: (parts) => sendToEveryWorkspace(parts, queue),
})

const workspaceJob = z.object({ workspaceId: z.uuid() })

const collecting: Work<z.infer<typeof workspaceJob>> = {
  data: workspaceJob,
  run: (parts, { workspaceId }) => collectWorkspace(parts, workspaceId),
}

const refreshJob = workspaceJob.extend({ part: z.int().min(1).default(1) })

const refreshing: Work<z.infer<typeof refreshJob>> = {
  data: refreshJob,
  async run(parts, { workspaceId, part }) {
    const refresh = async () => {
      if (await refreshManySummaries(parts, workspaceId)) await queueRefresh(parts, workspaceId, part + 1)
    }
    await runInTurn([refresh, tellLatePlans, keepAllWords], parts, workspaceId)
  },
}

const forgetting: Work<z.infer<typeof workspaceJob>> = {
  data: workspaceJob,
  run: (parts, { workspaceId }) => forgetOld(parts, workspaceId),
}
