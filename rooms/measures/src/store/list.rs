//! Lists of measures, a page at a time, and counts that lead to them.

use jiff::civil::Date;
use varde_kernel::access::Scope;
use varde_kernel::{ActorId, MeasureId, PartId, PersonId, UnitId, UnitTree, Words};
use varde_store::{Error, Read, Value, scope_condition, values};

use super::{PART, places};
use crate::model::{Dimension, Level, MeasureState};
use crate::rules;

/// Which measures are asked for.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a box that can be ticked by itself")]
pub struct Filter {
    /// Words in its name or text.
    pub text: String,
    /// How far it has come.
    pub state: Option<MeasureState>,
    /// Only those that are not over.
    pub is_open: bool,
    /// The unit, with everything below it.
    pub unit: Option<UnitId>,
    /// The actor that leads it.
    pub lead: Option<ActorId>,
    /// The person who answers for it.
    pub owner: Option<PersonId>,
    /// Its date, or the date of one of its activities, has passed.
    pub is_overdue: bool,
    /// Adopted ninety days ago and not started.
    pub needs_start: bool,
    /// Completed ninety days ago and its effect not looked at.
    pub owes_effect: bool,
    /// A part of a framework.
    pub tag: Option<PartId>,
    /// Another part, tagged beside the first: a measure in a cell of the matrix.
    pub tag2: Option<PartId>,
    /// Of units at this level, as [`Filter::at`] finds them.
    pub level: Option<Level>,
    /// Of these units alone.
    pub among: Option<Vec<UnitId>>,
    /// A mark of good quality.
    pub dimension: Option<Dimension>,
    /// The year whose budget pays.
    pub budget_year: Option<i64>,
    /// What comes first.
    pub sort: Sort,
    /// The other way round.
    pub is_reversed: bool,
}

impl Filter {
    /// The filter with the units that are at its level on the tree's day.
    #[must_use]
    pub fn at(mut self, tree: &UnitTree) -> Self {
        self.among = self.level.map(|level| {
            let mut units: Vec<UnitId> =
                tree.iter().filter(|unit| Level::of(unit.kind) == level).map(|unit| unit.id).collect();
            units.sort_unstable();
            units
        });
        self
    }
}

/// What comes first in a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// What is due first; what has no date comes last.
    #[default]
    Due,
    /// What has come least far.
    State,
    /// By number and name.
    Title,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListedMeasure {
    /// Its identity.
    pub id: MeasureId,
    /// Its number in its plan.
    pub number: Option<i64>,
    /// Its name.
    pub title: Words,
    /// The organisation that owns it.
    pub unit: UnitId,
    /// The actor that leads it.
    pub lead: Option<ActorId>,
    /// The person who answers for it.
    pub owner: Option<PersonId>,
    /// How far it has come.
    pub state: MeasureState,
    /// When it is to be done.
    pub due: Option<Date>,
}

/// How far a measure's activities have come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// How many there are.
    pub n: i64,
    /// How many are completed.
    pub n_completed: i64,
    /// How many are past their date.
    pub n_overdue: i64,
    /// Of how many nothing is known but what a plan said.
    pub n_stated: i64,
    /// How many of those the plan said were under way.
    pub n_stated_running: i64,
    /// The year of that plan.
    pub stated_in: Option<i64>,
}

/// A pattern that finds `word` anywhere, for `like … escape '!'`.
pub(super) fn like(word: &str) -> String {
    format!("%{}%", word.replace('!', "!!").replace('%', "!%").replace('_', "!_"))
}

const OVER: &str = "('completed', 'evaluated', 'stopped')";

fn overdue(place: usize) -> String {
    format!(
        "((m.due < ${place} and m.state not in {OVER})
          or m.id in (select a.measure_id from activity a where a.due < ${place}
                      and a.state not in ('completed', 'stopped')))"
    )
}

