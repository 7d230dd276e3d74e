//! Large files on their way in.

use maud::{Markup, Render, html};
use varde_kernel::Problems;
use varde_web::ui::{
    Choice, Column, FigureCard, FileUpload, Form, Icon, Progress, Select, Table, Tag, TextArea, Tone, Weight, alert,
    grid, link, link_button, post_button, section, submit_row,
};
use varde_web::{Ctx, Fields};

use super::Wrong;
use super::import::{metadata_field, problem_rows};
use crate::import::said::unpack_remarks;
use crate::import::store::Delivery;
use crate::model::{KeptProblem, Upload, UploadState};

/// The key of how far a file has come.
pub const fn upload_state_key(state: UploadState) -> &'static str {
    match state {
        UploadState::Receiving => "indicators-upload-receiving",
        UploadState::Reading => "indicators-upload-reading",
        UploadState::Ready => "indicators-upload-ready",
        UploadState::Applying => "indicators-upload-applying",
        UploadState::Done => "indicators-upload-done",
        UploadState::Refused => "indicators-upload-refused",
        UploadState::Cancelled => "indicators-upload-called-off",
    }
}

/// One's own files, and the form for one more.
pub fn uploads(cx: &Ctx, all: &[Upload], senders: &[&str], (fields, problems): (&Fields, &Problems)) -> Markup {
    let wrong = Wrong::new(cx, problems);
    let chosen = fields.text("sender");
    let choices: Vec<Choice<'_>> = senders
        .iter()
        .map(|name| Choice { value: name, label: name, chosen: *name == chosen, ..Choice::default() })
        .collect();
    let nobody = cx.t("indicators-import-find-out");
    let body = html! {
        (wrong.summary())
        (FileUpload { id: "file", name: "file", label: &cx.t("indicators-import-file"), required: true,
            help: Some(&cx.t("indicators-upload-help")), accept: Some(super::import::ACCEPTED), error: wrong.with("file").as_deref() })
        @if !choices.is_empty() {
            (Select { id: "sender", name: "sender", label: &cx.t("indicators-import-sender"), prompt: Some(&nobody),
                choices: &choices, error: wrong.with("sender").as_deref(), ..Select::default() })
        }
        (metadata_field(cx, &wrong))
        (submit_row(&cx.t("indicators-upload-send"), None, None))
    };
    let rows: Vec<Vec<Markup>> = all
        .iter()
        .map(|one| {
            vec![
                link(&one.name, &format!("/uploads/{}", one.id)),
                html! { (cx.say().time(one.made)) },
                html! { (cx.t(upload_state_key(one.state))) },
                html! { (one.percent()) "\u{a0}%" },
            ]
        })
        .collect();
    let words = [
        "indicators-upload-mine",
        "indicators-upload-name",
        "indicators-upload-when",
        "indicators-facts-state",
        "indicators-upload-progress",
    ]
    .map(|key| cx.t(key));
    let [mine, name, when, state, progress] = &words;
    let table = Table {
        caption: mine,
        caption_hidden: true,
        columns: &[Column::text(name), Column::text(when), Column::text(state), Column::number(progress)],
        rows: &rows,
        empty: &html! { p.quiet { (cx.t("indicators-upload-none")) } },
        stack: true,
    };
    html! {
        (Form { action: "/uploads", csrf: &cx.guard(), multipart: true, body, ..Form::default() })
        (section("mine", mine, &Markup::default(), &table.render()))
    }
}

