//! A paper on its way to the committee it is for: who is on the committee, how each is reached, one letter each with a link,
//! and who sent it when to how many on the paper's record. A letter holds no figure.

use super::making::committee_of;
use crate::house::House;
use crate::mail::{self, Letter, NotSent, Part};
use crate::problem::Problem;
use crate::user::User;
use jiff::Timestamp;
use waymark_data::Day;
use waymark_programme::check::plausible_email;
use waymark_programme::circles::VOICES;
use waymark_programme::gate;
use waymark_programme::kinds::MEMBER;
use waymark_programme::owner::{key, serving};
use waymark_programme::{Asker, Change, Changes, Readers, Record, RecordId, Records, link};
use waymark_report::Audience;
use waymark_store::{Account, Letter as Claimed, StoreError};

/// Somebody on the committee.
pub(crate) struct Reader {
    /// Their name.
    pub(crate) name: String,
    /// Their address; empty where there is none that is used.
    pub(crate) email: String,
    /// Why they cannot be sent it; empty where they can.
    pub(crate) unreached: &'static str,
    /// The last letter to them with this paper.
    pub(crate) letter: Option<Claimed>,
}

impl Reader {
    /// Whether a letter with this paper reached their mail server.
    pub(crate) fn has_it(&self) -> bool {
        self.letter.as_ref().is_some_and(|it| it.sent.is_some())
    }

    /// As letters are claimed for them.
    fn line(&self) -> String {
        mail::one_line(&format!("{} <{}>", self.name, self.email))
    }
}

/// Where a paper is read by its committee: the public's page of one that is published, the paper's page of one for the
/// board; none of one that is to be published first.
pub(crate) fn address(house: &House, paper: &Record, audience: Audience) -> Option<String> {
    let site = &house.options().address;
    match audience {
        Audience::Board => Some(format!("{site}/papers/{}", paper.id)),
        Audience::Public => {
            (paper.readers == Readers::Public).then(|| format!("{site}/public/papers/{}", paper.id))
        }
    }
}

/// "Sent on 5 April 2018 by Marcus Bell: 7 of 9 members."; empty of a paper that was not sent.
pub(crate) fn sent_words(paper: &Record) -> String {
    paper.day("sent_on").map_or_else(String::new, |on| {
        format!(
            "Sent on {} by {}: {}.",
            on.words(),
            paper.text("sent_by"),
            paper.text("sent_to")
        )
    })
}

/// What letters with this paper are about begins so.
fn about(paper: &Record) -> String {
    format!("paper {} ", paper.reference())
}

/// The committee's serving members, by name, each with how they are reached.
pub(crate) async fn committee(
    house: &House,
    records: &Records,
    paper: &Record,
    audience: Audience,
) -> Result<Vec<Reader>, StoreError> {
    let Some(body) = committee_of(records, paper) else {
        return Ok(Vec::new());
    };
    let accounts = house.store().accounts().await?;
    let letters = house.store().letters_about(&about(paper)).await?;
    let today = house.today();
    let mut found: Vec<Reader> = records
        .led_here(body.id, &link::PART_OF)
        .filter(|it| it.is(&MEMBER) && serving(it, today))
        .map(|it| reader(it, paper, audience, &accounts))
        .collect();
    found.sort_by_key(|it| key(&it.name));
    found.dedup_by_key(|it| (key(&it.name), it.email.to_lowercase()));
    for one in &mut found {
        let line = one.line();
        one.letter = letters.iter().find(|it| it.to_name == line).cloned();
    }
    Ok(found)
}

fn reader(member: &Record, paper: &Record, audience: Audience, accounts: &[Account]) -> Reader {
    let (name, own) = (member.title(), member.text("email").trim());
    let account = accounts.iter().filter(|it| it.active).find(|it| {
        key(&it.name) == key(name) || !own.is_empty() && it.sign_in_name.eq_ignore_ascii_case(own)
    });
    let email = [own, account.map_or("", |it| it.sign_in_name.as_str())]
        .into_iter()
        .find(|it| plausible_email(it))
        .unwrap_or("");
    let reads = account.is_some_and(|it| {
        let asker = Asker {
            role: Some(it.role),
            name: &it.name,
            areas: &it.areas,
        };
        VOICES.contains(&it.role) && asker.may_read(paper)
    });
    Reader {
        name: name.to_owned(),
        email: email.to_owned(),
        unreached: match audience {
            _ if email.is_empty() => "No e-mail address is known",
            Audience::Board if !reads => {
                "They have no account of the board’s, and the paper is read after signing in"
            }
            _ => "",
        },
        letter: None,
    }
}

