import { parseArgs } from 'node:util'
import { readEnvironment } from '#app/kit/environment.server.ts'
import { createLog } from '#app/kit/log.server.ts'
import { releaseEmails, retrySetAside } from '#app/jobs/release-emails.server.ts'
import { findEmailHold } from '#app/outbox/email-hold.server.ts'
import { openInTime, prepareDatabase } from './database-checks.server.ts'
import { makeParts } from './make-parts.server.ts'
import { runProgram, printLine } from './run-program.server.ts'

/**
 * `npm run emails:release`: tries emails again that were set aside, and lets a restored copy write to people from now on;
 * `-- --discard` drops what waited until now.
 */
await runProgram(async () => {
  const { discard } = parseArgs({ options: { discard: { type: 'boolean', default: false } } }).values
  const environment = readEnvironment(process.env)
  await prepareDatabase(environment)
  const { parts, close } = await openInTime(makeParts(environment, createLog({ level: 'warn' })))
  try {
    const retried = discard ? 0 : await retrySetAside(parts)
    if (retried > 0) printLine(`${retried} failed emails will be sent again.`)
    if (!(await findEmailHold(parts.db))) {
      printLine('No emails are on hold.')
      return
    }
    const count = await releaseEmails(parts, { discard })
    printLine(
      discard
        ? `Emails are released. ${count} waiting emails were discarded.`
        : `Emails are released. ${count} waiting emails are being sent.`,
    )
  } finally {
    await close()
  }
})
