import type { ComponentProps, ReactNode } from 'react'
import { useContext } from 'react'
import { PageLink } from './page-link.tsx'
import { FormContext } from './form-context.ts'
import { buttonWords } from './button-words.ts'

/** `danger` is for what cannot be undone. */
export type ButtonTone = 'main' | 'plain' | 'quiet' | 'danger'

const classes = (tone: ButtonTone, extra?: string) =>
  ['btn', tone === 'plain' ? '' : tone, extra].filter(Boolean).join(' ')

export type ButtonProps = ComponentProps<'button'> & { tone?: ButtonTone }

/** A button that does not send a form unless told `type="submit"`. */
export function Button({ tone = 'plain', className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={classes(tone, className)} {...rest} />
}

export type SubmitProps = Omit<ButtonProps, 'type'> & { busyText?: string }

/** Submits its form and shows while that is in progress. */
export function SubmitButton({ tone = 'main', busyText = buttonWords.saving, children, ...rest }: SubmitProps) {
  const { busy } = useContext(FormContext)
  return (
    <Button type="submit" tone={tone} aria-disabled={busy || undefined} {...rest}>
      {busy ? busyText : children}
    </Button>
  )
}

export type ButtonLinkProps = {
  to: string
  tone?: ButtonTone
  className?: string
  /** Its accessible name beside buttons with the same text: that text first, then what it is about. */
  label?: string
  children: ReactNode
  reload?: boolean
}

/** A link that looks like a button, for going somewhere. `reload` leaves the page for a plain answer (a file, a feed). */
export function ButtonLink({ to, tone = 'plain', className, label, children, reload }: ButtonLinkProps) {
  return (
    <PageLink to={to} reloadDocument={reload} aria-label={label} className={classes(tone, className)}>
      {children}
    </PageLink>
  )
}
