//! What each person owes: overdue, due soon, waiting for them.

use std::collections::BTreeMap;
use waymark_data::Day;
use waymark_programme::accepting::has_accepted;
use waymark_programme::check::plausible_email;
use waymark_programme::kinds::{ACTION, MEMBER};
use waymark_programme::owner::{Person, key, serving};
use waymark_programme::{Asker, Record, Records, Role};
use waymark_store::{Account, AccountId};

/// Somebody who is written to.
pub(super) struct Owing<'a> {
    pub(super) name: String,
    pub(super) email: String,
    /// Their account; none: each action comes with a link they can answer through.
    pub(super) account: Option<AccountId>,
    /// Past their day, the longest first.
    pub(super) overdue: Vec<Owed<'a>>,
    /// Due within the days ahead, the soonest first.
    pub(super) soon: Vec<Owed<'a>>,
    /// Not accepted yet, or for those who run the board: to be confirmed, or another date to be decided.
    pub(super) waiting: Vec<Owed<'a>>,
}

/// One thing owed.
pub(super) struct Owed<'a> {
    pub(super) record: &'a Record,
    pub(super) due: Option<Day>,
    pub(super) over: u32,
    /// Why it waits, in words; empty where it is simply due.
    pub(super) why: &'static str,
}

/// Everybody who owes something and has an address.
pub(super) fn owing<'a>(
    records: &'a Records,
    accounts: &[Account],
    today: Day,
    within: u16,
) -> Vec<Owing<'a>> {
    let open: Vec<&Record> = records
        .all()
        .filter(|it| it.is_open() && !it.erased && !it.owners().is_empty())
        .collect();
    let addresses = addresses(records, today);
    let mut all = Vec::new();
    let mut known: Vec<(String, String)> = Vec::new();
    for account in accounts {
        let name = account.name.as_str();
        let email = if plausible_email(&account.sign_in_name) {
            account.sign_in_name.clone()
        } else {
            addresses.get(&key(name)).cloned().unwrap_or_default()
        };
        known.push((key(name), email.to_lowercase()));
        // Who may not sign in any more is not written to; the administrator reads no records.
        if !account.active || account.role == Role::Administrator || email.is_empty() {
            continue;
        }
        let person = Person::find(records, name, &email, today);
        let mut owing = of(records, &person, &open, today, within);
        let desk = Asker {
            role: Some(account.role),
            name,
            areas: &account.areas,
        };
        owing.waiting.extend(to_decide(&open, &desk));
        owing.account = Some(account.id);
        all.push(owing.named(name, &email));
    }
    for member in records.of(&MEMBER).filter(|it| serving(it, today)) {
        let (name, email) = (member.title(), member.text("email").trim());
        let met = known
            .iter()
            .any(|(other, mail)| *other == key(name) || *mail == email.to_lowercase());
        if met || !plausible_email(email) {
            continue;
        }
        known.push((key(name), email.to_lowercase()));
        let person = Person::find(records, name, email, today);
        all.push(of(records, &person, &open, today, within).named(name, email));
    }
    all.retain(|it| !it.overdue.is_empty() || !it.soon.is_empty() || !it.waiting.is_empty());
    all
}

impl Owing<'_> {
    fn named(mut self, name: &str, email: &str) -> Self {
        name.clone_into(&mut self.name);
        email.clone_into(&mut self.email);
        self
    }
}

/// The addresses of serving members, by name.
fn addresses(records: &Records, today: Day) -> BTreeMap<String, String> {
    records
        .of(&MEMBER)
        .filter(|it| serving(it, today) && plausible_email(it.text("email")))
        .map(|it| (key(it.title()), it.text("email").to_owned()))
        .collect()
}

/// What one person owes.
fn of<'a>(
    records: &Records,
    person: &Person,
    open: &[&'a Record],
    today: Day,
    within: u16,
) -> Owing<'a> {
    let mut owing = Owing {
        name: String::new(),
        email: String::new(),
        account: None,
        overdue: Vec::new(),
        soon: Vec::new(),
        waiting: Vec::new(),
    };
    let until = today.plus_days(i32::from(within));
    for record in open.iter().filter(|it| person.owns(records, it)) {
        // What awaits its confirmation waits for a meeting, not for its owner.
        if record.is(&ACTION) && record.state.word == "evidenced" {
            continue;
        }
        let due = records.due(record);
        let over = records.days_over(record, today).unwrap_or(0);
        let owed = |why| Owed {
            record,
            due,
            over,
            why,
        };
        if over > 0 {
            owing.overdue.push(owed(""));
        } else if due.is_some_and(|it| it <= until) {
            owing.soon.push(owed(""));
        } else if record.is(&ACTION)
            && record.state.word == "open"
            && !person
                .line(records, record)
                .is_some_and(|it| has_accepted(record, it))
        {
            owing.waiting.push(owed("not accepted yet"));
        }
    }
    owing.overdue.sort_by_key(|it| std::cmp::Reverse(it.over));
    owing.soon.sort_by_key(|it| it.due);
    owing
}

/// For those who run the board: evidence to be confirmed at a meeting, other dates to be decided.
fn to_decide<'a>(open: &[&'a Record], desk: &Asker<'_>) -> Vec<Owed<'a>> {
    if !matches!(desk.role, Some(Role::Chair | Role::DemocraticServices)) {
        return Vec::new();
    }
    open.iter()
        .filter(|it| it.is(&ACTION) && desk.may_read(it))
        .filter_map(|record| {
            let why = if record.state.word == "evidenced" {
                "to be confirmed at a meeting"
            } else if record.values.has("proposed_due") {
                "another date is proposed"
            } else {
                return None;
            };
            Some(Owed {
                record,
                due: None,
                over: 0,
                why,
            })
        })
        .collect()
}
