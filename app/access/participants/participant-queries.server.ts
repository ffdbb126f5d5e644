import { keptQuery } from '#db/kept-query.ts'
import type { WorkspaceReading } from '#db/reading.ts'
import type { Parts } from '#app/kit/parts.ts'
import { mayOnPlanAsItStands } from '#app/runner/plan-end.ts'
import { notFound } from '#app/runner/refusal.ts'
import { readableAddress, readableDomain } from '#app/kit/readable-address.server.ts'
import type { PlanViewer } from '../core/require-viewer.server.ts'
import { sightOf } from '#app/policy/policy.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { PersonReach } from './invitation-state.ts'
import { listReach } from './reach-queries.server.ts'
import { type GoneReason, findChampionGone } from './champion-gone.server.ts'
import { findProposal } from './champion-proposals.server.ts'
import { addressOwner } from '../core/address-owner.server.ts'

export type SeatView = {
  id: string
  name: string
  email: string
  role: string
  mayConfirm: boolean
  joined: boolean
  /** Whether the champion has still to accept the person. */
  waits: boolean
  cameBy: string
  /** ISO time. */
  invitedAt: string
  /** Who invited the person, where that is known. */
  invitedBy: string | null
  /** Whether the address shows no company: anyone can have one there. */
  personalAddress: boolean
  /** Whether emails reach the person, and when they were here; only where people are invited. */
  reach?: PersonReach | undefined
}

/** Who is proposed as the next champion. */
export type ProposedChampion = {
  participantId: string
  name: string
  by: string
  /** From when it can take effect, in words, in the plan's time zone. */
  earliest: string
  /** Whether that is past. */
  isDue: boolean
}

export type InvitePageView = {
  account: string
  project: string
  workspace: string
  entryDomains: string[]
  /** The day in the plan's time zone. */
  today: string
  seats: SeatView[]
  /** Whether a champion has ever joined: from then on the customer decides who sits on its side. */
  championJoined: boolean
  proposal: ProposedChampion | null
  /** Asks the lead who leads for the customer, where the champion cannot be reached. */
  gone: ChampionGoneView | null
}

type Asked = Pick<Parts, 'reads' | 'clock'>

/** Participants in a plan, in the order in which they came. */
export function getInvitePage(
  parts: Asked,
  { actor: { workspaceId, id }, workspace: { name: workspace }, planId, standings }: PlanViewer,
): Promise<InvitePageView> {
  return parts.reads.in(workspaceId, async (trx) => {
    const asked = trx
      .selectFrom('plan')
      .innerJoin('account', (join) =>
        join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
      )
      .leftJoin('championGone', (join) =>
        join.onRef('championGone.workspaceId', '=', 'plan.workspaceId').onRef('championGone.planId', '=', 'plan.id'),
      )
      .select(['championGone.participantId as goneId', 'championGone.why', 'namedId', 'namedBy'])
      .$narrowType<{ why: GoneReason | null }>()
      .select([
        'plan.project',
        'plan.entryDomains',
        'plan.championJoinedAt',
        'plan.timeZone',
        'account.name as account',
      ])
      .where('plan.workspaceId', '=', workspaceId)
      .where('plan.id', '=', planId)
    const [plan, seats, proposal, reachIn] = await Promise.all([
      asked.executeTakeFirst(),
      listSeats(trx, workspaceId, planId, workspace),
      getProposal(trx, workspaceId, planId, parts.clock.now()),
      listReach(trx, { workspaceId, planId }),
    ])
    if (!plan) throw notFound()
    const { championJoinedAt, timeZone, goneId, why, namedId, namedBy, ...page } = plan
    const champion = seats.find((seat) => seat.id === goneId)
    const reach = reachIn(timeZone)
    return {
      ...page,
      workspace,
      entryDomains: page.entryDomains.map(readableDomain),
      championJoined: championJoinedAt !== null,
      today: todayIn(timeZone, parts.clock.now()),
      seats: seats.map((seat) => ({ ...seat, reach: reach.get(seat.id) })),
      proposal,
      gone:
        champion && why && standings.has('lead')
          ? goneView({ participantId: champion.id, name: champion.name, why, namedId, namedBy }, seats, id)
          : null,
    }
  })
}

/** What a participant is asked or told about who takes part. */
export type PeopleNewsView = {
  workspace: string
  champion: string | null
  /** Whether the reader waits to be accepted. */
  isWaiting: boolean
  /** Those that the reader may accept. */
  toAccept: SeatView[]
  /** Null also for people who wait: the customer's own people decide. */
  proposal: ProposedChampion | null
  /** Whether the reader, as champion, may agree to the proposal. */
  mayAgree: boolean
  /** Asks who leads, where the champion cannot be reached; not the champion, nor people who wait. */
  gone?: ChampionGoneView
}

/** The champion who cannot be reached, who was named as the next one, and the people that the reader may name. */
export type ChampionGoneView = {
  champion: string
  why: GoneReason
  named: { id: string; name: string; by: string; isReader: boolean } | null
  choices: { id: string; name: string }[]
}

type NewsReader = Pick<PlanViewer, 'actor' | 'workspace' | 'planId' | 'plan' | 'standings'>

