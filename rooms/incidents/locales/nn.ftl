incidents-add-help = Det du sende inn, står som det var. Det du legg til, står under.
incidents-add-send = Legg til
incidents-add-text = Kva vil du leggje til eller rette?
incidents-add-title = Legg til noko

incidents-added = Det er lagt til i meldinga.

incidents-addition-addendum = Lagt til av meldaren
incidents-addition-asked = Bedt om retting
incidents-addition-correction = Retta av meldaren

incidents-anonymous-lead = For alle: tilsette, pasientar, brukarar, pårørande og samarbeidspartnarar. Du treng ikkje logge inn eller seie kven du er.
incidents-anonymous-other = Vil du ikkje seie kven du er?
incidents-anonymous-other-help = Du kan melde utan namn. Då blir det ikkje lagra noko om deg, og du følgjer saka med ei kvittering.
incidents-anonymous-promise = Varde lagrar ikkje namn, adresse, maskin eller klokkeslett. Berre dagen blir ståande. Skriv ikkje noko som viser kven du eller pasienten er.
incidents-anonymous-title = Meld utan namn

incidents-answer-begins = Takk for at du melde frå.

incidents-area-biovigilance = blod, celler og vev
incidents-area-cosmetics = kosmetikk
incidents-area-dietary-supplements = kosttilskot
incidents-area-drug-side-effects = biverknader
incidents-area-e-cigarette = e-sigarettar
incidents-area-medical-equipment = medisinsk utstyr
incidents-area-radiation = stråling
incidents-area-serious-incident = alvorlege hendingar

incidents-caveat = Mange meldingar kan vere teikn på ein trygg meldekultur. Talet på meldingar seier ikkje kor trygt det er, og einingar kan ikkje rangerast etter det.

incidents-certainty-established = Lese hos kjelda
incidents-certainty-not-established = Ikkje fastslått: slå opp før det blir lagt til grunn
incidents-certainty-unchecked = Ikkje kontrollert hos kjelda

incidents-channel-form = Skjema: { $name }
incidents-channel-helsenorge = Helsenorge
incidents-channel-internal = I eige styringssystem
incidents-channel-melde-no = melde.no: { $area }
incidents-channel-not-established = Ikkje fastslått
incidents-channel-oral = Munnleg
incidents-channel-phone = Telefon
incidents-channel-phone-number = Telefon { $number }
incidents-channel-vesuv = Vesuv
incidents-channel-writing = Skriftleg

incidents-correction-owed = Dei som behandlar saka, ber deg rette noko

incidents-disclosure-agree = Sei ja
incidents-disclosure-ask = Be om å få vite kven som melde
incidents-disclosure-ask-help = Ein annan må seie seg einig, og meldaren ser både spørsmålet og svaret. Spør heller meldaren her om det som manglar, om det er nok.
incidents-disclosure-asked = Spørsmålet er sendt til den som kan avgjere det.
incidents-disclosure-asks = Kven spør
incidents-disclosure-decided = Svaret er lagra. Meldaren ser det.
incidents-disclosure-is-agreed = Ein annan har sagt ja.
incidents-disclosure-is-refused = Ein annan har sagt nei.
incidents-disclosure-lead = Meldinga er fortruleg. Sei ja berre når det ikkje finst nokon annan veg.
incidents-disclosure-line = { $who } bad { $when } om å få vite kven som melde.
incidents-disclosure-line-agreed = { $who } sa ja.
incidents-disclosure-line-refused = { $who } sa nei.
incidents-disclosure-line-seen = Namnet vart sett { $when }.
incidents-disclosure-line-waits = Det er ikkje avgjort.
incidents-disclosure-look = Sjå kven som melde
incidents-disclosure-own = Du spurde sjølv. Ein annan må avgjere det.
incidents-disclosure-refuse = Sei nei
incidents-disclosure-seen = Meldaren ser at du har sett det. Bruk det berre til det du bad om det for.
incidents-disclosure-title = Nokon ber om å få vite kven som melde i fortrulegheit
incidents-disclosure-when = Når
incidents-disclosure-who = Kven som melde
incidents-disclosure-yours = Nokon har bedt om å få vite at det var du

