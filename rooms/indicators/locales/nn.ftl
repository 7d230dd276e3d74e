# Orda i rommet for indikatorar.

indicators-advice-constant = Alle verdiane er like.
indicators-advice-few-events = I snitt berre { $expected } hendingar per punkt, så grensene blir rekna ut av den eksakte fordelinga.
indicators-advice-few-points = Berre { $n } verdiar er for få til grenser enno, så diagrammet viser medianen.
indicators-advice-is = Dataa passar best i dette: { $chart }.
indicators-advice-overdispersed = Verdiane varierer { $times } gonger så mykje som tilfelle åleine gir, så grensene er vidare.
indicators-advice-rare = I snitt { $expected } hendingar per punkt er for lite å sjå endringar i. Legg saman { $join } periodar, eller følg tida mellom hendingane.
indicators-advice-sizes = Den største nemnaren er { $ratio } gonger den minste, så grensene følgjer nemnaren.
indicators-advice-title = Kvifor dette diagrammet
indicators-affirm-all = Gå god for alle dei { $n } verdiane
indicators-affirm-by = { $who } går god for verdien, { $day }
indicators-affirm-done = Du har gått god for verdiane
indicators-affirm-help = Du seier då at verdiane er kontrollerte og rette, på vegner av eininga. Blir ein verdi retta seinare, må nokon gå god for han på nytt.
indicators-affirm-one = Gå god for verdien for { $period }
indicators-affirm-title = Gå god for verdiar
indicators-agreement-apart = Dei { $n } kjeldene peiker ikkje same veg: noko har blitt betre, og noko har blitt verre. Sjå på kva kvar av dei tel, før de trur meir på den eine.
indicators-agreement-better = Kjeldene peiker same veg: dei som kan seie noko, viser ei endring til det betre.
indicators-agreement-partly-better = Noko har endra seg til det betre; dei andre kjeldene viser inga sikker endring. Dei seier ikkje kvarandre imot.
indicators-agreement-partly-worse = Noko har endra seg til det verre; dei andre kjeldene viser inga sikker endring. Dei seier ikkje kvarandre imot.
indicators-agreement-steady = Kjeldene peiker same veg: ingen av dei viser ei sikker endring.
indicators-agreement-too-few = For få av kjeldene har nok verdiar til å seie om dei peiker same veg.
indicators-agreement-worse = Kjeldene peiker same veg: dei som kan seie noko, viser ei endring til det verre.
indicators-assurance-chance = Målet blir nådd av og til
indicators-assurance-fails = Målet blir ikkje nådd
indicators-assurance-passes = Målet blir nådd kvar gong
indicators-basis-adjusted = Standardisert
indicators-basis-because-cut-off = fleire data: til og med { $from }, så til og med { $to }
indicators-basis-because-definition = ny definisjon: { $from }, så { $to }
indicators-basis-because-structure = andre einingar: som dei var { $from }, så som dei var { $to }
indicators-basis-because-suppression = ein annan regel for små tal: { $from }, så { $to }
indicators-basis-change = { $period }: { $old } blei { $new }. Grunn: { $why }.
indicators-basis-changes = Tal som er rekna ut på nytt
indicators-basis-cut-off = Data til og med
indicators-basis-definition = Definisjon
indicators-basis-definition-version = { $code }, versjon { $version }
indicators-basis-excluded = Ikkje rekna med
indicators-basis-fewer = færre enn { $n }
indicators-basis-interval = { $value } (95 %: { $low } til { $high })
indicators-basis-lead = Rekna ut frå hendingar (opphald, inngrep, gjennomgangar), ikkje meldt inn av nokon. Det same gir alltid det same talet: definisjonen, dataa, einingane og regelen for små tal.
indicators-basis-least = Blir ikkje vist når færre enn { $n } er rekna med
indicators-basis-nobody = Ingen utelatne
indicators-basis-out-after = etter at dataa slutta
indicators-basis-out-age = alder manglar
indicators-basis-out-died = døydde før
indicators-basis-out-end = slutt manglar
indicators-basis-out-left = flytta før tida var ute
indicators-basis-out-outcome = utfall manglar
indicators-basis-out-residence = bustad manglar
indicators-basis-out-ripe = for tidleg å seie
indicators-basis-structure = Einingar slik dei var
indicators-basis-suppression = Regel for små tal
indicators-basis-title = Kvifor dette talet?
indicators-beside-apart = Tala blir ikkje lagde saman: den same hendinga kan stå i fleire kjelder, og kvar kjelde tel ut av noko anna.
indicators-beside-lead = Kva kvar kjelde seier om eininga, kva tala er rekna ut av, og kva kjelda ikkje kan seie.
indicators-beside-none = Inga kjelde har verdiar for eininga
indicators-beside-none-help = Kjeldene står i registeret. Verdiar blir tekne inn frå fil eller skrivne inn på indikatoren.
indicators-beside-silent = Kjelder utan verdiar for eininga
indicators-beside-tab = Kjelder
indicators-beside-title = Kjeldene side om side
indicators-beside-year = År
indicators-by-content = Varde, frå dokumenta
indicators-by-someone = Ein kollega
indicators-by-varde = Varde
indicators-chart-axis = Aksen byrjar på { $from }
indicators-chart-beyond = ligg utanfor aksen
indicators-chart-empty = Ingen verdiar er melde inn enno.
indicators-chart-excluded = halden utanfor grensene
indicators-chart-first = Første verdi: { $value } ({ $period }).
indicators-chart-inner = To standardavvik
indicators-chart-interval = 95 % konfidensintervall: { $low }–{ $high }.
indicators-chart-latest = Siste verdi: { $value } ({ $period }).
indicators-chart-limits = Grenser
indicators-chart-lower = Nedre grense
indicators-chart-mean = Gjennomsnitt
indicators-chart-measure = Tiltak: { $name }
indicators-chart-median = Median
indicators-chart-near = Fleire nær ei grense
indicators-chart-note = Notat
indicators-chart-of = { $part } av { $whole }
indicators-chart-question = Korleis har det gått over tid?
indicators-chart-redefined = ny definisjon
indicators-chart-run = Varig endring
indicators-chart-signal = Signal
indicators-chart-table = Vis tala som tabell
indicators-chart-target = Mål
indicators-chart-upper = Øvre grense
indicators-charting-accept = Byrj ein ny fase
indicators-charting-accepted = ny fase
indicators-charting-advised = Det som passar dataa best
indicators-charting-answered = Svaret er lagra
indicators-charting-answered-title = Svara forslag
indicators-charting-baseline = Lås ved dei første … verdiane
indicators-charting-baseline-help = Då kjem grensene berre frå dei, og seinare verdiar blir haldne mot dei. Kan stå tom.
indicators-charting-decided = { $day }, { $who }
indicators-charting-decline = Behald fasen
indicators-charting-declined = behalden
indicators-charting-done = Diagrammet er endra
indicators-charting-event = Dette er ei hending: teikn ho på diagrammet
indicators-charting-event-help = Eit notat om eit tiltak blir alltid teikna som ei hending.
indicators-charting-event-mark = Hending
indicators-charting-evidence = Nivået kan ha endra seg med { $shift } (95 %-intervall { $low } til { $high }) frå { $period }.
indicators-charting-exclude-new = Hald eit punkt utanfor grensene
indicators-charting-fault-baseline = Skriv eit heilt tal frå 3 til 500.
indicators-charting-fault-period = Vel ein periode som har ein verdi.
indicators-charting-former = Dette er versjon { $version } av diagrammet, slik det var bestemt då.
indicators-charting-include = Ta punktet med igjen
indicators-charting-kind-help = Vel sjølv berre når du veit kvifor.
indicators-charting-link = Diagrammet: fasar, notat, reglar
indicators-charting-locked = Låst ved dei { $n } første
indicators-charting-measure = Tiltaket
indicators-charting-newest = Sjå den nyaste
indicators-charting-no-phases = Heile serien er éin fase.
indicators-charting-no-points = Ingen punkt er haldne utanfor, og ingen notat er skrivne.
indicators-charting-note-gone = Notatet er trekt tilbake
indicators-charting-note-help = Kva skjedde då? Skriv ikkje noko om pasientar.
indicators-charting-note-measure-help = Vel tiltaket dersom notatet handlar om eitt. Då står det på diagrammet, og diagrammet på sida til tiltaket.
indicators-charting-note-new = Skriv eit notat på eit punkt
indicators-charting-note-withdraw = Trekk notatet tilbake
indicators-charting-noted = Notatet er skrive
indicators-charting-phase-measure-help = Vel tiltaket dersom fasen følgjer av eitt. Då står det på diagrammet, og diagrammet på sida til tiltaket.
indicators-charting-phase-new = Byrj ein ny fase
indicators-charting-phases = Fasar
indicators-charting-points = Punkt og notat
indicators-charting-reason = Kvifor?
indicators-charting-reason-help = Blir ståande ved diagrammet, med namnet ditt og datoen.
indicators-charting-rule-set = Regelsett
indicators-charting-rule-set-help = Avgjer kva som blir rekna som eit signal.
indicators-charting-rules = Reglar: { $rules }.
indicators-charting-settings = Diagram, reglar og mål
indicators-charting-stretch = Endringa tok til med 95 % sannsyn mellom { $earliest } og { $latest }.
indicators-charting-stretch-one = Endringa tok til med 95 % sannsyn i { $period }.
indicators-charting-suggestion = Her kan ein ny fase ha byrja
indicators-charting-title = Diagrammet for { $unit }
indicators-charting-undecided = Ingen har bestemt noko om diagrammet enno. Det blir vald etter dataa.
indicators-charting-unphase = Ta bort fasen
indicators-charting-version = Versjon { $n }
indicators-charting-version-head = Versjon
indicators-charting-versions = Versjonar av diagrammet
indicators-charting-weight-positive = Belegg: Tala passar betre med to nivå enn med eitt, men ikkje mykje.
indicators-charting-weight-strong = Belegg: Tala passar mykje betre med to nivå enn med eitt.
indicators-charting-weight-very-strong = Belegg: Tala passar så mykje betre med to nivå at eitt nivå nesten ikkje er mogleg.
indicators-charting-why-first = Spør først kvifor. Ein ny fase skal ha ei årsak som nokon kjenner; elles skjuler han det som bør undersøkjast.
indicators-choice-chosen = Vald av nokon på eininga.
indicators-choice-count = Verdiane er tal på hendingar.
indicators-choice-measured = Verdiane er målte, ikkje talde.
indicators-choice-rate = Verdiane er hendingar per eining av det dei er rekna av.
indicators-choice-share = Verdiane er delar av eit kjent tal.
indicators-compare-counted = Rekna av
indicators-compare-lead = Einingane står etter namn, aldri etter resultat. Skilnader som intervalla dekkjer, er ikkje sikre.
indicators-compare-title = Ved sida av andre
indicators-conflict-theirs = Lagra no
indicators-conflict-title = { $who } endra dette { $when }
indicators-conflict-value = Perioden har alt ein verdi som du ikkje har sett. Jamfør dei to. Vil du byte han ut, skriv du kvifor og lagrar på nytt.
indicators-conflict-yours = Det du skreiv
indicators-connection-asked = Spurt om, ikkje motteken
indicators-connection-automatic = Kjem av seg sjølv
indicators-connection-manual = Blir teken inn for hand
indicators-connection-none = Ikkje kopla til
indicators-coverage-help = Ei kjelde blir rekna med når ho har minst éin verdi for ei eining på nivået. Under ein tredel av kjeldene er eit svært avgrensa bilete; grensa er vår.
indicators-coverage-limited = Svært avgrensa data
indicators-coverage-nothing = Ingen data
indicators-coverage-some = Nokre data
indicators-coverage-sources = { $n } av { $of } kjelder
indicators-coverage-title = Kor mykje vi veit om kvart nivå
indicators-define-annualised = Avsendaren reknar verdiane om til eit heilt år. Det gjer ikkje vi.
indicators-define-chosen = Foreslå dei valde
indicators-define-done = Indikatorane er foreslåtte. Nokon må sjå på dei før dei blir tekne i bruk.
indicators-define-help = Ein FHIR Measure eller metadata frå DHIS2 (JSON), eller skildringane frå eit kvalitetsregister (CSV).
indicators-define-known = { $n ->
    [one] Éin finst frå før og blir som han er: { $codes }.
   *[other] { $n } finst frå før og blir som dei er: { $codes }.
}
indicators-define-lead = Ta inn indikatorar slik andre har definert dei. Dei blir forslag, og ingenting blir teke i bruk av seg sjølv.
indicators-define-left-out = { $n ->
    [one] Eitt dataelement blir ikkje målt i tal og er ikkje med: { $names }.
   *[other] { $n } dataelement blir ikkje målte i tal og er ikkje med: { $names }.
}
indicators-define-level = Registeret kallar { $green } høg måloppnåing.
indicators-define-levels = Registeret kallar { $green } høg og { $yellow } middels måloppnåing.
indicators-define-new = Nye indikatorar i fila
indicators-define-none = Ingen nye indikatorar.
indicators-define-refused-help = Ingenting er foreslått. Rett linjene og send fila ein gong til.
indicators-define-take = Kva for nokre vil du foreslå?
indicators-define-title = Ta inn definisjonar
indicators-define-taken = Ein av kodane er teken av ein indikator som du ikkje kan sjå. Vel ut dei du treng, og gi den som ikkje går, ein annan kode.
indicators-define-twice = Koden «{ $code }» står meir enn éin gong i fila.
indicators-define-yes = { $n ->
    [one] Foreslå éin indikator
   *[other] Foreslå { $n } indikatorar
}
indicators-derived-how = Tala er ikkje rapporterte her: dei er summerte av det næraste leddet under som har rapportert, teljar for seg og nemnar for seg, slik organisasjonen var den siste dagen i perioden.
indicators-derived-incomplete = { $n ->
    [one] I éin periode manglar minst éi eining: ein del eller ei rate er då førebels, og eit tal på tilfelle blir ikkje vist.
   *[other] I { $n } periodar manglar minst éi eining: ein del eller ei rate er då førebels, og eit tal på tilfelle blir ikkje vist.
}
indicators-derived-newest = I { $period } er { $n } av { $of } einingar med.
indicators-derived-not = Berre dei som ser alle tala bak, ser summen. Signal og gjennomgangar byggjer på det som er rapportert, ikkje på summar.
indicators-derived-short = summert av { $n } av { $of } einingar
indicators-derived-title = Summert av einingane under
indicators-derived-units = { $n ->
    [one] Éi eining inngår
   *[other] { $n } einingar inngår
}
indicators-dimension-accessible = Tilgjengeleg og rettferdig fordelt
indicators-dimension-coordinated = Samordna
indicators-dimension-effective = Verknadsfull
indicators-dimension-frugal = Bruker ressursane godt
indicators-dimension-involving = Involverer brukarane
indicators-dimension-safe = Trygg
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
indicators-entry-coverage = Dekningsgrad
indicators-entry-coverage-help = Kor stor del av det som skulle teljast, som er med. Skriv prosent, som 87, eller tal, som 43 av 50. Kan stå tom.
indicators-entry-for = Meld inn for { $unit }
indicators-entry-former = Verdien no er { $value }, lagra { $when }. Han blir ståande i historikken.
indicators-entry-note = Merknad
indicators-entry-note-help = Det lesaren bør vite. Manglar verdien, skriv du kvifor. Ikkje skriv noko om einskilde pasientar.
indicators-entry-page = { $indicator }, { $unit }
indicators-entry-period-help = Til dømes 2026-10 (månad), 2026-T2 (tertial), 2026-Q3 (kvartal) eller 2026 (år).
indicators-entry-provisional = Førebels verdi
indicators-entry-provisional-help = Kryss av om talet kan bli endra seinare.
indicators-entry-reason = Kvifor blir verdien endra?
indicators-fault-coverage-unread = Skriv dekningsgraden i prosent, som 87, eller som tal, som 43 av 50
indicators-measure-charts = På diagramma
indicators-measure-chosen = Tiltak
indicators-measure-from = frå { $period }
indicators-measure-hidden = eit tiltak som du ikkje har tilgang til
indicators-measure-none = Ikkje noko tiltak
indicators-measure-signals = Signal det svarer på
indicators-signal-fault-measure = Vel kva for tiltak som svarer på signalet
indicators-signal-its-measure = Tiltak
indicators-signal-measure-help = Blir valt berre når svaret er eit tiltak. Finst tiltaket ikkje enno, lagar du først eit funn av signalet og så tiltaket frå funnet.
indicators-signal-new-measure = Lag eit tiltak som svarer på funnet
indicators-signal-no-measures = Eininga har ingen tiltak enno. Lag eit funn av signalet, og så eit tiltak frå funnet.
indicators-source-reported = Meldt inn av eininga
indicators-source-source = Kjelde
indicators-source-uncounted = Teljaren og nemnaren er ikkje oppgitt
indicators-source-value = Siste verdi
indicators-entry-source-help = Kvar talet kjem frå, til dømes eiga teljing.
indicators-entry-title = Meld inn ein verdi
indicators-entry-value-help = Berre når teljar og nemnar ikkje er kjende. Elles reknar Varde ut verdien.
indicators-event-changed = Endra etter ei retting av verdiar
indicators-event-closed = Avslutta
indicators-event-continued = Held fram i ein ny periode
indicators-event-explained = Årsaka er oppgitt
indicators-event-false-alarm = Meldt som falsk alarm
indicators-event-finding = Eit funn vart laga
indicators-event-lifted = Løfta til eininga over
indicators-event-measure = Eit tiltak svarer på det
indicators-event-raised = Meldt
indicators-event-seen = Sett
indicators-event-vanished = Borte etter at verdiar vart retta
indicators-every-day = Kvar dag
indicators-every-half = Kvart halvår
indicators-every-month = Kvar månad
indicators-every-quarter = Kvart kvartal
indicators-every-tertial = Kvart tertial
indicators-every-week = Kvar veke
indicators-every-year = Kvart år
indicators-export-help = I filene blir små tal haldne tilbake, så dei kan sendast vidare.
indicators-export-own = Verdiane til eigne einingar, utan at noko blir halde tilbake (CSV)
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
indicators-fault-counted = Skriv eit heilt tal: her blir personar eller hendingar talde. Er det timar, dagsverk, årsverk eller kroner, må definisjonen av teljar eller nemnar begynne med det.
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
indicators-follow-below = Også einingane under
indicators-follow-fault-many = Du følgjer så mykje som ein kan følgje. Slutt å følgje noko anna først.
indicators-follow-go = Følg
indicators-follow-help = Du får vite om nye signal og nye verdiar på startsida og under «Oppgåvene mine», så langt du kan sjå dei. Ingen andre ser kva du følgjer.
indicators-follow-mail = Også med e-post
indicators-follow-mail-help = Høgst eitt brev om dagen, og berre når det er noko nytt. Brevet seier kva du følgjer, men ingen verdiar.
indicators-follow-no-mail = Denne installasjonen sender ikkje e-post enno. Ønsket ditt blir lagra til han gjer det.
indicators-follow-title = Følg indikatoren
indicators-following-begun = Du følgjer indikatoren.
indicators-following-change = Endre
indicators-following-lead = Indikatorane du har bede om å få vite nytt om, og kva som er nytt sidan du sist sa at du hadde sett det.
indicators-following-none = Du følgjer ingen indikatorar
indicators-following-none-help = Opne ein indikator og vel «Følg indikatoren», for di eiga eining eller for heile landet.
indicators-following-seen = Sett
indicators-following-seen-all = Alt er sett
indicators-following-seen-done = Det som var nytt, er merkt som sett.
indicators-following-stop = Slutt å følgje
indicators-following-stopped = Du følgjer ikkje indikatoren lenger.
indicators-following-title = Det eg følgjer
indicators-following-values = Vis verdiane
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
indicators-former-by = Meld inn av
indicators-former-fold = { $n ->
    [one] Vis den eine tidlegare verdien
   *[other] Vis { $n } tidlegare verdiar
}
indicators-former-from = Gjaldt frå
indicators-former-title = Tidlegare verdiar
indicators-former-to = Gjaldt til
indicators-funnel-above = over grensa
indicators-funnel-answer = { $n ->
    [0] Ingen av { $total } einingar ligg utanfor dei ytste grensene (99,8 %).
    [one] Éi av { $total } einingar ligg utanfor dei ytste grensene (99,8 %).
   *[other] { $n } av { $total } einingar ligg utanfor dei ytste grensene (99,8 %).
}
indicators-funnel-below = under grensa
indicators-funnel-centre = Alle saman
indicators-funnel-deciles = Utan tidelen i kvar ende er forholdet { $ratio }.
indicators-funnel-inner = utanfor 95 %
indicators-funnel-kept-back = { $n ->
    [one] Éi eining er ikkje med: talet blir halde
   *[other] { $n } einingar er ikkje med: tala blir haldne
} tilbake, fordi dei er små eller ville røpe eit lite tal.
indicators-funnel-kind = Kva slags einingar
indicators-funnel-link = Alle einingar i ei trakt
indicators-funnel-mark = Utanfor
indicators-funnel-no-counts = Verdiane kom utan det dei er rekna av, så det går ikkje an å seie kva tilfelle gir.
indicators-funnel-no-ranking = Plassen innanfor grensene seier ingenting om kven som er best.
indicators-funnel-none = For få einingar å samanlikne
indicators-funnel-none-help = Det trengst minst tre einingar av same type med tal for same periode.
indicators-funnel-outer = utanfor 99,8 %
indicators-funnel-overdispersed = Einingane er meir ulike enn tilfelle åleine gir, så grensene har rom for ekte skilnader.
indicators-funnel-published = Linja er det publiserte talet for { $unit }: { $value }.
indicators-funnel-question = Skil nokon einingar seg ut meir enn tilfelle gir?
indicators-funnel-ratio = Den høgaste er { $ratio } gonger den lågaste.
indicators-funnel-spread = { $n } einingar: lågast { $low }, i midten { $median }, høgast { $high }.
indicators-funnel-title = Alle einingar i ei trakt
indicators-funnel-unjudged = Nokre av tala blir haldne tilbake, oftast dei små. Difor er verken felles nivå eller grenser teikna, og kven som skil seg ut, kan ikkje vurderast ut frå det som blir vist.
indicators-hang-indicators = { $n ->
    [one] Éin indikator som eininga eig
   *[other] { $n } indikatorar som eininga eig
}
indicators-hang-series = { $n ->
    [one] Éin måleserie
   *[other] { $n } måleseriar
}
indicators-hang-signals = { $n ->
    [one] Eitt signal utan svar
   *[other] { $n } signal utan svar
}
indicators-hits-lead = Rekna av signal som nokon har svara på. Utan svar er det ikkje mogleg å seie.
indicators-hits-none = Ingen har svara enno
indicators-hits-real = Hadde ei årsak
indicators-hits-rule = Regel
indicators-hits-share = { $n } av { $total }
indicators-hits-title = Kor ofte reglane hadde rett
indicators-hits-waiting = Ventar på svar
indicators-home-all = { $n ->
    [one] Sjå signalet
   *[other] Sjå alle { $n }
}
indicators-home-title = Signal som ventar
indicators-import-again = Prøv igjen med ei retta fil
indicators-import-damaged = Fila er skadd. Opne henne i programmet ho kom frå, og lagre henne på nytt.
indicators-import-broken = Resten av fila kan ikkje lesast. Sjekk hermeteikna.
indicators-import-change = Endre det som er hugsa om avsendaren
indicators-import-change-help = Elles gjeld det som vart valt sist, og vala under blir ikkje brukte.
indicators-import-changed = Endrar verdi
indicators-import-check-fails = Avsendaren sin eigen kontroll held ikkje: «{ $name }» for { $unit } i { $period } ({ $left } mot { $right }).
indicators-import-check-unreadable = Kontrollen «{ $name }» kan ikkje lesast ved «{ $at }», og er ikkje køyrd.
indicators-import-codes = Kodane til avsendaren
indicators-import-codes-help = Ei linje for kvar: indicator, unit eller stratum;avsendaren sin;vår;del (value, numerator, denominator eller coverage).
indicators-import-column = Kolonne
indicators-import-column-missing = Kolonnen manglar.
indicators-import-column-twice = Kolonnen står to gonger.
indicators-import-column-unknown = Vi kjenner ikkje denne kolonnen. Ta han bort eller rett namnet.
indicators-import-columns = indicator, unit og period må vere med. Kolonnane kan òg heite indikator, eining, periode, teljar, nemnar, verdi, kjelde og førebels.
indicators-import-columns-are = Kolonnane til avsendaren
indicators-import-columns-help = Ei linje for kvar: namnet vårt;namnet i fila. Til dømes unit;Sjukehus
indicators-import-comma = Komma
indicators-import-computed = Indikatorar som er rekna ut av verdiane til avsendaren og blir brukte her: { $n } av { $total }.
indicators-import-confirm = { $n ->
    [one] Lagre den eine verdien
   *[other] Lagre { $n } verdiar
}
indicators-import-cut = Fila sluttar midt i. Hent ho på nytt.
indicators-import-dates-are = Ein dato i periodekolonnen står for
indicators-import-decimal = Desimalteikn
indicators-import-deleted = Rada vil slette ein verdi. Rett verdien for hand, med ei grunngiving.
indicators-import-dimensions = Dimensjonane og verdiane i fila passar ikkje saman.
indicators-import-earlier = Den same fila frå { $sender } vart teken inn { $time } («{ $name }»).
indicators-import-effect = Kva rada gjer
indicators-import-empty = Det er ingen rader i fila.
indicators-import-encoding = Teiknsettet er ukjent. Lagre fila som UTF-8.
indicators-import-endless = Ein tekst i rada sluttar ikkje. Sjå etter eit hermeteikn som manglar.
indicators-import-expression = Indikatoren «{ $name }» kan ikkje reknast ut her («{ $at }»).
indicators-import-file = Fil
indicators-import-file-help = Det meste som blir teke her, er 8 MB. Typen fil finn vi ut av sjølve når vi kan.
indicators-import-find-out = Finn det ut
indicators-import-fixed = Det same i alle rader
indicators-import-fixed-help = Ei linje for kvar: namnet vårt;verdi. Til dømes indicator;ind.falls
indicators-import-format = Type fil
indicators-import-format-cases = Saksrader frå eit kvalitetsregister
indicators-import-format-coverage = Dekningsgrad frå eit kvalitetsregister
indicators-import-format-table = Tabell: CSV, Excel eller Parquet
indicators-import-formats = Excel (.xlsx), Parquet, JSON-stat, DHIS2 (JSON, XML, CSV), ADX, FHIR MeasureReport, NKI og filene til kvalitetsregistra blir òg lesne.
indicators-import-former = Verdi no
indicators-import-formula = Formelen i cella gir ein feil.
indicators-import-how = Éi rad for kvar indikator, eining og periode. Øvst står namna på kolonnane:
indicators-import-indicator = Indikator
indicators-import-individual = Rapporten gjeld éin person eller ei liste av personar. Berre summar (type summary) blir tekne inn.
indicators-import-lead = Du ser kva fila vil gjere, før noko blir lagra. Er det feil på éi rad, blir ingenting lagra.
indicators-import-line = Linje
indicators-import-line-unreadable = Linje { $line } kan ikkje lesast.
indicators-import-look = Sjå kva fila gjer
indicators-import-mixed-decimals = Fila blandar komma og punktum som desimalteikn. Bruk det same i heile fila, utan tusenskilje.
indicators-import-more = { $n ->
    [one] Éi rad til er ikkje vist her.
   *[other] { $n } rader til er ikkje viste her.
}
indicators-import-more-choices = Slik blir fila lesen
indicators-import-new = Ny verdi
indicators-import-no-file = Vel ei fil med innhald.
indicators-import-no-indicator = Ingen indikator har koden «{ $code }».
indicators-import-no-sheet = Arbeidsboka har ikkje noko slikt ark.
indicators-import-no-time = Fila seier ikkje kva for ein dimensjon som er tida.
indicators-import-no-unit = Inga eining har koden «{ $code }».
indicators-import-not-fhir = Fila er ikkje ein gyldig FHIR-ressurs.
indicators-import-not-json = Fila er ikkje gyldig JSON, eller ho går for djupt.
indicators-import-not-measure = Fila er ein FHIR-ressurs, men ikkje ein Measure.
indicators-import-not-report = Fila er ein FHIR-ressurs, men ikkje ein MeasureReport.
indicators-import-not-xml = Fila er ikkje gyldig XML, eller ho går for djupt.
indicators-import-not-yours = Rollene dine gir ikkje rett til å melde inn for denne eininga.
indicators-import-note-cut = Siste linja har ingen linjeslutt. Sjå etter at heile fila er med.
indicators-import-note-hidden-columns = Arket har gøymde kolonnar ({ $n }). Dei er lesne som dei andre.
indicators-import-note-hidden-rows = Arket har gøymde rader ({ $n }). Dei er lesne som dei andre.
indicators-import-note-mended = { $n } tekstar var UTF-8 lesne som Latin-1, og er retta.
indicators-import-note-merged = Arket har samanslåtte celler ({ $places }). Berre den første av dei held verdien.
indicators-import-note-sheets = Desse arka er ikkje lesne: { $names }.
indicators-import-nothing = Alt i fila er lagra frå før. Det er ingenting å gjere.
indicators-import-nothing-known = Ingenting i fila svarer til ein indikator her. Skriv kva kodar hos avsendaren som er kva kodar hos oss.
indicators-import-number-is-date = Cella held ein dato der det skal stå eit tal. Rekneark gjer nokre gonger tal om til datoar.
indicators-import-old-workbook = Arbeidsboka er av ein gammal type eller låst. Lagre ho som .xlsx utan passord.
indicators-import-period-is-date = Cella held datoen { $day }. Skriv perioden som tekst, til dømes 2026-10, eller vel kva datoar står for.
indicators-import-point = Punktum
indicators-import-problems = Linjer som må rettast
indicators-import-refused = { $n ->
    [one] Fila har éin feil
   *[other] Fila har { $n } feil
}
indicators-import-refused-help = Ingenting er lagra. Rett linjene under og send fila på nytt.
indicators-import-remarks = Verdt å vite om fila
indicators-import-report-failed = Avsendaren seier at rapporten har feila.
indicators-import-rows = Rad for rad
indicators-import-sender = Avsendar (kan stå tomt)
indicators-import-sender-help = Med eit namn her hugsar vi korleis filene blir lesne, og kjenner att den same fila.
indicators-import-sheet = Ark i arbeidsboka
indicators-import-sort-day = dagen
indicators-import-sort-half = halvåret
indicators-import-sort-month = månaden
indicators-import-sort-quarter = kvartalet
indicators-import-sort-tertial = tertialet
indicators-import-sort-week = veka
indicators-import-sort-year = året
indicators-import-source = Kjelde når fila ikkje seier det
indicators-import-title = Hent verdiar frå fil
indicators-import-too-large = Fila er over 8 MB. Del ho, eller lat den som driv Varde, hente ho frå kommandolinja.
indicators-import-too-large-to-read = Fila er for stor. Det meste som blir lese på éin gong, er { $max } MB.
indicators-import-too-many = Fila har for mange rader; høgst { $max } om gongen.
indicators-import-too-many-columns = Rada har meir enn { $max } kolonnar.
indicators-import-too-wide = Rada har fleire kolonnar enn dei { $n } i første linje. Står det eit skiljeteikn i ein tekst, må teksten ha hermeteikn.
indicators-import-twice = Same indikator, eining og periode står òg på linje { $line }.
indicators-import-unchanged = Finst frå før
indicators-import-unit-codes = Register som numra til einingane er frå
indicators-import-unknown = Vi kjenner ikkje att denne typen fil. Vel kva slags fil det er.
indicators-import-what = Kva som må rettast
indicators-import-xml-entities = Fila definerer eigne entitetar. Slike filer blir ikkje lesne.
indicators-import-yes-or-no = Skriv ja eller nei, 1 eller 0.
indicators-kin = Kvar
indicators-kin-above = Over
indicators-kin-below = Under
indicators-kin-beside = Ved sida av
indicators-kin-nation = Heile landet
indicators-kin-own = Denne eininga
indicators-kind-c = C-diagram (tal)
indicators-kind-g = G-diagram (tilfelle mellom hendingar)
indicators-kind-i = I-diagram (enkeltverdiar)
indicators-kind-ip = I′-diagram (enkeltverdiar med ulik storleik)
indicators-kind-mr = MR-diagram (spenn mellom nabopunkt)
indicators-kind-np = NP-diagram (tal av eit fast tal)
indicators-kind-p = P-diagram (delar)
indicators-kind-pp = P′-diagram (delar som varierer meir enn tilfeldig)
indicators-kind-r = R-diagram (spenn)
indicators-kind-run = Seriediagram
indicators-kind-s = S-diagram (standardavvik)
indicators-kind-t = T-diagram (tid mellom hendingar)
indicators-kind-u = U-diagram (ratar)
indicators-kind-up = U′-diagram (ratar som varierer meir enn tilfeldig)
indicators-kind-xbar = X̄-diagram (gjennomsnitt)
indicators-level-all = Alle nivå
indicators-level-enterprise = Verksemd
indicators-level-municipal = Kommune
indicators-level-national = Nasjonalt
indicators-level-regional = Region
indicators-life-title = Livet til indikatoren
indicators-life-version = Definisjonsversjon { $n }, frå { $when }
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
indicators-list-title = Indikatorar
indicators-mail-bye = Sjå kva som er nytt, og vel kva du vil følgje: { $href }
indicators-mail-hello = Det er noko nytt i indikatorar du følgjer.
indicators-mail-subject = { $n ->
    [one] Nytt i éin indikator du følgjer
   *[other] Nytt i { $n } indikatorar du følgjer
}
indicators-mark-coverage = Dekningsgrad { $coverage }
indicators-mark-few = Få
indicators-mark-old = Gammalt tal
indicators-mark-uncovered = Dekningsgrad { $coverage }, usikker
indicators-matrix-caption = Indikatorar etter eining
indicators-matrix-key = Kva teikna betyr
indicators-matrix-key-help = Fylt er verre, ope er betre, firkant er verken eller. Teikna kjem av dei same reglane som diagrammet.
indicators-matrix-left-out = { $n ->
    [one] Éi eining til har seriar, men får ikkje plass her. Gå til eininga sjølv.
   *[other] { $n } einingar til har seriar, men får ikkje plass her. Gå til eininga sjølv.
}
indicators-matrix-none = Ingen seriar her enno
indicators-matrix-none-help = Finn ein indikator i katalogen og rapporter eit tal, så står han her.
indicators-matrix-spark = { $indicator }, { $unit }: { $now }
indicators-matrix-title = Indikatorar for { $unit }
indicators-meaning-better = Til det betre
indicators-meaning-changed = Endra
indicators-meaning-worse = Til det verre
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
indicators-missing-not-applicable = Det gjeld ikkje eininga
indicators-missing-not-complete = Tala er ikkje komplette enno
indicators-missing-not-measured = Det vart ikkje målt
indicators-missing-not-reported = Ingen har rapportert
indicators-missing-protected = Talet blir halde tilbake: det er lite, eller ville røpe eit lite tal
indicators-missing-technical = Ein feil i eit system
indicators-missing-too-few = For få til å seie noko
indicators-multiples-answer = { $n ->
    [0] Ingen av { $total } einingar viser noko no
    [one] Éi av { $total } einingar viser noko no
   *[other] { $n } av { $total } einingar viser noko no
} som tilfelle sjeldan gir. Alle har same skala.
indicators-multiples-kept-back = { $n ->
    [one] Éi eining kan ikkje vurderast ut frå det som blir vist, fordi nokre av verdiane blir haldne tilbake.
   *[other] { $n } einingar kan ikkje vurderast ut frå det som blir vist, fordi nokre av verdiane blir haldne tilbake.
}
indicators-multiples-link = Einingane som små diagram side om side
indicators-multiples-none = For få einingar å setje side om side
indicators-multiples-none-help = Det trengst minst to einingar under same eining med tal.
indicators-multiples-question = Kvar har noko endra seg?
indicators-multiples-title = Einingane side om side
indicators-multiples-under = Einingane under
indicators-new-lead = Indikatoren byrjar som eit framlegg. Når definisjonen er skriven, kan han prøvast ut og takast i bruk.
indicators-new-title = Gjer framlegg om ein indikator
indicators-news-both = { $signals } og { $values }
indicators-news-more-signals = { $n ->
    [one] Eitt signal til
   *[other] { $n } signal til
}
indicators-news-more-values = { $n ->
    [one] Éin verdi til
   *[other] { $n } verdiar til
}
indicators-news-none = Ikkje noko nytt.
indicators-news-signals = { $n ->
    [one] eitt nytt signal
   *[other] { $n } nye signal
}
indicators-news-title = Nytt i det du følgjer
indicators-news-values = { $n ->
    [one] éin ny verdi
   *[other] { $n } nye verdiar
}
indicators-pointing-better = Endring til det betre
indicators-pointing-changed = Endring; ingen har sagt kva som er betre
indicators-pointing-steady = Inga sikker endring
indicators-pointing-too-little = For få verdiar til å seie noko
indicators-pointing-worse = Endring til det verre
indicators-protected-note = { $n ->
    [one] Éin verdi blir halden
   *[other] { $n } verdiar blir haldne
} tilbake for dei som ikkje arbeider med eininga: tala bak er små, eller dei ville røpe eit lite tal.
indicators-register-access = Korleis ein får tak i det
indicators-register-base = Kva tala er rekna ut av
indicators-register-connection = Tilkopling
indicators-register-content = Kva ho inneheld
indicators-register-delivered = Kom { $when }, til og med { $until }
indicators-register-edit = Endre kjelda
indicators-register-frequency = Kor ofte
indicators-register-last = Siste leveranse
indicators-register-lead = Kvar verdiane kjem frå, kva kvar kjelde er rekna ut av, og kva ho ikkje kan seie.
indicators-register-legal = Heimel
indicators-register-limits = Kva ho ikkje kan seie
indicators-register-never = Ingenting motteke
indicators-register-new = Skriv opp ei kjelde
indicators-register-no-indicators = Ingen indikator byggjer på kjelda enno. Skriv koden til kjelda i feltet for data når du foreslår ein indikator.
indicators-register-none = Ingen kjelder
indicators-register-none-help = Kjeldene som dokumenta namngir, blir lasta saman med innhaldet; eigne kan skrivast opp.
indicators-register-quality = Kor god ho er
indicators-register-saved = Kjelda er lagra.
indicators-register-title = Kjelder
indicators-register-unsaid = Ingen har sagt det
indicators-report-by = Frist { $day }
indicators-report-done = Tala er lagra
indicators-report-has-value = Det manglar ikkje
indicators-report-last = Sist: { $value } ({ $period })
indicators-report-lead = Skriv det som manglar. Det du lèt stå tomt, ventar til neste gong.
indicators-report-missing = Kvifor manglar det?
indicators-report-more = { $n ->
    [one] Éin periode til ventar etter denne.
   *[other] { $n } periodar til ventar etter denne.
}
indicators-report-none = Alt er rapportert
indicators-report-none-help = Ingen av indikatorane til eininga manglar tal for periodar som er over.
indicators-report-nothing = Skriv minst eitt tal før du lagrar.
indicators-report-overdue = Frist { $day }
indicators-report-overtaken = Nokon andre har rapportert denne perioden i mellomtida. Sjå over talet på nytt.
indicators-report-title = Rapporter tal
indicators-report-why = Manglar talet, eller vil du skrive eit notat?
indicators-residence-adjusted = Gjort samanliknbare slik: { $way }.
indicators-residence-answer = { $n ->
    [0] Ingen av { $total } område ligg lenger frå det felles nivået enn tilfelle kan gi.
    [one] Eitt av { $total } område ligg lenger frå det felles nivået enn tilfelle kan gi.
   *[other] { $n } av { $total } område ligg lenger frå det felles nivået enn tilfelle kan gi.
}
indicators-residence-area = Bustad
indicators-residence-chance = Samla er skilnadene ikkje større enn tilfelle kan gi (systematisk variasjon, SCV × 100: { $scv }; p { $p }).
indicators-residence-crude = Verdiane er ikkje justerte for alder og kjønn; ulik alder kan forklare noko av skilnadene.
indicators-residence-differs = Lenger frå det felles nivået enn tilfelle kan gi
indicators-residence-kept-back = { $n ->
    [one] Eitt område er halde tilbake, fordi det bur eller blir ramma så få der.
   *[other] { $n } område er haldne tilbake, fordi det bur eller blir ramma så få der, eller fordi dei ville røpe eit anna.
}
indicators-residence-lead = Her tel kvar verdi dei som bur i området, uansett kvar dei blei behandla. Likeverdig behandling betyr at det er liten systematisk skilnad mellom område med like behov.
indicators-residence-link = Sjå områda side om side, etter bustad
indicators-residence-national = Heile landet: { $value }.
indicators-residence-national-interval = Heile landet: { $value } (95 %: { $low } til { $high }).
indicators-residence-no-counts = Verdiane er oppgitte utan det dei er rekna av, så det kan ikkje seiast kor mykje tilfelle kan gi.
indicators-residence-no-direction = Ingen har sagt om høgt eller lågt er best.
indicators-residence-no-ranking = Områda står etter namn, ikkje etter verdi.
indicators-residence-no-ratio = I minst eitt område blei ingen talde, så det høgaste kan ikkje delast på det lågaste.
indicators-residence-none = For få område å samanlikne
indicators-residence-none-help = Minst to område av same slag må ha ein verdi for same periode som kan visast.
indicators-residence-question = Er det lik behandling uansett kvar ein bur?
indicators-residence-ratio = Av { $n } område er det høgaste { $ratio } gonger det lågaste (95 %: { $low } til { $high }; ytterpunkta er valde etterpå, så intervallet er for smalt).
indicators-residence-systematic = Samla er skilnadene større enn tilfelle gir (systematisk variasjon, SCV × 100: { $scv }; p { $p }).
indicators-residence-title = Etter bustad
indicators-residence-uncertain = Førebels, eller talt blant få
indicators-residence-unjudged = Nokre område blir haldne tilbake, oftast dei med små tal. Difor kan ikkje skilnadene vurderast ut frå det som blir vist.
indicators-rule-alternating = Opp og ned annakvar gong
indicators-rule-four-of-five = Fire av fem på same side
indicators-rule-hugging = Mange tett på midten
indicators-rule-mixture = Mange langt frå midten
indicators-rule-near-limit = To av tre nær grensa
indicators-rule-one-side = Mange på rad på same side
indicators-rule-outside = Utanfor grensene
indicators-rule-runs = Lang rekkje eller få kryssingar
indicators-rule-shift = Endra nivå
indicators-rule-trend = Jamn stiging eller fall
indicators-rule-two-of-three = To av tre langt ute
indicators-rules-anhoej = Anhøj (anhoej-1): rekkjer, kryssingar og grenser
indicators-rules-mdc = Making data count (mdc-1)
indicators-rules-nelson = Nelson (nelson-1)
indicators-rules-three-sigma = Tre sigma (3sigma-1): berre grenser
indicators-rules-varde = Vardes eigne: målt til få falske signal
indicators-rules-we = Western Electric (we-1)
indicators-say-above = Verdien for { $period } ligg over øvre grense.
indicators-say-above-some = Verdiar frå { $first } til { $last } ligg over øvre grense.
indicators-say-below = Verdien for { $period } ligg under nedre grense.
indicators-say-below-some = Verdiar frå { $first } til { $last } ligg under nedre grense.
indicators-say-better = Det er ei endring til det betre.
indicators-say-falling = Verdiane har falle jamt sidan { $period }.
indicators-say-few = For få verdiar til å seie om noko har endra seg: { $n }, og det trengst minst { $least }.
indicators-say-higher = Nivået er høgare enn venta sidan { $period }.
indicators-say-kept-back = Nokre verdiar blir haldne tilbake, oftast dei små. Difor kan verken nivå, grenser eller endring bli vurderte ut frå det som blir vist her.
indicators-say-latest = Siste verdi er { $value } ({ $period }).
indicators-say-limits = Endrar ingenting seg, vil nye verdiar liggje mellom { $low } og { $high }.
indicators-say-lower = Nivået er lågare enn venta sidan { $period }.
indicators-say-mean = Gjennomsnittet er { $value }.
indicators-say-median = Medianen er { $value }.
indicators-say-near-high = Fleire verdiar ligg uvanleg høgt sidan { $period }.
indicators-say-near-low = Fleire verdiar ligg uvanleg lågt sidan { $period }.
indicators-say-no-change = Inga sikker endring: svingingane er ikkje større enn tilfelle gir.
indicators-say-pattern = Verdiane sidan { $period } følgjer eit mønster som tilfelle sjeldan gir.
indicators-say-provisional = { $n ->
    [one] Den siste verdien er førebels og tel ikkje med.
   *[other] Dei { $n } siste verdiane er førebelse og tel ikkje med.
}
indicators-say-rising = Verdiane har stige jamt sidan { $period }.
indicators-say-short-down = Siste verdi er lågare enn den første, og dei to intervalla møtest ikkje.
indicators-say-short-none = Inga sikker endring: intervalla for første og siste verdi møtest.
indicators-say-short-up = Siste verdi er høgare enn den første, og dei to intervalla møtest ikkje.
indicators-say-target = Målet er { $target }.
indicators-say-target-chance = Om målet på { $target } blir nådd, avgjer tilfellet frå gong til gong.
indicators-say-target-fails = Målet på { $target } blir ikkje nådd utan at noko blir endra.
indicators-say-target-passes = Målet på { $target } blir nådd kvar gong så lenge ingenting blir endra.
indicators-say-worse = Det er ei endring til det verre.
indicators-scan-about = { $n ->
    [one] Éin serie
   *[other] { $n } seriar
} i { $unit } og det som ligg under, sett på { $when }.
indicators-scan-alerts = Har endra seg
indicators-scan-alerts-lead = Høgst { $rate } av desse er venta å vere falske. Dei mest skadelege står først.
indicators-scan-alerts-none = Ingen seriar har sikkert endra seg
indicators-scan-alerts-none-help = Det tyder ikkje at ingenting har skjedd: små endringar blir ikkje sette blant mange seriar.
indicators-scan-ask = Sjå på alle seriar i { $unit } no
indicators-scan-asked = Gjennomgangen er bestilt. Resultatet blir vist her om litt.
indicators-scan-chance = Sjanse ved tilfelle
indicators-scan-changed = Har endra seg
indicators-scan-excess = Samanlikna med nivået før
indicators-scan-fewer = { $n } mindre
indicators-scan-lead = Kva seriar har endra seg, når dei fleste ikkje har det? Varde ser på alle kvar natt.
indicators-scan-more = { $n } meir
indicators-scan-none = Ingen gjennomgang enno
indicators-scan-none-help = Den første gjennomgangen av alle seriar kjem av seg sjølv i løpet av eit døgn.
indicators-scan-pooled = { $n } små seriar lagde saman
indicators-scan-rare = under 0,0001
indicators-scan-short = { $n } har for lite å vurdere etter; det er verken bra eller dårleg.
indicators-scan-stands = Til saman er dette meir enn tilfelle gir, også når ein ser om att og om att.
indicators-scan-stands-not = Til saman er dette ikkje meir enn tilfelle kan gi når ein ser om att og om att. Les listene med varsemd.
indicators-scan-title = Alle seriar
indicators-scan-watch = Å følgje med på
indicators-scan-watch-lead = Ikkje sikre nok til å reknast med dei { $rate }, men kan tyde skade. Dei mest skadelege står først.
indicators-scan-watch-none = Ingenting å følgje med på
indicators-scan-watch-none-help = Ingen seriar utanom dei over peikar mot det verre.
indicators-schedule-comment = Dagar til signal skal kommenterast
indicators-schedule-done = Oppfølginga er lagra
indicators-schedule-due = Dagar til talet skal vere inne
indicators-schedule-edit = Oppfølging
indicators-schedule-fault-days = Skriv heile dagar frå 0 til 1000.
indicators-schedule-lead = Kor ofte kvart nivå følgjer indikatoren, og når tal og kommentarar skal vere på plass.
indicators-schedule-level = Nivå
indicators-schedule-never = Blir ikkje følgd
indicators-schedule-none = Ingen nivå har ein plan for oppfølging enno.
indicators-schedule-title = Oppfølging per nivå
indicators-series-n = Periodar
indicators-series-newest = Siste verdi
indicators-series-none = Ingen einingar har verdiar
indicators-series-none-help = Når ei eining melder inn ein verdi, står han her.
indicators-series-question = Endrar det seg? { $indicator }
indicators-series-signals = Signal i serien
indicators-series-title = Verdiar per eining
indicators-series-why = Diagrammet: { $chart }. { $why }
indicators-sheet-coverage-indicator = Indikatoren som seier kor komplette tala er
indicators-sheet-dimensions = Kjenneteikn på god kvalitet
indicators-sheet-exclusion = Kven som ikkje er med
indicators-sheet-inclusion = Kven som er med
indicators-sheet-least-coverage = Minste dekningsgrad
indicators-sheet-least-coverage-help = I prosent. Verdiar med lågare dekningsgrad blir merkte som usikre.
indicators-sheet-least-denominator = Minste nemnar
indicators-sheet-least-denominator-help = Einingar med færre blir merkte og ikkje vurderte.
indicators-sheet-licence = Vilkår for bruk
indicators-sheet-more = Meir på definisjonsarket
indicators-sheet-not-validated = Ikkje validert
indicators-sheet-other-definition = Annan definisjon
indicators-sheet-periods = Kor ofte
indicators-sheet-standardisation = Standardisering
indicators-sheet-use = Mykje eller lite
indicators-sheet-validated-on = Validert
indicators-sheet-validation = Validering
indicators-sheet-validation-help = Korleis vart det vist at han måler det han skal?
indicators-sheet-variant = Lokal variant av
indicators-sheet-variant-help = Koden til den felles indikatoren. Varianten blir ikkje samanlikna med han.
indicators-sheet-variants = Lokale variantar, som ikkje blir samanlikna
indicators-signal-answer = Kva er det?
indicators-signal-answer-title = Svar på signalet
indicators-signal-chart = Diagram
indicators-signal-closed = Avslutta
indicators-signal-comment = Kommentar
indicators-signal-comment-help = Kva ligg bak, og korleis veit du det? Skriv ikkje noko om pasientar.
indicators-signal-done = Svaret er lagra
indicators-signal-due = Kommentar innan
indicators-signal-events = Kva som har skjedd med signalet
indicators-signal-explained = Årsaka er kjend
indicators-signal-facts = Signalet
indicators-signal-false-alarm = Falsk alarm
indicators-signal-fault-comment = Skriv kva som ligg bak, så andre forstår det seinare.
indicators-signal-fault-order = Signalet kan ikkje gå rett dit frå der det er.
indicators-signal-find = Lag eit funn av dette
indicators-signal-finding = Funnet som vart laga av signalet
indicators-signal-measure = Eit tiltak svarer på det
indicators-signal-new = Ny
indicators-signal-now = Sjå serien slik han er no
indicators-signal-question = Kva skjedde? { $title }
indicators-signal-raised = Meldt
indicators-signal-rules = Reglar som slo ut
indicators-signal-seen = Sett
indicators-signal-versions = diagramversjon { $chart }, definisjonsversjon { $definition }
indicators-signal-what = Kva har skjedd
indicators-signals-count = { $n ->
    [one] Eitt signal
   *[other] { $n } signal
}
indicators-signals-lead = Det diagramma har sett som tilfelle sjeldan gir. Kvart signal er éi årsak, ikkje éin månad.
indicators-signals-none = Ingen signal
indicators-signals-none-help = Ingenting i seriane her skil seg frå tilfeldige svingingar, eller alt er svara på.
indicators-signals-title = Signal
indicators-source-among = blant { $whole }
indicators-source-beside = Les saman med
indicators-source-counted = Rekna av
indicators-source-empty = Ingen verdiar for eininga.
indicators-source-interval = 95 %-intervall
indicators-source-no-interval = Kan ikkje reknast ut
indicators-source-pointing = Peiker mot
indicators-standard-direct = Direkte, til éi standardbefolkning
indicators-standard-indirect = Indirekte: observert over forventa
indicators-standard-model = Med ein modell for risiko
indicators-standard-none = Ikkje standardisert
indicators-state-adopted = I bruk
indicators-state-next = Neste steg
indicators-state-now = Tilstanden no er
indicators-state-piloted = Blir prøvd ut
indicators-state-proposed = Føreslått
indicators-state-retired = Avslutta
indicators-state-specified = Definert
indicators-state-title = Endre tilstand
indicators-tick-quarter = K
indicators-told-affirmed = Nokon gjekk god for verdiar
indicators-unit-gone = Ei eining som ikkje finst lenger
indicators-unit-matrix = Indikatorane til eininga
indicators-unit-signals = { $n ->
    [0] Ingen signal ventar
    [one] Eitt signal ventar
   *[other] { $n } signal ventar
}
indicators-upload-again = Sjå kor langt ho er komen no
indicators-upload-applying = Blir lagra
indicators-upload-call-off = Avbryt fila
indicators-upload-called-off = Avbroten
indicators-upload-cancelled = Fila er avbroten. Ingenting av henne er lagra.
indicators-upload-done = Lagra
indicators-upload-goes-on = Arbeidet går i bakgrunnen og held fram der det stoppa dersom maskina blir starta på nytt. Du kan lukke vindauget.
indicators-upload-help = Dei same filtypane som for små filer, opptil 64 MB her og 256 MB for program. Ingenting blir lagra før heile fila er lesen og du har sagt ja.
indicators-upload-lead = Filer som er for store til å vente på. Dei blir lesne og kontrollerte bit for bit, og du ser kor langt dei er komne.
indicators-upload-link = Er fila større enn 8 MB? Send henne inn som stor fil.
indicators-upload-mine = Filer du har sendt inn
indicators-upload-name = Fil
indicators-upload-none = Ingen store filer enno.
indicators-upload-out-of-order = Fila er komen lenger, eller er ikkje komen så langt. Sjå på sida kor langt ho er.
indicators-upload-part-size = Ein del må ha minst éin byte og høgst 1 MB, og ikkje gå ut over den lengda som blei oppgitt.
indicators-upload-progress = Framdrift
indicators-upload-reading = Blir lesen
indicators-upload-ready = Alt er rett; ventar på ditt ja
indicators-upload-receiving = Blir motteken
indicators-upload-refused = Noko er gale; ingenting er lagra
indicators-upload-send = Send inn fila
indicators-upload-so-far = { $percent } %, { $rows } rader, { $problems } feil så langt
indicators-upload-title = Store filer
indicators-upload-twice = Same indikator, eining, del og periode står tidlegare i fila.
indicators-upload-when = Sendt inn
indicators-use-none = Verken mykje eller lite betyr noko i seg sjølv
indicators-use-over = Mykje kan bety at det blir gjort for mykje.
indicators-use-under = Lite kan bety at det blir gjort for lite.
indicators-value-about = ca. { $value }
indicators-value-absent = ikkje oppgitt eller halde tilbake
indicators-value-approximate = omtrentleg
indicators-value-fte = { $value } årsverk
indicators-value-interval = 95 % konfidensintervall
indicators-value-least = minst { $value }
indicators-value-missing = ikkje oppgitt
indicators-value-most = høgst { $value }
indicators-value-nok = { $value } kr
indicators-value-none = Ingen verdi enno
indicators-value-of = { $value } ({ $numerator } av { $denominator })
indicators-value-protected = halde tilbake
indicators-value-provisional = førebels
indicators-value-range = { $low }–{ $high }
indicators-value-rank = nr. { $value }
indicators-value-years = { $value } år
indicators-values-correct = Rett
indicators-values-denominator = Nemnar
indicators-values-export = Last ned verdiane
indicators-values-marks = Om verdien
indicators-values-numerator = Teljar
indicators-values-period = Periode
indicators-values-source = Kjelde
indicators-values-title = Verdiar
indicators-values-value = Verdi

