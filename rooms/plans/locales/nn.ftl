### Plans and goals
plans-hang-goals = { $n ->
    [one] Eitt mål
   *[other] { $n } mål
}
plans-hang-pilots = { $n ->
    [one] Éin pilot eller eitt initiativ som ikkje er avslutta
   *[other] { $n } pilotar og initiativ som ikkje er avslutta
}
plans-hang-plans = { $n ->
    [one] Éin plan
   *[other] { $n } planar
}
plans-hang-proposals = { $n ->
    [one] Eitt forslag som ikkje er avgjort
   *[other] { $n } forslag som ikkje er avgjorde
}
plans-hang-rounds = { $n ->
    [one] Éin open statusrunde
   *[other] { $n } opne statusrundar
}
plans-hang-steps = { $n ->
    [one] Eitt ope punkt i årshjulet
   *[other] { $n } opne punkt i årshjulet
}
plans-chart-kept-back = halde tilbake
plans-menu-plans = Planar
plans-menu-goals = Mål

plans-list-title = Planar
plans-list-lead = Planar, rammeverk, strategiar og faglege råd som gjeld her.
plans-list-count = { $n ->
        [one] Éin plan
       *[other] { $n } planar
    }
plans-list-csv = Last ned som CSV
plans-list-empty = Ingen planar her
plans-list-empty-help = Prøv andre ord eller fjern eit filter.
plans-new = Ny plan
plans-new-lead = Ein ny plan er eit utkast til alle eigarane har godkjent han.
plans-edit = Endre
plans-edit-title = Endre «{ $name }»
plans-edit-voids = Når du endrar innhaldet, må alle eigarane godkjenne planen på nytt.
plans-edit-beside = Planen er vedteken og står som han er. Det du skriv her, blir ein ny versjon som eigarane må godkjenne før han gjeld.
plans-print = Skriv ut
plans-save = Lagre
plans-cancel = Avbryt
plans-saved = Lagra
plans-sources-beside = Blir sett ved sida av
plans-sources-choose = Vel fleire kjelder
plans-sources-companion = Følgjeindikator
plans-sources-help = Kvar kjelde har sin eigen skala og sitt eige grunnlag. Dei blir ikkje lagde saman, og berre den eine dømmer målet.
plans-sources-judges = Dømmer målet
plans-sources-one = Målet blir sett med éi kjelde eller inga. Fleire kjelder kan visast ved sida av, utan at dei endrar dommen.
plans-sources-problem-many = Vel høgst tolv.
plans-sources-set = Kjeldene er lagra.
plans-sources-title = Kjeldene side om side
plans-sources-which = Indikatorar som målet også blir sett saman med
plans-sources-which-help = Den som dømmer målet, er med frå før. Vel høgst tolv.
plans-draft-note = Det du hadde skrive, er henta fram att.
plans-draft-discard = Forkast det eg skreiv
plans-filter = Filtrer
plans-filter-words = Ord i namnet
plans-filter-all = Alle
plans-filter-show = Vis
plans-filter-reset = Nullstill
plans-filter-pursued = Gyldigheit
plans-error-format = Vel text, json, csv eller pdf.
plans-replaced-by = Planen er erstatta av

plans-kind-action-plan = Handlingsplan
plans-kind-framework = Rammeverk
plans-kind-strategy = Strategi
plans-kind-development-plan = Utviklingsplan
plans-kind-professional-advice = Faglege råd
plans-kind-working-group-report = Rapport frå arbeidsgruppe
plans-kind-unit-plan = Planen til eininga
plans-plan-state-draft = Utkast
plans-plan-state-awaiting = Ventar på godkjenning
plans-plan-state-adopted = Vedteken
plans-plan-state-closed = Avslutta
plans-plan-unknown = Ikkje kjent om han er vedteken
plans-plan-ahead = Vedteken, ikkje byrja
plans-plan-run-out = Gått ut
plans-binding-guiding = Rettleiande
plans-binding-binding = Bindande
plans-relation-replaces = Erstattar
plans-relation-builds-on = Byggjer på
plans-relation-delimited-by = Avgrensa mot
plans-relation-includes = Tek inn ved tilvising
plans-relation-supports = Støttar
plans-part-area = Område
plans-part-instrument = Verkemiddel
plans-part-focus-area = Innsatsområde
plans-part-criterion = Kriterium
plans-part-challenge = Utfordringar
plans-part-chain-link = Ledd i kjeda
plans-part-advice = Råd
plans-part-rule = Reglar
plans-part-chapter = Kapittel
plans-part-structure = Strukturar
plans-part-heading = Tema
plans-part-group = Bolkar
plans-part-dimension = Kvalitetsdimensjonar
plans-part-behaviour-level = Nivå der åtferda må endrast
plans-part-status-report-part = Delar av statusrapporten

plans-stand-synthetic = Tala er syntetiske.
plans-reason-withheld = Kan ikkje vurderast her: Den nyaste verdien blir halden tilbake, fordi han gjeld få eller ville røpe eit lite tal. Dei som leier eininga, ser kvar målet står.
plans-stand-kept-back = Nokre verdiar blir haldne tilbake, fordi dei gjeld få eller ville røpe eit lite tal.
plans-state-no-target = Utan talfesta mål
plans-state-cannot = Kan ikkje vurderast
plans-state-awaits = Ventar på verdi
plans-state-met = Nådd
plans-state-not-met = Ikkje nådd
plans-state-on-path = På veg
plans-state-off-path = Bak målbana
plans-state-no-final = Utan sluttverdi
plans-goal-state-active = Gjeld
plans-goal-state-ended = Ikkje lenger eit mål
plans-link-stated = Oppgitt i planen
plans-link-inferred = Tolka av oss
plans-direction-up = Høgare er betre
plans-direction-down = Lågare er betre
plans-mode-relative = prosent av utgangspunktet
plans-mode-points = prosentpoeng
plans-mode-unspecified = ikkje avklart
plans-points = { $n } prosentpoeng

plans-target-kind-relative = Endring frå eit utgangspunkt
plans-target-kind-at-least = Minst
plans-target-kind-at-most = Høgst
plans-target-kind-absolute = Eit bestemt nivå
plans-target-kind-share = Del av einingane
plans-target-down = ned { $change } frå { $year }
plans-target-up = opp { $change } frå { $year }
plans-target-to = { $text } til { $value }
plans-target-at-least = minst { $value }
plans-target-at-most = høgst { $value }
plans-target-absolute = { $value }
plans-target-share = minst { $value } av einingane
plans-target-every-round = { $text } i kvar runde
plans-target-by = { $text }, innan { $date }
plans-target-none = Ikkje talfesta
plans-target-now = Gjeld no
plans-target-from-start = Frå starten
plans-baseline-given = { $value } ({ $year })
plans-baseline-series = { $value } ({ $year }, henta frå serien)
plans-baseline-missing = Manglar: verdien for { $year } er ikkje oppgitt
plans-baseline-not-needed = Trengst ikkje
plans-baseline-not-given = Ikkje oppgitt; nivået kan vurderast utan
plans-value-none = Ingen verdi
plans-value-in = { $value } ({ $period })

plans-stand-no-target = Målet har ikkje noko tal å nå.
plans-stand-awaits = Målet er klart, men det finst ingen verdi å halde mot det.
plans-stand-awaits-after = Målet er klart, men det finst ingen verdi etter utgangspunktet i { $year }.
plans-stand-met = Målet er nådd med { $value } i { $period }.
plans-stand-not-met = { $value } i { $period }: målet er ikkje nådd. Det manglar { $left }.
plans-stand-on-path = { $value } i { $period }, { $left } frå målet.
plans-stand-off-path = { $value } i { $period }, { $left } frå målet.
plans-stand-no-final = Fristen er ute, og verdien for { $year } manglar. Siste kjende verdi er { $value } i { $period }, { $left } frå målet.
plans-stand-behind = Han er { $behind } bak målbana, som er { $path } då.
plans-stand-ahead = Målbana er { $path } då.
plans-stand-no-path = Utan utgangspunkt kan ein ikkje teikne noka målbane.
plans-stand-undecided = Teksten seier ikkje om prosenten er relativ eller prosentpoeng.
plans-stand-reading = Lese som { $mode }: målet er { $value } ({ $state }).
plans-stand-exact = Planen oppgir { $value }; rekna ut er det { $exact }.
plans-stand-since = Slik har det vore sidan { $period }.
plans-stand-behind-since = Bak målbana sidan { $period }.
plans-stand-short-since = Ingen kjend verdi sidan { $period } har nådd målet.
plans-stand-later = Målet vart nådd seinare, i { $period }.
plans-stand-range = For { $period } samla er { $value } oppgitt; det er ikkje teikna inn.
plans-stand-share = { $n } av { $of } einingar når grensa; { $out } er haldne utanfor.
plans-reason-baseline = Målet er ei endring frå { $year }, og verdien for { $year } er ikkje oppgitt.
plans-reason-number = Målet nemner ikkje noko tal.
plans-reason-indicator = Ingen indikator viser korleis det går med målet.
plans-reason-readings = Dei to lesemåtane av prosenten gir ulike svar.
plans-reason-unit = Verdiane tel noko anna enn målet.
plans-reason-direction = Ingen har sagt om høgare eller lågare er betre.
plans-tally = { $targets ->
        [one] Eitt talfesta mål
       *[other] { $targets } talfesta mål
    }: { $judged } kan vurderast, { $cannot } kan ikkje, { $awaits } ventar på ein verdi.
