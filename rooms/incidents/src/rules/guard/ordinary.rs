//! Family names that are everyday words too.

use super::context::is_listed;

/// Folded words: landscape and farm words, places with hospitals, names that diseases, scales and devices
/// bear, and some English words. Alone, these say nothing of a person even with a capital letter (*Lie*, *Førde*,
/// *Foley*). The list is short and made by hand: a family name that is an everyday word and missing here is pointed
/// out as likely, which costs the writer a glance.
pub(super) const ORDINARY: &str = "\
    addison aker alzheimer apgar arendal babinski bakk bakke bakken basedow bekk bekken bell berg berge bergen \
    bishop bjerke bjørk bjørn blomst bodø bonde borg braden brekke brown bru bråte bråten bråthen byen bærum cook \
    crohn cushing dal dalen doppler down drammen eide eidsvoll elv elve elverum eng enge engen falk field fjeld \
    fjell fjord flekkefjord foley ford foss fossen frost furu førde gard gaustad gjøvik glasgow gran graves green \
    grov grønn gård hage hagen halden hall hamar hammerfest haug hauge haugen haukeland hav heia heim helle hill \
    hodgkin holm holmen holt horten house huntington hus hval høy høyer jordet king kirkenes kleiv klev knight \
    kongsberg kraft kragerø krog krogen krok lake land lang lange larvik lege legen levanger lie lien lier \
    lillehammer lind long lovisenberg lund lunde lunden lærdal løken løve mandal mann mark marken may meniere mester \
    molde morgen morse moss myhre myr myra myren mø møller møn namsos narvik nes ness nord north norton notodden \
    nygård odda orkdal oslo park parkinson plass port prest price rana ravn raynaud rice rich ringer rjukan rose rud \
    ruud rød rønning sand sande sandefjord sanden selje seter sjø sjøgren skien skog skogen skår smed sol sommer \
    stavanger stein steinkjer sten stene stone stor stord storm strand stranden strøm sund sunde svart sæter sætre \
    sør tangen teig torp tourette trendelenburg tromsø tun turner tveit tynset ullevål ulv vakt vang vann vest vik \
    vika viken vinter vogn vold volda voll voss waterlow wernicke west white wilson wood woods young åsen øst";

/// Whether a folded word alone is more often an everyday word than a family name. So are those of one or two letters.
pub(super) fn is_ordinary(word: &str) -> bool {
    word.chars().nth(2).is_none() || is_listed(word, ORDINARY)
}
