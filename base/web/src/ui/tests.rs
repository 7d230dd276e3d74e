//! What holds for every part: wired labels, wired errors, escaped words.

use std::collections::BTreeMap;

use maud::{Markup, Render, html};

use super::form::with_names;
use super::*;

const EVIL: &str = "<b>\"x\" & 'y'</b>";

fn check_has(markup: &Markup, parts: &[&str]) {
    for part in parts {
        assert!(markup.0.contains(part), "{part}\nis missing in\n{}", markup.0);
    }
}

fn check_lacks(markup: &Markup, parts: &[&str]) {
    for part in parts {
        assert!(!markup.0.contains(part), "{part}\nshould not be in\n{}", markup.0);
    }
}

#[test]
fn a_field_ties_label_help_and_error_together() {
    let field = Field {
        id: "n",
        name: "navn",
        label: "Navn",
        help: Some("Hele navnet"),
        error: Some("Skriv navnet"),
        ..Field::default()
    };
    check_has(
        &field.render(),
        &[
            r#"<label class="ds-label" for="n">Navn</label>"#,
            r#"<div data-field="description" id="n-help">Hele navnet</div>"#,
            r#"aria-describedby="n-error n-help""#,
            r#"aria-invalid="true""#,
            r#"data-field="validation" id="n-error">Skriv navnet</p>"#,
        ],
    );
}

#[test]
fn a_field_without_help_or_error_claims_neither() {
    let field = Field { id: "n", name: "navn", label: "Navn", ..Field::default() };
    check_lacks(&field.render(), &["aria-describedby", "aria-invalid", "n-help", "n-error", "required", "value="]);
}

