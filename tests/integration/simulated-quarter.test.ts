import { beforeAll, expect, test } from 'vitest'
import { fromHour, isTimeForEmail } from '#app/daily/is-time-for-email.ts'
import { type DailyReader, listReaderTimes } from '#app/daily/list-reader-times.server.ts'
import { seedDemo } from '#app/demo/seed-demo.server.ts'
import { todayIn } from '#app/kit/clock.ts'
import { hour } from '#app/kit/durations.ts'
import { collectWorkspace } from '#app/jobs/collect-workspace.server.ts'
import { readLink } from '#app/outbox/link-token.server.ts'
import { readNotice } from '#app/outbox/notice-kinds.ts'
import { type StoredRows, loadPlans } from '#app/plan/core/plan-rows.server.ts'
import { scheduleOf } from '#app/plan/core/compute-plan.ts'
import { dueOf } from '#app/plan/core/due.ts'
import { hasEnded } from '#app/plan/core/stages.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { waitingTasks } from '#app/plan/page/waiting-tasks.ts'
import type { Actor } from '#app/policy/policy.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { type TestParts, testParts } from '#tests/factories/parts.ts'
import { testDatabase } from '#tests/harness/database.ts'

const begin = '2026-06-17'
const weeks = 13

/** Hours of a day, in UTC, at which the clock’s jobs run here: mornings in Berlin and New York among them. In operation it is each half hour. */
const hours = [6, 9, 13, 15]

/** An email as its reader sees it: on which of their days, and at what time. */
type Sent = { person: string; day: string; at: Date; kind: string; planId: string | null; facts: string }
/** `endedAt`: when the goal was in time again, or the plan had ended. */
type Slip = { planId: string; key: string; at: Date; readers: DailyReader[]; endedAt: Date | null }

let parts: TestParts
let workspaceId: string
const slips: Slip[] = []
let emails: Sent[]

const zone = 'Europe/Berlin'
const hourIn = (timeZone: string, at: Date) =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(at))
const dayAt = (at: Date) => todayIn(zone, at)
const isWorkday = (at: Date) => ![0, 6].includes(at.getUTCDay())

beforeAll(async () => {
  const { db, appUrl } = await testDatabase()
  parts = await testParts(db, appUrl, { now: `${begin}T04:00:00Z` })
  const links = await seedDemo(parts, { baseUrl: 'http://localhost:4100' })
  workspaceId = readLink(links.rep.split('/').at(-1) ?? '')?.workspaceId ?? ''
  const start = new Date(`${begin}T04:00:00Z`).getTime()
  let late = new Set<string>()
  for (let day = 0; day < weeks * 7; day++)
    for (const at of hours) {
      const now = new Date(start + day * 24 * hour + (at - 4) * hour)
      parts.clock.set(now)
      if (at === 9 && isWorkday(now)) await work(day)
      if (at === 13 && now.getUTCDay() === 3) await slowDown(day)
      late = await noteSlips(late, now)
      await collectWorkspace(parts, workspaceId)
    }
  emails = await listEmails()
}, 600_000)

async function openPlans(): Promise<StoredRows[]> {
  return inWorkspace(parts.db, workspaceId, async (trx) => {
    const plans = await trx
      .selectFrom('plan')
      .select('id')
      .where('workspaceId', '=', workspaceId)
      .where('archivedAt', 'is', null)
      .where('state', 'in', ['agreed', 'under way'])
      .orderBy('id')
      .execute()
    const ids = plans.map(({ id }) => id)
    return ids.length === 0 ? [] : loadPlans(trx, workspaceId, ids)
  })
}

const leadOf = (planId: string) =>
  inWorkspace(parts.db, workspaceId, async (trx) => {
    const { id, name, roles } = await trx
      .selectFrom('plan')
      .innerJoin('member', 'member.id', 'plan.leadId')
      .select(['member.id', 'member.name', 'member.roles'])
      .where('plan.workspaceId', '=', workspaceId)
      .where('plan.id', '=', planId)
      .executeTakeFirstOrThrow()
    const actor: Actor = { kind: 'member', workspaceId, id, name, roles: roles as never }
    return actor
  })

