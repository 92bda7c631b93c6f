//! Waymark: the system that a children's services department runs its improvement on.

mod commands;
mod config;
mod figures_json;
mod input;
mod mail_config;
mod paper_templates;
mod place;
mod printer;
mod progress;

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Takes the child-level returns a council already makes, checks them, and turns them into honest measures.
#[derive(Parser)]
#[command(version, about, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the pages.
    Serve(commands::serve::Arguments),
    /// Load the demo county and serve it, on this machine only.
    Demo(commands::demo::Arguments),
    /// Write the demo county's returns as workbooks and CSVs that anyone may open.
    DemoData(commands::demo_data::Arguments),
    /// Load a return into the store.
    Load(commands::load::Arguments),
    /// Compute the measures of a return, without a store.
    Measures(commands::measures::Arguments),
    /// Read minutes: meeting, people, items, what was decided and promised, without a store.
    Minutes(commands::minutes::Arguments),
    /// Write a paper from the store: the board's summary, the report to scrutiny, the briefing note.
    ///
    /// Ends with 0 when it is written, with 1 when it may not be issued (a rule of papers is against it, or its template has
    /// a mistake) and with 2 when the call is wrong: no such paper, format, folder or store, or no return to write from.
    Paper(commands::paper::Arguments),
    /// Write the whole public side into a folder that any server can serve.
    Publish(commands::publish::Arguments),
    /// Add, list and change the accounts of people who may sign in.
    #[command(subcommand)]
    Account(commands::account::Command),
    /// Remind owners of what is overdue, due soon or waiting, by e-mail.
    Remind(commands::remind::Arguments),
    /// Write everything that is kept into one file, while pages are served.
    Backup(commands::backup::BackupArguments),
    /// Bring back what a backup holds.
    Restore(commands::backup::RestoreArguments),
    /// Prove the chain of history: that nothing people wrote was changed or taken out unseen.
    Verify(commands::verify::Arguments),
    /// Print one paper: its value on standard input, its PDF on standard output.
    #[command(hide = true)]
    Print,
}

/// Where the data are: shared by every command that needs a store.
#[derive(clap::Args, Clone, Debug)]
struct Place {
    /// The folder of the data: waymark.toml and, unless it says otherwise, waymark.db.
    #[arg(long, value_name = "DIR", default_value = ".")]
    data: PathBuf,
    /// A configuration elsewhere than in the data folder.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    keep_values_out_of_panics();
    start_logging(matches!(arguments.command, Command::Serve(_)));
    // The linter's refusal of a paper is told from a call that is wrong.
    let refuses = matches!(arguments.command, Command::Paper(_));
    let done = match arguments.command {
        Command::Serve(it) => commands::serve::run(&it),
        Command::Demo(it) => commands::demo::run(&it),
        Command::DemoData(it) => commands::demo_data::run(&it),
        Command::Load(it) => commands::load::run(&it),
        Command::Measures(it) => commands::measures::run(&it),
        Command::Minutes(it) => commands::minutes::run(&it),
        Command::Paper(it) => commands::paper::run(&it),
        Command::Publish(it) => commands::publish::run(&it),
        Command::Account(it) => commands::account::run(&it),
        Command::Remind(it) => commands::remind::run(&it),
        Command::Backup(it) => commands::backup::backup(&it),
        Command::Restore(it) => commands::backup::restore(&it),
        Command::Verify(it) => commands::verify::run(&it),
        Command::Print => commands::print::run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let mut because = error.chain();
            eprintln!(
                "waymark: {}",
                because.next().map_or_else(String::new, ToString::to_string)
            );
            for reason in because {
                eprintln!("  because: {reason}");
            }
            match refuses && !error.is::<commands::paper::MayNotBeIssued>() {
                true => ExitCode::from(2),
                false => ExitCode::FAILURE,
            }
        }
    }
}

/// A panic's message may hold what a cell said: only where it happened is told.
fn keep_values_out_of_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map_or_else(String::new, |it| format!(" at {}:{}", it.file(), it.line()));
        tracing::error!(
            "a fault in the program{place}; what it was about is left out, because it may be a child's"
        );
    }));
}

/// Logs go to standard error: one JSON line each when `WAYMARK_LOG_FORMAT=json`, else for people. `WAYMARK_LOG` sets what
/// is logged: unless told, `serve` says what it does and other commands only what went wrong.
fn start_logging(serving: bool) {
    let unless_told = if serving {
        "warn,waymark=info,usvg=error"
    } else {
        "warn,usvg=error"
    };
    let filter = tracing_subscriber::EnvFilter::try_from_env("WAYMARK_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new(unless_told));
    let logs = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    if std::env::var("WAYMARK_LOG_FORMAT").is_ok_and(|it| it == "json") {
        logs.json().init();
    } else {
        logs.init();
    }
}