incidents-done = Kva som er gjort

incidents-duties-answered = Svara er lagra.
incidents-duties-caveat = Reglane er Varde si lesing av lov og forskrift, og er ikkje juridiske råd. Kjelda står ved kvar regel.
incidents-duties-decided = Avgjerda er lagra.
incidents-duties-lead = Éi melding skal dekkje alle plikter. Varde føreslår kven som skal ha melding, innan når og kvifor. Eit menneske avgjer, og òg eit nei blir lagra med grunn.
incidents-duties-none-waiting = Alt som kan gjelde, er avgjort.
incidents-duties-others = Avgjort, frivillig eller ikkje tredd i kraft
incidents-duties-outside = { $n ->
    [one] Éin regel gjeld ikkje
   *[other] { $n } reglar gjeld ikkje
  }
incidents-duties-questions = Det reglane spør om
incidents-duties-questions-help = Svar på det du veit. Det som står på «Veit ikkje», kan gjelde til nokon har svart.
incidents-duties-rest-no = Lagre, og svar nei på resten
incidents-duties-save = Lagre svara
incidents-duties-sent = Det er lagra at meldinga er send.
incidents-duties-title = Meldeplikter
incidents-duties-waiting = { $n ->
    [0] Ingen plikter ventar på avgjerd
    [one] Éi plikt ventar på avgjerd
   *[other] { $n } plikter ventar på avgjerd
  }

incidents-duty-always = Gjeld alltid
incidents-duty-applies = Gjeld
incidents-duty-at = Seinast { $when }
incidents-duty-because-day = Galdt ikkje den dagen det skjedde.
incidents-duty-because-not = Fordi det ikkje er slik: { $facts }
incidents-duty-decide-anew = Avgjer på nytt
incidents-duty-decided-not = { $who } avgjorde { $when } at det ikkje skal meldast.
incidents-duty-decided-notify = { $who } avgjorde { $when } at det skal meldast.
incidents-duty-does-not-apply = Gjeld ikkje
incidents-duty-end-of = Innan utgangen av { $day }
incidents-duty-grounds = Fordi
incidents-duty-how = Korleis
incidents-duty-limit-not-established = Frist ikkje fastslått
incidents-duty-mark-sent = Meldinga er send
incidents-duty-may-apply = Kan gjelde
incidents-duty-no-limit = Ingen frist
incidents-duty-not = Skal ikkje meldast
incidents-duty-not-established = { $set }: ikraftsetjing ikkje fastslått
incidents-duty-not-in-force = { $set }: galdt ikkje den dagen
incidents-duty-notify = Skal meldast
incidents-duty-practice = Vanleg praksis: { $when }
incidents-duty-pressing = Hastar
incidents-duty-reason-help = Må skrivast når det ikkje skal meldast, eller når det blir meldt utan at regelen gjeld.
incidents-duty-reference = Referansen til mottakaren
incidents-duty-reference-help = Til dømes nummeret på kvitteringa frå melde.no
incidents-duty-reopened = Opplysningane er endra sidan det vart avgjort. Avgjer på nytt.
incidents-duty-right = Kan meldast
incidents-duty-sent = Sendt
incidents-duty-source = Heimel og kjelde
incidents-duty-sure = Kor sikkert
incidents-duty-to = Til
incidents-duty-unknown = Ikkje avklart: { $facts }
incidents-duty-waiting = Fristen tek til seinare
incidents-duty-when = Når

incidents-entrance-next-of-kin = Pårørande
incidents-entrance-partner = Tilsett i ei anna verksemd
incidents-entrance-patient = Pasient eller brukar
incidents-entrance-staff = Tilsett

incidents-error-filter = Filteret i adressa kan ikkje lesast. Opne lista på nytt og vel filteret der.
incidents-error-seal = Namnet er forsegla med ein annan nøkkel enn den som er her no. Spør den som driv Varde, om nøkkelfila.

incidents-escalate = Be eininga over om å gripe inn
incidents-escalate-help = Kva treng de som de ikkje rår over sjølve?

