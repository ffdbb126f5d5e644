import { pageNames } from '#app/kit/page-name-words.ts'
import { labels } from '#app/kit/label-words.ts'
import { sentenceParts } from '#app/ui/sentence-parts.ts'
import { consentPageWords, countedCalls } from '../reference-words.ts'
import type { DealOutcome, MeetingKind, NoCalls, RequestStanding } from './call-rules.ts'

/** What is asked for, within a sentence. */
export const meetingWords: Record<MeetingKind, string> = { call: 'reference call', talk: 'talk' }

export const standingWords: Record<RequestStanding, string> = {
  open: 'waiting for an answer',
  lapsed: 'no answer in time',
  planned: 'accepted',
  over: 'how did it go?',
  'took place': 'took place',
  'did not take place': 'did not take place',
  declined: 'declined',
  withdrawn: 'withdrawn by the customer',
  cancelled: 'cancelled',
  ended: 'ended',
}

export const dealOutcomeWords: Record<DealOutcome, string> = { won: 'Won', lost: 'Lost', open: 'Still open' }

/** How often a reference can still be asked. */
export const callsLeftWords = (left: number, allowed: number): string =>
  `${left} of ${countedCalls(allowed)} left this quarter`

/** Why nothing can be requested, on the library’s page and where a form is refused. */
export const noCallsWords: Record<NoCalls, string> = {
  'not agreed': 'The customer did not agree to calls or talks.',
  archived: 'Its plan is archived, so no call can be requested.',
  'handed on':
    'The person who agreed to calls no longer leads the plan. Calls can be requested once the new champion agrees to them.',
  'approver left':
    'The person who approves each use has left the plan, so no call can be requested. Please ask the champion to name another.',
}

/** For which company a request is, and who makes it. */
export const requestedForWords = (by: string, deal: string): string => `${by}, for ${deal}`

/** From which customer a reference is wanted, and for which deal. */
export const requestedFromWords = (account: string, deal: string): string => `${account}, for ${deal}`

/** How a deal ended, below its call. */
export const endedWithWords: Record<DealOutcome, string> = {
  won: 'The deal was won.',
  lost: 'The deal was lost.',
  open: 'The deal is still open.',
}

/** Below a request on the champion’s plan. */
export const championAskWords = { call: 'You can accept one of three times or decline.' }

export const acceptTimeLabel = (time: string): string => `Accept ${time}`

export const requestFormWords = {
  title: 'Request a call or talk',
  intro:
    'The champion gets an email with the three times, and accepts one of them or declines. You both get a calendar file.',
  kind: 'What for',
  kinds: { call: 'Reference call', talk: 'Talk at an event' },
  deal: labels.deal,
  why: labels.why,
  whyHint: 'The champion reads this. What would you like them to talk about?',
  firstTime: labels.firstTime,
  secondTime: labels.secondTime,
  thirdTime: labels.thirdTime,
  timeZone: labels.timeZone,
  send: 'Send request',
}

export const requestListWords = {
  title: 'Requests',
  none: 'No one has requested this reference yet.',
  calendar: 'Calendar file',
  cancel: 'Cancel request',
  cancelSays: 'The champion is told at once, and the call is given back to this quarter.',
  cancelNow: 'Cancel and tell the champion',
  noteTitle: 'How did it go?',
  tookPlace: labels.tookPlace,
  outcome: 'How did the deal end?',
  note: 'Save',
}

export const callsPageWords = {
  title: pageNames.calls,
  consent: consentPageWords.back,
  none: 'No one has asked for a call. When someone does, you get an email, and the request appears here.',
  waiting: 'Waiting for your answer',
  planned: 'Planned',
  earlier: 'Earlier',
  declineReason: labels.declineReason,
  declining: {
    text: 'Decline',
    says: 'The person who asked is told at once. You do not need to give a reason.',
    now: 'Decline request',
  },
  withdrawing: {
    text: 'Withdraw from this call',
    says: 'You and the person who asked are told at once, and the call is removed from your calendars.',
    now: 'Withdraw from call',
  },
  calendar: requestListWords.calendar,
}

/** In place of the times, while the consent is on hold or has expired. */
export const acceptsNothingParts = <Link>(link: (text: string) => Link) =>
  sentenceParts`Your consent is on hold or has expired, so you can’t accept a time now. ${link('Check your consent')} first, or decline.`

export const callsIntro = (vendor: string): string =>
  `Here ${vendor} asks you to speak to a company that is considering the same step. You decide each time.`

/** Above the times of a request. @param what in words */
export const askedWords = (by: string, what: string, deal: string): string => `${by} asks for a ${what} with ${deal}`

export const requestRefusals = {
  enterTime: 'Please enter a day and a time.',
  noSuchTime: 'This time does not exist. Please choose another one.',
  tooSoon: 'Please propose a time at least a day ahead.',
  tooFar: 'Please propose a time within the next 90 days.',
  sameTime: 'Please propose three different times.',
  otherQuarter: 'Please propose three times in the same calendar quarter.',
  afterConsent: 'The consent ends before this day.',
  notAgreed: 'The customer has not agreed to this, so it can’t be requested.',
  notInEffect:
    'Your consent is on hold or has expired, so no time can be accepted. Please check your consent first, then accept a time.',
  noChampion: 'This plan has no champion who could answer.',
  waiting: 'Another request is waiting for this champion’s answer. Please wait until it is answered.',
  askedOften: 'This champion was asked several times today. Please try again tomorrow, or choose another reference.',
  noneLeft: 'No calls are left in this quarter. Please propose times in a later quarter, or choose another reference.',
  quarterFull:
    'This call was noted as not having taken place, and its quarter is full since. Please correct the other calls of that quarter first.',
  answered: 'This request was already answered, cancelled or withdrawn.',
  timePassed: 'This time has passed. Please choose another one.',
  lapsed: 'All proposed times have passed.',
  notYours: 'Only the person who made this request, marketing or an admin can do this.',
  notOver: 'You can note this once the call is over.',
  tooLate: 'The call is over, so it can’t be cancelled.',
}
