import { Link } from '@remix-run/react'
import { Panel } from '#app/ui/panel.tsx'
import { count, listWords } from '#app/ui/words.ts'
import { erasedName } from './model.ts'
import type { ErasurePage } from './queries.server.ts'

/** What erasing somebody takes away, what stays, and who hears of it: read before anything is done. */
export function ErasurePreview({ person, plans, openTasks, sheets, consents, waitingEmails }: ErasurePage) {
  const { kind, name, email } = person
  const successor = erasedName(person)
  return (
    <Panel className="erasure">
      <h2>What is erased</h2>
      <ul>
        <li>
          The name {name} and the address {email}, everywhere: tasks, activity, agreements, notes, sent emails and the
          security log say “{successor}” from then on.
        </li>
        <li>Job title, sessions, devices, links, codes{kind === 'member' ? ', API keys, single sign-on' : ''}.</li>
        <li>
          Emails to {name}
          {waitingEmails > 0 && `, ${count(waitingEmails, 'one', 'of them')} still waiting: they will not be sent`}; and
          the text of emails sent from this workspace to others, no matter who they are about.
        </li>
        {sheets > 0 && (
          <li>
            What {name} said in {count(sheets, 'sheet')} under “What we heard”.
          </li>
        )}
        {consents.length > 0 && (
          <li>
            The consent to a reference for {listWords(consents)}: it is taken back, since nobody could be asked any
            more. What was published until now was published with consent; nothing new may be.
          </li>
        )}
      </ul>
      <h2>What stays</h2>
      <ul>
        <li>
          What was done and agreed, and when, by “{successor}”: plans, checked-off tasks, agreements, the confirmed
          first win.
        </li>
        {openTasks > 0 && <li>{count(openTasks, 'open task')}, without an owner until somebody is named.</li>}
        <li>
          Texts that people wrote, where they mention the person by first name or nickname only. Look through these
          plans yourself{plans.length > 0 ? ':' : '.'}
          {plans.length > 0 && (
            <ul>
              {plans.map(({ id, title }) => (
                <li key={id}>
                  <Link className="text-link" to={`/plans/${id}`}>
                    {title}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </li>
        <li>Emails in the mailboxes of those who received them, and backups until they expire.</li>
      </ul>
      <h2>Who is notified</h2>
      <ul>
        <li>
          The activity of each plan that {name} still takes part in, and the security log, say that a person was erased.
        </li>
        {consents.length > 0 && <li>Marketing, by email, that the consent has ended.</li>}
        <li>
          Not {name}: no address is left to write to. Tell {name} yourself.
        </li>
      </ul>
    </Panel>
  )
}
