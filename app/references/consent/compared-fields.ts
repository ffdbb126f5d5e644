import type { ComparedField } from '#app/runner/command.ts'
import { labels } from '#app/kit/label-words.ts'
import { consentFormWords } from '../reference-words.ts'
import type { StoredConsent } from './find-stored-consent.server.ts'

/** What a consent form is compared with: without a consent, that nothing is agreed to. */
export function comparedFields(stored: StoredConsent, planId: string): Record<string, ComparedField> {
  const { state, kinds, usesPerQuarter, old, shown } = stored
  const agreedTo = { label: consentFormWords.kinds, value: kinds }
  if (state !== 'agreed') return { kinds: agreedTo }
  return {
    kinds: agreedTo,
    callsPerQuarter: { label: labels.callsPerQuarter, value: usesPerQuarter },
    quoteText: { label: labels.quoteText, value: shown?.text ?? null, noted: { subjectId: planId, field: 'quote' } },
    until: { label: labels.until, value: old.until },
    note: { label: consentFormWords.conditions, value: old.note },
    never: { label: labels.never, value: [...old.never] },
    approverId: {
      label: labels.approvesUse,
      value: old.approverId,
      noted: { subjectId: planId, field: 'approvedBy' },
    },
  }
}
