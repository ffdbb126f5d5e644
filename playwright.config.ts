import { defineConfig } from '@playwright/test'
import { ensureClockOfRun } from './tests/harness/clock.ts'
import { ensureTurnOfRun } from './tests/harness/turn.ts'

ensureClockOfRun()
ensureTurnOfRun()
const chromium = process.env.CHROMIUM_PATH

/** Browser tests: each worker has an app process, a database and a mailbox of its own (tests/harness/browser.ts). */
export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  globalSetup: './tests/harness/browser-global.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // None of these measures anything: they end what will never come, also on a machine that others slow down.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [
    ['list'],
    ...(process.env.PLAYWRIGHT_REPORT ? [['json', { outputFile: process.env.PLAYWRIGHT_REPORT }] as const] : []),
  ],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // Recording every step takes a quarter of the time; `--trace on` asks for it.
    trace: 'off',
    screenshot: 'only-on-failure',
    // What cannot be clicked fails soon and says so, instead of when its test is out of time.
    actionTimeout: 30_000,
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
