import type { WorkspaceTransaction } from '#db/workspace.ts'
import { writeSecurityEvent } from '#app/access/security-log/write-security-event.server.ts'

type Copied = { workspaceId: string; actor: { id: string; name: string }; personId: string; now: Date }

/** Records in the security log that a copy of a person's data was downloaded. */
export const noteCopy = (trx: WorkspaceTransaction, { workspaceId, actor, personId, now }: Copied): Promise<void> =>
  writeSecurityEvent(
    trx,
    workspaceId,
    {
      kind: 'exported',
      person: { id: actor.id, name: actor.name },
      detail: { what: 'personal data', of: personId === actor.id ? 'themselves' : personId },
    },
    now,
  )
