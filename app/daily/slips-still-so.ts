import type { NoticeFacts, StoredNotice } from '#app/outbox/notice-kinds.ts'
import type { LateGoals } from '#app/plan/slips/list-late-goals.server.ts'

type Slipped = Extract<NoticeFacts, { kind: 'date-slipped' }>['facts']
type Slip = Pick<Slipped, 'goal' | 'by' | 'before' | 'expected' | 'days'>

/**
 * The slips of one plan as one, each goal from the day before the first to the day on which it is expected now; none of a goal that is in time again, or
 * expected on the day that its reader knows.
 * @param late as the plan stands now; undefined where that is not known, and the slips are told as they were found
 */
export function slipsStillSo<Waiting extends { told: StoredNotice }>(
  notices: readonly Waiting[],
  late: LateGoals | undefined,
): Waiting[] {
  const last = notices.findLast(({ told }) => told.kind === 'date-slipped')
  if (!last || last.told.kind !== 'date-slipped') return [...notices]
  const found = notices.flatMap(({ told }) => (told.kind === 'date-slipped' ? slipsIn(told.facts) : []))
  const [first, also = null] = (['go-live', 'win'] as const).flatMap((goal) => {
    const ofGoal = found.filter((slip) => slip.goal === goal)
    return slipNow(ofGoal, late)
  })
  return notices.flatMap((notice) => {
    if (notice.told.kind !== 'date-slipped') return [notice]
    if (notice !== last || !first) return []
    return [{ ...notice, told: { ...notice.told, facts: { ...notice.told.facts, ...first, also } } }]
  })
}

const slipsIn = ({ also, goal, by, before, expected, days }: Slipped): Slip[] => [
  { goal, by, before, expected, days },
  ...(also ? [also] : []),
]

function slipNow(ofGoal: readonly Slip[], late: LateGoals | undefined): Slip[] {
  const [first, last] = [ofGoal[0], ofGoal.at(-1)]
  if (!first || !last) return []
  const slip = { ...last, before: first.before }
  const now = late?.find(({ goal }) => goal === last.goal)
  if (late && !now) return []
  const { by = slip.by, days = slip.days, seen: expected = slip.expected } = now ?? {}
  return expected > slip.before ? [{ ...slip, by, days, expected }] : []
}
