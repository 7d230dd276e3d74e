//! Two people with the same form: whoever comes second is told who changed what, field by field, and keeps what
//! was typed. Every field of every form is tried, so that a new one is told from its first day.

use varde_kernel::access::Role;
use varde_kernel::{ActivityId, GoalId, IndicatorId, PersonId, PlanId};
use varde_plans::store;
use varde_store::Insert;
use varde_testkit::{OnPage, TestApp, User, told_of_every_field, too_late, unit};

use crate::followup::{fill, measure, part, plan};
use crate::plan_pages::{house as content, run};

/// The content's plans beside the small plan of following up.
async fn house() -> (TestApp, User, User) {
    let app = content().await;
    let tx = app.begin().await;
    fill(&tx, &varde_testkit::organisation()).await;
    for name in ["Petra Planlegger", "Otto Planlegger"] {
        Insert::into("person")
            .set("id", PersonId::from_code(name))
            .set("name", name)
            .set("scheme", "auto")
            .set("active", true)
            .set("link_by_email", false)
            .set("find_text", name)
            .set("created_at", 0)
            .set("version", 1)
            .run(&tx)
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    let roles = [Role::Planner, Role::TopLeader, Role::UnitLeader, Role::QualityAdviser];
    let roles: Vec<(Role, &str)> = roles.into_iter().map(|role| (role, "no")).collect();
    let (petra, otto) = (app.user("Petra Planlegger", &roles), app.user("Otto Planlegger", &roles));
    (app, petra, otto)
}

async fn made(app: &TestApp, user: &User, path: &str, fields: &[(&str, &str)]) -> String {
    let reply = app.post(Some(user), path, fields).await;
    assert_eq!(reply.status, 303, "{path}: {}", reply.text);
    reply.location().to_owned()
}

async fn found(app: &TestApp, user: &User, page: &str, before: &str) -> String {
    let text = app.get(Some(user), page).await.text;
    let (_, rest) = text.split_once(before).unwrap();
    rest.get(..36).unwrap().to_owned()
}

#[test]
fn every_field_of_every_form_is_told_to_whoever_comes_second() {
    run(async {
        let (app, petra, otto) = house().await;
        let both = (&petra, &otto);
        let (trust, ward) = (unit("trust").to_string(), unit("ward").to_string());
        let edit = async |page: &str, action: &str, along: &[(&str, &str)], skipped: &[&str]| {
            told_of_every_field(&app, both, OnPage { page, action, along }, skipped).await;
        };

        let fields = [("unit", trust.as_str()), ("name", "Plan for prøven"), ("kind", "action_plan")];
        let href = made(&app, &petra, "/plans", &fields).await;
        edit(&format!("{href}/edit"), &href, &[("why", "Fordi")], &["why"]).await;

        let goal = made(&app, &petra, "/goals", &[("unit", &trust), ("name", "Færre fall")]).await;
        let goal = goal.trim_end_matches("/targets/new").to_owned();
        made(&app, &petra, "/findings", &[("unit_id", &trust), ("title", "Mange fall"), ("open", "true")]).await;
        edit(&format!("{goal}/edit"), &goal, &[("why", "Fordi")], &["why"]).await;

        let criterion = format!("/plans/{}/parts/{}", plan(), part("k1"));
        edit(&criterion, &criterion, &[], &["service"]).await;

        let wheel = format!("/units/{ward}/wheel");
        let step = [("year", "2027"), ("title", "Egen sjekk"), ("phase", "do"), ("owner", "")];
        made(&app, &petra, &format!("{wheel}/new"), &step).await;
        let step = found(&app, &petra, &format!("{wheel}?year=2027"), "href=\"/wheel/").await;
        let step = format!("/wheel/{step}/edit");
        edit(&step, &step, &[], &[]).await;

        let pilot = [("unit", ward.as_str()), ("name", "Digital tilsynsrunde"), ("kind", "pilot")];
        let pilot = format!("{}/edit", made(&app, &petra, "/pilots/new", &pilot).await);
        edit(&pilot, &pilot, &[], &[]).await;

        let proposal = [("unit", ward.as_str()), ("title", "Fast sjekk"), ("body", "Hver kveld")];
        let proposal = format!("{}/edit", made(&app, &petra, "/proposals/new", &proposal).await);
        edit(&proposal, &proposal, &[], &[]).await;

        let alternatives = format!("/plans/{}/alternatives", plan());
        made(&app, &petra, &format!("{alternatives}/new"), &[("number", "1"), ("name", "Modell")]).await;
        let alternative = found(&app, &petra, &alternatives, "href=\"/alternatives/").await;
        let alternative = format!("/alternatives/{alternative}/edit");
        edit(&alternative, &alternative, &[], &[]).await;

        let round = [("name", "1. kvartal"), ("opens", "2026-11-01"), ("due", "2026-12-20")];
        let round = format!("{}/edit", made(&app, &petra, &format!("/plans/{}/rounds/new", plan()), &round).await);
        // It opens before the day that the form is filled in with.
        edit(&round, &round, &[], &["opens"]).await;

        let of = format!("/measures/{}", measure("m1"));
        edit(&format!("{of}/edit"), &of, &[("cause", "Fordi")], &["cause"]).await;
        let activity = format!("/activities/{}", ActivityId::from_code("m2.a"));
        // The day on which it was over is asked for only of what is, and is never ahead.
        edit(&format!("{activity}/edit"), &activity, &[("why", "Fordi")], &["why", "ended"]).await;
        let finding = made(&app, &petra, "/findings", &[("unit_id", &ward), ("title", "Fall om natten")]).await;
        // A line of evidence is filled in as a whole.
        let evidence = ["evidence_kind", "evidence_text", "evidence_href"];
        edit(&format!("{finding}/edit"), &finding, &[], &evidence).await;

        let indicator = format!("/indicators/{}", IndicatorId::from_code("ind.gtt.harm"));
        edit(&format!("{indicator}/edit"), &format!("{indicator}/edit"), &[("reason", "Fordi")], &["reason"]).await;
    });
}

#[test]
fn steps_and_decisions_that_come_second_are_told_too() {
    run(async {
        let (app, petra, otto) = house().await;
        let both = (&petra, &otto);
        let ward = unit("ward").to_string();
        let late = async |page: &str, action: &str, first: &[(&str, &str)], second: &[(&str, &str)]| {
            too_late(&app, both, OnPage { page, action, along: &[] }, (first, second)).await
        };
        let goal = format!("/goals/{}", GoalId::from_code("nhp.g2"));
        let target = |value: &'static str, note: &'static str| {
            [
                ("kind", "at_most"),
                ("value", value),
                ("valid_from", "2026-12-01"),
                ("reason", "Ny kunnskap"),
                ("note", note),
            ]
        };
        let told = late(
            &format!("{goal}/targets/new"),
            &format!("{goal}/targets"),
            &target("9", "Den enes"),
            &target("8", "Den andres"),
        )
        .await;
        assert!(told.text.contains("Den enes"), "{}", told.text);
        let spread = |value: &'static str, note: &'static str| {
            [
                ("spread", "ratio"),
                ("among", "health_trust"),
                ("kind", "at_most"),
                ("value", value),
                ("note", note),
                ("by", "2027-12-31"),
            ]
        };
        let goal = format!("/goals/{}", GoalId::from_code("nhp.g1"));
        let page = format!("{goal}/spread-targets/new");
        // The second person's page knew of no version, and so did not ask why.
        late(&page, &format!("{goal}/spread-targets"), &spread("2", "Første"), &spread("3", "Andre")).await;
        let (gtt, falls) = (IndicatorId::from_code("ind.gtt.harm"), IndicatorId::from_code("ind.uti.hosp"));
        let chosen = [gtt.to_string(), falls.to_string()];
        late(
            &format!("{goal}/sources"),
            &format!("{goal}/sources"),
            &[("indicator", &chosen[0])],
            &[("indicator", &chosen[1])],
        )
        .await;
        let plan_id = PlanId::from_code("plan.nhp");
        let undecided = store::goals::of_plan(app.db(), plan_id).await.unwrap();
        let open = store::targets::undecided(app.db(), &[unit("no")]).await.unwrap();
        let open = undecided.iter().find(|goal| open.iter().any(|(id, ..)| *id == goal.id)).unwrap();
        let reading = format!("/goals/{}/reading", open.id);
        late(
            &reading,
            &reading,
            &[("mode", "points"), ("reason", "Slik er det ment")],
            &[("mode", "relative"), ("reason", "Slik leser vi det")],
        )
        .await;

        let of = format!("/measures/{}", measure("m1"));
        let ending = format!("{of}/steps/stop");
        late(&ending, &ending, &[("reason", "Ingen midler")], &[("reason", "Gjort av andre")]).await;
        let other = format!("/measures/{}", measure("m2"));
        let uptake = format!("{other}/uptake");
        let choice = |why: &'static str| [("choice", "left_out"), ("reason", why)];
        late(&uptake, &uptake, &choice("Har vi fra før"), &choice("Ikke for oss")).await;
        // What a measure covers is told from what was read of it.
        let scope = app.get(Some(&otto), &format!("{other}/scope")).await;
        let scope = varde_testkit::forms::filled(&scope.text, &format!("{other}/scope"), "").unwrap().pairs;
        let version = scope.iter().find(|(name, _)| name == "version").unwrap().1.clone();
        let edit = [("version", version.as_str()), ("title", "Nytt navn"), ("cause", "Fordi")];
        assert_eq!(app.post(Some(&petra), &other, &edit).await.status, 303);
        let sent = [("version", version.as_str()), ("before", "a"), ("after", "Hele huset"), ("cause", "Fordi")];
        let told = app.post(Some(&otto), &format!("{other}/scope"), &sent).await;
        assert_eq!(told.status, 409);
        assert!(told.text.contains("Petra Planlegger endret dette") && told.text.contains("Hele huset"));

        let pilot = [
            ("unit", ward.as_str()),
            ("name", "Tilsynsrunde"),
            ("kind", "pilot"),
            ("knowledge", "To studier"),
            ("evidence", "sufficient"),
            ("starts", "2026-01-01"),
            ("ends", "2027-10-31"),
            ("follow_up", "Ukentlig"),
            ("decision_due", "2027-11-30"),
        ];
        let pilot = made(&app, &petra, "/pilots/new", &pilot).await;
        for (version, step) in [("1", "check"), ("2", "launch")] {
            made(&app, &petra, &format!("{pilot}/{step}"), &[("version", version)]).await;
        }
        let decide = format!("{pilot}/decide");
        let why = |decision: &'static str, reason: &'static str| [("decision", decision), ("reason", reason)];
        late(&decide, &decide, &why("scale", "Virker"), &why("stop", "For dyrt")).await;

        let of_plan = plan().to_string();
        let proposal = [("unit", ward.as_str()), ("title", "Fast sjekk"), ("body", "Hver kveld"), ("plan", &of_plan)];
        // Nobody decides what they proposed themselves.
        let nora = app.user("Nora Sykepleier", &[(Role::Staff, "ward")]);
        let proposal = made(&app, &nora, "/proposals/new", &proposal).await;
        let scores = ["k1", "k2", "k3"].map(|code| format!("value-{}", part(code)));
        let scores: Vec<(&str, &str)> = scores.iter().map(|name| (name.as_str(), "4")).collect();
        made(&app, &otto, &format!("{proposal}/score"), &scores).await;
        made(&app, &nora, &format!("{proposal}/submit"), &[("version", "1")]).await;
        let decide = format!("{proposal}/decide");
        late(&decide, &decide, &why("accept", "Virker hos naboen"), &why("later", "Ikke nå")).await;

        let wheel = format!("/units/{ward}/wheel");
        let step = [("year", "2026"), ("title", "Egen sjekk"), ("phase", "do"), ("owner", "")];
        made(&app, &petra, &format!("{wheel}/new"), &step).await;
        let step = found(&app, &petra, &wheel, "href=\"/wheel/").await;
        let aside = format!("/wheel/{step}/set-aside");
        late(&aside, &aside, &[("note", "Gjelder ikke oss")], &[("note", "Gjort i fjor")]).await;

        // Owners and challenges, which were replaced without a look at what others had said.
        let owners = format!("/plans/{}/owners", plan());
        let (trust2, clinic) = (unit("trust2").to_string(), unit("clinic").to_string());
        let page = format!("{owners}?q=Testenhet");
        late(&page, &owners, &[("owner", &trust2)], &[("owner", &clinic)]).await;
        let challenges = format!("/plans/{}/challenges/edit", plan());
        let met = [("u1", "m1"), ("u2", "m2")].map(|(by, of)| format!("{}:{}", part(by), measure(of)));
        late(&challenges, &challenges, &[("measure", &met[0])], &[("measure", &met[1])]).await;
    });
}
