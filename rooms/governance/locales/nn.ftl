# Orda i rommet, på nynorsk.

governance-authority-advises = Gir råd
governance-authority-carries-out = Utfører
governance-authority-decides = Bestemmer
governance-authority-informed = Blir orientert
governance-bodies-any-kind = Alle typar
governance-bodies-count = { $n ->
    [one] Eitt organ
   *[other] { $n } organ
}
governance-bodies-empty = Ingen organ her
governance-bodies-empty-help = Prøv færre ord eller ein annan type, eller opprett organet.
governance-bodies-lead = Råd, nettverk, utval og møteplassar: kven som sit der, kven som oppnemner, og kva dei skal gjere.
governance-bodies-new = Nytt organ
governance-bodies-search = Søk etter organ
governance-bodies-title = Organ
governance-body-about = Om organet
governance-body-add-task = Legg til oppgåve
governance-body-composition = Samansetjing
governance-body-edit = Endre organet
governance-body-established-by = Oppretta av
governance-body-kind = Type
governance-body-led-by = Blir leidd av
governance-body-level = Nivå
governance-body-name = Namn
governance-body-new-task = Ny oppgåve for organet
governance-body-no-tasks = Ingen oppgåver er skrivne ned.
governance-body-printed = I kjelda
governance-body-printed-line = { $seats } plassar, { $holders } namn
governance-body-purpose = Føremål
governance-body-quorum = Krav for å vere vedtaksfør, i prosent
governance-body-quorum-help = Fleire enn denne delen av dei fylte plassane må møte. Vanleg fleirtal er 50.
governance-body-quorum-line = Vedtaksført når { $n } av { $of } med røyst møter.
governance-body-required = Grupper som skal vere med
governance-body-required-help = Sida seier frå når ei av dei manglar plass eller innehavar.
governance-body-seats = Plassar
governance-body-succeeded-by = Etterfølgt av
governance-body-succeeds = Følgjer etter
governance-body-tasks = Oppgåver
governance-body-unit = Høyrer til
governance-body-unit-help = Lat stå tomt for eit nasjonalt organ.
governance-body-unrepresented = Grupper utan røyst
governance-class-clinic = Alle klinikkar
governance-class-county = Alle fylke
governance-class-department = Alle avdelingar
governance-class-education = Alle utdanningsinstitusjonar
governance-class-gp-practice = Alle fastlegekontor
governance-class-health-trust = Alle helseføretak
governance-class-home-care = Alle heimetenester
governance-class-hospital = Alle sjukehus
governance-class-municipality = Alle kommunar
governance-class-nursing-home = Alle sjukeheimar
governance-class-other = Alle einingar av same type
governance-class-out-of-hours = Alle legevakter
governance-class-regional-health-authority = Alle regionale helseføretak
governance-class-ward = Alle sengepostar
governance-composition-groups-only = Berre gruppene som deltek, er kjende
governance-composition-known = Plassane er kjende
governance-composition-missing = Samansetjinga er ikkje oppgjeven
governance-delegate-lead = Ei delegering er skriftleg og datert. Ho varer ikkje lenger og gir ikkje meir mynde enn det som blir delegert.
governance-delegate-title = Deleger ansvaret
governance-delegation-by = Delegert av { $who }
governance-delegation-dated = Datoen på dokumentet
governance-delegation-document = Dokument
governance-delegation-document-help = Kvar delegeringa er skriven ned, til dømes eit saksnummer eller eit brev.
governance-edit-title = Endre oppgåva
governance-end-last-day-help = Den siste dagen det gjeld. Tomt tyder i dag.
governance-end-text = Det som er delegert vidare herifrå, sluttar same dagen. Historikken blir ståande.
governance-end-title = Avslutt ansvaret
governance-form-cancel = Avbryt
governance-form-save = Lagre
governance-form-why = Kvifor
governance-group-administration = Forvaltninga
governance-group-competence = Kompetansemiljø
governance-group-directorate = Helsedirektoratet
governance-group-municipal = Kommunane
governance-group-next-of-kin = Pårørande
governance-group-other = Andre
governance-group-personnel = Personellet
governance-group-research = Forskarar
governance-group-specialist = Spesialisthelsetenesta
governance-group-technology = Teknologi og e-helse
governance-group-union = Fagforeiningar
governance-group-users = Pasientar og brukarar
governance-hang-bodies = { $n ->
    [one] Eitt råd eller utval
   *[other] { $n } råd og utval
}
governance-hang-responsibilities = { $n ->
    [one] Eitt ansvar som nokon har her
   *[other] { $n } ansvar som nokon har her
}
governance-hang-tasks = { $n ->
    [one] Éi oppgåve i ansvarskartet
   *[other] { $n } oppgåver i ansvarskartet
}
governance-happened-assigned = Ansvaret vart plassert
governance-happened-created = Oppretta
governance-happened-delegated = Ansvaret vart delegert
governance-happened-edited = Endra
governance-happened-ended = Ansvaret vart avslutta
governance-happened-filled = Ein plass vart fylt
governance-happened-other = Noko vart gjort
governance-happened-seat-made = Ein plass vart oppretta
governance-happened-task-given = Organet fekk ei oppgåve
governance-happened-vacated = Ein plass vart ledig
governance-held-actor = Aktør
governance-held-authority = Mynde
governance-held-authority-help = Kva den som får ansvaret, kan gjere med oppgåva.
governance-held-by-delegation = (etter delegering)
governance-held-days = Gjeld
governance-held-delegate = Deleger
governance-held-delegation = Grunnlag
governance-held-end = Avslutt
governance-held-from = Frå og med
governance-held-holder = Rolle og innehavar
governance-held-last-day = Til og med
governance-held-last-day-help = Tomt tyder inntil vidare.
governance-held-own = Ikkje delegert
governance-held-person = Person
governance-held-person-help = Berre når ansvaret ligg hos éin bestemt person og ikkje følgjer rolla.
governance-held-post = Stilling
governance-held-post-help = Når rolla ikkje finst i lista over, til dømes «fagdirektør».
governance-held-role = Rolle
governance-held-role-help = Den som har rolla i eininga, har ansvaret, òg når rolla skiftar hender.
governance-held-since = frå { $date }
governance-held-steps = Handlingar
governance-held-unit = Eining
governance-held-what = Dette gjeld: { $who }, som har myndet «{ $authority }».
governance-holding-name = Namn
governance-holding-name-help = Når personen ikkje er i lista. Namnet blir fjerna når tida er ute og lagringsfristen har gått.
governance-holding-organisation = Arbeidsstad
governance-holding-person = Person i registeret
governance-holding-person-help = Same personen kan ha fleire plassar.
governance-holding-public = Namnet kan visast for alle som er logga inn
governance-holding-public-help = Elles ser berre dei som fører registeret, namnet.
governance-holding-role = Rolle i organet
governance-kind-arena = Møteplass
governance-kind-body = Fast organ
governance-kind-committee = Utval
governance-kind-council = Råd
governance-kind-network = Nettverk
governance-kind-working-group = Arbeidsgruppe
governance-lack-no-seat = har ingen plass
governance-lack-vacant = har plass, men ingen sit der
governance-level-all = Alle nivå
governance-level-enterprise = Helseføretak
governance-level-municipal = Kommune
governance-level-national = Nasjonalt
governance-level-regional = Regionalt
governance-list-any-phase = Alle fasar
governance-list-all-units = Sjå alle einingar
governance-list-caption = Oppgåver og kven som har ansvaret
governance-list-count = { $n ->
    [one] Éi oppgåve
   *[other] { $n } oppgåver
}
governance-list-count-of = { $n ->
    [one] Éi oppgåve som gjeld { $unit }.
   *[other] { $n } oppgåver som gjeld { $unit }.
 }