/** What a member who leads the plan is asked, where the champion cannot be reached; null for other members: they read of people where they invite. */
export async function getPeopleNews(
  parts: Asked,
  { actor: { kind, workspaceId, id }, workspace: { name: workspace }, planId, plan, standings }: NewsReader,
): Promise<PeopleNewsView | null> {
  const mayName = mayOnPlanAsItStands('name-next-champion', standings, plan)
  if (kind !== 'participant' && !mayName) return null
  return parts.reads.in(workspaceId, async (trx) => {
    if (kind !== 'participant') return askedOfLead(trx, { workspaceId, workspace, planId, id })
    const isWaiting = sightOf(standings) === 'shared'
    const asksWho = !isWaiting && !standings.has('champion')
    const [seats, proposal, found] = await Promise.all([
      listSeats(trx, workspaceId, planId, workspace),
      isWaiting ? null : getProposal(trx, workspaceId, planId, parts.clock.now()),
      asksWho ? findChampionGone(trx, { workspaceId, planId }) : undefined,
    ])
    const gone = found && mayName ? goneView(found, seats, id) : null
    const toAccept = mayOnPlanAsItStands('accept-participant', standings, plan)
      ? seats.filter(({ waits }) => waits)
      : []
    // Most readers have no news: nothing of it is sent then.
    if (!isWaiting && toAccept.length === 0 && !proposal && !gone) return null
    return {
      ...(gone && { gone }),
      workspace,
      champion: seats.find(({ role }) => role === 'champion')?.name ?? null,
      isWaiting,
      toAccept,
      proposal,
      mayAgree: mayOnPlanAsItStands('agree-to-champion', standings, plan),
    }
  })
}

async function askedOfLead(
  trx: WorkspaceReading,
  { workspaceId, workspace, planId, id }: { workspaceId: string; workspace: string; planId: string; id: string },
): Promise<PeopleNewsView | null> {
  const found = await findChampionGone(trx, { workspaceId, planId })
  if (!found) return null
  const gone = goneView(found, await listSeats(trx, workspaceId, planId, workspace), id)
  return { gone, workspace, champion: gone.champion, isWaiting: false, toAccept: [], proposal: null, mayAgree: false }
}

function goneView(
  { participantId, name: champion, why, namedId, namedBy }: NonNullable<Awaited<ReturnType<typeof findChampionGone>>>,
  seats: readonly SeatView[],
  readerId: string,
): ChampionGoneView {
  const named = seats.find(({ id }) => id === namedId)
  return {
    champion,
    why,
    named: named ? { id: named.id, name: named.name, by: namedBy ?? '', isReader: named.id === readerId } : null,
    choices: seats
      .filter(({ id, waits }) => id !== participantId && id !== readerId && id !== namedId && !waits)
      .map(({ id, name }) => ({ id, name })),
  }
}

async function listSeats(
  trx: WorkspaceReading,
  workspaceId: string,
  planId: string,
  workspace: string,
): Promise<SeatView[]> {
  const rows = await seatsOn(trx, { workspaceId, planId })
  return rows.map(({ joinedAt, acceptedAt, invitedAt, memberName, inviterName, ...seat }) => ({
    ...seat,
    invitedAt: invitedAt.toISOString(),
    email: readableAddress(seat.email),
    personalAddress: addressOwner(seat.email).isPersonal,
    joined: joinedAt !== null,
    waits: acceptedAt === null,
    invitedBy: memberName ? `${memberName}, ${workspace}` : inviterName,
  }))
}

const seatsOn = keptQuery(
  (db, { workspaceId, planId }) =>
    db
      .selectFrom('planParticipant as seat')
      .innerJoin('participant', (join) =>
        join
          .onRef('participant.workspaceId', '=', 'seat.workspaceId')
          .onRef('participant.id', '=', 'seat.participantId'),
      )
      .leftJoin('member', (join) =>
        join.onRef('member.workspaceId', '=', 'seat.workspaceId').onRef('member.id', '=', 'seat.invitedByMemberId'),
      )
      .leftJoin('planParticipant as inviter', (join) =>
        join
          .onRef('inviter.workspaceId', '=', 'seat.workspaceId')
          .onRef('inviter.planId', '=', 'seat.planId')
          .onRef('inviter.participantId', '=', 'seat.invitedByParticipantId'),
      )
      .select([
        'participant.id',
        'participant.email',
        'seat.name',
        'seat.role',
        'seat.mayConfirm',
        'seat.joinedAt',
        'seat.acceptedAt',
        'seat.invitedAt',
        'seat.cameBy',
        'member.name as memberName',
        'inviter.name as inviterName',
      ])
      .where('seat.workspaceId', '=', workspaceId)
      .where('seat.planId', '=', planId)
      .where('seat.removedAt', 'is', null)
      .orderBy('seat.invitedAt')
      .orderBy('seat.name'),
  { workspaceId: 'a workspace', planId: 'a plan' },
)

async function getProposal(
  trx: WorkspaceReading,
  workspaceId: string,
  planId: string,
  now: Date,
): Promise<ProposedChampion | null> {
  const found = await findProposal(trx, workspaceId, planId)
  if (!found) return null
  const { participantId, name, by, earliestAt, timeZone } = found
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'full', timeStyle: 'short' })
  return { participantId, name, by, earliest: format.format(earliestAt), isDue: earliestAt <= now }
}
