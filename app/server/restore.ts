import { restore } from '#db/backup.ts'
import { ProgramFault, printLine, runProgram } from './run-program.server.ts'

/** `npm run restore -- firstwin.dump`: needs only `MIGRATION_DATABASE_URL`, of an empty database. */
await runProgram(async () => {
  const url = process.env.MIGRATION_DATABASE_URL
  const [file] = process.argv.slice(2)
  if (!url)
    throw new ProgramFault('MIGRATION_DATABASE_URL is missing: the address of an empty database as its owning role.')
  if (!file) throw new ProgramFault('Name the file to restore: npm run restore -- firstwin.dump')
  const counts = Object.values(await restore(url, file))
  printLine(
    `Restored ${counts.reduce((a, b) => a + b, 0)} rows in ${counts.length} tables, the same number as in the backup.`,
  )
  printLine(
    'Emails are on hold. Run npm run emails:release to send them; add -- --discard to discard those that are waiting.',
  )
})
