import type { EditedField } from './told-presence.ts'

/** Which field of a task a control edits, by its name in a form; null where it edits none, as where a comment is written. */
export function editedField(name: string): EditedField | null {
  const whole = name.split('.')[0] ?? ''
  const found = Object.entries(namesOf).find(([, names]) => names.includes(whole))
  // Object.entries only says that its keys are strings.
  return (found?.[0] ?? null) as EditedField | null
}

const namesOf: Record<EditedField, readonly string[]> = {
  title: ['title'],
  side: ['side'],
  owner: ['owner', 'ownerName', 'alsoFor'],
  dates: [
    'durationDays',
    'notBefore',
    'notAfter',
    'promisedOn',
    'atBest',
    'atWorst',
    'dependsOn',
    'lag',
    'type',
    'sittings',
  ],
  status: ['startedOn', 'doneOn'],
  task: ['description', 'private', 'result', 'resultAsks', 'approver'],
}
