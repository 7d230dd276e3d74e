//! The words around a number that tell what it is. A list is one text, its words written as
//! [`folded`](super::reading::folded) gives them, in bokmål, nynorsk and English; a word of the text and the one before
//! it count as one too (`D-nummer` is `dnummer`).

use super::reading::Reading;

/// Words at most this many signs away are near.
const REACH: usize = 48;

/// What calls a number an identity number.
pub(super) const IDENTITY: &str = "\
    birth born dnr dnumber dnummer dnummeret dob fh fhnr fhnumber fhnummer fnr fodselsdato fodselsnr fodselsnummer \
    foedselsdato foedselsnummer foedt fødd fødselsdato fødselsnr fødselsnummer fødselsnummeret født hjelpenummer \
    hjelpenummeret hnr hnumber hnummer id identifikasjonsnummer identifikator identitet identitetsnummer \
    identitetsnummeret identity idnr idnummer idnummeret persnr personid personidentifikator personnr personnummer \
    personnummeret pid pnr ssn";
/// What calls a date a date of birth, anywhere near before it.
pub(super) const BIRTH: &str = "\
    birth birthdate birthday born dob fdato fodselsdato fødd fødde fødselsdag fødselsdagen fødselsdato fødselsdatoen \
    fødselsår født";
/// What calls a number a telephone number.
pub(super) const PHONE: &str = "\
    call called calling cell kontakttelefon mob mobil mobile mobilen mobilnr mobilnummer mobilnummeret oppringt \
    phone ring ringde ringe ringer ringje ringt ringte sms tel telefon telefonen telefonnr telefonnummer \
    telefonnummeret telephone texted tlf tlfnr tlph whatsapp";
/// What calls a number something other than a telephone number.
pub(super) const NO_PHONE: &str = "\
    artikkel artikkelnr avvik avviksnr batch batchnr bestilling bestillingsnr blodtrykk bt case code dkk dose dosen \
    ean eur faktura fakturanr gtin hpr hprnr invoice journal journalnr kapittel kl klokka klokken kode konto kontonr \
    kontonummer kr kroner lot lotnr melding meldingsnr mg ml modell nok order ordre ordrenr ordrenummer org \
    organisasjonsnummer orgnr produkt produktnr puls pulse ref referanse reference refnr resp rom room rr sak saksnr \
    saksnummer sat sek serial serienr serienummer side sn spo temp utstyr varenr vekt version versjon";
/// What calls a number one of the register of health personnel.
pub(super) const REGISTER: &str = "\
    helsepersonellnr helsepersonellnummer hpr hprnr hprnumber hprnummer hprnummeret";
/// Units: a number before one of these is an amount.
pub(super) const UNITS: &str = "\
    cm dager days dl dose doser enheter euro g ganger gram hours ie iu kcal kg kr kroner l liter meldinger mg \
    mikrogram minutes minutter ml mm mmhg mmol mnok nok pasienter patients personer prosent pst sekunder stk tabl \
    tabletter timar timer times tonn µg år μg";

/// A word and the one before it.
#[derive(Clone, Copy)]
pub(super) struct Near<'a> {
    text: &'a str,
    previous: &'a str,
}

impl Near<'_> {
    /// Whether the word, or the two as one, is on a list.
    pub(super) fn is_in(self, list: &str) -> bool {
        let is_pair = |entry: &str| entry.strip_prefix(self.previous).is_some_and(|rest| rest == self.text);
        list.split_whitespace().any(|entry| entry == self.text || is_pair(entry))
    }
}

/// Whether a word is on a list.
pub(super) fn is_listed(word: &str, list: &str) -> bool {
    list.split_whitespace().any(|entry| entry == word)
}

/// The last `n` words before a place that are near it, the nearest first.
pub(super) fn before(reading: &Reading, at: usize, n: usize) -> impl Iterator<Item = Near<'_>> {
    let end = reading.word_from(at);
    let near = (end.saturating_sub(n)..end).rev().filter_map(|place| Some((place, reading.words.get(place)?)));
    near.take_while(move |(_, word)| at.saturating_sub(word.span.end) <= REACH).map(|(place, word)| {
        let previous = place.checked_sub(1).and_then(|before| reading.words.get(before));
        Near { text: &word.text, previous: previous.map_or("", |word| &word.text) }
    })
}

/// The first `n` words after a place that are near it.
pub(super) fn after(reading: &Reading, at: usize, n: usize) -> impl Iterator<Item = Near<'_>> {
    let words = reading.words.iter().skip(reading.word_from(at)).take(n);
    words
        .take_while(move |word| word.span.start.saturating_sub(at) <= REACH)
        .map(|word| Near { text: &word.text, previous: "" })
}

/// Whether the number that ends here is an amount: a unit, a percent or a currency sign follows.
pub(super) fn is_amount(reading: &Reading, end: usize) -> bool {
    let next = (end..reading.len()).take(3).find(|at| reading.sign(*at).is_some_and(|sign| !sign.is_whitespace()));
    next.is_some_and(|at| {
        matches!(reading.sign(at), Some('%' | '‰' | '€' | '$' | '£'))
            || reading
                .words
                .get(reading.word_from(at))
                .is_some_and(|word| word.span.start == at && is_listed(&word.text, UNITS))
    })
}