fn conditions(scope: &Scope, filter: &Filter, today: Date, values: &mut Vec<Value>) -> String {
    let mut parts = vec![scope_condition(scope, "m.unit_id", "m.open = true", values)];
    let mut put = |value: Value| {
        values.push(value);
        values.len()
    };
    let mut column = |condition: &str, value: Vec<Value>| {
        for value in value {
            let place = put(value);
            parts.push(condition.replace("$$", &format!("${place}")));
        }
    };
    for word in filter.text.to_lowercase().split_whitespace().take(12) {
        column("m.find_text like $$ escape '!'", values![like(word)]);
    }
    if let Some(state) = filter.state {
        column("m.state = $$", values![state.name()]);
    }
    if let Some(unit) = filter.unit {
        column("m.unit_id in (select unit_id from unit_line where ancestor_id = $$)", values![unit]);
    }
    if let Some(lead) = filter.lead {
        column("m.lead_actor = $$", values![lead]);
    }
    if let Some(owner) = filter.owner {
        column("m.owner_person = $$", values![owner]);
    }
    if let Some(year) = filter.budget_year {
        column("m.budget_year = $$", values![year]);
    }
    if filter.needs_start {
        column("m.state in ('stated', 'concrete') and m.adopted <= $$", values![rules::reminder_cutoff(today)]);
    }
    if filter.owes_effect {
        column("m.state = 'completed' and m.ended <= $$", values![rules::effect_cutoff(today)]);
    }
    for tag in filter.tag.into_iter().chain(filter.tag2) {
        column("exists (select 1 from measure_tag t where t.measure_id = m.id and t.part_id = $$)", values![tag]);
    }
    if let Some(dimension) = filter.dimension {
        column(
            "exists (select 1 from measure_dimension d where d.measure_id = m.id and d.dimension = $$)",
            values![dimension.name()],
        );
    }
    if let Some(among) = &filter.among {
        let places = places(among, values);
        parts.push(if among.is_empty() { "1 = 0".to_owned() } else { format!("m.unit_id in ({places})") });
    }
    if filter.is_open {
        parts.push(format!("m.state not in {OVER}"));
    }
    if filter.is_overdue {
        values.extend(values![today]);
        parts.push(overdue(values.len()));
    }
    parts.join(" and ")
}

/// Measures that the scope lets through, a page at a time.
pub async fn list(
    db: &impl Read,
    scope: &Scope,
    filter: &Filter,
    today: Date,
    limit: i64,
    skip: i64,
) -> Result<Vec<ListedMeasure>, Error> {
    let mut values = values![limit, skip];
    let conditions = conditions(scope, filter, today, &mut values);
    let way = if filter.is_reversed { "desc" } else { "asc" };
    let order = match filter.sort {
        // What has no date comes last both ways: nulls sort differently in the two databases.
        Sort::Due => format!("case when m.due is null then 1 else 0 end, m.due {way}"),
        Sort::State => format!(
            "case m.state when 'stated' then 0 when 'concrete' then 1 when 'started' then 2 when 'running' then 3
             when 'completed' then 4 when 'evaluated' then 5 else 6 end {way}"
        ),
        Sort::Title => format!("coalesce(m.number, 1000000) {way}, m.title {way}"),
    };
    let sql = format!(
        "select m.id, m.number, m.title, m.title_nn, m.title_en, m.unit_id, m.lead_actor, m.owner_person,
                m.state, m.due
         from measure m where {conditions} order by {order}, m.id limit $1 offset $2"
    );
    db.all(&sql, values, |row| {
        Ok(ListedMeasure {
            id: row.get("id")?,
            number: row.get("number")?,
            title: row.words("title")?,
            unit: row.get("unit_id")?,
            lead: row.get("lead_actor")?,
            owner: row.get("owner_person")?,
            state: row.parse("state")?,
            due: row.get("due")?,
        })
    })
    .await
}

/// How many measures [`list`] would give in all.
pub async fn count(db: &impl Read, scope: &Scope, filter: &Filter, today: Date) -> Result<i64, Error> {
    let mut values = Vec::new();
    let conditions = conditions(scope, filter, today, &mut values);
    db.number(&format!("select count(*) as n from measure m where {conditions}"), values).await
}

