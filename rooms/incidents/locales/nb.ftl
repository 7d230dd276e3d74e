incidents-add-help = Det du sendte inn, står som det var. Det du legger til, står under.
incidents-add-send = Legg til
incidents-add-text = Hva vil du legge til eller rette?
incidents-add-title = Legg til noe

incidents-added = Det er lagt til i meldingen.

incidents-addition-addendum = Lagt til av melderen
incidents-addition-asked = Bedt om retting
incidents-addition-correction = Rettet av melderen

incidents-anonymous-lead = For alle: ansatte, pasienter, brukere, pårørende og samarbeidspartnere. Du trenger ikke å logge inn eller si hvem du er.
incidents-anonymous-other = Vil du ikke si hvem du er?
incidents-anonymous-other-help = Du kan melde uten navn. Da lagres det ingenting om deg, og du følger saken med en kvittering.
incidents-anonymous-promise = Varde lagrer ikke navn, adresse, maskin eller klokkeslett. Bare dagen blir stående. Skriv ikke noe som viser hvem du eller pasienten er.
incidents-anonymous-title = Meld uten navn

incidents-answer-begins = Takk for at du meldte fra.

incidents-area-biovigilance = blod, celler og vev
incidents-area-cosmetics = kosmetikk
incidents-area-dietary-supplements = kosttilskudd
incidents-area-drug-side-effects = bivirkninger
incidents-area-e-cigarette = e-sigaretter
incidents-area-medical-equipment = medisinsk utstyr
incidents-area-radiation = stråling
incidents-area-serious-incident = alvorlige hendelser

incidents-caveat = Mange meldinger kan være tegn på en trygg meldekultur. Antall meldinger sier ikke hvor trygt det er, og enheter kan ikke rangeres etter det.

incidents-certainty-established = Lest hos kilden
incidents-certainty-not-established = Ikke fastslått: slå opp før det legges til grunn
incidents-certainty-unchecked = Ikke kontrollert hos kilden

incidents-channel-form = Skjema: { $name }
incidents-channel-helsenorge = Helsenorge
incidents-channel-internal = I eget styringssystem
incidents-channel-melde-no = melde.no: { $area }
incidents-channel-not-established = Ikke fastslått
incidents-channel-oral = Muntlig
incidents-channel-phone = Telefon
incidents-channel-phone-number = Telefon { $number }
incidents-channel-vesuv = Vesuv
incidents-channel-writing = Skriftlig

incidents-correction-owed = De som behandler saken, ber deg rette noe

incidents-disclosure-agree = Si ja
incidents-disclosure-ask = Be om å få vite hvem som meldte
incidents-disclosure-ask-help = En annen må si seg enig, og melderen ser både spørsmålet og svaret. Spør heller melderen her om det som mangler, hvis det er nok.
incidents-disclosure-asked = Spørsmålet er sendt til den som kan avgjøre det.
incidents-disclosure-asks = Hvem spør
incidents-disclosure-decided = Svaret er lagret. Melderen ser det.
incidents-disclosure-is-agreed = En annen har sagt ja.
incidents-disclosure-is-refused = En annen har sagt nei.
incidents-disclosure-lead = Meldingen er fortrolig. Si ja bare når det ikke finnes noen annen vei.
incidents-disclosure-line = { $who } ba { $when } om å få vite hvem som meldte.
incidents-disclosure-line-agreed = { $who } sa ja.
incidents-disclosure-line-refused = { $who } sa nei.
incidents-disclosure-line-seen = Navnet ble sett { $when }.
incidents-disclosure-line-waits = Det er ikke avgjort.
incidents-disclosure-look = Se hvem som meldte
incidents-disclosure-own = Du spurte selv. En annen må avgjøre det.
incidents-disclosure-refuse = Si nei
incidents-disclosure-seen = Melderen ser at du har sett det. Bruk det bare til det du ba om det for.
incidents-disclosure-title = Noen ber om å få vite hvem som meldte i fortrolighet
incidents-disclosure-when = Når
incidents-disclosure-who = Hvem som meldte
incidents-disclosure-yours = Noen har bedt om å få vite at det var du

