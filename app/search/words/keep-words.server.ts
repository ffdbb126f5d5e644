import { sql } from 'kysely'
import type { Database } from '#db/connection.ts'
import { type WorkspaceTransaction, storeComputed } from '#db/workspace.ts'
import type { WorkspaceReading } from '#db/reading.ts'
import { searchBounds } from '#app/kit/limits.ts'
import { searchedWords } from '#app/ui/searched-words.ts'
import { partsOfWord } from './parts-of-word.ts'
import { readTexts } from './read-texts.server.ts'

/** A word that stands in something. */
type Word = { planId: string; kind: string; thingId: string; word: string }

/** Whether the words of any plan are behind its changes. */
export async function isBehind(trx: WorkspaceReading, workspaceId: string): Promise<boolean> {
  const found = await behind(trx, workspaceId).limit(1).execute()
  return found.length > 0
}

/**
 * Brings the words of plans that were changed since up to date, some plans at a time. A plan that someone is changing at this moment is left for
 * the next time.
 * @returns whether there may be more
 */
export async function keepWords({ db }: { db: Database }, workspaceId: string): Promise<boolean> {
  const found = await storeComputed(db, workspaceId, (trx) => keepSome(trx, workspaceId))
  return found === searchBounds.plansAtOnce
}

/** Brings the words of a whole workspace up to date. For the worker. */
export async function keepAllWords(parts: { db: Database }, workspaceId: string): Promise<void> {
  for (let round = 0; round < searchBounds.rounds; round++) if (!(await keepWords(parts, workspaceId))) return
}

const behind = (trx: WorkspaceReading, workspaceId: string) =>
  trx
    .selectFrom('activityCounter')
    .select('scopeId as planId')
    .where('workspaceId', '=', workspaceId)
    .where('scope', '=', 'plan')
    .whereRef('searchedNumber', '<', 'lastNumber')

/** @returns of how many plans */
async function keepSome(trx: WorkspaceTransaction, workspaceId: string): Promise<number> {
  // One at a time, so that no word is forgotten that another plan has just got.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`search ${workspaceId}`}, 0))`.execute(trx)
  const locked = await behind(trx, workspaceId).limit(searchBounds.plansAtOnce).forNoKeyUpdate().skipLocked().execute()
  const planIds = locked.map(({ planId }) => planId)
  if (planIds.length === 0) return 0
  const [texts, kept] = await Promise.all([
    readTexts(trx, { workspaceId, planIds }),
    trx
      .selectFrom('searchWord')
      .select(['planId', 'kind', 'thingId', 'word'])
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', sql<string>`any(${planIds}::uuid[])`)
      .execute(),
  ])
  const now = new Map<string, Word>()
  for (const { texts: own, ...thing } of texts)
    for (const word of searchedWords(own.join(' '))) now.set(keyOf({ ...thing, word }), { ...thing, word })
  const before = new Map(kept.map((word) => [keyOf(word), word]))
  await addWords(
    trx,
    workspaceId,
    [...now].flatMap(([key, word]) => (before.has(key) ? [] : [word])),
  )
  await removeWords(
    trx,
    workspaceId,
    [...before].flatMap(([key, word]) => (now.has(key) ? [] : [word])),
  )
  await trx
    .updateTable('activityCounter')
    .set(({ ref }) => ({ searchedNumber: ref('lastNumber') }))
    .where('workspaceId', '=', workspaceId)
    .where('scope', '=', 'plan')
    .where('scopeId', '=', sql<string>`any(${planIds}::uuid[])`)
    .execute()
  return planIds.length
}

const keyOf = ({ planId, kind, thingId, word }: Word) => [planId, kind, thingId, word].join(' ')

/** The columns of some words, each as a list: one statement takes any number. */
const columnsOf = (words: readonly Word[]) => ({
  planIds: words.map(({ planId }) => planId),
  kinds: words.map(({ kind }) => kind),
  thingIds: words.map(({ thingId }) => thingId),
  words: words.map(({ word }) => word),
})

async function addWords(trx: WorkspaceTransaction, workspaceId: string, added: readonly Word[]) {
  if (added.length === 0) return
  const { planIds, kinds, thingIds, words } = columnsOf(added)
  await sql`
    insert into search_word (workspace_id, plan_id, kind, thing_id, word)
    select ${workspaceId}::uuid, plan_id, kind, thing_id, word
    from unnest(${planIds}::uuid[], ${kinds}::text[], ${thingIds}::uuid[], ${words}::text[]) as added (plan_id, kind, thing_id, word)
    on conflict do nothing`.execute(trx)
  const parts = [...new Set(words)].sort().flatMap((word) => partsOfWord(word).map((part) => ({ word, part })))
  await sql`
    insert into search_part (workspace_id, part, word)
    select ${workspaceId}::uuid, part, word
    from unnest(${parts.map(({ part }) => part)}::text[], ${parts.map(({ word }) => word)}::text[]) as added (part, word)
    on conflict do nothing`.execute(trx)
}

/** Words that stand in nothing any longer are forgotten altogether. */
async function removeWords(trx: WorkspaceTransaction, workspaceId: string, removed: readonly Word[]) {
  if (removed.length === 0) return
  const { planIds, kinds, thingIds, words } = columnsOf(removed)
  await sql`
    delete from search_word
    using unnest(${planIds}::uuid[], ${kinds}::text[], ${thingIds}::uuid[], ${words}::text[]) as gone (plan_id, kind, thing_id, word)
    where search_word.workspace_id = ${workspaceId}::uuid and search_word.plan_id = gone.plan_id
      and search_word.word = gone.word and search_word.kind = gone.kind and search_word.thing_id = gone.thing_id`.execute(
    trx,
  )
  await sql`
    delete from search_part
    where search_part.workspace_id = ${workspaceId}::uuid and search_part.word = any(${[...new Set(words)]}::text[])
      and not exists (
        select from search_word
        where search_word.workspace_id = ${workspaceId}::uuid and search_word.word = search_part.word)`.execute(trx)
}
