import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/access/guards.server.ts'
import { mayEver, memberRoles, standingsOfMember } from '#app/access/policy.ts'
import { newId } from '#app/kit/ids.ts'
import { throwAsPage } from '#app/runner/as-page.server.ts'
import { one, readForm } from '#app/runner/read-form.server.ts'
import { submit } from '#app/runner/submit.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { CheckGroup } from '#app/ui/check-group.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Avatar, Tag } from '#app/ui/marks.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { addMember } from './commands/add-member.server.ts'
import { changeWorkspace } from './commands/change-workspace.server.ts'
import { setCodeOnNewDevices } from './commands/set-code-on-new-devices.server.ts'
import { CodeOnNewDevices } from './components/code-on-new-devices.tsx'
import { roleWords } from './model.ts'
import { getWorkspacePage } from './queries.server.ts'

export const meta: MetaFunction = () => [{ title: pageTitle('Workspace') }]

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
  return { ...page, may, formKey: newId() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'workspace')
  const values = await readForm(request).catch(throwAsPage)
  const order = { parts: context.parts, actor, scopeId: actor.workspaceId, values }
  const back = () => '/workspace'
  switch (one(values, 'intent')) {
    case 'change-workspace':
      return submit(changeWorkspace, order, back)
    case 'set-code-on-new-devices':
      return submit(setCodeOnNewDevices, order, back)
    default:
      return submit(addMember, order, back)
  }
}

export default function WorkspacePage() {
  const { name, codeOnNewDevices, members, may, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const keyFor = formKeys(formKey)
  return (
    <div className="stack">
      <PageHead title="Workspace" eyebrow={name} />
      {may.change && (
        <Panel>
          <Form
            idempotencyKey={keyFor('change-workspace')}
            intent="change-workspace"
            seen={{ name }}
            reply={replyTo(reply, 'change-workspace')}
          >
            <div className="fields">
              <TextField name="name" label="Workspace name" value={name} maxLength={200} />
            </div>
            <div className="acts">
              <SubmitButton>Save</SubmitButton>
            </div>
          </Form>
        </Panel>
      )}
      <h2>Members</h2>
      {may.add && (
        <nav className="acts" aria-label="Of the workspace">
          <Link to="/workspace/access">Who may do what</Link>
          <Link to="/workspace/sign-on">Single sign-on</Link>
          <Link to="/workspace/security">Security log</Link>
        </nav>
      )}
      <ul className="people">
        {members.map((member) => (
          <li key={member.id}>
            <Avatar name={member.name} side="vendor" />
            <span>
              {may.setRoles ? (
                <Link className="member-link" to={`/workspace/members/${member.id}`}>
                  <b>{member.name}</b>
                </Link>
              ) : (
                <b>{member.name}</b>
              )}
              <small>{member.email}</small>
            </span>
            <span className="tags">
              {member.roles.map((role) => (
                <Tag key={role}>{role}</Tag>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {may.add && (
        <>
          <h2>Add a member</h2>
          <Panel>
            <Form
              key={members.length}
              idempotencyKey={keyFor('add-member')}
              intent="add-member"
              reply={replyTo(reply, 'add-member')}
            >
              <div className="fields">
                <TextField name="name" label="Name" width="half" autoComplete="off" maxLength={200} />
                <TextField name="email" label="Email" type="email" width="half" autoComplete="off" />
                <CheckGroup
                  name="roles"
                  legend="Roles"
                  options={memberRoles.map((role) => ({ value: role, label: roleWords[role] }))}
                />
              </div>
              <div className="acts">
                <SubmitButton busyText="Sending…">Add member</SubmitButton>
              </div>
            </Form>
          </Panel>
        </>
      )}
      {may.setCode && <CodeOnNewDevices idempotencyKey={keyFor('set-code-on-new-devices')} isOn={codeOnNewDevices} />}
    </div>
  )
}
