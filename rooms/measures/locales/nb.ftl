measures-activity-complete = Fullfør
measures-activity-completed = Fullført
measures-activity-created = Aktiviteten er lagt til.
measures-activity-edit-title = Endre aktivitet
measures-activity-ended = Fullført eller stoppet den
measures-activity-ended-help = Brukes når aktiviteten er over. Står feltet tomt, gjelder dagen i dag.
measures-activity-kind = Er aktiviteten ny?
measures-activity-lead = Ansvarlig aktør
measures-activity-letter = Bokstav
measures-activity-more = Flere opplysninger: aktører, periode, ressurser, belegg
measures-activity-name = Aktivitet
measures-activity-new-title = Ny aktivitet
measures-activity-no-evidence = Ingenting er ført opp som belegg.
measures-activity-planned = Planlagt
measures-activity-running = Pågår
measures-activity-saved = Aktiviteten er lagret.
measures-activity-scope = Endringer av rammen
measures-activity-start = Start
measures-activity-stopped = Stoppet
measures-activity-unit = Enhet som utfører den
measures-activity-why = Hvorfor endres den?
measures-activity-with = Sammen med { $who }

measures-created = Tiltaket er opprettet.

measures-decision-scale-up = Bredt ut, bestemt av leder
measures-decision-start = Startet uten ressurser, bestemt av leder

measures-dimension-accessible = Tilgjengelig og rettferdig fordelt
measures-dimension-coordinated = Samordnet med kontinuitet
measures-dimension-effective = Virkningsfullt
measures-dimension-frugal = Bruker ressursene godt
measures-dimension-involving = Involverer brukerne
measures-dimension-safe = Trygt og sikkert

measures-direction-down = Ned
measures-direction-keep = Holde seg
measures-direction-up = Opp

measures-edit-title = Endre tiltak

measures-error-filter = Filteret i adressen kan ikke leses. Åpne listen på nytt og velg filteret der.

measures-evidence-audit = Tilsyn eller revisjon
measures-evidence-document = Dokument
measures-evidence-help = En linje for hvert belegg. Lenken kan gå til en side i Varde (/…) eller til en https-adresse.
measures-evidence-href = Lenke
measures-evidence-kind = Type
measures-evidence-observation = Observasjon
measures-evidence-report = Melding
measures-evidence-review = Journalgransking
measures-evidence-risk = Risiko
measures-evidence-series = Måling
measures-evidence-survey = Spørreundersøkelse
measures-evidence-text = Hva det viser

measures-filter-all = Alle
measures-filter-go = Filtrer
measures-filter-label = Filtrer tiltakene
measures-filter-needs-start = Skulle vært startet
measures-filter-open = Alle som ikke er ferdige
measures-filter-overdue = Passert frist
measures-filter-owes-effect = Mangler vurdert effekt
measures-filter-reset = Nullstill
measures-filter-tag = Merkelapp
measures-filter-budget-year = Budsjettår
measures-filter-text = Søk i tekst
measures-filter-unit = Enhet med alt under

measures-finding-answer = Svar med nytt tiltak
measures-finding-answered = Besvart med tiltak
measures-finding-close = Lukk funnet
measures-finding-close-help = Lukk det når ikke mer skal gjøres. Fjern haken for å åpne det igjen.
measures-finding-closed = Lukket
measures-finding-created = Funnet er opprettet.
measures-finding-edit-title = Endre funn
measures-finding-form-lead = Et funn sier hva noe betyr, og viser til det som ble sett eller målt.
measures-finding-internal = De som har en rolle på enheten eller over den
measures-finding-measures = Tiltak som svarer på funnet
measures-finding-new-title = Nytt funn
measures-finding-no-evidence = Ingenting er ført opp som belegg.
measures-finding-no-judgement = Ingen har skrevet hva funnet betyr.
measures-finding-no-measures = Ingen tiltak svarer på funnet ennå.
measures-finding-open = Ubesvart
measures-finding-open-help = Uten hake ser bare de som har en rolle på enheten eller over den, funnet.
measures-finding-saved = Funnet er lagret.
measures-finding-title = Hva ble funnet?
measures-finding-title-help = Én setning som en kollega forstår.