/// How many measures are tagged with a part of each of two kinds at once, by unit: (first, second, unit,
/// how many). Both kinds are those of one framework's parts.
pub async fn tagged_pairs(
    db: &impl Read,
    scope: &Scope,
    (first, second): (&[PartId], &[PartId]),
) -> Result<Vec<(PartId, PartId, UnitId, i64)>, Error> {
    if first.is_empty() || second.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = Vec::new();
    let (first, second) = (places(first, &mut values), places(second, &mut values));
    let seen = scope_condition(scope, "m.unit_id", "m.open = true", &mut values);
    let sql = format!(
        "select a.part_id as first, b.part_id as second, m.unit_id, count(*) as n
         from measure m join measure_tag a on a.measure_id = m.id join measure_tag b on b.measure_id = m.id
         where a.part_id in ({first}) and b.part_id in ({second}) and {seen}
         group by a.part_id, b.part_id, m.unit_id order by 1, 2, 3"
    );
    db.all(&sql, values, |row| Ok((row.get("first")?, row.get("second")?, row.get("unit_id")?, row.get("n")?))).await
}

/// How many measures there are in each state on a unit and below it, in the order of the states.
pub async fn counts(db: &impl Read, scope: &Scope, unit: UnitId) -> Result<Vec<(MeasureState, i64)>, Error> {
    let filter = Filter { unit: Some(unit), ..Filter::default() };
    let mut values = Vec::new();
    // No condition here depends on the day.
    let conditions = conditions(scope, &filter, Date::MIN, &mut values);
    let sql = format!("select m.state, count(*) as n from measure m where {conditions} group by m.state");
    let mut counts: Vec<(MeasureState, i64)> =
        db.all(&sql, values, |row| Ok((row.parse("state")?, row.get("n")?))).await?;
    counts.sort_unstable();
    Ok(counts)
}

/// How many measures below a unit are past a date of their own or of an activity, and the earliest of these
/// dates. Those of the units in `except` are told of one by one elsewhere.
pub async fn overdue_below(
    db: &impl Read,
    scope: &Scope,
    unit: UnitId,
    except: &[UnitId],
    today: Date,
) -> Result<(i64, Option<Date>), Error> {
    let filter = Filter { unit: Some(unit), is_overdue: true, ..Filter::default() };
    let mut values = Vec::new();
    let mut conditions = conditions(scope, &filter, today, &mut values);
    if !except.is_empty() {
        let places = places(except, &mut values);
        conditions = format!("{conditions} and m.unit_id not in ({places})");
    }
    values.extend(values![today]);
    let day = values.len();
    let sql = format!(
        "select count(*) as n, min(case when m.due < ${day} then m.due end) as first, min((
             select min(a.due) from activity a
             where a.measure_id = m.id and a.due < ${day} and a.state not in ('completed', 'stopped'))) as step
         from measure m where {conditions}"
    );
    let found = db.one(&sql, values, |row| {
        let days: [Option<Date>; 2] = [row.get("first")?, row.get("step")?];
        Ok((row.get("n")?, days.into_iter().flatten().min()))
    });
    Ok(found.await?.unwrap_or_default())
}

/// How far the activities of several measures have come; measures without any are left out.
pub async fn progress_of_many(
    db: &impl Read,
    measures: &[MeasureId],
    today: Date,
) -> Result<Vec<(MeasureId, Progress)>, Error> {
    let mut found = Vec::new();
    for part in measures.chunks(PART) {
        let mut values = values![today];
        let places = places(part, &mut values);
        let sql = format!(
            "select measure_id, count(*) as n,
                    count(case when state = 'completed' then 1 end) as n_completed,
                    count(case when due < $1 and state not in ('completed', 'stopped') then 1 end) as n_overdue,
                    count(stated_in) as n_stated, min(stated_in) as stated_in,
                    count(case when stated_in is not null and state = 'running' then 1 end) as n_stated_running
             from activity where measure_id in ({places}) group by measure_id"
        );
        let rows = db.all(&sql, values, |row| {
            let progress = Progress {
                n: row.get("n")?,
                n_completed: row.get("n_completed")?,
                n_overdue: row.get("n_overdue")?,
                n_stated: row.get("n_stated")?,
                n_stated_running: row.get("n_stated_running")?,
                stated_in: row.get("stated_in")?,
            };
            Ok((row.get("measure_id")?, progress))
        });
        found.extend(rows.await?);
    }
    Ok(found)
}
