import { type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { todayIn } from '#app/kit/clock.ts'
import { type ListPage, placeOfPage, rowsBefore } from '#app/kit/list-page.ts'
import { bounds } from '#app/kit/limits.ts'
import type { Parts } from '#app/kit/parts.ts'
import { compareWithTarget } from '#app/plan/terms/win-measure.ts'
import { Refusal } from '#app/runner/refusal.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { ConsentValues } from './consent-values.ts'
import type { ReferenceRow } from './reference-row.ts'
import type { ReferenceAnswer } from './reference-answer.ts'
import { referenceKinds } from '#app/runner/events/reference-kinds.ts'
import { referenceRefusals } from './reference-words.ts'
import { type CoveredWords, answerOf, coveredWords, readLimits } from './model.ts'
import { getWinFacts } from './win-facts.server.ts'
import { addressOwner } from '#app/access/core/address-owner.server.ts'

/** As `answerOf` says of a consent, for counting: its words are those of now, and its last day has not passed in the plan's time zone. */
const isInEffect = (now: Date) => sql<SqlBool>`
  (reference.covers ->> 'version')::int = plan.win_version
  and coalesce((reference.limits::jsonb ->> 'until')::date >= (${now}::timestamptz at time zone plan.time_zone)::date, true)`

const kindsOf = (stored: string[]) => z.array(z.enum(referenceKinds)).parse(stored)

/**
 * Marketing's board: a page of the confirmed wins of the workspace, newest first, with what may be used of each, and how many of all
 * wins were agreed to be a reference.
 */
export async function getReferencesPage(
  parts: Pick<Parts, 'reads' | 'clock'>,
  { workspaceId }: { workspaceId: string },
  page = 1,
): Promise<{ list: ListPage<ReferenceRow>; agreed: number; today: IsoDate }> {
  const now = parts.clock.now()
  return parts.reads.in(workspaceId, async (trx) => {
    const workspace = await trx
      .selectFrom('workspace')
      .select('timeZone')
      .select((row) => [
        row
          .selectFrom('winResult')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where('winResult.workspaceId', '=', workspaceId)
          .as('wins'),
        row
          .selectFrom('reference')
          .innerJoin('plan', (join) =>
            join.onRef('plan.workspaceId', '=', 'reference.workspaceId').onRef('plan.id', '=', 'reference.planId'),
          )
          .innerJoin('winResult', (join) =>
            join
              .onRef('winResult.workspaceId', '=', 'reference.workspaceId')
              .onRef('winResult.planId', '=', 'reference.planId'),
          )
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where('reference.workspaceId', '=', workspaceId)
          .where('reference.state', '=', 'agreed')
          .where(isInEffect(now))
          .as('agreed'),
      ])
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirstOrThrow()
    const place = placeOfPage(Number(workspace.wins), page)
    const shown = await trx
      .selectFrom('winResult')
      .innerJoin('plan', (join) =>
        join.onRef('plan.workspaceId', '=', 'winResult.workspaceId').onRef('plan.id', '=', 'winResult.planId'),
      )
      .innerJoin('account', (join) =>
        join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
      )
      .innerJoin('planParticipant', (join) =>
        join
          .onRef('planParticipant.workspaceId', '=', 'winResult.workspaceId')
          .onRef('planParticipant.planId', '=', 'winResult.planId')
          .onRef('planParticipant.participantId', '=', 'winResult.participantId'),
      )
      .innerJoin('participant', (join) =>
        join
          .onRef('participant.workspaceId', '=', 'winResult.workspaceId')
          .onRef('participant.id', '=', 'winResult.participantId'),
      )
      .leftJoin('reference', (join) =>
        join
          .onRef('reference.workspaceId', '=', 'winResult.workspaceId')
          .onRef('reference.planId', '=', 'winResult.planId'),
      )
      .select([
        'plan.id as planId',
        'account.name as account',
        'plan.project',
        'plan.winVersion',
        'plan.timeZone',
        'winResult.statement',
        'winResult.measure',
        'winResult.unit',
        'winResult.baseline',
        'winResult.target',
        'winResult.measured',
        'winResult.confirmedOn',
        'planParticipant.name as confirmedBy',
        'participant.email',
        'reference.state',
        'reference.kinds',
        'reference.limits',
        'reference.usesPerQuarter',
        'reference.covers',
      ])
      .where('winResult.workspaceId', '=', workspaceId)
      .orderBy('winResult.confirmedAt', 'desc')
      .orderBy('plan.id')
      .limit(bounds.listRows)
      .offset(rowsBefore(place))
      .execute()
    const rows = shown.map((stored): ReferenceRow => {
      const {
        state: _state,
        winVersion: _version,
        timeZone: _zone,
        kinds,
        limits,
        usesPerQuarter,
        covers,
        email,
        ...row
      } = stored
      const { until, note } = readLimits(limits)
      const figures = { baseline: Number(row.baseline), target: Number(row.target), measured: Number(row.measured) }
      const answer = answerOf(stored, todayIn(stored.timeZone, now))
      return {
        ...row,
        ...figures,
        confirmedFrom: addressOwner(email),
        targetMet: compareWithTarget(figures, figures.measured) === 'met',
        answer,
        agreedFor: answer === 'on hold' ? coveredWords.parse(covers) : null,
        kinds: kindsOf(kinds ?? []),
        limits: { callsPerQuarter: usesPerQuarter, until, note },
      }
    })
    return { list: { rows, ...place }, agreed: Number(workspace.agreed), today: todayIn(workspace.timeZone, now) }
  })
}

export type ReferenceFormView = {
  workspace: string
  account: string
  project: string
  /** The confirmed first win that the answer is about, with the version of its words. */
  win: Omit<CoveredWords, 'version'>
  winVersion: number
  answer: ReferenceAnswer
  /** What was agreed to before. */
  values: ConsentValues | null
}

/** What the page asks of the champion. @throws Refusal 404 before the win is confirmed */
export async function getReferenceForForm(
  parts: Pick<Parts, 'reads' | 'clock'>,
  { workspaceId }: { workspaceId: string },
  planId: string,
): Promise<ReferenceFormView> {
  return parts.reads.in(workspaceId, async (trx) => {
    const facts = await getWinFacts(trx, workspaceId, planId)
    const { workspace, account, project, winVersion, statement, measure, unit, baseline, target, measured } = facts
    const found = await trx
      .selectFrom('reference')
      .select(['state', 'kinds', 'limits', 'usesPerQuarter', 'covers'])
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', planId)
      .executeTakeFirst()
    if (!found) throw new Refusal(404, referenceRefusals.notConfirmed)
    const { quoteText, until, note } = readLimits(found.limits)
    const values: ConsentValues = {
      kinds: kindsOf(found.kinds),
      callsPerQuarter: found.usesPerQuarter,
      quoteText: quoteText ?? statement,
      until: until ?? '',
      note: note ?? '',
    }
    const win = { statement, measure, unit, baseline, target, measured }
    const answer = answerOf({ ...found, winVersion }, todayIn(facts.timeZone, parts.clock.now()))
    return { workspace, account, project, win, winVersion, answer, values: found.state === 'agreed' ? values : null }
  })
}
