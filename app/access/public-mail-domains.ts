/**
 * Domains at which anyone can have an address, so that they name no company. Collected from the sign-up pages of the providers
 * themselves (Google, Microsoft, Apple, Yahoo, AOL, Proton, GMX, WEB.DE, Telekom, Zoho, Fastmail, Tuta, mail.com, Yandex, Mail.ru,
 * QQ, NetEase, Sina, Naver, Daum, Orange, Free, La Poste, SFR, Libero, Virgilio, Tiscali, WP, Onet, Interia, Seznam, Bluewin, Comcast,
 * AT&T, Verizon, Cox, BT, Sky, Virgin Media, Rogers, Telstra, UOL, Terra, Rediff) and of throw-away mailboxes; last looked through in
 * November 2026. Providers with one name in many countries are matched by that name.
 */
export const publicMailDomains: ReadonlySet<string> = new Set(
  `
  gmail.com googlemail.com
  outlook.com hotmail.com live.com msn.com passport.com
  icloud.com me.com mac.com
  yahoo.com ymail.com rocketmail.com myyahoo.com
  aol.com aim.com
  proton.me protonmail.com protonmail.ch pm.me
  gmx.de gmx.net gmx.at gmx.ch gmx.com gmx.eu gmx.org gmx.info gmx.us gmx.co.uk gmx.fr gmx.es
  web.de email.de freenet.de t-online.de magenta.de arcor.de online.de mailbox.org posteo.de posteo.net kabelmail.de
  zoho.com zohomail.com zohomail.eu
  fastmail.com fastmail.fm
  tuta.com tuta.io tutanota.com tutanota.de tutamail.com keemail.me
  mail.com email.com usa.com consultant.com engineer.com europe.com myself.com
  hey.com duck.com hushmail.com runbox.com startmail.com mailfence.com
  yandex.ru yandex.com ya.ru mail.ru bk.ru inbox.ru list.ru internet.ru rambler.ru
  qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com aliyun.com 139.com 189.cn
  naver.com daum.net hanmail.net nate.com kakao.com
  orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr numericable.fr
  libero.it virgilio.it tiscali.it alice.it tin.it tim.it fastwebnet.it email.it pec.it
  wp.pl onet.pl onet.eu o2.pl interia.pl interia.eu op.pl gazeta.pl
  seznam.cz email.cz centrum.cz azet.sk post.cz volny.cz
  bluewin.ch hispeed.ch sunrise.ch
  comcast.net xfinity.com att.net sbcglobal.net bellsouth.net verizon.net cox.net charter.net spectrum.net earthlink.net juno.com
  btinternet.com btopenworld.com sky.com virginmedia.com ntlworld.com talktalk.net blueyonder.co.uk
  rogers.com shaw.ca sympatico.ca bell.net videotron.ca telus.net
  bigpond.com bigpond.net.au optusnet.com.au iinet.net.au xtra.co.nz
  uol.com.br bol.com.br terra.com.br ig.com.br globo.com
  rediffmail.com rediff.com
  telenet.be skynet.be ziggo.nl kpnmail.nl planet.nl xs4all.nl home.nl hetnet.nl
  telia.com bredband.net comhem.se online.no tele2.se
  terra.es telefonica.net sapo.pt
  abv.bg freemail.hu citromail.hu ukr.net i.ua walla.co.il
  mailinator.com guerrillamail.com 10minutemail.com temp-mail.org yopmail.com trashmail.com sharklasers.com getnada.com maildrop.cc
  dispostable.com throwawaymail.com
  `
    .split(/\s+/)
    .filter(Boolean),
)

/** "yahoo.co.jp", "hotmail.fr", "outlook.com.br": one provider, a domain in every country. */
const inManyCountries =
  /^(yahoo|hotmail|outlook|live|windowslive|gmx|yandex|aol|mailinator|yopmail)\.[a-z]{2,3}(\.[a-z]{2})?$/

/** Whether anyone can have an address there. @param domain in lower case */
export const isPublicMailDomain = (domain: string): boolean =>
  publicMailDomains.has(domain) || inManyCountries.test(domain)
