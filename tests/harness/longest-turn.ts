/**
 * Watches how long this process's own thread computes at a stretch, in milliseconds of its processor time: other processes on the
 * machine and other threads do not count. @returns asks for the longest since it was asked last
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
    const answer = longest
    longest = 0
    return answer
  }
}
