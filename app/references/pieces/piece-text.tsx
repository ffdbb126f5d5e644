import { quoted } from '#app/ui/name-words.ts'

/** The words of a piece, as they are shown: a quote in quotes, a case study as its Markdown reads. */
export const PieceText = ({ text, html }: { text: string; html: string | null }) =>
  html === null ? (
    <blockquote className="quoted piece-text" dir="auto">
      {quoted(text)}
    </blockquote>
  ) : (
    <div className="piece-text" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
  )