incidents-escalated = Løfta til eininga over

incidents-fact-beyond-foreseeable-risk = Utfallet var uventa ut frå pårekneleg risiko
incidents-fact-caused-by-service = Tenesta, eller mangel på ho, førte til det
incidents-fact-cosmetics-involved = Mistanke om kosmetikk
incidents-fact-could-have-been-serious = Det kunne ha ført til død eller alvorleg forverring
incidents-fact-data-breach = Personopplysningar kom på avvegar, vart endra eller var utilgjengelege
incidents-fact-death-may-be-unnatural = Dødsfallet kan vere unaturleg
incidents-fact-device-involved = Medisinsk utstyr førte til det eller kunne ført til det
incidents-fact-diet-supplement-involved = Mistanke om kosttilskot
incidents-fact-digital-security-event = Ei digital tryggingshending
incidents-fact-disease-told-at-once = Sjukdomen skal varslast på telefon straks
incidents-fact-drug-reaction-suspected = Mistanke om biverknad av legemiddel
incidents-fact-e-cigarette-involved = Mistanke om e-sigarett
incidents-fact-electro-medical-fault = Elektromedisinsk utstyr hadde ein feil
incidents-fact-electro-medical-involved = Elektromedisinsk utstyr var involvert
incidents-fact-entrance = Meldt av
incidents-fact-group-a-disease = Eit tilfelle av sjukdom i gruppe A (MSIS)
incidents-fact-harm-between-patients = Ein pasient eller brukar skadde ein annan
incidents-fact-hospital-stay = Det førte til innlegging eller lengre opphald
incidents-fact-lasting-effects = Det gav varige følgjer
incidents-fact-life-threatening = Det var livstrugande
incidents-fact-mode = Namn
incidents-fact-outbreak-in-hospital = Utbrot av smitte i sjukehus, mistenkt eller stadfesta
incidents-fact-outbreak-in-municipality = Utbrot av smitte i kommunal institusjon
incidents-fact-patient-death = Ein pasient eller brukar døydde
incidents-fact-patient-harm = Ein pasient eller brukar vart skadd, uansett kor lite
incidents-fact-patients-endangered = Forholda kan setje tryggleiken til pasientane i fare
incidents-fact-radiation-above-normal = Utilsikta stråling klart over det normale
incidents-fact-radiation-dose-deviated = Stråledosen avveik vesentleg frå det tilsikta
incidents-fact-radiation-equipment-failed = Teknisk svikt som har noko å seie for strålevernet
incidents-fact-radiation-source-lost = Ei strålekjelde er tapt eller stolen
incidents-fact-reaction-unexpected = Biverknaden er ny eller uventa
incidents-fact-research-event = Alvorleg uønskt medisinsk hending i forsking
incidents-fact-serious-blood-event = Alvorleg hending eller nesten-hending ved tapping, klargjering eller overføring av blod
incidents-fact-serious-blood-reaction = Blodgivar eller mottakar fekk ein alvorleg reaksjon
incidents-fact-serious-complication = Det oppstod ein alvorleg komplikasjon
incidents-fact-serious-deterioration = Helsa til nokon vart alvorleg forverra
incidents-fact-staff-death = Nokon døydde på jobb
incidents-fact-staff-serious-injury = Nokon vart alvorleg skadd på jobb
incidents-fact-transplant-event = Celler, vev eller organ i ei alvorleg hending eller reaksjon
incidents-fact-vaccine-involved = Legemiddelet er ei vaksine
incidents-fact-very-serious-harm = Ein pasient eller brukar fekk svært alvorleg skade
incidents-fact-wrong-blood-transfused = Nokon fekk blod som ikkje var til dei

incidents-facts = Om hendinga
incidents-facts-blood = Blod, celler og organ
incidents-facts-device = Medisinsk utstyr
incidents-facts-infection = Smitte
incidents-facts-medicine = Legemiddel og andre produkt
incidents-facts-other = Tilsette, forsking og opplysningar
incidents-facts-patient = Pasienten
incidents-facts-radiation = Stråling

