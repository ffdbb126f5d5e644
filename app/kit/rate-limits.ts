export type RateLimit = {
  /** This many are allowed … */
  most: number
  /** … within this many seconds of the first. */
  seconds: number
}

const quarter = 15 * 60
const hour = 60 * 60

/**
 * How often things may be asked for and tried. A network is one IPv4 address or one /64 of IPv6: behind it may sit a whole company,
 * so its limits only stop machines. What anyone may ask for is counted by network too, so that no one elsewhere can use up what a
 * plan's people or the owner of an address need; what is really sent to one mailbox is bounded by links that wait
 * to be used (`sign-in/link-pause.ts`).
 */
export const rateLimits = {
  'link from a network': { most: 300, seconds: quarter },
  /** No one needs more links. */
  'link to an address from a network': { most: 8, seconds: quarter },
  /** A customer's whole project team may sign in on one morning. */
  'link to a plan from a network': { most: 60, seconds: quarter },
  /** Emails that name a company's own sign-in, which has no link that ends: any of them leads there. */
  'sign-on email to an address': { most: 4, seconds: quarter },
  /**
   * Addresses of a plan's domain that were never written to, asked for from networks that none of its participants signed in from:
   * how many more mailboxes strangers may have written to. No one else is counted here.
   */
  'stranger entering a plan': { most: 200, seconds: quarter },
  /** Secrets have 256 bits, so this guards the database and not the secrets. */
  'continue from a network': { most: 300, seconds: quarter },
  /** Starting and returning count alike, and each makes us ask the provider of a workspace, which we must not flood. */
  'sign-on from a network': { most: 400, seconds: quarter },
  /** Signatures cannot be guessed, so this guards the database too; a whole company may sign in on one morning. */
  'passkey from a network': { most: 300, seconds: quarter },
  /** What a customer shares by a link: a whole company may open it on the day that it is announced. */
  'shared page from a network': { most: 600, seconds: quarter },
  'choices of emails from a network': { most: 300, seconds: quarter },
  /** Each code has five tries of its own; this bounds how many codes are tried from one place. */
  'code from a network': { most: 100, seconds: quarter },
  /** Faults that browsers report; a loop must not fill the log. */
  'fault from a network': { most: 60, seconds: hour },
  /** Wrong keys alone are counted: a program that holds a right one is never slowed down here. */
  'wrong key from a network': { most: 100, seconds: quarter },
  /** Calendar programs ask every hour or so, and a whole company may ask from one address. */
  'calendar from a network': { most: 600, seconds: quarter },
  /** Answers by email: a person writes a few, a loop many. */
  'reply by a person': { most: 30, seconds: hour },
  'wrong signature from a network': { most: 100, seconds: quarter },
  /** Plans live with a dozen people; more invitations than this are a mistake or an abuse of our sender's name. */
  'invitation to a plan by a person': { most: 40, seconds: hour },
  /** Each makes us ask an address that someone typed. */
  'provider test by a person': { most: 20, seconds: hour },
  /** Lines in a workspace's security log that someone writes who is not signed in, by network and altogether. */
  'note from a network': { most: 10, seconds: hour },
  'note from outside': { most: 200, seconds: hour },
  /** Reaching a limit is logged once an hour for the same cause. */
  'note of a limit': { most: 1, seconds: hour },
  /** Previews, forecasts and what-ifs that the server computes: a person who types fast needs one a second. */
  'computation by a person': { most: 240, seconds: 4 * 60 },
  /** Everything that is kept about someone, read and written out; an admin may answer a whole team's requests. */
  'copy of personal data by a person': { most: 60, seconds: hour },
  /** Files that someone adds to tasks, each up to `bounds.upload`. */
  'file by a person': { most: 100, seconds: hour },
  /** A schedule that is computed for a program, whatever its size. */
  'schedule by a key': { most: 120, seconds: 60 },
} as const satisfies Record<string, RateLimit>

export type RateLimitName = keyof typeof rateLimits

export type RateLimits = {
  /**
   * Counts one more of this kind for this key, or `many` at once, across all processes. If not all of several fit, none is
   * counted.
   * @returns the seconds to wait where the limit is exceeded, else 0
   */
  count(name: RateLimitName, key: string, many?: number): Promise<number>
}
