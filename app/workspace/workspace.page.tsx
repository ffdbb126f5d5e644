import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { paths } from '#app/kit/paths.ts'
import { mayEver } from '#app/policy/policy.ts'
import { standingsOfMember } from '#app/policy/standings.ts'
import { memberRoles } from '#app/policy/roles.ts'
import { newId } from '#app/kit/ids.ts'
import { textSizes } from '#app/kit/limits.ts'
import { longestName } from '#app/kit/plain-text.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { CheckGroup } from '#app/ui/check-group.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Avatar, Tag } from '#app/ui/marks.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { CodeOnNewDevices } from './members/code-on-new-devices.tsx'
import { roleName } from '#app/policy/role-name-words.ts'
import { memberRoleHints } from '#app/policy/role-words.ts'
import { getWorkspacePage } from './workspace-queries.server.ts'
import { workspacePages } from './workspace-words.ts'
import { memberAddressWords } from './members/member-address-words.ts'
import { memberWords } from './members/member-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(workspacePages.workspace) }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'workspace')
  const page = await getWorkspacePage(context.parts, actor.workspaceId)
  const standings = standingsOfMember(actor.roles)
  const may = {
    add: mayEver('add-member', standings),
    setRoles: mayEver('set-roles', standings),
    change: mayEver('change-workspace', standings),
    setCode: mayEver('set-code-on-new-devices', standings),
  }
  // What to do about an address is for those who may.
  const members = may.add
    ? page.members
    : page.members.map((member) => ({ ...member, bouncedOn: null, invitedOn: null }))
  return { ...page, members, may, formKey: newId() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'workspace')
  const then = () => '/workspace'
  return dispatch(
    request,
    { context, actor, scopeId: actor.workspaceId },
    { 'add-member': { then }, 'set-code-on-new-devices': { then } },
  )
}

export default function WorkspacePage() {
  const { name, codeOnNewDevices, members, may, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const keyFor = formKeys(formKey)
  return (
    <div className="stack">
      <PageHead title={workspacePages.workspace} eyebrow={name} />
      {may.change && (
        <nav aria-label={workspacePages.workspace} className="workspace-nav">
          <ButtonLink to="/workspace/settings">{workspacePages.settings}</ButtonLink>
          <ButtonLink to="/workspace/access">{workspacePages.permissions}</ButtonLink>
          <ButtonLink to="/workspace/sign-on">{workspacePages.signOn}</ButtonLink>
          <ButtonLink to="/workspace/keys">{workspacePages.apiKeys}</ButtonLink>
          <ButtonLink to="/workspace/channels">{workspacePages.channels}</ButtonLink>
          <ButtonLink to="/workspace/emails">{workspacePages.failedEmails}</ButtonLink>
          <ButtonLink to="/workspace/security">{workspacePages.securityLog}</ButtonLink>
          <ButtonLink to="/workspace/data">{workspacePages.data}</ButtonLink>
        </nav>
      )}
      <h2>{memberWords.listTitle}</h2>
      <ul className="people">
        {members.map((member) => (
          <li key={member.id}>
            <Avatar name={member.name} side="vendor" />
            <span>
              {may.setRoles ? (
                <PageLink className="member-link" to={paths.member(member.id)}>
                  <b>{member.name}</b>
                </PageLink>
              ) : (
                <b>{member.name}</b>
              )}
              <small>{member.email}</small>
            </span>
            <span className="tags">
              {member.bouncedOn !== null && <Tag tone="must">{memberAddressWords.comesBackTag}</Tag>}
              {member.bouncedOn === null && member.invitedOn !== null && <Tag>{memberAddressWords.invitedTag}</Tag>}
              {member.roles.map((role) => (
                <Tag key={role}>{roleName(role)}</Tag>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {may.add && (
        <>
          <h2 id="add">{memberWords.addTitle}</h2>
          <Panel>
            <Form
              key={members.length}
              idempotencyKey={keyFor('add-member')}
              intent="add-member"
              reply={replyTo(reply, 'add-member')}
            >
              <div className="fields">
                <TextField
                  name="name"
                  label={memberWords.name}
                  width="half"
                  autoComplete="off"
                  maxLength={longestName}
                />
                <TextField
                  name="email"
                  label={memberWords.email}
                  type="email"
                  width="half"
                  autoComplete="off"
                  maxLength={textSizes.address}
                />
                <CheckGroup
                  name="roles"
                  legend={memberWords.roles}
                  options={memberRoles.map((role) => ({ value: role, label: memberRoleHints[role] }))}
                />
              </div>
              <div className="acts">
                <SubmitButton busyText={buttonWords.sending}>{memberWords.add}</SubmitButton>
              </div>
            </Form>
          </Panel>
        </>
      )}
      {may.setCode && (
        <CodeOnNewDevices
          idempotencyKey={keyFor('set-code-on-new-devices')}
          isOn={codeOnNewDevices}
          reply={replyTo(reply, 'set-code-on-new-devices')}
        />
      )}
    </div>
  )
}
