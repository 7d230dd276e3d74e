# Following up: wheel, rounds, proposals, challenges, alternatives, pilots.
plans-alternative-abstain = Stemmer ikkje for nokon av dei
plans-alternative-abstained = { $n ->
    [one] Éin stemde ikkje for nokon av dei
   *[other] { $n } stemde ikkje for nokon av dei
    }
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
plans-followup-conflict = { $who } endra dette { $when }
plans-followup-conflict-help = Det du skreiv, står framleis i skjemaet. Sjå gjennom og lagre på nytt.
plans-followup-conflict-theirs = Lagra no
plans-followup-conflict-yours = Det du skreiv
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
plans-followup-shown = Viser { $first }–{ $last } av { $total }
plans-followup-someone = Ukjend person
plans-followup-source = Kjelde
plans-followup-unit-gone = Eining som ikkje finst lenger
plans-followup-yes = Ja
plans-pilot-about = Om innsatsen
plans-pilot-added = Innsatsen er lagd til.
plans-pilot-baseline = Utgangspunkt
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
plans-pilot-way = Vegen frå forslag til avgjerd
plans-pilot-way-ahead = Seinare
plans-pilot-way-done = Gjort
plans-pilot-way-here = Her no
plans-pilot-work = Bestem om piloten
plans-pilot-yearly = Kvart år
plans-proposal-added = Forslaget er lagra. Du følgjer det og ser kva som blir bestemt.
plans-proposal-at = Føreslått
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
plans-proposal-ranking-rule = Summen er snitta lagde saman og blir vist når alle kriterium har minst éi vurdering. Spreiing er standardavviket mellom summane til vurderarane og krev minst to.
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
plans-round-answer-lead = { $n ->
    [0] Alt du er spurd om, er svara på.
    [one] Eitt punkt ventar på svar frå deg.
   *[other] { $n } punkt ventar på svar frå deg.
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
plans-round-decision-help = Må fyllast ut ved raud, og når dei to siste rundane var gule.
plans-round-deviation = Avvik frå planen
plans-round-deviation-help = Må fyllast ut ved raud.
plans-round-due = Svarfrist
plans-round-edit = Endre runden
plans-round-empty = Ingen statusrundar
plans-round-empty-help = Ein runde blir opna frå sida til planen. Då blir kvar ansvarleg eining spurd om korleis det går.
plans-round-error-closed = Runden er lukka, og svara står fast.
plans-round-error-not-open = Runden har ikkje opna enno.
plans-round-error-nothing = Planen har ingen tiltak eller aktivitetar å spørje om.
plans-round-forced = To rundar på rad har vore gule. Skriv kva de har bestemt.
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
plans-round-problem-decision-yellow = Dei to siste rundane var gule. Då må det stå ei avgjerd her.
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
plans-wheel-title = Årshjul { $year }
plans-wheel-work = Gjer i årshjulet
plans-wheel-years = År
# End of following up.
