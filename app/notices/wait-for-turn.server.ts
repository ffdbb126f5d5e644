import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Parts } from '#app/kit/parts.ts'

/** An email whose turn is further away, in milliseconds, is left to a later attempt of its job. */
const longest = 20_000
/** A tenth of each second stays free, so that emails that take different time on their way do not arrive in the same one. */
const spared = 1.1

/**
 * Waits until the mail service takes another request. Turns lie evenly apart, given out by the database for all processes: what an account may ask for
 * in a second is a limit of the account. The turn of a process that is killed is not used.
 * @throws Error where it is more than 20 seconds away; the caller tries again
 */
export async function waitForTurn({ db, environment }: Pick<Parts, 'db' | 'environment'>): Promise<void> {
  const apart = Math.ceil((1000 * spared) / environment.resendPerSecond)
  const now = sql`(extract(epoch from now()) * 1000)::bigint`
  const { rows } = await sql<{ wait: number }>`
    insert into limits.attempt as taken (key, expire) values ('turn at the mail service', ${now} + ${apart}::int)
    on conflict (key) do update set expire = greatest(taken.expire, ${now}) + ${apart}::int
      where taken.expire < ${now} + ${longest}::int
    returning expire - ${apart}::int - ${now} as wait`.execute(db)
  const [turn] = rows
  if (!turn) throw new Error('An email waited for its turn at the mail service.')
  await pause(Math.max(0, turn.wait))
}
