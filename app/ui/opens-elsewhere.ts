type Press = { metaKey: boolean; ctrlKey: boolean; shiftKey: boolean }

/** Whether a press on a link asks the browser for a new tab or window, so that the page leaves it alone. */
export const opensElsewhere = ({ metaKey, ctrlKey, shiftKey }: Press): boolean => metaKey || ctrlKey || shiftKey
