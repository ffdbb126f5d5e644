import { count } from '#app/ui/amount-words.ts'
import { quoted } from '#app/ui/name-words.ts'
import type { ClosedGate } from './closed-gate.ts'

/** Why a task of a later stage can be neither started nor checked off yet. */
export function gateRefusal({ gate, openTasks, lacksEvidence }: ClosedGate): string {
  const title = quoted(gate.title)
  if (openTasks === 0) return `This can only go ahead once the gate ${title} is reached. Its evidence is missing.`
  const open = count(openTasks, 'task')
  return lacksEvidence
    ? `This can only go ahead once the gate ${title} is reached. Still open: ${open}. Its evidence is also missing.`
    : `This can only go ahead once the gate ${title} is reached. Still open: ${open}.`
}
