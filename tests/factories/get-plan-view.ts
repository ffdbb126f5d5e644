import { buildView } from '#app/plan/core/build-view.ts'
import { getPlanMaterial } from '#app/plan/core/plan-queries.server.ts'
import type { PlanView } from '#app/plan/core/plan-view.ts'

/** The plan as its page shows it to this reader. @throws Refusal 404 */
export const getPlanView = async (...asked: Parameters<typeof getPlanMaterial>): Promise<PlanView> =>
  buildView(await getPlanMaterial(...asked))
