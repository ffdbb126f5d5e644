import type { WorkspaceReading } from '#db/reading.ts'
import { mayEver } from '#app/policy/policy.ts'
import { todayIn } from '#app/kit/clock.ts'
import { findAddressOf } from '../announce/shared-link.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { FirstWinView, OpenWinView } from '#app/plan/view/plan-view.ts'
import { addressOwner } from '#app/access/core/address-owner.server.ts'
import type { NextLink } from '#app/plan/page/next-link.ts'
import { listChampionAsks } from '#app/references/list-champion-asks.server.ts'
import { listChannelNames } from '#app/notices/channels/list-channel-names.server.ts'
import { listMarketing } from '#app/references/list-marketing.server.ts'
import { answerOf } from '#app/references/model.ts'
import type { ReferenceAnswer } from '#app/references/reference-answer.ts'
import { mayOnPlanAsItStands } from '#app/runner/plan-end.ts'
import { notFound } from '#app/runner/refusal.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { AnswerView } from './answer-view.ts'
import { type StoredWinView, findWin, isWinOpen } from './find-win.server.ts'
import type { MeasurementView } from './measurement-view.ts'
import type { AudienceView } from '../value-words.ts'
import type { ConfirmerView } from './win-emails.ts'
import type { WonView } from './won-view.ts'
import type { HeardView } from '../situation/heard-view.ts'
import { type KeyPerson, keyPersons, situationOf, unconfirmedAmong } from '../situation/key-persons.ts'
import type { WorthSum } from '../situation/project-worth.ts'
import { heardAmong, listSituations, worthOf } from '../situation/list-heard.server.ts'
import { type PlanPerson, confirmersOf, listPlanPeople } from '../plan-people.server.ts'
import type { ValueViewer } from '../value-viewer.ts'
import { listWinRecipients } from './list-win-recipients.server.ts'

/** What the slots of the plan page need of value, cut to this viewer. */
export type PlanWinView = {
  /** Null until the win is confirmed. */
  won: WonView | null
  /** What was measured on the way, the latest last, and the day from which the chart begins. */
  measurements: MeasurementView[]
  start: IsoDate
  /** What the two sides said last about an open win, and the day on which the customer looks at the result. */
  answer: AnswerView | null
  measureOn: IsoDate | null
  reference: {
    answer: ReferenceAnswer
    /** Whether this viewer is the one who answers. */
    mayAnswer: boolean
  } | null
  /** Whether this viewer may record the result now. */
  mayConfirm: boolean
  mayCorrect: boolean
  /** Whether this viewer may share the victory card. */
  mayShare: boolean
  /** The address of the victory card while its link is on, for those who may share it. */
  cardLink?: string
  /** What waits for this viewer as the champion of a reference; left out where nothing does. */
  referenceAsks?: readonly NextLink[]
  heard: HeardView[]
  /** What the project is worth by the figures that this viewer may read. */
  worth: WorthSum[]
  /** The key persons who have not confirmed what was heard, for those who ask them; else empty. */
  unconfirmed: Pick<KeyPerson, 'name' | 'state'>[]
}

export type WinFormView = {
  /** What was agreed; once the win is confirmed, what was confirmed. */
  win: FirstWinView | OpenWinView
  /** Which version of the first win's words this is. */
  winVersion: number
  workspace: string
  account: string
  project: string
  today: IsoDate
  /** The value confirmed before. */
  measured: number | null
  /** The day on which it happened, as it was confirmed; null where no one has said. */
  reachedOn: string | null
  /** Who is told when it is confirmed, and who confirms it; null for readers who may not confirm. */
  audience: AudienceView | null
  confirmer: ConfirmerView | null
  /** How the reference stands. */
  answer: ReferenceAnswer
  /** What this viewer may do here now; the page says who may, where it is nothing. */
  may: 'confirm' | 'correct' | null
  mayWithdraw: boolean
  closed: 'lost' | 'archived' | null
}

