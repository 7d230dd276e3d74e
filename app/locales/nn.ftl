# Orda til programmet sjølv.

app-demo-admin = administrator for brukarar og einingar
app-demo-adviser = kvalitetsrådgivar i eit syntetisk føretak
app-demo-banner = Demo: alt som er merkt «syntetisk», er oppdikta.
app-demo-board = styremedlem i eit syntetisk føretak
app-demo-directorate = planleggjar i Helsedirektoratet
app-demo-municipality = kommunalsjef i ein syntetisk kommune
app-demo-nurse = sjukepleiar på ein syntetisk sengepost
app-demo-privacy = personvernombod
app-demo-trust = direktør i eit syntetisk føretak
app-demo-ward = avdelingsleiar på ein syntetisk sengepost
app-funnel-additive = Einingane er meir ulike enn tilfeldet gir (spreiing { $phi }), så grensene har rom for ekte skilnader.
app-funnel-chance = Av vanlege einingar ligg éi av 20 utanfor 95 % og éi av 500 utanfor 99,8 % ved eit slumpetreff.
app-funnel-exact = Einingane er ikkje meir ulike enn tilfeldet gir (spreiing { $phi }), så grensene er eksakte.
app-funnel-fault-above = { $y } av { $n }: teljaren er større enn nemnaren. Rett tala, eller vel --measure rate om éin kan teljast fleire gonger.
app-funnel-fault-negative = { $y } er mindre enn null. Rett talet.
app-funnel-level = Alle saman ligg på { $level }.
app-funnel-limits = Grenser { $level }
app-funnel-no-target = Det er ingenting å samanlikne: ingen tilfelle, eller ingenting dei er talde av.
app-funnel-outside = Utanfor 99,8 %: { $names }.
app-funnel-summed = { $rows } rader vart til { $n } einingar ved å leggje dei saman.
app-pareto-answer = { $n ->
    [one] Vanlegast er { $first }: { $count } av { $total } ({ $share }), av { $all } i alt.
   *[other] Vanlegast er { $first }: { $count } av { $total } ({ $share }). Dei { $n } vanlegaste av { $all } utgjer { $together }.
}
app-pareto-fault-count = Skriv eit heilt tal frå 0.
app-pareto-needs-x = Sei kva kolonne årsakene står i, med --x.
app-pareto-question = Kva er det mest av?
app-pareto-rest = Anna
app-pareto-rows = Kor mange
app-pareto-together = Saman
app-scan-after = Etter
app-scan-alerts-lead = Høgst { $rate } av desse er venta å vere falske. Dei som er minst sannsynlege ved tilfelle, står først.
app-scan-answer = { $n ->
    [0] Ingen seriar har sikkert endra seg. Små endringar ser ein ikkje blant mange seriar.
    [one] Éin serie har endra seg. Høgst { $rate } av varsla er venta å vere falske.
   *[other] { $n } seriar har endra seg. Høgst { $rate } av varsla er venta å vere falske.
}
app-scan-answer-watch = { $n ->
    [one] Éin til er ikkje sikker nok til det, men kan tyde skade.
   *[other] { $n } til er ikkje sikre nok til det, men kan tyde skade.
}
app-scan-before = Før
app-scan-fault-above = { $y } av { $n }: teljaren er større enn nemnaren. Rett tala, eller skriv rate i kolonnen kind om éin kan teljast fleire gonger.
app-scan-fault-better = Skriv higher, lower eller neither.
app-scan-fault-betters = Tidlegare rader for den same indikatoren seier noko anna om kva som er best. Skriv det same i alle.
app-scan-fault-kind = Skriv share, rate, count, value, time eller cases.
app-scan-fault-kinds = Tidlegare rader for den same indikatoren er av ein annan sort. Skriv det same i alle.
app-scan-fault-negative = { $y } er eit negativt tal. Rett det, eller skriv value i kolonnen kind for målte verdiar.
app-scan-fault-parents = Eininga har ei anna eining over seg i tidlegare rader. Skriv den same i alle.
app-scan-fault-time = { $y } er inga tid mellom hendingar; ho må vere over null. Skriv tida meir nøyaktig, eller skriv cases i kolonnen kind.
app-scan-fault-twice = Det same står på linje { $line }: same indikator, eining og periode. Ta bort den eine.
app-scan-little-constant = Alle verdiar er like: { $n } ({ $names }).
app-scan-little-data = Manglar nemnar: { $n } ({ $names }).
app-scan-little-events = Færre enn 12 hendingar: { $n } ({ $names }).
app-scan-little-points = Færre enn 12 verdiar: { $n } ({ $names }).
app-scan-question = { $n ->
    [one] Har den eine serien endra seg?
   *[other] Kva for nokre av { $n } seriar har endra seg?
}
app-scan-since = Sidan
app-spc-answer-earlier = { $n ->
    [one] Eitt signal tidlegare i serien; dei nyaste verdiane varierer ikkje meir enn det som er tilfeldig.
   *[other] { $n } signal tidlegare i serien; dei nyaste verdiane varierer ikkje meir enn det som er tilfeldig.
}
app-spc-chart = { $kind }, { $n } punkt frå { $first } til { $last }.
app-spc-excluded = { $point } er halde utanfor senterlinje, grenser og seriar: { $why }.
app-spc-fault-above = { $y } av { $n }: teljaren er større enn nemnaren. Rett tala, eller vel --chart u dersom éin kan teljast fleire gonger.
app-spc-fault-negative = { $y } er eit negativt tal på hendingar. Rett talet, eller vel --chart i for målte verdiar.
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
app-spc-needs-n = { $kind }-kart treng nemnarar: sei kva kolonne med --n.
app-spc-needs-y = Sei kva kolonne tala står i, med --y.
app-spc-no-reason = utan grunn
app-spc-notice-centre = Den oppgitte senterlina manglar for nokre punkt, så ho er rekna ut.
app-spc-notice-limits = Ein fase har for få punkt til grenser.
app-spc-notice-order = Punkta er namn utan rekkjefølgje i tid: seriar og nivåskift er ikkje leitt etter.
app-spc-notice-share = Delar over 1: { $n }.
app-spc-part-outside = --part { $place } er ikkje det siste punktet i ein del: kartet har { $n } punkt, og den siste delen treng òg eitt.
app-spc-phase-twice = To fasar tek til ved same punkt ({ $place }).
app-spc-point = punkt { $n }
app-spc-points = Punkt
app-spc-question = Korleis har det gått med { $what }?
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
app-spc-unfit = Dette seier ikkje noko for det kartet som er valt: { $flags }. Ta det bort, eller vel eit anna med --chart.
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
app-sums-as-expected = Som venta
app-sums-axis-bernoulli = { $what }: teikn på endring, lagde saman (Bernoulli-CUSUM)
app-sums-axis-cusum = { $what }: avvik frå { $centre }, lagde saman, i standardavvik (CUSUM)
app-sums-axis-ewma = { $what }, vekta snitt (EWMA)
app-sums-axis-ra = { $what }: teikn på endring, justerte for risiko, lagde saman (CUSUM)
app-sums-axis-vlad = { $what }: venta minus faktisk, lagt saman (VLAD)
app-sums-back = No er summen innanfor igjen.
app-sums-case = tilfelle { $n }
app-sums-cases = Tilfelle
app-sums-down = Nedover
app-sums-expected = Venta
app-sums-fault-event = Skriv 1 eller 0, eller ja eller nei.
app-sums-fault-risk = Risikoen må liggje mellom 0 og 1, til dømes 0,12.
app-sums-fewer = Færre enn venta, truleg sidan { $since }.
app-sums-given = oppgitt
app-sums-kind-bernoulli = Bernoulli-CUSUM (tilfelle for tilfelle)
app-sums-kind-cusum = CUSUM (avvik lagde saman)
app-sums-kind-ewma = EWMA (vekta glidande snitt)
app-sums-kind-ra = Risikojustert CUSUM (tilfelle for tilfelle)
app-sums-kind-vlad = VLAD (venta minus faktisk, lagt saman)
app-sums-mark-down = summen nedover forbi terskelen
app-sums-mark-fewer = færre enn venta
app-sums-mark-more = fleire enn venta
app-sums-mark-up = summen oppover forbi terskelen
app-sums-mind-own = Merk: serien blir halden mot sitt eige snitt, der endringa sjølv er med. Oppgi det venta nivået med --cl, eller kor lenge alt var som det skulle, med --freeze.
app-sums-mind-own-share = Merk: tilfella blir haldne mot sitt eige snitt, der endringa sjølv er med. Oppgi den venta delen med --p0, eller kor lenge alt var som det skulle, med --freeze.
app-sums-more = Fleire enn venta, truleg sidan { $since }.
app-sums-needs-risk = Sei kva kolonne risikoen står i, med --risk.
app-sums-no-share = Delen å halde tilfella mot er 0 eller 100 %. Oppgi den venta delen med --p0.
app-sums-no-spread = Verdiane varierer ikkje, så avvik kan ikkje målast i standardavvik. Oppgi eit standardavvik med --sd.
app-sums-no-threshold = Ingen terskel gir så lang tid mellom falske signal med desse risikoane. Oppgi terskelen med --h.
app-sums-not-reached = Inga sikker endring: summane har ikkje nådd terskelen.
app-sums-of-all = rekna av alle verdiane
app-sums-of-all-cases = snittet av alle tilfella
app-sums-of-first = rekna av dei { $n } første
app-sums-of-first-cases = snittet av dei { $n } første
app-sums-question = Er det fleire eller færre enn venta av { $what }?
app-sums-question-risk = Er det fleire eller færre av { $what } enn risikoen tilseier?
app-sums-raw = Enkeltverdi
app-sums-reached = { $n ->
    [one] Terskelen er nådd éin gong, ved { $point }.
   *[other] Terskelen er nådd { $n } gonger, sist ved { $point }.
}
app-sums-reaches = Forbi terskelen
app-sums-set-arl = Endrar ingenting seg, gir summen oppover eit falskt signal i snitt for kvart { $n }. tilfelle.
app-sums-set-bernoulli = Den venta delen er { $p0 } ({ $from }). Summane leitar etter odds som er { $ratio } gonger høgare eller lågare; terskelen er { $h }, og etter eit signal tek summen til på nytt.
app-sums-set-cusum = Summane leitar etter eit skift på { $shift } standardavvik (k = { $k }); terskelen er { $h } standardavvik (h).
app-sums-set-ewma = Den nyaste verdien veg { $lambda }, og grensene ligg { $k } standardavvik ut.
app-sums-set-level = Verdiane blir haldne mot { $centre } ({ $from }); standardavviket er { $sd } ({ $spread }).
app-sums-set-ra = Kvart tilfelle blir halde mot sin eigen risiko ({ $column }). Summane leitar etter odds som er { $ratio } gonger høgare eller lågare; terskelen er { $h }.
app-sums-set-vlad = VLAD har ingen eigne grenser: signala kjem frå den risikojusterte CUSUM-en av dei same tilfella.
app-sums-signals = Signal frå den risikojusterte CUSUM-en
app-sums-span = { $first } til { $last }
app-sums-tally = { $observed } av { $n } tilfelle, mot { $expected } venta etter risikoen.
app-sums-threshold = Terskel
app-sums-thresholds = Tersklar
app-sums-up = Oppover
app-table-fault-empty = Cella er tom. Fyll ho ut, eller ta bort rada.
app-table-fault-no-point = Det står ikkje når rada gjeld. Fyll ut cella, eller ta bort rada.
app-table-fault-nothing = Nemnaren er 0, men det er talt { $y }. Rett nemnaren, eller lat båe cellene stå tomme dersom tala manglar.
app-table-fault-number = «{ $text }» er ikkje eit tal slik dei andre radene har. Rett cella, eller ta bort rada.
app-table-fault-period = «{ $text }» er ingen periode. Skriv til dømes 2025-03, 2025-T1, 2025-W07 eller 31.12.2025, og ta bort rader med summar.
app-table-fault-size = Nemnaren { $n } er mindre enn null. Rett talet.
app-table-fault-sort = «{ $text }» er eit anna slag periode enn dei andre radene har. Ta bort rada, eller slå saman korte periodar til lange (--by i varde spc).
app-table-fractions = { $n ->
    [one] Éi rad tel i brøkdelar (rad { $lines } i fila). Personar og hendingar blir talde i heile tal: sjå etter om talet er skrive rett.
   *[other] { $n } rader tel i brøkdelar (rad { $lines } i fila). Personar og hendingar blir talde i heile tal: sjå etter om tala er skrivne rett.
}
app-table-line = line { $n }
app-table-missing = { $n ->
    [one] Éi rad manglar verdi eller nemnar (rad { $lines } i fila) og blir rekna som manglande, ikkje som null.
   *[other] { $n } rader manglar verdi eller nemnar (rad { $lines } i fila) og blir rekna som manglande, ikkje som null.
}
app-table-more =  og { $n } til
app-table-no-column = det er inga kolonne «{ $name }»; fila har { $known }
app-table-no-rows = Fila har berre overskrifter. Ho treng éi rad for kvar periode.
app-table-note-end = Siste line sluttar ikkje slik liner gjer; sjå etter om fila er avkorta.
app-table-note-hidden-columns = Gøymde kolonner er lesne: { $n }.
app-table-note-hidden-rows = Gøymde rader er lesne: { $n }.
app-table-note-mended = Tekstar med øydelagde bokstavar er retta: { $n }.
app-table-note-merged = Samanslåtte celler: { $cells }; berre den første har verdien.
app-table-note-sheets = Andre ark er ikkje lesne: { $names }. Vel med --sheet.
app-table-record = post { $n }
app-table-refused = { $n ->
    [one] Éi rad kan ikkje brukast, og ingenting er rekna ut:
   *[other] { $n } feil i radene, og ingenting er rekna ut:
}
app-table-row = rad { $n }
