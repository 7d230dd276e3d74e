# Ordene i rommet for indikatorer. Bokmål er kilden.

indicators-by-content = Varde, fra dokumentene
indicators-by-someone = En kollega
indicators-by-varde = Varde
indicators-chart-axis = Aksen begynner på { $from }
indicators-chart-empty = Ingen verdier er meldt inn ennå.
indicators-chart-first = Første verdi: { $value } ({ $period }).
indicators-chart-interval = 95 % konfidensintervall: { $low }–{ $high }.
indicators-chart-latest = Siste verdi: { $value } ({ $period }).
indicators-chart-question = Hvordan har det gått over tid?
indicators-chart-table = Vis tallene som tabell
indicators-conflict-definition = Det du skrev, står fortsatt i skjemaet, men er ikke lagret. Åpne indikatoren i et nytt vindu for å se hva som er endret, og last siden på nytt før du lagrer.
indicators-conflict-theirs = Lagret nå
indicators-conflict-title = { $who } endret dette { $when }
indicators-conflict-value = Perioden har allerede en verdi som du ikke har sett. Sammenlign de to. Vil du erstatte den, skriver du hvorfor og lagrer på nytt.
indicators-conflict-yours = Det du skrev
indicators-direction-down = Lavere er bedre
indicators-direction-none = Ingen retning
indicators-direction-up = Høyere er bedre
indicators-done-created = Indikatoren er foreslått.
indicators-done-imported = Verdiene i filen er lagret.
indicators-done-recorded = Verdien er lagret.
indicators-done-saved = Indikatoren er lagret.
indicators-done-state = Indikatoren har fått ny tilstand.
indicators-edit-title = Endre definisjonen
indicators-entry-correct = Rett { $period }
indicators-entry-correct-title = Rett verdien
indicators-entry-for = Meld inn for { $unit }
indicators-entry-former = Verdien nå er { $value }, lagret { $when }. Den blir stående i historikken.
indicators-entry-note = Merknad
indicators-entry-note-help = Det leseren bør vite. Mangler verdien, skriver du hvorfor. Ikke skriv noe om enkeltpasienter.
indicators-entry-page = { $indicator }, { $unit }
indicators-entry-period-help = For eksempel 2026-10 (måned), 2026-T2 (tertial), 2026-Q3 (kvartal) eller 2026 (år).
indicators-entry-provisional = Foreløpig verdi
indicators-entry-provisional-help = Kryss av hvis tallet kan bli endret senere.
indicators-entry-reason = Hvorfor endres verdien?
indicators-entry-source-help = Hvor tallet kommer fra, for eksempel egen telling.
indicators-entry-title = Meld inn en verdi
indicators-entry-value-help = Bare når teller og nevner ikke er kjent. Ellers regner Varde ut verdien.
indicators-facts-code = Kode
indicators-facts-companion = Leses sammen med
indicators-facts-data = Datakilde
indicators-facts-definition = Definisjon
indicators-facts-direction = Retning
indicators-facts-direction-ours = Retningen er et forslag fra Varde; dokumentene sier ikke hvilken vei som er best.
indicators-facts-levels = Nivå
indicators-facts-measure = Måleenhet
indicators-facts-note = Merknad
indicators-facts-owner = Eier av dataene
indicators-facts-per = { $measure } per { $per }
indicators-facts-state = Tilstand
indicators-facts-title = Definisjonsark
indicators-facts-unit = Ansvarlig enhet
indicators-facts-unknown = Ikke kjent
indicators-facts-unwritten = Ikke skrevet ned i kildene
indicators-fault-code = Bruk små bokstaver a–z, tall, punktum, bindestrek og understrek, høyst 80 tegn.
indicators-fault-code-taken = Koden er i bruk. Velg en annen.
indicators-fault-denominator-missing = Skriv nevneren også, eller bare den ferdige verdien.
indicators-fault-denominator-zero = Nevneren kan ikke være null. Var det ingen å telle, lar du tallene stå tomme og skriver det i merknaden.
indicators-fault-disagrees = Verdien stemmer ikke med teller og nevner. Rett ett av tallene, eller la verdien stå tom.
indicators-fault-large = Tallet er for stort til å stemme. Sjekk det som er skrevet.
indicators-fault-negative = Tallet kan ikke være under null.
indicators-fault-nothing = Skriv teller og nevner, en verdi, eller hvorfor verdien mangler.
indicators-fault-numerator-above = Telleren kan ikke være større enn nevneren.
indicators-fault-per = Skriv et tall over null, for eksempel 1000.
indicators-fault-per-missing = En rate trenger å vite per hvor mange.
indicators-fault-period = Skriv perioden som 2026-10, 2026-T2, 2026-Q3 eller 2026.
indicators-fault-period-future = Perioden har ikke begynt ennå.
indicators-fault-period-year = Året kan ikke stemme. Regneark gjør noen ganger tall om til datoer i år 1900.
indicators-fault-range = Laveste tall må stå først: nedre grense, verdi, øvre grense.
indicators-fault-coverage = Dekningsgraden må ligge mellom 0 og 100 prosent
indicators-fault-missing-value = Skriv enten en verdi eller hvorfor den mangler, ikke begge
indicators-fault-reason = Skriv hvorfor verdien endres, så andre forstår det senere.
indicators-fault-share = En andel må ligge mellom 0 og 100 prosent.
indicators-fault-step = Indikatoren kan ikke gå rett til denne tilstanden.
indicators-fault-undefined = Skriv definisjonen først, med teller og nevner når indikatoren har det.
indicators-fault-whole = Skriv et helt tall.
indicators-figures-count = { $n ->
    [one] Ett tall
   *[other] { $n } tall
}
indicators-figures-filter = Søk i tallene
indicators-figures-lead = Tall som dokumentene oppgir om noe ingen indikator definerer. De står som de er trykt, med dokument og sted.
indicators-figures-link = Tall i dokumentene
indicators-figures-metric = Hva tallet gjelder
indicators-figures-none = Ingen tall passer
indicators-figures-none-help = Prøv færre eller andre ord.
indicators-figures-title = Tall i dokumentene
indicators-figures-unit = Gjelder
indicators-figures-words = Ord i tall, omfang eller kilde
indicators-filter-any = Alle
indicators-filter-go = Vis
indicators-filter-label = Avgrens listen
indicators-filter-reset = Nullstill
indicators-filter-values = Verdier
indicators-filter-with = Med verdier
indicators-filter-without = Uten verdier
indicators-filter-words = Søk etter navn eller kode
indicators-form-cancel = Avbryt
indicators-form-code-help = Brukes i filer, og endres aldri. For eksempel fall.sengepost.
indicators-form-companion-help = Koden til en indikator som denne bør leses sammen med. Kan stå tom.
indicators-form-data-help = Registeret eller systemet tallene kommer fra. Kan stå tom.
indicators-form-discard = Forkast utkastet
indicators-form-draft = Vi fant igjen det du hadde begynt å skrive.
indicators-form-owner-help = Hvem som eier datakilden. Kan stå tom.
indicators-form-per = Per hvor mange
indicators-form-per-help = Bare for rater, for eksempel 1000 liggedøgn.
indicators-form-reason = Hvorfor?
indicators-form-reason-help = Blir stående i historikken.
indicators-form-save = Lagre
indicators-form-source-help = Dokument og sted, eller vedtak. Kan stå tom.
indicators-form-wrong = { $n ->
    [one] Én ting må rettes
   *[other] { $n } ting må rettes
}
indicators-former-by = Meldt inn av
indicators-former-fold = { $n ->
    [one] Vis den ene tidligere verdien
   *[other] Vis { $n } tidligere verdier
}
indicators-former-from = Gjaldt fra
indicators-former-title = Tidligere verdier
indicators-former-to = Gjaldt til
indicators-import-again = Prøv igjen med en rettet fil
indicators-import-broken = Resten av filen kan ikke leses. Sjekk anførselstegnene.
indicators-import-changed = Endrer verdi
indicators-import-column = Kolonne
indicators-import-column-missing = Kolonnen mangler.
indicators-import-column-twice = Kolonnen står to ganger.
indicators-import-column-unknown = Vi kjenner ikke denne kolonnen. Ta den bort eller rett navnet.
indicators-import-columns = indicator, unit og period må være med. Kolonnene kan også hete indikator, enhet, periode, teller, nevner, verdi, kilde og foreløpig.
indicators-import-confirm = { $n ->
    [one] Lagre den ene verdien
   *[other] Lagre { $n } verdier
}
indicators-import-effect = Hva raden gjør
indicators-import-empty = Det er ingen rader i filen.
indicators-import-file = CSV-fil
indicators-import-file-help = Semikolon eller komma mellom kolonnene, UTF-8 eller Latin-1, høyst 8 MB.
indicators-import-former = Verdi nå
indicators-import-how = Én rad for hver indikator, enhet og periode. Øverst står navnene på kolonnene:
indicators-import-indicator = Indikator
indicators-import-lead = Du ser hva filen vil gjøre, før noe lagres. Er det feil på én rad, lagres ingenting.
indicators-import-line = Linje
indicators-import-look = Se hva filen gjør
indicators-import-mixed-decimals = Filen blander komma og punktum som desimaltegn. Bruk det samme i hele filen, uten tusenskille.
indicators-import-more = { $n ->
    [one] Én rad til er ikke vist her.
   *[other] { $n } rader til er ikke vist her.
}
indicators-import-new = Ny verdi
indicators-import-no-file = Velg en fil med innhold.
indicators-import-no-indicator = Ingen indikator har koden «{ $code }».
indicators-import-no-unit = Ingen enhet har koden «{ $code }».
indicators-import-not-yours = Rollene dine gir ikke rett til å melde inn for denne enheten.
indicators-import-nothing = Alt i filen er lagret fra før. Det er ingenting å gjøre.
indicators-import-problems = Linjer som må rettes
indicators-import-refused = { $n ->
    [one] Filen har én feil
   *[other] Filen har { $n } feil
}
indicators-import-refused-help = Ingenting er lagret. Rett linjene under og send filen på nytt.
indicators-import-rows = Rad for rad
indicators-import-title = Hent verdier fra fil
indicators-import-too-large = Filen er over 8 MB. Del den, eller la den som driver Varde, hente den fra kommandolinjen.
indicators-import-too-many = Filen har for mange rader; høyst { $max } om gangen.
indicators-import-too-wide = Raden har flere kolonner enn de { $n } i første linje. Står det et skilletegn i en tekst, må teksten ha anførselstegn.
indicators-import-twice = Samme indikator, enhet og periode står også på linje { $line }.
indicators-import-unchanged = Finnes fra før
indicators-import-what = Hva som må rettes
indicators-import-yes-or-no = Skriv ja eller nei, 1 eller 0.
indicators-level-all = Alle nivåer
indicators-level-enterprise = Virksomhet
indicators-level-municipal = Kommune
indicators-level-national = Nasjonalt
indicators-level-regional = Region
indicators-list-count = { $n ->
    [one] Én indikator
   *[other] { $n } indikatorer
}
indicators-list-export = Last ned listen
indicators-list-lead = Hva som måles, hvordan det er definert, og de siste verdiene.
indicators-list-name = Navn
indicators-list-national = Siste nasjonale verdi
indicators-list-none = Ingen indikatorer passer
indicators-list-none-help = Prøv færre ord, eller nullstill avgrensningen.
indicators-list-shown = Viser { $first }–{ $last } av { $total }
indicators-list-title = Indikatorer
indicators-measure-count = Antall
indicators-measure-fte = Årsverk
indicators-measure-nok = Kroner
indicators-measure-percent = Prosent
indicators-measure-rank = Plassering
indicators-measure-rate = Rate
indicators-measure-ratio = Forholdstall
indicators-measure-score = Poeng
indicators-measure-years = År
indicators-menu = Indikatorer
indicators-new-lead = Indikatoren begynner som et forslag. Når definisjonen er skrevet, kan den prøves ut og tas i bruk.
indicators-new-title = Foreslå en indikator
indicators-series-n = Perioder
indicators-series-newest = Siste verdi
indicators-series-none = Ingen enheter har verdier
indicators-series-none-help = Når en enhet melder inn en verdi, står den her.
indicators-series-title = Verdier per enhet
indicators-state-adopted = I bruk
indicators-state-next = Neste steg
indicators-state-now = Tilstanden nå er
indicators-state-piloted = Prøves ut
indicators-state-proposed = Foreslått
indicators-state-retired = Avsluttet
indicators-state-specified = Definert
indicators-state-title = Endre tilstand
indicators-unit-gone = En enhet som ikke finnes lenger
indicators-value-about = ca. { $value }
indicators-value-approximate = omtrentlig
indicators-value-fte = { $value } årsverk
indicators-value-interval = 95 % konfidensintervall
indicators-value-least = minst { $value }
indicators-value-missing = ikke oppgitt
indicators-value-most = høyst { $value }
indicators-value-nok = { $value } kr
indicators-value-none = Ingen verdi ennå
indicators-value-of = { $value } ({ $numerator } av { $denominator })
indicators-value-provisional = foreløpig
indicators-value-range = { $low }–{ $high }
indicators-value-rank = nr. { $value }
indicators-value-years = { $value } år
indicators-values-correct = Rett
indicators-values-denominator = Nevner
indicators-values-export = Last ned verdiene
indicators-values-numerator = Teller
indicators-values-period = Periode
indicators-values-source = Kilde
indicators-values-title = Verdier
indicators-values-value = Verdi
