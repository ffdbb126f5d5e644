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
  'collect-daily': { policy: 'standard', retryLimit: 3, expireInSeconds: 300 },
  'forget-receipts': { policy: 'standard', retryLimit: 3, expireInSeconds: 300 },
} as const satisfies Record<string, Omit<Queue, 'name'>>

export type QueueName = keyof typeof queues
