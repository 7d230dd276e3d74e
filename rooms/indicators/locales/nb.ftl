# Ordene i rommet for indikatorer. Bokmål er kilden.

indicators-advice-constant = Alle verdiene er like.
indicators-advice-few-events = I snitt bare { $expected } hendelser per punkt, så grensene regnes ut av den eksakte fordelingen.
indicators-advice-few-points = Bare { $n } verdier er for få til grenser ennå, så diagrammet viser medianen.
indicators-advice-is = Dataene passer best i dette: { $chart }.
indicators-advice-overdispersed = Verdiene varierer { $times } ganger så mye som tilfeldigheter alene gir, så grensene er videre.
indicators-advice-rare = I snitt { $expected } hendelser per punkt er for lite å se endringer i. Legg sammen { $join } perioder, eller følg tiden mellom hendelsene.
indicators-advice-sizes = Den største nevneren er { $ratio } ganger den minste, så grensene følger nevneren.
indicators-advice-title = Hvorfor dette diagrammet
indicators-affirm-all = Gå god for alle { $n } verdiene
indicators-affirm-by = { $who } går god for verdien, { $day }
indicators-affirm-done = Du har gått god for verdiene
indicators-affirm-help = Du sier da at verdiene er kontrollert og riktige, på vegne av enheten. Rettes en verdi senere, må noen gå god for den på nytt.
indicators-affirm-one = Gå god for verdien for { $period }
indicators-affirm-title = Gå god for verdier
indicators-agreement-apart = De { $n } kildene peker ikke samme vei: noe har blitt bedre, og noe har blitt verre. Se på hva hver av dem teller, før dere tror mer på den ene.
indicators-agreement-better = Kildene peker samme vei: de som kan si noe, viser en endring til det bedre.
indicators-agreement-partly-better = Noe har endret seg til det bedre; de andre kildene viser ingen sikker endring. De motsier ikke hverandre.
indicators-agreement-partly-worse = Noe har endret seg til det verre; de andre kildene viser ingen sikker endring. De motsier ikke hverandre.
indicators-agreement-steady = Kildene peker samme vei: ingen av dem viser en sikker endring.
indicators-agreement-too-few = For få av kildene har nok verdier til å si om de peker samme vei.
indicators-agreement-worse = Kildene peker samme vei: de som kan si noe, viser en endring til det verre.
indicators-assurance-chance = Målet nås av og til
indicators-assurance-fails = Målet nås ikke
indicators-assurance-passes = Målet nås hver gang
indicators-basis-adjusted = Standardisert
indicators-basis-because-cut-off = flere data: til og med { $from }, så til og med { $to }
indicators-basis-because-definition = ny definisjon: { $from }, så { $to }
indicators-basis-because-structure = andre enheter: som de var { $from }, så som de var { $to }
indicators-basis-because-suppression = en annen regel for små tall: { $from }, så { $to }
indicators-basis-change = { $period }: { $old } ble { $new }. Grunn: { $why }.
indicators-basis-changes = Tall som er regnet ut på nytt
indicators-basis-cut-off = Data til og med
indicators-basis-definition = Definisjon
indicators-basis-definition-version = { $code }, versjon { $version }
indicators-basis-excluded = Ikke regnet med
indicators-basis-fewer = færre enn { $n }
indicators-basis-interval = { $value } (95 %: { $low } til { $high })
indicators-basis-lead = Regnet ut fra hendelser (opphold, inngrep, gjennomganger), ikke meldt inn av noen. Det samme gir alltid det samme tallet: definisjonen, dataene, enhetene og regelen for små tall.
indicators-basis-least = Vises ikke når færre enn { $n } er regnet med
indicators-basis-nobody = Ingen utelatt
indicators-basis-out-after = etter at dataene sluttet
indicators-basis-out-age = alder mangler
indicators-basis-out-died = døde før
indicators-basis-out-end = slutt mangler
indicators-basis-out-left = flyttet før tiden var ute
indicators-basis-out-outcome = utfall mangler
indicators-basis-out-residence = bosted mangler
indicators-basis-out-ripe = for tidlig å si
indicators-basis-structure = Enheter slik de var
indicators-basis-suppression = Regel for små tall
indicators-basis-title = Hvorfor dette tallet?
indicators-beside-apart = Tallene legges ikke sammen: den samme hendelsen kan stå i flere kilder, og hver kilde teller ut av noe annet.
indicators-beside-lead = Hva hver kilde sier om enheten, hva tallene er regnet ut av, og hva kilden ikke kan si.
indicators-beside-none = Ingen kilde har verdier for enheten
indicators-beside-none-help = Kildene står i registeret. Verdier tas inn fra fil eller skrives inn på indikatoren.
indicators-beside-silent = Kilder uten verdier for enheten
indicators-beside-tab = Kilder
indicators-beside-title = Kildene side om side
indicators-beside-year = År
indicators-by-content = Varde, fra dokumentene
indicators-by-someone = En kollega
indicators-by-varde = Varde
indicators-chart-axis = Aksen begynner på { $from }
indicators-chart-beyond = ligger utenfor aksen
indicators-chart-empty = Ingen verdier er meldt inn ennå.
indicators-chart-excluded = holdt utenfor grensene
indicators-chart-first = Første verdi: { $value } ({ $period }).
indicators-chart-inner = To standardavvik
indicators-chart-interval = 95 % konfidensintervall: { $low }–{ $high }.
indicators-chart-latest = Siste verdi: { $value } ({ $period }).
indicators-chart-limits = Grenser
indicators-chart-lower = Nedre grense
indicators-chart-mean = Gjennomsnitt
indicators-chart-measure = Tiltak: { $name }
indicators-chart-median = Median
indicators-chart-near = Flere nær en grense
indicators-chart-note = Notat
indicators-chart-of = { $part } av { $whole }
indicators-chart-question = Hvordan har det gått over tid?
indicators-chart-redefined = ny definisjon
indicators-chart-run = Varig endring
indicators-chart-signal = Signal
indicators-chart-table = Vis tallene som tabell
indicators-chart-target = Mål
indicators-chart-upper = Øvre grense
indicators-charting-accept = Begynn en ny fase
indicators-charting-accepted = ny fase
indicators-charting-advised = Det som passer dataene best
indicators-charting-answered = Svaret er lagret
indicators-charting-answered-title = Besvarte forslag
indicators-charting-baseline = Lås ved de første … verdiene
indicators-charting-baseline-help = Da kommer grensene bare fra dem, og senere verdier holdes mot dem. Kan stå tom.
indicators-charting-decided = { $day }, { $who }
indicators-charting-decline = Behold fasen
indicators-charting-declined = beholdt
indicators-charting-done = Diagrammet er endret
indicators-charting-event = Dette er en hendelse: tegn den på diagrammet
indicators-charting-event-help = Et notat om et tiltak blir alltid tegnet som en hendelse.
indicators-charting-event-mark = Hendelse
indicators-charting-evidence = Nivået kan ha endret seg med { $shift } (95 %-intervall { $low } til { $high }) fra { $period }.
indicators-charting-exclude-new = Hold et punkt utenfor grensene
indicators-charting-fault-baseline = Skriv et helt tall fra 3 til 500.
indicators-charting-fault-period = Velg en periode som har en verdi.
indicators-charting-former = Dette er versjon { $version } av diagrammet, slik det var bestemt da.
indicators-charting-include = Ta punktet med igjen
indicators-charting-kind-help = Velg selv bare når du vet hvorfor.
indicators-charting-link = Diagrammet: faser, notater, regler
indicators-charting-locked = Låst ved de { $n } første
indicators-charting-measure = Tiltaket
indicators-charting-newest = Se den nyeste
indicators-charting-no-phases = Hele serien er én fase.
indicators-charting-no-points = Ingen punkter er holdt utenfor, og ingen notater er skrevet.
indicators-charting-note-gone = Notatet er trukket tilbake
indicators-charting-note-help = Hva skjedde da? Skriv ikke noe om pasienter.
indicators-charting-note-measure-help = Velg tiltaket hvis notatet handler om et. Da står det på diagrammet, og diagrammet på tiltakets side.
indicators-charting-note-new = Skriv et notat på et punkt
indicators-charting-note-withdraw = Trekk notatet tilbake
indicators-charting-noted = Notatet er skrevet
indicators-charting-phase-measure-help = Velg tiltaket hvis fasen følger av et. Da står det på diagrammet, og diagrammet på tiltakets side.
indicators-charting-phase-new = Begynn en ny fase
indicators-charting-phases = Faser
indicators-charting-points = Punkter og notater
indicators-charting-reason = Hvorfor?
indicators-charting-reason-help = Blir stående ved diagrammet, med navnet ditt og datoen.
indicators-charting-rule-set = Regelsett
indicators-charting-rule-set-help = Bestemmer hva som regnes som et signal.
indicators-charting-rules = Regler: { $rules }.
indicators-charting-settings = Diagram, regler og mål
indicators-charting-stretch = Endringen begynte med 95 % sannsynlighet mellom { $earliest } og { $latest }.
indicators-charting-stretch-one = Endringen begynte med 95 % sannsynlighet i { $period }.
indicators-charting-suggestion = Her kan en ny fase ha begynt
indicators-charting-title = Diagrammet for { $unit }
indicators-charting-undecided = Ingen har bestemt noe om diagrammet ennå. Det velges etter dataene.
indicators-charting-unphase = Ta bort fasen
indicators-charting-version = Versjon { $n }
indicators-charting-version-head = Versjon
indicators-charting-versions = Versjoner av diagrammet
indicators-charting-weight-positive = Belegg: Tallene passer bedre med to nivåer enn med ett, men ikke mye.
indicators-charting-weight-strong = Belegg: Tallene passer mye bedre med to nivåer enn med ett.
indicators-charting-weight-very-strong = Belegg: Tallene passer så mye bedre med to nivåer at ett nivå nesten ikke er mulig.
indicators-charting-why-first = Spør først hvorfor. En ny fase skal ha en årsak som noen kjenner; ellers skjuler den det som bør undersøkes.
indicators-choice-chosen = Valgt av noen på enheten.
indicators-choice-count = Verdiene er antall hendelser.
indicators-choice-measured = Verdiene er målt, ikke talt.
indicators-choice-rate = Verdiene er hendelser per enhet av det de er regnet av.
indicators-choice-share = Verdiene er andeler av et kjent antall.
indicators-compare-counted = Regnet av
indicators-compare-lead = Enhetene står etter navn, aldri etter resultat. Forskjeller som intervallene dekker, er ikke sikre.
indicators-compare-title = Ved siden av andre
indicators-conflict-theirs = Lagret nå
indicators-conflict-title = { $who } endret dette { $when }
indicators-conflict-value = Perioden har allerede en verdi som du ikke har sett. Sammenlign de to. Vil du erstatte den, skriver du hvorfor og lagrer på nytt.
indicators-conflict-yours = Det du skrev
indicators-connection-asked = Spurt om, ikke mottatt
indicators-connection-automatic = Kommer av seg selv
indicators-connection-manual = Tas inn for hånd
indicators-connection-none = Ikke koblet til
indicators-coverage-help = En kilde regnes med når den har minst én verdi for en enhet på nivået. Under en tredjedel av kildene er et svært begrenset bilde; grensen er vår.
indicators-coverage-limited = Svært begrensede data
indicators-coverage-nothing = Ingen data
indicators-coverage-some = Noen data
indicators-coverage-sources = { $n } av { $of } kilder
indicators-coverage-title = Hvor mye vi vet om hvert nivå
indicators-define-annualised = Avsenderen regner verdiene om til et helt år. Det gjør ikke vi.
indicators-define-chosen = Foreslå de valgte
indicators-define-done = Indikatorene er foreslått. Noen må se på dem før de tas i bruk.
indicators-define-help = En FHIR Measure eller metadata fra DHIS2 (JSON), eller beskrivelsene fra et kvalitetsregister (CSV).
indicators-define-known = { $n ->
    [one] Én finnes fra før og blir som den er: { $codes }.
   *[other] { $n } finnes fra før og blir som de er: { $codes }.
}
indicators-define-lead = Ta inn indikatorer slik andre har definert dem. De blir forslag, og ingenting tas i bruk av seg selv.
indicators-define-left-out = { $n ->
    [one] Ett dataelement måles ikke i tall og er ikke med: { $names }.
   *[other] { $n } dataelementer måles ikke i tall og er ikke med: { $names }.
}
indicators-define-level = Registeret kaller { $green } høy måloppnåelse.
indicators-define-levels = Registeret kaller { $green } høy og { $yellow } middels måloppnåelse.
indicators-define-new = Nye indikatorer i filen
indicators-define-none = Ingen nye indikatorer.
indicators-define-refused-help = Ingenting er foreslått. Rett linjene og send filen en gang til.
indicators-define-take = Hvilke vil du foreslå?
indicators-define-title = Ta inn definisjoner
indicators-define-taken = En av kodene er tatt av en indikator som du ikke kan se. Velg ut dem du trenger, og gi den som ikke går, en annen kode.
indicators-define-twice = Koden «{ $code }» står mer enn én gang i filen.
indicators-define-yes = { $n ->
    [one] Foreslå én indikator
   *[other] Foreslå { $n } indikatorer
}
indicators-derived-how = Tallene er ikke rapportert her: de er summert av det nærmeste leddet under som har rapportert, teller for seg og nevner for seg, slik organisasjonen var på periodens siste dag.
indicators-derived-incomplete = { $n ->
    [one] I én periode mangler minst én enhet: en andel eller rate er da foreløpig, og et antall vises ikke.
   *[other] I { $n } perioder mangler minst én enhet: en andel eller rate er da foreløpig, og et antall vises ikke.
}
indicators-derived-newest = I { $period } er { $n } av { $of } enheter med.
indicators-derived-not = Bare de som ser alle tallene bak, ser summen. Signaler og gjennomganger bygger på det som er rapportert, ikke på summer.
indicators-derived-short = summert av { $n } av { $of } enheter
indicators-derived-title = Summert av enhetene under
indicators-derived-units = { $n ->
    [one] Én enhet inngår
   *[other] { $n } enheter inngår
}
indicators-dimension-accessible = Tilgjengelig og rettferdig fordelt
indicators-dimension-coordinated = Samordnet
indicators-dimension-effective = Virkningsfull
indicators-dimension-frugal = Bruker ressursene godt
indicators-dimension-involving = Involverer brukerne
indicators-dimension-safe = Trygg
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
indicators-entry-coverage = Dekningsgrad
indicators-entry-coverage-help = Hvor stor del av det som skulle telles, som er med. Skriv prosent, som 87, eller antall, som 43 av 50. Kan stå tom.
indicators-entry-for = Meld inn for { $unit }
indicators-entry-former = Verdien nå er { $value }, lagret { $when }. Den blir stående i historikken.
indicators-entry-note = Merknad
indicators-entry-note-help = Det leseren bør vite. Mangler verdien, skriver du hvorfor. Ikke skriv noe om enkeltpasienter.
indicators-entry-page = { $indicator }, { $unit }
indicators-entry-period-help = For eksempel 2026-10 (måned), 2026-T2 (tertial), 2026-Q3 (kvartal) eller 2026 (år).
indicators-entry-provisional = Foreløpig verdi
indicators-entry-provisional-help = Kryss av hvis tallet kan bli endret senere.
indicators-entry-reason = Hvorfor endres verdien?
indicators-fault-coverage-unread = Skriv dekningsgraden i prosent, som 87, eller som antall, som 43 av 50
indicators-measure-charts = På diagrammene
indicators-measure-chosen = Tiltak
indicators-measure-from = fra { $period }
indicators-measure-hidden = et tiltak som du ikke har tilgang til
indicators-measure-none = Ikke noe tiltak
indicators-measure-signals = Signaler det svarer på
indicators-signal-fault-measure = Velg hvilket tiltak som svarer på signalet
indicators-signal-its-measure = Tiltak
indicators-signal-measure-help = Velges bare når svaret er et tiltak. Finnes tiltaket ikke ennå, lager du først et funn av signalet og så tiltaket fra funnet.
indicators-signal-new-measure = Lag et tiltak som svarer på funnet
indicators-signal-no-measures = Enheten har ingen tiltak ennå. Lag et funn av signalet, og så et tiltak fra funnet.
indicators-source-reported = Meldt inn av enheten
indicators-source-source = Kilde
indicators-source-uncounted = Telleren og nevneren er ikke oppgitt
indicators-source-value = Siste verdi
indicators-entry-source-help = Hvor tallet kommer fra, for eksempel egen telling.
indicators-entry-title = Meld inn en verdi
indicators-entry-value-help = Bare når teller og nevner ikke er kjent. Ellers regner Varde ut verdien.
indicators-event-changed = Endret etter en rettelse av verdier
indicators-event-closed = Avsluttet
indicators-event-continued = Fortsetter i en ny periode
indicators-event-explained = Årsaken er oppgitt
indicators-event-false-alarm = Meldt som falsk alarm
indicators-event-finding = Et funn ble laget
indicators-event-lifted = Løftet til enheten over
indicators-event-measure = Et tiltak svarer på det
indicators-event-raised = Meldt
indicators-event-seen = Sett
indicators-event-vanished = Borte etter at verdier ble rettet
indicators-every-day = Hver dag
indicators-every-half = Hvert halvår
indicators-every-month = Hver måned
indicators-every-quarter = Hvert kvartal
indicators-every-tertial = Hvert tertial
indicators-every-week = Hver uke
indicators-every-year = Hvert år
indicators-export-help = I filene holdes små tall tilbake, så de kan sendes videre.
indicators-export-own = Egne enheters verdier, uten at noe holdes tilbake (CSV)
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
indicators-fault-counted = Skriv et helt tall: her telles personer eller hendelser. Er det timer, dagsverk, årsverk eller kroner, må definisjonen av teller eller nevner begynne med det.
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
indicators-follow-below = Også enhetene under
indicators-follow-fault-many = Du følger så mye som man kan følge. Slutt å følge noe annet først.
indicators-follow-go = Følg
indicators-follow-help = Du får vite om nye signaler og nye verdier på startsiden og under «Mine oppgaver», så langt du kan se dem. Ingen andre ser hva du følger.
indicators-follow-mail = Også med e-post
indicators-follow-mail-help = Høyst ett brev om dagen, og bare når det er noe nytt. Brevet sier hva du følger, men ingen verdier.
indicators-follow-no-mail = Denne installasjonen sender ikke e-post ennå. Ønsket ditt lagres til den gjør det.
indicators-follow-title = Følg indikatoren
indicators-following-begun = Du følger indikatoren.
indicators-following-change = Endre
indicators-following-lead = Indikatorene du har bedt om å få vite nytt om, og hva som er nytt siden du sist sa at du hadde sett det.
indicators-following-none = Du følger ingen indikatorer
indicators-following-none-help = Åpne en indikator og velg «Følg indikatoren», for din egen enhet eller for hele landet.
indicators-following-seen = Sett
indicators-following-seen-all = Alt er sett
indicators-following-seen-done = Det som var nytt, er merket som sett.
indicators-following-stop = Slutt å følge
indicators-following-stopped = Du følger ikke indikatoren lenger.
indicators-following-title = Det jeg følger
indicators-following-values = Vis verdiene
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
indicators-former-by = Meldt inn av
indicators-former-fold = { $n ->
    [one] Vis den ene tidligere verdien
   *[other] Vis { $n } tidligere verdier
}
indicators-former-from = Gjaldt fra
indicators-former-title = Tidligere verdier
indicators-former-to = Gjaldt til
indicators-funnel-above = over grensen
indicators-funnel-answer = { $n ->
    [0] Ingen av { $total } enheter ligger utenfor de ytterste grensene (99,8 %).
    [one] Én av { $total } enheter ligger utenfor de ytterste grensene (99,8 %).
   *[other] { $n } av { $total } enheter ligger utenfor de ytterste grensene (99,8 %).
}
indicators-funnel-below = under grensen
indicators-funnel-centre = Alle sammen
indicators-funnel-deciles = Uten tidelen i hver ende er forholdet { $ratio }.
indicators-funnel-inner = utenfor 95 %
indicators-funnel-kept-back = { $n ->
    [one] Én enhet er ikke med: tallet dens holdes
   *[other] { $n } enheter er ikke med: tallene deres holdes
} tilbake, fordi de er små eller ville røpe et lite tall.
indicators-funnel-kind = Hva slags enheter
indicators-funnel-link = Alle enheter i en trakt
indicators-funnel-mark = Utenfor
indicators-funnel-no-counts = Verdiene kom uten det de er regnet av, så det går ikke an å si hva tilfeldigheter gir.
indicators-funnel-no-ranking = Plassen innenfor grensene sier ingenting om hvem som er best.
indicators-funnel-none = For få enheter å sammenligne
indicators-funnel-none-help = Det trengs minst tre enheter av samme type med tall for samme periode.
indicators-funnel-outer = utenfor 99,8 %
indicators-funnel-overdispersed = Enhetene er mer ulike enn tilfeldigheter alene gir, så grensene har rom for ekte forskjeller.
indicators-funnel-published = Linjen er det publiserte tallet for { $unit }: { $value }.
indicators-funnel-question = Skiller noen enheter seg ut mer enn tilfeldigheter gir?
indicators-funnel-ratio = Den høyeste er { $ratio } ganger den laveste.
indicators-funnel-spread = { $n } enheter: lavest { $low }, i midten { $median }, høyest { $high }.
indicators-funnel-title = Alle enheter i en trakt
indicators-funnel-unjudged = Noen av tallene holdes tilbake, oftest de små. Derfor tegnes verken felles nivå eller grenser, og hvem som skiller seg ut, kan ikke bedømmes av det som vises.
indicators-hang-indicators = { $n ->
    [one] Én indikator som enheten eier
   *[other] { $n } indikatorer som enheten eier
}
indicators-hang-series = { $n ->
    [one] Én måleserie
   *[other] { $n } måleserier
}
indicators-hang-signals = { $n ->
    [one] Ett signal uten svar
   *[other] { $n } signaler uten svar
}
indicators-hits-lead = Regnet av signaler som noen har svart på. Uten svar er det ikke mulig å si.
indicators-hits-none = Ingen har svart ennå
indicators-hits-real = Hadde en årsak
indicators-hits-rule = Regel
indicators-hits-share = { $n } av { $total }
indicators-hits-title = Hvor ofte reglene hadde rett
indicators-hits-waiting = Venter på svar
indicators-home-all = { $n ->
    [one] Se signalet
   *[other] Se alle { $n }
}
indicators-home-title = Signaler som venter
indicators-import-again = Prøv igjen med en rettet fil
indicators-import-damaged = Filen er skadet. Åpne den i programmet den kom fra, og lagre den på nytt.
indicators-import-broken = Resten av filen kan ikke leses. Sjekk anførselstegnene.
indicators-import-change = Endre det som er husket om avsenderen
indicators-import-change-help = Ellers gjelder det som ble valgt sist, og valgene under brukes ikke.
indicators-import-changed = Endrer verdi
indicators-import-check-fails = Avsenderens egen kontroll holder ikke: «{ $name }» for { $unit } i { $period } ({ $left } mot { $right }).
indicators-import-check-unreadable = Kontrollen «{ $name }» kan ikke leses ved «{ $at }», og er ikke kjørt.
indicators-import-codes = Avsenderens koder
indicators-import-codes-help = En linje for hver: indicator, unit eller stratum;avsenderens;vår;del (value, numerator, denominator eller coverage).
indicators-import-column = Kolonne
indicators-import-column-missing = Kolonnen mangler.
indicators-import-column-twice = Kolonnen står to ganger.
indicators-import-column-unknown = Vi kjenner ikke denne kolonnen. Ta den bort eller rett navnet.
indicators-import-columns = indicator, unit og period må være med. Kolonnene kan også hete indikator, enhet, periode, teller, nevner, verdi, kilde og foreløpig.
indicators-import-columns-are = Avsenderens kolonner
indicators-import-columns-help = En linje for hver: vårt navn;navnet i filen. For eksempel unit;Sykehus
indicators-import-comma = Komma
indicators-import-computed = Indikatorer som er regnet ut av avsenderens verdier og brukes her: { $n } av { $total }.
indicators-import-confirm = { $n ->
    [one] Lagre den ene verdien
   *[other] Lagre { $n } verdier
}
indicators-import-cut = Filen slutter midt i. Hent den på nytt.
indicators-import-dates-are = En dato i periodekolonnen står for
indicators-import-decimal = Desimaltegn
indicators-import-deleted = Raden vil slette en verdi. Rett verdien for hånd, med en begrunnelse.
indicators-import-dimensions = Filens dimensjoner og verdier passer ikke sammen.
indicators-import-earlier = Den samme filen fra { $sender } ble tatt inn { $time } («{ $name }»).
indicators-import-effect = Hva raden gjør
indicators-import-empty = Det er ingen rader i filen.
indicators-import-encoding = Tegnsettet er ukjent. Lagre filen som UTF-8.
indicators-import-endless = En tekst i raden slutter ikke. Se etter et anførselstegn som mangler.
indicators-import-expression = Indikatoren «{ $name }» kan ikke regnes ut her («{ $at }»).
indicators-import-file = Fil
indicators-import-file-help = Det meste som tas her, er 8 MB. Typen fil finner vi ut av selv når vi kan.
indicators-import-find-out = Finn det ut
indicators-import-fixed = Det samme i alle rader
indicators-import-fixed-help = En linje for hver: vårt navn;verdi. For eksempel indicator;ind.falls
indicators-import-format = Type fil
indicators-import-format-cases = Saksrader fra et kvalitetsregister
indicators-import-format-coverage = Dekningsgrad fra et kvalitetsregister
indicators-import-format-table = Tabell: CSV, Excel eller Parquet
indicators-import-formats = Excel (.xlsx), Parquet, JSON-stat, DHIS2 (JSON, XML, CSV), ADX, FHIR MeasureReport, NKI og kvalitetsregistrenes filer leses også.
indicators-import-former = Verdi nå
indicators-import-formula = Formelen i cellen gir en feil.
indicators-import-how = Én rad for hver indikator, enhet og periode. Øverst står navnene på kolonnene:
indicators-import-indicator = Indikator
indicators-import-individual = Rapporten gjelder én person eller en liste av personer. Bare summer (type summary) tas inn.
indicators-import-lead = Du ser hva filen vil gjøre, før noe lagres. Er det feil på én rad, lagres ingenting.
indicators-import-line = Linje
indicators-import-line-unreadable = Linje { $line } kan ikke leses.
indicators-import-look = Se hva filen gjør
indicators-import-mixed-decimals = Filen blander komma og punktum som desimaltegn. Bruk det samme i hele filen, uten tusenskille.
indicators-import-more = { $n ->
    [one] Én rad til er ikke vist her.
   *[other] { $n } rader til er ikke vist her.
}
indicators-import-more-choices = Slik leses filen
indicators-import-new = Ny verdi
indicators-import-no-file = Velg en fil med innhold.
indicators-import-no-indicator = Ingen indikator har koden «{ $code }».
indicators-import-no-sheet = Arbeidsboken har ikke noe slikt ark.
indicators-import-no-time = Filen sier ikke hvilken dimensjon som er tiden.
indicators-import-no-unit = Ingen enhet har koden «{ $code }».
indicators-import-not-fhir = Filen er ikke en gyldig FHIR-ressurs.
indicators-import-not-json = Filen er ikke gyldig JSON, eller den går for dypt.
indicators-import-not-measure = Filen er en FHIR-ressurs, men ikke en Measure.
indicators-import-not-report = Filen er en FHIR-ressurs, men ikke en MeasureReport.
indicators-import-not-xml = Filen er ikke gyldig XML, eller den går for dypt.
indicators-import-not-yours = Rollene dine gir ikke rett til å melde inn for denne enheten.
indicators-import-note-cut = Siste linje har ingen linjeslutt. Se etter at hele filen er med.
indicators-import-note-hidden-columns = Arket har skjulte kolonner ({ $n }). De er lest som de andre.
indicators-import-note-hidden-rows = Arket har skjulte rader ({ $n }). De er lest som de andre.
indicators-import-note-mended = { $n } tekster var UTF-8 lest som Latin-1, og er rettet.
indicators-import-note-merged = Arket har sammenslåtte celler ({ $places }). Bare den første av dem holder verdien.
indicators-import-note-sheets = Disse arkene er ikke lest: { $names }.
indicators-import-nothing = Alt i filen er lagret fra før. Det er ingenting å gjøre.
indicators-import-nothing-known = Ingenting i filen svarer til en indikator her. Skriv hvilke av avsenderens koder som er hvilke av våre.
indicators-import-number-is-date = Cellen holder en dato der det skal stå et tall. Regneark gjør noen ganger tall om til datoer.
indicators-import-old-workbook = Arbeidsboken er av en gammel type eller låst. Lagre den som .xlsx uten passord.
indicators-import-period-is-date = Cellen holder datoen { $day }. Skriv perioden som tekst, for eksempel 2026-10, eller velg hva datoer står for.
indicators-import-point = Punktum
indicators-import-problems = Linjer som må rettes
indicators-import-refused = { $n ->
    [one] Filen har én feil
   *[other] Filen har { $n } feil
}
indicators-import-refused-help = Ingenting er lagret. Rett linjene under og send filen på nytt.
indicators-import-remarks = Verdt å vite om filen
indicators-import-report-failed = Avsenderen sier at rapporten har feilet.
indicators-import-rows = Rad for rad
indicators-import-sender = Avsender (kan stå tomt)
indicators-import-sender-help = Med et navn her husker vi hvordan filene leses, og kjenner igjen den samme filen.
indicators-import-sheet = Ark i arbeidsboken
indicators-import-sort-day = dagen
indicators-import-sort-half = halvåret
indicators-import-sort-month = måneden
indicators-import-sort-quarter = kvartalet
indicators-import-sort-tertial = tertialet
indicators-import-sort-week = uken
indicators-import-sort-year = året
indicators-import-source = Kilde når filen ikke sier det
indicators-import-title = Hent verdier fra fil
indicators-import-too-large = Filen er over 8 MB. Del den, eller la den som driver Varde, hente den fra kommandolinjen.
indicators-import-too-large-to-read = Filen er for stor. Det meste som leses på én gang, er { $max } MB.
indicators-import-too-many = Filen har for mange rader; høyst { $max } om gangen.
indicators-import-too-many-columns = Raden har mer enn { $max } kolonner.
indicators-import-too-wide = Raden har flere kolonner enn de { $n } i første linje. Står det et skilletegn i en tekst, må teksten ha anførselstegn.
indicators-import-twice = Samme indikator, enhet og periode står også på linje { $line }.
indicators-import-unchanged = Finnes fra før
indicators-import-unit-codes = Register som enhetenes numre er fra
indicators-import-unknown = Vi kjenner ikke igjen denne typen fil. Velg hva slags fil det er.
indicators-import-what = Hva som må rettes
indicators-import-xml-entities = Filen definerer egne entiteter. Slike filer leses ikke.
indicators-import-yes-or-no = Skriv ja eller nei, 1 eller 0.
indicators-kin = Hvor
indicators-kin-above = Over
indicators-kin-below = Under
indicators-kin-beside = Ved siden av
indicators-kin-nation = Hele landet
indicators-kin-own = Denne enheten
indicators-kind-c = C-diagram (antall)
indicators-kind-g = G-diagram (tilfeller mellom hendelser)
indicators-kind-i = I-diagram (enkeltverdier)
indicators-kind-ip = I′-diagram (enkeltverdier med ulik størrelse)
indicators-kind-mr = MR-diagram (spenn mellom nabopunkter)
indicators-kind-np = NP-diagram (antall av et fast antall)
indicators-kind-p = P-diagram (andeler)
indicators-kind-pp = P′-diagram (andeler som varierer mer enn tilfeldig)
indicators-kind-r = R-diagram (spenn)
indicators-kind-run = Seriediagram
indicators-kind-s = S-diagram (standardavvik)
indicators-kind-t = T-diagram (tid mellom hendelser)
indicators-kind-u = U-diagram (rater)
indicators-kind-up = U′-diagram (rater som varierer mer enn tilfeldig)
indicators-kind-xbar = X̄-diagram (gjennomsnitt)
indicators-level-all = Alle nivåer
indicators-level-enterprise = Virksomhet
indicators-level-municipal = Kommune
indicators-level-national = Nasjonalt
indicators-level-regional = Region
indicators-life-title = Indikatorens liv
indicators-life-version = Definisjonsversjon { $n }, fra { $when }
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
indicators-list-title = Indikatorer
indicators-mail-bye = Se hva som er nytt, og velg hva du vil følge: { $href }
indicators-mail-hello = Det er noe nytt i indikatorer du følger.
indicators-mail-subject = { $n ->
    [one] Nytt i én indikator du følger
   *[other] Nytt i { $n } indikatorer du følger
}
indicators-mark-coverage = Dekningsgrad { $coverage }
indicators-mark-few = Få
indicators-mark-old = Gammelt tall
indicators-mark-uncovered = Dekningsgrad { $coverage }, usikker
indicators-matrix-caption = Indikatorer etter enhet
indicators-matrix-key = Hva tegnene betyr
indicators-matrix-key-help = Fylt er verre, åpent er bedre, firkant er verken eller. Tegnene kommer av de samme reglene som diagrammet.
indicators-matrix-left-out = { $n ->
    [one] Én enhet til har serier, men får ikke plass her. Gå til enheten selv.
   *[other] { $n } enheter til har serier, men får ikke plass her. Gå til enheten selv.
}
indicators-matrix-none = Ingen serier her ennå
indicators-matrix-none-help = Finn en indikator i katalogen og rapporter et tall, så står den her.
indicators-matrix-spark = { $indicator }, { $unit }: { $now }
indicators-matrix-title = Indikatorer for { $unit }
indicators-meaning-better = Til det bedre
indicators-meaning-changed = Endret
indicators-meaning-worse = Til det verre
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
indicators-missing-not-applicable = Det gjelder ikke enheten
indicators-missing-not-complete = Tallene er ikke komplette ennå
indicators-missing-not-measured = Det ble ikke målt
indicators-missing-not-reported = Ingen har rapportert
indicators-missing-protected = Tallet holdes tilbake: det er lite, eller ville røpe et lite tall
indicators-missing-technical = En feil i et system
indicators-missing-too-few = For få til å si noe
indicators-multiples-answer = { $n ->
    [0] Ingen av { $total } enheter viser noe nå
    [one] Én av { $total } enheter viser noe nå
   *[other] { $n } av { $total } enheter viser noe nå
} som tilfeldigheter sjelden gir. Alle har samme skala.
indicators-multiples-kept-back = { $n ->
    [one] Én enhet kan ikke bedømmes av det som vises, fordi noen av verdiene holdes tilbake.
   *[other] { $n } enheter kan ikke bedømmes av det som vises, fordi noen av verdiene holdes tilbake.
}
indicators-multiples-link = Enhetene som små diagrammer side om side
indicators-multiples-none = For få enheter å sette side om side
indicators-multiples-none-help = Det trengs minst to enheter under samme enhet med tall.
indicators-multiples-question = Hvor har noe endret seg?
indicators-multiples-title = Enhetene side om side
indicators-multiples-under = Enhetene under
indicators-new-lead = Indikatoren begynner som et forslag. Når definisjonen er skrevet, kan den prøves ut og tas i bruk.
indicators-new-title = Foreslå en indikator
indicators-news-both = { $signals } og { $values }
indicators-news-more-signals = { $n ->
    [one] Ett signal til
   *[other] { $n } signaler til
}
indicators-news-more-values = { $n ->
    [one] Én verdi til
   *[other] { $n } verdier til
}
indicators-news-none = Ikke noe nytt.
indicators-news-signals = { $n ->
    [one] ett nytt signal
   *[other] { $n } nye signaler
}
indicators-news-title = Nytt i det du følger
indicators-news-values = { $n ->
    [one] én ny verdi
   *[other] { $n } nye verdier
}
indicators-pointing-better = Endring til det bedre
indicators-pointing-changed = Endring; ingen har sagt hva som er bedre
indicators-pointing-steady = Ingen sikker endring
indicators-pointing-too-little = For få verdier til å si noe
indicators-pointing-worse = Endring til det verre
indicators-protected-note = { $n ->
    [one] Én verdi holdes
   *[other] { $n } verdier holdes
} tilbake for dem som ikke arbeider med enheten: tallene bak er små, eller de ville røpe et lite tall.
indicators-register-access = Hvordan man får tak i det
indicators-register-base = Hva tallene er regnet ut av
indicators-register-connection = Tilkobling
indicators-register-content = Hva den inneholder
indicators-register-delivered = Kom { $when }, til og med { $until }
indicators-register-edit = Endre kilden
indicators-register-frequency = Hvor ofte
indicators-register-last = Siste leveranse
indicators-register-lead = Hvor verdiene kommer fra, hva hver kilde er regnet ut av, og hva den ikke kan si.
indicators-register-legal = Hjemmel
indicators-register-limits = Hva den ikke kan si
indicators-register-never = Ingenting mottatt
indicators-register-new = Skriv opp en kilde
indicators-register-no-indicators = Ingen indikator bygger på kilden ennå. Skriv kildens kode i feltet for data når du foreslår en indikator.
indicators-register-none = Ingen kilder
indicators-register-none-help = Kildene som dokumentene navngir, lastes sammen med innholdet; egne kan skrives opp.
indicators-register-quality = Hvor god den er
indicators-register-saved = Kilden er lagret.
indicators-register-title = Kilder
indicators-register-unsaid = Ingen har sagt det
indicators-report-by = Frist { $day }
indicators-report-done = Tallene er lagret
indicators-report-has-value = Det mangler ikke
indicators-report-last = Sist: { $value } ({ $period })
indicators-report-lead = Skriv det som mangler. Det du lar stå tomt, venter til neste gang.
indicators-report-missing = Hvorfor mangler det?
indicators-report-more = { $n ->
    [one] Én periode til venter etter denne.
   *[other] { $n } perioder til venter etter denne.
}
indicators-report-none = Alt er rapportert
indicators-report-none-help = Ingen av enhetens indikatorer mangler tall for perioder som er over.
indicators-report-nothing = Skriv minst ett tall før du lagrer.
indicators-report-overdue = Frist { $day }
indicators-report-overtaken = Noen andre har rapportert denne perioden i mellomtiden. Se over tallet på nytt.
indicators-report-title = Rapporter tall
indicators-report-why = Mangler tallet, eller vil du skrive et notat?
indicators-residence-adjusted = Gjort sammenlignbare slik: { $way }.
indicators-residence-answer = { $n ->
    [0] Ingen av { $total } områder ligger lenger fra det felles nivået enn tilfeldigheter kan gi.
    [one] Ett av { $total } områder ligger lenger fra det felles nivået enn tilfeldigheter kan gi.
   *[other] { $n } av { $total } områder ligger lenger fra det felles nivået enn tilfeldigheter kan gi.
}
indicators-residence-area = Bosted
indicators-residence-chance = Samlet er forskjellene ikke større enn tilfeldigheter kan gi (systematisk variasjon, SCV × 100: { $scv }; p { $p }).
indicators-residence-crude = Verdiene er ikke justert for alder og kjønn; ulik alder kan forklare noe av forskjellene.
indicators-residence-differs = Lenger fra det felles nivået enn tilfeldigheter kan gi
indicators-residence-kept-back = { $n ->
    [one] Ett område er holdt tilbake, fordi det bor eller rammes så få der.
   *[other] { $n } områder er holdt tilbake, fordi det bor eller rammes så få der, eller fordi de ville røpe et annet.
}
indicators-residence-lead = Her teller hver verdi dem som bor i området, uansett hvor de ble behandlet. Likeverdig behandling betyr at det er liten systematisk forskjell mellom områder med like behov.
indicators-residence-link = Se områdene side om side, etter bosted
indicators-residence-national = Hele landet: { $value }.
indicators-residence-national-interval = Hele landet: { $value } (95 %: { $low } til { $high }).
indicators-residence-no-counts = Verdiene er oppgitt uten det de er regnet av, så det kan ikke sies hvor mye tilfeldigheter kan gi.
indicators-residence-no-direction = Ingen har sagt om høyt eller lavt er best.
indicators-residence-no-ranking = Områdene står etter navn, ikke etter verdi.
indicators-residence-no-ratio = I minst ett område ble ingen talt, så det høyeste kan ikke deles på det laveste.
indicators-residence-none = For få områder å sammenligne
indicators-residence-none-help = Minst to områder av samme slag må ha en verdi for samme periode som kan vises.
indicators-residence-question = Er det lik behandling uansett hvor man bor?
indicators-residence-ratio = Av { $n } områder er det høyeste { $ratio } ganger det laveste (95 %: { $low } til { $high }; ytterpunktene er valgt etterpå, så intervallet er for smalt).
indicators-residence-systematic = Samlet er forskjellene større enn tilfeldigheter gir (systematisk variasjon, SCV × 100: { $scv }; p { $p }).
indicators-residence-title = Etter bosted
indicators-residence-uncertain = Foreløpig, eller talt blant få
indicators-residence-unjudged = Noen områder holdes tilbake, oftest de med små tall. Derfor kan ikke forskjellene bedømmes av det som vises.
indicators-rule-alternating = Opp og ned annenhver gang
indicators-rule-four-of-five = Fire av fem på samme side
indicators-rule-hugging = Mange tett på midten
indicators-rule-mixture = Mange langt fra midten
indicators-rule-near-limit = To av tre nær grensen
indicators-rule-one-side = Mange på rad på samme side
indicators-rule-outside = Utenfor grensene
indicators-rule-runs = Lang rekke eller få kryssinger
indicators-rule-shift = Endret nivå
indicators-rule-trend = Jevn stigning eller fall
indicators-rule-two-of-three = To av tre langt ute
indicators-rules-anhoej = Anhøj (anhoej-1): rekker, kryssinger og grenser
indicators-rules-mdc = Making data count (mdc-1)
indicators-rules-nelson = Nelson (nelson-1)
indicators-rules-three-sigma = Tre sigma (3sigma-1): bare grenser
indicators-rules-varde = Vardes egne: målt til få falske signaler
indicators-rules-we = Western Electric (we-1)
indicators-say-above = Verdien for { $period } ligger over øvre grense.
indicators-say-above-some = Verdier fra { $first } til { $last } ligger over øvre grense.
indicators-say-below = Verdien for { $period } ligger under nedre grense.
indicators-say-below-some = Verdier fra { $first } til { $last } ligger under nedre grense.
indicators-say-better = Det er en endring til det bedre.
indicators-say-falling = Verdiene har falt jevnt siden { $period }.
indicators-say-few = For få verdier til å si om noe har endret seg: { $n }, og det trengs minst { $least }.
indicators-say-higher = Nivået er høyere enn ventet siden { $period }.
indicators-say-kept-back = Noen verdier holdes tilbake, oftest de små. Derfor kan verken nivå, grenser eller endring bedømmes av det som vises her.
indicators-say-latest = Siste verdi er { $value } ({ $period }).
indicators-say-limits = Endrer ingenting seg, vil nye verdier ligge mellom { $low } og { $high }.
indicators-say-lower = Nivået er lavere enn ventet siden { $period }.
indicators-say-mean = Gjennomsnittet er { $value }.
indicators-say-median = Medianen er { $value }.
indicators-say-near-high = Flere verdier ligger uvanlig høyt siden { $period }.
indicators-say-near-low = Flere verdier ligger uvanlig lavt siden { $period }.
indicators-say-no-change = Ingen sikker endring: svingningene er ikke større enn tilfeldigheter gir.
indicators-say-pattern = Verdiene siden { $period } følger et mønster som tilfeldigheter sjelden gir.
indicators-say-provisional = { $n ->
    [one] Den siste verdien er foreløpig og teller ikke med.
   *[other] De { $n } siste verdiene er foreløpige og teller ikke med.
}
indicators-say-rising = Verdiene har steget jevnt siden { $period }.
indicators-say-short-down = Siste verdi er lavere enn den første, og de to intervallene møtes ikke.
indicators-say-short-none = Ingen sikker endring: intervallene for første og siste verdi møtes.
indicators-say-short-up = Siste verdi er høyere enn den første, og de to intervallene møtes ikke.
indicators-say-target = Målet er { $target }.
indicators-say-target-chance = Om målet på { $target } nås, avgjør tilfeldighetene fra gang til gang.
indicators-say-target-fails = Målet på { $target } nås ikke uten at noe endres.
indicators-say-target-passes = Målet på { $target } nås hver gang så lenge ingenting endres.
indicators-say-worse = Det er en endring til det verre.
indicators-scan-about = { $n ->
    [one] Én serie
   *[other] { $n } serier
} i { $unit } og det som ligger under, sett på { $when }.
indicators-scan-alerts = Har endret seg
indicators-scan-alerts-lead = Høyst { $rate } av disse ventes å være falske. De mest skadelige står først.
indicators-scan-alerts-none = Ingen serier har sikkert endret seg
indicators-scan-alerts-none-help = Det betyr ikke at ingenting har skjedd: små endringer ses ikke blant mange serier.
indicators-scan-ask = Se på alle serier i { $unit } nå
indicators-scan-asked = Gjennomgangen er bestilt. Resultatet vises her om litt.
indicators-scan-chance = Sjanse ved tilfeldighet
indicators-scan-changed = Har endret seg
indicators-scan-excess = Sammenlignet med nivået før
indicators-scan-fewer = { $n } mindre
indicators-scan-lead = Hvilke serier har endret seg, når de fleste ikke har det? Varde ser på alle hver natt.
indicators-scan-more = { $n } mer
indicators-scan-none = Ingen gjennomgang ennå
indicators-scan-none-help = Den første gjennomgangen av alle serier kommer av seg selv i løpet av et døgn.
indicators-scan-pooled = { $n } små serier lagt sammen
indicators-scan-rare = under 0,0001
indicators-scan-short = { $n } har for lite å bedømme etter; det er verken bra eller dårlig.
indicators-scan-stands = Til sammen er dette mer enn tilfeldigheter gir, også når man ser igjen og igjen.
indicators-scan-stands-not = Til sammen er dette ikke mer enn tilfeldigheter kan gi når man ser igjen og igjen. Les listene med varsomhet.
indicators-scan-title = Alle serier
indicators-scan-watch = Å følge med på
indicators-scan-watch-lead = Ikke sikre nok til å regnes med de { $rate }, men kan bety skade. De mest skadelige står først.
indicators-scan-watch-none = Ingenting å følge med på
indicators-scan-watch-none-help = Ingen serier utenom dem over peker mot det verre.
indicators-schedule-comment = Dager til signaler skal kommenteres
indicators-schedule-done = Oppfølgingen er lagret
indicators-schedule-due = Dager til tallet skal være inne
indicators-schedule-edit = Oppfølging
indicators-schedule-fault-days = Skriv hele dager fra 0 til 1000.
indicators-schedule-lead = Hvor ofte hvert nivå følger indikatoren, og når tall og kommentarer skal være på plass.
indicators-schedule-level = Nivå
indicators-schedule-never = Følges ikke
indicators-schedule-none = Ingen nivåer har en plan for oppfølging ennå.
indicators-schedule-title = Oppfølging per nivå
indicators-series-n = Perioder
indicators-series-newest = Siste verdi
indicators-series-none = Ingen enheter har verdier
indicators-series-none-help = Når en enhet melder inn en verdi, står den her.
indicators-series-question = Endrer det seg? { $indicator }
indicators-series-signals = Signaler i serien
indicators-series-title = Verdier per enhet
indicators-series-why = Diagrammet: { $chart }. { $why }
indicators-sheet-coverage-indicator = Indikatoren som sier hvor komplette tallene er
indicators-sheet-dimensions = Kjennetegn på god kvalitet
indicators-sheet-exclusion = Hvem som ikke er med
indicators-sheet-inclusion = Hvem som er med
indicators-sheet-least-coverage = Minste dekningsgrad
indicators-sheet-least-coverage-help = I prosent. Verdier med lavere dekningsgrad merkes som usikre.
indicators-sheet-least-denominator = Minste nevner
indicators-sheet-least-denominator-help = Enheter med færre merkes og vurderes ikke.
indicators-sheet-licence = Vilkår for bruk
indicators-sheet-more = Mer på definisjonsarket
indicators-sheet-not-validated = Ikke validert
indicators-sheet-other-definition = Annen definisjon
indicators-sheet-periods = Hvor ofte
indicators-sheet-standardisation = Standardisering
indicators-sheet-use = Mye eller lite
indicators-sheet-validated-on = Validert
indicators-sheet-validation = Validering
indicators-sheet-validation-help = Hvordan ble det vist at den måler det den skal?
indicators-sheet-variant = Lokal variant av
indicators-sheet-variant-help = Koden til den felles indikatoren. Varianten sammenlignes ikke med den.
indicators-sheet-variants = Lokale varianter, som ikke sammenlignes
indicators-signal-answer = Hva er det?
indicators-signal-answer-title = Svar på signalet
indicators-signal-chart = Diagram
indicators-signal-closed = Avsluttet
indicators-signal-comment = Kommentar
indicators-signal-comment-help = Hva ligger bak, og hvordan vet du det? Skriv ikke noe om pasienter.
indicators-signal-done = Svaret er lagret
indicators-signal-due = Kommentar innen
indicators-signal-events = Hva som har skjedd med signalet
indicators-signal-explained = Årsaken er kjent
indicators-signal-facts = Signalet
indicators-signal-false-alarm = Falsk alarm
indicators-signal-fault-comment = Skriv hva som ligger bak, så andre forstår det senere.
indicators-signal-fault-order = Signalet kan ikke gå rett dit fra der det er.
indicators-signal-find = Lag et funn av dette
indicators-signal-finding = Funnet som ble laget av signalet
indicators-signal-measure = Et tiltak svarer på det
indicators-signal-new = Ny
indicators-signal-now = Se serien slik den er nå
indicators-signal-question = Hva skjedde? { $title }
indicators-signal-raised = Meldt
indicators-signal-rules = Regler som slo ut
indicators-signal-seen = Sett
indicators-signal-versions = diagramversjon { $chart }, definisjonsversjon { $definition }
indicators-signal-what = Hva har skjedd
indicators-signals-count = { $n ->
    [one] Ett signal
   *[other] { $n } signaler
}
indicators-signals-lead = Det diagrammene har sett som tilfeldigheter sjelden gir. Hvert signal er én årsak, ikke én måned.
indicators-signals-none = Ingen signaler
indicators-signals-none-help = Ingenting i seriene her skiller seg fra tilfeldige svingninger, eller alt er besvart.
indicators-signals-title = Signaler
indicators-source-among = blant { $whole }
indicators-source-beside = Les sammen med
indicators-source-counted = Regnet av
indicators-source-empty = Ingen verdier for enheten.
indicators-source-interval = 95 %-intervall
indicators-source-no-interval = Kan ikke regnes ut
indicators-source-pointing = Peker mot
indicators-standard-direct = Direkte, til én standardbefolkning
indicators-standard-indirect = Indirekte: observert over forventet
indicators-standard-model = Med en modell for risiko
indicators-standard-none = Ikke standardisert
indicators-state-adopted = I bruk
indicators-state-next = Neste steg
indicators-state-now = Tilstanden nå er
indicators-state-piloted = Prøves ut
indicators-state-proposed = Foreslått
indicators-state-retired = Avsluttet
indicators-state-specified = Definert
indicators-state-title = Endre tilstand
indicators-tick-quarter = K
indicators-told-affirmed = Noen gikk god for verdier
indicators-unit-gone = En enhet som ikke finnes lenger
indicators-unit-matrix = Enhetens indikatorer
indicators-unit-signals = { $n ->
    [0] Ingen signaler venter
    [one] Ett signal venter
   *[other] { $n } signaler venter
}
indicators-upload-again = Se hvor langt den er kommet nå
indicators-upload-applying = Lagres
indicators-upload-call-off = Avbryt filen
indicators-upload-called-off = Avbrutt
indicators-upload-cancelled = Filen er avbrutt. Ingenting av den er lagret.
indicators-upload-done = Lagret
indicators-upload-goes-on = Arbeidet går i bakgrunnen og fortsetter der det stoppet hvis maskinen startes på nytt. Du kan lukke vinduet.
indicators-upload-help = De samme filtypene som for små filer, opptil 64 MB her og 256 MB for programmer. Ingenting lagres før hele filen er lest og du har sagt ja.
indicators-upload-lead = Filer som er for store til å vente på. De leses og kontrolleres bit for bit, og du ser hvor langt de er kommet.
indicators-upload-link = Er filen større enn 8 MB? Send den inn som stor fil.
indicators-upload-mine = Filer du har sendt inn
indicators-upload-name = Fil
indicators-upload-none = Ingen store filer ennå.
indicators-upload-out-of-order = Filen er kommet lenger, eller er ikke kommet så langt. Se på siden hvor langt den er.
indicators-upload-part-size = En del må ha minst én byte og høyst 1 MB, og ikke gå ut over den lengden som ble oppgitt.
indicators-upload-progress = Framdrift
indicators-upload-reading = Leses
indicators-upload-ready = Alt er riktig; venter på ditt ja
indicators-upload-receiving = Mottas
indicators-upload-refused = Noe er galt; ingenting er lagret
indicators-upload-send = Send inn filen
indicators-upload-so-far = { $percent } %, { $rows } rader, { $problems } feil så langt
indicators-upload-title = Store filer
indicators-upload-twice = Samme indikator, enhet, del og periode står tidligere i filen.
indicators-upload-when = Sendt inn
indicators-use-none = Verken mye eller lite betyr noe i seg selv
indicators-use-over = Mye kan bety at det gjøres for mye.
indicators-use-under = Lite kan bety at det gjøres for lite.
indicators-value-about = ca. { $value }
indicators-value-absent = ikke oppgitt eller holdt tilbake
indicators-value-approximate = omtrentlig
indicators-value-fte = { $value } årsverk
indicators-value-interval = 95 % konfidensintervall
indicators-value-least = minst { $value }
indicators-value-missing = ikke oppgitt
indicators-value-most = høyst { $value }
indicators-value-nok = { $value } kr
indicators-value-none = Ingen verdi ennå
indicators-value-of = { $value } ({ $numerator } av { $denominator })
indicators-value-protected = holdt tilbake
indicators-value-provisional = foreløpig
indicators-value-range = { $low }–{ $high }
indicators-value-rank = nr. { $value }
indicators-value-years = { $value } år
indicators-values-correct = Rett
indicators-values-denominator = Nevner
indicators-values-export = Last ned verdiene
indicators-values-marks = Om verdien
indicators-values-numerator = Teller
indicators-values-period = Periode
indicators-values-source = Kilde
indicators-values-title = Verdier
indicators-values-value = Verdi

