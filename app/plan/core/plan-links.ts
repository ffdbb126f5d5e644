/** The addresses that a plan's page points at; app/routes.ts answers them. */
export type PlanLinks = ReturnType<typeof planLinks>

export function planLinks(planId: string) {
  const plan = `/plans/${encodeURIComponent(planId)}`
  return {
    plan,
    /** The plan at one of its tasks: without JavaScript the page comes back to where it was left. */
    taskOnPlan: (taskId: string) => `${plan}#task-${encodeURIComponent(taskId)}`,
    mine: `${plan}?show=mine`,
    task: (taskId: string) => `${plan}/tasks/${encodeURIComponent(taskId)}`,
    newTask: (milestoneId: string) => `${plan}/tasks/new?milestone=${encodeURIComponent(milestoneId)}`,
    milestone: (milestoneId: string) => `${plan}/milestones/${encodeURIComponent(milestoneId)}`,
    newMilestone: (stage?: string) => `${plan}/milestones/new${stage ? `?stage=${encodeURIComponent(stage)}` : ''}`,
    invite: `${plan}/invite`,
    activity: `${plan}/activity`,
    calendar: `${plan}/calendar`,
    /** What was agreed, in one of its versions. */
    agreed: (number: number) => `${plan}/agreed/${number}`,
    forecast: `${plan}/forecast`,
    forecastInput: `${plan}/forecast/input`,
    terms: `${plan}/terms`,
    try: `${plan}/try`,
    situations: `${plan}/situations`,
    situation: (situationId: string) => `${plan}/situations/${encodeURIComponent(situationId)}`,
    close: `${plan}/close`,
    team: `${plan}/team`,
    win: `${plan}/win`,
    reference: `${plan}/reference`,
  }
}
