import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import { bounds } from '#app/kit/limits.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { getReferencesPage } from '#app/references/board/board-queries.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { setUp } from '#tests/factories/plan-setting.ts'
import { testDatabase } from '#tests/harness/database.ts'

const copies = 2 * bounds.listRows + 10

/** A plan with a confirmed win and a consent, and many like it. */
async function manyWins() {
  const it = await setUp()
  const { ownerDb } = await testDatabase()
  const sent = () => ({ actor: it.champion, scopeId: it.planId, idempotencyKey: newId() })
  await runCommand(it.parts, confirmFirstWin, { ...sent(), input: { winVersion: 1, measuredValue: '1' } })
  await runCommand(it.parts, giveConsent, { ...sent(), input: { winVersion: 2, kinds: ['logo'] } })
  await ownerDb.connection().execute(async (own) => {
    await sql`create temp table more on commit preserve rows as
      select gen_random_uuid() as id from generate_series(1, ${sql.lit(copies)})`.execute(own)
    const copy = (table: string, key: string) =>
      sql`insert into ${sql.table(table)}
        select (jsonb_populate_record(old, jsonb_build_object(${sql.lit(key)}, more.id))).* from more, ${sql.table(table)} old
        where old.${sql.ref(key)} = ${it.planId}`.execute(own)
    await copy('plan', 'id')
    for (const table of ['plan_participant', 'win_result', 'reference']) await copy(table, 'plan_id')
    await sql`drop table more`.execute(own)
  })
  return it
}

const consent = fc.record({
  state: fc.constantFrom('agreed', 'agreed', 'agreed', 'declined', 'later'),
  until: fc.constantFrom(null, '2026-06-16', '2026-06-17', '2026-06-18'),
  timeZone: fc.constantFrom('Europe/Berlin', 'Pacific/Kiritimati', 'America/Los_Angeles'),
  winVersion: fc.constantFrom(2, 2, 3),
})

test('as many references are counted as agreed as the board shows, each win stands on one page', async () => {
  const it = await manyWins()
  const plans = await inWorkspace(it.parts.db, it.workspaceId, (trx) => trx.selectFrom('plan').select('id').execute())
  const hours = ['2026-06-17T00:30:00Z', '2026-06-17T08:00:00Z', '2026-06-17T23:30:00Z']
  const [sample = []] = fc.sample(fc.array(consent, { minLength: plans.length, maxLength: plans.length }), 1)
  await inWorkspace(it.parts.db, it.workspaceId, async (trx) => {
    for (const [at, { state, until, timeZone, winVersion }] of sample.entries()) {
      const id = plans[at]?.id ?? ''
      const limits = JSON.stringify({ quoteText: null, until, note: null })
      const given = state === 'agreed' ? { limits } : { kinds: [], limits: null, covers: null }
      await trx.updateTable('plan').set({ timeZone, winVersion }).where('id', '=', id).execute()
      await trx
        .updateTable('reference')
        .set({ state, ...given })
        .where('planId', '=', id)
        .execute()
    }
  })
  for (const hour of hours) {
    it.parts.clock.set(hour)
    const pages = await Promise.all([1, 2, 3].map((page) => getReferencesPage(it.parts, it.lead, page)))
    const rows = pages.flatMap(({ list }) => list.rows)
    expect(new Set(rows.map(({ planId }) => planId)).size).toBe(plans.length)
    const agreed = rows.filter(({ answer }) => answer === 'agreed').length
    expect(pages.map((page) => page.agreed)).toEqual([agreed, agreed, agreed])
    expect(agreed).toBeGreaterThan(0)
    expect(agreed).toBeLessThan(plans.length)
  }
})
