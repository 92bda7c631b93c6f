//! The site on a store of its own, and people who visit it.

use crate::html;
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode, header};
use jiff::{SignedDuration, Timestamp};
use std::net::SocketAddr;
use tempfile::TempDir;
use tower::ServiceExt;
use waymark_data::Areas;
use waymark_data::areas::District;
use waymark_store::{Account, Area, NewAccount, Role, Store};
use waymark_web::{House, Method, Options, app, password};

/// A running site.
pub(crate) struct Site {
    pub(crate) house: House,
    pub(crate) router: Router,
    _folder: TempDir,
}

/// Two districts, each in a locality of its own.
pub(crate) fn options() -> Options {
    let district = |name: &str, locality: &str| District {
        name: name.into(),
        locality: locality.into(),
        populations: vec![(2016, 1000)],
    };
    Options {
        name: "Wayshire County Council".into(),
        areas: Areas {
            districts: vec![district("Moorland", "North"), district("Sands", "South")],
            populations: vec![],
        },
        today: Some("2018-04-08".parse().unwrap()),
        ..Options::default()
    }
}

impl Site {
    pub(crate) async fn new() -> Self {
        Self::with(options()).await
    }

    pub(crate) async fn with(options: Options) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path().join("waymark.db").to_str().unwrap())
            .await
            .unwrap();
        let house = House::new(store, options);
        house.reload().await.unwrap();
        Self {
            router: app(house.clone()),
            house,
            _folder: folder,
        }
    }

    /// The same site on another day: a node of its own on the same store.
    pub(crate) async fn on(&self, day: &str) -> Router {
        let options = Options {
            today: Some(day.parse().unwrap()),
            ..self.house.options().clone()
        };
        let house = House::new(self.store().clone(), options);
        house.reload().await.unwrap();
        app(house)
    }

    pub(crate) fn store(&self) -> &Store {
        self.house.store()
    }

    /// An account whose password is `password of <name>`.
    pub(crate) async fn account(&self, name: &str, role: Role, areas: &[Area]) -> Account {
        let new = NewAccount {
            sign_in_name: name.to_lowercase().replace(' ', "."),
            name: name.to_owned(),
            role,
            areas: areas.to_vec(),
            password_hash: password::hash(&format!("password of {name}")),
        };
        self.store().create_account(new).await.unwrap()
    }

    /// Somebody who is not signed in.
    pub(crate) fn nobody(&self) -> Visitor {
        Visitor {
            router: self.router.clone(),
            cookies: Vec::new(),
            csrf: String::new(),
        }
    }

    /// Somebody signed in with this account.
    pub(crate) async fn signed_in(&self, account: &Account) -> Visitor {
        let now = Timestamp::now();
        let ends = now + SignedDuration::from_hours(1);
        let session = self
            .store()
            .create_session(account.id, now, ends)
            .await
            .unwrap();
        let mut visitor = self.nobody();
        visitor
            .cookies
            .push(("waymark-session".into(), session.token.reveal().into()));
        visitor.csrf = session.csrf.reveal().to_owned();
        visitor
    }

    /// Somebody of this role, signed in; a manager of the North.
    pub(crate) async fn visitor(&self, role: Role) -> Visitor {
        let name = format!("Some {}", role.word());
        let account = match self
            .store()
            .find_by_sign_in_name(&name.to_lowercase().replace(' ', "."))
            .await
            .unwrap()
        {
            Some((account, _)) => account,
            None => {
                let areas = if role == Role::Manager {
                    vec![Area::locality("North")]
                } else {
                    Vec::new()
                };
                self.account(&name, role, &areas).await
            }
        };
        self.signed_in(&account).await
    }

    pub(crate) async fn as_analyst(&self) -> Visitor {
        self.visitor(Role::Analyst).await
    }

    pub(crate) async fn as_administrator(&self) -> Visitor {
        self.visitor(Role::Administrator).await
    }
}

/// A browser: it keeps cookies, and holds every page to what a page must be.
#[derive(Clone)]
pub(crate) struct Visitor {
    router: Router,
    pub(crate) cookies: Vec<(String, String)>,
    pub(crate) csrf: String,
}

/// What the site answered.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
    /// As it came: a file is no text.
    pub(crate) bytes: Vec<u8>,
}

impl Answer {
    /// The address it leads to.
    pub(crate) fn to(&self) -> &str {
        self.headers
            .get(header::LOCATION)
            .map_or("", |it| it.to_str().unwrap())
    }

    /// The page as it reads: without tags and doubled blanks.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        let mut inside = false;
        for letter in self.body.chars() {
            match letter {
                '<' => inside = true,
                '>' => {
                    inside = false;
                    text.push(' ');
                }
                _ if !inside => text.push(letter),
                _ => {}
            }
        }
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let references = [
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&#60;", "<"),
            ("&#62;", ">"),
            ("&quot;", "\""),
            ("&#34;", "\""),
            ("&#39;", "'"),
            ("&amp;", "&"),
            ("&#38;", "&"),
        ];
        references.iter().fold(text, |text, (reference, letter)| {
            text.replace(reference, letter)
        })
    }

    #[track_caller]
    pub(crate) fn says(&self, words: &str) -> &Self {
        assert!(
            self.text().contains(words),
            "{words:?} is not in: {}",
            self.text()
        );
        self
    }

    #[track_caller]
    pub(crate) fn never_says(&self, words: &str) -> &Self {
        assert!(
            !self.body.contains(words),
            "{words:?} is in: {}",
            self.text()
        );
        self
    }

    #[track_caller]
    pub(crate) fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        self
    }
}

