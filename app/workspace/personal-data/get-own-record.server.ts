import type { WorkspaceReading } from '#db/reading.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import { readableAddress } from '#app/kit/readable-address.server.ts'
import { mayOpen } from '#app/policy/may-open.ts'
import type { CommandName } from '#app/policy/policy.ts'
import type { ParticipantRole } from '#app/policy/roles.ts'
import { standingsOfSeatNow } from '#app/policy/standings.ts'
import { listRequestsTo } from '#app/references/library/request-queries.server.ts'
import { consentIsOf } from '#app/runner/consent-is-of.server.ts'
import { mayOnPlanAsItStands } from '#app/runner/plan-end.ts'
import { notFound } from '#app/runner/refusal.ts'
import { type SituationState, isSituationConfirmed } from '#app/value/model.ts'
import { planNameWords } from '#app/ui/name-words.ts'
import { listManagementNotes } from './list-management-notes.server.ts'
import { listOwnReferences } from './list-own-references.server.ts'
import { listSaidOfWins } from './list-said-of-wins.server.ts'
import { listVictoryCards } from './list-victory-cards.server.ts'
import { consentRecords } from './consent-records.ts'
import type { HeardRecord, OnPlan, OwnRecord, RecordCounts, WinRecord } from './own-record.ts'

/** What a record says besides its plan. */
type RecordOf<Shown extends OnPlan> = Omit<Shown, keyof OnPlan>

type Asked = { trx: WorkspaceReading; workspaceId: string; participantId: string }

/**
 * What a participant reads of what is recorded and used about them, on every plan that they are or were on: what was heard from them,
 * the wins that they confirmed, what they agreed to, and the victory cards that name them. A draft that was never shared is the vendor's. Days are those of
 * each plan's time zone.
 * @throws Refusal 404
 */
export const getOwnRecord = (
  parts: Pick<Parts, 'reads' | 'clock'>,
  workspaceId: string,
  participantId: string,
): Promise<OwnRecord> =>
  parts.reads.in(workspaceId, async (trx) => {
    const asked = { trx, workspaceId, participantId }
    const now = parts.clock.now()
    const [person, plans, heard, said, references, requests, cards, notes, counts] = await Promise.all([
      findPerson(asked),
      listPlans(asked),
      listHeardOf(asked),
      listSaidOfWins(trx, { workspaceId, participantId }),
      listOwnReferences(trx, { workspaceId, participantId }),
      listRequestsTo(trx, { workspaceId, participantId }, now),
      listVictoryCards(trx, workspaceId, participantId),
      listManagementNotes(trx, workspaceId, participantId),
      countRecords(asked),
    ])
    if (!person) throw notFound()
    const planOf = new Map(plans.map((plan) => [plan.id, plan]))
    /** What a record says about its plan; a record without a seat on its plan is not shown. */
    const onPlan = <Row extends { planId: string }, Shown>(
      rows: Row[],
      mayChange: (plan: Plan) => boolean,
      show: (row: Row, plan: Plan) => Shown,
    ) =>
      rows.flatMap((row) => {
        const plan = planOf.get(row.planId)
        if (!plan) return []
        return [{ planId: plan.id, plan: planNameWords(plan), mayChange: mayChange(plan), ...show(row, plan) }]
      })
    const { timeZone, erasureAskedAt, email, ...own } = person
    return {
      ...own,
      email: readableAddress(email),
      plans: plans.filter(mayOn('plans/:planId')).map((plan) => ({ id: plan.id, title: planNameWords(plan) })),
      heard: onPlan(heard, mayOn('plans/:planId/situations/:situationId'), (sheet, plan) => ({
        ...heardRecord(sheet, plan),
        mayWithdraw: may('withdraw-situation')(plan),
      })),
      wins: [
        ...onPlan(said.confirmedWins, may('correct-first-win'), (win, plan) =>
          winRecord(
            { ...win, id: win.planId, isFirst: true, confirmedOn: todayIn(plan.timeZone, win.confirmedAt) },
            plan,
          ),
        ),
        ...onPlan(said.confirmedOtherWins, may('reopen-further-win'), (win, plan) =>
          winRecord({ ...win, isFirst: false }, plan),
        ),
      ],
      consents: onPlan(consentRecords({ ...references, requests }), mayAnswerReference, (record, plan) =>
        record.on(plan, now, mayOn('plans/:planId/reference/pieces/:piece')(plan)),
      ),
      approves: onPlan(references.approves, mayOn('plans/:planId'), () => ({})),
      cards: onPlan(cards, mayOn('plans/:planId/card'), ({ isShared, hasLeft }, plan) => ({
        isShared,
        hasLeft,
        mayLeave: may('leave-card')(plan),
      })),
      notes: onPlan(notes, mayOn('plans/:planId/note'), ({ isShared }) => ({ isShared: Boolean(isShared) })),
      counts,
      askedOn: erasureAskedAt && todayIn(timeZone, erasureAskedAt),
    }
  })

type Plan = Awaited<ReturnType<typeof listPlans>>[number]

/** What the person is on a plan now. */
const standingsOn = (plan: Plan) =>
  // The database's check holds what the column can say.
  standingsOfSeatNow({ ...plan, role: plan.role as ParticipantRole })

