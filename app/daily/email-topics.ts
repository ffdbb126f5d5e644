import type { NoticeKind } from '#app/outbox/notice-kinds.ts'

/** What the email of a day can tell about; a person may leave each of them out. */
export const emailTopics = ['tasks', 'agreement', 'talk', 'wins'] as const
export type EmailTopic = (typeof emailTopics)[number]

/** What a person is asked for by name, such as what was heard from them, is of no topic: it is always told. */
const topics: Partial<Record<NoticeKind, EmailTopic>> = {
  'task-removed': 'tasks',
  'task-sent-back': 'tasks',
  'terms-changed': 'agreement',
  'plan-objected': 'agreement',
  'objection-answered': 'agreement',
  'comment-added': 'talk',
  'win-not-yet': 'wins',
  'further-win-confirmed': 'wins',
  'consent-expired': 'wins',
  'win-corrected': 'wins',
  'reference-declined': 'wins',
}

/** The topic of what waits for the email of a day; null for what no one can leave out. */
export const topicOf = (kind: NoticeKind): EmailTopic | null => topics[kind] ?? null
