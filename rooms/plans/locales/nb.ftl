### Plans and goals
plans-hang-goals = { $n ->
    [one] Ett mål
   *[other] { $n } mål
}
plans-hang-pilots = { $n ->
    [one] Én pilot eller ett initiativ som ikke er avsluttet
   *[other] { $n } piloter og initiativer som ikke er avsluttet
}
plans-hang-plans = { $n ->
    [one] Én plan
   *[other] { $n } planer
}
plans-hang-proposals = { $n ->
    [one] Ett forslag som ikke er avgjort
   *[other] { $n } forslag som ikke er avgjort
}
plans-hang-rounds = { $n ->
    [one] Én åpen statusrunde
   *[other] { $n } åpne statusrunder
}
plans-hang-steps = { $n ->
    [one] Ett åpent punkt i årshjulet
   *[other] { $n } åpne punkter i årshjulet
}
plans-chart-kept-back = holdt tilbake
plans-menu-plans = Planer
plans-menu-goals = Mål

plans-list-title = Planer
plans-list-lead = Planer, rammeverk, strategier og faglige råd som gjelder her.
plans-list-count = { $n ->
        [one] Én plan
       *[other] { $n } planer
    }
plans-list-csv = Last ned som CSV
plans-list-empty = Ingen planer her
plans-list-empty-help = Prøv andre ord eller fjern et filter.
plans-new = Ny plan
plans-new-lead = En ny plan er et utkast til alle eierne har godkjent den.
plans-edit = Endre
plans-edit-title = Endre «{ $name }»
plans-edit-voids = Når du endrer innholdet, må alle eierne godkjenne planen på nytt.
plans-edit-beside = Planen er vedtatt og står som den er. Det du skriver her, blir en ny versjon som eierne må godkjenne før den gjelder.
plans-print = Skriv ut
plans-save = Lagre
plans-cancel = Avbryt
plans-saved = Lagret
plans-sources-beside = Ses ved siden av
plans-sources-choose = Velg flere kilder
plans-sources-companion = Følgeindikator
plans-sources-help = Hver kilde har sin egen skala og sitt eget grunnlag. De legges ikke sammen, og bare den ene dømmer målet.
plans-sources-judges = Dømmer målet
plans-sources-one = Målet ses med én kilde eller ingen. Flere kilder kan vises ved siden av, uten at de endrer dommen.
plans-sources-problem-many = Velg høyst tolv.
plans-sources-set = Kildene er lagret.
plans-sources-title = Kildene side om side
plans-sources-which = Indikatorer som målet også ses sammen med
plans-sources-which-help = Den som dømmer målet, er med fra før. Velg høyst tolv.
plans-draft-note = Det du hadde skrevet, er hentet fram igjen.
plans-draft-discard = Forkast det jeg skrev
plans-filter = Filtrer
plans-filter-words = Ord i navnet
plans-filter-all = Alle
plans-filter-show = Vis
plans-filter-reset = Nullstill
plans-filter-pursued = Gyldighet
plans-error-format = Velg text, json, csv eller pdf.
plans-replaced-by = Planen er erstattet av

plans-kind-action-plan = Handlingsplan
plans-kind-framework = Rammeverk
plans-kind-strategy = Strategi
plans-kind-development-plan = Utviklingsplan
plans-kind-professional-advice = Faglige råd
plans-kind-working-group-report = Rapport fra arbeidsgruppe
plans-kind-unit-plan = Enhetens plan
plans-plan-state-draft = Utkast
plans-plan-state-awaiting = Venter på godkjenning
plans-plan-state-adopted = Vedtatt
plans-plan-state-closed = Avsluttet
plans-plan-unknown = Ikke kjent om den er vedtatt
plans-plan-ahead = Vedtatt, ikke begynt
plans-plan-run-out = Utløpt
plans-binding-guiding = Veiledende
plans-binding-binding = Bindende
plans-relation-replaces = Erstatter
plans-relation-builds-on = Bygger på
plans-relation-delimited-by = Avgrenset mot
plans-relation-includes = Tar inn ved henvisning
plans-relation-supports = Støtter
plans-part-area = Områder
plans-part-instrument = Virkemidler
plans-part-focus-area = Innsatsområder
plans-part-criterion = Kriterier
plans-part-challenge = Utfordringer
plans-part-chain-link = Ledd i kjeden
plans-part-advice = Råd
plans-part-rule = Regler
plans-part-chapter = Kapitler
plans-part-structure = Strukturer
plans-part-heading = Temaer
plans-part-group = Bolker
plans-part-dimension = Kvalitetsdimensjoner
plans-part-behaviour-level = Nivåer der atferd må endres
plans-part-status-report-part = Deler av statusrapporten

plans-stand-synthetic = Tallene er syntetiske.
plans-reason-withheld = Kan ikke vurderes her: Den nyeste verdien holdes tilbake, fordi den gjelder få eller ville røpe et lite tall. De som leder enheten, ser hvor målet står.
plans-stand-kept-back = Noen verdier holdes tilbake, fordi de gjelder få eller ville røpe et lite tall.
plans-state-no-target = Uten tallfestet mål
plans-state-cannot = Kan ikke vurderes
plans-state-awaits = Venter på verdi
plans-state-met = Nådd
plans-state-not-met = Ikke nådd
plans-state-on-path = På vei
plans-state-off-path = Bak målbanen
plans-state-no-final = Uten sluttverdi
plans-goal-state-active = Gjelder
plans-goal-state-ended = Ikke lenger et mål
plans-link-stated = Oppgitt i planen
plans-link-inferred = Tolket av oss
plans-direction-up = Høyere er bedre
plans-direction-down = Lavere er bedre
plans-mode-relative = prosent av utgangspunktet
plans-mode-points = prosentpoeng
plans-mode-unspecified = ikke avklart
plans-points = { $n } prosentpoeng

plans-target-kind-relative = Endring fra et utgangspunkt
plans-target-kind-at-least = Minst
plans-target-kind-at-most = Høyst
plans-target-kind-absolute = Et bestemt nivå
plans-target-kind-share = Andel av enhetene
plans-target-down = ned { $change } fra { $year }
plans-target-up = opp { $change } fra { $year }
plans-target-to = { $text } til { $value }
plans-target-at-least = minst { $value }
plans-target-at-most = høyst { $value }
plans-target-absolute = { $value }
plans-target-share = minst { $value } av enhetene
plans-target-every-round = { $text } i hver runde
plans-target-by = { $text }, innen { $date }
plans-target-none = Ikke tallfestet
plans-target-now = Gjelder nå
plans-target-from-start = Fra starten
plans-baseline-given = { $value } ({ $year })
plans-baseline-series = { $value } ({ $year }, hentet fra serien)
plans-baseline-missing = Mangler: verdien for { $year } er ikke oppgitt
plans-baseline-not-needed = Trengs ikke
plans-baseline-not-given = Ikke oppgitt; nivået kan vurderes uten
plans-value-none = Ingen verdi
plans-value-in = { $value } ({ $period })

plans-stand-no-target = Målet har ikke noe tall å nå.
plans-stand-awaits = Målet er klart, men det finnes ingen verdi å holde mot det.
plans-stand-awaits-after = Målet er klart, men det finnes ingen verdi etter utgangspunktet i { $year }.
plans-stand-met = Målet er nådd med { $value } i { $period }.
plans-stand-not-met = { $value } i { $period }: målet er ikke nådd. Det mangler { $left }.
plans-stand-on-path = { $value } i { $period }, { $left } fra målet.
plans-stand-off-path = { $value } i { $period }, { $left } fra målet.
plans-stand-no-final = Fristen er ute, og verdien for { $year } mangler. Siste kjente verdi er { $value } i { $period }, { $left } fra målet.
plans-stand-behind = Den er { $behind } bak målbanen, som er { $path } da.
plans-stand-ahead = Målbanen er { $path } da.
plans-stand-no-path = Uten utgangspunkt kan ingen målbane tegnes.
plans-stand-undecided = Teksten sier ikke om prosenten er relativ eller prosentpoeng.
plans-stand-reading = Lest som { $mode }: målet er { $value } ({ $state }).
plans-stand-exact = Planen oppgir { $value }; regnet ut er det { $exact }.
plans-stand-since = Slik har det vært siden { $period }.
plans-stand-behind-since = Bak målbanen siden { $period }.
plans-stand-short-since = Ingen kjent verdi siden { $period } har nådd målet.
plans-stand-later = Målet ble nådd senere, i { $period }.
plans-stand-range = For { $period } samlet er { $value } oppgitt; det er ikke tegnet inn.
plans-stand-share = { $n } av { $of } enheter når grensen; { $out } er holdt utenfor.
plans-reason-baseline = Målet er en endring fra { $year }, og verdien for { $year } er ikke oppgitt.
plans-reason-number = Målet nevner ikke noe tall.
plans-reason-indicator = Ingen indikator viser hvordan det går med målet.
plans-reason-readings = De to lesemåtene av prosenten gir ulike svar.
plans-reason-unit = Verdiene teller noe annet enn målet.
plans-reason-direction = Ingen har sagt om høyere eller lavere er bedre.
plans-tally = { $targets ->
        [one] Ett tallfestet mål
       *[other] { $targets } tallfestede mål
    }: { $judged } kan vurderes, { $cannot } kan ikke, { $awaits } venter på en verdi.
