//! Draws every part and two whole pages into a folder, to be looked at: `gallery <folder>`.
//! The folder must hold the built assets (`web/dist`) beside the pages.

#![expect(clippy::wildcard_imports, reason = "a gallery shows every part there is")]

use std::{env, fs, path::Path};

use maud::{Markup, PreEscaped, Render, html};
use varde_web::ui::*;

const ASSETS: Assets<'_> = Assets { css: "varde.css", js: "varde.js", favicon: "favicon.svg" };
const WORDS: Words<'_> =
    Words { skip: "Hopp til hovedinnholdet", menu: "Meny", breadcrumbs: "Du er her", home: "Til forsiden" };

fn main() -> std::io::Result<()> {
    let folder = env::args().nth(1).unwrap_or_else(|| "gallery".to_owned());
    fs::create_dir_all(&folder)?;
    for (scheme, name) in [(Scheme::Light, "light"), (Scheme::Dark, "dark")] {
        let pages = [
            ("unit", unit_page(scheme)),
            ("form", form_page(scheme)),
            ("parts", parts_page(scheme)),
            ("sign-in", sign_in_page(scheme)),
        ];
        for (page, markup) in pages {
            fs::write(Path::new(&folder).join(format!("{page}-{name}.html")), markup.into_string())?;
        }
    }
    Ok(())
}

