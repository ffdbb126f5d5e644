type Changes<Field extends string, Before extends Record<Field, unknown>, After extends Record<Field, unknown>> = {
  [Each in Field]?: { before: Before[Each]; after: After[Each] }
}

/** These fields of two states of one thing, before and after, as an event tells of them. */
export function changedFields<
  Field extends string,
  Before extends Record<Field, unknown>,
  After extends Record<Field, unknown>,
>(fields: readonly Field[], before: Before, after: After): Changes<Field, Before, After> {
  const changes: Changes<Field, Before, After> = {}
  for (const field of fields) changes[field] = { before: before[field], after: after[field] }
  return changes
}
