import { createHash } from 'node:crypto'
import { type SqlBool, sql } from 'kysely'
import { preparedQuery } from '#db/prepared-query.ts'
import type { WorkspaceReading } from '#db/reading.ts'
import type { SecretCookie } from '#app/access/core/secret-cookies.server.ts'
import { type SessionTimes, liveSession, sessionTimes } from '#app/access/core/live-session.server.ts'
import { todayIn } from '#app/kit/clock.ts'
import { minute } from '#app/kit/durations.ts'
import type { Parts } from '#app/kit/parts.ts'
import { offeredFrom } from '#app/plan/undo/find-recent-change.server.ts'

export type PageRevision = {
  readerId: string
  /** Of the session, for the caller to compare. */
  secretHash: string
  seenAt: Date
  /** Two pages of one reader at one address are alike where this is. */
  revision: string
}

/** What a page shows, apart from its reader: one plan with its companies and people, or anything of the workspace. */
export type PageSubject = { planId: string } | 'workspace'

type Asked = SessionTimes & { workspaceId: string; id: string }
type AskedOfPlan = Asked & { planId: string; undoneFrom: Date }

/** The transaction that wrote a row last. */
const version = (table: string) => sql<string | null>`${sql.ref(table)}.xmin::text`

/** Of several rows, in the order of what they are about. */
const versions = (table: string, id: string) => {
  const [xmin, about] = [sql.ref(`${table}.xmin`), sql.ref(`${table}.${id}`)]
  return sql<string | null>`string_agg(${xmin}::text || '.' || ${about}::text, ' ' order by ${about})`
}

/**
 * What every page of a person depends on: their session, rights and workspace, and the plans that they are led to. Rows stand in it by their
 * version (`xmin`), so it changes with every write and never comes back to what it was.
 */
const readerOf = (db: WorkspaceReading, asked: Asked) =>
  liveSession(db, asked, asked)
    .innerJoin('workspace', 'workspace.workspaceId', 'session.workspaceId')
    .leftJoin('member', (join) =>
      join.onRef('member.workspaceId', '=', 'session.workspaceId').onRef('member.id', '=', 'session.memberId'),
    )
    .leftJoin('participant', (join) =>
      join
        .onRef('participant.workspaceId', '=', 'session.workspaceId')
        .onRef('participant.id', '=', 'session.participantId'),
    )
    .select([
      sql<string>`coalesce(session.member_id, session.participant_id)::text`.as('reader'),
      'session.secretHash as secret',
      'session.seenAt as seen',
    ])
    .select([
      version('workspace').as('workspace'),
      version('member').as('member'),
      version('participant').as('participant'),
    ])
    .select((row) => [
      row.selectFrom('operations.emailHold').select('since').as('held'),
      row
        .selectFrom('planParticipant as own')
        .innerJoin('plan as other', (join) =>
          join.onRef('other.workspaceId', '=', 'own.workspaceId').onRef('other.id', '=', 'own.planId'),
        )
        .select(
          sql<string | null>`string_agg(own.xmin::text || '.' || other.xmin::text, ' ' order by other.id)`.as('all'),
        )
        .where('own.workspaceId', '=', asked.workspaceId)
        .whereRef('own.participantId', '=', 'session.participantId')
        .as('own'),
    ])

