import { Sentence } from '#app/ui/sentence.tsx'
import { contactParts } from './board-words.ts'

/** Who to write to: an address goes to the next line as a whole, and one that is longer than a line breaks at its sign. */
export function Contact({ of: { name, email } }: { of: { name: string; email: string } }) {
  const [box, domain] = [email.slice(0, email.lastIndexOf('@') + 1), email.slice(email.lastIndexOf('@') + 1)]
  return (
    <Sentence
      parts={contactParts(
        name,
        <span className="contact-address">
          {box}
          <wbr />
          {domain}
        </span>,
      )}
    />
  )
}
