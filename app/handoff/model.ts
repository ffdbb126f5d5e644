import { z } from 'zod'
import {
  asList,
  atMost,
  decimal,
  oneOf,
  optionalIsoDate,
  optionalLine,
  optionalName,
  optionalText,
  requiredId,
  requiredText,
  tickedBox,
} from '#app/kit/field-schemas.ts'
import { bounds, textSizes } from '#app/kit/limits.ts'
import { handoffInputRefusals, soldInputRefusals } from './handoff-input-words.ts'
import { serviceUnits } from './service-units.ts'

/** What the customer needs, in their words, and who asked for it. */
const need = {
  need: requiredText(textSizes.sentence, soldInputRefusals.enterNeed),
  why: optionalText(textSizes.note),
  /** A participant, or `else` for someone who is named instead; empty where no one has said. */
  askerId: z.union([z.uuid(), z.literal('else'), z.literal('')]).default(''),
  askerName: optionalName(),
}

export const addCapabilityInput = z.object(need)
export const editCapabilityInput = z.object({ capabilityId: requiredId(), ...need })
export const oneCapabilityInput = z.object({ capabilityId: requiredId() })

/** Who promised it, what the contract says of it, and which tasks deliver it. */
export const promiseCapabilityInput = z.object({
  capabilityId: requiredId(),
  /** A member; empty where no one has promised it. */
  promisedBy: z.union([z.uuid(), z.literal('')]).default(''),
  inContract: tickedBox(),
  quantity: optionalLine(textSizes.unit),
  edition: optionalLine(textSizes.unit),
  tasks: z.preprocess(
    asList,
    atMost(bounds.capabilityTasks, z.array(z.uuid()), soldInputRefusals.mostTasks(bounds.capabilityTasks)),
  ),
  /** For the vendor alone. */
  internalNote: optionalText(textSizes.note),
})

/** The day of the delivery; left out, today. */
export const deliverCapabilityInput = z.object({ capabilityId: requiredId(), deliveredOn: optionalIsoDate() })

export const leaveOutCapabilityInput = z.object({
  capabilityId: requiredId(),
  reason: requiredText(textSizes.sentence, soldInputRefusals.enterReason),
})

const amount = decimal(soldInputRefusals.enterAmount).refine((it) => it >= 0, soldInputRefusals.enterAmount)

/** Service days, or the budget in one currency. */
export const setServiceInput = z.object({ unit: oneOf(serviceUnits), paid: amount, planned: amount, used: amount })

/** Who takes over the plan, what they should know, and whether the open tasks of its lead go along. */
export const offerHandoffInput = z.object({
  receiverId: z.preprocess((it) => it ?? '', z.uuid(handoffInputRefusals.chooseReceiver)),
  note: optionalText(textSizes.note),
  withTasks: tickedBox(),
})

export const oneHandoffInput = z.object({ handoffId: requiredId() })

export const sendBackHandoffInput = z.object({
  handoffId: requiredId(),
  questions: requiredText(textSizes.note, handoffInputRefusals.enterQuestions),
})
