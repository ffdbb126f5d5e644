import ical from 'node-ical'
import { expect, test } from 'vitest'
import { beginSession } from '#app/access/core/session.server.ts'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import { loader as openFeed } from '#app/notices/calendar/calendar-feed.route.ts'
import { endFeed, findFeedToken, renewFeed } from '#app/notices/calendar/calendar-feed.server.ts'
import * as ownCalendarPage from '#app/notices/calendar/own-calendar.page.tsx'
import { getTaskFile } from '#app/notices/calendar/calendar-queries.server.ts'
import { createLog } from '#app/kit/log.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { removeTask } from '#app/plan/task/remove-task.server.ts'
import { editTerms } from '#app/plan/terms/edit-terms.server.ts'
import type { PersonActor, Standing } from '#app/policy/policy.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { erasing } from '#tests/factories/erasing.ts'
import { loadContext } from '#tests/factories/load-context.ts'

async function stage() {
  const it = await erasing()
  const lines: string[] = []
  const log = createLog({ level: 'info', destination: { write: (line: string) => void lines.push(line) } })
  const parts = { ...it.parts, log }
  const { plan } = it
  const own = (person: { id: string; kind: string }, key: string, more: object = {}) =>
    it.within((trx) =>
      trx
        .updateTable('task')
        .set({
          ...{ ownerPlaceholder: null, ownerMemberId: null, ownerParticipantId: null },
          ...(person.kind === 'member' ? { ownerMemberId: person.id } : { ownerParticipantId: person.id }),
          ...more,
        })
        .where('id', '=', plan.taskIds[key] ?? '')
        .execute(),
    )
  const open = async (token: string) => {
    const answer = await openFeed({
      request: new Request(`http://localhost:3000/calendar/${token}`),
      params: { feed: token },
      context: loadContext(parts, { network: '203.0.113.9' }),
    })
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
  }
  const tokenOf = async (person: PersonActor) => (await findFeedToken(parts, person)) ?? ''
  const feedOf = async (person: PersonActor) => {
    if (!(await tokenOf(person))) await renewFeed(parts, person)
    return open(await tokenOf(person))
  }
  return { ...it, parts, lines, own, open, tokenOf, feedOf }
}

