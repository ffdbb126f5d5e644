import type { QueueName } from '#db/queues.ts'

/** What became of an email at one attempt. */
export type EmailOutcome = 'sent' | 'refused' | 'given up' | 'not wanted'

/** The metrics of a process, for its operator. None of them can name a person, a plan or a workspace. */
export type Meters = {
  email(outcome: EmailOutcome): void
  jobFailed(queue: QueueName): void
}

/** Where no one asks, nothing is counted. */
export const silentMeters: Meters = { email: () => undefined, jobFailed: () => undefined }
