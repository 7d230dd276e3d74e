//! Who follows which indicator where, and what is new to them. A wish is one's own and goes when it is
//! taken back; no history is kept of what someone wanted to hear of.

use jiff::Timestamp;
use varde_kernel::access::{self, Actor, Granted, Kind};
use varde_kernel::{IndicatorId, PersonId, SeriesId, UnitId, UnitTree};
use varde_store::{Error, Insert, Read, Row, Tx, scope_condition, values};

use super::OPEN;
use super::published::NOTHING_KEPT_BACK;
use super::signal::{SIGNAL, SIGNALS, read as read_signal};
use super::value::{OBSERVATION, read_observation};
use crate::model::{Audience, NewSince, News, Observation, Series, Signal, Subscription};
use crate::rules::disclosure::Sight;
use crate::rules::following::{MOST_FOLLOWED, came_to_sight};

/// How many new values are looked at for one person; beyond that, the oldest are not told of.
const MOST_VALUES: i64 = 2_000;
/// How many new signals are looked at for one person.
const MOST_SIGNALS: i64 = 500;

/// The units that a subscription `f` covers, as a condition on a column that holds a unit.
fn covers(unit: &str) -> String {
    format!(
        "({unit} = f.unit_id or (f.below = true and exists (select 1 from unit_line l
            where l.unit_id = {unit} and l.ancestor_id = f.unit_id)))"
    )
}

const fn since_column(since: NewSince) -> &'static str {
    match since {
        NewSince::Seen => "f.seen_at",
        NewSince::Told => "f.told_at",
    }
}

fn read(row: &Row) -> Result<Subscription, Error> {
    Ok(Subscription {
        person: row.get("person_id")?,
        indicator: row.get("indicator_id")?,
        unit: row.get("unit_id")?,
        below: row.get("below")?,
        mail: row.get("mail")?,
        since: row.get("since")?,
        seen: row.get("seen_at")?,
    })
}

/// What someone follows, the oldest wish first.
pub async fn followed(db: &impl Read, person: PersonId) -> Result<Vec<Subscription>, Error> {
    let sql = format!(
        "select person_id, indicator_id, unit_id, below, mail, since, seen_at from subscription
         where person_id = $1 order by since, indicator_id, unit_id limit {MOST_FOLLOWED}"
    );
    db.all(&sql, values![person], read).await
}

/// Those who want letters about what they follow.
pub async fn want_letters(db: &impl Read) -> Result<Vec<PersonId>, Error> {
    let sql = "select distinct person_id from subscription where mail = true order by person_id";
    db.all(sql, vec![], |row| row.get("person_id")).await
}

/// Keeps one's own wish. What is there already keeps what has been seen of it.
pub async fn follow(tx: &Tx, wish: &Granted<Subscription>) -> Result<(), Error> {
    let sql = "update subscription set below = $1, mail = $2,
         told_at = case when mail = true then told_at else $3 end
         where person_id = $4 and indicator_id = $5 and unit_id = $6";
    let asked = values![wish.below, wish.mail, tx.now(), wish.person, wish.indicator, wish.unit];
    if 0 < tx.run(sql, asked).await? {
        return Ok(());
    }
    Insert::into("subscription")
        .set("person_id", wish.person)
        .set("indicator_id", wish.indicator)
        .set("unit_id", wish.unit)
        .set("below", wish.below)
        .set("mail", wish.mail)
        .set("since", tx.now())
        .set("seen_at", tx.now())
        .set("told_at", tx.now())
        .or_replace("person_id, indicator_id, unit_id")
        .run(tx)
        .await
}

/// Takes one's own wish back. Returns whether there was one.
pub async fn unfollow(
    tx: &Tx,
    person: &Granted<PersonId>,
    (indicator, unit): (IndicatorId, UnitId),
) -> Result<bool, Error> {
    let sql = "delete from subscription where person_id = $1 and indicator_id = $2 and unit_id = $3";
    Ok(0 < tx.run(sql, values![**person, indicator, unit]).await?)
}

/// Says that one has seen what came before `until`: of one thing that one follows, or of all.
pub async fn mark_seen(
    tx: &Tx,
    person: &Granted<PersonId>,
    of: Option<(IndicatorId, UnitId)>,
    until: Timestamp,
) -> Result<(), Error> {
    let mut asked = values![until, **person];
    let mut sql = "update subscription set seen_at = $1 where person_id = $2 and seen_at < $1".to_owned();
    if let Some((indicator, unit)) = of {
        sql.push_str(" and indicator_id = $3 and unit_id = $4");
        asked.extend(values![indicator, unit]);
    }
    tx.run(&sql, asked).await.map(|_| ())
}

/// Writes down up to when someone has been written to.
pub async fn mark_told(tx: &Tx, person: PersonId, until: Timestamp) -> Result<(), Error> {
    let sql = "update subscription set told_at = $1 where person_id = $2 and mail = true and told_at < $1";
    tx.run(sql, values![until, person]).await.map(|_| ())
}

