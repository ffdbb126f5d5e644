import { paths } from '#app/kit/paths.ts'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { newId } from '#app/kit/ids.ts'
import { firstValue } from '#app/runner/read-form.server.ts'
import { takeForm } from '#app/runner/take-form.server.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { Form } from '#app/ui/form.tsx'
import { Tag } from '#app/ui/marks.tsx'
import { Name } from '#app/ui/name.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { readableAddress } from '#app/kit/readable-address.server.ts'
import { requireViewer } from '../core/require-viewer.server.ts'
import { landingFor } from '../participants/find-person.server.ts'
import { findViewerIn, listViewers } from '../core/find-viewer.server.ts'
import { presentWorkspace } from '../core/session.server.ts'
import { signOutOfWords, switchPageWords, switchToWords } from './switch-words.ts'
import { personWithParts } from '#app/ui/name-words.ts'
import { Sentence } from '#app/ui/sentence.tsx'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(switchPageWords.title) }]

/** Every workspace that this browser is signed in to, each with its person. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const present = await requireViewer({ request, context })
  const viewers = await listViewers(context.parts, request)
  return {
    formKey: newId(),
    workspaces: viewers.map(({ actor, email, workspace, sessionId }) => ({
      id: actor.workspaceId,
      workspace: workspace.name,
      person: actor.name,
      email: readableAddress(email),
      isPresent: sessionId === present.sessionId,
    })),
  }
}

/** Switches to another workspace, on the start page there. */
export async function action({ request, context }: ActionFunctionArgs) {
  await requireViewer({ request, context })
  const { parts } = context
  return takeForm(request, {
    switch: async (values) => {
      const viewer = await findViewerIn(parts, request, firstValue(values, 'workspaceId') ?? '')
      if (!viewer) throw data({ message: switchPageWords.signedOutThere }, { status: 404 })
      const { actor } = viewer
      const landing = await parts.reads.in(actor.workspaceId, (trx) => landingFor(trx, actor))
      throw redirect(landing, { status: 303, headers: { 'Set-Cookie': presentWorkspace(parts, actor.workspaceId) } })
    },
  })
}

export default function SwitchWorkspacePage() {
  const { workspaces, formKey } = useLoaderData<typeof loader>()
  const keyFor = formKeys(formKey)
  return (
    <div className="stack middle">
      <PageHead title={switchPageWords.title} intro={switchPageWords.intro} />
      <Panel>
        <ul className="people bare">
          {workspaces.map(({ id, workspace, person, email, isPresent }) => (
            <li key={id}>
              <span>
                <b>
                  <Name>{workspace}</Name>
                </b>
                <small>
                  <Sentence parts={personWithParts(<Name>{person}</Name>, email)} />
                </small>
              </span>
              {isPresent && (
                <span className="tags">
                  <Tag tone="good">{switchPageWords.inUse}</Tag>
                </span>
              )}
              <div className="people-acts">
                {!isPresent && (
                  <Form intent="switch" idempotencyKey={keyFor('switch', id)} hidden={{ workspaceId: id }}>
                    <SubmitButton
                      tone="plain"
                      busyText={switchPageWords.switching}
                      aria-label={switchToWords(workspace)}
                    >
                      {switchPageWords.switchTo}
                    </SubmitButton>
                  </Form>
                )}
                <Form
                  action="/sign-out"
                  intent="sign-out"
                  idempotencyKey={keyFor('sign-out', id)}
                  hidden={{ workspaceId: id }}
                >
                  <SubmitButton
                    tone="quiet"
                    busyText={switchPageWords.signingOut}
                    aria-label={signOutOfWords(workspace)}
                  >
                    {switchPageWords.signOut}
                  </SubmitButton>
                </Form>
              </div>
            </li>
          ))}
        </ul>
      </Panel>
      <div className="acts">
        <ButtonLink to={paths.signIn({ another: 'yes' })}>{switchPageWords.signInAgain}</ButtonLink>
        {workspaces.length > 1 && (
          <Form action="/sign-out" intent="sign-out" idempotencyKey={keyFor('sign-out-all')} hidden={{ all: 'yes' }}>
            <SubmitButton tone="quiet" busyText={switchPageWords.signingOut}>
              {switchPageWords.signOutOfAll}
            </SubmitButton>
          </Form>
        )}
      </div>
    </div>
  )
}
