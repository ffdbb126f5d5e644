import { collectDaily } from '#app/daily/collect-daily.server.ts'
import { raiseChampionGone } from '#app/daily/raise-champion-gone.server.ts'
import { remindInvited } from '#app/daily/remind-invited.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import { tellExpiredConsents } from '#app/references/consent/tell-expired-consents.server.ts'
import { chaseOutcomes } from '#app/references/library/chase-outcomes.server.ts'
import { chaseQuestions } from '#app/talk/questions/chase-questions.server.ts'
import { chaseWin } from '#app/value/win/chase-win.server.ts'
import { runInTurn } from './run-in-turn.server.ts'

/** What the clock does for a workspace each half hour: the email of a day comes last, with what the others found. */
export const collectWorkspace = (parts: Parts, workspaceId: string): Promise<void> =>
  runInTurn(
    [
      ...[chaseQuestions, chaseOutcomes, tellExpiredConsents, chaseWin],
      ...[remindInvited, raiseChampionGone, collectDaily],
    ],
    parts,
    workspaceId,
  )
