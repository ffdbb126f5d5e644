import { describe, expect, it } from 'vitest'
import * as daily from './daily.tsx'
import * as invitation from './invitation.tsx'
import { both, holds, link } from '#tests/samples/email-words.ts'
import { subjectLine } from './parts/sentence-words.ts'
import { renderEmail } from './render-email.ts'
import * as memberAdded from './member-added.tsx'
import * as securityNotice from './security-notice.tsx'
import * as signInCode from './sign-in-code.tsx'
import * as signIn from './sign-in.tsx'
import type { DailyProps } from './words/daily-words.ts'
import type { InvitationProps } from './words/invitation-words.ts'

/** A day within the year of every date below. */
const sentOn = '2026-05-20'

describe('emails say their facts and lead to their link, as HTML and as text', () => {
  const invite: InvitationProps = {
    workspace: 'Brightline',
    inviter: 'Mara Keller',
    inviterTitle: 'Account executive',
    inviterCompany: 'Brightline',
    personalLine: null,
    name: 'Priya Raman',
    account: 'Halden Foods',
    project: 'Faster month-end close',
    participantRole: 'champion',
    sentOn,
    liveOn: '2026-09-15',
    winStatement: 'We closed the books in one day.',
    firstTask: { title: 'Send the contract to Legal', doBy: '2026-06-11', expected: null, isOwn: true },
    validFor: '9 days',
    link,
  }
  it('invitation', async () => {
    await holds(<invitation.Invitation {...invite} />, [
      'Mara Keller invited you to the go-live plan for 15 September',
      'We closed the books in one day',
      'Send the contract to Legal, due Thursday, 11 June',
      'for you only. It works for 9 days',
    ])
    expect(invitation.subject(invite)).toBe(
      'Mara Keller invited you to the go-live plan for 15 September: Faster month-end close',
    )
  })
  it('invitation, signed by its inviter, whose own words are quoted', async () => {
    await holds(<invitation.Invitation {...invite} personalLine="As we said on the phone." />, [
      '“As we said on the phone.”',
      'Mara Keller',
      'Account executive, Brightline',
    ])
    const { words } = await both(<invitation.Invitation {...invite} inviterTitle={null} />)
    expect(words).toContain('Mara Keller Brightline')
    expect(words).not.toContain('“”')
  })
  it('shows the workspace’s logo beside its name, where it has one', async () => {
    const logo = 'https://plans.example/logos/1.2'
    const { html } = await renderEmail(<invitation.Invitation {...invite} />, { logo })
    expect(html).toMatch(/<img[^>]*src="https:\/\/plans\.example\/logos\/1\.2"/)
    expect((await renderEmail(<invitation.Invitation {...invite} />)).html).not.toContain('<img')
  })
  it('shows the customer’s logo beside the workspace’s name, told by the customer’s name', async () => {
    const customer = { name: 'Halden Foods', logo: 'https://plans.example/logos/1.3' }
    const { html, text } = await renderEmail(<invitation.Invitation {...invite} />, { customer })
    expect(html).toMatch(/<img[^>]*alt="Halden Foods"[^>]*src="https:\/\/plans\.example\/logos\/1\.3"/)
    expect(text).not.toContain('/logos/')
  })
  it('invitation without a task says nothing about one', async () => {
    const { text } = await both(<invitation.Invitation {...invite} firstTask={null} participantRole="viewer" />)
    expect(text).not.toContain('first task')
  })
  it('invitation of a champion says what the side begins with', async () => {
    const firstTask = { title: 'Contract at Legal', doBy: '2026-06-11', expected: null, isOwn: false }
    const { text } = await both(<invitation.Invitation {...invite} firstTask={firstTask} />)
    expect(text).toContain('The first task on your side: Contract at Legal, due Thursday, 11 June.')
    const late = await both(<invitation.Invitation {...invite} sentOn="2026-06-12" firstTask={firstTask} />)
    expect(late.text).toContain('Contract at Legal, was due Thursday, 11 June.')
    const draft = { ...firstTask, expected: '2026-06-15' }
    const { text: early } = await both(<invitation.Invitation {...invite} sentOn="2026-06-12" firstTask={draft} />)
    expect(early, 'nothing is due before the plan is agreed').toContain(
      'Contract at Legal, expected by Monday, 15 June.',
    )
    expect(early).not.toContain('due')
  })
  it('member-added says who, and that it is a link to sign in', async () => {
    const props = { workspace: 'Brightline', name: 'Lena Fors', by: 'Mara Keller', validFor: '14 days', link }
    await holds(<memberAdded.MemberAdded {...props} />, ['Mara Keller added you to Brightline’s workspace', '14 days'])
    expect(memberAdded.subject(props)).toBe('Mara Keller added you to Brightline’s workspace: your link to sign in')
    expect(memberAdded.subject({ ...props, by: null })).toBe('Brightline’s workspace is ready: your link to sign in')
  })
  it('security-notice says what happened, and where to look', async () => {
    const props = {
      workspace: 'Brightline',
      name: 'Lena Fors',
      title: 'Ana Lind signed you out',
      happened: 'Ana Lind, an admin of Brightline, signed you out on every device.',
      link,
    }
    await holds(<securityNotice.SecurityNotice {...props} />, ['Hi Lena,', 'Ana Lind, an admin', 'on every device'])
    await holds(<securityNotice.SecurityNotice {...props} button="See your passkeys" />, ['See your passkeys'])
    expect(securityNotice.subject(props)).toBe('Ana Lind signed you out: Brightline')
  })
  it('sign-in by the company’s provider, beside the link or alone', async () => {
    const props = { workspace: 'Brightline', name: 'Mara Keller', validFor: '15 minutes', link }
    const there = 'https://plans.example.com/sso/1/start'
    await holds(<signIn.SignIn {...props} signOn={{ required: false, link: there }} />, [
      'once and expires in 15 minutes',
      there,
    ])
    await holds(<signIn.SignIn {...props} signOn={{ required: true, link: there }} />, [
      'your company’s single sign-on',
    ])
  })
  it('sign-in', async () => {
    const props = { workspace: 'Brightline', name: 'Mara Keller', validFor: '30 minutes', link }
    await holds(<signIn.SignIn {...props} />, ['once and expires in 30 minutes', 'Hi Mara,'])
    expect(signIn.subject(props)).toContain('Brightline')
  })
  it('sign-in-code, in the email and not in its subject', async () => {
    const props = { workspace: 'Brightline', name: 'Mara Keller', code: '204981', works: '10 minutes' }
    const { html, text, words } = await both(<signInCode.SignInCode {...props} />)
    for (const form of [words, text]) expect(form).toContain('204981')
    expect(words).toContain('once and expires in 10 minutes')
    expect(signInCode.subject(props)).not.toContain('204981')
    expect(html, 'nothing to press: the page is open already').not.toContain('href="http')
  })
  it('daily names every plan, what waits and what is new', async () => {
    const first = {
      project: 'Close',
      other: 'Brightline',
      link,
      waiting: [{ title: 'Map the chart', doBy: '2026-07-22' }],
      news: ['Mara Keller moved Kick-off to 6 July.'],
    }
    const second = {
      project: 'Rollout',
      other: 'Brightline',
      link: 'https://plans.example/2',
      waiting: [],
      news: ['Done.'],
    }
    const choices = 'https://plans.example/emails/1'
    const props: DailyProps = {
      workspace: 'Brightline',
      name: 'Priya',
      on: '2026-06-17',
      plans: [first, second],
    }
    await holds(<daily.Daily {...props} />, ['Map the chart, due 22 July', 'moved Kick-off to 6 July', 'Rollout'])
    expect((await both(<daily.Daily {...props} />)).links).toContain('https://plans.example/2')
    const offering = await renderEmail(<daily.Daily {...props} />, { choices })
    for (const form of [offering.html, offering.text]) expect(form).toContain(choices)
    expect(daily.subject(props)).toBe('Due 22 July: Map the chart')
    const late = { title: 'Sign it', doBy: '2026-06-10', expected: '2026-06-19', why: 'late' } as const
    const next = { title: 'Map the chart', doBy: '2026-07-22', expected: '2026-07-01', why: 'next' } as const
    const told = { ...props, plans: [{ ...first, waiting: [late, next] }] } as const
    await holds(<daily.Daily {...told} />, [
      'Sign it, was due 10 June, now expected 19 June',
      'Map the chart, can start now, due 22 July',
    ])
    expect(daily.subject(told)).toBe('Was due 10 June: Sign it, and 1 more')
    const notYet = { ...props, plans: [{ ...first, waiting: [{ ...late, doBy: '2026-06-18' }] }] } as const
    await holds(<daily.Daily {...notYet} />, ['Sign it, due 18 June, now expected 19 June'])
    expect(daily.subject(notYet)).toBe('Due 18 June: Sign it')
    expect(daily.subject({ ...props, plans: [second] })).toBe('Done: Rollout')
  })
})

