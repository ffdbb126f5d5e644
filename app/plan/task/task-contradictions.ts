import { contradictionRefusals } from '../core/plan-refusal-words.ts'

/** A task as a form sends it, as far as it can be read. Days are ISO dates. */
type SentTask = {
  owner?: string | null | undefined
  ownerName?: string | null | undefined
  notBefore?: string | null | undefined
  notAfter?: string | null | undefined
  atBest?: number | null | undefined
  atWorst?: number | null | undefined
}

/** What contradicts itself within a task, all at once, each beside its field. */
export function taskContradictions({ owner, ownerName, notBefore, notAfter, atBest, atWorst }: SentTask) {
  const faults: { field: 'ownerName' | 'notAfter' | 'atBest' | 'atWorst'; message: string }[] = []
  if (owner === 'else' && ownerName === null)
    faults.push({ field: 'ownerName', message: contradictionRefusals.noOwnerName })
  if (notBefore && notAfter && notAfter < notBefore)
    faults.push({ field: 'notAfter', message: contradictionRefusals.beforeEarliestStart })
  if (atBest === null && typeof atWorst === 'number')
    faults.push({ field: 'atBest', message: contradictionRefusals.bothOrNeither })
  if (atWorst === null && typeof atBest === 'number')
    faults.push({ field: 'atWorst', message: contradictionRefusals.bothOrNeither })
  return faults
}
