import { backUp } from '#db/backup.ts'
import { ProgramFault, printLine, runProgram } from './run-program.server.ts'

/** `npm run backup -- firstwin.dump`: needs only `BACKUP_DATABASE_URL`. */
await runProgram(async () => {
  const url = process.env.BACKUP_DATABASE_URL
  const [file] = process.argv.slice(2)
  if (!url) throw new ProgramFault('BACKUP_DATABASE_URL is missing: the address of the database as its backup role.')
  if (!file) throw new ProgramFault('Name the file to write: npm run backup -- firstwin.dump')
  const counts = Object.values(await backUp(url, file))
  printLine(`Saved ${counts.reduce((a, b) => a + b, 0)} rows from ${counts.length} tables to ${file}.`)
})
