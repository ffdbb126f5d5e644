import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { newId } from '#app/kit/ids.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { Empty, PageHead, Panel } from '#app/ui/panel.tsx'
import { ChannelForm } from './channel-form.tsx'
import { listChannels } from './channel-queries.server.ts'
import { channelsPageWords } from './chat-words.ts'
import { ConnectedChannel } from './connected-channel.tsx'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(channelsPageWords.title) }]

/** The channels of Slack and Teams to which news of plans are posted. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'workspace/channels')
  return { channels: await listChannels(context.parts, actor.workspaceId), formKey: newId() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'workspace/channels')
  const then = () => '/workspace/channels'
  const sender = { context, actor, scopeId: actor.workspaceId }
  return dispatch(request, sender, {
    'connect-channel': { then },
    'choose-channel-topics': { then },
    'disconnect-channel': { then },
  })
}

export default function ChannelsPage() {
  const { channels, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const keyFor = formKeys(formKey)
  return (
    <div className="stack">
      <PageHead
        title={channelsPageWords.title}
        eyebrow={<PageLink to="/workspace">{mainPageNames.workspace}</PageLink>}
        intro={channelsPageWords.intro}
      />
      {channels.length === 0 && <Empty title={channelsPageWords.empty}>{channelsPageWords.emptyHint}</Empty>}
      {channels.map((channel) => (
        <ConnectedChannel key={channel.id} channel={channel} keyFor={keyFor} reply={reply} />
      ))}
      <h2>{channelsPageWords.connect}</h2>
      <Panel>
        <ChannelForm
          key={channels.length}
          idempotencyKey={keyFor('connect-channel')}
          reply={replyTo(reply, 'connect-channel')}
        />
      </Panel>
    </div>
  )
}
