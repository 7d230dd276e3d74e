//! `varde backup` and `varde restore`.

use std::fs::{self, File, OpenOptions};
use std::io::{BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use varde_kernel::Clock;
use varde_store::{BackupError, Db, history};

use super::{Failure, counted, say};
use crate::config::Settings;
use crate::house::{self, MachineClock};

/// Flags of `varde backup`.
#[derive(clap::Args)]
pub struct BackupArgs {
    /// The file to write. Only its owner can read it: it holds everything.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Replace the file when it exists.
    #[arg(long)]
    force: bool,
}

/// Flags of `varde restore`.
#[derive(clap::Args)]
pub struct RestoreArgs {
    /// A file that `varde backup` wrote, from either database.
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

impl From<BackupError> for Failure {
    fn from(error: BackupError) -> Self {
        match error {
            BackupError::Database(error) => error.into(),
            BackupError::File(_) => Self::World(error.to_string()),
            _ => Self::Asked(error.to_string()),
        }
    }
}

/// Writes everything to one file, while the server runs.
pub async fn backup(settings: &Settings, args: BackupArgs) -> Result<(), Failure> {
    if args.file.exists() && !args.force {
        return Err(Failure::Asked(format!("{} exists already; --force replaces it", args.file.display())));
    }
    let db = existing(settings).await?;
    // A half-written file never stands under the name of a backup.
    let unfinished = beside(&args.file);
    let written = write(&db, &unfinished, settings).await;
    let copied = match written {
        Ok(copied) => copied,
        Err(failure) => {
            let _ = fs::remove_file(&unfinished);
            return Err(failure);
        }
    };
    fs::rename(&unfinished, &args.file)?;
    let bytes = fs::metadata(&args.file)?.len();
    say(format!(
        "Wrote {} of {} to {} ({} kB).",
        counted(copied.rows(), "row"),
        counted(copied.tables.len(), "table"),
        args.file.display(),
        bytes.div_ceil(1000)
    ));
    Ok(())
}

async fn write(db: &Db, path: &Path, settings: &Settings) -> Result<varde_store::Copied, Failure> {
    let file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .map_err(|error| Failure::World(format!("cannot write {}: {error}", path.display())))?;
    let mut out = BufWriter::new(&file);
    let copied = varde_store::backup(db, &mut out, MachineClock::new(settings).now()).await?;
    out.flush()?;
    drop(out);
    file.sync_all()?;
    Ok(copied)
}

fn beside(file: &Path) -> PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".unfinished-{}", std::process::id()));
    file.with_file_name(name)
}

/// Fills an empty database from a backup, wholly or not at all, and checks its history.
pub async fn restore(settings: &Settings, args: RestoreArgs) -> Result<(), Failure> {
    let file = File::open(&args.file)
        .map_err(|error| Failure::World(format!("cannot read {}: {error}", args.file.display())))?;
    let db = house::open(settings).await?;
    let now = MachineClock::new(settings).now();
    let copied = varde_store::restore(&db, file, house::migrations(), now).await?;
    let (rows, tables) = (counted(copied.rows(), "row"), counted(copied.tables.len(), "table"));
    say(format!("Restored {rows} of {tables}."));
    let (lines, faults) = history::verify(&db, &[]).await?;
    db.close().await?;
    if faults.is_empty() {
        say(format!("The history is whole: {}.", counted(lines, "line")));
        Ok(())
    } else {
        let faults = counted(faults.len(), "fault");
        Err(Failure::Asked(format!("the history is not whole ({faults}): see varde audit verify")))
    }
}

/// Opens the database, which must be there: a mistyped path shall not become a new, empty one.
pub(super) async fn existing(settings: &Settings) -> Result<Db, Failure> {
    if let Some(path) = sqlite_file(&settings.database)
        && !path.exists()
    {
        return Err(Failure::Asked(format!("there is no database at {}", path.display())));
    }
    house::open(settings).await
}

/// The file behind a SQLite address.
pub(super) fn sqlite_file(url: &str) -> Option<PathBuf> {
    let path = url.strip_prefix("sqlite:").filter(|path| *path != ":memory:")?;
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    Some(PathBuf::from(path.strip_prefix("//").unwrap_or(path)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_behind_an_address() {
        for (url, file) in [
            ("sqlite:varde.sqlite", Some("varde.sqlite")),
            ("sqlite:///var/lib/varde.sqlite", Some("/var/lib/varde.sqlite")),
            ("sqlite:/var/lib/varde.sqlite?mode=rwc", Some("/var/lib/varde.sqlite")),
            ("sqlite::memory:", None),
            ("postgres://varde@localhost/varde", None),
        ] {
            assert_eq!(sqlite_file(url), file.map(PathBuf::from), "{url}");
        }
        assert!(beside(Path::new("/b/day.varde")).starts_with("/b"));
    }
}
