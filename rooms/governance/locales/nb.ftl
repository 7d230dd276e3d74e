# Ordene i rommet, på bokmål.

governance-authority-advises = Gir råd
governance-authority-carries-out = Utfører
governance-authority-decides = Bestemmer
governance-authority-informed = Blir orientert
governance-bodies-any-kind = Alle typer
governance-bodies-count = { $n ->
    [one] Ett organ
   *[other] { $n } organer
}
governance-bodies-empty = Ingen organer her
governance-bodies-empty-help = Prøv færre ord eller en annen type, eller opprett organet.
governance-bodies-lead = Råd, nettverk, utvalg og møteplasser: hvem som sitter der, hvem som oppnevner, og hva de skal gjøre.
governance-bodies-new = Nytt organ
governance-bodies-search = Søk etter organ
governance-bodies-title = Organer
governance-body-about = Om organet
governance-body-add-task = Legg til oppgave
governance-body-composition = Sammensetning
governance-body-edit = Endre organet
governance-body-established-by = Opprettet av
governance-body-kind = Type
governance-body-led-by = Ledes av
governance-body-level = Nivå
governance-body-name = Navn
governance-body-new-task = Ny oppgave for organet
governance-body-no-tasks = Ingen oppgaver er skrevet ned.
governance-body-printed = I kilden
governance-body-printed-line = { $seats } plasser, { $holders } navn
governance-body-purpose = Formål
governance-body-quorum = Krav for å være vedtaksfør, i prosent
governance-body-quorum-help = Flere enn denne delen av de fylte plassene må møte. Vanlig flertall er 50.
governance-body-quorum-line = Vedtaksført når { $n } av { $of } med stemme møter.
governance-body-required = Grupper som skal være med
governance-body-required-help = Siden sier fra når en av dem mangler plass eller innehaver.
governance-body-seats = Plasser
governance-body-succeeded-by = Etterfulgt av
governance-body-succeeds = Følger etter
governance-body-tasks = Oppgaver
governance-body-unit = Hører til
governance-body-unit-help = La stå tomt for et nasjonalt organ.
governance-body-unrepresented = Grupper uten stemme
governance-class-clinic = Alle klinikker
governance-class-county = Alle fylker
governance-class-department = Alle avdelinger
governance-class-education = Alle utdanningsinstitusjoner
governance-class-gp-practice = Alle fastlegekontor
governance-class-health-trust = Alle helseforetak
governance-class-home-care = Alle hjemmetjenester
governance-class-hospital = Alle sykehus
governance-class-municipality = Alle kommuner
governance-class-nursing-home = Alle sykehjem
governance-class-other = Alle enheter av samme type
governance-class-out-of-hours = Alle legevakter
governance-class-regional-health-authority = Alle regionale helseforetak
governance-class-ward = Alle sengeposter
governance-composition-groups-only = Bare gruppene som deltar, er kjent
governance-composition-known = Plassene er kjent
governance-composition-missing = Sammensetningen er ikke oppgitt
governance-delegate-lead = En delegering er skriftlig og datert. Den varer ikke lenger og gir ikke mer myndighet enn det som delegeres.
governance-delegate-title = Deleger ansvaret
governance-delegation-by = Delegert av { $who }
governance-delegation-dated = Dokumentets dato
governance-delegation-document = Dokument
governance-delegation-document-help = Hvor delegeringen er skrevet ned, for eksempel et saksnummer eller et brev.
governance-edit-title = Endre oppgaven
governance-end-last-day-help = Den siste dagen det gjelder. Tomt betyr i dag.
governance-end-text = Det som er delegert videre herfra, slutter samme dag. Historikken blir stående.
governance-end-title = Avslutt ansvaret
governance-form-cancel = Avbryt
governance-form-save = Lagre
governance-form-why = Hvorfor
governance-group-administration = Forvaltningen
governance-group-competence = Kompetansemiljøer
governance-group-directorate = Helsedirektoratet
governance-group-municipal = Kommunene
governance-group-next-of-kin = Pårørende
governance-group-other = Andre
governance-group-personnel = Personellet
governance-group-research = Forskere
governance-group-specialist = Spesialisthelsetjenesten
governance-group-technology = Teknologi og e-helse
governance-group-union = Fagforeninger
governance-group-users = Pasienter og brukere
governance-hang-bodies = { $n ->
    [one] Ett råd eller utvalg
   *[other] { $n } råd og utvalg
}
governance-hang-responsibilities = { $n ->
    [one] Ett ansvar som noen har her
   *[other] { $n } ansvar som noen har her
}
governance-hang-tasks = { $n ->
    [one] Én oppgave i ansvarskartet
   *[other] { $n } oppgaver i ansvarskartet
}
governance-happened-assigned = Ansvaret ble plassert
governance-happened-created = Opprettet
governance-happened-delegated = Ansvaret ble delegert
governance-happened-edited = Endret
governance-happened-ended = Ansvaret ble avsluttet
governance-happened-filled = En plass ble fylt
governance-happened-other = Noe ble gjort
governance-happened-seat-made = En plass ble opprettet
governance-happened-task-given = Organet fikk en oppgave
governance-happened-vacated = En plass ble ledig
governance-held-actor = Aktør
governance-held-authority = Myndighet
governance-held-authority-help = Hva den som får ansvaret, kan gjøre med oppgaven.
governance-held-by-delegation = (etter delegering)
governance-held-days = Gjelder
governance-held-delegate = Deleger
governance-held-delegation = Grunnlag
governance-held-end = Avslutt
governance-held-from = Fra og med
governance-held-holder = Rolle og innehaver
governance-held-last-day = Til og med
governance-held-last-day-help = Tomt betyr inntil videre.
governance-held-own = Ikke delegert
governance-held-person = Person
governance-held-person-help = Bare når ansvaret ligger hos én bestemt person og ikke følger rollen.
governance-held-post = Stilling
governance-held-post-help = Når rollen ikke finnes i listen over, for eksempel «fagdirektør».
governance-held-role = Rolle
governance-held-role-help = Den som har rollen i enheten, har ansvaret, også når rollen skifter hender.
governance-held-since = fra { $date }
governance-held-steps = Handlinger
governance-held-unit = Enhet
governance-held-what = Dette gjelder: { $who }, som har myndigheten «{ $authority }».
governance-holding-name = Navn
governance-holding-name-help = Når personen ikke er i listen. Navnet fjernes når tiden er ute og lagringsfristen har gått.
governance-holding-organisation = Arbeidssted
governance-holding-person = Person i registeret
governance-holding-person-help = Samme person kan ha flere plasser.
governance-holding-public = Navnet kan vises for alle som er logget inn
governance-holding-public-help = Ellers ser bare de som fører registeret, navnet.
governance-holding-role = Rolle i organet
governance-kind-arena = Møteplass
governance-kind-body = Fast organ
governance-kind-committee = Utvalg
governance-kind-council = Råd
governance-kind-network = Nettverk
governance-kind-working-group = Arbeidsgruppe
governance-lack-no-seat = har ingen plass
governance-lack-vacant = har plass, men ingen sitter der
governance-level-all = Alle nivåer
governance-level-enterprise = Helseforetak
governance-level-municipal = Kommune
governance-level-national = Nasjonalt
governance-level-regional = Regionalt
governance-list-any-phase = Alle faser
governance-list-all-units = Se alle enheter
governance-list-caption = Oppgaver og hvem som har ansvaret
governance-list-count = { $n ->
    [one] Én oppgave
   *[other] { $n } oppgaver
}
governance-list-count-of = { $n ->
    [one] Én oppgave som gjelder { $unit }.
   *[other] { $n } oppgaver som gjelder { $unit }.
 }
