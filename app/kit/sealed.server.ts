import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** What a key is for: each purpose has a key of its own, so that what was sealed for one opens for no other. */
export type Purpose = 'client secret' | 'sign-on cookie' | 'proved sign-on cookie'

const keyFor = (secret: string, purpose: Purpose) =>
  Buffer.from(hkdfSync('sha256', secret, 'firstwin', `firstwin sealed: ${purpose}`, 32))

const [version, ivLength, tagLength] = ['1', 12, 16]

/**
 * Encrypts text with AES-256-GCM under a key that HKDF-SHA256 (RFC 5869) derives from LINK_SECRET.
 * @param context where it belongs (a workspace's id); it opens nowhere else
 */
export function seal(secret: string, purpose: Purpose, context: string, text: string): string {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, purpose), iv).setAAD(Buffer.from(context))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return `${version}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`
}

/** @returns the text, or undefined where it was made under another secret, for something else, or was changed */
export function unseal(secret: string, purpose: Purpose, context: string, sealed: string): string | undefined {
  const [given, rest = ''] = sealed.split('.')
  const bytes = Buffer.from(rest, 'base64url')
  if (given !== version || bytes.length < ivLength + tagLength) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, purpose), bytes.subarray(0, ivLength))
      .setAAD(Buffer.from(context))
      .setAuthTag(bytes.subarray(ivLength, ivLength + tagLength))
    return Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