/** Whether they may give a command on a plan, as the policy says. */
const may = (name: CommandName) => (plan: Plan) => mayOnPlanAsItStands(name, standingsOn(plan), plan)

/** An answer that outlives a withdrawn confirmation can be changed once the win is confirmed again. */
const mayAnswerReference = (plan: Plan) => plan.state === 'won' && may('answer-reference')(plan)

/** Whether they may open a page of it. */
const mayOn = (page: Parameters<typeof mayOpen>[0]) => (plan: Plan) => mayOpen(page, standingsOn(plan))

const findPerson = ({ trx, workspaceId, participantId }: Asked) =>
  trx
    .selectFrom('participant')
    .innerJoin('workspace', 'workspace.workspaceId', 'participant.workspaceId')
    .select(['participant.name', 'email', 'jobTitle', 'erasureAskedAt', 'workspace.timeZone'])
    .where('participant.workspaceId', '=', workspaceId)
    .where('participant.id', '=', participantId)
    .executeTakeFirst()

/** Every plan that names the person or did so, the one that they were invited to last first. */
const listPlans = ({ trx, workspaceId, participantId }: Asked) =>
  trx
    .selectFrom('planParticipant')
    .innerJoin('plan', (join) =>
      join
        .onRef('plan.workspaceId', '=', 'planParticipant.workspaceId')
        .onRef('plan.id', '=', 'planParticipant.planId'),
    )
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .select(['plan.id', 'plan.project', 'plan.timeZone', 'plan.archivedAt', 'plan.winVersion'])
    .select(['account.name as account', 'role', 'mayConfirm', 'acceptedAt', 'joinedAt', 'planParticipant.removedAt'])
    .select(['plan.state', consentIsOf(workspaceId, participantId).as('gaveConsent')])
    .select((of) =>
      of
        .selectFrom('planParticipant as champion')
        .select('champion.name')
        .where('champion.workspaceId', '=', workspaceId)
        .whereRef('champion.planId', '=', 'plan.id')
        .where('champion.role', '=', 'champion')
        .where('champion.removedAt', 'is', null)
        .as('champion'),
    )
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.participantId', '=', participantId)
    .orderBy('planParticipant.invitedAt', 'desc')
    .orderBy('plan.id')
    .execute()

const listHeardOf = ({ trx, workspaceId, participantId }: Asked) =>
  trx
    .selectFrom('situation')
    .select(['id as situationId', 'planId', 'state', 'criticalIssue', 'confirmedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('participantId', '=', participantId)
    .where('firstSharedAt', 'is not', null)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()

type Heard = Awaited<ReturnType<typeof listHeardOf>>[number]

/** A sheet as its person may read it: the words of one that is being changed are the vendor's. */
function heardRecord(
  { situationId, state, criticalIssue, confirmedAt }: Heard,
  { timeZone }: Plan,
): Omit<RecordOf<HeardRecord>, 'mayWithdraw'> {
  if (state === 'draft') return { situationId, state: 'updating', issue: null, confirmedOn: null }
  const isConfirmed = isSituationConfirmed(state as SituationState)
  return {
    situationId,
    issue: criticalIssue,
    state: isConfirmed ? 'confirmed' : 'to confirm',
    confirmedOn: isConfirmed && confirmedAt ? todayIn(timeZone, confirmedAt) : null,
  }
}

type Said = {
  id: string
  isFirst: boolean
  statement: string
  unit: string
  baseline: string
  measured: string | null
  confirmedOn: string | null
}

function winRecord({ baseline, measured, confirmedOn, ...win }: Said, plan: Plan): RecordOf<WinRecord> {
  const { id, isFirst, statement, unit } = win
  // Who confirmed it for the champion can ask them.
  const champion = mayOn('plans/:planId')(plan) ? plan.champion : null
  const figures = { baseline: Number(baseline), measured: Number(measured) }
  return { id, isFirst, statement, unit, ...figures, confirmedOn, champion }
}

/** How much else names the person: the open plans show it, and the copy holds all of it. */
async function countRecords({ trx, workspaceId, participantId }: Asked): Promise<RecordCounts> {
  const counts = await trx
    .selectFrom('workspace')
    .select(({ selectFrom, fn }) => [
      selectFrom('task')
        .select(fn.countAll<number>().as('n'))
        .where('task.workspaceId', '=', workspaceId)
        .where('ownerParticipantId', '=', participantId)
        .as('tasks'),
      selectFrom('comment')
        .select(fn.countAll<number>().as('n'))
        .where('comment.workspaceId', '=', workspaceId)
        .where('authorId', '=', participantId)
        .where('deletedAt', 'is', null)
        .as('comments'),
      selectFrom('question')
        .select(fn.countAll<number>().as('n'))
        .where('question.workspaceId', '=', workspaceId)
        .where('askerId', '=', participantId)
        .as('questions'),
      selectFrom('measurement')
        .select(fn.countAll<number>().as('n'))
        .where('measurement.workspaceId', '=', workspaceId)
        .where('participantId', '=', participantId)
        .as('measurements'),
    ])
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirstOrThrow()
  const { tasks, comments, questions, measurements } = counts
  return { tasks: tasks ?? 0, comments: comments ?? 0, questions: questions ?? 0, measurements: measurements ?? 0 }
}
