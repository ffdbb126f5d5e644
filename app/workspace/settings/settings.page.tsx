import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/access/core/guards.server.ts'
import { dispatch } from '#app/commands/dispatch.server.ts'
import { newId } from '#app/kit/ids.ts'
import { withRegionCodes } from '#app/plan/calendar/calendar-input.server.ts'
import { firstValue } from '#app/runner/read-form.server.ts'
import type { PostedValues } from '#app/runner/reply.ts'
import { listRegions } from '#app/schedule/regions.server.ts'
import { formKeys } from '#app/ui/form-keys.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead } from '#app/ui/panel.tsx'
import { DefaultCalendarsForm } from './default-calendars-form.tsx'
import { LogoForm } from './logo-form.tsx'
import { SettingsForm } from './settings-form.tsx'
import { getSettings } from '../workspace-queries.server.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction = () => [{ title: pageTitle('Settings') }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'workspace/settings')
  const settings = await getSettings(context.parts, actor.workspaceId)
  return { settings, regions: listRegions(), timeZones: Intl.supportedValuesOf('timeZone'), formKey: newId() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'workspace/settings')
  const then = () => '/workspace/settings'
  return dispatch(
    request,
    { parts: context.parts, actor, scopeId: actor.workspaceId },
    {
      'change-workspace': { then },
      'set-default-calendars': { input: withRegionCodes, then },
      'set-logo': { input: (values, file) => ({ image: imageOf(values, file) }), then },
    },
    { file: 'logo' },
  )
}

const imageOf = (values: PostedValues, file: Uint8Array | null): string | null =>
  firstValue(values, 'remove') ? null : (file && Buffer.from(file).toString('base64')) || noPicture

/** What is sent where no file was chosen: a picture that is none, so that the form says what it wants. */
const noPicture = 'AA=='

export default function SettingsPage() {
  const { settings, regions, timeZones, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const keyFor = formKeys(formKey)
  return (
    <div className="stack">
      <PageHead title="Settings" eyebrow={<Link to="/workspace">Workspace</Link>} />
      <SettingsForm
        settings={settings}
        timeZones={timeZones}
        idempotencyKey={keyFor('change-workspace')}
        reply={reply}
      />
      <DefaultCalendarsForm
        calendars={settings.calendars}
        regions={regions}
        idempotencyKey={keyFor('set-default-calendars')}
        reply={reply}
      />
      <LogoForm name={settings.name} logo={settings.logo} keyFor={keyFor} reply={reply} />
    </div>
  )
}
