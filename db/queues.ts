import type { Queue } from 'pg-boss'

/** Every queue of jobs; the migration step creates them, because the app's role may not. */
export const queues = {
  // Backing off to an hour, 33 tries outlast the 23 hours after which a notice is marked failed.
  'send-notice': {
    policy: 'standard',
    retryLimit: 33,
    retryBackoff: true,
    retryDelay: 5,
    retryDelayMax: 3600,
    expireInSeconds: 120,
  },
  // Somebody waits beside the mailbox, and the job holds an address: it is tried for minutes, not for hours.
  'send-sign-in': {
    policy: 'standard',
    retryLimit: 8,
    retryBackoff: true,
    retryDelay: 2,
    retryDelayMax: 60,
    expireInSeconds: 60,
    retentionSeconds: 3600,
    deleteAfterSeconds: 60,
  },
  'collect-daily': { policy: 'standard', retryLimit: 3, expireInSeconds: 300 },
  'forget-receipts': { policy: 'standard', retryLimit: 3, expireInSeconds: 300 },
} as const satisfies Record<string, Omit<Queue, 'name'>>

export type QueueName = keyof typeof queues