incidents-field-escalated = Løfta
incidents-field-handler = Behandlar
incidents-field-harm = Kor stor skade vart det?
incidents-field-harm-help = Det verste som skjedde med nokon av dei det galdt.
incidents-field-level = Kor grundig skal det sjåast på?
incidents-field-no-measures = Kvifor det ikkje blir gjort noko meir
incidents-field-no-measures-help = Blir brukt berre når ingen tiltak svarar på hendinga. Grunngivinga må skrivast.
incidents-field-potential = Kor ille kunne det ha gått?
incidents-field-potential-help = Det verste som rimeleg kunne ha skjedd, om det skjer igjen.
incidents-field-state = Tilstand

incidents-filter-all = Alle
incidents-filter-from = Skjedde frå og med
incidents-filter-go = Filtrer
incidents-filter-label = Filtrer hendingane
incidents-filter-late = Over fristen
incidents-filter-mine = Som eg behandlar
incidents-filter-open = Ikkje avslutta
incidents-filter-reset = Nullstill
incidents-filter-serious = Alvorlege
incidents-filter-text = Søk i hendingane
incidents-filter-to = Skjedde til og med

incidents-finding-new = Trekk eit funn

incidents-follow-done = Lukk saka
incidents-follow-lead = Skriv inn kvitteringa du fekk då du melde.
incidents-follow-open = Sjå kva som har skjedd
incidents-follow-title = Følg ei melding utan namn

incidents-form-answer = Svar til meldaren
incidents-form-answer-help = Kva fann de ut, kva gjer de, og kva førte meldinga til? Meldaren les dette.
incidents-form-at = Klokka (omtrent)
incidents-form-at-help = Til dømes 14:30
incidents-form-disclosure-why = Kvifor må du vite kven det er?
incidents-form-done = Kva vart gjort med ein gong?
incidents-form-entrance = Kven er du?
incidents-form-escalate-reason = Kvifor må eininga over gripe inn?
incidents-form-hand-over-unit = Eining som skal svare for ho
incidents-form-hand-over-unit-help = Høyrer ho til ein annan stad enn lista viser, gi ho til eininga over begge.
incidents-form-handler-help = Dei som kan behandle hendingar i eininga ho ligg i no. Står feltet tomt, tek leiaren i eininga ho.
incidents-form-harmed = Vart nokon skadd?
incidents-form-join = Adressa til den andre hendinga
incidents-form-join-help = Opne den andre hendinga og kopier adressa. Meldingane blir flytta dit, og begge skildringane blir ståande.
incidents-form-learning = Kva lærte vi?
incidents-form-learning-help = Kva medverka til at det skjedde, og kva kan andre ha nytte av? Skriv om arbeidsmåtar, utstyr og rammer, ikkje om personar.
incidents-form-level-reason-help = Trengst når det ikkje blir sett nærare på. At det var ein kjend komplikasjon eller ein pårekneleg risiko, er ingen grunn.
incidents-form-more = Fortel meir, om du vil
incidents-form-name = Kven skal vite at det er du?
incidents-form-name-help = Fortruleg: namnet blir forsegla. Det blir opna berre når to er einige om at det må til, og du ser at det skjer.
incidents-form-on = Når?
incidents-form-open = Ope: dei som behandlar ho, ser kven eg er
incidents-form-place = Kvar der?
incidents-form-place-help = Til dømes rom 12, badet, på veg til røntgen
incidents-form-reason = Grunngiving
incidents-form-send = Send meldinga
incidents-form-sort = Kva slags melding er det?
incidents-form-title = Namn på hendinga
incidents-form-title-help = Kort, og slik at ho skil seg frå andre. Ingen namn på personar.
incidents-form-topics = Gjeld det òg noko av dette?
incidents-form-unit = Kvar?
incidents-form-what = Kva skjedde?
incidents-form-what-help = Fortel med eigne ord. Utelat namn og fødselsnummer.
incidents-form-where = Kvar
incidents-form-why = Kvifor utan namn?
incidents-form-why-help = Frivillig. Svaret blir talt for seg og blir ikkje knytt til meldinga.

