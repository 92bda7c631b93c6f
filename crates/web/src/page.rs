//! A page: its own template in the frame that every page shares.
//!
//! A handler returns `Page::new(title, template)`. The frame (header, navigation, breadcrumbs, banner, footer) needs the
//! house and the person signed in, so it is put round the page on its way out, in one place.

use crate::house::House;
use crate::notice::Notice;
use crate::user::{User, role_words};
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use waymark_govuk::{
    Breadcrumbs, Crumb, Html, NavigationItem, NotificationBanner, PhaseBanner, ServiceNavigation,
    assets,
};
use waymark_programme::circles::{ASKERS, READERS, VOICES};
use waymark_store::Role;

/// A main part of the site, as the navigation shows it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Section {
    /// What has changed.
    Home,
    /// Every measure.
    Measures,
    /// Children in a manager's teams over or nearing a limit.
    Today,
    /// The improvement plan.
    Plan,
    /// Who does what by when.
    Actions,
    /// Meetings, agendas, minutes.
    Meetings,
    /// Every record, and search.
    Records,
    /// What was loaded.
    Uploads,
    /// Who may sign in.
    Accounts,
    /// Who looked at which children.
    AccessLog,
}

/// What each role finds in the navigation, in order.
const NAVIGATION: &[(Section, &str, &str, &[Role])] = &[
    (Section::Home, "Home", "/", ASKERS),
    (
        Section::Today,
        "Today",
        "/today",
        &[Role::Analyst, Role::Manager],
    ),
    (Section::Measures, "Measures", "/measures", ASKERS),
    (Section::Plan, "Plan", "/plan", VOICES),
    (Section::Actions, "Actions", "/actions", READERS),
    (Section::Meetings, "Meetings", "/meetings", READERS),
    (Section::Records, "Records", "/records", READERS),
    (Section::Uploads, "Returns", "/uploads", &[Role::Analyst]),
    (
        Section::Accounts,
        "Accounts",
        "/accounts",
        &[Role::Administrator],
    ),
    (
        Section::AccessLog,
        "Access log",
        "/access-log",
        &[Role::Administrator],
    ),
];

/// A page to be framed. Its template holds the one `h1`.
pub struct Page<T> {
    body: T,
    framed: Framed,
}

/// A page's template printed, and what its frame needs. Travels in the response's extensions.
#[derive(Clone, Default)]
pub(crate) struct Framed {
    title: String,
    main: String,
    crumbs: Vec<(String, String)>,
    section: Option<Section>,
    status: StatusCode,
    script: Option<&'static str>,
    style: Option<&'static str>,
    bare: bool,
    outside: bool,
    open: bool,
}

impl<T: Template> Page<T> {
    /// A page with this title (the browser's; the template holds the heading).
    pub fn new(title: impl Into<String>, body: T) -> Self {
        Self {
            body,
            framed: Framed {
                title: title.into(),
                ..Framed::default()
            },
        }
    }

    /// Adds a step to the breadcrumbs, outermost first. "Home" is there already.
    #[must_use]
    pub fn under(mut self, name: impl Into<String>, href: impl Into<String>) -> Self {
        self.framed.crumbs.push((name.into(), href.into()));
        self
    }

    /// The main part it belongs to.
    #[must_use]
    pub fn section(mut self, section: Section) -> Self {
        self.framed.section = Some(section);
        self
    }

    /// Another status than 200.
    #[must_use]
    pub fn status(mut self, status: StatusCode) -> Self {
        self.framed.status = status;
        self
    }

    /// The form had mistakes: the title says so, and the status is 422.
    #[must_use]
    pub fn with_mistakes(mut self) -> Self {
        self.framed.title.insert_str(0, "Error: ");
        self.status(StatusCode::UNPROCESSABLE_ENTITY)
    }

    /// A script of its own beside the site's, by its address.
    #[must_use]
    pub fn script(mut self, address: &'static str) -> Self {
        self.framed.script = Some(address);
        self
    }

    /// Styles of its own beside the site's, by their address.
    #[must_use]
    pub fn style(mut self, address: &'static str) -> Self {
        self.framed.style = Some(address);
        self
    }

    /// A page of the public side: the same for everybody, signed in or not, with the public's own menu.
    #[must_use]
    pub fn open(mut self) -> Self {
        self.framed.open = true;
        self.outside().without_data_age()
    }

    /// A page for somebody outside: no menu and no account, even if the browser is signed in.
    #[must_use]
    pub fn outside(mut self) -> Self {
        self.framed.outside = true;
        self
    }

    /// Without the line that says how old the data are, where the page is not about them.
    #[must_use]
    pub fn without_data_age(mut self) -> Self {
        self.framed.bare = true;
        self
    }
}

