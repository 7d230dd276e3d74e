# Programmets egne ord.

app-demo-admin = administrator for brukere og enheter
app-demo-adviser = kvalitetsrådgiver i et syntetisk foretak
app-demo-banner = Demo: alt som er merket «syntetisk», er oppdiktet.
app-demo-board = styremedlem i et syntetisk foretak
app-demo-directorate = planlegger i Helsedirektoratet
app-demo-municipality = kommunalsjef i en syntetisk kommune
app-demo-nurse = sykepleier på en syntetisk sengepost
app-demo-privacy = personvernombud
app-demo-trust = direktør i et syntetisk foretak
app-demo-ward = avdelingsleder på en syntetisk sengepost
app-funnel-additive = Enhetene er mer ulike enn tilfeldigheter gir (spredning { $phi }), så grensene har rom for ekte forskjeller.
app-funnel-chance = Av vanlige enheter ligger én av 20 utenfor 95 % og én av 500 utenfor 99,8 % ved en tilfeldighet.
app-funnel-exact = Enhetene er ikke mer ulike enn tilfeldigheter gir (spredning { $phi }), så grensene er eksakte.
app-funnel-fault-above = { $y } av { $n }: telleren er større enn nevneren. Rett tallene, eller velg --measure rate hvis én kan telles flere ganger.
app-funnel-fault-negative = { $y } er mindre enn null. Rett tallet.
app-funnel-level = Alle sammen ligger på { $level }.
app-funnel-limits = Grenser { $level }
app-funnel-no-target = Det er ingenting å sammenligne: ingen tilfeller, eller ingenting de er talt av.
app-funnel-outside = Utenfor 99,8 %: { $names }.
app-funnel-summed = { $rows } rader ble til { $n } enheter ved å legge dem sammen.
app-pareto-answer = { $n ->
    [one] Vanligst er { $first }: { $count } av { $total } ({ $share }), av { $all } i alt.
   *[other] Vanligst er { $first }: { $count } av { $total } ({ $share }). De { $n } vanligste av { $all } utgjør { $together }.
}
app-pareto-fault-count = Skriv et helt tall fra 0.
app-pareto-needs-x = Si hvilken kolonne årsakene står i, med --x.
app-pareto-question = Hva er det mest av?
app-pareto-rest = Annet
app-pareto-rows = Antall
app-pareto-together = Sammen
app-scan-after = Etter
app-scan-alerts-lead = Høyst { $rate } av disse ventes å være falske. De som er minst sannsynlige ved tilfeldighet, står først.
app-scan-answer = { $n ->
    [0] Ingen serier har sikkert endret seg. Små endringer ses ikke blant mange serier.
    [one] Én serie har endret seg. Høyst { $rate } av varslene ventes å være falske.
   *[other] { $n } serier har endret seg. Høyst { $rate } av varslene ventes å være falske.
}
app-scan-answer-watch = { $n ->
    [one] Én til er ikke sikker nok til det, men kan bety skade.
   *[other] { $n } til er ikke sikre nok til det, men kan bety skade.
}
app-scan-before = Før
app-scan-fault-above = { $y } av { $n }: telleren er større enn nevneren. Rett tallene, eller skriv rate i kolonnen kind hvis én kan telles flere ganger.
app-scan-fault-better = Skriv higher, lower eller neither.
app-scan-fault-betters = Tidligere rader for den samme indikatoren sier noe annet om hva som er best. Skriv det samme i alle.
app-scan-fault-kind = Skriv share, rate, count, value, time eller cases.
app-scan-fault-kinds = Tidligere rader for den samme indikatoren er av en annen sort. Skriv det samme i alle.
app-scan-fault-negative = { $y } er et negativt antall. Rett tallet, eller skriv value i kolonnen kind for målte verdier.
app-scan-fault-parents = Enheten har en annen enhet over seg i tidligere rader. Skriv den samme i alle.
app-scan-fault-time = { $y } er ingen tid mellom hendelser; den må være over null. Skriv tiden mer nøyaktig, eller skriv cases i kolonnen kind.
app-scan-fault-twice = Det samme står på linje { $line }: samme indikator, enhet og periode. Ta bort den ene.
app-scan-little-constant = Alle verdier er like: { $n } ({ $names }).
app-scan-little-data = Mangler nevner: { $n } ({ $names }).
app-scan-little-events = Færre enn 12 hendelser: { $n } ({ $names }).
app-scan-little-points = Færre enn 12 verdier: { $n } ({ $names }).
app-scan-question = { $n ->
    [one] Har den ene serien endret seg?
   *[other] Hvilke av { $n } serier har endret seg?
}
app-scan-since = Siden
app-spc-answer-earlier = { $n ->
    [one] Ett signal tidligere i serien; de nyeste verdiene varierer ikke mer enn tilfeldigheter tilsier.
   *[other] { $n } signaler tidligere i serien; de nyeste verdiene varierer ikke mer enn tilfeldigheter tilsier.
}
app-spc-chart = { $kind }, { $n } punkter fra { $first } til { $last }.
app-spc-excluded = { $point } er holdt utenfor senterlinje, grenser og serier: { $why }.
app-spc-fault-above = { $y } av { $n }: telleren er større enn nevneren. Rett tallene, eller velg --chart u hvis én kan telles flere ganger.
app-spc-fault-negative = { $y } er et negativt antall. Rett tallet, eller velg --chart i for målte verdier.
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
app-spc-needs-n = { $kind }-kart trenger nevnere: si hvilken kolonne med --n.
app-spc-needs-y = Si hvilken kolonne tallene står i, med --y.
app-spc-no-reason = uten grunn
app-spc-notice-centre = Den oppgitte senterlinjen mangler for noen punkter, så den er regnet ut.
app-spc-notice-limits = En fase har for få punkter til grenser.
app-spc-notice-order = Punktene er navn uten rekkefølge i tid: serier og nivåskift er ikke lett etter.
app-spc-notice-share = Andeler over 1: { $n }.
app-spc-part-outside = --part { $place } er ikke det siste punktet i en del: kartet har { $n } punkter, og den siste delen trenger også ett.
app-spc-phase-twice = To faser begynner ved samme punkt ({ $place }).
app-spc-point = punkt { $n }
app-spc-points = Punkt
app-spc-question = Hvordan har det gått med { $what }?
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
app-spc-unfit = Dette sier ikke noe for det kartet som er valgt: { $flags }. Ta det bort, eller velg et annet med --chart.
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
app-sums-as-expected = Som ventet
app-sums-axis-bernoulli = { $what }: tegn på endring, lagt sammen (Bernoulli-CUSUM)
app-sums-axis-cusum = { $what }: avvik fra { $centre }, lagt sammen, i standardavvik (CUSUM)
app-sums-axis-ewma = { $what }, vektet snitt (EWMA)
app-sums-axis-ra = { $what }: tegn på endring, justert for risiko, lagt sammen (CUSUM)
app-sums-axis-vlad = { $what }: ventet minus faktisk, lagt sammen (VLAD)
app-sums-back = Nå er summen innenfor igjen.
app-sums-case = tilfelle { $n }
app-sums-cases = Tilfelle
app-sums-down = Nedover
app-sums-expected = Ventet
app-sums-fault-event = Skriv 1 eller 0, eller ja eller nei.
app-sums-fault-risk = Risikoen må ligge mellom 0 og 1, for eksempel 0,12.
app-sums-fewer = Færre enn ventet, trolig siden { $since }.
app-sums-given = oppgitt
app-sums-kind-bernoulli = Bernoulli-CUSUM (tilfelle for tilfelle)
app-sums-kind-cusum = CUSUM (avvik lagt sammen)
app-sums-kind-ewma = EWMA (vektet glidende snitt)
app-sums-kind-ra = Risikojustert CUSUM (tilfelle for tilfelle)
app-sums-kind-vlad = VLAD (ventet minus faktisk, lagt sammen)
app-sums-mark-down = summen nedover forbi terskelen
app-sums-mark-fewer = færre enn ventet
app-sums-mark-more = flere enn ventet
app-sums-mark-up = summen oppover forbi terskelen
app-sums-mind-own = Merk: serien holdes mot sitt eget snitt, der endringen selv er med. Oppgi det ventede nivået med --cl, eller hvor lenge alt var som det skulle, med --freeze.
app-sums-mind-own-share = Merk: tilfellene holdes mot sitt eget snitt, der endringen selv er med. Oppgi den ventede andelen med --p0, eller hvor lenge alt var som det skulle, med --freeze.
app-sums-more = Flere enn ventet, trolig siden { $since }.
app-sums-needs-risk = Si hvilken kolonne risikoen står i, med --risk.
app-sums-no-share = Andelen å holde tilfellene mot er 0 eller 100 %. Oppgi den ventede andelen med --p0.
app-sums-no-spread = Verdiene varierer ikke, så avvik kan ikke måles i standardavvik. Oppgi et standardavvik med --sd.
app-sums-no-threshold = Ingen terskel gir så lang tid mellom falske signaler med disse risikoene. Oppgi terskelen med --h.
app-sums-not-reached = Ingen sikker endring: summene har ikke nådd terskelen.
app-sums-of-all = regnet av alle verdiene
app-sums-of-all-cases = snittet av alle tilfellene
app-sums-of-first = regnet av de { $n } første
app-sums-of-first-cases = snittet av de { $n } første
app-sums-question = Er det flere eller færre enn ventet av { $what }?
app-sums-question-risk = Er det flere eller færre av { $what } enn risikoen tilsier?
app-sums-raw = Enkeltverdi
app-sums-reached = { $n ->
    [one] Terskelen er nådd én gang, ved { $point }.
   *[other] Terskelen er nådd { $n } ganger, sist ved { $point }.
}
app-sums-reaches = Forbi terskelen
app-sums-set-arl = Endrer ingenting seg, gir summen oppover et falskt signal i snitt for hvert { $n }. tilfelle.
app-sums-set-bernoulli = Ventet andel er { $p0 } ({ $from }). Summene leter etter odds som er { $ratio } ganger høyere eller lavere; terskelen er { $h }, og etter et signal begynner summen på nytt.
app-sums-set-cusum = Summene leter etter et skift på { $shift } standardavvik (k = { $k }); terskelen er { $h } standardavvik (h).
app-sums-set-ewma = Den nyeste verdien veier { $lambda }, og grensene ligger { $k } standardavvik ut.
app-sums-set-level = Verdiene holdes mot { $centre } ({ $from }); standardavviket er { $sd } ({ $spread }).
app-sums-set-ra = Hvert tilfelle holdes mot sin egen risiko ({ $column }). Summene leter etter odds som er { $ratio } ganger høyere eller lavere; terskelen er { $h }.
app-sums-set-vlad = VLAD har ingen egne grenser: signalene kommer fra den risikojusterte CUSUM-en av de samme tilfellene.
app-sums-signals = Signal fra den risikojusterte CUSUM-en
app-sums-span = { $first } til { $last }
app-sums-tally = { $observed } av { $n } tilfeller, mot { $expected } ventet etter risikoen.
app-sums-threshold = Terskel
app-sums-thresholds = Terskler
app-sums-up = Oppover
app-table-fault-empty = Cellen er tom. Fyll den ut, eller ta bort raden.
app-table-fault-no-point = Det står ikke når raden gjelder. Fyll ut cellen, eller ta bort raden.
app-table-fault-nothing = Nevneren er 0, men det er talt { $y }. Rett nevneren, eller la begge cellene stå tomme hvis tallene mangler.
app-table-fault-number = «{ $text }» er ikke et tall som de andre radene har. Rett cellen, eller ta bort raden.
app-table-fault-period = «{ $text }» er ingen periode. Skriv for eksempel 2025-03, 2025-T1, 2025-W07 eller 31.12.2025, og ta bort rader med summer.
app-table-fault-size = Nevneren { $n } er mindre enn null. Rett tallet.
app-table-fault-sort = «{ $text }» er en annen slags periode enn de andre radene har. Ta bort raden, eller slå sammen korte perioder til lange (--by i varde spc).
app-table-fractions = { $n ->
    [one] Én rad teller i brøkdeler (rad { $lines } i filen). Personer og hendelser telles i hele tall: se etter om tallet er skrevet riktig.
   *[other] { $n } rader teller i brøkdeler (rad { $lines } i filen). Personer og hendelser telles i hele tall: se etter om tallene er skrevet riktig.
}
app-table-line = linje { $n }
app-table-missing = { $n ->
    [one] Én rad mangler verdi eller nevner (rad { $lines } i filen) og regnes som manglende, ikke som null.
   *[other] { $n } rader mangler verdi eller nevner (rad { $lines } i filen) og regnes som manglende, ikke som null.
}
app-table-more =  og { $n } til
app-table-no-column = det er ingen kolonne «{ $name }»; filen har { $known }
app-table-no-rows = Filen har bare overskrifter. Den trenger én rad for hver periode.
app-table-note-end = Siste linje slutter ikke som linjer gjør; se etter om filen er avkuttet.
app-table-note-hidden-columns = Skjulte kolonner er lest: { $n }.
app-table-note-hidden-rows = Skjulte rader er lest: { $n }.
app-table-note-mended = Tekster med ødelagte bokstaver er rettet: { $n }.
app-table-note-merged = Sammenslåtte celler: { $cells }; bare den første har verdien.
app-table-note-sheets = Andre ark er ikke lest: { $names }. Velg med --sheet.
app-table-record = post { $n }
app-table-refused = { $n ->
    [one] Én rad kan ikke brukes, og ingenting er regnet ut:
   *[other] { $n } feil i radene, og ingenting er regnet ut:
}
app-table-row = rad { $n }
