import type { Database } from '#db/connection.ts'

/** Since when this database holds its emails back, as `npm run restore` leaves it; undefined where it does not. */
export async function findEmailHold(db: Database): Promise<Date | undefined> {
  const hold = await db.selectFrom('operations.emailHold').select('since').executeTakeFirst()
  return hold?.since
}

/** Whether what is written now waits until someone releases it. */
export const holdsEmails = async (db: Database): Promise<boolean> => (await findEmailHold(db)) !== undefined
