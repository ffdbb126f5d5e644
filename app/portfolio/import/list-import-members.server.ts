import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'

/** Who may be named as an owner of the vendor, and the day in the workspace's zone. */
export const listImportMembers = (parts: Pick<Parts, 'reads' | 'clock'>, workspaceId: string) =>
  parts.reads.in(workspaceId, async (trx) => {
    const members = await trx
      .selectFrom('member')
      .select(['id', 'name', 'email'])
      .where('workspaceId', '=', workspaceId)
      .where('removedAt', 'is', null)
      .execute()
    const { timeZone } = await trx
      .selectFrom('workspace')
      .select('timeZone')
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirstOrThrow()
    return { members, today: todayIn(timeZone, parts.clock.now()) }
  })
