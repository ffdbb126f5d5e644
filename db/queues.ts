import type { Queue } from 'pg-boss'

/** Every queue of jobs. `prepareQueues` brings an installation to these settings whenever a process starts. */
export const queues = {
  // A killed worker's jobs are taken up when its heartbeats stay away. Backing off to an hour, 33 tries outlast the 23 hours after which a notice is marked failed.
  'send-notice': {
    policy: 'standard',
    retryLimit: 33,
    retryBackoff: true,
    retryDelay: 5,
    retryDelayMax: 3600,
    expireInSeconds: 120,
    heartbeatSeconds: 15,
    // Whether emails are late is asked of the jobs of the last hour; the notice itself keeps what was sent.
    deleteAfterSeconds: 3600,
  },
  // Someone waits beside the mailbox, and the job holds an address: it is tried for minutes, not for hours.
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
  // By the clock; each leaves a small job for every workspace, one at a time for the same one.
  'collect-daily': { policy: 'standard', retryLimit: 3, expireInSeconds: 300 },
  'forget-receipts': { policy: 'standard', retryLimit: 3, expireInSeconds: 300 },
  'collect-daily-of-workspace': {
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
