import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'
import { writeNotice } from '#app/notices/outbox.server.ts'
import { unsafeFindWorkspaces } from './directory.server.ts'
import { type PersonFound, findPerson } from './people.server.ts'
import { writeSecurityEvent } from './security-log.server.ts'
import { signOnOf, signOnPath } from './sign-on/identity-provider.server.ts'

const window = 15 * 60 * 1000
/** More links than this in a quarter of an hour go to nobody: somebody else is entering the address. */
const most = 8

/**
 * Mails one link for each workspace in which the address belongs to somebody. Tells nobody whether there is one: whoever calls
 * answers alike.
 * @param email in lower case
 * @param next a path of ours that the link leads to
 */
export async function sendSignInLinks(
  parts: Parts,
  { email, next }: { email: string; next?: string | undefined },
): Promise<void> {
  for (const workspaceId of await unsafeFindWorkspaces(parts.db, email)) {
    await inWorkspace(parts.db, workspaceId, async (trx) => {
      const person = await findPerson(trx, workspaceId, { email })
      if (person) await mailSignInLink(parts, trx, person, next)
    })
  }
}

/** Mails a link to a person's own address, which ends earlier ones that were asked for. */
export async function mailSignInLink(
  parts: Parts,
  trx: WorkspaceTransaction,
  { actor, email }: PersonFound,
  next: string | undefined,
): Promise<void> {
  const { workspaceId, id, name } = actor
  const now = parts.clock.now()
  const { count } = await trx
    .selectFrom('securityEvent')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('workspaceId', '=', workspaceId)
    .where('personId', '=', id)
    .where('kind', '=', 'link sent')
    .where('at', '>', new Date(now.getTime() - window))
    .executeTakeFirstOrThrow()
  if (Number(count) >= most) return
  const workspace = await trx
    .selectFrom('workspace')
    .select('name')
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirstOrThrow()
  const signOn = await signOnOf(trx, { actor, email })
  const startPath = signOnPath(workspaceId, next)
  const signOnFacts = signOn && {
    signOn: { required: signOn === 'required', link: new URL(startPath, parts.environment.appUrl).href },
  }
  await writeSecurityEvent(trx, workspaceId, { kind: 'link sent', person: { id, name } }, now)
  await writeNotice(
    parts,
    trx,
    workspaceId,
    {
      kind: 'sign-in',
      facts: { workspace: workspace.name, name, validFor: '15 minutes', ...signOnFacts },
      to: { ...(actor.kind === 'member' ? { memberId: id } : { participantId: id }), address: email },
      planId: null,
      link: signOn === 'required' ? { path: startPath } : { kind: 'sign-in', planId: null, next },
    },
    now,
  )
}
