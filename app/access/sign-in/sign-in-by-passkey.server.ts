import type { SecurityDetail } from '../security-log/security-detail.ts'
import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server'
import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import type { Parts } from '#app/kit/parts.ts'
import { paths } from '#app/kit/paths.ts'
import { type SignInCaller, signInPerson } from './let-in.server.ts'
import { noteFromOutside } from '../core/count-against-limit.server.ts'
import { planIdInPath } from '../core/next-path.ts'
import type { PersonActor } from '#app/policy/policy.ts'
import { type PersonFound, findPerson, landingFor } from '../participants/find-person.server.ts'
import { signOnOf } from '../core/identity-provider.server.ts'
import { markFlowUsed } from '../core/mark-flow-used.server.ts'
import { anyWorkspace, ceremonyTimeout, passkeySignInCookie } from '../passkeys/challenge-cookies.server.ts'
import type { SignedCredential } from '../passkeys/model.ts'
import type { PasskeyRefusal } from '../security-log/passkey-refusals.ts'
import { relyingParty } from '../passkeys/relying-party.ts'
import { readUserHandle } from '../passkeys/user-handle.ts'

/**
 * What the browser asks for: any passkey of ours, since no one typed an address. Nothing is written or looked up for it.
 * @returns the options, and the Set-Cookie header that keeps what must be signed
 */
export async function beginPasskeySignIn({ environment, clock }: Pick<Parts, 'environment' | 'clock'>) {
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(environment.appUrl).id,
    timeout: ceremonyTimeout,
    userVerification: 'required',
  })
  const flow = { id: newId(), challenge: options.challenge }
  return { options, cookie: passkeySignInCookie.write(environment, anyWorkspace, clock.now(), flow) }
}

export type PasskeyProof =
  | { status: 'in'; cookies: string[]; landing: string }
  /** `begin`: where to sign in instead. */
  | { status: 'refused'; why: PasskeyRefusal; begin?: string }

/**
 * Signs in the member whose passkey signed this browser's challenge, once. The passkey already asked for a finger, a face or a
 * PIN, so no code is asked for.
 */
export async function signInWithPasskey(
  parts: Parts,
  { credential, next, caller }: { credential: SignedCredential; next: string | undefined; caller: SignInCaller },
): Promise<PasskeyProof> {
  const flow = passkeySignInCookie.read(parts.environment, anyWorkspace, caller.request, parts.clock.now())
  if (!flow) return { status: 'refused', why: 'took too long' }
  const handle = readUserHandle(credential.response.userHandle)
  if (!handle) return { status: 'refused', why: 'not ours' }
  const { workspaceId, memberId } = handle
  return inWorkspace(parts.db, workspaceId, async (trx): Promise<PasskeyProof> => {
    const refuse = (why: PasskeyRefusal, person: PersonActor | null) =>
      refuseIn(parts, trx, workspaceId, { why, person }, caller)
    const passkey = await lockPasskey(trx, { workspaceId, memberId, credentialId: credential.id })
    const person = passkey && (await findPerson(trx, workspaceId, { memberId }))
    if (!passkey || !person) return refuse('unknown', null)
    const now = parts.clock.now()
    if (!(await markFlowUsed(trx, workspaceId, flow.id, now))) return refuse('used already', person.actor)
    const counter = await checkSignature(parts, { credential, passkey, challenge: flow.challenge })
    if (counter === undefined) return refuse('not right', person.actor)
    // Where it counts at all, it counts up: else someone made a copy of it (WebAuthn Level 3, 6.1.1).
    if (counter <= passkey.counter && counter + passkey.counter > 0) return refuse('counted back', person.actor)
    const wantedPlan = planIdInPath(next)
    if (wantedPlan && !(await hasPlan(trx, workspaceId, wantedPlan))) return refuse('another workspace', person.actor)
    if ((await signOnOf(trx, person)) === 'required')
      return { ...(await refuse('sign-on', person.actor)), begin: paths.signOnStart(workspaceId, next) }
    await trx
      .updateTable('passkey')
      .set({ counter, lastUsedAt: now })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', passkey.id)
      .execute()
    const cookies = await signInPerson(parts, trx, { person, caller, proof: { how: 'passkey' } })
    return {
      status: 'in',
      cookies: [...cookies, passkeySignInCookie.end(parts.environment)],
      landing: await landingFor(trx, person.actor, { next }),
    }
  })
}

/** Members read all plans of their workspace, so one that is not there is another workspace's, or no one's. */
const hasPlan = async (trx: WorkspaceTransaction, workspaceId: string, planId: string): Promise<boolean> =>
  (await trx
    .selectFrom('plan')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', planId)
    .executeTakeFirst()) !== undefined

type Passkey = { id: string; publicKey: Buffer; counter: number }

/** The row stays locked, so that two sign-ins by one passkey count one after the other. */
const lockPasskey = (
  trx: WorkspaceTransaction,
  { workspaceId, memberId, credentialId }: { workspaceId: string; memberId: string; credentialId: string },
): Promise<Passkey | undefined> =>
  trx
    .selectFrom('passkey')
    .select(['id', 'publicKey', 'counter'])
    .where('workspaceId', '=', workspaceId)
    .where('credentialId', '=', credentialId)
    .where('memberId', '=', memberId)
    .forUpdate()
    .executeTakeFirst()

/** @returns how often the authenticator says it was used, or undefined where this is no signature of the passkey for this challenge */
async function checkSignature(
  { environment, log }: Pick<Parts, 'environment' | 'log'>,
  { credential, passkey, challenge }: { credential: SignedCredential; passkey: Passkey; challenge: string },
): Promise<number | undefined> {
  const { id, origin } = relyingParty(environment.appUrl)
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: credential,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      // The library does not tell a counter that went back from other faults, so it is compared above.
      credential: { id: credential.id, publicKey: new Uint8Array(passkey.publicKey), counter: 0 },
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch (error) {
    log.warn({ why: error instanceof Error ? error.message : error }, 'a passkey does not fit')
    return undefined
  }
}

async function refuseIn(
  parts: Parts,
  trx: WorkspaceTransaction,
  workspaceId: string,
  { why, person }: { why: PasskeyRefusal; person: PersonFound['actor'] | null },
  { network }: SignInCaller,
): Promise<{ status: 'refused'; why: PasskeyRefusal }> {
  const workspace = await trx
    .selectFrom('workspace')
    .select('workspaceId')
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirst()
  const detail: SecurityDetail = { how: 'passkey', why }
  if (workspace) await noteFromOutside(parts, trx, workspaceId, { kind: 'sign-in failed', person, network, detail })
  return { status: 'refused', why }
}
