import { createHash } from 'node:crypto'
import { makeMemory } from '#app/kit/make-memory.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { CardPicture } from './card-view.ts'
import { drawCard } from './draw-card.server.ts'

/** Of about 80 KB each. */
const recall = makeMemory<Uint8Array>(100)

/** The picture of a card, drawn once for all who ask for the same. @throws OverloadedError */
export function drawKeptCard({ computations }: Pick<Parts, 'computations'>, picture: CardPicture): Promise<Uint8Array> {
  const key = createHash('sha256').update(JSON.stringify(picture)).digest('base64url')
  return recall(key, () => computations.run('people', drawCard, picture))
}
