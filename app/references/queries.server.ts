import { z } from 'zod'
import { inWorkspace } from '#db/workspace.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import { Refusal } from '#app/runner/refusal.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { ConsentValues } from './components/consent-form.tsx'
import type { ReferenceRow } from './components/references-board.tsx'
import { type ReferenceAnswer, referenceKinds } from './components/reference-words.ts'
import { answerOf, readLimits } from './model.ts'
import { getWinFacts } from './win-facts.server.ts'

const kindsOf = (stored: string[]) => z.array(z.enum(referenceKinds)).parse(stored)

/** Marketing's board: every confirmed win of the workspace, newest first, with what may be used of it. */
export async function listReferences(
  parts: Pick<Parts, 'db' | 'clock'>,
  { workspaceId }: { workspaceId: string },
): Promise<{ rows: ReferenceRow[]; today: IsoDate }> {
  return inWorkspace(parts.db, workspaceId, async (trx) => {
    const workspace = await trx
      .selectFrom('workspace')
      .select('timeZone')
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirstOrThrow()
    const found = await trx
      .selectFrom('winResult')
      .innerJoin('plan', (join) =>
        join.onRef('plan.workspaceId', '=', 'winResult.workspaceId').onRef('plan.id', '=', 'winResult.planId'),
      )
      .innerJoin('account', (join) =>
        join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
      )
      .innerJoin('participant', (join) =>
        join
          .onRef('participant.workspaceId', '=', 'winResult.workspaceId')
          .onRef('participant.id', '=', 'winResult.participantId'),
      )
      .leftJoin('reference', (join) =>
        join
          .onRef('reference.workspaceId', '=', 'winResult.workspaceId')
          .onRef('reference.planId', '=', 'winResult.planId'),
      )
      .select([
        'plan.id as planId',
        'account.name as account',
        'plan.project',
        'plan.winStatement as statement',
        'plan.winMeasure as measure',
        'plan.winUnit as unit',
        'plan.winBaseline as baseline',
        'winResult.measured',
        'winResult.confirmedOn',
        'participant.name as confirmedBy',
        'reference.state',
        'reference.kinds',
        'reference.limits',
        'reference.usesPerQuarter',
      ])
      .where('winResult.workspaceId', '=', workspaceId)
      .orderBy('winResult.confirmedAt', 'desc')
      .orderBy('plan.id')
      .execute()
    const rows = found.map(({ state, kinds, limits, usesPerQuarter, ...row }): ReferenceRow => {
      const { until, note } = readLimits(limits)
      return {
        ...row,
        baseline: Number(row.baseline),
        measured: Number(row.measured),
        answer: answerOf(state),
        kinds: kindsOf(kinds ?? []),
        limits: { callsPerQuarter: usesPerQuarter, until, note },
      }
    })
    return { rows, today: todayIn(workspace.timeZone, parts.clock.now()) }
  })
}

export type ReferenceFormView = {
  workspace: string
  account: string
  project: string
  statement: string
  answer: ReferenceAnswer
  /** What was agreed to before. */
  values: ConsentValues | null
}

/** What the page asks of the champion. @throws Refusal 404 before the win is confirmed */
export async function getReferenceForForm(
  parts: Pick<Parts, 'db'>,
  { workspaceId }: { workspaceId: string },
  planId: string,
): Promise<ReferenceFormView> {
  return inWorkspace(parts.db, workspaceId, async (trx) => {
    const { workspace, account, project, statement } = await getWinFacts(trx, workspaceId, planId)
    const found = await trx
      .selectFrom('reference')
      .select(['state', 'kinds', 'limits', 'usesPerQuarter'])
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', planId)
      .executeTakeFirst()
    if (!found) throw new Refusal(404, 'This is asked once the first win is confirmed.')
    const { quoteText, until, note } = readLimits(found.limits)
    const values: ConsentValues = {
      kinds: kindsOf(found.kinds),
      callsPerQuarter: found.usesPerQuarter,
      quoteText: quoteText ?? statement,
      until: until ?? '',
      note: note ?? '',
    }
    const answer = answerOf(found.state)
    return { workspace, account, project, statement, answer, values: answer === 'agreed' ? values : null }
  })
}
