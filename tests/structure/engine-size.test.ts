import { expect, test } from 'vitest'
import { engineSize } from '#tests/bench/engine-size.ts'

test('the schedule engine adds at most 8 KB, gzipped, to the plan page', async () => {
  const { bytes, modules } = await engineSize()
  // What the server alone needs stays there: reading requests, looking holidays up, finding advice.
  expect(modules).toEqual(expect.arrayContaining(['walk-forward.ts', 'walk-backward.ts', 'schedule.ts']))
  for (const module of [
    'answer-schedule-request.ts',
    'decode-request.ts',
    'holidays.server.ts',
    'advise.ts',
    'forecast.ts',
  ])
    expect(modules).not.toContain(module)
  expect(bytes).toBeLessThanOrEqual(8 * 1024)
})