plans-tally-none = Ingen tallfestede mål.
plans-status-as-of = Status per { $date }
plans-other-day = Se planen slik den sto en annen dag
plans-other-day-field = Dag
plans-other-day-today = Vis i dag
plans-status-csv = Status som CSV
plans-status-json = Status som JSON
plans-status-text = Status som tekst

plans-column-plan = Plan
plans-column-goals = Mål
plans-column-goal = Mål
plans-column-state = Hvor det står
plans-column-value = Siste verdi
plans-column-target = Tall å nå
plans-column-baseline = Utgangspunkt
plans-column-source = Kilde
plans-column-unit = Enhet
plans-column-measure = Tiltak
plans-column-responsible = Ansvarlig
plans-responsible-none = Ikke oppgitt
plans-column-activities = Aktiviteter
plans-actors-others = { $n ->
        [one] Én annen aktør
       *[other] { $n } andre aktører
    }
plans-column-due = Frist
plans-column-version = Versjon
plans-column-valid-from = Gjelder fra
plans-column-reason = Begrunnelse
plans-column-period = Periode
plans-column-range = Spenn
plans-column-note = Merknad
plans-column-from = Kommer fra
plans-column-here = Hos oss
plans-column-steps = Hva dere kan gjøre
plans-overdue-count = { $n ->
        [one] Én er forsinket
       *[other] { $n } er forsinket
    }
plans-due-none = Ingen dato
plans-measures-count = { $n ->
        [one] Ett tiltak
       *[other] { $n } tiltak
    }
plans-measures-no-part = Uten område
plans-measures-empty = Ingen tiltak ennå
plans-measures-empty-help = Her vises tiltakene som hører til.
plans-measure-new = Nytt tiltak

plans-field-name = Navn
plans-field-kind = Type
plans-field-parent = Overordnet mål
plans-field-period-note = Om perioden
plans-field-owner = Eier
plans-field-owner-help = Enheten planen hører til. Flere eiere kan legges til etterpå.
plans-field-owners = Eiere
plans-field-state = Status
plans-field-period = Periode
plans-field-from = Fra
plans-field-to = Til
plans-field-vision = Visjon
plans-field-purpose = Formål
plans-field-target-group = Målgruppe
plans-field-scope = Hva den omfatter
plans-field-resources = Ressurser
plans-field-follow-up = Oppfølging
plans-field-binding = Bindende eller veiledende
plans-field-binding-note = Rettslig ramme
plans-field-commissioned-by = På oppdrag fra
plans-field-open = Alle som er logget inn, kan lese
plans-field-open-help = Ellers ser bare de som har en rolle på enheten eller i linjen, dette.
plans-field-why = Hvorfor endrer du?
plans-field-why-help = Vises i historikken.
plans-field-text = Tekst
plans-field-mandatory = Må være skrevet før vedtak
plans-field-mandatory-help = Gjelder kapitler.
plans-field-done = Strukturen er på plass
plans-field-done-help = Gjelder strukturer.
plans-field-weight = Vekt
plans-field-weight-help = Gjelder kriterier: hvor mye kriteriet teller når forslag vurderes. Tomt felt teller som 1.
plans-field-indicator = Indikator
plans-field-indicator-help = Verdiene til denne viser hvordan det går med målet.
plans-field-direction = Hva er bedre?
plans-field-data-source = Hvor verdiene kommer fra
plans-field-tags = Merket med
plans-field-tags-help = Virkemidler og innsatsområder i det nasjonale rammeverket.
plans-field-ended = Målet gjelder ikke lenger
plans-field-ended-help = Serien og de gamle måltallene blir stående.
plans-field-target-kind = Hva slags måltall
plans-field-target-kind-help = Velg det som ligger nærmest teksten i planen.
plans-field-value = Tallet som skal nås
plans-field-value-help = For en endring: bare når planen selv oppgir sluttallet.
plans-field-change = Endring
plans-field-change-help = Minus for nedgang, for eksempel −25.
plans-field-mode = Endringen er
plans-field-baseline-year = Utgangsår
plans-field-baseline-value = Verdi i utgangsåret
plans-field-baseline-value-help = La stå tomt når den ikke er kjent. Gjett ikke.
plans-field-unit-limit = Grense for en enhet
plans-field-unit-limit-help = For en andel av enhetene: verdien én enhet må nå for å telle med.
plans-field-by = Skal nås innen
plans-field-every-round = Gjelder hver runde
plans-field-note = Merknad til måltallet
plans-field-valid-from = Nytt måltall gjelder fra
plans-field-valid-from-help = Tidligere tid vurderes fortsatt med det gamle tallet.
plans-field-reason = Begrunnelse
plans-field-reason-help = Hvorfor endres tallet?
plans-field-choice = Hva velger dere?
plans-group-period = Når planen gjelder
plans-group-period-help = Må fylles ut før planen kan vedtas.
plans-group-content = Innhold
plans-group-change = Når måltallet er en endring
plans-group-change-help = La stå tomt for de andre typene.
plans-run-title = Endre og avslutte planen
plans-owners-none = Ikke oppgitt
plans-owners-edit = Eiere av planen
plans-owners-search = Finn enheter å legge til
plans-owners-help = Alle eierne må godkjenne. Enheten planen hører til, er alltid med.
plans-awaiting-of = Mangler godkjenning fra
plans-unit-unknown = Enhet som ikke finnes nå
plans-period-missing = Ikke oppgitt periode
plans-period-from = fra { $date }
plans-period-to = til { $date }

plans-tabs = Deler av planen
plans-tab-overview = Oversikt
plans-tab-measures = Tiltak
plans-tab-diagram = Driverdiagram
plans-tab-parts = Innhold i planen
plans-tab-succession = Videreføring
plans-tab-relations = Sammenheng
plans-tab-history = Historikk
plans-overall-title = Overordnede mål
plans-structures-done = Strukturer på plass: { $done } av { $n }.
plans-structure-done = På plass
plans-structure-not-done = Ikke på plass
plans-chapter-empty = Ikke skrevet
plans-dates-title = Datoer og historie
plans-date-deadline = Frist i planen
plans-cadence-yearly = Hvert år
plans-goals-empty = Ingen mål her
plans-goals-empty-help = Her vises målene med status når de finnes.
plans-diagram-question = Hvordan skal planen virke?
plans-diagram-answer = { $goals } mål øverst, { $measures } tiltak nederst, og områdene som binder dem sammen.
plans-diagram-answer-no-goals = Øverst det planen skal være til for, og nederst { $measures } tiltak.
plans-diagram-answer-direct = { $goals } mål øverst og { $measures } tiltak nederst. Planen har ingen områder imellom.
plans-diagram-drivers = Hva tiltakene er samlet under
plans-diagram-empty = Ingenting å tegne
plans-diagram-empty-help = Planen har verken mål eller tiltak.
plans-diagram-untied = Målene i planen
plans-diagram-untied-help = Planen sier ikke hvilke tiltak som skal virke på hvilke mål. Målene står derfor her, og ikke i tegningen.
plans-diagram-tagged = Merket på tiltakene
plans-diagram-tagged-help = Tiltakene står ikke under disse i planen, men handler om dem.
plans-diagram-loose = Tiltak som ikke er knyttet til noe
plans-diagram-idle = Uten tiltak i planen
plans-diagram-idle-help = Planen knytter ingen av tiltakene sine direkte til disse.
plans-diagram-goals = Hva vi vil nå
plans-diagram-also = Støtter også { $names }
plans-diagram-outline = Diagrammet som liste
plans-parts-empty = Planen har ingen deler ennå
plans-parts-empty-help = Områder, kapitler, virkemidler og annet vises her.
plans-parts-change = Endre delene
plans-field-service = Hvem området gjelder
plans-field-service-help = Bare for innsatsområder. Uten valg gjelder det alle.
plans-service-specialist = Spesialisthelsetjenesten
plans-service-municipal = Kommunale helse- og omsorgstjenester
plans-service-only = Gjelder { $service }
plans-part-new = Ny del
plans-part-edit = Endre delen
plans-part-weight = Vekt { $n }
plans-field-part-actor = Aktør den gjelder
plans-field-part-parent = Hører under
plans-field-source-document = Kilde: dokument
plans-field-source-document-help = Koden i dokumentregisteret, for eksempel d004, eller dokumentets navn.
plans-field-source-place = Kilde: sted i dokumentet
plans-order = Endre rekkefølgen
plans-order-down = Flytt ned
plans-order-end = Det er ikke noe å flytte den forbi.
plans-order-lead = Rekkefølgen er planens egen, og gjelder på alle sidene om planen. Eierne trenger ikke å godkjenne den.
plans-order-none = Det er ikke nok i planen til at rekkefølgen kan endres.
plans-order-saved = Rekkefølgen er lagret.
plans-order-up = Flytt opp
plans-part-hanging = Delen kan ikke tas ut så lenge noe henger på den.
plans-part-hangs-choices = Valg og vurderinger: { $n }
plans-part-hangs-goals = Mål som står under den: { $n }
plans-part-hangs-measures = Tiltak som står under den eller svarer på den: { $n }
plans-part-hangs-parts = Andre deler som hører til den: { $n }
plans-part-hangs-successions = Planer der noe tar over for den: { $n }
plans-part-hangs-tagged = Mål, tiltak og annet som er merket med den: { $n }
plans-part-remove = Ta ut delen
plans-part-remove-back = Tilbake til delene
plans-part-remove-text = Delen tas ut av planen. Det som stod i den, finnes bare i historikken.
plans-part-removed = Delen er tatt ut.
plans-uptake = Brukt på { $goals } mål i { $units } enheter, på { $measures } tiltak og på { $others ->
    [one] ett funn eller annet
   *[other] { $others } funn, indikatorer og annet
}.

