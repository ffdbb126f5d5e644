/** Who is in charge of a task that a win depends on, and whether it is done. */
export const winTaskWords = (owner: string | null, isDone: boolean): string =>
  owner === null ? (isDone ? 'done' : 'no owner yet') : isDone ? `${owner}, done` : owner
