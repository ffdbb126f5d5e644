import { readJson } from '#app/kit/read-json.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { type ContentFault, type PlanContent, contradictionsIn, planFile } from './plan-file.ts'
import { planFileRefusals } from './plan-file-words.ts'

/** "plan.milestones[2].title", as programmers write where something stands. */
const placeOf = (path: readonly PropertyKey[]) =>
  path.reduce<string>(
    (said, part) => (typeof part === 'number' ? `${said}[${part}]` : said ? `${said}.${String(part)}` : String(part)),
    '',
  )

function jsonOrNull(text: string): unknown {
  try {
    return readJson(text)
  } catch {
    return null
  }
}

/** Today in a time zone. */
export type TodayIn = (zone: string) => IsoDate

/** The plan in a file, or all that is wrong with it. @param todayIn no task is done later */
export function readPlanFile(text: string, todayIn: TodayIn): { content: PlanContent } | { faults: ContentFault[] } {
  const found = jsonOrNull(text)
  if (found === null) return { faults: [{ at: '', message: planFileRefusals.notJson }] }
  const read = planFile.safeParse(found)
  if (!read.success) return { faults: read.error.issues.map(({ path, message }) => ({ at: placeOf(path), message })) }
  const content = read.data.plan
  const faults = contradictionsIn(content, todayIn(content.timeZone ?? 'UTC')).map(({ at, message }) => ({
    at: `plan.${at}`,
    message,
  }))
  return faults.length > 0 ? { faults } : { content }
}
