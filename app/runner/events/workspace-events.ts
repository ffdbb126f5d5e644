import { defineEvent } from './define-event.ts'
import { numberValue, regionValue, textValue, textListValue, weekdaysValue, booleanValue } from './values.ts'

/** The subject is the workspace, by its name. */
export const workspaceEvents = {
  'workspace changed': defineEvent(
    'both',
    {},
    { name: textValue, timeZone: textValue, domains: textListValue, accent: textValue, codeOnNewDevices: booleanValue },
  ),
  /** The address of the picture. */
  'logo changed': defineEvent('both', { logo: textValue }, {}),
  'calendars of new plans changed': defineEvent(
    'both',
    {},
    {
      vendorWorkweek: weekdaysValue,
      vendorRegion: regionValue,
      customerWorkweek: weekdaysValue,
      customerRegion: regionValue,
    },
  ),
  'answer time changed': defineEvent(
    'both',
    {},
    { answerHours: numberValue, answerFrom: textValue, answerTo: textValue },
  ),
  'retention changed': defineEvent(
    'both',
    {},
    {
      keepSecurityLogMonths: numberValue,
      keepEmailsDays: numberValue,
      keepSessionsDays: numberValue,
      keepReceiptsDays: numberValue,
    },
  ),
  'security log exported': defineEvent('both', {}, {}),
  /** The subject is the issuer. */
  'sign-on changed': defineEvent('both', { issuer: textValue, clientId: textValue, required: booleanValue }, {}),
  'sign-on removed': defineEvent('both', { issuer: textValue }, {}),
  /** The subject is the key, by its name. */
  'API key created': defineEvent('both', {}, {}),
  'API key revoked': defineEvent('both', {}, {}),
  /** The subject is the channel, by its name. */
  'channel connected': defineEvent('both', {}, {}),
  'channel topics chosen': defineEvent('both', { topics: textListValue }, {}),
  'channel disconnected': defineEvent('both', {}, {}),
  /** The subject is the email, by its kind. */
  'email sent again': defineEvent('both', {}, {}),
}

/** The subject is the member; of a passkey, its name; of an erased person, what the person is called now. */
export const personEvents = {
  'member added': defineEvent('both', { roles: textListValue }, {}),
  'member removed': defineEvent('both', { roles: textListValue }, { successor: textValue }),
  'member signed out': defineEvent('both', {}, {}),
  /** Neither address is kept here: the activity outlasts them. */
  'member address corrected': defineEvent('both', {}, {}),
  'roles changed': defineEvent('both', { roles: textListValue }, {}),
  'job title changed': defineEvent('both', { jobTitle: textValue }, {}),
  /** The subject is the person. */
  'emails chosen': defineEvent('both', {}, { rhythm: textValue, timeZone: textValue, silent: textListValue }),
  'account released': defineEvent('both', { issuer: textValue }, {}),
  'passkey added': defineEvent('both', {}, {}),
  'passkey renamed': defineEvent('both', { name: textValue }, {}),
  'passkey removed': defineEvent('both', {}, {}),
  'passkeys removed': defineEvent('both', {}, {}),
  'person erased': defineEvent('both', {}, { role: textValue }),
}
