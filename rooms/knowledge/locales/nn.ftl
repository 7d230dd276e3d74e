# Orda i rommet, på nynorsk.

knowledge-chain-in-force = Det er «{ $name }» som gjeld.
knowledge-chain-none-in-force = Ingen av dokumenta i rekkja gjeld etter det kjeldene seier.
knowledge-chain-several-in-force = Fleire av dokumenta i rekkja gjeld samstundes.
knowledge-chain-title = Forgjengarar og etterfølgjarar
knowledge-document-about = Om dokumentet
knowledge-document-commissioned-by = På oppdrag frå
knowledge-document-due = Klart for gjennomgang
knowledge-document-due-text = Datoen for gjennomgang er passert. Dokumentet gjeld framleis, men nokon bør sjå på det.
knowledge-document-edit = Endre dokumentet
knowledge-document-in-force-from = Gjeld frå
knowledge-document-internal = Berre for eigne
knowledge-document-internal-help = Dokumentet blir berre vist for dei som har ei rolle i eininga eller over ho.
knowledge-document-issuer = Utgivar
knowledge-document-kind = Type
knowledge-document-move = Endre status
knowledge-document-name = Namn
knowledge-document-no-notes = Ingen merknader til dette dokumentet.
knowledge-document-no-year = Ikkje oppgitt
knowledge-document-note = Merknad om dokumentet
knowledge-document-reference = Referanse
knowledge-document-review-by = Gjennomgang innan
knowledge-document-review-by-help = Når datoen er passert, får den som eig dokumentet, ei oppgåve.
knowledge-document-source = Kjelde
knowledge-document-status = Status
knowledge-document-successor = Etterfølgjar
knowledge-document-successor-help = Dokumentet som tek over for dette.
knowledge-document-unit = Blir eigd av
knowledge-document-unit-help = Eininga som held dokumentet ved like. Lat stå tomt for eit nasjonalt dokument.
knowledge-document-url = Nettadresse
knowledge-document-year = År
knowledge-form-save = Lagre
knowledge-form-why = Kvifor
knowledge-happened-created = Oppretta
knowledge-happened-edited = Endra
knowledge-happened-note-answered = Svart på
knowledge-happened-noted = Merknad skriven
knowledge-happened-other = Noko vart gjort
knowledge-happened-revision-answered = Ei bestilling av revisjon vart svart på
knowledge-happened-revision-asked = Nokon bad om revisjon
knowledge-history-former = Ein tidlegare kollega
knowledge-kind-act = Lov
knowledge-kind-action-plan = Handlingsplan
knowledge-kind-advice = Fagleg råd
knowledge-kind-guide = Rettleiar
knowledge-kind-guideline = Retningslinje
knowledge-kind-hearing-letter = Høyringsbrev
knowledge-kind-official-report = Offentleg utgreiing (NOU)
knowledge-kind-other = Anna
knowledge-kind-regulation = Forskrift
knowledge-kind-report = Rapport
knowledge-kind-standard = Standard
knowledge-kind-strategy = Strategi
knowledge-kind-white-paper = Stortingsmelding
knowledge-list-any = Alle
knowledge-list-count = { $n ->
    [one] Eitt dokument
   *[other] { $n } dokument
}
knowledge-list-csv = Last ned CSV
knowledge-list-empty = Ingen dokument passar
knowledge-list-empty-help = Prøv færre ord eller andre filter.
knowledge-list-filter = Søk og filter
knowledge-list-lead = Lover, forskrifter, råd, planar og rapportar: kven som står bak, kva som gjeld no, og kva som har teke over.
knowledge-list-reset = Nullstill
knowledge-list-search = Søk i dokumenta
knowledge-list-show = Vis
knowledge-list-title = Dokument
knowledge-menu-documents = Dokument
knowledge-new-title = Nytt dokument
knowledge-note-about = Om merknaden
knowledge-note-ambiguity = Fleirtydig
knowledge-note-answer = Svar på merknaden
knowledge-note-answer-help = Forklar kva som er rett, eller kva som er gjort. Trykte tal blir ikkje endra.
knowledge-note-answered = Svar
knowledge-note-arithmetic = Reknefeil
knowledge-note-concerns = Gjeld
knowledge-note-contradiction = Motseiing
knowledge-note-document = Dokumentet det gjeld
knowledge-note-document-help = Der det står, eller der det skulle ha stått.
knowledge-note-documents = Dokument
knowledge-note-error-in-text = Feil i teksten
knowledge-note-gap = Mangel
knowledge-note-kind = Type
knowledge-note-new = Meld motseiing eller mangel
knowledge-note-new-lead = Merknaden blir vist for alle som er logga inn, ved sida av det han gjeld. Han endrar ingen trykte tal.
knowledge-note-place = Stad i dokumentet
knowledge-note-state = Status
knowledge-note-text = Merknad
knowledge-note-text-help = Kva er det som manglar eller ikkje stemmer? Ikkje noko om einskildpasientar.
knowledge-notes-all = { $n ->
    [one] Sjå merknaden
   *[other] Sjå alle { $n } merknadene
}
knowledge-notes-count = { $n ->
    [one] Éin merknad
   *[other] { $n } merknader
}
knowledge-notes-empty = Ingen merknader her
knowledge-notes-empty-help = Ingen motseiingar eller manglar er noterte for det du ser etter.
knowledge-notes-lead = Det dokumenta utelèt, seier på to måtar eller trykkjer feil. Ein merknad endrar aldri eit trykt tal.
knowledge-notes-more = { $n ->
    [one] og éin til
   *[other] og { $n } til
}
knowledge-notes-search = Søk i merknadene
knowledge-notes-title = Motseiingar og manglar
knowledge-problem-nothing-noted = Vel kva merknaden gjeld. Det må vere ope for alle som er logga inn.
knowledge-problem-url = Skriv ei adresse som byrjar med https:// eller http://.
knowledge-problem-year = Skriv eit årstal, til dømes 2023.
knowledge-refused-backwards = Det som har vore i bruk, blir ikkje eit utkast igjen, og berre det som gjeld, kan reviderast.
knowledge-refused-ended = Eit dokument som er erstatta, blir ikkje teke i bruk igjen. Registrer eit nytt.
knowledge-refused-ring = Då ville rekkja av etterfølgjarar gå i ring. Vel eit anna dokument.
knowledge-refused-same = Dokumentet har alt denne statusen.
knowledge-request-answer = Svar
knowledge-request-answer-help = Mandatet til gruppa som reviderer, kva som er gjort, eller kvifor ikkje.
knowledge-request-asked = Ikkje svart på
knowledge-request-declined = Blir ikkje gjort
knowledge-request-do-answer = Svar på bestillinga
knowledge-request-done = Revidert
knowledge-request-under-revision = Under revisjon
knowledge-requests-title = Bestilte revisjonar
knowledge-revision-ask = Be om revisjon
knowledge-revision-help = Kva bør endrast, og kvifor? Ikkje skriv opplysningar om pasientar.
knowledge-revision-send = Send bestillinga
knowledge-revision-text = Kva bør reviderast
knowledge-said-answered = Svaret er lagra.
knowledge-said-asked = Bestillinga er send. Du ser svaret på denne sida.
knowledge-said-made = Dokumentet er registrert.
knowledge-said-moved = Statusen er endra.
knowledge-said-noted = Merknaden er lagra.
knowledge-said-saved = Endringane er lagra.
knowledge-state-explained = Forklart
knowledge-state-open = Open
knowledge-state-resolved = Løyst
knowledge-status-hearing = På høyring
knowledge-status-help = Å setje eit dokument i kraft eller erstatte det krev mynde til å vedta.
knowledge-status-in-force = Gjeld
knowledge-status-planned = Planlagt
knowledge-status-superseded = Erstatta
knowledge-status-under-revision = Under revisjon
knowledge-status-unknown = Ikkje kjent
knowledge-thing-alternative = Alternativ
knowledge-thing-value = Tal
knowledge-work-due = Gå gjennom dokumentet
knowledge-work-request = Svar på ei bestilling av revisjon
