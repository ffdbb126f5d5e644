import { z } from 'zod'
import { sightOf } from '#app/access/policy.ts'
import { type CommandContext, defineCommand } from '#app/runner/command.ts'
import { Refusal, fault } from '#app/runner/refusal.ts'
import { undoAdjustmentInput } from '#app/plan/model.ts'
import { adjust } from '#app/plan/steps/adjust.server.ts'
import { takePlan } from '#app/plan/steps/plan-tasks.server.ts'
import type { SpreadChanges } from '#app/plan/steps/write-edits.server.ts'
import { isHiddenFrom } from '#app/plan/cut-rows.ts'
import { editLabel } from '#app/plan/what-if/edit-words.ts'
import { type Edit, readEdit, stepsOf, storedValue, textOf } from '#app/plan/what-if/edits.ts'

/**
 * Takes a kept what-if back, whole: what stood before stands again. Refused with 409 when any of it was changed since; once it is
 * back already, nothing happens.
 */
export const undoAdjustment = defineCommand({
  name: 'undo-adjustment',
  scope: 'plan',
  input: undoAdjustmentInput,
  async run(context) {
    const { input, standings } = context
    const sight = sightOf(standings)
    const rows = await takePlan(context)
    const { pairs, widened } = await findChanges(context)
    const back: Edit[] = []
    const hidden = new Set(rows.tasks.filter((task) => isHiddenFrom(task, sight)).map(({ id }) => id))
    for (const { before, after, visibleTo } of pairs) {
      if ((visibleTo !== null && visibleTo !== sight) || stepsOf(before).some((id) => hidden.has(id)))
        throw new Refusal(403, 'Part of this is the other side’s own. Only that side can take it back.')
      const stored = storedValue(rows, before)
      if (stored === before.value) continue
      if (stored !== after.value) {
        const label = editLabel({ rows, sight, today: rows.plan.startOn }, before)
        throw new Refusal(409, `This has been changed since, so it cannot be taken back: ${label}.`)
      }
      back.push(before)
    }
    if (back.length === 0) return { number: null }
    const undoes = { undoes: { before: input.number, after: null } }
    return { number: await adjust(context, rows, back, { event: 'adjustment undone', changes: undoes, widened }) }
  },
})

type Pair = { before: Edit; after: Edit; visibleTo: string | null }

const days = z.object({ before: z.nullable(z.number()), after: z.nullable(z.number()) }).optional()
const spreadsIn = z.object({ atBest: days, atWorst: days })
const changes = z.record(z.string(), z.object({ before: z.unknown(), after: z.unknown() }))

/** What the adjustment of that number changed, from its events: they follow it without a gap. @throws Refusal 422 for a number of anything else */
async function findChanges(
  context: CommandContext<{ number: number }, 'plan'>,
): Promise<{ pairs: Pair[]; widened: SpreadChanges }> {
  const { trx, workspaceId, row, input, standings } = context
  const events = await trx
    .selectFrom('activity')
    .select(['command', 'event', 'subjectId', 'changes', 'visibleTo'])
    .where('workspaceId', '=', workspaceId)
    .where('scope', '=', 'plan')
    .where('scopeId', '=', row.id)
    .where('number', '>=', input.number)
    .orderBy('number')
    .limit(1_000)
    .execute()
  const [first, ...rest] = events
  if (first?.event !== 'plan adjusted' || (first.visibleTo !== null && first.visibleTo !== sightOf(standings)))
    throw fault('number', 'There is no change here that could be taken back.')
  const end = rest.findIndex(({ command, event }) => command !== 'adjust-plan' || event === 'plan adjusted')
  const details = end < 0 ? rest : rest.slice(0, end)
  const widened = details.flatMap(({ event, subjectId, changes: stored }) => {
    const moved = event === 'task changed' && subjectId ? spreadsIn.parse(stored) : {}
    return subjectId && (moved.atBest || moved.atWorst) ? [[subjectId, moved] as const] : []
  })
  const pairs = details.flatMap(({ event, subjectId, changes: stored, visibleTo }) =>
    Object.entries(changes.parse(stored)).flatMap(([field, { before, after }]) => {
      const name = nameIn(event, field, subjectId ?? '')
      const [old, kept] = [readEdit(name, asText(before)), readEdit(name, asText(after))]
      return old && 'edit' in old && kept && 'edit' in kept ? [{ before: old.edit, after: kept.edit, visibleTo }] : []
    }),
  )
  return { pairs, widened: new Map(widened) }
}

/** The name of the edit that an event tells of; a name that is none for what it says in words alone. */
const nameIn = (event: string, field: string, subjectId: string): string => {
  if (event !== 'task changed') return field
  const [kind, other] = field.split('.')
  return other ? `${kind}.${subjectId}.${other}` : `${field}.${subjectId}`
}

const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || value === null ? textOf(value as Edit['value']) : ''