plans-tally-none = Ingen talfesta mål.
plans-status-as-of = Status per { $date }
plans-other-day = Sjå planen slik han stod ein annan dag
plans-other-day-field = Dag
plans-other-day-today = Vis i dag
plans-status-csv = Status som CSV
plans-status-json = Status som JSON
plans-status-text = Status som tekst

plans-column-plan = Plan
plans-column-goals = Mål
plans-column-goal = Mål
plans-column-state = Korleis det står
plans-column-value = Siste verdi
plans-column-target = Tal å nå
plans-column-baseline = Utgangspunkt
plans-column-source = Kjelde
plans-column-unit = Eining
plans-column-measure = Tiltak
plans-column-responsible = Ansvarleg
plans-responsible-none = Ikkje oppgitt
plans-column-activities = Aktivitetar
plans-actors-others = { $n ->
        [one] Éin annan aktør
       *[other] { $n } andre aktørar
    }
plans-column-due = Frist
plans-column-version = Versjon
plans-column-valid-from = Gjeld frå
plans-column-reason = Grunngiving
plans-column-period = Periode
plans-column-range = Spenn
plans-column-note = Merknad
plans-column-from = Kjem frå
plans-column-here = Hos oss
plans-column-steps = Kva de kan gjere
plans-overdue-count = { $n ->
        [one] Éin er forseinka
       *[other] { $n } er forseinka
    }
plans-due-none = Ingen dato
plans-measures-count = { $n ->
        [one] Eitt tiltak
       *[other] { $n } tiltak
    }
plans-measures-no-part = Utan område
plans-measures-empty = Ingen tiltak enno
plans-measures-empty-help = Her står tiltaka som høyrer til.
plans-measure-new = Nytt tiltak

plans-field-name = Namn
plans-field-kind = Type
plans-field-parent = Overordna mål
plans-field-period-note = Om perioden
plans-field-owner = Eigar
plans-field-owner-help = Eininga som planen høyrer til. Fleire eigarar kan leggjast til etterpå.
plans-field-owners = Eigarar
plans-field-state = Status
plans-field-period = Periode
plans-field-from = Frå
plans-field-to = Til
plans-field-vision = Visjon
plans-field-purpose = Føremål
plans-field-target-group = Målgruppe
plans-field-scope = Kva han omfattar
plans-field-resources = Ressursar
plans-field-follow-up = Oppfølging
plans-field-binding = Bindande eller rettleiande
plans-field-binding-note = Rettsleg ramme
plans-field-commissioned-by = På oppdrag frå
plans-field-open = Alle som er logga inn, kan lese
plans-field-open-help = Elles ser berre dei som har ei rolle på eininga eller i lina, dette.
plans-field-why = Kvifor endrar du?
plans-field-why-help = Blir vist i historikken.
plans-field-text = Tekst
plans-field-mandatory = Må vere skrive før vedtak
plans-field-mandatory-help = Gjeld kapittel.
plans-field-done = Strukturen er på plass
plans-field-done-help = Gjeld strukturar.
plans-field-weight = Vekt
plans-field-weight-help = Gjeld kriterium: kor mykje kriteriet tel når forslag blir vurderte. Tomt felt tel som 1.
plans-field-indicator = Indikator
plans-field-indicator-help = Verdiane til denne viser korleis det går med målet.
plans-field-direction = Kva er betre?
plans-field-data-source = Kvar verdiane kjem frå
plans-field-tags = Merkt med
plans-field-tags-help = Verkemiddel og innsatsområde i det nasjonale rammeverket.
plans-field-ended = Målet gjeld ikkje lenger
plans-field-ended-help = Serien og dei gamle måltala blir ståande.
plans-field-target-kind = Kva slags måltal
plans-field-target-kind-help = Vel det som ligg nærast teksten i planen.
plans-field-value = Talet som skal nåast
plans-field-value-help = For ei endring: berre når planen sjølv oppgir sluttalet.
plans-field-change = Endring
plans-field-change-help = Minus for nedgang, til dømes −25.
plans-field-mode = Endringa er
plans-field-baseline-year = Utgangsår
plans-field-baseline-value = Verdi i utgangsåret
plans-field-baseline-value-help = La stå tomt når han ikkje er kjend. Ikkje gjett.
plans-field-unit-limit = Grense for ei eining
plans-field-unit-limit-help = For ein del av einingane: verdien éi eining må nå for å telje med.
plans-field-by = Skal nåast innan
plans-field-every-round = Gjeld kvar runde
plans-field-note = Merknad til måltalet
plans-field-valid-from = Nytt måltal gjeld frå
plans-field-valid-from-help = Tidlegare tid blir framleis vurdert med det gamle talet.
plans-field-reason = Grunngiving
plans-field-reason-help = Kvifor blir talet endra?
plans-field-choice = Kva vel de?
plans-group-period = Når planen gjeld
plans-group-period-help = Må fyllast ut før planen kan vedtakast.
plans-group-content = Innhald
plans-group-change = Når måltalet er ei endring
plans-group-change-help = La stå tomt for dei andre slaga.
plans-run-title = Endre og avslutte planen
plans-owners-none = Ikkje oppgitt
plans-owners-edit = Eigarar av planen
plans-owners-search = Finn einingar å leggje til
plans-owners-help = Alle eigarane må godkjenne. Eininga som planen høyrer til, er alltid med.
plans-awaiting-of = Manglar godkjenning frå
plans-unit-unknown = Eining som ikkje finst no
plans-period-missing = Ikkje oppgitt tidsrom
plans-period-from = frå { $date }
plans-period-to = til og med { $date }

plans-tabs = Delar av planen
plans-tab-overview = Oversyn
plans-tab-measures = Tiltak
plans-tab-diagram = Driverdiagram
plans-tab-parts = Innhald i planen
plans-tab-succession = Vidareføring
plans-tab-relations = Samanheng
plans-tab-history = Historikk
plans-overall-title = Overordna mål
plans-structures-done = Strukturar på plass: { $done } av { $n }.
plans-structure-done = På plass
plans-structure-not-done = Ikkje på plass
plans-chapter-empty = Ikkje skrive
plans-dates-title = Datoar og historie
plans-date-deadline = Frist i planen
plans-cadence-yearly = Kvart år
plans-goals-empty = Ingen mål her
plans-goals-empty-help = Her står måla med status når dei finst.
plans-diagram-question = Korleis skal planen verke?
plans-diagram-answer = { $goals } mål øvst, { $measures } tiltak nedst, og områda som bind dei saman.
plans-diagram-answer-no-goals = Øvst det planen skal vere til for, og nedst { $measures } tiltak.
plans-diagram-answer-direct = { $goals } mål øvst og { $measures } tiltak nedst. Planen har ingen område imellom.
plans-diagram-drivers = Kva tiltaka er samla under
plans-diagram-empty = Ingenting å teikne
plans-diagram-empty-help = Planen har korkje mål eller tiltak.
plans-diagram-untied = Måla i planen
plans-diagram-untied-help = Planen seier ikkje kva tiltak som skal verke på kva mål. Måla står difor her, og ikkje i teikninga.
plans-diagram-tagged = Merkt på tiltaka
plans-diagram-tagged-help = Tiltaka står ikkje under desse i planen, men handlar om dei.
plans-diagram-loose = Tiltak som ikkje er knytte til noko
plans-diagram-idle = Utan tiltak i planen
plans-diagram-idle-help = Planen knyter ingen av tiltaka sine direkte til desse.
plans-diagram-goals = Kva vi vil nå
plans-diagram-also = Støttar òg { $names }
plans-diagram-outline = Diagrammet som ei liste
plans-parts-empty = Planen har ingen delar enno
plans-parts-empty-help = Område, kapittel, verkemiddel og anna står her.
plans-parts-change = Endre delane
plans-field-service = Kven området gjeld
plans-field-service-help = Berre for innsatsområde. Utan val gjeld det alle.
plans-service-specialist = Spesialisthelsetenesta
plans-service-municipal = Kommunale helse- og omsorgstenester
plans-service-only = Gjeld { $service }
plans-part-new = Ny del
plans-part-edit = Endre delen
plans-part-weight = Vekt { $n }
plans-field-part-actor = Aktør ho gjeld
plans-field-part-parent = Høyrer under
plans-field-source-document = Kjelde: dokument
plans-field-source-document-help = Koden i dokumentregisteret, til dømes d004, eller namnet på dokumentet.
plans-field-source-place = Kjelde: stad i dokumentet
plans-order = Endre rekkjefølgja
plans-order-down = Flytt ned
plans-order-end = Det er ikkje noko å flytte han forbi.
plans-order-lead = Rekkjefølgja er planen sin eigen, og gjeld på alle sidene om planen. Eigarane treng ikkje å godkjenne ho.
plans-order-none = Det er ikkje nok i planen til at rekkjefølgja kan endrast.
plans-order-saved = Rekkjefølgja er lagra.
plans-order-up = Flytt opp
plans-part-hanging = Delen kan ikkje takast ut så lenge noko heng på han.
plans-part-hangs-choices = Val og vurderingar: { $n }
plans-part-hangs-goals = Mål som står under han: { $n }
plans-part-hangs-measures = Tiltak som står under han eller svarer på han: { $n }
plans-part-hangs-parts = Andre delar som høyrer til han: { $n }
plans-part-hangs-successions = Planar der noko tek over for han: { $n }
plans-part-hangs-tagged = Mål, tiltak og anna som er merkt med han: { $n }
plans-part-remove = Ta ut delen
plans-part-remove-back = Tilbake til delane
plans-part-remove-text = Delen blir teken ut av planen. Det som stod i han, finst berre i historikken.
plans-part-removed = Delen er teken ut.
plans-uptake = Brukt på { $goals } mål i { $units } einingar, på { $measures } tiltak og på { $others ->
    [one] eitt funn eller anna
   *[other] { $others } funn, indikatorar og anna
}.

