//! The key that seals who sent in a report in confidence: a file of its own, made when it is first needed.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use varde_web::Seal;

use crate::commands::Failure;
use crate::config::Settings;

/// Where the key lies: where the settings say, else beside the SQLite database, else in the working folder.
fn place(settings: &Settings) -> PathBuf {
    if let Some(file) = &settings.seal_key_file {
        return PathBuf::from(file);
    }
    match settings.database.strip_prefix("sqlite:") {
        Some(database) => PathBuf::from(format!("{}.key", database.split('?').next().unwrap_or(database))),
        None => PathBuf::from("varde.key"),
    }
}

/// Reads the key, and makes one when there is none yet.
///
/// # Errors
///
/// When the file can neither be read nor made, or holds no key.
pub fn seal(settings: &Settings) -> Result<Seal, Failure> {
    let file = place(settings);
    let failed = |said: &dyn std::fmt::Display| Failure::World(format!("the key file {}: {said}", file.display()));
    match std::fs::read_to_string(&file) {
        Ok(text) => {
            let bytes = hex::decode(text.trim()).map_err(|_| failed(&"it holds no key (64 hexadecimal digits)"))?;
            let key = bytes.try_into().map_err(|_| failed(&"it holds no key (64 hexadecimal digits)"))?;
            Ok(Seal::new(key))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => match make(&file) {
            Ok(seal) => Ok(seal),
            // Another process was first.
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => seal(settings),
            Err(error) => Err(failed(&error)),
        },
        Err(error) => Err(failed(&error)),
    }
}

/// Makes a key that only the owner of the file can read. It gets its name when it is whole, so that nobody reads half.
fn make(file: &Path) -> std::io::Result<Seal> {
    let text = varde_web::secret_text().ok_or_else(|| std::io::Error::other("the system gives no random bytes"))?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let mut made = tempfile::NamedTempFile::new_in(folder)?;
    made.write_all(text.as_bytes())?;
    made.as_file().sync_all()?;
    made.persist_noclobber(file).map_err(|error| error.error)?;
    let key = hex::decode(&text).ok().and_then(|bytes| bytes.try_into().ok());
    key.map(Seal::new).ok_or_else(|| std::io::Error::other("the key is not whole"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_is_made_once_and_read_ever_after() {
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings {
            database: format!("sqlite:{}", folder.path().join("v.sqlite").display()),
            ..Settings::default()
        };
        let closed = seal(&settings).unwrap().seal("a", b"who").unwrap();
        assert_eq!(seal(&settings).unwrap().open("a", &closed).unwrap(), b"who");
        let file = folder.path().join("v.sqlite.key");
        let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&file).unwrap().permissions());
        assert_eq!(mode & 0o77, 0, "nobody else reads it");
        std::fs::write(&file, "short").unwrap();
        assert!(seal(&settings).is_err());
    }
}