measures-findings-empty = Ingen funn å vise
measures-findings-empty-help = Funn skrives av ledere, kvalitetsrådgivere og planleggere når noe bør bli bedre.
measures-findings-filter-label = Filtrer funnene
measures-findings-finding = Funn
measures-findings-found = { $n ->
    [one] Ett funn
   *[other] { $n } funn
 }
measures-findings-lead = Det noen har sett i meldinger, målinger og tilsyn, og som tiltak skal svare på.
measures-findings-new = Nytt funn
measures-findings-title = Funn

measures-form-adopted = Vedtatt
measures-form-cancel = Avbryt
measures-form-cause = Årsak til at omfanget endres
measures-form-cause-help = Arbeidet er i gang. Endrer du frist, ressurser eller forventet effekt, må det stå hvorfor.
measures-form-choose-none = Ikke valgt
measures-form-contributors = Andre aktører som bidrar
measures-form-date-hint = Dag.måned.år
measures-form-detail = Beskrivelse
measures-form-dimensions = Kvalitetsdimensjon
measures-form-draft = Vi fant igjen det du hadde skrevet.
measures-form-draft-discard = Kast utkastet
measures-form-due = Frist
measures-form-effect-by = Synlig innen
measures-form-effect-direction = Retning
measures-form-effect-help = Si på forhånd hva tiltaket skal føre til, og hvor det skal synes.
measures-form-effect-indicator = Indikator som skal vise effekten
measures-form-effect-size = Hvor mye, i indikatorens enhet
measures-form-effect-text = Effekten med ord
measures-form-evidence = Hvor godt vet vi at det virker?
measures-form-evidence-href = Lenke til belegget
measures-form-evidence-href-help = Til en side i Varde (/…), for eksempel et dokument i registeret, eller til en https-adresse.
measures-form-evidence-list = Belegg
measures-form-evidence-text = Belegg
measures-form-evidence-text-help = Hva viser at det virker, eller at det er gjort? Ikke noe om enkeltpasienter.
measures-form-findings = Funn som tiltaket svarer på
measures-form-hours = Timer
measures-form-more = Flere opplysninger: problem, effekt, ressurser, merker
measures-form-judgement = Vurdering
measures-form-no-patients = Skriv ikke noe om enkeltpasienter her.
measures-form-nok = Kroner
measures-form-budget-year = Budsjettår
measures-form-budget-year-help = Året det betales av budsjettet for. Når arbeidet er i gang, noteres flytting til et annet år med årsak.
measures-form-open = Synlig for alle som er logget inn
measures-form-open-help = Uten hake ser bare de som har en rolle på enheten, over den eller under den, tiltaket.
measures-form-owner = Ansvarlig person
measures-form-period = Periode
measures-form-period-help = For eksempel 2026, 2026-T1, 2026-Q2 eller 2026-05.
measures-form-problem = Problemet i én setning
measures-form-problem-help = Hva vet dere om det som ikke virker? Ett tall eller én linje er nok.
measures-form-resources = Ressurser
measures-form-resources-group = Ressurser og kunnskap
measures-form-save = Lagre
measures-form-source = Hvor er det bestemt?
measures-form-starts = Starter
measures-form-tags = Rammeverk
measures-form-title = Tiltakets navn
measures-form-when = Når?
measures-form-who = Hvem?

