//! Reporting without a name: nothing ties the reporter to it but the receipt.

use varde_kernel::access::Role;
use varde_store::{Read as _, values};
use varde_testkit::{TestApp, unit};

use crate::flow::{fields, house, leader, says};

fn receipt_in(text: &str) -> String {
    let (_, rest) = text.split_once("data-receipt>").unwrap_or_else(|| panic!("no receipt in {text}"));
    rest.split('<').next().unwrap().to_owned()
}

async fn send(app: &TestApp, fields: &[(&str, &str)]) -> String {
    let sent = app.post_as_stranger("/anonymous", "/anonymous", fields).await;
    assert_eq!(sent.status, 200, "{}", sent.text);
    receipt_in(&sent.text)
}

async fn follow(app: &TestApp, receipt: &str) -> varde_testkit::Reply {
    app.post_as_stranger("/anonymous/follow", "/anonymous/follow", &[("receipt", receipt)]).await
}

#[tokio::test]
async fn a_report_without_a_name_is_followed_and_talked_about_with_its_receipt() {
    let app = house().await;
    let leader = leader(&app);
    let ward = unit("ward").to_string();
    let mut all = fields(&ward, "n1");
    all.extend([("entrance", "next_of_kin"), ("why", "fear_career")]);
    let receipt = send(&app, &all).await;
    assert_eq!(receipt.len(), 24);
    says(&follow(&app, &receipt.to_lowercase().replace('-', " ")).await, &["Feil styrke ble gjort i stand", "Mottatt"]);

    let list = app.get(Some(&leader), "/incidents").await;
    says(&list, &["Feil styrke", "Uten navn"]);
    let (_, rest) = list.text.split_once("href=\"/incidents/").unwrap();
    let incident = format!("/incidents/{}", rest.split('"').next().unwrap());
    let page = app.get(Some(&leader), &incident).await;
    says(&page, &["Pårørende"]);
    let (_, rest) = page.text.split_once("name=\"report\" value=\"").unwrap();
    let report = rest.split('"').next().unwrap();
    let asked =
        app.post(Some(&leader), &format!("{incident}/reply"), &[("report", report), ("text", "Hvilken dag?")]).await;
    assert_eq!(asked.status, 303, "{}", asked.text);
    says(&follow(&app, &receipt).await, &["Hvilken dag?"]);
    let said = app
        .post_as_stranger("/anonymous/follow", "/anonymous/say", &[("receipt", receipt.as_str()), ("text", "Lørdag.")])
        .await;
    says(&said, &["Lørdag."]);
    says(&app.get(Some(&leader), &incident).await, &["Lørdag."]);

    for wrong in ["", "ABCD", "0000-0000-0000-0000-0000", "<script>"] {
        let refused = follow(&app, wrong).await;
        assert_eq!(refused.status, 422, "{wrong}");
        says(&refused, &["Ingen melding passer til kvitteringen"]);
    }
    // Sent again, it is the same report, and only the newer receipt opens it.
    let newer = send(&app, &all).await;
    assert_eq!(follow(&app, &receipt).await.status, 422);
    says(&follow(&app, &newer).await, &["Lørdag."]);
    assert_eq!(app.db().number("select count(*) as n from report", vec![]).await.unwrap(), 1);
}

#[tokio::test]
async fn nothing_that_is_kept_tells_who_or_when() {
    let app = house().await;
    let ward = unit("ward").to_string();
    // Someone who is signed in and goes to the page without a name is nobody there.
    let nurse = app.user("Nora Testsykepleier", &[(Role::Staff, "ward")]);
    let form = app.get(Some(&nurse), "/anonymous").await;
    assert!(!form.text.contains("Nora"), "{}", form.text);
    let mut all = fields(&ward, "n2");
    all.push(("why", "fear_employer"));
    let receipt = send(&app, &all).await;
    let noon = "2026-11-22T12:00:00Z".parse::<jiff::Timestamp>().unwrap().as_microsecond();
    for (table, instants) in
        [("history_line", &["at"][..]), ("report", &["received_at"]), ("job", &["at", "run_after"])]
    {
        for column in instants {
            let sql = format!("select count(*) as n from {table} where {column} = $1");
            let Ok(n) = app.db().number(&sql, values![noon]).await else { continue };
            assert_eq!(n, 0, "{table}.{column}");
        }
    }
    let sql = "select count(*) as n from history_line where thing_kind = 'incident'";
    assert_eq!(app.db().number(sql, vec![]).await.unwrap(), 0, "history hears of it when the day is over");
    let sql = "select count(*) as n from report where received_at is null and reporter_id is null";
    assert_eq!(app.db().number(sql, vec![]).await.unwrap(), 1);
    let sql = "select count(*) as n from report_receipt where hash like $1 or finds = $2";
    let opens = receipt.replace('-', "");
    let found = app.db().number(sql, values![format!("%{}%", &opens[4..]), opens.as_str()]).await.unwrap();
    assert_eq!(found, 0, "only a slow hash of what opens it");
    // Why is counted, and tied to nothing.
    let sql = "select n from anonymous_why where why = 'fear_employer' and month = '2026-11'";
    assert_eq!(app.db().number(sql, vec![]).await.unwrap(), 1);

    let tx = app.begin().await;
    assert_eq!(varde_incidents::store::told::tell(&tx, "2026-11-22".parse().unwrap()).await.unwrap(), 0);
    assert_eq!(varde_incidents::store::told::tell(&tx, "2026-11-23".parse().unwrap()).await.unwrap(), 1);
    tx.commit().await.unwrap();
    let leader = leader(&app);
    says(&app.get(Some(&leader), "/search?q=styrke").await, &["Feil styrke ble gjort i stand"]);
    assert!(!app.get(Some(&nurse), "/search?q=styrke").await.text.contains("Feil styrke"));
}

#[tokio::test]
async fn an_address_can_try_only_so_many_receipts() {
    let app = house().await;
    let mut last = 0;
    for _ in 0..200 {
        last = follow(&app, "0000-0000-0000-0000-0000").await.status.as_u16();
        if last == 429 {
            break;
        }
    }
    assert_eq!(last, 429);
}
