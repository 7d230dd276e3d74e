//! What local goals are about, and the measures that can work on each: a fixed map, so that no measure is tied
//! to a goal that it has nothing to do with.

use varde_kernel::UnitKind;

/// A name in three languages.
pub(crate) type Named = [&'static str; 3];

/// A measure, and the parts of the national framework that it is tagged with.
pub(crate) type Measure = (Named, &'static [&'static str]);

/// What a local goal is about.
pub(crate) struct Theme {
    /// The national goal that it serves.
    pub parent: &'static str,
    /// The indicator that judges it: something that one unit has a value of.
    pub indicator: &'static str,
    /// Whether less is better.
    pub down: bool,
    /// Where units stand when they begin, as a share.
    pub level: f64,
    /// The value to reach, in per cent.
    pub target: f64,
    /// What it is called.
    pub name: Named,
    /// Parts of the framework.
    pub tags: &'static [&'static str],
    /// Whose goal it is.
    pub whose: Whose,
    /// What trusts and municipalities do about it.
    pub above: &'static [Measure],
    /// What wards do about it.
    pub ward: &'static [Measure],
}

/// Whose goal a theme is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whose {
    Specialist,
    Municipal,
    Everyones,
}

impl Theme {
    /// Whether a unit of this kind can have such a goal.
    pub(crate) fn is_for(&self, kind: UnitKind) -> bool {
        match self.whose {
            Whose::Everyones => true,
            Whose::Municipal => kind == UnitKind::Municipality,
            Whose::Specialist => kind != UnitKind::Municipality,
        }
    }

    /// The measures that a unit of this kind can take.
    pub(crate) fn measures(&self, kind: UnitKind) -> &'static [Measure] {
        if kind == UnitKind::Ward { self.ward } else { self.above }
    }
}

pub(crate) const THEMES: [Theme; 4] = [
    Theme {
        parent: "rv.g1",
        indicator: "ind.gtt.harm",
        down: true,
        level: 0.14,
        target: 10.0,
        name: ["Færre pasientskader hos oss", "Færre pasientskadar hos oss", "Fewer harms with us"],
        tags: &[],
        whose: Whose::Specialist,
        above: &[
            (
                [
                    "Samstemming av legemiddellister ved utskriving",
                    "Samstemming av legemiddellister ved utskriving",
                    "Reconciling medicine lists at discharge",
                ],
                &["rv.f3", "rv.f5"],
            ),
            (
                [
                    "Felles mal for tavlemøter om risiko",
                    "Felles mal for tavlemøte om risiko",
                    "One template for safety huddles",
                ],
                &["rv.i1"],
            ),
            (
                [
                    "Journalgransking hver måned i alle klinikker",
                    "Journalgransking kvar månad i alle klinikkar",
                    "Record review every month in all clinics",
                ],
                &["rv.i6"],
            ),
            (["Opplæring i hendelsesanalyse", "Opplæring i hendingsanalyse", "Training in event analysis"], &["rv.i5"]),
        ],
        ward: &[
            (
                ["Tavlemøte om risiko hver morgen", "Tavlemøte om risiko kvar morgon", "Safety huddle every morning"],
                &["rv.i2"],
            ),
            (
                [
                    "Legemiddellisten følger med ved overflytting",
                    "Legemiddellista følgjer med ved overflytting",
                    "The medicines list follows at transfer",
                ],
                &["rv.f3", "rv.f5"],
            ),
            (
                [
                    "Gjennomgang av hver pasientskade med vaktlaget",
                    "Gjennomgang av kvar pasientskade med vaktlaget",
                    "Going through each harm with the shift",
                ],
                &["rv.i5"],
            ),
        ],
    },
    Theme {
        parent: "rv.g1",
        indicator: "ind.uti.hosp",
        down: true,
        level: 0.045,
        target: 3.0,
        name: ["Færre urinveisinfeksjoner", "Færre urinvegsinfeksjonar", "Fewer urinary infections"],
        tags: &["rv.f4"],
        whose: Whose::Specialist,
        above: &[
            (
                [
                    "Felles prosedyre for kateter i alle klinikker",
                    "Felles prosedyre for kateter i alle klinikkar",
                    "One catheter procedure in all clinics",
                ],
                &["rv.f4"],
            ),
            (
                [
                    "Håndhygiene: observasjon og tilbakemelding",
                    "Handhygiene: observasjon og tilbakemelding",
                    "Hand hygiene: observation and feedback",
                ],
                &["rv.f4"],
            ),
        ],
        ward: &[
            (
                ["Daglig vurdering av kateterbruk", "Dagleg vurdering av kateterbruk", "Daily review of catheter use"],
                &["rv.f4"],
            ),
            (
                [
                    "Blæreskanner framfor kateter ved tvil",
                    "Blæreskannar framfor kateter ved tvil",
                    "Bladder scanner before catheter when in doubt",
                ],
                &["rv.f4"],
            ),
        ],
    },
    Theme {
        parent: "rv.g1",
        indicator: "ind.med.review",
        down: false,
        level: 0.62,
        target: 90.0,
        name: [
            "Legemiddelgjennomgang for alle langtidsbeboere",
            "Legemiddelgjennomgang for alle langtidsbuarar",
            "A medicine review for every long-stay resident",
        ],
        tags: &["rv.f3", "rv.f1"],
        whose: Whose::Municipal,
        above: &[
            (
                [
                    "Fast legemiddelgjennomgang med farmasøyt",
                    "Fast legemiddelgjennomgang med farmasøyt",
                    "Regular medicine review with a pharmacist",
                ],
                &["rv.f3"],
            ),
            (
                [
                    "Sykehjemslegen melder fra hvem som mangler gjennomgang",
                    "Sjukeheimslegen melder frå kven som manglar gjennomgang",
                    "The nursing-home doctor reports who lacks a review",
                ],
                &["rv.f3", "rv.i6"],
            ),
            (
                [
                    "Oppdatert legemiddelliste ved innflytting",
                    "Oppdatert legemiddelliste ved innflytting",
                    "An up-to-date medicines list on moving in",
                ],
                &["rv.f3", "rv.f5"],
            ),
        ],
        ward: &[],
    },
    Theme {
        parent: "rv.g3",
        indicator: "syn.ind.speakup",
        down: false,
        level: 0.58,
        target: 75.0,
        name: ["Trygghet til å si fra", "Tryggleik til å seie frå", "Safe to speak up"],
        tags: &["rv.i2"],
        whose: Whose::Everyones,
        above: &[
            (
                [
                    "Pasientsikkerhetsvisitt hver måned",
                    "Pasienttryggleiksvisitt kvar månad",
                    "Safety visit every month",
                ],
                &["rv.i1", "rv.i2"],
            ),
            (
                [
                    "Svar til hver ansatt som melder fra",
                    "Svar til kvar tilsett som melder frå",
                    "An answer to every member of staff who reports",
                ],
                &["rv.i2"],
            ),
        ],
        ward: &[
            (
                [
                    "Oppfølging av ForBedring i egen enhet",
                    "Oppfølging av ForBedring i eiga eining",
                    "Following up ForBedring in the unit",
                ],
                &["rv.i2"],
            ),
            (
                [
                    "Fem minutter om noe som gikk bra, hver uke",
                    "Fem minutt om noko som gjekk bra, kvar veke",
                    "Five minutes on something that went well, every week",
                ],
                &["rv.i2"],
            ),
        ],
    },
];
