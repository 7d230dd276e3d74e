measures-activity-complete = Fullfør
measures-activity-completed = Fullført
measures-activity-created = Aktiviteten er lagd til.
measures-activity-edit-title = Endre aktivitet
measures-activity-ended = Fullført eller stoppa den
measures-activity-ended-help = Blir brukt når aktiviteten er over. Står feltet tomt, gjeld dagen i dag.
measures-activity-kind = Er aktiviteten ny?
measures-activity-lead = Ansvarleg aktør
measures-activity-letter = Bokstav
measures-activity-more = Fleire opplysningar: aktørar, periode, ressursar, belegg
measures-activity-name = Aktivitet
measures-activity-new-title = Ny aktivitet
measures-activity-no-evidence = Ingenting er ført opp som belegg.
measures-activity-planned = Planlagd
measures-activity-running = Går føre seg
measures-activity-saved = Aktiviteten er lagra.
measures-activity-scope = Endringar av ramma
measures-activity-start = Start
measures-activity-stopped = Stoppa
measures-activity-unit = Eining som utfører han
measures-activity-why = Kvifor blir han endra?
measures-activity-with = Saman med { $who }

measures-created = Tiltaket er oppretta.

measures-decision-scale-up = Breidd ut, bestemt av leiar
measures-decision-start = Starta utan ressursar, bestemt av leiar

measures-dimension-accessible = Tilgjengeleg og rettferdig fordelt
measures-dimension-coordinated = Samordna med kontinuitet
measures-dimension-effective = Verknadsfullt
measures-dimension-frugal = Bruker ressursane godt
measures-dimension-involving = Involverer brukarane
measures-dimension-safe = Trygt og sikkert

measures-direction-down = Ned
measures-direction-keep = Halde seg
measures-direction-up = Opp

measures-edit-title = Endre tiltak

measures-error-filter = Filteret i adressa kan ikkje lesast. Opne lista på nytt og vel filteret der.

measures-evidence-audit = Tilsyn eller revisjon
measures-evidence-document = Dokument
measures-evidence-help = Ei linje for kvart belegg. Lenkja kan gå til ei side i Varde (/…) eller til ei https-adresse.
measures-evidence-href = Lenkje
measures-evidence-kind = Type
measures-evidence-observation = Observasjon
measures-evidence-report = Melding
measures-evidence-review = Journalgransking
measures-evidence-risk = Risiko
measures-evidence-series = Måling
measures-evidence-survey = Spørjeundersøking
measures-evidence-text = Kva det viser

measures-filter-all = Alle
measures-filter-go = Filtrer
measures-filter-label = Filtrer tiltaka
measures-filter-needs-start = Skulle vore starta
measures-filter-open = Alle som ikkje er ferdige
measures-filter-overdue = Over fristen
measures-filter-owes-effect = Manglar vurdert effekt
measures-filter-reset = Nullstill
measures-filter-tag = Merkelapp
measures-filter-budget-year = Budsjettår
measures-filter-text = Søk i tekst
measures-filter-unit = Eining med alt under

measures-finding-answer = Svar med nytt tiltak
measures-finding-answered = Svart på med tiltak
measures-finding-close = Lukk funnet
measures-finding-close-help = Lukk det når ikkje meir skal gjerast. Fjern haken for å opne det att.
measures-finding-closed = Lukka
measures-finding-created = Funnet er oppretta.
measures-finding-edit-title = Endre funn
measures-finding-form-lead = Eit funn seier kva noko tyder, og viser til det som vart sett eller målt.
measures-finding-internal = Dei som har ei rolle på eininga eller over ho
measures-finding-measures = Tiltak som svarer på funnet
measures-finding-new-title = Nytt funn
measures-finding-no-evidence = Ingenting er ført opp som belegg.
measures-finding-no-judgement = Ingen har skrive kva funnet tyder.
measures-finding-no-measures = Ingen tiltak svarer på funnet enno.
measures-finding-open = Ubesvart
measures-finding-open-help = Utan hake ser berre dei som har ei rolle på eininga eller over ho, funnet.
measures-finding-saved = Funnet er lagra.
measures-finding-title = Kva vart funne?
measures-finding-title-help = Éi setning som ein kollega forstår.

