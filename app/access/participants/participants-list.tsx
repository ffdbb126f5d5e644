import type { ReactNode } from 'react'
import { roleName } from '#app/policy/role-name-words.ts'
import type { PersonReach } from './invitation-state.ts'
import { reachWords } from './reach-words.ts'
import { Avatar, Tag } from '#app/ui/marks.tsx'
import { invitedByWords, notAcceptedWords, participantTags } from './invite-words.ts'

export type ParticipantRow = {
  id: string
  name: string
  email: string
  role: string
  joined: boolean
  /** How the person came to the plan. */
  cameBy?: string
  mayConfirm?: boolean
  /** Whether the champion has still to accept the person. */
  waits?: boolean
  invitedBy?: string | null
  /** Whether the address shows no company: anyone can have one there. */
  personalAddress?: boolean
  reach?: PersonReach | undefined
}

type Props = {
  participants: readonly ParticipantRow[]
  /** The reader's day, `YYYY-MM-DD`. */
  today: string
  /** The champion's name, for whose word some wait. */
  champion?: string | undefined
  /** What can be changed about one. */
  children?: (id: string) => ReactNode
}

/** Whether emails reach a person; what stops them is no small print. */
function ReachLine({ name, reach, today }: { name: string; reach: PersonReach; today: string }) {
  const says = reachWords(name, reach, today)
  if (says === null) return null
  return reach.blocked ? <strong className="unreached">{says}</strong> : <small>{says}</small>
}

/** Participants already, beside the form that invites more. */
export function ParticipantsList({ participants, today, champion, children }: Props) {
  if (participants.length === 0) return null
  return (
    <ul className={children ? 'people in-two' : 'people'}>
      {participants.map((participant) => (
        <li key={participant.id}>
          <Avatar name={participant.name} side="customer" />
          <span>
            <b dir="auto">{participant.name}</b>
            <small>{participant.email}</small>
            {participant.invitedBy && <small>{invitedByWords(participant.invitedBy)}</small>}
            {participant.reach && <ReachLine name={participant.name} reach={participant.reach} today={today} />}
          </span>
          <span className="tags">
            <Tag>{roleName(participant.role)}</Tag>
            {participant.mayConfirm && <Tag>{participantTags.canConfirm}</Tag>}
            {participant.waits && <Tag>{notAcceptedWords(champion)}</Tag>}
            {participant.personalAddress && <Tag>{participantTags.personalAddress}</Tag>}
            {!participant.joined && <Tag>{participantTags.invited}</Tag>}
            {participant.cameBy === 'domain' && <Tag>{participantTags.joinedByDomain}</Tag>}
          </span>
          {children && <div className="people-acts">{children(participant.id)}</div>}
        </li>
      ))}
    </ul>
  )
}
