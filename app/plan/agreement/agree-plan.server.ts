import { sideOf } from '#app/policy/policy.ts'
import { newId } from '#app/kit/ids.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { refusals } from '#app/runner/refusal-words.ts'
import { closeObjections } from './close-objections.server.ts'
import { datesNow } from '../view/agreed-dates.ts'
import { agreePlanInput } from '../model.ts'
import { scheduleOf } from '../core/compute-plan.ts'
import { otherSideOf } from '../core/list-leaders.server.ts'
import { takePlan } from '../core/take-task.server.ts'
import { termsOf } from '../agreed-terms/agreed-terms.ts'
import { openTermsOf } from '../core/first-win.ts'
import { agreementRefusals, neededBeforeAgreeing } from './agreement-words.ts'

/**
 * The champion or the lead agrees to the plan as shown. When both have agreed to the same version, the plan is agreed and that
 * version, its terms and dates, is stored as the baseline.
 * @throws Refusal 409 while the reason of the date or the first win is open, and for another version than the sender saw
 */
export const agreePlan = defineCommand({
  name: 'agree-plan',
  scope: 'plan',
  input: agreePlanInput,
  async run(context) {
    const { trx, workspaceId, row, input, actor, standings, record, notify, now, todayIn } = context
    if (actor.kind !== 'member' && actor.kind !== 'participant') throw new Refusal(403, refusals.peopleOnly)
    if (input.termsVersion !== row.termsVersion) throw new Refusal(409, agreementRefusals.planChanged)
    const rows = await takePlan(context)
    const open = openTermsOf(rows.plan)
    if (open.reason || open.win) throw new Refusal(409, neededBeforeAgreeing(open))
    const side = sideOf(actor)
    const earlier = await trx
      .selectFrom('agreement')
      .select(['side', 'personId'])
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .where('termsVersion', '=', row.termsVersion)
      .execute()
    if (earlier.some((it) => it.side === side && it.personId === actor.id)) return { agreed: false }
    await trx
      .insertInto('agreement')
      .values({
        workspaceId,
        id: newId(),
        planId: row.id,
        side,
        personId: actor.id,
        personName: actor.name,
        termsVersion: row.termsVersion,
        agreedAt: now,
      })
      .execute()
    await closeObjections(context, side)
    await record({
      event: 'plan agreed to',
      subjectId: row.id,
      subject: row.project,
      changes: { termsVersion: { before: null, after: row.termsVersion } },
    })
    const other = await findOther(context, standings.has('champion') ? 'vendor' : 'customer')
    const bothStand = other !== undefined && earlier.some((it) => it.personId === other)
    const reader = await otherSideOf(context, side)
    if (reader && reader.to.memberId !== actor.id && reader.to.participantId !== actor.id)
      await notify({
        kind: 'plan-agreed',
        facts: { by: actor.name, isBoth: bothStand },
        to: reader.to,
        planId: row.id,
        link: reader.link,
      })
    if (!bothStand) return { agreed: false }

    const last = await trx
      .selectFrom('baseline')
      .select(['number', 'termsVersion'])
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (last?.termsVersion === row.termsVersion) return { agreed: true }
    const number = (last?.number ?? 0) + 1
    const today = todayIn(row.timeZone)
    await trx
      .insertInto('baseline')
      .values({
        workspaceId,
        planId: row.id,
        number,
        termsVersion: row.termsVersion,
        agreedOn: today,
        terms: JSON.stringify(termsOf(rows)),
        dates: JSON.stringify(datesNow(rows, scheduleOf(rows, today))),
        createdAt: now,
      })
      .execute()
    if (row.state === 'rough')
      await trx
        .updateTable('plan')
        .set({ state: 'agreed' })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', row.id)
        .execute()
    await record({
      event: 'plan agreed by both sides',
      subjectId: row.id,
      subject: row.project,
      changes: {
        agreedVersion: { before: last?.number ?? null, after: number },
        ...(row.state === 'rough' ? { state: { before: 'rough', after: 'agreed' } } : {}),
      },
    })
    return { agreed: true }
  },
})

/** Who has to agree on the other side now: the lead, or the champion. */
async function findOther(
  {
    trx,
    workspaceId,
    row,
  }: { trx: Parameters<typeof takePlan>[0]['trx']; workspaceId: string; row: { id: string; leadId: string } },
  side: 'vendor' | 'customer',
): Promise<string | undefined> {
  if (side === 'vendor') return row.leadId
  const champion = await trx
    .selectFrom('planParticipant')
    .select('participantId')
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where('role', '=', 'champion')
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return champion?.participantId
}
