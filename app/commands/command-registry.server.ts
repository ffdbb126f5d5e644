import { capabilityCommands } from '#app/handoff/capability-commands.server.ts'
import { handoffCommands } from '#app/handoff/handoff-commands.server.ts'
import { talkCommands } from '#app/talk/talk-commands.server.ts'
import { endMemberSessions } from '#app/access/devices/end-member-sessions.server.ts'
import { acceptParticipant } from '#app/access/participants/accept-participant.server.ts'
import { declineChampion } from '#app/access/participants/decline-champion.server.ts'
import { sendInvitationAgain } from '#app/access/participants/send-invitation-again.server.ts'
import { sendToOtherAddress } from '#app/access/participants/send-to-other-address.server.ts'
import { sendEmailAgain } from '#app/notices/failed/send-email-again.server.ts'
import { connectChannel } from '#app/notices/channels/connect-channel.server.ts'
import { chooseChannelTopics } from '#app/notices/channels/choose-channel-topics.server.ts'
import { disconnectChannel } from '#app/notices/channels/disconnect-channel.server.ts'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import { nameConfirmer } from '#app/access/participants/name-confirmer.server.ts'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import { withdrawInvitation } from '#app/access/participants/withdraw-invitation.server.ts'
import { addPasskey } from '#app/access/passkeys/add-passkey.server.ts'
import { removeMemberPasskeys } from '#app/access/passkeys/remove-member-passkeys.server.ts'
import { removePasskey } from '#app/access/passkeys/remove-passkey.server.ts'
import { renamePasskey } from '#app/access/passkeys/rename-passkey.server.ts'
import { exportSecurityLog } from '#app/access/security/export-security-log.server.ts'
import { enterByDomain } from '#app/access/participants/enter-by-domain.server.ts'
import { setEntryDomains } from '#app/access/participants/set-entry-domains.server.ts'
import { releaseAccount } from '#app/access/sign-on/release-account.server.ts'
import { removeIdentityProvider } from '#app/access/sign-on/remove-identity-provider.server.ts'
import { setIdentityProvider } from '#app/access/sign-on/set-identity-provider.server.ts'
import { makeApiKey } from '#app/api/keys/make-api-key.server.ts'
import { revokeApiKey } from '#app/api/keys/revoke-api-key.server.ts'
import { agreePlan } from '#app/plan/agreement/agree-plan.server.ts'
import { answerObjection } from '#app/plan/agreement/answer-objection.server.ts'
import { objectToPlan } from '#app/plan/agreement/object-to-plan.server.ts'
import { restoreAgreed } from '#app/plan/agreement/restore-agreed.server.ts'
import { withdrawObjection } from '#app/plan/agreement/withdraw-objection.server.ts'
import { checkCalendar } from '#app/plan/calendar/check-calendar.server.ts'
import { editCalendar } from '#app/plan/calendar/edit-calendar.server.ts'
import { closePlan } from '#app/plan/closing/close-plan.server.ts'
import { reopenPlan } from '#app/plan/closing/reopen-plan.server.ts'
import { restorePlan } from '#app/plan/closing/restore-plan.server.ts'
import { shareForecast } from '#app/plan/forecast/share-forecast.server.ts'
import { withdrawForecast } from '#app/plan/forecast/withdraw-forecast.server.ts'
import { addMilestone } from '#app/plan/milestone/add-milestone.server.ts'
import { editMilestone } from '#app/plan/milestone/edit-milestone.server.ts'
import { moveMilestone } from '#app/plan/milestone/move-milestone.server.ts'
import { inviteOwner } from '#app/plan/task/invite-owner.server.ts'
import { answerApproval } from '#app/plan/task/answer-approval.server.ts'
import { askApproval } from '#app/plan/task/ask-approval.server.ts'
import { askResult } from '#app/plan/task/ask-result.server.ts'
import { giveResult } from '#app/plan/task/give-result.server.ts'
import { promiseDate } from '#app/plan/task/promise-date.server.ts'
import { markSeen } from '#app/plan/visit/mark-seen.server.ts'
import { withdrawPromise } from '#app/plan/task/withdraw-promise.server.ts'
import { proveMilestone } from '#app/plan/milestone/prove-milestone.server.ts'
import { removeMilestone } from '#app/plan/milestone/remove-milestone.server.ts'
import { splitMilestone } from '#app/plan/milestone/split-milestone.server.ts'
import { addTask } from '#app/plan/task/add-task.server.ts'
import { addTasks } from '#app/plan/task/add-tasks.server.ts'
import { assignTasks } from '#app/plan/task/assign-tasks.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { moveTasks } from '#app/plan/task/move-tasks.server.ts'
import { removeTask } from '#app/plan/task/remove-task.server.ts'
import { removeTasks } from '#app/plan/task/remove-tasks.server.ts'
import { reopenTask } from '#app/plan/task/reopen-task.server.ts'
import { sendBackTask } from '#app/plan/task/send-back-task.server.ts'
import { startTask } from '#app/plan/task/start-task.server.ts'
import { nameNextChampion } from '#app/plan/team/name-next-champion.server.ts'
import { proposeChampion } from '#app/plan/team/propose-champion.server.ts'
import { setTeam } from '#app/plan/team/set-team.server.ts'
import { editTerms } from '#app/plan/terms/edit-terms.server.ts'
import { adjustPlan } from '#app/plan/what-if/adjust-plan.server.ts'
import { importPlan } from '#app/portfolio/import/import-plan.server.ts'
import { createPlan } from '#app/portfolio/new-plan/create-plan.server.ts'
import { answerReference } from '#app/references/consent/answer-reference.server.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { askForLogo } from '#app/references/board/ask-for-logo.server.ts'
import { askForReference } from '#app/references/board/ask-for-reference.server.ts'
import { takeReference } from '#app/references/board/take-reference.server.ts'
import { answerPiece } from '#app/references/pieces/answer-piece.server.ts'
import { sendPiece } from '#app/references/pieces/send-piece.server.ts'
import { writePiece } from '#app/references/pieces/write-piece.server.ts'
import { noteReferenceUse } from '#app/references/use/note-reference-use.server.ts'
import { removeUse } from '#app/references/use/remove-use.server.ts'
import { changeSituation } from '#app/value/situation/change-situation.server.ts'
import { confirmSituation } from '#app/value/situation/confirm-situation.server.ts'
import { markKeyPerson } from '#app/value/situation/mark-key-person.server.ts'
import { saveSituation } from '#app/value/situation/save-situation.server.ts'
import { shareSituation } from '#app/value/situation/share-situation.server.ts'
import { withdrawSituation } from '#app/value/situation/withdraw-situation.server.ts'
import { saveNote } from '#app/value/announce/save-note.server.ts'
import { shareNote } from '#app/value/announce/share-note.server.ts'
import { stopSharingNote } from '#app/value/announce/stop-sharing-note.server.ts'
import { returnToCard } from '#app/value/announce/return-to-card.server.ts'
import { leaveCard } from '#app/value/announce/leave-card.server.ts'
import { saveCard } from '#app/value/announce/save-card.server.ts'
import { shareCard } from '#app/value/announce/share-card.server.ts'
import { stopSharingCard } from '#app/value/announce/stop-sharing-card.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { addFurtherWin } from '#app/value/win/add-further-win.server.ts'
import { confirmFurtherWin } from '#app/value/win/confirm-further-win.server.ts'
import { removeFurtherWin } from '#app/value/win/remove-further-win.server.ts'
import { reopenFurtherWin } from '#app/value/win/reopen-further-win.server.ts'
import { askForResult } from '#app/value/win/ask-for-result.server.ts'
import { correctFirstWin } from '#app/value/win/correct-first-win.server.ts'
import { lookAtWin } from '#app/value/win/look-at-win.server.ts'
import { planMeasuring } from '#app/value/win/plan-measuring.server.ts'
import { recordMeasurement } from '#app/value/win/record-measurement.server.ts'
import { removeMeasurement } from '#app/value/win/remove-measurement.server.ts'
import { sayNotYet } from '#app/value/win/say-not-yet.server.ts'
import { withdrawFirstWin } from '#app/value/win/withdraw-first-win.server.ts'
import { chooseEmails } from '#app/daily/choices/choose-emails.server.ts'
import { askForErasure } from '#app/workspace/erasure/ask-for-erasure.server.ts'
import { erasePerson } from '#app/workspace/erasure/erase-person.server.ts'
import { addMember } from '#app/workspace/members/add-member.server.ts'
import { correctMemberAddress } from '#app/workspace/members/correct-member-address.server.ts'
import { removeMember } from '#app/workspace/members/remove-member.server.ts'
import { setCodeOnNewDevices } from '#app/workspace/members/set-code-on-new-devices.server.ts'
import { setRoles } from '#app/workspace/members/set-roles.server.ts'
import { exportMemberData } from '#app/workspace/personal-data/export-member-data.server.ts'
import { exportOwnData } from '#app/workspace/personal-data/export-own-data.server.ts'
import { exportPerson } from '#app/workspace/personal-data/export-person.server.ts'
import { setJobTitle } from '#app/workspace/profile/set-job-title.server.ts'
import { setRetention } from '#app/workspace/retention/set-retention.server.ts'
import { changeWorkspace } from '#app/workspace/settings/change-workspace.server.ts'
import { setAnswerTime } from '#app/workspace/settings/set-answer-time.server.ts'
import { setDefaultCalendars } from '#app/workspace/settings/set-default-calendars.server.ts'
import { setAccountLogo } from '#app/workspace/logos/set-account-logo.server.ts'
import { setAccountProfile } from '#app/workspace/customer/set-account-profile.server.ts'
import { setLogo } from '#app/workspace/logos/set-logo.server.ts'
import { acceptRequest } from '#app/references/library/accept-request.server.ts'
import { cancelRequest } from '#app/references/library/cancel-request.server.ts'
import { declineRequest } from '#app/references/library/decline-request.server.ts'
import { describeReference } from '#app/references/library/describe-reference.server.ts'
import { noteOutcome } from '#app/references/library/note-outcome.server.ts'
import { requestCall } from '#app/references/library/request-call.server.ts'
import type { CommandName } from '#app/policy/policy.ts'
import { followedCommands } from './followed-commands.server.ts'