plans-submit = Send til eierne for godkjenning
plans-submitted = Sendt til eierne
plans-approve = Godkjenn for { $unit }
plans-approved = Godkjent
plans-version = Versjon { $no }
plans-versions-title = Tidligere versjoner
plans-version-under-way = En ny versjon er under arbeid
plans-version-under-way-text = Den vedtatte teksten og tallene å nå gjelder til alle eierne har godkjent den nye. Andre endringer i mål, tiltak og innhold vises slik de er nå.
plans-version-former-text = Denne versjonen har vært vedtatt. Her er målene, tiltakene og delene den hadde.
plans-version-replaced = erstattet { $when }
plans-version-to-plan = Til planen som gjelder
plans-version-differences = Hva som er annerledes
plans-version-field = Felt
plans-version-holds = Gjelder nå
plans-version-same = Teksten er den samme
plans-version-same-help = Det er mål, tiltak, innhold eller eiere som er endret siden planen ble vedtatt.
plans-version-discard = Forkast denne versjonen
plans-version-discarded = Den nye versjonen er forkastet. Planen står som før.
plans-adopted-changed = Endret etter at planen ble vedtatt
plans-adopted-changed-text = Eierne har ikke godkjent dette. Nye tall å nå gjelder først når de har det; andre endringer vises slik de er nå.
plans-adopted-what = Hva
plans-adopted-sort = Type
plans-adopted-change = Endring
plans-adopted-added = Kommet til
plans-adopted-removed = Tatt ut
plans-adopted-otherwise = endret
plans-adopted-unknown = Det er ikke kjent hvilke mål, tiltak og deler denne versjonen hadde.
plans-aspect-text = Tekst
plans-aspect-place = Står under
plans-aspect-spread = Forskjell mellom enheter
plans-target-awaits = Venter på eierne
plans-target-dropped = Ble ikke vedtatt
plans-target-awaits-text = Et nytt tall å nå er foreslått: { $target }. Det gjelder når eierne av planen har godkjent det.
plans-missing-title = Planen kan ikke vedtas ennå
plans-refused-target-group = Målgruppe mangler.
plans-refused-period = Perioden mangler: både første og siste dag.
plans-refused-chapter = Et obligatorisk kapittel er tomt.
plans-refused-not-owner = Enheten eier ikke planen.
plans-refused-out-of-order = Dette kan ikke gjøres slik planen står nå.
plans-close = Avslutt planen
plans-close-title = Avslutte «{ $name }»?
plans-close-text = En avsluttet plan kan ikke endres. Målene og seriene blir stående som historie, og du kan si hva som blir med videre.
plans-close-why = Hvorfor avsluttes den?
plans-closed = Planen er avsluttet

plans-succession-lead = Her står det hva som ble av hver del når en plan tok over for en annen.
plans-succession-came = Hva som kom fra den forrige planen
plans-succession-became = Hva som ble av denne planen
plans-succession-from = Fra den gamle planen
plans-succession-to = I den nye planen
plans-succession-to-help = La stå tomt når delen ikke er ført videre.
plans-succession-outcome = Hva ble av den?
plans-succession-note = Forklaring
plans-succession-inferred = Vår tolkning
plans-succession-empty = Ikke oppgitt ennå
plans-succession-empty-help = Ingen har sagt hva som ble av delene.
plans-succession-new = Si hva som ble av en del
plans-succession-former = Hvilken plan tar denne over for?
plans-outcome-continued = Ført videre
plans-outcome-merged = Tatt inn i noe annet
plans-outcome-ended = Ikke ført videre
plans-item-unknown = Del som ikke finnes her
plans-relations-own = Planens forhold til andre
plans-relations-none = Ingen er oppgitt.
plans-relations-others = Andre planer som viser til denne
plans-relations-uptake = { $n ->
        [one] Én plan viser hit.
       *[other] { $n } planer viser hit.
    }
plans-relation-new = Knytt til en annen plan
plans-relation-kind = Hvordan står de til hverandre?
plans-relation-other = Den andre planen
plans-history-empty = Ingenting har skjedd ennå
plans-history-empty-help = Endringer vises her med hvem, når og hvorfor.
plans-action-created = Opprettet
plans-action-loaded = Lest inn fra innholdsfilene
plans-action-edited = Endret
plans-action-owners = Eierne ble endret
plans-action-submitted = Sendt til eierne for godkjenning
plans-action-approved = Godkjent av en eier
plans-action-void = Godkjenningene falt bort fordi innholdet ble endret
plans-action-version-opened = Begynte på en ny versjon
plans-action-version-discarded = Forkastet den nye versjonen
plans-action-adopted = Vedtatt av alle eierne
plans-action-closed = Avsluttet
plans-action-measure = Et tiltak ble lagt til
plans-action-related = Knyttet til en annen plan
plans-action-succession = Sagt hva som ble av en del
plans-action-predecessor = Tok over for en annen plan
plans-action-target = Nytt måltall
plans-action-reading = Lesemåten av prosenten ble bestemt
plans-action-other = Noe ble endret

plans-goals-title = Mål
plans-goals-lead = Mål du kan se, med hvor de står i dag.
plans-goals-count = { $n ->
        [one] Ett mål.
       *[other] { $n } mål.
    }
plans-goals-most = Bare de første er tatt med. Søk, eller velg en enhet.
plans-goals-mine = Enhetens mål
plans-goal-new = Nytt mål
plans-goal-scope = Hva målet omfatter
plans-goal-saved = Målet er lagret
plans-goal-question = { $indicator }: hvordan går det?
plans-goal-question-none = Hvordan går det?
plans-goal-facts = Om målet
plans-goal-about = Vurderes med verdier for
plans-goal-serves = Målet skal støtte «{ $name }».
plans-indicator-none = Ingen indikator
plans-values-title = Verdiene bak
plans-values-value = Verdi
plans-values-empty = Ingen verdier ennå
plans-values-empty-help = Verdier legges inn på indikatorens side.
plans-targets-title = Måltall og versjoner
plans-targets-empty = Ikke noe måltall
plans-targets-empty-help = Målet kan følges, men ikke vurderes mot et tall.
plans-target-new = Nytt måltall
plans-target-new-lead = Det gamle tallet blir stående og gjelder for tiden før.
plans-target-saved = Måltallet er lagret
plans-readings-title = Hva betyr prosenten?
plans-readings-lead = Avgjør om teksten mener relativ endring eller prosentpoeng. Avgjørelsen står i historikken.
plans-readings-no-baseline = Uten verdi for utgangsåret kan ingen av lesemåtene regnes ut.
plans-readings-decide = Avgjør lesemåten
plans-reading-decided = Lest som { $mode }, avgjort { $date } av { $who }: { $reason }
plans-reading-saved = Lesemåten er avgjort
plans-cascade-title = Fra nasjonalt mål til egen enhet
plans-cascade-above = Målet støtter
plans-cascade-above-none = Målet står øverst.
plans-cascade-related = Andre mål på samme indikator
plans-cascade-related-help = De måles likt, men er ikke knyttet til dette målet.
plans-cascade-below = Delmål under
plans-cascade-below-none = Ingen delmål du kan se.
plans-former-title = Tok over for
plans-former-help = Serien fortsetter; de gamle måltallene er historie.
plans-choices-title = Hva enhetene har valgt
plans-choice-chosen = Vi arbeider med det
plans-choice-left-out = Vi lar det være nå
plans-choice-saved = Valget er lagret
plans-choose = Velg eller la være
plans-choose-question = { $unit } og målet «{ $goal }»: arbeider dere med det?
plans-choose-reason-help = Må fylles ut når dere lar målet være: hvilken risiko eller hvilket behov går foran?
plans-taken-sub-goal = Eget delmål
plans-taken-chosen = Valgt, uten delmål
plans-taken-left-out = Valgt bort
plans-taken-nothing = Ikke tatt stilling
plans-level-national = Nasjonalt
plans-level-above = Nivået over
plans-level-own = Eget
plans-sub-goal-new = Lag delmål
plans-inherited-title = Mål som kommer ovenfra
plans-inherited-aside = { $n ->
        [one] Ett mål er satt til side
       *[other] { $n } mål er satt til side
    }
