### Personer, roller og innlogging

people-account-actions = Handlinger
people-account-cancel = Avbryt
people-account-choose-unit = Velg enhet
people-account-date = dag.måned.år
people-account-optional = (valgfritt)
people-account-save = Lagre
people-account-type-unit = Skriv navnet eller koden til enheten.
people-account-why = Hvorfor
people-account-why-help = En kort grunn. Den blir stående i historikken.
people-action-answer = Svare
people-action-approve = Vedta
people-action-count = Se alle tall, også små
people-action-create = Opprette
people-action-edit = Endre
people-action-export = Ta ut data
people-action-read = Lese
people-close-done = Kontoen er stengt. Alle økter og tokener er avsluttet.
people-close-not-oneself = Du kan ikke stenge din egen konto. Be en annen administrator gjøre det.
people-close-text = { $name } kan ikke lenger logge inn, og alle økter og API-tokener slutter å virke med en gang. Det personen har gjort, blir stående. Kontoen kan åpnes igjen senere.
people-close-title = Steng kontoen
people-close-undo = Åpne kontoen igjen
people-close-undone = Kontoen er åpnet igjen.
people-conflict-someone = Noen andre
people-conflict-title = { $who } endret dette { $when }
people-follows-begins = Ingen har en rolle på { $units } ennå. Gi roller der før dagen kommer.
people-follows-below = { $n ->
    [one] Enheten under følger med:
   *[other] De { $n } enhetene under følger med:
}
people-follows-gain = { $n ->
    [one] Én rolle høyere opp kommer til å gjelde her:
   *[other] { $n } roller høyere opp kommer til å gjelde her:
}
people-follows-goals = Planer og mål som { $unit } arver ovenfra, kommer deretter gjennom { $to } og ikke gjennom { $from }. Egne planer, mål, tiltak, runder og oppgaver følger enheten.
people-follows-hangs = Dette henger på det som legges ned, og flyttes ikke av seg selv. Flytt eller avslutt det før dagen:
people-follows-hangs-nothing = Ingen planer, mål, runder eller åpne oppgaver henger på det som legges ned.
people-follows-held = { $n ->
    [one] Én rolle på det som legges ned, mister virkning:
   *[other] { $n } roller på det som legges ned, mister virkning:
}
people-follows-holder = { $name }: { $role }, { $unit }
people-follows-led-over = { $n ->
    [one] Én enhet til får ny plass:
   *[other] { $n } andre enheter får ny plass:
}
people-follows-lose = { $n ->
    [one] Én rolle høyere opp gjelder ikke lenger her:
   *[other] { $n } roller høyere opp gjelder ikke lenger her:
}
people-follows-more = og { $n } til
people-follows-planned = Fra før er dette planlagt for de samme enhetene:
people-hang-persons = { $n ->
    [one] Én person som har enheten som arbeidssted
   *[other] { $n } personer som har enheten som arbeidssted
}
people-hang-roles = { $n ->
    [one] Én rolle
   *[other] { $n } roller
}
people-happens-closed = { $when ->
    [comes] { $unit } legges ned { $day }.
   *[was] { $unit } ble lagt ned { $day }.
}
people-happens-created = { $when ->
    [comes] { $unit } begynner { $day }.
   *[was] { $unit } begynte { $day }.
}
people-happens-joined = { $when ->
    [comes] { $units } går inn i { $to } { $day }.
   *[was] { $units } gikk inn i { $to } { $day }.
}
people-happens-lies = { $when ->
    [comes] { $unit } ligger fra { $day } i { $to }, ikke lenger i { $from }.
   *[was] { $unit } kom { $day } til å ligge i { $to }, ikke lenger i { $from }.
}
people-happens-lies-in = { $when ->
    [comes] { $unit } ligger i { $to } fra { $day }.
   *[was] { $unit } har ligget i { $to } fra { $day }.
}
people-happens-lies-no-more = { $when ->
    [comes] { $unit } ligger ikke lenger i { $from } fra { $day }.
   *[was] { $unit } sluttet å ligge i { $from } { $day }.
}
people-happens-merged = { $when ->
    [comes] { $units } slås sammen til { $to } { $day }.
   *[was] { $units } ble slått sammen til { $to } { $day }.
}
people-happens-moved = { $when ->
    [comes] { $unit } flyttes { $day } fra { $from } til { $to }.
   *[was] { $unit } ble flyttet { $day } fra { $from } til { $to }.
}
people-happens-moved-from = { $when ->
    [comes] { $unit } hører ikke lenger til { $from } etter { $day }.
   *[was] { $unit } sluttet å høre til { $from } { $day }.
}
people-happens-moved-somewhere = { $when ->
    [comes] { $unit } flyttes { $day }.
   *[was] { $unit } ble flyttet { $day }.
}
people-happens-moved-to = { $when ->
    [comes] { $unit } kommer under { $to } { $day }.
   *[was] { $unit } kom under { $to } { $day }.
}
people-happens-parted = { $when ->
    [comes] { $parts } skilles ut fra { $unit } { $day }. { $unit } fortsetter.
   *[was] { $parts } ble skilt ut fra { $unit } { $day }.
}
people-happens-renamed = { $when ->
    [comes] { $unit } får navnet { $name } { $day }.
   *[was] { $unit } fikk navnet { $name } { $day }.
}
people-happens-split = { $when ->
    [comes] { $unit } legges ned { $day } og blir til { $parts }.
   *[was] { $unit } ble lagt ned { $day } og ble til { $parts }.
}
people-happens-uses = { $when ->
    [comes] { $unit } blir opptaksområde for { $to } fra { $day }.
   *[was] { $unit } ble opptaksområde for { $to } { $day }.
}
people-happens-uses-no-more = { $when ->
    [comes] { $unit } er ikke lenger opptaksområde for { $from } fra { $day }.
   *[was] { $unit } sluttet å være opptaksområde for { $from } { $day }.
}
people-me-about = Om meg
people-me-about-help = Brukernavn, e-post og enhet endres av administratoren der du arbeider.
people-me-drafts = Ta vare på det jeg skriver til det er sendt
people-me-drafts-help = Det ligger kryptert i denne nettleseren i høyst et døgn, og bare denne innloggingen kan lese det. Når du logger ut, slettes det.
people-me-language = Språk
people-me-lead = Dette vet Varde om deg, og dette styrer du selv.
people-me-linked = Du kan logge inn gjennom virksomhetens innloggingstjeneste.
people-me-roles = Rollene mine
people-me-saved = Endringene dine er lagret.
people-me-scheme = Lys eller mørk
people-me-scheme-auto = Som maskinen
people-me-scheme-dark = Mørk
people-me-scheme-light = Lys
people-me-title = Min side
people-me-tokens = API-tokener ({ $n } i bruk)
people-me-ways = Veier inn
people-me-who = Hvem ser hva om meg?
people-me-who-administrators = Administratorer for enheten du arbeider i, ser også brukernavn, e-post og om kontoen er åpen. De kan stenge kontoen og gi et nytt engangspassord, men ikke se passordet ditt.
people-me-who-everyone = Alle som er logget inn, ser navnet ditt, rollene dine og det du gjør i dem: hvem som har ansvar, skal være åpent.
people-me-who-history = Endringer du gjør, står i historikken med navnet ditt, tidspunkt og grunn.
people-me-who-leaders = Ledere og kvalitetsrådgivere over deg, administratorer og personvernombudet kan se siden din i personlisten. Hver gang noen ser den, blir det notert, og du kan se hvem.
people-me-who-sessions = Øktene og tokenene dine ser bare du. Varde lagrer verken nettadressen din eller hvilken nettleser du bruker.
people-menu-persons = Personer og roller
people-oidc-over = Innloggingen er allerede brukt, for gammel, eller begynt i en annen nettleser. Gå til innloggingssiden og begynn på nytt.
people-password-changed = Passordet er endret, og andre økter og alle tokener til API-et er avsluttet.
people-password-current = Passordet du har nå
people-password-differs = De to nye passordene er ikke like. Skriv det samme begge steder.
people-password-first = Du logget inn med et engangspassord som noen andre har sett. Velg et eget passord før du går videre.
people-password-first-title = Velg ditt eget passord
people-password-new = Nytt passord
people-password-own-name = Passordet inneholder navnet eller brukernavnet ditt. Velg noe andre ikke kan gjette.
people-password-repeat = Nytt passord en gang til
people-password-rules = Minst 12 tegn. Noen ord etter hverandre er både sterkt og lett å huske. Ikke bruk navnet ditt eller et vanlig passord.
people-password-save = Lagre nytt passord
people-password-sessions = Når passordet er endret, avsluttes alle andre økter og alle tokener til API-et.
people-password-title = Endre passord
people-password-too-common = Passordet er blant dem som gjettes først. Velg noen ord som ikke hører sammen.
people-password-too-long = Passordet er for langt. Bruk høyst 200 tegn.
people-password-too-short = Passordet er for kort. Bruk minst 12 tegn.
people-password-unchanged = Det nye passordet er likt det gamle. Velg et annet.
people-password-wrong = Dette er ikke passordet du har nå.
people-person-account = Kontoen
people-person-active = Åpen
people-person-closed = Stengt
people-person-edit-saved = Personen er lagret.
people-person-edit-title = Endre opplysninger
people-person-email = E-post i arbeidet
people-person-history = Hva som er gjort
people-person-home = Arbeider i
people-person-home-help = Administratorene for denne enheten og enhetene over kan endre kontoen.
people-person-link = La personen logge inn gjennom innloggingstjenesten med denne e-posten
people-person-link-help = Gjelder én gang: Første gang noen kommer derfra med nettopp denne bekreftede e-posten, blir de koblet til denne personen.
people-person-link-waits = Venter på første innlogging med e-posten
people-person-linked = Koblet
people-person-name = Navn
people-person-new-done = Personen er opprettet
people-person-new-lead = Uten brukernavn får personen ingen lokal konto, og kan bare komme inn gjennom innloggingstjenesten. Roller gir du etterpå.
people-person-new-make = Opprett personen
people-person-new-shown = { $name } er opprettet uten lokal konto.
people-person-new-title = Ny person
people-person-no-unit = Ingen enhet
people-person-not-linked = Ikke koblet
people-person-provider = Innloggingstjeneste
people-person-roles = Roller
people-person-state = Konto
people-person-unit-gone = Enhet som ikke finnes i dag
people-person-username = Brukernavn
people-person-username-help = 3 til 60 tegn: bokstaver, tall, punktum, bindestrek, understrek og krøllalfa.
people-person-waiting = Venter på eget passord
people-persons-all = Alle
people-persons-export = Last ned listen (CSV)
people-persons-filter = Avgrens listen
people-persons-lead = Personene i enhetene du har ansvar for.
people-persons-none = Ingen personer passer
people-persons-none-help = Prøv færre bokstaver, eller vis alle. Personer i andre enheter vises ikke.
people-persons-reset = Vis alle
people-persons-search = Navn, brukernavn eller e-post
people-persons-show = Vis
people-persons-title = Personer og roller
people-planned-cancel = Avlys endringen
people-planned-cancel-help = Alt blir som om endringen aldri var planlagt. Historien viser at den var planlagt, hvem som avlyste den, og hvorfor.
people-planned-cancelled = Den planlagte endringen er avlyst.
people-planned-change = Avlys eller velg en annen dag
people-planned-new-day = Ny dag
people-planned-other-day = Velg en annen dag
people-planned-over = Dagen har kommet. Endringen gjelder og kan ikke avlyses.
people-planned-redated = Den planlagte endringen har fått ny dag.
people-planned-same-day = Dette er dagen som er planlagt allerede. Velg en annen.
people-planned-set-day = Lagre den nye dagen
people-planned-title = Planlagt endring
people-planned-to-come = Velg en dag som ikke har kommet ennå.
people-planned-used = Enheten som skulle begynne, er tatt i bruk: { $what }. Flytt eller avslutt det først.
people-refused-email = Skriv en e-postadresse, for eksempel kari@eksempel.no.
people-refused-email-for-link = Skriv e-posten som innloggingstjenesten kjenner personen ved.
people-refused-filter = Filteret er ikke en id eller en dato slik API-beskrivelsen sier.
people-refused-unit-not-yours = Du er ikke administrator for denne enheten. Velg en enhet du er administrator for.
people-refused-unit-several = Flere enheter heter det. Skriv koden i stedet: { $codes }
people-refused-unit-unknown = Vi finner ingen enhet med dette navnet eller denne koden.
people-refused-username = Bruk 3 til 60 tegn: bokstaver, tall, punktum, bindestrek, understrek og krøllalfa.
people-refused-username-taken = Brukernavnet er i bruk. Velg et annet.
people-reset-back = Til personens side
people-reset-done = Nytt engangspassord
people-reset-go = Lag engangspassord
people-reset-make = Gi lokal konto
people-reset-shown = Engangspassordet til { $name } vises bare her og bare nå.
people-reset-shown-help = Gi det til personen på en trygg måte. Ved første innlogging må det byttes.
people-reset-text = Vi lager et engangspassord for { $name } og viser det én gang. Alle økter og API-tokener personen har, slutter å virke.
people-reset-title = Nytt engangspassord
people-role-about-administrator = Styrer kontoer, roller og organisasjonen. Avgjør ikke faglig innhold.
people-role-about-board-member = Sitter i styret eller rådet: leser og stemmer.
people-role-about-planner = Lager planer og følger dem opp.
people-role-about-privacy-officer = Passer på personvernet: leser historikk og roller, endrer ingenting.
people-role-about-quality-adviser = Hjelper ledere med kvalitetsarbeidet.
people-role-about-staff = Arbeider der: leser det som gjelder enheten, og foreslår forbedringer.
people-role-about-top-leader = Øverste leder: vedtar planer og delegerer myndighet.
people-role-about-unit-leader = Leder en enhet: svarer for mål, tiltak og årshjul.
people-role-by = Gitt av
people-role-coming = Kommer
people-role-end = Avslutt rollen
people-role-end-help = Velg gårsdagen for å avslutte rollen med en gang.
people-role-end-text = { $name } har rollen { $role } i { $unit }. Når er siste dag?
people-role-end-title = Avslutt rollen
people-role-ended = Rollen har fått en siste dag.
people-role-ends-early = Siste dag er før første dag.
people-role-from = Fra
people-role-give = Gi rollen
people-role-given = Rollen er gitt.
people-role-grounds = Grunnlag
people-role-grounds-help = Hvorfor rollen gis eller avsluttes, for eksempel «ny leder fra 1. januar». Skriv ikke noe om helse eller andre private forhold.
people-role-held = Personen har allerede denne rollen i enheten i hele eller deler av tiden.
people-role-is-over = Avsluttet
people-role-last = Siste dag
people-role-last-help = La feltet stå tomt når rollen gjelder inntil videre.
people-role-later = Rollen slutter før denne dagen. En rolle forlenges ved å gi den på nytt.
people-role-new-lead = En rolle gjelder i enheten og alle enheter under den.
people-role-new-title = Gi rolle
people-role-none = Ingen roller
people-role-none-help = Uten roller ser man det som er åpent for alle, og ikke mer.
people-role-open = Inntil videre
people-role-over = Rollen er allerede avsluttet.
people-role-role = Rolle
people-role-too-early = Velg i går eller senere. Det noen har hatt ansvar for, kan ikke tas tilbake i ettertid.
people-role-unit = Enhet
people-role-unit-help = Du kan gi roller i enheter der du er administrator.
people-sees-help = Tabellen er laget av selve tilgangsreglene og gjelder også utkast. Det som er vedtatt og publisert, kan alle som er logget inn, lese.
people-sees-lead = I enhetene der rollene gjelder, og enhetene under, gir { $roles } rett til dette:
people-sees-no = Nei
people-sees-nothing = Ingen rolle gjelder i dag. Da ser man bare det som er åpent for alle som er logget inn.
people-sees-title = Hva rollene gir tilgang til
people-sees-units = Se hvem som har roller i hver enhet
people-sees-what = Gjelder
people-sees-yes = Ja
people-session-began = Begynte
people-session-end = Avslutt
people-session-end-others = Avslutt alle andre
people-session-ended = Økten er avsluttet.
people-session-help = En økt slutter av seg selv etter 8 timer uten bruk, og senest etter 30 dager. Kjenner du ikke igjen en økt, så avslutt den og endre passordet.
people-session-how = Innlogging
people-session-none = Ingen økter
people-session-none-help = Når du logger inn, står økten her.
people-session-others-ended = Alle andre økter er avsluttet.
people-session-password = Passord
people-session-provider = Innloggingstjeneste
people-session-this = Denne økten
people-session-title = Her er du logget inn
people-session-used = Sist brukt
people-signin-go = Logg inn
people-signin-help = Har du ikke konto, eller har du glemt passordet? Spør administratoren der du arbeider.
people-signin-or = eller med brukernavn og passord:
people-signin-over = Du er logget ut.
people-signin-password = Passord
people-signin-provider = Logg inn gjennom virksomheten
people-signin-provider-failed = Innloggingen hos innloggingstjenesten ble ikke fullført. Prøv igjen.
people-signin-provider-unknown = Innloggingstjenesten kjenner deg, men du har ingen åpen konto i Varde. Spør administratoren der du arbeider.
people-signin-refused = Brukernavnet eller passordet stemmer ikke.
people-signin-title = Logg inn
people-signin-username = Brukernavn
people-someone-former = En tidligere kollega
people-someone-unknown = Noen som ikke var logget inn
people-someone-varde = Varde selv
people-thing-alternative = Alternativer og stemmer
people-thing-body = Organer og plasser
people-thing-document = Dokumenter og merknader
people-thing-finding = Funn
people-thing-goal = Mål
people-thing-history = Historikk
people-thing-holding = Roller i enheter
people-thing-indicator = Indikatorer
people-thing-measure = Tiltak
people-thing-own = Eget
people-thing-person = Personer og kontoer
people-thing-pilot = Piloter og satsinger
people-thing-plan = Planer
people-thing-proposal = Forslag
people-thing-round = Statusrunder
people-thing-series = Måleserier
people-thing-chart-spec = Diagrammer og faser
people-thing-data-source = Datakilder
people-thing-incident = Hendelser
people-thing-point-note = Notater på punkter
people-thing-report = Meldinger
people-thing-reporter = Hvem som meldte i fortrolighet
people-thing-scan = Gjennomganger av alle serier
people-thing-signal = Signaler
people-thing-system = Drift og innstillinger
people-thing-task = Oppgaver og ansvar
people-thing-unit = Enheter
people-thing-wheel = Årshjul
people-token-back = Tilbake til tokenene
people-token-created = Laget
people-token-days = Gyldig i antall dager
people-token-days-help = Høyst 365.
people-token-days-refused = Skriv et helt tall fra 1 til { $max }.
people-token-expires = Gyldig til
people-token-is-over = Utløpt
people-token-is-revoked = Trukket tilbake
people-token-last-used = Sist brukt
people-token-lead = Med et token kan et program handle på dine vegne gjennom API-et, aldri med flere rettigheter enn du har selv.
people-token-list = Tokenene mine
people-token-made = Nytt token
people-token-made-help = Tokenet «{ $name }» vises bare her og bare nå. Kopier det til et trygt sted.
people-token-make = Lag token
people-token-name = Navn
people-token-name-help = Hva tokenet skal brukes til, så du kjenner det igjen.
people-token-never = Aldri
people-token-new = Lag et nytt token
people-token-none = Ingen tokener
people-token-none-help = Lag et når et program skal bruke API-et for deg.
people-token-revoke = Trekk tilbake
people-token-revoke-text = Programmer som bruker tokenet «{ $name }», slutter å virke med en gang. Det kan ikke gjøres om.
people-token-revoke-title = Trekke tilbake tokenet?
people-token-revoked = Tokenet er trukket tilbake.
people-token-scope = Hva det kan
people-token-scope-read = Bare lese
people-token-scope-write = Lese og endre
people-token-title = API-tokener
people-token-use = Send det i hodet «Authorization: Bearer …» til adresser under /api/v1.
people-told-created = Personen ble opprettet
people-told-deactivated = Kontoen ble stengt
people-told-edited = Opplysningene ble endret
people-told-linked = Koblet til innloggingstjenesten
people-told-other = Endret
people-told-password-changed = Passordet ble endret av personen selv
people-told-password-reset = Nytt engangspassord ble laget
people-told-plan-cancelled = Planlagt endring avlyst
people-told-plan-redated = Planlagt endring fikk ny dag
people-told-reactivated = Kontoen ble åpnet igjen
people-told-role-ended = Rollen fikk en siste dag
people-told-role-given = Rolle gitt
people-told-token-made = API-token laget
people-told-token-revoked = API-token trukket tilbake
people-told-unlinked = Koblingen til innloggingstjenesten ble fjernet
people-unlink-done = Koblingen er fjernet.
people-unlink-text = { $name } kan ikke lenger komme inn gjennom innloggingstjenesten, og alle økter avsluttes. Har personen ingen lokal konto, finnes det da ingen vei inn.
people-unlink-title = Fjern koblingen til innloggingstjenesten
### ---

