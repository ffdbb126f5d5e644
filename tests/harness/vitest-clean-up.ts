import { afterAll, vi } from 'vitest'

// A worker runs one file after the other without loading again what they share: none may find what another left.
afterAll(async () => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
  // A part that is still being loaded when its file ends would be missing from all files after it.
  await vi.dynamicImportSettled()
})
