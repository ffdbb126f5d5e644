import { useLocation } from '@remix-run/react'
import { paths } from '#app/kit/paths.ts'
import { ButtonLink } from './button.tsx'
import { signInLinkWords } from './sign-in-link-words.ts'

/** Links to the sign-in page, which leads back to this page. */
export function SignInAsAnother({ children = signInLinkWords.asAnother }: { children?: string }) {
  const { pathname, search } = useLocation()
  return <ButtonLink to={paths.signIn({ another: 'yes', next: `${pathname}${search}` })}>{children}</ButtonLink>
}
