//! Reminding: each owner once a period, whichever node comes first, and again where the mail server did not take it.

use super::digest::written;
use super::owed::{Owing, owing};
use super::send::{NotSent, send};
use super::{Every, Settings};
use crate::clock;
use crate::house::House;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use waymark_data::Day;
use waymark_programme::RecordId;
use waymark_programme::kinds::ACTION;
use waymark_store::{Letter as Claimed, StoreError};

/// One person of a round of reminders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminded {
    /// Their name.
    pub name: String,
    /// How many things are past their day.
    pub overdue: usize,
    /// How many are due soon.
    pub soon: usize,
    /// How many wait for them.
    pub waiting: usize,
    /// What came of the letter.
    pub came: Came,
}

/// What came of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Came {
    /// It was sent.
    Sent,
    /// It was sent before, or another node is sending it, or it is too soon to try again.
    Before,
    /// Nobody was written to: it was only looked what would be sent.
    Looked,
    /// It was not sent.
    Not(NotSent),
}

/// How long after a failure a letter is tried again.
const AGAIN: SignedDuration = SignedDuration::from_hours(1);
/// How often the running server looks whether it is time.
const LOOK_EVERY: std::time::Duration = std::time::Duration::from_secs(300);
/// How many letters back failures are looked for.
const BACK: u32 = 2000;

/// Reminds everybody who owes something, once in this period.
///
/// # Errors
/// When the store does not answer.
pub async fn remind(house: &House, dry: bool) -> Result<Vec<Reminded>, StoreError> {
    let settings = &house.options().mail;
    let (today, now) = (house.today(), Timestamp::now());
    let records = house.records().await?;
    let accounts = house.store().accounts().await?;
    let about = format!("reminder {}", period(settings, today));
    let earlier = house.store().letters(BACK).await?;
    let mut round = Vec::new();
    for one in owing(&records, &accounts, today, settings.within_days) {
        let came = if dry {
            Came::Looked
        } else if !settings.can_send() {
            Came::Not(NotSent::NoServer)
        } else {
            write_to(house, &one, &about, &earlier, now).await?
        };
        round.push(Reminded {
            name: one.name,
            overdue: one.overdue.len(),
            soon: one.soon.len(),
            waiting: one.waiting.len(),
            came,
        });
    }
    Ok(round)
}

async fn write_to(
    house: &House,
    one: &Owing<'_>,
    about: &str,
    earlier: &[Claimed],
    now: Timestamp,
) -> Result<Came, StoreError> {
    let to = super::send::one_line(&format!("{} <{}>", one.name, one.email));
    let before = earlier
        .iter()
        .find(|it| it.to_name == to && it.about == about);
    if before.is_some_and(|it| !worth_trying(it, now)) {
        return Ok(Came::Before);
    }
    let Some(claimed) = house.store().claim_letter(&to, about, now).await? else {
        return Ok(Came::Before);
    };
    let (links, asks) = links(house, one, now).await?;
    let letter = written(house.options(), one, &links);
    let sent = send(&house.options().mail, &letter).await;
    if sent.is_err() {
        // Nobody holds these links: the next try makes its own.
        for ask in asks {
            house.store().revoke_ask(ask, Timestamp::now()).await?;
        }
    }
    let failed = sent.err();
    house
        .store()
        .letter_went(claimed, failed.map(NotSent::words), Timestamp::now())
        .await?;
    if let Some(why) = failed {
        tracing::warn!(letter = claimed, because = %why, "a reminder was not sent");
    }
    Ok(failed.map_or(Came::Sent, Came::Not))
}

/// Whether a letter that was made before may be tried again.
fn worth_trying(letter: &Claimed, now: Timestamp) -> bool {
    match letter.failed.as_deref() {
        _ if letter.sent.is_some() => false,
        Some(why)
            if [NotSent::Refused, NotSent::BadAddress]
                .iter()
                .any(|it| it.words() == why) =>
        {
            false
        }
        Some(_) => now.duration_since(letter.made) >= AGAIN,
        None => true,
    }
}

/// A link for each action of somebody without an account, and the links' numbers.
async fn links(
    house: &House,
    one: &Owing<'_>,
    now: Timestamp,
) -> Result<(BTreeMap<RecordId, String>, Vec<i64>), StoreError> {
    let mut links = BTreeMap::new();
    let mut asks = Vec::new();
    if one.account.is_some() {
        return Ok((links, asks));
    }
    let options = house.options();
    let ends = now + SignedDuration::from_hours(24 * i64::from(options.mail.link_days));
    let all = one.overdue.iter().chain(&one.soon).chain(&one.waiting);
    for owed in all.filter(|it| it.record.is(&ACTION)) {
        let to = (one.name.as_str(), one.email.as_str());
        let (ask, token) = house
            .store()
            .make_ask(owed.record.id, to, None, now, ends)
            .await?;
        let address = crate::pages::asked::address(options, token.reveal());
        links.insert(owed.record.id, address);
        asks.push(ask);
    }
    Ok((links, asks))
}

/// The first day of the period that a day lies in.
fn period(settings: &Settings, today: Day) -> Day {
    if settings.every != Every::Week {
        return today;
    }
    let back = settings.weekday.until(today.date().weekday());
    today.plus_days(-i32::from(back))
}

impl House {
    /// Reminds owners for as long as the program runs, at the time the council chose.
    pub async fn remind_in_time(self) {
        let settings = &self.options().mail;
        if !settings.can_send() || settings.every == Every::Never {
            return;
        }
        let mut ticks = tokio::time::interval(LOOK_EVERY);
        ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            ticks.tick().await;
            if clock::hour(Timestamp::now()) < settings.hour {
                continue;
            }
            match remind(&self, false).await {
                Ok(round) => {
                    let sent = round.iter().filter(|it| it.came == Came::Sent).count();
                    if sent > 0 {
                        tracing::info!(letters = sent, "reminders sent");
                    }
                }
                Err(error) => {
                    tracing::error!(because = %error, "reminders wait: the store does not answer");
                }
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use jiff::civil::Weekday;

    #[test]
    fn a_week_begins_on_the_councils_weekday() {
        let settings = Settings {
            weekday: Weekday::Wednesday,
            ..Settings::default()
        };
        let starts = |today: &str| period(&settings, today.parse().unwrap()).to_string();
        // 4 April 2018 was a Wednesday.
        assert_eq!(starts("2018-04-04"), "2018-04-04");
        assert_eq!(starts("2018-04-10"), "2018-04-04");
        assert_eq!(starts("2018-04-11"), "2018-04-11");
        let daily = Settings {
            every: Every::Day,
            ..Settings::default()
        };
        assert_eq!(
            period(&daily, "2018-04-10".parse().unwrap()).to_string(),
            "2018-04-10"
        );
    }
}