measures-findings-empty = Ingen funn å vise
measures-findings-empty-help = Funn blir skrivne av leiarar, kvalitetsrådgivarar og planleggjarar når noko bør bli betre.
measures-findings-filter-label = Filtrer funna
measures-findings-finding = Funn
measures-findings-found = { $n ->
    [one] Eitt funn
   *[other] { $n } funn
 }
measures-findings-lead = Det nokon har sett i meldingar, målingar og tilsyn, og som tiltak skal svare på.
measures-findings-new = Nytt funn
measures-findings-title = Funn

measures-form-adopted = Vedteke
measures-form-cancel = Avbryt
measures-form-cause = Årsak til at omfanget blir endra
measures-form-cause-help = Arbeidet er i gang. Endrar du frist, ressursar eller forventa effekt, må det stå kvifor.
measures-form-choose-none = Ikkje valt
measures-form-contributors = Andre aktørar som bidreg
measures-form-date-hint = Dag.månad.år
measures-form-detail = Skildring
measures-form-dimensions = Kvalitetsdimensjon
measures-form-draft = Vi fann att det du hadde skrive.
measures-form-draft-discard = Kast utkastet
measures-form-due = Frist
measures-form-effect-by = Synleg innan
measures-form-effect-direction = Retning
measures-form-effect-help = Sei på førehand kva tiltaket skal føre til, og kvar det skal synast.
measures-form-effect-indicator = Indikator som skal vise effekten
measures-form-effect-size = Kor mykje, i eininga til indikatoren
measures-form-effect-text = Effekten med ord
measures-form-evidence = Kor godt veit vi at det verkar?
measures-form-evidence-href = Lenkje til belegget
measures-form-evidence-href-help = Til ei side i Varde (/…), til dømes eit dokument i registeret, eller til ei https-adresse.
measures-form-evidence-list = Belegg
measures-form-evidence-text = Belegg
measures-form-evidence-text-help = Kva viser at det verkar, eller at det er gjort? Ikkje noko om einskildpasientar.
measures-form-findings = Funn som tiltaket svarer på
measures-form-hours = Timar
measures-form-more = Fleire opplysningar: problem, effekt, ressursar, merke
measures-form-judgement = Vurdering
measures-form-no-patients = Skriv ikkje noko om enkeltpasientar her.
measures-form-nok = Kroner
measures-form-budget-year = Budsjettår
measures-form-budget-year-help = Året det blir betalt av budsjettet for. Når arbeidet er i gang, blir flytting til eit anna år notert med årsak.
measures-form-open = Synleg for alle som er logga inn
measures-form-open-help = Utan hake ser berre dei som har ei rolle på eininga, over ho eller under ho, tiltaket.
measures-form-owner = Ansvarleg person
measures-form-period = Periode
measures-form-period-help = Til dømes 2026, 2026-T1, 2026-Q2 eller 2026-05.
measures-form-problem = Problemet i éi setning
measures-form-problem-help = Kva veit de om det som ikkje verkar? Eitt tal eller éi linje er nok.
measures-form-resources = Ressursar
measures-form-resources-group = Ressursar og kunnskap
measures-form-save = Lagre
measures-form-source = Kvar er det bestemt?
measures-form-starts = Startar
measures-form-tags = Rammeverk
measures-form-title = Namn på tiltaket
measures-form-when = Når?
measures-form-who = Kven?

