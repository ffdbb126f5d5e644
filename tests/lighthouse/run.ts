import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import { z } from 'zod'
import { ensureBuild } from '#app/server/ensure-build.server.ts'
import { freePort } from '#tests/harness/free-port.ts'

/**
 * `npm run lighthouse`: Lighthouse's scores for the demo's plan page, as its champion opens it on a phone. It fails below 100 for
 * performance, accessibility or best practices. Lighthouse is installed when this runs, since it is larger than everything else
 * together.
 */
const lighthouse = 'lighthouse@13.5.0'
const asked = ['performance', 'accessibility', 'best-practices']

const demoSchema = z.object({ buyer: z.url() })
const reportSchema = z.object({
  categories: z.record(z.string(), z.object({ title: z.string(), score: z.number() })),
  audits: z.record(
    z.string(),
    z.object({ title: z.string(), score: z.number().nullable(), displayValue: z.string().optional() }),
  ),
})

/** The demo on a port of its own, and the champion's link. */
async function startDemo(dataDir: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, '../../app/demo/demo.ts')], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      PORT: String(await freePort()),
      DEMO_DATA_DIR: dataDir,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ready = join(dataDir, 'demo.json')
  while (!existsSync(ready)) {
    if (child.exitCode !== null) throw new Error('The demo ended before it was up.')
    await pause(200)
  }
  return { child, link: demoSchema.parse(JSON.parse(readFileSync(ready, 'utf8'))).buyer }
}

/** A browser in which the champion is signed in, that Lighthouse can drive. */
async function openAsChampion(dataDir: string, link: string) {
  const port = await freePort()
  const executablePath = process.env.CHROMIUM_PATH
  const browser = await chromium.launchPersistentContext(join(dataDir, 'browser'), {
    args: [`--remote-debugging-port=${port}`],
    ...(executablePath ? { executablePath } : {}),
  })
  const page = await browser.newPage()
  await page.goto(link)
  await page.getByRole('button').first().click()
  await page.waitForURL('**/plans/*')
  return { browser, port, url: page.url() }
}

/** Lighthouse's report of a page in the browser that listens on a port. Spawned without blocking: Playwright must continue new tabs of its browser. */
async function ask(url: string, port: number) {
  const child = spawn(
    'npm',
    [
      ...['exec', '--yes', '--package', lighthouse, '--', 'lighthouse', url, '--quiet', '--output', 'json'],
      ...['--port', String(port), '--disable-storage-reset', '--only-categories', asked.join(',')],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const [report, [code]] = await Promise.all([text(child.stdout), once(child, 'exit') as Promise<[number | null]>])
  if (code !== 0) throw new Error(`Lighthouse ended with code ${code}.`)
  return reportSchema.parse(JSON.parse(report))
}

ensureBuild()
const dataDir = mkdtempSync(join(tmpdir(), 'firstwin-lighthouse-'))
const { child, link } = await startDemo(dataDir)
try {
  const { browser, port, url } = await openAsChampion(dataDir, link)
  const report = await ask(url, port)
  await browser.close()
  const { categories, audits } = report
  const scores = Object.values(categories).map(({ title, score }) => `${title} ${Math.round(score * 100)}`)
  const failing = Object.values(audits).filter(({ score }) => score !== null && score < 0.9)
  process.stdout.write(`${scores.join(', ')}\n`)
  for (const { title, displayValue = '' } of failing) process.stdout.write(`- ${title} ${displayValue}\n`)
  if (Object.values(categories).some(({ score }) => score < 1)) process.exitCode = 1
} finally {
  child.kill('SIGTERM')
  await new Promise((done) => child.once('exit', done))
  rmSync(dataDir, { recursive: true, force: true })
}
