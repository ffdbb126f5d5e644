import { noteChampionJoined } from '#app/access/core/take-seat.server.ts'
import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import type { Actor } from '#app/policy/policy.ts'
import { addAddressToDirectory } from '#app/access/core/directory.server.ts'
import { newId } from '#app/kit/ids.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import { plainCalendar, type StoredCalendar } from '#app/schedule/stored-calendar.ts'
import type { Compute } from '#app/kit/computations.ts'
import { withHolidays } from '#app/plan/core/plan-holidays.server.ts'
import { insertPlan } from '#app/plan/core/insert-plan.server.ts'
import { findTemplate } from '#app/portfolio/templates/find-template.ts'
import { layOutTemplate } from '#app/portfolio/templates/template.ts'
import { appendActivity } from '#app/runner/activity-log.server.ts'
import { addDays } from '#app/schedule/dates.ts'
import { possessive } from '#app/ui/name-words.ts'
import { haldenTemplate } from './halden-template.ts'
import type { SamplePlan } from './plan-spec.ts'
import { type DatedPlan, datePlan } from './date-plan.ts'
import { minute } from '#app/kit/durations.ts'

export type MemberActor = Extract<Actor, { kind: 'member' }>
export type ParticipantActor = Extract<Actor, { kind: 'participant' }>

export type SampleWorkspace = {
  id: string
  name: string
  members: ReadonlyMap<string, MemberActor>
  calendar: StoredCalendar
}

export type SeededPlan = {
  planId: string
  sample: SamplePlan
  lead: MemberActor
  people: ReadonlyMap<string, ParticipantActor>
  champion: ParticipantActor
  /** The vendor's, by their key. */
  members: SampleWorkspace['members']
  taskIds: Record<string, string>
  dated: DatedPlan
}

/** The middle of a working day in Europe: the same day in every zone of the sample. */
export const atNoon = (day: string, minutes = 0): Date => new Date(Date.parse(`${day}T12:00:00Z`) + minutes * minute)

/** A calendar with its region's public holidays and the periods that a sample closes for. */
export async function sampleCalendar(
  { computations }: Pick<Parts, 'computations'>,
  region: string,
  closed: NonNullable<SamplePlan['closed']>,
  today: ReturnType<typeof todayIn>,
): Promise<StoredCalendar> {
  const calendar: StoredCalendar = {
    ...plainCalendar,
    region,
    closed: closed.map(({ inDays, days, why }) => ({
      from: addDays(today, inDays),
      to: addDays(today, inDays + days - 1),
      why,
    })),
  }
  const compute: Compute = (computation, input) => computations.run('jobs', computation, input)
  const filled = await withHolidays(compute, calendar, { from: addDays(today, -365), to: addDays(today, 365) })
  if (!filled) throw new Error(`The sample names an unknown region: ${region}`)
  return filled
}

