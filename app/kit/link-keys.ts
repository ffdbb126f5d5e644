import { createHash } from 'node:crypto'

/** LINK_SECRET, and earlier secrets whose links still work. */
export type LinkKeys = { linkSecret: string; linkSecretsBefore?: readonly string[] }

/** Every secret, the newest first: only that one is used for new links. */
export const secretsOf = ({ linkSecret, linkSecretsBefore = [] }: LinkKeys): readonly [string, ...string[]] => [
  linkSecret,
  ...linkSecretsBefore,
]

/** Identifies a secret without revealing it: 48 bits of a hash of a secret that no one can guess. */
export const keyIdOf = (secret: string): string =>
  createHash('sha256').update(`firstwin key id: ${secret}`).digest('base64url').slice(0, 8)
