import type { Queue } from 'pg-boss'

/** Every job queue. `prepareQueues` applies these settings whenever a process starts. */
export const queues = {
  // A killed worker's jobs are taken over when its heartbeats stop. With pauses of up to an hour, 33 tries take longer than the
  // 23 hours after which a notice is marked failed.
  'send-notice': {
    policy: 'standard',
    retryLimit: 33,
    retryBackoff: true,
    retryDelay: 5,
    retryDelayMax: 3600,
    expireInSeconds: 120,
    heartbeatSeconds: 15,
    // The jobs of the last hour show whether emails are late; the notice itself keeps what was sent.
    deleteAfterSeconds: 3600,
  },
  // A channel that does not answer is tried for some hours.
  'send-chat-post': {
    policy: 'standard',
    retryLimit: 12,
    retryBackoff: true,
    retryDelay: 5,
    retryDelayMax: 3600,
    expireInSeconds: 60,
    heartbeatSeconds: 15,
    deleteAfterSeconds: 3600,
  },
  // Someone is waiting for this email, and the job contains an address: it is tried for minutes, not for hours.
  'send-sign-in': {
    policy: 'standard',
    retryLimit: 8,
    retryBackoff: true,
    retryDelay: 2,
    retryDelayMax: 60,
    expireInSeconds: 60,
    heartbeatSeconds: 15,
    retentionSeconds: 3600,
    deleteAfterSeconds: 60,
  },
  // Every minute; one that fails is left to the next.
  'requeue-notices': {
    policy: 'exclusive',
    retryLimit: 0,
    expireInSeconds: 300,
    heartbeatSeconds: 30,
    deleteAfterSeconds: 3600,
  },
  // Scheduled; each creates a small job for every workspace, one at a time for the same workspace.
  'collect-daily': { policy: 'standard', retryLimit: 3, expireInSeconds: 300 },
  'refresh-summaries': { policy: 'standard', retryLimit: 3, expireInSeconds: 300 },
  'forget-old': { policy: 'standard', retryLimit: 3, expireInSeconds: 300 },
  'collect-daily-of-workspace': {
    policy: 'exclusive',
    retryLimit: 3,
    retryDelay: 60,
    expireInSeconds: 900,
    heartbeatSeconds: 30,
  },
  'refresh-summaries-of-workspace': {
    policy: 'exclusive',
    retryLimit: 3,
    retryDelay: 60,
    expireInSeconds: 900,
    heartbeatSeconds: 30,
  },
  'forget-old-of-workspace': {
    policy: 'exclusive',
    retryLimit: 3,
    retryDelay: 60,
    expireInSeconds: 300,
    heartbeatSeconds: 30,
  },
} as const satisfies Record<string, Omit<Queue, 'name'>>

export type QueueName = keyof typeof queues

/** Queues of earlier versions. A worker ends their schedules; the queues stay, since an earlier version may still run beside this one. */
export const retiredQueues = ['forget-receipts'] as const