incidents-done = Hva som er gjort

incidents-duties-answered = Svarene er lagret.
incidents-duties-caveat = Reglene er Vardes lesing av lov og forskrift, og er ikke juridiske råd. Kilden står ved hver regel.
incidents-duties-decided = Avgjørelsen er lagret.
incidents-duties-lead = Én melding skal dekke alle plikter. Varde foreslår hvem som skal ha melding, innen når og hvorfor. Et menneske avgjør, og også et nei lagres med grunn.
incidents-duties-none-waiting = Alt som kan gjelde, er avgjort.
incidents-duties-others = Avgjort, frivillig eller ikke trådt i kraft
incidents-duties-outside = { $n ->
    [one] Én regel gjelder ikke
   *[other] { $n } regler gjelder ikke
  }
incidents-duties-questions = Det reglene spør om
incidents-duties-questions-help = Svar på det du vet. Det som står på «Vet ikke», kan gjelde til noen har svart.
incidents-duties-rest-no = Lagre, og svar nei på resten
incidents-duties-save = Lagre svarene
incidents-duties-sent = Det er lagret at meldingen er sendt.
incidents-duties-title = Meldeplikter
incidents-duties-waiting = { $n ->
    [0] Ingen plikter venter på avgjørelse
    [one] Én plikt venter på avgjørelse
   *[other] { $n } plikter venter på avgjørelse
  }

incidents-duty-always = Gjelder alltid
incidents-duty-applies = Gjelder
incidents-duty-at = Senest { $when }
incidents-duty-because-day = Gjaldt ikke den dagen det skjedde.
incidents-duty-because-not = Fordi det ikke er slik: { $facts }
incidents-duty-decide-anew = Avgjør på nytt
incidents-duty-decided-not = { $who } avgjorde { $when } at det ikke skal meldes.
incidents-duty-decided-notify = { $who } avgjorde { $when } at det skal meldes.
incidents-duty-does-not-apply = Gjelder ikke
incidents-duty-end-of = Innen utgangen av { $day }
incidents-duty-grounds = Fordi
incidents-duty-how = Hvordan
incidents-duty-limit-not-established = Frist ikke fastslått
incidents-duty-mark-sent = Meldingen er sendt
incidents-duty-may-apply = Kan gjelde
incidents-duty-no-limit = Ingen frist
incidents-duty-not = Skal ikke meldes
incidents-duty-not-established = { $set }: ikrafttredelse ikke fastslått
incidents-duty-not-in-force = { $set }: gjaldt ikke den dagen
incidents-duty-notify = Skal meldes
incidents-duty-practice = Vanlig praksis: { $when }
incidents-duty-pressing = Haster
incidents-duty-reason-help = Må skrives når det ikke skal meldes, eller når det meldes uten at regelen gjelder.
incidents-duty-reference = Mottakerens referanse
incidents-duty-reference-help = For eksempel nummeret på kvitteringen fra melde.no
incidents-duty-reopened = Opplysningene er endret siden det ble avgjort. Avgjør på nytt.
incidents-duty-right = Kan meldes
incidents-duty-sent = Sendt
incidents-duty-source = Hjemmel og kilde
incidents-duty-sure = Hvor sikkert
incidents-duty-to = Til
incidents-duty-unknown = Ikke avklart: { $facts }
incidents-duty-waiting = Fristen begynner å løpe senere
incidents-duty-when = Når

incidents-entrance-next-of-kin = Pårørende
incidents-entrance-partner = Ansatt i en annen virksomhet
incidents-entrance-patient = Pasient eller bruker
incidents-entrance-staff = Ansatt

incidents-error-filter = Filteret i adressen kan ikke leses. Åpne listen på nytt og velg filteret der.
incidents-error-seal = Navnet er forseglet med en annen nøkkel enn den som er her nå. Spør den som driver Varde, om nøkkelfilen.

incidents-escalate = Be enheten over om å gripe inn
incidents-escalate-help = Hva trenger dere som dere ikke rår over selv?

