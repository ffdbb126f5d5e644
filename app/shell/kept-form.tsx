import type { FormValues } from '#app/ui/form-reply.ts'
import { textKeptWords } from '#app/ui/form-words.ts'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { SignInElsewhere } from '#app/ui/sign-in-elsewhere.tsx'
import { typedIn } from './typed-in.ts'
import { keptFormWords, thenSendWords } from './error-words.ts'

/** A posted form that could not be saved, for people without JavaScript: they can read it, copy it and, where that can help, send it again. */
export function KeptForm({ status, values }: { status: number; values: FormValues }) {
  const typed = typedIn(values)
  const mayHelp = status === 401 || status === 429 || status >= 500
  return (
    <section className="panel kept-form" aria-label={keptFormWords.title}>
      <h2>{textKeptWords(status >= 500 ? 'failed' : 'refused')}</h2>
      {typed.length > 0 && (
        <dl>
          {typed.map(({ label, text }, at) => (
            <div key={at}>
              <dt>{label}</dt>
              <dd dir="auto">{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {status === 401 && (
        <p>
          <Sentence parts={thenSendWords(<SignInElsewhere />)} />
        </p>
      )}
      {mayHelp ? (
        <form method="post">
          <HiddenFields values={values} />
          <button className="btn main">{keptFormWords.send}</button>
        </form>
      ) : (
        typed.length > 0 && <p>{keptFormWords.copy}</p>
      )}
    </section>
  )
}
