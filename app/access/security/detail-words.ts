import { roleNameList } from '#app/policy/role-name-words.ts'

/** Values that may be roles. */
const ofRoles = new Set(['role', 'roles', 'before', 'after'])

const labels: Record<string, string> = {
  by: 'by',
  how: 'using',
  why: 'because',
  role: 'as',
  roles: 'as',
  before: 'before',
  after: 'after',
  required: 'required',
  secret: 'secret',
  format: 'as',
  from: 'from',
  to: 'to',
  kind: 'type',
  through: 'up to entry',
  until: 'valid until',
}

/** What is kept about an event, in words; ids and hashes say nothing to people and are left to the file. @param timeWords shows a moment in the reader's zone */
export const detailWords = (detail: Record<string, string | null>, timeWords: (at: Date) => string): string =>
  Object.entries(detail)
    .flatMap(([name, value]) =>
      value && !/Id$|^(hash|digests)$/.test(name) ? [oneDetail(name, value, timeWords)] : [],
    )
    .join(', ')

function oneDetail(name: string, value: string, timeWords: (at: Date) => string): string {
  if (name === 'link') return `by ${/^[aeiou]/i.test(value) ? 'an' : 'a'} ${value} link`
  const shown = isMoment(value)
    ? timeWords(new Date(value))
    : ofRoles.has(name)
      ? roleNameList(value.split(', '))
      : value
  return `${labels[name] ?? name} ${shown}`
}

/** Whether a value is a moment as `toISOString` writes it. */
const isMoment = (value: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)
