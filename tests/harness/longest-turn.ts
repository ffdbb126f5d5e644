import { slowness } from './slowness.ts'

/**
 * Measures how long this process's main thread is blocked, in milliseconds of its processor time on a machine that
 * no one else uses (`slowness.ts`): other processes and threads do not count.
 * @returns a function that gives the longest time since its last call
 */
export function watchTurns(): () => number {
  const used = () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  let [last, longest] = [used(), 0]
  setInterval(() => {
    const now = used()
    longest = Math.max(longest, now - last)
    last = now
  }, 2).unref()
  return () => {
    const answer = longest / slowness()
    // What was measured to tell how slow the machine is blocks as well.
    last = used()
    longest = 0
    return answer
  }
}