governance-list-empty = Ingen oppgåver passar
governance-list-empty-help = Prøv færre ord eller ein annan fase.
governance-list-filter = Søk og filter
governance-list-lead = Søk på ei oppgåve og sjå kva rolle som har ansvaret, kven som har rolla i dag, og etter kva delegering.
governance-list-more = { $n ->
    [one] og éin til
   *[other] og { $n } til
}
governance-list-reset = Nullstill
governance-list-search = Kva gjeld det?
governance-list-show = Vis
governance-list-task = Oppgåve
governance-list-title = Kven bestemmer dette?
governance-list-who = Ansvar i dag
governance-list-whose = Kven det gjeld
governance-matrix-caption = Ansvarskart: oppgåver, roller og mynde
governance-matrix-csv = Last ned CSV
governance-matrix-empty = Ingen oppgåver enno
governance-matrix-empty-help = Eininga har ingen eigne oppgåver, og ingen som gjeld alle einingar av denne typen.
governance-matrix-lead = Kven som bestemmer, utfører, gir råd og blir orientert i dag.
governance-matrix-link = Ansvarskart for mi eining
governance-matrix-missing = Vis oppgåvene som ingen har fått ansvaret for
governance-matrix-print = Skriv ut
governance-matrix-title = Ansvarskart: { $unit }
governance-menu-bodies = Organ
governance-menu-responsibility = Ansvar
governance-missing-count = { $n ->
    [one] Éi oppgåve utan ansvarleg rolle
   *[other] { $n } oppgåver utan ansvarleg rolle
}
governance-missing-empty = Alle oppgåvene har ei ansvarleg rolle
governance-missing-empty-help = Når ei oppgåve mistar den som bestemmer eller utfører, står ho her.
governance-missing-lead = Oppgåver som nokon er gitt, utan at det er skrive ned kva rolle som bestemmer eller utfører dei. Råd og orientering er ikkje ansvar.
governance-missing-tag = Inga rolle er peikt ut
governance-missing-title = Oppgåver utan ansvarleg rolle
governance-new-title = Ny oppgåve
governance-phase-correct = Korrigere
governance-phase-do = Gjennomføre
governance-phase-evaluate = Evaluere
governance-phase-plan = Planleggje
governance-problem-appointed-by-somebody = Ein plass som nokon oppnemner til, kan ikkje vere utan oppnemning. Vel det eine.
governance-problem-ends-early = Siste dag kan ikkje kome før første dag.
governance-problem-nobody = Vel ei rolle, skriv ei stilling eller vel ein person.
governance-problem-actor-alone = Vel anten ein aktør, eller ei rolle eller ein person. Ein aktør svarer som organisasjon.
governance-problem-class-unit = Oppgåva gjeld mange einingar. Sei for kva eining ho blir fordelt.
governance-problem-quorum = Skriv eit tal frå 0 til 99.
governance-problem-unit-or-kind = Ei oppgåve gjeld anten éi eining eller alle einingar av ein type. Vel det eine.
governance-refused-dated-late = Delegeringa kan ikkje vere datert etter at ho tek til å gjelde.
governance-refused-no-document = Skriv kvar delegeringa står. Utan dokument gjeld ho ikkje.
governance-refused-nobody-named = Vel ein person eller skriv eit namn.
governance-refused-not-appointed = Ingen oppnemner til denne plassen.
governance-refused-observer-leads = Ein observatør kan ikkje leie.
governance-refused-outside = Vel eininga sjølv eller ei eining under ho.
governance-refused-ring = Ansvaret ville kome tilbake til nokon det kjem frå. Vel ein annan.
governance-refused-role-taken = Organet har alt nokon i denne rolla på same tid.
governance-refused-taken = Plassen er oppteken på same tid. Gjer han ledig først.
governance-refused-too-early = Ingen kan delegere det dei ikkje har enno.
governance-refused-too-long = Ei delegering kan ikkje vare lenger enn det som blir delegert.
governance-refused-too-much = Ingen kan delegere meir mynde enn dei sjølve har.
governance-said-assigned = Ansvaret er plassert.
governance-said-body-made = Organet er oppretta.
governance-said-delegated = Ansvaret er delegert.
governance-said-ended = Ansvaret er avslutta.
governance-said-filled = Plassen er fylt.
governance-said-saved = Endringane er lagra.
governance-said-seat-made = Plassen er oppretta.
governance-said-task-made = Oppgåva er oppretta.
governance-said-vacated = Plassen er ledig.
governance-seat-appointed-by = Blir oppnemnd av
governance-seat-by-nobody = Ikkje oppgitt
governance-seat-earlier = Tidlegare og komande
governance-seat-fill = Fyll plassen
governance-seat-fill-lead = Skriv berre det som trengst for å vite kven som sit der.
governance-seat-group = Gruppe
governance-seat-holder = Innehavar
governance-seat-label = Merknad
governance-seat-label-help = Til dømes kva plassen er tenkt til.
governance-seat-name-hidden = Namnet er ikkje offentleg
governance-seat-name-removed = Namnet er fjerna
governance-seat-new = Ny plass
governance-seat-not-appointed = Ingen oppnemner til plassen
governance-seat-not-appointed-help = Plassen er nemnd i mandatet, men blir ikkje rekna som ledig.
governance-seat-observer = Observatør utan røyst
governance-seat-observer-mark = (observatør)
governance-seat-role-deputy-leader = nestleiar
governance-seat-role-leader = leiar
governance-seat-role-member = medlem
governance-seat-role-substitute = vara
governance-seat-standing = Status
governance-seat-vacate = Gjer ledig
governance-seat-vacate-text = Alle som sit på plassen no, sluttar. Rolle og arbeidsstad blir ståande i historikken.
governance-seats-filled = { $filled } av { $seats } plassar er fylte
governance-seats-none = Ingen plassar
governance-seats-none-help = Legg til plassane når dei er kjende.
governance-seats-not-appointed = { $n ->
    [one] éin er nemnd utan at nokon oppnemner
   *[other] { $n } er nemnde utan at nokon oppnemner
}
governance-seats-unknown = { $n ->
    [one] éin er det ikkje kjent om er fylt
   *[other] { $n } er det ikkje kjent om er fylte
}
governance-seats-vacant = { $n ->
    [one] Éin ledig
   *[other] { $n } ledige
}
governance-seats-vacant-from = { $n ->
    [one] éin frå { $who } er ledig
   *[other] { $n } frå { $who } er ledige
}
governance-standing-filled = Fylt
governance-standing-not-appointed = Ikkje oppnemnd
governance-standing-unknown = Ikkje kjent
governance-standing-vacant = Ledig
governance-task-actor = Aktør i planane
governance-task-assign = Plasser ansvaret
governance-task-code = Kode
governance-task-description = Meir om oppgåva
governance-task-edit = Endre
governance-task-holders = Kven som har ansvaret i dag
governance-task-name = Kva som skal gjerast
governance-task-national = Nasjonal oppgåve
governance-task-none = Ingen har oppgåva i dag
governance-task-none-help = Dokumenta seier ikkje kva rolle som har ho, og ingen er peikt ut her.
governance-task-of-body = Oppgåva ligg til
governance-task-other = Tidlegare og komande
governance-task-phase = Fase
governance-task-source = Kjelde
governance-task-source-help = Lov, forskrift, plan eller instruks der oppgåva står.
governance-task-today = Ansvar { $date }
governance-task-unanswered = Inga rolle bestemmer eller utfører denne oppgåva i dag.
governance-task-unit = Eining
governance-task-unit-help = Eininga som har oppgåva. Lat stå tomt for ei nasjonal oppgåve.
governance-task-unit-kind = Gjeld alle einingar av ein type
governance-task-unit-kind-help = Vel når alle einingar av same type har oppgåva. Kvar av dei peikar ut si rolle.
governance-vacancies-count = { $n ->
    [one] Éin ledig plass
   *[other] { $n } ledige plassar
}
governance-vacancies-lead = Plassar som nokon oppnemner til, og der ingen sit. Plassar utan oppnemning er ikkje rekna med.
governance-vacancies-none = Ingen ledige plassar
governance-vacancies-none-help = Alle plassane som nokon oppnemner til, er fylte eller ikkje kjende.
governance-vacancies-title = Ledige plassar
governance-work-ending = Delegeringa går ut
governance-work-missing = Peik ut kven som har ansvaret
governance-work-vacant = Oppnemn nokon til ein ledig plass
governance-tab-responsibility = Ansvar
