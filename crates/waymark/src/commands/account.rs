//! `waymark account`: who may sign in. The first administrator is added here; the others on the pages.

use crate::place;
use anyhow::{Context, Result, bail};
use std::io::{BufRead, IsTerminal};
use waymark_store::{Area, NewAccount, Role};
use waymark_web::password::{LEAST, hash};

/// What may be done.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Add an account. The password is read from standard input.
    Add(AddArguments),
    /// List accounts.
    List(ListArguments),
}

/// What `account add` may be told.
#[derive(clap::Args)]
pub(crate) struct AddArguments {
    /// The person's name.
    #[arg(long)]
    name: String,
    /// What they type to sign in, such as an e-mail address.
    #[arg(long, value_name = "NAME")]
    sign_in_name: String,
    /// chair, member, analyst, manager, scrutiny or administrator.
    #[arg(long, value_parser = role)]
    role: Role,
    /// A locality whose children a manager sees. May be given again.
    #[arg(long)]
    locality: Vec<String>,
    /// A district whose children a manager sees. May be given again.
    #[arg(long)]
    district: Vec<String>,
    /// A team whose children a manager sees. May be given again.
    #[arg(long)]
    team: Vec<String>,
    #[command(flatten)]
    place: crate::Place,
}

/// What `account list` may be told.
#[derive(clap::Args)]
pub(crate) struct ListArguments {
    #[command(flatten)]
    place: crate::Place,
}

fn role(word: &str) -> Result<Role, String> {
    Role::from_word(word).ok_or_else(|| {
        let words: Vec<&str> = Role::ALL.iter().map(|it| it.word()).collect();
        format!("expected one of {}", words.join(", "))
    })
}

/// Runs it.
pub(crate) fn run(command: &Command) -> Result<()> {
    match command {
        Command::Add(it) => add(it),
        Command::List(it) => list(it),
    }
}

fn add(arguments: &AddArguments) -> Result<()> {
    let areas: Vec<Area> = (arguments.locality.iter().map(|it| Area::locality(it)))
        .chain(arguments.district.iter().map(|it| Area::district(it)))
        .chain(arguments.team.iter().map(|it| Area::team(it)))
        .collect();
    if arguments.role == Role::Manager && areas.is_empty() {
        bail!("a manager needs at least one --locality, --district or --team");
    }
    if std::io::stdin().is_terminal() {
        eprintln!("Type a password and press Enter (it is shown as you type):");
    }
    let mut password = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut password)
        .context("could not read the password")?;
    let password = password.trim_end_matches(['\r', '\n']);
    if password.chars().count() < LEAST {
        bail!("the password is too short: choose at least {LEAST} characters");
    }
    let password_hash = hash(password);
    let place = place::find(&arguments.place)?;
    place::runtime()?.block_on(async {
        let store = place.store().await?;
        store
            .create_account(NewAccount {
                sign_in_name: arguments.sign_in_name.clone(),
                name: arguments.name.clone(),
                role: arguments.role,
                areas,
                password_hash,
            })
            .await
            .context("could not add the account")
    })?;
    println!(
        "{} may sign in as {}",
        arguments.name, arguments.sign_in_name
    );
    Ok(())
}

fn list(arguments: &ListArguments) -> Result<()> {
    let place = place::find(&arguments.place)?;
    let accounts = place::runtime()?.block_on(async {
        place
            .store()
            .await?
            .accounts()
            .await
            .context("could not list accounts")
    })?;
    for it in accounts {
        let closed = if it.active { "" } else { " (closed)" };
        println!(
            "{:32} {:14} {}{closed}",
            it.sign_in_name,
            it.role.word(),
            it.name
        );
    }
    Ok(())
}