impl Visitor {
    /// The same person, at another node.
    pub(crate) fn at(&self, router: Router) -> Self {
        Self {
            router,
            ..self.clone()
        }
    }

    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.send(Request::get(path), Body::empty()).await
    }

    /// Sends a form with the session's secret.
    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let csrf = self.csrf.clone();
        let mut all = vec![("csrf", csrf.as_str())];
        all.extend(fields);
        self.post_bare(path, &all).await
    }

    /// Sends a form as it is.
    pub(crate) async fn post_bare(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{}={}", coded(name), coded(value)))
            .collect();
        let request =
            Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, Body::from(body.join("&"))).await
    }

    /// Sends JSON as a page's own script would, with the session's secret in a header.
    pub(crate) async fn json(&mut self, way: Method, path: &str, body: &str) -> Answer {
        let request = asking(way, path).header("x-csrf-token", self.csrf.clone());
        self.send(request, Body::from(body.to_owned())).await
    }

    /// Loads files as a browser would.
    pub(crate) async fn load(&mut self, day: &str, files: &[(&str, &[u8])]) -> Answer {
        let csrf = self.csrf.clone();
        self.multipart(&parts(&csrf, day, files)).await
    }

    pub(crate) async fn multipart(&mut self, body: &[u8]) -> Answer {
        let request = Request::post("/uploads/new")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=XX");
        self.send(request, Body::from(body.to_vec())).await
    }

    pub(crate) async fn send(
        &mut self,
        mut request: axum::http::request::Builder,
        body: Body,
    ) -> Answer {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        let mut request = request.body(body).unwrap();
        let path = request.uri().path().to_owned();
        request
            .extensions_mut()
            .insert(ConnectInfo(SocketAddr::from(([192, 0, 2, 1], 5000))));
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (head, body) = response.into_parts();
        let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        self.keep_cookies(&head.headers);
        let answer = Answer {
            status: head.status,
            headers: head.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
            bytes: body.to_vec(),
        };
        let kind = answer
            .headers
            .get(header::CONTENT_TYPE)
            .map_or("", |it| it.to_str().unwrap());
        // A file to take away is a document of its own.
        let is_page = !answer.headers.contains_key(header::CONTENT_DISPOSITION);
        if kind.starts_with("text/html") && is_page {
            html::check(&path, &answer.body);
        }
        answer
    }

    fn keep_cookies(&mut self, headers: &HeaderMap) {
        for cookie in headers.get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().unwrap();
            let (name, rest) = cookie.split_once('=').unwrap();
            self.cookies.retain(|(known, _)| known != name);
            if !cookie.contains("Max-Age=0") {
                let value = rest.split(';').next().unwrap();
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
    }

    /// Signs in through the page, as a person does.
    pub(crate) async fn sign_in(&mut self, path: &str, name: &str, password: &str) -> Answer {
        let form = self.get(path).await;
        let secret = secret_in(&form.body);
        let answer = self
            .post_bare(
                path,
                &[("csrf", &secret), ("name", name), ("password", password)],
            )
            .await;
        if answer.status == StatusCode::SEE_OTHER {
            let page = self.get("/password").await;
            self.csrf = secret_in(&page.body);
        }
        answer
    }
}

/// A request of this way that carries JSON.
pub(crate) fn asking(way: Method, path: &str) -> axum::http::request::Builder {
    let way = match way {
        Method::Get => "GET",
        Method::Post => "POST",
        Method::Put => "PUT",
        Method::Delete => "DELETE",
    };
    Request::builder()
        .method(way)
        .uri(path)
        .header(header::CONTENT_TYPE, "application/json")
}

/// The secret of the last form of a page.
pub(crate) fn secret_in(page: &str) -> String {
    let tags = html::tags(page);
    let secret = tags.iter().find(|it| it.get("name") == "csrf");
    secret.map_or_else(String::new, |it| it.get("value").to_owned())
}

/// The body of the form that loads a return.
pub(crate) fn parts(csrf: &str, day: &str, files: &[(&str, &[u8])]) -> Vec<u8> {
    let (year, month, day) = match day.split('-').collect::<Vec<_>>()[..] {
        [year, month, day] => (year, month, day),
        _ => ("", "", ""),
    };
    let mut body = Vec::new();
    let answers = [
        ("csrf", csrf),
        ("as-at-day", day),
        ("as-at-month", month),
        ("as-at-year", year),
        ("scope", "6"),
    ];
    for (name, value) in answers {
        let part =
            format!("--XX\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    for (name, bytes) in files {
        let head = format!(
            "--XX\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--XX--\r\n");
    body
}

fn coded(text: &str) -> String {
    text.bytes()
        .map(|it| {
            if it.is_ascii_alphanumeric() {
                char::from(it).to_string()
            } else {
                format!("%{it:02X}")
            }
        })
        .collect()
}
