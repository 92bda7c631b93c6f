//! Who asks: a handler's signature is its permission.
//!
//! A handler that takes [`SeesChildren`] cannot run for anybody who may not see children. Nobody signed in: to the
//! sign-in page, and back afterwards. Signed in without the right: a page that says who can help.

use crate::house::House;
use crate::problem::Problem;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use std::sync::Arc;
use waymark_data::annex_a::{About, Data};
use waymark_programme::circles::{ASKERS, DESK, READERS, RUNS, VOICES};
use waymark_programme::kinds::NEW_LIMITS;
use waymark_programme::{Asker, Author};
use waymark_store::{Account, AccountId, Area, AreaKind, Role};

pub use waymark_report::Audience;

/// The person who is signed in. Cheap to clone.
#[derive(Clone)]
pub struct User {
    /// Their account's number.
    pub id: AccountId,
    /// Their name.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// The areas whose children a manager sees.
    pub areas: Arc<[Area]>,
    /// What every form they send must carry.
    pub csrf: String,
}

impl User {
    /// The person of an account, without a session: for the program's own commands.
    #[must_use]
    pub fn of(account: Account) -> Self {
        Self::new(account, String::new())
    }

    pub(crate) fn new(account: Account, csrf: String) -> Self {
        Self {
            id: account.id,
            name: account.name,
            role: account.role,
            areas: account.areas.into(),
            csrf,
        }
    }

    /// Who figures are shown to.
    #[must_use]
    pub fn audience(&self) -> Audience {
        if self.role == Role::Scrutiny {
            Audience::Public
        } else {
            Audience::Board
        }
    }

    /// Whether they may see the child of this row: an analyst every child, a manager those of their areas.
    #[must_use]
    pub fn may_see(&self, data: &Data, about: &About) -> bool {
        match self.role {
            Role::Analyst => true,
            Role::Manager => self.areas.iter().any(|area| {
                let of_row = match area.kind {
                    AreaKind::Locality => data.locality(about),
                    AreaKind::District => data.district(about),
                    AreaKind::Team => data.team(about).map(|it| it.name.as_str()),
                };
                of_row.is_some_and(|it| same_name(it, &area.name))
            }),
            _ => false,
        }
    }

    /// Where they begin.
    #[must_use]
    pub fn home(&self) -> &'static str {
        match self.role {
            Role::Administrator => "/accounts",
            Role::Partner => "/actions",
            _ => "/",
        }
    }

    /// Who they are to records.
    #[must_use]
    pub fn asker(&self) -> Asker<'_> {
        Asker {
            role: Some(self.role),
            name: &self.name,
            areas: &self.areas,
        }
    }

    /// Who they are in the history of what they write.
    #[must_use]
    pub fn author(&self) -> Author {
        Author {
            account: Some(self.id.0),
            name: self.name.clone(),
        }
    }
}

/// Names of areas are compared without case and doubled blanks: returns do not agree on either.
fn same_name(a: &str, b: &str) -> bool {
    let words = |text: &str| {
        text.split_whitespace()
            .map(str::to_lowercase)
            .collect::<Vec<_>>()
    };
    words(a) == words(b)
}

/// What a role is called.
#[must_use]
pub fn role_words(role: Role) -> &'static str {
    match role {
        Role::Chair => "Board chair",
        Role::Member => "Board member",
        Role::Director => "Director",
        Role::Analyst => "Analyst",
        Role::Manager => "Manager",
        Role::Auditor => "Auditor",
        Role::DemocraticServices => "Democratic services",
        Role::Scrutiny => "Scrutiny councillor",
        Role::Partner => "Partner agency",
        Role::Administrator => "Administrator",
    }
}

/// Puts the signed-in person, if there is one, where the extractors find them.
#[derive(Clone)]
pub(crate) struct Who(pub(crate) Option<User>);

fn signed_in(parts: &Parts) -> Result<User, Problem> {
    match parts.extensions.get::<Who>() {
        Some(Who(Some(user))) => Ok(user.clone()),
        _ => {
            // A form cannot be sent again by a link, so the way back leads to a page only.
            let next = (parts.method == axum::http::Method::GET).then(|| {
                parts
                    .uri
                    .path_and_query()
                    .map_or("/", |it| it.as_str())
                    .to_owned()
            });
            Err(Problem::SignIn { next })
        }
    }
}

macro_rules! permission {
    ($(#[$doc:meta])* $name:ident: $circle:expr ; $who_can:literal) => {
        $(#[$doc])*
        pub struct $name(
            /// The person who asks.
            pub User,
        );

        impl FromRequestParts<House> for $name {
            type Rejection = Problem;

            async fn from_request_parts(parts: &mut Parts, _: &House) -> Result<Self, Problem> {
                let user = signed_in(parts)?;
                if $circle.contains(&user.role) {
                    Ok(Self(user))
                } else if parts.uri.path() == "/" {
                    // Whoever has no use for the first page begins elsewhere.
                    Err(Problem::Elsewhere(user.home()))
                } else {
                    Err(Problem::NotAllowed($who_can))
                }
            }
        }
    };
}

permission!(
    /// Anybody who is signed in.
    SignedIn: Role::ALL;
    ""
);
permission!(
    /// Reads figures: all but partners and the administrator, who looks after accounts only.
    SeesFigures: ASKERS;
    "Figures are for the board, scrutiny, managers, auditors and analysts."
);
permission!(
    /// Sees children's rows: the analyst all, a manager those of their areas ([`User::may_see`]).
    SeesChildren: [Role::Analyst, Role::Manager];
    "Children's records are for analysts, and for managers within their areas."
);
permission!(
    /// Reads records, each as far as it is open to them ([`Asker::may_read`]): all but the administrator.
    ReadsRecords: READERS;
    "The programme's records are for the board, those who work for it, scrutiny and partners."
);
permission!(
    /// Erases what a record ever held: they answer for what the board keeps.
    ErasesRecords: [Role::Director, Role::DemocraticServices];
    "Records are erased by the director and democratic services."
);
permission!(
    /// Sees the programme whole: the board and those who work for it.
    SeesProgramme: VOICES;
    "This is for the board and those who work for it."
);
permission!(
    /// Runs meetings and minutes.
    RunsMeetings: RUNS;
    "Meetings and minutes are run by the chair and democratic services."
);
permission!(
    /// Draws a measure's limits anew ([`NEW_LIMITS`]).
    DrawsLimits: NEW_LIMITS.writers;
    "Limits are drawn anew by the director and analysts."
);
permission!(
    /// Hands in papers for meetings.
    WritesPapers: DESK;
    "Papers are handed in by the chair, the director, analysts and democratic services."
);
permission!(
    /// Sees which letters went out and which did not.
    SeesLetters: [Role::Chair, Role::DemocraticServices, Role::Administrator];
    "Letters are looked after by the chair, democratic services and administrators."
);
permission!(
    /// Asks people outside for answers, and decides about dates.
    RunsActions: DESK;
    "This is for the chair, the director, analysts and democratic services."
);
permission!(
    /// Loads and deletes returns.
    Loads: [Role::Analyst];
    "Returns are loaded and deleted by analysts."
);
permission!(
    /// Looks after accounts and reads the access log.
    Administers: [Role::Administrator];
    "Accounts and the access log are for administrators."
);