incidents-guard-address = adresse
incidents-guard-as-is = Send som det er
incidents-guard-at-rest = Teksten kan innehalde: { $kinds }. Ikkje gi det att andre stader.
incidents-guard-birth-date = fødselsdato
incidents-guard-email = e-postadresse
incidents-guard-help = Det er sjeldan nødvendig for å lære av det som skjedde. Du bestemmer.
incidents-guard-identity = fødselsnummer
incidents-guard-leave-out = Ta det ut for meg
incidents-guard-likely = (sannsynlegvis)
incidents-guard-name = namn på ein tilsett
incidents-guard-phone = telefonnummer
incidents-guard-register = HPR-nummer
incidents-guard-title = Teksten kan vise kven nokon er

incidents-hand-over = Overlat til andre
incidents-hand-over-lead = Den som tek over, ser alt som er sagt og gjort. Fristen følgjer med.

incidents-handed-over = Hendinga er overlaten.

incidents-hang = { $n ->
    [one] éi hending som ikkje er avslutta
   *[other] { $n } hendingar som ikkje er avslutta
  }

incidents-harm-death = Død
incidents-harm-mild = Lett og forbigåande
incidents-harm-moderate = Moderat: kravde behandling eller varte lenge
incidents-harm-none = Ingen
incidents-harm-severe = Alvorleg: livstrugande eller varig

incidents-harmed-no = Nei
incidents-harmed-unknown = Veit ikkje
incidents-harmed-yes = Ja

incidents-home-days = Dagar frå melding til svar
incidents-home-days-unit = dagar (median)
incidents-home-late = Over fristen
incidents-home-none = Ingen enno
incidents-home-open = Ikkje avslutta
incidents-home-reporter = Noko å melde frå om?
incidents-home-share = Fekk svar på meldinga si
incidents-home-share-of = { $n } av { $of } meldingar siste år
incidents-home-title = Meldingar og svar i { $unit }
incidents-home-wait = Den som har venta lengst, har venta { $n ->
    [one] éin dag
   *[other] { $n } dagar
  }

incidents-join = Slå saman med ei anna

incidents-joined = Hendingane er slått saman.
incidents-joined-to = Gå til hendinga som ho er slått saman med

incidents-kind-concern = Uro
incidents-kind-good-care = Godt arbeid
incidents-kind-incident = Uønskt hending
incidents-kind-near-miss = Nesten-hending
incidents-kind-unsafe = Farleg forhold

incidents-level-event = Hendingsanalyse
incidents-level-huddle = Gjennomgang med dei som var der
incidents-level-none = Ikkje nærare (grunngivast)
incidents-level-thematic = Temaanalyse saman med liknande

incidents-list-due = Frist
incidents-list-found = { $n ->
    [one] Éi hending
   *[other] { $n } hendingar
  }
incidents-list-handler = Behandlar
incidents-list-happened = Skjedde
incidents-list-incident = Hending
incidents-list-kind = Type
incidents-list-lead = Det som er meldt i einingane du svarar for, og det som er overlate til deg.
incidents-list-none = Ingen hendingar her
incidents-list-none-help = Ingen hendingar passar med filteret, eller ingenting er meldt enno.
incidents-list-received = Meldt
incidents-list-state = Tilstand
incidents-list-title = Hendingar
incidents-list-unit = Eining

incidents-measures-none = Ingen tiltak svarar på hendinga enno. Trekk eit funn frå hendinga og lag eit tiltak der, eller sei kvifor det ikkje blir gjort noko meir.
incidents-measures-these = Desse tiltaka svarar på hendinga:

incidents-menu = Hendingar
incidents-menu-mine = Meldingane mine
incidents-menu-report = Meld frå

