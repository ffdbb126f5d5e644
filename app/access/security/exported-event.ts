import type { z } from 'zod'
import type { exportSecurityLogInput } from '../model.ts'
import type { Actor } from '#app/policy/policy.ts'
import type { SecurityEvent } from '../security-log/write-security-event.server.ts'

/**
 * That someone took the security log away as a file.
 * @param again the file was asked for again by the same form
 */
export function exportedEvent(
  actor: Actor,
  { format, ...filter }: z.infer<typeof exportSecurityLogInput>,
  again = false,
): SecurityEvent {
  const person = actor.kind === 'member' ? { id: actor.id, name: actor.name } : null
  return {
    kind: 'exported',
    person,
    detail: { what: 'security log', format, ...filter, ...(again ? { again: 'the same file' } : {}) },
  }
}
