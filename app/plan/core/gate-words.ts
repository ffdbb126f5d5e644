import { count } from '#app/ui/amount-words.ts'
import { quoted } from '#app/ui/name-words.ts'
import type { ClosedGate } from './closed-gate.ts'

/** Why a task of a later stage can be neither started nor checked off yet. */
export function gateRefusal({ gate, openTasks, lacksEvidence }: ClosedGate): string {
  const tasks = openTasks > 0 ? `${count(openTasks, 'task')} ${openTasks === 1 ? 'is' : 'are'} open` : ''
  const evidence = lacksEvidence ? 'evidence is missing' : ''
  return `This waits for the gate ${quoted(gate.title)}: ${[tasks, evidence].filter(Boolean).join(' and ')}.`
}
