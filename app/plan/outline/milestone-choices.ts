import type { OptionGroup } from '#app/ui/option.ts'
import type { MilestoneRow } from '../core/compute-plan.ts'
import { stageNames } from '../core/stage-name-words.ts'
import { stages } from '../core/stages.ts'

/** Milestones to choose from, under their stages. */
export const milestoneChoices = (milestones: readonly MilestoneRow[]): OptionGroup[] =>
  stages.map((stage) => ({
    label: stageNames[stage],
    options: milestones
      .filter((milestone) => milestone.stage === stage)
      .map(({ id, title }) => ({ value: id, text: title })),
  }))