const championOf = (planId: string) =>
  inWorkspace(parts.db, workspaceId, async (trx): Promise<Actor | undefined> => {
    const seat = await trx
      .selectFrom('planParticipant')
      .select(['participantId as id', 'name'])
      .where('planId', '=', planId)
      .where('role', '=', 'champion')
      .where('removedAt', 'is', null)
      .where('joinedAt', 'is not', null)
      .executeTakeFirst()
    return seat && { kind: 'participant', workspaceId, ...seat }
  })

/** What a person cannot do now, such as behind a closed gate, waits. */
const tried = (change: Promise<unknown>) =>
  change.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })

/** On each working day the lead checks off what is due, the champion what is the customer’s, except every fifth task, which waits for a week. */
async function work(day: number) {
  for (const rows of await openPlans()) {
    const lead = await leadOf(rows.plan.id)
    const champion = (await championOf(rows.plan.id)) ?? lead
    const waiting = waitingTasks(rows, dayAt(parts.clock.now()))
    for (const [at, { task, owner, privateTo }] of waiting.entries())
      if (task.why !== 'next' && ((at + day) % 5 !== 0 || day % 7 === 0))
        await tried(
          runCommand(parts, completeTask, {
            actor: privateTo === 'customer' || owner.kind === 'participant' ? champion : lead,
            scopeId: rows.plan.id,
            input: { taskId: task.id },
          }),
        )
  }
}

/** Each Wednesday afternoon an open task turns out to take five weeks longer, on one plan after the other. */
async function slowDown(day: number) {
  const plans = await openPlans()
  const rows = plans[Math.floor(day / 7) % Math.max(1, plans.length)]
  const task = rows?.tasks.find(({ doneOn, privateTo }) => doneOn === null && privateTo === null)
  if (!rows || !task) return
  const input = { taskId: task.id, durationDays: String(task.durationDays + 25) }
  await tried(runCommand(parts, editTask, { actor: await leadOf(rows.plan.id), scopeId: rows.plan.id, input }))
}

/** Goals that are late now and were not an hour ago, computed apart from what is under test. @returns those that are late now */
async function noteSlips(before: ReadonlySet<string>, now: Date): Promise<Set<string>> {
  const late = new Set<string>()
  for (const rows of await openPlans()) {
    if (hasEnded(rows.plan)) continue
    // What a new day alone makes late is news when that day begins for people.
    if (hourIn(rows.plan.timeZone, now) < fromHour) {
      for (const key of before) if (key.startsWith(rows.plan.id)) late.add(key)
      continue
    }
    const schedule = scheduleOf(rows, todayIn(rows.plan.timeZone, now))
    const { goLive, win } = schedule.goals
    for (const [id, by] of [
      [goLive, rows.plan.criticalDate],
      [win, rows.plan.winBy],
    ] as const) {
      if (id === null || schedule.request.tasks.some((task) => task.id === id && task.doneOn)) continue
      if (dueOf({ rows, schedule }, id).expected <= by) continue
      const key = `${rows.plan.id} ${id}`
      late.add(key)
      if (!before.has(key) && before.size > 0)
        slips.push({ planId: rows.plan.id, key, at: now, readers: await leadersOf(rows.plan.id), endedAt: null })
    }
  }
  for (const slip of slips) if (!late.has(slip.key)) slip.endedAt ??= now
  return late.size > 0 ? late : new Set(['none'])
}

const leadersOf = (planId: string) =>
  inWorkspace(parts.db, workspaceId, async (trx) => {
    const { leadId } = await trx.selectFrom('plan').select('leadId').where('id', '=', planId).executeTakeFirstOrThrow()
    const champion = await trx
      .selectFrom('planParticipant')
      .select('participantId')
      .where('planId', '=', planId)
      .where('role', '=', 'champion')
      .where('removedAt', 'is', null)
      .executeTakeFirst()
    const lead: DailyReader = { kind: 'member', id: leadId }
    return [lead, ...(champion ? [{ kind: 'participant' as const, id: champion.participantId }] : [])]
  })

const listEmails = () =>
  inWorkspace(parts.db, workspaceId, async (trx) => {
    const rows = await trx
      .selectFrom('notice')
      .select(['kind', 'memberId', 'participantId', 'createdAt', 'facts', 'planId'])
      .where('workspaceId', '=', workspaceId)
      .where('daily', '=', false)
      .where('createdAt', '>', new Date(`${begin}T04:00:00Z`))
      .orderBy('createdAt')
      .execute()
    return rows.map(({ kind, planId, memberId, participantId, createdAt, facts }) => ({
      person: memberId ?? participantId ?? '',
      day: dayAt(createdAt),
      ...{ at: createdAt, kind, planId, facts: JSON.stringify(facts) },
    }))
  })

