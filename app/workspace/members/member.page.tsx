import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '#app/kit/paths.ts'
import type { PostedValues } from '#app/runner/reply.ts'
import { BoundAccount } from '#app/access/sign-on/bound-account.tsx'
import { MemberPasskeys } from '#app/access/passkeys/member-passkeys.tsx'
import { MemberSessions } from '#app/access/devices/member-sessions.tsx'
import { listDevicesOf } from '#app/access/devices/devices.server.ts'
import { requireMember } from '#app/access/core/require-viewer.server.ts'
import { listPasskeys } from '#app/access/passkeys/passkey-queries.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { memberRoles } from '#app/policy/roles.ts'
import { findAccount } from '#app/access/sign-on/sign-on-queries.server.ts'
import { isUuid, newId } from '#app/kit/ids.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { notFound } from '#app/runner/refusal.ts'
import { asResponse } from '#app/runner/submit.server.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { CheckGroup } from '#app/ui/check-group.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { timeAgo } from '#app/ui/date-words.ts'
import { MemberAddress } from './member-address.tsx'
import { RemoveMember } from './remove-member.tsx'
import { roleNameList } from '#app/policy/role-name-words.ts'
import { memberRoleHints } from '#app/policy/role-words.ts'
import { getMemberPage } from '../workspace-queries.server.ts'
import { memberWords } from './member-words.ts'
import { workspacePages } from '../workspace-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data?.member.name ?? memberWords.title) },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'workspace/members/:memberId')
  const memberId = params['memberId'] ?? ''
  if (!isUuid(memberId)) throw asResponse(notFound())
  const page = await getMemberPage(context.parts, actor.workspaceId, memberId).catch(throwAsPage)
  const devices = await listDevicesOf(context.parts, actor.workspaceId, { memberId })
  const now = context.parts.clock.now()
  const sessions = devices.map(({ id, device, seenAt, since }) => ({
    id,
    device,
    seen: timeAgo(seenAt, now),
    since: timeAgo(since, now),
  }))
  const account = await findAccount(context.parts, actor.workspaceId, memberId)
  const passkeys = await listPasskeys(context.parts, actor.workspaceId, memberId)
  return { ...page, sessions, account, passkeys, isOneself: memberId === actor.id, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'workspace/members/:memberId')
  const input = (values: PostedValues) => ({ ...values, memberId: params['memberId'] ?? '' })
  const back = () => '/workspace'
  const here = ({ memberId }: { memberId: string }) => paths.member(memberId)
  return dispatch(
    request,
    { context, actor, scopeId: actor.workspaceId },
    {
      'set-roles': { input, then: back },
      'remove-member': { input, then: back },
      'correct-member-address': { input, then: here },
      'release-account': { input, then: here },
      'remove-member-passkeys': { input, then: here },
      'end-member-sessions': { input, then: here },
    },
  )
}

export default function MemberPage() {
  const { member, sessions, account, passkeys, others, led, isOneself, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const keyFor = formKeys(formKey)
  return (
    <div className="stack">
      <PageHead
        title={member.name}
        eyebrow={<PageLink to="/workspace">{workspacePages.workspace}</PageLink>}
        intro={member.email}
      />
      <MemberAddress
        member={member}
        isOneself={isOneself}
        idempotencyKey={keyFor('correct-member-address')}
        reply={replyTo(reply, 'correct-member-address')}
      />
      <Panel>
        <Form
          idempotencyKey={keyFor('set-roles')}
          intent="set-roles"
          seen={{ roles: member.roles }}
          reply={replyTo(reply, 'set-roles')}
          show={(_field, value) => roleNameList(memberRoles.filter((role) => value.includes(role)))}
        >
          <CheckGroup
            name="roles"
            legend={memberWords.roles}
            options={memberRoles.map((role) => ({
              value: role,
              label: memberRoleHints[role],
              checked: member.roles.includes(role),
            }))}
          />
          <div className="acts">
            <SubmitButton>{buttonWords.save}</SubmitButton>
            <ButtonLink to="/workspace" tone="quiet">
              {buttonWords.cancel}
            </ButtonLink>
          </div>
        </Form>
      </Panel>
      <MemberSessions
        name={member.name}
        sessions={sessions}
        keyFor={keyFor}
        reply={replyTo(reply, 'end-member-sessions')}
      />
      <MemberPasskeys
        name={member.name}
        passkeys={passkeys}
        keyFor={keyFor}
        reply={replyTo(reply, 'remove-member-passkeys')}
      />
      {account && (
        <BoundAccount
          name={member.name}
          account={account}
          idempotencyKey={keyFor('release-account')}
          reply={replyTo(reply, 'release-account')}
        />
      )}
      {isOneself ? (
        <p className="fine">{memberWords.leaving}</p>
      ) : (
        <RemoveMember
          member={member}
          others={others}
          led={led}
          idempotencyKey={keyFor('remove-member')}
          reply={replyTo(reply, 'remove-member')}
        />
      )}
    </div>
  )
}
