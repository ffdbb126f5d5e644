import type { Client } from 'pg'

/** The app's database role: it owns nothing, so row-level security applies to it. */
export const appRole = 'firstwin_app'

/**
 * Creates the app's role if it is missing, without the right to sign in.
 * @param client of a role that may create roles if this one is missing
 */
export async function makeAppRole(client: Client): Promise<void> {
  // Roles belong to the whole cluster, so several migrations and test runs may create it at the same time.
  await client.query('begin')
  await client.query(`select pg_advisory_xact_lock(hashtext('firstwin roles'))`)
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [appRole])
  if (!rowCount) await client.query(`create role ${appRole} nologin`)
  await client.query('commit')
}

/**
 * Lets the app's role sign in with `password`, and creates the role if it is missing. For the embedded server and the tests; in
 * production an operator does this.
 * @param client a connection of a role that may create roles
 */
export async function letAppRoleSignIn(client: Client, password: string): Promise<void> {
  await makeAppRole(client)
  await client.query('begin')
  await client.query(`select pg_advisory_xact_lock(hashtext('firstwin roles'))`)
  await client.query(`alter role ${appRole} login password ${client.escapeLiteral(password)}`)
  await client.query('commit')
}
