import type { ReactNode } from 'react'
import type { PlanLinks } from '#app/kit/paths.ts'
import { termLabels, targetDateLabel } from '#app/plan/core/terms-words.ts'
import { firstWinTitle } from '#app/plan/core/goal-name-words.ts'
import { roleNameList } from '#app/policy/role-name-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import { Avatar, Tag } from '#app/ui/marks.tsx'
import { PageLink } from '#app/ui/page-link.tsx'
import { CapabilityProgress } from '../sold/capability-progress.tsx'
import { serviceFactsWords, serviceName } from '../sold/service-words.ts'
import { capabilityFactWords, mismatchWords } from '../sold/sold-words.ts'
import type { SoldView } from '../sold/sold-view.ts'
import type { TeamMember } from '../lead/handoff-view.ts'
import type { Brief } from './brief-of.ts'
import { briefPersonWords, briefWords, promisedWords } from './brief-words.ts'

type SectionProps = { title: string; children: ReactNode }

/** One part of the brief, under its heading. */
export function BriefSection({ title, children }: SectionProps) {
  return (
    <section className="panel brief-part" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** How the plan stands, by when the customer needs it and why, and the first win. */
export function AtAGlance({ brief, today }: { brief: Brief; today: string }) {
  const { state, headline, criticalDate, criticalReason, ifMissed, win } = brief
  return (
    <BriefSection title={briefWords.atAGlance}>
      <dl className="brief-facts">
        <Fact term={briefWords.now}>
          {headline}
          <small>{state}</small>
        </Fact>
        <Fact term={targetDateLabel}>
          {longDate(criticalDate, today)}
          <small dir="auto">{criticalReason ?? briefWords.noReason}</small>
        </Fact>
        {ifMissed !== null && (
          <Fact term={termLabels.ifMissed}>
            <span dir="auto">{ifMissed}</span>
          </Fact>
        )}
        <Fact term={firstWinTitle}>
          <span dir="auto">{win.statement ?? briefWords.notDefined}</span>
          {!('open' in win) && <small dir="auto">{briefWords.win(win)}</small>}
          <small>{briefWords.winBy(win.winBy, today)}</small>
          {!('open' in win) && <small dir="auto">{briefWords.announcedTo(win.announcedTo)}</small>}
        </Fact>
      </dl>
    </BriefSection>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Someone of the customer, with what was heard from them. */
export type BriefPerson = {
  id: string
  name: string
  role: string | null
  jobTitle: string | null
  /** How far what was heard has come, in words; null where the person is no key person. */
  heard: string | null
  isConfirmed: boolean
  sentences: readonly { lead: string; text: string }[]
}

type PeopleProps = { team: readonly TeamMember[]; people: readonly BriefPerson[]; account: string }

/** The people of both sides, and what each of the customer's said. */
export function BriefPeople({ team, people, account }: PeopleProps) {
  return (
    <BriefSection title={briefWords.people}>
      {team.length > 0 && (
        <>
          <h3>{briefWords.yours}</h3>
          <ul className="people">
            {team.map(({ id, name, jobTitle, roles }) => (
              <li key={id}>
                <Avatar name={name} side="vendor" />
                <span>
                  <b dir="auto">{name}</b>
                  <small dir="auto">{jobTitle ?? roleNameList(roles)}</small>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{briefWords.theirs(account)}</h3>
      {people.length === 0 && <p className="fine">{briefWords.noOneInvited}</p>}
      <ul className="people">
        {people.map(({ id, name, role, jobTitle, heard, isConfirmed, sentences }) => (
          <li key={id}>
            <Avatar name={name} side="customer" />
            <span>
              <b dir="auto">{name}</b>
              <small dir="auto">{briefPersonWords({ jobTitle, role })}</small>
            </span>
            <span className="tags">{heard !== null && <Tag tone={isConfirmed ? 'good' : 'plain'}>{heard}</Tag>}</span>
            {sentences.length > 0 && (
              <div className="sentences">
                {sentences.map(({ lead, text }) => (
                  <p key={lead}>
                    <b>{lead}</b> {text}
                  </p>
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
    </BriefSection>
  )
}

type SoldProps = { sold: Pick<SoldView, 'capabilities' | 'services' | 'today'>; links: PlanLinks }

/** What was sold: each capability with how far it has come and what does not fit, and the services. */
export function BriefSold({ sold: { capabilities, services, today }, links }: SoldProps) {
  return (
    <BriefSection title={briefWords.sold}>
      {capabilities.length === 0 && <p className="fine">{briefWords.nothingSold}</p>}
      <div className="capabilities">
        {capabilities.map((capability) => {
          const { id, need, why, internalNote, leftOut, mismatches } = capability
          return (
            <article key={id} aria-label={need}>
              <h3 dir="auto">
                <PageLink to={links.capability(id)}>{need}</PageLink>
              </h3>
              {why !== null && <p dir="auto">{why}</p>}
              {mismatches.length > 0 && (
                <p className="tags">
                  {mismatches.map((one) => (
                    <Tag key={one} tone="must">
                      {mismatchWords[one]}
                    </Tag>
                  ))}
                </p>
              )}
              <CapabilityProgress capability={capability} today={today} />
              {leftOut !== null && <p dir="auto">{capabilityFactWords.leftOut(leftOut)}</p>}
              {internalNote !== null && <p dir="auto">{capabilityFactWords.internal(internalNote)}</p>}
            </article>
          )
        })}
      </div>
      {services.length > 0 && (
        <dl className="brief-facts">
          {services.map((service) => (
            <Fact key={service.unit} term={serviceName(service.unit)}>
              {serviceFactsWords(service)}
            </Fact>
          ))}
        </dl>
      )}
    </BriefSection>
  )
}

/** The open tasks that someone promised for a day. */
export function BriefPromises({
  brief: { promised },
  today,
  links,
}: {
  brief: Brief
  today: string
  links: PlanLinks
}) {
  return (
    <BriefSection title={briefWords.promised}>
      {promised.length === 0 && <p className="fine">{briefWords.nothingPromised}</p>}
      <ul className="brief-list">
        {promised.map(({ id, title, owner, on, isBroken }) => (
          <li key={id}>
            <PageLink to={links.taskPage(id)} dir="auto">
              {title}
            </PageLink>{' '}
            <small>
              {promisedWords({ on, owner }, today)}
              {isBroken && (
                <>
                  {' '}
                  <Tag tone="must">{briefWords.missed}</Tag>
                </>
              )}
            </small>
          </li>
        ))}
      </ul>
    </BriefSection>
  )
}

/** What can go wrong, each with the way to settle it. */
export function BriefRisks({ brief: { risks } }: { brief: Brief }) {
  return (
    <BriefSection title={briefWords.risks}>
      {risks.length === 0 && <p className="fine">{briefWords.noRisks}</p>}
      <ul className="brief-list">
        {risks.map(({ text, path }) => (
          <li key={text}>
            <PageLink to={path} dir="auto">
              {text}
            </PageLink>
          </li>
        ))}
      </ul>
    </BriefSection>
  )
}
