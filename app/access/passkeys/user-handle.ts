/**
 * What an authenticator keeps beside a passkey and tells again at every sign-in (WebAuthn Level 3, 4, "user handle"): where to look for
 * it, since the credential's own id names no workspace. 32 bytes: the workspace's id, then the member's.
 */
export type UserHandle = { workspaceId: string; memberId: string }

const bytesOf = (uuid: string) => Buffer.from(uuid.replaceAll('-', ''), 'hex')

const uuidOf = (bytes: Buffer) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** What a passkey stores of its owner: the two ids, 16 bytes each. */
export const userHandleOf = ({ workspaceId, memberId }: UserHandle): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat([bytesOf(workspaceId), bytesOf(memberId)]))

/** @param text base64url, as browsers send it. @returns undefined for one that is not ours */
export function readUserHandle(text: string): UserHandle | undefined {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length !== 32) return undefined
  return { workspaceId: uuidOf(bytes.subarray(0, 16)), memberId: uuidOf(bytes.subarray(16)) }
}