plans-submit = Send til eigarane for godkjenning
plans-submitted = Send til eigarane
plans-approve = Godkjenn for { $unit }
plans-approved = Godkjend
plans-version = Versjon { $no }
plans-versions-title = Tidlegare versjonar
plans-version-under-way = Ein ny versjon er under arbeid
plans-version-under-way-text = Den vedtekne teksten og tala å nå gjeld til alle eigarane har godkjent den nye. Andre endringar i mål, tiltak og innhald er viste slik dei er no.
plans-version-former-text = Denne versjonen har vore vedteken. Her er måla, tiltaka og delane han hadde.
plans-version-replaced = erstatta { $when }
plans-version-to-plan = Til planen som gjeld
plans-version-differences = Kva som er annleis
plans-version-field = Felt
plans-version-holds = Gjeld no
plans-version-same = Teksten er den same
plans-version-same-help = Det er mål, tiltak, innhald eller eigarar som er endra sidan planen vart vedteken.
plans-version-discard = Forkast denne versjonen
plans-version-discarded = Den nye versjonen er forkasta. Planen står som før.
plans-adopted-changed = Endra etter at planen vart vedteken
plans-adopted-changed-text = Eigarane har ikkje godkjent dette. Nye tal å nå gjeld først når dei har det; andre endringar er viste slik dei er no.
plans-adopted-what = Kva
plans-adopted-sort = Type
plans-adopted-change = Endring
plans-adopted-added = Komen til
plans-adopted-removed = Teken ut
plans-adopted-otherwise = endra
plans-adopted-unknown = Det er ikkje kjent kva mål, tiltak og delar denne versjonen hadde.
plans-aspect-text = Tekst
plans-aspect-place = Står under
plans-aspect-spread = Skilnad mellom einingar
plans-target-awaits = Ventar på eigarane
plans-target-dropped = Vart ikkje vedteken
plans-target-awaits-text = Eit nytt tal å nå er foreslått: { $target }. Det gjeld når eigarane av planen har godkjent det.
plans-missing-title = Planen kan ikkje vedtakast enno
plans-refused-target-group = Målgruppe manglar.
plans-refused-period = Perioden manglar: både første og siste dag.
plans-refused-chapter = Eit obligatorisk kapittel er tomt.
plans-refused-not-owner = Eininga eig ikkje planen.
plans-refused-out-of-order = Dette kan ikkje gjerast slik planen står no.
plans-close = Avslutt planen
plans-close-title = Avslutte «{ $name }»?
plans-close-text = Ein avslutta plan kan ikkje endrast. Måla og seriane blir ståande som historie, og du kan seie kva som blir med vidare.
plans-close-why = Kvifor blir han avslutta?
plans-closed = Planen er avslutta

plans-succession-lead = Her står det kva som vart av kvar del då ein plan tok over for ein annan.
plans-succession-came = Kva som kom frå den førre planen
plans-succession-became = Kva som vart av denne planen
plans-succession-from = Frå den gamle planen
plans-succession-to = I den nye planen
plans-succession-to-help = La stå tomt når delen ikkje er ført vidare.
plans-succession-outcome = Kva vart det av han?
plans-succession-note = Forklaring
plans-succession-inferred = Vår tolking
plans-succession-empty = Ikkje oppgitt enno
plans-succession-empty-help = Ingen har sagt kva som vart av delane.
plans-succession-new = Sei kva som vart av ein del
plans-succession-former = Kva for ein plan tek denne over for?
plans-outcome-continued = Ført vidare
plans-outcome-merged = Teke inn i noko anna
plans-outcome-ended = Ikkje ført vidare
plans-item-unknown = Del som ikkje finst her
plans-relations-own = Korleis planen står til andre
plans-relations-none = Ingen er oppgitte.
plans-relations-others = Andre planar som viser til denne
plans-relations-uptake = { $n ->
        [one] Éin plan viser hit.
       *[other] { $n } planar viser hit.
    }
plans-relation-new = Knyt til ein annan plan
plans-relation-kind = Korleis står dei til kvarandre?
plans-relation-other = Den andre planen
plans-history-empty = Ingenting har hendt enno
plans-history-empty-help = Endringar står her med kven, når og kvifor.
plans-action-created = Oppretta
plans-action-loaded = Lesen inn frå innhaldsfilene
plans-action-edited = Endra
plans-action-owners = Eigarane vart endra
plans-action-submitted = Send til eigarane for godkjenning
plans-action-approved = Godkjend av ein eigar
plans-action-void = Godkjenningane fall bort fordi innhaldet vart endra
plans-action-version-opened = Tok til på ein ny versjon
plans-action-version-discarded = Forkasta den nye versjonen
plans-action-adopted = Vedteken av alle eigarane
plans-action-closed = Avslutta
plans-action-measure = Eit tiltak vart lagt til
plans-action-related = Knytt til ein annan plan
plans-action-succession = Sagt kva som vart av ein del
plans-action-predecessor = Tok over for ein annan plan
plans-action-target = Nytt måltal
plans-action-reading = Lesemåten av prosenten vart avgjord
plans-action-other = Noko vart endra

plans-goals-title = Mål
plans-goals-lead = Mål du kan sjå, med korleis dei står i dag.
plans-goals-count = { $n ->
        [one] Eitt mål.
       *[other] { $n } mål.
    }
plans-goals-most = Berre dei første er tekne med. Søk, eller vel ei eining.
plans-goals-mine = Måla til eininga
plans-goal-new = Nytt mål
plans-goal-scope = Kva målet omfattar
plans-goal-saved = Målet er lagra
plans-goal-question = { $indicator }: korleis går det?
plans-goal-question-none = Korleis går det?
plans-goal-facts = Om målet
plans-goal-about = Blir vurdert med verdiar for
plans-goal-serves = Målet skal støtte «{ $name }».
plans-indicator-none = Ingen indikator
plans-values-title = Verdiane bak
plans-values-value = Verdi
plans-values-empty = Ingen verdiar enno
plans-values-empty-help = Verdiar blir lagde inn på sida til indikatoren.
plans-targets-title = Måltal og versjonar
plans-targets-empty = Ikkje noko måltal
plans-targets-empty-help = Målet kan følgjast, men ikkje vurderast mot eit tal.
plans-target-new = Nytt måltal
plans-target-new-lead = Det gamle talet blir ståande og gjeld for tida før.
plans-target-saved = Måltalet er lagra
plans-readings-title = Kva tyder prosenten?
plans-readings-lead = Avgjer om teksten meiner relativ endring eller prosentpoeng. Avgjerda står i historikken.
plans-readings-no-baseline = Utan verdi for utgangsåret kan ingen av lesemåtane reknast ut.
plans-readings-decide = Avgjer lesemåten
plans-reading-decided = Lesen som { $mode }, avgjord { $date } av { $who }: { $reason }
plans-reading-saved = Lesemåten er avgjord
plans-cascade-title = Frå nasjonalt mål til eiga eining
plans-cascade-above = Målet støttar
plans-cascade-above-none = Målet står øvst.
plans-cascade-related = Andre mål på same indikator
plans-cascade-related-help = Dei blir målte likt, men er ikkje knytte til dette målet.
plans-cascade-below = Delmål under
plans-cascade-below-none = Ingen delmål du kan sjå.
plans-former-title = Tok over for
plans-former-help = Serien held fram; dei gamle måltala er historie.
plans-choices-title = Kva einingane har valt
plans-choice-chosen = Vi arbeider med det
plans-choice-left-out = Vi lèt det vere no
plans-choice-saved = Valet er lagra
plans-choose = Vel eller lat vere
plans-choose-question = { $unit } og målet «{ $goal }»: arbeider de med det?
plans-choose-reason-help = Må fyllast ut når de lèt målet vere: kva for ein risiko eller kva for eit behov går føre?
plans-taken-sub-goal = Eige delmål
plans-taken-chosen = Valt, utan delmål
plans-taken-left-out = Valt bort
plans-taken-nothing = Ikkje teke stilling
plans-level-national = Nasjonalt
plans-level-above = Nivået over
plans-level-own = Eige
plans-sub-goal-new = Lag delmål
plans-inherited-title = Mål som kjem ovanfrå
plans-inherited-aside = { $n ->
        [one] Eitt mål er sett til side
       *[other] { $n } mål er sette til side
    }
