//! Who the owners of a record are: a line of words ("Louise Marsh", "Director of Children's Services", "Wayshire
//! Constabulary", "MASH Steering Group") and the people who answer to it.

use crate::kinds::{BODY, MEMBER};
use crate::link::{End, OWNED_BY, PART_OF};
use crate::permit::Asker;
use crate::record::{Record, RecordId};
use crate::records::Records;
use crate::role::{Area, Role};
use std::collections::{BTreeMap, BTreeSet};
use waymark_data::Day;

/// Somebody, and every name they answer to among owners.
#[derive(Debug, Clone, Default)]
pub struct Person {
    /// Their own name first; then their roles, their agencies and the bodies they chair.
    pub names: Vec<String>,
    /// The names as they are compared: small letters, single blanks.
    keys: BTreeSet<String>,
    /// Their records as members, and the bodies they chair.
    records: Vec<RecordId>,
}

impl Person {
    /// Somebody of this name, with the roles, agencies and bodies that serving members' records of the same name or e-mail
    /// address give them on this day.
    #[must_use]
    pub fn find(records: &Records, name: &str, email: &str, today: Day) -> Self {
        Serving::on(records, today).person(name, email)
    }

    fn answers_to(&mut self, name: &str) {
        let key = key(name);
        if !key.is_empty() && self.keys.insert(key) {
            self.names.push(name.to_owned());
        }
    }

    fn speaks_for(&mut self, body: &Record) {
        self.records.push(body.id);
        for field in ["name", "short"] {
            self.answers_to(body.text(field));
        }
    }

    /// The line among a record's owners that means them: by name, role, agency or body, or by a link to their record as a
    /// member. Of a line such as "Louise Marsh (Director)" either part will do.
    #[must_use]
    pub fn line<'a>(&self, records: &Records, record: &'a Record) -> Option<&'a str> {
        let owners = record.owners();
        let by_words = owners
            .iter()
            .find(|line| parts(line).any(|part| self.keys.contains(&key(part))));
        let by_link = || {
            let linked = linked(records, record).any(|it| self.records.contains(&it));
            owners.first().filter(|_| linked)
        };
        by_words.or_else(by_link).map(String::as_str)
    }

    /// Whether a record is theirs.
    #[must_use]
    pub fn owns(&self, records: &Records, record: &Record) -> bool {
        self.line(records, record).is_some()
    }

    /// As whom they ask about a record: under the owner's line that means them, else under their own name.
    #[must_use]
    pub fn asker<'a>(
        &'a self,
        records: &Records,
        record: &'a Record,
        role: Role,
        areas: &'a [Area],
    ) -> Asker<'a> {
        let own = self.names.first().map_or("", String::as_str);
        Asker {
            role: Some(role),
            name: self.line(records, record).unwrap_or(own),
            areas,
        }
    }
}

/// Every serving member, found by the names they answer to.
#[derive(Debug, Default)]
pub struct People<'a> {
    by_name: BTreeMap<String, Vec<&'a Record>>,
    by_record: BTreeMap<RecordId, Vec<&'a Record>>,
}

impl<'a> People<'a> {
    /// Those who serve on this day.
    #[must_use]
    pub fn of(records: &'a Records, today: Day) -> Self {
        let mut people = Self::default();
        let register = Serving::on(records, today);
        for member in &register.members {
            let person = register.person(member.title(), member.text("email"));
            for name in person.keys {
                people.by_name.entry(name).or_default().push(*member);
            }
            for record in person.records {
                people.by_record.entry(record).or_default().push(*member);
            }
        }
        people
    }

    /// The members who answer to a line among a record's owners, by number.
    #[must_use]
    pub fn owners_of(&self, records: &Records, record: &Record) -> Vec<&'a Record> {
        let lines = record.owners().iter();
        let named = lines
            .flat_map(|line| parts(line))
            .filter_map(|part| self.by_name.get(&key(part)));
        let linked = linked(records, record).filter_map(|it| self.by_record.get(&it));
        let mut found: Vec<&'a Record> = named.chain(linked).flatten().copied().collect();
        found.sort_by_key(|it| it.id);
        found.dedup_by_key(|it| it.id);
        found
    }
}

