import { customers, editors, talkers, vendorEditors } from './editors-and-others.ts'

/** Who may do what in conversations, with links and files, as part of `policy.ts`. */
export const talkCommandRules = {
  'add-comment': { scope: 'plan', who: talkers },
  'edit-comment': { scope: 'plan', who: talkers },
  'delete-comment': { scope: 'plan', who: talkers, onClosedPlan: true },
  'restore-comment': { scope: 'plan', who: talkers, onClosedPlan: true },
  'resolve-thread': { scope: 'plan', who: talkers },
  'reopen-thread': { scope: 'plan', who: talkers },
  'add-file': { scope: 'plan', who: editors },
  'add-link': { scope: 'plan', who: editors },
  'remove-attachment': { scope: 'plan', who: editors },
  'restore-attachment': { scope: 'plan', who: editors },
  'ask-question': { scope: 'plan', who: talkers },
  'answer-question': { scope: 'plan', who: ['member'] },
  'hand-question': { scope: 'plan', who: vendorEditors },
  'propose-closing': { scope: 'plan', who: ['member'] },
  'close-question': { scope: 'plan', who: customers },
  'reopen-question': { scope: 'plan', who: customers },
} as const
