import { loadavg } from 'node:os'
import { ensureBuild } from '#app/server/ensure-build.server.ts'
import { startTestServer } from '#tests/harness/server.ts'
import { cloneTemplate, prepareTemplate } from '#tests/harness/template.ts'
import { startInstallation } from './installation.ts'
import { collectMornings } from './daily-collection.ts'
import { watchTogether } from './live-viewers.ts'
import { writeTogether } from './many-writers.ts'

/**
 * `npm run load`: many people at once on one plan, with servers of its own on the loopback. Says what it measured, and exits with 1 where an
 * edit is lost, doubled or answered with a fault; then the morning on which many workspaces get their emails of the day. `-- writers`, `-- viewers` or
 * `-- daily` runs one of the three.
 */
const say = (line: string) => void process.stdout.write(`${line}\n`)
const wanted = process.argv.slice(2)
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name)
const [writers, editsOfWriter] = [Number(process.env.WRITERS || 50), Number(process.env.EDITS || 40)]
const viewers = Number(process.env.VIEWERS || 1_000)
const [workspaces, plans] = [Number(process.env.WORKSPACES || 1_000), Number(process.env.PLANS || 100)]

const times = (busy: number, quiet: number) =>
  `${busy.toFixed(1)} ms, ${(busy / quiet).toFixed(1)} × the ${quiet.toFixed(1)} ms before`

ensureBuild(say)
const server = await startTestServer()
const clone = await cloneTemplate(await prepareTemplate(server.serverUrl))
const installation = await startInstallation({ ...clone, processes: 2 })
try {
  say(`Load of the machine: ${loadavg()[0]?.toFixed(1)}`)
  if (isWanted('writers')) {
    const written = await writeTogether(installation, { writers, editsOfWriter })
    const { accepted, conflicts, waited, readersRefused, busy, quiet } = written
    say(`${writers} writers × ${editsOfWriter} edits of one plan at two processes:`)
    say(
      `  ${accepted} accepted and in the log once, ${conflicts} conflicts, ${waited} sent again after 503, nothing lost`,
    )
    say(`  a page of another plan meanwhile: ${times(busy, quiet)}; ${readersRefused} answered 503`)
  }
  if (isWanted('viewers')) {
    const watched = await watchTogether(installation, { viewers, edits: 4 })
    const { heard, loaded, refused, cpuOfViewer, busy, quiet, memory } = watched
    say(`${viewers} open pages of one plan at one process, 4 edits:`)
    say(`  heard after ${heard.half.toFixed(0)} ms (half), ${heard.most.toFixed(0)} ms (99 of 100)`)
    say(
      `  loaded after ${loaded.half.toFixed(0)} ms (half), ${loaded.most.toFixed(0)} ms (99 of 100); ${refused} asked again after 503`,
    )
    say(`  ${cpuOfViewer.toFixed(2)} ms of processor for each viewer and edit`)
    say(`  a page of another plan meanwhile: ${times(busy, quiet)}`)
    say(`  memory ${memory.first.toFixed(0)} MB after the first edit, ${memory.last.toFixed(0)} MB after the last`)
  }
  if (isWanted('daily')) {
    const collected = await collectMornings(installation, { ownerUrl: clone.ownerUrl, workspaces, plans })
    const { jobs, emails, seconds, job, cpuOfWorkspace, quiet, busy } = collected
    say(`the daily emails of ${workspaces} workspaces with ${plans} plans each, at two processes with their workers:`)
    say(
      `  ${jobs} jobs in ${seconds.toFixed(0)} s, one in ${job.half.toFixed(1)} s (half), ${job.most.toFixed(1)} s (99 of 100); ${emails} emails`,
    )
    say(`  ${(cpuOfWorkspace * 1000).toFixed(0)} ms of processor for each workspace`)
    say(`  a page meanwhile, half: ${times(busy.half, quiet.half)}; 99 of 100: ${times(busy.most, quiet.most)}`)
  }
} finally {
  await installation.stop()
  await clone.drop()
  await server.stop()
}
