import { Fragment, type ReactNode } from 'react'
import type { EmailWords } from './email-words.ts'
import { Aside, Layout, P, Strong, TextLink } from './layout.tsx'
import { type RichText, plainText } from './rich-text.ts'

export type PlainEmailProps = {
  words: Omit<EmailWords, 'subject'>
  /** The workspace that sends the email. */
  from: string
  /** Where the button leads. */
  link?: string
  /** Shown between the paragraphs and the button. */
  children?: ReactNode
}

/** An email of paragraphs with one button. */
export const PlainEmail = ({ words, from, link, children }: PlainEmailProps) => (
  <Layout
    preview={plainText(words.todo)}
    from={from}
    title={words.title}
    {...(words.button !== undefined && link !== undefined && { button: { text: words.button, link } })}
    otherwise={words.otherwise}
    fine={words.fine}
  >
    {words.greeting && (
      <P>
        <Words of={words.greeting} />
      </P>
    )}
    <P>
      <Words of={words.todo} />
    </P>
    {words.paragraphs.map((paragraph, at) => (
      <P key={at}>
        <Words of={paragraph} />
      </P>
    ))}
    {children}
  </Layout>
)

/** Rich text within a paragraph. */
export const Words = ({ of }: { of: RichText }) =>
  of.map((piece, at) => (
    <Fragment key={at}>
      {typeof piece === 'string' ? (
        piece
      ) : 'link' in piece ? (
        <Aside link={piece.link} />
      ) : 'to' in piece ? (
        <TextLink to={piece.to}>{piece.text}</TextLink>
      ) : (
        <Strong>{piece.strong}</Strong>
      )}
    </Fragment>
  ))