describe('the dark scheme', () => {
  it('holds nothing that is escaped, which would void its rules', async () => {
    const { html } = await both(<signIn.SignIn workspace="Brightline" name="Mara" validFor="15 minutes" link={link} />)
    const style = /<style>([^]*?)<\/style>/.exec(html)?.[1]
    expect(style).toContain('prefers-color-scheme: dark')
    expect(style).not.toMatch(/&\w+;/)
  })
})

describe('what people typed', () => {
  it('cannot break out of a subject', () => {
    expect(subjectLine('Close\r\nBcc: all@example.com')).toBe('Close Bcc: all@example.com')
    expect(subjectLine('a\u2028b\u0000c')).toBe('a b c')
    expect(Array.from(subjectLine('é'.repeat(400)))).toHaveLength(160)
  })
  it('cannot break out of the HTML', async () => {
    const { html } = await both(
      <signIn.SignIn workspace={'<img src=x onerror=alert(1)>'} name="<b>" validFor="1 hour" link={link} />,
    )
    expect(html).not.toContain('<img')
    expect(html).not.toContain('<b>')
  })
})

describe('the first line', () => {
  it('says what the reader can do, and stands beside the subject in a list of emails', async () => {
    const props = { workspace: 'Brightline', name: 'Mara Keller', validFor: '15 minutes', link }
    const { html, text } = await renderEmail(<signIn.SignIn {...props} />)
    const first = 'Sign in with the button below. The link works once and expires in 15 minutes.'
    expect(/data-skip-in-text="true"[^>]*>([^<]*)/.exec(html)?.[1]).toContain(first)
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    expect(lines.indexOf('Hi Mara,')).toBe(lines.indexOf(first) - 1)
  })
})
