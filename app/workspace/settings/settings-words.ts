import { count } from '#app/ui/amount-words.ts'
import { listWords } from '#emails/parts/list-words.ts'
import { labels } from '#app/kit/label-words.ts'

/** @param standard the colour that is used without one */
export const accentHint = (standard: string): string =>
  `For buttons and links. We make it lighter or darker where needed for contrast. The default is ${standard}.`

export const settingsRefusals = {
  noStylesheet: 'There is no such stylesheet.',
  endsBeforeItBegins: 'The working day must end after it starts.',
}

export const settingsWords = {
  nameLabel: labels.name,
  domainsLabel: 'Domains',
  timeZone: labels.timeZone,
  name: 'Workspace name',
  nameHint: 'Name customers see on every page and in every email.',
  timeZoneHint: 'For new plans, unless the customer already has one.',
  domains: 'Your email domains',
  domainsHint: 'One per line. People with these addresses can’t be invited to a plan as customers.',
  colour: labels.colour,
  logo: 'Logo',
}

export const defaultCalendarsWords = {
  vendorDays: 'You work on',
  vendorHolidays: 'Your public holidays',
  customerDays: 'A new customer works on',
  customerHolidays: 'Public holidays of a new customer',
  title: 'Calendars for new plans',
  intro: 'If the customer already has a plan, its calendar is used instead. Existing plans do not change.',
  save: 'Save calendars',
  vendorWorkweek: 'Your working days',
  customerWorkweek: 'A customer’s working days',
  customerRegion: 'A customer’s public holidays',
}

export const answerTimeFormWords = {
  title: 'Answers to customers’ questions',
  intro:
    'Customers see when they can expect an answer. A change applies to new questions only. Questions already asked keep their promised time.',
  hours: labels.answerHours,
  unit: 'working hours',
  hoursHint: (least: number, most: number): string =>
    `From ${least} to ${most}. After that, the plan’s lead and then the admins are notified.`,
  from: 'Your working day starts at',
  to: 'Your working day ends at',
  save: 'Save answer time',
}

/** Participants whose addresses are at a domain that is to be the vendor’s own. @param others how many besides the named one */
export const customersThereWords = ({ name, address, others }: { name: string; address: string; others: number }) =>
  others === 0
    ? `${name}, a customer’s participant, has an address there (${address}).`
    : `${name} (${address}) and ${count(others, 'more participant')} of customers have addresses there.`

/** The days of a week on which a side works. */
export const workingDaysWords = (days: readonly string[]): string => (days.length > 0 ? listWords(days) : 'no day')
