import type { RateLimitName } from '#app/kit/rate-limits.ts'
import { roleNameList } from '#app/policy/role-name-words.ts'
import { count } from '#app/ui/amount-words.ts'
import { factsWords } from '#emails/parts/list-words.ts'
import type { PasskeyRefusal } from '../security-log/passkey-refusals.ts'
import type { SignOnRefusal } from '../security-log/sign-on-refusals.ts'
import type { LinkRefusal, ProofLink, ProofWay, ShownDetail } from '../security-log/security-detail.ts'
import { kindWords } from '../security-log/security-kind-words.ts'

const proofLinks: Record<ProofLink, string> = {
  'sign-in': 'sign-in link',
  invitation: 'invitation link',
  return: 'return link',
  entry: 'link for an email domain',
  demo: 'demo link',
  code: 'code sent by email',
}

const proofWays: Record<ProofWay, string> = { passkey: 'passkey', 'single sign-on': 'single sign-on' }

const signOnRequired = 'the workspace requires single sign-on'
const usedBefore = 'this sign-in was used before'

const linkRefusals: Record<LinkRefusal, string> = {
  used: 'the link was used before',
  expired: 'the link has expired',
  revoked: 'the link was withdrawn',
  'sign-on': signOnRequired,
  unknown: 'there is no such link',
}

const passkeyRefusals: Record<PasskeyRefusal, string> = {
  'took too long': 'it took too long',
  'used already': usedBefore,
  'not ours': 'the passkey belongs to no workspace',
  unknown: 'the passkey was removed',
  'another workspace': 'the passkey belongs to another workspace',
  'not right': 'the passkey could not be verified',
  'counted back': 'the passkey may have been copied',
  'sign-on': signOnRequired,
}

const signOnRefusals: Record<SignOnRefusal, string> = {
  'no provider': 'no provider is set up',
  'provider down': 'the provider did not respond',
  cancelled: 'it was cancelled',
  'started elsewhere': 'it was started in another browser or took too long',
  'no cookies': 'the browser sent no cookie',
  'used already': usedBefore,
  'answer not right': 'the provider’s answer was not valid',
  'address not verified': 'the provider has not verified the email address',
  'another account': 'the member uses another account',
  'not a member': 'the account belongs to no member',
}

const limits: Record<RateLimitName, string> = {
  'link from a network': 'sign-in links from one network',
  'link to an address from a network': 'sign-in links to one address',
  'link to a plan from a network': 'sign-in links to one plan',
  'sign-on email to an address': 'emails about single sign-on to one address',
  'stranger entering a plan': 'new people who join one plan by email domain',
  'continue from a network': 'opened links from one network',
  'sign-on from a network': 'single sign-on from one network',
  'passkey from a network': 'passkeys from one network',
  'shared page from a network': 'shared pages opened from one network',
  'choices of emails from a network': 'choices of emails opened from one network',
  'code from a network': 'codes from one network',
  'fault from a network': 'browser errors from one network',
  'wrong key from a network': 'wrong API keys from one network',
  'calendar from a network': 'calendars from one network',
  'reply by a person': 'replies by email by one person',
  'wrong signature from a network': 'messages with a wrong signature from one network',
  'invitation to a plan by a person': 'invitations to one plan by one person',
  'provider test by a person': 'tests of the provider by one person',
  'note from a network': 'entries of this log from one network',
  'note from outside': 'entries of this log by people who are not signed in',
  'note of a limit': 'entries about limits',
  'computation by a person': 'previews and forecasts by one person',
  'copy of personal data by a person': 'copies of personal data by one person',
  'file by a person': 'added files by one person',
  'schedule by a key': 'schedules computed for one API key',
}

const requirements = { yes: 'required', no: 'not required', removed: 'removed' }

const secrets = { new: 'new secret', kept: 'same secret' }

/** The text for a stored value; the log is append-only, so it may contain values that the code no longer writes. */
const known = (texts: Readonly<Record<string, string>>, value: string): string =>
  Object.hasOwn(texts, value) ? (texts[value] ?? value) : value

const whyOf: Record<ProofWay, Readonly<Record<string, string>>> = {
  passkey: passkeyRefusals,
  'single sign-on': signOnRefusals,
}

const isProofWay = (how: string | null | undefined): how is ProofWay => how === 'passkey' || how === 'single sign-on'

const roles = (value: string): string => roleNameList(value.split(', '))

type Stored = Readonly<Record<string, string | null>>

const facts: Record<ShownDetail, (value: string, detail: Stored) => string> = {
  account: (account) => `account: ${account}`,
  after: (value) => `new role: ${roles(value)}`,
  again: () => 'again',
  before: (value) => `old role: ${roles(value)}`,
  by: (by) => `done by: ${by}`,
  'code on new devices': (asked) => `code on new devices: ${asked}`,
  comments: (n) => count(Number(n), 'comment'),
  count: (n) => count(Number(n), 'entry', 'entries'),
  device: (device) => `device: ${device}`,
  devices: (n) => count(Number(n), 'device'),
  domains: (domains) => `email domains: ${domains}`,
  emails: (n) => count(Number(n), 'email'),
  entries: (n) => count(Number(n), 'entry', 'entries'),
  files: (n) => count(Number(n), 'file'),
  format: (format) => `format: ${format.toUpperCase()}`,
  from: (day) => `first day: ${day}`,
  how: (how) => `method: ${known(proofWays, how)}`,
  issuer: (issuer) => `provider: ${issuer}`,
  key: (key) => `key: ${key}`,
  kind: (kind) => `type: ${kindWords(kind)}`,
  limit: (limit) => `limit: ${known(limits, limit)}`,
  link: (link) => `method: ${known(proofLinks, link)}`,
  links: (n) => count(Number(n), 'link'),
  of: (of) => (of === 'themselves' ? 'of themselves' : 'of another person'),
  passkey: (passkey) => `passkey: ${passkey}`,
  person: (person) => `person: ${person}`,
  posts: (n) => count(Number(n), 'post to a channel', 'posts to channels'),
  receipts: (n) => count(Number(n), 'receipt'),
  required: (required) => known(requirements, required),
  role: (value) => `role: ${roles(value)}`,
  scopes: (scopes) => `scopes: ${scopes}`,
  secret: (secret) => known(secrets, secret),
  sessions: (n) => count(Number(n), 'session'),
  successor: (name) => `successor: ${name}`,
  through: (number) => `up to entry ${number}`,
  to: (day) => `last day: ${day}`,
  until: (until) => `valid until: ${until}`,
  what: (what) => what,
  who: (who) => who,
  why: (why, { how }) => `reason: ${known(isProofWay(how) ? whyOf[how] : linkRefusals, why)}`,
}

const isShown = (name: string): name is ShownDetail => Object.hasOwn(facts, name)

/** What is kept about an event, one fact after the other; ids and hashes say nothing to people and are left to the file. @param timeWords shows a moment in the reader's zone */
export const detailWords = (detail: Stored, timeWords: (at: Date) => string): string =>
  factsWords(
    Object.entries(detail).flatMap(([name, value]) => {
      if (!value || /Id$|^(hash|digests)$/.test(name)) return []
      const shown = isMoment(value) ? timeWords(new Date(value)) : value
      return [isShown(name) ? facts[name](shown, detail) : `${name}: ${shown}`]
    }),
  )

/** Whether a value is a moment as `toISOString` writes it. */
const isMoment = (value: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)
