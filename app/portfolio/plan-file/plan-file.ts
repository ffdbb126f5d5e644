import { z } from 'zod'
import * as fields from '#app/kit/field-schemas.ts'
import { bounds, textSizes } from '#app/kit/limits.ts'
import { stages } from '#app/plan/core/stages.ts'
import { sittingRule } from '#app/plan/sittings/sitting-schema.ts'
import { isIsoDate } from '#app/schedule/dates.ts'
import { type IsoDate, linkTypes, sides } from '#app/schedule/model.ts'
import { fieldWords } from '#app/kit/field-words.ts'
import { planRefusals } from '#app/plan/core/plan-refusal-words.ts'
import { planFileRefusals } from './plan-file-words.ts'

/**
 * A plan as a file that another workspace, or a program, can read: what was planned and done, in JSON. Names stand for people, since a
 * person is another one elsewhere. A new version is written when a reader of the old one would get it wrong.
 */

/** Characters of what names a task within its file. */
const longestKey = 60

const key = fields.requiredText(longestKey)

/** A holiday may lie further away than any date of the plan. */
const holidayDate = z
  .string()
  .refine(isIsoDate, fieldWords.noSuchDate)
  .transform((value): IsoDate => value)

const dayOffName = fields.requiredText(textSizes.dayOff)

const calendar = z.object({
  workweek: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  region: fields.optionalText(textSizes.region),
  holidays: fields.atMost(
    bounds.fileHolidays,
    z.array(
      z.object({
        date: holidayDate,
        name: fields.requiredText(textSizes.title),
        localName: fields.optionalText(textSizes.title),
      }),
    ),
  ),
  extraWorkdays: fields.atMost(
    bounds.calendarRows,
    z.array(
      z.object({ date: holidayDate, why: fields.optionalText(textSizes.dayOff).transform((text) => text ?? '') }),
    ),
  ),
  closed: fields.atMost(
    bounds.calendarRows,
    z.array(
      z
        .object({ from: holidayDate, to: holidayDate, why: dayOffName })
        .refine(({ from, to }) => from <= to, planFileRefusals.endsBefore),
    ),
  ),
})

const task = z.object({
  /** Names the task within the file, for `dependsOn`. */
  key,
  title: fields.requiredText(textSizes.title),
  description: fields.optionalText(textSizes.description).default(null),
  side: fields.oneOf(sides),
  /** Working days of its side. */
  durationDays: fields.wholeNumber(0, bounds.workingDays),
  /** The least and the most that it may take; both or neither. */
  atBest: fields.optionalWholeNumber(0, bounds.workingDays).default(null),
  atWorst: fields.optionalWholeNumber(0, bounds.workingDays).default(null),
  notBefore: fields.optionalIsoDate().default(null),
  notAfter: fields.optionalIsoDate().default(null),
  startedOn: fields.optionalIsoDate().default(null),
  doneOn: fields.optionalIsoDate().default(null),
  /** The name of a person, of a team, or of a role that no one has yet. */
  owner: fields.optionalName(textSizes.placeholder).default(null),
  /** Whether the side of who made the file keeps it to itself. */
  private: z.boolean().default(false),
  /** The only days on which it can be finished. */
  sittings: z.nullable(sittingRule).default(null),
  dependsOn: fields
    .atMost(
      bounds.links,
      z.array(
        z.object({
          task: key,
          type: fields.oneOf(linkTypes).default('FS'),
          lagDays: fields.wholeNumber(-bounds.workingDays, bounds.workingDays).default(0),
        }),
      ),
    )
    .default([]),
})

const milestone = z.object({
  stage: fields.oneOf(stages),
  title: fields.requiredText(textSizes.title),
  /** What is asked for before it is closed, and what was given or why it was passed without. */
  exitEvidence: fields.optionalText(textSizes.sentence).default(null),
  evidence: fields.optionalText(textSizes.sentence).default(null),
  passedWithout: fields.optionalText(textSizes.sentence).default(null),
  /** Whether tasks of later stages wait for it. */
  isGate: z.boolean().default(false),
  tasks: fields.atMost(bounds.tasks, z.array(task)),
})

