import { measuringLabels } from '#app/kit/measuring-label-words.ts'
import { isWinMeasured } from '#app/plan/core/is-win-measured.server.ts'
import { unitStaysWords } from '#app/plan/core/unit-stays-words.ts'
import { raiseWinVersion } from '#app/plan/core/won-plan.server.ts'
import { holdConsent } from '#app/references/consent/hold-consent.server.ts'
import { findConsent } from '#app/references/consent/find-consent.server.ts'
import { getWinFacts, winFactsOf } from '#app/references/win-facts.server.ts'
import { type CommandContext, defineCommand } from '#app/runner/command.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import { Refusal, fieldRefusal, wrongFields } from '#app/runner/refusal.ts'
import { correctInput } from '../model.ts'
import { type DatedWin, datedWinFields, getKeptWin } from './kept-win.server.ts'
import { listCorrectedWinRecipients } from './corrected-win-recipients.server.ts'
import { missedFaults, worseFaults } from './win-faults.ts'
import { winFieldWords } from './win-field-words.ts'
import { correctedUnitWords, winRefusals } from './win-words.ts'
import { termLabels } from '#app/plan/core/terms-words.ts'

const labels: Record<keyof DatedWin, string> = {
  statement: termLabels.statement,
  measure: termLabels.measure,
  unit: termLabels.unit,
  baseline: termLabels.baseline,
  target: termLabels.target,
  measuredValue: winFieldWords.measuredValue,
  reachedOn: measuringLabels.reachedOn,
}

/**
 * The champion corrects what was confirmed. A consent covers the words it was given for, so it is on hold until the champion
 * agrees to the corrected ones. Marketing and who used it are told at once, everyone else who was told in the daily email.
 * @throws Refusal 409 before the win is confirmed and for another unit than values were measured in, 422 to ask about figures of an earlier unit, for a day that is still to come, to ask again about a value worse than the baseline, and about a
 * statement that stays as it was where the value misses the target
 */
export const correctFirstWin = defineCommand({
  name: 'correct-first-win',
  scope: 'plan',
  input: correctInput,
  async current({ trx, workspaceId, row }) {
    const kept = await getKeptWin(trx, workspaceId, row.id)
    const fields = datedWinFields.map((field) => [field, { label: labels[field], value: kept[field] }] as const)
    return { subjectId: row.id, fields: Object.fromEntries(fields) }
  },
  async run(context, touched) {
    const { trx, workspaceId, row, input, actor, now, todayIn, record, notify } = context
    const planId = row.id
    const consent = await findConsent(trx, workspaceId, planId, todayIn(row.timeZone))
    if (touched.size === 0) return { asksAgain: false }
    const before = await getKeptWin(trx, workspaceId, planId)
    const pick = <Value>(field: keyof DatedWin, wanted: Value | undefined, stored: Value): Value =>
      touched.has(field) && wanted !== undefined ? wanted : stored
    const after: DatedWin = {
      statement: pick('statement', input.statement, before.statement),
      measure: pick('measure', input.measure, before.measure),
      unit: pick('unit', input.unit, before.unit),
      baseline: pick('baseline', input.baseline, before.baseline),
      target: pick('target', input.target, before.target),
      measuredValue: pick('measuredValue', input.measuredValue, before.measuredValue),
      reachedOn: pick('reachedOn', input.reachedOn, before.reachedOn),
    }
    if (touched.has('reachedOn') && after.reachedOn && after.reachedOn > todayIn(row.timeZone))
      throw fieldRefusal('reachedOn', winRefusals.dayAhead)
    await refuseOtherUnit(context, { before, after, touched })
    if (after.target === after.baseline) throw fieldRefusal('target', winRefusals.targetIsBaseline)
    const { measuredValue: measured, reachedOn, ...words } = after
    const faults = worseFaults(words, { measured, confirmWorse: input.confirmWorse })
    const isMeasured = ['measuredValue', 'unit', 'baseline', 'target'].some((field) => touched.has(field))
    if (isMeasured && after.statement === before.statement && !input.wordsHold)
      faults.push(...missedFaults(words, measured))
    if (faults.length > 0) throw wrongFields(faults)
    await trx
      .updateTable('winResult')
      .set({ ...words, measured, reachedOn, correctedAt: now })
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', planId)
      .execute()
    await raiseWinVersion(trx, { workspaceId, planId })
    await record({
      event: 'first win corrected',
      subjectId: planId,
      subject: after.statement,
      changes: changedFields(
        datedWinFields.filter((field) => touched.has(field)),
        before,
        after,
      ),
    })

    if (consent?.version === row.winVersion)
      await holdConsent(context, { planId, kinds: consent.kinds, by: actor.name })

    const win = await getWinFacts(trx, workspaceId, planId)
    const facts = {
      ...winFactsOf(win),
      workspace: win.workspace,
      correctedBy: actor.name,
      before: { statement: before.statement, measured: before.measuredValue, unit: before.unit },
    }
    const own = actor.kind === 'participant' ? actor.id : null
    for (const { to, name, link, reader } of await listCorrectedWinRecipients(trx, {
      workspaceId,
      planId,
      except: own,
    })) {
      const isMarketing = reader === 'marketing'
      const told = { ...facts, name, reader, consentOnHold: isMarketing && consent !== null }
      await notify({ kind: 'win-corrected', facts: told, to, planId, link })
    }
    return { asksAgain: consent !== null }
  },
})

type UnitChange = { before: DatedWin; after: DatedWin; touched: ReadonlySet<string> }

/** Figures in one unit mean nothing in another: what was measured keeps it, and figures that were not entered with it are asked about. */
async function refuseOtherUnit(
  { trx, workspaceId, row, input }: CommandContext<(typeof correctInput)['_output'], 'plan'>,
  { before, after, touched }: UnitChange,
): Promise<void> {
  if (after.unit === before.unit) return
  if (await isWinMeasured(trx, { workspaceId, planId: row.id })) throw new Refusal(409, unitStaysWords(before.unit))
  const areNew = ['baseline', 'target', 'measuredValue'].every((field) => touched.has(field))
  if (!areNew && !input.unitHolds) throw fieldRefusal('unitHolds', correctedUnitWords(before.unit, after.unit))
}
