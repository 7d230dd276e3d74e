//! Sending e-mail: a job that is asked for in the transaction that has something to tell. A
//! letter holds a title and a link, never clinical or personal text: mail is a postcard.

use std::collections::BTreeMap;
use std::time::Duration;

use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use serde::{Deserialize, Serialize};
use varde_kernel::access::{Author, System};
use varde_store::jobs::{self, Job};
use varde_store::{Error, Tx};

use crate::App;
use crate::room::{BoxFuture, JobKind};

/// The kind of job that sends a letter.
const KIND: &str = "web.mail";
/// How long a mail server may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// A letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mail {
    /// The address it goes to.
    pub to: String,
    /// What it is about, in a line.
    pub subject: String,
    /// What it says.
    pub body: String,
}

/// Why a letter did not go. The words name no person and no address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// No mail server is set up.
    #[error("no mail server is set up")]
    NotSetUp,
    /// A setting cannot be used.
    #[error("the setting {0} cannot be used")]
    Setting(&'static str),
    /// The letter has no usable address or subject.
    #[error("the letter cannot be addressed")]
    Letter,
    /// The server could not be reached, or did not take the letter.
    #[error("the mail server did not take the letter")]
    Server,
}

/// A mail server to send by, as the settings `smtp.host`, `smtp.port`, `smtp.tls` (`implicit`,
/// `starttls` or `none`), `smtp.user`, `smtp.password` and `smtp.from` say.
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Mailer {
    /// Reads the settings.
    ///
    /// # Errors
    ///
    /// [`MailError::NotSetUp`] without a host, [`MailError::Setting`] for one that cannot be used.
    pub fn new(settings: &BTreeMap<String, String>) -> Result<Self, MailError> {
        let setting = |name: &str| settings.get(name).map(|value| value.trim()).filter(|value| !value.is_empty());
        let host = setting("smtp.host").ok_or(MailError::NotSetUp)?;
        let builder = match setting("smtp.tls").unwrap_or("starttls") {
            "implicit" => {
                AsyncSmtpTransport::<Tokio1Executor>::relay(host).map_err(|_| MailError::Setting("smtp.host"))?
            }
            "starttls" => AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(host)
                .map_err(|_| MailError::Setting("smtp.host"))?,
            // For a server on the same machine.
            "none" => AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host),
            _ => return Err(MailError::Setting("smtp.tls")),
        };
        let mut builder = builder.timeout(Some(PATIENCE));
        if let Some(port) = setting("smtp.port") {
            builder = builder.port(port.parse().map_err(|_| MailError::Setting("smtp.port"))?);
        }
        if let Some((user, password)) = setting("smtp.user").zip(setting("smtp.password")) {
            builder = builder.credentials(Credentials::new(user.to_owned(), password.to_owned()));
        }
        let from = setting("smtp.from").unwrap_or_default();
        let from = from.parse().map_err(|_| MailError::Setting("smtp.from"))?;
        Ok(Self { transport: builder.build(), from })
    }

    /// Sends a letter. `id` names it, so that a server that gets it twice can tell.
    ///
    /// # Errors
    ///
    /// [`MailError::Letter`] or [`MailError::Server`].
    pub async fn send(&self, mail: &Mail, id: &str) -> Result<(), MailError> {
        let to: Mailbox = mail.to.parse().map_err(|_| MailError::Letter)?;
        let domain = self.from.email.domain();
        // A line break in a subject would begin another header.
        let subject: String = mail.subject.chars().filter(|letter| !letter.is_control()).collect();
        let message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(subject)
            .message_id(Some(format!("<{id}@{domain}>")))
            .header(ContentType::TEXT_PLAIN)
            .body(mail.body.clone())
            .map_err(|_| MailError::Letter)?;
        self.transport.send(message).await.map(|_| ()).map_err(|_| MailError::Server)
    }
}

/// Whether the house can send mail.
pub fn is_set_up(app: &App) -> bool {
    Mailer::new(&app.config().settings).is_ok()
}

/// Asks for a letter to be sent. With the same `once`, it is asked for only once.
pub async fn ask(tx: &Tx, mail: &Mail, once: &str) -> Result<bool, Error> {
    let payload = serde_json::to_value(mail)?;
    jobs::ask(tx, KIND, &payload, tx.now(), Some(once)).await
}

pub(crate) const fn job() -> JobKind {
    JobKind { name: KIND, run, every: None }
}

fn run<'a>(app: &'a App, job: &'a Job) -> BoxFuture<'a, Result<(), Error>> {
    Box::pin(async move {
        let mail: Mail = serde_json::from_str(&job.payload)?;
        let sent = match Mailer::new(&app.config().settings) {
            Ok(mailer) => mailer.send(&mail, &job.id.to_string()).await,
            Err(error) => Err(error),
        };
        let tx = app.begin_as(Author::System(System::Worker)).await?;
        match sent {
            Ok(()) => jobs::done(&tx, job.id).await?,
            Err(error) => {
                tracing::warn!(job = %job.id, %error, "a letter was not sent");
                jobs::failed(&tx, job, &error.to_string()).await?;
            }
        }
        tx.commit().await
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(settings: &[(&str, &str)], expected: Option<MailError>) {
        let settings = settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        assert_eq!(Mailer::new(&settings).err(), expected);
    }

    #[tokio::test]
    async fn settings_that_cannot_be_used_are_named() {
        let (host, from) = (("smtp.host", "mail.example.org"), ("smtp.from", "Varde <varde@example.org>"));
        check(&[], Some(MailError::NotSetUp));
        check(&[host], Some(MailError::Setting("smtp.from")));
        check(&[host, from, ("smtp.port", "many")], Some(MailError::Setting("smtp.port")));
        check(&[host, from, ("smtp.tls", "perhaps")], Some(MailError::Setting("smtp.tls")));
        check(&[host, from, ("smtp.tls", "none"), ("smtp.port", "2525")], None);
    }
}
