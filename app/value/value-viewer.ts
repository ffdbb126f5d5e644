import type { Viewer } from '#app/access/core/find-viewer.server.ts'
import type { Standing } from '#app/policy/policy.ts'

/** Who reads, and in what relation to the plan. */
export type ValueViewer = { actor: Viewer['actor']; standings: ReadonlySet<Standing> }
