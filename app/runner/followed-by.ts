import type { z } from 'zod'
import type { Scope } from '#app/policy/policy.ts'
import type { Command, CommandContext, PlainValue } from './command.ts'

/**
 * A command with what follows from it in a room above its own, in the same transaction. Undoing the command does not take back what followed.
 * @param step does nothing where the command changed nothing
 */
export const followedBy = <
  Kind extends Scope,
  Schema extends z.ZodObject,
  Result extends PlainValue,
  Name extends Command<Kind, Schema, Result>['name'],
>(
  command: Command<Kind, Schema, Result, Name>,
  step: (context: CommandContext<z.infer<Schema>, Kind>) => Promise<void>,
): Command<Kind, Schema, Result, Name> => ({
  ...command,
  async run(context, touched) {
    const result = await command.run(context, touched)
    await step(context)
    return result
  },
})
