import { isIsoDate } from '#app/schedule/dates.ts'
import type { FormValues } from '#app/ui/form-reply.ts'
import { longDate } from '#app/ui/date-words.ts'

/** Every text field, by its name, with its label. Hidden fields and choices are not included. */
export const typedLabels: Readonly<Record<string, string>> = {
  account: 'Account',
  announcedTo: 'Announced to',
  answer: 'Your answer',
  askerName: 'Name',
  atBest: 'Best case',
  atWorst: 'Worst case',
  baseline: 'Baseline',
  body: 'Your comment',
  callsPerQuarter: 'Max. calls per quarter',
  capabilities: 'Capabilities needed',
  clientId: 'Client ID',
  confirmation: 'Name or email address',
  criticalDate: 'Critical date',
  criticalReason: 'Why this date',
  description: 'Description',
  difference: 'Difference it makes',
  domains: 'Email domains',
  doneOn: 'Done on',
  durationDays: 'Working days',
  email: 'Email',
  ifMissed: 'If it is missed',
  issue: 'Critical business issue',
  issuer: 'Issuer',
  jobTitle: 'Job title',
  linkTitle: 'Title',
  measure: 'Measure',
  measuredValue: 'Measured value',
  name: 'Name',
  notAfter: 'Not after',
  notBefore: 'Not before',
  note: 'Note',
  ownerName: 'Who else',
  personName: 'Name, if not in the list',
  personalLine: 'Personal message',
  project: 'Project',
  quoteText: 'Approved quote',
  reason: 'Reason',
  reasons: 'Reasons',
  startedOn: 'Started on',
  statement: 'First win',
  target: 'Target',
  timeZone: 'Time zone',
  title: 'Title',
  titles: 'Title',
  unit: 'Unit',
  until: 'Until',
  url: 'Web address',
  winBy: 'Win by',
}

/** The parts of a row that is repeated, such as days off. */
const rowLabels: Readonly<Record<string, string>> = { why: 'Why', from: 'From', to: 'To', date: 'Date' }

/** Of the names that are known: a form may be posted with any, `__proto__` among them. */
const known = (labels: Readonly<Record<string, string>>, name: string | undefined): string | undefined =>
  name !== undefined && Object.hasOwn(labels, name) ? labels[name] : undefined

const labelOf = (name: string): string | undefined => {
  if (/^(seen|held|typed)\./.test(name)) return undefined
  const [first = '', ...parts] = name.split('.')
  if (parts.length === 0) return known(typedLabels, first)
  if (/WorksWhy$/.test(first)) return rowLabels['why']
  return known(
    rowLabels,
    parts.find((it) => Object.hasOwn(rowLabels, it)),
  )
}

/** What someone typed in a form that was posted, each with its label. */
export function typedIn(values: FormValues): { label: string; text: string }[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const label = labelOf(name)
    const text = [value]
      .flat()
      .filter((it) => it.trim() !== '')
      .map((it) => (isIsoDate(it) ? longDate(it) : it))
      .join(', ')
    return label === undefined || text === '' ? [] : [{ label, text }]
  })
}