/// How far a file has come, what is wrong with it so far, and what one can do.
pub fn upload_page(
    cx: &Ctx,
    upload: &Upload,
    (found, earlier): (&[KeptProblem], Option<&Delivery>),
    (fields, problems): (&Fields, &Problems),
) -> Markup {
    let say = cx.say();
    let address = format!("/uploads/{}", upload.id);
    let percent = u32::try_from(upload.percent()).unwrap_or(0);
    let text = say.with(
        "indicators-upload-so-far",
        &[("percent", upload.percent().into()), ("rows", upload.n_rows.into()), ("problems", upload.n_problems.into())],
    );
    let card = |key: &str, n: i64| {
        let n = n.to_string();
        FigureCard { label: &cx.t(key), value: Some(&n), ..FigureCard::default() }.render()
    };
    let tone = match upload.state {
        UploadState::Refused => Tone::Danger,
        UploadState::Done => Tone::Success,
        UploadState::Ready => Tone::Info,
        _ => Tone::Neutral,
    };
    let works = matches!(upload.state, UploadState::Receiving | UploadState::Reading | UploadState::Applying);
    html! {
        p { (Tag(tone, &cx.t(upload_state_key(upload.state)))) }
        (Progress { id: "progress", label: &cx.t("indicators-upload-progress"), text: &text, done: percent, of: 100 })
        @if works {
            p.quiet { (cx.t("indicators-upload-goes-on")) }
            p { (link_button(&cx.t("indicators-upload-again"), &address, Weight::Secondary, Some(Icon::Clock))) }
        }
        @if let Some(earlier) = earlier { (super::import::taken_before(cx, &upload.sender, earlier)) }
        (remarks(cx, &upload.remarks))
        @if upload.is_cut { (alert(Tone::Info, None, &html! { p { (cx.t("indicators-import-note-cut")) } })) }
        @if 0 < upload.n_rows {
            (grid(&[
                card("indicators-import-new", upload.n_new),
                card("indicators-import-changed", upload.n_changed),
                card("indicators-import-unchanged", upload.n_unchanged),
            ]))
        }
        @if upload.state == UploadState::Ready { (yes(cx, upload, (fields, problems))) }
        @if upload.state.may_cancel() {
            (post_button(&cx.t("indicators-upload-call-off"), &format!("{address}/cancel"), &cx.guard(), Weight::Tertiary, &[]))
        }
        @if !found.is_empty() { (problem_lines(cx, found)) }
    }
}

fn remarks(cx: &Ctx, kept: &str) -> Markup {
    let kept = unpack_remarks(kept);
    if kept.is_empty() {
        return Markup::default();
    }
    let lines = html! { ul { @for (key, args) in &kept { li { (text_of(cx, key, args)) } } } };
    alert(Tone::Info, Some(&cx.t("indicators-import-remarks")), &lines)
}

fn yes(cx: &Ctx, upload: &Upload, (fields, problems): (&Fields, &Problems)) -> Markup {
    let wrong = Wrong::new(cx, problems);
    let n = upload.n_new + upload.n_changed;
    if n == 0 {
        return alert(Tone::Info, None, &html! { p { (cx.t("indicators-import-nothing")) } });
    }
    let body = html! {
        (wrong.summary())
        @if 0 < upload.n_changed {
            (TextArea { id: "reason", name: "reason", label: &cx.t("indicators-entry-reason"), rows: 2, required: true,
                value: fields.text("reason"), error: wrong.with("reason").as_deref(), ..TextArea::default() })
        }
        (submit_row(&cx.say().with("indicators-import-confirm", &[("n", n.into())]), None, None))
    };
    let action = format!("/uploads/{}/apply", upload.id);
    Form { action: &action, csrf: &cx.guard(), body, ..Form::default() }.render()
}

fn problem_lines(cx: &Ctx, found: &[KeptProblem]) -> Markup {
    let rows: Vec<Vec<Markup>> = found
        .iter()
        .map(|one| {
            vec![
                html! { (one.line.map(|line| line.to_string()).unwrap_or_default()) },
                html! { (one.column) },
                html! { (kept_text(cx, one)) },
            ]
        })
        .collect();
    problem_rows(cx, &rows)
}

/// The words of a problem that was kept.
pub fn kept_text(cx: &Ctx, problem: &KeptProblem) -> String {
    text_of(cx, &problem.key, &problem.args)
}

fn text_of(cx: &Ctx, key: &str, args: &[(String, String)]) -> String {
    let args: Vec<(&str, varde_web::Arg)> =
        args.iter().map(|(name, value)| (name.as_str(), value.as_str().into())).collect();
    cx.say().with(key, &args)
}
