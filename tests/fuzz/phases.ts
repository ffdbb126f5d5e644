import { type RawBuilder, sql } from 'kysely'
import type { Database } from '#db/connection.ts'
import type { Asker, Cast } from '#tests/reach/cast.ts'
import type { Place } from '#tests/reach/places.ts'
import { isHarmless } from './fuzz.ts'

/** Who sends which requests in a phase, and which rows must be unchanged afterwards. */
export type Phase = {
  name: string
  askers: readonly Asker[]
  places: readonly Place[]
  /** A hash of each table's rows that this phase must not change. */
  rows(): Promise<Map<string, string>>
  /** Signs people in again and reopens plans, so that the next requests reach them. */
  mend(): Promise<void>
}

/** Tables that signing in and looking write: links, codes, sessions, devices, log entries, receipts, visits and the number of changes. */
const comingIn = [
  'link_token',
  'sign_in_code',
  'known_device',
  'session',
  'security_event',
  'security_chain',
  'security_seal',
  'notice',
  'command_receipt',
  'workspace_change',
  'plan_summary',
  'plan_visit',
]

/** Tables of a member's own settings and of what members write to others, and those that mention either. */
const ofOneself = [
  'member',
  'passkey',
  'comment',
  'question',
  'activity',
  'activity_counter',
  'reference_request',
  'reference_use',
]

export function phasesOf(cast: Cast, ownerDb: Database): Phase[] {
  const { workspaceId, foreignWorkspaceId, home, other, archived, kept, foreign } = cast
  const places = [home, home, home, other, archived, kept, foreign]
  const isForeign = ({ name }: Asker) => name.includes('another vendor')
  const able = cast.askers.filter((asker) => !isHarmless(asker) && !isForeign(asker))
  const isMember = ({ workspace }: Asker) => workspace?.includes('member') ?? false
  const isCustomer = ({ workspace }: Asker) => workspace?.length === 0
  const sessions = liveSessions(ownerDb)
  const mendHome = async () => {
    await (await sessions).mend()
    await mendPlan(ownerDb, home)
  }
  const ofWorkspace = (id: string) => sql`workspace_id = ${id}`
  return [
    {
      name: 'who may change nothing',
      askers: cast.askers.filter((asker) => isHarmless(asker) && !isMember(asker)),
      places,
      rows: () => hashes(ownerDb, sql`true`, comingIn),
      mend: async () => (await sessions).mend(),
    },
    {
      name: 'members who may change only what is their own, and write',
      askers: cast.askers.filter((asker) => isHarmless(asker) && isMember(asker)),
      places,
      rows: () => hashes(ownerDb, sql`true`, [...comingIn, ...ofOneself]),
      mend: async () => (await sessions).mend(),
    },
    {
      name: 'people of another vendor',
      askers: cast.askers.filter((asker) => isForeign(asker) && !isHarmless(asker)),
      places: [home, other, archived, kept],
      rows: () => hashes(ownerDb, ofWorkspace(workspaceId), comingIn),
      mend: async () => (await sessions).mend(),
    },
    {
      name: 'people of the customer',
      askers: able.filter(isCustomer),
      places: [home, home, home, archived, foreign],
      rows: async () =>
        new Map([
          ...(await hashes(ownerDb, ofWorkspace(foreignWorkspaceId), comingIn)),
          ...(await hashes(
            ownerDb,
            sql`workspace_id = ${workspaceId} and to_jsonb(t) ->> 'plan_id' = ${archived.planId}`,
            comingIn,
            'archived ',
          )),
          ...(await only(ownerDb, workspaceId, ['workspace', 'member', 'account', 'api_key', 'passkey'])),
        ]),
      mend: mendHome,
    },
    {
      name: 'people of the vendor',
      askers: able.filter((asker) => !isCustomer(asker)),
      places,
      rows: () => hashes(ownerDb, ofWorkspace(foreignWorkspaceId), comingIn),
      mend: async () => {
        await mendHome()
        await (await sessions).mendMembers()
      },
    },
  ]
}

async function tablesOf(ownerDb: Database): Promise<string[]> {
  const { rows } = await sql<{
    name: string
  }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(ownerDb)
  return rows.map(({ name }) => name)
}

async function hashes(ownerDb: Database, where: RawBuilder<unknown>, without: readonly string[], prefix = '') {
  const found = new Map<string, string>()
  for (const name of await tablesOf(ownerDb)) {
    if (without.includes(name)) continue
    const { rows } = await sql<{ hash: string | null }>`
      select md5(string_agg(line, e'\n' order by line)) as hash
      from (select (to_jsonb(t) - 'last_used_at')::text as line from ${sql.table(name)} t where ${where}) lines`.execute(
      ownerDb,
    )
    found.set(prefix + name, rows[0]?.hash ?? 'none')
  }
  return found
}

const only = async (ownerDb: Database, workspaceId: string, names: readonly string[]) =>
  hashes(
    ownerDb,
    sql`workspace_id = ${workspaceId}`,
    (await tablesOf(ownerDb)).filter((it) => !names.includes(it)),
    'own ',
  )

/** Sessions, seats and members at the start. */
async function liveSessions(ownerDb: Database) {
  const live = await ownerDb.selectFrom('session').select('id').where('endedAt', 'is', null).execute()
  const members = await ownerDb.selectFrom('member').select(['id', 'roles', 'removedAt']).execute()
  return {
    async mend() {
      // All requests come from one address, which would soon be rate limited.
      await sql`delete from limits.attempt`.execute(ownerDb)
      await ownerDb
        .updateTable('session')
        .set({ endedAt: null })
        .where(
          'id',
          'in',
          live.map(({ id }) => id),
        )
        .where('endedAt', 'is not', null)
        .execute()
    },
    async mendMembers() {
      for (const { id, ...values } of members)
        await ownerDb.updateTable('member').set(values).where('id', '=', id).execute()
    },
  }
}

async function mendPlan(ownerDb: Database, { planId, leadId, people }: Place) {
  await ownerDb.deleteFrom('winResult').where('planId', '=', planId).execute()
  await ownerDb.deleteFrom('reference').where('planId', '=', planId).execute()
  await ownerDb
    .updateTable('plan')
    .set({ state: 'agreed', archivedAt: null, wonOn: null, leadId })
    .where('id', '=', planId)
    .execute()
  const ids = [people.champion, people.contributor, people.viewer, people.confirmer].map(({ id }) => id)
  const seats = ownerDb.updateTable('planParticipant').where('planId', '=', planId)
  await seats.set({ role: 'viewer' }).execute()
  await seats
    .set(({ ref }) => ({ acceptedAt: ref('invitedAt') }))
    .where('participantId', 'in', ids)
    .execute()
  for (const kind of ['champion', 'contributor'] as const)
    await seats.set({ role: kind }).where('participantId', '=', people[kind].id).execute()
  await seats.set({ removedAt: null }).where('participantId', 'in', ids).execute()
  await ownerDb.deleteFrom('championProposal').where('planId', '=', planId).execute()
}
