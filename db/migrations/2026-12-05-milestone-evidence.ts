import { type Kysely, sql } from 'kysely'

const statements = [
  // What proves that a milestone is reached; null where nothing is asked for.
  'alter table milestone add column exit_evidence text',
  // The proof, or why the milestone is passed without it.
  'alter table milestone add column evidence text',
  'alter table milestone add column passed_without text',
  'alter table milestone add constraint milestone_one_proof check (evidence is null or passed_without is null)',
  // Whether tasks of later stages wait until it is reached.
  'alter table milestone add column gate boolean not null default false',
]

/** What a milestone asks for before it counts as reached, and what later stages wait for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