incidents-escalated = Løftet til enheten over

incidents-fact-beyond-foreseeable-risk = Utfallet var uventet ut fra påregnelig risiko
incidents-fact-caused-by-service = Tjenesten, eller mangel på den, førte til det
incidents-fact-cosmetics-involved = Mistanke om kosmetikk
incidents-fact-could-have-been-serious = Det kunne ha ført til død eller alvorlig forverring
incidents-fact-data-breach = Personopplysninger kom på avveie, ble endret eller var utilgjengelige
incidents-fact-death-may-be-unnatural = Dødsfallet kan være unaturlig
incidents-fact-device-involved = Medisinsk utstyr førte til det eller kunne ført til det
incidents-fact-diet-supplement-involved = Mistanke om kosttilskudd
incidents-fact-digital-security-event = En digital sikkerhetshendelse
incidents-fact-disease-told-at-once = Sykdommen skal varsles på telefon straks
incidents-fact-drug-reaction-suspected = Mistanke om bivirkning av legemiddel
incidents-fact-e-cigarette-involved = Mistanke om e-sigarett
incidents-fact-electro-medical-fault = Elektromedisinsk utstyr hadde en feil
incidents-fact-electro-medical-involved = Elektromedisinsk utstyr var involvert
incidents-fact-entrance = Meldt av
incidents-fact-group-a-disease = Et tilfelle av sykdom i gruppe A (MSIS)
incidents-fact-harm-between-patients = En pasient eller bruker skadet en annen
incidents-fact-hospital-stay = Det førte til innleggelse eller lengre opphold
incidents-fact-lasting-effects = Det ga varige følger
incidents-fact-life-threatening = Det var livstruende
incidents-fact-mode = Navn
incidents-fact-outbreak-in-hospital = Utbrudd av smitte i sykehus, mistenkt eller bekreftet
incidents-fact-outbreak-in-municipality = Utbrudd av smitte i kommunal institusjon
incidents-fact-patient-death = En pasient eller bruker døde
incidents-fact-patient-harm = En pasient eller bruker ble skadet, uansett hvor lite
incidents-fact-patients-endangered = Forholdene kan sette pasientenes sikkerhet i fare
incidents-fact-radiation-above-normal = Utilsiktet stråling klart over det normale
incidents-fact-radiation-dose-deviated = Stråledosen avvek vesentlig fra det tilsiktede
incidents-fact-radiation-equipment-failed = Teknisk svikt av betydning for strålevernet
incidents-fact-radiation-source-lost = En strålekilde er tapt eller stjålet
incidents-fact-reaction-unexpected = Bivirkningen er ny eller uventet
incidents-fact-research-event = Alvorlig uønsket medisinsk hendelse i forskning
incidents-fact-serious-blood-event = Alvorlig hendelse eller nesten-hendelse ved tapping, klargjøring eller overføring av blod
incidents-fact-serious-blood-reaction = Blodgiver eller mottaker fikk en alvorlig reaksjon
incidents-fact-serious-complication = Det oppsto en alvorlig komplikasjon
incidents-fact-serious-deterioration = Helsen til noen ble alvorlig forverret
incidents-fact-staff-death = Noen døde på jobb
incidents-fact-staff-serious-injury = Noen ble alvorlig skadet på jobb
incidents-fact-transplant-event = Celler, vev eller organ i en alvorlig hendelse eller reaksjon
incidents-fact-vaccine-involved = Legemiddelet er en vaksine
incidents-fact-very-serious-harm = En pasient eller bruker fikk svært alvorlig skade
incidents-fact-wrong-blood-transfused = Noen fikk blod som ikke var til dem

incidents-facts = Om hendelsen
incidents-facts-blood = Blod, celler og organer
incidents-facts-device = Medisinsk utstyr
incidents-facts-infection = Smitte
incidents-facts-medicine = Legemidler og andre produkter
incidents-facts-other = Ansatte, forskning og opplysninger
incidents-facts-patient = Pasienten
incidents-facts-radiation = Stråling

