import type { IsoDate, Side } from '#app/schedule/model.ts'
import type { AgreedDates, AgreedOwner } from '../view/agreed-dates.ts'
import type { Drift } from '../view/drift.ts'
import type { AgreedTerms } from '../agreed-terms/agreed-terms.ts'
import type { ViewerSide } from '../core/viewer-side.ts'
import type { AgreedChangeView, DriftView, MovedDay } from '../view/plan-view.ts'

export type AgreedTask = {
  id: string
  title: string
  side: Side
  durationDays: number
  /** The owner's name on that day; null where there was none, undefined where owners were not kept. */
  owner: string | null | undefined
  /** Null where the dates of this version were not kept. */
  dueOn: IsoDate | null
  moved: MovedDay | null
  /** No longer in the shared plan. */
  gone: boolean
}

export type AgreedPoint = { id: string; title: string; dueOn: IsoDate; moved: MovedDay | null; tasks: AgreedTask[] }

/** One version of what both sides agreed to, and how the plan differs from it now. */
export type AgreedView = {
  project: string
  companies: { vendor: string; customer: string }
  today: IsoDate
  number: number
  agreedOn: IsoDate
  versions: { number: number; agreedOn: IsoDate }[]
  signers: { name: string; side: ViewerSide; on: IsoDate }[]
  terms: Pick<AgreedTerms, 'criticalDate' | 'criticalReason' | 'firstWin'> & { closed: Record<ViewerSide, Closed[]> }
  points: AgreedPoint[]
  /** Tasks without dates, where none were kept. */
  undated: AgreedTask[]
  changes: AgreedChangeView[]
  drift: DriftView | null
}

type Closed = { from: IsoDate; to: IsoDate; why: string }

export type AgreedMaterial = {
  terms: AgreedTerms
  /** Of this version; null where none were kept. */
  dates: AgreedDates | null
  drift: Drift | null
  /** Ids of the tasks that both sides see in the plan now. */
  shared: ReadonlySet<string>
  /** Names by the ids of people on either side. */
  names: ReadonlyMap<string, string>
}

/** The agreed tasks under the points that they led to, each with what became of it. Private tasks were never agreed to. */
export function agreedTasks({
  terms,
  dates,
  drift,
  shared,
  names,
}: AgreedMaterial): Pick<AgreedView, 'points' | 'undated'> {
  const agreed = new Map(terms.tasks.map((task) => [task.id, task]))
  const taskOf = (
    { id, title, side, durationDays }: AgreedTerms['tasks'][0],
    dueOn: IsoDate | null,
    owner?: AgreedOwner | null,
  ): AgreedTask => {
    const gone = !shared.has(id)
    const moved = gone ? null : (drift?.moved.get(id) ?? null)
    return {
      id,
      title,
      side: side === 'vendor' || side === 'customer' ? side : 'both',
      durationDays,
      owner: owner && nameOf(owner, names),
      dueOn,
      moved,
      gone,
    }
  }
  if (!dates) return { points: [], undated: terms.tasks.map((task) => taskOf(task, null)) }
  const points = dates.points.map(({ id, title, doBy, tasks }) => ({
    id,
    title,
    dueOn: doBy,
    moved: drift?.moved.get(id) ?? null,
    tasks: tasks.flatMap((dated) => {
      const task = agreed.get(dated.id)
      return task ? [taskOf(task, dated.doBy, dated.owner)] : []
    }),
  }))
  return { points, undated: [] }
}

function nameOf(owner: AgreedOwner, names: AgreedMaterial['names']): string | null {
  if ('placeholder' in owner) return owner.placeholder
  return names.get('memberId' in owner ? owner.memberId : owner.participantId) ?? null
}
