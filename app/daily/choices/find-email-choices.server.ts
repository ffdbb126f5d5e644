import type { WorkspaceReading } from '#db/reading.ts'
import { type EmailRhythm, emailRhythms } from '../email-rhythms.ts'
import { type EmailTopic, emailTopics } from '#app/outbox/email-topics.ts'

/** What a person chose about their emails; without a choice, every working day and about everything, in the time zone of their side. */
export type EmailChoices = { rhythm: EmailRhythm; timeZone: string | null; silent: EmailTopic[] }

type Stored = { rhythm: string; timeZone: string | null; silent: string[] }

/** What a row says, as far as this version knows it. */
export const readEmailChoices = (stored: Stored | undefined): EmailChoices => ({
  rhythm: emailRhythms.find((rhythm) => rhythm === stored?.rhythm) ?? 'daily',
  timeZone: stored?.timeZone ?? null,
  silent: emailTopics.filter((topic) => stored?.silent.includes(topic)),
})

export const findEmailChoices = async (
  trx: WorkspaceReading,
  { workspaceId, readerId }: { workspaceId: string; readerId: string },
): Promise<EmailChoices> =>
  readEmailChoices(
    await trx
      .selectFrom('emailChoice')
      .select(['rhythm', 'timeZone', 'silent'])
      .where('workspaceId', '=', workspaceId)
      .where('readerId', '=', readerId)
      .executeTakeFirst(),
  )
