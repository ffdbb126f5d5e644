import type { ExpressionBuilder } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import { keptQuery } from '#db/kept-query.ts'
import type { WorkspaceReading } from '#db/reading.ts'
import type { DB } from '#db/schema.ts'
import { todayIn } from '#app/kit/clock.ts'
import { readEvent } from '#app/runner/events/read-event.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { eventSentence, you } from '../activity-sentences/event-words.ts'
import type { PlanFacts, PlanViewReader } from './plan-material.ts'
import type { ViewerSide } from '../core/viewer-side.ts'
import { rowsAsJson } from '#db/rows-as-json.ts'

type Where = { workspaceId: string; planId: string }

type Found = Pick<PlanFacts, 'confirmers' | 'agreements' | 'objections' | 'lastChange'>

/**
 * Who may confirm, what each side agreed to last, the objections that are open, and the latest change that the reader may know of: one query.
 * @returns what they are on a day in the plan's time zone, which is read side by side; undefined where there is no such plan
 */
export async function findPlanFacts(
  trx: WorkspaceReading,
  where: Where,
  reader: PlanViewReader,
): Promise<((timeZone: string, today: IsoDate) => Found) | undefined> {
  const [found] = await planFacts(trx, { ...where, sight: reader.sight })
  if (!found) return undefined
  const { agreements, objections, lastChange } = found
  const confirmers = (found.confirmers ?? []).sort((a, b) => a.name.localeCompare(b.name, 'en'))
  return (timeZone, today) => ({
    // The champion first, then those that the champion named.
    confirmers: [...confirmers.filter(isChampion), ...confirmers.filter((it) => !isChampion(it))].map(
      ({ name }) => name,
    ),
    agreements: (agreements ?? [])
      .map(({ name, side, agreedAt, termsVersion }) => ({
        name,
        side: side as ViewerSide,
        on: todayIn(timeZone, new Date(agreedAt)),
        termsVersion,
      }))
      .sort((a, b) => (a.side < b.side ? -1 : 1)),
    objections: (objections ?? [])
      .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
      .map(({ id, side, by, at, reason, answer, answeredAt, answeredBy }) => ({
        id,
        side: side as ViewerSide,
        by,
        on: todayIn(timeZone, new Date(at)),
        reason,
        answer:
          answer !== null && answeredAt
            ? { by: answeredBy ?? '', on: todayIn(timeZone, new Date(answeredAt)), text: answer }
            : null,
      })),
    lastChange: lastChange && {
      number: Number(lastChange.number),
      by: lastChange.by,
      at: new Date(lastChange.at).toISOString(),
      sentence: eventSentence(readEvent(lastChange), lastChange.actorId === reader.id ? you : lastChange.by, { today }),
    },
  })
}

const planFacts = keptQuery(
  (db, { sight, ...where }) =>
    db
      .selectFrom('plan')
      .select((plan) => [
        confirmersOf(plan, where).as('confirmers'),
        latestAgreements(plan, where).as('agreements'),
        openObjections(plan, where).as('objections'),
        lastVisible(plan, where, sight).as('lastChange'),
      ])
      .where('plan.workspaceId', '=', where.workspaceId)
      .where('plan.id', '=', where.planId),
  { workspaceId: 'a workspace', planId: 'a plan', sight: 'a side' },
)

const isChampion = ({ role }: { role: string }) => role === 'champion'

type PlanRow = ExpressionBuilder<DB, 'plan'>

const confirmersOf = (plan: PlanRow, { workspaceId, planId }: Where) =>
  plan
    .selectFrom('planParticipant')
    .select(({ ref }) =>
      rowsAsJson(jsonBuildObject({ name: ref('planParticipant.name'), role: ref('planParticipant.role') })).as('all'),
    )
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.planId', '=', planId)
    .where('planParticipant.removedAt', 'is', null)
    .where((where) => where.or([where('role', '=', 'champion'), where('mayConfirm', '=', true)]))

const latestAgreements = (plan: PlanRow, { workspaceId, planId }: Where) =>
  plan
    .selectFrom((from) =>
      from
        .selectFrom('agreement')
        .distinctOn('side')
        .select(['side', 'personName', 'agreedAt', 'termsVersion'])
        .where('agreement.workspaceId', '=', workspaceId)
        .where('agreement.planId', '=', planId)
        .orderBy('side')
        .orderBy('agreedAt', 'desc')
        .orderBy('termsVersion', 'desc')
        .as('latest'),
    )
    .select(({ ref }) =>
      rowsAsJson(
        jsonBuildObject({
          name: ref('latest.personName'),
          side: ref('latest.side'),
          agreedAt: ref('latest.agreedAt'),
          termsVersion: ref('latest.termsVersion'),
        }),
      ).as('all'),
    )

const openObjections = (plan: PlanRow, { workspaceId, planId }: Where) =>
  plan
    .selectFrom('objection')
    .select(({ ref }) =>
      rowsAsJson(
        jsonBuildObject({
          id: ref('objection.id'),
          side: ref('objection.side'),
          by: ref('objection.personName'),
          at: ref('objection.at'),
          reason: ref('objection.reason'),
          answer: ref('objection.answer'),
          answeredAt: ref('objection.answeredAt'),
          answeredBy: ref('objection.answeredBy'),
        }),
      ).as('all'),
    )
    .where('objection.workspaceId', '=', workspaceId)
    .where('objection.planId', '=', planId)
    .where('objection.closedAt', 'is', null)

const lastVisible = (plan: PlanRow, { workspaceId, planId }: Where, sight: string) =>
  plan
    .selectFrom('activity')
    .select(({ ref }) =>
      jsonBuildObject({
        number: ref('activity.number'),
        by: ref('activity.actorName'),
        actorId: ref('activity.actorId'),
        at: ref('activity.at'),
        event: ref('activity.event'),
        subjectId: ref('activity.subjectId'),
        subject: ref('activity.subject'),
        changes: ref('activity.changes'),
      }).as('it'),
    )
    .where('activity.workspaceId', '=', workspaceId)
    .where('scope', '=', 'plan')
    .where('scopeId', '=', planId)
    .where((where) => where.or([where('visibleTo', 'is', null), where('visibleTo', '=', sight)]))
    .orderBy('number', 'desc')
    .limit(1)
