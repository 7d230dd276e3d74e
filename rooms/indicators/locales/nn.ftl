# Orda i rommet for indikatorar.

indicators-by-content = Varde, frå dokumenta
indicators-by-someone = Ein kollega
indicators-by-varde = Varde
indicators-chart-axis = Aksen byrjar på { $from }
indicators-chart-empty = Ingen verdiar er melde inn enno.
indicators-chart-first = Første verdi: { $value } ({ $period }).
indicators-chart-interval = 95 % konfidensintervall: { $low }–{ $high }.
indicators-chart-latest = Siste verdi: { $value } ({ $period }).
indicators-chart-question = Korleis har det gått over tid?
indicators-chart-table = Vis tala som tabell
indicators-conflict-definition = Det du skreiv, står framleis i skjemaet, men er ikkje lagra. Opne indikatoren i eit nytt vindauge for å sjå kva som er endra, og last sida på nytt før du lagrar.
indicators-conflict-theirs = Lagra no
indicators-conflict-title = { $who } endra dette { $when }
indicators-conflict-value = Perioden har alt ein verdi som du ikkje har sett. Jamfør dei to. Vil du byte han ut, skriv du kvifor og lagrar på nytt.
indicators-conflict-yours = Det du skreiv
indicators-direction-down = Lågare er betre
indicators-direction-none = Inga retning
indicators-direction-up = Høgare er betre
indicators-done-created = Indikatoren er føreslått.
indicators-done-imported = Verdiane i fila er lagra.
indicators-done-recorded = Verdien er lagra.
indicators-done-saved = Indikatoren er lagra.
indicators-done-state = Indikatoren har fått ny tilstand.
indicators-edit-title = Endre definisjonen
indicators-entry-correct = Rett { $period }
indicators-entry-correct-title = Rett verdien
indicators-entry-for = Meld inn for { $unit }
indicators-entry-former = Verdien no er { $value }, lagra { $when }. Han blir ståande i historikken.
indicators-entry-note = Merknad
indicators-entry-note-help = Det lesaren bør vite. Manglar verdien, skriv du kvifor. Ikkje skriv noko om einskilde pasientar.
indicators-entry-page = { $indicator }, { $unit }
indicators-entry-period-help = Til dømes 2026-10 (månad), 2026-T2 (tertial), 2026-Q3 (kvartal) eller 2026 (år).
indicators-entry-provisional = Førebels verdi
indicators-entry-provisional-help = Kryss av om talet kan bli endra seinare.
indicators-entry-reason = Kvifor blir verdien endra?
indicators-entry-source-help = Kvar talet kjem frå, til dømes eiga teljing.
indicators-entry-title = Meld inn ein verdi
indicators-entry-value-help = Berre når teljar og nemnar ikkje er kjende. Elles reknar Varde ut verdien.
indicators-facts-code = Kode
indicators-facts-companion = Blir lesen saman med
indicators-facts-data = Datakjelde
indicators-facts-definition = Definisjon
indicators-facts-direction = Retning
indicators-facts-direction-ours = Retninga er eit framlegg frå Varde; dokumenta seier ikkje kva veg som er best.
indicators-facts-levels = Nivå
indicators-facts-measure = Måleeining
indicators-facts-note = Merknad
indicators-facts-owner = Eigar av dataa
indicators-facts-per = { $measure } per { $per }
indicators-facts-state = Tilstand
indicators-facts-title = Definisjonsark
indicators-facts-unit = Ansvarleg eining
indicators-facts-unknown = Ikkje kjent
indicators-facts-unwritten = Ikkje skriven ned i kjeldene
indicators-fault-code = Bruk små bokstavar a–z, tal, punktum, bindestrek og understrek, høgst 80 teikn.
indicators-fault-code-taken = Koden er i bruk. Vel ein annan.
indicators-fault-denominator-missing = Skriv nemnaren òg, eller berre den ferdige verdien.
indicators-fault-denominator-zero = Nemnaren kan ikkje vere null. Var det ingen å telje, lèt du tala stå tomme og skriv det i merknaden.
indicators-fault-disagrees = Verdien stemmer ikkje med teljar og nemnar. Rett eitt av tala, eller lat verdien stå tom.
indicators-fault-large = Talet er for stort til å stemme. Sjekk det som er skrive.
indicators-fault-negative = Talet kan ikkje vere under null.
indicators-fault-nothing = Skriv teljar og nemnar, ein verdi, eller kvifor verdien manglar.
indicators-fault-numerator-above = Teljaren kan ikkje vere større enn nemnaren.
indicators-fault-per = Skriv eit tal over null, til dømes 1000.
indicators-fault-per-missing = Ein rate treng å vite per kor mange.
indicators-fault-period = Skriv perioden som 2026-10, 2026-T2, 2026-Q3 eller 2026.
indicators-fault-period-future = Perioden har ikkje byrja enno.
indicators-fault-period-year = Året kan ikkje stemme. Rekneark gjer nokre gonger tal om til datoar i år 1900.
indicators-fault-range = Lågaste tal må stå først: nedre grense, verdi, øvre grense.
indicators-fault-coverage = Dekningsgrada må liggje mellom 0 og 100 prosent
indicators-fault-missing-value = Skriv anten ein verdi eller kvifor han manglar, ikkje begge
indicators-fault-reason = Skriv kvifor verdien blir endra, så andre forstår det seinare.
indicators-fault-share = Ein prosentdel må liggje mellom 0 og 100 prosent.
indicators-fault-step = Indikatoren kan ikkje gå rett til denne tilstanden.
indicators-fault-undefined = Skriv definisjonen først, med teljar og nemnar når indikatoren har det.
indicators-fault-whole = Skriv eit heilt tal.
indicators-figures-count = { $n ->
    [one] Eitt tal
   *[other] { $n } tal
}
indicators-figures-filter = Søk i tala
indicators-figures-lead = Tal som dokumenta gir opp om noko ingen indikator definerer. Dei står slik dei er prenta, med dokument og stad.
indicators-figures-link = Tal i dokumenta
indicators-figures-metric = Kva talet gjeld
indicators-figures-none = Ingen tal passar
indicators-figures-none-help = Prøv færre eller andre ord.
indicators-figures-title = Tal i dokumenta
indicators-figures-unit = Gjeld
indicators-figures-words = Ord i tal, omfang eller kjelde
indicators-filter-any = Alle
indicators-filter-go = Vis
indicators-filter-label = Avgrens lista
indicators-filter-reset = Nullstill
indicators-filter-values = Verdiar
indicators-filter-with = Med verdiar
indicators-filter-without = Utan verdiar
indicators-filter-words = Søk etter namn eller kode
indicators-form-cancel = Avbryt
indicators-form-code-help = Blir brukt i filer, og blir aldri endra. Til dømes fall.sengepost.
indicators-form-companion-help = Koden til ein indikator som denne bør lesast saman med. Kan stå tom.
indicators-form-data-help = Registeret eller systemet tala kjem frå. Kan stå tom.
indicators-form-discard = Forkast utkastet
indicators-form-draft = Vi fann att det du hadde byrja å skrive.
indicators-form-owner-help = Kven som eig datakjelda. Kan stå tom.
indicators-form-per = Per kor mange
indicators-form-per-help = Berre for ratar, til dømes 1000 liggjedøgn.
indicators-form-reason = Kvifor?
indicators-form-reason-help = Blir ståande i historikken.
indicators-form-save = Lagre
indicators-form-source-help = Dokument og stad, eller vedtak. Kan stå tom.
indicators-form-wrong = { $n ->
    [one] Éin ting må rettast
   *[other] { $n } ting må rettast
}
indicators-former-by = Meld inn av
indicators-former-fold = { $n ->
    [one] Vis den eine tidlegare verdien
   *[other] Vis { $n } tidlegare verdiar
}
indicators-former-from = Gjaldt frå
indicators-former-title = Tidlegare verdiar
indicators-former-to = Gjaldt til
indicators-import-again = Prøv igjen med ei retta fil
indicators-import-broken = Resten av fila kan ikkje lesast. Sjekk hermeteikna.
indicators-import-changed = Endrar verdi
indicators-import-column = Kolonne
indicators-import-column-missing = Kolonnen manglar.
indicators-import-column-twice = Kolonnen står to gonger.
indicators-import-column-unknown = Vi kjenner ikkje denne kolonnen. Ta han bort eller rett namnet.
indicators-import-columns = indicator, unit og period må vere med. Kolonnane kan òg heite indikator, eining, periode, teljar, nemnar, verdi, kjelde og førebels.
indicators-import-confirm = { $n ->
    [one] Lagre den eine verdien
   *[other] Lagre { $n } verdiar
}
indicators-import-effect = Kva rada gjer
indicators-import-empty = Det er ingen rader i fila.
indicators-import-file = CSV-fil
indicators-import-file-help = Semikolon eller komma mellom kolonnane, UTF-8 eller Latin-1, høgst 8 MB.
indicators-import-former = Verdi no
indicators-import-how = Éi rad for kvar indikator, eining og periode. Øvst står namna på kolonnane:
indicators-import-indicator = Indikator
indicators-import-lead = Du ser kva fila vil gjere, før noko blir lagra. Er det feil på éi rad, blir ingenting lagra.
indicators-import-line = Linje
indicators-import-look = Sjå kva fila gjer
indicators-import-mixed-decimals = Fila blandar komma og punktum som desimalteikn. Bruk det same i heile fila, utan tusenskilje.
indicators-import-more = { $n ->
    [one] Éi rad til er ikkje vist her.
   *[other] { $n } rader til er ikkje viste her.
}
indicators-import-new = Ny verdi
indicators-import-no-file = Vel ei fil med innhald.
indicators-import-no-indicator = Ingen indikator har koden «{ $code }».
indicators-import-no-unit = Inga eining har koden «{ $code }».
indicators-import-not-yours = Rollene dine gir ikkje rett til å melde inn for denne eininga.
indicators-import-nothing = Alt i fila er lagra frå før. Det er ingenting å gjere.
indicators-import-problems = Linjer som må rettast
indicators-import-refused = { $n ->
    [one] Fila har éin feil
   *[other] Fila har { $n } feil
}
indicators-import-refused-help = Ingenting er lagra. Rett linjene under og send fila på nytt.
indicators-import-rows = Rad for rad
indicators-import-title = Hent verdiar frå fil
indicators-import-too-large = Fila er over 8 MB. Del ho, eller lat den som driv Varde, hente ho frå kommandolinja.
indicators-import-too-many = Fila har for mange rader; høgst { $max } om gongen.
indicators-import-too-wide = Rada har fleire kolonnar enn dei { $n } i første linje. Står det eit skiljeteikn i ein tekst, må teksten ha hermeteikn.
indicators-import-twice = Same indikator, eining og periode står òg på linje { $line }.
indicators-import-unchanged = Finst frå før
indicators-import-what = Kva som må rettast
indicators-import-yes-or-no = Skriv ja eller nei, 1 eller 0.
indicators-level-all = Alle nivå
indicators-level-enterprise = Verksemd
indicators-level-municipal = Kommune
indicators-level-national = Nasjonalt
indicators-level-regional = Region
indicators-list-count = { $n ->
    [one] Éin indikator
   *[other] { $n } indikatorar
}
indicators-list-export = Last ned lista
indicators-list-lead = Kva som blir målt, korleis det er definert, og dei siste verdiane.
indicators-list-name = Namn
indicators-list-national = Siste nasjonale verdi
indicators-list-none = Ingen indikatorar passar
indicators-list-none-help = Prøv færre ord, eller nullstill avgrensinga.
indicators-list-shown = Viser { $first }–{ $last } av { $total }
indicators-list-title = Indikatorar
indicators-measure-count = Tal
indicators-measure-fte = Årsverk
indicators-measure-nok = Kroner
indicators-measure-percent = Prosent
indicators-measure-rank = Plassering
indicators-measure-rate = Rate
indicators-measure-ratio = Forholdstal
indicators-measure-score = Poeng
indicators-measure-years = År
indicators-menu = Indikatorar
indicators-new-lead = Indikatoren byrjar som eit framlegg. Når definisjonen er skriven, kan han prøvast ut og takast i bruk.
indicators-new-title = Gjer framlegg om ein indikator
indicators-series-n = Periodar
indicators-series-newest = Siste verdi
indicators-series-none = Ingen einingar har verdiar
indicators-series-none-help = Når ei eining melder inn ein verdi, står han her.
indicators-series-title = Verdiar per eining
indicators-state-adopted = I bruk
indicators-state-next = Neste steg
indicators-state-now = Tilstanden no er
indicators-state-piloted = Blir prøvd ut
indicators-state-proposed = Føreslått
indicators-state-retired = Avslutta
indicators-state-specified = Definert
indicators-state-title = Endre tilstand
indicators-unit-gone = Ei eining som ikkje finst lenger
indicators-value-about = ca. { $value }
indicators-value-approximate = omtrentleg
indicators-value-fte = { $value } årsverk
indicators-value-interval = 95 % konfidensintervall
indicators-value-least = minst { $value }
indicators-value-missing = ikkje oppgitt
indicators-value-most = høgst { $value }
indicators-value-nok = { $value } kr
indicators-value-none = Ingen verdi enno
indicators-value-of = { $value } ({ $numerator } av { $denominator })
indicators-value-provisional = førebels
indicators-value-range = { $low }–{ $high }
indicators-value-rank = nr. { $value }
indicators-value-years = { $value } år
indicators-values-correct = Rett
indicators-values-denominator = Nemnar
indicators-values-export = Last ned verdiane
indicators-values-numerator = Teljar
indicators-values-period = Periode
indicators-values-source = Kjelde
indicators-values-title = Verdiar
indicators-values-value = Verdi
