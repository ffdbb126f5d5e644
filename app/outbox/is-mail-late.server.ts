import { sql } from 'kysely'
import type { Database } from '#db/connection.ts'

/**
 * Whether sign-in emails leave late at the moment: one has waited for 30 seconds or more, and no email has left since it should have.
 * That is so when the mail service or the worker is down. The answer does not depend on the address someone entered, so it does not
 * tell whether that address is known.
 */
export async function isMailLate(db: Database): Promise<boolean> {
  const { rows } = await sql<{ late: boolean }>`
    select exists (
      select from pgboss.job waiting
      where (waiting.name = 'send-sign-in' or (waiting.name = 'send-notice' and waiting.priority > 0))
        and waiting.state < 'active'
        and waiting.created_on < now() - interval '30 seconds'
        and not exists (
          select from pgboss.job sent
          where sent.name = 'send-notice' and sent.state = 'completed'
            and sent.completed_on > waiting.created_on + interval '30 seconds'
        )
    ) as late`.execute(db)
  return rows[0]?.late === true
}
