/**
 * Tells pages that are open while a new version is put in whether they can read the data that its server sends: a page waits for its reader to open
 * the new version where this differs. Goes up with a change that pages of the version before cannot read, not with one that only adds.
 */
export const dataVersion = '1'

export const dataVersionHeader = 'X-Data-Version'