governance-list-empty = Ingen oppgaver passer
governance-list-empty-help = Prøv færre ord eller en annen fase.
governance-list-filter = Søk og filter
governance-list-lead = Søk på en oppgave og se hvilken rolle som har ansvaret, hvem som har rollen i dag, og etter hvilken delegering.
governance-list-more = { $n ->
    [one] og én til
   *[other] og { $n } til
}
governance-list-reset = Nullstill
governance-list-search = Hva gjelder det?
governance-list-show = Vis
governance-list-task = Oppgave
governance-list-title = Hvem bestemmer dette?
governance-list-who = Ansvar i dag
governance-list-whose = Hvem det gjelder
governance-matrix-caption = Ansvarskart: oppgaver, roller og myndighet
governance-matrix-csv = Last ned CSV
governance-matrix-empty = Ingen oppgaver ennå
governance-matrix-empty-help = Enheten har ingen egne oppgaver, og ingen som gjelder alle enheter av denne typen.
governance-matrix-lead = Hvem som bestemmer, utfører, gir råd og blir orientert i dag.
governance-matrix-link = Ansvarskart for min enhet
governance-matrix-missing = Vis oppgavene som ingen har fått ansvaret for
governance-matrix-print = Skriv ut
governance-matrix-title = Ansvarskart: { $unit }
governance-menu-bodies = Organer
governance-menu-responsibility = Ansvar
governance-missing-count = { $n ->
    [one] Én oppgave uten ansvarlig rolle
   *[other] { $n } oppgaver uten ansvarlig rolle
}
governance-missing-empty = Alle oppgavene har en ansvarlig rolle
governance-missing-empty-help = Når en oppgave mister den som bestemmer eller utfører, står den her.
governance-missing-lead = Oppgaver som noen er gitt, uten at det er skrevet ned hvilken rolle som bestemmer eller utfører dem. Råd og orientering er ikke ansvar.
governance-missing-tag = Ingen rolle er pekt ut
governance-missing-title = Oppgaver uten ansvarlig rolle
governance-new-title = Ny oppgave
governance-phase-correct = Korrigere
governance-phase-do = Gjennomføre
governance-phase-evaluate = Evaluere
governance-phase-plan = Planlegge
governance-problem-appointed-by-somebody = En plass som noen oppnevner til, kan ikke være uten oppnevning. Velg det ene.
governance-problem-ends-early = Siste dag kan ikke komme før første dag.
governance-problem-nobody = Velg en rolle, skriv en stilling eller velg en person.
governance-problem-actor-alone = Velg enten en aktør, eller en rolle eller person. En aktør svarer som organisasjon.
governance-problem-class-unit = Oppgaven gjelder mange enheter. Si for hvilken enhet den fordeles.
governance-problem-quorum = Skriv et tall fra 0 til 99.
governance-problem-unit-or-kind = En oppgave gjelder enten én enhet eller alle enheter av en type. Velg det ene.
governance-refused-dated-late = Delegeringen kan ikke være datert etter at den begynner å gjelde.
governance-refused-no-document = Skriv hvor delegeringen står. Uten dokument gjelder den ikke.
governance-refused-nobody-named = Velg en person eller skriv et navn.
governance-refused-not-appointed = Ingen oppnevner til denne plassen.
governance-refused-observer-leads = En observatør kan ikke lede.
governance-refused-outside = Velg enheten selv eller en enhet under den.
governance-refused-ring = Ansvaret ville komme tilbake til noen det kommer fra. Velg en annen.
governance-refused-role-taken = Organet har allerede noen i denne rollen på samme tid.
governance-refused-taken = Plassen er opptatt på samme tid. Gjør den ledig først.
governance-refused-too-early = Ingen kan delegere det de ikke har ennå.
governance-refused-too-long = En delegering kan ikke vare lenger enn det som delegeres.
governance-refused-too-much = Ingen kan delegere mer myndighet enn de selv har.
governance-said-assigned = Ansvaret er plassert.
governance-said-body-made = Organet er opprettet.
governance-said-delegated = Ansvaret er delegert.
governance-said-ended = Ansvaret er avsluttet.
governance-said-filled = Plassen er fylt.
governance-said-saved = Endringene er lagret.
governance-said-seat-made = Plassen er opprettet.
governance-said-task-made = Oppgaven er opprettet.
governance-said-vacated = Plassen er ledig.
governance-seat-appointed-by = Oppnevnes av
governance-seat-by-nobody = Ikke oppgitt
governance-seat-earlier = Tidligere og kommende
governance-seat-fill = Fyll plassen
governance-seat-fill-lead = Skriv bare det som trengs for å vite hvem som sitter der.
governance-seat-group = Gruppe
governance-seat-holder = Innehaver
governance-seat-label = Merknad
governance-seat-label-help = For eksempel hva plassen er tenkt for.
governance-seat-name-hidden = Navnet er ikke offentlig
governance-seat-name-removed = Navnet er fjernet
governance-seat-new = Ny plass
governance-seat-not-appointed = Ingen oppnevner til plassen
governance-seat-not-appointed-help = Plassen er nevnt i mandatet, men regnes ikke som ledig.
governance-seat-observer = Observatør uten stemme
governance-seat-observer-mark = (observatør)
governance-seat-role-deputy-leader = nestleder
governance-seat-role-leader = leder
governance-seat-role-member = medlem
governance-seat-role-substitute = vara
governance-seat-standing = Status
governance-seat-vacate = Gjør ledig
governance-seat-vacate-text = Alle som sitter på plassen nå, slutter. Rolle og arbeidssted blir stående i historikken.
governance-seats-filled = { $filled } av { $seats } plasser er fylt
governance-seats-none = Ingen plasser
governance-seats-none-help = Legg til plassene når de er kjent.
governance-seats-not-appointed = { $n ->
    [one] én er nevnt uten at noen oppnevner
   *[other] { $n } er nevnt uten at noen oppnevner
}
governance-seats-unknown = { $n ->
    [one] én er det ikke kjent om er fylt
   *[other] { $n } er det ikke kjent om er fylt
}
governance-seats-vacant = { $n ->
    [one] Én ledig
   *[other] { $n } ledige
}
governance-seats-vacant-from = { $n ->
    [one] én fra { $who } er ledig
   *[other] { $n } fra { $who } er ledige
}
governance-standing-filled = Fylt
governance-standing-not-appointed = Ikke oppnevnt
governance-standing-unknown = Ikke kjent
governance-standing-vacant = Ledig
governance-task-actor = Aktør i planene
governance-task-assign = Plasser ansvaret
governance-task-code = Kode
governance-task-description = Mer om oppgaven
governance-task-edit = Endre
governance-task-holders = Hvem som har ansvaret i dag
governance-task-name = Hva som skal gjøres
governance-task-national = Nasjonal oppgave
governance-task-none = Ingen har oppgaven i dag
governance-task-none-help = Dokumentene sier ikke hvilken rolle som har den, og ingen er pekt ut her.
governance-task-of-body = Oppgaven ligger til
governance-task-other = Tidligere og kommende
governance-task-phase = Fase
governance-task-source = Kilde
governance-task-source-help = Lov, forskrift, plan eller instruks der oppgaven står.
governance-task-today = Ansvar { $date }
governance-task-unanswered = Ingen rolle bestemmer eller utfører denne oppgaven i dag.
governance-task-unit = Enhet
governance-task-unit-help = Enheten som har oppgaven. La stå tomt for en nasjonal oppgave.
governance-task-unit-kind = Gjelder alle enheter av en type
governance-task-unit-kind-help = Velg når alle enheter av samme type har oppgaven. Hver av dem peker ut sin rolle.
governance-vacancies-count = { $n ->
    [one] Én ledig plass
   *[other] { $n } ledige plasser
}
governance-vacancies-lead = Plasser som noen oppnevner til, og der ingen sitter. Plasser uten oppnevning regnes ikke med.
governance-vacancies-none = Ingen ledige plasser
governance-vacancies-none-help = Alle plassene som noen oppnevner til, er fylt eller ikke kjent.
governance-vacancies-title = Ledige plasser
governance-work-ending = Delegeringen går ut
governance-work-missing = Pek ut hvem som har ansvaret
governance-work-vacant = Oppnevn noen til en ledig plass
governance-tab-responsibility = Ansvar
