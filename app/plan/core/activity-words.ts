import { isolated } from '#app/kit/plain-text.ts'
import { capital, longDate, possessive, quoted } from '#app/ui/words.ts'
import { isIsoDate } from '#app/schedule/dates.ts'

const labels: Record<string, string> = {
  doneOn: 'Done on',
  startedOn: 'Started on',
  notBefore: 'Not before',
  notAfter: 'Not after',
  durationDays: 'Working days',
  dependsOn: 'Dependencies',
  sittings: 'Can only finish on',
  atBest: 'Best case',
  atWorst: 'Worst case',
  private: 'Private',
  criticalDate: 'Critical date',
  criticalReason: 'Why this date',
  ifMissed: 'If it is missed',
  statement: 'First win',
  winBy: 'Win by',
  announcedTo: 'Announced to',
  vendorCalendar: 'The vendor’s calendar',
  domains: 'Email domains',
  customerCalendar: 'The customer’s calendar',
  vendorWorkweek: 'The vendor’s working week',
  vendorRegion: 'The vendor’s public holidays',
  vendorClosed: 'The vendor’s days off',
  vendorDays: 'The vendor’s extra work days',
  customerWorkweek: 'The customer’s working week',
  customerRegion: 'The customer’s public holidays',
  customerClosed: 'The customer’s days off',
  customerDays: 'The customer’s extra work days',
}

const verbs: Record<string, (subject: string) => string> = {
  'task completed': (subject) => `checked off ${quoted(subject)}`,
  'task reopened': (subject) => `marked ${quoted(subject)} not done`,
  'task started': (subject) => `started ${quoted(subject)}`,
  'task sent back': (subject) => `sent back ${quoted(subject)}`,
  'task changed': (subject) => `changed ${quoted(subject)}`,
  'task added': (subject) => `added ${quoted(subject)}`,
  'task removed': (subject) => `deleted ${quoted(subject)}`,
  'task made private': (subject) => `removed ${quoted(subject)} from the shared plan`,
  'task shared': (subject) => `added ${quoted(subject)} to the shared plan`,
  'milestone added': (subject) => `added the milestone ${quoted(subject)}`,
  'milestone changed': (subject) => `changed the milestone ${quoted(subject)}`,
  'terms changed': () => 'changed the dates or the first win',
  'calendar changed': () => 'changed the calendar',
  'calendar checked': () => 'confirmed the calendar',
  'plan adjusted': (subject) => `applied a change: ${subject}`,
  'change undone': (subject) => `undid a change: ${subject}`,
  // As kept what-ifs were taken back at first.
  'adjustment undone': (subject) => `undid a change: ${subject}`,
  'plan agreed to': () => 'agreed to the plan',
  'plan objected to': () => 'asked for a change to the plan',
  'objection answered': (subject) => `answered ${possessive(subject)} request`,
  'objection withdrawn': () => 'withdrew the request for a change',
  'agreed value restored': (subject) => `restored what was agreed: ${subject}`,
  'plan agreed by both sides': () => 'agreed to the plan; both sides have now agreed',
  'forecast shared': () => 'shared the forecast with the customer',
  'forecast withdrawn': () => 'stopped sharing the forecast',
  'plan under way': () => 'set the plan under way',
  'plan lost': () => 'closed the plan without an order',
  'closing noted': () => 'added a note to the closing',
  'plan reopened': () => 'reopened the plan',
  'plan archived': () => 'archived the plan',
  'plan restored': () => 'restored the plan from the archive',
  'team set': () => 'changed the team',
  'lead handed over': (subject) => `handed the plan over to ${subject}`,
  'tasks taken over': (subject) => `reassigned open tasks to ${subject}`,
  'participant invited': (subject) => `invited ${subject}`,
  'invitation sent again': (subject) => `invited ${subject} again`,
  'invitation taken back': (subject) => `withdrew the invitation to ${subject}`,
  'participant came by domain': () => 'joined through the company’s email domain',
  'entry domains changed': () => 'changed which email domains can join',
  'participant removed': (subject) => `removed ${subject} from the plan`,
  'person erased': (subject) => `erased a person, now shown as ${quoted(subject)}`,
  'participant accepted': (subject) => `accepted ${subject} for the customer`,
  'champion proposed': (subject) => `proposed ${subject} as champion`,
  'proposed champion declined': (subject) => `objected to ${subject} as champion`,
  'proposed champion withdrawn': (subject) => `withdrew ${subject} as proposed champion`,
  'champion handed on': (subject) => `made ${subject} the champion`,
  'confirmer named': (subject) => `allowed ${subject} to confirm the first win`,
  'confirmer taken back': (subject) => `withdrew ${possessive(subject)} permission to confirm the first win`,
  'situation noted': (subject) => `added ${quoted(subject)}`,
  'situation changed': (subject) => `changed ${quoted(subject)}`,
  'situation shared': (subject) => `shared ${quoted(subject)}`,
  'situation confirmed': (subject) => `confirmed ${quoted(subject)}`,
  'situation put right': (subject) => `corrected ${quoted(subject)}`,
  'first win confirmed': (subject) => `confirmed the first win ${quoted(subject)}`,
  'first win corrected': () => 'corrected the confirmed first win',
  'first win withdrawn': (subject) => `withdrew the first win ${quoted(subject)}`,
  'value measured': (subject) => `measured ${quoted(subject)}`,
  'reference answered': () => 'answered the question about a reference',
  'reference taken back': () => 'withdrew consent to a reference',
  'consent given': () => 'agreed to give a reference',
  'consent changed': () => 'changed what the reference covers',
  'sign-on changed': (subject) => `set up single sign-on with ${subject}`,
  'member signed out': (subject) => `signed ${subject} out`,
  'account released': (subject) => `unlinked ${subject}’s single sign-on account`,
  'sign-on removed': (subject) => `removed single sign-on with ${subject}`,
  'security log exported': () => 'exported the security log',
  'passkey added': (subject) => `added the passkey ${quoted(subject)}`,
  'passkey renamed': (subject) => `renamed the passkey ${quoted(subject)}`,
  'passkey removed': (subject) => `removed the passkey ${quoted(subject)}`,
  'passkeys removed': (subject) => `removed the passkeys of ${subject}`,
  'plan created': (subject) => `created the plan ${quoted(subject)}`,
}

/** What somebody did, as it follows the name: "checked off “Contract at Legal”". */
export const eventWords = (event: string, subject: string): string =>
  verbs[event]?.(isolated(subject)) ?? `${event}: ${isolated(subject)}`

/** The label of a changed field. */
const labelOf = (field: string) =>
  labels[field] ?? capital(field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))

function valueWords(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(valueWords).join(', ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (isIsoDate(value)) return longDate(value)
  return typeof value === 'object' ? JSON.stringify(value) : isolated(String(value as string | number))
}

/** What an adjustment is undone by: ids and lags that `dependsOn` and the calendars say in words. */
const forPrograms = /^(termsVersion|baseline|undoes|lag\..*|closed\..*)$/

/** Values before and after, in words. Numbers of versions and ids say nothing to people; the version agreed is linked instead. */
export const changeWords = (changes: Record<string, { before?: unknown; after?: unknown }>) =>
  Object.entries(changes)
    .filter(([field]) => !forPrograms.test(field))
    .map(([field, { before, after }]) => ({
      label: labelOf(field),
      before: valueWords(before),
      after: valueWords(after),
    }))
