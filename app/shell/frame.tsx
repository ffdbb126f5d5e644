import { Form, Link, NavLink } from '@remix-run/react'
import type { ReactNode } from 'react'
import { CompanyLogo } from '#app/ui/company-logo.tsx'
import { useAction } from '#app/ui/drawn-for.ts'
import type { ShellViewer } from './viewer.ts'

/** What surrounds every page: a way past the navigation, the navigation of a member, and the page itself. */
export function Frame({ viewer, children }: { viewer: ShellViewer | null; children: ReactNode }) {
  return (
    <>
      <a className="skip visually-hidden" href="#content">
        To the page
      </a>
      {viewer?.kind === 'member' && <VendorHeader viewer={viewer} />}
      <main id="content" className="page" tabIndex={-1}>
        {children}
      </main>
      {viewer?.kind === 'participant' && (
        <footer className="site-foot no-print">
          <SignedIn viewer={viewer} />
        </footer>
      )}
    </>
  )
}

function VendorHeader({ viewer }: { viewer: ShellViewer }) {
  return (
    <header className="site-head no-print">
      <CompanyLogo side="vendor" name={viewer.workspace.name} logo={viewer.workspace.logo} />
      <nav aria-label="Main">
        <NavLink to="/plans">Plans</NavLink>
        <NavLink to="/references">References</NavLink>
        <NavLink to="/workspace">Workspace</NavLink>
      </nav>
      <SignedIn viewer={viewer} />
    </header>
  )
}

function SignedIn({ viewer }: { viewer: ShellViewer }) {
  const signOut = useAction('/sign-out')
  return (
    <div className="signed-in">
      <span>Signed in as {viewer.name}</span>
      {viewer.among && <Link to="/switch">Switch workspace</Link>}
      <Link to="/devices">Devices</Link>
      <Form method="post" action={signOut} reloadDocument>
        <input type="hidden" name="idempotencyKey" value={`${viewer.formKey}:sign-out`} />
        <button type="submit">Sign out</button>
      </Form>
    </div>
  )
}