measures-hang-activities = { $n ->
    [one] Éin aktivitet som ikkje er ferdig
   *[other] { $n } aktivitetar som ikkje er ferdige
}
measures-hang-findings = { $n ->
    [one] Eitt ope funn
   *[other] { $n } opne funn
}
measures-hang-measures = { $n ->
    [one] Eitt tiltak som ikkje er ferdig
   *[other] { $n } tiltak som ikkje er ferdige
}
measures-history-activity-added = Ny aktivitet
measures-history-activity-moved = Aktivitet med ny status
measures-history-answer-gone = Ingen tiltak svarer på det lenger
measures-history-answered = Eit tiltak svarer på det
measures-history-closed = Lukka
measures-history-completed = Fullført
measures-history-concrete = Konkretisert
measures-history-created = Oppretta
measures-history-edited = Endra
measures-history-evaluated = Evaluert
measures-history-other = Noko anna
measures-history-reopened = Opna att
measures-history-restated = Oppdatert frå planen
measures-history-running = Sett i drift
measures-history-scaled-up = Breidd ut
measures-history-scope = Omfanget endra
measures-history-started = Starta
measures-history-stopped = Stoppa
measures-history-uptake = Ei eining har bestemt seg

measures-home-all = { $n ->
    [one] Sjå tiltaket
   *[other] Sjå alle { $n } tiltaka
 }
measures-home-none = Eininga har ingen tiltak enno.
measures-home-of = av alle { $n }, uansett status
measures-home-overdue = Tiltak eller aktivitet over fristen
measures-home-title = Tiltak i { $unit }

measures-kind-new = Ny
measures-kind-ongoing = Går føre seg frå før
measures-kind-unspecified = Planen seier ikkje om han er ny

measures-level-insufficient = For lite kunnskap
measures-level-not-stated = Ikkje oppgitt
measures-level-some = Noko kunnskap
measures-level-strong = Sterk kunnskap

measures-list-activities = Aktivitetar
measures-list-due = Frist
measures-list-empty = Ingen tiltak å vise
measures-list-empty-help = Fjern eit val i filteret, eller søk med andre ord.
measures-list-export = Last ned som CSV
measures-list-found = { $n ->
    [one] Eitt tiltak
   *[other] { $n } tiltak
 }
measures-list-intro = Kva som skal gjerast, kven som gjer det, og når det skal vere ferdig.
measures-list-late-activities = { $n ->
    [one] Éin forseinka
   *[other] { $n } forseinka
 }
measures-list-lead = Blir leidd av
measures-list-responsible = Ansvarleg
measures-list-measure = Tiltak
measures-list-new = Nytt tiltak
measures-list-number = Nummer
measures-list-state = Status
measures-list-title = Tiltak
measures-list-unit = Eining

measures-menu = Tiltak
measures-menu-findings = Funn

measures-new-title = Nytt tiltak

measures-not-stated = Ikkje oppgitt

measures-problem-cause = Skriv kvifor frist, ressursar eller forventa effekt blir endra.
measures-problem-due-before-start = Fristen er før starten. Rett ein av datoane.
measures-problem-ended-ahead = Dagen er ikkje komen enno.
measures-problem-href = Lenkja må byrje med / eller https://
measures-problem-negative = Skriv eit tal som er null eller større.
measures-problem-budget-year = Skriv eit år mellom 1900 og 2200.
measures-problem-period = Dette er ingen periode. Skriv til dømes 2026, 2026-T1, 2026-Q2 eller 2026-05.
measures-problem-reason = Skriv kvifor tiltaket blir utelate.
measures-problem-too-many = Vel høgst { $max }.

measures-refused-due = Set ein frist.
measures-refused-effect = Sei kva effekt de ventar: med ord, eller som retning på ein indikator.
measures-refused-measure-not-concrete = Tiltaket er ikkje konkretisert. Aktiviteten kan ikkje starte før det har ansvarleg, frist og forventa effekt.
measures-refused-measure-stopped = Tiltaket er stoppa.
measures-refused-out-of-order = Tiltaket er kome ein annan stad enn dette steget føreset. Opne tiltaket på nytt.
measures-refused-problem = Skriv éi linje om problemet, eller kvifor de startar utan.
measures-refused-reason = Skriv kvifor tiltaket blir stoppa.
measures-refused-resources-leader = Tiltaket har ingen ressursar. Ein leiar må bestemme at det skal starte likevel.
measures-refused-resources-reason = Skriv kvifor tiltaket startar utan ressursar.
measures-refused-responsible = Sei kven som leier tiltaket, eller kven som er ansvarleg person.
measures-refused-result = Skriv kva som kom ut av tiltaket. Ingen effekt er òg eit resultat.
measures-refused-scale-up-leader = Berre ein leiar kan bestemme at tiltaket skal breiast ut.
measures-refused-scale-up-reason = Vi veit for lite om nytten. Skriv kvifor tiltaket blir breidd ut likevel.
measures-refused-activities = Sei kva som skal skje med aktivitetane som ikkje er ferdige.