indicators-told-recorded = Verdier rapportert
indicators-export-other = I andre formater
indicators-export-period = Formatet kjenner ikke periodene til disse verdiene, for eksempel tertial. Velg ADX, JSON-stat eller regneark.
indicators-export-residence = Formatet kan ikke skille bosted fra behandlingssted. Velg regneark eller CSV.
indicators-export-workbook = Arbeidsboken kunne ikke lages.
indicators-facts-called = Koder hos andre
indicators-import-check-operator = Avsenderens kontroll «{ $name }» sammenligner med «{ $operator }», som ikke er kjent.
indicators-import-too-much-work = Det er for mye å regne ut: kontrollene og indikatorene i avsenderens metadata har til sammen { $n } ledd på filens steder og perioder, og høyst { $max } tas i ett steg. Del filen, eller send metadata med bare det som trengs.
indicators-import-metadata = Metadata fra DHIS2 (valgfritt)
indicators-import-metadata-help = JSON med dataelementer, kategorier, indikatorer og kontroller. Med et navn på avsenderen huskes den til neste fil.
indicators-variation-common = Ingen sikker endring
indicators-variation-down = Lavere
indicators-variation-down-better = Lavere, og det er bedre
indicators-variation-down-worse = Lavere, og det er verre
indicators-variation-kept-back = Kan ikke bedømmes av det som vises
indicators-variation-pattern = Et uvanlig mønster
indicators-variation-too-little = For lite data
indicators-variation-up = Høyere
indicators-variation-up-better = Høyere, og det er bedre
indicators-variation-up-worse = Høyere, og det er verre
indicators-warn-autocorrelated = En verdi ligner den før (korrelasjon { $r }), så signaler kommer oftere enn de burde.
indicators-warn-bound = Nivået er { $level }, så nær enden at den ene grensen ikke kan passeres.
indicators-warn-gaps = { $n ->
    [one] Én periode mangler
   *[other] { $n } perioder mangler
} verdi.
indicators-warn-level = Nivået ser ut til å ha endret seg underveis: ett diagram over alt beskriver ingen av nivåene.
indicators-warn-seasonal = Verdiene følger årstiden, som forklarer { $share } av variasjonen, så signaler kan komme igjen hvert år.
indicators-warn-short = Bare { $n } punkter: grensene flytter seg med hvert nytt.
indicators-warn-skewed = Verdiene er skjeve, så grensen på den lange siden gir signal oftere enn den burde.
indicators-warn-ties = { $share } av verdiene ligger på medianen, så reglene om rekker ser lite.
indicators-warn-title = Pass på når du leser det
indicators-warn-underdispersed = Verdiene varierer mindre enn tilfeldigheter gir. Er tilfellene uavhengige, og er tallene talt?
indicators-work-below = Signaler under deg uten svar i tide
indicators-work-below-count = { $n ->
    [one] Ett signal
   *[other] { $n } signaler
}
indicators-work-news = Les hva som er nytt
indicators-work-report = Rapporter tall
indicators-work-report-count = { $n ->
    [one] Ett tall mangler
   *[other] { $n } tall mangler
}
indicators-work-signal = Si hva som ligger bak signalet
