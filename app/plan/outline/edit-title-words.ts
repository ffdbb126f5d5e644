/** @param title of a task or a milestone */
export const editTitle = (title: string): string => `Edit ${title}`