/** Every command by its name. Pages have it from their load context, where `entry.server.tsx` puts it. */
export const commandRegistry = {
  ...followedCommands,
  ...talkCommands,
  ...capabilityCommands,
  ...handoffCommands,
  'accept-participant': acceptParticipant,
  'add-member': addMember,
  'add-milestone': addMilestone,
  'add-passkey': addPasskey,
  'add-task': addTask,
  'add-tasks': addTasks,
  'adjust-plan': adjustPlan,
  'agree-plan': agreePlan,
  'name-next-champion': nameNextChampion,
  'answer-objection': answerObjection,
  'answer-reference': answerReference,
  'answer-approval': answerApproval,
  ...{ 'ask-approval': askApproval, 'ask-result': askResult },
  'choose-emails': chooseEmails,
  'give-result': giveResult,
  'leave-card': leaveCard,
  'return-to-card': returnToCard,
  'promise-date': promiseDate,
  'withdraw-promise': withdrawPromise,
  'mark-key-person': markKeyPerson,
  'mark-seen': markSeen,
  'ask-for-erasure': askForErasure,
  'assign-tasks': assignTasks,
  'change-situation': changeSituation,
  'change-workspace': changeWorkspace,
  'check-calendar': checkCalendar,
  'close-plan': closePlan,
  'complete-task': completeTask,
  'confirm-first-win': confirmFirstWin,
  'confirm-situation': confirmSituation,
  'correct-first-win': correctFirstWin,
  'create-plan': createPlan,
  'import-plan': importPlan,
  'decline-champion': declineChampion,
  'edit-calendar': editCalendar,
  'edit-milestone': editMilestone,
  'edit-task': editTask,
  'edit-terms': editTerms,
  'end-member-sessions': endMemberSessions,
  'enter-by-domain': enterByDomain,
  'erase-person': erasePerson,
  'export-member-data': exportMemberData,
  'export-own-data': exportOwnData,
  'export-person': exportPerson,
  'export-security-log': exportSecurityLog,
  'give-consent': giveConsent,
  'ask-for-reference': askForReference,
  'ask-for-logo': askForLogo,
  'take-reference': takeReference,
  'write-piece': writePiece,
  'send-piece': sendPiece,
  'answer-piece': answerPiece,
  'note-use': noteReferenceUse,
  'remove-use': removeUse,
  'invite-owner': inviteOwner,
  'invite-participant': inviteParticipant,
  'make-api-key': makeApiKey,
  'move-milestone': moveMilestone,
  'prove-milestone': proveMilestone,
  'move-tasks': moveTasks,
  'name-confirmer': nameConfirmer,
  'object-to-plan': objectToPlan,
  'propose-champion': proposeChampion,
  'record-measurement': recordMeasurement,
  'remove-measurement': removeMeasurement,
  'say-not-yet': sayNotYet,
  'ask-for-result': askForResult,
  'plan-measuring': planMeasuring,
  'look-at-win': lookAtWin,
  'add-further-win': addFurtherWin,
  'remove-further-win': removeFurtherWin,
  'confirm-further-win': confirmFurtherWin,
  'reopen-further-win': reopenFurtherWin,
  'release-account': releaseAccount,
  'remove-identity-provider': removeIdentityProvider,
  'remove-milestone': removeMilestone,
  'correct-member-address': correctMemberAddress,
  'remove-member': removeMember,
  'remove-member-passkeys': removeMemberPasskeys,
  'remove-participant': removeParticipant,
  'remove-passkey': removePasskey,
  'remove-task': removeTask,
  'remove-tasks': removeTasks,
  'rename-passkey': renamePasskey,
  'reopen-plan': reopenPlan,
  'reopen-task': reopenTask,
  'restore-agreed': restoreAgreed,
  'restore-plan': restorePlan,
  'send-email-again': sendEmailAgain,
  'connect-channel': connectChannel,
  'choose-channel-topics': chooseChannelTopics,
  'disconnect-channel': disconnectChannel,
  'revoke-api-key': revokeApiKey,
  'save-card': saveCard,
  'save-note': saveNote,
  'save-situation': saveSituation,
  'send-back-task': sendBackTask,
  'set-answer-time': setAnswerTime,
  'set-code-on-new-devices': setCodeOnNewDevices,
  'set-default-calendars': setDefaultCalendars,
  'set-entry-domains': setEntryDomains,
  'set-identity-provider': setIdentityProvider,
  'set-job-title': setJobTitle,
  'set-logo': setLogo,
  'set-account-logo': setAccountLogo,
  'set-account-profile': setAccountProfile,
  'set-retention': setRetention,
  'set-roles': setRoles,
  'set-team': setTeam,
  'share-card': shareCard,
  'share-forecast': shareForecast,
  'share-note': shareNote,
  'share-situation': shareSituation,
  'withdraw-situation': withdrawSituation,
  'split-milestone': splitMilestone,
  'start-task': startTask,
  'stop-sharing-card': stopSharingCard,
  'stop-sharing-note': stopSharingNote,
  'send-invitation-again': sendInvitationAgain,
  'send-to-other-address': sendToOtherAddress,
  'take-back-invitation': withdrawInvitation,
  'request-call': requestCall,
  'cancel-request': cancelRequest,
  'note-outcome': noteOutcome,
  'describe-reference': describeReference,
  'accept-request': acceptRequest,
  'decline-request': declineRequest,
  'withdraw-first-win': withdrawFirstWin,
  'withdraw-forecast': withdrawForecast,
  'withdraw-objection': withdrawObjection,
} as const satisfies { readonly [Name in CommandName]: { name: Name } }
