import type { ReactNode } from 'react'
import { planLinks } from '#app/kit/paths.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { formKeys } from '#app/ui/form-keys.ts'
import { Form } from '#app/ui/form.tsx'
import { Name } from '#app/ui/name.tsx'
import { quoted } from '#app/ui/name-words.ts'
import { Panel } from '#app/ui/panel.tsx'
import { WithdrawSituationForm } from '#app/value/situation/withdraw-situation-form.tsx'
import { ConsentLists } from './consent-lists.tsx'
import type { OwnRecord } from './own-record.ts'
import {
  agreedQuoteWords,
  askChampionWords,
  answeredOnWords,
  approvesUsesWords,
  confirmedChangeWords,
  consentWords,
  heardStateWords,
  onPlanLabel,
  ownRecordWords,
  winConfirmedOnWords,
} from './own-record-words.ts'

type Entry = {
  key: string
  plan: string
  /** The words that are recorded. */
  says: string | null
  state: string | null
  more?: string | null
  /** What belongs to it, in lists. */
  lists?: ReactNode
  /** Where it can be changed; null where there is nothing to change, or the plan can no longer be opened. */
  to: string | null
  act: string
  /** Why the person can't change it, and who can; null where they can. */
  fixed: string | null
  extra?: ReactNode
}

type SectionsProps = {
  record: Pick<OwnRecord, 'heard' | 'wins' | 'consents' | 'approves' | 'cards' | 'notes'>
  workspace: string
  formKey: string
  reply: FormReply | undefined
}

/** What is recorded and used about a participant, each with the page on which it can be changed. */
export function OwnRecordSections({ record, workspace, formKey, reply }: SectionsProps) {
  const { heard, wins, consents, approves, cards, notes } = record
  return (
    <>
      <Section
        title={ownRecordWords.heard}
        empty={ownRecordWords.noHeard}
        fine={ownRecordWords.drafts}
        entries={heard.map((sheet) => ({
          key: sheet.situationId,
          plan: sheet.plan,
          says: sheet.issue,
          state: heardStateWords(sheet, workspace),
          to:
            sheet.mayChange && sheet.state !== 'updating' ? planLinks(sheet.planId).situation(sheet.situationId) : null,
          act: ownRecordWords.change,
          fixed: fixedUnless(sheet.mayChange),
          extra: sheet.mayWithdraw && (
            <WithdrawSituationForm
              situationId={sheet.situationId}
              about={sheet.plan}
              vendor={workspace}
              keyFor={formKeys(formKey)}
              reply={reply}
              action={planLinks(sheet.planId).yourData}
            />
          ),
        }))}
      />
      <Section
        title={ownRecordWords.wins}
        empty={ownRecordWords.noWins}
        entries={wins.map((win) => ({
          key: win.id,
          plan: win.plan,
          says: quoted(win.statement),
          more: confirmedChangeWords(win),
          state: win.confirmedOn ? winConfirmedOnWords(win.confirmedOn) : null,
          to: win.mayChange ? (win.isFirst ? planLinks(win.planId).win : planLinks(win.planId).results) : null,
          act: ownRecordWords.correct,
          fixed:
            win.champion === null ? fixedUnless(win.mayChange) : win.mayChange ? null : askChampionWords(win.champion),
        }))}
      />
      <Section
        title={ownRecordWords.consents}
        empty={ownRecordWords.noConsents}
        entries={[
          ...consents.map((consent) => ({
            key: consent.planId,
            plan: consent.plan,
            says: consentWords(consent),
            state: consent.answeredOn ? answeredOnWords(consent.answeredOn) : null,
            more: consent.answer === 'agreed' && consent.quote ? agreedQuoteWords(consent.quote) : null,
            to: consent.mayChange ? planLinks(consent.planId).reference : null,
            lists: <ConsentLists consent={consent} />,
            act: ownRecordWords.changeConsent,
            fixed: fixedUnless(consent.mayChange),
          })),
          ...approves.map(({ planId, plan }) => ({
            key: `${planId}:approves`,
            plan,
            says: approvesUsesWords(workspace),
            state: ownRecordWords.approverChange,
            to: null,
            act: '',
            fixed: null,
          })),
        ]}
      />
      <Section
        title={ownRecordWords.cards}
        empty={ownRecordWords.noCards}
        entries={[
          ...cards.map((card) => ({
            key: `${card.planId}:card`,
            plan: card.plan,
            says: cardSays(card),
            state: null,
            to: card.mayChange ? planLinks(card.planId).card : null,
            act: ownRecordWords.seeCard,
            fixed: fixedUnless(card.mayChange),
            extra:
              card.mayLeave &&
              (card.hasLeft ? (
                <Form
                  idempotencyKey={`${formKey}:return-to-card:${card.planId}`}
                  intent="return-to-card"
                  action={planLinks(card.planId).yourData}
                  reply={replyTo(reply, 'return-to-card')}
                >
                  <SubmitButton tone="plain" busyText={ownRecordWords.puttingBack}>
                    {ownRecordWords.putBack}
                  </SubmitButton>
                </Form>
              ) : (
                <Form
                  idempotencyKey={`${formKey}:leave-card:${card.planId}`}
                  intent="leave-card"
                  action={planLinks(card.planId).yourData}
                  reply={replyTo(reply, 'leave-card')}
                >
                  <SubmitButton tone="plain" busyText={ownRecordWords.removingName}>
                    {ownRecordWords.removeName}
                  </SubmitButton>
                </Form>
              )),
          })),
          ...notes.map((note) => ({
            key: `${note.planId}:note`,
            plan: note.plan,
            says: note.isShared ? ownRecordWords.noteShared : ownRecordWords.noteNotShared,
            state: null,
            to: note.mayChange ? planLinks(note.planId).note : null,
            act: ownRecordWords.seeNote,
            fixed: fixedUnless(note.mayChange),
          })),
        ]}
      />
    </>
  )
}

const cardSays = ({ isShared, hasLeft }: OwnRecord['cards'][number]): string => {
  if (hasLeft) return ownRecordWords.cardLeft
  return isShared ? ownRecordWords.cardShared : ownRecordWords.cardNotShared
}

const fixedUnless = (mayChange: boolean) => (mayChange ? null : ownRecordWords.closed)

type SectionProps = { title: string; empty: string; fine?: string; entries: readonly Entry[] }

function Section({ title, empty, fine, entries }: SectionProps) {
  return (
    <Panel className="own-record">
      <h2>{title}</h2>
      {entries.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <ul>
          {entries.map(({ key, plan, says, state, more, lists, to, act, fixed, extra }) => (
            <li key={key}>
              <p className="eyebrow">
                <Name>{plan}</Name>
              </p>
              {says && <p dir="auto">{says}</p>}
              {more && <p dir="auto">{more}</p>}
              {lists}
              {state && <p className="fine">{state}</p>}
              {fixed !== null && !to && <p className="fine">{fixed}</p>}
              {(to || extra) && (
                <div className="acts no-print">
                  {to && (
                    <ButtonLink to={to} label={onPlanLabel(act, plan)}>
                      {act}
                    </ButtonLink>
                  )}
                  {extra}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {fine && <p className="fine">{fine}</p>}
    </Panel>
  )
}
