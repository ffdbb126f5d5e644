import * as plan from './migrations/2026-11-24-plan.ts'
import * as access from './migrations/2026-11-25-access.ts'
import * as schedule from './migrations/2026-11-25-schedule.ts'
import * as workspaceLooks from './migrations/2026-11-25-workspace-looks.ts'
import * as keptMessages from './migrations/2026-11-28-kept-messages.ts'
import * as apiKeys from './migrations/2026-11-28-api-keys.ts'
import * as securityChain from './migrations/2026-11-28-security-chain.ts'
import * as sessionDevices from './migrations/2026-11-28-session-devices.ts'
import * as signOn from './migrations/2026-11-28-sign-on.ts'
import * as emailHold from './migrations/2026-11-28-email-hold.ts'
import * as winWords from './migrations/2026-11-28-win-words.ts'
import * as unacceptedPeople from './migrations/2026-11-28-unaccepted-people.ts'
import * as undoRows from './migrations/2026-11-28-undo-rows.ts'
import * as planLooks from './migrations/2026-11-28-plan-looks.ts'
import * as retention from './migrations/2026-11-29-retention.ts'
import * as standingAgreements from './migrations/2026-11-29-standing-agreements.ts'
import * as passkeys from './migrations/2026-11-29-webauthn-passkeys.ts'
import * as writtenNames from './migrations/2026-11-29-written-names.ts'
import * as erasure from './migrations/2026-11-29-z-erasure.ts'
import * as erasureAsked from './migrations/2026-11-29-z-erasure-asked.ts'
import * as keptTasks from './migrations/2026-11-30-kept-tasks.ts'
import * as undoRights from './migrations/2026-11-30-undo-rights.ts'
import * as signInNetworks from './migrations/2026-11-30-z-sign-in-networks.ts'
import * as unreadableNotices from './migrations/2026-11-30-z-unreadable-notices.ts'
import * as eventData from './migrations/2026-12-01-event-data.ts'
import * as planEndings from './migrations/2026-12-01-plan-endings.ts'
import * as writtenAddresses from './migrations/2026-12-01-written-addresses.ts'
import * as accountLogo from './migrations/2026-12-02-account-logo.ts'
import * as stateBeforeWin from './migrations/2026-12-02-state-before-win.ts'
import * as receiptEvents from './migrations/2026-12-02-z-receipt-events.ts'
import * as taskOwner from './migrations/2026-12-03-task-owner.ts'
import * as comments from './migrations/2026-12-03-z-comments.ts'
import * as waitingNotices from './migrations/2026-12-03-z-waiting-notices.ts'
import * as workspaceChanges from './migrations/2026-12-03-z-workspace-changes.ts'
import * as questions from './migrations/2026-12-03-zz-questions.ts'
import * as taskDescription from './migrations/2026-12-04-task-description.ts'
import * as planSummaries from './migrations/2026-12-04-u-plan-summaries.ts'
import * as newestFirst from './migrations/2026-12-04-v-newest-first.ts'
import * as attachments from './migrations/2026-12-04-z-attachments.ts'
import * as milestoneEvidence from './migrations/2026-12-05-milestone-evidence.ts'
import * as answerTime from './migrations/2026-12-05-z-answer-time.ts'
import * as taskResults from './migrations/2026-12-06-task-results.ts'
import * as fileBucket from './migrations/2026-12-07-file-bucket.ts'
import * as undoneMoves from './migrations/2026-12-07-undone-moves.ts'
import * as promisedDates from './migrations/2026-12-08-promised-dates.ts'
import * as visits from './migrations/2026-12-08-visits.ts'
import * as managementNotes from './migrations/2026-12-09-z-management-notes.ts'
import * as victoryCards from './migrations/2026-12-09-victory-cards.ts'
import * as winLater from './migrations/2026-12-09-win-later.ts'
import * as winAnswers from './migrations/2026-12-10-win-answers.ts'
import * as furtherWins from './migrations/2026-12-10-z-further-wins.ts'
import * as measuringPlan from './migrations/2026-12-10-zz-measuring-plan.ts'
import * as situationFigures from './migrations/2026-12-11-a-situation-figures.ts'
import * as keyPersons from './migrations/2026-12-11-a-z-key-persons.ts'
import * as referencePieces from './migrations/2026-12-11-b-reference-pieces.ts'
import * as erasedConsents from './migrations/2026-12-11-bb-erased-consents.ts'
import * as credit from './migrations/2026-12-11-c-credit.ts'
import * as library from './migrations/2026-12-11-cb-library.ts'
import * as emailChoices from './migrations/2026-12-11-d-email-choices.ts'
import * as withdrawnSituations from './migrations/2026-12-11-e-withdrawn-situations.ts'
import * as consentExpiry from './migrations/2026-12-11-f-consent-expiry.ts'
import * as planStanding from './migrations/2026-12-12-a-plan-standing.ts'
import * as championGone from './migrations/2026-12-12-b-champion-gone.ts'
import * as mailEvents from './migrations/2026-12-13-a-mail-events.ts'
import * as calendarFeeds from './migrations/2026-12-13-b-calendar-feeds.ts'
import * as emailsAgain from './migrations/2026-12-13-c-emails-again.ts'
import * as chatChannels from './migrations/2026-12-13-d-chat-channels.ts'
import * as askedChampions from './migrations/2026-12-14-a-asked-champions.ts'
import * as notesOfChampions from './migrations/2026-12-14-b-notes-of-champions.ts'
import * as furtherWinSaid from './migrations/2026-12-14-g-further-win-said.ts'
import * as logoAsked from './migrations/2026-12-14-h-logo-asked.ts'
import * as cardLeavers from './migrations/2026-12-14-i-card-leavers.ts'
import * as capabilities from './migrations/2026-12-15-a-capabilities.ts'
import * as awaitedMembers from './migrations/2026-12-15-b-awaited-members.ts'
import * as quotesNotLogged from './migrations/2026-12-15-w-quotes-not-logged.ts'
import * as handoffs from './migrations/2026-12-16-a-handoffs.ts'
import * as blockedEmailsFailed from './migrations/2026-12-16-b-blocked-emails-failed.ts'
import * as noticesToldIn from './migrations/2026-12-17-m-notices-told-in.ts'
import * as plansAtScale from './migrations/2026-12-18-f-plans-at-scale.ts'
import * as searchWords from './migrations/2026-12-18-n-search-words.ts'
import * as planHealth from './migrations/2026-12-19-f-plan-health.ts'
import * as consentUntil from './migrations/2026-12-20-w-consent-until.ts'
import * as asksWait from './migrations/2026-12-21-m-asks-wait.ts'

