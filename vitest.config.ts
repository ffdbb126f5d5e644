import { defineConfig } from 'vitest/config'

const project = (name: string, include: string[], rest = {}) => ({ test: { name, include, ...rest } })

/** Browser tests belong to Playwright; everything else runs here. */
export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      project('unit', ['{app,db,emails}/**/*.test.{ts,tsx}']),
      project('structure', ['tests/structure/**/*.test.ts']),
      project('integration', ['tests/integration/**/*.test.ts'], {
        globalSetup: ['tests/harness/vitest-global.ts'],
        setupFiles: ['tests/harness/vitest-setup.ts'],
        testTimeout: 20_000,
        hookTimeout: 60_000,
      }),
    ],
  },
})