plans-inherited-aside-help = Fristen er ute, eller målet måles i en annen del av tjenesten. Dere trenger ikke å ta stilling til dem, men kan gjøre det.
plans-aside-expired = Fristen er ute
plans-aside-other-service = Måles i en annen del av tjenesten
plans-inherited-open = { $n ->
        [one] Ett mål er det ikke tatt stilling til.
       *[other] { $n } mål er det ikke tatt stilling til.
    }
plans-inherited-empty = Ingen mål kommer ovenfra
plans-inherited-empty-help = Nasjonale og regionale mål vises her.
plans-own-title = Egne mål
plans-unit-goals-title = Mål for { $unit }
plans-unit-goals-lead = Hva som kommer ovenfra, hva enheten har valgt, og hva den har satt selv.
plans-gaps-title = Hvem mangler delmål?
plans-gaps-lead = Enhetene under som verken har delmål eller har valgt målet bort med begrunnelse.
plans-gaps-show = Vis oversikten
plans-gap-count = { $n } av { $of } mangler delmål.
plans-gap-more = … og { $n } til.

plans-chart-baseline = Utgangspunkt { $year }
plans-chart-target = Mål { $year }
plans-chart-target-reading = Mål { $year } ({ $mode })
plans-chart-range = { $low } til { $high }
plans-chart-axis = Aksen begynner på { $from }
plans-chart-missing = Ikke oppgitt
plans-chart-withheld = Holdes tilbake
plans-chart-provisional = Foreløpig
plans-chart-approximate = Omtrentlig
plans-chart-interval = Usikkerhet
plans-chart-none = Ingen verdier å tegne ennå

plans-problem-unit = Velg en enhet som finnes.
plans-problem-owners = En plan kan ha høyst 50 eiere.
plans-problem-to-before-from = Siste dag kan ikke komme før første.
plans-problem-change = Skriv hvor stor endringen skal være.
plans-problem-mode = Si om endringen er relativ eller i prosentpoeng.
plans-problem-baseline-year = Skriv hvilket år endringen regnes fra.
plans-problem-value = Skriv tallet som skal nås.
plans-problem-by = Skriv når det skal nås, eller at det gjelder hver runde.
plans-problem-by-before-baseline = Datoen må komme etter utgangsåret.
plans-problem-year = Skriv et år mellom 1900 og 2200.
plans-problem-weight = Skriv et tall over 0 og høyst 100.
plans-problem-beyond-scale = En andel må ligge mellom 0 og 100 prosent.
plans-problem-too-large = Tallet er for stort.
plans-problem-reason = Skriv hvorfor.
plans-problem-valid-from = Skriv fra hvilken dag det nye tallet gjelder.
plans-problem-valid-order = Datoen må komme etter at forrige måltall begynte å gjelde.
plans-problem-indicator = Velg en indikator som finnes.
plans-problem-parent = Målet over finnes ikke.
plans-problem-circle = Et mål kan ikke støtte seg selv.
plans-problem-left-out = Skriv hvorfor dere lar målet være.
plans-problem-former = Velg en annen plan.
plans-problem-item = Velg en del av planen.
plans-problem-successor = Velg hva som tok over.
plans-problem-ended = Noe som ikke er ført videre, har ingenting etter seg.
plans-problem-ended-why = Skriv hvorfor det ikke er ført videre.

plans-work-approve = Godkjenn plan
plans-work-reading = Avgjør hva prosenten betyr
plans-work-choose = Ta stilling til mål
plans-work-choose-count = { $n ->
        [one] Ett mål ovenfra
       *[other] { $n } mål ovenfra
    }
plans-home-title = Mål og hvor de står
plans-home-all = Alle mål for enheten
plans-home-national = Mål som kommer ovenfra
plans-home-expired = { $n ->
        [one] Ett mål ovenfra har fristen ute
       *[other] { $n } mål ovenfra har fristen ute
    }
plans-home-elsewhere = { $n ->
        [one] Ett mål ovenfra måles i en annen del av tjenesten
       *[other] { $n } mål ovenfra måles i en annen del av tjenesten
    }
plans-home-own = Egne mål
plans-home-own-none = Enheten har ikke satt egne mål ennå.

### End of plans and goals

# Following up: wheel, rounds, proposals, challenges, alternatives, pilots.
plans-alternative-abstain = Stemmer ikke for noen av dem
plans-alternative-abstained = { $n ->
        [0] Ingen avsto
        [one] Én avsto
       *[other] { $n } avsto
    }
plans-alternative-aspect = Hva det gjelder
plans-alternative-change = Endre
plans-alternative-none-yet = Ingen stemmer her ennå
plans-alternative-printed = Dokumentet: { $votes }
plans-alternative-printed-for = { $n } for alternativ { $number }
plans-alternative-printed-group = Arbeidsgruppen: { $votes }
plans-alternative-turned-down = Forkastet: ingen stemte for det
plans-alternative-turned-down-words = { $title } ble forkastet: ingen stemte for det.
plans-alternative-votes-here = Stemmer gitt her
plans-alternative-added = Alternativet er lagt til.
plans-alternative-chosen = Valgt alternativ
plans-alternative-cons = Taler imot
plans-alternative-decide = Bestem
plans-alternative-decide-help = Etter beslutningen kan ingen endre stemmer eller alternativer. Begrunnelsen vises for alle.
plans-alternative-decided = Beslutningen er lagret.
plans-alternative-decided-for = Bestemt: { $title }
plans-alternative-edit = Endre alternativet
plans-alternative-effect = Ventet virkning
plans-alternative-empty = Planen har ingen alternativer
plans-alternative-empty-help = Når noe skal velges, legges mulighetene fram her ved siden av hverandre. Alternativ 0 er å fortsette som i dag.
plans-alternative-error-decided = Det er allerede bestemt, og stemmer og alternativer står fast.
plans-alternative-error-no-vote = Du har ingen stemme å trekke tilbake.
plans-alternative-lead = Mulighetene ved siden av hverandre, med det som taler for og imot, og hvem som stemte for hva.
plans-alternative-lines-help = Ett punkt på hver linje
plans-alternative-list = Alternativer
plans-alternative-n-votes = { $n ->
    [one] Én stemme her
   *[other] { $n } stemmer her
    }
plans-alternative-name = Navn
plans-alternative-new = Nytt alternativ
plans-alternative-no-points = Ingen oppgitt
plans-alternative-number = Nummer
plans-alternative-number-help = 0 er å fortsette som i dag
plans-alternative-pace = Tempo
plans-alternative-preconditions = Må være på plass først
plans-alternative-problem-number = Velg et nummer fra 0 til 99.
plans-alternative-problem-lines = Skriv like mange linjer som på bokmål: én for hvert punkt, og en tom linje der det ikke er noen oversettelse.
plans-alternative-pros = Taler for
plans-alternative-reasons = Begrunnelse
plans-alternative-reservation = Reservasjon
plans-alternative-saved = Alternativet er lagret.
plans-alternative-seat = Plass
plans-alternative-seat-help = Hvem eller hva du stemmer på vegne av, for eksempel «brukerutvalget»
plans-alternative-setup = Hva det krever
plans-alternative-stated = { $n ->
    [one] Én stemme i dokumentet
   *[other] { $n } stemmer i dokumentet
    }
