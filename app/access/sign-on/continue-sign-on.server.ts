import { inWorkspace } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'
import { type SignInCaller, signInPerson } from '../sign-in/let-in.server.ts'
import { findPerson, landingFor } from '../participants/find-person.server.ts'
import { type Viewer, listViewers } from '../core/find-viewer.server.ts'
import { markFlowUsed } from '../core/mark-flow-used.server.ts'
import { provedCookie } from './flow-cookie.server.ts'
import { isUuid } from '#app/kit/ids.ts'

export type ProvedSignOn = {
  name: string
  email: string
  workspace: { name: string; logo: string | null }
  /** Who this browser is signed in as; of the same workspace, at most one. */
  others: Viewer[]
}

/** Who proved to be a member in this browser and was not let in yet. */
export async function findProved(
  parts: Parts,
  workspaceId: string,
  request: Request,
): Promise<ProvedSignOn | undefined> {
  const proved = readProved(parts, workspaceId, request)
  if (!proved) return undefined
  const others = await listViewers(parts, request)
  return parts.reads.in(workspaceId, async (trx) => {
    const person = await findPerson(trx, workspaceId, { memberId: proved.memberId })
    if (!person) return undefined
    const workspace = await trx
      .selectFrom('workspace')
      .select(['name', 'logo'])
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirstOrThrow()
    const { actor, email } = person
    return { name: actor.name, email, workspace, others: others.filter((it) => it.actor.id !== actor.id) }
  })
}

/** Lets in who proved to be a member, once. */
export async function continueAs(
  parts: Parts,
  workspaceId: string,
  caller: SignInCaller,
): Promise<{ cookies: string[]; landing: string } | undefined> {
  const proved = readProved(parts, workspaceId, caller.request)
  if (!proved) return undefined
  return inWorkspace(parts.db, workspaceId, async (trx) => {
    if (!(await markFlowUsed(trx, workspaceId, proved.id, parts.clock.now()))) return undefined
    const person = await findPerson(trx, workspaceId, { memberId: proved.memberId })
    if (!person) return undefined
    const cookies = await signInPerson(parts, trx, { person, caller, proof: { how: 'single sign-on' } })
    const landing = await landingFor(trx, person.actor, { next: proved.next })
    return { cookies: [...cookies, provedCookie.end(parts.environment)], landing }
  })
}

const readProved = (parts: Parts, workspaceId: string, request: Request) =>
  isUuid(workspaceId) ? provedCookie.read(parts.environment, workspaceId, request, parts.clock.now()) : undefined
