# Programmets egne ord.

app-demo-adviser = kvalitetsrådgiver i et syntetisk foretak
app-demo-admin = administrator for brukere og enheter
app-demo-banner = Demo: alt som er merket «syntetisk», er oppdiktet.
app-demo-board = styremedlem i et syntetisk foretak
app-demo-directorate = planlegger i Helsedirektoratet
app-demo-municipality = kommunalsjef i en syntetisk kommune
app-demo-nurse = sykepleier på en syntetisk sengepost
app-demo-privacy = personvernombud
app-demo-trust = direktør i et syntetisk foretak
app-demo-ward = avdelingsleder på en syntetisk sengepost
app-spc-answer-earlier = { $n ->
    [one] Ett signal tidligere i serien; de nyeste verdiene varierer ikke mer enn tilfeldigheter tilsier.
   *[other] { $n } signaler tidligere i serien; de nyeste verdiene varierer ikke mer enn tilfeldigheter tilsier.
}
app-spc-chart = { $kind }, { $n } punkter fra { $first } til { $last }.
app-spc-excluded = { $point } er holdt utenfor senterlinje, grenser og serier: { $why }.
app-spc-fault-above = { $y } av { $n }: telleren er større enn nevneren. Rett tallene, eller velg --chart u hvis én kan telles flere ganger.
app-spc-fault-negative = { $y } er et negativt antall. Rett tallet, eller velg --chart i for målte verdier.
app-spc-fault-no-point = Det står ikke når raden gjelder. Fyll ut cellen, eller ta bort raden.
app-spc-fault-nothing = Nevneren er 0, men det er talt { $y }. Rett nevneren, eller la begge cellene stå tomme hvis tallene mangler.
app-spc-fault-number = «{ $text }» er ikke et tall som de andre radene har. Rett cellen, eller ta bort raden.
app-spc-fault-period = «{ $text }» er ingen periode. Skriv for eksempel 2025-03, 2025-T1, 2025-W07 eller 31.12.2025, og ta bort rader med summer.
app-spc-fault-size = Nevneren { $n } er mindre enn null. Rett tallet.
app-spc-fault-sort = «{ $text }» er en annen slags periode enn de andre radene har. Ta bort raden, eller bruk --by for å slå sammen korte perioder til lange.
app-spc-fault-time = { $y } er ingen tid mellom hendelser; den må være over null. Skriv tiden mer nøyaktig, for eksempel 0,5 døgn, eller velg --chart g.
app-spc-filled = { $n ->
    [one] Ingen rad for { $names }: linjen brytes der. Var det ingen, så skriv en rad med 0.
   *[other] Ingen rader for { $n } perioder ({ $names }): linjen brytes der. Var det ingen, så skriv rader med 0.
}
app-spc-from = Fra { $point }: { $words }
app-spc-how-mean = med gjennomsnittet av dem
app-spc-how-median = med medianen av dem
app-spc-how-sample = som utvalg med hver sin størrelse
app-spc-how-sd = med standardavviket deres
app-spc-how-sum = ved å legge dem sammen
app-spc-joined = { $rows } rader ble til { $points } punkter { $how }.
app-spc-joined-which = Flere rader for: { $names }.
app-spc-level-centre = Senterlinjen er { $centre }; det er for få punkter til grenser.
app-spc-level-limits = Senterlinjen er { $centre }, og grensene ved siste punkt er { $low } og { $high }.
app-spc-level-median = Medianen er { $centre }.
app-spc-limits-calibrated = grenser som er kalibrert for hele kartet
app-spc-limits-exact = grenser fra den eksakte fordelingen
app-spc-limits-sigma = grenser ved tre standardavvik
app-spc-line = linje { $n }
app-spc-mind-bound = Merk: nivået er { $level }, så nær ytterkanten at den ene grensen ikke kan passeres.
app-spc-mind-chained = Merk: verdiene ligner på dem før (korrelasjon { $r }), så serier og grenser gir flere falske signaler enn målt.
app-spc-mind-even = Merk: punktene varierer mindre enn tilfeldigheter tilsier ({ $times } ganger). Er tallene avhengige av hverandre, eller anslått?
app-spc-mind-gaps = { $n ->
    [one] Merk: én verdi mangler.
   *[other] Merk: { $n } verdier mangler.
}
app-spc-mind-level = Merk: nivået ser ut til å ha endret seg underveis. Et kart over alt beskriver da ingen av nivåene; spør først hvorfor, og bruk så --phase.
app-spc-mind-season = Merk: verdiene følger årstidene ({ $share } av variasjonen), så serier og grenser gir signal hvert år.
app-spc-mind-short = Merk: bare { $n } punkter; grensene flytter seg med hvert nytt.
app-spc-mind-skewed = Merk: verdiene er skjevt fordelt, så grensen på den lange siden gir for mange signaler.
app-spc-mind-ties = Merk: { $share } av verdiene er lik medianen, og sier ikke noe i serier.
app-spc-missing = { $n ->
    [one] Én rad mangler verdi eller nevner (rad { $lines } i filen) og regnes som manglende, ikke som null.
   *[other] { $n } rader mangler verdi eller nevner (rad { $lines } i filen) og regnes som manglende, ikke som null.
}
app-spc-more =  og { $n } til
app-spc-needs-n = { $kind }-kart trenger nevnere: si hvilken kolonne med --n.
app-spc-no-column = det er ingen kolonne «{ $name }»; filen har { $known }
app-spc-no-reason = uten grunn
app-spc-no-rows = Filen har bare overskrifter. Den trenger én rad for hver periode.
app-spc-note-end = Siste linje slutter ikke som linjer gjør; se etter om filen er avkuttet.
app-spc-note-hidden-columns = Skjulte kolonner er lest: { $n }.
app-spc-note-hidden-rows = Skjulte rader er lest: { $n }.
app-spc-note-mended = Tekster med ødelagte bokstaver er rettet: { $n }.
app-spc-note-merged = Sammenslåtte celler: { $cells }; bare den første har verdien.
app-spc-note-sheets = Andre ark er ikke lest: { $names }. Velg med --sheet.
app-spc-notice-centre = Den oppgitte senterlinjen mangler for noen punkter, så den er regnet ut.
app-spc-notice-limits = En fase har for få punkter til grenser.
app-spc-notice-order = Punktene er navn uten rekkefølge i tid: serier og nivåskift er ikke lett etter.
app-spc-notice-share = Andeler over 1: { $n }.
app-spc-part-outside = --part { $place } er ikke det siste punktet i en del: kartet har { $n } punkter, og den siste delen trenger også ett.
app-spc-phase-twice = To faser begynner ved samme punkt ({ $place }).
app-spc-point = punkt { $n }
app-spc-points = Punkt
app-spc-question = Hvordan har det gått med { $what }?
app-spc-record = post { $n }
app-spc-refused = { $n ->
    [one] Én rad kan ikke brukes, og ingenting er tegnet:
   *[other] { $n } feil i radene, og ingenting er tegnet:
}
app-spc-row = rad { $n }
app-spc-print-method = Metode
app-spc-print-signals = Signaler
app-spc-print-table = Tallene
app-spc-rules = Regelsett { $rules }; { $limits }.
app-spc-runs = Lengste serie på én side: { $longest }. Kryssinger av linjen: { $crossings }.
app-spc-runs-ordinary = Lengste serie på én side: { $longest } (høyst { $most } er vanlig). Kryssinger av linjen: { $crossings } (minst { $least } er vanlig).
app-spc-signals = { $n ->
    [one] Ett signal; første punkt er { $first }:
   *[other] { $n } signaler; første punkt er { $first }:
}
app-spc-signals-none = Ingen signaler.
app-spc-unknown-point = { $flag } { $place }: kartet har ikke noe slikt punkt. Det har { $n } punkter, fra { $first } til { $last }; et punkt kan også nevnes med nummeret sitt.
app-spc-what-per = { $y } per { $per } { $n }
app-spc-what-ratio = { $y } per { $n }
app-spc-what-share = { $y } av { $n }
app-spc-why = Hvorfor dette kartet:
app-spc-why-cases = Antall tilfeller mellom hendelser: g-kart.
app-spc-why-constant = Alle verdier er like.
app-spc-why-count = Antall hendelser i like perioder: c-kart, hvis ikke noe annet er sagt under.
app-spc-why-few = Bare { $expected } hendelser per punkt i snitt: grensene kommer fra den eksakte fordelingen.
app-spc-why-over = Punktene varierer { $times } ganger så mye som tilfeldigheter tilsier: grensene tar høyde for det.
app-spc-why-rare = Bare { $expected } hendelser per punkt i snitt. Et g- eller t-kart av det som ligger mellom hendelsene, viser mer; eller slå sammen { $join } perioder.
app-spc-why-rate = Hendelser per så mye tid eller så mange under risiko: u-kart, hvis ikke noe annet er sagt under.
app-spc-why-sample = Flere målinger per punkt: x̄-kart.
app-spc-why-share = Så mange av så mange: p-kart, hvis ikke noe annet er sagt under.
app-spc-why-short = Bare { $n } punkter: et seriediagram, siden grenser ville si lite.
app-spc-why-sizes = Nevnerne er ulike (den største er { $ratio } ganger den minste): i′-kart.
app-spc-why-time = Tid mellom hendelser: t-kart.
app-spc-why-value = Målte verdier, én per punkt: i-kart, hvis ikke noe annet er sagt under.
