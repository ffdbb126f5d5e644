import { type KeyObject, createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { isoCBOR } from '@simplewebauthn/server/helpers'

/** Faults of an authenticator or a browser. */
export type Wrong = {
  origin?: string
  rpId?: string
  challenge?: string
  userVerified?: boolean
  counter?: number
  userHandle?: string
  /** Signs with another key than the passkey's. */
  forged?: boolean
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()
const flag = { present: 0x01, verified: 0x04, mayBeShared: 0x08, isShared: 0x10, holdsKey: 0x40 }
const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })

/** The public key as authenticators write it (COSE, RFC 9053: EC2, ES256, P-256). */
function coseOf(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))
  const entries: [number, number | Uint8Array][] = [
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, bytes(x)],
    [-3, bytes(y)],
  ]
  return Buffer.from(isoCBOR.encode(new Map(entries)))
}

/** An authenticator in software, and the browser before it: holds one passkey and signs for real (WebAuthn Level 3, 6.1). */
export function softwareAuthenticator({
  origin = 'http://localhost:3000',
  counts = true,
  aaguid = Buffer.alloc(16),
} = {}) {
  const [keys, id] = [newKeys(), randomBytes(32)]
  let userHandle = ''
  let used = 0

  const clientData = (type: string, challenge: string, wrong: Wrong) =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: wrong.challenge ?? challenge,
        origin: wrong.origin ?? origin,
        crossOrigin: false,
      }),
    )

  function authenticatorData(rpId: string, { userVerified = true, counter, ...wrong }: Wrong, key?: Buffer): Buffer {
    const flags =
      flag.present | (userVerified ? flag.verified : 0) | flag.mayBeShared | flag.isShared | (key ? flag.holdsKey : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter ?? (counts ? ++used : 0))
    const length = Buffer.alloc(2)
    length.writeUInt16BE(id.length)
    const kept = key ? [aaguid, length, id, key] : []
    return Buffer.concat([sha256(wrong.rpId ?? rpId), Buffer.from([flags]), count, ...kept])
  }

  const credential = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' as const }

  return {
    credentialId: credential.id,
    create(options: PublicKeyCredentialCreationOptionsJSON, wrong: Wrong = {}): RegistrationResponseJSON {
      userHandle = options.user.id
      const authData = authenticatorData(options.rp.id ?? '', wrong, coseOf(keys.publicKey))
      const attested = new Map<string, string | Uint8Array | Map<string, string>>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, string>()],
        ['authData', new Uint8Array(authData)],
      ])
      return {
        ...credential,
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', options.challenge, wrong).toString('base64url'),
          attestationObject: Buffer.from(isoCBOR.encode(attested)).toString('base64url'),
          transports: ['internal', 'hybrid'],
        },
      }
    },
    get(options: PublicKeyCredentialRequestOptionsJSON, wrong: Wrong = {}): AuthenticationResponseJSON {
      const data = clientData('webauthn.get', options.challenge, wrong)
      const authData = authenticatorData(options.rpId ?? '', wrong)
      const key = wrong.forged ? newKeys().privateKey : keys.privateKey
      return {
        ...credential,
        clientExtensionResults: {},
        response: {
          clientDataJSON: data.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: sign('sha256', Buffer.concat([authData, sha256(data)]), key).toString('base64url'),
          userHandle: wrong.userHandle ?? userHandle,
        },
      }
    },
  }
}

export type SoftwareAuthenticator = ReturnType<typeof softwareAuthenticator>
