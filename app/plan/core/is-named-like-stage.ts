import { stageNames } from './stage-name-words.ts'
import type { Stage } from './stages.ts'

/** Whether a milestone is called what its stage is called: where both stand on one line, the name is said once. */
export const isNamedLikeStage = (stage: Stage, title: string): boolean =>
  title.trim().toLowerCase() === stageNames[stage].toLowerCase()