measures-saved = Tiltaket er lagra.

measures-scope-after = Etter
measures-scope-before = Før
measures-scope-field = Omfang
measures-scope-lead = Skriv kva som galdt, kva som gjeld no, og kvifor.
measures-scope-of = Kva gjeld endringa?
measures-scope-saved = Endringa er ført.
measures-scope-title = Endring av omfang
measures-scope-whole = Heile tiltaket

measures-show-actions = Handlingar
measures-show-activities-csv = Aktivitetane som CSV
measures-show-add-activity = Ny aktivitet
measures-show-add-scope = Før ei endring
measures-show-choose = Bestem for eininga di
measures-show-edit = Endre
measures-show-effect = Forventa effekt
measures-show-evidence-link = Les belegget
measures-show-hours = { $n } timar
measures-show-internal = Dei som har ei rolle på eininga, over ho eller under ho
measures-show-inferred = (lese slik av oss)
measures-show-key-facts = Hovudpunkt
measures-show-needs-start = Tiltaket vart vedteke for meir enn 90 dagar sidan og er ikkje starta. Den som leier det, har eit særleg ansvar for å kome i gang.
measures-show-no-activities = Ingen aktivitetar
measures-show-no-activities-help = Del tiltaket opp i aktivitetar med ansvarleg og frist.
measures-show-no-effect = Ingen har sagt kva effekt tiltaket skal ha.
measures-show-no-scope = Ingen endringar er førte.
measures-show-no-uptake = Ingen einingar har bestemt seg enno.
measures-show-nok = { $n } kroner
measures-show-budget-year = Budsjettet for { $year }
measures-show-open = Alle som er logga inn
measures-show-owes-effect = Tiltaket vart fullført for meir enn 90 dagar sidan, og ingen har vurdert effekten.
measures-show-print = Skriv ut
measures-show-result = Kva kom ut av det?
measures-show-scope = Endringar av omfang og leiaravgjerder
measures-show-tags = Merkelappar
measures-show-uptake = Einingar som følgjer tiltaket
measures-show-visible = Kven ser dette?
measures-show-what = Kva skal gjerast?
measures-show-why = Kvifor?
measures-show-why-none = Verken funn eller problem er knytte til tiltaket enno.

measures-progress = { $n ->
        [0] Ingen aktivitetar
        [one] { $done } av éin aktivitet fullført
       *[other] { $done } av { $n } aktivitetar fullførte
    }
measures-progress-some = { $done } av { $n } aktivitetar fullførte; { $stated } utan meld status
measures-progress-unreported = { $n ->
        [one] Éin aktivitet i planen ({ $year }). Ingen status meld.
       *[other] { $n } aktivitetar i planen ({ $year }). Ingen status meld.
    }
measures-progress-stated = { $n ->
        [one] Éin aktivitet, { $running } oppgitt som pågåande i planen ({ $year }). Ingen status meld.
       *[other] { $n } aktivitetar, { $running } oppgitt som pågåande i planen ({ $year }). Ingen status meld.
    }
measures-stated-new = Oppgitt som ny i planen ({ $year }). Ingen status meld.
measures-stated-ongoing = Oppgitt som pågåande i planen ({ $year }). Ingen status meld.
measures-stated-unspecified = Oppgitt i planen ({ $year }). Ingen status meld.
measures-state-completed = Fullført
measures-state-concrete = Konkretisert
measures-state-evaluated = Evaluert
measures-state-running = I drift
measures-state-started = Starta
measures-state-stated = Formulert
measures-state-stopped = Stoppa

