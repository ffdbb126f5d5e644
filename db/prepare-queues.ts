import type { PgBoss, UpdateQueueOptions } from 'pg-boss'
import { queues } from './queues.ts'

/** pg-boss's defaults, set at every start, so that a setting that was removed from a queue is reset too. */
const usual: UpdateQueueOptions = {
  retryLimit: 2,
  retryDelay: 0,
  retryBackoff: false,
  retryDelayMax: null,
  expireInSeconds: 900,
  retentionSeconds: 1_209_600,
  deleteAfterSeconds: 604_800,
  heartbeatSeconds: null,
}

/**
 * Creates missing queues and gives the others the settings of this version. Every process does this when it starts, as the app's
 * role or the owning one. Queued jobs keep the settings that they were sent with.
 */
export async function prepareQueues(boss: PgBoss): Promise<void> {
  const known = new Set((await boss.getQueues()).map(({ name }) => name))
  for (const [name, { policy, ...settings }] of Object.entries(queues)) {
    // A queue's policy cannot be changed: a queue that needs another policy gets another name.
    if (known.has(name)) await boss.updateQueue(name, { ...usual, ...settings })
    else await boss.createQueue(name, { policy, ...settings })
  }
}
