import type { WorkspaceReading } from '#db/reading.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { type CoveredWords, answerOf, readKinds } from '../model.ts'
import type { ReferenceAnswer } from '../reference-answer.ts'
import { findPlanPerson } from '../find-plan-person.server.ts'
import { referenceRefusals } from '../reference-words.ts'
import { getWinFacts } from '../win-facts.server.ts'
import { type PieceKind, pieceKinds } from '#app/runner/events/reference-kinds.ts'
import type { PieceVersion } from '../pieces/piece-version.ts'
import { readPieceVersions } from '../pieces/read-piece-versions.server.ts'
import type { ConsentEntry } from './consent-entry.ts'
import { findStoredConsent } from './find-stored-consent.server.ts'
import { listConsents } from './list-consents.server.ts'
import type { ConsentValues } from './consent-values.ts'

export type ReferenceFormView = {
  workspace: string
  account: string
  project: string
  /** The confirmed first win that the answer is about, with the version of its words. */
  win: Omit<CoveredWords, 'version'>
  winVersion: number
  answer: ReferenceAnswer
  /** What was agreed to before. */
  values: ConsentValues | null
  /** The words that the form begins with: the reader's own, else the win's. What someone else said stays theirs. */
  offeredQuote: string
  /** Who gave that consent, by name, where it was not the reader. */
  givenBy: string | null
  /** Who can be asked to approve each use: the people of the plan. */
  people: readonly { id: string; name: string; email: string }[]
  /** The picture on the plan, and whether one was given with the consent. */
  logo: { onPlan: string | null; isGiven: boolean }
  history: readonly ConsentEntry[]
  /** What was written of the win: what waits for an answer, and what is approved. */
  pieces: readonly { kind: PieceKind; version: PieceVersion }[]
}

/**
 * What the page asks of the champion; of anyone else, who may only withdraw a consent, what they agreed to alone.
 * @throws Refusal 404 before the win is confirmed
 */
export async function getReferenceForForm(
  parts: Pick<Parts, 'reads' | 'clock'>,
  { workspaceId, id }: { workspaceId: string; id: string },
  planId: string,
  { mayGive }: { mayGive: boolean },
): Promise<ReferenceFormView> {
  return parts.reads.in(workspaceId, async (trx) => {
    const facts = await getWinFacts(trx, workspaceId, planId)
    const { workspace, account, project, winVersion, statement, measure, unit, baseline, target, measured } = facts
    const found = await findStoredConsent(trx, { workspaceId, planId })
    const people = mayGive ? await listPeople(trx, { workspaceId, planId }) : []
    const logo = await trx
      .selectFrom('plan')
      .innerJoin('account', (join) =>
        join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
      )
      .leftJoin('referenceLogo', (join) =>
        join.onRef('referenceLogo.workspaceId', '=', 'plan.workspaceId').onRef('referenceLogo.planId', '=', 'plan.id'),
      )
      .select(['account.logo as onPlan', 'referenceLogo.contentType as given'])
      .where('plan.workspaceId', '=', workspaceId)
      .where('plan.id', '=', planId)
      .executeTakeFirstOrThrow()
    const history = await listConsents(trx, { workspaceId, planId, timeZone: facts.timeZone }, mayGive ? null : id)
    const pieces = []
    for (const kind of mayGive ? pieceKinds : []) {
      const versions = await readPieceVersions(
        trx,
        { workspaceId, planId, kind, timeZone: facts.timeZone },
        { ofVendor: false },
      )
      pieces.push(
        ...versions
          .filter(({ state }) => state === 'sent' || state === 'approved')
          .map((version) => ({ kind, version })),
      )
    }
    if (!found) throw new Refusal(404, referenceRefusals.notConfirmed)
    const { until, note, never, approverId } = found.old
    const values: ConsentValues = {
      kinds: readKinds(found.kinds),
      callsPerQuarter: found.usesPerQuarter,
      quoteText: found.shown?.text ?? '',
      until: until ?? '',
      note: note ?? '',
      never,
      approverId: approverId ?? '',
    }
    const win = { statement, measure, unit, baseline, target, measured }
    const giver =
      found.state === 'agreed' && found.participantId !== id
        ? await findPlanPerson(trx, { workspaceId, planId, participantId: found.participantId })
        : undefined
    const answer = answerOf({ ...found, winVersion }, todayIn(facts.timeZone, parts.clock.now()))
    return {
      ...{ workspace, account, project, win, winVersion, answer, people, history, pieces },
      values: found.state === 'agreed' ? values : null,
      offeredQuote: found.shown?.by === id ? found.shown.text : statement,
      givenBy: giver?.name ?? null,
      logo: { onPlan: logo.onPlan, isGiven: logo.given !== null },
    }
  })
}

const listPeople = (trx: WorkspaceReading, { workspaceId, planId }: { workspaceId: string; planId: string }) =>
  trx
    .selectFrom('planParticipant')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.workspaceId', '=', 'planParticipant.workspaceId')
        .onRef('participant.id', '=', 'planParticipant.participantId'),
    )
    .select(['participant.id', 'planParticipant.name', 'participant.email'])
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.planId', '=', planId)
    .where('planParticipant.removedAt', 'is', null)
    .where('planParticipant.acceptedAt', 'is not', null)
    .orderBy('planParticipant.name')
    .execute()