incidents-mine-anonymous = Melde du utan namn, står meldinga ikkje her.
incidents-mine-answer = Svar til deg, { $day }
incidents-mine-confidential = Meldinga er fortruleg. Dei som behandlar ho, ser ikkje kven du er.
incidents-mine-due = Neste steg har frist { $day }.
incidents-mine-lead = Alt du har meldt med namn eller i fortrulegheit, og kva som er blitt av det.
incidents-mine-none = Du har ikkje meldt noko enno
incidents-mine-none-help = Det du melder, følgjer du her til du har fått svar.
incidents-mine-one = Melding { $reference }
incidents-mine-open = Dei som behandlar meldinga, ser at det var du som melde.
incidents-mine-progress = Kor langt meldinga er komen
incidents-mine-received = Meldt
incidents-mine-sent = Det du sende inn
incidents-mine-title = Meldingane mine
incidents-mine-what = Melding

incidents-mode-anonymous = Utan namn
incidents-mode-confidential = Fortruleg
incidents-mode-open = Ope

incidents-more = Fleire val

incidents-name = Gi hendinga eit namn

incidents-no-measures-another = Høyrer til ei anna verksemd, som har fått vite det
incidents-no-measures-in-place = Det som er på plass, svarar alt på ho
incidents-no-measures-nothing = Ingenting kunne vore gjort annleis
incidents-no-measures-together = Blir følgd saman med andre av same slag

incidents-nobody = Ingen enno

incidents-pace-at-once = Straks
incidents-pace-soon = Snarast mogleg
incidents-pace-without-delay = Utan unødig opphald

incidents-problem-answer = Skriv eit svar til meldaren. Inga hending blir avslutta utan.
incidents-problem-duty-not-in-force = Regelen gjeld ikkje for dagen det skjedde, og kan ikkje avgjerast.
incidents-problem-duty-reason = Skriv kvifor.
incidents-problem-future = Dagen har ikkje vore enno. Skriv dagen det skjedde.
incidents-problem-handler = Logg inn som ein person som kan behandle hendinga.
incidents-problem-handler-unit = Personen kan ikkje behandle hendingar i den eininga. Vel ein annan, eller la feltet stå tomt.
incidents-problem-join = Finn ikkje hendinga. Kopier adressa til ei anna hending som du kan behandle.
incidents-problem-learning = Skriv kva de lærte.
incidents-problem-level-reason = Skriv kvifor det ikkje blir sett nærare på.
incidents-problem-level-serious = Ei alvorleg hending må sjåast på. Vel kor grundig.
incidents-problem-long-ago = Det er meir enn hundre år sidan. Sjekk årstalet.
incidents-problem-measures = Lag eit tiltak som svarar på hendinga, eller vel kvifor det ikkje blir gjort noko meir.
incidents-problem-measures-both = Det finst tiltak som svarar på hendinga. La feltet stå tomt.
incidents-problem-no-measures-reason = Skriv kvifor det ikkje blir gjort noko meir.
incidents-problem-order = Dette steget kan ikkje takast no. Sjå kvar hendinga står.
incidents-problem-potential = Det kan ikkje ha kunna gått betre enn det gjekk.
incidents-problem-receipt = Inga melding passar til kvitteringa. Sjekk kvar gruppe på fire teikn.
incidents-problem-time = Skriv klokkeslettet som 14:30.
incidents-problem-undecided = Nokre meldeplikter er ikkje avgjorde.
incidents-problem-unit = Vel kvar det skjedde.
incidents-problem-what = Fortel med nokre ord kva som skjedde.

incidents-receipt = Kvittering
incidents-receipt-help = Tjue teikn i fem grupper. Store og små bokstavar er like gode.
incidents-receipt-keep = Skriv ned kvitteringa eller ta bilete av ho. Ho blir vist berre no.
incidents-receipt-lost = Mistar du ho, kan ingen gi deg ei ny. Meldinga blir behandla likevel.
incidents-receipt-print = Skriv ut kvitteringa
incidents-receipt-received = Meldinga er motteken
incidents-receipt-shared = Er maskina felles, lukk nettlesaren når du er ferdig.
incidents-receipt-title = Kvitteringa di
incidents-receipt-use = Med ho ser du kva som blir gjort, og kan skrive med dei som behandlar saka.

