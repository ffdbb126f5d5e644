import { NavLink, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '#app/kit/paths.ts'
import { useOutcome } from '#app/ui/outcome.ts'
import { Toast } from '#app/ui/toast.tsx'
import { lazyPart } from '#app/ui/lazy-part.tsx'
import { Announcer } from './announcer.tsx'
import { Progress } from './progress.tsx'
import type { ShellViewer } from './shell-viewer.ts'
import { SignedIn } from './signed-in.tsx'
import { WaitingBanner } from './waiting-banner.tsx'
import { frameWords } from './frame-words.ts'

/** Of members alone: what others load is shorter without it. */
const VendorHeader = lazyPart('vendor-header', async () => (await import('./vendor-header.tsx')).VendorHeader)
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
