import type { WorkspaceReading } from '#db/reading.ts'
import { oneLine } from '#app/kit/plain-text.ts'
import { notFound } from '#app/runner/refusal.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { type ActorSide, sideOf, sightOf } from '#app/policy/policy.ts'
import { type PlanEnd, mayNow } from '#app/runner/plan-end.ts'
import { readsVisibleTo } from '../core/person.ts'
import { answerTimeWords } from './answer-time-words.ts'
import { findPromise, hoursOf } from './hours-of.server.ts'
import { promisedWords } from './promised-words.ts'
import type { QuestionLine, QuestionsView } from './questions-view.ts'
import { workingTimeBetween } from './working-hours.ts'

type Reader = PlanReader & { planId: string; plan: PlanEnd }
type Where = { workspaceId: string; planId: string }

/** The questions of a plan, how long answers take, and what a new one needs. @throws Refusal 404 */
export const getQuestions = (
  parts: Pick<Parts, 'reads' | 'clock'>,
  { actor, standings, planId, plan: end }: Reader,
): Promise<QuestionsView> =>
  parts.reads.in(actor.workspaceId, async (trx) => {
    const where = { workspaceId: actor.workspaceId, planId }
    const now = parts.clock.now()
    const plan = await findPlan(trx, where)
    if (!plan) throw notFound()
    const rows = await listRows(trx, where)
    const hours = hoursOf(plan.vendorCalendar, plan.workspaceZone, now)
    const times = rows.flatMap(({ askedAt, firstAnsweredAt }) =>
      firstAnsweredAt ? [workingTimeBetween(askedAt, firstAnsweredAt, hours)] : [],
    )
    const lines = rows
      .filter(({ privateTo, isThere }) => isThere && readsVisibleTo(sightOf(standings), privateTo))
      .map((row) => lineOf(row, plan, now))
    const mayAsk = mayNow('ask-question', standings, end)
    const promisedAt = await findPromise(trx, where.workspaceId, plan, now)
    return {
      open: lines.filter(({ state }) => state === 'open'),
      answered: lines.filter(({ state }) => state === 'answered'),
      closed: lines.filter(({ state }) => state === 'closed').length,
      answerTime: answerTimeWords(times),
      mayAsk,
      asked: rows.length,
      promise: { by: promisedWords(promisedAt, plan.timeZone, now), owner: plan.leadName },
      tasks: mayAsk ? await listTasks(trx, where) : [],
      askers: mayAsk && sideOf(actor) === 'vendor' ? await listAskers(trx, where) : [],
    }
  })

type Plan = NonNullable<Awaited<ReturnType<typeof findPlan>>>

const findPlan = (trx: WorkspaceReading, { workspaceId, planId }: Where) =>
  trx
    .selectFrom('plan')
    .innerJoin('workspace', 'workspace.workspaceId', 'plan.workspaceId')
    .innerJoin('member', (join) =>
      join.onRef('member.workspaceId', '=', 'plan.workspaceId').onRef('member.id', '=', 'plan.leadId'),
    )
    .select(['plan.project', 'plan.timeZone', 'plan.vendorCalendar', 'workspace.timeZone as workspaceZone'])
    .select('member.name as leadName')
    .where('plan.workspaceId', '=', workspaceId)
    .where('plan.id', '=', planId)
    .executeTakeFirst()

type Row = Awaited<ReturnType<typeof listRows>>[number]

async function listRows(trx: WorkspaceReading, { workspaceId, planId }: Where) {
  const rows = await trx
    .selectFrom('question')
    .innerJoin('comment', (join) =>
      join.onRef('comment.workspaceId', '=', 'question.workspaceId').onRef('comment.id', '=', 'question.id'),
    )
    .leftJoin('task', (join) =>
      join.onRef('task.workspaceId', '=', 'comment.workspaceId').onRef('task.id', '=', 'comment.subjectId'),
    )
    .leftJoin('member', (join) =>
      join
        .onRef('member.workspaceId', '=', 'question.workspaceId')
        .onRef('member.id', '=', 'question.ownerId')
        .on('member.removedAt', 'is', null),
    )
    .select(['question.id', 'askerName', 'askedAt', 'promisedAt', 'firstAnsweredAt', 'answerId', 'closedAt'])
    .select(['comment.scope', 'comment.body', 'comment.deletedAt', 'member.name as owner'])
    .select(['task.id as taskId', 'task.title as task', 'task.privateTo'])
    .where('question.workspaceId', '=', workspaceId)
    .where('question.planId', '=', planId)
    .orderBy('promisedAt')
    .$narrowType<{ privateTo: ActorSide | null }>()
    .execute()
  return rows.map((row) => ({
    ...row,
    isThere: row.deletedAt === null && (row.scope === 'plan' || row.taskId !== null),
  }))
}

function lineOf(row: Row, { project, timeZone, leadName }: Plan, now: Date): QuestionLine {
  const { id, taskId, task, body, askerName, owner, promisedAt, answerId, closedAt } = row
  return {
    id,
    taskId,
    about: task ?? project,
    text: oneLine(body),
    askedBy: askerName,
    owner: owner ?? leadName,
    promised: promisedWords(promisedAt, timeZone, now),
    state: closedAt ? 'closed' : answerId ? 'answered' : 'open',
    isOverdue: promisedAt < now,
  }
}

/** Tasks that both sides read. */
const listTasks = (trx: WorkspaceReading, { workspaceId, planId }: Where) =>
  trx
    .selectFrom('task')
    .select(['id', 'title'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('privateTo', 'is', null)
    .orderBy('title')
    .execute()

const listAskers = (trx: WorkspaceReading, { workspaceId, planId }: Where) =>
  trx
    .selectFrom('planParticipant')
    .select(['participantId as id', 'name'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('removedAt', 'is', null)
    .orderBy('name')
    .execute()
