//! The policy as text, for people who review it.

use std::fmt::Write as _;

use super::policy::{drafts_seen_in_line, open_to_anyone, open_to_signed_in, own_may, roles, system_may};
use super::{Action, Kind, Role, System};

/// The policy as a table of kind × action × role, made from the same tables that decide.
///
/// `R` in a column means: allowed when the role is held on the thing's unit or on one above it.
pub fn table() -> String {
    let mut text = String::from(
        "Who may do what. Made from the policy itself; a change here is a change of access.\n\
         yes = the role, held on the thing's unit or on a unit above it, allows the action.\n\
         open: published things of the kind are read by everyone who is signed in.\n\
         line: drafts are also read by those who hold any role above or below the unit.\n\
         owner: whoever it belongs to, whatever roles they hold.\n\
         anyone: also without signing in.\n\
         A read-only token never writes.\n\n",
    );
    let _ = write!(text, "{:<12} {:<8}", "kind", "action");
    for role in Role::ALL {
        let _ = write!(text, " {:<15}", role.name());
    }
    for system in System::ALL {
        let _ = write!(text, " {:<8}", system.name());
    }
    text.push_str(" also\n");
    for kind in Kind::ALL {
        for action in Action::ALL {
            row(&mut text, *kind, *action);
        }
    }
    text
}

fn row(text: &mut String, kind: Kind, action: Action) {
    let allowed = roles(kind, action);
    let reads = matches!(action, Action::Read | Action::Export) && open_to_signed_in(kind);
    let line = action == Action::Read && drafts_seen_in_line(kind);
    let (owner, anyone) = (own_may(kind, action), open_to_anyone(kind, action));
    if allowed.is_empty()
        && !reads
        && !line
        && !owner
        && !anyone
        && !System::ALL.iter().any(|s| system_may(*s, action, kind))
    {
        return;
    }
    let _ = write!(text, "{:<12} {:<8}", kind.name(), action.name());
    for role in Role::ALL {
        let _ = write!(text, " {:<15}", if allowed.contains(role) { "yes" } else { "-" });
    }
    for system in System::ALL {
        let _ = write!(text, " {:<8}", if system_may(*system, action, kind) { "yes" } else { "-" });
    }
    if reads {
        text.push_str(" open");
    }
    if line {
        text.push_str(" line");
    }
    for (says, word) in [(owner, " owner"), (anyone, " anyone")] {
        if says {
            text.push_str(word);
        }
    }
    text.push('\n');
}
