import type { Database } from '#db/connection.ts'
import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import { noteChampionJoined } from '#app/access/core/take-seat.server.ts'
import type { Actor } from '#app/policy/policy.ts'
import type { MemberRole, ParticipantRole } from '#app/policy/roles.ts'
import { newId } from '#app/kit/ids.ts'
import { plainCalendar } from '#app/schedule/stored-calendar.ts'
import { type InsertedPlan, type NewPlan, insertPlan } from '#app/plan/core/insert-plan.server.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { testNow } from './now.ts'

const now = new Date(testNow)
/** Seats were assigned the day before, so that a test may set its clock to any hour of its first day. */
const dayBefore = new Date(now.getTime() - 24 * 60 * 60 * 1000)
const day = (date: string) => date as IsoDate

export type MemberActor = Extract<Actor, { kind: 'member' }>
export type ParticipantActor = Extract<Actor, { kind: 'participant' }>

/** A workspace of its own for a test: Brightline, of brightline.example. */
export async function makeWorkspace(db: Database, { name = 'Brightline' } = {}): Promise<string> {
  const workspaceId = newId()
  await inWorkspace(db, workspaceId, (trx) =>
    trx
      .insertInto('workspace')
      .values({
        workspaceId,
        name,
        domains: ['brightline.example'],
        timeZone: 'Europe/Berlin',
        vendorCalendar: JSON.stringify(plainCalendar),
        customerCalendar: JSON.stringify(plainCalendar),
        createdAt: now,
      })
      .execute(),
  )
  return workspaceId
}

export async function makeMember(
  db: Database,
  workspaceId: string,
  { name, roles = ['rep'] }: { name: string; roles?: MemberRole[] },
): Promise<MemberActor> {
  const id = newId()
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@brightline.example`
  await inWorkspace(db, workspaceId, (trx) =>
    trx.insertInto('member').values({ workspaceId, id, email, name, roles, createdAt: now }).execute(),
  )
  return { kind: 'member', workspaceId, id, name, roles, signedInAt: now }
}

export async function makeAccount(db: Database, workspaceId: string, name = 'Halden Foods'): Promise<string> {
  const id = newId()
  await inWorkspace(db, workspaceId, (trx) =>
    trx.insertInto('account').values({ workspaceId, id, name, createdAt: now }).execute(),
  )
  return id
}

/** Someone's role on a plan; `accepted: false` if the vendor added them and the champion has not accepted yet. */
export type NewSeat = { planId: string; role: ParticipantRole; mayConfirm?: boolean; accepted?: boolean }

/** A participant; on a plan where one is given. */
export async function makeParticipant(
  db: Database,
  workspaceId: string,
  accountId: string,
  { name, seat }: { name: string; seat?: NewSeat },
): Promise<ParticipantActor> {
  const id = newId()
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@halden.example`
  await inWorkspace(db, workspaceId, async (trx) => {
    await trx.insertInto('participant').values({ workspaceId, id, accountId, email, name, createdAt: now }).execute()
    if (seat) await seatOn(trx, workspaceId, { id, name }, seat)
  })
  return { kind: 'participant', workspaceId, id, name }
}

async function seatOn(
  trx: WorkspaceTransaction,
  workspaceId: string,
  { id, name }: { id: string; name: string },
  { planId, role, mayConfirm = false, accepted = true }: NewSeat,
) {
  const came = { invitedAt: dayBefore, joinedAt: dayBefore, acceptedAt: accepted ? dayBefore : null }
  await trx
    .insertInto('planParticipant')
    .values({ workspaceId, planId, participantId: id, name, role, mayConfirm, ...came })
    .execute()
  if (role === 'champion') await noteChampionJoined(trx, workspaceId, planId, now)
}

