import type { WorkspaceReading } from '#db/reading.ts'
import { mayOnPlanAsItStands, whyPlanClosed } from '#app/runner/plan-end.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import { notFound } from '#app/runner/refusal.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { SituationValues } from './heard-sentences.ts'
import type { WorthOfUnit } from './project-worth.ts'
import type { SituationRow } from './situation-row.ts'
import type { HeardView } from './heard-view.ts'
import {
  type ReadSituation,
  heardAmong,
  heardView,
  listSituations,
  mayReadSituation,
  worthOf,
} from './list-heard.server.ts'
import { isSituationConfirmed } from '../model.ts'
import type { ValueViewer } from '../value-viewer.ts'
import { type PlanPerson, listPlanPeople } from '../plan-people.server.ts'
import type { KeyPersonRow } from './key-person-row.ts'
import { keyPersons, situationOf } from './key-persons.ts'
import { personOfSituation } from './person-of-situation.ts'
import { getStoredSituation, situationValuesOf, wasShared } from './stored-situation.server.ts'
import { isUuid } from '#app/kit/ids.ts'
import { situationFieldWords } from './situation-words.ts'

type About = {
  project: string
  workspace: string
  account: string
  today: IsoDate
  /** Nothing on the plan can change. */
  closed: boolean
}

export type SituationsView = About & {
  side: 'vendor' | 'customer'
  mayEdit: boolean
  /** The vendor's list; empty for participants. */
  rows: SituationRow[]
  /** The situations that a participant may read. */
  heard: HeardView[]
  /** What the project is worth by the figures that the reader may read. */
  worth: WorthOfUnit[]
  /** The participants, for those who say which of them are key persons; else empty. */
  people: KeyPersonRow[]
}

/** Every situation for members, the readable ones for participants. @throws Refusal 404 */
export async function getSituations(
  parts: Pick<Parts, 'reads' | 'clock'>,
  { actor, standings }: ValueViewer,
  planId: string,
): Promise<SituationsView> {
  const { workspaceId } = actor
  return parts.reads.in(workspaceId, async (trx) => {
    const { timeZone, state, archivedAt, ...plan } = await getAbout(trx, workspaceId, planId)
    const end = { state, archivedAt }
    const about = { ...plan, today: todayIn(timeZone, parts.clock.now()), closed: whyPlanClosed(end) !== null }
    const [situations, seats] = await Promise.all([
      listSituations(trx, { actor, standings }, planId),
      listPlanPeople(trx, workspaceId, planId),
    ])
    const worth = worthOf(situations)
    const people = mayOnPlanAsItStands('mark-key-person', standings, end)
      ? keyPersonRows(seats, situations, actor.kind)
      : []
    if (actor.kind === 'participant')
      return {
        ...about,
        side: 'customer',
        mayEdit: false,
        rows: [],
        heard: heardAmong({ actor, standings }, situations),
        worth,
        people,
      }
    const rows = situations.map((situation): SituationRow => {
      const confirmed = isSituationConfirmed(situation.state)
      const seat = personOfSituation(situation, seats)
      return {
        id: situation.id,
        person: seat?.name ?? situation.personName,
        jobTitle: situation.jobTitle,
        state: confirmed ? 'confirmed' : situation.state === 'shared' ? 'shared' : 'draft',
        confirmedOn: confirmed && situation.confirmedAt ? todayIn(timeZone, situation.confirmedAt) : null,
        takesPart: seat !== undefined,
      }
    })
    const mayEdit = mayOnPlanAsItStands('save-situation', standings, end)
    return { ...about, side: 'vendor', mayEdit, rows, heard: [], worth, people }
  })
}

/** Everyone on the plan; to the vendor only who has no note, since the list of notes has the others. */
const keyPersonRows = (
  seats: readonly PlanPerson[],
  situations: readonly ReadSituation[],
  reader: ValueViewer['actor']['kind'],
): KeyPersonRow[] => {
  const known = keyPersons(seats, situations.map(situationOf))
  return seats
    .map(({ id, name, role }) => {
      const person = known.find((one) => one.id === id)
      return { id, name, role, state: person?.state ?? null, isMarked: person?.isMarked ?? false }
    })
    .filter(({ state }) => reader === 'participant' || state === null || state === 'none')
}

