//! `varde doctor`: looks for what would go wrong before it does.

use std::path::{Path, PathBuf};

use jiff::{Timestamp, ToSpan};
use varde_kernel::Clock;
use varde_kernel::access::{Author, System};
use varde_store::{Backend, Db, Error, Read, history, jobs, migrated, setting};

use super::copy::{existing, sqlite_file};
use super::{Failure, counted, say};
use crate::config::Settings;
use crate::house::{self, MachineClock};

/// File systems that lie behind a network, where SQLite's locks do not hold.
const NETWORK: &[&str] = &[
    "9p",
    "afs",
    "beegfs",
    "ceph",
    "cifs",
    "davfs",
    "fuse.glusterfs",
    "fuse.rclone",
    "fuse.sshfs",
    "glusterfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "smb3",
    "smbfs",
    "vboxsf",
];

/// What has been looked at.
#[derive(Default)]
struct Findings {
    faults: usize,
}

impl Findings {
    /// Something is wrong.
    fn fault(&mut self, text: impl std::fmt::Display) {
        self.faults += 1;
        say(format!("FAULT  {text}"));
    }
}

fn good(text: impl std::fmt::Display) {
    say(format!("ok     {text}"));
}

fn note(text: impl std::fmt::Display) {
    say(format!("note   {text}"));
}

/// Looks at everything, says what it finds, and fails when something is wrong.
pub async fn run(settings: &Settings) -> Result<(), Failure> {
    let mut found = Findings::default();
    look_at_settings(settings, &mut found);
    if let Some(file) = sqlite_file(&settings.database) {
        look_at_disk(&file, &std::fs::read_to_string("/proc/mounts").unwrap_or_default(), &mut found);
    }
    match existing(settings).await {
        Ok(db) => {
            look_at_database(&db, settings, &mut found).await;
            db.close().await?;
        }
        Err(Failure::Asked(text) | Failure::World(text)) => found.fault(format!("database: {text}")),
    }
    match found.faults {
        0 => {
            say("Nothing is wrong.");
            Ok(())
        }
        1 => Err(Failure::Asked("one thing is wrong".into())),
        n => Err(Failure::Asked(format!("{n} things are wrong"))),
    }
}

fn look_at_settings(settings: &Settings, found: &mut Findings) {
    good(format!("database {}", without_password(&settings.database)));
    good(format!("listens on {}, known as {}", settings.listen, settings.public_url));
    good(format!("time zone {}", settings.time_zone));
    let here = ["http://localhost", "http://127.0.0.1", "http://[::1]"];
    let url = &settings.public_url;
    if !url.starts_with("https://") && !here.iter().any(|start| url.starts_with(start)) {
        found.fault(format!("public_url {url} is not https: passwords and sessions would go in the open"));
    }
    if settings.metrics_token.is_none() {
        note("no metrics_token: /metrics is read from this machine only");
    }
    look_at_proxies(settings, found);
    if settings.job_days < crate::retention::FEWEST_JOB_DAYS {
        note(format!("job_days is taken as {}: regular work is known by its row", crate::retention::FEWEST_JOB_DAYS));
    }
    let named = settings.named();
    for (what, all, needed) in [
        ("e-mail", "smtp.", &["smtp.host", "smtp.from"][..]),
        ("sign-in through a provider", "oidc.", &["oidc.issuer", "oidc.client_id"]),
    ] {
        let is_set = |name: &str| named.get(name).is_some_and(|value| !value.trim().is_empty());
        let missing: Vec<&str> = needed.iter().copied().filter(|name| !is_set(name)).collect();
        if !named.keys().any(|name| name.starts_with(all)) {
            note(format!("{what} is not set up"));
        } else if missing.is_empty() {
            good(format!("{what} is set up"));
        } else {
            found.fault(format!("{what} is half set up: {} missing", missing.join(", ")));
        }
    }
    if let Some(issuer) = named.get("oidc.issuer")
        && !issuer.starts_with("https://")
        && !here.iter().any(|start| issuer.starts_with(start))
    {
        found.fault(format!("oidc.issuer {issuer} is not https"));
    }
}

