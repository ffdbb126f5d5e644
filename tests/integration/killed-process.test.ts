import { setTimeout as pause } from 'node:timers/promises'
import { expect, inject, test } from 'vitest'
import { startAppUnderTraffic } from '#tests/fault/app-under-traffic.ts'
import { freshDatabase } from '#tests/harness/database.ts'
import { buildOnce } from '#tests/reach/client.ts'

/** The smallest of the faults that `npm run fault` tries; the others take minutes and servers of their own. */
test('a process that is killed while people work loses nothing that was confirmed', async () => {
  await buildOnce(inject('templateServer'))
  const { appUrl, listenUrl, ownerUrl } = await freshDatabase()
  const running = await startAppUnderTraffic({
    appUrl,
    listenUrl,
    adminUrl: () => ownerUrl,
    writers: 2,
    plansOfWriter: 2,
  })
  try {
    const [first] = running.apps
    await expect.poll(running.confirmed).toBeGreaterThan(4)
    await first.kill()
    await pause(500)
    await first.start()
    await running.recover()
    expect(await running.checkChanges()).toBeGreaterThan(4)
  } finally {
    await running.stop()
  }
})
