import { type Kysely, sql } from 'kysely'

/**
 * The known device that a session was begun on, so that signing it out as lost forgets it. No foreign key: devices are forgotten
 * while their sessions stay.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table session add column known_device_id uuid').execute(db)
}
