//! The council's configuration: `waymark.toml`. A mistake names the line, the key and what was expected.

use crate::mail_config::{self, MailConfig, RemindersConfig};
use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use waymark_data::areas::District;
use waymark_data::{Areas, Day};
use waymark_measures::{Comparator, ParameterValue, Settings, Target, catalogue, parameters};

/// All of `waymark.toml`. Every key may be left out.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Config {
    /// The council's name.
    pub name: String,
    /// What the council calls this system.
    pub service: String,
    /// The council's colour, as `#rrggbb`.
    pub colour: String,
    /// A file with the council's logo, SVG or PNG; empty for none.
    pub logo: PathBuf,
    /// Where and how pages are served.
    pub server: Server,
    /// Where the facts are kept.
    pub store: StoreConfig,
    /// When data and dates count as near or old.
    pub data: DataConfig,
    /// The mail server letters go out through.
    pub mail: MailConfig,
    /// When owners are reminded.
    pub reminders: RemindersConfig,
    /// Districts with their locality and population.
    pub district: Vec<DistrictConfig>,
    /// Children aged 0-17 of the whole council by year, where it is not the districts' sum.
    pub population: std::collections::BTreeMap<String, u32>,
    /// Limits that practice leaves to the council.
    pub parameter: Vec<ParameterConfig>,
    /// Targets.
    pub target: Vec<TargetConfig>,
    /// Published figures to read measures beside.
    pub comparator: Vec<ComparatorConfig>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            name: "Your council".into(),
            service: "Waymark".into(),
            colour: "#1d70b8".into(),
            logo: PathBuf::new(),
            server: Server::default(),
            store: StoreConfig::default(),
            data: DataConfig::default(),
            mail: MailConfig::default(),
            reminders: RemindersConfig::default(),
            district: Vec::new(),
            population: std::collections::BTreeMap::new(),
            parameter: Vec::new(),
            target: Vec::new(),
            comparator: Vec::new(),
        }
    }
}

/// Where and how pages are served.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Server {
    /// The address to listen on.
    pub listen: SocketAddr,
    /// Where people find these pages, as letters and calendars name it; empty: where it listens.
    pub address: String,
    /// Whether a proxy with TLS stands in front: cookies are then `Secure`, and the caller's address is taken from
    /// `X-Forwarded-For`.
    pub behind_proxy: bool,
}

impl Default for Server {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            address: String::new(),
            behind_proxy: false,
        }
    }
}

/// Where the facts are kept.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct StoreConfig {
    /// A SQLite file, beside the configuration unless absolute, or a `postgres://` address. The environment's
    /// `WAYMARK_DATABASE_URL` goes before it.
    pub database: String,
}

impl Default for StoreConfig {
    fn default() -> Self {
        Self {
            database: "waymark.db".into(),
        }
    }
}

/// When data and dates count as near or old.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct DataConfig {
    /// A limit this many days ahead is "nearing" on a manager's page.
    pub nearing_days: u32,
    /// Data older than this are said to be old before anything else is.
    pub stale_after_days: u32,
}

impl Default for DataConfig {
    fn default() -> Self {
        Self {
            nearing_days: 7,
            stale_after_days: 35,
        }
    }
}

/// A district.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DistrictConfig {
    /// Its name, as it stands in the names of teams.
    pub name: String,
    /// The locality that holds it.
    pub locality: String,
    /// Children aged 0-17 by year of the mid-year estimate.
    #[serde(default)]
    pub population: std::collections::BTreeMap<String, u32>,
}

/// A limit from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ParameterConfig {
    /// Which limit.
    pub name: String,
    /// Its value.
    pub value: i32,
    /// The first day it holds for.
    pub from: Option<String>,
}

/// A target from a day on.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TargetConfig {
    /// The measure's name.
    pub measure: String,
    /// The target, in the measure's unit.
    pub value: f64,
    /// The first day it holds for.
    pub from: Option<String>,
}

