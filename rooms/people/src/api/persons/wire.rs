//! Persons, roles, sessions and tokens as the API writes and reads them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use varde_kernel::UnitTree;
use varde_kernel::access::Author;
use varde_web::Fields;

use crate::model::persons as model;

/// A person.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact or a choice of its own")]
#[derive(Serialize, ToSchema)]
pub(super) struct Person {
    /// The person's id.
    id: Uuid,
    /// The name shown to others.
    name: String,
    /// The work e-mail.
    email: Option<String>,
    /// The user name of the local account, if there is one.
    username: Option<String>,
    /// The unit the person works in.
    unit_id: Option<Uuid>,
    /// Whether the person may come in at all.
    active: bool,
    /// Whether the account waits for a password of the person's own.
    must_change_password: bool,
    /// Whether a provider's verified e-mail may link to this person, once.
    link_by_email: bool,
    /// How many identities of providers are linked.
    identities: i64,
    /// The language the person chose.
    locale: Option<String>,
    /// Light or dark: `auto`, `light` or `dark`.
    scheme: String,
    /// Whether what is typed may be kept in the person's browser until it is sent.
    keeps_drafts: bool,
    /// Pass it back when changing the person.
    version: i64,
}

impl From<&model::Person> for Person {
    fn from(person: &model::Person) -> Self {
        Self {
            id: person.id.uuid(),
            name: person.name.clone(),
            email: person.email.clone(),
            username: person.username.clone(),
            unit_id: person.home.map(varde_kernel::Id::uuid),
            active: person.active,
            must_change_password: person.must_change,
            link_by_email: person.link_by_email,
            identities: person.n_identities,
            locale: person.locale.map(|locale| locale.tag().to_owned()),
            scheme: person.scheme.clone(),
            keeps_drafts: person.keeps_drafts,
            version: person.version,
        }
    }
}

/// Oneself, with one's roles.
#[derive(Serialize, ToSchema)]
pub(super) struct Me {
    /// Who one is.
    pub(super) person: Person,
    /// The roles that hold today.
    pub(super) roles: Vec<OwnRole>,
    /// Whether the request may only read.
    pub(super) read_only: bool,
}

/// A role that one holds today.
#[derive(Serialize, ToSchema)]
pub(super) struct OwnRole {
    /// The role.
    pub(super) role: String,
    /// The unit on which it is held.
    pub(super) unit_id: Uuid,
}

/// What one changes about oneself.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct EditMe {
    /// The name shown to others.
    #[schema(min_length = 1, max_length = 500)]
    pub(super) name: String,
    /// `nb`, `nn` or `en`.
    pub(super) locale: String,
    /// `auto`, `light` or `dark`.
    pub(super) scheme: String,
    /// Whether what is typed may be kept in one's browser until it is sent; as it was when left out.
    #[serde(default)]
    pub(super) keeps_drafts: Option<bool>,
    /// The version that was read.
    pub(super) version: i64,
}

/// A new password of one's own.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ChangePassword {
    /// The present password.
    pub(super) current: String,
    /// The new one, of at least 12 characters.
    pub(super) new: String,
}

/// One of one's sessions.
#[derive(Serialize, ToSchema)]
pub(super) struct OwnSession {
    /// The session's id.
    id: Uuid,
    /// When it began.
    created_at: String,
    /// When it was last used, to ten minutes.
    seen_at: String,
    /// When it ends at the latest.
    expires_at: String,
    /// How it began: `password` or `oidc`.
    how: String,
    /// Whether the request itself was made in it.
    current: bool,
}

impl OwnSession {
    pub(super) fn new(session: &model::Session, is_current: bool) -> Self {
        Self {
            id: session.id.uuid(),
            created_at: session.created_at.to_string(),
            seen_at: session.seen_at.to_string(),
            expires_at: session.expires_at.to_string(),
            how: session.how.name().to_owned(),
            current: is_current,
        }
    }
}

/// One of one's tokens.
#[derive(Serialize, ToSchema)]
pub(super) struct OwnToken {
    /// The token's id; not the token itself.
    id: Uuid,
    /// What it is called.
    name: String,
    /// `read` or `write`.
    scope: String,
    /// When it was made.
    created_at: String,
    /// When it ends.
    expires_at: String,
    /// When it was revoked, if it was.
    revoked_at: Option<String>,
    /// When it was last used, to ten minutes.
    last_used_at: Option<String>,
}

impl From<&model::Token> for OwnToken {
    fn from(token: &model::Token) -> Self {
        Self {
            id: token.id.uuid(),
            name: token.name.clone(),
            scope: token.scope.name().to_owned(),
            created_at: token.created_at.to_string(),
            expires_at: token.expires_at.to_string(),
            revoked_at: token.revoked_at.map(|at| at.to_string()),
            last_used_at: token.last_used_at.map(|at| at.to_string()),
        }
    }
}

/// A token to be made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewToken {
    /// What it is for.
    #[schema(min_length = 1, max_length = 500)]
    pub(super) name: String,
    /// `read` or `write`.
    pub(super) scope: String,
    /// For how many days, 1 to 365.
    #[schema(minimum = 1, maximum = 365)]
    pub(super) days: i64,
}

/// A token that was made.
#[derive(Serialize, ToSchema)]
pub(super) struct MadeToken {
    /// The token's id.
    pub(super) id: Uuid,
    /// The token itself, told this once.
    pub(super) token: String,
}