plans-alternative-stated-help = Stemmer i dokumentet er trykt der og telles ikke sammen med dem som gis her.
plans-alternative-statement = Stemmeforklaring
plans-alternative-summary = Kort om alternativet
plans-alternative-title = Alternativ { $number }: { $name }
plans-alternative-vote = Stem
plans-alternative-vote-change = Endre din stemme
plans-alternative-vote-help = Stemmen og forklaringen vises med navnet ditt. Du kan endre eller trekke den tilbake til det er bestemt.
plans-alternative-work = Stem på alternativene
plans-alternative-voted = Stemmen er lagret.
plans-alternative-votes = Stemmer
plans-alternative-withdraw = Trekk stemmen tilbake
plans-alternative-withdrawn = Stemmen er trukket tilbake.
plans-alternative-your-vote = Din stemme
plans-challenge-edit = Knytt tiltak til utfordringer
plans-challenge-edit-help = Kryss av for tiltakene som svarer på hver utfordring, og for indikatorene som viser den.
plans-challenge-empty = Planen har ingen utfordringer
plans-challenge-empty-help = Når planen beskriver utfordringer, vises de her sammen med tiltakene som svarer på dem.
plans-challenge-indicators = Viser seg i
plans-challenge-indicators-of = Indikatorer for «{ $name }»
plans-challenge-lead = Hvilke tiltak som svarer på hvilke utfordringer, og hvilke utfordringer som står uten svar.
plans-challenge-measure-indicators = Virkningen skal vises i
plans-challenge-measures = Tiltak
plans-challenge-measures-of = Tiltak mot «{ $name }»
plans-challenge-name = Utfordring
plans-challenge-no-measure = Ingen tiltak
plans-challenge-saved = Koblingene er lagret.
plans-challenge-title = Tiltakskart
plans-challenge-uncovered = { $n ->
    [one] Én utfordring har ingen tiltak:
   *[other] { $n } utfordringer har ingen tiltak:
    }
plans-followup-all = Alle
plans-followup-cancel = Avbryt
plans-followup-choose = Velg …
plans-followup-csv = Last ned som CSV
plans-followup-date-hint = dag.måned.år
plans-followup-filter = Avgrens listen
plans-followup-filter-go = Vis
plans-followup-filter-reset = Vis alt
plans-followup-no = Nei
plans-followup-none = Ingen
plans-followup-not-given = Ikke oppgitt
plans-followup-optional = (valgfritt)
plans-followup-print = Skriv ut
plans-followup-save = Lagre
plans-followup-someone = Ukjent person
plans-followup-source = Kilde
plans-followup-title = Oppfølging
plans-followup-unit-gone = Enhet som ikke finnes lenger
plans-followup-yes = Ja
plans-pilot-about = Om innsatsen
plans-pilot-added = Innsatsen er lagt til.
plans-pilot-baseline = Utgangspunkt
plans-pilot-by-area = Etter område
plans-pilot-cadence = Hvor ofte
plans-pilot-check = Kunnskapen er sjekket
plans-pilot-checked = Kunnskapssjekken er registrert.
plans-pilot-decide = Bestem veien videre
plans-pilot-decided = Beslutningen er lagret.
plans-pilot-decision = Beslutning
plans-pilot-decision-adjust = Juster og prøv videre
plans-pilot-decision-continue = Fortsett som nå
plans-pilot-decision-due = Beslutning innen
plans-pilot-decision-scale = Ta i bruk bredt
plans-pilot-decision-stop = Stopp
plans-pilot-decision-support = Støtter beslutninger om pasienter
plans-pilot-decision-support-help = Da må risikoen være vurdert før start.
plans-pilot-edit = Endre
plans-pilot-empty = Ingen piloter eller satsinger
plans-pilot-empty-help = Piloter, satsinger, verktøy og kurs registreres her, med hvordan de følges og når noe skal bestemmes.
plans-pilot-ends = Slutter
plans-pilot-error-follow-up = Kan ikke settes i gang uten en plan for oppfølging. Skriv den inn først.
plans-pilot-error-end = Sluttdatoen er passert. Sett en ny før piloten settes i gang.
plans-pilot-error-knowledge = Skriv hva som er kjent, og hvor god kunnskapen er, før du går videre.
plans-pilot-error-order = Dette steget kan ikke tas nå.
plans-pilot-error-risk = Beslutningsstøtte kan ikke settes i gang før risikoen er vurdert.
plans-pilot-evidence = Kunnskapsgrunnlag
plans-pilot-evidence-insufficient = Utilstrekkelig
plans-pilot-evidence-some = Noe
plans-pilot-evidence-sufficient = Tilstrekkelig
plans-pilot-evidence-unknown = Ikke undersøkt
plans-pilot-exception = Begrunnet unntak
plans-pilot-exception-help = Må fylles ut for å ta i bruk bredt når kunnskapen ikke er tilstrekkelig.
plans-pilot-field = Område
plans-pilot-field-help = For eksempel legemidler, infeksjoner, arbeidsmiljø eller pasientforløp
plans-pilot-follow-up = Plan for oppfølging
plans-pilot-follow-up-help = Hva som følges, hvor ofte og av hvem. Uten dette kan den ikke settes i gang.
plans-pilot-ground = Risiko eller behov bak
plans-pilot-ground-help = Hva i egen tjeneste som gir grunn til dette
plans-pilot-overtaken = Sluttdatoen er passert, og den er ikke startet
plans-pilot-is-due = Beslutning mangler
plans-pilot-is-due-help = Tiden er ute. Bestem om den skal tas i bruk, justeres, stoppes eller fortsette.
plans-pilot-kind = Type
plans-pilot-kind-competence = Kompetansetjeneste
plans-pilot-kind-course = Kurs
plans-pilot-kind-initiative = Satsing
plans-pilot-kind-national = Nasjonal satsing
plans-pilot-kind-pilot = Pilot
plans-pilot-kind-source = Informasjonskilde
plans-pilot-kind-tool = Verktøy
plans-pilot-knowledge = Hva vi vet
plans-pilot-knowledge-help = Hva forskning og erfaring sier om virkningen
plans-pilot-lacks-follow-up = Mangler plan for oppfølging og kan ikke settes i gang.
plans-pilot-lacks-risk = Støtter beslutninger om pasienter, og risikoen er ikke vurdert.
plans-pilot-launch = Sett i gang
plans-pilot-launched = Satt i gang.
plans-pilot-list = Piloter og satsinger
plans-pilot-list-lead = Det som prøves ut og settes i gang, med hvordan det følges og når noe skal bestemmes.
plans-pilot-listed-help = Kjent fra et dokument; følges ikke opp her.
plans-pilot-menu = Piloter og satsinger
plans-pilot-name = Navn
plans-pilot-new = Ny pilot eller satsing
plans-pilot-no-area = Uten område
plans-pilot-owner = Eier
plans-pilot-problem-exception = Kunnskapen er ikke tilstrekkelig. Begrunn unntaket.
plans-pilot-problem-order = Slutten kan ikke ligge før starten.
plans-pilot-reason = Begrunnelse
plans-pilot-risk-assessed = Risikoen er vurdert
plans-pilot-saved = Lagret.
plans-pilot-since = Siden
plans-pilot-starts = Starter
plans-pilot-state = Tilstand
plans-pilot-state-checked = Kunnskap sjekket
plans-pilot-state-ended = Avsluttet
plans-pilot-state-launched = I gang
plans-pilot-state-listed = Omtalt
plans-pilot-state-proposed = Foreslått
plans-pilot-view = Visning
plans-pilot-way = Veien fra forslag til beslutning
plans-pilot-way-ahead = Senere
plans-pilot-way-done = Gjort
plans-pilot-way-here = Her nå
plans-pilot-work = Bestem om piloten
plans-pilot-yearly = Hvert år
plans-proposal-added = Forslaget er lagret. Du følger det og ser hva som blir bestemt.
plans-proposal-at = Foreslått
plans-proposal-became = Forslaget er tatt videre. Se over det som står her, og fyll ut resten.
plans-proposal-became-nothing = Det er ennå ikke laget et tiltak eller en pilot av forslaget.
plans-proposal-became-this = Forslaget ble til:
plans-proposal-make-measure = Lag et tiltak av forslaget
plans-proposal-make-pilot = Prøv det ut i en pilot
plans-proposal-error-not-accepted = Bare et forslag som er besluttet gjennomført, kan bli til et tiltak eller en pilot.
plans-proposal-work-answer = Forslag du følger, er besluttet
plans-proposal-work-score = Vurder forslaget
plans-proposal-body = Hva foreslås, og hvorfor
plans-proposal-body-help = Beskriv behovet og hva som bør gjøres. Skriv aldri noe som kan kjenne igjen en pasient.
plans-proposal-by = Foreslått av
plans-proposal-criterion = Kriterium
plans-proposal-decide = Bestem
plans-proposal-decide-help = Forslagsstilleren og de som følger forslaget, ser beslutningen og begrunnelsen.
plans-proposal-decided = Beslutningen er lagret.
plans-proposal-decision = Beslutning
plans-proposal-edit = Endre forslaget
plans-proposal-empty = Ingen forslag
plans-proposal-empty-help = Alle kan foreslå noe som gjør tjenesten bedre.
plans-proposal-error-not-submitted = Forslaget er ikke lagt fram til beslutning.
plans-proposal-error-order = Forslaget er allerede lagt fram og kan ikke endres nå.
plans-proposal-follow = Følg
plans-proposal-followed = Du følger forslaget.
plans-proposal-followed-only = Mine og de jeg følger
plans-proposal-grounds = Begrunnelse
plans-proposal-lacks = Kan ikke legges fram før det er vurdert på: { $list }
plans-proposal-list = Forslag
plans-proposal-list-lead = Forslag til tiltak og forbedringer, fra alle som arbeider i tjenesten.
plans-proposal-mean = Snitt
plans-proposal-menu = Forslag
plans-proposal-n-assessors = Antall vurderere
plans-proposal-new = Nytt forslag
plans-proposal-new-lead = Du kan følge forslaget hele veien og ser hva som blir bestemt og hvorfor.
plans-proposal-no-criteria = Ingen kriterier er valgt
plans-proposal-no-criteria-help = Velg en plan med kriterier i forslaget, så kan det vurderes.
plans-proposal-no-plan = Ikke knyttet til en plan
plans-proposal-plan = Plan med kriterier
plans-proposal-plan-help = Forslaget vurderes på planens kriterier.
plans-proposal-problem-no-criteria = Velg først en plan med kriterier; uten vurdering kan forslaget ikke legges fram.
plans-proposal-problem-plan = Planen har ingen kriterier å vurdere på.
plans-proposal-problem-score = Velg et tall fra 1 til 5.
plans-proposal-problem-unscored = Mangler vurdering på «{ $criterion }».
plans-proposal-range = Lavest–høyest
plans-proposal-ranking = Rangert liste
plans-proposal-ranking-empty = Ingen forslag er knyttet til kriteriene ennå.
plans-proposal-ranking-lead = Snitt per kriterium, sum og spredning mellom dem som har vurdert.
plans-proposal-ranking-rule = Hvert snitt ganges med vekten til kriteriet (1 når ingen er satt). Summen er disse lagt sammen og vises når alle kriterier har minst én vurdering. Spredning er standardavviket mellom vurderernes vektede summer og krever minst to.
plans-proposal-reason = Begrunnelse
plans-proposal-saved = Forslaget er lagret.
plans-proposal-score = Vurder
plans-proposal-score-lead = Gi 1 til 5 på hvert kriterium og skriv gjerne hvorfor.
plans-proposal-scored = Vurderingen er lagret.
plans-proposal-scored-none = Ingen vurdering ble gitt.
plans-proposal-scores = Vurdering
plans-proposal-spread = Spredning
plans-proposal-state = Tilstand
plans-proposal-state-decided = Bestemt
plans-proposal-state-draft = Under vurdering
plans-proposal-state-submitted = Venter på beslutning
plans-proposal-submit = Legg fram til beslutning
plans-proposal-submitted = Forslaget er lagt fram.
plans-proposal-sum = Sum { $total }, spredning { $spread }, { $n } har vurdert.
plans-proposal-title = Forslag
plans-proposal-total = Sum
plans-proposal-weighted = { $criterion } (vekt { $weight })
plans-proposal-unfollow = Slutt å følge
plans-proposal-unfollowed = Du følger ikke lenger forslaget.
plans-proposal-unit = Enhet som får forslaget
plans-proposal-value = Vurdering fra 1 til 5
plans-proposal-value-1 = 1 – nesten ikke
plans-proposal-value-2 = 2 – i liten grad
plans-proposal-value-3 = 3 – i noen grad
plans-proposal-value-4 = 4 – i stor grad
plans-proposal-value-5 = 5 – helt ut
plans-proposal-verdict-accept = Gjennomføres
plans-proposal-verdict-later = Ikke nå
plans-proposal-verdict-reject = Gjennomføres ikke
plans-proposal-whose = Hvem sine
plans-proposal-work = Bestem om forslaget
plans-round-answer = Svar på runden
plans-round-answer-help = Svar på så mange du vil og lagre. Det du ikke rører, blir som det var.
plans-round-answer-again = Endre svaret
plans-round-answer-all = Vis alle på én side
plans-round-answer-last = Sist skrev dere: { $text }
plans-round-answer-one = Lagre og gå videre
plans-round-answer-same = Som sist: { $status }
plans-round-answer-skip = Hopp over denne nå
plans-round-answer-lead = { $n ->
    [0] Alt du kan svare på, er besvart.
    [one] Ett punkt venter på svar.
   *[other] { $n } punkter venter på svar.
    }
