import { todayIn } from '#app/kit/clock.ts'
import type { ConsentEntry } from '#app/references/consent/consent-entry.ts'
import type { RequestView } from '#app/references/library/library-view.ts'
import { answerOf, readKinds, readLimits } from '#app/references/model.ts'
import { pieceStates } from '#app/references/pieces/piece-version.ts'
import { kindName } from '#app/runner/events/reference-kind-words.ts'
import { pieceKinds, referenceKinds } from '#app/runner/events/reference-kinds.ts'
import type { ConsentRecord, OnPlan } from './own-record.ts'

type Consent = {
  planId: string
  state: string
  kinds: string[]
  limits: string | null
  covers: unknown
  usesPerQuarter: number | null
  answeredAt: Date | null
  shownQuote: string | null
}
type Entry = { id: string; planId: string; answer: ConsentEntry['answer']; said: readonly string[]; at: Date }
type Text = {
  planId: string
  kind: string
  version: number
  state: string
  answeredAt: Date | null
  reason: string | null
}
type Use = { id: string; planId: string; kind: string; on: string; what: string; by: string }

/** What `listOwnReferences` and `listRequestsTo` found. */
type Found = {
  consents: readonly Consent[]
  consentHistory: readonly Entry[]
  approvals: readonly Text[]
  uses: readonly Use[]
  requests: readonly RequestView[]
}

type Place = { timeZone: string; winVersion: number }

/** What a person said about being a reference, together for each plan, the last answer of theirs first. */
export function consentRecords({ consents, consentHistory, approvals, uses, requests }: Found) {
  const planIds = [...consents, ...consentHistory, ...approvals, ...requests].map(({ planId }) => planId)
  return [...new Set(planIds)].map((planId) => {
    const ofPlan = <Row extends { planId: string }>(rows: readonly Row[]) => rows.filter((row) => row.planId === planId)
    return {
      planId,
      /** As it is read on its plan, in the plan's time zone. */
      on: ({ timeZone, winVersion }: Place, now: Date, mayAnswer: boolean): Omit<ConsentRecord, keyof OnPlan> => {
        const dayOf = (at: Date | null) => at && todayIn(timeZone, at)
        return {
          ...lastAnswer(ofPlan(consents)[0], { timeZone, winVersion }, now),
          uses: ofPlan(uses).map(({ planId: _plan, kind, ...use }) => ({ ...use, kind: kindName(kind) })),
          texts: ofPlan(approvals).map(({ kind, version, state, answeredAt, reason }) => {
            const known = pieceStates.find((it) => it === state) ?? 'ended'
            return {
              ...{ id: `${kind} ${String(version)}`, state: known, answeredOn: dayOf(answeredAt), reason },
              kind: pieceKinds.find((it) => it === kind) ?? 'quote',
              mayAnswer: known === 'sent' && mayAnswer,
            }
          }),
          // One that took place stands among the uses.
          calls: ofPlan(requests)
            .filter(({ standing }) => standing !== 'took place')
            .map(({ id, what, deal, by, standing, times }) => ({
              ...{ id, what, deal, by, standing },
              when: times.length === 1 ? (times[0]?.words ?? null) : null,
            })),
          history: ofPlan(consentHistory).map(({ id, answer, said, at }) => ({
            ...{ id, answer, said },
            on: todayIn(timeZone, at),
          })),
        }
      },
    }
  })
}

function lastAnswer(
  consent: Consent | undefined,
  { timeZone, winVersion }: Place,
  now: Date,
): Pick<ConsentRecord, 'answer' | 'kinds' | 'quote' | 'callsPerQuarter' | 'never' | 'until' | 'answeredOn'> {
  if (!consent) {
    const nothing = { quote: null, callsPerQuarter: null, until: null, answeredOn: null }
    return { answer: 'by another', kinds: [], never: [], ...nothing }
  }
  const { until, never } = readLimits(consent.limits)
  const stored = readKinds(consent.kinds)
  return {
    answer: answerOf({ ...consent, winVersion }, todayIn(timeZone, now)),
    kinds: referenceKinds.filter((kind) => stored.includes(kind)),
    quote: consent.shownQuote,
    callsPerQuarter: consent.usesPerQuarter,
    ...{ until, never },
    answeredOn: consent.answeredAt && todayIn(timeZone, consent.answeredAt),
  }
}
