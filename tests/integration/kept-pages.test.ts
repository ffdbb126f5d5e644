import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AppLoadContext } from '@remix-run/node'
import { acceptParticipant } from '#app/access/participants/accept-participant.server.ts'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import { day, hour, minute } from '#app/kit/durations.ts'
import { newId } from '#app/kit/ids.ts'
import { agreePlan } from '#app/plan/agreement/agree-plan.server.ts'
import { objectToPlan } from '#app/plan/agreement/object-to-plan.server.ts'
import { archivePlan } from '#app/plan/closing/archive-plan.server.ts'
import { restorePlan } from '#app/plan/closing/restore-plan.server.ts'
import { insertPlan } from '#app/plan/core/insert-plan.server.ts'
import { shareForecast } from '#app/plan/forecast/share-forecast.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { reopenTask } from '#app/plan/task/reopen-task.server.ts'
import { setTeam } from '#app/plan/team/set-team.server.ts'
import { editTerms } from '#app/plan/terms/edit-terms.server.ts'
import { undoChange } from '#app/plan/undo/undo-change.server.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { redirectTelling } from '#app/runner/outcome-cookie.server.ts'
import { withKeptPages } from '#app/server/kept-pages.server.ts'
import { changeWorkspace } from '#app/workspace/settings/change-workspace.server.ts'
import { recordMeasurement } from '#app/value/win/record-measurement.server.ts'
import { type Setting, setUp } from '#tests/factories/plan-setting.ts'
import { haldenPlan, makeMember, makeParticipant } from '#tests/factories/workspace.ts'
import { bundleAnswer, cookieOf } from '#tests/harness/bundle-pages.ts'
import { testDatabase } from '#tests/harness/database.ts'
import { inWorkspace } from '#db/workspace.ts'

type Answer = (request: Request, context: AppLoadContext) => Promise<Response>

let bundle: Answer
let it: Staged
/** How many pages were made, rather than taken from those kept. */
let made = 0
let kept: Answer

beforeAll(async () => {
  bundle = await bundleAnswer()
}, 240_000)

beforeEach(async () => {
  made = 0
  it = await stage()
  kept = withKeptPages((request, context) => {
    made++
    return bundle(request, context)
  }, 10_000_000)
})

/** A plan with a waiting colleague, and a second plan with the same champion. */
async function stage() {
  const setting = await setUp()
  const { parts, workspaceId, accountId, planId, lead, champion } = setting
  const admin = await makeMember(parts.db, workspaceId, { name: 'Ana Costa', roles: ['admin'] })
  const seat = { planId, role: 'contributor', accepted: false } as const
  const waiting = await makeParticipant(parts.db, workspaceId, accountId, { name: 'Ole Lund', seat })
  const other = await inWorkspace(parts.db, workspaceId, async (trx) => {
    const plan = haldenPlan({ workspaceId, accountId, leadId: lead.id, project: 'A second plan' })
    const inserted = await insertPlan(trx, plan, parts.clock.now())
    await trx
      .insertInto('planParticipant')
      .values({
        workspaceId,
        planId: inserted.planId,
        participantId: champion.id,
        name: champion.name,
        role: 'champion',
        invitedAt: parts.clock.now(),
        joinedAt: parts.clock.now(),
        acceptedAt: parts.clock.now(),
      })
      .execute()
    return inserted
  })
  const people = { lead, admin, champion, viewer: setting.viewer, waiting }
  const cookies = new Map<string, string>()
  for (const [who, actor] of Object.entries(people))
    cookies.set(
      who,
      await cookieOf(
        parts,
        workspaceId,
        actor.kind === 'member' ? { memberId: actor.id } : { participantId: actor.id },
      ),
    )
  return { ...setting, ...people, cookies, otherPlanId: other.planId }
}

type Staged = Setting & Awaited<ReturnType<typeof stage>>
type Who = 'lead' | 'admin' | 'champion' | 'viewer' | 'waiting'

