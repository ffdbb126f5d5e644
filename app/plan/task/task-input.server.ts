import { firstValue } from '#app/runner/read-form.server.ts'
import type { PostedValues } from '#app/runner/reply.ts'
import { sittingsInput, typedSittings } from './sitting-form.ts'

const list = (value: string | string[] | undefined) => (value === undefined ? [] : [value].flat())

/**
 * The input of add-task and edit-task from what their form posts: `lag.<id>` and `type.<id>` count only for what is waited for,
 * `sittings.every` and its fellows make a rule. A chooser posts `dependsOn` and `sittings` whole, as JSON.
 */
export const taskInput = (values: PostedValues): Record<string, unknown> => ({
  ...values,
  private: firstValue(values, 'private') === 'yes',
  ...ownerInput(values),
  dependsOn: firstValue(values, 'dependsOn')?.startsWith('[')
    ? values['dependsOn']
    : list(values['dependsOn']).map((task) => ({
        task,
        lagDays: firstValue(values, `lag.${task}`) || '0',
        type: firstValue(values, `type.${task}`),
      })),
  ...(values['sittings'] === undefined && values['sittings.every'] !== undefined
    ? { sittings: sittingsInput(typedSittings((name) => list(values[`sittings.${name}`]))) }
    : {}),
})

/** A name that was typed, not chosen from the list, means "Someone else…". */
export const ownerInput = (values: PostedValues): Record<string, unknown> =>
  firstValue(values, 'owner') === '' && firstValue(values, 'ownerName') ? { owner: 'else' } : {}