### Organisasjonen og aktørene

people-actors-all-mine = Alle ({ $n })
people-actors-any-level = Alle
people-actors-as = Som
people-actors-below = Hører under denne aktøren
people-actors-duties = Plikter
people-actors-duty = Plikt
people-actors-every = Alle enheter av typen { $kind }
people-actors-is = Er
people-actors-lead = De som planene gir oppgaver: hvem de er, og hva de er bedt om å gjøre.
people-actors-level = Nivå
people-actors-level-all = Gjelder alle nivåer
people-actors-level-enterprise = Foretak og virksomhet
people-actors-level-individual = Enkeltperson
people-actors-level-international = Internasjonalt
people-actors-level-municipal = Kommune
people-actors-level-national = Nasjonalt
people-actors-level-regional = Regionalt
people-actors-mine = Bare mine
people-actors-all-around = Se alle aktører og plikter
people-actors-around = Plikter for { $unit }
people-actors-around-lead = Dette svarer { $unit } for. Enheten din er en del av den, og har ingen egne plikter i planene.
people-actors-my-duties = Mine plikter
people-actors-name = Aktør
people-actors-no-duties = Ingen oppgitt
people-actors-no-duties-help = Dokumentene gir ingen plikter til denne aktøren.
people-actors-none = Ingen aktører passer
people-actors-none-help = Prøv færre ord eller et annet nivå.
people-actors-search = Finn en aktør
people-actors-source = Kilde: { $document }
people-actors-source-place = Kilde: { $document }, { $place }
people-actors-title = Aktører og plikter
people-actors-under = Hører under
people-actors-you = Det er dere
people-import-apply = Gjør endringene
people-import-begins-elsewhere = Enheten finnes fra før og begynte { $known }. La datoen være den samme.
people-import-check = Vis hva filen endrer
people-import-closed = Legges ned
people-import-column = Kolonne
people-import-column-missing = Kolonnen «{ $column }» mangler i første linje.
people-import-column-twice = Kolonnen «{ $column }» står to ganger.
people-import-column-unknown = Kolonnen «{ $column }» er ukjent. Fjern den, eller gi den et av navnene i beskrivelsen.
people-import-corrected = Type eller nummer rettes
people-import-created = Ny
people-import-cut = Filen ser ut til å slutte midt i denne raden. Hent den på nytt, eller avslutt siste linje med linjeskift.
people-import-day = Skriv datoen som år-måned-dag, slik Statistisk sentralbyrå gjør, for eksempel 2020-01-01.
people-import-done = Filen er lest inn, og organisasjonen er oppdatert.
people-import-edge-to-itself = Raden sier at en utgave ble til seg selv. Pek på to forskjellige rader.
people-import-effect = Hva som skjer
people-import-empty = Filen har ingen rader under overskriftene.
people-import-encoding = Her kan ikke tegnene leses, eller de er skrevet i et annet tegnsett enn resten av filen. Lagre hele filen som UTF-8 og prøv igjen.
people-import-faults = Dette må rettes i filen
people-import-file = Fil med enheter
people-import-file-help = Vår egen tabell eller kvalitetsregistrenes enhetstre (CSV), eller metadata fra DHIS2 (JSON). Høyst 8 MB her.
people-import-format = Slik skal filen se ut
people-import-format-help = Kolonnene code, name, kind, parent og valid_from må være med. De andre er valgfrie: valid_to, name_nn, name_en, short, county, orgnr, kommunenr, fylkesnr, reshid, her og local. En enhet som filen ikke nevner, blir stående.
people-import-kind = Typen «{ $kind }» er ukjent. Typene står under «Slik skal filen se ut».
people-import-kinds = Typen skrives som den heter på norsk eller engelsk, eller med koden ved siden av:
people-import-lead = Les inn enheter fra en fil. Først ser du hva som vil skje; ingenting endres før du sier ja.
people-import-line = Linje eller nummer
people-import-more = … og { $n } til
people-import-moved = Flyttes
people-import-no-such-row = Raden som det vises til, finnes ikke i den andre tabellen.
people-import-not-table = Filen kan ikke leses som en tabell.
people-import-nothing = Alt i filen er allerede slik. Ingenting endres.
people-import-on = Endringer gjelder fra
people-import-on-help = Nytt navn og ny plass for enheter som finnes fra før, gjelder fra denne dagen. Nye enheter begynner på sin egen dato, eller på denne dagen når filen ikke har noen.
people-import-plan = Dette vil skje
people-import-refused = { $n ->
    [one] Én feil. Ingenting i filen er tatt i bruk.
   *[other] { $n } feil. Ingenting i filen er tatt i bruk.
}
people-import-renamed = Får nytt navn
people-import-title = Les inn enheter
people-import-too-large = Filen er for stor. Del den opp.
people-import-too-many-columns = Raden har flere kolonner enn overskriften.
people-import-twice = Koden «{ $code }» står mer enn én gang i filen.
people-import-unchanged = { $n ->
    [one] Én enhet i filen er uendret.
   *[other] { $n } enheter i filen er uendret.
}
people-import-unit-unknown = Ingen enhet har koden «{ $code }», verken i filen eller fra før.
people-import-whole = Hele filen
people-import-will = { $n ->
    [one] Én enhet endres:
   *[other] { $n } enheter endres:
}
people-import-wrong = Hva som er galt
people-menu-actors = Aktører og plikter
people-menu-units = Organisasjonen
people-unit-back-to-form = Tilbake til skjemaet
people-unit-begins = Enheten begynner { $day }. Siden viser den slik den blir.
people-unit-below = Enheter under
people-unit-beside = Enheter ved siden av
people-unit-beside-today = Oversiktene øverst er slik de er i dag, { $day }.
people-unit-between = Fra { $from } til { $to }
people-unit-called = Navn gjennom tiden
people-unit-cancel = Avbryt
people-unit-choose-kind = Velg type
people-unit-choose-one = Velg en enhet
people-unit-close = Legg ned enheten
people-unit-close-lead = Enheten blir stående i historien og kan alltid leses slik den var.
people-unit-code-help = En fast kode til import og API. Står feltet tomt, lages den av navnet.
people-unit-create-lead = En enhet kan begynne i dag, ha begynt før eller begynne senere.
people-unit-day-help = Kan være en dag som kommer. Fram til da står alt som i dag.
people-unit-edit = Endre navn og nummer
people-unit-edit-lead = Det gamle navnet blir stående for tiden det gjaldt.
people-unit-ended = Enheten ble lagt ned { $day }. Siden viser den slik den sist var.
people-unit-not-then = Enheten fantes ikke { $asked }. Siden viser den slik den var eller blir { $day }, som er nærmeste dag den finnes.
people-unit-ends = Hva skjer med enheten selv?
people-unit-ends-no = Den fortsetter ved siden av de nye
people-unit-ends-yes = Den legges ned og blir til de nye
people-unit-facts = Om enheten
people-unit-field-code = Kode
people-unit-field-from = Gjelder fra
people-unit-field-kind = Type
people-unit-field-name = Navn
people-unit-field-note = Hvorfor
people-unit-field-on = Dato
people-unit-field-short = Kortnavn
people-unit-field-to = Gjelder til
people-unit-find-help = Skriv navnet eller koden.
people-unit-from-day = Gjelder fra
people-unit-from-day-help = Det nye gjelder fra denne dagen. Før den gjelder det gamle.
people-unit-go-on = Vis hva som vil skje
people-unit-goes = Hvor skal enhetene under?
people-unit-goes-help = Velg for hver enhet som i dag ligger under den som deles.
people-unit-happened = Endringer
people-unit-history = Historie og planlagte endringer
people-unit-into = Hva blir de til?
people-unit-into-known = Denne enheten fortsetter, og de andre går inn i den
people-unit-into-new = En ny enhet
people-unit-keeps-past = Det som har vært, blir stående og kan leses slik det var.
people-unit-kind-authority = Myndighet
people-unit-kind-clinic = Klinikk
people-unit-kind-competence-centre = Kompetansesenter
people-unit-kind-county = Fylke
people-unit-kind-department = Avdeling
people-unit-kind-education = Utdanning
people-unit-kind-gp-practice = Fastlegekontor
people-unit-kind-health-trust = Helseforetak
people-unit-kind-home-care = Hjemmetjeneste
people-unit-kind-hospital = Sykehus
people-unit-kind-ministry = Departement
people-unit-kind-municipal-service = Kommunal tjeneste
people-unit-kind-municipality = Kommune
people-unit-kind-nation = Land
people-unit-kind-nursing-home = Sykehjem
people-unit-kind-organisation = Organisasjon
people-unit-kind-other = Annet
people-unit-kind-out-of-hours = Legevakt
people-unit-kind-private-provider = Privat leverandør
people-unit-kind-regional-health-authority = Regionalt helseforetak
people-unit-kind-ward = Sengepost eller seksjon
people-unit-last-day = Lagt ned fra
people-unit-last-day-help = Den første dagen uten enheten.
people-unit-leads = Hvem leder
people-unit-leads-day = Slik rollene gjelder { $day }.
people-unit-lies-here = { $n ->
    [one] Én enhet ligger her
   *[other] { $n } enheter ligger her
}
people-unit-merge = Slå sammen med andre
people-unit-merge-lead = Flere enheter blir til én på en dato. Alt som ligger under dem, følger med.
people-unit-move = Flytt enheten
people-unit-move-lead = Enheten får en ny plass fra en dato. Alt under den følger med.
people-unit-n-below = Under seg
people-unit-new-below = Ny enhet under
people-unit-no-leader = Ingen leder er registrert.
people-unit-none-below = Ingen enheter ligger under denne.
people-unit-note-help = Kort om bakgrunnen, for dem som leser historien.
people-unit-nothing-changes = Ingenting endres: slik er det allerede.
people-unit-number-fylkesnr = Fylkesnummer
people-unit-number-her = HER-id
people-unit-number-kommunenr = Kommunenummer
people-unit-number-local = Lokal kode
people-unit-number-orgnr = Organisasjonsnummer
people-unit-number-reshid = RESH-id
people-unit-numbers = Nummer i registre
people-unit-numbers-help = Fyll ut dem du kjenner.
people-unit-optional = (valgfritt)
people-unit-other-help = Skriv navnet eller koden. Tomt avslutter en plassering eller et opptaksområde.
people-unit-others = Andre enheter som slås sammen med denne
people-unit-others-help = Navn eller kode, én på hver linje.
people-unit-owner = Hører til
people-unit-parts = Nye enheter
people-unit-parts-help = Navnet på hver ny enhet, ett på hver linje. Hvor enhetene under skal, velger du i neste steg.
people-unit-relation = Forhold
people-unit-relation-geography = Ligger i
people-unit-relation-owner = Hører til
people-unit-relation-to = Til enheten
people-unit-relation-uptake = Er opptaksområde for
people-unit-relations = Forhold til andre enheter
people-unit-save = Lagre
people-unit-saved = Endringen er lagret.
people-unit-several = { $n } enheter heter «{ $name }». Velg hvilken under.
people-unit-since = Fra { $from }
people-unit-source = Kilde
people-unit-split = Del enheten
people-unit-split-lead = Én enhet blir til flere på en dato.
people-unit-stays = Blir der den er
people-unit-steps = Omorganisere
people-unit-sure = Skal dette gjøres?
people-unit-the-new = Den nye enheten
people-unit-the-new-help = Fylles ut når de blir til en ny enhet.
people-unit-time = Som den var eller blir
people-unit-to-come = Planlagte endringer
people-unit-to-help = Den første dagen uten enheten. La stå tomt hvis den varer til noe annet blir sagt.
people-unit-unknown = Ingen enhet heter «{ $name }» eller har den koden.
people-unit-uses-this = { $n ->
    [one] Én enhet har denne som sin
   *[other] { $n } enheter har denne som sin
}
people-unit-valid = Gjelder
people-unit-what = Hva skjedde
people-unit-where = Hvor den står
people-unit-which = Hvilken «{ $name }»?
people-unit-will-end = Enheten legges ned { $day }.
people-unit-with-below = Legg også ned alle enheter under
people-unit-wrong-between = Mellom de to dagene skjer noe annet med de samme enhetene. Velg en dag før det, eller avlys det først.
people-unit-wrong-built-on = En annen endring bygger på denne. Avlys eller flytt den først.
people-unit-wrong-too-deep = Mer enn { $max } enheter ville stått over hverandre. Se etter en feil i kolonnen for overordnet enhet.
people-unit-wrong-circle = Da ville enheten ligge under seg selv. Velg en annen enhet å høre til.
people-unit-wrong-code-taken = En annen enhet har koden «{ $code }».
people-unit-wrong-fylkesnr = «{ $number }» er ikke et fylkesnummer. Det har to sifre.
people-unit-wrong-kommunenr = «{ $number }» er ikke et kommunenummer. Det har fire sifre.
people-unit-wrong-name-gap = Enheten må ha ett navn, og bare ett, hver dag den finnes.
people-unit-wrong-no-life = Enheten kan ikke slutte før den begynner.
people-unit-wrong-not-there = Enheten finnes ikke.
people-unit-wrong-number = «{ $number }» har ikke riktig form for dette registeret.
people-unit-wrong-number-taken = En annen enhet har nummeret { $number } i samme tid.
people-unit-wrong-orgnr = «{ $number }» er ikke et organisasjonsnummer. Det har ni sifre, og det siste er kontrollsiffer.
people-unit-wrong-other-gone = { $name } finnes ikke hele den tiden dette skal gjelde. Velg en annen dato eller enhet.
people-unit-wrong-outside-life = Datoen ligger utenfor tiden enheten finnes.
people-unit-wrong-to-itself = En enhet kan ikke høre til seg selv.
people-unit-wrong-too-few = Det trengs minst to enheter for å slå sammen, og minst én ny for å dele.
people-unit-wrong-two-numbers = Enheten ville fått to slike nummer samtidig.
people-unit-wrong-two-owners = Enheten ville høre til to enheter samtidig.
people-unit-wrong-units-below = Enheter under ({ $count }) må flyttes eller legges ned først.
people-units-any-kind = Alle typer
people-units-as-of = Per dato
people-units-below = { $n ->
    [one] én under
   *[other] { $n } under
}
people-units-count = { $n } i alt
people-units-day = Vist slik organisasjonen var { $day }.
people-units-day-to-come = Vist slik organisasjonen er planlagt { $day }.
people-units-export = Last ned som CSV
people-units-fold = Under { $name }
people-units-found = Enheter som passer
people-units-import = Les inn fra fil
people-units-lead = Enhetene slik de er, slik de var og slik de blir.
people-units-new = Ny enhet
people-units-none = Ingen enheter ennå
people-units-none-help = Den som styrer organisasjonen, kan lese dem inn fra en fil eller legge dem til én og én.
people-units-not-found = Ingen enheter passer
people-units-not-found-help = Prøv en del av navnet, en kode eller et nummer.
people-units-past = Her står bare det som er lest inn. Kommuner og fylker slik de var før, kommer med når den som driver Varde, har lest inn Statistisk sentralbyrås klassifikasjoner; til da kan flere mangle.
people-units-reset = Nullstill
people-units-search = Finn en enhet
people-units-show = Vis
people-units-title = Organisasjonen
people-who-does-answer = svarer
people-who-does-approve = vedtar
people-who-does-create = oppretter
people-who-does-edit = endrer
people-who-does-read = leser
people-who-here = Her
people-who-kind-finding = Funn
people-who-kind-goal = Mål
people-who-kind-history = Endringshistorie
people-who-kind-holding = Roller
people-who-kind-measure = Tiltak
people-who-kind-person = Personer og kontoer
people-who-kind-plan = Planer
people-who-kind-proposal = Forslag
people-who-kind-round = Statusrunder
people-who-kind-series = Måleserier
people-who-kind-task = Oppgaver og ansvar
people-who-kind-unit = Enheten selv
people-who-kind-wheel = Årshjul
people-who-lead = Hvem som har en rolle her eller høyere opp, og hva rollen gir tilgang til.
people-who-name = Navn
people-who-no-end = Ingen sluttdato
people-who-nobody = Ingen har en rolle her
people-who-nobody-help = Utkast og interne ting i enheten er ikke synlige for noen ennå.
people-who-nothing = Bare det publiserte
people-who-open = Det alle innloggede kan lese
people-who-open-help = Vedtatte planer, mål, tiltak, statuser, indikatorer og hvem som har hvilken rolle er åpne for alle som er logget inn. Utkast, personopplysninger og endringshistorie er det ikke.
people-who-people = Personer med rolle her eller over
people-who-role = Rolle
people-who-roles = Hva rollene åpner for
people-who-roles-help = Gjelder utkast og annet som ikke er publisert i denne enheten. Tabellen er laget av de samme reglene som avgjør tilgangen.
people-who-through = Gjennom
people-who-title = Hvem ser { $name }?
people-who-until = Til
people-who-what = Hva
people-tab-unit = Om enheten
people-tab-who = Hvem ser dette?

