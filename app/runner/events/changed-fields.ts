type Changes<Field extends string, Before extends Record<Field, unknown>, After extends Record<Field, unknown>> = {
  [Each in Field]?: { before: Before[Each]; after: After[Each] }
}

/** The given fields before and after a change, as an event records them. */
export function changedFields<
  Field extends string,
  Before extends Record<Field, unknown>,
  After extends Record<Field, unknown>,
>(fields: readonly Field[], before: Before, after: After): Changes<Field, Before, After> {
  const changes: Changes<Field, Before, After> = {}
  for (const field of fields) changes[field] = { before: before[field], after: after[field] }
  return changes
}