/** One look at the plan, by the kept pages or afresh, with the marks of the request replaced by their names. */
async function look(answer: Answer, who: Who, { search = '', cookie = '' } = {}) {
  const marks = { requestId: newId().slice(0, 9), cspNonce: `${newId()}==`, formKey: newId() }
  const headers = { cookie: `${it.cookies.get(who) ?? ''}; ${cookie}`, 'accept-language': 'en-GB,de;q=0.5' }
  const request = new Request(`${it.parts.environment.appUrl}/plans/${it.planId}${search}`, { headers })
  const keeping = { formKey: marks.formKey, keep: () => undefined }
  const response = await answer(request, { parts: it.parts, ...marks, ...(answer === bundle ? { keeping } : {}) })
  const html = await response.text()
  const formKey = /value="([0-9a-f-]{36}):sign-out"/.exec(html)?.[1] ?? marks.formKey
  const page = html
    .replaceAll(marks.cspNonce, 'NONCE')
    .replaceAll(marks.requestId, 'REQUEST')
    .replaceAll(formKey, 'KEY')
  return { status: response.status, type: response.headers.get('content-type'), page, formKey }
}

async function expectFresh(who: Who, search = '') {
  const [before, now] = [await look(kept, who, { search }), await look(bundle, who, { search })]
  expect([before.status, before.type]).toEqual([now.status, now.type])
  if (before.page === now.page) return
  // A whole page would hide what differs.
  const at = [...now.page].findIndex((letter, index) => letter !== before.page[index])
  expect(before.page.slice(at - 200, at + 200)).toBe(now.page.slice(at - 200, at + 200))
}

const write = (work: Parameters<typeof inWorkspace<unknown>>[2]) => inWorkspace(it.parts.db, it.workspaceId, work)

const pass = (milliseconds: number) => it.parts.clock.set(new Date(it.parts.clock.now().getTime() + milliseconds))

