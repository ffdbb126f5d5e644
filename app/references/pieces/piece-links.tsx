import { planLinks } from '#app/kit/paths.ts'
import { kindLabels } from '#app/runner/events/reference-kind-words.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { PieceKind } from '#app/runner/events/reference-kinds.ts'
import type { PieceVersion } from './piece-version.ts'
import { PieceStanding } from './piece-standing.tsx'
import { pieceLinkWords, pieceReadWords, pieceWords } from './piece-words.ts'

type Props = { planId: string; pieces: readonly { kind: PieceKind; version: PieceVersion }[] }

/** What was written about the win, for the champion: what waits comes with the way to answer it. */
export function PieceLinks({ planId, pieces }: Props) {
  if (pieces.length === 0) return null
  return (
    <section aria-labelledby="pieces">
      <Panel>
        <h2 id="pieces">{pieceWords.written}</h2>
        <ul className="uses">
          {pieces.map(({ kind, version }) => (
            <li key={`${kind}-${version.version}`}>
              <span>
                <b className="strong">{kindLabels[kind]}</b> <PieceStanding version={version} />
              </span>
              <PageLink to={planLinks(planId).referencePiece(kind)}>
                {version.state === 'sent' ? pieceLinkWords(kind) : pieceReadWords(kind)}
              </PageLink>
            </li>
          ))}
        </ul>
      </Panel>
    </section>
  )
}
