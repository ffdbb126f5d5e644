import { z } from 'zod'
import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'
import { paths } from '#app/kit/paths.ts'
import { writeNotice } from '#app/outbox/outbox.server.ts'
import { unsafeFindWorkspaces, directoryEntryOf } from '../core/directory.server.ts'
import { offerEntryByDomain } from './offer-entry-by-domain.server.ts'
import { domainOf } from '../mail-domains.ts'
import { planIdInPath } from '../core/next-path.ts'
import { type PersonFound, findPerson } from '../participants/find-person.server.ts'
import { addressKey, maySend } from '../core/count-against-limit.server.ts'
import { writeSecurityEvent } from '../security-log/write-security-event.server.ts'
import { signOnOf } from '../core/identity-provider.server.ts'
import { type LinkSent, findWorkingLink } from './find-working-link.server.ts'

/** What the sign-in page hands to the worker. */
export const signInJob = z.object({
  /** In lower case. */
  email: z.string(),
  /** A path of ours that the link leads to. */
  next: z.string().optional(),
  /** Where it was asked for, as limits name it. Jobs from before know none. */
  network: z.string().optional(),
})
export type SignInJob = z.infer<typeof signInJob>

/**
 * Mails one link for each workspace in which the address belongs to someone, or whose plan lets its domain in; the worker's side of
 * the sign-in page.
 */
export async function sendSignInLinks(parts: Parts, { email, next, network = 'unknown' }: SignInJob): Promise<void> {
  const planId = planIdInPath(next)
  const [known, byDomain] = await Promise.all([
    unsafeFindWorkspaces(parts.db, email),
    planId ? unsafeFindWorkspaces(parts.db, directoryEntryOf(domainOf(email))) : [],
  ])
  for (const workspaceId of new Set([...known, ...byDomain]))
    await inWorkspace(parts.db, workspaceId, async (trx) => {
      if (planId && next && (await offerEntryByDomain(parts, trx, { workspaceId, planId, email, next, network })))
        return
      const person = await findPerson(trx, workspaceId, { email })
      if (person) await mailSignInLink(parts, trx, person, { next, planId: null })
    })
}

/**
 * Mails a link to a person's own address, which ends the earlier ones; where one was sent a moment ago and still works, that one
 * stays.
 * @param where what it leads to
 */
export async function mailSignInLink(
  parts: Parts,
  trx: WorkspaceTransaction,
  { actor, email }: PersonFound,
  { next, planId }: { next?: string | undefined; planId: string | null },
): Promise<LinkSent> {
  const { workspaceId, id, name } = actor
  const person = actor.kind === 'member' ? { memberId: id } : { participantId: id }
  const at = await findWorkingLink(parts, trx, workspaceId, person)
  if (at) return { status: 'still works', at }
  const signOn = await signOnOf(trx, { actor, email })
  if (
    signOn === 'required' &&
    !(await maySend(parts, 'sign-on email to an address', `${addressKey(email)} ${workspaceId}`))
  )
    return { status: 'sent' }
  const now = parts.clock.now()
  const workspace = await trx
    .selectFrom('workspace')
    .select('name')
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirstOrThrow()
  const startPath = paths.signOnStart(workspaceId, next)
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
      facts: { workspace: workspace.name, name, ...signOnFacts },
      to: { ...person, address: email },
      planId,
      link: signOn === 'required' ? { path: startPath } : { kind: 'sign-in', planId, next },
    },
    now,
  )
  return { status: 'sent' }
}
