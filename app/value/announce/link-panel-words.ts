export const copyLinkWords = {
  copy: 'Copy link',
  copied: 'Copied',
  notCopied: 'The browser did not copy it. Select the link and copy it by hand.',
}
