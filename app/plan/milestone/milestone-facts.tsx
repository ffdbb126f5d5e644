import { bufferWords } from '#app/ui/amount-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import { capital } from '#app/ui/name-words.ts'
import { milestoneEvidenceLabels, milestoneEvidenceWords } from '../core/milestone-evidence-words.ts'
import { type Fact, FactList } from '../outline/fact-list.tsx'
import { stageNames } from '../core/stage-name-words.ts'
import { driftWords } from '../view/drift-words.ts'
import type { MilestonePageView } from './get-milestone-page.server.ts'
import { milestoneFactsWords } from './milestone-page-words.ts'

/** When a milestone is due, and how it stands. */
export const MilestoneFacts = ({ shown }: { shown: MilestonePageView }) => <FactList facts={factsOf(shown)} />

function factsOf({ milestone, stage, today }: MilestonePageView): Fact[] {
  const { reachedOn, dueOn, expected, late, bufferDays, moved, exit, isGate } = milestone
  const words = milestoneFactsWords
  const day = (date: string) => longDate(date, today)
  const isOpen = reachedOn === null
  const facts: [...Fact, holds?: boolean][] = [
    [words.stage, stageNames[stage]],
    [words.reached, reachedOn && day(reachedOn), !isOpen],
    [words.due, day(dueOn), isOpen],
    [words.expected, day(expected), isOpen && late && expected > dueOn],
    [words.buffer, capital(bufferWords(bufferDays)), isOpen],
    [words.agreed, moved && driftWords(moved, today), moved !== null],
    [milestoneEvidenceLabels.exitEvidence, exit && milestoneEvidenceWords(exit), exit !== null],
    [milestoneEvidenceLabels.gate, words.gateHolds, isGate],
  ]
  return facts.flatMap(([label, said, holds = true]) => (holds ? [[label, said] as const] : []))
}
