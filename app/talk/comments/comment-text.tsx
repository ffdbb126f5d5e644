import type { TextPart } from '../core/text-parts.ts'

/** What someone wrote: line breaks as typed, links to follow, mentions in bold. */
export const CommentText = ({ parts }: { parts: readonly TextPart[] }) => (
  <p className="said" dir="auto">
    {parts.map((part, at) => (
      <Part key={at} part={part} />
    ))}
  </p>
)

function Part({ part }: { part: TextPart }) {
  if (part.kind === 'link')
    return (
      <a href={part.href} rel="noopener noreferrer nofollow">
        {part.text}
      </a>
    )
  if (part.kind === 'mention') return <b className={part.isReader ? 'mention of-reader' : 'mention'}>{part.text}</b>
  return <span>{part.text}</span>
}
