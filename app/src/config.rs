//! Settings: file, then environment, then flags.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use varde_web::proxies::Proxies;

/// What the settings file may say. Unknown names are refused, so that a typing error is not
/// silently nothing.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Where to listen.
    pub listen: String,
    /// The address people use.
    pub public_url: String,
    /// The database.
    pub database: String,
    /// The service's time zone.
    pub time_zone: String,
    /// How much is logged: `error`, `warn`, `info`, `debug`, or a filter.
    pub log: String,
    /// `text` or `json`.
    pub log_format: String,
    /// Bearer token for `/metrics`; without one only this machine may read it.
    pub metrics_token: Option<String>,
    /// Tries of signing in per address and name in a quarter of an hour.
    pub sign_in_tries: u32,
    /// How many days the history keeps what was before and after; lines are kept for ever.
    pub history_days: u32,
    /// How many days work that is done is kept in the list of jobs; what it concerned goes at once.
    pub job_days: u32,
    /// Proxies that are believed about where a request came from: addresses or ranges.
    pub trusted_proxies: Vec<String>,
    /// Which header they write: `x-forwarded-for` or `forwarded`.
    pub forwarded_header: String,
    /// The file with the key that seals who sent in a report in confidence; without it, one beside the database.
    pub seal_key_file: Option<String>,
    /// E-mail.
    pub smtp: BTreeMap<String, toml::Value>,
    /// Sign-in through an OpenID provider.
    pub oidc: BTreeMap<String, toml::Value>,
    /// Settings of governance.
    pub governance: BTreeMap<String, toml::Value>,
    /// Settings of incidents: `reporting_scheme_from`.
    pub incidents: BTreeMap<String, toml::Value>,
    /// What is too small to be shown to others: `service_threshold`, `open_threshold` and so on.
    pub suppression: BTreeMap<String, toml::Value>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:8080".into(),
            public_url: "http://localhost:8080".into(),
            database: "sqlite:varde.sqlite".into(),
            time_zone: "Europe/Oslo".into(),
            log: "info".into(),
            log_format: "text".into(),
            metrics_token: None,
            sign_in_tries: 10,
            history_days: 3650,
            job_days: 30,
            trusted_proxies: Vec::new(),
            forwarded_header: "x-forwarded-for".into(),
            seal_key_file: None,
            smtp: BTreeMap::new(),
            oidc: BTreeMap::new(),
            governance: BTreeMap::new(),
            incidents: BTreeMap::new(),
            suppression: BTreeMap::new(),
        }
    }
}

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The file cannot be read.
    #[error("the settings file {0} cannot be read: {1}")]
    File(String, std::io::Error),
    /// The file is not as it should be.
    #[error("the settings file {0}: {1}")]
    Content(String, Box<toml::de::Error>),
    /// A setting in the environment is not as it should be.
    #[error("{0} must be a whole number, not {1:?}")]
    Number(String, String),
    /// This is no address or range of addresses.
    #[error("trusted_proxies: {0:?} is no address and no range; write for example 127.0.0.1 or 10.0.0.0/8")]
    Proxy(String),
    /// There is no such header.
    #[error("forwarded_header {0:?} is not known; write x-forwarded-for or forwarded")]
    Header(String),
    /// What is too small cannot be read.
    #[error(transparent)]
    Suppression(#[from] varde_indicators::PolicyError),
    /// There is no such time zone.
    #[error("time_zone {0:?} is not known; write for example Europe/Oslo")]
    Zone(String),
}

impl Settings {
    /// Reads the settings.
    ///
    /// # Errors
    ///
    /// [`SettingsError`] says what is wrong and where.
    pub fn read(file: Option<&Path>, database: Option<String>) -> Result<Self, SettingsError> {
        let fallback = Path::new("varde.toml");
        let file = file.or_else(|| fallback.exists().then_some(fallback));
        let mut settings = match file {
            None => Self::default(),
            Some(path) => {
                let name = path.display().to_string();
                let text = std::fs::read_to_string(path).map_err(|error| SettingsError::File(name.clone(), error))?;
                toml::from_str(&text).map_err(|error| SettingsError::Content(name, Box::new(error)))?
            }
        };
        settings.take_environment(|name| std::env::var(name).ok())?;
        if let Some(database) = database {
            settings.database = database;
        }
        if jiff::tz::TimeZone::get(&settings.time_zone).is_err() {
            return Err(SettingsError::Zone(settings.time_zone));
        }
        settings.proxies()?;
        varde_indicators::Policy::read(&settings.named())?;
        Ok(settings)
    }

    /// Whom to believe about where a request came from.
    ///
    /// # Errors
    ///
    /// [`SettingsError`] names what is no address, no range or no header.
    pub fn proxies(&self) -> Result<Proxies, SettingsError> {
        let trusted = self
            .trusted_proxies
            .iter()
            .map(|text| text.parse().map_err(|_| SettingsError::Proxy(text.clone())))
            .collect::<Result<_, _>>()?;
        let header =
            self.forwarded_header.parse().map_err(|()| SettingsError::Header(self.forwarded_header.clone()))?;
        Ok(Proxies { trusted, header })
    }

