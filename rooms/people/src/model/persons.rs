//! Persons, the roles they hold, their sessions and tokens.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use varde_kernel::access::{Author, Role};
use varde_kernel::{HoldingId, Locale, PersonId, SessionId, TokenId, UnitId, Validity};

/// Someone who works with or for the service and may have a way in.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact or a choice of its own")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who it is.
    pub id: PersonId,
    /// The name shown to others.
    pub name: String,
    /// The work e-mail, lower-cased.
    pub email: Option<String>,
    /// The language the person chose.
    pub locale: Option<Locale>,
    /// Light or dark, as chosen.
    pub scheme: String,
    /// Whether what is typed may be kept in the person's browser until it is sent.
    pub keeps_drafts: bool,
    /// The unit the person works in.
    pub home: Option<UnitId>,
    /// Whether the person may come in at all.
    pub active: bool,
    /// Whether a provider's verified e-mail may link to this person once.
    pub link_by_email: bool,
    /// The user name, when there is a local account.
    pub username: Option<String>,
    /// Whether the account waits for a password of the person's own.
    pub must_change: bool,
    /// How many outside identities are linked.
    pub n_identities: i64,
    /// What is edited.
    pub version: i64,
}

/// A person to be made, with account and roles.
#[derive(Clone, Debug, Default)]
pub struct NewPerson {
    /// A fixed identity, for content that must be the same everywhere; made when missing.
    pub id: Option<PersonId>,
    /// The name shown to others.
    pub name: String,
    /// The work e-mail.
    pub email: Option<String>,
    /// Whether a provider's verified e-mail may link to this person once.
    pub link_by_email: bool,
    /// The user name; without one there is no local account.
    pub username: Option<String>,
    /// The sealed password of the local account.
    pub password: Option<PasswordSeal>,
    /// Whether the password must be replaced at the first sign-in.
    pub must_change: bool,
    /// The unit the person works in.
    pub home: Option<UnitId>,
    /// The language.
    pub locale: Option<Locale>,
    /// The roles from the start.
    pub roles: Vec<NewHolding>,
}

/// An argon2id digest of a password. Shows nothing of itself in logs.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordSeal(pub String);

impl fmt::Debug for PasswordSeal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordSeal(…)")
    }
}

/// A role to be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewHolding {
    /// The role.
    pub role: Role,
    /// The unit on which it is held.
    pub unit: UnitId,
    /// When it holds.
    pub validity: Validity,
    /// Why it is given.
    pub grounds: String,
}

/// A role that a person holds, held or will hold on a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Which holding.
    pub id: HoldingId,
    /// Who holds it.
    pub person: PersonId,
    /// The unit on which it is held.
    pub unit: UnitId,
    /// The role.
    pub role: Role,
    /// When it holds.
    pub validity: Validity,
    /// Who gave it.
    pub granted_by: Author,
    /// Why it was given.
    pub grounds: String,
    /// What is edited.
    pub version: i64,
}

/// A role held on a unit today, with the holder's name: who sees this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoldingRow {
    /// Who holds it.
    pub person: PersonId,
    /// The holder's name.
    pub name: String,
    /// The role.
    pub role: Role,
    /// The unit on which it is held.
    pub unit: UnitId,
    /// The first day on which it no longer holds.
    pub valid_to: Option<jiff::civil::Date>,
}

/// How a session began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignedInBy {
    /// With user name and password.
    Password,
    /// Through a provider.
    Oidc,
}

impl SignedInBy {
    /// The name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Oidc => "oidc",
        }
    }
}

impl FromStr for SignedInBy {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "password" => Ok(Self::Password),
            "oidc" => Ok(Self::Oidc),
            _ => Err(()),
        }
    }
}

/// A session as its owner sees it. Neither address nor browser is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Which session.
    pub id: SessionId,
    /// Whose it is.
    pub person: PersonId,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last used, to ten minutes.
    pub seen_at: Timestamp,
    /// When it ends whatever happens.
    pub expires_at: Timestamp,
    /// How it began.
    pub how: SignedInBy,
}

/// What a token may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenScope {
    /// Read what its owner may read.
    Read,
    /// Read and write what its owner may.
    Write,
}

impl TokenScope {
    /// The name in the database and the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
        }
    }
}

impl FromStr for TokenScope {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "read" => Ok(Self::Read),
            "write" => Ok(Self::Write),
            _ => Err(()),
        }
    }
}

/// A token for the API as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Which token.
    pub id: TokenId,
    /// Whose it is.
    pub person: PersonId,
    /// What its owner calls it.
    pub name: String,
    /// What it may do.
    pub scope: TokenScope,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
    /// When its owner ended it.
    pub revoked_at: Option<Timestamp>,
    /// When it was last used, to ten minutes.
    pub last_used_at: Option<Timestamp>,
}

/// Something that was done to a person, from the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub author: Author,
    /// What.
    pub action: String,
    /// The role and unit it was about, if it was about one.
    pub role: Option<(Role, UnitId)>,
    /// Why.
    pub why: String,
}
