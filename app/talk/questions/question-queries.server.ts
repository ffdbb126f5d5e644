import type { WorkspaceReading } from '#db/reading.ts'
import { oneLine } from '#app/kit/plain-text.ts'
import { notFound } from '#app/runner/refusal.ts'
import type { OptionGroup } from '#app/ui/option.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { type ActorSide, sideOf, sightOf } from '#app/policy/policy.ts'
import { type PlanEnd, mayOnPlanAsItStands } from '#app/runner/plan-end.ts'
import { readsVisibleTo } from '../core/person.ts'
import type { SubjectScope } from '../core/subject-scope.ts'
import { answerTimeWords } from './answer-time-words.ts'
import { findAnswerSettings, answerHoursOf, promisedAnswerAt } from './answer-time.server.ts'
import { zonedTimeWords } from '#app/ui/zoned-time-words.ts'
import { askFormWords } from './question-words.ts'
import type { QuestionLine, QuestionsView } from './questions-view.ts'
import { lengthOfDay, workingTimeBetween } from './working-hours.ts'

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
    const answering = await findAnswerSettings(trx, where.workspaceId)
    const hours = answerHoursOf(plan.vendorCalendar, answering, now)
    const times = rows.flatMap(({ askedAt, firstAnsweredAt }) =>
      firstAnsweredAt ? [workingTimeBetween(askedAt, firstAnsweredAt, hours)] : [],
    )
    const lines = rows
      .filter(({ privateTo, isThere }) => isThere && readsVisibleTo(sightOf(standings), privateTo))
      .map((row) => lineOf(row, plan, now))
    const mayAsk = mayOnPlanAsItStands('ask-question', standings, end)
    return {
      open: lines.filter(({ state }) => state === 'open'),
      answered: lines.filter(({ state }) => state === 'answered'),
      closed: lines.filter(({ state }) => state === 'closed').length,
      answerTime: answerTimeWords(times, lengthOfDay(hours)),
      mayAsk,
      asked: rows.length,
      promise: {
        by: zonedTimeWords(promisedAnswerAt(plan.vendorCalendar, answering, now), plan.timeZone, now),
        owner: plan.leadName,
        hours: answering.answerHours,
      },
      subjects: mayAsk ? await listSubjects(trx, where) : [],
      askers: mayAsk && sideOf(actor) === 'vendor' ? await listAskers(trx, where) : [],
    }
  })

type Plan = NonNullable<Awaited<ReturnType<typeof findPlan>>>

const findPlan = (trx: WorkspaceReading, { workspaceId, planId }: Where) =>
  trx
    .selectFrom('plan')
    .innerJoin('member', (join) =>
      join.onRef('member.workspaceId', '=', 'plan.workspaceId').onRef('member.id', '=', 'plan.leadId'),
    )
    .select(['plan.project', 'plan.timeZone', 'plan.vendorCalendar'])
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
    .select(['comment.scope', 'comment.subjectId', 'comment.body', 'comment.deletedAt', 'member.name as owner'])
    .leftJoin('milestone', (join) =>
      join.onRef('milestone.workspaceId', '=', 'comment.workspaceId').onRef('milestone.id', '=', 'comment.subjectId'),
    )
    .select(['task.title as task', 'task.privateTo', 'milestone.title as milestone'])
    .where('question.workspaceId', '=', workspaceId)
    .where('question.planId', '=', planId)
    .orderBy('promisedAt')
    .$narrowType<{ privateTo: ActorSide | null; scope: SubjectScope }>()
    .execute()
  return rows.map((row) => ({
    ...row,
    isThere: row.deletedAt === null && (row.scope === 'plan' || (row.task ?? row.milestone) !== null),
  }))
}

function lineOf(row: Row, { project, timeZone, leadName }: Plan, now: Date): QuestionLine {
  const { id, scope, subjectId, task, milestone, body, askerName, owner, promisedAt, answerId, closedAt } = row
  return {
    id,
    subject: { scope, id: subjectId },
    about: task ?? milestone ?? project,
    text: oneLine(body),
    askedBy: askerName,
    owner: owner ?? leadName,
    promised: zonedTimeWords(promisedAt, timeZone, now),
    state: closedAt ? 'closed' : answerId ? 'answered' : 'open',
    isOverdue: promisedAt < now,
  }
}

/** Milestones, in the order of their titles like tasks, and the tasks that both sides read. */
async function listSubjects(trx: WorkspaceReading, { workspaceId, planId }: Where): Promise<OptionGroup[]> {
  const options = ['id as value', 'title as text'] as const
  const milestones = trx
    .selectFrom('milestone')
    .select(options)
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .orderBy('title')
  const tasks = trx
    .selectFrom('task')
    .select(options)
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('privateTo', 'is', null)
    .orderBy('title')
  const [ofMilestones, ofTasks] = await Promise.all([milestones.execute(), tasks.execute()])
  return [
    { label: askFormWords.milestones, options: ofMilestones },
    { label: askFormWords.tasks, options: ofTasks },
  ]
}

const listAskers = (trx: WorkspaceReading, { workspaceId, planId }: Where) =>
  trx
    .selectFrom('planParticipant')
    .select(['participantId as id', 'name'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('removedAt', 'is', null)
    .orderBy('name')
    .execute()
