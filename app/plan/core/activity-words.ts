import { capital, longDate, possessive, quoted } from '#app/ui/words.ts'
import { isIsoDate } from '#app/schedule/dates.ts'

const labels: Record<string, string> = {
  doneOn: 'Done on',
  startedOn: 'Started on',
  notBefore: 'Not before',
  notAfter: 'Not after',
  durationDays: 'Working days',
  dependsOn: 'Waits for',
  sittings: 'Finished only on',
  atBest: 'At best',
  atWorst: 'At worst',
  private: 'Kept to one side',
  criticalDate: 'Critical date',
  criticalReason: 'Why this date',
  ifMissed: 'If it is missed',
  statement: 'First win',
  winBy: 'Win by',
  announcedTo: 'Announced to',
  vendorCalendar: 'The vendor’s calendar',
  domains: 'Email domains',
  customerCalendar: 'The customer’s calendar',
  vendorWorkweek: 'The vendor’s week',
  vendorRegion: 'The vendor’s public holidays',
  vendorClosed: 'The vendor’s days off',
  vendorDays: 'The vendor’s extra work days',
  customerWorkweek: 'The customer’s week',
  customerRegion: 'The customer’s public holidays',
  customerClosed: 'The customer’s days off',
  customerDays: 'The customer’s extra work days',
}

const verbs: Record<string, (subject: string) => string> = {
  'task completed': (subject) => `checked off ${quoted(subject)}`,
  'task reopened': (subject) => `marked ${quoted(subject)} not done`,
  'task started': (subject) => `began ${quoted(subject)}`,
  'task sent back': (subject) => `sent back ${quoted(subject)}`,
  'task changed': (subject) => `changed ${quoted(subject)}`,
  'task added': (subject) => `added ${quoted(subject)}`,
  'task removed': (subject) => `removed ${quoted(subject)}`,
  'task made private': (subject) => `removed ${quoted(subject)} from the shared plan`,
  'task shared': (subject) => `added ${quoted(subject)} to the shared plan`,
  'milestone added': (subject) => `added the milestone ${quoted(subject)}`,
  'milestone changed': (subject) => `changed the milestone ${quoted(subject)}`,
  'terms changed': () => 'changed the dates or the first win',
  'calendar changed': () => 'changed the calendar',
  'calendar checked': () => 'said that the calendar is right',
  'plan adjusted': (subject) => `tried a change and kept it: ${subject}`,
  'change undone': (subject) => `took a change back: ${subject}`,
  // As kept what-ifs were taken back at first.
  'adjustment undone': (subject) => `took a change back: ${subject}`,
  'plan agreed to': () => 'agreed to the plan',
  'plan objected to': () => 'asked for a change to the plan',
  'objection answered': (subject) => `answered ${possessive(subject)} request`,
  'objection withdrawn': () => 'withdrew the request for a change',
  'agreed value restored': (subject) => `put back what was agreed: ${subject}`,
  'plan agreed by both sides': () => 'agreed to the plan; both sides have now agreed',
  'forecast shared': () => 'shared the forecast with the customer',
  'forecast withdrawn': () => 'took the forecast back',
  'plan under way': () => 'set the plan under way',
  'plan lost': () => 'closed the plan without an order',
  'closing noted': () => 'noted something on the closing',
  'plan reopened': () => 'opened the plan again',
  'plan archived': () => 'archived the plan',
  'plan restored': () => 'brought the plan back from the archive',
  'team set': () => 'changed who works on the plan',
  'lead handed over': (subject) => `handed the plan on to ${subject}`,
  'tasks taken over': (subject) => `handed open tasks on to ${subject}`,
  'participant invited': (subject) => `invited ${subject}`,
  'invitation sent again': (subject) => `invited ${subject} once more`,
  'invitation taken back': (subject) => `took back the invitation of ${subject}`,
  'participant came by domain': () => 'came in by the company’s email domain',
  'entry domains changed': () => 'changed whose people may enter by their email domain',
  'participant removed': (subject) => `took ${subject} off the plan`,
  'person erased': (subject) => `erased a person, who is now ${quoted(subject)}`,
  'participant accepted': (subject) => `accepted ${subject} for the customer`,
  'champion proposed': (subject) => `proposed ${subject} as champion`,
  'proposed champion declined': (subject) => `objected to ${subject} as champion`,
  'proposed champion withdrawn': (subject) => `withdrew the proposal of ${subject} as champion`,
  'champion handed on': (subject) => `made ${subject} the champion`,
  'confirmer named': (subject) => `named ${subject} as one who may confirm the first win`,
  'confirmer taken back': (subject) => `took back that ${subject} may confirm the first win`,
  'situation noted': (subject) => `wrote down ${quoted(subject)}`,
  'situation changed': (subject) => `changed ${quoted(subject)}`,
  'situation shared': (subject) => `shared ${quoted(subject)}`,
  'situation confirmed': (subject) => `said of ${quoted(subject)} that it is right`,
  'situation put right': (subject) => `put ${quoted(subject)} right`,
  'first win confirmed': (subject) => `confirmed the first win ${quoted(subject)}`,
  'first win corrected': () => 'corrected the confirmed first win',
  'first win withdrawn': (subject) => `withdrew the first win ${quoted(subject)}`,
  'value measured': (subject) => `measured ${quoted(subject)}`,
  'reference answered': () => 'answered the question about a reference',
  'reference taken back': () => 'took the consent to a reference back',
  'consent given': () => 'agreed to give a reference',
  'consent changed': () => 'changed what the reference allows',
  'sign-on changed': (subject) => `set single sign-on by ${subject}`,
  'member signed out': (subject) => `signed ${subject} out`,
  'account released': (subject) => `released ${subject}’s account for single sign-on`,
  'sign-on removed': (subject) => `removed single sign-on by ${subject}`,
  'security log exported': () => 'exported the security log',
  'passkey added': (subject) => `added the passkey ${quoted(subject)}`,
  'passkey renamed': (subject) => `renamed the passkey ${quoted(subject)}`,
  'passkey removed': (subject) => `removed the passkey ${quoted(subject)}`,
  'passkeys removed': (subject) => `removed the passkeys of ${subject}`,
  'plan created': (subject) => `laid out the plan ${quoted(subject)}`,
}

/** What somebody did, as it follows the name: "checked off “Contract at Legal”". */
export const eventWords = (event: string, subject: string): string => verbs[event]?.(subject) ?? `${event}: ${subject}`

/** The label of a changed field. */
const labelOf = (field: string) =>
  labels[field] ?? capital(field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))

function valueWords(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(valueWords).join(', ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (isIsoDate(value)) return longDate(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number)
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
