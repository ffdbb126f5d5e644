import { z } from 'zod'
import * as fields from '#app/kit/field-schemas.ts'
import { bounds, textSizes } from '#app/kit/limits.ts'
import { linkTypes, sides } from '#app/schedule/model.ts'
import { closeReasons } from './core/close-reasons.ts'
import { sittingsField } from './sittings/sitting-schema.ts'
import { stages } from './core/stages.ts'
import type { TaskField, TaskFieldValues } from './core/task-fields.ts'
import { planRefusals } from './core/plan-refusal-words.ts'
import { pastedTitles } from './core/pasted-titles.ts'
import { planInputRefusals } from './plan-input-words.ts'

/** What a task depends on; a link that names no type keeps the one that it has. */
const dependsOn = z.preprocess(
  fields.asList,
  fields.atMost(
    200,
    z
      .array(
        z.object({
          task: fields.requiredId(),
          lagDays: fields.wholeNumber(-10_000, 10_000),
          type: fields.oneOf(linkTypes).optional(),
        }),
      )
      .transform((links) => [...new Map(links.map((link) => [link.task, link])).values()]),
  ),
)

/** The fields of `core/task-fields.ts` as a form posts them. */
const taskFieldInputs = {
  title: fields.requiredText(textSizes.title, planInputRefusals.enterTitle),
  side: fields.oneOf(sides),
  durationDays: fields.wholeNumber(0, 10_000),
  notBefore: fields.optionalIsoDate(),
  notAfter: fields.optionalIsoDate(),
} satisfies { [Field in TaskField]: z.ZodType<TaskFieldValues[Field]> }

/** What a task is, as a form posts it; `owner` is `member:ID`, `participant:ID`, `placeholder:Name`, `else` with `ownerName`, or empty. */
const taskInput = {
  ...taskFieldInputs,
  description: fields.optionalText(textSizes.description),
  owner: fields.optionalText(260),
  ownerName: fields.optionalName(textSizes.placeholder),
  atBest: fields.optionalWholeNumber(0, 10_000),
  atWorst: fields.optionalWholeNumber(0, 10_000),
  private: fields.tickedBox(),
  dependsOn,
  sittings: sittingsField,
}

export const addTaskInput = z.object({ milestoneId: fields.requiredId(), ...taskInput })

const oneTitle = fields.requiredText(textSizes.title)

/** Titles as they are typed or pasted, one a line. */
const titles = z
  .preprocess(
    (value) => (typeof value === 'string' ? pastedTitles(value) : value),
    z
      .array(z.unknown())
      .min(1, planInputRefusals.enterTitle)
      .max(bounds.pastedTasks, planInputRefusals.mostPasted(bounds.pastedTasks)),
  )
  .transform((lines, { addIssue }) =>
    lines.flatMap((line, index) => {
      const read = oneTitle.safeParse(line)
      if (read.success) return [read.data]
      const message = read.error.issues[0]?.message ?? ''
      addIssue({ code: 'custom', message: lines.length === 1 ? message : planInputRefusals.inLine(index + 1, message) })
      return []
    }),
  )

/**
 * @property after the task that the first one follows; empty for none, left out for the last one of the milestone
 * @property durationDays of each; a day where it is left out
 * @property side whose tasks they are; the sender's where it is left out
 */
export const addTasksInput = z.object({
  milestoneId: fields.requiredId(),
  titles,
  after: z.preprocess((value) => (value === '' ? null : value), fields.requiredId().nullable()).optional(),
  durationDays: taskFieldInputs.durationDays.optional(),
  side: taskFieldInputs.side.optional(),
  owner: taskInput.owner.optional(),
})

/** Other tasks of the placeholder that a task names as its owner, which go to the person who is named now. */
const alsoFor = z.preprocess(fields.asList, fields.atMost(bounds.tasks, z.array(fields.requiredId()))).optional()

/** Fields left out stay as they are. */
export const editTaskInput = z.object({ taskId: fields.requiredId(), ...z.object(taskInput).partial().shape, alsoFor })

/** @property owner what the owner becomes, which is compared: someone who was named meanwhile is a conflict */
export const inviteOwnerInput = z.object({
  taskId: fields.requiredId(),
  owner: z.literal('invited').default('invited'),
  name: fields.optionalName().optional(),
  email: fields.emailAddress(),
  alsoFor,
})

export const taskIdInput = z.object({ taskId: fields.requiredId() })

/**
 * @property withEarlier whether the open tasks before it are done too
 * @property earlier which of them; all where it is left out
 */
export const completeTaskInput = z.object({
  taskId: fields.requiredId(),
  doneOn: fields.optionalIsoDate(),
  withEarlier: fields.tickedBox().optional(),
  earlier: z.preprocess(fields.asList, fields.atMost(bounds.tasks, z.array(fields.requiredId()))).optional(),
})
export const startTaskInput = z.object({ taskId: fields.requiredId(), startedOn: fields.isoDate() })
export const sendBackTaskInput = z.object({
  taskId: fields.requiredId(),
  reason: fields.requiredText(textSizes.sentence, planInputRefusals.sayMissing),
})

/** Tasks and where they go: below `after`, first for an empty one, last where it is left out. */
export const moveTasksInput = z.object({
  taskIds: fields.idSet(),
  milestoneId: fields.requiredId(),
  after: z.preprocess((value) => (value === '' ? null : value), fields.requiredId().nullable()).optional(),
})

export const removeTasksInput = z.object({ taskIds: fields.idSet() })

/**
 * Tasks and their new owner.
 * @property seenOwners the owner that each was seen with: its id, a space, and the owner as a form posts it; not compared where it is left out
 */