plans-round-answer-save = Lagre svarene
plans-round-answered = Svarene er lagret.
plans-round-answered-late = Etter fristen
plans-round-answered-none = Ingenting var endret.
plans-round-answered-of = { $answered } av { $asked } besvart
plans-round-answers = Svar
plans-round-before = sist: { $list }
plans-round-by = Svart av
plans-round-close = Lukk runden
plans-round-close-text = { $n ->
    [0] Alle har svart. Etter at runden er lukket, kan ingen endre svarene.
    [one] Ett punkt er ikke besvart og blir stående slik. Etter at runden er lukket, kan ingen svare eller endre.
   *[other] { $n } punkter er ikke besvart og blir stående slik. Etter at runden er lukket, kan ingen svare eller endre.
    }
plans-round-closed = Runden er lukket.
plans-round-decision = Beslutning
plans-round-decision-help = Må fylles ut ved rød, og når de to siste svarene var gule eller røde.
plans-round-deviation = Avvik fra planen
plans-round-deviation-help = Må fylles ut ved rød.
plans-round-due = Svarfrist
plans-round-edit = Endre runden
plans-round-empty = Ingen statusrunder
plans-round-empty-help = En runde åpnes fra planens side. Da blir hver ansvarlig enhet spurt om hvordan det går.
plans-round-error-closed = Runden er lukket, og svarene står fast.
plans-round-error-not-open = Runden har ikke åpnet ennå.
plans-round-error-nothing = Planen har ingen tiltak eller aktiviteter å spørre om.
plans-round-forced = De to siste svarene var gule eller røde. Skriv hva dere har bestemt.
plans-round-late = { $n ->
    [one] Ett svar kom etter fristen.
   *[other] { $n } svar kom etter fristen.
    }
plans-round-lead = Svarfrist { $due }
plans-round-lead-period = Gjelder { $period }. Svarfrist { $due }
plans-round-list = Statusrunder
plans-round-list-lead = Hver runde spør de ansvarlige hvordan tiltak og aktiviteter i en plan står.
plans-round-mail = Påminnelser på e-post
plans-round-mail-bye = Du får denne fordi du har bedt om påminnelser. Slå dem av her: { $href }
plans-round-mail-hello = Du har bedt om påminnelser om statusrunder i Varde.
plans-round-mail-lead = Tre dager før fristen, på dagen, og så hver uke til enheten din har svart. Brevet inneholder bare rundens navn og en lenke.
plans-round-mail-line = { $name } – frist { $due } ({ $n ->
    [one] ett punkt
   *[other] { $n } punkter
    } igjen)
plans-round-mail-not-set-up = Denne installasjonen har ingen e-postserver ennå. Ønsket ditt blir husket til den har det.
plans-round-mail-off = Du får ikke påminnelser på e-post.
plans-round-mail-on = Du får påminnelser på e-post.
plans-round-mail-start = Send meg påminnelser
plans-round-mail-started = Du får påminnelser fra nå av.
plans-round-mail-stop = Slå av påminnelser
plans-round-mail-stopped = Påminnelser er slått av.
plans-round-mail-subject = { $n ->
    [one] En statusrunde venter på svar
   *[other] { $n } statusrunder venter på svar
    }
plans-round-menu = Statusrunder
plans-round-missing = Disse mangler svar
plans-round-missing-n = { $n ->
    [one] ett punkt
   *[other] { $n } punkter
    }
plans-round-must-decide = Krever beslutning
plans-round-name = Runde
plans-round-name-help = For eksempel «1. kvartal»
plans-round-new = Åpne en statusrunde
plans-round-new-lead = { $n ->
    [0] Planen har ingenting å spørre om ennå.
    [one] Ett tiltak eller én aktivitet blir spurt om.
   *[other] { $n } tiltak og aktiviteter blir spurt om.
    }
plans-round-none-here = Ingen svar passer til utvalget
plans-round-none-here-help = Velg en annen status, eller vis alt.
plans-round-number = Nummer
plans-round-opened = Runden er åpnet, og de ansvarlige ser den under sine oppgaver.
plans-round-opens = Åpner
plans-round-period = Periode
plans-round-period-help = For eksempel 2026-Q4, 2026-T2 eller 2026
plans-round-plan = Plan
plans-round-problem-decision-red = Rød status krever en beslutning.
plans-round-problem-decision-yellow = De to siste svarene var gule eller røde. Da må det stå en beslutning her.
plans-round-problem-deviation = Rød status krever at du skriver hva som avviker.
plans-round-problem-order = Svarfristen kan ikke ligge før runden åpner.
plans-round-problem-period = Skriv perioden som 2026, 2026-T2, 2026-Q4 eller 2026-11.
plans-round-progress = Hvor langt er runden kommet?
plans-round-risk = Risiko
plans-round-said = Avvik, risiko og beslutning
plans-round-saved = Runden er lagret.
plans-round-state = Tilstand
plans-round-state-closed = Lukket
plans-round-state-open = Åpen
plans-round-status = Status
plans-round-status-done = Ferdig
plans-round-status-green = Grønn: etter planen
plans-round-status-missing = Ikke besvart
plans-round-status-not-started = Ikke startet
plans-round-status-red = Rød: ikke etter planen
plans-round-status-yellow = Gul: noe hindrer
plans-round-thing = Tiltak eller aktivitet
plans-round-when = Svart
plans-round-work = Svar på statusrunden
plans-round-work-title = { $name } ({ $n ->
    [one] ett punkt
   *[other] { $n } punkter
    })
