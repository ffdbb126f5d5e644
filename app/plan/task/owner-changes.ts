import type { NewEvent } from '#app/runner/events/catalogue.ts'
import type { TaskRow } from '../core/compute-plan.ts'
import type { OwnerView } from '../core/viewer-side.ts'

/** The changes of a task with a new owner, as its event keeps them: a date that was promised ends with its owner. */
export const ownerChanges = (
  { owner, promisedOn }: Pick<TaskRow, 'owner' | 'promisedOn'>,
  next: OwnerView | null,
): Pick<NewEvent<'task changed'>['changes'], 'owner' | 'promisedOn'> => ({
  owner: { before: owner?.name ?? null, after: next?.name ?? null },
  ...(promisedOn && { promisedOn: { before: promisedOn, after: null } }),
})
