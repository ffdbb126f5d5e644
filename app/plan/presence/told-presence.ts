import type { ViewerSide } from '../core/viewer-side.ts'

type Told = { name: string; side: ViewerSide }

/** What an open page is told: the others who have the plan open, by name, and how many more there are. */
export type ToldPresence = { people: readonly Told[]; more: number }

/** No one else, or nothing known. */
export const noOneElse: ToldPresence = { people: [], more: 0 }
