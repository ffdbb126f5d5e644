import { isUnavailable } from '#db/is-unavailable.ts'
import type { WorkspaceReading } from '#db/reading.ts'
import { bounds, searchBounds } from '#app/kit/limits.ts'
import { placeOfPage, rowsBefore } from '#app/kit/list-page.ts'
import type { Parts } from '#app/kit/parts.ts'
import { queueRefresh } from '#app/plan/summary/queue-refresh.server.ts'
import type { PersonActor, Standing } from '#app/policy/policy.ts'
import { isBehind, keepWords } from '../words/keep-words.server.ts'
import { type ThingKind, thingKinds } from '../words/thing-kind.ts'
import type { Correction, FoundKind } from './found-things.ts'
import { rarestFirst } from './hits.server.ts'
import { type SearchReading, listThings } from './list-things.server.ts'
import { type MeantWord, findMeantWords } from './find-meant-words.server.ts'
import type { Search } from './read-search.ts'

export type SearchResult = {
  kinds: FoundKind[]
  corrections: Correction[]
  /** Words that find something alone, where all together find nothing. */
  alone: string[]
  /** Whether some plans were changed a moment ago and are not looked through yet. */
  isBehind: boolean
}

type Needs = Pick<Parts, 'reads' | 'db' | 'boss' | 'clock'>
type Reader = { actor: PersonActor; standings: ReadonlySet<Standing> }

/**
 * What a member finds: of each kind the first few, or a page of one. What was changed since the last search is taken in first, as far as a page can
 * wait for it; the rest is left to the worker.
 */
export async function getSearch(parts: Needs, { actor, standings }: Reader, search: Search): Promise<SearchResult> {
  const { workspaceId } = actor
  const isLeft = await takeIn(parts, workspaceId)
  return parts.reads.in(workspaceId, async (trx) => {
    const words = await findMeantWords(trx, workspaceId, search.words)
    const corrections = words.flatMap(({ typed, meant, isCorrected }) =>
      isCorrected && meant.length > 0 ? [{ typed, meant }] : [],
    )
    const known = words.filter(({ meant }) => meant.length > 0)
    const reading = {
      workspaceId,
      standings,
      now: parts.clock.now(),
      marked: new Set(known.flatMap(({ meant }) => meant)),
    }
    const isUnknown = known.length === 0 || known.length < words.length
    const kinds = isUnknown ? [] : await readKinds(trx, reading, words, search)
    const isNothing = kinds.length === 0 && words.length > 1
    return { kinds, corrections, alone: isNothing ? known.map(({ typed }) => typed) : [], isBehind: isLeft }
  })
}

/** @returns whether there may be more to take in */
async function takeIn(parts: Needs, workspaceId: string): Promise<boolean> {
  if (!(await parts.reads.in(workspaceId, (trx) => isBehind(trx, workspaceId)))) return false
  await parts.reads.end()
  const isMore = await keepWords(parts, workspaceId).catch((error: unknown) => {
    // Others hold what it needs: this search goes without.
    if (!isUnavailable(error)) throw error
    return true
  })
  if (isMore) await queueRefresh(parts, workspaceId)
  return isMore
}

async function readKinds(
  trx: WorkspaceReading,
  about: Omit<SearchReading, 'words'>,
  words: readonly MeantWord[],
  { kind, page }: Search,
): Promise<FoundKind[]> {
  const reading = { ...about, words: await rarestFirst(trx, { workspaceId: about.workspaceId, words }) }
  const found = await Promise.all(
    (kind === null ? thingKinds : [kind]).map((each) =>
      kind === null ? readFirst(trx, reading, each) : readPage(trx, reading, { kind: each, page }),
    ),
  )
  return found.filter(({ total }) => total > 0)
}

async function readFirst(trx: WorkspaceReading, reading: SearchReading, kind: ThingKind): Promise<FoundKind> {
  const found = await listThings[kind](trx, reading, { limit: searchBounds.firstThings, offset: 0 })
  return { kind, ...found, page: 1, pages: 1 }
}

/** A page past the end is none: how many there are is known with the rows. */
async function readPage(
  trx: WorkspaceReading,
  reading: SearchReading,
  { kind, page }: { kind: ThingKind; page: number },
): Promise<FoundKind> {
  const asked = Math.min(page, Math.ceil((searchBounds.things + 1) / bounds.listRows))
  const read = (at: number) =>
    listThings[kind](trx, reading, { limit: bounds.listRows, offset: rowsBefore({ page: at }) })
  const found = await read(Math.max(1, asked))
  const shown = found.total === 0 && asked > 1 ? await read(1) : found
  const place = placeOfPage(shown.total, found === shown ? asked : 1)
  return { kind, ...shown, page: place.page, pages: place.pages }
}
