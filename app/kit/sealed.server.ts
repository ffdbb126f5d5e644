import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { type LinkKeys, keyIdOf, secretsOf } from './link-keys.ts'

/** What a key is for: each purpose has a key of its own, so that a value sealed for one cannot be opened for another. */
export type SealPurpose =
  | 'client secret'
  | 'channel address'
  | 'sign-on cookie'
  | 'proved sign-on cookie'
  | 'new passkey cookie'
  | 'passkey sign-in cookie'
  | 'outcome cookie'

const keyFor = (secret: string, purpose: SealPurpose) =>
  Buffer.from(hkdfSync('sha256', secret, 'firstwin', `firstwin sealed: ${purpose}`, 32))

const [ivLength, tagLength] = [12, 16]

/**
 * Encrypts text with AES-256-GCM under a key that HKDF-SHA256 (RFC 5869) derives from LINK_SECRET, whose name it carries.
 * @param context where it belongs (a workspace's id); it cannot be opened elsewhere
 */
export function seal({ linkSecret }: LinkKeys, purpose: SealPurpose, context: string, text: string): string {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', keyFor(linkSecret, purpose), iv).setAAD(Buffer.from(context))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return `2.${keyIdOf(linkSecret)}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`
}

/** @returns the text, or undefined where it was made under a secret that is not kept, for something else, or was changed */
export function unseal(keys: LinkKeys, purpose: SealPurpose, context: string, sealed: string): string | undefined {
  const [, keyId, text] = /^(?:1|2\.([\w-]{8}))\.([\w-]+)$/.exec(sealed) ?? []
  if (text === undefined) return undefined
  // Those of version 1 do not say under which secret they were made.
  const secrets = secretsOf(keys).filter((secret) => keyId === undefined || keyIdOf(secret) === keyId)
  for (const secret of secrets) {
    const opened = openUnder(keyFor(secret, purpose), context, Buffer.from(text, 'base64url'))
    if (opened !== undefined) return opened
  }
  return undefined
}

/** Whether it was made with the current secret. */
export const isSealedByNewest = ({ linkSecret }: LinkKeys, sealed: string): boolean =>
  sealed.startsWith(`2.${keyIdOf(linkSecret)}.`)

function openUnder(key: Buffer, context: string, bytes: Buffer): string | undefined {
  if (bytes.length < ivLength + tagLength) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivLength))
      .setAAD(Buffer.from(context))
      .setAuthTag(bytes.subarray(ivLength, ivLength + tagLength))
    return Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
