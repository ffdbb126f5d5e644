import { sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import { searchBounds } from '#app/kit/limits.ts'
import type { ThingKind } from '../words/thing-kind.ts'
import type { MeantWord } from './find-meant-words.server.ts'

export type WordSearch = { workspaceId: string; words: readonly MeantWord[] }

/** Things that hold a word of their own, and each other word themselves or in the names of their plan and account. */
export type Hit = { thingId: string; exact: number }

/**
 * The things of a kind that are meant, with how many words stand in them as they were typed. Plans are looked through from the word that fewest
 * have: `words` come in that order.
 */
export function hitsOf(kind: ThingKind, { workspaceId, words }: WordSearch) {
  const all = [...new Set(words.flatMap(({ meant }) => meant))]
  const typed = words.map((word) => word.typed)
  const places = [kind, 'account', 'plan']
  const holdsEach = words.map(
    ({ meant }) => sql`exists (
      select from search_word held
      where held.workspace_id = ${workspaceId}::uuid and held.plan_id = thing.plan_id and held.word = any(${meant}::text[])
        and (held.thing_id = thing.thing_id or held.kind in ('account', 'plan')))`,
  )
  return sql<Hit>`(
    select found.thing_id, count(*) filter (where found.word = any(${typed}::text[]))::int as exact
    from (
      select thing.thing_id, thing.word
      from (
        select distinct looked.plan_id
        from (
          select rare.plan_id from search_word rare
          where rare.workspace_id = ${workspaceId}::uuid and rare.word = any(${words[0]?.meant ?? []}::text[])
            and rare.kind = any(${places}::text[])
          limit ${searchBounds.plans}
        ) looked
      ) of_plan
      join search_word thing on thing.workspace_id = ${workspaceId}::uuid and thing.plan_id = of_plan.plan_id
        and thing.kind = ${kind} and thing.word = any(${all}::text[])
      where ${sql.join(holdsEach, sql` and `)}
      limit ${searchBounds.plans}
    ) found
    group by found.thing_id
    limit ${searchBounds.things + 1}
  )`
}

/** The words, those first that stand in the fewest things. One query, where there are several. */
export async function rarestFirst(trx: WorkspaceReading, { workspaceId, words }: WordSearch): Promise<MeantWord[]> {
  if (words.length < 2) return [...words]
  const pairs = words.flatMap(({ typed, meant }) => meant.map((word) => ({ typed, word })))
  const [typed, meant] = [pairs.map((it) => it.typed), pairs.map((it) => it.word)]
  const counted = sql<{ typed: string; uses: number }>`(
    select asked.typed, counts.uses
    from unnest(${words.map((word) => word.typed)}::text[]) as asked (typed)
    cross join lateral (
      select count(*)::int as uses
      from (
        select search_word.word
        from unnest(${typed}::text[], ${meant}::text[]) as own (typed, word)
        join search_word on search_word.workspace_id = ${workspaceId}::uuid and search_word.word = own.word
        where own.typed = asked.typed
        limit ${searchBounds.plans}
      ) as used
    ) as counts
  )`
  const rows = await trx.selectFrom(counted.as('counted')).select(['counted.typed', 'counted.uses']).execute()
  const usesOf = new Map(rows.map((row) => [row.typed, row.uses]))
  return [...words].sort((a, b) => (usesOf.get(a.typed) ?? 0) - (usesOf.get(b.typed) ?? 0))
}