measures-hang-activities = { $n ->
    [one] Én aktivitet som ikke er ferdig
   *[other] { $n } aktiviteter som ikke er ferdige
}
measures-hang-findings = { $n ->
    [one] Ett åpent funn
   *[other] { $n } åpne funn
}
measures-hang-measures = { $n ->
    [one] Ett tiltak som ikke er ferdig
   *[other] { $n } tiltak som ikke er ferdige
}
measures-history-activity-added = Ny aktivitet
measures-history-activity-moved = Aktivitet med ny status
measures-history-answer-gone = Ingen tiltak svarer på det lenger
measures-history-answered = Et tiltak svarer på det
measures-history-closed = Lukket
measures-history-completed = Fullført
measures-history-concrete = Konkretisert
measures-history-created = Opprettet
measures-history-edited = Endret
measures-history-evaluated = Evaluert
measures-history-other = Noe annet
measures-history-reopened = Åpnet igjen
measures-history-restated = Oppdatert fra planen
measures-history-running = Satt i drift
measures-history-scaled-up = Bredt ut
measures-history-scope = Omfanget endret
measures-history-started = Startet
measures-history-stopped = Stoppet
measures-history-uptake = En enhet har bestemt seg

measures-home-all = { $n ->
    [one] Se tiltaket
   *[other] Se alle { $n } tiltak
 }
measures-home-none = Enheten har ingen tiltak ennå.
measures-home-of = av alle { $n }, uansett status
measures-home-overdue = Tiltak eller aktivitet over fristen
measures-home-title = Tiltak i { $unit }

measures-kind-new = Ny
measures-kind-ongoing = Pågår fra før
measures-kind-unspecified = Planen sier ikke om den er ny

measures-level-insufficient = For lite kunnskap
measures-level-not-stated = Ikke oppgitt
measures-level-some = Noe kunnskap
measures-level-strong = Sterk kunnskap

measures-list-activities = Aktiviteter
measures-list-due = Frist
measures-list-empty = Ingen tiltak å vise
measures-list-empty-help = Fjern et valg i filteret, eller søk med andre ord.
measures-list-export = Last ned som CSV
measures-list-found = { $n ->
    [one] Ett tiltak
   *[other] { $n } tiltak
 }
measures-list-intro = Hva som skal gjøres, hvem som gjør det, og når det skal være ferdig.
measures-list-late-activities = { $n ->
    [one] Én forsinket
   *[other] { $n } forsinket
 }
measures-list-lead = Ledes av
measures-list-responsible = Ansvarlig
measures-list-measure = Tiltak
measures-list-new = Nytt tiltak
measures-list-number = Nummer
measures-list-state = Status
measures-list-title = Tiltak
measures-list-unit = Enhet

measures-menu = Tiltak
measures-menu-findings = Funn

measures-new-title = Nytt tiltak

measures-not-stated = Ikke oppgitt

measures-problem-cause = Skriv hvorfor frist, ressurser eller forventet effekt endres.
measures-problem-due-before-start = Fristen er før starten. Rett en av datoene.
measures-problem-ended-ahead = Dagen er ikke kommet ennå.
measures-problem-href = Lenken må begynne med / eller https://
measures-problem-negative = Skriv et tall som er null eller større.
measures-problem-budget-year = Skriv et år mellom 1900 og 2200.
measures-problem-period = Dette er ingen periode. Skriv for eksempel 2026, 2026-T1, 2026-Q2 eller 2026-05.
measures-problem-reason = Skriv hvorfor tiltaket utelates.
measures-problem-too-many = Velg høyst { $max }.

measures-refused-due = Sett en frist.
measures-refused-effect = Si hvilken effekt dere venter: med ord, eller som retning på en indikator.
measures-refused-measure-not-concrete = Tiltaket er ikke konkretisert. Aktiviteten kan ikke starte før det har ansvarlig, frist og forventet effekt.
measures-refused-measure-stopped = Tiltaket er stoppet.
measures-refused-out-of-order = Tiltaket er kommet et annet sted enn dette steget forutsetter. Åpne tiltaket på nytt.
measures-refused-problem = Skriv én linje om problemet, eller hvorfor dere starter uten.
measures-refused-reason = Skriv hvorfor tiltaket stoppes.
measures-refused-resources-leader = Tiltaket har ingen ressurser. En leder må bestemme at det skal starte likevel.
measures-refused-resources-reason = Skriv hvorfor tiltaket starter uten ressurser.
measures-refused-responsible = Si hvem som leder tiltaket, eller hvem som er ansvarlig person.
measures-refused-result = Skriv hva som kom ut av tiltaket. Ingen effekt er også et resultat.
measures-refused-scale-up-leader = Bare en leder kan bestemme at tiltaket skal bres ut.
measures-refused-scale-up-reason = Vi vet for lite om nytten. Skriv hvorfor tiltaket bres ut likevel.
measures-refused-activities = Si hva som skal skje med aktivitetene som ikke er ferdige.

