import { sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import { oneLine } from '#app/kit/plain-text.ts'
import { planLinks } from '#app/kit/paths.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { keptQuery } from '#db/kept-query.ts'
import { rowsAsJson } from '#db/rows-as-json.ts'
import { sightOf } from '#app/policy/policy.ts'
import { notFound } from '#app/runner/refusal.ts'
import { commentPath, talkPage } from '../core/comment-path.ts'
import type { SubjectScope } from '../core/subject-scope.ts'
import { zonedTimeWords } from '#app/ui/zoned-time-words.ts'
import { nextQuestionWords } from './question-words.ts'

/** A question that waits for the reader, to answer or to close. */
export type NextQuestion = { id: string; text: string; path: string; words: string }

/** What the plan page shows of its conversation. */
export type PlanTalk = {
  next: NextQuestion[]
  /** Comments that the reader may read, by task and by milestone. */
  counts: Record<string, number>
}

/** The questions that wait for the reader, and how much was written about each task and milestone: one query. */
export const getPlanTalk = (
  parts: Pick<Parts, 'reads' | 'clock'>,
  { actor, standings, planId }: PlanReader & { planId: string },
): Promise<PlanTalk> =>
  parts.reads.in(actor.workspaceId, async (trx) => {
    const { workspaceId } = actor
    const sight = sightOf(standings)
    const [found] = await talkOnPlan(trx, { workspaceId, planId, sight })
    if (!found) throw notFound()
    const isAdmin = standings.has('admin')
    const waitsFor = (question: Asked) => whyNext(question, { id: actor.id, leads: found.leadId === actor.id, isAdmin })
    const now = parts.clock.now()
    return {
      counts: found.counts ?? {},
      next: (found.questions ?? [])
        .toSorted((a, b) => Date.parse(a.promisedAt) - Date.parse(b.promisedAt))
        .flatMap((question) => {
          const why = waitsFor(question)
          return why === null ? [] : [nextOf(question, why, { planId, timeZone: found.timeZone, now })]
        }),
    }
  })

const talkOnPlan = keptQuery(
  (db, { workspaceId, planId, sight }) =>
    db
      .selectFrom('plan')
      .select(['plan.timeZone', 'plan.leadId'])
      .select(({ selectFrom }) => [
        selectFrom('question')
          .innerJoin('comment', (join) =>
            join.onRef('comment.workspaceId', '=', 'question.workspaceId').onRef('comment.id', '=', 'question.id'),
          )
          .leftJoin('task', (join) =>
            join.onRef('task.workspaceId', '=', 'comment.workspaceId').onRef('task.id', '=', 'comment.subjectId'),
          )
          .leftJoin('milestone', (join) =>
            join
              .onRef('milestone.workspaceId', '=', 'comment.workspaceId')
              .onRef('milestone.id', '=', 'comment.subjectId'),
          )
          .leftJoin('member', (join) =>
            join
              .onRef('member.workspaceId', '=', 'question.workspaceId')
              .onRef('member.id', '=', 'question.ownerId')
              .on('member.removedAt', 'is', null),
          )
          .select((row) =>
            rowsAsJson(
              jsonBuildObject({
                id: row.ref('question.id'),
                ownerId: row.ref('member.id'),
                askerId: row.ref('question.askerId'),
                askedBy: row.ref('question.askerName'),
                promisedAt: row.ref('question.promisedAt'),
                escalatedTo: row.ref('question.escalatedTo'),
                answerId: row.ref('question.answerId'),
                closingProposedBy: row.ref('question.closingProposedBy'),
                body: row.ref('comment.body'),
                scope: row.ref('comment.scope').$castTo<SubjectScope>(),
                subjectId: row.ref('comment.subjectId'),
              }),
            ).as('all'),
          )
          .where('question.workspaceId', '=', workspaceId)
          .where('question.planId', '=', planId)
          .where('question.closedAt', 'is', null)
          .where('comment.deletedAt', 'is', null)
          .where(({ or, eb }) =>
            or([eb('comment.scope', '=', 'plan'), eb('task.id', 'is not', null), eb('milestone.id', 'is not', null)]),
          )
          .where(({ or, eb }) => or([eb('task.privateTo', 'is', null), eb('task.privateTo', '=', sight)]))
          .as('questions'),
        selectFrom(({ selectFrom: from, fn }) =>
          from('comment')
            .leftJoin('task', (join) =>
              join.onRef('task.workspaceId', '=', 'comment.workspaceId').onRef('task.id', '=', 'comment.subjectId'),
            )
            .leftJoin('milestone', (join) =>
              join
                .onRef('milestone.workspaceId', '=', 'comment.workspaceId')
                .onRef('milestone.id', '=', 'comment.subjectId'),
            )
            .select(['comment.subjectId as id', fn.countAll<number>().as('count')])
            .where('comment.workspaceId', '=', workspaceId)
            .where('comment.planId', '=', planId)
            .where('comment.deletedAt', 'is', null)
            .where(({ or, eb }) => or([eb('comment.visibleTo', 'is', null), eb('comment.visibleTo', '=', sight)]))
            .where(({ or, eb }) => or([eb('task.privateTo', 'is', null), eb('task.privateTo', '=', sight)]))
            // Comments stay when what they are about is deleted: nothing says then which side it was hidden from.
            .where(({ or, eb }) => or([eb('task.id', 'is not', null), eb('milestone.id', 'is not', null)]))
            .groupBy('comment.subjectId')
            .as('counted'),
        )
          .select(sql<Record<string, number> | null>`json_object_agg(counted.id, counted.count)`.as('all'))
          .as('counts'),
      ])
      .where('plan.workspaceId', '=', workspaceId)
      .where('plan.id', '=', planId),
  { workspaceId: 'a workspace', planId: 'a plan', sight: 'a side' },
)

type Asked = {
  id: string
  /** None where the owner has left: the lead answers then. */
  ownerId: string | null
  askerId: string | null
  askedBy: string
  promisedAt: string
  escalatedTo: string | null
  answerId: string | null
  closingProposedBy: string | null
  body: string
  scope: SubjectScope
  subjectId: string
}

type Reader = { id: string; leads: boolean; isAdmin: boolean }

/** What the reader has to do: answer as its owner, or as the one it was passed on to; close it as the one who asked. */
function whyNext(question: Asked, { id, leads, isAdmin }: Reader): 'answer' | 'close' | 'proposed' | null {
  const { ownerId, askerId, answerId, closingProposedBy, escalatedTo } = question
  if (askerId === id) return answerId ? 'close' : closingProposedBy ? 'proposed' : null
  if (answerId) return null
  const isPassedOn = (leads && escalatedTo !== null) || (isAdmin && escalatedTo === 'admin')
  const isOwner = ownerId === null ? leads : ownerId === id
  return isOwner || isPassedOn ? 'answer' : null
}

function nextOf(
  { id, body, scope, subjectId, askedBy, promisedAt }: Asked,
  why: 'answer' | 'close' | 'proposed',
  { planId, timeZone, now }: { planId: string; timeZone: string; now: Date },
): NextQuestion {
  const place = talkPage(planLinks(planId), { scope, id: subjectId })
  const words =
    why === 'answer'
      ? nextQuestionWords.answer(askedBy, zonedTimeWords(new Date(promisedAt), timeZone, now))
      : nextQuestionWords[why]
  return { id, text: oneLine(body), path: commentPath(place, id), words }
}
