import { type Kysely, sql } from 'kysely'

/**
 * Names that were stored before there was a rule for them become what the rule lets through: one line, nothing that turns its
 * direction, no web or email address, at most a hundred characters. Of two accounts that would get one name, both keep theirs.
 */
const names = [
  ['workspace', 'name'],
  ['member', 'name'],
  ['participant', 'name'],
  ['plan_participant', 'name'],
  ['account', 'name'],
  ['plan', 'project'],
  ['situation', 'person_name'],
] as const

const gap = String.raw`[\x01-\x20\x7f-\xa0\u2028\u2029]+`
const unseen = String.raw`[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]`
const address = String.raw`[^ ]*(://|www\.)[^ ]*|[^ ]+@[^ ]+\.[^ ]+|([[:alnum:]-]+\.)+[[:alpha:]]{2,}(:[0-9]+)?[/?#][^ ]*`

const cleaned = (column: string) => {
  const line = `trim(regexp_replace(regexp_replace(${column}, '${gap}', ' ', 'g'), '${unseen}', '', 'g'))`
  return `coalesce(nullif(left(regexp_replace(${line}, '${address}', '…', 'gi'), 100), ''), '…')`
}

const update = (table: string, column: string) => {
  const statement = `update ${table} set ${column} = ${cleaned(column)} where ${column} <> ${cleaned(column)}`
  if (table !== 'account') return statement
  return `${statement} and not exists (
    select 1 from account other
    where other.workspace_id = account.workspace_id and other.id <> account.id
      and lower(${cleaned('other.name')}) = lower(${cleaned('account.name')}))`
}

export async function up(db: Kysely<unknown>): Promise<void> {
  // FORCE would hide every row from an owner that is no superuser.
  for (const [table] of names) await sql.raw(`alter table ${table} no force row level security`).execute(db)
  for (const [table, column] of names) await sql.raw(update(table, column)).execute(db)
  for (const [table] of names) await sql.raw(`alter table ${table} force row level security`).execute(db)
}