/** Win result, reference and the situations that this viewer may read. @throws Refusal 404 */
export async function getWinForPlan(
  parts: Pick<Parts, 'reads' | 'clock' | 'environment'>,
  { actor, standings }: ValueViewer,
  planId: string,
): Promise<PlanWinView> {
  const { workspaceId } = actor
  return parts.reads.in(workspaceId, async (trx) => {
    const asksKeyPersons = mayEver('mark-key-person', standings)
    const [found, situations, people] = await Promise.all([
      findWin(trx, workspaceId, planId),
      listSituations(trx, { actor, standings }, planId),
      asksKeyPersons ? listPlanPeople(trx, workspaceId, planId) : [],
    ])
    if (!found) throw notFound()
    const mayShare = found.result !== null && mayOnPlanAsItStands('share-card', standings, found)
    const cardLink = mayShare
      ? await findAddressOf(trx, parts.environment, { workspaceId, planId, kind: 'card' })
      : null
    const today = todayIn(found.timeZone, parts.clock.now())
    const answer = referenceAnswerOf(found, today)
    const asks =
      found.result && answer === 'agreed' && mayOnPlanAsItStands('accept-request', standings, found)
        ? await listChampionAsks(trx, { workspaceId, planId, championId: actor.id, now: parts.clock.now() })
        : []
    return {
      won: found.result && { ...found.result, account: found.account, project: found.project },
      measurements: found.measurements,
      start: found.start,
      answer: found.result ? null : found.answer,
      measureOn: found.result ? null : found.measureOn,
      reference: found.result
        ? {
            answer,
            mayAnswer: mayEver('answer-reference', standings),
          }
        : null,
      mayConfirm: isWinOpen(found) && mayEver('confirm-first-win', standings),
      mayCorrect: found.result !== null && mayOnPlanAsItStands('correct-first-win', standings, found),
      mayShare,
      // Pages of plans that are not won say nothing of it.
      ...(cardLink !== null && { cardLink }),
      ...(asks.length > 0 && { referenceAsks: asks }),
      heard: heardAmong({ actor, standings }, situations),
      worth: worthOf(situations).map(({ unit, confirmed, open }) => ({ unit, confirmed, open })),
      unconfirmed:
        asksKeyPersons && isPlanGoing(found)
          ? unconfirmedAmong(keyPersons(people, situations.map(situationOf)))
              // The reader's own waits under *Next for you*.
              .filter(({ id }) => id !== actor.id)
              .map(({ name, state }) => ({ name, state }))
          : [],
    }
  })
}

/** Whether anyone is still to be asked what they need. */
const isPlanGoing = ({ state, archivedAt }: StoredWinView) => !archivedAt && state !== 'won' && state !== 'lost'

/** What the page asks of who records the result. @throws Refusal 404 */
export async function getWinForForm(
  parts: Pick<Parts, 'reads' | 'clock'>,
  { actor, standings }: ValueViewer,
  planId: string,
): Promise<WinFormView> {
  const { workspaceId } = actor
  return parts.reads.in(workspaceId, async (trx) => {
    const [found, people] = await Promise.all([
      findWin(trx, workspaceId, planId),
      listPlanPeople(trx, workspaceId, planId),
    ])
    if (!found) throw notFound()
    const confirmers = confirmersOf(people)
    const { result } = found
    const today = todayIn(found.timeZone, parts.clock.now())
    const may = result
      ? mayOnPlanAsItStands('correct-first-win', standings, found) && ('correct' as const)
      : isWinOpen(found) && mayEver('confirm-first-win', standings) && ('confirm' as const)
    return {
      win: { ...(result ?? found.win), confirmers: confirmers.map(({ name }) => name) },
      winVersion: found.winVersion,
      workspace: found.workspace,
      account: found.account,
      project: found.project,
      today,
      measured: result?.measured ?? null,
      reachedOn: result?.reachedOn ?? null,
      audience: may === 'confirm' ? await findAudience(trx, { workspaceId, planId, except: actor.id }) : null,
      confirmer: may === 'confirm' ? confirmerIn(people, { id: actor.id, accountId: found.accountId }) : null,
      answer: referenceAnswerOf(found, today),
      may: may || null,
      mayWithdraw: result !== null && mayOnPlanAsItStands('withdraw-first-win', standings, found),
      closed: found.archivedAt ? 'archived' : found.state === 'lost' ? 'lost' : null,
    }
  })
}

/** Who confirms, as the emails name them. A title at another customer is none of this one's. */
function confirmerIn(people: readonly PlanPerson[], { id, accountId }: { id: string; accountId: string }) {
  const person = people.find((one) => one.id === id)
  if (!person) return null
  const jobTitle = person.accountId === accountId ? person.jobTitle : null
  return { name: person.name, jobTitle, from: addressOwner(person.email) }
}

async function findAudience(
  trx: WorkspaceReading,
  which: { workspaceId: string; planId: string; except: string },
): Promise<AudienceView> {
  const [told, marketing, channels] = await Promise.all([
    listWinRecipients(trx, which),
    listMarketing(trx, which.workspaceId),
    listChannelNames(trx, which.workspaceId, ['won', 'reference-ready']),
  ])
  const named = (isMember: boolean) =>
    told.filter(({ to }) => (to.memberId !== undefined) === isMember).map(({ name }) => name)
  return { vendor: named(true), customer: named(false), marketing: marketing.length, channels }
}

const referenceAnswerOf = ({ referenceState: state, covers, limits, winVersion }: StoredWinView, today: IsoDate) =>
  answerOf({ state, covers, limits, winVersion }, today)
