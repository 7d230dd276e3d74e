//! Pages of following up, as each role meets them.

use varde_kernel::Locale;
use varde_kernel::access::Role;
use varde_testkit::{TestApp, unit};

use super::{between, holds, house, measure, part, plan, run, says};

fn version(text: &str) -> String {
    between(text, "name=\"version\" value=\"", "\"").to_owned()
}

#[test]
fn a_leader_begins_a_year_works_through_it_and_signs() {
    run(async {
        let app = house().await;
        let leader = app.user("Lars Leder", &[(Role::UnitLeader, "ward")]);
        let nurse = app.user("Nora Sykepleier", &[(Role::Staff, "ward")]);
        let path = format!("/units/{}/wheel", unit("ward"));
        says(
            &app.get(Some(&leader), &path).await,
            &["Årshjul 2026", "Dette året har ingen punkter ennå", "Legg inn pliktene"],
        );
        assert!(!app.get(Some(&nurse), &path).await.text.contains("Legg inn pliktene"));
        assert_eq!(app.post(Some(&nurse), &format!("{path}/start"), &[("year", "2026")]).await.status, 403);
        // Nothing is taken in that has not been chosen; to begin with everything is.
        assert_eq!(app.post(Some(&leader), &format!("{path}/start"), &[("year", "2026")]).await.status, 303);
        assert!(app.get(Some(&leader), &path).await.text.contains("Dette året har ingen punkter ennå"));
        let choices = app.get(Some(&leader), &format!("{path}/start?year=2026")).await;
        says(&choices, &["Velg pliktene som skal inn", "31.12.2026"]);
        let codes: Vec<&str> =
            choices.text.split("name=\"duty\" value=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let mut chosen = vec![("year", "2026")];
        chosen.extend(codes.iter().map(|code| ("duty", *code)));
        let started = app.post(Some(&leader), &format!("{path}/start"), &chosen).await;
        assert_eq!(started.status, 303, "{}", started.text);
        let page = app.get(Some(&leader), &path).await;
        says(&page, &["Planlegge", "Gjennomføre", "Evaluere", "Korrigere", "Finn hvor det er fare for svikt", "<svg"]);
        // What does not concern the unit is set aside with a reason, and can be opened again.
        let before = page.text.split("/set-aside").next().unwrap_or_default();
        let aside = format!("/wheel/{}/set-aside", before.rsplit("/wheel/").next().unwrap_or_default());
        says(&app.get(Some(&leader), &aside).await, &["Hvorfor gjelder det ikke enheten?"]);
        let bare = app.post(Some(&leader), &aside, &[("version", "1"), ("note", " ")]).await;
        assert_eq!(bare.status, 422);
        assert!(bare.text.contains("Skriv hvorfor punktet ikke gjelder"), "{}", bare.text);
        let reason = [("version", "1"), ("note", "Vi har ingen medisinrom")];
        assert_eq!(app.post(Some(&nurse), &aside, &reason).await.status, 403);
        assert_eq!(app.post(Some(&leader), &aside, &reason).await.status, 303);
        says(&app.get(Some(&leader), &path).await, &["Gjelder ikke", "Vi har ingen medisinrom"]);
        let reopened = [("version", "2"), ("state", "open")];
        assert_eq!(app.post(Some(&leader), &aside.replace("set-aside", "state"), &reopened).await.status, 303);
        assert!(
            !page.text.contains("Mangler frist eller ansvarlig</strong>"),
            "each duty has a date, an owner and a phase"
        );
        says(&app.get(Some(&leader), "/work").await, &["Gjør i årshjulet"]);
        assert!(!app.get(Some(&nurse), "/work").await.text.contains("Gjør i årshjulet"));
        // A step of one's own, without a day, is listed as lacking.
        let bad = app
            .post(
                Some(&leader),
                &format!("{path}/new"),
                &[("year", "2026"), ("title", ""), ("due", "2028-01-01"), ("owner", "role:king")],
            )
            .await;
        assert_eq!(bad.status, 422);
        holds(&bad, &["Fyll ut dette feltet", "Fristen må ligge i året", "Velg en av mulighetene"]);
        let fine = [("year", "2026"), ("title", "Egen sjekk"), ("phase", "do"), ("owner", "")];
        assert_eq!(app.post(Some(&leader), &format!("{path}/new"), &fine).await.status, 303);
        let page = app.get(Some(&leader), &path).await;
        says(&page, &["Egen sjekk", "uten frist, uten ansvarlig"]);
        let edit = format!("/wheel/{}/edit", between(&page.text, "href=\"/wheel/", "/edit"));
        says(&app.get(Some(&leader), &edit).await, &["Endre punkt i årshjulet"]);
        let change = [
            ("version", "1"),
            ("year", "2026"),
            ("title", "Egen sjekk to"),
            ("phase", "do"),
            ("due", "24.12.2026"),
            ("owner", "role:staff"),
        ];
        assert_eq!(app.post(Some(&leader), &edit, &change).await.status, 303);
        let stale =
            app.post(Some(&leader), &edit, &[("version", "1"), ("title", "Min versjon"), ("phase", "do")]).await;
        assert_eq!(stale.status, 409);
        holds(&stale, &["Lars Leder endret dette", "Min versjon", "Egen sjekk to"]);
        let done = edit.replace("/edit", "/state");
        assert_eq!(app.post(Some(&leader), &done, &[("version", "2"), ("state", "done")]).await.status, 303);
        assert_eq!(app.post(Some(&nurse), &done, &[("version", "3"), ("state", "open")]).await.status, 403);
        // Signing records the open points and follows them up.
        let sign = format!("{path}/sign");
        says(&app.get(Some(&leader), &format!("{sign}?phase=plan&year=2026")).await, &["7 punkter er fortsatt åpne"]);
        let refused = app.post(Some(&leader), &sign, &[("phase", "plan"), ("year", "2026")]).await;
        assert_eq!(refused.status, 422);
        holds(&refused, &["Velg en dag da det er fulgt opp"]);
        let signed = [("phase", "plan"), ("year", "2026"), ("follow_up_by", "2026-12-15"), ("note", "Sett i gang")];
        assert_eq!(app.post(Some(&leader), &sign, &signed).await.status, 303);
        says(&app.get(Some(&leader), &path).await, &["7 punkter var åpne", "Følg opp: ", "Sett i gang"]);
        assert_eq!(app.get(Some(&nurse), &format!("{sign}?phase=plan")).await.status, 403);
        assert_eq!(app.post(Some(&leader), &format!("{path}/copy"), &[("year", "2026")]).await.status, 303);
        let english = app.user_in("Emma English", &[(Role::UnitLeader, "ward")], Locale::En);
        says(
            &app.get(Some(&english), &format!("{path}?year=2027")).await,
            &["Yearly wheel 2027", "Find where things may fail"],
        );
        let nynorsk = app.user_in("Nils Nynorsk", &[(Role::UnitLeader, "ward")], Locale::Nn);
        for tail in ["", "/new", "/sign?phase=do"] {
            says(&app.get(Some(&nynorsk), &format!("{path}{tail}")).await, &[]);
            says(&app.get(Some(&english), &format!("{path}{tail}")).await, &[]);
        }
        assert_eq!(app.get(Some(&leader), &format!("{path}?year=99999")).await.status, 400);
        assert_eq!(app.get(None, &path).await.status, 303);
    });
}

async fn alternatives(app: &TestApp) -> Vec<String> {
    let planner = app.user("Petra Planlegger", &[(Role::Planner, "trust")]);
    let path = format!("/plans/{}/alternatives", plan());
    for number in ["0", "1"] {
        let fields = [("number", number), ("name", "Modell"), ("pros", "Rask\n\nBillig"), ("cons", "Skjør")];
        assert_eq!(app.post(Some(&planner), &format!("{path}/new"), &fields).await.status, 303);
    }
    let page = app.get(Some(&planner), &path).await;
    says(&page, &["Alternativ 0: Modell", "Alternativ 1: Modell", "Billig"]);
    page.text
        .split("/alternatives/")
        .filter_map(|rest| rest.split_once("/edit"))
        .map(|(id, _)| id.to_owned())
        .filter(|id| id.len() == 36)
        .collect()
}

#[test]
fn the_board_votes_the_leader_decides_with_reasons_and_votes_then_stand() {
    run(async {
        let app = house().await;
        let path = format!("/plans/{}/alternatives", plan());
        let member = app.user("Berit Styre", &[(Role::BoardMember, "trust")]);
        let top = app.user("Tora Direktør", &[(Role::TopLeader, "trust")]);
        let nurse = app.user("Nora Sykepleier", &[(Role::Staff, "ward")]);
        says(&app.get(Some(&nurse), &path).await, &["Planen har ingen alternativer"]);
        let ids = alternatives(&app).await;
        assert_eq!(ids.len(), 2);
        assert_eq!(app.get(Some(&nurse), &format!("{path}/vote")).await.status, 403);
        assert_eq!(app.post(Some(&nurse), &format!("{path}/vote"), &[("alternative", &ids[0])]).await.status, 403);
        let empty = app.post(Some(&member), &format!("{path}/vote"), &[("alternative", "")]).await;
        assert_eq!(empty.status, 422);
        let vote = [
            ("alternative", ids[1].as_str()),
            ("seat", "Styret"),
            ("statement", "Best over tid"),
            ("reservation", "Ikke om vakt"),
        ];
        assert_eq!(app.post(Some(&member), &format!("{path}/vote"), &vote).await.status, 303);
        let abstain = [("alternative", "abstain")];
        assert_eq!(app.post(Some(&top), &format!("{path}/vote"), &abstain).await.status, 303);
        let page = app.get(Some(&nurse), &path).await;
        says(&page, &["Best over tid", "Ikke om vakt", "Én stemme her", "Én avsto"]);
        assert_eq!(app.post(Some(&top), &format!("{path}/withdraw"), &[]).await.status, 303);
        assert_eq!(app.post(Some(&top), &format!("{path}/withdraw"), &[]).await.status, 409);
        says(&app.get(Some(&top), &path).await, &["Stemte", "Trakk stemmen"]);
        assert_eq!(app.get(Some(&member), &format!("{path}/decide")).await.status, 403);
        let bare = app.post(Some(&top), &format!("{path}/decide"), &[("alternative", &ids[1]), ("reasons", " ")]).await;
        assert_eq!(bare.status, 422, "reasons are mandatory");
        let decided = [("alternative", ids[1].as_str()), ("reasons", "Lar seg bemanne")];
        assert_eq!(app.post(Some(&top), &format!("{path}/decide"), &decided).await.status, 303);
        says(&app.get(Some(&nurse), &path).await, &["Bestemt: Alternativ 1: Modell", "Lar seg bemanne"]);
        assert_eq!(app.post(Some(&member), &format!("{path}/vote"), &vote).await.status, 409);
        let planner = app.user("Petra Planlegger", &[(Role::Planner, "trust")]);
        let edit = format!("/alternatives/{}/edit", ids[0]);
        assert_eq!(
            app.post(Some(&planner), &edit, &[("version", "1"), ("number", "0"), ("name", "Omskrevet")]).await.status,
            409
        );
        for locale in [Locale::Nn, Locale::En] {
            let reader = app.user_in("Rita Leser", &[(Role::TopLeader, "trust")], locale);
            says(&app.get(Some(&reader), &path).await, &[]);
            says(&app.get(Some(&reader), &format!("{path}/decide")).await, &[]);
            says(&app.get(Some(&reader), &format!("{path}/vote")).await, &[]);
        }
    });
}

#[test]
fn anyone_proposes_assessors_score_and_the_missing_criterion_is_named() {
    run(async {
        let app = house().await;
        let nurse = app.user("Nora Sykepleier", &[(Role::Staff, "ward")]);
        let stranger = app.user("Olav Annen", &[(Role::Staff, "town")]);
        let leader = app.user("Lars Leder", &[(Role::UnitLeader, "ward")]);
        let adviser = app.user("Kari Kvalitet", &[(Role::QualityAdviser, "trust")]);
        let plan_id = plan().to_string();
        let ward = unit("ward").to_string();
        let bare = app.post(Some(&nurse), "/proposals/new", &[("unit", &ward), ("title", "Fast sjekk")]).await;
        assert_eq!(bare.status, 422);
        let fields = [
            ("unit", ward.as_str()),
            ("title", "Fast sjekk"),
            ("body", "Hver kveld kl. 21"),
            ("plan", plan_id.as_str()),
        ];
        let made = app.post(Some(&nurse), "/proposals/new", &fields).await;
        assert_eq!(made.status, 303, "{}", made.text);
        let path = made.location().to_owned();
        says(&app.get(Some(&nurse), &path).await, &["Fast sjekk", "Slutt å følge", "Under vurdering"]);
        assert_eq!(app.get(Some(&stranger), &path).await.status, 404);
        assert!(!app.get(Some(&stranger), "/proposals").await.text.contains("Fast sjekk"));
        says(&app.get(Some(&nurse), "/proposals?followed=true").await, &["Fast sjekk"]);
        assert_eq!(app.get(Some(&nurse), &format!("{path}/score")).await.status, 403);
        says(&app.get(Some(&leader), "/work").await, &["Vurder forslaget", "Fast sjekk"]);
        let unscored = app.get(Some(&nurse), &path).await;
        says(&unscored, &["Kan ikke legges fram"]);
        assert!(!unscored.text.contains("Legg fram til beslutning"), "what would be refused is not offered");
        // Without asking for a plan, the rankings of all plans that have proposals stand there.
        says(&app.get(Some(&nurse), "/proposals/ranking").await, &["Fast sjekk"]);
        says(&app.get(Some(&nurse), "/proposals/ranking?plan=").await, &["Fast sjekk"]);
        let score = |values: [&str; 3]| -> Vec<(String, String)> {
            ["k1", "k2", "k3"]
                .iter()
                .zip(values)
                .map(|(code, value)| (format!("value-{}", part(code)), value.to_owned()))
                .collect()
        };
        let two = score(["4", "", "5"]);
        let two: Vec<(&str, &str)> = two.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(app.post(Some(&leader), &format!("{path}/score"), &two).await.status, 303);
        assert!(!app.get(Some(&leader), "/work").await.text.contains("Vurder forslaget"));
        let refused = app.post(Some(&nurse), &format!("{path}/submit"), &[("version", "1")]).await;
        assert_eq!(refused.status, 422);
        holds(&refused, &["Mangler vurdering på «Punkt k2»."]);
        assert!(!refused.text.contains("Mangler vurdering på «Punkt k1»."));
        let wrong = score(["9", "x", "2"]);
        let wrong: Vec<(&str, &str)> = wrong.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(app.post(Some(&adviser), &format!("{path}/score"), &wrong).await.status, 422);
        let all = score(["2", "3", "5"]);
        let all: Vec<(&str, &str)> = all.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(app.post(Some(&adviser), &format!("{path}/score"), &all).await.status, 303);
        says(&app.get(Some(&leader), "/proposals/ranking").await, &["Fast sjekk", "11,0"]);
        let planner = app.user("Petra Planlegger", &[(Role::Planner, "trust")]);
        let criterion = format!("/plans/{plan_id}/parts/{}", part("k1"));
        let weigh = |weight: &'static str| [("version", "1"), ("name", "Punkt k1"), ("weight", weight)];
        for wrong in ["0", "-2", "101", "mye"] {
            let refused = app.post(Some(&planner), &criterion, &weigh(wrong)).await;
            assert_eq!(refused.status, 422, "{wrong}");
        }
        assert_eq!(app.post(Some(&planner), &criterion, &weigh("2,5")).await.status, 303);
        says(&app.get(Some(&planner), &criterion).await, &["value=\"2,5\""]);
        // Means 3, 3 and 5: 2.5 × 3 + 3 + 5.
        let weighted = ["Punkt k1 (vekt 2,5)", "15,5", "3,0"];
        says(&app.get(Some(&leader), "/proposals/ranking").await, &weighted);
        says(&app.get(Some(&leader), &path).await, &["Punkt k1 (vekt 2,5)", "15,5"]);
        says(&app.get(Some(&planner), &format!("/plans/{plan_id}/parts")).await, &["Vekt 2,5"]);
        assert_eq!(app.post(Some(&nurse), &format!("{path}/submit"), &[("version", "1")]).await.status, 303);
        says(&app.get(Some(&leader), "/work").await, &["Bestem om forslaget"]);
        assert_eq!(app.get(Some(&adviser), &format!("{path}/decide")).await.status, 403);
        let silent =
            app.post(Some(&leader), &format!("{path}/decide"), &[("version", "2"), ("decision", "accept")]).await;
        assert_eq!(silent.status, 422, "a reason is mandatory");
        let decided = [("version", "2"), ("decision", "accept"), ("reason", "Virker hos naboen")];
        assert_eq!(
            app.post(Some(&leader), &format!("{path}/measure"), &[]).await.status,
            409,
            "not before it is decided"
        );
        assert_eq!(app.post(Some(&leader), &format!("{path}/decide"), &decided).await.status, 303);
        let shown = app.get(Some(&nurse), &path).await;
        says(&shown, &["Gjennomføres", "Virker hos naboen", "ennå ikke laget et tiltak"]);
        assert!(!shown.text.contains("Lag et tiltak av forslaget"), "a nurse makes no measures");
        // Whoever proposed it is told, until they stop following.
        says(&app.get(Some(&nurse), "/work").await, &["Forslag du følger, er besluttet", "Fast sjekk"]);
        assert_eq!(app.post(Some(&nurse), &format!("{path}/follow"), &[("follow", "false")]).await.status, 303);
        assert!(!app.get(Some(&nurse), "/work").await.text.contains("Fast sjekk"));
        // It goes on as a measure, and as a pilot.
        says(&app.get(Some(&leader), &path).await, &["Lag et tiltak av forslaget", "Prøv det ut i en pilot"]);
        assert_eq!(app.post(Some(&nurse), &format!("{path}/measure"), &[]).await.status, 403);
        let measure = app.post(Some(&leader), &format!("{path}/measure"), &[]).await;
        let measure = measure.location().trim_end_matches("/edit").to_owned();
        says(&app.get(Some(&leader), &measure).await, &["Fast sjekk", "Hver kveld kl. 21", "Forslag det kommer fra"]);
        let pilot = app.api(Some(&leader), "POST", &format!("/api/v1{path}/pilot"), None).await;
        assert_eq!(pilot.status, 201, "{}", pilot.text);
        let pilot = format!("/pilots/{}", pilot.json()["id"].as_str().unwrap());
        says(&app.get(Some(&leader), &pilot).await, &["Fast sjekk", "Hver kveld kl. 21"]);
        let shown = app.get(Some(&leader), &path).await;
        says(&shown, &["Forslaget ble til", &format!("href=\"{measure}\""), &format!("href=\"{pilot}\"")]);
        assert_eq!(app.post(Some(&nurse), &format!("{path}/edit"), &fields).await.status, 400);
        for locale in [Locale::Nn, Locale::En] {
            let reader = app.user_in("Rita Leser", &[(Role::UnitLeader, "ward")], locale);
            for page in [path.as_str(), "/proposals", "/proposals/new", "/proposals/ranking"] {
                says(&app.get(Some(&reader), page).await, &[]);
            }
            says(&app.get(Some(&reader), &format!("{path}/score")).await, &[]);
        }
    });
}

#[test]
fn challenges_without_a_measure_are_listed() {
    run(async {
        let app = house().await;
        let planner = app.user("Petra Planlegger", &[(Role::Planner, "trust")]);
        let nurse = app.user("Nora Sykepleier", &[(Role::Staff, "ward")]);
        let path = format!("/plans/{}/challenges", plan());
        says(&app.get(Some(&nurse), &path).await, &["3 utfordringer har ingen tiltak", "Punkt u1"]);
        assert_eq!(app.get(Some(&nurse), &format!("{path}/edit")).await.status, 403);
        says(&app.get(Some(&planner), &format!("{path}/edit")).await, &["Tiltak mot «Punkt u1»", "1 Tiltak m1"]);
        let links = [
            ("version", "1".to_owned()),
            ("measure", format!("{}:{}", part("u1"), measure("m1"))),
            ("measure", format!("{}:{}", part("u2"), measure("m2"))),
        ];
        let links: Vec<(&str, &str)> = links.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(app.post(Some(&planner), &format!("{path}/edit"), &links).await.status, 303);
        says(&app.get(Some(&nurse), &path).await, &["Én utfordring har ingen tiltak", "Tiltak m2"]);
        let foreign = format!("{}:{}", part("k1"), measure("m1"));
        assert_eq!(
            app.post(Some(&planner), &format!("{path}/edit"), &[("version", "2"), ("measure", &foreign)]).await.status,
            422
        );
        for locale in [Locale::Nn, Locale::En] {
            let reader = app.user_in("Rita Leser", &[(Role::Planner, "trust")], locale);
            says(&app.get(Some(&reader), &path).await, &[]);
            says(&app.get(Some(&reader), &format!("{path}/edit")).await, &[]);
        }
    });
}

#[test]
fn a_pilot_is_refused_until_it_can_be_followed_and_is_due_when_over() {
    run(async {
        let app = house().await;
        let leader = app.user("Lars Leder", &[(Role::UnitLeader, "ward")]);
        let adviser = app.user("Kari Kvalitet", &[(Role::QualityAdviser, "ward")]);
        let nurse = app.user("Nora Sykepleier", &[(Role::Staff, "ward")]);
        let ward = unit("ward").to_string();
        says(&app.get(Some(&nurse), "/pilots").await, &["Ingen piloter eller satsinger"]);
        assert_eq!(app.get(Some(&nurse), "/pilots/new").await.status, 403);
        let mut fields = vec![
            ("unit", ward.as_str()),
            ("name", "Digital tilsynsrunde"),
            ("kind", "pilot"),
            ("knowledge", "To studier"),
            ("evidence", "some"),
            ("starts", "2026-01-01"),
            ("ends", "2026-10-31"),
            ("decision_support", "true"),
        ];
        let made = app.post(Some(&adviser), "/pilots/new", &fields).await;
        assert_eq!(made.status, 303, "{}", made.text);
        let path = made.location().to_owned();
        says(&app.get(Some(&nurse), &path).await, &["Mangler plan for oppfølging", "risikoen er ikke vurdert"]);
        assert_eq!(app.post(Some(&adviser), &format!("{path}/check"), &[("version", "1")]).await.status, 303);
        assert_eq!(app.post(Some(&adviser), &format!("{path}/launch"), &[("version", "2")]).await.status, 403);
        let refused = app.post(Some(&leader), &format!("{path}/launch"), &[("version", "2")]).await;
        assert_eq!(refused.status, 409);
        holds(&refused, &["uten en plan for oppfølging"]);
        fields.extend([("follow_up", "Tall hver måned"), ("version", "2")]);
        assert_eq!(app.post(Some(&adviser), &format!("{path}/edit"), &fields).await.status, 303);
        let refused = app.post(Some(&leader), &format!("{path}/launch"), &[("version", "3")]).await;
        holds(&refused, &["før risikoen er vurdert"]);
        fields.retain(|(name, _)| *name != "version");
        fields.extend([("risk_assessed", "true"), ("version", "3")]);
        assert_eq!(app.post(Some(&adviser), &format!("{path}/edit"), &fields).await.status, 303);
        says(&app.get(Some(&leader), &path).await, &["Sluttdatoen er passert", "Testenhet ward"]);
        let refused = app.post(Some(&leader), &format!("{path}/launch"), &[("version", "4")]).await;
        assert_eq!(refused.status, 409, "what was to end in October does not begin in November");
        fields.retain(|(name, _)| !matches!(*name, "version" | "ends"));
        fields.extend([("ends", "2026-12-10"), ("version", "4")]);
        assert_eq!(app.post(Some(&adviser), &format!("{path}/edit"), &fields).await.status, 303);
        assert_eq!(app.post(Some(&leader), &format!("{path}/launch"), &[("version", "5")]).await.status, 303);
        says(&app.get(Some(&leader), "/work").await, &["Bestem om piloten", "10.12.2026"]);
        let tx = app.begin().await;
        tx.run("update pilot set ends = '2026-10-31'", vec![]).await.unwrap();
        tx.commit().await.unwrap();
        says(&app.get(Some(&nurse), &path).await, &["Beslutning mangler"]);
        says(&app.get(Some(&nurse), "/pilots?state=launched").await, &["Digital tilsynsrunde", "Beslutning mangler"]);
        says(&app.get(Some(&leader), "/work").await, &["Bestem om piloten"]);
        let decide = format!("{path}/decide");
        let form = app.get(Some(&leader), &decide).await;
        says(&form, &["Begrunnet unntak"]);
        assert_eq!(version(&form.text), "6");
        let thin = [("version", "6"), ("decision", "scale"), ("reason", "Alle vil ha den")];
        let refused = app.post(Some(&leader), &decide, &thin).await;
        assert_eq!(refused.status, 422);
        holds(&refused, &["Begrunn unntaket", "Alle vil ha den"]);
        let reasoned =
            [("version", "6"), ("decision", "scale"), ("reason", "Den virker"), ("exception", "Ingen fare sett")];
        assert_eq!(app.post(Some(&leader), &decide, &reasoned).await.status, 303);
        says(&app.get(Some(&nurse), &path).await, &["Ta i bruk bredt", "Ingen fare sett", "Avsluttet"]);
        for locale in [Locale::Nn, Locale::En] {
            let reader = app.user_in("Rita Leser", &[(Role::UnitLeader, "ward")], locale);
            for page in [path.as_str(), "/pilots", "/pilots/new"] {
                says(&app.get(Some(&reader), page).await, &[]);
            }
        }
    });
}

#[test]
fn efforts_stand_area_by_area_with_their_status() {
    run(async {
        let app = house().await;
        let adviser = app.user("Kari Kvalitet", &[(Role::QualityAdviser, "ward")]);
        let ward = unit("ward").to_string();
        let areas = ["Legemidler", "Infeksjoner", "Arbeidsmiljø", "Pasientforløp"];
        for area in areas {
            let fields = [("unit", ward.as_str()), ("name", "Innsats"), ("kind", "initiative"), ("field", area)];
            assert_eq!(app.post(Some(&adviser), "/pilots/new", &fields).await.status, 303);
        }
        let page = app.get(Some(&adviser), "/pilots?view=areas").await;
        says(&page, &areas);
        assert_eq!(page.text.matches(">Foreslått<").count(), 4 + 1, "one for each effort, one in the filter");
    });
}
