import { index, route, type RouteConfig } from '@remix-run/route-config'

/** Every URL of the product, on one page. */
export default [
  index('access/start.route.ts'),
  route('sign-in', 'access/sign-in.page.tsx'),
  route('sign-out', 'access/sign-out.route.ts'),
  route('link/:token', 'access/link.page.tsx'),
  route('workspace', 'workspace/workspace.page.tsx'),
  route('workspace/access', 'access/who-may.page.tsx'),
  route('plans/:planId/invite', 'access/invite.page.tsx'),
  route('plans/:planId/events', 'plan/events.route.ts'),
  route('plans', 'portfolio/plans.page.tsx'),
  route('plans/new', 'portfolio/new-plan.page.tsx'),
  route('api/v1/schedule', 'api/schedule.route.ts'),
  route('plans/:planId/win', 'value/win.page.tsx'),
  route('plans/:planId/situations', 'value/situations.page.tsx'),
  route('plans/:planId/situations/:situationId', 'value/situation.page.tsx'),
  route('plans/:planId/reference', 'references/reference.page.tsx'),
  route('references', 'references/references.page.tsx'),
  route('plans/:planId', 'plan/plan.page.tsx'),
  route('plans/:planId/tasks/new', 'plan/new-task.page.tsx'),
  route('plans/:planId/tasks/:taskId', 'plan/task.page.tsx'),
  route('plans/:planId/milestones/new', 'plan/new-milestone.page.tsx'),
  route('plans/:planId/milestones/:milestoneId', 'plan/milestone.page.tsx'),
  route('plans/:planId/activity', 'plan/activity.page.tsx'),
  route('plans/:planId/terms', 'plan/terms.page.tsx'),
  route('plans/:planId/calendar', 'plan/calendar.page.tsx'),
] satisfies RouteConfig