fn shell(scheme: Scheme, title: &str, lead: &str, crumbs: &[Crumb<'_>], actions: Markup, body: Markup) -> Markup {
    let item = |href, label, icon, badge, current| MenuItem { href, label, icon, badge, current };
    let menu = [
        item("#", "Min enhet", Icon::Home, None, true),
        item("#", "Mine oppgaver", Icon::Tasks, Some((3, "oppgaver over fristen")), false),
        item("#", "Planer", Icon::Compass, None, false),
        item("#", "Tiltak", Icon::Clipboard, None, false),
        item("#", "Indikatorer", Icon::Chart, None, false),
        item("#", "Ansvar", Icon::Handshake, None, false),
        item("#", "Dokumenter", Icon::Docs, None, false),
        item("#", "Enheter og folk", Icon::People, None, false),
    ];
    let switches = switches();
    let near = [
        LinkItem { href: "#", label: "Medisinsk klinikk", note: "Eksempelsykehuset", ..LinkItem::default() },
        LinkItem { href: "#", label: "Medisinsk sengepost 3", note: "Medisinsk klinikk", ..LinkItem::default() },
    ];
    Shell {
        lang: "nb",
        title: &format!("{title} – Varde"),
        page_title: title,
        lead: Some(lead),
        scheme,
        menu: &menu,
        user: Some(UserBox {
            name: "Ingrid Eksempel",
            role_line: "Avdelingssykepleier, Medisinsk sengepost 2",
            profile: ("Min side", "#"),
            sign_out: ("Logg ut", "#", "guard"),
        }),
        switches: &switches,
        search: Some(Search { action: "#", label: "Søk i planer, tiltak og dokumenter", value: "" }),
        unit_picker: UnitPicker {
            label: "Enhet",
            current: "Medisinsk sengepost 2",
            action: "#",
            search: "Finn en enhet",
            submit: "Søk",
            suggest: "#",
            near: &near,
            all: ("Se hele organisasjonen", "#"),
        }
        .render(),
        breadcrumbs: crumbs,
        words: WORDS,
        printed: "",
        drafts: "no",
        flash: None,
        actions,
        body,
        footer: html! { div.row { span { "Varde, eksempeldata" } (link("Tilgjengelighet", "#")) (link("Personvern", "#")) } },
        assets: ASSETS,
    }
    .render()
}

fn switches() -> [Switch<'static>; 2] {
    [
        Switch {
            action: "#",
            csrf: Some("guard"),
            back: "/",
            label: "Språk",
            name: "language",
            choices: &[("nb", "Bokmål", true), ("nn", "Nynorsk", false), ("en", "English", false)],
            is_language: true,
        },
        Switch {
            action: "#",
            csrf: Some("guard"),
            back: "/",
            label: "Lys eller mørk",
            name: "scheme",
            choices: &[("auto", "Som maskinen", true), ("light", "Lys", false), ("dark", "Mørk", false)],
            is_language: false,
        },
    ]
}

const CHART: &str = r#"<svg viewBox="0 0 720 240" role="img" aria-label="Andel sykehusopphold med skade, 2017 til 2023">
<g fill="none" stroke="currentColor"><path d="M50 20H640M50 80H640M50 140H640M50 200H640" opacity=".18"/>
<path d="M60 45L180 71L300 90L420 83L540 115L630 128" stroke-width="2.5"/>
<path d="M60 45L630 150" stroke-dasharray="6 5" opacity=".7"/></g>
<g fill="currentColor" font-size="14"><circle cx="60" cy="45" r="4.5"/><circle cx="180" cy="71" r="4.5"/><circle cx="300" cy="90" r="4.5"/><circle cx="420" cy="83" r="4.5"/><circle cx="540" cy="115" r="4.5"/><circle cx="630" cy="128" r="4.5"/>
<text x="8" y="25">15 %</text><text x="8" y="145">10 %</text><text x="645" y="132">Nå 10,3 %</text><text x="645" y="156">Mål</text><text x="46" y="226">2017</text><text x="612" y="226">2023</text></g></svg>"#;

fn unit_page(scheme: Scheme) -> Markup {
    let figures = [
        FigureCard {
            label: "Aktiviteter i rute",
            value: Some("12"),
            unit: "av 33",
            tag: Tag(Tone::Warning, "Følg opp").render(),
            note: "4 er over fristen",
            href: Some("#"),
        },
        FigureCard {
            label: "Sykehusopphold med skade",
            value: Some("10,3"),
            unit: "%",
            tag: Tag(Tone::Info, "På vei").render(),
            note: "13,7 % i 2017",
            href: Some("#"),
        },
        FigureCard {
            label: "Mine frister denne uken",
            value: Some("3"),
            unit: "oppgaver",
            tag: Tag(Tone::Danger, "1 over frist").render(),
            note: "eldste fra 14. nov.",
            href: Some("#"),
        },
        FigureCard {
            label: "Trykksår",
            value: None,
            unit: "Kan ikke vurderes",
            tag: Tag(Tone::Neutral, "Mangler").render(),
            note: "ingen startverdi er oppgitt",
            href: Some("#"),
        },
    ]
    .map(|f| f.render());
    let columns_ = [
        Column::text("Aktivitet"),
        Column::text("Ansvarlig"),
        Column::text("Frist").sorted("#", Sorted::Up),
        Column::number("Fremdrift").sorted("#", Sorted::No),
        Column::text("Status"),
    ];
    let row = |name: &str, who: &str, due: &str, done: &str, tone, words| {
        vec![
            link(name, "#"),
            html! { (who) },
            html! { span.nums { (due) } },
            html! { (done) },
            Tag(tone, words).render(),
        ]
    };
    let rows = [
        row(
            "Legemiddelsamstemming ved utskriving",
            "Avdelingssykepleier",
            "14.11.2026",
            "40 %",
            Tone::Danger,
            "Over fristen",
        ),
        row(
            "Tidlig oppdagelse av forverret tilstand (NEWS)",
            "Fagutvikler",
            "28.11.2026",
            "75 %",
            Tone::Warning,
            "Forsinket",
        ),
        row("Fallrisiko vurdert innen 24 timer", "Fagutvikler", "15.12.2026", "90 %", Tone::Success, "I rute"),
        row("Pasient- og pårørendemøte", "Seksjonsleder", "31.01.2027", "0 %", Tone::Neutral, "Ikke startet"),
    ];
    let table = Table {
        caption: "Aktiviteter vi har ansvar for",
        caption_hidden: true,
        columns: &columns_,
        rows: &rows,
        empty: &html! {},
        stack: true,
    };
    let phases = [
        Step { label: "Planlegge", note: "Ferdig 15. januar", state: StepState::Done },
        Step { label: "Gjennomføre", note: "Ferdig 1. september", state: StepState::Done },
        Step { label: "Evaluere", note: "Pågår, frist 1. desember", state: StepState::Current },
        Step { label: "Korrigere", note: "Fra 1. desember", state: StepState::Ahead },
    ];
    let work = [
        LinkItem {
            href: "#",
            label: "Svar på statusrunde 4",
            note: "Handlingsplan for pasientsikkerhet",
            icon: Some(Icon::Clock),
            tag: Tag(Tone::Danger, "Frist i går").render(),
        },
        LinkItem {
            href: "#",
            label: "Bekreft delegering",
            note: "Medisinsk utstyr, fra klinikksjef",
            icon: Some(Icon::Handshake),
            tag: Tag(Tone::Info, "2 dager").render(),
        },
        LinkItem {
            href: "#",
            label: "Vurder risiko før sommerdrift",
            note: "Medisinsk klinikk",
            icon: Some(Icon::Shield),
            tag: Tag(Tone::Neutral, "9 dager").render(),
        },
    ];
    let body = html! {
        (grid(&figures))
        (section("wheel", "Årshjulet 2026", &link("Se hele året", "#"), &panel(&steps("De fire fasene", &phases))))
        (columns(
            &html! {
                (Picture { question: "Blir færre pasienter skadet?", aside: html!{}, drawing: PreEscaped(CHART.to_owned()), answer: "Ja. Andelen falt fra 13,7 % i 2017 til 10,3 % i 2023, men ligger litt over målbanen.", table: Some(("Vis tallene som tabell", html! { p { "…" } })) })
                (section("mine", "Aktiviteter vi har ansvar for", &link("Alle 33", "#"), &table.render()))
            },
            &html! {
                (card("Mine oppgaver", &link_list(&work)))
                (card("Hvem bestemmer her?", &facts(&[
                    ("Leder", html! { "Ingrid Eksempel" }),
                    ("Delegert fra", html! { "Klinikksjef, til 31.12.2026" }),
                    ("Kvalitetsansvarlig", html! { "Ola Prøve" }),
                ])))
            },
        ))
    };
    let actions = html! { (link_button("Rapporter status", "#", Weight::Primary, Some(Icon::Pencil))) };
    shell(
        scheme,
        "Medisinsk sengepost 2",
        "Tre ting venter på deg denne uken. Fire aktiviteter er over fristen.",
        &[("Helse Eksempel", Some("#")), ("Medisinsk klinikk", Some("#")), ("Medisinsk sengepost 2", None)],
        actions,
        body,
    )
}

fn form_page(scheme: Scheme) -> Markup {
    let level = [
        Choice {
            value: "green",
            label: "I rute",
            help: Some("Fristen holder, og virkningen er som ventet."),
            ..Choice::default()
        },
        Choice {
            value: "yellow",
            label: "Forsinket eller usikker",
            help: Some("To gule runder på rad krever en beslutning."),
            ..Choice::default()
        },
        Choice { value: "red", label: "Står", ..Choice::default() },
    ];
    let owners = [
        Choice { value: "1", label: "Avdelingssykepleier", group: Some("Sengeposten"), ..Choice::default() },
        Choice { value: "2", label: "Fagutvikler", group: Some("Sengeposten"), chosen: true, ..Choice::default() },
        Choice { value: "3", label: "Klinikksjef", group: Some("Klinikken"), ..Choice::default() },
    ];
    let tools = [
        Choice { value: "a", label: "Opplæring", chosen: true, ..Choice::default() },
        Choice { value: "b", label: "Ny rutine", ..Choice::default() },
    ];
    let fields = html! {
        (ConflictBox { title: "Ola Prøve endret dette kl. 09.42", text: "Det du skrev, står fortsatt i skjemaet. Se hva som er ulikt, og lagre det som skal gjelde.", theirs: "Lagret av Ola", yours: "Skrevet av deg", clashes: &[Clash { label: "Frist", theirs: "15.12.2026", yours: "31.12.2026" }] })
        (error_summary("To ting må rettes før du kan lagre", &[("status", "Velg hvordan det står til"), ("share", "Skriv fremdrift som et tall fra 0 til 100")]))
        (radios(&Choices { id: "status", name: "status", label: "Hvordan står det til?", error: Some("Velg hvordan det står til"), required: true, choices: &level, ..Choices::default() }))
        (Field { id: "share", name: "share", label: "Fremdrift", kind: Kind::Number, hint: Some("prosent"), value: "mye", error: Some("Skriv fremdrift som et tall fra 0 til 100"), ..Field::default() })
        (TextArea { id: "why", name: "why", label: "Hva har skjedd siden sist?", help: Some("Kort og konkret. Ikke skriv navn eller fødselsnummer."), mark: Some("(valgfritt)"), ..TextArea::default() })
        (Field { id: "due", name: "due", label: "Ny frist", kind: Kind::Date, hint: Some("dag.måned.år, for eksempel 15.12.2026"), value: "2026-12-31", ..Field::default() })
        (Select { id: "owner", name: "owner", label: "Ansvarlig", prompt: Some("Velg …"), choices: &owners, ..Select::default() })
        (checkboxes(&Choices { id: "tool", name: "tool", label: "Virkemidler", mark: Some("(valgfritt)"), choices: &tools, ..Choices::default() }))
        (FileUpload { id: "file", name: "file", label: "Vedlegg", help: Some("PDF eller CSV, høyst 10 MB"), ..FileUpload::default() })
        (submit_row("Send status", Some(("Avbryt", "#")), Some(button("Trekk tilbake", Weight::Danger))))
    };
    let body = panel(
        &Form {
            action: "#",
            csrf: "guard",
            draft: Some(Draft {
                key: "status-1-v3",
                note: "Vi tok vare på det du skrev sist.",
                discard: "Begynn på nytt",
            }),
            body: fields,
            ..Form::default()
        }
        .render(),
    );
    shell(
        scheme,
        "Rapporter status",
        "Legemiddelsamstemming ved utskriving, runde 4 i 2026.",
        &[("Planer", Some("#")), ("Handlingsplan for pasientsikkerhet", Some("#")), ("Rapporter status", None)],
        html! {},
        body,
    )
}

fn parts_page(scheme: Scheme) -> Markup {
    let tones = [Tone::Neutral, Tone::Info, Tone::Success, Tone::Warning, Tone::Danger];
    let leaf = |name: &str| Branch { line: html! { (link(name, "#")) (label_tag("sengepost")) }, ..Branch::default() };
    let branches = [Branch {
        line: html! { (link("Helse Eksempel", "#")) (label_tag("helseforetak")) },
        fold: "Under Helse Eksempel",
        open: true,
        below: vec![
            Branch {
                line: link("Medisinsk klinikk", "#"),
                fold: "Under Medisinsk klinikk",
                open: true,
                below: vec![leaf("Medisinsk sengepost 2"), leaf("Medisinsk sengepost 3")],
            },
            leaf("Akuttmottak"),
        ],
    }];
    let events = [
        Event {
            datetime: "2026-11-20T08:10:00Z",
            when: "20. november 2026 kl. 09.10",
            who: "Ingrid Eksempel",
            what: html! { "Endret fristen fra 15.12. til 31.12. «Opplæringen er utsatt.»" },
            icon: Icon::Pencil,
        },
        Event {
            datetime: "2026-10-01T08:10:00Z",
            when: "1. oktober 2026 kl. 10.10",
            who: "Ola Prøve",
            what: html! { "Godkjente planen for Helse Eksempel." },
            icon: Icon::Success,
        },
    ];
    let empty = empty_state(
        "Ingen planer ennå",
        "Når en plan blir lagt for denne enheten, ser du den her.",
        &link_button("Lag en plan", "#", Weight::Primary, Some(Icon::Plus)),
    );
    let body = html! {
        (tabs("Visning", &[Tab { href: "#", label: "Oversikt", count: None, current: true }, Tab { href: "#", label: "Mål", count: Some(13), current: false }, Tab { href: "#", label: "Historikk", count: None, current: false }]))
        (filter_bar("#", "Avgrens listen", &html! {
            (Field { id: "f-q", name: "q", label: "Ord i tittelen", kind: Kind::Search, ..Field::default() })
            (Select { id: "f-s", name: "s", label: "Status", choices: &[Choice { value: "", label: "Alle", chosen: true, ..Choice::default() }], autosubmit: true, ..Select::default() })
        }, "Avgrens", Some(("Nullstill", "#"))))
        (section("s-tags", "Merker", &html! {}, &html! { div.row { @for tone in tones { (Tag(tone, tone.color())) } (label_tag("ramme")) } }))
        (section("s-buttons", "Knapper", &html! {}, &html! { div.row {
            (button("Lagre", Weight::Primary)) (button("Legg til", Weight::Secondary)) (button("Avbryt", Weight::Tertiary)) (button("Slett", Weight::Danger))
            (post_button("Godkjenn", "#", "guard", Weight::Secondary, &[("id", "1")])) (print_button("Skriv ut"))
        } }))
        @for tone in tones { (note(tone, Some("En beskjed"), &html! { p { "Slik står det til, og " (link("her leser du mer", "#")) "." } })) }
        (alert(Tone::Success, None, &html! { p { "Statusen er sendt." } }))
        (grid(&[
            card("Fremdrift", &Progress { id: "p-1", label: "Aktiviteter ferdig", text: "12 av 33", done: 12, of: 33 }.render()),
            card_with("Organisasjon", &link("Kart", "#"), &tree(&branches)),
            card("Historikk", &timeline(&events)),
        ]))
        (Table { caption: "Planer", caption_hidden: false, columns: &[Column::text("Plan")], rows: &[], empty: &empty, stack: false })
        (Pager { label: "Sider", status: "Viser 26–50 av 214", previous: Some(("Forrige", "#")), next: Some(("Neste", "#")) })
        (fold("Hvem ser dette?", &html! { p { "Ledere og kvalitetsansvarlige for enheten og enhetene over." } }))
        (section("s-icons", "Ikoner", &html! {}, &html! { div.row { @for icon in Icon::ALL { (meta(*icon, icon.name())) } } }))
        (card("Slett planen?", &Confirm { action: "#", csrf: "guard", text: html! { p { "Planen «Utkast 2» og 14 aktiviteter blir slettet." } }, fields: html! {}, yes: "Slett planen", no: ("Behold den", "#"), takes_away: true }.render()))
    };
    shell(scheme, "Alle deler", "Hver del som sider bygges av.", &[], html! {}, body)
}

fn sign_in_page(scheme: Scheme) -> Markup {
    let switches = switches();
    Plain {
        lang: "nb",
        title: "Logg inn – Varde",
        page_title: "Logg inn",
        scheme,
        switches: &switches[..1],
        words: WORDS,
        signed_out: true,
        body: html! {
            (note(Tone::Danger, None, &html! { p { "Brukernavn og passord stemmer ikke. Prøv igjen." } }))
            (form("#", "guard", html! {
                (Field { id: "user", name: "user", label: "E-post", kind: Kind::Email, autocomplete: Some("username"), ..Field::default() })
                (Field { id: "password", name: "password", label: "Passord", kind: Kind::Password, autocomplete: Some("current-password"), ..Field::default() })
                div.row { (button("Logg inn", Weight::Primary)) (link_button("Logg inn med jobbkonto", "#", Weight::Secondary, Some(Icon::Key))) }
            }))
        },
        footer: html! { "Varde" },
        assets: ASSETS,
    }
    .render()
}
