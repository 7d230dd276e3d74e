//! From a definition and a store to a cube.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use datafusion::arrow::array::{Array as _, AsArray as _, Int32Array, Int64Array};
use datafusion::arrow::datatypes::{Int32Type, Int64Type};
use varde_events::{CourseRow, Cube, Definition, DefinitionError, Fold, OutOfOrder, Sex};

use crate::engine::{Answer, Engine, EngineError, Portion};
use crate::question::{self, part};
use crate::store::{Store, StoredFile};

/// Why there is no cube.
#[derive(Debug, thiserror::Error)]
pub enum ComputeError {
    /// The definition contradicts itself.
    #[error(transparent)]
    Definition(#[from] DefinitionError),
    /// The engine gives no answer.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// The rows of a file do not lie person by person.
    #[error(transparent)]
    OutOfOrder(#[from] OutOfOrder),
    /// An answer lacks a column, or has another type.
    #[error("the engine's answer lacks the column {0}")]
    Column(&'static str),
}

/// Counts what a definition asks for in the whole store, with the data as they were cut off at `cut_off`.
///
/// # Errors
///
/// [`ComputeError`].
pub fn compute(
    engine: &dyn Engine,
    store: &Store,
    definition: &Definition,
    cut_off: i64,
) -> Result<Cube, ComputeError> {
    definition.check()?;
    if definition.is_course() {
        courses(engine, store, definition, cut_off)
    } else {
        rows(engine, store, definition, cut_off)
    }
}

/// One question about all rows, answered with counts.
fn rows(engine: &dyn Engine, store: &Store, definition: &Definition, cut_off: i64) -> Result<Cube, ComputeError> {
    let mut cube = Cube::new(definition, cut_off);
    let files: Vec<&str> = store.files().iter().map(|file| file.path.as_str()).collect();
    if files.is_empty() {
        return Ok(cube);
    }
    for portion in engine.ask(&files, &question::counting(definition, cut_off))? {
        let portion = portion?;
        let (keys, counts) = (longs(&portion, "key")?, longs(&portion, "n")?);
        let values = if question::takes_time(definition) {
            Some((longs(&portion, "value")?, longs(&portion, "n_value")?))
        } else {
            None
        };
        for at in 0..portion.num_rows() {
            // A sum of nothing is not known; there is nothing to add then.
            let of = |array: &Int64Array| if array.is_valid(at) { array.value(at) } else { 0 };
            let value = values.as_ref().map_or((0, 0), |(sums, counts)| (of(sums), of(counts)));
            question::tally(definition, &mut cube, of(&keys), of(&counts), value);
        }
    }
    Ok(cube)
}

/// Every bucket's rows in order, judged person by person; as many buckets at a time as the engine has threads.
fn courses(engine: &dyn Engine, store: &Store, definition: &Definition, cut_off: i64) -> Result<Cube, ComputeError> {
    let (buckets, sql) = (store.buckets(), question::following(definition));
    let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..engine.n_at_a_time().min(buckets.len()) {
            scope.spawn(|| {
                while let Some(files) = buckets.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let cube = bucket(engine, files, &sql, (definition, cut_off));
                    // Whoever held the lock only pushed, so what is there is whole.
                    done.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(cube);
                }
            });
        }
    });
    let mut whole = Cube::new(definition, cut_off);
    for part in done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner) {
        for (key, cell) in part?.cells {
            whole.cell(key).add(&cell);
        }
    }
    Ok(whole)
}

fn bucket(
    engine: &dyn Engine,
    files: &[&StoredFile],
    sql: &str,
    (definition, cut_off): (&Definition, i64),
) -> Result<Cube, ComputeError> {
    let names: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let mut fold = Fold::new(definition, cut_off);
    let mut open = Vec::new();
    for answer in engine.ask_in_order(&names, sql)? {
        open.extend(Reader::new(answer)?);
    }
    // Each file lies person by person: the lowest person among them is next, with its rows from every file.
    while let Some(person) = open.iter().map(Reader::person).min() {
        let mut ended = false;
        for reader in &mut open {
            while !reader.ended && reader.person() == person {
                fold.push(reader.row())?;
                reader.step()?;
            }
            ended = ended || reader.ended;
        }
        if ended {
            open.retain(|reader| !reader.ended);
        }
    }
    Ok(fold.finish())
}