incidents-field-escalated = Løftet
incidents-field-handler = Behandler
incidents-field-harm = Hvor stor skade ble det?
incidents-field-harm-help = Det verste som skjedde med noen av dem det gjaldt.
incidents-field-level = Hvor grundig skal det ses på?
incidents-field-no-measures = Hvorfor det ikke gjøres noe mer
incidents-field-no-measures-help = Brukes bare når ingen tiltak svarer på hendelsen. Begrunnelsen må skrives.
incidents-field-potential = Hvor ille kunne det ha gått?
incidents-field-potential-help = Det verste som rimelig kunne ha skjedd, om det skjer igjen.
incidents-field-state = Tilstand

incidents-filter-all = Alle
incidents-filter-from = Skjedde fra og med
incidents-filter-go = Filtrer
incidents-filter-label = Filtrer hendelsene
incidents-filter-late = Over fristen
incidents-filter-mine = Som jeg behandler
incidents-filter-open = Ikke avsluttet
incidents-filter-reset = Nullstill
incidents-filter-serious = Alvorlige
incidents-filter-text = Søk i hendelsene
incidents-filter-to = Skjedde til og med

incidents-finding-new = Trekk et funn

incidents-follow-done = Lukk saken
incidents-follow-lead = Skriv inn kvitteringen du fikk da du meldte.
incidents-follow-open = Se hva som har skjedd
incidents-follow-title = Følg en melding uten navn

incidents-form-answer = Svar til melderen
incidents-form-answer-help = Hva fant dere ut, hva gjør dere, og hva førte meldingen til? Melderen leser dette.
incidents-form-at = Klokken (omtrent)
incidents-form-at-help = For eksempel 14:30
incidents-form-disclosure-why = Hvorfor må du vite hvem det er?
incidents-form-done = Hva ble gjort med en gang?
incidents-form-entrance = Hvem er du?
incidents-form-escalate-reason = Hvorfor må enheten over gripe inn?
incidents-form-hand-over-unit = Enhet som skal svare for den
incidents-form-hand-over-unit-help = Hører den til et annet sted enn listen viser, gi den til enheten over begge.
incidents-form-handler-help = De som kan behandle hendelser i enheten den ligger i nå. Står feltet tomt, tar enhetens leder den.
incidents-form-harmed = Ble noen skadet?
incidents-form-join = Adressen til den andre hendelsen
incidents-form-join-help = Åpne den andre hendelsen og kopier adressen. Meldingene flyttes dit, og begge beskrivelsene blir stående.
incidents-form-learning = Hva lærte vi?
incidents-form-learning-help = Hva bidro til at det skjedde, og hva kan andre ha nytte av? Skriv om arbeidsmåter, utstyr og rammer, ikke om personer.
incidents-form-level-reason-help = Kreves når det ikke ses nærmere på. At det var en kjent komplikasjon eller en påregnelig risiko, er ingen grunn.
incidents-form-more = Fortell mer, hvis du vil
incidents-form-name = Hvem skal vite at det er du?
incidents-form-name-help = Fortrolig: navnet forsegles. Det åpnes bare når to er enige om at det må til, og du ser at det skjer.
incidents-form-on = Når?
incidents-form-open = Åpent: de som behandler den, ser hvem jeg er
incidents-form-place = Hvor der?
incidents-form-place-help = For eksempel rom 12, badet, på vei til røntgen
incidents-form-reason = Begrunnelse
incidents-form-send = Send meldingen
incidents-form-sort = Hva slags melding er det?
incidents-form-title = Navn på hendelsen
incidents-form-title-help = Kort, og slik at den skilles fra andre. Ingen navn på personer.
incidents-form-topics = Gjelder det også noe av dette?
incidents-form-unit = Hvor?
incidents-form-what = Hva skjedde?
incidents-form-what-help = Fortell med egne ord. Utelat navn og fødselsnummer.
incidents-form-where = Hvor
incidents-form-why = Hvorfor uten navn?
incidents-form-why-help = Frivillig. Svaret telles for seg og knyttes ikke til meldingen.

