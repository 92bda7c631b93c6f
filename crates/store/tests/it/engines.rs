//! A fresh, empty store for each test: a SQLite file in a temporary folder, or a database in a PostgreSQL server
//! that these tests start for themselves and that stops when they end.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use sqlx::{AnyConnection, AssertSqlSafe, Connection as _, Executor as _};
use tempfile::TempDir;
use waymark_store::Store;

/// Where a test's store is, and a folder for its files. Both go when it is dropped.
pub(crate) struct Place {
    pub(crate) at: String,
    folder: TempDir,
}

impl Place {
    pub(crate) async fn open(&self) -> Store {
        Store::open(&self.at).await.unwrap()
    }

    /// A path in the test's own folder.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Does what no function of the store would: for damaging things.
    pub(crate) async fn sql(&self, sql: &str) -> u64 {
        let url = match self.at.starts_with("postgres") {
            true => self.at.clone(),
            false => format!("sqlite://{}", self.at),
        };
        sqlx::any::install_default_drivers();
        let mut connection = AnyConnection::connect(&url).await.unwrap();
        let done = connection
            .execute(AssertSqlSafe(sql.to_owned()))
            .await
            .unwrap();
        connection.close().await.unwrap();
        done.rows_affected()
    }
}

/// Makes two tests of an async function that takes a [`Place`]: `sqlite::it` and `postgres::it`.
macro_rules! on_both_engines {
    ($($test:ident),+ $(,)?) => {
        mod sqlite {
            $(#[test] fn $test() { crate::engines::on_sqlite(super::$test); })+
        }
        mod postgres {
            $(#[test] fn $test() { crate::engines::on_postgres(super::$test); })+
        }
    };
}
pub(crate) use on_both_engines;

pub(crate) fn on_sqlite<F: Future<Output = ()>>(test: impl FnOnce(Place) -> F) {
    run(test(sqlite()));
}

pub(crate) fn on_postgres<F: Future<Output = ()>>(test: impl FnOnce(Place) -> F) {
    if let Some(server) = server() {
        run(async { test(postgres(server).await).await });
    }
}

/// A place on the other engine; `None` if PostgreSQL is not installed.
pub(crate) async fn other_than(place: &Place) -> Option<Place> {
    match place.at.starts_with("postgres") {
        true => Some(sqlite()),
        false => Some(postgres(server()?).await),
    }
}

fn run(test: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap()
        .block_on(test);
}

fn sqlite() -> Place {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path().join("waymark.db");
    Place {
        at: at.to_str().unwrap().to_owned(),
        folder,
    }
}

async fn postgres(server: &Server) -> Place {
    static DATABASES: AtomicU32 = AtomicU32::new(0);
    let name = format!("test_{}", DATABASES.fetch_add(1, Ordering::Relaxed));
    sqlx::any::install_default_drivers();
    let mut connection = AnyConnection::connect(&server.url("postgres"))
        .await
        .unwrap();
    let create = AssertSqlSafe(format!("create database {name}"));
    connection.execute(create).await.unwrap();
    connection.close().await.unwrap();
    Place {
        at: server.url(&name),
        folder: tempfile::tempdir().unwrap(),
    }
}

/// A PostgreSQL server of our own, on a socket in its own folder.
struct Server {
    folder: PathBuf,
    /// It stops when this process's end of the pipe to it closes, however this process ends.
    _until_we_end: Child,
}

impl Server {
    fn url(&self, database: &str) -> String {
        let folder = self.folder.display();
        format!("postgres://waymark@localhost/{database}?host={folder}&port=5432")
    }
}

/// The one server of this test run, or `None`, said once, if its programs are not installed.
fn server() -> Option<&'static Server> {
    static SERVER: OnceLock<Option<Server>> = OnceLock::new();
    SERVER
        .get_or_init(|| match programs() {
            Some(programs) => Some(start(&programs)),
            None => {
                // Straight to the terminal: the test harness would swallow a println.
                let _ = writeln!(
                    std::io::stderr(),
                    "skipped: PostgreSQL (initdb and postgres not found; install PostgreSQL's \
                     server to run the store's tests on it)"
                );
                None
            }
        })
        .as_ref()
}

fn programs() -> Option<PathBuf> {
    let asked = Command::new("pg_config").arg("--bindir").output().ok();
    let told = asked.map(|it| PathBuf::from(String::from_utf8_lossy(&it.stdout).trim()));
    let debian = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|version| Some(version.ok()?.path().join("bin")));
    let on_path: Vec<PathBuf> =
        std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()).collect();
    told.into_iter()
        .chain(debian)
        .chain(on_path)
        .find(|it| it.join("initdb").exists() && it.join("postgres").exists())
}

fn start(programs: &Path) -> Server {
    // Its own short folder: a socket's path may not be longer than about a hundred bytes.
    let folder = tempfile::Builder::new()
        .prefix("waymark-pg-")
        .tempdir_in("/tmp")
        .unwrap()
        .keep();
    // PostgreSQL refuses to run as root.
    let user = is_root().then(|| ["postgres", "nobody"].into_iter().find(|it| exists(it)));
    let user = user.map(|found| found.expect("root needs a user postgres or nobody to run it as"));
    if let Some(user) = user {
        let given = Command::new("chown").arg(user).arg(&folder).status();
        assert!(given.unwrap().success(), "chown {user}");
    }
    let made = as_user(user, &programs.join("initdb"))
        .args(["--username=waymark", "--auth=trust", "--no-sync"])
        .args(["--encoding=UTF8", "--locale=C.UTF-8"])
        .arg("-D")
        .arg(folder.join("data"))
        .current_dir(&folder)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(
        made.status.success(),
        "initdb: {}",
        String::from_utf8_lossy(&made.stderr)
    );
    let until_we_end = as_user(user, Path::new("/bin/sh"))
        .args([
            "-c",
            // Ctrl-C reaches this too; it must live long enough to clear up.
            "trap '' INT TERM; \"$@\" & server=$!; cat >/dev/null; \
             kill -QUIT $server; wait $server; rm -rf \"$0\"",
        ])
        .arg(&folder)
        .arg(programs.join("postgres"))
        .arg("-D")
        .arg(folder.join("data"))
        .arg("-k")
        .arg(&folder)
        .args(["-p", "5432", "-c", "listen_addresses=", "-c", "fsync=off"])
        .current_dir(&folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let server = Server {
        folder,
        _until_we_end: until_we_end,
    };
    for _ in 0..300 {
        if ready(programs, &server.folder) {
            return server;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("PostgreSQL did not start in {}", server.folder.display());
}

fn ready(programs: &Path, folder: &Path) -> bool {
    Command::new(programs.join("pg_isready"))
        .arg("-h")
        .arg(folder)
        .args(["-p", "5432", "-q"])
        .status()
        .is_ok_and(|it| it.success())
}

fn as_user(user: Option<&str>, program: &Path) -> Command {
    match user {
        None => Command::new(program),
        Some(user) => {
            let mut command = Command::new("setpriv");
            command
                .arg(format!("--reuid={user}"))
                .args(["--regid", &group_of(user), "--clear-groups"])
                .arg(program);
            command
        }
    }
}

fn is_root() -> bool {
    id(&["-u"]).as_deref() == Some("0")
}

fn exists(user: &str) -> bool {
    id(&["-u", user]).is_some()
}

fn group_of(user: &str) -> String {
    id(&["-g", user]).unwrap()
}

fn id(asked: &[&str]) -> Option<String> {
    let said = Command::new("id").args(asked).output().ok()?;
    said.status
        .success()
        .then(|| String::from_utf8_lossy(&said.stdout).trim().to_owned())
}
