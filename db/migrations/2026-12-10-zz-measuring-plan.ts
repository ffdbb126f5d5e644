import { type Kysely, sql } from 'kysely'

/** How the baseline of a first win was measured and who measures the result; and who of the vendor's services has looked at which version of it. */
const statements = [
  `alter table plan add column win_baseline_how text`,
  `alter table plan add column win_measured_by text`,
  `alter table plan add column win_looked_version integer`,
  `alter table plan add column win_looked_by text`,
  `alter table plan add column win_looked_on date`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
