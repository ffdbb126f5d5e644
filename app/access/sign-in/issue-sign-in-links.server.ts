import { inWorkspace } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'
import { issueLink, linkUrl } from '#app/outbox/link-token.server.ts'
import { unsafeFindWorkspaces } from '../core/directory.server.ts'
import { signOnOf } from '../core/identity-provider.server.ts'
import { findPerson } from '../participants/find-person.server.ts'
import { writeSecurityEvent } from '../security-log/write-security-event.server.ts'

/** `url` is null for a person who can only enter by single sign-on: no link would let them in. */
type IssuedLink = { workspace: string; name: string; url: string | null }

/**
 * Makes a sign-in link for a member, one in each workspace that the address belongs to, which is handed over instead of mailed. It
 * ends the earlier ones and works once, as long as a mailed one. Run by an operator, so it is no command; the security log says so.
 */
export async function issueSignInLinks(
  parts: Pick<Parts, 'db' | 'clock' | 'environment'>,
  email: string,
): Promise<IssuedLink[]> {
  const issued: IssuedLink[] = []
  for (const workspaceId of await unsafeFindWorkspaces(parts.db, email)) {
    const link = await inWorkspace(parts.db, workspaceId, async (trx) => {
      const person = await findPerson(trx, workspaceId, { email })
      if (person?.actor.kind !== 'member') return undefined
      const { id, name } = person.actor
      const now = parts.clock.now()
      const workspace = await trx
        .selectFrom('workspace')
        .select('name')
        .where('workspaceId', '=', workspaceId)
        .executeTakeFirstOrThrow()
      if ((await signOnOf(trx, person)) === 'required') return { workspace: workspace.name, name, url: null }
      const wanted = { kind: 'sign-in', planId: null, memberId: id } as const
      const tokenId = await issueLink(parts.environment, trx, workspaceId, wanted, now)
      await writeSecurityEvent(trx, workspaceId, { kind: 'link issued', person: { id, name } }, now)
      const url = linkUrl(parts.environment, { workspaceId, tokenId })
      return { workspace: workspace.name, name, url }
    })
    if (link) issued.push(link)
  }
  return issued
}
