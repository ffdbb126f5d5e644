import { type LoaderFunctionArgs, data } from '@remix-run/node'
import { countAgainstLimit, networkIn } from '#app/access/core/count-against-limit.server.ts'
import { refuseOverloaded } from '#app/runner/refuse-overloaded.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { getSharedPicture } from './card-queries.server.ts'
import { drawKeptCard } from './draw-kept-card.server.ts'
import { pictureAnswer } from './picture-answer.ts'
import { sharedWords } from './shared-words.ts'

/** The picture of a shared card, for everyone who has the link: chat programs show it as a preview. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { parts } = context
  await countAgainstLimit(context, [['shared page from a network', networkIn(context)]]).catch(throwAsPage)
  const picture = await getSharedPicture(parts, params['shared'] ?? '')
  if (!picture) throw data({ message: sharedWords.ended }, { status: 404 })
  await parts.reads.end()
  return pictureAnswer(await drawKeptCard(parts, picture).catch(refuseOverloaded).catch(throwAsPage))
}
