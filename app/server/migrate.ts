import { migrateDatabase } from './database-checks.server.ts'
import { ProgramFault, printLine, runProgram } from './run-program.server.ts'

/** `npm run migrate`: needs only `MIGRATION_DATABASE_URL`. */
await runProgram(async () => {
  const url = process.env.MIGRATION_DATABASE_URL
  if (!url) throw new ProgramFault('MIGRATION_DATABASE_URL is missing: the address of the database as its owning role.')
  await migrateDatabase(url)
  printLine('The database is at the newest migration.')
})