plans-inherited-aside-help = Fristen er ute, eller målet blir målt i ein annan del av tenesta. De treng ikkje ta stilling til dei, men kan gjere det.
plans-aside-expired = Fristen er ute
plans-aside-other-service = Blir målt i ein annan del av tenesta
plans-inherited-open = { $n ->
        [one] Eitt mål er det ikkje teke stilling til.
       *[other] { $n } mål er det ikkje teke stilling til.
    }
plans-inherited-empty = Ingen mål kjem ovanfrå
plans-inherited-empty-help = Nasjonale og regionale mål står her.
plans-own-title = Eigne mål
plans-unit-goals-title = Mål for { $unit }
plans-unit-goals-lead = Kva som kjem ovanfrå, kva eininga har valt, og kva ho har sett sjølv.
plans-gaps-title = Kven manglar delmål?
plans-gaps-lead = Einingane under som korkje har delmål eller har valt målet bort med grunngiving.
plans-gaps-show = Vis oversynet
plans-gap-count = { $n } av { $of } manglar delmål.
plans-gap-more = … og { $n } fleire.

plans-chart-baseline = Utgangspunkt { $year }
plans-chart-target = Mål { $year }
plans-chart-target-reading = Mål { $year } ({ $mode })
plans-chart-range = { $low } til { $high }
plans-chart-axis = Aksen byrjar på { $from }
plans-chart-missing = Ikkje oppgitt
plans-chart-withheld = Blir halde tilbake
plans-chart-provisional = Førebels
plans-chart-approximate = Omtrentleg
plans-chart-interval = Uvisse
plans-chart-none = Ingen verdiar å teikne enno

plans-problem-unit = Vel ei eining som finst.
plans-problem-owners = Ein plan kan ha høgst 50 eigarar.
plans-problem-to-before-from = Siste dag kan ikkje kome før første.
plans-problem-change = Skriv kor stor endringa skal vere.
plans-problem-mode = Sei om endringa er relativ eller i prosentpoeng.
plans-problem-baseline-year = Skriv kva år endringa blir rekna frå.
plans-problem-value = Skriv talet som skal nåast.
plans-problem-by = Skriv når det skal nåast, eller at det gjeld kvar runde.
plans-problem-by-before-baseline = Datoen må kome etter utgangsåret.
plans-problem-year = Skriv eit år mellom 1900 og 2200.
plans-problem-weight = Skriv eit tal over 0 og høgst 100.
plans-problem-beyond-scale = Ein del må liggje mellom 0 og 100 prosent.
plans-problem-too-large = Talet er for stort.
plans-problem-reason = Skriv kvifor.
plans-problem-valid-from = Skriv frå kva dag det nye talet gjeld.
plans-problem-valid-order = Datoen må kome etter at førre måltal tok til å gjelde.
plans-problem-indicator = Vel ein indikator som finst.
plans-problem-parent = Målet over finst ikkje.
plans-problem-circle = Eit mål kan ikkje støtte seg sjølv.
plans-problem-left-out = Skriv kvifor de lèt målet vere.
plans-problem-former = Vel ein annan plan.
plans-problem-item = Vel ein del av planen.
plans-problem-successor = Vel kva som tok over.
plans-problem-ended = Noko som ikkje er ført vidare, har ingenting etter seg.
plans-problem-ended-why = Skriv kvifor det ikkje er ført vidare.

plans-work-approve = Godkjenn plan
plans-work-reading = Avgjer kva prosenten tyder
plans-work-choose = Ta stilling til mål
plans-work-choose-count = { $n ->
        [one] Eitt mål ovanfrå
       *[other] { $n } mål ovanfrå
    }
plans-home-title = Mål og korleis dei står
plans-home-all = Alle mål for eininga
plans-home-national = Mål som kjem ovanfrå
plans-home-expired = { $n ->
        [one] Eitt mål ovanfrå har fristen ute
       *[other] { $n } mål ovanfrå har fristen ute
    }
plans-home-elsewhere = { $n ->
        [one] Eitt mål ovanfrå blir målt i ein annan del av tenesta
       *[other] { $n } mål ovanfrå blir målte i ein annan del av tenesta
    }
plans-home-own = Eigne mål
plans-home-own-none = Eininga har ikkje sett eigne mål enno.

### End of plans and goals

# Following up: wheel, rounds, proposals, challenges, alternatives, pilots.
plans-alternative-abstain = Stemmer ikkje for nokon av dei
plans-alternative-abstained = { $n ->
        [0] Ingen avstod
        [one] Éin avstod
       *[other] { $n } avstod
    }
plans-alternative-aspect = Kva det gjeld
plans-alternative-change = Endre
plans-alternative-none-yet = Ingen stemmer her enno
plans-alternative-printed = Dokumentet: { $votes }
plans-alternative-printed-for = { $n } for alternativ { $number }
plans-alternative-printed-group = Arbeidsgruppa: { $votes }
plans-alternative-turned-down = Forkasta: ingen stemde for det
plans-alternative-turned-down-words = { $title } blei forkasta: ingen stemde for det.
plans-alternative-votes-here = Stemmer gitte her
plans-alternative-added = Alternativet er lagt til.
plans-alternative-chosen = Valt alternativ
plans-alternative-cons = Talar imot
plans-alternative-decide = Bestem
plans-alternative-decide-help = Etter avgjerda kan ingen endre stemmer eller alternativ. Grunngivinga blir vist for alle.
plans-alternative-decided = Avgjerda er lagra.
plans-alternative-decided-for = Bestemt: { $title }
plans-alternative-edit = Endre alternativet
plans-alternative-effect = Venta verknad
plans-alternative-empty = Planen har ingen alternativ
plans-alternative-empty-help = Når noko skal veljast, blir moglegheitene lagde fram her ved sida av kvarandre. Alternativ 0 er å halde fram som i dag.
plans-alternative-error-decided = Det er alt bestemt, og stemmer og alternativ står fast.
plans-alternative-error-no-vote = Du har inga stemme å trekkje tilbake.
plans-alternative-lead = Moglegheitene ved sida av kvarandre, med det som talar for og imot, og kven som stemde for kva.
plans-alternative-lines-help = Eitt punkt på kvar linje
plans-alternative-list = Alternativ
plans-alternative-n-votes = { $n ->
    [one] Éi stemme her
   *[other] { $n } stemmer her
    }
plans-alternative-name = Namn
plans-alternative-new = Nytt alternativ
plans-alternative-no-points = Ingen oppgitt
plans-alternative-number = Nummer
plans-alternative-number-help = 0 er å halde fram som i dag
plans-alternative-pace = Tempo
plans-alternative-preconditions = Må vere på plass først
plans-alternative-problem-number = Vel eit nummer frå 0 til 99.
plans-alternative-problem-lines = Skriv like mange linjer som på bokmål: éi for kvart punkt, og ei tom linje der det ikkje er noka omsetjing.
plans-alternative-pros = Talar for
plans-alternative-reasons = Grunngiving
plans-alternative-reservation = Atterhald
plans-alternative-saved = Alternativet er lagra.
plans-alternative-seat = Plass
plans-alternative-seat-help = Kven eller kva du stemmer på vegner av, til dømes «brukarutvalet»
plans-alternative-setup = Kva det krev
plans-alternative-stated = { $n ->
    [one] Éi stemme i dokumentet
   *[other] { $n } stemmer i dokumentet
    }
