import { createHash } from 'node:crypto'

/** LINK_SECRET, and those from before it that still open what was made under them. */
export type LinkKeys = { linkSecret: string; linkSecretsBefore?: readonly string[] }

/** Every secret, the newest first: things are made under that one alone. */
export const secretsOf = ({ linkSecret, linkSecretsBefore = [] }: LinkKeys): readonly [string, ...string[]] => [
  linkSecret,
  ...linkSecretsBefore,
]

/** Names a secret without telling it: 48 bits of a hash of a secret that no one can guess. */
export const keyIdOf = (secret: string): string =>
  createHash('sha256').update(`firstwin key id: ${secret}`).digest('base64url').slice(0, 8)
