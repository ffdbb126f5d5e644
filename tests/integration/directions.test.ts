import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { seedDemo } from '#app/demo/seed-demo.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { type TestParts, testParts } from '#tests/factories/parts.ts'
import { bundlePages, crawl } from '#tests/harness/bundle-pages.ts'
import { runClock } from '#tests/harness/clock.ts'
import { testDatabase } from '#tests/harness/database.ts'
import { mixedDirections } from '#tests/harness/isolation.ts'
import { triesEveryCombination } from '#tests/reach/which-combinations.ts'

/** The sample workspace with every name and every text in Hebrew, as if it had been stored before there was a rule for any of them. */

let parts: TestParts
let workspaceId: string
let reader: Awaited<ReturnType<typeof bundlePages>>

/** What people type, by table. */
const typed: Record<string, string[]> = {
  account: ['name'],
  activity: ['actor_name', 'subject'],
  agreement: ['person_name'],
  api_key: ['name'],
  member: ['name', 'job_title'],
  milestone: ['title'],
  objection: ['person_name', 'answered_by', 'reason', 'answer'],
  participant: ['name', 'job_title'],
  passkey: ['name'],
  plan: [
    'project',
    'critical_reason',
    'if_missed',
    'win_statement',
    'win_measure',
    'win_unit',
    'win_announced_to',
    'calendar_checked_by',
  ],
  plan_participant: ['name'],
  security_event: ['person_name'],
  situation: ['critical_issue', 'reasons', 'capabilities_needed', 'difference', 'person_name', 'job_title'],
  task: ['title', 'sent_back_by', 'sent_back_reason', 'owner_placeholder'],
  measurement: ['note'],
  win_answer: ['text', 'person_name'],
  win_result: ['announced_to', 'unit', 'measure', 'statement'],
  workspace: ['name'],
}

beforeAll(async () => {
  const { db, appUrl, ownerDb } = await testDatabase()
  parts = await testParts(db, appUrl, { now: runClock.now().toISOString() })
  const { rep } = await seedDemo(parts, { baseUrl: 'http://localhost:3000' })
  workspaceId = rep.split('/link/')[1]?.split('.')[0] ?? ''
  reader = await bundlePages(parts)
  for (const [table, columns] of Object.entries(typed))
    for (const column of columns) {
      // Different ones for different texts, where names must differ; the override would turn all that follows.
      const hebrew = sql`translate(substr(md5(${sql.ref(column)}::text), 1, 5), '0123456789abcdef', 'אבגדהוזחטיכלמנסע') || '\u202e!'`
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${hebrew} where ${sql.ref(column)} is not null`.execute(
        ownerDb,
      )
    }
}, 600_000)

/** An admin, who sees each page of the vendor, and one champion of each state of a plan. */
async function people() {
  return inWorkspace(parts.db, workspaceId, async (trx) => {
    const members = await trx.selectFrom('member').select(['id', 'roles']).execute()
    const champions = await trx
      .selectFrom('planParticipant')
      .innerJoin('plan', (join) =>
        join
          .onRef('plan.workspaceId', '=', 'planParticipant.workspaceId')
          .onRef('plan.id', '=', 'planParticipant.planId'),
      )
      .distinctOn('plan.state')
      .select(['planParticipant.participantId', 'planParticipant.planId'])
      .where('role', '=', 'champion')
      .where('plan.archivedAt', 'is', null)
      .execute()
    return [
      {
        person: { memberId: members.find(({ roles }) => roles.includes('admin'))?.id ?? '' },
        from: ['/plans', '/plans?show=all'],
      },
      ...champions.map(({ participantId, planId }) => ({
        person: { participantId },
        from: [`/plans/${planId}`, '/your-plans'],
      })),
    ]
  })
}

/** Every kind of page, and so many of each; `npm run reach` reads all. */
const mostAlike = triesEveryCombination ? Infinity : 6

test('text from right to left stands apart from the words around it, on every page', { timeout: 600_000 }, async () => {
  const mixed = new Set<string>()
  let count = 0
  for (const { person, from } of await people()) {
    // Pictures and files are no pages.
    const skips =
      /^\/(sign-out|logos|look|assets)|\/export|\/card\/picture|\/tasks\/[^/]+\/calendar|\/(tasks|milestones)\/(?!new)[^?]*[1-9a-f]$/
    for (const { path, status, html } of await crawl(await reader(workspaceId, person), from, {
      skips,
      most: 900,
      mostAlike,
    })) {
      expect(status, path).toBeLessThan(500)
      expect(html, path).not.toMatch(/[\u202a-\u202e\u2066\u2067]/)
      if (/[\u0590-\u05ff]/.test(html)) count++
      for (const place of mixedDirections(html)) mixed.add(`${path.replace(/[0-9a-f-]{36}/g, '…')} ${place}`)
    }
  }
  expect(count).toBeGreaterThan(50)
  expect([...mixed]).toEqual([])
})
