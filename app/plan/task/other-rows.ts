import { type FormReply, type FormValues, oneValue } from '#app/ui/form-reply.ts'
import { titlesOf } from './add-row-values.ts'

const isRow = (name: string) => name.startsWith(titlesOf(''))

/** What was typed in the rows of other milestones than the one whose button was pressed, by its field. */
function otherRowsOf(values: FormValues): [string, string][] {
  const pressed = titlesOf(oneValue(values['milestoneId'], ''))
  return Object.entries(values)
    .filter(([name]) => isRow(name) && name !== pressed)
    .map(([name, value]): [string, string] => [name, oneValue(value, '')])
    .filter(([, text]) => text.trim() !== '')
}

/** The path to a page that shows it again: without script the page is loaded again, and the other rows were posted along. */
export function withOtherRows(path: string, values: FormValues): string {
  const rows = otherRowsOf(values)
  if (rows.length === 0) return path
  const { pathname, searchParams, hash } = new URL(path, 'http://firstwin')
  for (const [name, text] of rows) searchParams.set(name, text)
  return `${pathname}?${searchParams.toString()}${hash}`
}

/** What an address keeps of rows, as a reply that puts it into them; undefined where it keeps none. */
export function otherRowsIn(search: URLSearchParams): FormReply | undefined {
  const rows = [...search].filter(([name]) => isRow(name))
  return rows.length > 0
    ? { status: 'previewed', values: { intent: 'add-tasks', ...Object.fromEntries(rows) } }
    : undefined
}
