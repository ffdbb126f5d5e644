import { type Kysely, sql } from 'kysely'

/**
 * When a workspace answers its customers' questions: after so many working hours, and from when to when it works on a working day, as
 * `HH:MM` in its time zone.
 */
const statements = [
  `alter table workspace add column answer_hours smallint not null default 8`,
  `alter table workspace add constraint answer_hours check (answer_hours between 1 and 80)`,
  `alter table workspace add column answer_from text not null default '09:00'`,
  `alter table workspace add constraint answer_from check (answer_from ~ '^([01][0-9]|2[0-3]):[03]0$')`,
  `alter table workspace add column answer_to text not null default '17:00'`,
  `alter table workspace add constraint answer_to check (answer_to ~ '^(([01][0-9]|2[0-3]):[03]0|24:00)$' and answer_to > answer_from)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
