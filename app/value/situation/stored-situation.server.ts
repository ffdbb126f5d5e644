import type { Selectable } from 'kysely'
import type { Situation } from '#db/schema.ts'
import type { WorkspaceReading } from '#db/reading.ts'
import type { ComparedFields } from '#app/runner/command.ts'
import { canonicalText } from '#app/runner/compare.ts'
import type { Figure } from '#app/runner/events/figure-units.ts'
import { figuresValue } from '#app/runner/events/values.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import { notFound } from '#app/runner/refusal.ts'
import type { SituationValues } from './heard-sentences.ts'
import type { SituationInput, SituationState } from '../model.ts'
import { situationFieldWords } from './situation-words.ts'

export type StoredSituation = Selectable<Situation> & { state: SituationState }

/** @throws Refusal 404 when this plan has no such situation */
export async function getStoredSituation(
  trx: WorkspaceReading,
  workspaceId: string,
  planId: string,
  situationId: string,
): Promise<StoredSituation> {
  const situation = await trx
    .selectFrom('situation')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('id', '=', situationId)
    .executeTakeFirst()
  if (!situation) throw notFound()
  return { ...situation, state: situation.state as SituationState }
}

/** Whether a draft was shared before: then its person knows of it, and of the words that it held then. */
export const wasShared = (situation: Pick<StoredSituation, 'firstSharedAt'>): boolean =>
  situation.firstSharedAt !== null

/** A stored situation's values, by the names that forms use. */
export const situationValuesOf = (situation: Selectable<Situation>): SituationValues => ({
  jobTitle: situation.jobTitle,
  issue: situation.criticalIssue,
  reasons: situation.reasons,
  capabilities: situation.capabilitiesNeeded,
  difference: situation.difference,
  figures: figuresValue.parse(situation.figures),
  criticalDate: situation.criticalDate,
})

const labels: Record<keyof SituationValues, string> = {
  jobTitle: situationFieldWords.jobTitle,
  issue: situationFieldWords.issue,
  reasons: situationFieldWords.reasons,
  capabilities: situationFieldWords.capabilities,
  difference: situationFieldWords.difference,
  figures: situationFieldWords.figures,
  criticalDate: situationFieldWords.criticalDate,
}
const names = Object.keys(labels) as (keyof SituationValues)[]

/** The situation's fields as two senders are compared on them. */
export function currentSituation(situation: StoredSituation): ComparedFields {
  const values = situationValuesOf(situation)
  return {
    subjectId: situation.id,
    // Only who reads the situation is compared on it; its events are the vendor's.
    tellsEveryChange: true,
    fields: Object.fromEntries(names.map((name) => [name, { label: labels[name], value: plainValue(values[name]) }])),
  }
}

const plainValue = (value: string | readonly Figure[]) => (typeof value === 'string' ? value : [...value])

/** The new values, with the plan's date if none was given. */
export const wantedSituation = (input: SituationInput, criticalDate: string): SituationValues => ({
  jobTitle: input.jobTitle,
  issue: input.issue,
  reasons: input.reasons ?? '',
  capabilities: input.capabilities ?? '',
  difference: input.difference ?? '',
  figures: input.figures ?? [],
  criticalDate: input.criticalDate ?? criticalDate,
})

/** The stored situation with the touched fields of `wanted`. */
export function mergeSituation(
  situation: StoredSituation,
  wanted: SituationValues,
  touched: ReadonlySet<string>,
): SituationValues {
  const stored = situationValuesOf(situation)
  const taken = names.filter((name) => touched.has(name)).map((name) => [name, wanted[name]])
  return { ...stored, ...Object.fromEntries(taken) }
}

/** Before and after of the fields that differ. */
export function situationChanges(before: SituationValues | null, after: SituationValues) {
  const was = before ?? nothing
  const differing = names.filter((name) => canonicalText(was[name]) !== canonicalText(after[name]))
  return changedFields(differing, was, after)
}

const nothing = {
  jobTitle: null,
  issue: null,
  reasons: null,
  capabilities: null,
  difference: null,
  figures: [],
  criticalDate: null,
}

/** Back again: values of a form, by the columns that hold them. */
export const situationColumns = (values: SituationValues) => ({
  jobTitle: values.jobTitle,
  criticalIssue: values.issue,
  reasons: values.reasons,
  capabilitiesNeeded: values.capabilities,
  difference: values.difference,
  figures: JSON.stringify(values.figures),
  criticalDate: values.criticalDate,
})

/** A situation's events stay with the vendor: colleagues of the person must not read them in the activity. */
export const situationSubject = (situation: { id: string; personName: string }) => ({
  subjectId: situation.id,
  subject: situation.personName,
  visibleTo: 'vendor' as const,
})
