import type pg from 'pg'
import { appRole } from './app-role.ts'

/** What the owning role needs before it can migrate, each as an instruction. */
const needs = {
  create: (role: string, database: string) =>
    `${role} may not create schemas here: run "alter database ${database} owner to ${role}".`,
  public: (role: string) =>
    `${role} may not create tables in the schema public: run "grant usage, create on schema public to ${role}".`,
  role: (role: string) =>
    `The role ${appRole} is missing, and ${role} may not create roles: run "create role ${appRole}" as a superuser, or "alter role ${role} createrole".`,
  tables: (role: string, table: string) => `${role} does not own the table ${table}: migrate as the role that made it.`,
}

type Held = {
  role: string
  database: string
  mayCreate: boolean
  mayUsePublic: boolean
  hasAppRole: boolean
  foreignTable: string | null
}

/**
 * What the role of this connection is missing to migrate the database: it creates schemas and tables, owns the existing ones, and
 * creates the app's role if that is missing. It needs neither superuser nor BYPASSRLS.
 * @returns sentences for an operator; none if nothing is missing
 */
export async function findMissingNeeds(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<Held>(
    `select quote_ident(current_user) as role, quote_ident(current_database()) as database,
       has_database_privilege(current_database(), 'create') as "mayCreate",
       has_schema_privilege('public', 'create') as "mayUsePublic",
       r.rolcreaterole or r.rolsuper or exists (select from pg_roles where rolname = $1) as "hasAppRole",
       (select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname in ('public', 'directory', 'limits', 'operations', 'migrations', 'pgboss') and c.relkind in ('r', 'p')
           and not pg_has_role(c.relowner, 'usage')
         order by 1 limit 1) as "foreignTable"
     from pg_roles r where r.rolname = current_user`,
    [appRole],
  )
  const [held] = rows
  if (!held) return []
  const { role, database } = held
  return [
    ...(held.mayCreate ? [] : [needs.create(role, database)]),
    ...(held.mayUsePublic ? [] : [needs.public(role)]),
    ...(held.hasAppRole ? [] : [needs.role(role)]),
    ...(held.foreignTable === null ? [] : [needs.tables(role, held.foreignTable)]),
  ]
}
