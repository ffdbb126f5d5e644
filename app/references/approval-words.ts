/** Beside the box by which a member says that the person who approves each use did so. */
export const approvedBoxWords = (approver: string): string => `${approver} has approved this use`

/** Where a consent names a person who approves each use. */
export const approvalWords = {
  needed: 'The customer asks for this approval before each use.',
  left: 'The person who approves each use has left the plan. Ask the champion to name another.',
}