/// Whom Varde believes about where a request came from.
fn look_at_proxies(settings: &Settings, found: &mut Findings) {
    let proxies = match settings.proxies() {
        Ok(proxies) => proxies,
        Err(error) => return found.fault(error),
    };
    for net in proxies.trusted.iter().filter(|net| net.is_wide()) {
        found.fault(format!("trusted_proxies has {net}: that believes strangers about where they come from"));
    }
    let behind = settings.public_url.starts_with("https://");
    match (proxies.trusted.is_empty(), behind) {
        (true, true) => {
            note("no trusted_proxies: everyone who comes through the proxy shares one limit on tries at signing in");
        }
        (true, false) => {}
        (false, _) => good(format!("{} from {}", settings.forwarded_header, settings.trusted_proxies.join(", "))),
    }
}

fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    match rest.rsplit_once('@') {
        Some((who, place)) => {
            let name = who.split(':').next().unwrap_or_default();
            format!("{scheme}://{name}@{place}")
        }
        None => url.to_owned(),
    }
}

fn look_at_disk(file: &Path, mounts: &str, found: &mut Findings) {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Ok(folder) = folder.canonicalize() else {
        return found.fault(format!("the folder {} does not exist", folder.display()));
    };
    match disk(&folder, mounts) {
        Some(kind) if NETWORK.contains(&kind) => found.fault(format!(
            "the database lies on a network disk ({kind}), which can corrupt it: move it, or use PostgreSQL"
        )),
        Some(kind) => good(format!("the database lies on a disk of this machine ({kind})")),
        None => note("what disk the database lies on could not be seen"),
    }
}

/// The file system of the innermost mount that holds `folder`.
fn disk<'a>(folder: &Path, mounts: &'a str) -> Option<&'a str> {
    let mut best: Option<(PathBuf, &str)> = None;
    for line in mounts.lines() {
        let mut words = line.split(' ');
        let (Some(place), Some(kind)) = (words.nth(1), words.next()) else { continue };
        let place = PathBuf::from(place.replace("\\040", " "));
        // Of two mounts on the same place the later one covers the earlier.
        let deeper = |best: &PathBuf| best.components().count() <= place.components().count();
        if folder.starts_with(&place) && best.as_ref().is_none_or(|(best, _)| deeper(best)) {
            best = Some((place, kind));
        }
    }
    best.map(|(_, kind)| kind)
}

async fn look_at_database(db: &Db, settings: &Settings, found: &mut Findings) {
    let now = MachineClock::new(settings).now();
    if let Err(error) = look_at_server(db, found).await {
        return found.fault(format!("the database does not answer: {}", why(error)));
    }
    let Ok(done) = migrated(db).await else {
        return found.fault("the database has no tables: run varde init");
    };
    let known = house::migrations();
    let missing = known.iter().filter(|known| !done.iter().any(|name| name == known.name)).count();
    let newer = done.iter().filter(|name| !known.iter().any(|known| known.name == *name)).count();
    if 0 < newer {
        return found.fault("the database is newer than this program: install the newer one");
    }
    if 0 < missing {
        return found.fault(format!("the database is older than the program ({missing} steps): run varde migrate"));
    }
    good("the database is up to date");
    match look_inside(db, now, found).await {
        Ok(()) => {}
        Err(error) => found.fault(format!("the database could not be read: {}", why(error))),
    }
}

/// An error with its causes.
fn why(error: Error) -> String {
    match Failure::from(error) {
        Failure::Asked(text) | Failure::World(text) => text,
    }
}

async fn look_at_server(db: &Db, found: &mut Findings) -> Result<(), Error> {
    match db.backend() {
        Backend::Sqlite => {
            let sql = "select quick_check as said from pragma_quick_check";
            match db.one(sql, vec![], |row| row.get::<String>("said")).await?.as_deref() {
                Some("ok") => good("the database file is sound"),
                said => found.fault(format!("the database file is damaged: {}", said.unwrap_or_default())),
            }
        }
        Backend::Postgres => {
            let version = db.number("select current_setting('server_version_num')::bigint as n", vec![]).await?;
            if version < 150_000 {
                found.fault(format!("PostgreSQL {} is too old: 15 or newer is needed", version / 10_000));
            } else {
                good(format!("PostgreSQL {} answers", version / 10_000));
            }
            let sql = "select current_setting('server_encoding') as said";
            let encoding = db.one(sql, vec![], |row| row.get::<String>("said")).await?.unwrap_or_default();
            if encoding != "UTF8" {
                found.fault(format!("the database is encoded as {encoding}: it must be UTF8"));
            }
        }
    }
    Ok(())
}