test('no one gets two emails in a day that could have been one', () => {
  for (const [, ofDay] of Map.groupBy(emails, ({ person, day }) => `${person} ${day}`)) {
    const kinds = ofDay.map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'daily').length, kinds.join()).toBeLessThanOrEqual(1)
    // What leaves apart from the email of the day came after it had left.
    const daily = ofDay.find(({ kind }) => kind === 'daily')
    for (const slip of ofDay.filter(({ kind }) => kind === 'date-slipped'))
      expect(daily && daily.at < slip.at, `${slip.day}: ${kinds.join()}`).toBe(true)
    const together = Map.groupBy(ofDay, ({ at }) => at.getTime())
    for (const [, atOnce] of together) expect(atOnce.length, kinds.join()).toBe(1)
    const unasked = kinds.filter((kind) => ['daily', 'invitation-reminder'].includes(kind))
    expect(unasked.length, kinds.join()).toBeLessThanOrEqual(1)
    expect(kinds.filter((kind) => kind === 'date-slipped').length, kinds.join()).toBeLessThanOrEqual(1)
  }
})

test('every slip was told to both sides on the day on which it happened, or on the next on which its reader works', async () => {
  expect(slips.length, 'there were some').toBeGreaterThan(3)
  let told = 0
  for (const { planId, at, readers, endedAt } of slips) {
    const times = await inWorkspace(parts.db, workspaceId, (trx) => listReaderTimes(trx, workspaceId, readers, at))
    for (const { id } of readers) {
      const time = times.get(id)
      if (!time) throw new Error(`No one knows when ${id} reads`)
      let by = at
      while (!isTimeForEmail({ ...time, lastAt: null }, by) || !hours.includes(by.getUTCHours()))
        by = new Date(by.getTime() + hour)
      // A date that is kept again before its reader works is not told.
      if (endedAt && endedAt <= by) continue
      told++
      const dayOf = (moment: Date) => todayIn(time.timeZone, moment)
      expect(
        emails.some((it) => it.person === id && dayOf(it.at) === dayOf(by) && isAbout(it, planId)),
        `${planId}, ${at.toISOString()}`,
      ).toBe(true)
    }
  }
  expect(told).toBeGreaterThan(6)
})

/** Whether an email says of this plan, and not of another one in it, that a date has slipped. */
function isAbout({ kind, facts, planId: about }: Sent, planId: string): boolean {
  if (kind === 'date-slipped') return about === planId
  const { notice } = readNotice({ kind, facts: JSON.parse(facts) })
  if (notice?.kind !== 'daily') return false
  return notice.facts.plans.some((it) => it.planId === planId && it.news.some((text) => text.includes('has slipped')))
}

test('the emails of a quarter, by person and week, stay few', async () => {
  const names = await inWorkspace(parts.db, workspaceId, async (trx) => {
    const members = await trx.selectFrom('member').select(['id', 'name']).execute()
    const participants = await trx.selectFrom('participant').select(['id', 'name']).execute()
    return new Map([...members, ...participants].map(({ id, name }) => [id, name]))
  })
  const weekOf = ({ at }: Sent) =>
    Math.floor((at.getTime() - new Date(`${begin}T00:00:00Z`).getTime()) / (7 * 24 * hour))
  const table = [...Map.groupBy(emails, ({ person }) => person)].map(([person, own]) => {
    const counts = Array.from({ length: weeks }, (_, week) => own.filter((it) => weekOf(it) === week).length)
    return { name: names.get(person) ?? '', counts, total: own.length }
  })
  const line = ({ name, counts, total }: (typeof table)[number]) =>
    `${name.padEnd(24)}${counts.map((count) => String(count).padStart(4)).join('')}${String(total).padStart(6)}`
  process.stdout.write(`emails by person and week\n${table.map(line).join('\n')}\n`)
  expect(table.length).toBeGreaterThan(5)
  for (const { name, counts } of table) expect(Math.max(...counts), name).toBeLessThanOrEqual(5)
})