/** What any page of a plan shows. What an event changes stands in it by the counters of events, all else by its own rows. */
const planRevision = (db: WorkspaceReading, asked: AskedOfPlan) => {
  const { workspaceId, planId, now, undoneFrom } = asked
  return readerOf(db, asked)
    .innerJoin('plan', (join) => join.onRef('plan.workspaceId', '=', 'session.workspaceId').on('plan.id', '=', planId))
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .select(['plan.timeZone as zone', version('account').as('account'), version('plan').as('plan')])
    .select((row) => [
      row
        .selectFrom('planParticipant')
        .select(versions('planParticipant', 'participantId').as('all'))
        .where('planParticipant.workspaceId', '=', workspaceId)
        .where('planParticipant.planId', '=', planId)
        .as('seats'),
      row
        .selectFrom('planTeam')
        .select(versions('planTeam', 'memberId').as('all'))
        .where('planTeam.workspaceId', '=', workspaceId)
        .where('planTeam.planId', '=', planId)
        .as('team'),
      // Members that the plan may name: an owner, an inviter.
      row
        .selectFrom('member as colleague')
        .select(versions('colleague', 'id').as('all'))
        .where('colleague.workspaceId', '=', workspaceId)
        .as('members'),
      row
        .selectFrom('activityCounter')
        .select(
          // Its version also changes when a plan's summary is stored, which no page of the plan shows.
          sql<
            string | null
          >`string_agg(activity_counter.last_number || '.' || activity_counter.scope_id, ' ' order by activity_counter.scope_id)`.as(
            'all',
          ),
        )
        .where('activityCounter.workspaceId', '=', workspaceId)
        .where(({ eb, or }) => or([eb('scope', '=', 'workspace'), eb('scopeId', '=', planId)]))
        .as('numbers'),
      // A question is passed on by a job, without an event.
      row
        .selectFrom('question')
        .select(versions('question', 'id').as('all'))
        .where('question.workspaceId', '=', workspaceId)
        .where('question.planId', '=', planId)
        .as('questions'),
      // Since when changes of others are new to the reader, where there are any changes since.
      row
        .selectFrom('planVisit')
        .innerJoin('activityCounter as latest', (join) =>
          join
            .onRef('latest.workspaceId', '=', 'planVisit.workspaceId')
            .onRef('latest.scopeId', '=', 'planVisit.planId')
            .on('latest.scope', '=', 'plan'),
        )
        .select('planVisit.sinceNumber')
        .where('planVisit.workspaceId', '=', workspaceId)
        .where('planVisit.planId', '=', planId)
        .where('planVisit.readerId', '=', sql<string>`coalesce(session.member_id, session.participant_id)`)
        .whereRef('planVisit.sinceNumber', '<', 'latest.lastNumber')
        .as('since'),
      // What turns by itself: an offer to undo ends, and a proposal falls due.
      row
        .exists(
          row
            .selectFrom('planUndo')
            .select('number')
            .where('planUndo.workspaceId', '=', workspaceId)
            .where('planUndo.planId', '=', planId)
            .where('planUndo.actorId', '=', sql<string>`coalesce(session.member_id, session.participant_id)`)
            .where('planUndo.at', '>', undoneFrom),
        )
        .as('offered'),
      row
        .selectFrom('championProposal')
        .select(sql<SqlBool>`earliest_at <= ${now}`.as('isDue'))
        .where('championProposal.workspaceId', '=', workspaceId)
        .where('championProposal.planId', '=', planId)
        .as('proposed'),
      row
        .selectFrom('championGone')
        .select('championGone.raisedAt')
        .where('championGone.workspaceId', '=', workspaceId)
        .where('championGone.planId', '=', planId)
        .as('gone'),
    ])
}

/** What a page over all plans shows: it changes with every change of the workspace. */
const workspaceRevision = (db: WorkspaceReading, asked: Asked) =>
  readerOf(db, asked).select((row) =>
    row
      .selectFrom('workspaceChange')
      .select(sql<string | null>`string_agg(lane || '.' || number, ' ' order by lane)`.as('all'))
      .where('workspaceChange.workspaceId', '=', asked.workspaceId)
      .as('changes'),
  )

const examples = { workspaceId: 'a workspace', id: 'a session', now: new Date(1), idleSince: new Date(2) }
const ofPlan = preparedQuery(planRevision, { ...examples, planId: 'a plan', undoneFrom: new Date(3) })
const ofWorkspace = preparedQuery(workspaceRevision, examples)

/** Each plan has days of its own. Besides, it bounds what a process of the version before may hide, whose changes are not counted. */
const minuteOf = (now: Date) => Math.floor(now.getTime() / minute)

/** @returns undefined where the session is over or the plan is none of its workspace */
export async function findPageRevision(
  parts: Pick<Parts, 'runPrepared' | 'clock' | 'environment'>,
  { workspaceId, id }: Pick<SecretCookie, 'workspaceId' | 'id'>,
  covered: PageSubject,
): Promise<PageRevision | undefined> {
  const times = sessionTimes(parts)
  const { now } = times
  const asked = { workspaceId, id, ...times }
  if (covered === 'workspace') {
    const found = await parts.runPrepared(workspaceId, ofWorkspace, asked)
    return found && revisionFrom(found, minuteOf(now))
  }
  const found = await parts.runPrepared(workspaceId, ofPlan, { ...asked, ...covered, undoneFrom: offeredFrom(now) })
  return found && revisionFrom(found, todayIn(found.zone, now))
}

type Found = { reader: string; secret: string; seen: Date }

function revisionFrom({ reader, secret, seen, ...versions }: Found, day: string | number): PageRevision {
  const all = JSON.stringify([day, ...Object.values(versions)])
  const revision = createHash('sha256').update(all).digest('base64url')
  return { readerId: reader, secretHash: secret, seenAt: seen, revision }
}
