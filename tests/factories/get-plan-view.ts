import { buildView } from '#app/plan/view/build-view.ts'
import { getPlanMaterial } from '#app/plan/view/plan-queries.server.ts'
import type { PlanView } from '#app/plan/view/plan-view.ts'

/** The plan as its page shows it to this reader. @throws Refusal 404 */
export const getPlanView = async (...asked: Parameters<typeof getPlanMaterial>): Promise<PlanView> =>
  buildView(await getPlanMaterial(...asked))
