import type { Plain } from './command.ts'
import type { Conflict, Fault } from './refusal.ts'

export type PostedValues = Record<string, string | string[]>

/** What the action of a page answers its form with. */
export type Reply =
  | { status: 'done'; result: Plain }
  | { status: 'invalid'; message: string; faults: Fault[]; values: PostedValues }
  | { status: 'conflict'; message: string; conflicts: Conflict[]; values: PostedValues }
