import { z } from 'zod'
import { mailDomains } from '#app/access/mail-domains.ts'
import { memberRoles } from '#app/policy/roles.ts'
import {
  emailAddress,
  requiredId,
  requiredName,
  optionalName,
  optionalText,
  someOf,
  timeZone,
  wholeNumber,
} from '#app/kit/field-schemas.ts'
import { answerHoursBounds, textSizes } from '#app/kit/limits.ts'
import { ownAccent } from '#app/ui/accent.ts'
import { halfHourEnds, halfHourStarts } from './half-hours.ts'
import { memberInputRefusals, settingsInputRefusals } from './workspace-input-words.ts'

export const addMemberInput = z.object({
  name: requiredName(),
  email: emailAddress(),
  roles: someOf(memberRoles).refine((roles) => roles.length > 0, memberInputRefusals.chooseRole),
})

export const jobTitleInput = z.object({ jobTitle: optionalName() })

/** In which industry and region a customer is. */
export const setAccountProfileInput = z.object({ industry: optionalName(), region: optionalName() })

export const setRolesInput = z.object({ memberId: requiredId(), roles: someOf(memberRoles) })

export const memberAddressInput = z.object({ memberId: requiredId(), email: emailAddress() })

export const removeMemberInput = z.object({
  memberId: requiredId(),
  /** Who takes over the plans; needed where there are any. */
  successorId: z.preprocess((value) => (value === '' || value === undefined ? null : value), z.nullable(requiredId())),
})

const accent = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim().toLowerCase() || ownAccent : value),
  z
    .string()
    .regex(/^#[0-9a-f]{6}$/, settingsInputRefusals.notColour)
    .transform((colour) => (colour === ownAccent ? null : colour)),
)

/** Fields left out stay as they are. */
export const changeWorkspaceInput = z
  .object({ name: requiredName(), timeZone: timeZone(), domains: mailDomains(20, 'your-company.example'), accent })
  .partial()

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const
/** A name, or a code however its letters are written. */
const region = z.preprocess(
  (value) => (typeof value === 'string' && /^\s*[a-z]{2}(-\w+)*\s*$/i.test(value) ? value.toUpperCase() : value),
  optionalText(textSizes.region),
)

/** Weekdays (1 is Monday) and regions, for both sides of a new plan. */
export const defaultCalendarsInput = z.object({
  vendorWorkweek: someOf(weekdays),
  vendorRegion: region,
  customerWorkweek: someOf(weekdays),
  customerRegion: region,
})

/** Working hours until an answer, and from when to when a working day goes, as `HH:MM`. */
export const answerTimeInput = z.object({
  answerHours: wholeNumber(answerHoursBounds.least, answerHoursBounds.most),
  answerFrom: z.enum(halfHourStarts, { error: settingsInputRefusals.notStartTime }),
  answerTo: z.enum(halfHourEnds, { error: settingsInputRefusals.notEndTime }),
})

/** Posted where no file was chosen, so that the form can say so: one byte, in base64, which is no picture. */
export const noPictureChosen = 'AA=='

export const setLogoInput = z.object({
  /** The picture in base64, or nothing to have none. */
  image: z.preprocess(
    (value) => value || null,
    z.nullable(
      z
        .string()
        .max(3_000_000)
        .regex(/^[\w+/]+={0,2}$/),
    ),
  ),
})