incidents-guard-address = adresse
incidents-guard-as-is = Send som det er
incidents-guard-at-rest = Teksten kan inneholde: { $kinds }. Ikke gjengi det andre steder.
incidents-guard-birth-date = fødselsdato
incidents-guard-email = e-postadresse
incidents-guard-help = Det er sjelden nødvendig for å lære av det som skjedde. Du bestemmer.
incidents-guard-identity = fødselsnummer
incidents-guard-leave-out = Ta det ut for meg
incidents-guard-likely = (sannsynligvis)
incidents-guard-name = navn på en ansatt
incidents-guard-phone = telefonnummer
incidents-guard-register = HPR-nummer
incidents-guard-title = Teksten kan vise hvem noen er

incidents-hand-over = Overlat til andre
incidents-hand-over-lead = Den som overtar, ser alt som er sagt og gjort. Fristen følger med.

incidents-handed-over = Hendelsen er overlatt.

incidents-hang = { $n ->
    [one] én hendelse som ikke er avsluttet
   *[other] { $n } hendelser som ikke er avsluttet
  }

incidents-harm-death = Død
incidents-harm-mild = Lett og forbigående
incidents-harm-moderate = Moderat: krevde behandling eller varte lenge
incidents-harm-none = Ingen
incidents-harm-severe = Alvorlig: livstruende eller varig

incidents-harmed-no = Nei
incidents-harmed-unknown = Vet ikke
incidents-harmed-yes = Ja

incidents-home-days = Dager fra melding til svar
incidents-home-days-unit = dager (median)
incidents-home-late = Over fristen
incidents-home-none = Ingen ennå
incidents-home-open = Ikke avsluttet
incidents-home-reporter = Noe å melde fra om?
incidents-home-share = Fikk svar på meldingen sin
incidents-home-share-of = { $n } av { $of } meldinger siste år
incidents-home-title = Meldinger og svar i { $unit }
incidents-home-wait = Den som har ventet lengst, har ventet { $n ->
    [one] én dag
   *[other] { $n } dager
  }

incidents-join = Slå sammen med en annen

incidents-joined = Hendelsene er slått sammen.
incidents-joined-to = Gå til hendelsen som den er slått sammen med

incidents-kind-concern = Bekymring
incidents-kind-good-care = Godt arbeid
incidents-kind-incident = Uønsket hendelse
incidents-kind-near-miss = Nesten-hendelse
incidents-kind-unsafe = Farlig forhold

incidents-level-event = Hendelsesanalyse
incidents-level-huddle = Gjennomgang med dem som var der
incidents-level-none = Ikke nærmere (begrunnes)
incidents-level-thematic = Temaanalyse sammen med lignende

incidents-list-due = Frist
incidents-list-found = { $n ->
    [one] Én hendelse
   *[other] { $n } hendelser
  }
incidents-list-handler = Behandler
incidents-list-happened = Skjedde
incidents-list-incident = Hendelse
incidents-list-kind = Type
incidents-list-lead = Det som er meldt i enhetene du svarer for, og det som er overlatt til deg.
incidents-list-none = Ingen hendelser her
incidents-list-none-help = Ingen hendelser passer med filteret, eller ingenting er meldt ennå.
incidents-list-received = Meldt
incidents-list-state = Tilstand
incidents-list-title = Hendelser
incidents-list-unit = Enhet

incidents-measures-none = Ingen tiltak svarer på hendelsen ennå. Trekk et funn fra hendelsen og lag et tiltak der, eller si hvorfor det ikke gjøres noe mer.
incidents-measures-these = Disse tiltakene svarer på hendelsen:

incidents-menu = Hendelser
incidents-menu-mine = Mine meldinger
incidents-menu-report = Meld fra

