import { availableParallelism, getPriority } from 'node:os'
import { Piscina } from 'piscina'
import { type Computations, OverloadedError, type Queue } from '#app/kit/computations.ts'
import { type ThreadRule, threadRules } from '#app/kit/limits.ts'
import { type ComputationRequest, findComputation } from './find-computation.ts'
import { niceIncrement } from './nice-increment.ts'

/** One processor is left to the event loop, where there is more than one. */
const threads = Math.max(1, availableParallelism() - 1)

/**
 * Threads beside the event loop, a pool for each queue. A computation that takes too long ends with its thread; another takes its
 * place. @param rules others than the product's, for tests
 */
export function makeComputations(
  rules: Record<Queue, ThreadRule> = threadRules,
): Computations & { close(): Promise<void> } {
  const pools = { people: poolOf(rules.people), programs: poolOf(rules.programs), jobs: poolOf(rules.jobs) }
  return {
    async run(queue, { name }, input) {
      // A name that no thread knows is a mistake of ours, told before anything is sent.
      findComputation(name)
      const { milliseconds, waiting } = rules[queue]
      // Piscina's own bound lets through what comes before the first thread is up.
      if (pools[queue].queueSize >= waiting) throw new OverloadedError('busy')
      try {
        return await pools[queue].run({ name, input }, { signal: AbortSignal.timeout(milliseconds) })
      } catch (error) {
        throw refusalIn(error) ?? error
      }
    },
    async close() {
      await Promise.all(Object.values(pools).map((pool) => pool.destroy()))
    },
  }
}

const poolOf = ({ idleSeconds }: ThreadRule) =>
  // What comes out is what the computation of that name gives.
  new Piscina<ComputationRequest, never>({
    // From this file, and from the bundle of a program.
    filename: new URL('../../app/server/computation-thread.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: idleSeconds * 1000,
    // Node reads TypeScript by itself; whatever this process was started with is not for its threads.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 384 },
    // Pages come before whatever is computed for them.
    niceIncrement: niceIncrement(getPriority()),
  })

/** A thread that ran out of memory took too much as well. */
function refusalIn(error: unknown): OverloadedError | null {
  if (!(error instanceof Error)) return null
  const isOver = error.name === 'AbortError' || ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
  return isOver ? new OverloadedError('too long') : null
}
