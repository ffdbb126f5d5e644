import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'
import { ensureClockOfRun } from './tests/harness/clock.ts'
import { ensureTurnOfRun } from './tests/harness/turn.ts'

ensureClockOfRun()
ensureTurnOfRun()

/** Small files that take long, most of the time waiting for processes of their own. */
const longOnes =
  /\/(jobs|killed-process|demo|frozen-start|largest-portfolio|load|fuzz|long-input|nested-input|years)\.test\.ts$/

/** The usual order begins with the largest files; these would run at the end, when nothing is left to run beside them. */
class LongOnesFirst extends BaseSequencer {
  override async sort(files: Parameters<BaseSequencer['sort']>[0]) {
    const [long, others] = [true, false].map((isLong) =>
      files.filter(({ moduleId }) => longOnes.test(moduleId) === isLong),
    )
    return [...(await super.sort(long ?? [])), ...(await super.sort(others ?? []))]
  }
}

/** A worker loads what its files import once: loading it again for each took half of the processor time. */
const shared = { isolate: false, setupFiles: ['tests/harness/vitest-clean-up.ts'] }

const project = (name: string, include: string[], rest = {}) => ({ test: { name, include, ...rest } })

/** Browser tests belong to Playwright; everything else runs here. */
export default defineConfig({
  test: {
    // What will never come ends a test; a machine that others slow down does not.
    expect: { poll: { timeout: 60_000 } },
    // One more than there are processors: about a third of the integration suite waits for timeouts and other processes.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongOnesFirst },
    projects: [
      // Property tests are bounded in runs; on a busy machine they must not be bounded in seconds too.
      project('unit', ['{app,db,tests/reach}/**/*.test.ts', 'emails/**/*.test.tsx'], {
        ...shared,
        testTimeout: 180_000,
        hookTimeout: 180_000,
      }),
      project('components', ['app/**/*.test.tsx'], {
        // Not shared: React, once a file left it in the middle of its work, fails all files after it.
        environment: 'happy-dom',
        testTimeout: 180_000,
        hookTimeout: 180_000,
      }),
      project('structure', ['tests/structure/**/*.test.ts'], {
        ...shared,
        testTimeout: 180_000,
        hookTimeout: 180_000,
      }),
      project('integration', ['tests/integration/**/*.test.ts'], {
        ...shared,
        globalSetup: ['tests/harness/vitest-global.ts'],
        setupFiles: [...shared.setupFiles, 'tests/harness/vitest-setup.ts'],
        testTimeout: 180_000,
        hookTimeout: 180_000,
      }),
    ],
  },
})
