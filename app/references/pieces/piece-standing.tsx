import type { PieceVersion } from './piece-version.ts'
import { pieceStateWords } from './piece-words.ts'

/** How a version stands. */
export const PieceStanding = ({ version }: { version: PieceVersion }) => (
  <span className="piece-state" dir="auto">
    {pieceStateWords(version)}
  </span>
)