plans-alternative-stated-help = Stemmer i dokumentet er trykte der og blir ikkje talde saman med dei som blir gitt her.
plans-alternative-statement = Stemmeforklaring
plans-alternative-summary = Kort om alternativet
plans-alternative-title = Alternativ { $number }: { $name }
plans-alternative-vote = Stem
plans-alternative-vote-change = Endre stemma di
plans-alternative-vote-help = Stemma og forklaringa blir viste med namnet ditt. Du kan endre eller trekkje henne tilbake til det er bestemt.
plans-alternative-work = Stem på alternativa
plans-alternative-voted = Stemma er lagra.
plans-alternative-votes = Stemmer
plans-alternative-withdraw = Trekk stemma tilbake
plans-alternative-withdrawn = Stemma er trekt tilbake.
plans-alternative-your-vote = Stemma di
plans-challenge-edit = Knyt tiltak til utfordringar
plans-challenge-edit-help = Kryss av for tiltaka som svarar på kvar utfordring, og for indikatorane som viser henne.
plans-challenge-empty = Planen har ingen utfordringar
plans-challenge-empty-help = Når planen skildrar utfordringar, blir dei viste her saman med tiltaka som svarar på dei.
plans-challenge-indicators = Viser seg i
plans-challenge-indicators-of = Indikatorar for «{ $name }»
plans-challenge-lead = Kva tiltak som svarar på kva utfordringar, og kva utfordringar som står utan svar.
plans-challenge-measure-indicators = Verknaden skal visast i
plans-challenge-measures = Tiltak
plans-challenge-measures-of = Tiltak mot «{ $name }»
plans-challenge-name = Utfordring
plans-challenge-no-measure = Ingen tiltak
plans-challenge-saved = Koplingane er lagra.
plans-challenge-title = Tiltakskart
plans-challenge-uncovered = { $n ->
    [one] Éi utfordring har ingen tiltak:
   *[other] { $n } utfordringar har ingen tiltak:
    }
plans-followup-all = Alle
plans-followup-cancel = Avbryt
plans-followup-choose = Vel …
plans-followup-csv = Last ned som CSV
plans-followup-date-hint = dag.månad.år
plans-followup-filter = Avgrens lista
plans-followup-filter-go = Vis
plans-followup-filter-reset = Vis alt
plans-followup-no = Nei
plans-followup-none = Ingen
plans-followup-not-given = Ikkje oppgitt
plans-followup-optional = (valfritt)
plans-followup-print = Skriv ut
plans-followup-save = Lagre
plans-followup-someone = Ukjend person
plans-followup-source = Kjelde
plans-followup-title = Oppfølging
plans-followup-unit-gone = Eining som ikkje finst lenger
plans-followup-yes = Ja
plans-pilot-about = Om innsatsen
plans-pilot-added = Innsatsen er lagd til.
plans-pilot-baseline = Utgangspunkt
plans-pilot-by-area = Etter område
plans-pilot-cadence = Kor ofte
plans-pilot-check = Kunnskapen er sjekka
plans-pilot-checked = Kunnskapssjekken er registrert.
plans-pilot-decide = Bestem vegen vidare
plans-pilot-decided = Avgjerda er lagra.
plans-pilot-decision = Avgjerd
plans-pilot-decision-adjust = Juster og prøv vidare
plans-pilot-decision-continue = Hald fram som no
plans-pilot-decision-due = Avgjerd innan
plans-pilot-decision-scale = Ta i bruk breitt
plans-pilot-decision-stop = Stopp
plans-pilot-decision-support = Støttar avgjerder om pasientar
plans-pilot-decision-support-help = Då må risikoen vere vurdert før start.
plans-pilot-edit = Endre
plans-pilot-empty = Ingen pilotar eller satsingar
plans-pilot-empty-help = Pilotar, satsingar, verktøy og kurs blir registrerte her, med korleis dei blir følgde og når noko skal bestemmast.
plans-pilot-ends = Sluttar
plans-pilot-error-follow-up = Kan ikkje setjast i gang utan ein plan for oppfølging. Skriv han inn først.
plans-pilot-error-end = Sluttdatoen er passert. Set ein ny før piloten blir sett i gang.
plans-pilot-error-knowledge = Skriv kva som er kjent, og kor god kunnskapen er, før du går vidare.
plans-pilot-error-order = Dette steget kan ikkje takast no.
plans-pilot-error-risk = Avgjerdsstøtte kan ikkje setjast i gang før risikoen er vurdert.
plans-pilot-evidence = Kunnskapsgrunnlag
plans-pilot-evidence-insufficient = Utilstrekkeleg
plans-pilot-evidence-some = Noko
plans-pilot-evidence-sufficient = Tilstrekkeleg
plans-pilot-evidence-unknown = Ikkje undersøkt
plans-pilot-exception = Grunngitt unntak
plans-pilot-exception-help = Må fyllast ut for å ta i bruk breitt når kunnskapen ikkje er tilstrekkeleg.
plans-pilot-field = Område
plans-pilot-field-help = Til dømes legemiddel, infeksjonar, arbeidsmiljø eller pasientforløp
plans-pilot-follow-up = Plan for oppfølging
plans-pilot-follow-up-help = Kva som blir følgt, kor ofte og av kven. Utan dette kan han ikkje setjast i gang.
plans-pilot-ground = Risiko eller behov bak
plans-pilot-ground-help = Kva i eiga teneste som gir grunn til dette
plans-pilot-overtaken = Sluttdatoen er passert, og han er ikkje starta
plans-pilot-is-due = Avgjerd manglar
plans-pilot-is-due-help = Tida er ute. Bestem om han skal takast i bruk, justerast, stoppast eller halde fram.
plans-pilot-kind = Type
plans-pilot-kind-competence = Kompetanseteneste
plans-pilot-kind-course = Kurs
plans-pilot-kind-initiative = Satsing
plans-pilot-kind-national = Nasjonal satsing
plans-pilot-kind-pilot = Pilot
plans-pilot-kind-source = Informasjonskjelde
plans-pilot-kind-tool = Verktøy
plans-pilot-knowledge = Kva vi veit
plans-pilot-knowledge-help = Kva forsking og erfaring seier om verknaden
plans-pilot-lacks-follow-up = Manglar plan for oppfølging og kan ikkje setjast i gang.
plans-pilot-lacks-risk = Støttar avgjerder om pasientar, og risikoen er ikkje vurdert.
plans-pilot-launch = Set i gang
plans-pilot-launched = Sett i gang.
plans-pilot-list = Pilotar og satsingar
plans-pilot-list-lead = Det som blir prøvd ut og sett i gang, med korleis det blir følgt og når noko skal bestemmast.
plans-pilot-listed-help = Kjend frå eit dokument; blir ikkje følgd opp her.
plans-pilot-menu = Pilotar og satsingar
plans-pilot-name = Namn
plans-pilot-new = Ny pilot eller satsing
plans-pilot-no-area = Utan område
plans-pilot-owner = Eigar
plans-pilot-problem-exception = Kunnskapen er ikkje tilstrekkeleg. Grunngi unntaket.
plans-pilot-problem-order = Slutten kan ikkje liggje før starten.
plans-pilot-reason = Grunngiving
plans-pilot-risk-assessed = Risikoen er vurdert
plans-pilot-saved = Lagra.
plans-pilot-since = Sidan
plans-pilot-starts = Startar
plans-pilot-state = Tilstand
plans-pilot-state-checked = Kunnskap sjekka
plans-pilot-state-ended = Avslutta
plans-pilot-state-launched = I gang
plans-pilot-state-listed = Omtalt
plans-pilot-state-proposed = Føreslått
plans-pilot-view = Vising
plans-pilot-way = Vegen frå forslag til avgjerd
plans-pilot-way-ahead = Seinare
plans-pilot-way-done = Gjort
plans-pilot-way-here = Her no
plans-pilot-work = Bestem om piloten
plans-pilot-yearly = Kvart år
plans-proposal-added = Forslaget er lagra. Du følgjer det og ser kva som blir bestemt.
plans-proposal-at = Føreslått
plans-proposal-became = Forslaget er teke vidare. Sjå over det som står her, og fyll ut resten.
plans-proposal-became-nothing = Det er enno ikkje laga eit tiltak eller ein pilot av forslaget.
plans-proposal-became-this = Forslaget vart til:
plans-proposal-make-measure = Lag eit tiltak av forslaget
plans-proposal-make-pilot = Prøv det ut i ein pilot
plans-proposal-error-not-accepted = Berre eit forslag som er vedteke gjennomført, kan bli til eit tiltak eller ein pilot.
plans-proposal-work-answer = Forslag du følgjer, er avgjort
plans-proposal-work-score = Vurder forslaget
plans-proposal-body = Kva blir føreslått, og kvifor
plans-proposal-body-help = Skildre behovet og kva som bør gjerast. Skriv aldri noko som kan kjenne att ein pasient.
plans-proposal-by = Føreslått av
plans-proposal-criterion = Kriterium
plans-proposal-decide = Bestem
plans-proposal-decide-help = Forslagsstillaren og dei som følgjer forslaget, ser avgjerda og grunngivinga.
plans-proposal-decided = Avgjerda er lagra.
plans-proposal-decision = Avgjerd
plans-proposal-edit = Endre forslaget
plans-proposal-empty = Ingen forslag
plans-proposal-empty-help = Alle kan føreslå noko som gjer tenesta betre.
plans-proposal-error-not-submitted = Forslaget er ikkje lagt fram til avgjerd.
plans-proposal-error-order = Forslaget er alt lagt fram og kan ikkje endrast no.
plans-proposal-follow = Følg
plans-proposal-followed = Du følgjer forslaget.
plans-proposal-followed-only = Mine og dei eg følgjer
plans-proposal-grounds = Grunngiving
plans-proposal-lacks = Kan ikkje leggjast fram før det er vurdert på: { $list }
plans-proposal-list = Forslag
plans-proposal-list-lead = Forslag til tiltak og forbetringar, frå alle som arbeider i tenesta.
plans-proposal-mean = Snitt
plans-proposal-menu = Forslag
plans-proposal-n-assessors = Talet på vurderarar
plans-proposal-new = Nytt forslag
plans-proposal-new-lead = Du kan følgje forslaget heile vegen og ser kva som blir bestemt og kvifor.
plans-proposal-no-criteria = Ingen kriterium er valde
plans-proposal-no-criteria-help = Vel ein plan med kriterium i forslaget, så kan det vurderast.
plans-proposal-no-plan = Ikkje knytt til ein plan
plans-proposal-plan = Plan med kriterium
plans-proposal-plan-help = Forslaget blir vurdert på kriteria i planen.
plans-proposal-problem-no-criteria = Vel først ein plan med kriterium; utan vurdering kan forslaget ikkje leggjast fram.
plans-proposal-problem-plan = Planen har ingen kriterium å vurdere på.
plans-proposal-problem-score = Vel eit tal frå 1 til 5.
plans-proposal-problem-unscored = Manglar vurdering på «{ $criterion }».
plans-proposal-range = Lågast–høgast
plans-proposal-ranking = Rangert liste
plans-proposal-ranking-empty = Ingen forslag er knytte til kriteria enno.
plans-proposal-ranking-lead = Snitt per kriterium, sum og spreiing mellom dei som har vurdert.
plans-proposal-ranking-rule = Kvart snitt blir gonga med vekta til kriteriet (1 når inga er sett). Summen er desse lagde saman og blir vist når alle kriterium har minst éi vurdering. Spreiing er standardavviket mellom dei vekta summane til vurderarane og krev minst to.
plans-proposal-reason = Grunngiving
plans-proposal-saved = Forslaget er lagra.
plans-proposal-score = Vurder
plans-proposal-score-lead = Gi 1 til 5 på kvart kriterium og skriv gjerne kvifor.
plans-proposal-scored = Vurderinga er lagra.
plans-proposal-scored-none = Inga vurdering vart gitt.
plans-proposal-scores = Vurdering
plans-proposal-spread = Spreiing
plans-proposal-state = Tilstand
plans-proposal-state-decided = Bestemt
plans-proposal-state-draft = Under vurdering
plans-proposal-state-submitted = Ventar på avgjerd
plans-proposal-submit = Legg fram til avgjerd
plans-proposal-submitted = Forslaget er lagt fram.
plans-proposal-sum = Sum { $total }, spreiing { $spread }, { $n } har vurdert.
plans-proposal-title = Forslag
plans-proposal-total = Sum
plans-proposal-weighted = { $criterion } (vekt { $weight })
plans-proposal-unfollow = Slutt å følgje
plans-proposal-unfollowed = Du følgjer ikkje lenger forslaget.
plans-proposal-unit = Eining som får forslaget
plans-proposal-value = Vurdering frå 1 til 5
plans-proposal-value-1 = 1 – nesten ikkje
plans-proposal-value-2 = 2 – i liten grad
plans-proposal-value-3 = 3 – i nokon grad
plans-proposal-value-4 = 4 – i stor grad
plans-proposal-value-5 = 5 – fullt ut
plans-proposal-verdict-accept = Blir gjennomført
plans-proposal-verdict-later = Ikkje no
plans-proposal-verdict-reject = Blir ikkje gjennomført
plans-proposal-whose = Kven sine
plans-proposal-work = Bestem om forslaget
plans-round-answer = Svar på runden
plans-round-answer-help = Svar på så mange du vil og lagre. Det du ikkje rører, blir som det var.
plans-round-answer-again = Endre svaret
plans-round-answer-all = Vis alle på éi side
plans-round-answer-last = Sist skreiv de: { $text }
plans-round-answer-one = Lagre og gå vidare
plans-round-answer-same = Som sist: { $status }
plans-round-answer-skip = Hopp over denne no
plans-round-answer-lead = { $n ->
    [0] Alt du kan svare på, er svara på.
    [one] Eitt punkt ventar på svar.
   *[other] { $n } punkt ventar på svar.
    }