incidents-mine-anonymous = Meldte du uten navn, står meldingen ikke her.
incidents-mine-answer = Svar til deg, { $day }
incidents-mine-confidential = Meldingen er fortrolig. De som behandler den, ser ikke hvem du er.
incidents-mine-due = Neste skritt har frist { $day }.
incidents-mine-lead = Alt du har meldt med navn eller i fortrolighet, og hva som er blitt av det.
incidents-mine-none = Du har ikke meldt noe ennå
incidents-mine-none-help = Det du melder, følger du her til du har fått svar.
incidents-mine-one = Melding { $reference }
incidents-mine-open = De som behandler meldingen, ser at det var du som meldte.
incidents-mine-progress = Hvor langt meldingen er kommet
incidents-mine-received = Meldt
incidents-mine-sent = Det du sendte inn
incidents-mine-title = Mine meldinger
incidents-mine-what = Melding

incidents-mode-anonymous = Uten navn
incidents-mode-confidential = Fortrolig
incidents-mode-open = Åpent

incidents-more = Flere valg

incidents-name = Gi hendelsen et navn

incidents-no-measures-another = Hører til en annen virksomhet, som har fått vite det
incidents-no-measures-in-place = Det som er på plass, svarer allerede på den
incidents-no-measures-nothing = Ingenting kunne vært gjort annerledes
incidents-no-measures-together = Følges sammen med andre av samme slag

incidents-nobody = Ingen ennå

incidents-pace-at-once = Straks
incidents-pace-soon = Snarest mulig
incidents-pace-without-delay = Uten unødig opphold

incidents-problem-answer = Skriv et svar til melderen. Ingen hendelse avsluttes uten.
incidents-problem-duty-not-in-force = Regelen gjelder ikke for dagen det skjedde, og kan ikke avgjøres.
incidents-problem-duty-reason = Skriv hvorfor.
incidents-problem-future = Dagen har ikke vært ennå. Skriv dagen det skjedde.
incidents-problem-handler = Logg inn som en person som kan behandle hendelsen.
incidents-problem-handler-unit = Personen kan ikke behandle hendelser i den enheten. Velg en annen, eller la feltet stå tomt.
incidents-problem-join = Finn ikke hendelsen. Kopier adressen til en annen hendelse som du kan behandle.
incidents-problem-learning = Skriv hva dere lærte.
incidents-problem-level-reason = Skriv hvorfor det ikke ses nærmere på.
incidents-problem-level-serious = En alvorlig hendelse må ses på. Velg hvor grundig.
incidents-problem-long-ago = Det er mer enn hundre år siden. Sjekk årstallet.
incidents-problem-measures = Lag et tiltak som svarer på hendelsen, eller velg hvorfor det ikke gjøres noe mer.
incidents-problem-measures-both = Det finnes tiltak som svarer på hendelsen. La feltet stå tomt.
incidents-problem-no-measures-reason = Skriv hvorfor det ikke gjøres noe mer.
incidents-problem-order = Dette skrittet kan ikke tas nå. Se hvor hendelsen står.
incidents-problem-potential = Det kan ikke ha kunnet gå bedre enn det gikk.
incidents-problem-receipt = Ingen melding passer til kvitteringen. Sjekk hver gruppe på fire tegn.
incidents-problem-time = Skriv klokkeslettet som 14:30.
incidents-problem-undecided = Noen meldeplikter er ikke avgjort.
incidents-problem-unit = Velg hvor det skjedde.
incidents-problem-what = Fortell med noen ord hva som skjedde.

incidents-receipt = Kvittering
incidents-receipt-help = Tjue tegn i fem grupper. Store og små bokstaver er like gode.
incidents-receipt-keep = Skriv ned kvitteringen eller ta bilde av den. Den vises bare nå.
incidents-receipt-lost = Mister du den, kan ingen gi deg en ny. Meldingen blir behandlet likevel.
incidents-receipt-print = Skriv ut kvitteringen
incidents-receipt-received = Meldingen er mottatt
incidents-receipt-shared = Er maskinen felles, lukk nettleseren når du er ferdig.
incidents-receipt-title = Kvitteringen din
incidents-receipt-use = Med den ser du hva som blir gjort, og kan skrive med dem som behandler saken.