/** Halden Foods' plan: a short one with every stage, from 1 June to a first win by 30 October 2026. */
export const haldenPlan = (
  plan: Pick<NewPlan, 'workspaceId' | 'accountId' | 'leadId'> & Partial<NewPlan>,
): NewPlan => ({
  project: 'Faster month-end close',
  template: 'standard',
  timeZone: 'Europe/Berlin',
  vendorCalendar: plainCalendar,
  customerCalendar: plainCalendar,
  startOn: day('2026-06-01'),
  criticalDate: day('2026-09-15'),
  criticalReason: 'the half-year audit begins on the 16th',
  ifMissed: 'The audit runs on the old books.',
  firstWin: {
    statement: 'We closed the books in one day.',
    measure: 'time to close a month',
    unit: 'days',
    baseline: 30,
    target: 1,
    winBy: day('2026-10-30'),
    announcedTo: 'the board',
  },
  milestones: [
    {
      stage: 'Discovery',
      title: 'Goals agreed',
      tasks: [
        { key: 'scope', title: 'Agree on the scope', side: 'both', durationDays: 3, owner: { memberId: plan.leadId } },
      ],
    },
    {
      stage: 'Purchase',
      title: 'Contract signed',
      tasks: [
        {
          key: 'legal',
          title: 'Contract at Legal',
          side: 'customer',
          durationDays: 10,
          owner: { placeholder: 'Customer’s legal' },
          dependsOn: [{ key: 'scope' }],
        },
        {
          key: 'sign',
          title: 'Sign the contract',
          side: 'customer',
          durationDays: 1,
          owner: { placeholder: 'Customer’s board' },
          dependsOn: [{ key: 'legal' }],
        },
      ],
    },
    {
      stage: 'Implementation',
      title: 'Ready to test',
      tasks: [
        {
          key: 'build',
          title: 'Build the connection',
          side: 'vendor',
          durationDays: 15,
          owner: { memberId: plan.leadId },
          dependsOn: [{ key: 'sign' }],
        },
      ],
    },
    {
      stage: 'Rollout',
      title: 'Live',
      tasks: [
        {
          key: 'train',
          title: 'Train the team',
          side: 'customer',
          durationDays: 5,
          owner: { placeholder: 'Customer’s finance' },
          dependsOn: [{ key: 'build' }],
        },
      ],
    },
    {
      stage: 'Value',
      title: 'First win',
      tasks: [
        {
          key: 'close',
          title: 'Close the first month',
          side: 'customer',
          durationDays: 5,
          owner: { placeholder: 'Customer’s finance' },
          dependsOn: [{ key: 'train' }],
        },
      ],
    },
  ],
  ...plan,
})

export type SamplePlan = InsertedPlan & {
  workspaceId: string
  accountId: string
  lead: MemberActor
  teammate: MemberActor
  outsider: MemberActor
  champion: ParticipantActor
  contributor: ParticipantActor
  viewer: ParticipantActor
}

/** A whole workspace with one plan and a person of each kind on it. */
export async function makePlan(db: Database, over: Partial<NewPlan> = {}): Promise<SamplePlan> {
  const workspaceId = await makeWorkspace(db)
  const lead = await makeMember(db, workspaceId, { name: 'Sam Ortiz', roles: ['rep'] })
  const teammate = await makeMember(db, workspaceId, { name: 'Noor Haddad', roles: ['services'] })
  const outsider = await makeMember(db, workspaceId, { name: 'Max Lind', roles: ['marketing'] })
  const accountId = await makeAccount(db, workspaceId)
  const plan = haldenPlan({ workspaceId, accountId, leadId: lead.id, teamIds: [teammate.id], ...over })
  const inserted = await inWorkspace(db, workspaceId, (trx) => insertPlan(trx, plan, now))
  const { planId } = inserted
  const seat = (name: string, role: ParticipantRole) =>
    makeParticipant(db, workspaceId, accountId, { name, seat: { planId, role } })
  return {
    ...inserted,
    workspaceId,
    accountId,
    lead,
    teammate,
    outsider,
    champion: await seat('Priya Raman', 'champion'),
    contributor: await seat('Jonas Berg', 'contributor'),
    viewer: await seat('Eva Holm', 'viewer'),
  }
}
