import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '#app/kit/ids.ts'
import { throwAsPage } from '#app/runner/as-page.server.ts'
import { one, readForm } from '#app/runner/read-form.server.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { replyTo as replyToRefusal, submit } from '#app/runner/submit.server.ts'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { handOnChampion } from './commands/hand-on-champion.server.ts'
import { inviteParticipant } from './commands/invite-participant.server.ts'
import { nameConfirmer } from './commands/name-confirmer.server.ts'
import { removeParticipant } from './commands/remove-participant.server.ts'
import { setEntryDomains } from './commands/set-entry-domains.server.ts'
import { takeBackInvitation } from './commands/take-back-invitation.server.ts'
import { EntryDomainsForm } from './components/entry-domains-form.tsx'
import { InviteForm, participantRoles } from './components/invite-form.tsx'
import { ParticipantControls } from './components/participant-controls.tsx'
import { ParticipantsList } from './components/participants-list.tsx'
import { mayOnPlan, requirePlanPage, requirePlanViewer } from './guards.server.ts'
import { countOrRefuse } from './limits.server.ts'
import { mayEver } from './policy.ts'
import { getInvitePage } from './queries.server.ts'
import { retryAfterHeaders } from './retry-after.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: pageTitle(page ? `Invite to ${page.project}` : 'Invite') },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage(
    { request, context },
    'plans/:planId/invite',
    params['planId'],
    'Whoever leads the plan, on either side, invites people to it.',
  )
  const mayDo = await mayOnPlan({ context }, viewer)
  const may = {
    invite: mayDo('invite-participant'),
    remove: mayDo('remove-participant'),
    handOn: mayDo('hand-on-champion'),
    nameConfirmer: mayDo('name-confirmer'),
    takeBack: mayDo('take-back-invitation'),
    setDomains: mayDo('set-entry-domains'),
  }
  const page = await getInvitePage(context.parts, viewer)
  const isInvited = new URL(request.url).searchParams.has('invited')
  return { ...page, planId: viewer.planId, may, isInvited, formKey: newId() }
}

/** 429 says after how long it may be tried again. */
export const headers = retryAfterHeaders

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId, standings } = await requirePlanViewer({ request, context }, params['planId'])
  const values = await readForm(request).catch(throwAsPage)
  const order = { parts: context.parts, actor, scopeId: planId, values }
  const back = () => `/plans/${planId}/invite`
  switch (one(values, 'intent')) {
    case 'remove-participant':
      return submit(removeParticipant, order, back)
    case 'hand-on-champion':
      return submit(handOnChampion, order, back)
    case 'name-confirmer':
      return submit(nameConfirmer, order, back)
    case 'take-back-invitation':
      return submit(takeBackInvitation, order, back)
    case 'set-entry-domains':
      return submit(setEntryDomains, order, () => `${back()}#domains`)
    default:
      try {
        if (mayEver('invite-participant', standings))
          await countOrRefuse(context, [['invitation to a plan', planId]], {
            workspaceId: actor.workspaceId,
            person: actor,
          })
      } catch (error) {
        if (error instanceof Refusal) return replyToRefusal(error, values)
        throw error
      }
      return submit(inviteParticipant, order, () => `${back()}?invited`)
  }
}

/** Who may be chosen: the champion first while there is none. */
const rolesFor = (seats: readonly { role: string }[]) =>
  participantRoles.filter(({ value }) => value !== 'champion' || !seats.some((seat) => seat.role === 'champion'))

export default function InvitePage() {
  const { account, project, entryDomains, seats, planId, may, isInvited, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const keyFor = formKeys(formKey)
  const ofSeat = (id: string) =>
    reply && reply.status !== 'done' && reply.values['participantId'] === id ? reply : null
  return (
    <div className="stack">
      <PageHead title={`Invite people of ${account}`} eyebrow={<a href={`/plans/${planId}`}>{project}</a>} />
      {isInvited && !reply && <Notice tone="good">The invitation is on its way.</Notice>}
      {may.invite && (
        <Panel>
          <InviteForm
            key={seats.length}
            idempotencyKey={keyFor('invite-participant')}
            reply={replyTo(reply, 'invite-participant')}
            account={account}
            roles={rolesFor(seats)}
            cancelTo={`/plans/${planId}`}
          />
        </Panel>
      )}
      {seats.length > 0 && <h2>Who takes part</h2>}
      <ParticipantsList participants={seats}>
        {(id) => {
          const participant = seats.find((seat) => seat.id === id)
          return (
            participant && (
              <ParticipantControls participant={participant} keyFor={keyFor} may={may} reply={ofSeat(id)} />
            )
          )
        }}
      </ParticipantsList>
      {may.setDomains && (
        <section id="domains" aria-labelledby="domains-title" className="stack">
          <h2 id="domains-title">Colleagues by email domain</h2>
          <Panel>
            <EntryDomainsForm
              idempotencyKey={keyFor('set-entry-domains')}
              reply={replyTo(reply, 'set-entry-domains')}
              account={account}
              domains={entryDomains}
            />
          </Panel>
        </section>
      )}
    </div>
  )
}
