import type { Parts } from '#app/kit/parts.ts'
import { refreshManySummaries } from '#app/plan/summary/refresh-summaries.server.ts'

/** What the worker's jobs do for a workspace, one after the other. */
export async function refreshAllSummaries(parts: Parts, workspaceId: string): Promise<void> {
  while (await refreshManySummaries(parts, workspaceId));
}
