import { Fragment } from 'react'
import type { WinEmail } from './win-emails.ts'
import { emailsShownWords } from './win-words.ts'

/** The emails that a press will send, word for word, with who gets each. */
export const EmailsShown = ({ emails }: { emails: readonly WinEmail[] }) => (
  <ol className="emails-shown">
    {emails.map(({ kind, to, subject, text }) => (
      <li key={kind}>
        <h3>{emailsShownWords.titles[kind]}</h3>
        <dl className="meta told">
          {to.map(({ company, names }) => (
            <Fragment key={company}>
              <dt>{emailsShownWords.to(company)}</dt>
              <dd>{names}</dd>
            </Fragment>
          ))}
          <dt>{emailsShownWords.subject}</dt>
          <dd dir="auto">{subject}</dd>
        </dl>
        <blockquote>
          {text.map((line, at) => (
            <p key={at} dir="auto">
              {line}
            </p>
          ))}
        </blockquote>
      </li>
    ))}
  </ol>
)
