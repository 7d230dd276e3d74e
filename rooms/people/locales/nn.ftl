### Personar, roller og innlogging

people-account-actions = Handlingar
people-account-cancel = Avbryt
people-account-choose-unit = Vel eining
people-account-date = dag.månad.år
people-account-optional = (valfritt)
people-account-save = Lagre
people-account-type-unit = Skriv namnet eller koden til eininga.
people-account-why = Kvifor
people-account-why-help = Ein kort grunn. Han blir ståande i historikken.
people-action-answer = Svare
people-action-approve = Vedta
people-action-count = Sjå alle tal, også små
people-action-create = Opprette
people-action-edit = Endre
people-action-export = Ta ut data
people-action-read = Lese
people-close-done = Kontoen er stengd. Alle økter og token er avslutta.
people-close-not-oneself = Du kan ikkje stengje din eigen konto. Be ein annan administrator gjere det.
people-close-text = { $name } kan ikkje lenger logge inn, og alle økter og API-token sluttar å verke med ein gong. Det personen har gjort, blir ståande. Kontoen kan opnast att seinare.
people-close-title = Steng kontoen
people-close-undo = Opne kontoen att
people-close-undone = Kontoen er opna att.
people-conflict-someone = Nokon andre
people-conflict-title = { $who } endra dette { $when }
people-follows-begins = Ingen har ei rolle på { $units } enno. Gi roller der før dagen kjem.
people-follows-below = { $n ->
    [one] Eininga under følgjer med:
   *[other] Dei { $n } einingane under følgjer med:
}
people-follows-gain = { $n ->
    [one] Éi rolle høgare opp kjem til å gjelde her:
   *[other] { $n } roller høgare opp kjem til å gjelde her:
}
people-follows-goals = Planar og mål som { $unit } arvar ovanfrå, kjem deretter gjennom { $to } og ikkje gjennom { $from }. Eigne planar, mål, tiltak, rundar og oppgåver følgjer eininga.
people-follows-hangs = Dette heng på det som blir lagt ned, og blir ikkje flytt av seg sjølv. Flytt eller avslutt det før dagen:
people-follows-hangs-nothing = Ingen planar, mål, rundar eller opne oppgåver heng på det som blir lagt ned.
people-follows-held = { $n ->
    [one] Éi rolle på det som blir lagt ned, mistar verknad:
   *[other] { $n } roller på det som blir lagt ned, mistar verknad:
}
people-follows-holder = { $name }: { $role }, { $unit }
people-follows-led-over = { $n ->
    [one] Éi eining til får ny plass:
   *[other] { $n } andre einingar får ny plass:
}
people-follows-lose = { $n ->
    [one] Éi rolle høgare opp gjeld ikkje lenger her:
   *[other] { $n } roller høgare opp gjeld ikkje lenger her:
}
people-follows-more = og { $n } til
people-follows-planned = Frå før er dette planlagt for dei same einingane:
people-hang-persons = { $n ->
    [one] Éin person som har eininga som arbeidsstad
   *[other] { $n } personar som har eininga som arbeidsstad
}
people-hang-roles = { $n ->
    [one] Éi rolle
   *[other] { $n } roller
}
people-happens-closed = { $when ->
    [comes] { $unit } blir lagd ned { $day }.
   *[was] { $unit } vart lagd ned { $day }.
}
people-happens-created = { $when ->
    [comes] { $unit } begynner { $day }.
   *[was] { $unit } byrja { $day }.
}
people-happens-joined = { $when ->
    [comes] { $units } går inn i { $to } { $day }.
   *[was] { $units } gjekk inn i { $to } { $day }.
}
people-happens-lies = { $when ->
    [comes] { $unit } ligg frå { $day } i { $to }, ikkje lenger i { $from }.
   *[was] { $unit } kom { $day } til å liggje i { $to }, ikkje lenger i { $from }.
}
people-happens-lies-in = { $when ->
    [comes] { $unit } ligg i { $to } frå { $day }.
   *[was] { $unit } har lege i { $to } frå { $day }.
}
people-happens-lies-no-more = { $when ->
    [comes] { $unit } ligg ikkje lenger i { $from } frå { $day }.
   *[was] { $unit } slutta å liggje i { $from } { $day }.
}
people-happens-merged = { $when ->
    [comes] { $units } blir slått saman til { $to } { $day }.
   *[was] { $units } vart slått saman til { $to } { $day }.
}
people-happens-moved = { $when ->
    [comes] { $unit } blir flytt { $day } frå { $from } til { $to }.
   *[was] { $unit } vart flytt { $day } frå { $from } til { $to }.
}
people-happens-moved-from = { $when ->
    [comes] { $unit } høyrer ikkje lenger til { $from } etter { $day }.
   *[was] { $unit } slutta å høyre til { $from } { $day }.
}
people-happens-moved-somewhere = { $when ->
    [comes] { $unit } blir flytt { $day }.
   *[was] { $unit } vart flytt { $day }.
}
people-happens-moved-to = { $when ->
    [comes] { $unit } kjem under { $to } { $day }.
   *[was] { $unit } kom under { $to } { $day }.
}
people-happens-parted = { $when ->
    [comes] { $parts } blir skild ut frå { $unit } { $day }. { $unit } held fram.
   *[was] { $parts } vart skild ut frå { $unit } { $day }.
}
people-happens-renamed = { $when ->
    [comes] { $unit } får namnet { $name } { $day }.
   *[was] { $unit } fekk namnet { $name } { $day }.
}
people-happens-split = { $when ->
    [comes] { $unit } blir lagd ned { $day } og blir til { $parts }.
   *[was] { $unit } vart lagd ned { $day } og vart til { $parts }.
}
people-happens-uses = { $when ->
    [comes] { $unit } blir opptaksområde for { $to } frå { $day }.
   *[was] { $unit } vart opptaksområde for { $to } { $day }.
}
people-happens-uses-no-more = { $when ->
    [comes] { $unit } er ikkje lenger opptaksområde for { $from } frå { $day }.
   *[was] { $unit } slutta å vere opptaksområde for { $from } { $day }.
}
people-me-about = Om meg
people-me-about-help = Brukarnamn, e-post og eining blir endra av administratoren der du arbeider.
people-me-drafts = Ta vare på det eg skriv til det er sendt
people-me-drafts-help = Det ligg kryptert i denne nettlesaren i høgst eit døgn, og berre denne innlogginga kan lese det. Når du loggar ut, blir det sletta.
people-me-language = Språk
people-me-lead = Dette veit Varde om deg, og dette styrer du sjølv.
people-me-linked = Du kan logge inn gjennom innloggingstenesta til verksemda.
people-me-roles = Rollene mine
people-me-saved = Endringane dine er lagra.
people-me-scheme = Lys eller mørk
people-me-scheme-auto = Som maskina
people-me-scheme-dark = Mørk
people-me-scheme-light = Lys
people-me-title = Mi side
people-me-tokens = API-token ({ $n } i bruk)
people-me-ways = Vegar inn
people-me-who = Kven ser kva om meg?
people-me-who-administrators = Administratorar for eininga du arbeider i, ser òg brukarnamn, e-post og om kontoen er open. Dei kan stengje kontoen og gi eit nytt eingongspassord, men ikkje sjå passordet ditt.
people-me-who-everyone = Alle som er logga inn, ser namnet ditt, rollene dine og det du gjer i dei: kven som har ansvar, skal vere ope.
people-me-who-history = Endringar du gjer, står i historikken med namnet ditt, tidspunkt og grunn.
people-me-who-leaders = Leiarar og kvalitetsrådgivarar over deg, administratorar og personvernombodet kan sjå sida di i personlista. Kvar gong nokon ser henne, blir det notert, og du kan sjå kven.
people-me-who-sessions = Øktene og tokena dine ser berre du. Varde lagrar verken nettadressa di eller kva nettlesar du bruker.
people-menu-persons = Personar og roller
people-oidc-over = Innlogginga er allereie brukt, for gammal, eller påbyrja i ein annan nettlesar. Gå til innloggingssida og byrj på nytt.
people-password-changed = Passordet er endra, og andre økter og alle token til API-et er avslutta.
people-password-current = Passordet du har no
people-password-differs = Dei to nye passorda er ikkje like. Skriv det same begge stader.
people-password-first = Du logga inn med eit eingongspassord som nokon andre har sett. Vel eit eige passord før du går vidare.
people-password-first-title = Vel ditt eige passord
people-password-new = Nytt passord
people-password-own-name = Passordet inneheld namnet eller brukarnamnet ditt. Vel noko andre ikkje kan gjette.
people-password-repeat = Nytt passord ein gong til
people-password-rules = Minst 12 teikn. Nokre ord etter kvarandre er både sterkt og lett å hugse. Ikkje bruk namnet ditt eller eit vanleg passord.
people-password-save = Lagre nytt passord
people-password-sessions = Når passordet er endra, blir alle andre økter og alle token til API-et avslutta.
people-password-title = Endre passord
people-password-too-common = Passordet er blant dei som blir gjetta først. Vel nokre ord som ikkje høyrer saman.
people-password-too-long = Passordet er for langt. Bruk høgst 200 teikn.
people-password-too-short = Passordet er for kort. Bruk minst 12 teikn.
people-password-unchanged = Det nye passordet er likt det gamle. Vel eit anna.
people-password-wrong = Dette er ikkje passordet du har no.
people-person-account = Kontoen
people-person-active = Open
people-person-closed = Stengd
people-person-edit-saved = Personen er lagra.
people-person-edit-title = Endre opplysningar
people-person-email = E-post i arbeidet
people-person-history = Kva som er gjort
people-person-home = Arbeider i
people-person-home-help = Administratorane for denne eininga og einingane over kan endre kontoen.
people-person-link = La personen logge inn gjennom innloggingstenesta med denne e-posten
people-person-link-help = Gjeld éin gong: Første gong nokon kjem derifrå med nettopp denne stadfesta e-posten, blir dei kopla til denne personen.
people-person-link-waits = Ventar på første innlogging med e-posten
people-person-linked = Kopla
people-person-name = Namn
people-person-new-done = Personen er oppretta
people-person-new-lead = Utan brukarnamn får personen ingen lokal konto, og kan berre kome inn gjennom innloggingstenesta. Roller gir du etterpå.
people-person-new-make = Opprett personen
people-person-new-shown = { $name } er oppretta utan lokal konto.
people-person-new-title = Ny person
people-person-no-unit = Inga eining
people-person-not-linked = Ikkje kopla
people-person-provider = Innloggingsteneste
people-person-roles = Roller
people-person-state = Konto
people-person-unit-gone = Eining som ikkje finst i dag
people-person-username = Brukarnamn
people-person-username-help = 3 til 60 teikn: bokstavar, tal, punktum, bindestrek, understrek og krøllalfa.
people-person-waiting = Ventar på eige passord
people-persons-all = Alle
people-persons-export = Last ned lista (CSV)
people-persons-filter = Avgrens lista
people-persons-lead = Personane i einingane du har ansvar for.
people-persons-none = Ingen personar passar
people-persons-none-help = Prøv færre bokstavar, eller vis alle. Personar i andre einingar blir ikkje viste.
people-persons-reset = Vis alle
people-persons-search = Namn, brukarnamn eller e-post
people-persons-show = Vis
people-persons-title = Personar og roller
people-planned-cancel = Avlys endringa
people-planned-cancel-help = Alt blir som om endringa aldri var planlagd. Historia viser at ho var planlagd, kven som avlyste ho, og kvifor.
people-planned-cancelled = Den planlagde endringa er avlyst.
people-planned-change = Avlys eller vel ein annan dag
people-planned-new-day = Ny dag
people-planned-other-day = Vel ein annan dag
people-planned-over = Dagen har kome. Endringa gjeld og kan ikkje avlysast.
people-planned-redated = Den planlagde endringa har fått ny dag.
people-planned-same-day = Dette er dagen som er planlagd allereie. Vel ein annan.
people-planned-set-day = Lagre den nye dagen
people-planned-title = Planlagd endring
people-planned-to-come = Vel ein dag som ikkje har kome enno.
people-planned-used = Eininga som skulle begynne, er teken i bruk: { $what }. Flytt eller avslutt det først.
people-refused-email = Skriv ei e-postadresse, til dømes kari@eksempel.no.
people-refused-email-for-link = Skriv e-posten som innloggingstenesta kjenner personen ved.
people-refused-filter = Filteret er ikkje ein id eller ein dato slik API-skildringa seier.
people-refused-unit-not-yours = Du er ikkje administrator for denne eininga. Vel ei eining du er administrator for.
people-refused-unit-several = Fleire einingar heiter det. Skriv koden i staden: { $codes }
people-refused-unit-unknown = Vi finn inga eining med dette namnet eller denne koden.
people-refused-username = Bruk 3 til 60 teikn: bokstavar, tal, punktum, bindestrek, understrek og krøllalfa.
people-refused-username-taken = Brukarnamnet er i bruk. Vel eit anna.
people-reset-back = Til sida til personen
people-reset-done = Nytt eingongspassord
people-reset-go = Lag eingongspassord
people-reset-make = Gi lokal konto
people-reset-shown = Eingongspassordet til { $name } blir vist berre her og berre no.
people-reset-shown-help = Gi det til personen på ein trygg måte. Ved første innlogging må det bytast.
people-reset-text = Vi lagar eit eingongspassord for { $name } og viser det éin gong. Alle økter og API-token personen har, sluttar å verke.
people-reset-title = Nytt eingongspassord
people-role-about-administrator = Styrer kontoar, roller og organisasjonen. Avgjer ikkje fagleg innhald.
people-role-about-board-member = Sit i styret eller rådet: les og røystar.
people-role-about-planner = Lagar planar og følgjer dei opp.
people-role-about-privacy-officer = Passar på personvernet: les historikk og roller, endrar ingenting.
people-role-about-quality-adviser = Hjelper leiarar med kvalitetsarbeidet.
people-role-about-staff = Arbeider der: les det som gjeld eininga, og føreslår forbetringar.
people-role-about-top-leader = Øvste leiar: vedtek planar og delegerer mynde.
people-role-about-unit-leader = Leier ei eining: svarer for mål, tiltak og årshjul.
people-role-by = Gitt av
people-role-coming = Kjem
people-role-end = Avslutt rolla
people-role-end-help = Vel gårsdagen for å avslutte rolla med ein gong.
people-role-end-text = { $name } har rolla { $role } i { $unit }. Når er siste dag?
people-role-end-title = Avslutt rolla
people-role-ended = Rolla har fått ein siste dag.
people-role-ends-early = Siste dag er før første dag.
people-role-from = Frå
people-role-give = Gi rolla
people-role-given = Rolla er gitt.
people-role-grounds = Grunnlag
people-role-grounds-help = Kvifor rolla blir gitt eller avslutta, til dømes «ny leiar frå 1. januar». Skriv ikkje noko om helse eller andre private forhold.
people-role-held = Personen har allereie denne rolla i eininga i heile eller delar av tida.
people-role-is-over = Avslutta
people-role-last = Siste dag
people-role-last-help = La feltet stå tomt når rolla gjeld inntil vidare.
people-role-later = Rolla sluttar før denne dagen. Ei rolle blir forlengd ved å gi ho på nytt.
people-role-new-lead = Ei rolle gjeld i eininga og alle einingar under ho.
people-role-new-title = Gi rolle
people-role-none = Ingen roller
people-role-none-help = Utan roller ser ein det som er ope for alle, og ikkje meir.
people-role-open = Inntil vidare
people-role-over = Rolla er allereie avslutta.
people-role-role = Rolle
people-role-too-early = Vel i går eller seinare. Det nokon har hatt ansvar for, kan ikkje takast tilbake i ettertid.
people-role-unit = Eining
people-role-unit-help = Du kan gi roller i einingar der du er administrator.
people-sees-help = Tabellen er laga av sjølve tilgangsreglane og gjeld òg utkast. Det som er vedteke og publisert, kan alle som er logga inn, lese.
people-sees-lead = I einingane der rollene gjeld, og einingane under, gir { $roles } rett til dette:
people-sees-no = Nei
people-sees-nothing = Inga rolle gjeld i dag. Då ser ein berre det som er ope for alle som er logga inn.
people-sees-title = Kva rollene gir tilgang til
people-sees-units = Sjå kven som har roller i kvar eining
people-sees-what = Gjeld
people-sees-yes = Ja
people-session-began = Byrja
people-session-end = Avslutt
people-session-end-others = Avslutt alle andre
people-session-ended = Økta er avslutta.
people-session-help = Ei økt sluttar av seg sjølv etter 8 timar utan bruk, og seinast etter 30 dagar. Kjenner du ikkje att ei økt, så avslutt ho og endre passordet.
people-session-how = Innlogging
people-session-none = Ingen økter
people-session-none-help = Når du loggar inn, står økta her.
people-session-others-ended = Alle andre økter er avslutta.
people-session-password = Passord
people-session-provider = Innloggingsteneste
people-session-this = Denne økta
people-session-title = Her er du logga inn
people-session-used = Sist brukt
people-signin-go = Logg inn
people-signin-help = Har du ikkje konto, eller har du gløymt passordet? Spør administratoren der du arbeider.
people-signin-or = eller med brukarnamn og passord:
people-signin-over = Du er logga ut.
people-signin-password = Passord
people-signin-provider = Logg inn gjennom verksemda
people-signin-provider-failed = Innlogginga hos innloggingstenesta vart ikkje fullført. Prøv igjen.
people-signin-provider-unknown = Innloggingstenesta kjenner deg, men du har ingen open konto i Varde. Spør administratoren der du arbeider.
people-signin-refused = Brukarnamnet eller passordet stemmer ikkje.
people-signin-title = Logg inn
people-signin-username = Brukarnamn
people-someone-former = Ein tidlegare kollega
people-someone-unknown = Nokon som ikkje var logga inn
people-someone-varde = Varde sjølv
people-thing-alternative = Alternativ og røyster
people-thing-body = Organ og plassar
people-thing-document = Dokument og merknader
people-thing-finding = Funn
people-thing-goal = Mål
people-thing-history = Historikk
people-thing-holding = Roller i einingar
people-thing-indicator = Indikatorar
people-thing-measure = Tiltak
people-thing-own = Eige
people-thing-person = Personar og kontoar
people-thing-pilot = Pilotar og satsingar
people-thing-plan = Planar
people-thing-proposal = Forslag
people-thing-round = Statusrundar
people-thing-series = Måleseriar
people-thing-chart-spec = Diagram og fasar
people-thing-data-source = Datakjelder
people-thing-incident = Hendingar
people-thing-point-note = Notat på punkt
people-thing-report = Meldingar
people-thing-reporter = Kven som melde i fortrulegheit
people-thing-scan = Gjennomgangar av alle seriar
people-thing-signal = Signal
people-thing-system = Drift og innstillingar
people-thing-task = Oppgåver og ansvar
people-thing-unit = Einingar
people-thing-wheel = Årshjul
people-token-back = Tilbake til tokena
people-token-created = Laga
people-token-days = Gyldig i talet på dagar
people-token-days-help = Høgst 365.
people-token-days-refused = Skriv eit heilt tal frå 1 til { $max }.
people-token-expires = Gyldig til
people-token-is-over = Utgått
people-token-is-revoked = Trekt tilbake
people-token-last-used = Sist brukt
people-token-lead = Med eit token kan eit program handle på dine vegner gjennom API-et, aldri med fleire rettar enn du har sjølv.
people-token-list = Tokena mine
people-token-made = Nytt token
people-token-made-help = Tokenet «{ $name }» blir vist berre her og berre no. Kopier det til ein trygg stad.
people-token-make = Lag token
people-token-name = Namn
people-token-name-help = Kva tokenet skal brukast til, så du kjenner det att.
people-token-never = Aldri
people-token-new = Lag eit nytt token
people-token-none = Ingen token
people-token-none-help = Lag eit når eit program skal bruke API-et for deg.
people-token-revoke = Trekk tilbake
people-token-revoke-text = Program som bruker tokenet «{ $name }», sluttar å verke med ein gong. Det kan ikkje gjerast om.
people-token-revoke-title = Trekkje tilbake tokenet?
people-token-revoked = Tokenet er trekt tilbake.
people-token-scope = Kva det kan
people-token-scope-read = Berre lese
people-token-scope-write = Lese og endre
people-token-title = API-token
people-token-use = Send det i hovudet «Authorization: Bearer …» til adresser under /api/v1.
people-told-created = Personen vart oppretta
people-told-deactivated = Kontoen vart stengd
people-told-edited = Opplysningane vart endra
people-told-linked = Kopla til innloggingstenesta
people-told-other = Endra
people-told-password-changed = Passordet vart endra av personen sjølv
people-told-password-reset = Nytt eingongspassord vart laga
people-told-plan-cancelled = Planlagd endring avlyst
people-told-plan-redated = Planlagd endring fekk ny dag
people-told-reactivated = Kontoen vart opna att
people-told-role-ended = Rolla fekk ein siste dag
people-told-role-given = Rolle gitt
people-told-token-made = API-token laga
people-told-token-revoked = API-token trekt tilbake
people-told-unlinked = Koplinga til innloggingstenesta vart fjerna
people-unlink-done = Koplinga er fjerna.
people-unlink-text = { $name } kan ikkje lenger kome inn gjennom innloggingstenesta, og alle økter blir avslutta. Har personen ingen lokal konto, finst det då ingen veg inn.
people-unlink-title = Fjern koplinga til innloggingstenesta
### ---