/// Which members are written to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whom {
    /// Those it has not reached yet.
    Rest,
    /// All of them, once more.
    All,
}

/// Sends the paper to its committee and writes down that it was sent; how many letters went out. `read` is the version of the
/// paper's record that the sender saw: pressed twice, each member gets one letter.
///
/// # Errors
/// When the store does not answer, or this person may not send it.
pub(crate) async fn send(
    house: &House,
    user: &User,
    id: RecordId,
    audience: Audience,
    whom: Whom,
    read: u32,
) -> Result<usize, Problem> {
    let records = house.records().await?;
    let paper = records.get(id).ok_or(Problem::NotFound)?;
    let address = address(house, paper, audience).ok_or(Problem::NotFound)?;
    // Whether they may is seen before anything goes out.
    gate::pass(
        &user.asker(),
        &records,
        &noted(paper, user, house.today(), "-"),
        house.today(),
    )
    .map_err(|_| Problem::NotAllowed("Papers are sent by those who hand them in."))?;
    let committee = committee(house, &records, paper, audience).await?;
    let about = format!("{}as of version {read}", about(paper));
    let mut went = 0;
    for one in &committee {
        if !one.unreached.is_empty() || whom == Whom::Rest && one.has_it() {
            continue;
        }
        let claimed = house
            .store()
            .claim_letter(&one.line(), &about, Timestamp::now())
            .await?;
        let Some(claimed) = claimed else { continue };
        let letter = letter(house, &records, paper, one, (&address, audience));
        let sent = mail::send(&house.options().mail, &letter).await;
        let failed = sent.err();
        house
            .store()
            .letter_went(claimed, failed.map(NotSent::words), Timestamp::now())
            .await?;
        match failed {
            None => went += 1,
            // Nobody else would get theirs either.
            Some(NotSent::NoServer | NotSent::NoAnswer | NotSent::NotSafe) => break,
            Some(_) => {}
        }
    }
    tracing::info!(
        paper = id.0,
        by = user.id.0,
        letters = went,
        "a paper was sent"
    );
    if went > 0 {
        let all = self::committee(house, &records, paper, audience).await?;
        let have = all.iter().filter(|it| it.has_it()).count();
        let to = format!("{have} of {} members", all.len());
        note(house, user, id, &to).await?;
    }
    Ok(went)
}

/// How often writing down is tried again when somebody writes the record at the same moment.
const TRIES: usize = 5;

/// Writes down on the paper's record that it was sent, by whom, today, to so many.
///
/// # Errors
/// When the store does not answer, or this person may not.
pub(crate) async fn note(
    house: &House,
    user: &User,
    id: RecordId,
    to: &str,
) -> Result<(), Problem> {
    for _ in 0..TRIES {
        let records = house.records().await?;
        let paper = records.get(id).ok_or(Problem::NotFound)?;
        let changes = noted(paper, user, house.today(), to);
        match crate::desk::hand_in(house, user, &changes).await {
            Ok(_) => return Ok(()),
            Err(crate::desk::Returned::Stale(_)) => {}
            Err(other) => return Err(other.into()),
        }
    }
    Err(Problem::Store(StoreError::Busy))
}

fn noted(paper: &Record, user: &User, today: Day, to: &str) -> Changes {
    let mut changes = Changes::by(user.author()).because("Sent to the committee");
    changes.list.push(Change::Edit {
        record: paper.id,
        read: paper.version,
        readers: paper.readers,
        values: paper
            .values
            .clone()
            .with("sent_on", today.to_string())
            .with("sent_by", user.name.as_str())
            .with("sent_to", to),
    });
    changes
}

fn letter(
    house: &House,
    records: &Records,
    paper: &Record,
    to: &Reader,
    (address, audience): (&str, Audience),
) -> Letter {
    let options = house.options();
    let body = committee_of(records, paper).map_or("the committee", Record::title);
    Letter {
        to_name: to.name.clone(),
        to_email: to.email.clone(),
        subject: format!("{}: a paper for you", options.service),
        parts: vec![
            Part::Words(format!("Dear {},", mail::one_line(&to.name))),
            Part::Words(format!(
                "{} has issued a paper for {}: {}.",
                options.name,
                mail::one_line(body),
                mail::one_line(paper.title())
            )),
            Part::Link {
                words: match audience {
                    Audience::Public => "Read it here. You need no account and no password:",
                    Audience::Board => "Sign in to read it:",
                }
                .to_owned(),
                address: address.to_owned(),
            },
            Part::Words(format!(
                "This letter comes from {}, {}, because you sit on {}. If it should not, turn to {}.",
                options.service,
                options.name,
                mail::one_line(body),
                options.mail.contact
            )),
        ],
    }
}
