/** What a workspace no longer keeps: from before this moment, so many rows at most. */
export type Past = { workspaceId: string; before: Date; atMost: number }