measures-saved = Tiltaket er lagret.

measures-scope-after = Etter
measures-scope-before = Før
measures-scope-field = Omfang
measures-scope-lead = Skriv hva som gjaldt, hva som gjelder nå, og hvorfor.
measures-scope-of = Hva gjelder endringen?
measures-scope-saved = Endringen er ført.
measures-scope-title = Endring av omfang
measures-scope-whole = Hele tiltaket

measures-show-actions = Handlinger
measures-show-activities-csv = Aktivitetene som CSV
measures-show-add-activity = Ny aktivitet
measures-show-add-scope = Før en endring
measures-show-choose = Bestem for din enhet
measures-show-edit = Endre
measures-show-effect = Forventet effekt
measures-show-evidence-link = Les belegget
measures-show-hours = { $n } timer
measures-show-internal = De som har en rolle på enheten, over den eller under den
measures-show-inferred = (lest slik av oss)
measures-show-key-facts = Hovedpunkter
measures-show-needs-start = Tiltaket ble vedtatt for mer enn 90 dager siden og er ikke startet. Den som leder det, har et særlig ansvar for å komme i gang.
measures-show-no-activities = Ingen aktiviteter
measures-show-no-activities-help = Del tiltaket opp i aktiviteter med ansvarlig og frist.
measures-show-no-effect = Ingen har sagt hvilken effekt tiltaket skal ha.
measures-show-no-scope = Ingen endringer er ført.
measures-show-no-uptake = Ingen enheter har bestemt seg ennå.
measures-show-nok = { $n } kroner
measures-show-budget-year = Budsjettet for { $year }
measures-show-open = Alle som er logget inn
measures-show-owes-effect = Tiltaket ble fullført for mer enn 90 dager siden, og ingen har vurdert effekten.
measures-show-print = Skriv ut
measures-show-result = Hva kom ut av det?
measures-show-scope = Endringer av omfang og lederbeslutninger
measures-show-tags = Merkelapper
measures-show-uptake = Enheter som følger tiltaket
measures-show-visible = Hvem ser dette?
measures-show-what = Hva skal gjøres?
measures-show-why = Hvorfor?
measures-show-why-none = Verken funn eller problem er knyttet til tiltaket ennå.

measures-progress = { $n ->
        [0] Ingen aktiviteter
        [one] { $done } av én aktivitet fullført
       *[other] { $done } av { $n } aktiviteter fullført
    }
measures-progress-some = { $done } av { $n } aktiviteter fullført; { $stated } uten meldt status
measures-progress-unreported = { $n ->
        [one] Én aktivitet i planen ({ $year }). Ingen status meldt.
       *[other] { $n } aktiviteter i planen ({ $year }). Ingen status meldt.
    }
measures-progress-stated = { $n ->
        [one] Én aktivitet, { $running } oppgitt som pågående i planen ({ $year }). Ingen status meldt.
       *[other] { $n } aktiviteter, { $running } oppgitt som pågående i planen ({ $year }). Ingen status meldt.
    }
measures-stated-new = Oppgitt som ny i planen ({ $year }). Ingen status meldt.
measures-stated-ongoing = Oppgitt som pågående i planen ({ $year }). Ingen status meldt.
measures-stated-unspecified = Oppgitt i planen ({ $year }). Ingen status meldt.
measures-state-completed = Fullført
measures-state-concrete = Konkretisert
measures-state-evaluated = Evaluert
measures-state-running = I drift
measures-state-started = Startet
measures-state-stated = Formulert
measures-state-stopped = Stoppet

