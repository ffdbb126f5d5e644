import type { Database } from '#db/connection.ts'
import {
  type OpenReading,
  type WorkspaceReading,
  hasFailed,
  isAfterFailure,
  openReading,
  readWorkspace,
} from '#db/reading.ts'
import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'

/** How the rows of a workspace are read: by queries that take `Pick<Parts, 'reads'>`, wherever they are called from. */
export type Reads = {
  /** @throws what `work` throws, and what `isUnavailable` knows where the database cannot do it now */
  in<Result>(workspaceId: string, work: (trx: WorkspaceReading) => Promise<Result>): Promise<Result>
  /**
   * Ends reading for now: before long work, and before a change, since no one may wait for a connection while holding one.
   * Later reads see the state at that time.
   */
  end(): Promise<void>
  /** Finds something once per request, for all callers. */
  once<Found>(what: string, find: () => Promise<Found>): Promise<Found>
}

/** Each read in a transaction of its own: outside requests, and for actions, which read between changes. */
export const readApart = (db: Database): Reads => ({
  in: (workspaceId, work) => readWorkspace(db, workspaceId, work),
  end: () => Promise.resolve(),
  once: (_what, find) => find(),
})

/** A change during a read request, such as recording the last visit. */
export async function changeApart<Result>(
  { db, reads }: { db: Database; reads: Reads },
  workspaceId: string,
  work: (trx: WorkspaceTransaction) => Promise<Result>,
): Promise<Result> {
  await reads.end()
  try {
    return await inWorkspace(db, workspaceId, work)
  } finally {
    // A transaction that another loader began meanwhile does not know of the change.
    await reads.end()
  }
}

/** One transaction, with the number of those who still need it. */
type Round = { workspaceId: string; opening: Promise<OpenReading>; holds: number; fault?: unknown }

export type SharedReads = {
  /** The reads of one loader; `finish` is called when it has answered or failed, and from then on each read is one apart. */
  join(): Reads & { finish(): Promise<void> }
}

/**
 * One transaction for all loaders of a request, which run side by side. It starts with the first read and ends when every loader that
 * read has finished or said `end`. A loader never waits for a connection while it holds one: it leaves a transaction before it joins the next.
 */
export function shareReads(db: Database): SharedReads {
  const apart = readApart(db)
  const found = new Map<string, Promise<unknown>>()
  let joined = 0
  let current: Round | undefined

  const letGo = async (round: Round) => {
    if (--round.holds > 0) return
    if (current === round) current = undefined
    const reading = await round.opening.catch(() => undefined)
    await reading?.close()
  }

  return {
    join() {
      joined++
      let isFinished = false
      let own: Round | undefined

      const leave = async () => {
        const left = own
        own = undefined
        if (left) await letGo(left)
      }
      /** The transaction to read in, held for the caller. */
      const enter = async (workspaceId: string) => {
        while (own && (own !== current || own.workspaceId !== workspaceId)) await leave()
        if (current?.workspaceId !== workspaceId)
          current = { workspaceId, opening: openReading(db, workspaceId), holds: 0 }
        const round = isFinished ? current : stay(current)
        round.holds++
        return round
      }
      /** Keeps a transaction until `end`, so that what this loader reads next is read there, too. */
      const stay = (round: Round) => {
        if (own === round) return round
        own = round
        round.holds++
        return round
      }

      return {
        async in(workspaceId, work) {
          if (isFinished) return apart.in(workspaceId, work)
          const round = await enter(workspaceId)
          try {
            const { during } = await round.opening
            return await during(work)
          } catch (error) {
            if (!hasFailed(error)) throw error
            // From now on all other queries in this transaction fail, too.
            round.fault ??= error
            if (current === round) current = undefined
            if (own === round) await leave()
            throw isAfterFailure(error) ? round.fault : error
          } finally {
            await letGo(round)
          }
        },
        async end() {
          // Others that still read there finish; who reads from now on sees what is changed meanwhile.
          current = undefined
          await leave()
        },
        once<Found>(what: string, find: () => Promise<Found>) {
          if (isFinished) return find()
          // A name is always used with the same function.
          const known = (found.get(what) as Promise<Found> | undefined) ?? find()
          found.set(what, known)
          // Waiting callers join the transaction in which it was found, before that caller can finish; not earlier, since finding may need a change.
          return known.then((it) => {
            if (!isFinished && !own && current) stay(current)
            return it
          })
        },
        async finish() {
          isFinished = true
          if (--joined === 0) found.clear()
          await leave()
        },
      }
    },
  }
}
