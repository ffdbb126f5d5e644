/** Runs one step after the other, also where one fails: what another subject tells must not wait for it. @throws Error or AggregateError of what failed */
export async function runInTurn<Asked extends unknown[]>(
  steps: readonly ((...asked: Asked) => Promise<void>)[],
  ...asked: Asked
): Promise<void> {
  const failures: unknown[] = []
  for (const step of steps)
    try {
      await step(...asked)
    } catch (error) {
      failures.push(error)
    }
  if (failures.length === 1) throw failures[0]
  if (failures.length > 1) throw new AggregateError(failures, `${failures.length} of ${steps.length} steps failed`)
}
