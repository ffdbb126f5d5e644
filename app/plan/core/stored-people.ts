import type { ResultKind, TaskResult } from './task-result.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { ownerKey } from './owner-value.ts'
import type { OwnerView } from './viewer-side.ts'

/** The owner of a task, from its columns and the names that belong to them. */
export function storedOwner(row: {
  ownerMemberId: string | null
  memberName: string | null
  ownerParticipantId: string | null
  participantName: string | null
  ownerPlaceholder: string | null
}): OwnerView | null {
  if (row.ownerMemberId) return { kind: 'member', id: row.ownerMemberId, name: row.memberName ?? '' }
  if (row.ownerParticipantId)
    return { kind: 'participant', id: row.ownerParticipantId, name: row.participantName ?? '' }
  return row.ownerPlaceholder === null ? null : { kind: 'placeholder', id: null, name: row.ownerPlaceholder }
}

/** What a task asks for, from its columns, its newest file and the name of its approver. */
export function storedResult(row: {
  resultAsks: string | null
  resultGiven: string | null
  resultFile: string | null
  approverMemberId: string | null
  approverMember: string | null
  approverParticipantId: string | null
  approverParticipant: string | null
  approvalAsked: boolean
}): TaskResult | null {
  if (row.resultAsks === null) return null
  const approver = storedOwner({
    ownerMemberId: row.approverMemberId,
    memberName: row.approverMember,
    ownerParticipantId: row.approverParticipantId,
    participantName: row.approverParticipant,
    ownerPlaceholder: null,
  })
  const given = row.resultAsks === 'file' ? row.resultFile : row.resultGiven
  // A check of the table holds what can be asked for.
  return { asks: row.resultAsks as ResultKind, approver, given, isAsked: row.approvalAsked }
}

/** The day for which the owner has promised a task: as long as it is open, and its owner is the one who promised. */
export const storedPromise = (
  row: Parameters<typeof storedOwner>[0] & {
    promisedOn: string | null
    promisedBy: string | null
    doneOn: string | null
  },
): IsoDate | null =>
  // Dates come as YYYY-MM-DD.
  row.doneOn === null && row.promisedBy === ownerKey(storedOwner(row)) ? (row.promisedOn as IsoDate | null) : null