incidents-recipient-blood-bank = Blodbanken
incidents-recipient-board-of-health-supervision = Statens helsetilsyn
incidents-recipient-civil-protection = DSB
incidents-recipient-county-governor = Statsforvaltaren
incidents-recipient-data-protection = Datatilsynet
incidents-recipient-data-subjects = Dei opplysningane gjeld
incidents-recipient-directorate-of-health = Helsedirektoratet
incidents-recipient-food-safety = Mattilsynet
incidents-recipient-health-cert = HelseCERT
incidents-recipient-infection-control-centre = Regionalt kompetansesenter for smittevern
incidents-recipient-labour-inspection = Arbeidstilsynet
incidents-recipient-medical-products = Direktoratet for medisinske produkt
incidents-recipient-municipal-doctor = Kommuneoverlegen
incidents-recipient-national-security = Nasjonalt tryggingsorgan
incidents-recipient-nav = Nav
incidents-recipient-not-established = Mottakar ikkje fastslått
incidents-recipient-own-management = Eiga leiing
incidents-recipient-patient-and-next-of-kin = Pasienten og pårørande
incidents-recipient-police = Politiet
incidents-recipient-public-health = Folkehelseinstituttet
incidents-recipient-radiation-protection = DSA
incidents-recipient-supervisory-authority = Tilsynsorganet
incidents-recipient-ukom = Ukom

incidents-reference = Referanse

incidents-refused-order = Dette kan ikkje gjerast slik hendinga står no.

incidents-reply-correction = Be om ei retting
incidents-reply-help = Spør om det som manglar, eller fortel kva som skjer. Meldaren les det, òg den som melde utan namn.
incidents-reply-text = Skriv til meldaren

incidents-report-by = Melding { $day }: { $who }
incidents-report-lead = Fire spørsmål, under eitt minutt. Du får alltid vite kva som blir gjort.
incidents-report-received = Takk. Meldinga er motteken, og her følgjer du ho.
incidents-report-title = Meld frå

incidents-said = Meldinga er send.

incidents-save = Lagre

incidents-saved = Lagra.

incidents-say-send = Send
incidents-say-text = Skriv til dei som behandlar saka

incidents-serious = Alvorleg

incidents-someone = Nokon som ikkje er her lenger

