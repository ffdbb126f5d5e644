import { z } from 'zod'
import type { WorkspaceReading } from '#db/reading.ts'
import { readKinds } from '../model.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { ConsentEntry } from './consent-entry.ts'
import type { DatedConsent } from './was-covered.ts'

const sentences = z.array(z.string())
const answer = z.enum(['given', 'changed', 'withdrawn'])

type OnPlan = { workspaceId: string; planId: string; timeZone: string }

/** Everything that was agreed to on a plan, word for word, newest first. @param ofPerson for one participant's alone */
export async function listConsents(
  trx: WorkspaceReading,
  { workspaceId, planId, timeZone }: OnPlan,
  ofPerson: string | null = null,
): Promise<ConsentEntry[]> {
  const rows = await trx
    .selectFrom('referenceConsent')
    .leftJoin('planParticipant', (join) =>
      join
        .onRef('planParticipant.workspaceId', '=', 'referenceConsent.workspaceId')
        .onRef('planParticipant.planId', '=', 'referenceConsent.planId')
        .onRef('planParticipant.participantId', '=', 'referenceConsent.participantId'),
    )
    .select(['referenceConsent.id', 'referenceConsent.answer', 'referenceConsent.said', 'referenceConsent.kinds'])
    .select(['referenceConsent.at', 'planParticipant.name as by'])
    .where('referenceConsent.workspaceId', '=', workspaceId)
    .where('referenceConsent.planId', '=', planId)
    .$if(ofPerson !== null, (entries) => entries.where('referenceConsent.participantId', '=', ofPerson))
    .orderBy('referenceConsent.at', 'desc')
    .orderBy('referenceConsent.id')
    .execute()
  const hours = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
  return rows.map(({ at, said, kinds, ...row }) => ({
    ...row,
    answer: answer.parse(row.answer),
    said: sentences.parse(said),
    kinds: readKinds(kinds),
    on: todayIn(timeZone, at),
    time: hours.format(at),
  }))
}

/** What was agreed to on a plan and until when, by the days of its time zone, oldest first. */
export async function listDatedConsents(
  trx: WorkspaceReading,
  { workspaceId, planId, timeZone }: OnPlan,
): Promise<DatedConsent[]> {
  const rows = await trx
    .selectFrom('referenceConsent')
    .select(['answer', 'kinds', 'at', 'until'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(({ at, ...row }) => ({ ...row, answer: answer.parse(row.answer), on: todayIn(timeZone, at) }))
}

/** Everything that one person agreed to or withdrew, word for word, on every plan, newest first. */
export async function listConsentsOf(
  trx: WorkspaceReading,
  { workspaceId, participantId }: { workspaceId: string; participantId: string },
) {
  const rows = await trx
    .selectFrom('referenceConsent')
    .select(['id', 'planId', 'answer', 'said', 'kinds', 'at'])
    .where('workspaceId', '=', workspaceId)
    .where('participantId', '=', participantId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, answer: answer.parse(row.answer), said: sentences.parse(row.said) }))
}