/** Frozen once landed: a change to the database is a new entry at the end, never an edit. */
export const migrations = {
  '2026-11-24-plan': plan,
  '2026-11-25-access': access,
  '2026-11-25-schedule': schedule,
  '2026-11-25-workspace-looks': workspaceLooks,
  '2026-11-28-kept-messages': keptMessages,
  '2026-11-28-api-keys': apiKeys,
  '2026-11-28-security-chain': securityChain,
  '2026-11-28-session-devices': sessionDevices,
  '2026-11-28-sign-on': signOn,
  '2026-11-28-win-words': winWords,
  '2026-11-28-unaccepted-people': unacceptedPeople,
  '2026-11-28-email-hold': emailHold,
  '2026-11-28-undo-rows': undoRows,
  '2026-11-28-plan-looks': planLooks,
  '2026-11-29-retention': retention,
  '2026-11-29-standing-agreements': standingAgreements,
  '2026-11-29-webauthn-passkeys': passkeys,
  '2026-11-29-written-names': writtenNames,
  '2026-11-29-z-erasure': erasure,
  '2026-11-29-z-erasure-asked': erasureAsked,
  '2026-11-30-kept-tasks': keptTasks,
  '2026-11-30-undo-rights': undoRights,
  '2026-11-30-z-sign-in-networks': signInNetworks,
  '2026-11-30-z-unreadable-notices': unreadableNotices,
  '2026-12-01-event-data': eventData,
  '2026-12-01-plan-endings': planEndings,
  '2026-12-01-written-addresses': writtenAddresses,
  '2026-12-02-account-logo': accountLogo,
  '2026-12-02-state-before-win': stateBeforeWin,
  '2026-12-02-z-receipt-events': receiptEvents,
  '2026-12-03-task-owner': taskOwner,
  '2026-12-03-z-comments': comments,
  '2026-12-03-z-waiting-notices': waitingNotices,
  '2026-12-03-z-workspace-changes': workspaceChanges,
  '2026-12-03-zz-questions': questions,
  '2026-12-04-task-description': taskDescription,
  '2026-12-04-u-plan-summaries': planSummaries,
  '2026-12-04-v-newest-first': newestFirst,
  '2026-12-04-z-attachments': attachments,
  '2026-12-05-milestone-evidence': milestoneEvidence,
  '2026-12-05-z-answer-time': answerTime,
  '2026-12-06-task-results': taskResults,
  '2026-12-07-file-bucket': fileBucket,
  '2026-12-07-undone-moves': undoneMoves,
  '2026-12-08-promised-dates': promisedDates,
  '2026-12-08-visits': visits,
  '2026-12-09-victory-cards': victoryCards,
  '2026-12-09-win-later': winLater,
  '2026-12-09-z-management-notes': managementNotes,
  '2026-12-10-win-answers': winAnswers,
  '2026-12-10-z-further-wins': furtherWins,
  '2026-12-10-zz-measuring-plan': measuringPlan,
  '2026-12-11-a-situation-figures': situationFigures,
  '2026-12-11-a-z-key-persons': keyPersons,
  '2026-12-11-b-reference-pieces': referencePieces,
  '2026-12-11-bb-erased-consents': erasedConsents,
  '2026-12-11-c-credit': credit,
  '2026-12-11-cb-library': library,
  '2026-12-11-d-email-choices': emailChoices,
  '2026-12-11-e-withdrawn-situations': withdrawnSituations,
  '2026-12-11-f-consent-expiry': consentExpiry,
  '2026-12-12-a-plan-standing': planStanding,
  '2026-12-12-b-champion-gone': championGone,
  '2026-12-13-a-mail-events': mailEvents,
  '2026-12-13-b-calendar-feeds': calendarFeeds,
  '2026-12-13-c-emails-again': emailsAgain,
  '2026-12-13-d-chat-channels': chatChannels,
  '2026-12-14-a-asked-champions': askedChampions,
  '2026-12-14-b-notes-of-champions': notesOfChampions,
  '2026-12-14-g-further-win-said': furtherWinSaid,
  '2026-12-14-h-logo-asked': logoAsked,
  '2026-12-14-i-card-leavers': cardLeavers,
  '2026-12-15-a-capabilities': capabilities,
  '2026-12-15-b-awaited-members': awaitedMembers,
  '2026-12-15-w-quotes-not-logged': quotesNotLogged,
  '2026-12-16-a-handoffs': handoffs,
  '2026-12-16-b-blocked-emails-failed': blockedEmailsFailed,
  '2026-12-17-m-notices-told-in': noticesToldIn,
  '2026-12-18-f-plans-at-scale': plansAtScale,
  '2026-12-18-n-search-words': searchWords,
  '2026-12-19-f-plan-health': planHealth,
  '2026-12-20-w-consent-until': consentUntil,
  '2026-12-21-m-asks-wait': asksWait,
}
