import { parseArgs } from 'node:util'
import { readEnvironment } from '#app/kit/environment.server.ts'
import { createLog } from '#app/kit/log.server.ts'
import { createWorkspace, findWorkspaceOf } from '#app/workspace/create-workspace.server.ts'
import { openInTime, prepareDatabase } from './database-checks.server.ts'
import { makeParts } from './make-parts.server.ts'
import { ProgramFault, printLine, runProgram } from './run-program.server.ts'

const usage =
  'npm run workspace:create -- --name "Your company" --admin you@your-company.example --domain your-company.example'

/** `npm run workspace:create`: the first workspace of an installation; its admin gets a link by email. */
await runProgram(async () => {
  const text = { type: 'string' } as const
  const { name, admin, domain } = parseArgs({ options: { name: text, admin: text, domain: text } }).values
  if (!name || !admin || !domain) throw new ProgramFault(`Name, admin and domain are needed:\n  ${usage}`)
  const environment = readEnvironment(process.env)
  await prepareDatabase(environment)
  const { parts, close } = await openInTime(makeParts(environment, createLog({ level: 'warn' })))
  try {
    const there = await findWorkspaceOf(parts, { name, admin })
    if (there)
      throw new ProgramFault(
        `${there} already exists and ${admin} is its admin, so nothing was created. Ask for a link at ${environment.appUrl}/sign-in, or choose another name.`,
      )
    await createWorkspace(parts, { name, admin, domain })
  } finally {
    await close()
  }
  printLine(`Created the workspace ${name}. ${admin} gets a sign-in link by email as soon as the app runs.`)
})
