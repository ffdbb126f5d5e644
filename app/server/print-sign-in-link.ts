import { parseArgs } from 'node:util'
import { readEnvironment } from '#app/kit/environment.server.ts'
import { emailAddress } from '#app/kit/field-schemas.ts'
import { createLog } from '#app/kit/log.server.ts'
import { issueSignInLinks } from '#app/access/sign-in/issue-sign-in-links.server.ts'
import { linkLifetimeWords } from '#app/outbox/link-lifetime-words.ts'
import { openInTime, prepareDatabase } from './database-checks.server.ts'
import { makeParts } from './make-parts.server.ts'
import { ProgramFault, printLine, runProgram } from './run-program.server.ts'

/** `npm run sign-in-link`: lets a member sign in without email, such as the first admin while email is not set up yet. */
await runProgram(async () => {
  const { email: typed } = parseArgs({ options: { email: { type: 'string' } } }).values
  const { data: email } = emailAddress().safeParse(typed)
  if (!email)
    throw new ProgramFault('An email address is needed:\n  npm run sign-in-link -- --email you@your-company.example')
  const environment = readEnvironment(process.env)
  await prepareDatabase(environment)
  const { parts, close } = await openInTime(makeParts(environment, createLog({ level: 'warn' })))
  try {
    const links = await issueSignInLinks(parts, email)
    if (links.length === 0) throw new ProgramFault(`No member has the address ${email}, so no link was made.`)
    for (const { workspace, name, url } of links)
      printLine(`${name}, ${workspace}: ${url ?? 'single sign-on is required there, so no link was made.'}`)
    if (links.every(({ url }) => url === null)) return
    printLine(
      `Works once, within ${linkLifetimeWords('sign-in', environment)}. Anyone who has it can sign in, so do not share it.`,
    )
  } finally {
    await close()
  }
})
