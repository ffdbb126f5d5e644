import { z } from 'zod'
import { fromJson, requiredId, requiredName, requiredText } from '#app/kit/field-schemas.ts'
import { longestPasskeyName } from './passkey-limits.ts'

/** A credential's id has at most 1,023 bytes (WebAuthn Level 3, 4, "credential ID"). */
const longestCredentialId = 1_364

const encoded = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[\w-]+$/)

const credential = {
  id: encoded(longestCredentialId),
  rawId: encoded(longestCredentialId),
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
}

/** A new passkey as browsers send it (WebAuthn, RegistrationResponseJSON); what stands there besides is left out. */
const newCredential = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: encoded(8_000),
    attestationObject: encoded(20_000),
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
})

/** A sign-in as browsers send it (AuthenticationResponseJSON). Passkeys that can be found without an address say whose they are. */
const signedCredential = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: encoded(8_000),
    authenticatorData: encoded(8_000),
    signature: encoded(8_000),
    userHandle: encoded(100),
  }),
})

/** As a form carries it: one hidden field of JSON. */
export const newCredentialField = z.preprocess(fromJson, newCredential)
export const signedCredentialField = z.preprocess(fromJson, signedCredential)

export type SignedCredential = z.infer<typeof signedCredential>

/** A passkey as the page checked it; the flow it came of is used up with it. */
export const addPasskeyInput = z.object({
  flowId: requiredId(),
  credentialId: encoded(longestCredentialId),
  publicKey: encoded(8_000),
  counter: z.number().int().min(0),
  transports: z.array(z.string()),
  synced: z.boolean(),
  name: requiredText(longestPasskeyName),
})

export type CheckedPasskey = z.infer<typeof addPasskeyInput>

export const renamePasskeyInput = z.object({
  passkeyId: requiredId(),
  name: requiredName(undefined, longestPasskeyName),
})

export const passkeyInput = z.object({ passkeyId: requiredId() })

/** One passkey of a member, or all of them where none is named. */
export const memberPasskeysInput = z.object({
  memberId: requiredId(),
  passkeyId: z.preprocess((value) => (value === '' || value === undefined ? null : value), z.nullable(requiredId())),
})
