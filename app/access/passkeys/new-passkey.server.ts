import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server'
import { newId } from '#app/kit/ids.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { PostedValues } from '#app/runner/reply.ts'
import { firstValue } from '#app/runner/read-form.server.ts'
import { Refusal, signInAgain } from '#app/runner/refusal.ts'
import { deviceWords } from '../core/device-words.ts'
import type { MemberViewer } from '../core/require-viewer.server.ts'
import { mustSignInAgain } from '#app/policy/fresh-sign-in.ts'
import { refuseBound } from './own-passkeys.server.ts'
import { ceremonyTimeout, newPasskeyCookie } from './challenge-cookies.server.ts'
import { type CheckedPasskey, newCredentialField } from './model.ts'
import { passkeyNameWords } from './passkey-name-words.ts'
import { listCredentials } from './passkey-queries.server.ts'
import { relyingParty } from './relying-party.ts'
import { userHandleOf } from './user-handle.ts'
import { newPasskeyRefusals } from './passkey-refusal-words.ts'

/** ES256, EdDSA, RS256: what authenticators sign with. */
const algorithms = [-7, -8, -257]

/**
 * What the browser asks an authenticator for: a passkey that is found without an address and asks for a finger, a face or a PIN.
 * @returns the options, and the Set-Cookie header that keeps what must be signed
 * @throws Refusal 403 where the sign-in is too long ago, or the company's provider is required
 */
export async function beginNewPasskey(parts: Parts, viewer: MemberViewer) {
  const { actor, email, workspace } = viewer
  const { workspaceId, id: memberId } = actor
  const now = parts.clock.now()
  if (mustSignInAgain('add-passkey', actor, now)) throw signInAgain()
  const known = await parts.reads.in(workspaceId, async (trx) => {
    await refuseBound(trx, actor, email)
    return listCredentials(trx, workspaceId, memberId)
  })
  const options = await generateRegistrationOptions({
    rpName: 'Firstwin',
    rpID: relyingParty(parts.environment.appUrl).id,
    userID: userHandleOf({ workspaceId, memberId }),
    // One person may be a member of two workspaces under one address: the picker names the workspace.
    userName: `${email} (${workspace.name})`,
    userDisplayName: actor.name,
    timeout: ceremonyTimeout,
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: algorithms,
  })
  const flow = { id: newId(), challenge: options.challenge, memberId }
  return { options, cookie: newPasskeyCookie.write(parts.environment, workspaceId, now, flow) }
}

const again = (message: string) => new Refusal(422, message)

/** Checks what an authenticator answered, as the command takes it. @throws Refusal 422 */
export async function checkNewPasskey(
  parts: Parts,
  { workspaceId, id: memberId }: MemberViewer['actor'],
  request: Request,
  values: PostedValues,
): Promise<CheckedPasskey> {
  const { environment, clock, log } = parts
  const flow = newPasskeyCookie.read(environment, workspaceId, request, clock.now())
  if (flow?.memberId !== memberId) throw again(newPasskeyRefusals.tookTooLong)
  const parsed = newCredentialField.safeParse(firstValue(values, 'credential'))
  if (!parsed.success) throw again(newPasskeyRefusals.notSent)
  const { id, origin } = relyingParty(environment.appUrl)
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: parsed.data,
      expectedChallenge: flow.challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    })
    if (!registrationInfo) throw new Error('not verified')
    const { credential, aaguid, credentialBackedUp } = registrationInfo
    return {
      flowId: flow.id,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      counter: credential.counter,
      transports: parsed.data.response.transports ?? [],
      synced: credentialBackedUp,
      name: passkeyNameWords(aaguid, deviceWords(request.headers.get('user-agent'))),
    }
  } catch (error) {
    log.warn({ workspaceId, why: error instanceof Error ? error.message : error }, 'a new passkey does not fit')
    throw again(newPasskeyRefusals.notVerified)
  }
}
