export const copyLinkWords = {
  copy: 'Copy link',
  copied: 'Copied',
  notCopied: 'Your browser did not copy it. Please select the link and copy it.',
}

/** The buttons of every link that is switched on and off. */
export const linkPanelWords = {
  switchOn: 'Switch on the link',
  open: 'Open the shared page',
  switchOff: 'Switch off',
  notShown: 'Its address can no longer be shown. Switch it off and on to get a new link.',
}