indicators-told-recorded = Verdiar rapporterte
indicators-export-other = I andre format
indicators-export-period = Formatet kjenner ikkje periodane til desse verdiane, til dømes tertial. Vel ADX, JSON-stat eller rekneark.
indicators-export-residence = Formatet kan ikkje skilje bustad frå behandlingsstad. Vel rekneark eller CSV.
indicators-export-workbook = Arbeidsboka kunne ikkje lagast.
indicators-facts-called = Kodar hos andre
indicators-import-check-operator = Kontrollen «{ $name }» frå avsendaren samanliknar med «{ $operator }», som ikkje er kjend.
indicators-import-too-much-work = Det er for mykje å rekne ut: kontrollane og indikatorane i metadata frå avsendaren har til saman { $n } ledd på stadene og periodane i fila, og høgst { $max } blir tekne i eitt steg. Del fila, eller send metadata med berre det som trengst.
indicators-import-metadata = Metadata frå DHIS2 (valfritt)
indicators-import-metadata-help = JSON med dataelement, kategoriar, indikatorar og kontrollar. Med eit namn på avsendaren blir ho hugsa til neste fil.
indicators-variation-common = Inga sikker endring
indicators-variation-down = Lågare
indicators-variation-down-better = Lågare, og det er betre
indicators-variation-down-worse = Lågare, og det er verre
indicators-variation-kept-back = Kan ikkje vurderast ut frå det som blir vist
indicators-variation-pattern = Eit uvanleg mønster
indicators-variation-too-little = For lite data
indicators-variation-up = Høgare
indicators-variation-up-better = Høgare, og det er betre
indicators-variation-up-worse = Høgare, og det er verre
indicators-warn-autocorrelated = Ein verdi liknar den før (korrelasjon { $r }), så signal kjem oftare enn dei burde.
indicators-warn-bound = Nivået er { $level }, så nær enden at den eine grensa ikkje kan passerast.
indicators-warn-gaps = { $n ->
    [one] Éin periode manglar
   *[other] { $n } periodar manglar
} verdi.
indicators-warn-level = Nivået ser ut til å ha endra seg undervegs: eitt diagram over alt skildrar ingen av nivåa.
indicators-warn-seasonal = Verdiane følgjer årstida, som forklarer { $share } av variasjonen, så signal kan kome att kvart år.
indicators-warn-short = Berre { $n } punkt: grensene flyttar seg med kvart nytt.
indicators-warn-skewed = Verdiane er skeive, så grensa på den lange sida gir signal oftare enn ho burde.
indicators-warn-ties = { $share } av verdiane ligg på medianen, så reglane om rekkjer ser lite.
indicators-warn-title = Pass på når du les det
indicators-warn-underdispersed = Verdiane varierer mindre enn tilfelle gir. Er tilfella uavhengige, og er tala talde?
indicators-work-below = Signal under deg utan svar i tide
indicators-work-below-count = { $n ->
    [one] Eitt signal
   *[other] { $n } signal
}
indicators-work-news = Les kva som er nytt
indicators-work-report = Rapporter tal
indicators-work-report-count = { $n ->
    [one] Eitt tal manglar
   *[other] { $n } tal manglar
}
indicators-work-signal = Sei kva som ligg bak signalet