plans-round-yours = { $n ->
    [one] Ett punkt venter på svar fra deg.
   *[other] { $n } punkter venter på svar fra deg.
    }
plans-round-below = { $n ->
    [one] Ett punkt venter på svar fra en enhet under deg. Du kan svare for den.
   *[other] { $n } punkter venter på svar fra enheter under deg. Du kan svare for dem.
    }
plans-wheel-aside = Gjelder ikke oss
plans-wheel-aside-done = Punktet er satt til side.
plans-wheel-aside-text = Punktet blir stående i årshjulet med grunnen, og kan åpnes igjen.
plans-wheel-aside-title = Gjelder «{ $title }» ikke?
plans-wheel-aside-why = Hvorfor gjelder det ikke enheten?
plans-wheel-problem-reason = Skriv hvorfor punktet ikke gjelder.
plans-wheel-start-choose = Plikter
plans-wheel-start-nothing = Ingen plikter er valgt.
plans-wheel-start-text = Velg pliktene som skal inn i årshjulet. Der måneden er over, blir fristen satt til slutten av året.
plans-wheel-state-aside = Gjelder ikke
plans-wheel-added = Punktet er lagt til.
plans-wheel-copied = Punktene er kopiert til neste år.
plans-wheel-copied-none = Neste år hadde allerede alle punktene.
plans-wheel-copy = Kopier til { $year }
plans-wheel-done = Punktet er merket som gjort.
plans-wheel-done-of = { $done } av { $all } gjort
plans-wheel-due = Frist
plans-wheel-edit = Endre punkt i årshjulet
plans-wheel-empty = Dette året har ingen punkter ennå
plans-wheel-empty-help = Begynn med pliktene i forskriften om ledelse og kvalitetsforbedring, kopier fra året før, eller legg til egne punkter.
plans-wheel-error-year = Året er ikke gyldig.
plans-wheel-fine = I orden
plans-wheel-follow-up = Se oppfølgingen
plans-wheel-follow-up-by = Frist for å følge opp det som er åpent
plans-wheel-follow-up-of = Følg opp: { $title }
plans-wheel-help = Slik gjør vi det
plans-wheel-how = Slik kan det gjøres
plans-wheel-incomplete = Mangler frist eller ansvarlig
plans-wheel-lead = Det enheten skal planlegge, gjennomføre, evaluere og korrigere gjennom året, med frist og ansvarlig for hvert punkt.
plans-wheel-look = Se på dette
plans-wheel-mark-done = Merk som gjort
plans-wheel-n-done = Gjort
plans-wheel-n-incomplete = Mangler frist eller ansvarlig
plans-wheel-n-overdue = Over fristen
plans-wheel-name = Årshjul
plans-wheel-new = Nytt punkt
plans-wheel-no-due = uten frist
plans-wheel-no-owner = uten ansvarlig
plans-wheel-of-all = av { $all } punkter
plans-wheel-owner = Ansvarlig
plans-wheel-owner-help = En rolle i enheten eller en person
plans-wheel-phase = Fase
plans-wheel-phase-correct = Korrigere
plans-wheel-phase-do = Gjennomføre
plans-wheel-phase-empty = Ingen punkter i denne fasen.
plans-wheel-phase-evaluate = Evaluere
plans-wheel-phase-plan = Planlegge
plans-wheel-picture = Hvordan fordeler året seg?
plans-wheel-picture-key = Tallet i hvert merke er punktets nummer i listen.
plans-wheel-picture-answer = { $n ->
    [one] Ett punkt
   *[other] { $n } punkter
    } i året, med en ring for hver fase. Fylt merke er gjort, åpent merke gjenstår, rute er over fristen.
plans-wheel-problem-follow-up = Noe er åpent. Velg en dag da det er fulgt opp.
plans-wheel-problem-year = Fristen må ligge i året eller i januar etter.
plans-wheel-regulation = Plikt eller hjemmel
plans-wheel-reopen = Åpne igjen
plans-wheel-reopened = Punktet er åpent igjen.
plans-wheel-saved = Punktet er lagret.
plans-wheel-sign = Signer fasen
plans-wheel-sign-complete = Alle punkter i fasen er gjort.
plans-wheel-sign-note = Merknad
plans-wheel-sign-open = { $n ->
    [one] Ett punkt er fortsatt åpent:
   *[other] { $n } punkter er fortsatt åpne:
    }
plans-wheel-sign-open-help = De blir stående i signaturen, og hvert av dem får et punkt under Korrigere.
plans-wheel-sign-title = Signer { $phase } { $year }
plans-wheel-signatures = Signaturer
plans-wheel-signatures-none = Ingen fase er signert ennå.
plans-wheel-signed = Fasen er signert.
plans-wheel-signed-complete = Alt var gjort da fasen ble signert.
plans-wheel-signed-open = { $n ->
    [one] Ett punkt var åpent:
   *[other] { $n } punkter var åpne:
    }
plans-wheel-start = Legg inn pliktene i forskriften
plans-wheel-started = Pliktene er lagt inn. Sett frist og ansvarlig der det trengs.
plans-wheel-started-none = Året hadde allerede alle pliktene.
plans-wheel-state-done = Gjort
plans-wheel-step-title = Hva skal gjøres
plans-wheel-title = Årshjul { $year } for { $unit }
plans-wheel-work = Gjør i årshjulet
plans-wheel-years = År
# End of following up.
plans-tab-goals = Mål
plans-tab-wheel = Årshjul
plans-tab-cycle = Syklusen

plans-beside-plans = Planer som har tiltaket
plans-beside-proposals = Forslag det kommer fra
plans-beside-goals = Mål
plans-beside-rounds = { $n ->
    [one] { $n } statusrunde
   *[other] { $n } statusrunder
}
plans-about-title = Om planen
plans-standing-overdue = { $n ->
    [one] Ett tiltak er over fristen.
   *[other] { $n } tiltak er over fristen.
}
plans-choose-again = Endre valget
plans-choose-see = Se målet
plans-round-see-measure = Se tiltaket
plans-last-round = Siste statusrunde
plans-last-round-each = Hva som ble svart
plans-round-finish-activity = Sett aktiviteten som fullført
plans-round-finish-help = Da trenger du ikke å melde det ett sted til.
plans-round-finish-measure = Sett tiltaket som fullført
plans-round-finished-on = Fullført den
plans-round-problem-finish = Det kan ikke settes som fullført slik det står nå. Svar uten haken.
plans-round-problem-finished-ahead = Dagen er ikke kommet ennå.
plans-round-see-activity = Se aktiviteten

plans-round-thing-due = frist { $date }
plans-round-late-activities = { $n ->
    [one] én aktivitet over fristen
   *[other] { $n } aktiviteter over fristen
}
plans-action-answered = Svarte
plans-action-challenges = Koblet tiltak til utfordringer
plans-action-checked = Kontrollerte
plans-action-decided = Avgjorde
plans-action-became-measure = Laget et tiltak av det
plans-action-became-pilot = Laget en pilot av det
plans-action-done = Gjorde ferdig
plans-action-launched = Satte i gang
plans-action-opened = Åpnet runden
plans-action-part-created = La til en del
plans-action-part-edited = Endret en del
plans-action-part-removed = Del tatt ut
plans-action-reordered = Ny rekkefølge
plans-action-set-aside = Satte punktet til side
plans-action-reopened = Åpnet igjen
plans-action-scored = Ga poeng
plans-action-signed = Signerte fasen
plans-action-sources = Kildene ved siden av målet endret
plans-action-vote-withdrawn = Trakk stemmen
plans-action-voted = Stemte

