import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs'
import { dirname } from 'node:path'
import { systemClock } from '#app/kit/clock.ts'
import { newId } from '#app/kit/ids.ts'

/** One captured email, as `/mailbox.json` shows it. */
export type CapturedEmail = {
  id: string
  to: string[]
  from: string
  subject: string
  html: string
  text: string
  headers: Record<string, string>
  idempotencyKey: string | null
  /** Files, their bytes in base64. */
  attachments?: { filename: string; content: string; contentType: string }[]
  /** ISO time in UTC. */
  at: string
}

export type NewEmail = Omit<CapturedEmail, 'id' | 'at'>

export type Mailbox = {
  /** Keeps the email, or finds it kept already: a key holds one entry, and another body under the same key is refused. */
  receive(email: NewEmail): { id: string } | 'other body under this key'
  /** Newest first; of one address alone, where it is given. */
  list(to?: string): CapturedEmail[]
  find(id: string): CapturedEmail | undefined
}

type Entry = { email: CapturedEmail; fingerprint: string }

const fingerprintOf = (email: NewEmail) => createHash('sha256').update(JSON.stringify(email)).digest('hex')

/**
 * A mailbox kept in a file, one JSON line an email, so that it survives restarts. A line that a kill tore in two was never answered as
 * received, and is dropped.
 * @param file made when missing
 */
export function openMailbox(file: string, now: () => Date = systemClock.now): Mailbox {
  mkdirSync(dirname(file), { recursive: true })
  const entries = readEntries(file)
  const byKey = new Map(
    entries.flatMap((entry) => (entry.email.idempotencyKey ? [[entry.email.idempotencyKey, entry] as const] : [])),
  )
  return {
    receive(email) {
      const fingerprint = fingerprintOf(email)
      const earlier = email.idempotencyKey ? byKey.get(email.idempotencyKey) : undefined
      if (earlier) return earlier.fingerprint === fingerprint ? { id: earlier.email.id } : 'other body under this key'
      const entry: Entry = { email: { id: newId(), ...email, at: now().toISOString() }, fingerprint }
      appendFileSync(file, `${JSON.stringify(entry)}\n`, { mode: 0o600 })
      entries.push(entry)
      if (email.idempotencyKey) byKey.set(email.idempotencyKey, entry)
      return { id: entry.email.id }
    },
    list: (to) =>
      entries
        .map(({ email }) => email)
        .filter((email) => to === undefined || email.to.includes(to))
        .reverse(),
    find: (id) => entries.find(({ email }) => email.id === id)?.email,
  }
}

function readEntries(file: string): Entry[] {
  if (!existsSync(file)) return []
  const bytes = readFileSync(file)
  const whole = bytes.lastIndexOf('\n') + 1
  if (whole < bytes.length) truncateSync(file, whole)
  return bytes
    .subarray(0, whole)
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Entry)
}
