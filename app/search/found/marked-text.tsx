import type { MarkedPart } from './marked-parts.ts'

/** A text with the words that were looked for marked. */
export const MarkedText = ({ parts }: { parts: readonly MarkedPart[] }) => (
  <bdi>
    {parts.map(({ text, isMarked }, at) => (isMarked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>))}
  </bdi>
)