people-history-all-kinds = Alt
people-history-below = Her og under
people-history-from = Fra og med
people-history-here = Bare her
people-history-kind = Hva det gjelder
people-history-lead = Hvem gjorde hva, når og hvorfor, her og i alt som ligger under. Det som ble skrevet før, står ved siden av det som gjelder nå.
people-history-none = Ingen endringer her
people-history-none-help = Velg en lengre periode eller en annen slags ting.
people-history-show = Vis
people-history-title = Historikk for { $name }
people-history-to = Til og med
people-history-where = Hvor
people-import-no-units = Filen har ingen enheter (organisationUnits).
people-import-not-json = Filen kan ikke leses som JSON. Kanskje slutter den midt i.
people-import-trees = To slags filer fra andre kjennes igjen av seg selv. Kvalitetsregistrenes enhetstre har kolonnene OrgNr og NivaaOpp, eller OrgNrRHF, OrgNrHF og OrgNrShus. Metadata fra DHIS2 har organisationUnits. Fra dem legges bare enheter som mangler, til under enheten over; de som er kjent fra før, med organisasjonsnummer eller id, blir stående som de er.
people-tab-history = Historikk
people-told-merged = Slått sammen
people-told-moved = Flyttet
people-told-renamed = Fikk nytt navn
people-told-split = Delt

people-lookup-account = Kontoen
people-lookup-all = Vis alle oppslag
people-lookup-export = Uttrekk av lista over personer
people-lookup-former = En tidligere kollega
people-lookup-history = Historikken til en enhet
people-lookup-kept = Oppslag slettes etter ett år.
people-lookup-lead = Hver gang noen ser hva Varde vet om en annen, blir det notert her. Oppslag på seg selv noteres ikke.
people-lookup-list = Liste over personer
people-lookup-me-lead = De som har sett hva Varde vet om deg, og når. At du ser på deg selv, noteres ikke.
people-lookup-me-title = Hvem har sett opplysningene om meg
people-lookup-none = Ingen oppslag
people-lookup-none-help = Her står det når noen har sett på det Varde vet om en person.
people-lookup-page = Personens side
people-lookup-person = På hvem
people-lookup-reader = Hvem så
people-lookup-roles = Rollene
people-lookup-times = Ganger den timen
people-lookup-title = Oppslag på personer
people-lookup-what = Hva
people-lookup-when = Sist