/// A published figure.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ComparatorConfig {
    /// The measure's name.
    pub measure: String,
    /// Whose figure.
    pub name: String,
    /// The figure, in the measure's unit.
    pub value: f64,
    /// What it is of.
    pub period: String,
    /// Where it was published.
    pub source: String,
}

impl Config {
    /// Reads a file of configuration; the defaults where there is none and none was asked for.
    ///
    /// # Errors
    /// When the file cannot be read, is not TOML, has a key that Waymark does not know, or a value of another kind than
    /// was expected: the message says which line and key.
    pub(crate) fn read(path: &Path, must_exist: bool) -> Result<Self> {
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && !must_exist => {
                return Ok(Self::default());
            }
            Err(error) => {
                return Err(error).with_context(|| format!("could not read {}", path.display()));
            }
        };
        Self::parse(&text).with_context(|| format!("there is a mistake in {}", path.display()))
    }

    /// Reads configuration from text.
    ///
    /// # Errors
    /// As [`Config::read`].
    pub(crate) fn parse(text: &str) -> Result<Self> {
        let config: Self = toml::from_str(text)
            .map_err(|error| anyhow::anyhow!("{}", error.to_string().trim_end()))?;
        config.areas()?;
        config.settings()?;
        config.mail()?;
        if !is_colour(&config.colour) {
            bail!(
                "colour is '{}'; a colour is written as # and six hexadecimal digits, such as #1d70b8",
                config.colour
            );
        }
        Ok(config)
    }

    /// How letters go out.
    ///
    /// # Errors
    /// When a word is none of those that are known, or a letter's link would lead nowhere.
    pub(crate) fn mail(&self) -> Result<waymark_web::mail::Settings> {
        let address = &self.server.address;
        let whole = address.starts_with("https://") || address.starts_with("http://");
        if !address.is_empty()
            && (!whole || address.ends_with('/') || address.contains(char::is_whitespace))
        {
            bail!(
                "server.address is '{address}'; expected where people find these pages, such as https://waymark.wayshire.example, without a slash at its end"
            );
        }
        if !self.mail.server.is_empty() && address.is_empty() {
            bail!(
                "mail.server is set and server.address is not: letters would hold links that lead nowhere"
            );
        }
        mail_config::settings(&self.mail, &self.reminders)
    }

    /// The council's areas.
    ///
    /// # Errors
    /// When a year is not a year.
    pub(crate) fn areas(&self) -> Result<Areas> {
        let years = |key: &str,
                     given: &std::collections::BTreeMap<String, u32>|
         -> Result<Vec<(i16, u32)>> {
            given
                .iter()
                .map(|(year, children)| match year.parse() {
                    Ok(year @ 1900..=2200) => Ok((year, *children)),
                    _ => bail!("{key} has '{year}'; expected a year of a mid-year estimate, such as 2017 = 246777"),
                })
                .collect()
        };
        let mut districts = Vec::new();
        for it in &self.district {
            let populations = years(
                &format!("population of district {}", it.name),
                &it.population,
            )?;
            districts.push(District {
                name: it.name.clone(),
                locality: it.locality.clone(),
                populations,
            });
        }
        Ok(Areas {
            districts,
            populations: years("population", &self.population)?,
        })
    }

    /// The council's limits, targets and comparators.
    ///
    /// # Errors
    /// When one names a measure or limit that does not exist, or a limit that the law fixes.
    pub(crate) fn settings(&self) -> Result<Settings> {
        let day = |text: &Option<String>| -> Result<Option<Day>> {
            text.as_deref()
                .map(str::parse)
                .transpose()
                .map_err(|why: String| anyhow::anyhow!("from: {why}"))
        };
        let measure = |table: &str, name: &str| -> Result<()> {
            if catalogue::all().any(|it| it.name() == name) {
                return Ok(());
            }
            bail!(
                "[[{table}]] names the measure '{name}', which does not exist; `waymark measures --list` names them all"
            )
        };
        let mut settings = Settings::default();
        for it in &self.parameter {
            let known = parameters::find(&it.name).with_context(|| {
                let names: Vec<&str> = parameters::ALL.iter().map(|it| it.name).collect();
                format!(
                    "[[parameter]] names '{}'; expected one of {}",
                    it.name,
                    names.join(", ")
                )
            })?;
            if known.standing != waymark_measures::Standing::Practice {
                bail!(
                    "[[parameter]] sets '{}', which is not the council's to set: it comes from {}",
                    it.name,
                    known.source
                );
            }
            settings.parameters.push(ParameterValue {
                name: it.name.clone(),
                from: day(&it.from)?,
                value: it.value,
            });
        }
        for it in &self.target {
            measure("target", &it.measure)?;
            settings.targets.push(Target {
                measure: it.measure.clone(),
                from: day(&it.from)?,
                value: it.value,
            });
        }
        for it in &self.comparator {
            measure("comparator", &it.measure)?;
            settings.comparators.push(Comparator {
                measure: it.measure.clone(),
                name: it.name.clone(),
                value: it.value,
                period: it.period.clone(),
                source: it.source.clone(),
            });
        }
        Ok(settings)
    }
}

