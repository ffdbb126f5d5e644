import { agreeToChampion } from '#app/access/participants/agree-to-champion.server.ts'
import { completeChampion } from '#app/access/participants/complete-champion.server.ts'
import { handOnChampion } from '#app/access/participants/hand-on-champion.server.ts'
import { archivePlan } from '#app/plan/closing/archive-plan.server.ts'
import { takeChampion } from '#app/plan/team/take-champion.server.ts'
import { undoChange } from '#app/plan/undo/undo-change.server.ts'
import { askNextChampion } from '#app/references/ask-next-champion.server.ts'
import { endArchivedRequests } from '#app/references/library/end-archived-requests.server.ts'
import { endFormerChampionsRequests } from '#app/references/library/end-former-champions-requests.server.ts'
import { takeOverQuestions } from '#app/talk/questions/take-over-questions.server.ts'
import { askNextForResult } from '#app/value/win/ask-next-for-result.server.ts'
import { followedBy } from '#app/runner/followed-by.ts'

/** What follows wherever someone else becomes champion: what the former one promised ends, and what waited for them is asked of the next. */
const afterHandover = [endFormerChampionsRequests, askNextForResult, askNextChampion] as const

/** Commands of rooms that know nothing of references, with what follows from them there. */
export const followedCommands = {
  'agree-to-champion': followedBy(agreeToChampion, ...afterHandover),
  'archive-plan': followedBy(archivePlan, endArchivedRequests),
  'complete-champion': followedBy(completeChampion, ...afterHandover),
  'hand-on-champion': followedBy(handOnChampion, ...afterHandover),
  // Who can't be reached closes no questions; everyone else keeps their own.
  'take-champion': followedBy(takeChampion, ...afterHandover, takeOverQuestions),
  'undo-change': followedBy(undoChange, endArchivedRequests),
} as const