/** Writes the plan as it was on the day that it began, its people invited; what happened since is the commands' to do. */
export async function seedPlan(parts: Parts, workspace: SampleWorkspace, sample: SamplePlan): Promise<SeededPlan> {
  const template = sample.template === 'halden' ? haldenTemplate : findTemplate(sample.template)
  const lead = workspace.members.get(sample.lead)
  const services = workspace.members.get('services')
  if (!template || !lead || !services) throw new Error(`The sample of ${sample.account} names what is not there`)
  const today = todayIn(sample.timeZone, parts.clock.now())
  const calendars = {
    vendor: workspace.calendar,
    customer: await sampleCalendar(parts, sample.region, sample.closed ?? [], today),
  }
  const dated = datePlan(sample, template, calendars, today)
  const begun = atNoon(dated.startOn, -120)
  return inWorkspace(parts.db, workspace.id, async (trx) => {
    const accountId = await insertAccount(trx, workspace.id, sample, begun)
    const people = await insertPeople(trx, workspace.id, accountId, sample, begun)
    const champion = people.get(sample.people.find(({ role }) => role === 'champion')?.name ?? '')
    if (!champion) throw new Error(`The sample of ${sample.account} has no champion`)

    const doers = new Map(
      sample.people.flatMap(({ name, does }) =>
        does.map((role) => [`${possessive(sample.account)} ${role}`, people.get(name)]),
      ),
    )
    const milestones = layOutTemplate(template, { account: sample.account, vendor: workspace.name, leadId: lead.id })
    const owned = milestones.map(({ tasks, ...milestone }) => ({
      ...milestone,
      tasks: tasks.map((plain) => {
        const task = { ...plain, sittings: sample.sittings?.[plain.key] ?? null }
        const place = 'placeholder' in task.owner ? (task.owner.placeholder ?? '') : ''
        const doer = doers.get(place)
        if (doer) return { ...task, owner: { participantId: doer.id } }
        return place === `${workspace.name}’s services` ? { ...task, owner: { memberId: services.id } } : task
      }),
    }))
    const { planId, taskIds } = await insertPlan(
      trx,
      {
        workspaceId: workspace.id,
        accountId,
        project: sample.project,
        template: template.id,
        leadId: lead.id,
        teamIds: [services.id],
        timeZone: sample.timeZone,
        calendarFrom: sample.agreed ? null : 'workspace',
        vendorCalendar: calendars.vendor,
        customerCalendar: calendars.customer,
        startOn: dated.startOn,
        criticalDate: dated.criticalDate,
        criticalReason: sample.criticalReason,
        ifMissed: sample.ifMissed,
        firstWin: { ...sample.win, winBy: dated.winBy },
        milestones: owned,
      },
      begun,
    )
    await seatPeople(trx, { workspaceId: workspace.id, planId }, sample, { people, lead, begun })
    return { planId, sample, lead, people, champion, members: workspace.members, taskIds, dated }
  })
}

async function insertAccount(trx: WorkspaceTransaction, workspaceId: string, { account, about }: SamplePlan, at: Date) {
  const id = newId()
  await trx.insertInto('account').values({ workspaceId, id, name: account, about, createdAt: at }).execute()
  return id
}

const emailOf = (name: string, domain: string) =>
  `${name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '.')}@${domain}`

async function insertPeople(
  trx: WorkspaceTransaction,
  workspaceId: string,
  accountId: string,
  { people, domain }: SamplePlan,
  createdAt: Date,
): Promise<Map<string, ParticipantActor>> {
  const rows = people.map(({ name, jobTitle }) => ({ id: newId(), name, jobTitle, email: emailOf(name, domain) }))
  await trx
    .insertInto('participant')
    .values(rows.map((row) => ({ workspaceId, accountId, createdAt, ...row })))
    .execute()
  for (const { email } of rows) await addAddressToDirectory(trx, workspaceId, email)
  return new Map(rows.map(({ id, name }) => [name, { kind: 'participant', workspaceId, id, name }]))
}

/** What making a plan and inviting its people leaves behind, but for the emails. */
async function seatPeople(
  trx: WorkspaceTransaction,
  { workspaceId, planId }: { workspaceId: string; planId: string },
  sample: SamplePlan,
  { people, lead, begun }: { people: ReadonlyMap<string, ParticipantActor>; lead: MemberActor; begun: Date },
) {
  const where = { workspaceId, scope: 'plan' as const, scopeId: planId }
  await appendActivity(
    trx,
    where,
    { actor: lead, command: 'create-plan', at: begun },
    { event: 'plan created', subjectId: planId, subject: `${sample.account}: ${sample.project}`, changes: {} },
  )
  for (const [index, { name, role }] of sample.people.entries()) {
    const participant = people.get(name)
    if (!participant) continue
    const at = new Date(begun.getTime() + (index + 1) * 4 * minute)
    await trx
      .insertInto('planParticipant')
      .values({
        workspaceId,
        planId,
        participantId: participant.id,
        name,
        role,
        invitedAt: at,
        invitedByMemberId: lead.id,
        joinedAt: at,
        acceptedAt: at,
      })
      .execute()
    if (role === 'champion') await noteChampionJoined(trx, workspaceId, planId, at)
    await appendActivity(
      trx,
      where,
      { actor: lead, command: 'invite-participant', at },
      {
        event: 'participant invited',
        subjectId: participant.id,
        subject: name,
        changes: { role: { before: null, after: role } },
      },
    )
  }
}