    fn take_environment(&mut self, get: impl Fn(&str) -> Option<String>) -> Result<(), SettingsError> {
        let text = |name: &str, place: &mut String| {
            if let Some(value) = get(name) {
                *place = value;
            }
        };
        text("VARDE_LISTEN", &mut self.listen);
        text("VARDE_PUBLIC_URL", &mut self.public_url);
        text("VARDE_TIME_ZONE", &mut self.time_zone);
        text("VARDE_LOG", &mut self.log);
        text("VARDE_LOG_FORMAT", &mut self.log_format);
        text("VARDE_FORWARDED_HEADER", &mut self.forwarded_header);
        if let Some(list) = get("VARDE_TRUSTED_PROXIES") {
            self.trusted_proxies =
                list.split(',').map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect();
        }
        if let Some(token) = get("VARDE_METRICS_TOKEN") {
            self.metrics_token = Some(token);
        }
        if let Some(file) = get("VARDE_SEAL_KEY_FILE") {
            self.seal_key_file = Some(file);
        }
        for (name, place) in [
            ("VARDE_SIGN_IN_TRIES", &mut self.sign_in_tries),
            ("VARDE_HISTORY_DAYS", &mut self.history_days),
            ("VARDE_JOB_DAYS", &mut self.job_days),
        ] {
            if let Some(value) = get(name) {
                *place = value.parse().map_err(|_| SettingsError::Number(name.to_owned(), value))?;
            }
        }
        // Secrets are often given by the environment alone.
        for (prefix, table) in [("VARDE_SMTP_", &mut self.smtp), ("VARDE_OIDC_", &mut self.oidc)] {
            for name in [
                "HOST",
                "PORT",
                "USER",
                "PASSWORD",
                "FROM",
                "TLS",
                "ISSUER",
                "CLIENT_ID",
                "CLIENT_SECRET",
                "LABEL",
                "AUTO_CREATE",
            ] {
                if let Some(value) = get(&format!("{prefix}{name}")) {
                    table.insert(name.to_lowercase(), toml::Value::String(value));
                }
            }
        }
        Ok(())
    }

    /// The settings that rooms read by name: `smtp.host`, `oidc.issuer` …
    pub fn named(&self) -> BTreeMap<String, String> {
        let mut named = BTreeMap::from([
            (crate::retention::DAYS.to_owned(), self.history_days.to_string()),
            (crate::retention::JOB_DAYS.to_owned(), self.job_days.to_string()),
        ]);
        let tables = [
            ("smtp", &self.smtp),
            ("oidc", &self.oidc),
            ("governance", &self.governance),
            ("incidents", &self.incidents),
            ("suppression", &self.suppression),
        ];
        for (prefix, table) in tables {
            for (name, value) in table {
                let value = match value {
                    toml::Value::String(text) => text.clone(),
                    other => other.to_string(),
                };
                named.insert(format!("{prefix}.{name}"), value);
            }
        }
        named
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_wins_over_the_file_and_typing_errors_are_refused() {
        let mut settings: Settings = toml::from_str("listen = \"0.0.0.0:80\"\n[smtp]\nport = 25\n").unwrap();
        let environment = |name: &str| match name {
            "VARDE_LISTEN" => Some("127.0.0.1:9".to_owned()),
            "VARDE_SMTP_HOST" => Some("mail.example".to_owned()),
            _ => None,
        };
        settings.take_environment(environment).unwrap();
        assert_eq!(settings.listen, "127.0.0.1:9");
        assert_eq!(settings.named().get("smtp.port").map(String::as_str), Some("25"));
        assert_eq!(settings.named().get("smtp.host").map(String::as_str), Some("mail.example"));
        assert!(toml::from_str::<Settings>("lisen = \"x\"").is_err());
        let strict: Settings = toml::from_str("[suppression]\nservice_threshold = 8\nopen_zeros = true\n").unwrap();
        assert_eq!(varde_indicators::Policy::read(&strict.named()).unwrap().name(), "8-10-0 8-10-1");
        let wrong: Settings = toml::from_str("[suppression]\nservice_threshold = 0\n").unwrap();
        assert!(varde_indicators::Policy::read(&wrong.named()).is_err());
        settings
            .take_environment(|name| (name == "VARDE_TRUSTED_PROXIES").then(|| "127.0.0.1, 10.0.0.0/8".to_owned()))
            .unwrap();
        assert_eq!(settings.proxies().unwrap().trusted.len(), 2);
        settings.trusted_proxies.push("proxy.example".into());
        assert!(matches!(settings.proxies(), Err(SettingsError::Proxy(text)) if text == "proxy.example"));
        settings.trusted_proxies.clear();
        settings.forwarded_header = "x-real-ip".into();
        assert!(matches!(settings.proxies(), Err(SettingsError::Header(_))));
        let bad = settings.take_environment(|name| (name == "VARDE_HISTORY_DAYS").then(|| "many".to_owned()));
        assert!(matches!(bad, Err(SettingsError::Number(..))));
    }
}
