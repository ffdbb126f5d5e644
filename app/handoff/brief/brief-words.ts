import { isolateDirection } from '#app/kit/plain-text.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { count } from '#app/ui/amount-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import { quoted } from '#app/ui/name-words.ts'
import { withUnit } from '#emails/parts/amounts.ts'
import { factsWords, listWords } from '#emails/parts/list-words.ts'
import { roleName } from '#app/policy/role-name-words.ts'

export const handoffPageWords = {
  title: mainPageNames.handoff,
  intro: (account: string): string =>
    `Who leads the plan with ${isolateDirection(account)}, and what the next lead needs to know, on one page.`,
}

export const briefWords = {
  atAGlance: 'At a glance',
  state: 'State',
  now: 'Now',
  people: 'People',
  yours: 'Our team',
  theirs: (account: string): string => `People at ${isolateDirection(account)}`,
  noOneInvited: 'No one of the customer is on the plan yet.',
  heard: mainPageNames.situations,
  nothingHeard: 'No one has noted what the customer’s key persons said.',
  sold: mainPageNames.sold,
  nothingSold: 'No capability is listed.',
  promised: 'Promised dates',
  nothingPromised: 'No open task has a promised date.',
  missed: 'missed',
  risks: 'Risks',
  noRisks: 'Nothing that the plan can see.',
  questions: 'Open questions',
  noQuestions: 'No question is open.',
  win: (win: { measure: string; unit: string; baseline: number; target: number }): string =>
    `${isolateDirection(win.measure)}: ${withUnit(win.baseline, win.unit)} → ${withUnit(win.target, win.unit)}`,
  winBy: (winBy: string, today: string): string => `By ${longDate(winBy, today)}`,
  announcedTo: (who: string): string => `Announced to ${isolateDirection(who)}`,
  notDefined: 'Not defined yet',
  noReason: 'No reason given yet',
}

/** Below a person's name: "Head of accounting, champion". */
export const briefPersonWords = ({ jobTitle, role }: { jobTitle: string | null; role: string | null }): string =>
  factsWords([jobTitle, role && roleName(role)].flatMap((fact) => (fact ? isolateDirection(fact) : [])))

/** Beside a promised task: "19 December, Priya Raman". */
export const promisedWords = ({ on, owner }: { on: string; owner: string | null }, today: string): string =>
  factsWords([longDate(on, today), owner].flatMap((fact) => (fact ? isolateDirection(fact) : [])))

export const riskWords = {
  late: (title: string, { dueOn, expected, today }: { dueOn: string; expected: string; today: string }): string =>
    expected > dueOn
      ? `${quoted(title)} is due ${longDate(dueOn, today)} and expected ${longDate(expected, today)}`
      : `Tasks of ${quoted(title)}, due ${longDate(dueOn, today)}, are late`,
  noReason: 'No one has said why the target date matters',
  noWin: 'The first win is not defined',
  notAgreed: (account: string): string => `${isolateDirection(account)} has not agreed to this plan with us`,
  requested: (by: string, reason: string): string =>
    `${isolateDirection(by)} asked for a change and has no answer: ${quoted(reason)}`,
  unconfirmed: (people: readonly string[]): string =>
    `What we heard is not confirmed by ${listWords(people.map(isolateDirection))}`,
  mismatches: (points: number): string => `${count(points, 'open point')} between need, promise, contract and delivery`,
  overdueQuestions: (questions: number): string =>
    questions === 1
      ? 'A question waits past its promised time'
      : `${count(questions, 'question')} wait past their promised time`,
}