fn is_colour(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|it| it.is_ascii_hexdigit()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_example_equals_the_defaults() {
        let example = Config::parse(include_str!("../../../waymark.example.toml")).unwrap();
        assert_eq!(example, Config::default());
    }

    #[test]
    fn the_examples_commented_tables_are_right_when_uncommented() {
        let text: String = include_str!("../../../waymark.example.toml")
            .lines()
            .map(|line| line.strip_prefix("#: ").unwrap_or(line))
            .flat_map(|line| [line, "\n"])
            .collect();
        let config = Config::parse(&text).unwrap();
        assert!(!config.district.is_empty() && !config.parameter.is_empty());
        assert!(!config.target.is_empty() && !config.comparator.is_empty());
    }

    #[test]
    fn a_mistake_names_the_key_and_what_was_expected() {
        for (text, said) in [
            ("nmae = 'x'", ["nmae", "name"]),
            ("[server]\nlisten = 8080", ["listen", "8080"]),
            ("[[district]]\nname = 'Sands'", ["locality", "district"]),
            ("[population]\nlast = 3", ["last", "year"]),
            ("colour = 'blue'", ["colour", "#1d70b8"]),
            ("[mail]\nsecurity = 'ssl'", ["mail.security", "starttls"]),
            (
                "[server]\naddress = 'https://w.example'\n[mail]\nserver = 'mail.example'\nfrom = 'board'",
                ["mail.from", "sender"],
            ),
            (
                "[mail]\nserver = 'mail.example'\nfrom = 'board@w.example'",
                ["server.address", "mail.server"],
            ),
            (
                "[mail]\nsecurity = 'none'\nuser = 'board'",
                ["mail.user", "password"],
            ),
            ("[mail]\nlink_days = 365", ["mail.link_days", "90"]),
            (
                "[server]\naddress = 'w.example/'",
                ["server.address", "https://"],
            ),
            ("[reminders]\nevery = 'hour'", ["reminders.every", "week"]),
            (
                "[reminders]\nweekday = 'Montag'",
                ["reminders.weekday", "monday"],
            ),
            ("[reminders]\nhour = 24", ["reminders.hour", "23"]),
            (
                "[[parameter]]\nname = 'assessment_limit_wd'\nvalue = 60",
                ["assessment_limit_wd", "Working Together"],
            ),
            (
                "[[parameter]]\nname = 'visits'\nvalue = 60",
                ["visits", "cin_visit_days"],
            ),
            (
                "[[target]]\nmeasure = 'assesment-45'\nvalue = 85",
                ["assesment-45", "measures --list"],
            ),
            (
                "[[target]]\nmeasure = 'assessment-45'\nvalue = 85\nfrom = '1/4/2018'",
                ["1/4/2018", "2018-03-31"],
            ),
        ] {
            let message = format!("{:#}", Config::parse(text).unwrap_err());
            for word in said {
                assert!(
                    message.contains(word),
                    "{text}: {message} does not say {word}"
                );
            }
        }
    }
}