/** What may change between two looks; what is refused at that moment changes nothing. */
const changes: Record<string, (nth: number) => Promise<unknown>> = {
  'a task is done': () =>
    runCommand(it.parts, completeTask, {
      actor: it.champion,
      scopeId: it.planId,
      input: { taskId: it.taskIds['scope'] },
    }),
  'it is open again': () =>
    runCommand(it.parts, reopenTask, { actor: it.lead, scopeId: it.planId, input: { taskId: it.taskIds['scope'] } }),
  'a task is edited': (nth) =>
    runCommand(it.parts, editTask, {
      actor: it.lead,
      scopeId: it.planId,
      input: { taskId: it.taskIds['legal'], title: `Contract ${nth % 3}`, durationDays: String(10 + (nth % 60)) },
    }),
  'a task becomes private': (nth) =>
    runCommand(it.parts, editTask, {
      actor: it.lead,
      scopeId: it.planId,
      input: { taskId: it.taskIds['build'], side: 'vendor', private: nth % 2 ? 'yes' : '' },
    }),
  'the last change is undone': async () => {
    const last = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
      trx.selectFrom('planUndo').select('number').orderBy('number', 'desc').limit(1).executeTakeFirst(),
    )
    const input = { number: String(last?.number ?? 1) }
    return runCommand(it.parts, undoChange, { actor: it.lead, scopeId: it.planId, input })
  },
  'the customer agrees': () =>
    runCommand(it.parts, agreePlan, { actor: it.champion, scopeId: it.planId, input: { termsVersion: '1' } }),
  'the lead agrees': () =>
    runCommand(it.parts, agreePlan, { actor: it.lead, scopeId: it.planId, input: { termsVersion: '1' } }),
  'the champion objects': (nth) =>
    runCommand(it.parts, objectToPlan, {
      actor: it.champion,
      scopeId: it.planId,
      input: { reason: `Too late ${nth}` },
    }),
  'the forecast is shared': () =>
    runCommand(it.parts, shareForecast, { actor: it.lead, scopeId: it.planId, input: {} }),
  'a value is measured': (nth) =>
    runCommand(it.parts, recordMeasurement, {
      actor: it.champion,
      scopeId: it.planId,
      input: { measuredValue: String(nth) },
    }),
  'a colleague is accepted': () =>
    runCommand(it.parts, acceptParticipant, {
      actor: it.champion,
      scopeId: it.planId,
      input: { participantId: it.waiting.id },
    }),
  'a colleague is removed': () =>
    runCommand(it.parts, removeParticipant, {
      actor: it.champion,
      scopeId: it.planId,
      input: { participantId: it.viewer.id },
    }),
  'somebody is invited': (nth) =>
    runCommand(it.parts, inviteParticipant, {
      actor: it.lead,
      scopeId: it.planId,
      input: { name: `Guest ${nth}`, email: `guest.${nth}@halden.example`, role: 'viewer' },
    }),
  'the invited open it': () =>
    write((trx) =>
      trx
        .updateTable('planParticipant')
        .set({ joinedAt: it.parts.clock.now() })
        .where('joinedAt', 'is', null)
        .execute(),
    ),
  'the team changes': (nth) =>
    runCommand(it.parts, setTeam, {
      actor: it.lead,
      scopeId: it.planId,
      input: { leadId: it.lead.id, team: nth % 2 ? [it.admin.id] : [] },
    }),
  'the terms change': (nth) =>
    runCommand(it.parts, editTerms, { actor: it.lead, scopeId: it.planId, input: { project: `Project ${nth % 2}` } }),
  'another plan is renamed': (nth) =>
    runCommand(it.parts, editTerms, {
      actor: it.lead,
      scopeId: it.otherPlanId,
      input: { project: `Other ${nth % 2}` },
    }),
  'the plan is archived': () => runCommand(it.parts, archivePlan, { actor: it.lead, scopeId: it.planId, input: {} }),
  'it is restored': () => runCommand(it.parts, restorePlan, { actor: it.lead, scopeId: it.planId, input: {} }),
  'the workspace is renamed': (nth) =>
    runCommand(it.parts, changeWorkspace, {
      actor: it.admin,
      scopeId: it.workspaceId,
      input: { name: `Brightline ${nth % 2}`, accent: nth % 3 ? '#1f4e46' : '#0b5394' },
    }),
  'the account is renamed': (nth) =>
    write((trx) =>
      trx
        .updateTable('account')
        .set({ name: `Halden ${nth % 2}` })
        .execute(),
    ),
  'a member is renamed': (nth) =>
    write((trx) =>
      trx
        .updateTable('member')
        .set({ name: `Sam ${nth % 2}` })
        .where('id', '=', it.lead.id)
        .execute(),
    ),
  'a person of the customer is renamed': (nth) =>
    write((trx) =>
      trx
        .updateTable('planParticipant')
        .set({ name: `Priya ${nth % 2}` })
        .where('participantId', '=', it.champion.id)
        .execute(),
    ),
  'a role is taken': (nth) =>
    write((trx) =>
      trx
        .updateTable('member')
        .set({ roles: nth % 2 ? ['admin'] : ['support'] })
        .where('id', '=', it.admin.id)
        .execute(),
    ),
  'a session ends': () =>
    write((trx) =>
      trx
        .updateTable('session')
        .set({ endedAt: it.parts.clock.now() })
        .where('participantId', '=', it.waiting.id)
        .execute(),
    ),
  'emails are held': async () => {
    const { ownerDb } = await testDatabase()
    await ownerDb
      .insertInto('operations.emailHold')
      .values({ since: it.parts.clock.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  },
  'emails are released': async () => {
    const { ownerDb } = await testDatabase()
    await ownerDb.deleteFrom('operations.emailHold').execute()
  },
  'seconds pass': (nth) => Promise.resolve(pass((1 + (nth % 59)) * 1_000)),
  'two minutes pass': () => Promise.resolve(pass(2 * minute + 1_000)),
  'hours pass': (nth) => Promise.resolve(pass((1 + (nth % 9)) * hour)),
  'a day passes': () => Promise.resolve(pass(day)),
}

const readers = ['lead', 'admin', 'champion', 'viewer', 'waiting'] as const satisfies Who[]
const step = fc.record({
  change: fc.constantFrom(...Object.keys(changes)),
  nth: fc.nat(1_000),
  who: fc.constantFrom(...readers),
  search: fc.constantFrom('', '', '?show=mine'),
})

test('whatever happens between two looks, a kept page is byte for byte the one that would be made now', async () => {
  let looks = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 25 }), async (steps) => {
      it = await stage()
      await changes['emails are released']?.(0)
      for (const { change, nth, who, search } of steps) {
        await changes[change]?.(nth).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error
        })
        looks += 2
        await expectFresh(who, search)
        await expectFresh(who, search)
      }
    }),
    { numRuns: 4, endOnFailure: true },
  )
  // Otherwise nothing was kept, and nothing tried.
  expect(made).toBeLessThan(looks * 0.7)
}, 300_000)

