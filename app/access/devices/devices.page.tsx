import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { newId } from '#app/kit/ids.ts'
import { paths } from '#app/kit/paths.ts'
import { emailChoicesToken } from '#app/outbox/email-choices-token.server.ts'
import { redirectTelling } from '#app/runner/outcome-cookie.server.ts'
import { firstValue } from '#app/runner/read-form.server.ts'
import { takeForm } from '#app/runner/take-form.server.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { Form } from '#app/ui/form.tsx'
import { Tag } from '#app/ui/marks.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { timeAgo } from '#app/ui/date-words.ts'
import { Sentence } from '#app/ui/sentence.tsx'
import { readableAddress } from '#app/kit/readable-address.server.ts'
import { endCookies, settingCookies } from '../core/secret-cookies.server.ts'
import { findDataPath, listDevices, signOutDevice, signOutEverywhere } from './devices.server.ts'
import type { Viewer } from '../core/find-viewer.server.ts'
import { requireViewer } from '../core/require-viewer.server.ts'
import {
  devicesWords,
  endOwnSessionWords,
  ownSessionsWords,
  sessionWords,
  signedOutWords,
  signOutEverywhereWords,
  yourDataWords,
  yourEmailsWords,
  ownCalendarLinkWords,
} from './session-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(devicesWords.title) }]

const readerOf = ({ actor }: Viewer) => ({ workspaceId: actor.workspaceId, readerId: actor.id })

/** The devices on which the reader is signed in. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer({ request, context })
  const now = context.parts.clock.now()
  const devices = await listDevices(context.parts, viewer)
  return {
    email: readableAddress(viewer.email),
    dataPath: await findDataPath(context.parts, viewer),
    emailsPath: paths.emailChoices(emailChoicesToken(context.parts.environment, readerOf(viewer))),
    hasPasskeys: viewer.actor.kind === 'member',
    workspace: viewer.workspace.name,
    devices: devices.map(({ id, device, seenAt, since, isThis }) => ({
      id,
      device,
      isThis,
      seen: timeAgo(seenAt, now),
      since: timeAgo(since, now),
    })),
    formKey: newId(),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer({ request, context })
  const { parts } = context
  return takeForm(request, {
    'sign-out-everywhere': async () => {
      await signOutEverywhere(parts, viewer)
      const { workspaceId } = viewer.actor
      const cookies = endCookies(request, parts.environment.appUrl, 'firstwin', workspaceId)
      const told = { words: devicesWords.signedOutEverywhere }
      const headers = settingCookies(cookies)
      throw redirectTelling(parts, { request, personId: undefined, path: '/sign-in', told, headers })
    },
    'sign-out-device': async (values) => {
      const session = z.uuid().safeParse(firstValue(values, 'sessionId'))
      if (!session.success) throw data({ message: devicesWords.alreadySignedOut }, { status: 404 })
      const device = await signOutDevice(parts, viewer, session.data)
      const told = { words: signedOutWords(device) }
      throw redirectTelling(parts, { request, personId: viewer.actor.id, path: '/devices', told })
    },
  })
}

export default function DevicesPage() {
  const { email, workspace, dataPath, emailsPath, hasPasskeys, devices, formKey } = useLoaderData<typeof loader>()
  const keyFor = formKeys(formKey)
  return (
    <div className="stack middle">
      <PageHead title={devicesWords.title} eyebrow={<a href="/">{workspace}</a>} />
      <Panel>
        <ul className="people bare">
          <li>
            <Sentence
              parts={yourEmailsWords((title) => (
                <PageLink to={emailsPath}>{title}</PageLink>
              ))}
            />
          </li>
          <li>
            <Sentence
              parts={ownCalendarLinkWords((title) => (
                <PageLink to="/your-calendar">{title}</PageLink>
              ))}
            />
          </li>
          {dataPath && (
            <li>
              <Sentence
                parts={yourDataWords((title) => (
                  <PageLink to={dataPath}>{title}</PageLink>
                ))}
              />
            </li>
          )}
        </ul>
      </Panel>
      <Panel>
        <h2>{devicesWords.signedIn}</h2>
        <p className="fine">{ownSessionsWords(email)}</p>
        <ul className="people bare">
          {devices.map(({ id, device, isThis, seen, since }) => (
            <li key={id}>
              <span>
                <b>{device}</b>
                <small>{sessionWords({ seen: isThis ? null : seen, since })}</small>
              </span>
              {isThis ? (
                <span className="tags">
                  <Tag tone="good">{devicesWords.thisDevice}</Tag>
                </span>
              ) : (
                <div className="people-acts">
                  <Form
                    intent="sign-out-device"
                    idempotencyKey={keyFor('sign-out-device', id)}
                    hidden={{ sessionId: id }}
                  >
                    <SubmitButton
                      tone="quiet"
                      busyText={devicesWords.signingOut}
                      aria-label={endOwnSessionWords(device, seen)}
                    >
                      {devicesWords.signOut}
                    </SubmitButton>
                  </Form>
                </div>
              )}
            </li>
          ))}
        </ul>
      </Panel>
      <Form intent="sign-out-everywhere" idempotencyKey={keyFor('sign-out-everywhere')}>
        <p className="fine">{signOutEverywhereWords(workspace, hasPasskeys)}</p>
        <div className="acts">
          <SubmitButton tone="plain" busyText={devicesWords.signingOut}>
            {devicesWords.signOutEverywhere}
          </SubmitButton>
        </div>
      </Form>
      {hasPasskeys && (
        <Panel>
          <h2>{devicesWords.passkeys}</h2>
          <p>{devicesWords.passkeysIntro}</p>
          <div className="acts">
            <ButtonLink to="/passkeys">{devicesWords.toPasskeys}</ButtonLink>
          </div>
        </Panel>
      )}
    </div>
  )
}
