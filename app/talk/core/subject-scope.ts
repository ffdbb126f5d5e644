/** What a comment can be about. */
export type SubjectScope = 'plan' | 'task' | 'milestone'
