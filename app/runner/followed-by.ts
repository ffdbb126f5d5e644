import type { z } from 'zod'
import type { Scope } from '#app/policy/policy.ts'
import type { Command, CommandContext, PlainValue } from './command.ts'

/**
 * A command with what follows from it in rooms above its own, in the same transaction. Undoing the command does not take back what followed.
 * @param steps each does nothing where the command changed nothing
 */
export const followedBy = <
  Kind extends Scope,
  Schema extends z.ZodObject,
  Result extends PlainValue,
  Name extends Command<Kind, Schema, Result>['name'],
>(
  command: Command<Kind, Schema, Result, Name>,
  ...steps: ((context: CommandContext<z.infer<Schema>, Kind>, result: Result) => Promise<void>)[]
): Command<Kind, Schema, Result, Name> => ({
  ...command,
  async run(context, touched) {
    const result = await command.run(context, touched)
    for (const step of steps) await step(context, result)
    return result
  },
})