### Organisasjonen og aktørane

people-actors-all-mine = Alle ({ $n })
people-actors-any-level = Alle
people-actors-as = Som
people-actors-below = Høyrer under denne aktøren
people-actors-duties = Plikter
people-actors-duty = Plikt
people-actors-every = Alle einingar av typen { $kind }
people-actors-is = Er
people-actors-lead = Dei som planane gir oppgåver: kven dei er, og kva dei er bedne om å gjere.
people-actors-level = Nivå
people-actors-level-all = Gjeld alle nivå
people-actors-level-enterprise = Føretak og verksemd
people-actors-level-individual = Enkeltperson
people-actors-level-international = Internasjonalt
people-actors-level-municipal = Kommune
people-actors-level-national = Nasjonalt
people-actors-level-regional = Regionalt
people-actors-mine = Berre mine
people-actors-all-around = Sjå alle aktørar og plikter
people-actors-around = Plikter for { $unit }
people-actors-around-lead = Dette svarer { $unit } for. Eininga di er ein del av den, og har ingen eigne plikter i planane.
people-actors-my-duties = Pliktene mine
people-actors-name = Aktør
people-actors-no-duties = Ingen oppgitt
people-actors-no-duties-help = Dokumenta gir ingen plikter til denne aktøren.
people-actors-none = Ingen aktørar passar
people-actors-none-help = Prøv færre ord eller eit anna nivå.
people-actors-search = Finn ein aktør
people-actors-source = Kjelde: { $document }
people-actors-source-place = Kjelde: { $document }, { $place }
people-actors-title = Aktørar og plikter
people-actors-under = Høyrer under
people-actors-you = Det er de
people-import-apply = Gjer endringane
people-import-begins-elsewhere = Eininga finst frå før og byrja { $known }. La datoen vere den same.
people-import-check = Vis kva fila endrar
people-import-closed = Blir lagd ned
people-import-column = Kolonne
people-import-column-missing = Kolonnen «{ $column }» manglar i første linja.
people-import-column-twice = Kolonnen «{ $column }» står to gonger.
people-import-column-unknown = Kolonnen «{ $column }» er ukjend. Fjern han, eller gi han eit av namna i skildringa.
people-import-corrected = Type eller nummer blir retta
people-import-created = Ny
people-import-cut = Fila ser ut til å slutte midt i denne rada. Hent henne på nytt, eller avslutt siste linje med linjeskift.
people-import-day = Skriv datoen som år-månad-dag, slik Statistisk sentralbyrå gjer, til dømes 2020-01-01.
people-import-done = Fila er lesen inn, og organisasjonen er oppdatert.
people-import-edge-to-itself = Rada seier at ei utgåve vart til seg sjølv. Peik på to ulike rader.
people-import-effect = Kva som skjer
people-import-empty = Fila har ingen rader under overskriftene.
people-import-encoding = Her kan ikkje teikna lesast, eller dei er skrivne i eit anna teiknsett enn resten av fila. Lagre heile fila som UTF-8 og prøv igjen.
people-import-faults = Dette må rettast i fila
people-import-file = Fil med einingar
people-import-file-help = Vår eigen tabell eller einingstreet til kvalitetsregistera (CSV), eller metadata frå DHIS2 (JSON). Høgst 8 MB her.
people-import-format = Slik skal fila sjå ut
people-import-format-help = Kolonnane code, name, kind, parent og valid_from må vere med. Dei andre er valfrie: valid_to, name_nn, name_en, short, county, orgnr, kommunenr, fylkesnr, reshid, her og local. Ei eining som fila ikkje nemner, blir ståande.
people-import-kind = Typen «{ $kind }» er ukjend. Typane står under «Slik skal fila sjå ut».
people-import-kinds = Typen blir skriven som han heiter på norsk eller engelsk, eller med koden ved sida av:
people-import-lead = Les inn einingar frå ei fil. Først ser du kva som vil skje; ingenting blir endra før du seier ja.
people-import-line = Linje eller nummer
people-import-more = … og { $n } til
people-import-moved = Blir flytta
people-import-no-such-row = Rada som det blir vist til, finst ikkje i den andre tabellen.
people-import-not-table = Fila kan ikkje lesast som ein tabell.
people-import-nothing = Alt i fila er allereie slik. Ingenting blir endra.
people-import-on = Endringar gjeld frå
people-import-on-help = Nytt namn og ny plass for einingar som finst frå før, gjeld frå denne dagen. Nye einingar byrjar på sin eigen dato, eller på denne dagen når fila ikkje har nokon.
people-import-plan = Dette vil skje
people-import-refused = { $n ->
    [one] Éin feil. Ingenting i fila er teke i bruk.
   *[other] { $n } feil. Ingenting i fila er teke i bruk.
}
people-import-renamed = Får nytt namn
people-import-title = Les inn einingar
people-import-too-large = Fila er for stor. Del henne opp.
people-import-too-many-columns = Rada har fleire kolonnar enn overskrifta.
people-import-twice = Koden «{ $code }» står meir enn éin gong i fila.
people-import-unchanged = { $n ->
    [one] Éi eining i fila er uendra.
   *[other] { $n } einingar i fila er uendra.
}
people-import-unit-unknown = Inga eining har koden «{ $code }», korkje i fila eller frå før.
people-import-whole = Heile fila
people-import-will = { $n ->
    [one] Éi eining blir endra:
   *[other] { $n } einingar blir endra:
}
people-import-wrong = Kva som er gale
people-menu-actors = Aktørar og plikter
people-menu-units = Organisasjonen
people-unit-back-to-form = Tilbake til skjemaet
people-unit-begins = Eininga byrjar { $day }. Sida viser henne slik ho blir.
people-unit-below = Einingar under
people-unit-beside = Einingar ved sida av
people-unit-beside-today = Oversiktene øvst er slik dei er i dag, { $day }.
people-unit-between = Frå { $from } til { $to }
people-unit-called = Namn gjennom tida
people-unit-cancel = Avbryt
people-unit-choose-kind = Vel type
people-unit-choose-one = Vel ei eining
people-unit-close = Legg ned eininga
people-unit-close-lead = Eininga blir ståande i historia og kan alltid lesast slik ho var.
people-unit-code-help = Ein fast kode til import og API. Står feltet tomt, blir han laga av namnet.
people-unit-create-lead = Ei eining kan byrje i dag, ha byrja før eller byrje seinare.
people-unit-day-help = Kan vere ein dag som kjem. Fram til då står alt som i dag.
people-unit-edit = Endre namn og nummer
people-unit-edit-lead = Det gamle namnet blir ståande for tida det galdt.
people-unit-ended = Eininga vart lagd ned { $day }. Sida viser henne slik ho sist var.
people-unit-not-then = Eininga fanst ikkje { $asked }. Sida viser ho slik ho var eller blir { $day }, som er næraste dag ho finst.
people-unit-ends = Kva skjer med eininga sjølv?
people-unit-ends-no = Ho held fram ved sida av dei nye
people-unit-ends-yes = Ho blir lagd ned og blir til dei nye
people-unit-facts = Om eininga
people-unit-field-code = Kode
people-unit-field-from = Gjeld frå
people-unit-field-kind = Type
people-unit-field-name = Namn
people-unit-field-note = Kvifor
people-unit-field-on = Dato
people-unit-field-short = Kortnamn
people-unit-field-to = Gjeld til
people-unit-find-help = Skriv namnet eller koden.
people-unit-from-day = Gjeld frå
people-unit-from-day-help = Det nye gjeld frå denne dagen. Før han gjeld det gamle.
people-unit-go-on = Vis kva som vil skje
people-unit-goes = Kvar skal einingane under?
people-unit-goes-help = Vel for kvar eining som i dag ligg under den som blir delt.
people-unit-happened = Endringar
people-unit-history = Historie og planlagde endringar
people-unit-into = Kva blir dei til?
people-unit-into-known = Denne eininga held fram, og dei andre går inn i henne
people-unit-into-new = Ei ny eining
people-unit-keeps-past = Det som har vore, blir ståande og kan lesast slik det var.
people-unit-kind-authority = Styresmakt
people-unit-kind-clinic = Klinikk
people-unit-kind-competence-centre = Kompetansesenter
people-unit-kind-county = Fylke
people-unit-kind-department = Avdeling
people-unit-kind-education = Utdanning
people-unit-kind-gp-practice = Fastlegekontor
people-unit-kind-health-trust = Helseføretak
people-unit-kind-home-care = Heimeteneste
people-unit-kind-hospital = Sjukehus
people-unit-kind-ministry = Departement
people-unit-kind-municipal-service = Kommunal teneste
people-unit-kind-municipality = Kommune
people-unit-kind-nation = Land
people-unit-kind-nursing-home = Sjukeheim
people-unit-kind-organisation = Organisasjon
people-unit-kind-other = Anna
people-unit-kind-out-of-hours = Legevakt
people-unit-kind-private-provider = Privat leverandør
people-unit-kind-regional-health-authority = Regionalt helseføretak
people-unit-kind-ward = Sengepost eller seksjon
people-unit-last-day = Lagd ned frå
people-unit-last-day-help = Den første dagen utan eininga.
people-unit-leads = Kven leier
people-unit-leads-day = Slik rollene gjeld { $day }.
people-unit-lies-here = { $n ->
    [one] Éi eining ligg her
   *[other] { $n } einingar ligg her
}
people-unit-merge = Slå saman med andre
people-unit-merge-lead = Fleire einingar blir til éi på ein dato. Alt som ligg under dei, følgjer med.
people-unit-move = Flytt eininga
people-unit-move-lead = Eininga får ein ny plass frå ein dato. Alt under henne følgjer med.
people-unit-n-below = Under seg
people-unit-new-below = Ny eining under
people-unit-no-leader = Ingen leiar er registrert.
people-unit-none-below = Ingen einingar ligg under denne.
people-unit-note-help = Kort om bakgrunnen, for dei som les historia.
people-unit-nothing-changes = Ingenting blir endra: slik er det allereie.
people-unit-number-fylkesnr = Fylkesnummer
people-unit-number-her = HER-id
people-unit-number-kommunenr = Kommunenummer
people-unit-number-local = Lokal kode
people-unit-number-orgnr = Organisasjonsnummer
people-unit-number-reshid = RESH-id
people-unit-numbers = Nummer i register
people-unit-numbers-help = Fyll ut dei du kjenner.
people-unit-optional = (valfritt)
people-unit-other-help = Skriv namnet eller koden. Tomt avsluttar ei plassering eller eit opptaksområde.
people-unit-others = Andre einingar som blir slått saman med denne
people-unit-others-help = Namn eller kode, éi på kvar linje.
people-unit-owner = Høyrer til
people-unit-parts = Nye einingar
people-unit-parts-help = Namnet på kvar ny eining, eitt på kvar linje. Kvar einingane under skal, vel du i neste steg.
people-unit-relation = Forhold
people-unit-relation-geography = Ligg i
people-unit-relation-owner = Høyrer til
people-unit-relation-to = Til eininga
people-unit-relation-uptake = Er opptaksområde for
people-unit-relations = Forhold til andre einingar
people-unit-save = Lagre
people-unit-saved = Endringa er lagra.
people-unit-several = { $n } einingar heiter «{ $name }». Vel kva for ei under.
people-unit-since = Frå { $from }
people-unit-source = Kjelde
people-unit-split = Del eininga
people-unit-split-lead = Éi eining blir til fleire på ein dato.
people-unit-stays = Blir der ho er
people-unit-steps = Omorganisere
people-unit-sure = Skal dette gjerast?
people-unit-the-new = Den nye eininga
people-unit-the-new-help = Skal fyllast ut når dei blir til ei ny eining.
people-unit-time = Som ho var eller blir
people-unit-to-come = Planlagde endringar
people-unit-to-help = Den første dagen utan eininga. La stå tomt dersom ho varer til noko anna blir sagt.
people-unit-unknown = Inga eining heiter «{ $name }» eller har den koden.
people-unit-uses-this = { $n ->
    [one] Éi eining har denne som si
   *[other] { $n } einingar har denne som si
}
people-unit-valid = Gjeld
people-unit-what = Kva skjedde
people-unit-where = Kvar ho står
people-unit-which = Kva for ei «{ $name }»?
people-unit-will-end = Eininga blir lagd ned { $day }.
people-unit-with-below = Legg òg ned alle einingar under
people-unit-wrong-between = Mellom dei to dagane skjer noko anna med dei same einingane. Vel ein dag før det, eller avlys det først.
people-unit-wrong-built-on = Ei anna endring byggjer på denne. Avlys eller flytt ho først.
people-unit-wrong-too-deep = Meir enn { $max } einingar ville stått over kvarandre. Sjå etter ein feil i kolonna for overordna eining.
people-unit-wrong-circle = Då ville eininga liggje under seg sjølv. Vel ei anna eining å høyre til.
people-unit-wrong-code-taken = Ei anna eining har koden «{ $code }».
people-unit-wrong-fylkesnr = «{ $number }» er ikkje eit fylkesnummer. Det har to siffer.
people-unit-wrong-kommunenr = «{ $number }» er ikkje eit kommunenummer. Det har fire siffer.
people-unit-wrong-name-gap = Eininga må ha eitt namn, og berre eitt, kvar dag ho finst.
people-unit-wrong-no-life = Eininga kan ikkje slutte før ho byrjar.
people-unit-wrong-not-there = Eininga finst ikkje.
people-unit-wrong-number = «{ $number }» har ikkje rett form for dette registeret.
people-unit-wrong-number-taken = Ei anna eining har nummeret { $number } i same tid.
people-unit-wrong-orgnr = «{ $number }» er ikkje eit organisasjonsnummer. Det har ni siffer, og det siste er kontrollsiffer.
people-unit-wrong-other-gone = { $name } finst ikkje heile den tida dette skal gjelde. Vel ein annan dato eller ei anna eining.
people-unit-wrong-outside-life = Datoen ligg utanfor tida eininga finst.
people-unit-wrong-to-itself = Ei eining kan ikkje høyre til seg sjølv.
people-unit-wrong-too-few = Det trengst minst to einingar for å slå saman, og minst éi ny for å dele.
people-unit-wrong-two-numbers = Eininga ville fått to slike nummer samtidig.
people-unit-wrong-two-owners = Eininga ville høyre til to einingar samtidig.
people-unit-wrong-units-below = Einingar under ({ $count }) må flyttast eller leggjast ned først.
people-units-any-kind = Alle typar
people-units-as-of = Per dato
people-units-below = { $n ->
    [one] éi under
   *[other] { $n } under
}
people-units-count = { $n } i alt
people-units-day = Vist slik organisasjonen var { $day }.
people-units-day-to-come = Vist slik organisasjonen er planlagd { $day }.
people-units-export = Last ned som CSV
people-units-fold = Under { $name }
people-units-found = Einingar som passar
people-units-import = Les inn frå fil
people-units-lead = Einingane slik dei er, slik dei var og slik dei blir.
people-units-new = Ny eining
people-units-none = Ingen einingar enno
people-units-none-help = Den som styrer organisasjonen, kan lese dei inn frå ei fil eller leggje dei til éi og éi.
people-units-not-found = Ingen einingar passar
people-units-not-found-help = Prøv ein del av namnet, ein kode eller eit nummer.
people-units-past = Her står berre det som er lese inn. Kommunar og fylke slik dei var før, kjem med når den som driv Varde, har lese inn klassifikasjonane til Statistisk sentralbyrå; til då kan fleire mangle.
people-units-reset = Nullstill
people-units-search = Finn ei eining
people-units-show = Vis
people-units-title = Organisasjonen
people-who-does-answer = svarar
people-who-does-approve = vedtek
people-who-does-create = opprettar
people-who-does-edit = endrar
people-who-does-read = les
people-who-here = Her
people-who-kind-finding = Funn
people-who-kind-goal = Mål
people-who-kind-history = Endringshistorie
people-who-kind-holding = Roller
people-who-kind-measure = Tiltak
people-who-kind-person = Personar og kontoar
people-who-kind-plan = Planar
people-who-kind-proposal = Forslag
people-who-kind-round = Statusrundar
people-who-kind-series = Måleseriar
people-who-kind-task = Oppgåver og ansvar
people-who-kind-unit = Eininga sjølv
people-who-kind-wheel = Årshjul
people-who-lead = Kven som har ei rolle her eller høgare opp, og kva rolla gir tilgang til.
people-who-name = Namn
people-who-no-end = Ingen sluttdato
people-who-nobody = Ingen har ei rolle her
people-who-nobody-help = Utkast og interne ting i eininga er ikkje synlege for nokon enno.
people-who-nothing = Berre det publiserte
people-who-open = Det alle innlogga kan lese
people-who-open-help = Vedtekne planar, mål, tiltak, statusar, indikatorar og kven som har kva rolle er opne for alle som er logga inn. Utkast, personopplysningar og endringshistorie er det ikkje.
people-who-people = Personar med rolle her eller over
people-who-role = Rolle
people-who-roles = Kva rollene opnar for
people-who-roles-help = Gjeld utkast og anna som ikkje er publisert i denne eininga. Tabellen er laga av dei same reglane som avgjer tilgangen.
people-who-through = Gjennom
people-who-title = Kven ser { $name }?
people-who-until = Til
people-who-what = Kva
people-tab-unit = Om eininga
people-tab-who = Kven ser dette?