incidents-recipient-blood-bank = Blodbanken
incidents-recipient-board-of-health-supervision = Statens helsetilsyn
incidents-recipient-civil-protection = DSB
incidents-recipient-county-governor = Statsforvalteren
incidents-recipient-data-protection = Datatilsynet
incidents-recipient-data-subjects = De opplysningene gjelder
incidents-recipient-directorate-of-health = Helsedirektoratet
incidents-recipient-food-safety = Mattilsynet
incidents-recipient-health-cert = HelseCERT
incidents-recipient-infection-control-centre = Regionalt kompetansesenter for smittevern
incidents-recipient-labour-inspection = Arbeidstilsynet
incidents-recipient-medical-products = Direktoratet for medisinske produkter
incidents-recipient-municipal-doctor = Kommuneoverlegen
incidents-recipient-national-security = Nasjonal sikkerhetsmyndighet
incidents-recipient-nav = Nav
incidents-recipient-not-established = Mottaker ikke fastslått
incidents-recipient-own-management = Egen ledelse
incidents-recipient-patient-and-next-of-kin = Pasienten og pårørende
incidents-recipient-police = Politiet
incidents-recipient-public-health = Folkehelseinstituttet
incidents-recipient-radiation-protection = DSA
incidents-recipient-supervisory-authority = Tilsynsmyndigheten
incidents-recipient-ukom = Ukom

incidents-reference = Referanse

incidents-refused-order = Dette kan ikke gjøres slik hendelsen står nå.

incidents-reply-correction = Be om en retting
incidents-reply-help = Spør om det som mangler, eller fortell hva som skjer. Melderen leser det, også den som meldte uten navn.
incidents-reply-text = Skriv til melderen

incidents-report-by = Melding { $day }: { $who }
incidents-report-lead = Fire spørsmål, under et minutt. Du får alltid vite hva som blir gjort.
incidents-report-received = Takk. Meldingen er mottatt, og her følger du den.
incidents-report-title = Meld fra

incidents-said = Meldingen er sendt.

incidents-save = Lagre

incidents-saved = Lagret.

incidents-say-send = Send
incidents-say-text = Skriv til dem som behandler saken

incidents-serious = Alvorlig

incidents-someone = Noen som ikke er her lenger