export const assignTasksInput = z.object({
  taskIds: fields.idSet(),
  owner: taskInput.owner,
  ownerName: taskInput.ownerName.optional(),
  seenOwners: z.preprocess(fields.asList, fields.atMost(bounds.tasks, z.array(z.string().max(300)))).optional(),
})

const milestoneFields = {
  title: fields.requiredText(textSizes.title, planInputRefusals.enterTitle),
  stage: fields.oneOf(stages),
}
/** What a milestone asks for before it is closed; left out, it stays as it is. */
const exitFields = {
  exitEvidence: fields.optionalText(textSizes.sentence).optional(),
  gate: fields.oneOf(['no', 'yes']).optional(),
}
export const addMilestoneInput = z.object({ ...milestoneFields, ...exitFields })
export const editMilestoneInput = z.object({ milestoneId: fields.requiredId(), ...milestoneFields, ...exitFields })

/** A sentence or a link that proves a milestone, or why it is passed without; never both. */
export const proveMilestoneInput = z.object({
  milestoneId: fields.requiredId(),
  evidence: fields.optionalText(textSizes.sentence),
  passedWithout: fields.optionalText(textSizes.sentence),
})

/** A milestone's place within its stage: below `after`, first for an empty one. */
export const moveMilestoneInput = z.object({
  milestoneId: fields.requiredId(),
  after: z.preprocess((value) => (value === '' ? null : value), fields.requiredId().nullable()),
})
export const splitMilestoneInput = z.object({
  milestoneId: fields.requiredId(),
  title: milestoneFields.title,
  taskIds: fields.idSet(),
})

/** `tasksTo`: the milestone that its tasks go to, where it has any. */
export const removeMilestoneInput = z.object({
  milestoneId: fields.requiredId(),
  tasksTo: z.preprocess((value) => (value === '' ? undefined : value), fields.requiredId().optional()),
})

/** The terms of a plan: its project, its critical date and why, and its first win. */
export const termsInput = z
  .object({
    project: fields.requiredName(),
    criticalDate: fields.isoDate(),
    criticalReason: fields.optionalText(textSizes.sentence),
    ifMissed: fields.optionalText(textSizes.sentence),
    statement: fields.optionalText(textSizes.sentence),
    measure: fields.optionalText(textSizes.measure),
    unit: fields.optionalText(textSizes.unit),
    /** Baseline and target are right in the new unit, though they stay the same. */
    unitHolds: fields.tickedBox(),
    baseline: fields.optionalDecimal(),
    target: fields.optionalDecimal(),
    winBy: fields.isoDate(),
    announcedTo: fields.optionalText(textSizes.audience),
    baselineHow: fields.optionalText(textSizes.sentence),
    measuredBy: fields.optionalText(textSizes.audience),
    measureOn: fields.optionalIsoDate(),
  })
  .partial()

export const shareForecastInput = z.object({})
export const objectToPlanInput = z.object({
  reason: fields.requiredText(textSizes.sentence, planInputRefusals.sayChange),
})
export const answerObjectionInput = z.object({
  objectionId: fields.requiredId(),
  answer: fields.requiredText(textSizes.sentence, planInputRefusals.writeAnswer),
})
export const withdrawObjectionInput = z.object({ objectionId: fields.requiredId() })

/**
 * @property part one change since the agreement, as `agreed-terms/agreed-changes.ts` names it
 * @property now the value that its sender saw
 */
export const restoreAgreedInput = z.object({ part: fields.requiredText(80), now: z.string().max(200_000) })

export const agreePlanInput = z.object({ termsVersion: fields.wholeNumber(1, 1_000_000_000) })

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const
const why = fields.requiredText(textSizes.dayOff, planInputRefusals.enterReason)

/** Days off, by their first and last day. */
const closedPeriods = z.preprocess(
  fields.asList,
  fields.atMost(
    bounds.calendarRows,
    z.array(z.object({ from: fields.isoDate(), to: fields.isoDate(), why })),
    planRefusals.mostRows(bounds.calendarRows),
  ),
)

/** Days that are worked although they would be off: public holidays struck out, and others. Each once; the command asks why. */
const workDays = z.preprocess(
  fields.asList,
  fields.atMost(
    bounds.calendarRows,
    z
      .array(
        z.object({
          date: fields.isoDate(),
          why: fields.optionalText(textSizes.dayOff).transform((text) => text ?? ''),
        }),
      )
      .transform((days) => [...new Map(days.map((it) => [it.date, it])).values()]),
    planInputRefusals.mostDays(bounds.calendarRows),
  ),
)

/** Calendars of both sides and the zone that says which day it is. Fields left out stay as they are. */
export const calendarInput = z
  .object({
    timeZone: fields.timeZone(),
    vendorWorkweek: fields.someOf(weekdays),
    vendorRegion: fields.optionalText(textSizes.region),
    vendorClosed: closedPeriods,
    vendorDays: workDays,
    customerWorkweek: fields.someOf(weekdays),
    customerRegion: fields.optionalText(textSizes.region),
    customerClosed: closedPeriods,
    customerDays: workDays,
  })
  .partial()

/** Nothing is sent with it: someone looked, and it is right. */
export const checkCalendarInput = z.object({})

export const closePlanInput = z.object({
  reason: fields.oneOf(closeReasons, planInputRefusals.chooseReason),
  note: fields.optionalText(textSizes.note),
})

export const teamInput = z.object({ memberIds: fields.idSet() })

/** @property number the activity's number of the change */
export const undoChangeInput = z.object({ number: fields.wholeNumber(1, Number.MAX_SAFE_INTEGER) })
