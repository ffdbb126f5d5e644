import { data } from '@remix-run/node'
import { countAgainstLimit } from '#app/access/core/count-against-limit.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { firstValue } from '#app/runner/read-form.server.ts'
import type { PostedValues, PreviewReply, Reply } from '#app/runner/reply.ts'
import { tryCommand } from '#app/runner/run-command.server.ts'
import { seenValuesIn } from '#app/runner/submit.server.ts'
import { unreadDates } from '#app/runner/unread-dates.ts'
import { gatherMaterial } from '../view/plan-queries.server.ts'
import { type LatePromise, latePromiseOf } from './late-promise.ts'
import { promiseDateInput } from './promise-date-input.ts'
import { promiseDate } from './promise-date.server.ts'

type Asker = { parts: Parts; viewer: PlanReader; planId: string }

/** What a page does with a promise before its command: one that is later than the plan allows is answered with what it would move, until its sender keeps that day. */
export const askAboutLatePromise =
  ({ parts, viewer, planId }: Asker) =>
  async (values: PostedValues, input: Record<string, unknown>) => {
    const posted = promiseDateInput.shape.promisedOn.safeParse(firstValue(values, 'promisedOn'))
    if (posted.success && firstValue(values, 'keep') === posted.data) return undefined
    await countAgainstLimit({ parts }, [['computation by a person', viewer.actor.id]])
    const order = {
      actor: viewer.actor,
      scopeId: planId,
      input,
      seen: seenValuesIn(values),
      unread: unreadDates(values),
    }
    // As it would be. What is refused is left to the command to refuse.
    const tried = await tryCommand(parts, promiseDate, order, (trx) =>
      gatherMaterial(trx, parts, viewer, planId),
    ).catch(unlessRefused)
    const shown = tried && latePromiseOf(tried.after, String(input['taskId']))
    return shown ? data<Reply | PreviewReply<LatePromise>>({ status: 'previewed', values, shown }) : undefined
  }

function unlessRefused(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error
}
