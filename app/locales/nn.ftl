# Orda til programmet sjølv.

app-demo-adviser = kvalitetsrådgivar i eit syntetisk føretak
app-demo-admin = administrator for brukarar og einingar
app-demo-banner = Demo: alt som er merkt «syntetisk», er oppdikta.
app-demo-board = styremedlem i eit syntetisk føretak
app-demo-directorate = planleggjar i Helsedirektoratet
app-demo-municipality = kommunalsjef i ein syntetisk kommune
app-demo-nurse = sjukepleiar på ein syntetisk sengepost
app-demo-privacy = personvernombod
app-demo-trust = direktør i eit syntetisk føretak
app-demo-ward = avdelingsleiar på ein syntetisk sengepost
app-spc-answer-earlier = { $n ->
    [one] Eitt signal tidlegare i serien; dei nyaste verdiane varierer ikkje meir enn det som er tilfeldig.
   *[other] { $n } signal tidlegare i serien; dei nyaste verdiane varierer ikkje meir enn det som er tilfeldig.
}
app-spc-chart = { $kind }, { $n } punkt frå { $first } til { $last }.
app-spc-excluded = { $point } er halde utanfor senterlinje, grenser og seriar: { $why }.
app-spc-fault-above = { $y } av { $n }: teljaren er større enn nemnaren. Rett tala, eller vel --chart u dersom éin kan teljast fleire gonger.
app-spc-fault-negative = { $y } er eit negativt tal på hendingar. Rett talet, eller vel --chart i for målte verdiar.
app-spc-fault-no-point = Det står ikkje når rada gjeld. Fyll ut cella, eller ta bort rada.
app-spc-fault-nothing = Nemnaren er 0, men det er talt { $y }. Rett nemnaren, eller lat båe cellene stå tomme dersom tala manglar.
app-spc-fault-number = «{ $text }» er ikkje eit tal slik dei andre radene har. Rett cella, eller ta bort rada.
app-spc-fault-period = «{ $text }» er ingen periode. Skriv til dømes 2025-03, 2025-T1, 2025-W07 eller 31.12.2025, og ta bort rader med summar.
app-spc-fault-size = Nemnaren { $n } er mindre enn null. Rett talet.
app-spc-fault-sort = «{ $text }» er eit anna slag periode enn dei andre radene har. Ta bort rada, eller bruk --by for å slå saman korte periodar til lange.
app-spc-fault-time = { $y } er inga tid mellom hendingar; ho må vere over null. Skriv tida meir nøyaktig, til dømes 0,5 døgn, eller vel --chart g.
app-spc-filled = { $n ->
    [one] Inga rad for { $names }: lina blir broten der. Var det ingen, så skriv ei rad med 0.
   *[other] Ingen rader for { $n } periodar ({ $names }): lina blir broten der. Var det ingen, så skriv rader med 0.
}
app-spc-from = Frå { $point }: { $words }
app-spc-how-mean = med gjennomsnittet av dei
app-spc-how-median = med medianen av dei
app-spc-how-sample = som utval med kvar sin storleik
app-spc-how-sd = med standardavviket deira
app-spc-how-sum = ved å leggje dei saman
app-spc-joined = { $rows } rader vart til { $points } punkt { $how }.
app-spc-joined-which = Fleire rader for: { $names }.
app-spc-level-centre = Senterlina er { $centre }; det er for få punkt til grenser.
app-spc-level-limits = Senterlina er { $centre }, og grensene ved siste punkt er { $low } og { $high }.
app-spc-level-median = Medianen er { $centre }.
app-spc-limits-calibrated = grenser som er kalibrerte for heile kartet
app-spc-limits-exact = grenser frå den eksakte fordelinga
app-spc-limits-sigma = grenser ved tre standardavvik
app-spc-line = line { $n }
app-spc-mind-bound = Merk: nivået er { $level }, så nær ytterkanten at den eine grensa ikkje kan passerast.
app-spc-mind-chained = Merk: verdiane liknar på dei før (korrelasjon { $r }), så seriar og grenser gir fleire falske signal enn målt.
app-spc-mind-even = Merk: punkta varierer mindre enn det som er tilfeldig ({ $times } gonger). Er tala avhengige av kvarandre, eller anslått?
app-spc-mind-gaps = { $n ->
    [one] Merk: éin verdi manglar.
   *[other] Merk: { $n } verdiar manglar.
}
app-spc-mind-level = Merk: nivået ser ut til å ha endra seg undervegs. Eit kart over alt skildrar då ingen av nivåa; spør først kvifor, og bruk så --phase.
app-spc-mind-season = Merk: verdiane følgjer årstidene ({ $share } av variasjonen), så seriar og grenser gir signal kvart år.
app-spc-mind-short = Merk: berre { $n } punkt; grensene flyttar seg med kvart nytt.
app-spc-mind-skewed = Merk: verdiane er skeivt fordelte, så grensa på den lange sida gir for mange signal.
app-spc-mind-ties = Merk: { $share } av verdiane er lik medianen, og seier ikkje noko i seriar.
app-spc-missing = { $n ->
    [one] Éi rad manglar verdi eller nemnar (rad { $lines } i fila) og blir rekna som manglande, ikkje som null.
   *[other] { $n } rader manglar verdi eller nemnar (rad { $lines } i fila) og blir rekna som manglande, ikkje som null.
}
app-spc-more =  og { $n } til
app-spc-needs-n = { $kind }-kart treng nemnarar: sei kva kolonne med --n.
app-spc-no-column = det er inga kolonne «{ $name }»; fila har { $known }
app-spc-no-reason = utan grunn
app-spc-no-rows = Fila har berre overskrifter. Ho treng éi rad for kvar periode.
app-spc-note-end = Siste line sluttar ikkje slik liner gjer; sjå etter om fila er avkorta.
app-spc-note-hidden-columns = Gøymde kolonner er lesne: { $n }.
app-spc-note-hidden-rows = Gøymde rader er lesne: { $n }.
app-spc-note-mended = Tekstar med øydelagde bokstavar er retta: { $n }.
app-spc-note-merged = Samanslåtte celler: { $cells }; berre den første har verdien.
app-spc-note-sheets = Andre ark er ikkje lesne: { $names }. Vel med --sheet.
app-spc-notice-centre = Den oppgitte senterlina manglar for nokre punkt, så ho er rekna ut.
app-spc-notice-limits = Ein fase har for få punkt til grenser.
app-spc-notice-order = Punkta er namn utan rekkjefølgje i tid: seriar og nivåskift er ikkje leitt etter.
app-spc-notice-share = Delar over 1: { $n }.
app-spc-part-outside = --part { $place } er ikkje det siste punktet i ein del: kartet har { $n } punkt, og den siste delen treng òg eitt.
app-spc-phase-twice = To fasar tek til ved same punkt ({ $place }).
app-spc-point = punkt { $n }
app-spc-points = Punkt
app-spc-question = Korleis har det gått med { $what }?
app-spc-record = post { $n }
app-spc-refused = { $n ->
    [one] Éi rad kan ikkje brukast, og ingenting er teikna:
   *[other] { $n } feil i radene, og ingenting er teikna:
}
app-spc-row = rad { $n }
app-spc-print-method = Metode
app-spc-print-signals = Signal
app-spc-print-table = Tala
app-spc-rules = Regelsett { $rules }; { $limits }.
app-spc-runs = Lengste serie på éi side: { $longest }. Kryssingar av lina: { $crossings }.
app-spc-runs-ordinary = Lengste serie på éi side: { $longest } (høgst { $most } er vanleg). Kryssingar av lina: { $crossings } (minst { $least } er vanleg).
app-spc-signals = { $n ->
    [one] Eitt signal; første punkt er { $first }:
   *[other] { $n } signal; første punkt er { $first }:
}
app-spc-signals-none = Ingen signal.
app-spc-unknown-point = { $flag } { $place }: kartet har ikkje noko slikt punkt. Det har { $n } punkt, frå { $first } til { $last }; eit punkt kan òg nemnast med nummeret sitt.
app-spc-what-per = { $y } per { $per } { $n }
app-spc-what-ratio = { $y } per { $n }
app-spc-what-share = { $y } av { $n }
app-spc-why = Kvifor dette kartet:
app-spc-why-cases = Tal på tilfelle mellom hendingar: g-kart.
app-spc-why-constant = Alle verdiar er like.
app-spc-why-count = Tal på hendingar i like periodar: c-kart, om ikkje anna er sagt under.
app-spc-why-few = Berre { $expected } hendingar per punkt i snitt: grensene kjem frå den eksakte fordelinga.
app-spc-why-over = Punkta varierer { $times } gonger så mykje som det som er tilfeldig: grensene tek høgd for det.
app-spc-why-rare = Berre { $expected } hendingar per punkt i snitt. Eit g- eller t-kart av det som ligg mellom hendingane, viser meir; eller slå saman { $join } periodar.
app-spc-why-rate = Hendingar per så mykje tid eller så mange under risiko: u-kart, om ikkje anna er sagt under.
app-spc-why-sample = Fleire målingar per punkt: x̄-kart.
app-spc-why-share = Så mange av så mange: p-kart, om ikkje anna er sagt under.
app-spc-why-short = Berre { $n } punkt: eit seriediagram, sidan grenser ville seie lite.
app-spc-why-sizes = Nemnarane er ulike (den største er { $ratio } gonger den minste): i′-kart.
app-spc-why-time = Tid mellom hendingar: t-kart.
app-spc-why-value = Målte verdiar, éin per punkt: i-kart, om ikkje anna er sagt under.