#[test]
fn a_hint_is_heard_with_the_field() {
    let date = Field {
        id: "d",
        name: "d",
        label: "Frist",
        kind: Kind::Date,
        hint: Some("dag.måned.år"),
        error: Some("Velg en dag"),
        ..Field::default()
    };
    check_has(
        &date.render(),
        &[r#"type="date""#, r#"aria-describedby="d-error d-hint""#, r#"id="d-hint">dag.måned.år"#],
    );
    let alone = Field { error: None, ..date };
    check_has(&alone.render(), &[r#"aria-describedby="d-hint""#]);
}

#[test]
fn numbers_keep_what_was_typed_and_passwords_do_not() {
    let number = Field { id: "a", name: "a", label: "Andel", kind: Kind::Number, value: "mye", ..Field::default() };
    check_has(&number.render(), &[r#"type="text""#, r#"inputmode="decimal""#, r#"value="mye""#]);
    let password =
        Field { id: "p", name: "p", label: "Passord", kind: Kind::Password, value: "hemmelig", ..Field::default() };
    check_lacks(&password.render(), &["hemmelig"]);
}

#[test]
fn all_fields_wire_their_errors() {
    let choices = [Choice { value: "1", label: "En", ..Choice::default() }];
    let group = Choices {
        id: "f",
        name: "f",
        label: "L",
        help: Some("h"),
        error: Some("e"),
        choices: &choices,
        ..Choices::default()
    };
    let fields = [
        TextArea { id: "f", name: "f", label: "L", help: Some("h"), error: Some("e"), ..TextArea::default() }.render(),
        Select {
            id: "f",
            name: "f",
            label: "L",
            help: Some("h"),
            error: Some("e"),
            choices: &choices,
            ..Select::default()
        }
        .render(),
        radios(&group),
        checkboxes(&group),
        Checkbox { id: "f", name: "f", label: "L", help: Some("h"), error: Some("e"), ..Checkbox::default() }.render(),
        FileUpload { id: "f", name: "f", label: "L", help: Some("h"), error: Some("e"), ..FileUpload::default() }
            .render(),
    ];
    for field in fields {
        check_has(
            &field,
            &[r#"aria-describedby="f-error f-help""#, r#"aria-invalid="true""#, r#"id="f-error""#, r#"id="f-help""#],
        );
        // The error summary links to the field's id, so something one can fill in must carry it.
        check_has(&field, &[r#" id="f""#]);
    }
}

#[test]
fn choices_have_ids_of_their_own_and_a_legend() {
    let choices = [
        Choice { value: "1", label: "En", ..Choice::default() },
        Choice { value: "2", label: "To", help: Some("Den andre"), chosen: true, ..Choice::default() },
    ];
    let group = Choices { id: "v", name: "v", label: "Velg", required: true, choices: &choices, ..Choices::default() };
    check_has(
        &radios(&group),
        &[
            r#"<legend class="ds-label">Velg"#,
            r#"id="v" name="v" value="1" required"#,
            r#"id="v-1" name="v" value="2" checked"#,
            r#"<label class="ds-label" for="v-1">To</label>"#,
            r#"aria-describedby="v-1-choice-help""#,
        ],
    );
    check_lacks(&checkboxes(&group), &["required"]);
}

#[test]
fn neighbours_with_the_same_group_share_one_heading() {
    let choice = |value, group| Choice { value, label: value, group, ..Choice::default() };
    let choices = [choice("a", Some("En")), choice("b", Some("En")), choice("c", Some("To")), choice("d", None)];
    let select =
        Select { id: "s", name: "s", label: "S", prompt: Some("Velg …"), choices: &choices, ..Select::default() }
            .render();
    assert_eq!(select.0.matches("<optgroup").count(), 2);
    check_has(&select, &[r#"<option value="">Velg …</option>"#, r#"</optgroup><option value="d">"#]);
}

#[test]
fn text_areas_keep_a_leading_line_break() {
    let area = TextArea { id: "t", name: "t", label: "T", value: "\nHei", ..TextArea::default() }.render();
    check_has(&area, &[">\n\nHei</textarea>"]);
}

#[test]
fn forms_carry_the_guard_and_leave_judging_to_the_server() {
    let markup = form("/plans", "guard", html! { "x" });
    check_has(&markup, &[r#"method="post""#, "novalidate", r#"<input type="hidden" name="_csrf" value="guard">"#]);
    check_lacks(&markup, &["data-draft", "enctype"]);
    check_has(
        &post_button("Godkjenn", "/a", "guard", Weight::Secondary, &[("v", "3")]),
        &[r#"name="_csrf" value="guard""#, r#"name="v" value="3""#],
    );
}

#[test]
fn the_error_summary_links_to_fields_and_is_absent_when_all_is_well() {
    check_has(
        &error_summary("To feil", &[("n", "Skriv navnet"), ("", "Planen er låst")]),
        &[r##"<a class="ds-link" href="#n">Skriv navnet</a>"##, "<li>Planen er låst</li>", r#"tabindex="-1""#],
    );
    assert_eq!(error_summary("Ingen", &[]).0, "");
}

#[test]
fn what_is_wrong_is_told_with_the_fields_own_names() {
    let choices = [Choice { value: "1", label: "Én", ..Choice::default() }, Choice::default()];
    let page = with_names(html! {
        (error_summary("Feil", &[("due", "Velg en dag"), ("how", "Velg"), ("gone", "Borte"), ("", "Låst"), ("n", "Navn: fyll ut")]))
        (Field { id: "due", name: "due", label: "Frist & dag", mark: Some("(valgfritt)"), ..Field::default() })
        (radios(&Choices { id: "how", name: "how", label: "Hvordan?", choices: &choices, ..Choices::default() }))
        (Field { id: "n", name: "n", label: "Navn", ..Field::default() })
    });
    check_has(
        &page,
        &[
            r##"href="#due">Frist &amp; dag: Velg en dag</a>"##,
            r##"href="#how">Hvordan: Velg</a>"##,
            r##"href="#gone">Borte</a>"##,
            "<li>Låst</li>",
            r##"href="#n">Navn: fyll ut</a>"##,
        ],
    );
    assert_eq!(with_names(html! { p { "Alt vel" } }).0, "<p>Alt vel</p>");
}

#[test]
fn tables_say_how_they_are_sorted_and_name_their_rows() {
    let columns = [
        Column::text("Navn").sorted("?sort=-name", Sorted::Up),
        Column::number("Antall").sorted("?sort=n", Sorted::No),
        Column::actions("Handlinger"),
    ];
    let rows = [vec![html! { "A" }, html! { "1" }, html! { "x" }]];
    let empty = empty_state("Ingen", "Ennå", &html! {});
    let table =
        Table { caption: "Planer", caption_hidden: false, columns: &columns, rows: &rows, empty: &empty, stack: true };
    let markup = table.render();
    check_has(
        &markup,
        &[
            r#"role="region" aria-label="Planer" tabindex="0""#,
            r#"aria-sort="ascending"><a href="?sort=-name""#,
            r#"<th scope="row" role="rowheader">A</th>"#,
            r#"data-num data-label="Antall">1</td>"#,
            r#"<span class="ds-sr-only">Handlinger</span>"#,
        ],
    );
    assert_eq!(markup.0.matches("aria-sort").count(), 1);
    let none = Table { rows: &[], ..table }.render();
    check_has(&none, &["Ingen", "Ennå"]);
    check_lacks(&none, &["<table"]);
}

#[test]
fn a_missing_figure_stays_missing() {
    let card =
        FigureCard { label: "Trykksår", value: None, unit: "Kan ikke vurderes", ..FigureCard::default() }.render();
    check_has(&card, &["data-missing", "Kan ikke vurderes"]);
    check_lacks(&card, &["<small>"]);
}

#[test]
fn every_tone_has_its_own_shape() {
    let shapes: Vec<_> = [Tone::Neutral, Tone::Info, Tone::Success, Tone::Warning, Tone::Danger]
        .iter()
        .map(|t| t.icon().name())
        .collect();
    let distinct: std::collections::BTreeSet<_> = shapes.iter().collect();
    assert_eq!(distinct.len(), shapes.len());
}

#[test]
fn icons_and_their_list_agree() {
    let list = include_str!("../../../../web/icons.json");
    let listed: BTreeMap<String, String> = serde_json::from_str(list).unwrap();
    let listed: Vec<&str> = listed.keys().map(String::as_str).collect();
    let mut known: Vec<&str> = Icon::ALL.iter().map(|icon| icon.name()).collect();
    known.sort_unstable();
    assert_eq!(known, listed);
}

#[test]
fn words_from_people_are_escaped_everywhere() {
    let rows = [vec![html! { (EVIL) }]];
    let columns = [Column::text(EVIL)];
    let parts = [
        Field { id: "f", name: "f", label: EVIL, value: EVIL, help: Some(EVIL), error: Some(EVIL), ..Field::default() }
            .render(),
        TextArea { id: "f", name: "f", label: EVIL, value: EVIL, ..TextArea::default() }.render(),
        error_summary(EVIL, &[(EVIL, EVIL)]),
        Tag(Tone::Info, EVIL).render(),
        link_button(EVIL, EVIL, Weight::Primary, None),
        Table { caption: EVIL, caption_hidden: true, columns: &columns, rows: &rows, empty: &html! {}, stack: true }
            .render(),
        ConflictBox {
            title: EVIL,
            text: EVIL,
            theirs: EVIL,
            yours: EVIL,
            clashes: &[Clash { label: EVIL, theirs: EVIL, yours: EVIL }],
        }
        .render(),
        FigureCard {
            label: EVIL,
            value: Some(EVIL),
            unit: EVIL,
            note: EVIL,
            href: Some(EVIL),
            ..FigureCard::default()
        }
        .render(),
    ];
    for part in &parts {
        check_lacks(part, &["<b>", "\"x\""]);
    }
}

fn shell(body: Markup) -> Markup {
    let menu =
        [MenuItem { href: "/plans", label: "Planer", icon: Icon::Compass, badge: Some((2, "venter")), current: true }];
    Shell {
        lang: "nn",
        title: "Planar – Varde",
        page_title: "Planar",
        lead: None,
        scheme: Scheme::Dark,
        menu: &menu,
        user: None,
        switches: &[Switch {
            action: "/language",
            csrf: None,
            back: "/plans",
            label: "Språk",
            name: "language",
            choices: &[("nn", "Nynorsk", true)],
            is_language: true,
        }],
        search: None,
        unit_picker: html! {},
        breadcrumbs: &[("Heim", Some("/")), ("Planar", None)],
        words: Words { skip: "Hopp", menu: "Meny", breadcrumbs: "Du er her", home: "Heim" },
        printed: "Skrevet ut 1. mai 2026 fra https://varde.example/plans?unit=1",
        drafts: "no",
        flash: Some((Tone::Success, "Lagra")),
        actions: html! {},
        body,
        footer: html! {},
        assets: Assets { css: "/a.css", js: "/a.js", favicon: "/f.svg" },
    }
    .render()
}

#[test]
fn a_page_has_language_landmarks_and_a_way_past_the_menu() {
    check_has(
        &shell(html! {}),
        &[
            "<!DOCTYPE html>",
            r#"<html lang="nn" data-color-scheme="dark">"#,
            r##"<a class="ds-skip-link" href="#main">Hopp</a>"##,
            r#"<main id="main" tabindex="-1">"#,
            "<h1>Planar</h1>",
            r#"aria-current="page""#,
            r#"<button type="submit" name="language" value="nn" aria-pressed="true" lang="nn">"#,
            r#"role="status"><p>Lagra</p>"#,
        ],
    );
}

#[test]
fn no_page_needs_inline_script_or_style() {
    let page = shell(html! { (Progress { id: "p", label: "L", text: "1 av 2", done: 1, of: 2 }) });
    check_lacks(&page, &["style=", "<style", "onclick", "<script>"]);
}
