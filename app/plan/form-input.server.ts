import { one } from '#app/runner/read-form.server.ts'
import type { PostedValues } from '#app/runner/reply.ts'
import { sittingsInput, typedSittings } from './sitting-form.ts'

const list = (value: string | string[] | undefined) => (value === undefined ? [] : [value].flat())

/**
 * The input of add-task and edit-task from what their form posts: `lag.<id>` and `type.<id>` count only for what is waited for,
 * `sittings.every` and its fellows make a rule. A chooser posts `dependsOn` and `sittings` whole, as JSON.
 */
export const taskInput = (values: PostedValues): Record<string, unknown> => ({
  ...values,
  private: one(values, 'private') === 'yes',
  dependsOn: one(values, 'dependsOn')?.startsWith('[')
    ? values['dependsOn']
    : list(values['dependsOn']).map((task) => ({
        task,
        lagDays: one(values, `lag.${task}`) || '0',
        type: one(values, `type.${task}`),
      })),
  ...(values['sittings'] === undefined && values['sittings.every'] !== undefined
    ? { sittings: sittingsInput(typedSittings((name) => list(values[`sittings.${name}`]))) }
    : {}),
})

/** The input of edit-calendar from what its form posts: rows `vendorClosed.0.from`, blank ones passed over. */
export function calendarFormInput(values: PostedValues): Record<string, unknown> {
  const closed = (side: 'vendor' | 'customer') =>
    Array.from({ length: 40 }, (_, row) => ({
      from: one(values, `${side}Closed.${row}.from`) ?? '',
      to: one(values, `${side}Closed.${row}.to`) ?? '',
      why: one(values, `${side}Closed.${row}.why`) ?? '',
    }))
      .filter(({ from, to, why }) => from || to || why)
      .map(({ from, to, why }) => ({ from, to: to || from, why }))
  return { ...values, vendorClosed: closed('vendor'), customerClosed: closed('customer') }
}
