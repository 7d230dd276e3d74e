//! Every route as every role, held against one printed table: `docs/access.txt`.
//!
//! The table's first part is the policy itself; the second is what really happened when each role
//! knocked on each route of the demo, with something that can be understood. People review the difference;
//! `VARDE_WRITE=1 cargo test -p varde access` writes it anew.

mod body;
mod demo;
mod rubbish;
mod samples;
mod sent;

use std::fmt::Write as _;
use std::path::Path;

use http::{Method, StatusCode};
use varde_app::house;
use varde_kernel::access::{self, Actor};
use varde_web::Need;

pub(super) use demo::{House, open, template};

/// Routes into which nobody comes in the demo, and why.
const NOBODY_COMES: &[(&str, &str)] = &[
    ("/metrics", "is told on the machine itself, or to whoever brings the token"),
    ("/reporters/{id}/look", "the demo's names are sealed with no key that is here"),
    ("/sign-in/oidc", "no provider is set up"),
    ("/sign-in/oidc/callback", "no provider is set up"),
];

/// What a status tells: let in and done, let in and sent back, not allowed, not to be known, must sign in.
fn word(status: StatusCode) -> &'static str {
    match status.as_u16() {
        400 => "unread",
        401 => "sign in",
        403 => "no",
        404 => "hidden",
        409 => "late",
        422 => "wrong",
        500..=599 => "FAULT",
        _ => "in",
    }
}

fn need_word(need: Need) -> String {
    match need {
        Need::Public => "public".to_owned(),
        Need::SignedIn => "signed in".to_owned(),
        Need::May(kind, action) => format!("{} {}", action.name(), kind.name()),
    }
}

/// Whether someone must sign in first, may not, or may not know of it.
fn is_refused(status: StatusCode) -> bool {
    matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::NOT_FOUND)
}

fn is_let_in(word: &str) -> bool {
    ["in", "late", "wrong"].contains(&word)
}

/// What is wrong with one line of the table, whatever it said before.
fn faults_of(route: &str, need: Need, cells: &[(&str, &Actor, &str)]) -> Vec<String> {
    let mut faults = Vec::new();
    let path = route.split_whitespace().nth(1).unwrap_or_default();
    if cells.iter().all(|(_, _, word)| *word != "in") && NOBODY_COMES.iter().all(|(known, _)| *known != path) {
        faults.push(format!("{route}: nobody gets in, so nothing is shown of who may"));
    }
    for (name, actor, word) in cells {
        if ["unread", "FAULT"].contains(word) {
            faults.push(format!("{route} as {name}: {word}"));
        }
        if **actor == Actor::Anonymous && need != Need::Public && *word != "sign in" {
            faults.push(format!("{route} lets nobody in particular in: {word}"));
        }
        if let Need::May(kind, action) = need
            && is_let_in(word)
            && !access::may_somewhere(actor, action, kind)
        {
            faults.push(format!("{route} as {name}: {word}, and the policy lets them {} nowhere", need_word(need)));
        }
    }
    faults
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_route_as_every_role_is_as_printed() {
    let template = template().await;
    let mut text = access::table();
    text.push_str(
        "\nWhat each route answers. Made by knocking on every route of the demo as every role, with something\n\
         that can be understood: things of a ward and its trust; `elsewhere` works in another trust, `town`\n\
         leads a municipality.\n\
         in = let in, and it is done; late = let in, but it cannot be done as the thing now stands; wrong = let\n\
         in, but what was sent comes back with problems; no = refused; hidden = not to be known; sign in =\n\
         asked to sign in.\n\n",
    );
    let _ = write!(text, "{:<7}{:<66}{:<22}", "", "route", "needs");
    for (who, _) in demo::VISITORS {
        let _ = write!(text, "{who:<10}");
    }
    text.push('\n');
    let mut faults = Vec::new();
    let mut house = open(&template).await;
    let mut routes = varde_web::needs(&house::rooms());
    routes.sort_by_key(|(method, path, _)| (*path, method.to_string()));
    let only = std::env::var("VARDE_ONLY").unwrap_or_default();
    let mut touched = false;
    for (method, pattern, need) in routes {
        if !format!("{method} {pattern}").contains(&only) {
            continue;
        }
        if touched || demo::needs_a_state(pattern) {
            house = demo::open_for(&template, pattern).await;
        }
        let (path, row) = house.path(pattern).await;
        let (sent, query) = house.sent(&template.api, (&method, pattern), (&path, row.as_ref())).await;
        let path = format!("{path}{query}");
        // Looking for a form may have sent another.
        touched = method != Method::GET;
        let mut cells = Vec::new();
        let mut told = String::new();
        for at in 0..house.visitors.len() {
            if touched {
                house = demo::open_for(&template, pattern).await;
            }
            let who = &house.visitors[at];
            let (status, answer) = house.send(&method, &path, who, &sent).await;
            touched = method != Method::GET && !status.is_client_error();
            // Who may begin such things elsewhere is told what is wrong with this one: nothing but what they sent.
            let may_elsewhere = matches!(need, Need::May(kind, action)
                if !pattern.contains('{') && access::may_somewhere(&who.actor, action, kind));
            if is_refused(status)
                && method != Method::GET
                && !may_elsewhere
                && let Some(rubbish) = rubbish::rubbish(&sent)
            {
                // Who may not is told that before anything is said of what they sent.
                let (status, answer) = house.send(&method, &path, who, &rubbish).await;
                touched |= !status.is_client_error();
                if !is_refused(status) {
                    let told: String = answer.chars().filter(|letter| !letter.is_control()).take(300).collect();
                    faults.push(format!("{method} {pattern} as {}: rubbish is answered {status}: {told}", who.name));
                }
            }
            if !only.is_empty() {
                let _ = writeln!(told, "  {} {status} {}", who.name, answer.chars().take(400).collect::<String>());
            }
            cells.push((who.name, who.actor.clone(), word(status)));
        }
        touched |= demo::needs_a_state(pattern);
        let mut line = format!("{:<7}{pattern:<66}{:<22}", method.as_str(), need_word(need));
        for (_, _, word) in &cells {
            let _ = write!(line, "{word:<10}");
        }
        text.push_str(line.trim_end());
        text.push('\n');
        let cells: Vec<_> = cells.iter().map(|(name, actor, word)| (*name, actor, *word)).collect();
        faults.extend(faults_of(&format!("{method} {pattern}"), need, &cells));
        if !told.is_empty() {
            println!("{line}\n{told}");
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let printed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/access.txt");
    if std::env::var_os("VARDE_WRITE").is_some() {
        std::fs::write(&printed, &text).unwrap();
    }
    let known = std::fs::read_to_string(&printed).unwrap_or_default();
    for (line, (now, before)) in text.lines().zip(known.lines()).enumerate() {
        assert_eq!(now, before, "docs/access.txt line {}: review it, then VARDE_WRITE=1 writes it anew", line + 1);
    }
    assert_eq!(text.lines().count(), known.lines().count(), "docs/access.txt: routes came or went");
}
