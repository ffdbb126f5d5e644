import type { IsoDate, Side } from '#app/schedule/model.ts'
import { textSizes } from '#app/kit/limits.ts'
import { taskLabels } from './task-words.ts'

/** A field of a task that is one column of its table, of the same name. */
type TaskFieldDefinition = HeldKind & {
  /** How forms, conflicts, the activity and the page of a task call it. */
  label: string
  /** Whether it may be empty, which is kept as null; dates always may. */
  optional?: true
  /** Whether the schedule is computed from it: the other side gets it of a private task, and nothing else. */
  scheduled?: true
}

/** What a field holds, and so how it is typed in and how it reads; a text has at most so many characters. */
type HeldKind = { kind: 'text'; maxLength: number } | { kind: 'number' | 'date' | 'side' }

/**
 * The fields of a task, each once: form, commands, what changed, the page of a task, undo and the data of a person are made from this list.
 * Input is read by `taskFieldInputs` in `plan/model.ts`, which names the same fields. What is more than a column has its own code: owner,
 * best and worst case, dependencies, sittings, and whether it is private.
 */
export const taskFields = {
  title: { kind: 'text', label: taskLabels.title, maxLength: textSizes.title },
  side: { kind: 'side', label: taskLabels.side, scheduled: true },
  durationDays: { kind: 'number', label: taskLabels.durationDays, scheduled: true },
  notBefore: { kind: 'date', label: taskLabels.notBefore, optional: true, scheduled: true },
  notAfter: { kind: 'date', label: taskLabels.notAfter, optional: true, scheduled: true },
} as const satisfies Record<string, TaskFieldDefinition>

export type TaskField = keyof typeof taskFields

type Held = { text: string; number: number; date: IsoDate; side: Side }
type ValueOf<Definition extends TaskFieldDefinition> =
  Held[Definition['kind']] | (Definition extends { optional: true } ? null : never)

export type TaskFieldValues = { [Field in TaskField]: ValueOf<(typeof taskFields)[Field]> }

/** What the form of a new task begins with. */
export const newTaskFields: TaskFieldValues = {
  title: '',
  side: 'customer',
  durationDays: 5,
  notBefore: null,
  notAfter: null,
}

// Object.keys only says that they are strings.
export const taskFieldNames = Object.keys(taskFields) as TaskField[]

export const definitionOf = (field: TaskField): TaskFieldDefinition => taskFields[field]

/** Something for each field, by its name. */
export function forEachTaskField<Made extends { [Field in TaskField]: unknown }>(
  make: <Field extends TaskField>(field: Field) => Made[Field],
): { [Field in TaskField]: Made[Field] } {
  // The names are all of them, which the compiler cannot know of an object that is made of entries.
  return Object.fromEntries(taskFieldNames.map((field) => [field, make(field)])) as {
    [Field in TaskField]: Made[Field]
  }
}

/** The fields of something that has them, and nothing else of it. */
export const taskFieldsOf = <From extends { [Field in TaskField]: unknown }>(from: From): Pick<From, TaskField> =>
  forEachTaskField<Pick<From, TaskField>>((field) => from[field])

/** What the other side gets of a private task's fields: those that the schedule needs, the others as a new task has them. */
export const scheduledFieldsOf = (task: TaskFieldValues): TaskFieldValues =>
  forEachTaskField<TaskFieldValues>((field) => (definitionOf(field).scheduled ? task[field] : newTaskFields[field]))

/** How each field is called. */
export const taskFieldLabels = forEachTaskField<Record<TaskField, string>>((field) => taskFields[field].label)

export type TaskFormValues = Record<TaskField, string>

/** The fields as a form shows them: empty where there is nothing. */
export const taskFormValues = (task: TaskFieldValues): TaskFormValues =>
  forEachTaskField<TaskFormValues>((field) => String(task[field] ?? ''))