people-history-all-kinds = Alt
people-history-below = Her og under
people-history-from = Frå og med
people-history-here = Berre her
people-history-kind = Kva det gjeld
people-history-lead = Kven gjorde kva, når og kvifor, her og i alt som ligg under. Det som stod før, står ved sida av det som gjeld no.
people-history-none = Ingen endringar her
people-history-none-help = Vel ein lengre periode eller ein annan type ting.
people-history-show = Vis
people-history-title = Historikk for { $name }
people-history-to = Til og med
people-history-where = Kvar
people-import-no-units = Fila har ingen einingar (organisationUnits).
people-import-not-json = Fila kan ikkje lesast som JSON. Kanskje sluttar ho midt i.
people-import-trees = To slags filer frå andre blir kjende att av seg sjølve. Einingstreet til kvalitetsregistera har kolonnane OrgNr og NivaaOpp, eller OrgNrRHF, OrgNrHF og OrgNrShus. Metadata frå DHIS2 har organisationUnits. Frå dei blir berre einingar som manglar, lagde til under eininga over; dei som er kjende frå før, med organisasjonsnummer eller id, blir ståande som dei er.
people-tab-history = Historikk
people-told-merged = Slått saman
people-told-moved = Flytta
people-told-renamed = Fekk nytt namn
people-told-split = Delt

people-lookup-account = Kontoen
people-lookup-all = Vis alle oppslag
people-lookup-export = Uttrekk av lista over personar
people-lookup-former = Ein tidlegare kollega
people-lookup-history = Historikken til ei eining
people-lookup-kept = Oppslag blir sletta etter eitt år.
people-lookup-lead = Kvar gong nokon ser kva Varde veit om ein annan, blir det notert her. Oppslag på seg sjølv blir ikkje noterte.
people-lookup-list = Liste over personar
people-lookup-me-lead = Dei som har sett kva Varde veit om deg, og når. At du ser på deg sjølv, blir ikkje notert.
people-lookup-me-title = Kven har sett opplysningane om meg
people-lookup-none = Ingen oppslag
people-lookup-none-help = Her står det når nokon har sett på det Varde veit om ein person.
people-lookup-page = Sida til personen
people-lookup-person = På kven
people-lookup-reader = Kven såg
people-lookup-roles = Rollene
people-lookup-times = Gonger den timen
people-lookup-title = Oppslag på personar
people-lookup-what = Kva
people-lookup-when = Sist
