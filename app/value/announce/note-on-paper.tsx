import { labels } from '#app/kit/label-words.ts'
import { CompanyLogo } from '#app/ui/company-logo.tsx'
import type { ShownNote } from './note-queries.server.ts'
import { noteFields } from './note-texts.ts'
import { sharedNoteWords } from './note-words.ts'

/** A note to management as it is read and printed: one page, its parts as they were written, without those that were left out. */
export const NoteOnPaper = ({ customer, logo, project, texts, by }: ShownNote) => (
  <article className="note-on-paper" aria-label={sharedNoteWords.title(customer)}>
    <CompanyLogo side="customer" name={customer} logo={logo} />
    <h2 dir="auto">{project}</h2>
    {noteFields.map((field) => {
      const text = texts[field]
      return (
        text !== null && (
          <section key={field}>
            <h3>{labels[field]}</h3>
            <p dir="auto">{text}</p>
          </section>
        )
      )
    })}
    <p className="fine">{sharedNoteWords.writtenBy(by)}</p>
  </article>
)
