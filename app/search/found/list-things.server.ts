import type { WorkspaceReading } from '#db/reading.ts'
import { todayIn } from '#app/kit/clock.ts'
import { paths, planLinks } from '#app/kit/paths.ts'
import { capabilityStageOf } from '#app/portfolio/account/capability-stage.ts'
import { capabilityStageWords } from '#app/portfolio/account/capability-stage-words.ts'
import { stateWords } from '#app/portfolio/plans-words.ts'
import { statusOf } from '#app/plan/core/task-status.ts'
import type { PlanState } from '#app/plan/core/stages.ts'
import { taskStatusWords } from '#app/plan/core/task-words.ts'
import type { Standing } from '#app/policy/policy.ts'
import { roleName } from '#app/policy/role-name-words.ts'
import { mayOnPlanAsItStands } from '#app/runner/plan-end.ts'
import { commentPath, talkPage } from '#app/talk/core/comment-path.ts'
import { longDate } from '#app/ui/date-words.ts'
import type { ThingKind } from '../words/thing-kind.ts'
import type { FoundThing } from './found-things.ts'
import type { WordSearch } from './hits.server.ts'
import * as live from './live-things.server.ts'
import { excerpt, markedParts } from './marked-parts.ts'
import { commentFactWords, plansCountWords } from './search-words.ts'

export type SearchReading = WordSearch & { marked: ReadonlySet<string>; standings: ReadonlySet<Standing>; now: Date }

type Listed = { total: number; things: FoundThing[] }

type Rows<Row> = readonly (Row & { id: string; total: number })[]

/** Titles and other texts of rows, marked, with what else is said of each. */
function listed<Row>(
  rows: Rows<Row>,
  { marked }: SearchReading,
  thing: (row: Row & { id: string }) => {
    /** What it is called, or all that it says. */
    title: string | { said: string }
    others?: (string | null)[]
    path: string
    facts: (string | null)[]
    logQuestion?: string | null
  },
): Listed {
  return {
    total: rows[0]?.total ?? 0,
    things: rows.map((row) => {
      const { title, others = [], path, facts, logQuestion = null } = thing(row)
      const parts =
        typeof title === 'string'
          ? markedParts(title, marked)
          : (excerpt(title.said, marked) ?? markedParts(title.said, marked))
      const elsewhere = parts.some(({ isMarked }) => isMarked) ? [] : others
      return {
        id: row.id,
        path,
        title: parts,
        excerpt: elsewhere.reduce<FoundThing['excerpt']>((found, text) => found ?? excerpt(text ?? '', marked), null),
        facts: facts.flatMap((fact) => fact ?? []),
        logQuestion,
      }
    }),
  }
}

type OfPlan = {
  planId: string
  project: string
  account: string
  state: string
  archivedAt: Date | null
  timeZone: string
}

/** As the database's check holds it. */
const planState = ({ state, archivedAt }: OfPlan) => stateWords(state as PlanState, archivedAt !== null)

/** Whose a thing is; the state of its plan where that is over. */
const placeOf = (plan: OfPlan): (string | null)[] => [
  plan.account,
  plan.project,
  plan.archivedAt !== null || plan.state === 'lost' ? planState(plan) : null,
]

const logAt = (plan: OfPlan, { standings }: SearchReading, asker?: string) =>
  mayOnPlanAsItStands('ask-question', standings, plan) ? planLinks(plan.planId).logQuestion(asker) : null

/** Who said it, and where a question stands. */
function saidBy(
  row: Pick<OfPlan, 'timeZone'> & {
    authorName: string
    createdAt: Date
    askerName: string | null
    answerId: string | null
    closedAt: Date | null
  },
  { now }: SearchReading,
): string[] {
  const { timeZone, authorName, createdAt, askerName, answerId, closedAt } = row
  const day = longDate(todayIn(timeZone, createdAt), todayIn(timeZone, now))
  if (askerName === null) return [commentFactWords.by(authorName, day)]
  const state = closedAt ? 'closed' : answerId ? 'answered' : 'open'
  return [commentFactWords.question[state], commentFactWords.askedBy(askerName, day)]
}

/** Lists a page of what was found of each kind. */
export const listThings: Record<
  ThingKind,
  (trx: WorkspaceReading, reading: SearchReading, cut: live.Cut) => Promise<Listed>
> = {
  account: async (trx, reading, cut) =>
    listed(await live.liveAccounts(trx, reading, cut), reading, ({ id, name, industry, region, plans }) => ({
      ...{ title: name, path: paths.account(id) },
      facts: [industry, region, plansCountWords(plans)],
    })),
  plan: async (trx, reading, cut) =>
    listed(await live.livePlans(trx, reading, cut), reading, (plan) => ({
      ...{ title: plan.project, others: [plan.winStatement], path: paths.plan(plan.planId) },
      facts: [plan.account, planState(plan)],
      logQuestion: logAt(plan, reading),
    })),
  person: async (trx, reading, cut) =>
    listed(await live.livePeople(trx, reading, cut), reading, ({ id, name, jobTitle, role, accountId, ...plan }) => ({
      ...{ title: name, others: [jobTitle], path: paths.accountPerson(accountId, id) },
      facts: [jobTitle, ...placeOf(plan), roleName(role)],
      logQuestion: logAt(plan, reading, id),
    })),
  member: async (trx, reading, cut) =>
    listed(await live.liveMembers(trx, reading, cut), reading, ({ name, jobTitle }) => ({
      ...{ title: name, path: '/workspace' },
      facts: [jobTitle],
    })),
  capability: async (trx, reading, cut) =>
    listed(await live.liveCapabilities(trx, reading, cut), reading, (row) => ({
      ...{ title: row.need, others: [row.why, row.edition, row.internalNote] },
      path: planLinks(row.planId).capability(row.id),
      facts: [capabilityStageWords[capabilityStageOf(row)], ...placeOf(row)],
    })),
  task: async (trx, reading, cut) =>
    listed(await live.liveTasks(trx, reading, cut), reading, (row) => ({
      ...{ title: row.title, others: [row.description], path: planLinks(row.planId).taskPage(row.id) },
      facts: [taskStatusWords[statusOf(row)], ...placeOf(row)],
    })),
  comment: async (trx, reading, cut) =>
    listed(await live.liveComments(trx, reading, cut), reading, (row) => {
      const about = row.task ?? row.milestone
      const links = planLinks(row.planId)
      return {
        title: { said: row.body },
        path: commentPath(talkPage(links, { scope: row.scope, id: row.subjectId }), row.id),
        facts: [...saidBy(row, reading), about === null ? null : commentFactWords.about(about), ...placeOf(row)],
      }
    }),
}
