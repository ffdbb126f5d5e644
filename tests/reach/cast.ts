import type { WorkspaceTransaction } from '#db/workspace.ts'
import { inWorkspace } from '#db/workspace.ts'
import { type SessionOwner, beginSession } from '#app/access/core/session.server.ts'
import { type MemberRole, type ParticipantRole, memberRoles } from '#app/policy/roles.ts'
import { type Standing } from '#app/policy/policy.ts'
import { issueApiKey } from '#app/api/keys/api-key.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import { keepConsent } from '#app/references/consent/keep-consent.server.ts'
import { insertPlan } from '#app/plan/core/insert-plan.server.ts'
import { haldenPlan, makeAccount, makeMember, makeParticipant, makeWorkspace } from '#tests/factories/workspace.ts'
import { type Place, furnish } from './places.ts'

/** A person or program that sends requests; their rights are stated here, not read from the app. */
export type Asker = {
  name: string
  headers: Readonly<Record<string, string>>
  /** What they are in their workspace; null where no session names it. */
  workspace: readonly Standing[] | null
  /** What they are on a plan, by its id; on plans not named here, nothing. */
  plans: ReadonlyMap<string, readonly Standing[]>
  /** Whose situation they can read. */
  personId: string | null
  hasKey?: true
}

export type Cast = {
  workspaceId: string
  foreignWorkspaceId: string
  /** The plan that everyone is on. */
  home: Place
  /** Another of the same customer, with a champion of its own. */
  other: Place
  /** One that was archived. */
  archived: Place
  /** One that was won and then archived: its champion may withdraw a consent. */
  kept: Place
  /** One of another vendor. */
  foreign: Place
  askers: Asker[]
}

const rolesOf = (roles: readonly MemberRole[]): Standing[] => ['member', ...roles]

