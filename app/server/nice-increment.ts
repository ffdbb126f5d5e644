/** The nice increment of a thread, where nothing limits it. */
const usual = 5

/**
 * By how much a thread gives way to its process. `@napi-rs/nice` takes a new nice value of -1 for an error, as `nice(2)` answers -1 for both, and the
 * thread would die.
 * @param priority of the process, from -20 to 19
 */
export const niceIncrement = (priority: number): number => (priority + usual === -1 ? usual + 1 : usual)
