import { Sentence } from '#app/ui/sentence.tsx'
import { contactParts } from './board-words.ts'

/** Who to write to: a long address goes to the next line at its sign, and is not torn within a name. */
export function Contact({ of: { name, email } }: { of: { name: string; email: string } }) {
  const [box, domain] = [email.slice(0, email.lastIndexOf('@') + 1), email.slice(email.lastIndexOf('@') + 1)]
  return (
    <Sentence
      parts={contactParts(
        name,
        <>
          {box}
          <wbr />
          {domain}
        </>,
      )}
    />
  )
}