/// Who serves on a day, found by name and by address, and the bodies by who chairs them: everybody is looked for among all.
struct Serving<'a> {
    records: &'a Records,
    members: Vec<&'a Record>,
    /// Places among the members, by name and by e-mail address.
    by_title: BTreeMap<String, Vec<usize>>,
    by_email: BTreeMap<String, Vec<usize>>,
    /// Places among all bodies, by their chair's name.
    by_chair: BTreeMap<String, Vec<usize>>,
    bodies: Vec<&'a Record>,
}

impl<'a> Serving<'a> {
    fn on(records: &'a Records, today: Day) -> Self {
        let members: Vec<&Record> = records
            .of(&MEMBER)
            .filter(|it| serving(it, today))
            .collect();
        let bodies: Vec<&Record> = records.of(&BODY).collect();
        Self {
            by_title: places(&members, |it| key(it.title())),
            by_email: places(&members, |it| address(it.text("email"))),
            by_chair: places(&bodies, |it| key(it.text("chair"))),
            records,
            members,
            bodies,
        }
    }

    /// Somebody of this name and address.
    fn person(&self, name: &str, email: &str) -> Person {
        let mut person = Person::default();
        person.answers_to(name);
        let named = self.by_title.get(&key(name));
        let written = self.by_email.get(&address(email));
        let theirs: BTreeSet<usize> = named
            .into_iter()
            .chain(written)
            .flatten()
            .copied()
            .collect();
        let mut called = BTreeSet::from([key(name)]);
        for member in theirs.into_iter().map(|at| self.members[at]) {
            person.records.push(member.id);
            called.insert(key(member.title()));
            for field in ["name", "role", "agency"] {
                person.answers_to(member.text(field));
            }
            if member.text("sort") == "chair" {
                for body in self.records.leads_to(member.id, &PART_OF) {
                    person.speaks_for(body);
                }
            }
        }
        let chaired = called.iter().filter_map(|it| self.by_chair.get(it));
        let chaired: BTreeSet<usize> = chaired.flatten().copied().collect();
        for at in chaired {
            person.speaks_for(self.bodies[at]);
        }
        person
    }
}

/// The places of records by a word of each, in order; a record without the word has none.
fn places(records: &[&Record], word: impl Fn(&Record) -> String) -> BTreeMap<String, Vec<usize>> {
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, record) in records.iter().enumerate() {
        let word = word(record);
        if !word.is_empty() {
            places.entry(word).or_default().push(at);
        }
    }
    places
}

/// An e-mail address as addresses are compared.
fn address(email: &str) -> String {
    email.trim().to_ascii_lowercase()
}

/// The members and bodies that a record says it is owned by.
fn linked<'a>(records: &'a Records, record: &Record) -> impl Iterator<Item = RecordId> + use<'a> {
    let links = records.links_from(record.id).iter();
    links.filter_map(|it| match it.to {
        End::Record(to) if it.kind == &OWNED_BY => Some(to),
        _ => None,
    })
}

/// A name as names are compared: small letters, single blanks.
#[must_use]
pub fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(&word.to_lowercase());
    }
    key
}

/// Whether somebody is a member on this day.
#[must_use]
pub fn serving(member: &Record, today: Day) -> bool {
    !member.state.closed
        && !member.erased
        && member.day("from").is_none_or(|it| it <= today)
        && member.day("until").is_none_or(|it| it >= today)
}

/// A line whole, what stands before a comma or bracket, and what stands after.
fn parts(line: &str) -> impl Iterator<Item = &str> {
    let pieces = line
        .split([',', '(', ')', ';'])
        .map(str::trim)
        .filter(|it| !it.is_empty());
    std::iter::once(line).chain(pieces)
}
