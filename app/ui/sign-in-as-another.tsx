import { useLocation } from '@remix-run/react'
import { paths } from '#app/kit/paths.ts'
import { ButtonLink } from './button.tsx'

/** Leads to the sign-in page and, after a sign-in as someone who may see it, back to this one. */
export function SignInAsAnother({ children = 'Sign in as someone else' }: { children?: string }) {
  const { pathname, search } = useLocation()
  return <ButtonLink to={paths.signIn({ another: 'yes', next: `${pathname}${search}` })}>{children}</ButtonLink>
}
