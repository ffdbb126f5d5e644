import type { Database } from '#db/connection.ts'
import { inDays } from '#tests/harness/clock.ts'
import type { Cast } from './cast.ts'
import type { OtherSide } from './other-side.ts'

type Asked = { ownerDb: Database; cast: Cast; watch: OtherSide; taskId: string }

/**
 * Lets both sides agree while a private task has a due date that the other side has not read anywhere, then removes that
 * limit: only the agreement still holds the date.
 */
export async function agreeToHiddenDay({ ownerDb, cast: { home }, watch, taskId }: Asked): Promise<string> {
  const at = `/plans/${home.planId}`
  const isWorked = (day: string) => ![0, 6].includes(new Date(day).getUTCDay())
  const day = Array.from({ length: 120 }, (_, index) => inDays(100 + index)).find(
    (it) => isWorked(it) && !watch.seenDays.has(it),
  )
  const [reader] = watch.readers
  if (!day || !reader) throw new Error('There is no free day, or no one on the other side.')
  const post = async (asker: typeof reader, path: string, form: Record<string, string>) => {
    const { status } = await watch.post(asker, path, form)
    if (status !== 303) throw new Error(`${form['intent']} was answered ${status}.`)
  }
  const limit = (notAfter: string, seen: string) =>
    post(watch.hider, `${at}/tasks/${taskId}`, { intent: 'edit-task', private: 'yes', notAfter, 'seen.notAfter': seen })
  await limit(day, '')
  // No version that was agreed to before, so that this one is kept.
  await ownerDb.updateTable('plan').set({ termsVersion: 50 }).where('id', '=', home.planId).execute()
  for (const asker of [watch.hider, reader]) await post(asker, at, { intent: 'agree-plan', termsVersion: '50' })
  const { dates } = await ownerDb
    .selectFrom('baseline')
    .select('dates')
    .where('planId', '=', home.planId)
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow()
  const kept = JSON.stringify(dates)
  if (!kept.includes(day) || !kept.includes(taskId)) throw new Error('The agreement kept nothing of the private task.')
  await limit('', day)
  return day
}