measures-step-complete = Fullfør tiltaket
measures-step-complete-help = Det som skulle gjerast, er gjort. Dette kan ikkje gjerast om. Effekten skal vurderast innan 90 dagar.
measures-step-open-activities = { $n ->
    [one] Éin aktivitet er ikkje ferdig
   *[other] { $n } aktivitetar er ikkje ferdige
 }
measures-step-rest = Kva skal skje med dei?
measures-step-rest-completed = Dei er gjorde: merk dei som fullførte
measures-step-rest-stopped = Dei blir ikkje gjorde: stopp dei
measures-step-concrete = Set som konkretisert
measures-step-concrete-help = Eit konkretisert tiltak har ein ansvarleg, ein frist og ein forventa effekt.
measures-step-done = Tiltaket har fått ny status.
measures-step-evaluate = Før inn resultatet
measures-step-evaluate-help = Sei kva tiltaket førte til. Dette kan ikkje gjerast om.
measures-step-exception = Kvifor likevel?
measures-step-fill-in = Fyll ut det som manglar
measures-step-no-knowledge = Vi veit for lite om kor godt tiltaket verkar. Det kan breiast ut om du seier kvifor.
measures-step-no-resources = Ingen ressursar er sette av til tiltaket. Ein leiar kan bestemme at det startar likevel, med ein grunn.
measures-step-not-yet = Tiltaket er ikkje konkret nok enno
measures-step-problem-help = Tiltaket svarer ikkje på noko funn. Éi linje er nok.
measures-step-reason = Kvifor blir tiltaket stoppa?
measures-step-result-help = Òg «ingen effekt» er verdt å vite for andre.
measures-step-run = Set i drift
measures-step-run-help = Tiltaket er blitt ein del av den daglege drifta.
measures-step-scale-up = Brei ut tiltaket
measures-step-scale-up-help = Tiltaket skal brukast fleire stader. Ein leiar bestemmer det.
measures-step-start = Start tiltaket
measures-step-start-help = Arbeidet byrjar. Frå no av må endringar av omfang grunngivast.
measures-step-stop = Stopp tiltaket
measures-step-stop-help = Tiltaket blir gitt opp og kan ikkje takast opp att. Det blir ståande, med grunnen til at det vart stoppa.

measures-unit-gone = Eining som ikkje finst lenger

measures-uptake-choice = Val
measures-uptake-chosen = Følgjer tiltaket
measures-uptake-date = Bestemt
measures-uptake-lead = Eit nasjonalt eller regionalt tiltak passar ikkje overalt. Vel, og sei kvifor om de utelèt det.
measures-uptake-left-out = Utelèt tiltaket
measures-uptake-reason = Grunngiving
measures-uptake-reason-help = Må fyllast ut når tiltaket blir utelate.
measures-uptake-saved = Valet til eininga er lagra.
measures-uptake-title = Skal eininga følgje tiltaket?

measures-way-ahead = Står att
measures-way-done = Ferdig
measures-way-here = Her er vi

measures-work-activity = Følg opp aktiviteten
measures-work-effect = Vurder effekten
measures-work-late = Følg opp det som er forseinka
measures-work-late-count = { $n ->
    [one] Eitt tiltak i eininga eller under ho
   *[other] { $n } tiltak i eininga eller under ho
 }
measures-work-measure = Følg opp tiltaket
measures-work-start = Start tiltaket du leier
measures-work-unclear = Gjer tiltak konkrete
measures-work-unclear-count = { $n ->
    [one] Eitt tiltak er ikkje konkretisert
   *[other] { $n } tiltak er ikkje konkretiserte
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
measures-level-specialist = Spesialisthelsetenesta
measures-level-municipal = Kommunalt
measures-level-other = Andre
