import type { PgBoss, UpdateQueueOptions } from 'pg-boss'
import { queues } from './queues.ts'

/** What pg-boss takes where a queue names nothing: given at every start, so that a setting that was removed is undone too. */
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
 * Makes the queues that are missing and gives the others the settings of this version. Every process does this when it starts, as
 * the app's role or the owning one. Jobs that wait already keep the settings that they were sent with.
 */
export async function prepareQueues(boss: PgBoss): Promise<void> {
  const known = new Set((await boss.getQueues()).map(({ name }) => name))
  for (const [name, { policy, ...settings }] of Object.entries(queues)) {
    // A policy cannot be changed: a queue that needs another one gets another name.
    if (known.has(name)) await boss.updateQueue(name, { ...usual, ...settings })
    else await boss.createQueue(name, { policy, ...settings })
  }
}
