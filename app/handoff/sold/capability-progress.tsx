import { capabilityProgressWords } from './sold-words.ts'
import type { CapabilityView } from './sold-view.ts'

/** How far a capability has come, from the promise to the customer's acceptance. */
export function CapabilityProgress({ capability, today }: { capability: CapabilityView; today: string }) {
  const { promisedBy, inContract, tasks, deliveredOn, accepted } = capability
  const done = tasks.filter(({ isDone }) => isDone).length
  const steps = [
    { isDone: promisedBy !== null, text: capabilityProgressWords.promised(promisedBy) },
    { isDone: inContract, text: capabilityProgressWords.contract(capability) },
    { isDone: tasks.length > 0 && done === tasks.length, text: capabilityProgressWords.tasks(done, tasks.length) },
    { isDone: deliveredOn !== null, text: capabilityProgressWords.delivered(deliveredOn, today) },
    { isDone: accepted !== null, text: capabilityProgressWords.accepted(accepted, today) },
  ]
  return (
    <ol className="capability-progress" aria-label={capabilityProgressWords.label}>
      {steps.map(({ isDone, text }) => (
        <li key={text} className={isDone ? 'done' : undefined} dir="auto">
          {text}
        </li>
      ))}
    </ol>
  )
}
