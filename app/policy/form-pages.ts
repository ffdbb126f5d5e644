import type { CommandName, PlanPageUrl } from './policy.ts'

/** Pages that are only a form, with its command: useless to a person who may not give it. */
export const formPages: Partial<Record<PlanPageUrl, CommandName>> = {
  'plans/:planId/terms': 'edit-terms',
  'plans/:planId/logo': 'set-account-logo',
  'plans/:planId/try': 'adjust-plan',
  'plans/:planId/tasks/new': 'add-task',
  'plans/:planId/notes': 'add-task',
  'plans/:planId/tasks/:taskId': 'edit-task',
  'plans/:planId/tasks/:taskId/choices': 'edit-task',
  'plans/:planId/tasks/:taskId/files': 'add-file',
  'plans/:planId/milestones/new': 'add-milestone',
  'plans/:planId/milestones/:milestoneId': 'edit-milestone',
  'plans/:planId/owners': 'edit-task',
  'plans/:planId/team': 'set-team',
}