/// A person to be made, or what is changed about one.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewPerson {
    /// The name shown to others.
    #[schema(min_length = 1, max_length = 500)]
    name: String,
    /// The user name; without one there is no local account.
    #[serde(default)]
    username: Option<String>,
    /// The work e-mail.
    #[serde(default)]
    email: Option<String>,
    /// Whether a provider's verified e-mail may link to this person, once.
    #[serde(default)]
    pub(super) link_by_email: bool,
    /// The unit the person works in.
    unit_id: Uuid,
}

impl NewPerson {
    pub(super) fn fields(&self) -> Fields {
        about(&self.name, self.username.as_deref(), self.email.as_deref(), self.link_by_email, Some(self.unit_id))
    }
}

/// What is changed about a person.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct EditPerson {
    /// The name shown to others.
    #[schema(min_length = 1, max_length = 500)]
    name: String,
    /// The work e-mail.
    #[serde(default)]
    email: Option<String>,
    /// Whether a provider's verified e-mail may link to this person, once.
    #[serde(default)]
    pub(super) link_by_email: bool,
    /// The unit the person works in.
    #[serde(default)]
    unit_id: Option<Uuid>,
    /// The version that was read.
    pub(super) version: i64,
}

impl EditPerson {
    pub(super) fn fields(&self) -> Fields {
        about(&self.name, None, self.email.as_deref(), self.link_by_email, self.unit_id)
    }
}

fn about(name: &str, username: Option<&str>, email: Option<&str>, link: bool, unit: Option<Uuid>) -> Fields {
    let text = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    Fields::new(vec![
        text("name", name),
        text("username", username.unwrap_or_default()),
        text("email", email.unwrap_or_default()),
        text("link_by_email", if link { "true" } else { "" }),
        text("unit", &unit.map(|unit| unit.to_string()).unwrap_or_default()),
    ])
}

/// A person that was made.
#[derive(Serialize, ToSchema)]
pub(super) struct MadePerson {
    /// Who it is.
    pub(super) person: Person,
    /// The password for the first sign-in, told this once; null without a local account.
    pub(super) one_time_password: Option<String>,
}

/// Why an account is closed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Why {
    /// A short reason, for the history.
    #[schema(min_length = 1, max_length = 500)]
    pub(super) why: String,
}

/// Which user name an account gets.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ResetPassword {
    /// Only for someone who has no account yet.
    #[serde(default)]
    pub(super) username: Option<String>,
}

/// A password that was reset.
#[derive(Serialize, ToSchema)]
pub(super) struct MadePassword {
    /// The user name.
    pub(super) username: String,
    /// The password for the next sign-in, told this once.
    pub(super) one_time_password: String,
}

/// A role held on a unit.
#[derive(Serialize, ToSchema)]
pub(super) struct RoleHeld {
    /// The holding's id.
    id: Uuid,
    /// Who holds it.
    person_id: Uuid,
    /// The holder's name.
    person_name: Option<String>,
    /// The unit on which it is held.
    unit_id: Uuid,
    /// The role.
    role: String,
    /// The first day.
    from: String,
    /// The last day; null until further notice.
    last: Option<String>,
    /// Who gave it: a person's id, or null for Varde itself.
    granted_by: Option<Uuid>,
    /// Why it was given; told only to those who give roles on the unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    grounds: Option<String>,
    /// Whether the unit exists today.
    unit_exists: bool,
}

impl RoleHeld {
    pub(super) fn new(holding: &model::Holding, name: Option<String>, tree: &UnitTree, tells_grounds: bool) -> Self {
        Self {
            id: holding.id.uuid(),
            person_id: holding.person.uuid(),
            person_name: name,
            unit_id: holding.unit.uuid(),
            role: holding.role.name().to_owned(),
            from: holding.validity.from.to_string(),
            last: holding.validity.to.and_then(|to| to.yesterday().ok()).map(|last| last.to_string()),
            granted_by: match holding.granted_by {
                Author::Person(person) => Some(person.uuid()),
                Author::System(_) | Author::Anonymous => None,
            },
            grounds: tells_grounds.then(|| holding.grounds.clone()),
            unit_exists: tree.get(holding.unit).is_some(),
        }
    }
}

/// A role to be given.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct GiveRole {
    /// Who gets it.
    pub(super) person_id: Uuid,
    /// The unit on which it is held.
    pub(super) unit_id: Uuid,
    /// The role.
    role: String,
    /// The first day, as `2026-11-22`.
    from: String,
    /// The last day; without one it holds until further notice.
    #[serde(default)]
    last: Option<String>,
    /// Why it is given.
    #[schema(min_length = 1, max_length = 500)]
    grounds: String,
}

impl GiveRole {
    pub(super) fn fields(&self) -> Fields {
        let text = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        Fields::new(vec![
            text("role", &self.role),
            text("unit", &self.unit_id.to_string()),
            text("from", &self.from),
            text("last", self.last.as_deref().unwrap_or_default()),
            text("grounds", &self.grounds),
        ])
    }
}

/// When a role ends.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct EndRole {
    /// The last day, yesterday at the earliest, as `2026-11-22`.
    last: String,
    /// Why it ends.
    #[schema(min_length = 1, max_length = 500)]
    grounds: String,
}

impl EndRole {
    pub(super) fn fields(&self) -> Fields {
        Fields::new(vec![("last".to_owned(), self.last.clone()), ("grounds".to_owned(), self.grounds.clone())])
    }
}
