import { planLinks } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { AskFirst } from '#app/ui/ask-first.tsx'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import type { KeyFor } from '#app/ui/form-keys.ts'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { capital } from '#app/ui/name-words.ts'
import { Notice } from '#app/ui/notice.tsx'
import {
  ageWords,
  boardStateHints,
  boardStateWords,
  contradictionWords,
  groupWords,
  nextActWords,
  ownerWords,
} from '../board/board-words.ts'
import type { NextAct } from '../board/board-state.ts'
import type { ReferenceRow } from '../board/reference-row.ts'
import { Contact } from '../board/contact.tsx'
import { targetTag } from '../reference-words.ts'
import { askForLogoSays, askSays, overviewWords } from './overview-words.ts'

type Props = {
  row: ReferenceRow
  today: string
  planId: string
  may: { ask: boolean; askForLogo: boolean; take: boolean; profile: boolean; write: boolean; note: boolean }
  keyFor: KeyFor
  reply: FormReply | null | undefined
}

/** Where on the page the next thing is done. */
const anchors: Partial<Record<NextAct, string>> = { use: '#use' }

/** How far a win has come as a reference, who has it, and what is next. */
export function ReferenceProgress({ row, planId, may, keyFor, reply }: Props) {
  const { next, contact } = row
  const words = nextActWords[next]
  const isAsking = next === 'ask' || next === 'ask again'
  const isOfLogo = next === 'get the logo'
  const asked = replyTo(reply, 'ask-for-reference')
  const askedForLogo = replyTo(reply, 'ask-for-logo')
  return (
    <>
      <p>
        <b className="strong">{boardStateWords[row.state]}</b> <span>{ageWords(row.age)}</span>
      </p>
      <p>{boardStateHints[row.state]}</p>
      {row.contradictions.length > 0 && (
        <Notice tone="must">{contradictionWords(row.contradictions, row.measured, row.unit)}</Notice>
      )}
      <ul className="reference-facts">
        <li>{capital(targetTag(row))}</li>
        <li>{ownerWords(row.owner)}</li>
        <li dir="auto">{contact ? <Contact of={contact} /> : overviewWords.noContact}</li>
        <li>
          {groupWords(row) || overviewWords.noGroup}{' '}
          {may.profile && (
            <PageLink className="text-link" to={planLinks(planId).accountProfile}>
              {overviewWords.profile}
            </PageLink>
          )}
        </li>
      </ul>
      <div className="acts" id={isOfLogo ? 'get-the-logo' : undefined}>
        {isAsking && words !== null && may.ask && contact && (
          <AskFirst text={words} about={contact.name} says={askSays(contact.name)} reply={asked}>
            <Form idempotencyKey={keyFor('ask-for-reference')} intent="ask-for-reference" reply={asked}>
              <SubmitButton>{overviewWords.sendQuestion}</SubmitButton>
            </Form>
          </AskFirst>
        )}
        {isOfLogo && words !== null && may.askForLogo && contact && (
          <AskFirst text={words} about={contact.name} says={askForLogoSays(contact.name)} reply={askedForLogo}>
            <Form idempotencyKey={keyFor('ask-for-logo')} intent="ask-for-logo" reply={askedForLogo}>
              <SubmitButton>{overviewWords.sendQuestion}</SubmitButton>
            </Form>
          </AskFirst>
        )}
        {!isAsking &&
          !isOfLogo &&
          words !== null &&
          (next === 'use' ? may.note && !row.limits.approverLeft : may.write) && (
            <ButtonLink to={anchors[next] ?? '#write'} tone="main">
              {words}
            </ButtonLink>
          )}
        {may.take && (
          <Form
            idempotencyKey={keyFor('take-reference')}
            intent="take-reference"
            reply={replyTo(reply, 'take-reference')}
          >
            <SubmitButton tone="plain">{overviewWords.take}</SubmitButton>
          </Form>
        )}
      </div>
    </>
  )
}
