import type { Parts } from '#app/kit/parts.ts'

/** Leaves what is out of date to the worker. @param part of the work, which is spread over jobs, so that none takes long: each queues the next */
export const queueRefresh = ({ boss }: Pick<Parts, 'boss'>, workspaceId: string, part = 1) =>
  boss.insert('refresh-summaries-of-workspace', [
    { data: { workspaceId, part }, singletonKey: part === 1 ? workspaceId : `${workspaceId} ${part}` },
  ])