/** Two vendors with their customers, a person of each kind, and people who have lost access. */
export async function makeCast(parts: Pick<Parts, 'db' | 'environment' | 'clock'>): Promise<Cast> {
  const { db } = parts
  const now = parts.clock.now()
  const [workspaceId, foreignWorkspaceId] = [await makeWorkspace(db), await makeWorkspace(db, { name: 'Northwind' })]
  const askers: Asker[] = []
  const within = <Result>(id: string, work: (trx: WorkspaceTransaction) => Promise<Result>) => inWorkspace(db, id, work)
  const cookieFor = async (id: string, person: SessionOwner) =>
    (await within(id, (trx) => beginSession(parts, trx, id, person, null))).split(';')[0] ?? ''

  async function makePlace(id: string, name: string, leadRole: MemberRole) {
    const lead = await makeMember(db, id, { name: `${name} Lead`, roles: [leadRole] })
    const team = await makeMember(db, id, { name: `${name} Team`, roles: [leadRole] })
    const accountId = await makeAccount(db, id, `${name} Foods`)
    const inserted = await within(id, (trx) =>
      insertPlan(trx, haldenPlan({ workspaceId: id, accountId, leadId: lead.id, teamIds: [team.id] }), now),
    )
    const { planId } = inserted
    const seat = (kind: string, role: ParticipantRole, { mayConfirm = false, accepted = true } = {}) =>
      makeParticipant(db, id, accountId, { name: `${name} ${kind}`, seat: { planId, role, mayConfirm, accepted } })
    const people = {
      champion: await seat('Champion', 'champion'),
      contributor: await seat('Contributor', 'contributor'),
      viewer: await seat('Viewer', 'viewer'),
      confirmer: await seat('Confirmer', 'viewer', { mayConfirm: true }),
      removed: await seat('Removed', 'contributor'),
      waitingContributor: await seat('Waiting Contributor', 'contributor', { accepted: false }),
      waitingViewer: await seat('Waiting Viewer', 'viewer', { accepted: false }),
    }
    const place = await within(id, (trx) =>
      furnish(parts, trx, { workspaceId: id, accountId, ...inserted, leadId: lead.id, teamId: team.id, people }),
    )
    return { place, people, lead, team }
  }

  // Support alone may do nothing that a lead or team member may not do.
  const home = await makePlace(workspaceId, 'Halden', 'support')
  const other = await makePlace(workspaceId, 'Marlow', 'support')
  const archived = await makePlace(workspaceId, 'Oldham', 'support')
  const kept = await makePlace(workspaceId, 'Keswick', 'support')
  const foreign = await makePlace(foreignWorkspaceId, 'Farway', 'admin')
  await within(workspaceId, (trx) =>
    trx
      .updateTable('plan')
      .set({ archivedAt: now })
      .where('id', 'in', [archived.place.planId, kept.place.planId])
      .execute(),
  )
  await within(workspaceId, (trx) =>
    trx.updateTable('plan').set({ state: 'won', wonOn: '2026-06-12' }).where('id', '=', kept.place.planId).execute(),
  )

  const plansOf = (id: string) => (id === workspaceId ? [home, other, archived, kept] : [foreign])
  async function addMember(id: string, name: string, member: { id: string; roles: readonly MemberRole[] }) {
    const own = rolesOf(member.roles)
    const plans = plansOf(id).map(({ place, lead, team }): [string, Standing[]] => [
      place.planId,
      [
        ...own,
        ...(lead.id === member.id ? ['lead' as const] : []),
        ...(team.id === member.id ? ['team' as const] : []),
      ],
    ])
    const cookie = await cookieFor(id, { memberId: member.id })
    askers.push({ name, headers: { cookie }, workspace: own, plans: new Map(plans), personId: null })
  }
  async function addParticipant(
    id: string,
    name: string,
    person: { id: string },
    plans: readonly [string, readonly Standing[]][],
  ) {
    const cookie = await cookieFor(id, { participantId: person.id })
    askers.push({ name, headers: { cookie }, workspace: [], plans: new Map(plans), personId: person.id })
  }

  for (const role of memberRoles)
    await addMember(workspaceId, role, await makeMember(db, workspaceId, { name: `Only ${role}`, roles: [role] }))
  await addMember(
    workspaceId,
    'member with every role',
    await makeMember(db, workspaceId, { name: 'All roles', roles: [...memberRoles] }),
  )
  await addMember(workspaceId, 'lead', home.lead)
  await addMember(workspaceId, 'team', home.team)
  const at = home.place.planId
  await addParticipant(workspaceId, 'champion', home.people.champion, [[at, ['champion']]])
  await addParticipant(workspaceId, 'contributor', home.people.contributor, [[at, ['contributor']]])
  await addParticipant(workspaceId, 'viewer', home.people.viewer, [[at, ['viewer']]])
  await addParticipant(workspaceId, 'confirmer', home.people.confirmer, [[at, ['viewer', 'confirmer']]])
  await addParticipant(workspaceId, 'waiting contributor', home.people.waitingContributor, [
    [at, ['waiting contributor']],
  ])
  await addParticipant(workspaceId, 'waiting viewer', home.people.waitingViewer, [[at, ['waiting viewer']]])
  await addParticipant(workspaceId, 'champion of another plan', other.people.champion, [
    [other.place.planId, ['champion']],
  ])
  await addParticipant(workspaceId, 'champion of an archived plan', archived.people.champion, [
    [archived.place.planId, ['former']],
  ])
  await addParticipant(workspaceId, 'champion of a plan that was won and archived', kept.people.champion, [
    [kept.place.planId, ['consenter', 'former']],
  ])
  const giver = kept.people.contributor
  await within(workspaceId, (trx) =>
    keepConsent(trx, {
      ...{ workspaceId, planId: kept.place.planId, answer: 'given', said: [], kinds: ['quote'] },
      ...{ participantId: giver.id, approverId: null, until: null, at: now },
    }),
  )
  await within(workspaceId, (trx) =>
    trx.updateTable('planParticipant').set({ removedAt: now }).where('participantId', '=', giver.id).execute(),
  )
  await addParticipant(workspaceId, 'participant who gave the consent and left the plan', giver, [
    [kept.place.planId, ['consenter', 'former']],
  ])
  await addMember(foreignWorkspaceId, 'admin and lead of another vendor', foreign.lead)
  await addParticipant(foreignWorkspaceId, 'champion of another vendor’s plan', foreign.people.champion, [
    [foreign.place.planId, ['champion']],
  ])
  await addParticipant(workspaceId, 'participant who was taken off the plan', home.people.removed, [[at, ['former']]])
  await within(workspaceId, (trx) =>
    trx
      .updateTable('planParticipant')
      .set({ removedAt: now })
      .where('participantId', '=', home.people.removed.id)
      .execute(),
  )

  const nobody = (name: string, headers: Record<string, string>) =>
    askers.push({ name, headers, workspace: null, plans: new Map(), personId: null })
  nobody('nobody', {})
  const admin = await makeMember(db, workspaceId, { name: 'Former Admin', roles: [...memberRoles] })
  const sessionOf = (cookie: string) => cookie.split('.')[1] ?? ''
  const spoil = async (values: { endedAt: Date } | { expiresAt: Date }, person: SessionOwner) => {
    const cookie = await cookieFor(workspaceId, person)
    await within(workspaceId, (trx) =>
      trx.updateTable('session').set(values).where('id', '=', sessionOf(cookie)).execute(),
    )
    return { cookie }
  }
  const past = new Date(now.getTime() - 86_400_000)
  nobody('lead whose session was ended', await spoil({ endedAt: past }, { memberId: home.lead.id }))
  nobody('lead whose session ran out', await spoil({ expiresAt: past }, { memberId: home.lead.id }))
  nobody('champion whose session was ended', await spoil({ endedAt: past }, { participantId: home.people.champion.id }))
  nobody('champion whose session ran out', await spoil({ expiresAt: past }, { participantId: home.people.champion.id }))
  nobody('member who was removed', { cookie: await cookieFor(workspaceId, { memberId: admin.id }) })
  await within(workspaceId, (trx) =>
    trx.updateTable('member').set({ removedAt: now }).where('id', '=', admin.id).execute(),
  )
  const real = await cookieFor(workspaceId, { memberId: home.lead.id })
  nobody('someone with a guessed secret', { cookie: real.replace(/[^.]+$/, 'A'.repeat(43)) })
  nobody('someone with a session moved to another workspace', {
    cookie: real.replace(/=[^.]+\./, `=${foreignWorkspaceId}.`),
  })
  const keyOf = (id: string, memberId: string) =>
    within(id, (trx) => issueApiKey(trx, { workspaceId: id, name: 'A program', memberId }, now))
  const key = await keyOf(workspaceId, home.lead.id)
  const programs = [
    ['program with a key', key, true],
    ['program with a key of another vendor', await keyOf(foreignWorkspaceId, foreign.lead.id), true],
    ['program with a guessed key', `${key.slice(0, -43)}${'A'.repeat(43)}`, false],
    ['program with the key of a removed member', await keyOf(workspaceId, admin.id), false],
  ] as const
  for (const [name, secret, hasKey] of programs)
    askers.push({
      name,
      headers: { authorization: `Bearer ${secret}` },
      workspace: null,
      plans: new Map(),
      personId: null,
      ...(hasKey ? { hasKey } : {}),
    })
  return {
    workspaceId,
    foreignWorkspaceId,
    home: home.place,
    other: other.place,
    archived: archived.place,
    kept: kept.place,
    foreign: foreign.place,
    askers,
  }
}