/// What is new to `actor` in what they follow, as they may see it: signals and values since `since`, none
/// older than `floor`. What has nothing new is left out; so is an indicator that they may not see (any longer).
pub async fn news(
    db: &impl Read,
    (actor, tree): (&Actor, &UnitTree),
    since: NewSince,
    floor: Timestamp,
) -> Result<Vec<News>, Error> {
    let Some(person) = actor.person() else { return Ok(Vec::new()) };
    let mut wishes = followed(db, person).await?;
    if since == NewSince::Told {
        wishes.retain(|wish| wish.mail);
    }
    if wishes.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<IndicatorId> = wishes.iter().map(|wish| wish.indicator).collect();
    let seen = super::seen_by(actor, tree, super::many(db, &ids).await?);
    wishes.retain(|wish| seen.iter().any(|one| one.id == wish.indicator));
    let mut values = new_values(db, (actor, tree), (person, since), floor).await?;
    let mut signals = new_signals(db, actor, (person, since), floor).await?;
    let of = |wish: &Subscription| (wish.indicator, wish.unit);
    let mut news: Vec<News> = wishes
        .into_iter()
        .map(|wish| News {
            subscription: wish,
            values: values
                .extract_if(.., |(at, ..)| *at == of(&wish))
                .map(|(_, series, value)| (series, value))
                .collect(),
            signals: signals.extract_if(.., |(at, _)| *at == of(&wish)).map(|(_, signal)| signal).collect(),
        })
        .collect();
    news.retain(|one| !one.is_empty());
    Ok(news)
}

/// What someone follows: an indicator at a unit.
type Followed = (IndicatorId, UnitId);

async fn new_values(
    db: &impl Read,
    (actor, tree): (&Actor, &UnitTree),
    (person, since): (PersonId, NewSince),
    floor: Timestamp,
) -> Result<Vec<(Followed, Series, Observation)>, Error> {
    let (column, covers) = (since_column(since), covers("s.unit_id"));
    let sql = format!(
        "select {OBSERVATION}, o.published_at, f.unit_id as followed, {column} as known_at
         from subscription f join series s on s.indicator_id = f.indicator_id and {covers}
         join observation o on o.series_id = s.id and o.superseded_at is null
         where f.person_id = $1 and s.news_at > $2 and s.news_at > {column} and o.value is not null
           and ((o.recorded_at > $2 and o.recorded_at > {column})
             or (o.published_at > $2 and o.published_at > {column}))
         order by o.recorded_at desc, o.period_end desc, o.id limit {MOST_VALUES}"
    );
    let sight = Sight::Of(actor, tree);
    let found = db
        .all(&sql, values![person, floor], |row| {
            let (indicator, unit): (IndicatorId, UnitId) = (row.get("indicator_id")?, row.get("unit_id")?);
            let shown: Option<Audience> = row.parse_opt("shown_to")?;
            let value = read_observation(row)?;
            let known: Timestamp = row.get("known_at")?;
            let at = came_to_sight(sight.inside(unit), value.recorded_at, (row.get("published_at")?, shown));
            let is_new = at.is_some_and(|at| known.max(floor) < at);
            Ok(is_new.then_some(((indicator, row.get("followed")?), value)))
        })
        .await?;
    let found: Vec<(Followed, Observation)> = found.into_iter().flatten().collect();
    let mut ids: Vec<SeriesId> = found.iter().map(|(_, value)| value.series).collect();
    ids.sort_unstable();
    ids.dedup();
    let series = super::series_many(db, &ids).await?;
    let of = |id: SeriesId| series.iter().find(|one| one.id == id).cloned();
    Ok(found.into_iter().filter_map(|(at, value)| Some((at, of(value.series)?, value))).collect())
}

async fn new_signals(
    db: &impl Read,
    actor: &Actor,
    (person, since): (PersonId, NewSince),
    floor: Timestamp,
) -> Result<Vec<(Followed, Signal)>, Error> {
    let (column, covers) = (since_column(since), covers("g.unit_id"));
    let mut asked = values![person, floor];
    let open = format!("({OPEN} and {NOTHING_KEPT_BACK})");
    let visible = scope_condition(&access::scope(actor, Kind::Signal), "g.unit_id", &open, &mut asked);
    let sql = format!(
        "select {SIGNAL}, f.unit_id as followed from {SIGNALS}
         join subscription f on f.indicator_id = g.indicator_id and {covers}
         where f.person_id = $1 and g.raised_at > $2 and g.raised_at > {column}
           and (g.verdict is null or g.verdict <> 'vanished') and {visible}
         order by g.raised_at desc, g.id desc limit {MOST_SIGNALS}"
    );
    db.all(&sql, asked, |row| {
        let signal = read_signal(row)?;
        Ok(((signal.indicator, row.get("followed")?), signal))
    })
    .await
}