async fn look_inside(db: &Db, now: Timestamp, found: &mut Findings) -> Result<(), Error> {
    // Written and taken back.
    let tx = db.begin_write(Author::System(System::Console), now).await?;
    match setting::set(&tx, "doctor", "writes").await {
        Ok(()) => good("the database can be written"),
        Err(error) => found.fault(format!("the database cannot be written: {}", why(error))),
    }
    drop(tx);

    let (lines, faults) = history::verify(db, &[]).await?;
    if faults.is_empty() {
        good(format!("the history is whole ({})", counted(lines, "line")));
    } else {
        found.fault(format!("the history has {}: see varde audit verify", counted(faults.len(), "fault")));
    }
    let latest = db.number("select coalesce(max(at), 0) as n from history_line", vec![]).await?;
    let soon = now.checked_add(5.minutes()).unwrap_or(now);
    if soon.as_microsecond() < latest {
        found.fault(format!("this machine's clock says {now}, but the history has later lines: set the clock"));
    } else {
        good(format!("the clock says {now}"));
    }

    let (waiting, _) = jobs::pending(db).await?;
    let given_up = jobs::given_up(db).await?;
    if given_up.is_empty() {
        good(format!("no work given up ({waiting} waiting)"));
    }
    for jobs::GivenUp { kind, reason, n, last } in given_up {
        found.fault(format!(
            "work given up: {kind}, {}, the last asked for {last}: {reason} (see varde jobs list)",
            counted(n, "time")
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "/dev/sda1 / ext4 rw 0 0\nserver:/x /srv/share nfs4 rw 0 0\n\
        /dev/sdb1 /srv/share/local xfs rw 0 0\n//server/y /mnt/with\\040space cifs rw 0 0\n";

    #[test]
    fn the_innermost_disk_counts() {
        for (folder, kind) in [
            ("/var/lib/varde", "ext4"),
            ("/srv/share/varde", "nfs4"),
            ("/srv/share/local/varde", "xfs"),
            ("/srv/shared", "ext4"),
            ("/mnt/with space/varde", "cifs"),
        ] {
            assert_eq!(disk(Path::new(folder), MOUNTS), Some(kind), "{folder}");
        }
        assert_eq!(disk(Path::new("/x"), ""), None);
    }

    #[test]
    fn passwords_are_not_shown() {
        for (url, shown) in [
            ("postgres://varde:se@cret@db/varde", "postgres://varde@db/varde"),
            ("postgres://db/varde", "postgres://db/varde"),
            ("sqlite:varde.sqlite", "sqlite:varde.sqlite"),
        ] {
            assert_eq!(without_password(url), shown);
        }
    }

    #[test]
    fn half_settings_and_open_addresses_are_faults() {
        let mut settings = Settings::default();
        let mut found = Findings::default();
        look_at_settings(&settings, &mut found);
        assert_eq!(found.faults, 0);
        settings.public_url = "http://varde.example.org".into();
        settings.smtp.insert("host".into(), toml::Value::String("mail.example.org".into()));
        settings.oidc.insert("issuer".into(), toml::Value::String("http://login.example.org".into()));
        look_at_settings(&settings, &mut found);
        assert_eq!(found.faults, 4);
        settings.trusted_proxies = vec!["127.0.0.1".into(), "0.0.0.0/0".into()];
        look_at_proxies(&settings, &mut found);
        assert_eq!(found.faults, 5, "trusting everyone is a fault");
        settings.trusted_proxies = vec!["proxy".into()];
        look_at_proxies(&settings, &mut found);
        assert_eq!(found.faults, 6);
    }
}
