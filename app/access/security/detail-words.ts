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
}

/** What is kept about an event, in words; ids and hashes say nothing to people and are left to the file. */
export const detailWords = (detail: Record<string, string | null>): string =>
  Object.entries(detail)
    .filter(([name, value]) => value !== null && value !== '' && !/Id$|^(hash|digests)$/.test(name))
    .map(([name, value]) => (name === 'link' ? `by a ${value} link` : `${labels[name] ?? name} ${value}`))
    .join(', ')
