import { useLocation } from '@remix-run/react'
import { ButtonLink } from './button.tsx'

/** Leads to the sign-in page and, after a sign-in as somebody who may see it, back to this one. */
export function SignInAsAnother({ children = 'Sign in as someone else' }: { children?: string }) {
  const { pathname, search } = useLocation()
  return (
    <ButtonLink to={`/sign-in?${new URLSearchParams({ another: 'yes', next: `${pathname}${search}` })}`}>
      {children}
    </ButtonLink>
  )
}