measures-step-complete = Fullfør tiltaket
measures-step-complete-help = Det som skulle gjøres, er gjort. Dette kan ikke angres. Effekten skal vurderes innen 90 dager.
measures-step-open-activities = { $n ->
    [one] Én aktivitet er ikke ferdig
   *[other] { $n } aktiviteter er ikke ferdige
 }
measures-step-rest = Hva skal skje med dem?
measures-step-rest-completed = De er gjort: merk dem som fullført
measures-step-rest-stopped = De blir ikke gjort: stopp dem
measures-step-concrete = Sett som konkretisert
measures-step-concrete-help = Et konkretisert tiltak har en ansvarlig, en frist og en forventet effekt.
measures-step-done = Tiltaket har fått ny status.
measures-step-evaluate = Før inn resultatet
measures-step-evaluate-help = Si hva tiltaket førte til. Dette kan ikke angres.
measures-step-exception = Hvorfor likevel?
measures-step-fill-in = Fyll ut det som mangler
measures-step-no-knowledge = Vi vet for lite om hvor godt tiltaket virker. Det kan bres ut hvis du sier hvorfor.
measures-step-no-resources = Ingen ressurser er satt av til tiltaket. En leder kan bestemme at det starter likevel, med en grunn.
measures-step-not-yet = Tiltaket er ikke konkret nok ennå
measures-step-problem-help = Tiltaket svarer ikke på noe funn. Én linje er nok.
measures-step-reason = Hvorfor stoppes tiltaket?
measures-step-result-help = Også «ingen effekt» er verdt å vite for andre.
measures-step-run = Sett i drift
measures-step-run-help = Tiltaket er blitt en del av den daglige driften.
measures-step-scale-up = Bre ut tiltaket
measures-step-scale-up-help = Tiltaket skal brukes flere steder. En leder bestemmer det.
measures-step-start = Start tiltaket
measures-step-start-help = Arbeidet begynner. Fra nå av må endringer av omfang begrunnes.
measures-step-stop = Stopp tiltaket
measures-step-stop-help = Tiltaket gis opp og kan ikke tas opp igjen. Det blir stående, med grunnen til at det ble stoppet.

measures-unit-gone = Enhet som ikke finnes lenger

measures-uptake-choice = Valg
measures-uptake-chosen = Følger tiltaket
measures-uptake-date = Bestemt
measures-uptake-lead = Et nasjonalt eller regionalt tiltak passer ikke overalt. Velg, og si hvorfor hvis dere utelater det.
measures-uptake-left-out = Utelater tiltaket
measures-uptake-reason = Begrunnelse
measures-uptake-reason-help = Må fylles ut når tiltaket utelates.
measures-uptake-saved = Enhetens valg er lagret.
measures-uptake-title = Skal enheten følge tiltaket?

measures-way-ahead = Gjenstår
measures-way-done = Ferdig
measures-way-here = Her er vi

measures-work-activity = Følg opp aktiviteten
measures-work-effect = Vurder effekten
measures-work-late = Følg opp det som er forsinket
measures-work-late-count = { $n ->
    [one] Ett tiltak i enheten eller under den
   *[other] { $n } tiltak i enheten eller under den
 }
measures-work-measure = Følg opp tiltaket
measures-work-start = Start tiltaket du leder
measures-work-unclear = Gjør tiltak konkrete
measures-work-unclear-count = { $n ->
    [one] Ett tiltak er ikke konkretisert
   *[other] { $n } tiltak er ikke konkretisert
 }

measures-beside-title = Tiltak og funn
measures-beside-measures = { $n ->
    [one] { $n } tiltak
   *[other] { $n } tiltak
}
measures-beside-overdue = { $n ->
    [one] { $n } tiltak over fristen
   *[other] { $n } tiltak over fristen
}
measures-beside-findings = { $n ->
    [one] { $n } funn
   *[other] { $n } funn
}
measures-filter-tag2 = Merkelapp til
measures-filter-level = Nivå
measures-level-national = Nasjonalt
measures-level-regional = Regionalt
measures-level-specialist = Spesialisthelsetjenesten
measures-level-municipal = Kommunalt
measures-level-other = Andre
