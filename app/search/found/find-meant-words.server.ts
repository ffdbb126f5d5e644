import { sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import { searchBounds } from '#app/kit/limits.ts'
import { closestWords } from '../words/closest-words.ts'
import { partOfBeginning, partsOfWord } from '../words/parts-of-word.ts'

/** A word as it was typed, and those of the workspace that it may mean: that begin with it, else that it is a typo of. */
export type MeantWord = { typed: string; meant: string[]; isCorrected: boolean }

/** What each typed word may mean in this workspace. One query, and one more where no word begins with one of them. */
export async function findMeantWords(
  trx: WorkspaceReading,
  workspaceId: string,
  words: readonly string[],
): Promise<MeantWord[]> {
  const begun = await wordsBeginningWith(trx, workspaceId, words)
  const unknown = words.filter((typed) => begun.every((found) => found.typed !== typed))
  const alike = unknown.length === 0 ? [] : await wordsLike(trx, workspaceId, unknown)
  const wordsFor = (typed: string, found: readonly Found[]) =>
    found.flatMap((one) => (one.typed === typed ? [one.word] : []))
  return words.map((typed) =>
    unknown.includes(typed)
      ? { typed, meant: closestWords(typed, wordsFor(typed, alike)), isCorrected: true }
      : { typed, meant: wordsFor(typed, begun), isCorrected: false },
  )
}

/** A typed word, and one that it may mean. */
type Found = { typed: string; word: string }

/** Sorts after every letter. */
const afterAll = '\u{10ffff}'

function wordsBeginningWith(trx: WorkspaceReading, workspaceId: string, words: readonly string[]) {
  const parts = words.map(partOfBeginning)
  const ends = words.map((word) => word + afterAll)
  const found = sql<Found>`(
    select asked.typed, one.word
    from unnest(${words}::text[], ${parts}::text[], ${ends}::text[]) as asked (typed, part, ending)
    cross join lateral (
      select search_part.word from search_part
      where search_part.workspace_id = ${workspaceId}::uuid and search_part.part = asked.part
        and search_part.word >= asked.typed and search_part.word < asked.ending
      order by search_part.word limit ${searchBounds.endings}
    ) as one
  )`
  return trx.selectFrom(found.as('found')).select(['found.typed', 'found.word']).execute()
}

/** For each typed word those that share most parts with it. */
function wordsLike(trx: WorkspaceReading, workspaceId: string, words: readonly string[]) {
  const parts = words.flatMap((typed) => partsOfWord(typed).map((part) => ({ typed, part })))
  const [typed, part] = [parts.map((it) => it.typed), parts.map((it) => it.part)]
  const found = sql<Found>`(
    select asked.typed, one.word
    from unnest(${words}::text[]) as asked (typed)
    cross join lateral (
      select search_part.word
      from unnest(${typed}::text[], ${part}::text[]) as own (typed, part)
      join search_part on search_part.workspace_id = ${workspaceId}::uuid and search_part.part = own.part
      where own.typed = asked.typed
      group by search_part.word
      order by count(*) desc, search_part.word limit ${searchBounds.candidates}
    ) as one
  )`
  return trx.selectFrom(found.as('found')).select(['found.typed', 'found.word']).execute()
}