export type SituationView = About & {
  /** Null for a situation that is about to be written. */
  situation: HeardView | null
  values: SituationValues | null
  person: string | null
  /** The people that a situation that names no participant can be about. */
  people: { value: string; text: string }[]
  /** Who writes here now: the vendor's team, the person, or no one, who reads. */
  writer: 'vendor' | 'customer' | null
  /** The reader's own situation, which they may withdraw; null for others. */
  withdrawable: string | null
  /** The reader's own situation, whose words the vendor is changing just now: nothing of it is shown. */
  isTakenBack: boolean
}

/** One situation, or with `new` the empty one for people who may write it. @throws Refusal 404 for those who may not read it */
export async function getSituation(
  parts: Pick<Parts, 'reads' | 'clock'>,
  viewer: ValueViewer,
  planId: string,
  situationId: string,
): Promise<SituationView> {
  const { actor, standings } = viewer
  const { workspaceId } = actor
  return parts.reads.in(workspaceId, async (trx) => {
    const { timeZone, state, archivedAt, ...plan } = await getAbout(trx, workspaceId, planId)
    const end = { state, archivedAt }
    const about = { ...plan, today: todayIn(timeZone, parts.clock.now()), closed: whyPlanClosed(end) !== null }
    const writes = mayOnPlanAsItStands('save-situation', standings, end)
    if (situationId === 'new') {
      if (!writes) throw notFound()
      const people = await listPeople(trx, workspaceId, planId)
      return {
        ...about,
        situation: null,
        values: null,
        person: null,
        people,
        writer: 'vendor',
        isTakenBack: false,
        withdrawable: null,
      }
    }
    if (!isUuid(situationId)) throw notFound()
    const situation = await getStoredSituation(trx, workspaceId, planId, situationId)
    const isOwn = situation.participantId === actor.id && wasShared(situation)
    const withdrawable = isOwn && mayOnPlanAsItStands('withdraw-situation', standings, end) ? situation.id : null
    if (!mayReadSituation(viewer, situation)) {
      if (!isOwn) throw notFound()
      return {
        ...about,
        situation: null,
        values: null,
        person: null,
        people: [],
        writer: 'customer',
        isTakenBack: true,
        withdrawable,
      }
    }
    const view = heardView(actor.id, situation, timeZone)
    const writer =
      view.mine && !about.closed ? 'customer' : writes && !isSituationConfirmed(situation.state) ? 'vendor' : null
    const nameless = writer === 'vendor' && situation.participantId === null
    return {
      ...about,
      situation: view,
      values: situationValuesOf(situation),
      person: situation.personName,
      people: nameless ? (await listPeople(trx, workspaceId, planId)).reverse() : [],
      writer,
      isTakenBack: false,
      withdrawable,
    }
  })
}

async function listPeople(trx: WorkspaceReading, workspaceId: string, planId: string) {
  const seats = await listPlanPeople(trx, workspaceId, planId)
  return [
    ...seats.map(({ id, name }) => ({ value: id, text: name })),
    { value: 'else', text: situationFieldWords.someoneElse },
  ]
}

async function getAbout(trx: WorkspaceReading, workspaceId: string, planId: string) {
  const about = await trx
    .selectFrom('plan')
    .innerJoin('workspace', 'workspace.workspaceId', 'plan.workspaceId')
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .select([
      'plan.project',
      'plan.timeZone',
      'plan.state',
      'plan.archivedAt',
      'workspace.name as workspace',
      'account.name as account',
    ])
    .where('plan.workspaceId', '=', workspaceId)
    .where('plan.id', '=', planId)
    .executeTakeFirst()
  if (!about) throw notFound()
  return about
}
