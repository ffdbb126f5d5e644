import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { newId } from '#app/kit/ids.ts'
import { longestName } from '#app/kit/plain-text.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { Form } from '#app/ui/form.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { CopyForm } from '../personal-data/copy-form.tsx'
import { getProfile } from '../workspace-queries.server.ts'
import { copyWords, ownCopyWords } from '../personal-data/copy-words.ts'
import { profileWords } from './profile-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'
import { personWithParts } from '#app/ui/name-words.ts'
import { Sentence } from '#app/ui/sentence.tsx'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(profileWords.title) }]

/** A member's own page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, workspace } = await requireMember({ request, context }, 'profile')
  const profile = await getProfile(context.parts, actor.workspaceId, actor.id)
  return { ...profile, workspace: workspace.name, formKey: newId() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'profile')
  const sender = { context, actor, scopeId: actor.workspaceId }
  return dispatch(request, sender, {
    'set-job-title': {
      then: ({ changed }) => (changed ? { path: '/profile', says: profileWords.changed } : '/profile'),
    },
  })
}

export default function ProfilePage() {
  const { name, email, jobTitle, workspace, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const keyFor = formKeys(formKey)
  return (
    <div className="stack middle">
      <PageHead
        title={profileWords.title}
        eyebrow={<PageLink to="/">{workspace}</PageLink>}
        intro={<Sentence parts={personWithParts(<bdi>{name}</bdi>, email)} />}
      />
      <Panel>
        <Form idempotencyKey={keyFor('set-job-title')} intent="set-job-title" reply={reply}>
          <div className="fields">
            <TextField
              name="jobTitle"
              label={profileWords.jobTitle}
              value={jobTitle ?? ''}
              optional
              maxLength={longestName}
              autoComplete="organization-title"
              hint={profileWords.jobTitleHint}
            />
          </div>
          <div className="acts">
            <SubmitButton>{buttonWords.save}</SubmitButton>
            <ButtonLink to="/devices" tone="quiet">
              {profileWords.devices}
            </ButtonLink>
          </div>
        </Form>
      </Panel>
      <Panel>
        <h2>{copyWords.title}</h2>
        <p>{ownCopyWords(workspace)}</p>
        <CopyForm action="/profile/export" intent="export-member-data" idempotencyKey={keyFor('export-member-data')} />
      </Panel>
    </div>
  )
}
