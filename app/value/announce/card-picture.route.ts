import { type LoaderFunctionArgs, data } from '@remix-run/node'
import { countAgainstLimit } from '#app/access/core/count-against-limit.server.ts'
import { requirePlanPage } from '#app/access/core/require-viewer.server.ts'
import { refuseOverloaded } from '#app/runner/refuse-overloaded.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { getCardPicture } from './card-queries.server.ts'
import { cardRefusals } from './card-page-words.ts'
import { drawKeptCard } from './draw-kept-card.server.ts'
import { pictureAnswer } from './picture-answer.ts'

/** The victory card as a PNG, for the people of the plan. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, planId } = await requirePlanPage({ request, context }, 'plans/:planId/card/picture', params['planId'])
  const { parts } = context
  const picture = await getCardPicture(parts, { workspaceId: actor.workspaceId, planId })
  if (!picture) throw data({ message: cardRefusals.notConfirmed }, { status: 404 })
  await parts.reads.end()
  await countAgainstLimit(context, [['computation by a person', actor.id]]).catch(throwAsPage)
  return pictureAnswer(await drawKeptCard(parts, picture).catch(refuseOverloaded).catch(throwAsPage))
}
