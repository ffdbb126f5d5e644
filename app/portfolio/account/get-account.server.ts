import type { WorkspaceReading } from '#db/reading.ts'
import { todayIn } from '#app/kit/clock.ts'
import { isUuid } from '#app/kit/ids.ts'
import { bounds } from '#app/kit/limits.ts'
import { placeOfPage, rowsBefore } from '#app/kit/list-page.ts'
import { isOverloaded } from '#app/kit/computations.ts'
import type { Parts } from '#app/kit/parts.ts'
import { planLinks } from '#app/kit/paths.ts'
import { oneLine } from '#app/kit/plain-text.ts'
import { refreshPlans } from '#app/plan/summary/refresh-summaries.server.ts'
import type { PersonActor, Standing } from '#app/policy/policy.ts'
import { type PlanEnd, mayOnPlanAsItStands } from '#app/runner/plan-end.ts'
import { notFound } from '#app/runner/refusal.ts'
import { zonedTimeWords } from '#app/ui/zoned-time-words.ts'
import * as lists from './account-queries.server.ts'
import type { AccountPart, AccountView, PartPage } from './account-view.ts'
import { capabilityStageOf } from './capability-stage.ts'

type Needs = Pick<Parts, 'reads' | 'db' | 'clock' | 'computations'>
type Reader = { actor: PersonActor; standings: ReadonlySet<Standing> }

/** Which part of an account is wanted, and its page; the first rows of every part where none is named. */
export type AskedPart = { part: AccountPart | null; page: number }

/** How many rows of each part stand on the page of the whole account. */
const firstRows = 10

/**
 * An account as a member sees it. The status of plans that is out of date is computed first, as far as a page can wait for it; where too much is computed
 * already, the page comes without it.
 * @throws Refusal 404
 */
export async function getAccount(
  parts: Needs,
  reader: Reader,
  accountId: string | undefined,
  asked: AskedPart,
): Promise<AccountView> {
  if (accountId === undefined || !isUuid(accountId)) throw notFound()
  const { workspaceId } = reader.actor
  const read = () =>
    parts.reads.in(workspaceId, (trx) => readAccount(trx, reader, { accountId, ...asked, now: parts.clock.now() }))
  const found = await read()
  const left = found.plans?.rows.flatMap(({ id, status }) => (status === null ? [id] : [])) ?? []
  if (left.length === 0) return found
  await parts.reads.end()
  const isRefreshed = await refreshPlans(parts, workspaceId, left).catch((error: unknown) => {
    if (isOverloaded(error)) return null
    throw error
  })
  return isRefreshed === null ? found : read()
}

type AskedAccount = AskedPart & { accountId: string; now: Date }

async function readAccount(
  trx: WorkspaceReading,
  { actor: { workspaceId }, standings }: Reader,
  { accountId, part, page, now }: AskedAccount,
): Promise<AccountView> {
  const rowsOf = part === null ? firstRows : bounds.listRows
  const place = { limit: rowsOf, offset: part === null ? 0 : rowsBefore({ page: Math.max(1, page) }) }
  const which = { workspaceId, accountId, now, ...place }
  const pageOf = <Row>(rows: (Row & { total: number })[]): PartPage<Row> => {
    const total = rows[0]?.total ?? 0
    return { rows, total, ...(part === null ? { page: 1, pages: 1 } : placeOfShown(total, page)) }
  }
  const wanted = <Found>(name: AccountPart, find: () => Promise<Found>): Promise<Found | null> =>
    part === null || part === name ? find() : Promise.resolve(null)
  const logAt = (planId: string, end: PlanEnd, asker?: string) =>
    mayOnPlanAsItStands('ask-question', standings, end) ? planLinks(planId).logQuestion(asker) : null
  const [account, plans, people, capabilities, questions, wins] = await Promise.all([
    lists.findShownAccount(trx, which),
    wanted('plans', () => lists.listPlans(trx, which)),
    wanted('people', () => lists.listAccountPeople(trx, which)),
    wanted('capabilities', () => lists.listAccountCapabilities(trx, which)),
    wanted('questions', () => lists.listQuestions(trx, which)),
    wanted('wins', () => lists.listWins(trx, which)),
  ])
  if (!account) throw notFound()
  const { name, logo, industry, region, timeZone } = account
  return {
    ...{ id: accountId, name, logo, today: todayIn(timeZone, now) },
    facts: [industry, region].flatMap((fact) => fact ?? []),
    plans:
      plans &&
      pageOf(
        plans.map(({ archivedAt, ...plan }) => ({
          ...plan,
          isArchived: archivedAt !== null,
          logQuestion: logAt(plan.id, { state: plan.state, archivedAt }),
        })),
      ),
    people:
      people &&
      pageOf(
        people.map(({ seats, ...person }) => ({
          ...person,
          seats: seats.map(({ planId, project, role }) => ({ planId, project, role })),
          logQuestion: seats.reduce<string | null>((found, seat) => found ?? logAt(seat.planId, seat, person.id), null),
        })),
      ),
    capabilities:
      capabilities &&
      pageOf(
        capabilities.map(({ quantity, edition, ...capability }) => ({
          ...capability,
          extent: [quantity, edition].flatMap((fact) => fact ?? []),
          stage: capabilityStageOf(capability),
        })),
      ),
    questions: questions && pageOf(questions.map((question) => lineOf(question, now))),
    wins:
      wins && pageOf(wins.map((win) => ({ ...win, baseline: Number(win.baseline), measured: Number(win.measured) }))),
  }
}

/** Where the rows of a page stand; a page past the end has none. */
function placeOfShown(total: number, asked: number) {
  const { page, pages } = placeOfPage(total, asked)
  return { page, pages }
}

type Question = Awaited<ReturnType<typeof lists.listQuestions>>[number]

function lineOf({ scope, subjectId, task, milestone, ...question }: Question, now: Date) {
  const { id, planId, project, body, askerName, owner, lead, promisedAt, timeZone, answerId, total } = question
  return {
    ...{ id, planId, total, subject: { scope, id: subjectId }, about: task ?? milestone ?? project },
    ...{ text: oneLine(body), askedBy: askerName, owner: owner ?? lead },
    promised: zonedTimeWords(promisedAt, timeZone, now),
    state: answerId === null ? ('open' as const) : ('answered' as const),
    isOverdue: promisedAt < now,
  }
}
