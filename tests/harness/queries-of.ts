import pg from 'pg'
import { vi } from 'vitest'

/** The queries that `work` sends, with what they are asked. */
export async function queriesOf(work: () => Promise<unknown>): Promise<{ text: string; values: unknown[] }[]> {
  using sent = vi.spyOn(pg.Client.prototype, 'query')
  await work()
  return sent.mock.calls.flatMap(([text, values]: unknown[]) =>
    typeof text === 'string' && text.startsWith('select') ? { text, values: Array.isArray(values) ? values : [] } : [],
  )
}
