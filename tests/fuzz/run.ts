import { parseArgs } from 'node:util'
import { randomInt } from 'node:crypto'
import { readEnvironment } from '#app/kit/environment.server.ts'
import { createLog } from '#app/kit/log.server.ts'
import { makeParts } from '#app/server/make-parts.server.ts'
import { createDatabase } from '#db/connection.ts'
import { startTestServer } from '#tests/harness/server.ts'
import { prepareTemplate } from '#tests/harness/template.ts'
import { makeCast } from '#tests/reach/cast.ts'
import { startBuiltApp } from '#tests/reach/client.ts'
import { fuzz } from './fuzz.ts'
import { verdictOf } from './verdict.ts'

/**
 * `npm run fuzz`: mangled requests to every URL as every kind of person, against the built app on the loopback. `-- --seed N` repeats a run,
 * `--only K` repeats one request, `--count N` sends more or fewer. Exits with 1 on a fault.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string' }, only: { type: 'string' }, count: { type: 'string', default: '6000' } },
})
const seed = values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed)
const say = (line: string) => void process.stdout.write(`${line}\n`)
say(`Seed ${seed}`)

const server = await startTestServer()
let broken = true
try {
  const app = await startBuiltApp(await prepareTemplate(server.serverUrl))
  const ownerDb = createDatabase(app.ownerUrl, { max: 1 })
  const { parts, close } = await makeParts(readEnvironment(app.variables), createLog({ level: 'silent' }))
  try {
    const cast = await makeCast(parts)
    const began = performance.now()
    const only = values.only === undefined ? {} : { only: Number(values.only) }
    const outcome = await fuzz({ app, ownerDb, cast, seed, count: Number(values.count), say, ...only })
    const faults = verdictOf(outcome)
    for (const fault of faults) say(fault)
    const seconds = Math.round((performance.now() - began) / 1000)
    say(
      `${outcome.sent} requests in ${seconds} s, ${JSON.stringify(outcome.hits)}, heap and RSS in MB ${JSON.stringify(outcome.memory)}`,
    )
    say(faults.length === 0 ? 'Nothing broke.' : `${faults.length} faults; seed ${seed}.`)
    broken = faults.length > 0
  } finally {
    await close()
    await ownerDb.destroy()
    await app.stop()
  }
} finally {
  await server.stop()
}
process.exit(broken ? 1 : 0)