plans-round-answer-save = Lagre svara
plans-round-answered = Svara er lagra.
plans-round-answered-late = Etter fristen
plans-round-answered-none = Ingenting var endra.
plans-round-answered-of = { $answered } av { $asked } svara på
plans-round-answers = Svar
plans-round-before = sist: { $list }
plans-round-by = Svara av
plans-round-close = Lukk runden
plans-round-close-text = { $n ->
    [0] Alle har svara. Etter at runden er lukka, kan ingen endre svara.
    [one] Eitt punkt er ikkje svara på og blir ståande slik. Etter at runden er lukka, kan ingen svare eller endre.
   *[other] { $n } punkt er ikkje svara på og blir ståande slik. Etter at runden er lukka, kan ingen svare eller endre.
    }
plans-round-closed = Runden er lukka.
plans-round-decision = Avgjerd
plans-round-decision-help = Må fyllast ut ved raud, og når dei to siste svara var gule eller raude.
plans-round-deviation = Avvik frå planen
plans-round-deviation-help = Må fyllast ut ved raud.
plans-round-due = Svarfrist
plans-round-edit = Endre runden
plans-round-empty = Ingen statusrundar
plans-round-empty-help = Ein runde blir opna frå sida til planen. Då blir kvar ansvarleg eining spurd om korleis det går.
plans-round-error-closed = Runden er lukka, og svara står fast.
plans-round-error-not-open = Runden har ikkje opna enno.
plans-round-error-nothing = Planen har ingen tiltak eller aktivitetar å spørje om.
plans-round-forced = Dei to siste svara var gule eller raude. Skriv kva de har bestemt.
plans-round-late = { $n ->
    [one] Eitt svar kom etter fristen.
   *[other] { $n } svar kom etter fristen.
    }
plans-round-lead = Svarfrist { $due }
plans-round-lead-period = Gjeld { $period }. Svarfrist { $due }
plans-round-list = Statusrundar
plans-round-list-lead = Kvar runde spør dei ansvarlege korleis tiltak og aktivitetar i ein plan står.
plans-round-mail = Påminningar på e-post
plans-round-mail-bye = Du får denne fordi du har bede om påminningar. Slå dei av her: { $href }
plans-round-mail-hello = Du har bede om påminningar om statusrundar i Varde.
plans-round-mail-lead = Tre dagar før fristen, på dagen, og så kvar veke til eininga di har svara. Brevet inneheld berre namnet på runden og ei lenkje.
plans-round-mail-line = { $name } – frist { $due } ({ $n ->
    [one] eitt punkt
   *[other] { $n } punkt
    } att)
plans-round-mail-not-set-up = Denne installasjonen har ingen e-postserver enno. Ønsket ditt blir hugsa til han har det.
plans-round-mail-off = Du får ikkje påminningar på e-post.
plans-round-mail-on = Du får påminningar på e-post.
plans-round-mail-start = Send meg påminningar
plans-round-mail-started = Du får påminningar frå no av.
plans-round-mail-stop = Slå av påminningar
plans-round-mail-stopped = Påminningar er slått av.
plans-round-mail-subject = { $n ->
    [one] Ein statusrunde ventar på svar
   *[other] { $n } statusrundar ventar på svar
    }
plans-round-menu = Statusrundar
plans-round-missing = Desse manglar svar
plans-round-missing-n = { $n ->
    [one] eitt punkt
   *[other] { $n } punkt
    }
plans-round-must-decide = Krev avgjerd
plans-round-name = Runde
plans-round-name-help = Til dømes «1. kvartal»
plans-round-new = Opne ein statusrunde
plans-round-new-lead = { $n ->
    [0] Planen har ingenting å spørje om enno.
    [one] Eitt tiltak eller éin aktivitet blir spurd om.
   *[other] { $n } tiltak og aktivitetar blir spurde om.
    }
plans-round-none-here = Ingen svar passar til utvalet
plans-round-none-here-help = Vel ein annan status, eller vis alt.
plans-round-number = Nummer
plans-round-opened = Runden er opna, og dei ansvarlege ser han under oppgåvene sine.
plans-round-opens = Opnar
plans-round-period = Periode
plans-round-period-help = Til dømes 2026-Q4, 2026-T2 eller 2026
plans-round-plan = Plan
plans-round-problem-decision-red = Raud status krev ei avgjerd.
plans-round-problem-decision-yellow = Dei to siste svara var gule eller raude. Då må det stå ei avgjerd her.
plans-round-problem-deviation = Raud status krev at du skriv kva som avvik.
plans-round-problem-order = Svarfristen kan ikkje liggje før runden opnar.
plans-round-problem-period = Skriv perioden som 2026, 2026-T2, 2026-Q4 eller 2026-11.
plans-round-progress = Kor langt er runden komen?
plans-round-risk = Risiko
plans-round-said = Avvik, risiko og avgjerd
plans-round-saved = Runden er lagra.
plans-round-state = Tilstand
plans-round-state-closed = Lukka
plans-round-state-open = Open
plans-round-status = Status
plans-round-status-done = Ferdig
plans-round-status-green = Grøn: etter planen
plans-round-status-missing = Ikkje svara på
plans-round-status-not-started = Ikkje starta
plans-round-status-red = Raud: ikkje etter planen
plans-round-status-yellow = Gul: noko hindrar
plans-round-thing = Tiltak eller aktivitet
plans-round-when = Svara
plans-round-work = Svar på statusrunden
plans-round-work-title = { $name } ({ $n ->
    [one] eitt punkt
   *[other] { $n } punkt
    })