/** The days of a calendar, as a program reads them, by what they are called. */
function daysIn(text: string) {
  const days = new Map<string, { uid: string; from: string; until: string; version: number; isDay: boolean }>()
  const dayOf = (date: Date) =>
    [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((it) => String(it).padStart(2, '0')).join('-')
  for (const event of Object.values(ical.sync.parseICS(text)))
    if (event?.type === 'VEVENT')
      days.set(String(event.summary), {
        uid: event.uid,
        from: dayOf(event.start),
        until: dayOf(event.end ?? event.start),
        version: Number(event.sequence),
        isDay: event.datetype === 'date',
      })
  return days
}

test('a person’s calendar has their open tasks and the dates of their plans, as whole days with the next day as end', async () => {
  const it = await stage()
  const { champion } = it.plan
  await it.own(champion, 'legal')
  const { status, type, text } = await it.feedOf(champion)
  expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8'])
  const days = daysIn(text)
  expect([...days.keys()].sort()).toEqual([
    expect.stringMatching(/^Due: .+ \(Brightline\)$/) as string,
    'First win due (Brightline)',
    'Go-live due (Brightline)',
  ])
  expect(days.get('Go-live due (Brightline)')).toMatchObject({
    uid: `go-live-${it.plan.planId}@firstwin`,
    from: '2026-09-15',
    until: '2026-09-16',
    isDay: true,
  })
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const leads = [...daysIn((await it.feedOf(it.plan.lead)).text).keys()]
  expect(leads, 'a member’s own, named by the customer').toContain('Go-live due (Halden Foods)')
  expect(leads.filter((title) => title.startsWith('Due: '))).toHaveLength(2)
})

test('what changes moves under the same id with a higher version, and what was removed or done is gone', async () => {
  const it = await stage()
  const { parts, plan, order } = it
  const { champion, lead, taskIds } = plan
  await it.own(champion, 'legal')
  await it.own(champion, 'scope')
  const before = daysIn((await it.feedOf(champion)).text)
  await runCommand(parts, editTerms, { ...order(lead), input: { criticalDate: '2026-09-22' } })
  const after = daysIn((await it.feedOf(champion)).text)
  const goLive = 'Go-live due (Brightline)'
  expect(after.get(goLive)).toMatchObject({ uid: before.get(goLive)?.uid, from: '2026-09-22', until: '2026-09-23' })
  expect(after.get(goLive)?.version).toBeGreaterThan(before.get(goLive)?.version ?? 0)
  await runCommand(parts, completeTask, { ...order(champion), input: { taskId: taskIds['scope'] } })
  await runCommand(parts, removeTask, { ...order(lead), input: { taskId: taskIds['legal'] } })
  expect(daysIn((await it.feedOf(champion)).text).size).toBe(2)
})

test('a calendar shows what its reader may see now, and nothing of the other side’s own', async () => {
  const it = await stage()
  const { champion, contributor, lead } = it.plan
  const secret = 'The walrus clause'
  await it.own(champion, 'legal', { title: secret, privateTo: 'vendor' })
  expect((await it.feedOf(champion)).text).not.toContain('walrus')
  await it.own(contributor, 'legal', { privateTo: 'customer' })
  const seat = (acceptedAt: Date | null) =>
    it.within((trx) =>
      trx.updateTable('planParticipant').set({ acceptedAt }).where('participantId', '=', contributor.id).execute(),
    )
  expect((await it.feedOf(contributor)).text, 'a private task of one’s own side').toContain('walrus')
  await seat(null)
  expect((await it.feedOf(contributor)).text, 'not accepted').not.toContain('walrus')
  expect((await it.feedOf(lead)).text).not.toContain('walrus')
})

test('a goal that was reached is due no longer, and an address that no longer works says so in words', async () => {
  const it = await stage()
  const { champion } = it.plan
  await it.within((trx) =>
    trx
      .updateTable('task')
      .set({ startedOn: '2026-06-16', doneOn: '2026-06-16' })
      .where('milestoneId', 'in', (open) =>
        open
          .selectFrom('milestone')
          .select('id')
          .where('workspaceId', '=', it.workspaceId)
          .where('stage', '<>', 'Value'),
      )
      .execute(),
  )
  const { text } = await it.feedOf(champion)
  expect([...daysIn(text).keys()]).toEqual(['First win due (Brightline)'])
  const gone = await it.open(`${await it.tokenOf(champion)}x`)
  expect([gone.status, gone.text]).toEqual([404, expect.stringContaining('no longer works') as string])
})

test('an address that was ended, replaced, changed or never made is 404, and the log names none', async () => {
  const it = await stage()
  const { champion } = it.plan
  expect((await it.feedOf(champion)).status).toBe(200)
  const first = await it.tokenOf(champion)
  await renewFeed(it.parts, champion)
  const second = await it.tokenOf(champion)
  expect(second).not.toBe(first)
  expect([(await it.open(first)).status, (await it.open(second)).status]).toEqual([404, 200])
  const [workspaceId = '', id = '', secret = ''] = second.split('.')
  const changed = [
    `${second.slice(0, -2)}xx`,
    `${workspaceId}.${id}.${'a'.repeat(43)}`,
    `${id}.${workspaceId}.${secret}`,
    'x',
    '',
  ]
  for (const token of changed) expect((await it.open(token)).status, token).toBe(404)
  await endFeed(it.parts, champion)
  expect((await it.open(second)).status).toBe(404)
  expect(await findFeedToken(it.parts, champion)).toBeUndefined()
  const said = it.lines.filter((line) => line.includes('calendar was refused'))
  expect(said).toHaveLength(7)
  for (const line of it.lines) for (const secret of [first, second]) expect(line).not.toContain(secret)
  const stored = await it.holds([secret])
  expect(stored, 'only a hash is kept').toEqual([])
  const log = (await it.securityKinds()).filter((kind) => kind.startsWith('calendar'))
  expect(log).toEqual(['calendar link made', 'calendar link made', 'calendar link ended'])
})

test('who was taken off their last plan, removed or erased has no calendar', async () => {
  const it = await stage()
  const { viewer, lead } = it.plan
  expect((await it.feedOf(viewer)).status).toBe(200)
  const token = await it.tokenOf(viewer)
  await runCommand(it.parts, removeParticipant, { ...it.order(lead), input: { participantId: viewer.id } })
  expect((await it.open(token)).status).toBe(404)
  await it.erase(viewer.id, viewer.name)
  expect(await it.within((trx) => trx.selectFrom('calendarFeed').select('id').execute())).toEqual([])
  await it.feedOf(it.admin)
  const ofAdmin = await it.tokenOf(it.admin)
  expect((await it.open(ofAdmin)).status).toBe(200)
  await it.within((trx) =>
    trx.updateTable('member').set({ removedAt: it.parts.clock.now() }).where('id', '=', it.admin.id).execute(),
  )
  expect((await it.open(ofAdmin)).status).toBe(404)
})

test('a task is a file for those who may see it, and no title adds a line to it', async () => {
  const it = await stage()
  const { champion, lead, planId, taskIds } = it.plan
  const taskId = taskIds['legal'] ?? ''
  await it.own(champion, 'legal', { title: 'Sign\r\nEND:VEVENT\r\nBEGIN:VALARM' })
  const file = (actor: PersonActor, standing: Standing) =>
    getTaskFile(it.parts, { actor, standings: new Set([standing]), planId, workspace: { name: 'Brightline' } }, taskId)
  const text = await file(champion, 'champion')
  expect(daysIn(text).size).toBe(1)
  expect(text).not.toContain('BEGIN:VALARM\r\n')
  expect(text).toContain(`UID:task-${taskId}@firstwin`)
  await it.own(lead, 'legal', { privateTo: 'vendor' })
  await expect(file(champion, 'champion')).rejects.toMatchObject({ status: 404 })
  expect(daysIn(await file(lead, 'member')).size).toBe(1)
})

test('a task that is edited moves in its owner’s calendar', async () => {
  const it = await stage()
  const { champion, lead, taskIds } = it.plan
  await it.own(champion, 'legal')
  const dueOf = async () =>
    [...daysIn((await it.feedOf(champion)).text)].find(
      ([, { uid }]) => uid === `task-${taskIds['legal']}@firstwin`,
    )?.[1]
  const before = await dueOf()
  await runCommand(it.parts, editTask, {
    ...it.order(lead),
    input: { taskId: taskIds['legal'], notAfter: '2026-06-30' },
  })
  const after = await dueOf()
  expect(after?.uid).toBe(before?.uid)
  expect(after?.version).toBeGreaterThan(before?.version ?? 0)
})

test('the page makes the private address, replaces it and ends it, and opening it changes nothing', async () => {
  const it = await stage()
  const { parts, workspaceId, plan, within, open } = it
  const cookie = await within((trx) => beginSession(parts, trx, workspaceId, { participantId: plan.champion.id }, null))
  const asked = (intent?: string) => ({
    request: new Request('http://localhost:3000/your-calendar', {
      headers: { cookie: cookie.split(';')[0] ?? '' },
      ...(intent === undefined ? {} : { method: 'POST', body: new URLSearchParams({ intent }) }),
    }),
    params: {},
    context: loadContext(parts),
  })
  const press = (intent: string) => ownCalendarPage.action(asked(intent)).catch((thrown: unknown) => thrown)
  const shown = async () => (await ownCalendarPage.loader(asked())).address
  const opened = async (address: string | null) => (await open(address?.split('/').at(-1) ?? '')).status
  expect(await shown()).toBeNull()
  expect(await shown(), 'a look makes none').toBeNull()
  expect(await press('make-calendar')).toMatchObject({ status: 303 })
  const first = await shown()
  expect(await opened(first)).toBe(200)
  await press('renew-calendar')
  const second = await shown()
  expect([await opened(first), await opened(second)]).toEqual([404, 200])
  await press('end-calendar')
  expect([await opened(second), await shown()]).toEqual([404, null])
})
