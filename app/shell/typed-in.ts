import { isIsoDate } from '#app/schedule/dates.ts'
import type { FormValues } from '#app/ui/form-reply.ts'
import { longDate } from '#app/ui/date-words.ts'
import { rowLabels, typedLabels } from './typed-in-words.ts'

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
