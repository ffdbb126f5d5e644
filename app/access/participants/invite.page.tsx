import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { participantRoles } from '#app/policy/roles.ts'
import { newId } from '#app/kit/ids.ts'
import { paths, planLinks } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { ChampionGone } from './champion-gone.tsx'
import { ChampionProposal } from './champion-proposal.tsx'
import { EntryDomainsForm } from './entry-domains-form.tsx'
import { InviteForm } from './invite-form.tsx'
import { invitedWords, invitePageWords, invitePeopleWords } from './invite-words.ts'
import { ParticipantControls } from './participant-controls.tsx'
import { ParticipantsList } from './participants-list.tsx'
import { PlanLink } from './plan-link.tsx'
import { mayOnPlan, requirePlanPage, requirePlanViewer } from '../core/require-viewer.server.ts'
import { countInvitations } from './count-invitations.server.ts'
import { inviteInput, invitedPeople } from '../model.ts'
import { type CommandName, sideOf } from '#app/policy/policy.ts'
import { getInvitePage } from './participant-queries.server.ts'
import { peopleNewsWords } from './participant-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: pageTitle(invitePageWords.title, page?.project) },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage(
    { request, context },
    'plans/:planId/invite',
    params['planId'],
    invitePageWords.teamOnly,
  )
  const mayDo = mayOnPlan(viewer)
  const may = {
    invite: mayDo('invite-participant'),
    remove: mayDo('remove-participant'),
    accept: mayDo('accept-participant'),
    nameConfirmer: mayDo('name-confirmer'),
    withdraw: mayDo('take-back-invitation'),
    sendAgain: mayDo('send-invitation-again'),
    agree: mayDo('agree-to-champion'),
    complete: mayDo('complete-champion'),
    decline: mayDo('decline-champion'),
    setDomains: mayDo('set-entry-domains'),
  }
  const page = await getInvitePage(context.parts, viewer)
  const isChampion = viewer.standings.has('champion')
  const role = {
    // Before a champion has joined the vendor chooses; afterwards an admin can only propose.
    handOn: mayDo('hand-on-champion') && (isChampion || !page.championJoined),
    propose: mayDo('propose-champion') && page.championJoined && !page.proposal,
    chooseFirst: !page.championJoined,
  }
  return {
    ...page,
    planId: viewer.planId,
    planUrl: new URL(paths.plan(viewer.planId), context.parts.environment.appUrl).href,
    side: sideOf(viewer.actor),
    isChampion,
    may: { ...may, ...role },
    formKey: newId(),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId, standings, emailsAreHeld } = await requirePlanViewer({ request, context }, params['planId'])
  const links = planLinks(planId)
  const back = () => links.invite
  const sent = { path: links.invite, says: invitedWords(1, emailsAreHeld) }
  const countOne = (command: CommandName) => async () => {
    await countInvitations(context, { actor, standings, planId }, command, 1)
    return undefined
  }
  return dispatch(
    request,
    { context, actor, scopeId: planId },
    {
      'invite-participant': {
        before: async (values) => {
          const asked = inviteInput.safeParse(values)
          const many = asked.success ? invitedPeople(asked.data).length : 0
          await countInvitations(context, { actor, standings, planId }, 'invite-participant', many)
          return undefined
        },
        then: ({ participantIds }) => ({
          path: links.invite,
          says: invitedWords(participantIds.length, emailsAreHeld),
        }),
      },
      'send-invitation-again': { before: countOne('send-invitation-again'), then: () => sent },
      'send-to-other-address': { before: countOne('send-to-other-address'), then: () => sent },
      'remove-participant': { then: back },
      'accept-participant': { then: back },
      'propose-champion': { then: back },
      'agree-to-champion': { then: back },
      'name-next-champion': { then: back },
      'decline-champion': { then: back },
      'complete-champion': { then: back },
      // A champion who hands over the role can no longer invite anyone.
      'hand-on-champion': { then: () => (standings.has('champion') ? links.plan : links.invite) },
      'name-confirmer': { then: back },
      'take-back-invitation': { then: back },
      'set-entry-domains': { then: back },
    },
  )
}

/** Who may be chosen: the champion first while there was none. */
const rolesFor = (seats: readonly { role: string }[], championJoined: boolean) => {
  const hasChampion = championJoined || seats.some((seat) => seat.role === 'champion')
  return participantRoles.filter((role) => role !== 'champion' || !hasChampion)
}

export default function InvitePage() {
  const page = useLoaderData<typeof loader>()
  const { account, project, entryDomains, seats, today, proposal, gone, planId, planUrl, side, may, formKey } = page
  const reply = useActionData<typeof action>()
  const keyFor = formKeys(formKey)
  const champion = seats.find(({ role }) => role === 'champion')?.name
  return (
    <div className="stack">
      <PageHead title={invitePeopleWords(account)} eyebrow={<PageLink to={paths.plan(planId)}>{project}</PageLink>} />
      {may.invite && (
        <Panel>
          <InviteForm
            key={seats.length}
            idempotencyKey={keyFor('invite-participant')}
            reply={replyTo(reply, 'invite-participant')}
            account={account}
            roles={rolesFor(seats, page.championJoined)}
            cancelTo={paths.plan(planId)}
          />
        </Panel>
      )}
      {gone && <ChampionGone gone={gone} keyFor={keyFor} reply={reply} />}
      {proposal && (
        <ChampionProposal
          proposal={proposal}
          champion={champion ?? null}
          may={may}
          declineText={side === 'vendor' ? invitePageWords.withdrawProposal : peopleNewsWords.object}
          keyFor={keyFor}
          reply={reply}
        />
      )}
      {seats.length > 0 && <h2>{invitePageWords.participants}</h2>}
      {may.invite && seats.length > 0 && <PlanLink url={planUrl} />}
      <ParticipantsList participants={seats} today={today} champion={champion}>
        {(id) => {
          const participant = seats.find((seat) => seat.id === id)
          return (
            participant && <ParticipantControls participant={participant} keyFor={keyFor} may={may} reply={reply} />
          )
        }}
      </ParticipantsList>
      {may.setDomains && (
        <section aria-labelledby="domains-title" className="stack">
          <h2 id="domains-title">{invitePageWords.byDomain}</h2>
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
