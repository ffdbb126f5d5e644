import { dataPlatform } from './data-platform.ts'
import { hardwareSite } from './hardware-site.ts'
import { smallRollout } from './small-rollout.ts'
import type { PlanTemplate } from './template.ts'

/** The templates that a plan can start with, smallest first. */
export const planTemplates: readonly PlanTemplate[] = [smallRollout, dataPlatform, hardwareSite]

export const findTemplate = (id: string): PlanTemplate | undefined =>
  planTemplates.find((template) => template.id === id)