plans-spread-title = Forskjeller mellom enheter
plans-spread-none = Målet har ikke noe tall for hvor ulike enhetene kan være.
plans-spread-new = Sett mål for variasjon
plans-spread-new-lead = Et mål til, ved siden av nivået: hvor mye like enheter skal kunne skille seg fra hverandre. Det gamle tallet blir stående og gjelder for tiden før.
plans-spread-versions = Versjoner av målet for variasjon
plans-spread-periods = Variasjonen periode for periode
plans-spread-column = Variasjon
plans-spread-column-units = Enheter med verdi
plans-spread-column-ends = Laveste – høyeste
plans-spread-ratio = Høyeste verdi delt på laveste
plans-spread-deviation = Standardavvik mellom enhetene
plans-spread-quartiles = Avstand mellom nedre og øvre kvartil
plans-spread-range = Avstand fra laveste til høyeste
plans-spread-systematic = Systematisk variasjon (uten tilfeldighet, ganger 100)
plans-spread-times = { $n } ganger
plans-spread-target = { $text } ({ $spread }; sammenlignet: { $units })
plans-spread-state = Variasjon: { $state }
plans-spread-units = Regnet ut av { $n } av { $of } enheter i { $period } ({ $units }).
plans-spread-ends = Laveste verdi er { $low }, høyeste { $high }.
plans-spread-too-few = Variasjonen kan ikke regnes ut: det må være verdier fra minst tre enheter, og den laveste må være over null når det skal deles på den.
plans-spread-chance = Forskjeller så store som dette er ikke sjeldne ved tilfeldighet alene.
plans-field-spread = Hvordan variasjonen måles
plans-field-spread-help = Forholdstall er lettest å forstå, men vokser med antall enheter. Systematisk variasjon trekker fra det som er tilfeldig, og krever teller og nevner.
plans-field-among = Hvilke enheter som sammenlignes
plans-field-among-help = Alle av samme type under enheten målet gjelder. Tallet i parentes er hvor mange de er nå.
plans-field-spread-value = Høyst
plans-field-spread-value-help = For høyeste delt på laveste er 1 helt likt. Ellers i samme enhet som verdiene.
plans-field-spread-change-help = Med minus foran: -20 er en femtedel mindre variasjon.
plans-group-spread-change-help = Fyll ut når variasjonen skal ned med så mye fra et år.
plans-problem-spread-kind = Velg høyst eller endring fra et utgangspunkt.
plans-problem-spread-change = Variasjonen kan bare settes ned, og ikke med mer enn alt: skriv et tall mellom -100 og 0.
plans-problem-spread-ratio = Høyeste delt på laveste er aldri under 1.
plans-problem-spread-negative = Variasjonen er aldri under null.
plans-problem-spread-indicator = Målet har ingen indikator, så enhetene har ingen verdier å sammenligne.
plans-problem-spread-counted = Systematisk variasjon krever en indikator med teller og nevner.
plans-action-spread = Nytt mål for variasjon
plans-indicator-draft = En indikator som ennå er under arbeid

plans-field-grounds = Egne funn det bygger på
plans-field-grounds-help = Det dere selv har sett, målt eller funnet av risiko. Velg ett eller flere.
plans-grounds = Bygger på
plans-area-column = Innsatsområde
plans-area-column-work = Arbeid her
plans-area-work = { $goals } mål, { $measures } tiltak
plans-area-worked-with = Arbeides med
plans-area-question = Arbeider { $unit } med innsatsområdet «{ $area }»?
plans-area-choose = Ta stilling til innsatsområde
plans-areas-title = Innsatsområder ovenfra
plans-areas-lead = Tjenesten velger selv hva den arbeider med innenfor områdene. Det som velges bort, skal ha en grunn.
plans-areas-open = { $n ->
    [one] Ett område har verken arbeid under seg eller en grunn.
   *[other] { $n } områder har verken arbeid under seg eller en grunn.
 }
plans-problem-areas = Skriv hvorfor disse områdene er valgt bort.
plans-approve-areas = { $n ->
    [one] { $unit } arbeider ikke med ett av innsatsområdene ovenfra, og har ikke sagt hvorfor. Planen kan godkjennes, men grunnen skal stå der.
   *[other] { $unit } arbeider ikke med { $n } av innsatsområdene ovenfra, og har ikke sagt hvorfor. Planen kan godkjennes, men grunnen skal stå der.
 }
plans-approve-areas-each = Ta stilling til områdene hver for seg
plans-approve-title = Godkjenn { $name }
plans-field-areas-reason = Grunn
plans-field-areas-reason-help = Grunnen gjelder alle områdene i listen.
plans-goal-tie = Knytt egne tiltak til målet
plans-goal-tie-which = Tiltak som tjener målet
plans-goal-part = Står under
plans-goal-overall = Overordnet mål
plans-goal-rank = Hva slags mål er det?
plans-goal-rank-help = Et overordnet mål måles ikke for seg; andre mål bygger opp under det.
plans-goal-single = Et mål som måles
plans-tag-inferred = (lest slik av oss)
plans-goal-areas = Planen sier ikke hvilke av tiltakene som skal virke på dette målet. Tiltakene i planen er samlet slik:
plans-goal-areas-link = Se tiltakene i planen
plans-goal-tie-help = Tiltak dere har ansvar for og som ikke er avsluttet. Andres tiltak står som de står.
plans-goal-tie-none = Ingen egne tiltak
plans-goal-tie-none-help = Lag et tiltak først; da kan det knyttes til målet her.
plans-goal-tied = Tiltakene er knyttet til målet
plans-action-tied = Tiltak knyttet til målet
plans-action-untied = Tiltak løsnet fra målet
plans-gap-measures = { $n } av { $of } har ikke noe tiltak for målet.
plans-rollup-title = Hvordan det går lenger ned
plans-rollup = Av { $of } enheter har { $sub } eget delmål, { $chosen } arbeider med målet uten delmål, { $out } har valgt det bort med en grunn, og { $nothing } har ikke tatt stilling.
plans-rollup-sub-goals = { $n ->
    [one] Ett delmål:
   *[other] { $n } delmål:
 }
plans-rollup-help = Delmålene telles etter hvor de står. De måler ulike ting, så det finnes ikke noe gjennomsnitt, og enhetene rangeres ikke.

plans-aims-title = Tiltakene ved siden av målene
plans-aims-no-goal = Ikke knyttet til noe mål i planen
plans-place = Legg et tiltak inn i planen
plans-place-lead = Velg et tiltak som finnes, og hvilken del av planen det hører under.
plans-place-help = Tiltak hos eieren av planen og enhetene under. Hake foran betyr at planen har tiltaket alt; velg det igjen for å flytte det.
plans-place-part = Del av planen
plans-place-remove = Ta ut av planen
plans-action-measure-removed = Tiltak tatt ut av planen
plans-carry = Ta med videre
plans-carry-otherwise = Si noe annet om det
plans-carry-title = Åpne tiltak fra planen før
plans-carry-lead = { $n ->
    [one] Ett tiltak er ikke avsluttet, og ingen har sagt hva som skjer med det. Ta det med videre, eller si hva det går opp i eller hvorfor det avsluttes.
   *[other] { $n } tiltak er ikke avsluttet, og ingen har sagt hva som skjer med dem. Ta stilling til ett om gangen: med videre, opp i noe annet, eller avsluttet med en grunn.
 }
plans-carried = Tiltaket er tatt med videre
plans-work-carry = Ta stilling til åpne tiltak fra planen før
plans-place-here = Tiltak i planen

plans-cycle-title = Syklusen for { $unit }
plans-cycle-lead = Mål, tiltak, funn og punkter i årshjulet, hvert under den fasen det er i. Fasen følger av hvordan det står til.
plans-cycle-empty = Ingenting her nå
plans-cycle-findings = Funn
plans-cycle-steps = Punkter i årshjulet
plans-cycle-wheel = Til årshjulet

plans-matrix-title = Virkemidler mot innsatsområder
plans-matrix-lead = Hvor mange tiltak som er merket med både virkemiddelet og området. Tallet åpner listen; tomme ruter er der ingen tiltak finnes.
plans-matrix-level = Nivå
plans-matrix-none = Ingen matrise å vise
plans-matrix-none-help = Matrisen krever at planen har både virkemidler og innsatsområder.
plans-matrix-empty = { $n } av { $of } ruter er tomme.
plans-matrix-no = ingen
plans-tab-matrix = Matrise

plans-kind-template = Planmal
plans-field-template = Lag planen etter en mal
plans-field-template-help = Kapitlene i malen blir med. De som må skrives, må være skrevet før planen kan vedtas.
plans-guide-title = Hva malen sier om kapittelet
plans-missing-chapters = Tomme kapitler:

plans-tags-title = Merk med rammeverket
plans-tags-edit = Endre merkene
plans-tags-empty = Ikke merket med noe fra rammeverket.
plans-tags-none = Det er ikke noe rammeverk å merke med ennå.
plans-tags-saved = Merkene er lagret.
plans-tags-conflict = Noen andre har endret merkene mens du så på dem
plans-tags-theirs = Nå er det merket med: { $tags }. Dine valg står i skjemaet; lagre på nytt hvis de skal gjelde.
plans-status-unfollowed = { $n ->
    [one] Ett tiltak ble ikke fulgt her denne dagen; det står slik det kom inn.
   *[other] { $n } tiltak ble ikke fulgt her denne dagen; de står slik de kom inn.
}
