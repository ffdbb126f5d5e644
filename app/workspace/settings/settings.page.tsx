import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { newId } from '#app/kit/ids.ts'
import { withRegionCodes } from '#app/plan/calendar/calendar-input.server.ts'
import { listRegions } from '#app/schedule/regions.server.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { AnswerTimeForm } from './answer-time-form.tsx'
import { DefaultCalendarsForm } from './default-calendars-form.tsx'
import { LogoForm } from '../logos/logo-form.tsx'
import { postedImage } from '../logos/posted-image.server.ts'
import { SettingsForm } from './settings-form.tsx'
import { getSettings } from '../workspace-queries.server.ts'
import { settingsWords } from './settings-words.ts'
import { workspacePages } from '../workspace-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(workspacePages.settings) }]

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
    { context, actor, scopeId: actor.workspaceId },
    {
      'change-workspace': { then },
      'set-default-calendars': { input: withRegionCodes, then },
      'set-answer-time': { then },
      'set-logo': { input: (values, file) => ({ image: postedImage(values, file) }), then },
    },
    { file: 'logo' },
  )
}

export default function SettingsPage() {
  const { settings, regions, timeZones, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const keyFor = formKeys(formKey)
  return (
    <div className="stack">
      <PageHead
        title={workspacePages.settings}
        eyebrow={<PageLink to="/workspace">{workspacePages.workspace}</PageLink>}
      />
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
      <AnswerTimeForm answerTime={settings.answerTime} idempotencyKey={keyFor('set-answer-time')} reply={reply} />
      <Panel>
        <h2>{settingsWords.logo}</h2>
        <LogoForm
          side="vendor"
          name={settings.name}
          logo={settings.logo}
          intent="set-logo"
          keyFor={keyFor}
          reply={replyTo(reply, 'set-logo')}
        />
      </Panel>
    </div>
  )
}
