import type { WorkspaceReading } from '#db/reading.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import { readableAddress } from '#app/kit/readable-address.server.ts'
import { answerOf, readLimits } from '#app/references/model.ts'
import { kindName } from '#app/runner/events/reference-kind-words.ts'
import { referenceKinds } from '#app/runner/events/reference-kinds.ts'
import { notFound } from '#app/runner/refusal.ts'
import { type SituationState, isSituationConfirmed } from '#app/value/model.ts'
import { planNameWords } from '#app/ui/name-words.ts'
import { listManagementNotes } from './list-management-notes.server.ts'
import { listSaidOfWins } from './list-said-of-wins.server.ts'
import { listVictoryCards } from './list-victory-cards.server.ts'
import type { ConsentRecord, HeardRecord, OnPlan, OwnRecord, RecordCounts, WinRecord } from './own-record.ts'

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
    const [person, plans, heard, said, consents, uses, cards, notes, counts] = await Promise.all([
      findPerson(asked),
      listPlans(asked),
      listHeardOf(asked),
      listSaidOfWins(trx, { workspaceId, participantId }),
      listConsents(asked),
      listUses(asked),
      listVictoryCards(trx, workspaceId, participantId),
      listManagementNotes(trx, workspaceId, participantId),
      countRecords(asked),
    ])
    if (!person) throw notFound()
    const now = parts.clock.now()
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
      plans: plans.filter(isOpen).map((plan) => ({ id: plan.id, title: planNameWords(plan) })),
      heard: onPlan(heard, isOpen, heardRecord),
      wins: [
        ...onPlan(said.confirmedWins, mayConfirmOn, (win, { timeZone: zone }) =>
          winRecord({ ...win, id: win.planId, isFirst: true, confirmedOn: todayIn(zone, win.confirmedAt) }),
        ),
        ...onPlan(said.confirmedOtherWins, mayConfirmOn, (win) => winRecord({ ...win, isFirst: false })),
      ],
      consents: onPlan(consents, isChampionOf, (row, plan) => ({
        ...consentRecord(row, plan, now),
        uses: uses.filter(({ planId }) => planId === row.planId).map(useRecord),
      })),
      cards: onPlan(cards, isOpen, ({ isShared, hasLeft }) => ({
        isShared: Boolean(isShared),
        hasLeft: Boolean(hasLeft),
      })),
      notes: onPlan(
        notes,
        (plan) => isOpen(plan) && isChampionOf(plan),
        ({ isShared }) => ({ isShared: Boolean(isShared) }),
      ),
      counts,
      askedOn: erasureAskedAt && todayIn(timeZone, erasureAskedAt),
    }
  })

type Plan = Awaited<ReturnType<typeof listPlans>>[number]

const isOpen = ({ removedAt, archivedAt }: Plan) => removedAt === null && archivedAt === null

/** A consent is withdrawn on the one page of an archived plan that its champion may still open. */
const isChampionOf = ({ removedAt, role }: Plan) => removedAt === null && role === 'champion'

const mayConfirmOn = (plan: Plan) => isOpen(plan) && (plan.role === 'champion' || plan.mayConfirm)

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
    .select(['account.name as account', 'role', 'mayConfirm', 'planParticipant.removedAt'])
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
): RecordOf<HeardRecord> {
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

function winRecord({ id, isFirst, statement, unit, baseline, measured, confirmedOn }: Said): RecordOf<WinRecord> {
  return { id, isFirst, statement, unit, baseline: Number(baseline), measured: Number(measured), confirmedOn }
}

const listConsents = ({ trx, workspaceId, participantId }: Asked) =>
  trx
    .selectFrom('reference')
    .select(['planId', 'state', 'kinds', 'limits', 'usesPerQuarter', 'covers', 'answeredAt'])
    .where('workspaceId', '=', workspaceId)
    .where('participantId', '=', participantId)
    .orderBy('answeredAt')
    .orderBy('planId')
    .execute()

type Consent = Awaited<ReturnType<typeof listConsents>>[number]

function consentRecord(row: Consent, { winVersion, timeZone }: Plan, now: Date): Omit<RecordOf<ConsentRecord>, 'uses'> {
  const { quoteText, until, never } = readLimits(row.limits)
  return {
    answer: answerOf({ ...row, winVersion }, todayIn(timeZone, now)),
    kinds: referenceKinds.filter((kind) => row.kinds.includes(kind)),
    quote: quoteText,
    callsPerQuarter: row.usesPerQuarter,
    until,
    never,
    answeredOn: row.answeredAt && todayIn(timeZone, row.answeredAt),
  }
}

/** Where a reference that the person agreed to was used, the latest first. */
const listUses = ({ trx, workspaceId, participantId }: Asked) =>
  trx
    .selectFrom('reference')
    .innerJoin('referenceUse', (join) =>
      join
        .onRef('referenceUse.workspaceId', '=', 'reference.workspaceId')
        .onRef('referenceUse.planId', '=', 'reference.planId'),
    )
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspaceId', '=', 'referenceUse.workspaceId')
        .onRef('member.id', '=', 'referenceUse.memberId'),
    )
    .select(['referenceUse.id', 'referenceUse.planId', 'referenceUse.kind', 'usedOn as on', 'usedFor as what'])
    .select('member.name as by')
    .where('reference.workspaceId', '=', workspaceId)
    .where('reference.participantId', '=', participantId)
    .orderBy('usedOn', 'desc')
    .orderBy('referenceUse.id')
    .execute()

const useRecord = ({ planId: _plan, kind, ...use }: Awaited<ReturnType<typeof listUses>>[number]) => ({
  ...use,
  kind: kindName(kind),
})

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
