import { EnvironmentFault } from '#app/kit/environment.server.ts'
import { withoutSecrets } from '#app/kit/log.server.ts'
import { BackupFault } from '#db/backup.ts'
import { DatabaseFault } from './database-checks.server.ts'

/** What the person at the terminal must do differently; the message says it, and no stack is shown. */
export class ProgramFault extends Error {
  override name = 'ProgramFault'
}

/** A line for the person at the terminal, as distinct from the log. */
export const printLine = (line: string): void => void process.stdout.write(`${line}\n`)

/** What `parseArgs` says about an argument that the program does not take. */
const isWrongArgument = (error: unknown) =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')

/** Runs a program started by a person. Missing settings and wrong arguments are reported in plain words, internal errors with their stack. */
export async function runProgram(program: () => Promise<void>): Promise<void> {
  try {
    await program()
  } catch (error) {
    const plain =
      isWrongArgument(error) ||
      [ProgramFault, EnvironmentFault, DatabaseFault, BackupFault].some((kind) => error instanceof kind)
    const text = error instanceof Error ? (plain ? error.message : (error.stack ?? error.message)) : String(error)
    process.stderr.write(`${withoutSecrets(text)}\n`)
    process.exit(1)
  }
}
