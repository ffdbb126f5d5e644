import { createHash } from 'node:crypto'
import { chainFaults } from './chain-words.ts'

/** What an entry says of people, places and details; the hash covers it by a salted digest, so that it can be given without it. */
export type SealedContent = {
  personId: string | null
  personName: string | null
  network: string | null
  detail: Readonly<Record<string, string | null>>
}

export type SealedEvent = SealedContent & { id: string; at: Date; kind: string }

export type Seal = {
  number: number
  salt: string
  digest: string
  /** Of what is left of the content, where a person was erased from it; an entry of kind `entries erased` must name it. */
  erasedDigest?: string | null
  previous: string
  hash: string
}

/** A link by what the next one follows. */
export type ChainPlace = Pick<Seal, 'number' | 'hash'>

/** What the first entry of a workspace follows. */
export const startOfChain: ChainPlace = { number: 0, hash: '' }

const sha256 = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url')

/** PostgreSQL keeps the keys of a JSON object in an order of its own. */
const ordered = (detail: SealedContent['detail']) =>
  Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : Number(a > b)))

/** The digest that the hash covers. @param salt random, so that no one finds a name by trying names */
export const digestOf = (salt: string, { personId, personName, network, detail }: SealedContent): string =>
  sha256(salt, personId, personName, network, ordered(detail))

/** SHA-256 over the hash before, the place in the chain, what cannot be given away and the digest of what can. */
const hashOf = (workspaceId: string, { id, at, kind }: SealedEvent, { number, digest, previous }: Omit<Seal, 'hash'>) =>
  sha256(previous, workspaceId, number, id, at.toISOString(), kind, digest)

/** The next link of the chain. @param salt random, so that no one finds a name by trying names */
export function sealOf(
  workspaceId: string,
  event: SealedEvent,
  place: { number: number; previous: string },
  salt: string,
): Seal {
  const seal = { ...place, salt, digest: digestOf(salt, event) }
  return { ...seal, hash: hashOf(workspaceId, event, seal) }
}

/**
 * The fault of a link of the chain, given the one before it; undefined when it is valid. Where a person was erased, the rest
 * is checked against `erasedDigest`; `erasuresIn` of later entries says whether that erasure was recorded.
 */
export function chainFaultOf(
  workspaceId: string,
  event: SealedEvent | undefined,
  seal: Seal,
  before: ChainPlace,
): string | undefined {
  if (seal.number !== before.number + 1) return chainFaults.missingBefore
  if (seal.previous !== before.hash) return chainFaults.outOfOrder
  if (!event) return chainFaults.missing
  if ((seal.erasedDigest ?? seal.digest) !== digestOf(seal.salt, event)) return chainFaults.contentChanged
  return seal.hash === hashOf(workspaceId, event, seal) ? undefined : chainFaults.placeChanged
}

const erasureFormat = /^(\d+):([\w-]+)$/

/** The content digests that an entry vouches for, by the numbers of the entries from which a person was erased. */
export function erasuresIn({ kind, detail }: SealedEvent): [number, string][] {
  if (kind !== 'entries erased') return []
  return (detail['digests'] ?? '').split(' ').flatMap((pair): [number, string][] => {
    const [, number, digest] = erasureFormat.exec(pair) ?? []
    return number && digest ? [[Number(number), digest]] : []
  })
}