describe('nobody gets the page of somebody else', () => {
  const secret = 'Margin 41 percent'

  beforeEach(async () => {
    await runCommand(it.parts, editTask, {
      actor: it.lead,
      scopeId: it.planId,
      input: { taskId: it.taskIds['build'], title: secret, side: 'vendor', private: 'yes' },
    })
  })

  test('each reader has a page of their own, kept apart, and form keys that nobody else gets', async () => {
    const keys = new Set<string>()
    for (const round of [1, 2, 3])
      for (const who of readers) {
        const { status, page, formKey } = await look(kept, who)
        expect(status, `${who}, round ${round}`).toBe(200)
        expect(page.includes(secret), who).toBe(who === 'lead' || who === 'admin')
        expect(page).toContain(it[who].name)
        keys.add(formKey)
      }
    expect(made).toBe(readers.length)
    expect(keys.size).toBe(3 * readers.length)
  })

  test('a wrong secret, an ended session and a removed person get none, however often it was opened before', async () => {
    await look(kept, 'lead')
    await look(kept, 'champion')
    expect((await look(kept, 'lead')).status).toBe(200)
    expect(made).toBe(2)
    const right = it.cookies.get('lead') ?? ''
    it.cookies.set('lead', right.slice(0, -1) + (right.endsWith('A') ? 'B' : 'A'))
    expect((await look(kept, 'lead')).status).toBe(401)
    it.cookies.set('lead', right)
    await write((trx) =>
      trx.updateTable('session').set({ endedAt: it.parts.clock.now() }).where('memberId', '=', it.lead.id).execute(),
    )
    const ended = await look(kept, 'lead')
    expect(ended.status).toBe(401)
    expect(ended.page).not.toContain(secret)
    await write((trx) =>
      trx
        .updateTable('planParticipant')
        .set({ removedAt: it.parts.clock.now() })
        .where('participantId', '=', it.champion.id)
        .execute(),
    )
    expect((await look(kept, 'champion')).status).toBe(404)
  })

  test('a page that tells what a form did is told once', async () => {
    await look(kept, 'champion')
    const told = { words: 'You did what nobody else should read.' }
    const { headers } = redirectTelling(it.parts, it.champion.id, `/plans/${it.planId}`, told)
    const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect((await look(kept, 'champion', { cookie })).page).toContain(told.words)
    expect((await look(kept, 'champion')).page).not.toContain(told.words)
    expect(made).toBe(2)
  })
})

test('pages beyond the room there is go, those asked for longest ago first', async () => {
  const { page } = await look(bundle, 'champion')
  kept = withKeptPages(
    (request, context) => {
      made++
      return bundle(request, context)
    },
    Buffer.byteLength(page) * 1.5,
  )
  for (const who of ['champion', 'champion', 'viewer', 'viewer', 'champion'] as const) await look(kept, who)
  expect(made).toBe(3)
})
