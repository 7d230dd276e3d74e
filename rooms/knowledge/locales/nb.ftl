# Ordene i rommet, på bokmål.

knowledge-chain-in-force = Det er «{ $name }» som gjelder.
knowledge-chain-none-in-force = Ingen av dokumentene i rekken gjelder etter det kildene sier.
knowledge-chain-several-in-force = Flere av dokumentene i rekken gjelder samtidig.
knowledge-chain-title = Forgjengere og etterfølgere
knowledge-document-about = Om dokumentet
knowledge-document-commissioned-by = På oppdrag fra
knowledge-document-due = Klar for gjennomgang
knowledge-document-due-text = Datoen for gjennomgang er passert. Dokumentet gjelder fortsatt, men noen bør se på det.
knowledge-document-edit = Endre dokumentet
knowledge-document-in-force-from = Gjelder fra
knowledge-document-internal = Bare for egne
knowledge-document-internal-help = Dokumentet vises bare for dem som har en rolle i enheten eller over den.
knowledge-document-issuer = Utgiver
knowledge-document-kind = Type
knowledge-document-move = Endre status
knowledge-document-name = Navn
knowledge-document-no-notes = Ingen merknader til dette dokumentet.
knowledge-document-no-year = Ikke oppgitt
knowledge-document-note = Merknad om dokumentet
knowledge-document-reference = Referanse
knowledge-document-review-by = Gjennomgås innen
knowledge-document-review-by-help = Når datoen er passert, får den som eier dokumentet, en oppgave.
knowledge-document-source = Kilde
knowledge-document-status = Status
knowledge-document-successor = Etterfølger
knowledge-document-successor-help = Dokumentet som tar over for dette.
knowledge-document-unit = Eies av
knowledge-document-unit-help = Enheten som holder dokumentet ved like. La stå tomt for et nasjonalt dokument.
knowledge-document-url = Nettadresse
knowledge-document-year = År
knowledge-form-save = Lagre
knowledge-form-why = Hvorfor
knowledge-happened-created = Opprettet
knowledge-happened-edited = Endret
knowledge-happened-note-answered = Besvart
knowledge-happened-noted = Merknad skrevet
knowledge-happened-other = Noe ble gjort
knowledge-happened-revision-answered = En bestilling av revisjon ble besvart
knowledge-happened-revision-asked = Noen ba om revisjon
knowledge-history-former = En tidligere kollega
knowledge-kind-act = Lov
knowledge-kind-action-plan = Handlingsplan
knowledge-kind-advice = Faglig råd
knowledge-kind-guide = Veileder
knowledge-kind-guideline = Retningslinje
knowledge-kind-hearing-letter = Høringsbrev
knowledge-kind-official-report = Offentlig utredning (NOU)
knowledge-kind-other = Annet
knowledge-kind-regulation = Forskrift
knowledge-kind-report = Rapport
knowledge-kind-standard = Standard
knowledge-kind-strategy = Strategi
knowledge-kind-white-paper = Stortingsmelding
knowledge-list-any = Alle
knowledge-list-count = { $n ->
    [one] Ett dokument
   *[other] { $n } dokumenter
}
knowledge-list-csv = Last ned CSV
knowledge-list-empty = Ingen dokumenter passer
knowledge-list-empty-help = Prøv færre ord eller andre filtre.
knowledge-list-filter = Søk og filter
knowledge-list-lead = Lover, forskrifter, råd, planer og rapporter: hvem som står bak, hva som gjelder nå, og hva som har tatt over.
knowledge-list-reset = Nullstill
knowledge-list-search = Søk i dokumentene
knowledge-list-show = Vis
knowledge-list-title = Dokumenter
knowledge-menu-documents = Dokumenter
knowledge-new-title = Nytt dokument
knowledge-note-about = Om merknaden
knowledge-note-ambiguity = Flertydig
knowledge-note-answer = Svar på merknaden
knowledge-note-answer-help = Forklar hva som er rett, eller hva som er gjort. Trykte tall endres ikke.
knowledge-note-answered = Svar
knowledge-note-arithmetic = Regnefeil
knowledge-note-concerns = Gjelder
knowledge-note-contradiction = Motsigelse
knowledge-note-document = Dokumentet det gjelder
knowledge-note-document-help = Der det står, eller der det skulle ha stått.
knowledge-note-documents = Dokumenter
knowledge-note-error-in-text = Feil i teksten
knowledge-note-gap = Mangel
knowledge-note-kind = Type
knowledge-note-new = Meld motsigelse eller mangel
knowledge-note-new-lead = Merknaden vises for alle som er logget inn, ved siden av det den gjelder. Den endrer ingen trykte tall.
knowledge-note-place = Sted i dokumentet
knowledge-note-state = Status
knowledge-note-text = Merknad
knowledge-note-text-help = Hva er det som mangler eller ikke stemmer? Ikke noe om enkeltpasienter.
knowledge-notes-all = { $n ->
    [one] Se merknaden
   *[other] Se alle { $n } merknadene
}
knowledge-notes-count = { $n ->
    [one] Én merknad
   *[other] { $n } merknader
}
knowledge-notes-empty = Ingen merknader her
knowledge-notes-empty-help = Ingen motsigelser eller mangler er notert for det du ser etter.
knowledge-notes-lead = Det dokumentene utelater, sier på to måter eller trykker feil. En merknad endrer aldri et trykt tall.
knowledge-notes-more = { $n ->
    [one] og én til
   *[other] og { $n } til
}
knowledge-notes-search = Søk i merknadene
knowledge-notes-title = Motsigelser og mangler
knowledge-problem-nothing-noted = Velg hva merknaden gjelder. Det må være åpent for alle som er logget inn.
knowledge-problem-url = Skriv en adresse som begynner med https:// eller http://.
knowledge-problem-year = Skriv et årstall, for eksempel 2023.
knowledge-refused-backwards = Det som har vært i bruk, blir ikke et utkast igjen, og bare det som gjelder, kan revideres.
knowledge-refused-ended = Et dokument som er erstattet, tas ikke i bruk igjen. Registrer et nytt.
knowledge-refused-ring = Da ville rekken av etterfølgere gå i ring. Velg et annet dokument.
knowledge-refused-same = Dokumentet har allerede denne statusen.
knowledge-request-answer = Svar
knowledge-request-answer-help = Mandatet til gruppen som reviderer, hva som er gjort, eller hvorfor ikke.
knowledge-request-asked = Ikke besvart
knowledge-request-declined = Blir ikke gjort
knowledge-request-do-answer = Svar på bestillingen
knowledge-request-done = Revidert
knowledge-request-under-revision = Under revisjon
knowledge-requests-title = Bestilte revisjoner
knowledge-revision-ask = Be om revisjon
knowledge-revision-help = Hva bør endres, og hvorfor? Ikke skriv opplysninger om pasienter.
knowledge-revision-send = Send bestillingen
knowledge-revision-text = Hva bør revideres
knowledge-said-answered = Svaret er lagret.
knowledge-said-asked = Bestillingen er sendt. Du ser svaret på denne siden.
knowledge-said-made = Dokumentet er registrert.
knowledge-said-moved = Statusen er endret.
knowledge-said-noted = Merknaden er lagret.
knowledge-said-saved = Endringene er lagret.
knowledge-state-explained = Forklart
knowledge-state-open = Åpen
knowledge-state-resolved = Løst
knowledge-status-hearing = På høring
knowledge-status-help = Å sette et dokument i kraft eller erstatte det krever myndighet til å vedta.
knowledge-status-in-force = Gjelder
knowledge-status-planned = Planlagt
knowledge-status-superseded = Erstattet
knowledge-status-under-revision = Under revisjon
knowledge-status-unknown = Ikke kjent
knowledge-thing-alternative = Alternativ
knowledge-thing-value = Tall
knowledge-work-due = Gå gjennom dokumentet
knowledge-work-request = Svar på en bestilling av revisjon