impl<T: Template> IntoResponse for Page<T> {
    fn into_response(mut self) -> Response {
        match self.body.render() {
            Ok(main) => self.framed.main = main,
            Err(error) => {
                tracing::error!(because = %error, "a template could not be printed");
                return StatusCode::INTERNAL_SERVER_ERROR.into_response();
            }
        }
        let mut response = self.framed.status.into_response();
        response.extensions_mut().insert(self.framed);
        response
    }
}

#[derive(Template)]
#[template(path = "layout.html")]
struct Layout<'a> {
    title: &'a str,
    service: &'a str,
    council: &'a str,
    logo: bool,
    brand: &'a str,
    script: Option<&'static str>,
    style: Option<&'static str>,
    /// Whether it is the public's: search engines may find it.
    open: bool,
    home: &'a str,
    /// Whether they read records, and may search them.
    searches: bool,
    signed_in: Option<(&'a str, &'static str, &'a str)>,
    phase: Option<PhaseBanner>,
    navigation: Option<ServiceNavigation>,
    crumbs: Option<Breadcrumbs>,
    notice: Option<NotificationBanner>,
    data_age: Option<DataAge>,
    main: &'a Html,
}

/// How old the data are, in words.
struct DataAge {
    words: String,
    old: bool,
}

impl Framed {
    /// The whole document.
    pub(crate) fn document(
        self,
        house: &House,
        user: Option<&User>,
        notice: Option<Notice>,
    ) -> Result<String, askama::Error> {
        let options = house.options();
        let user = user.filter(|_| !self.outside);
        let main = Html::new(self.main);
        let brand = crate::pages::assets::brand_address(options);
        let layout = Layout {
            title: &self.title,
            service: &options.service,
            council: &options.name,
            logo: options.logo.is_some(),
            brand: &brand,
            script: self.script,
            style: self.style,
            open: self.open,
            home: user.map_or(if self.open { "/public" } else { "/" }, User::home),
            searches: user.is_some_and(|it| READERS.contains(&it.role)),
            signed_in: user.map(|it| (it.name.as_str(), role_words(it.role), it.csrf.as_str())),
            phase: options.demo.then(|| {
                PhaseBanner::new(
                    "Demo",
                    "Wayshire is invented. No real child, worker or council is shown.",
                )
            }),
            navigation: user
                .map(|it| navigation(it, self.section))
                .or_else(|| self.open.then(open_navigation)),
            crumbs: user
                .filter(|_| !self.crumbs.is_empty())
                .map(|it| breadcrumbs(it, &self.crumbs)),
            notice: notice.map(|it| NotificationBanner::new(it.words()).success(true)),
            data_age: user
                .filter(|it| {
                    it.role != Role::Administrator && it.role != Role::Partner && !self.bare
                })
                .and_then(|_| data_age(house)),
            main: &main,
        };
        layout.render()
    }

    pub(crate) fn status(&self) -> StatusCode {
        self.status
    }
}

fn navigation(user: &User, section: Option<Section>) -> ServiceNavigation {
    let items: Vec<NavigationItem> = NAVIGATION
        .iter()
        .filter(|(.., roles)| roles.contains(&user.role))
        .map(|(which, name, href, _)| {
            NavigationItem::new(*name, *href).active(section == Some(*which))
        })
        .collect();
    ServiceNavigation::new(items)
}

fn open_navigation() -> ServiceNavigation {
    let items = [
        ("Papers", "/public/papers"),
        ("Meetings", "/public/meetings"),
        ("Decisions", "/public/decisions"),
        ("Actions", "/public/actions"),
        ("Figures", "/public/measures"),
    ];
    ServiceNavigation::new(items.map(|(name, href)| NavigationItem::new(name, href)))
}

fn breadcrumbs(user: &User, crumbs: &[(String, String)]) -> Breadcrumbs {
    let mut all = vec![Crumb::new("Home", user.home())];
    all.extend(crumbs.iter().map(|(name, href)| Crumb::new(name, href)));
    Breadcrumbs::new(all)
}

fn data_age(house: &House) -> Option<DataAge> {
    let county = house.county();
    let as_at = county.latest()?.cut.as_at;
    let days = as_at.days_until(house.today());
    let old = u32::try_from(days).is_ok_and(|it| it > house.options().stale_after_days);
    let words = waymark_report::data_age(as_at, house.today());
    Some(DataAge { words, old })
}

/// Names the layout uses for what is served beside it.
mod served {
    use super::assets;

    pub(super) fn style() -> &'static str {
        assets::url("waymark.css")
    }
    pub(super) fn script() -> &'static str {
        assets::url("waymark.js")
    }
    pub(super) fn icon() -> &'static str {
        assets::url("favicon.svg")
    }
}
