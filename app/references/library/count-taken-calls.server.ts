import { sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { type Quarter, quarterName, quarterOf } from '../quarter.ts'
import { meetingKinds, standingOfRequest, takesCall } from './call-rules.ts'

type Of = { workspaceId: string; planId: string }

/** The calls of a quarter that requests and noted uses of a reference have taken. */
export async function countTakenCalls(
  trx: WorkspaceReading,
  { workspaceId, planId }: Of,
  quarter: Quarter,
  now: Date,
): Promise<number> {
  const requests = await trx
    .selectFrom('referenceRequest')
    .select(['state', 'times', 'chosenAt', 'tookPlace'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('quarter', '=', quarterName(quarter))
    .execute()
  const uses = await trx
    .selectFrom('referenceUse')
    .select('usedOn')
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    // A request is counted already.
    .where('requestId', 'is', null)
    .where('kind', 'in', meetingKinds)
    .where(sql<number>`extract(year from used_on)::int`, '=', quarter.year)
    .execute()
  const noted = uses.filter(({ usedOn }) => quarterOf(usedOn as IsoDate).quarter === quarter.quarter)
  return requests.filter((it) => takesCall(standingOfRequest(it, now))).length + noted.length
}
