import { expect, test } from 'vitest'
import { editedField } from './edited-field.ts'

test('a control edits what a row shows, or something else of its task', () => {
  expect(
    ['title', 'ownerName', 'notBefore', 'lag.0190', 'sittings.every', 'doneOn', 'description'].map(editedField),
  ).toEqual(['title', 'owner', 'dates', 'dates', 'dates', 'status', 'task'])
})

test('who writes a comment or searches edits no task', () => {
  for (const name of ['', 'body', 'q', 'toString']) expect(editedField(name), name).toBeNull()
})
