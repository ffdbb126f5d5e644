import { Body } from '@react-email/body'
import { Button } from '@react-email/button'
import { Container } from '@react-email/container'
import { Head } from '@react-email/head'
import { Heading } from '@react-email/heading'
import { Hr } from '@react-email/hr'
import { Html } from '@react-email/html'
import { Img } from '@react-email/img'
import { Link } from '@react-email/link'
import { Preview } from '@react-email/preview'
import { Section } from '@react-email/section'
import { Text } from '@react-email/text'
import { type ReactNode, useContext } from 'react'
import { answersWords, layoutWords, positionWords, quoteWords } from '../words/layout-words.ts'
import { darkStyles } from './dark-styles.ts'
import { emailColours, emailFonts } from './email-look.ts'
import { WorkspaceLookContext } from './workspace-look.ts'

export type LayoutProps = {
  /** The preview line beside the subject in a list of emails. */
  preview: string
  /** The workspace that sends the email. */
  from: string
  title: string
  children: ReactNode
  /** The one thing to do, unless it is done on a page that is already open. */
  button?: { text: string; link: string }
  /** What happens if the reader does nothing. */
  otherwise: string
  /** Why the reader gets this email, and when to ignore it. */
  fine: string
}

/**
 * The layout of every email: sender, message, one button, and why the reader gets it. It looks like the pages, in light and in
 * dark.
 */
export function Layout({ preview, from, title, children, button, otherwise, fine }: LayoutProps) {
  const { accent, logo, customer, choices, answers } = useContext(WorkspaceLookContext)
  return (
    <Html lang="en">
      <Head>
        <title>{title}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkStyles(accent.dark)}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body
        className="paper"
        style={{ backgroundColor: emailColours.paper, fontFamily: emailFonts, margin: 0, padding: '32px 12px' }}
      >
        <Container className="card" style={card}>
          <Text className="ink" style={{ ...text, color: emailColours.ink, fontWeight: 650, margin: 0 }}>
            {logo && <Img src={logo} alt="" width="28" height="28" style={picture} />}
            {from}
            {customer && (
              <Img
                src={customer.logo}
                alt={customer.name}
                width="28"
                height="28"
                style={{ ...picture, margin: '0 0 0 10px' }}
              />
            )}
          </Text>
          <Heading as="h1" className="ink" style={heading}>
            {title}
          </Heading>
          {children}
          {button && (
            <Section style={{ marginTop: 24 }}>
              <Button
                className="main"
                href={button.link}
                style={{ ...main, backgroundColor: accent.accent, color: accent.onAccent }}
              >
                {button.text}
              </Button>
            </Section>
          )}
          <Hr className="hair" style={{ borderColor: emailColours.hair, margin: '28px 0 16px' }} />
          <Text className="soft" style={{ ...text, fontSize: 12, margin: 0 }}>
            {answers && `${answersWords(answers)} `}
            {otherwise} {fine}
            {choices && (
              <>
                {' '}
                <Link className="soft" href={choices} style={{ color: emailColours.soft, textDecoration: 'underline' }}>
                  {layoutWords.choices}
                </Link>
              </>
            )}
          </Text>
          {button && (
            <Text className="soft again" style={{ ...text, fontSize: 12, margin: '8px 0 0' }}>
              {layoutWords.addressOfButton}{' '}
              <Link className="soft" href={button.link} style={{ color: emailColours.soft, wordBreak: 'break-all' }}>
                {button.link}
              </Link>
            </Text>
          )}
        </Container>
      </Body>
    </Html>
  )
}

/** A long word must not widen the card. */
const breaks = { overflowWrap: 'anywhere', wordBreak: 'break-word' } as const
const text = { ...breaks, color: emailColours.soft, fontSize: 15, lineHeight: '1.55' } as const
const card = {
  backgroundColor: emailColours.card,
  border: `1px solid ${emailColours.line}`,
  borderRadius: 18,
  maxWidth: 544,
  padding: '32px 34px',
} as const
/** On white in both schemes, as most logos are made for white. */
const picture = {
  backgroundColor: '#ffffff',
  borderRadius: 6,
  display: 'inline-block',
  marginRight: 10,
  objectFit: 'contain',
  verticalAlign: 'middle',
} as const
const heading = {
  ...breaks,
  color: emailColours.ink,
  fontSize: 23,
  fontWeight: 620,
  letterSpacing: '-0.02em',
  lineHeight: '1.22',
  margin: '20px 0 12px',
  textWrap: 'balance',
} as const
const main = {
  ...breaks,
  borderRadius: 10,
  fontSize: 15,
  fontWeight: 550,
  padding: '13px 19px',
} as const

/** A paragraph. */
export const P = ({ children }: { children: ReactNode }) => (
  <Text className="soft" style={{ ...text, margin: '10px 0 0' }}>
    {children}
  </Text>
)

/** A message that a person wrote. */
export const Quote = ({ children }: { children: string }) => (
  <Text
    className="ink quote"
    style={{
      ...text,
      borderLeft: `3px solid ${emailColours.line}`,
      color: emailColours.ink,
      margin: '18px 0 0',
      padding: '2px 0 2px 14px',
    }}
  >
    {quoteWords(children)}
  </Text>
)

/** The sender: name, job title if known, company. */
export const Signature = ({ name, title, company }: { name: string; title: string | null; company: string }) => (
  <Text className="soft" style={{ ...text, margin: '14px 0 0' }}>
    <Strong>{name}</Strong>
    <br />
    {positionWords(title, company)}
  </Text>
)

/** A code to type on a page. */
export const Code = ({ children }: { children: ReactNode }) => (
  <Text
    className="ink"
    style={{
      ...text,
      color: emailColours.ink,
      fontSize: 30,
      fontWeight: 620,
      letterSpacing: '0.18em',
      margin: '18px 0 0',
    }}
  >
    {children}
  </Text>
)

/** An important part of a paragraph. */
export const Strong = ({ children }: { children: ReactNode }) => (
  <strong className="strong" style={{ color: emailColours.ink, fontWeight: 600 }}>
    {children}
  </strong>
)

/** Words of a sentence that lead somewhere. */
export const TextLink = ({ to, children }: { to: string; children: ReactNode }) => (
  <Link className="strong" href={to} style={{ color: emailColours.ink, textDecoration: 'underline' }}>
    {children}
  </Link>
)

/** A second address, in a sentence. */
export const Aside = ({ link }: { link: string }) => (
  <Link className="soft" href={link} style={{ color: emailColours.soft, wordBreak: 'break-all' }}>
    {link}
  </Link>
)
