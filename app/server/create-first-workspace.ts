import { parseArgs } from 'node:util'
import { readEnvironment } from '#app/kit/environment.server.ts'
import { createLog } from '#app/kit/log.server.ts'
import { prepareDatabase } from './database-checks.server.ts'
import { loadWhenThere } from './optional-room.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import { makeParts } from './parts.server.ts'
import { runProgram, say } from './say.server.ts'

type Room = { createWorkspace(parts: Parts, input: { name: string; admin: string; domain: string }): Promise<unknown> }

const usage =
  'npm run workspace:create -- --name "Brightline" --admin ana@brightline.example --domain brightline.example'

/** `npm run workspace:create`: the first workspace of an installation; its admin gets a link by email. */
await runProgram(async () => {
  const text = { type: 'string' } as const
  const { name, admin, domain } = parseArgs({ options: { name: text, admin: text, domain: text } }).values
  if (!name || !admin || !domain) throw new Error(`Name, admin and domain are needed:\n  ${usage}`)
  const environment = readEnvironment(process.env)
  await prepareDatabase(environment)
  const room = await loadWhenThere<Room>('workspace/create-workspace.server.ts')
  if (!room) throw new Error('This version cannot make workspaces.')
  const { parts, close } = await makeParts(environment, createLog({ level: 'warn' }))
  try {
    await room.createWorkspace(parts, { name, admin, domain })
  } finally {
    await close()
  }
  say(`${name} is there. ${admin} gets a link by email as soon as the app runs.`)
})
