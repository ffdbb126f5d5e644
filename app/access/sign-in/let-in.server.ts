import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { LinkKind } from '#app/outbox/link-lifetimes.ts'
import { findKnownDevice } from './known-device.server.ts'
import type { PersonFound } from '../participants/find-person.server.ts'
import type { ProofLink, ProofWay } from '../security-log/security-detail.ts'
import { writeSecurityEvent } from '../security-log/write-security-event.server.ts'
import { type SessionOwner, beginSession, endSession, presentWorkspace } from '../core/session.server.ts'
import { beginCode } from './sign-in-code.server.ts'

export type LetIn = {
  /** Whether a session began, or a code is asked for first. */
  status: 'in' | 'code'
  /** Set-Cookie headers. */
  cookies: string[]
  landing: string
}

/** The browser's request, and the network that it came from. */
export type SignInCaller = { request: Request; network: string }

export const personOf = ({ actor }: Pick<PersonFound, 'actor'>): SessionOwner =>
  actor.kind === 'member' ? { memberId: actor.id } : { participantId: actor.id }

/**
 * Signs in a person who has proved who they are: at once, or after a code where the workspace asks for one on new devices.
 * @param by the kind of proof, for the security log
 */
export async function letIn(
  parts: Parts,
  trx: WorkspaceTransaction,
  { person, landing, caller, by }: { person: PersonFound; landing: string; caller: SignInCaller; by: LinkKind },
): Promise<LetIn> {
  const { workspaceId } = person.actor
  const { codeOnNewDevices } = await trx
    .selectFrom('workspace')
    .select('codeOnNewDevices')
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirstOrThrow()
  if (codeOnNewDevices && !(await findKnownDevice(parts, trx, workspaceId, personOf(person), caller.request)))
    return { status: 'code', cookies: [await beginCode(parts, trx, person, landing)], landing: '/sign-in/code' }
  return { status: 'in', cookies: await signInPerson(parts, trx, { person, caller, proof: { link: by } }), landing }
}

type SignIn = {
  person: PersonFound
  caller: SignInCaller
  proof: { link: ProofLink } | { how: ProofWay }
  /** The device that became known by this sign-in. */
  deviceId?: string
}

/**
 * Starts a session and says in the security log by what proof. It takes the place of the one that this browser had in the same
 * workspace; those of other workspaces stay.
 * @returns the Set-Cookie headers
 */
export async function signInPerson(
  parts: Parts,
  trx: WorkspaceTransaction,
  { person, caller, proof, deviceId }: SignIn,
): Promise<string[]> {
  const { actor } = person
  const { workspaceId } = actor
  const now = parts.clock.now()
  const { request, network } = caller
  const ended = await endSession(parts, trx, workspaceId, request)
  const device = {
    name: request.headers.get('user-agent'),
    knownId: deviceId ?? (await findKnownDevice(parts, trx, workspaceId, personOf(person), request)),
  }
  const begun = await beginSession(parts, trx, workspaceId, personOf(person), device)
  if (actor.kind === 'member') await noteArrival(trx, actor)
  await writeSecurityEvent(trx, workspaceId, { kind: 'signed in', person: actor, network, detail: proof }, now)
  return [...ended.filter((it) => nameOf(it) !== nameOf(begun)), begun, presentWorkspace(parts, workspaceId)]
}

/** A member whose address was only typed by an admin so far has shown that it is theirs. */
const noteArrival = (trx: WorkspaceTransaction, { workspaceId, id }: { workspaceId: string; id: string }) =>
  trx
    .updateTable('member')
    .set({ awaitedSince: null })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .where('awaitedSince', 'is not', null)
    .execute()

const nameOf = (setCookie: string) => setCookie.split('=', 1)[0]
