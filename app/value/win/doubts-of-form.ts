import { type WinDoubt, doubtsBeside } from './win-doubts.ts'

type Posted = Readonly<Record<string, string | string[]>>

/** The fields of a first win. A change of any other raises no doubt. */
const winFields = ['statement', 'measure', 'unit', 'winBy', 'baseline', 'target']

/** The doubts about a first win as a form posts it; none where the sender changed nothing of it. */
export function doubtsOfForm(values: Posted, taskDays: readonly number[]): WinDoubt[] {
  const textOf = (name: string) => [values[name] ?? ''].flat()[0] ?? ''
  if (!winFields.some((name) => name in values && textOf(name) !== textOf(`seen.${name}`))) return []
  const doubts = doubtsBeside({
    statement: textOf('statement'),
    measure: textOf('measure'),
    unit: textOf('unit'),
    winBy: textOf('winBy'),
    criticalDate: textOf('criticalDate'),
    taskDays,
  })
  return [...doubts.statement, ...doubts.unit, ...doubts.winBy]
}