/** What a plan is made of. Where zone and calendars are left out, they are those of the account's last plan, or the workspace's. */
export const planContent = z.object({
  account: fields.requiredName(),
  project: fields.requiredName(),
  timeZone: fields.timeZone().optional(),
  /** The first day of the plan; today where it is left out. */
  startOn: fields.optionalIsoDate().default(null),
  criticalDate: fields.isoDate(),
  criticalReason: fields.optionalText(textSizes.sentence).default(null),
  ifMissed: fields.optionalText(textSizes.sentence).default(null),
  firstWin: z.object({
    statement: fields.optionalText(textSizes.sentence).default(null),
    measure: fields.optionalText(textSizes.measure).default(null),
    unit: fields.optionalText(textSizes.unit).default(null),
    baseline: fields.optionalDecimal().default(null),
    target: fields.optionalDecimal().default(null),
    winBy: fields.isoDate(),
    announcedTo: fields.optionalText(textSizes.audience).default(null),
  }),
  calendars: z.object({ vendor: calendar, customer: calendar }).optional(),
  milestones: fields.atMost(bounds.milestones, z.array(milestone)),
})

export type PlanContent = z.infer<typeof planContent>
export type PlanContentTask = PlanContent['milestones'][number]['tasks'][number]

export const planFileFormat = 'firstwin-plan'
export const planFileVersion = 1

export const planFile = z.object({
  format: z.literal(planFileFormat, { error: planFileRefusals.notPlan }),
  version: z.literal(planFileVersion, { error: planFileRefusals.newer }),
  plan: planContent,
})

export type PlanFile = z.infer<typeof planFile>

export type ContentFault = { /** Where in the file, as programmers write it. */ at: string; message: string }

/** What no field alone can say: keys that are used twice or by no task, and figures and days that contradict each other. @param today no task is done later */
export function contradictionsIn({ milestones }: PlanContent, today: IsoDate): ContentFault[] {
  const tasks = milestones.flatMap((it, at) =>
    it.tasks.map((task, place) => ({ task, at: `milestones[${at}].tasks[${place}]` })),
  )
  const keys = new Map(tasks.map(({ task, at }) => [task.key, at]))
  const many =
    tasks.length > bounds.tasks ? [{ at: 'milestones', message: planFileRefusals.mostTasks(bounds.tasks) }] : []
  const proofs = milestones.flatMap(({ evidence, passedWithout }, at) =>
    evidence !== null && passedWithout !== null
      ? [{ at: `milestones[${at}].evidence`, message: planFileRefusals.oneProof }]
      : [],
  )
  const own = tasks.flatMap(({ task, at }) => {
    const told = (field: string, message: string) => ({ at: `${at}.${field}`, message })
    const isDoneEarly = task.startedOn !== null && task.doneOn !== null && task.doneOn < task.startedOn
    const isOutside =
      (task.atBest === null) !== (task.atWorst === null) ||
      (task.atBest ?? 0) > task.durationDays ||
      (task.atWorst ?? task.durationDays) < task.durationDays
    return [
      ...(keys.get(task.key) === at ? [] : [told('key', planFileRefusals.usedTwice(task.key))]),
      ...(isDoneEarly ? [told('doneOn', planFileRefusals.doneBeforeStart)] : []),
      ...((task.startedOn ?? '') > today ? [told('startedOn', planRefusals.dateInFuture)] : []),
      ...((task.doneOn ?? '') > today ? [told('doneOn', planRefusals.dateInFuture)] : []),
      ...(isOutside ? [told('atBest', planFileRefusals.aroundPlanned)] : []),
      ...task.dependsOn.flatMap((link, place) =>
        link.task === task.key
          ? [told(`dependsOn[${place}]`, planFileRefusals.onItself)]
          : keys.has(link.task)
            ? []
            : [told(`dependsOn[${place}]`, planFileRefusals.noSuchTask(link.task))],
      ),
    ]
  })
  return [...many, ...proofs, ...own]
}
