/** The limits of one deletion: records from before this moment, at most this many rows. */
export type DeletionLimits = { workspaceId: string; before: Date; atMost: number }
