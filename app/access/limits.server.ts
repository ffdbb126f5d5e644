import { createHash } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import { inWorkspace } from '#db/workspace.ts'
import type { LimitName } from '#app/kit/limits.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { writeSecurityEvent } from './security-log.server.ts'

/** What one client did is counted under its network; clients without one are counted together. */
export const networkIn = ({ network }: Pick<AppLoadContext, 'network'>): string => network ?? 'unknown'

/** Addresses are counted without being kept. */
export const addressKey = (email: string): string => createHash('sha256').update(email).digest('base64url')

const minutes = (seconds: number) => {
  const n = Math.ceil(seconds / 60)
  return n === 1 ? 'a minute' : `${n} minutes`
}

/**
 * Counts what is about to be done, the widest limit first.
 * @param known where it is known whose workspace this is and who asks, the security log says that a limit was reached
 * @throws Refusal 429 with the time to wait, at the first limit that is reached
 */
export async function countOrRefuse(
  { parts }: Pick<AppLoadContext, 'parts'>,
  counted: readonly (readonly [LimitName, string])[],
  known?: { workspaceId: string; person: { id: string; name: string } },
): Promise<void> {
  for (const [name, key] of counted) {
    const wait = await parts.limits.count(name, key)
    if (wait === 0) continue
    parts.log.warn({ limit: name, wait }, 'limit reached')
    if (known)
      await inWorkspace(parts.db, known.workspaceId, (trx) =>
        writeSecurityEvent(
          trx,
          known.workspaceId,
          { kind: 'limit reached', person: known.person, detail: { limit: name } },
          parts.clock.now(),
        ),
      )
    throw new Refusal(429, `There were too many tries in a short time. Please wait ${minutes(wait)} and go on.`, {
      retryAfter: wait,
    })
  }
}
