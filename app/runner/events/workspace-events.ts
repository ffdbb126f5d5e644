import { defineEvent } from './define-event.ts'
import { number, region, text, texts, weekdays, yesOrNo } from './values.ts'

/** The subject is the workspace, by its name. */
export const workspaceEvents = {
  'workspace changed': defineEvent(
    'both',
    {},
    { name: text, timeZone: text, domains: texts, accent: text, codeOnNewDevices: yesOrNo },
  ),
  /** The addresses of the pictures. */
  'logo changed': defineEvent('both', { logo: text }, {}),
  'calendars of new plans changed': defineEvent(
    'both',
    {},
    { vendorWorkweek: weekdays, vendorRegion: region, customerWorkweek: weekdays, customerRegion: region },
  ),
  'retention changed': defineEvent(
    'both',
    {},
    { keepSecurityLogMonths: number, keepEmailsDays: number, keepSessionsDays: number, keepReceiptsDays: number },
  ),
  'security log exported': defineEvent('both', {}, {}),
  /** The subject is the issuer. */
  'sign-on changed': defineEvent('both', { issuer: text, clientId: text, required: yesOrNo }, {}),
  'sign-on removed': defineEvent('both', { issuer: text }, {}),
  /** The subject is the key, by its name. */
  'API key created': defineEvent('both', {}, {}),
  'API key revoked': defineEvent('both', {}, {}),
}

/** The subject is the member; of a passkey, its name; of an erased person, what the person is called now. */
export const personEvents = {
  'member added': defineEvent('both', { roles: texts }, {}),
  'member removed': defineEvent('both', { roles: texts }, { successor: text }),
  'member signed out': defineEvent('both', {}, {}),
  'roles changed': defineEvent('both', { roles: texts }, {}),
  'job title changed': defineEvent('both', { jobTitle: text }, {}),
  'account released': defineEvent('both', { issuer: text }, {}),
  'passkey added': defineEvent('both', {}, {}),
  'passkey renamed': defineEvent('both', { name: text }, {}),
  'passkey removed': defineEvent('both', {}, {}),
  'passkeys removed': defineEvent('both', {}, {}),
  'person erased': defineEvent('both', {}, { role: text }),
}