incidents-sort-harmed = Noko gjekk gale, og nokon vart skadd
incidents-sort-nearly = Det gjekk nesten gale
incidents-sort-unharmed = Noko gjekk gale, men ingen vart skadd
incidents-sort-unsafe = Noko er farleg eller utrygt
incidents-sort-unsure = Noko gjekk gale, og eg veit ikkje om nokon vart skadd
incidents-sort-well = Noko gjekk bra, og andre kan lære av det (#Råbra)
incidents-sort-worried = Eg er uroa for noko

incidents-stage-ahead = Seinare
incidents-stage-analysis = Blir sett nærare på
incidents-stage-answered = Svart på
incidents-stage-done = Gjort
incidents-stage-measures = Tiltak blir avgjorde
incidents-stage-now = No
incidents-stage-read = Blir lesen og vurdert
incidents-stage-received = Motteken

incidents-state-analysis = Analyse
incidents-state-closed = Avslutta
incidents-state-duties = Meldeplikter
incidents-state-effect = Ventar på verknad
incidents-state-joined = Slått saman
incidents-state-measures = Tiltak
incidents-state-received = Motteken
incidents-state-triage = Blir vurdert

incidents-step-assess = Vurder alvor
incidents-step-assess-help = Kor stor skaden vart, kor ille det kunne ha gått, og kor grundig det er verdt å sjå på.
incidents-step-close = Svar og avslutt
incidents-step-close-help = Den som melde, får svaret. Det er det som gjer at folk melder igjen.
incidents-step-decide-measures = Avgjer tiltak
incidents-step-decide-measures-help = Eit tiltak svarar på hendinga gjennom eit funn som byggjer på ho.
incidents-step-finish-analysis = Avslutt analysen
incidents-step-finish-analysis-help = Det de lærte, blir lese av den som melde når saka blir avslutta.
incidents-step-reopen = Opne igjen
incidents-step-reopen-help = Saka blir vurdert på nytt. Svaret som er gitt, blir ståande.
incidents-step-settle-duties = Meldepliktene er avgjorde
incidents-step-settle-duties-help = Nokre hendingar skal meldast vidare, til Helsetilsynet, Ukom, DMP, politiet eller andre.
incidents-step-take = Begynn på ho
incidents-step-take-help = Du blir den som behandlar hendinga, og meldaren ser at ho blir lesen.
incidents-step-taken = Hendinga er ført vidare.

incidents-talk = Samtale
incidents-talk-handler = Dei som behandlar saka
incidents-talk-none = Ingen har skrive enno. Lurer du på noko, eller hugsar du meir, skriv her.
incidents-talk-none-handler = Ingenting er sagt enno.
incidents-talk-reporter = Den som melde
incidents-talk-you = Du

incidents-told-agreed = Ja til å få vite kven som melde
incidents-told-asked = Bedt om å få vite kven som melde
incidents-told-assess = Alvoret er vurdert
incidents-told-changed = Endra
incidents-told-close = Svart på og avslutta
incidents-told-decide-measures = Tiltak er avgjorde
incidents-told-duty-decided = Avgjort ei meldeplikt
incidents-told-duty-sent = Sendt ei melding vidare
incidents-told-escalate = Løfta til eininga over
incidents-told-facts = Svart på det meldepliktene spør om
incidents-told-finish-analysis = Analysen er ferdig
incidents-told-hand-over = Overlate til andre
incidents-told-join = Slått saman med ei anna
incidents-told-joined = Ei anna hending er slått saman med denne
incidents-told-name = Fått eit namn
incidents-told-received = Meldt
incidents-told-refused = Nei til å få vite kven som melde
incidents-told-reopen = Opna igjen
incidents-told-seen = Sett kven som melde
incidents-told-settle-duties = Meldepliktene er avgjorde
incidents-told-take = Nokon har begynt på ho

incidents-topic-contracted = Privat leverandør eller annan med avtale
incidents-topic-equipment = Medisinsk utstyr
incidents-topic-medicine-dispensing = Legemiddel: istandgjering
incidents-topic-medicine-giving = Legemiddel: utdeling
incidents-topic-medicine-monitoring = Legemiddel: oppfølging av verknad
incidents-topic-medicine-ordering = Legemiddel: ordinering
incidents-topic-staff-harm = Ein tilsett vart skadd
incidents-topic-transition = Overgang mellom einingar eller tenester
incidents-topic-violence = Vald eller truslar

incidents-waits-analysis = Finn ut kva som låg bak, så grundig som ho er verdt.
incidents-waits-closed = Den som melde, har fått svar.
incidents-waits-duties = Avgjer om nokon andre skal ha melding.
incidents-waits-effect = Sjå om det som vart gjort, verkar. Svar så den som melde.
incidents-waits-measures = Avgjer kva som skal gjerast, eller kvifor det ikkje blir gjort noko meir.
incidents-waits-received = Ingen har begynt på ho enno. Den som melde, ventar.
incidents-waits-triage = Vurder kor alvorleg ho er.

incidents-who-sees = Blir sett av leiar, kvalitetsrådgivar og toppleiar for eininga og einingane over, og av den som behandlar ho.

incidents-why-colleagues = Av omsyn til kollegaer
incidents-why-fear-career = Eg er redd for namnet mitt eller karrieren
incidents-why-fear-employer = Eg er redd for kva arbeidsgivaren gjer
incidents-why-fear-other = Eg er redd for kva ei anna verksemd gjer
incidents-why-no-benefit = Eg ser ikkje nytta av å oppgi namn
incidents-why-no-sign-in = Eg hugsar ikkje korleis eg loggar inn
incidents-why-other = Noko anna
incidents-why-save-time = For å spare tid

incidents-work-analysis = Avslutt analysen
incidents-work-disclosure = Avgjer
incidents-work-duties = Avgjer meldepliktene
incidents-work-effect = Svar og avslutt
incidents-work-measures = Avgjer tiltak
incidents-work-received = Begynn på hendinga
incidents-work-triage = Vurder hendinga