/// One file's rows, one at a time.
struct Reader<'a> {
    answer: Answer<'a>,
    columns: Columns,
    at: usize,
    ended: bool,
}

/// The columns of a portion.
struct Columns {
    n: usize,
    person: Int64Array,
    event: Int64Array,
    unit: Int32Array,
    began: Int64Array,
    ended: Int64Array,
    month: Int32Array,
    part: Int64Array,
    end_month: Option<Int32Array>,
    residence: Option<Int32Array>,
    age: Option<Int32Array>,
    sex: Option<Int32Array>,
    died: Option<Int64Array>,
}

impl Columns {
    fn new(portion: &Portion) -> Result<Self, ComputeError> {
        Ok(Self {
            n: portion.num_rows(),
            person: longs(portion, "person")?,
            event: longs(portion, "event")?,
            unit: ints(portion, "unit")?,
            began: longs(portion, "began")?,
            ended: longs(portion, "ended")?,
            month: ints(portion, "month")?,
            part: longs(portion, "part")?,
            // A definition that does not look at these does not ask for them.
            end_month: ints(portion, "end_month").ok(),
            residence: ints(portion, "residence").ok(),
            age: ints(portion, "age").ok(),
            sex: ints(portion, "sex").ok(),
            died: longs(portion, "died").ok(),
        })
    }
}

impl<'a> Reader<'a> {
    /// A reader at its first row; none when there is no row.
    fn new(mut answer: Answer<'a>) -> Result<Option<Self>, ComputeError> {
        let Some(columns) = filled(&mut answer)? else { return Ok(None) };
        Ok(Some(Self { answer, columns, at: 0, ended: false }))
    }

    fn person(&self) -> i64 {
        self.columns.person.value(self.at)
    }

    fn step(&mut self) -> Result<(), ComputeError> {
        self.at += 1;
        if self.at == self.columns.n {
            self.at = 0;
            if let Some(columns) = filled(&mut self.answer)? {
                self.columns = columns;
            } else {
                self.ended = true;
            }
        }
        Ok(())
    }

    fn row(&self) -> CourseRow {
        let (columns, at) = (&self.columns, self.at);
        let int = |array: &Option<Int32Array>| array.as_ref().filter(|array| array.is_valid(at)).map(|a| a.value(at));
        let long = |array: &Int64Array| array.is_valid(at).then(|| array.value(at));
        let part = columns.part.value(at);
        let is = |bit: i32| part & i64::from(bit) != 0;
        CourseRow {
            person: columns.person.value(at),
            event: columns.event.value(at),
            unit: columns.unit.value(at).cast_unsigned(),
            residence: int(&columns.residence).map(i32::cast_unsigned),
            start: columns.began.value(at),
            end: long(&columns.ended),
            month: columns.month.value(at),
            end_month: int(&columns.end_month),
            age: int(&columns.age),
            sex: int(&columns.sex).and_then(Sex::from_code).unwrap_or(Sex::Unknown),
            died: columns.died.as_ref().and_then(long),
            linkable: is(part::LINKABLE),
            index: is(part::INDEX),
            follows: is(part::FOLLOWS),
        }
    }
}

/// The next portion that has rows.
fn filled(answer: &mut Answer<'_>) -> Result<Option<Columns>, ComputeError> {
    for portion in answer {
        let columns = Columns::new(&portion?)?;
        if 0 < columns.n {
            return Ok(Some(columns));
        }
    }
    Ok(None)
}

fn longs(portion: &Portion, name: &'static str) -> Result<Int64Array, ComputeError> {
    let column = portion.column_by_name(name).and_then(|array| array.as_primitive_opt::<Int64Type>());
    column.cloned().ok_or(ComputeError::Column(name))
}

fn ints(portion: &Portion, name: &'static str) -> Result<Int32Array, ComputeError> {
    let column = portion.column_by_name(name).and_then(|array| array.as_primitive_opt::<Int32Type>());
    column.cloned().ok_or(ComputeError::Column(name))
}
