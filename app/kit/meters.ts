import type { QueueName } from '#db/queues.ts'

/** The result of one attempt to send an email. */
export type EmailOutcome = 'sent' | 'refused' | 'given up' | 'not wanted'

/** The metrics of a process, for its operator. None of them can name a person, a plan or a workspace. */
export type Meters = {
  email(outcome: EmailOutcome): void
  jobFailed(queue: QueueName): void
}

/** Counts nothing, for processes without metrics. */
export const silentMeters: Meters = { email: () => undefined, jobFailed: () => undefined }
