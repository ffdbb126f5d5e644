import { minute } from '#app/kit/durations.ts'
import type { Standing } from '#app/policy/policy.ts'

/** The kinds of a reference that take a person's time, so that they are requested and counted. */
export const meetingKinds = ['call', 'talk'] as const
export type MeetingKind = (typeof meetingKinds)[number]

export const isMeetingKind = (kind: string): kind is MeetingKind => (meetingKinds as readonly string[]).includes(kind)

/** Whether a member acts on the requests of everyone: cancels them and notes how they went. */
export const actsForAllRequests = (standings: ReadonlySet<Standing>): boolean =>
  standings.has('marketing') || standings.has('admin')

/** How a deal can end, or that it has not yet. */
export const dealOutcomes = ['won', 'lost', 'open'] as const
export type DealOutcome = (typeof dealOutcomes)[number]

/** Calls a quarter where the champion set no limit: more of them burn a reference. */
export const usualCallsPerQuarter = 2

/** How long a call is in calendars, in milliseconds. */
export const callLength = 30 * minute

/** A request as it is stored, as far as it says how it stands. */
export type StoredStanding = { state: string; times: readonly Date[]; chosenAt: Date | null; tookPlace: boolean | null }

/** How a request stands at a moment. Unanswered until all its times have passed, it has lapsed. */
export type RequestStanding =
  | ('open' | 'lapsed' | 'planned' | 'over' | 'took place' | 'did not take place')
  | ('declined' | 'withdrawn' | 'cancelled' | 'ended')

export function standingOfRequest({ state, times, chosenAt, tookPlace }: StoredStanding, now: Date): RequestStanding {
  if (state === 'asked') return times.some((time) => time > now) ? 'open' : 'lapsed'
  if (state === 'accepted') {
    if (tookPlace !== null) return tookPlace ? 'took place' : 'did not take place'
    return chosenAt !== null && chosenAt.getTime() + callLength <= now.getTime() ? 'over' : 'planned'
  }
  return state === 'declined' || state === 'withdrawn' || state === 'cancelled' ? state : 'ended'
}

/** Why no call or talk of a reference can be requested, whatever is left of the quarter. */
export type NoCalls = 'not agreed' | 'archived' | 'handed on' | 'approver left'

type Asking = {
  kinds: readonly string[]
  isArchived: boolean
  /** Whether the champion is who gave the consent: a call is promised by a person, for themselves. */
  isGiverChampion: boolean
  /** Whether the person who must approve each use is no longer on the plan. */
  approverLeft: boolean
}

export function whyNoCalls({ kinds, isArchived, isGiverChampion, approverLeft }: Asking): NoCalls | null {
  if (!kinds.some(isMeetingKind)) return 'not agreed'
  if (isArchived) return 'archived'
  if (!isGiverChampion) return 'handed on'
  return approverLeft ? 'approver left' : null
}

/** How many calls and talks, which one number bounds, are left of a quarter. @param limit what the champion set; null for none @param taken by requests and noted uses */
export const callsLeft = (limit: number | null, taken: number): number =>
  Math.max(0, (limit ?? usualCallsPerQuarter) - taken)
