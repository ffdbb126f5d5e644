import type { Queue } from 'pg-boss'

/** Every queue of jobs; the migration step creates them, because the app's role may not. */
export const queues = {
  'send-notice': {
    policy: 'standard',
    retryLimit: 12,
    retryBackoff: true,
    retryDelay: 5,
    retryDelayMax: 3600,
    expireInSeconds: 120,
  },
  'send-daily': {
    policy: 'standard',
    retryLimit: 12,
    retryBackoff: true,
    retryDelay: 5,
    retryDelayMax: 3600,
    expireInSeconds: 120,
  },
  'collect-daily': { policy: 'standard', retryLimit: 3, expireInSeconds: 300 },
  'forget-receipts': { policy: 'standard', retryLimit: 3, expireInSeconds: 300 },
} as const satisfies Record<string, Omit<Queue, 'name'>>

export type QueueName = keyof typeof queues
