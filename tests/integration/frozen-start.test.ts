import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { complete, projectDir, startLimit } from '#tests/factories/production.ts'
import { freshDatabase } from '#tests/harness/database.ts'
import { startDatabaseProxy } from '#tests/harness/database-proxy.ts'
import { freePort } from '#tests/harness/free-port.ts'

test('a start whose database freezes meanwhile ends with words, so that it can be tried again', async () => {
  const starts = [
    { when: 'between two checks', freezesAfter: 8, through: ['DATABASE_URL', 'MIGRATION_DATABASE_URL'] },
    { when: 'while it migrates', freezesAfter: 40, through: ['DATABASE_URL', 'MIGRATION_DATABASE_URL'] },
    { when: 'where it listens', freezesAfter: 0, through: ['LISTEN_DATABASE_URL'] },
  ]
  const endings = await Promise.all(
    starts.map(async ({ when, freezesAfter, through }) => {
      const { appUrl, ownerUrl } = await freshDatabase()
      const proxy = await startDatabaseProxy(ownerUrl, { freezesAfter })
      const urls = { DATABASE_URL: appUrl, MIGRATION_DATABASE_URL: ownerUrl, LISTEN_DATABASE_URL: appUrl }
      const addresses = Object.entries(urls).map(([name, url]) => [
        name,
        through.includes(name) ? Object.assign(new URL(url), { host: new URL(proxy.url).host }).href : url,
      ])
      const child = spawn(process.execPath, ['app/server/run-built.mjs', 'start'], {
        cwd: projectDir,
        env: {
          ...complete,
          ...Object.fromEntries(addresses),
          NODE_ENV: 'production',
          PATH: process.env.PATH ?? '',
          PORT: String(await freePort()),
        },
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      let words = ''
      child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString('utf8')))
      const ended = new Promise<number | null>((done) => child.once('exit', done))
      try {
        return { when, code: await Promise.race([ended, pause(startLimit, 'still runs', { ref: false })]), words }
      } finally {
        child.kill('SIGKILL')
        await proxy.close()
      }
    }),
  )
  for (const { when, code, words } of endings) {
    expect(code, when).toBe(1)
    expect(words, when).toMatch(/^The database cannot be reached/)
  }
})
