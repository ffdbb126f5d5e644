import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { ensureClockOfRun } from './tests/harness/clock.ts'

ensureClockOfRun()

const project = (name: string, include: string[], rest = {}) => ({ test: { name, include, ...rest } })

/** Browser tests belong to Playwright; everything else runs here. */
export default defineConfig({
  test: {
    // One more than there are processors: about a third of the integration suite waits for timeouts and other processes.
    maxWorkers: availableParallelism() + 1,
    projects: [
      // Property tests are bounded in runs; on a busy machine they must not be bounded in seconds too.
      project('unit', ['{app,db}/**/*.test.ts', 'emails/**/*.test.tsx'], { testTimeout: 60_000 }),
      project('components', ['app/**/*.test.tsx'], { environment: 'happy-dom', testTimeout: 60_000 }),
      project('structure', ['tests/structure/**/*.test.ts']),
      project('integration', ['tests/integration/**/*.test.ts'], {
        globalSetup: ['tests/harness/vitest-global.ts'],
        setupFiles: ['tests/harness/vitest-setup.ts'],
        testTimeout: 60_000,
        hookTimeout: 60_000,
      }),
    ],
  },
})
