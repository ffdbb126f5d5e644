import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { type RateLimit, type RateLimits, type RateLimitName, rateLimits } from '#app/kit/rate-limits.ts'

/**
 * The limiter names its statements, which leaves them prepared in a connection. Behind a pooler the next transaction may get
 * another connection, which does not know them.
 */
const unnamed = (pool: pg.Pool) => ({
  query: ({ text, values }: pg.QueryConfig<unknown[]>) => pool.query(text, values),
})

/**
 * Rate limits stored in PostgreSQL, so that all processes share them. When it fails, the request fails too: sessions and links
 * are in the same database, so nothing could be let in anyway.
 * @param rules others than the product's, for tests
 */
export function makeRateLimiter(pool: pg.Pool, rules: Record<RateLimitName, RateLimit> = rateLimits): RateLimits {
  const limiters = new Map<RateLimitName, RateLimiterPostgres>()
  for (const [name, { most, seconds }] of Object.entries(rules) as [RateLimitName, RateLimit][])
    limiters.set(
      name,
      new RateLimiterPostgres({
        storeClient: unnamed(pool),
        storeType: 'pool',
        schemaName: 'limits',
        tableName: 'attempt',
        // The migration made it; the app's role may not.
        tableCreated: true,
        // One of them sweeps the table for all.
        clearExpiredByTimeout: limiters.size === 0,
        keyPrefix: name,
        points: most,
        duration: seconds,
      }),
    )
  return {
    async count(name, key, many = 1) {
      const limiter = limiters.get(name)
      try {
        await limiter?.consume(key, many)
        return 0
      } catch (reason) {
        if (reason instanceof RateLimiterRes && many > 1) await limiter?.reward(key, many)
        if (reason instanceof RateLimiterRes) return Math.max(1, Math.ceil(reason.msBeforeNext / 1000))
        throw reason
      }
    },
  }
}
