import { data } from '@remix-run/node'
import type { z } from 'zod'
import { countAgainstLimit } from '#app/access/core/count-against-limit.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import { buildView } from '../view/build-view.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { gatherMaterial } from '../view/plan-queries.server.ts'
import type { Command, PlainValue } from '#app/runner/command.ts'
import type { PostedValues, PreviewReply, Reply } from '#app/runner/reply.ts'
import { tryCommand } from '#app/runner/run-command.server.ts'
import { unreadDates } from '#app/runner/unread-dates.ts'
import { firstValue } from '#app/runner/read-form.server.ts'
import { seenValuesIn } from '#app/runner/submit.server.ts'
import { type Difference, differenceBetween } from './difference.ts'

type Asker = { parts: Parts; viewer: PlanReader; planId: string }

type Asked = Asker & {
  values: PostedValues
  /** The command's input, where it is not simply what was posted. */
  input?: Record<string, unknown>
}

type Preview = ReturnType<typeof data<Reply | PreviewReply<Difference>>>

/**
 * Answers a form's *Preview*: the command runs and is rolled back, and what it would move is described for each owner.
 * @throws Refusal like the command
 */
export async function previewCommand<Schema extends z.ZodObject, Result extends PlainValue>(
  command: Command<'plan', Schema, Result>,
  { parts, viewer, planId, values, input = values }: Asked,
): Promise<Preview> {
  await countAgainstLimit({ parts }, [['computation by a person', viewer.actor.id]])
  const order = { actor: viewer.actor, scopeId: planId, input, seen: seenValuesIn(values), unread: unreadDates(values) }
  const { before, after } = await tryCommand(parts, command, order, async (trx) =>
    buildView(await gatherMaterial(trx, parts, viewer, planId)),
  )
  return data({ status: 'previewed', values, shown: differenceBetween(before, after) })
}

/** What a page does with a form before its command: a press on *Preview* is answered with a preview, any other runs the command. */
export const previewIfAsked =
  <Schema extends z.ZodObject, Result extends PlainValue>(command: Command<'plan', Schema, Result>, asker: Asker) =>
  (values: PostedValues, input: Record<string, unknown>): Promise<Preview> | undefined =>
    firstValue(values, 'preview') ? previewCommand(command, { ...asker, values, input }) : undefined
