import { inDays } from '#tests/harness/clock.ts'
import { agreeToHiddenDay } from './agreed-day.ts'

type Asked = Parameters<typeof agreeToHiddenDay>[0]

/** Promises a private task for a day, and has it agreed to for another one, that the other side has not read anywhere. */
export const hideDays = async (asked: Asked): Promise<string[]> => [
  await promiseHiddenDay(asked),
  await agreeToHiddenDay(asked),
]

async function promiseHiddenDay({ cast: { home }, watch, taskId }: Asked): Promise<string> {
  const day = Array.from({ length: 300 }, (_, index) => inDays(300 + index)).find((it) => !watch.seenDays.has(it))
  if (!day) throw new Error('There is no free day.')
  const form = { intent: 'promise-date', promisedOn: day, keep: day }
  const { status } = await watch.post(watch.hider, `/plans/${home.planId}/tasks/${taskId}/view`, form)
  if (status !== 303) throw new Error(`The promise was answered ${status}.`)
  return day
}