plans-round-yours = { $n ->
    [one] Eitt punkt ventar på svar frå deg.
   *[other] { $n } punkt ventar på svar frå deg.
    }
plans-round-below = { $n ->
    [one] Eitt punkt ventar på svar frå ei eining under deg. Du kan svare for henne.
   *[other] { $n } punkt ventar på svar frå einingar under deg. Du kan svare for dei.
    }
plans-wheel-aside = Gjeld ikkje oss
plans-wheel-aside-done = Punktet er sett til side.
plans-wheel-aside-text = Punktet blir ståande i årshjulet med grunnen, og kan opnast att.
plans-wheel-aside-title = Gjeld «{ $title }» ikkje?
plans-wheel-aside-why = Kvifor gjeld det ikkje eininga?
plans-wheel-problem-reason = Skriv kvifor punktet ikkje gjeld.
plans-wheel-start-choose = Plikter
plans-wheel-start-nothing = Ingen plikter er valde.
plans-wheel-start-text = Vel pliktene som skal inn i årshjulet. Der månaden er over, blir fristen sett til slutten av året.
plans-wheel-state-aside = Gjeld ikkje
plans-wheel-added = Punktet er lagt til.
plans-wheel-copied = Punkta er kopierte til neste år.
plans-wheel-copied-none = Neste år hadde alt alle punkta.
plans-wheel-copy = Kopier til { $year }
plans-wheel-done = Punktet er merkt som gjort.
plans-wheel-done-of = { $done } av { $all } gjort
plans-wheel-due = Frist
plans-wheel-edit = Endre punkt i årshjulet
plans-wheel-empty = Dette året har ingen punkt enno
plans-wheel-empty-help = Begynn med pliktene i forskrifta om leiing og kvalitetsforbetring, kopier frå året før, eller legg til eigne punkt.
plans-wheel-error-year = Året er ikkje gyldig.
plans-wheel-fine = I orden
plans-wheel-follow-up = Sjå oppfølginga
plans-wheel-follow-up-by = Frist for å følgje opp det som er ope
plans-wheel-follow-up-of = Følg opp: { $title }
plans-wheel-help = Slik gjer vi det
plans-wheel-how = Slik kan det gjerast
plans-wheel-incomplete = Manglar frist eller ansvarleg
plans-wheel-lead = Det eininga skal planleggje, gjennomføre, evaluere og korrigere gjennom året, med frist og ansvarleg for kvart punkt.
plans-wheel-look = Sjå på dette
plans-wheel-mark-done = Merk som gjort
plans-wheel-n-done = Gjort
plans-wheel-n-incomplete = Manglar frist eller ansvarleg
plans-wheel-n-overdue = Over fristen
plans-wheel-name = Årshjul
plans-wheel-new = Nytt punkt
plans-wheel-no-due = utan frist
plans-wheel-no-owner = utan ansvarleg
plans-wheel-of-all = av { $all } punkt
plans-wheel-owner = Ansvarleg
plans-wheel-owner-help = Ei rolle i eininga eller ein person
plans-wheel-phase = Fase
plans-wheel-phase-correct = Korrigere
plans-wheel-phase-do = Gjennomføre
plans-wheel-phase-empty = Ingen punkt i denne fasen.
plans-wheel-phase-evaluate = Evaluere
plans-wheel-phase-plan = Planleggje
plans-wheel-picture = Korleis fordeler året seg?
plans-wheel-picture-key = Talet i kvart merke er nummeret til punktet i lista.
plans-wheel-picture-answer = { $n ->
    [one] Eitt punkt
   *[other] { $n } punkt
    } i året, med ein ring for kvar fase. Fylt merke er gjort, ope merke står att, rute er over fristen.
plans-wheel-problem-follow-up = Noko er ope. Vel ein dag då det er følgt opp.
plans-wheel-problem-year = Fristen må liggje i året eller i januar etter.
plans-wheel-regulation = Plikt eller heimel
plans-wheel-reopen = Opne igjen
plans-wheel-reopened = Punktet er ope igjen.
plans-wheel-saved = Punktet er lagra.
plans-wheel-sign = Signer fasen
plans-wheel-sign-complete = Alle punkt i fasen er gjorde.
plans-wheel-sign-note = Merknad
plans-wheel-sign-open = { $n ->
    [one] Eitt punkt er framleis ope:
   *[other] { $n } punkt er framleis opne:
    }
plans-wheel-sign-open-help = Dei blir ståande i signaturen, og kvart av dei får eit punkt under Korrigere.
plans-wheel-sign-title = Signer { $phase } { $year }
plans-wheel-signatures = Signaturar
plans-wheel-signatures-none = Ingen fase er signert enno.
plans-wheel-signed = Fasen er signert.
plans-wheel-signed-complete = Alt var gjort då fasen vart signert.
plans-wheel-signed-open = { $n ->
    [one] Eitt punkt var ope:
   *[other] { $n } punkt var opne:
    }
plans-wheel-start = Legg inn pliktene i forskrifta
plans-wheel-started = Pliktene er lagde inn. Set frist og ansvarleg der det trengst.
plans-wheel-started-none = Året hadde alt alle pliktene.
plans-wheel-state-done = Gjort
plans-wheel-step-title = Kva skal gjerast
plans-wheel-title = Årshjul { $year } for { $unit }
plans-wheel-work = Gjer i årshjulet
plans-wheel-years = År
# End of following up.
plans-tab-goals = Mål
plans-tab-wheel = Årshjul
plans-tab-cycle = Syklusen

plans-beside-plans = Planar som har tiltaket
plans-beside-proposals = Forslag det kjem frå
plans-beside-goals = Mål
plans-beside-rounds = { $n ->
    [one] { $n } statusrunde
   *[other] { $n } statusrundar
}
plans-about-title = Om planen
plans-standing-overdue = { $n ->
    [one] Eitt tiltak er over fristen.
   *[other] { $n } tiltak er over fristen.
}
plans-choose-again = Endre valet
plans-choose-see = Sjå målet
plans-round-see-measure = Sjå tiltaket
plans-last-round = Siste statusrunde
plans-last-round-each = Kva som vart svart
plans-round-finish-activity = Set aktiviteten som fullført
plans-round-finish-help = Då treng du ikkje å melde det éin stad til.
plans-round-finish-measure = Set tiltaket som fullført
plans-round-finished-on = Fullført den
plans-round-problem-finish = Det kan ikkje setjast som fullført slik det står no. Svar utan haken.
plans-round-problem-finished-ahead = Dagen er ikkje komen enno.
plans-round-see-activity = Sjå aktiviteten

plans-round-thing-due = frist { $date }
plans-round-late-activities = { $n ->
    [one] éin aktivitet over fristen
   *[other] { $n } aktivitetar over fristen
}
plans-action-answered = Svarte
plans-action-challenges = Kopla tiltak til utfordringar
plans-action-checked = Kontrollerte
plans-action-decided = Avgjorde
plans-action-became-measure = Laga eit tiltak av det
plans-action-became-pilot = Laga ein pilot av det
plans-action-done = Gjorde ferdig
plans-action-launched = Sette i gang
plans-action-opened = Opna runden
plans-action-part-created = La til ein del
plans-action-part-edited = Endra ein del
plans-action-part-removed = Del teken ut
plans-action-reordered = Ny rekkjefølgje
plans-action-set-aside = Sette punktet til side
plans-action-reopened = Opna att
plans-action-scored = Gav poeng
plans-action-signed = Signerte fasen
plans-action-sources = Kjeldene ved sida av målet endra
plans-action-vote-withdrawn = Trekte røysta
plans-action-voted = Røysta

