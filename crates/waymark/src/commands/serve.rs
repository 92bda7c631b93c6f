//! `waymark serve`: the pages.

use crate::config::Config;
use crate::paper_templates;
use crate::place::{self, Found};
use anyhow::{Context, Result, bail};
use std::future::IntoFuture;
use std::net::SocketAddr;
use waymark_report::paper::template::Template;
use waymark_store::Store;
use waymark_web::{House, Options};

/// What it may be told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    place: crate::Place,
    /// Listen on this port of the configured address.
    #[arg(long, value_name = "N")]
    port: Option<u16>,
}

/// Runs it until it is told to stop.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let found = place::find(&arguments.place)?;
    let mut listen = found.config.server.listen;
    if let Some(port) = arguments.port {
        listen.set_port(port);
    }
    place::runtime()?.block_on(async {
        let store = found.store().await?;
        refuse_demo_accounts(&store).await?;
        if store.accounts().await?.is_empty() {
            eprintln!(
                "Nobody can sign in yet. Add an administrator with: waymark account add --role administrator \
                 --name \"…\" --sign-in-name …"
            );
        }
        let options = options(&found)?;
        serve(store, options, listen, &[]).await
    })
}

/// Demo accounts have passwords that anyone may read, so a store that holds them is served by `waymark demo` only.
async fn refuse_demo_accounts(store: &Store) -> Result<()> {
    let demo = store
        .accounts()
        .await?
        .into_iter()
        .any(|it| it.active && it.sign_in_name.ends_with(super::demo::DOMAIN));
    if demo {
        bail!(
            "this folder holds the demo county and its open accounts: serve it with `waymark demo`, or choose another --data folder"
        );
    }
    Ok(())
}

/// What the pages are told of the council.
pub(crate) fn options(found: &Found) -> Result<Options> {
    options_with(found, paper_templates::told(&found.folder)?)
}

/// The same with these templates of papers.
pub(crate) fn options_with(found: &Found, templates: Vec<Template>) -> Result<Options> {
    let config: &Config = &found.config;
    Ok(Options {
        name: config.name.clone(),
        service: config.service.clone(),
        colour: config.colour.clone(),
        logo: logo(found)?,
        areas: config.areas()?,
        settings: config.settings()?,
        address: if config.server.address.is_empty() {
            format!("http://{}", config.server.listen)
        } else {
            config.server.address.clone()
        },
        mail: config.mail()?,
        behind_proxy: config.server.behind_proxy,
        demo: false,
        today: None,
        nearing_days: config.data.nearing_days,
        stale_after_days: config.data.stale_after_days,
        templates,
        press: crate::printer::press(),
    })
}

fn logo(found: &Found) -> Result<Option<(Vec<u8>, String)>> {
    if found.config.logo.as_os_str().is_empty() {
        return Ok(None);
    }
    let path = found.folder.join(&found.config.logo);
    let kind = match path
        .extension()
        .and_then(|it| it.to_str())
        .map(str::to_lowercase)
        .as_deref()
    {
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => bail!(
            "logo is {}; expected a file that ends in .svg or .png",
            path.display()
        ),
    };
    let bytes = std::fs::read(&path)
        .with_context(|| format!("could not read the logo {}", path.display()))?;
    Ok(Some((bytes, kind.to_owned())))
}

/// Serves until the program is told to stop (Ctrl-C or SIGTERM), then finishes what was begun.
pub(crate) async fn serve(
    store: Store,
    options: Options,
    listen: SocketAddr,
    say: &[String],
) -> Result<()> {
    for it in store.interrupted().await? {
        eprintln!("{}", interrupted_words(&it));
    }
    let house = House::new(store, options);
    let listener = tokio::net::TcpListener::bind(listen)
        .await
        .with_context(|| format!("could not listen on {listen}"))?;
    let at = listener.local_addr()?;
    house
        .reload()
        .await
        .context("could not read the returns that are kept")?;
    tokio::spawn(house.clone().follow());
    tokio::spawn(house.clone().remind_in_time());
    println!("Serving at http://{at}");
    for line in say {
        println!("{line}");
    }
    let app = waymark_web::app(house.clone()).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, app)
        .with_graceful_shutdown(told_to_stop())
        .into_future()
        .await?;
    house.store().close().await;
    println!("Stopped.");
    Ok(())
}

/// What is said of an upload that was cut off.
pub(crate) fn interrupted_words(it: &waymark_store::Interrupted) -> String {
    format!(
        "The upload of {} begun at {} did not finish. Nothing of it was kept: send it again.",
        it.name, it.begun
    )
}

async fn told_to_stop() {
    let interrupt = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! { () = interrupt => {}, () = terminate => {} }
}
