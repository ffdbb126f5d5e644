import { Form, NavLink, useLocation, useMatches } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { CompanyLogo } from '#app/ui/company-logo.tsx'
import { useAction } from '#app/ui/drawn-for.ts'
import { useOutcome } from '#app/ui/outcome.ts'
import { Toast } from '#app/ui/toast.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { lazyPart } from '#app/ui/lazy-part.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { Announcer } from './announcer.tsx'
import { Progress } from './progress.tsx'
import type { ShellViewer } from './shell-viewer.ts'
import { WaitingBanner } from './waiting-banner.tsx'
import { frameWords, profileLabel, signedInAsParts } from './frame-words.ts'

const HeldEmails = lazyPart('held-emails', async () => (await import('#app/ui/held-emails.tsx')).HeldEmails)

/** The frame of every page: the skip link, a member's navigation, and the page itself. */
export function Frame({ viewer, children }: { viewer: ShellViewer | null; children: ReactNode }) {
  return (
    <>
      <a className="skip visually-hidden" href="#content">
        {frameWords.skip}
      </a>
      <Progress />
      <WaitingBanner />
      {viewer?.kind === 'member' && <VendorHeader viewer={viewer} />}
      {viewer && viewer.plans.length > 0 && <PlanSwitcher plans={viewer.plans} />}
      <main id="content" className="page" tabIndex={-1}>
        {viewer?.emailsAreHeld && <HeldEmails />}
        <SaidOutcome />
        {children}
      </main>
      <Announcer />
      {viewer?.kind === 'participant' && (
        <footer className="site-foot no-print">
          <SignedIn viewer={viewer} />
        </footer>
      )}
    </>
  )
}

/** Shows the outcome of the form that led here. */
function SaidOutcome() {
  const outcome = useOutcome()
  return <Toast id={outcome?.id ?? null} words={outcome?.words} />
}

const roomNames = {
  '/plans': frameWords.plans,
  '/references': frameWords.references,
  '/workspace': frameWords.workspace,
}

/** A member's navigation. What is kept of a plan as a reference belongs to the references, though its address is the plan's. */
function VendorHeader({ viewer }: { viewer: ShellViewer }) {
  const { pathname } = useLocation()
  const isReference = useMatches().some(({ id }) => id.startsWith('references/'))
  return (
    <header className="site-head no-print">
      <CompanyLogo side="vendor" name={viewer.workspace.name} logo={viewer.workspace.logo} />
      <nav aria-label={frameWords.main}>
        {(['/plans', '/references', '/workspace'] as const).map((to) => (
          <PageLink
            key={to}
            to={to}
            aria-current={(isReference ? to === '/references' : pathname.startsWith(to)) ? 'page' : undefined}
          >
            {roomNames[to]}
          </PageLink>
        ))}
      </nav>
      <SignedIn viewer={viewer} />
    </header>
  )
}

/** Lets a participant switch between their plans. */
function PlanSwitcher({ plans }: { plans: ShellViewer['plans'] }) {
  const { pathname } = useLocation()
  return (
    <header className="site-head no-print">
      <nav aria-label={frameWords.yourPlans}>
        {/* Another page closes it. */}
        <details key={pathname} className="switcher">
          <summary>{frameWords.yourPlans}</summary>
          <ul>
            {plans.map(({ id, project }) => (
              <li key={id}>
                <NavLink to={paths.plan(id)}>
                  <bdi>{project}</bdi>
                </NavLink>
              </li>
            ))}
            <li>
              <NavLink to="/your-plans">{frameWords.allYourPlans}</NavLink>
            </li>
          </ul>
        </details>
      </nav>
    </header>
  )
}

const OwnName = ({ viewer }: { viewer: ShellViewer }) =>
  viewer.kind === 'member' ? (
    <PageLink to="/profile" aria-label={profileLabel(viewer.name)}>
      <bdi>{viewer.name}</bdi>
    </PageLink>
  ) : (
    <bdi>{viewer.name}</bdi>
  )

function SignedIn({ viewer }: { viewer: ShellViewer }) {
  const signOut = useAction('/sign-out')
  return (
    <div className="signed-in">
      <span className="signed-in-as">
        <Sentence
          parts={signedInAsParts(<OwnName viewer={viewer} />, (text) => (
            <span className="lead">{text}</span>
          ))}
        />
      </span>
      {viewer.among && <PageLink to="/switch">{frameWords.switchWorkspace}</PageLink>}
      <PageLink to="/devices">{frameWords.account}</PageLink>
      <Form method="post" action={signOut} reloadDocument>
        <HiddenFields values={{ intent: 'sign-out', idempotencyKey: `${viewer.formKey}:sign-out` }} />
        <button type="submit">{frameWords.signOut}</button>
      </Form>
    </div>
  )
}
