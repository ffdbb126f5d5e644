import { Form } from '@remix-run/react'
import { useAction } from '#app/ui/drawn-for.ts'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageLink } from '#app/ui/page-link.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { frameWords, profileLabel, signedInAsParts } from './frame-words.ts'
import type { ShellViewer } from './shell-viewer.ts'

const OwnName = ({ viewer }: { viewer: ShellViewer }) =>
  viewer.kind === 'member' ? (
    <PageLink to="/profile" aria-label={profileLabel(viewer.name)}>
      <bdi>{viewer.name}</bdi>
    </PageLink>
  ) : (
    <bdi>{viewer.name}</bdi>
  )

/** Who is signed in, and the way to the account, other workspaces and out. */
export function SignedIn({ viewer }: { viewer: ShellViewer }) {
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
      <PageLink to="/devices" discover="none">
        {frameWords.account}
      </PageLink>
      <Form method="post" action={signOut} reloadDocument>
        <HiddenFields values={{ intent: 'sign-out', idempotencyKey: `${viewer.formKey}:sign-out` }} />
        <button type="submit">{frameWords.signOut}</button>
      </Form>
    </div>
  )
}