plans-spread-title = Skilnader mellom einingar
plans-spread-none = Målet har ikkje noko tal for kor ulike einingane kan vere.
plans-spread-new = Set mål for variasjon
plans-spread-new-lead = Eit mål til, ved sida av nivået: kor mykje like einingar skal kunne skilje seg frå kvarandre. Det gamle talet blir ståande og gjeld for tida før.
plans-spread-versions = Versjonar av målet for variasjon
plans-spread-periods = Variasjonen periode for periode
plans-spread-column = Variasjon
plans-spread-column-units = Einingar med verdi
plans-spread-column-ends = Lågaste – høgaste
plans-spread-ratio = Høgaste verdi delt på lågaste
plans-spread-deviation = Standardavvik mellom einingane
plans-spread-quartiles = Avstand mellom nedre og øvre kvartil
plans-spread-range = Avstand frå lågaste til høgaste
plans-spread-systematic = Systematisk variasjon (utan det tilfeldige, gonger 100)
plans-spread-times = { $n } gonger
plans-spread-target = { $text } ({ $spread }; samanlikna: { $units })
plans-spread-state = Variasjon: { $state }
plans-spread-units = Rekna ut av { $n } av { $of } einingar i { $period } ({ $units }).
plans-spread-ends = Lågaste verdi er { $low }, høgaste { $high }.
plans-spread-too-few = Variasjonen kan ikkje reknast ut: det må vere verdiar frå minst tre einingar, og den lågaste må vere over null når det skal delast på han.
plans-spread-chance = Skilnader så store som dette er ikkje sjeldne ved tilfelle åleine.
plans-field-spread = Korleis variasjonen blir målt
plans-field-spread-help = Forholdstal er lettast å forstå, men veks med talet på einingar. Systematisk variasjon trekkjer frå det som er tilfeldig, og krev teljar og nemnar.
plans-field-among = Kva einingar som blir samanlikna
plans-field-among-help = Alle av same type under eininga målet gjeld. Talet i parentes er kor mange dei er no.
plans-field-spread-value = Høgst
plans-field-spread-value-help = For høgaste delt på lågaste er 1 heilt likt. Elles i same eining som verdiane.
plans-field-spread-change-help = Med minus framfor: -20 er ein femdel mindre variasjon.
plans-group-spread-change-help = Fyll ut når variasjonen skal ned med så mykje frå eit år.
plans-problem-spread-kind = Vel høgst eller endring frå eit utgangspunkt.
plans-problem-spread-change = Variasjonen kan berre setjast ned, og ikkje med meir enn alt: skriv eit tal mellom -100 og 0.
plans-problem-spread-ratio = Høgaste delt på lågaste er aldri under 1.
plans-problem-spread-negative = Variasjonen er aldri under null.
plans-problem-spread-indicator = Målet har ingen indikator, så einingane har ingen verdiar å samanlikne.
plans-problem-spread-counted = Systematisk variasjon krev ein indikator med teljar og nemnar.
plans-action-spread = Nytt mål for variasjon
plans-indicator-draft = Ein indikator som enno er under arbeid

plans-field-grounds = Eigne funn det byggjer på
plans-field-grounds-help = Det de sjølve har sett, målt eller funne av risiko. Vel eitt eller fleire.
plans-grounds = Byggjer på
plans-area-column = Innsatsområde
plans-area-column-work = Arbeid her
plans-area-work = { $goals } mål, { $measures } tiltak
plans-area-worked-with = Blir arbeidd med
plans-area-question = Arbeider { $unit } med innsatsområdet «{ $area }»?
plans-area-choose = Ta stilling til innsatsområde
plans-areas-title = Innsatsområde ovanfrå
plans-areas-lead = Tenesta vel sjølv kva ho arbeider med innanfor områda. Det som blir valt bort, skal ha ein grunn.
plans-areas-open = { $n ->
    [one] Eitt område har verken arbeid under seg eller ein grunn.
   *[other] { $n } område har verken arbeid under seg eller ein grunn.
 }
plans-problem-areas = Skriv kvifor desse områda er valde bort.
plans-approve-areas = { $n ->
    [one] { $unit } arbeider ikkje med eitt av innsatsområda ovanfrå, og har ikkje sagt kvifor. Planen kan godkjennast, men grunnen skal stå der.
   *[other] { $unit } arbeider ikkje med { $n } av innsatsområda ovanfrå, og har ikkje sagt kvifor. Planen kan godkjennast, men grunnen skal stå der.
 }
plans-approve-areas-each = Ta stilling til områda kvar for seg
plans-approve-title = Godkjenn { $name }
plans-field-areas-reason = Grunn
plans-field-areas-reason-help = Grunnen gjeld alle områda i lista.
plans-goal-tie = Knyt eigne tiltak til målet
plans-goal-tie-which = Tiltak som tener målet
plans-goal-part = Står under
plans-goal-overall = Overordna mål
plans-goal-rank = Kva slags mål er det?
plans-goal-rank-help = Eit overordna mål blir ikkje målt for seg; andre mål byggjer opp under det.
plans-goal-single = Eit mål som blir målt
plans-tag-inferred = (lese slik av oss)
plans-goal-areas = Planen seier ikkje kva for tiltak som skal verke på dette målet. Tiltaka i planen er samla slik:
plans-goal-areas-link = Sjå tiltaka i planen
plans-goal-tie-help = Tiltak de har ansvar for og som ikkje er avslutta. Tiltaka til andre står som dei står.
plans-goal-tie-none = Ingen eigne tiltak
plans-goal-tie-none-help = Lag eit tiltak først; då kan det knytast til målet her.
plans-goal-tied = Tiltaka er knytte til målet
plans-action-tied = Tiltak knytt til målet
plans-action-untied = Tiltak løyst frå målet
plans-gap-measures = { $n } av { $of } har ikkje noko tiltak for målet.
plans-rollup-title = Korleis det går lenger ned
plans-rollup = Av { $of } einingar har { $sub } eige delmål, { $chosen } arbeider med målet utan delmål, { $out } har valt det bort med ein grunn, og { $nothing } har ikkje teke stilling.
plans-rollup-sub-goals = { $n ->
    [one] Eitt delmål:
   *[other] { $n } delmål:
 }
plans-rollup-help = Delmåla blir talde etter kvar dei står. Dei måler ulike ting, så det finst ikkje noko gjennomsnitt, og einingane blir ikkje rangerte.

plans-aims-title = Tiltaka ved sida av måla
plans-aims-no-goal = Ikkje knytt til noko mål i planen
plans-place = Legg eit tiltak inn i planen
plans-place-lead = Vel eit tiltak som finst, og kva del av planen det høyrer under.
plans-place-help = Tiltak hos eigaren av planen og einingane under. Hake framfor tyder at planen har tiltaket alt; vel det på nytt for å flytte det.
plans-place-part = Del av planen
plans-place-remove = Ta ut av planen
plans-action-measure-removed = Tiltak teke ut av planen
plans-carry = Ta med vidare
plans-carry-otherwise = Sei noko anna om det
plans-carry-title = Opne tiltak frå planen før
plans-carry-lead = { $n ->
    [one] Eitt tiltak er ikkje avslutta, og ingen har sagt kva som skjer med det. Ta det med vidare, eller sei kva det går opp i eller kvifor det blir avslutta.
   *[other] { $n } tiltak er ikkje avslutta, og ingen har sagt kva som skjer med dei. Ta stilling til eitt om gongen: med vidare, opp i noko anna, eller avslutta med ein grunn.
 }
plans-carried = Tiltaket er teke med vidare
plans-work-carry = Ta stilling til opne tiltak frå planen før
plans-place-here = Tiltak i planen

plans-cycle-title = Syklusen for { $unit }
plans-cycle-lead = Mål, tiltak, funn og punkt i årshjulet, kvart under den fasen det er i. Fasen følgjer av korleis det står til.
plans-cycle-empty = Ingenting her no
plans-cycle-findings = Funn
plans-cycle-steps = Punkt i årshjulet
plans-cycle-wheel = Til årshjulet

plans-matrix-title = Verkemiddel mot innsatsområde
plans-matrix-lead = Kor mange tiltak som er merkte med både verkemiddelet og området. Talet opnar lista; tomme ruter er der ingen tiltak finst.
plans-matrix-level = Nivå
plans-matrix-none = Inga matrise å vise
plans-matrix-none-help = Matrisa krev at planen har både verkemiddel og innsatsområde.
plans-matrix-empty = { $n } av { $of } ruter er tomme.
plans-matrix-no = ingen
plans-tab-matrix = Matrise

plans-kind-template = Planmal
plans-field-template = Lag planen etter ein mal
plans-field-template-help = Kapitla i malen blir med. Dei som må skrivast, må vere skrivne før planen kan vedtakast.
plans-guide-title = Kva malen seier om kapittelet
plans-missing-chapters = Tomme kapittel:

plans-tags-title = Merk med rammeverket
plans-tags-edit = Endre merka
plans-tags-empty = Ikkje merkt med noko frå rammeverket.
plans-tags-none = Det finst ikkje noko rammeverk å merke med enno.
plans-tags-saved = Merka er lagra.
plans-tags-conflict = Nokon andre har endra merka medan du såg på dei
plans-tags-theirs = No er det merkt med: { $tags }. Vala dine står i skjemaet; lagre på nytt om dei skal gjelde.
plans-status-unfollowed = { $n ->
    [one] Eitt tiltak vart ikkje følgt her denne dagen; det står slik det kom inn.
   *[other] { $n } tiltak vart ikkje følgde her denne dagen; dei står slik dei kom inn.
}