incidents-sort-harmed = Noe gikk galt, og noen ble skadet
incidents-sort-nearly = Det gikk nesten galt
incidents-sort-unharmed = Noe gikk galt, men ingen ble skadet
incidents-sort-unsafe = Noe er farlig eller utrygt
incidents-sort-unsure = Noe gikk galt, og jeg vet ikke om noen ble skadet
incidents-sort-well = Noe gikk bra, og andre kan lære av det (#Råbra)
incidents-sort-worried = Jeg er bekymret for noe

incidents-stage-ahead = Senere
incidents-stage-analysis = Ses nærmere på
incidents-stage-answered = Besvart
incidents-stage-done = Gjort
incidents-stage-measures = Tiltak avgjøres
incidents-stage-now = Nå
incidents-stage-read = Leses og vurderes
incidents-stage-received = Mottatt

incidents-state-analysis = Analyse
incidents-state-closed = Avsluttet
incidents-state-duties = Meldeplikter
incidents-state-effect = Venter på virkning
incidents-state-joined = Slått sammen
incidents-state-measures = Tiltak
incidents-state-received = Mottatt
incidents-state-triage = Vurderes

incidents-step-assess = Vurder alvor
incidents-step-assess-help = Hvor stor skaden ble, hvor ille det kunne ha gått, og hvor grundig det er verdt å se på.
incidents-step-close = Svar og avslutt
incidents-step-close-help = Den som meldte, får svaret. Det er det som gjør at folk melder igjen.
incidents-step-decide-measures = Avgjør tiltak
incidents-step-decide-measures-help = Et tiltak svarer på hendelsen gjennom et funn som bygger på den.
incidents-step-finish-analysis = Avslutt analysen
incidents-step-finish-analysis-help = Det dere lærte, leses av den som meldte når saken avsluttes.
incidents-step-reopen = Åpne igjen
incidents-step-reopen-help = Saken vurderes på nytt. Svaret som er gitt, blir stående.
incidents-step-settle-duties = Meldepliktene er avgjort
incidents-step-settle-duties-help = Noen hendelser skal meldes videre, til Helsetilsynet, Ukom, DMP, politiet eller andre.
incidents-step-take = Begynn på den
incidents-step-take-help = Du blir den som behandler hendelsen, og melderen ser at den leses.
incidents-step-taken = Hendelsen er ført videre.

incidents-talk = Samtale
incidents-talk-handler = De som behandler saken
incidents-talk-none = Ingen har skrevet ennå. Lurer du på noe, eller husker du mer, skriv her.
incidents-talk-none-handler = Ingenting er sagt ennå.
incidents-talk-reporter = Den som meldte
incidents-talk-you = Du

incidents-told-agreed = Ja til å få vite hvem som meldte
incidents-told-asked = Bedt om å få vite hvem som meldte
incidents-told-assess = Alvoret er vurdert
incidents-told-changed = Endret
incidents-told-close = Besvart og avsluttet
incidents-told-decide-measures = Tiltak er avgjort
incidents-told-duty-decided = Avgjort en meldeplikt
incidents-told-duty-sent = Sendt en melding videre
incidents-told-escalate = Løftet til enheten over
incidents-told-facts = Svart på det meldepliktene spør om
incidents-told-finish-analysis = Analysen er ferdig
incidents-told-hand-over = Overlatt til andre
incidents-told-join = Slått sammen med en annen
incidents-told-joined = En annen hendelse er slått sammen med denne
incidents-told-name = Fått et navn
incidents-told-received = Meldt
incidents-told-refused = Nei til å få vite hvem som meldte
incidents-told-reopen = Åpnet igjen
incidents-told-seen = Sett hvem som meldte
incidents-told-settle-duties = Meldepliktene er avgjort
incidents-told-take = Noen har begynt på den

incidents-topic-contracted = Privat leverandør eller annen med avtale
incidents-topic-equipment = Medisinsk utstyr
incidents-topic-medicine-dispensing = Legemiddel: istandgjøring
incidents-topic-medicine-giving = Legemiddel: utdeling
incidents-topic-medicine-monitoring = Legemiddel: oppfølging av virkning
incidents-topic-medicine-ordering = Legemiddel: ordinering
incidents-topic-staff-harm = En ansatt ble skadet
incidents-topic-transition = Overgang mellom enheter eller tjenester
incidents-topic-violence = Vold eller trusler

incidents-waits-analysis = Finn ut hva som lå bak, så grundig som den er verdt.
incidents-waits-closed = Den som meldte, har fått svar.
incidents-waits-duties = Avgjør om noen andre skal ha melding.
incidents-waits-effect = Se om det som ble gjort, virker. Svar så den som meldte.
incidents-waits-measures = Avgjør hva som skal gjøres, eller hvorfor det ikke gjøres noe mer.
incidents-waits-received = Ingen har begynt på den ennå. Den som meldte, venter.
incidents-waits-triage = Vurder hvor alvorlig den er.

incidents-who-sees = Ses av leder, kvalitetsrådgiver og toppleder for enheten og enhetene over, og av den som behandler den.

incidents-why-colleagues = Av hensyn til kolleger
incidents-why-fear-career = Jeg er redd for navnet mitt eller karrieren
incidents-why-fear-employer = Jeg er redd for hva arbeidsgiveren gjør
incidents-why-fear-other = Jeg er redd for hva en annen virksomhet gjør
incidents-why-no-benefit = Jeg ser ikke nytten av å oppgi navn
incidents-why-no-sign-in = Jeg husker ikke hvordan jeg logger inn
incidents-why-other = Noe annet
incidents-why-save-time = For å spare tid

incidents-work-analysis = Avslutt analysen
incidents-work-disclosure = Avgjør
incidents-work-duties = Avgjør meldepliktene
incidents-work-effect = Svar og avslutt
incidents-work-measures = Avgjør tiltak
incidents-work-received = Begynn på hendelsen
incidents-work-triage = Vurder hendelsen
