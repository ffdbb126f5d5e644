import { createHash } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { RateLimitName } from '#app/kit/rate-limits.ts'
import { changeApart } from '#app/kit/reads.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { type SecurityEvent, writeSecurityEvent } from '../security-log/write-security-event.server.ts'
import { tooManyAttemptsWords } from './access-words.ts'

/** What one client did is counted under its network; clients without one are counted together. */
export const networkIn = ({ network }: Pick<AppLoadContext, 'network'>): string => network ?? 'unknown'

/** Addresses are counted without being kept. */
export const addressKey = (email: string): string => createHash('sha256').update(email).digest('base64url')

/**
 * Counts an attempt against each limit, the widest first; several at once where a number follows the key.
 * @param known the workspace and the person, where they are known: the security log then says that a limit was reached
 * @throws Refusal 429 with the time to wait, at the first limit that is reached
 */
export async function countAgainstLimit(
  { parts }: Pick<AppLoadContext, 'parts'>,
  counted: readonly (readonly [name: RateLimitName, key: string, many?: number])[],
  known?: { workspaceId: string; person: { id: string; name: string } },
): Promise<void> {
  for (const it of counted) {
    const [name, key] = it
    const wait = await parts.limits.count(...it)
    if (wait === 0) continue
    parts.log.warn({ limit: name, wait }, 'limit reached')
    // Once an hour says it: the log is for people.
    if (known && (await parts.limits.count('note of a limit', `${name} ${key}`)) === 0)
      await changeApart(parts, known.workspaceId, (trx) =>
        writeSecurityEvent(
          trx,
          known.workspaceId,
          { kind: 'limit reached', person: known.person, detail: { limit: name } },
          parts.clock.now(),
        ),
      )
    throw new Refusal(429, tooManyAttemptsWords(wait), { retryAfter: wait })
  }
}

/** Counts an email before it is sent. A refusal is logged but not shown, because the person who asked may be a stranger. */
export async function maySend({ limits, log }: Pick<Parts, 'limits' | 'log'>, name: RateLimitName, key: string) {
  const wait = await limits.count(name, key)
  if (wait > 0) log.warn({ limit: name, wait }, 'an email was not sent')
  return wait === 0
}

type OutsideEvent = Omit<SecurityEvent, 'network'> & { network: string | undefined }

/**
 * Notes what a person who is not signed in did, within limits, so that no outsider can fill a workspace's log: a number of
 * lines an hour from one network and in all, then one line that says there was more. The process's own log has every one.
 */
export async function noteFromOutside(
  parts: Pick<Parts, 'limits' | 'log' | 'clock'>,
  trx: WorkspaceTransaction,
  workspaceId: string,
  { network, ...event }: OutsideEvent,
): Promise<void> {
  const from = network ?? 'unknown'
  parts.log.info({ workspaceId, network: from, kind: event.kind, ...event.detail }, 'tried from outside')
  const now = parts.clock.now()
  const counted: [RateLimitName, string][] = [
    ['note from a network', `${workspaceId} ${from}`],
    ['note from outside', workspaceId],
  ]
  for (const [name, key] of counted) {
    if ((await parts.limits.count(name, key)) === 0) continue
    if ((await parts.limits.count('note of a limit', `${name} ${key}`)) === 0)
      await writeSecurityEvent(
        trx,
        workspaceId,
        { kind: 'limit reached', person: null, network: from, detail: { limit: name } },
        now,
      )
    return
  }
  await writeSecurityEvent(trx, workspaceId, { ...event, network: network ?? null }, now)
}
