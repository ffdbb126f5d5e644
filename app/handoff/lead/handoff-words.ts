import { isolateDirection } from '#app/kit/plain-text.ts'
import { roleNameList } from '#app/policy/role-name-words.ts'
import { factsWords } from '#emails/parts/list-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'
import { labels } from '#app/kit/label-words.ts'
import type { PastHandoff } from './handoff-view.ts'

export const handoffRefusals = {
  notWaiting: 'This handoff has been answered or withdrawn since. Nothing was changed.',
  notForYou: (receiver: string): string => `${receiver} was asked to take over this plan. Only they can answer.`,
  isWaiting: (receiver: string): string => `${receiver} has not answered yet. Withdraw that handoff first.`,
  leadsAlready: (lead: string): string => `${lead} leads this plan already.`,
  unknownMember: 'This person is not a member any longer. Please choose someone else.',
}

export const leadPanelWords = {
  title: 'Who leads this plan',
  stays: (lead: string): string => `${isolateDirection(lead)} stays responsible until the handoff is accepted.`,
  waits: (receiver: string, on: string, today: string): string =>
    `${isolateDirection(receiver)} was asked to take over on ${longDate(on, today)}.`,
  asked: (by: string): string =>
    `${isolateDirection(by)} asks you to take over this plan. Read the brief below, then answer.`,
  withTasks: (lead: string): string => `The open tasks that ${isolateDirection(lead)} owns come with it.`,
  withoutTasks: (lead: string): string =>
    `${isolateDirection(lead)} keeps the open tasks that ${isolateDirection(lead)} owns.`,
  accept: 'Accept handoff',
  sendBack: 'Send back with questions',
  send: buttonWords.sendBack,
  questions: labels.questions,
  withdraw: 'Withdraw handoff',
  withdrawSays: (receiver: string): string =>
    `${isolateDirection(receiver)} can no longer accept it. You can hand the plan over again later.`,
}

export const handoffFormLabels = { receiver: 'New lead', note: labels.note }

export const offerFormWords = {
  title: 'Hand over this plan',
  choose: buttonWords.choose,
  noteHint:
    'What the brief does not say: who to call first, what was said between the lines. Only your company can read it.',
  withTasks: (lead: string): string => `Hand over the open tasks that ${isolateDirection(lead)} owns, too`,
  send: 'Ask to take over',
  says: 'They are told by email, with the brief on this page. Once they accept, the customer is told who leads the plan.',
  noOthers: 'There is no other member to hand this plan to.',
}

/** A member in the list of those who could take over: "Lena Fors, services". */
export const memberOptionWords = (name: string, roles: readonly string[]): string =>
  factsWords([isolateDirection(name), roleNameList(roles)])

export const historyWords = {
  title: 'Earlier handoffs',
  line: ({ giver, receiver, state, answeredOn }: PastHandoff, today: string): string => {
    const on = longDate(answeredOn, today)
    switch (state) {
      case 'accepted':
        return `${isolateDirection(receiver)} took over from ${isolateDirection(giver)} on ${on}.`
      case 'assigned':
        return `${isolateDirection(receiver)} was assigned on ${on}, when ${isolateDirection(giver)} left.`
      case 'sent back':
        return `${isolateDirection(receiver)} sent it back on ${on}:`
      case 'withdrawn':
        return `The handoff from ${isolateDirection(giver)} to ${isolateDirection(receiver)} was withdrawn on ${on}.`
    }
  },
}

export const askedHandoffsWords = {
  title: 'Plans to take over',
  by: (by: string): string => `${isolateDirection(by)} is waiting for your answer.`,
}
