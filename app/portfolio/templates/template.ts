import type { Stage } from '#app/plan/core/stages.ts'
import type { Side } from '#app/schedule/model.ts'
import { possessive } from '#app/ui/name-words.ts'
import { textSizes } from '#app/kit/limits.ts'
import { withoutDirectionMarks } from '#db/without-direction-marks.ts'

/** Who a task falls to before people are named: the member who makes the plan, or a place to be filled. */
export type TemplateOwner = 'lead' | { placeholder: string }

export type TemplateTask = {
  /** Names the task within its template. */
  key: string
  title: string
  side: Side
  /** Working days of the task's side. */
  durationDays: number
  owner: TemplateOwner
  dependsOn?: readonly { key: string; lagDays?: number }[]
}

export type TemplateMilestone = { stage: Stage; title: string; tasks: readonly TemplateTask[] }

export type PlanTemplate = { id: string; name: string; milestones: readonly TemplateMilestone[] }

type Filled = { account: string; vendor: string; leadId: string }

/** A template's milestones for one customer: names are filled in, the lead's tasks are the lead's. */
export function layOutTemplate(template: PlanTemplate, { account, vendor, leadId }: Filled) {
  // In one pass, by a function: what a company is called is never searched for places, nor read as a pattern.
  const fill = (text: string) =>
    text.replace(/\{(account|vendor)\}(’s)?/g, (_place, who: string, owns?: string) => {
      const name = who === 'account' ? account : vendor
      // Texts are stored as people would type them, without marks of direction: a save that changes nothing stays one.
      return owns ? withoutDirectionMarks(possessive(name)) : name
    })
  return template.milestones.map((milestone) => ({
    ...milestone,
    tasks: milestone.tasks.map((task) => ({
      ...task,
      title: fill(task.title),
      owner:
        task.owner === 'lead'
          ? { memberId: leadId }
          : { placeholder: fill(task.owner.placeholder).slice(0, textSizes.placeholder) },
    })),
  }))
}

/** The customer's people, before anyone is named. */
export const ownedByCustomer = (role: string): TemplateOwner => ({ placeholder: `{account}’s ${role}` })

/** The vendor's people, before anyone is named. */
export const ownedByVendor = (role: string): TemplateOwner => ({ placeholder: `{vendor}’s ${role}` })

/** Tasks of a template as the schedule engine takes them, with the dependencies among them. */
export function tasksToSchedule(tasks: readonly Omit<TemplateTask, 'owner' | 'title'>[]) {
  const keys = new Set(tasks.map(({ key }) => key))
  return tasks.map(({ key, side, durationDays, dependsOn = [] }) => ({
    id: key,
    side,
    durationDays,
    dependsOn: dependsOn
      .filter((link) => keys.has(link.key))
      .map((link) => ({ task: link.key, lagDays: link.lagDays ?? 0 })),
  }))
}
