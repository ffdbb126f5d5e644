export const copyLinkWords = {
  copy: 'Copy link',
  copied: 'Copied',
  notCopied: 'The browser did not copy it. Select the link and copy it by hand.',
}

/** The buttons of every link that is switched on and off. */
export const linkPanelWords = {
  switchOn: 'Switch on the link',
  open: 'Open the shared page',
  switchOff: 'Switch off',
  notShown: 'Its address can no longer be shown. Switch it off and on to get a new link.',
}
