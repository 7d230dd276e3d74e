//! That someone has looked up what Varde knows of a person.

use jiff::Timestamp;
use varde_kernel::PersonId;

/// What was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The person's page, or the same in the API.
    Page,
    /// The account, when about to change it.
    Account,
    /// The roles held.
    Roles,
    /// A line in a list of persons.
    List,
    /// A line in a list that was taken out.
    Export,
    /// What was done to the person, in a unit's history.
    History,
}

impl What {
    /// Everything that can be looked at.
    pub const ALL: [Self; 6] = [Self::Page, Self::Account, Self::Roles, Self::List, Self::Export, Self::History];

    /// The name in the database and the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Account => "account",
            Self::Roles => "roles",
            Self::List => "list",
            Self::Export => "export",
            Self::History => "history",
        }
    }
}

impl std::str::FromStr for What {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|what| what.name() == text).ok_or(())
    }
}

/// One person's looking at another within an hour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lookup {
    /// Who looked.
    pub reader: PersonId,
    /// At whom.
    pub person: PersonId,
    /// At what.
    pub what: What,
    /// When first in the hour.
    pub first: Timestamp,
    /// When last in it.
    pub last: Timestamp,
    /// How many times.
    pub times: i64,
}
