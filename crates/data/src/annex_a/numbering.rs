//! Numbers children, adopters and teams as rows are met, and sets repeats aside.

use super::about::{About, Aside, Child, Disability, Eligibility, Ethnicity, Sex, Team, TeamInfo};
use super::attributes::{disabled, eligible_as, ethnic_group, sex, whole_years};
use crate::areas::Areas;
use crate::field::Field;
use crate::table::Table;
use crate::{Word, Words};
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

pub(super) struct Joiner<'a> {
    words: &'a Words,
    areas: &'a Areas,
    pub(super) children: Vec<String>,
    /// By whether the id is an adopter's, then by word: adopters and children are numbered apart even where their ids
    /// agree.
    child_of_word: [Vec<Option<Child>>; 2],
    child_of_id: HashMap<(bool, String), Child>,
    pub(super) teams: Vec<TeamInfo>,
    team_of_word: Vec<Option<Team>>,
    /// The keys of the rows so far, by list, each as a hash of 128 bits: two keys that differ never share one in practice.
    keys: Vec<HashSet<u128, BuildHasherDefault<Taken>>>,
}

impl<'a> Joiner<'a> {
    pub(super) fn new(words: &'a Words, areas: &'a Areas) -> Self {
        Self {
            words,
            areas,
            children: Vec::new(),
            child_of_word: [vec![None; words.len()], vec![None; words.len()]],
            child_of_id: HashMap::new(),
            teams: Vec::new(),
            team_of_word: vec![None; words.len()],
            keys: vec![HashSet::default(); 12],
        }
    }

    pub(super) fn about(&mut self, table: &Table, list: u8, table_number: u16) -> Vec<About> {
        let column = |name: &str| table.spec.column(name);
        let id = column("Child Unique ID").or_else(|| column("Individual adopter identifier"));
        let (gender, ethnicity) = (column("Gender"), column("Ethnicity"));
        let disability =
            column("Does the Child have a Disability").or_else(|| column("Disability"));
        let eligibility = column("Eligibility Category");
        let (birth, age) = (column("Date of Birth"), column("Age of Child (Years)"));
        let (team, worker) = (column("Allocated Team"), column("Allocated Worker"));
        (0..table.len())
            .map(|row| {
                let child = id
                    .and_then(|it| table.text(it, row).value())
                    .map(|word| self.child(word, list == 11));
                let aside = if child.is_none() {
                    Some(Aside::NoChildId)
                } else if self.repeats(table, list, row, id, child) {
                    Some(Aside::Repeats)
                } else {
                    None
                };
                About {
                    child,
                    list,
                    line: table.lines[row],
                    table: table_number,
                    aside,
                    sex: gender.map_or(Sex::NotKnown, |it| sex(table, it, row)),
                    ethnicity: ethnicity
                        .map_or(Ethnicity::NotKnown, |it| ethnic_group(table, it, row)),
                    disability: disability
                        .map_or(Disability::NotKnown, |it| disabled(table, it, row)),
                    eligibility: eligibility
                        .map_or(Eligibility::NotKnown, |it| eligible_as(table, it, row)),
                    birth: birth.map_or(Field::Blank, |it| table.date(it, row)),
                    age: age
                        .and_then(|it| table.number(it, row).value())
                        .and_then(whole_years),
                    team: team
                        .and_then(|it| table.text(it, row).value())
                        .map(|word| self.team(word)),
                    worker: worker.map_or(Field::Blank, |it| table.text(it, row)),
                }
            })
            .collect()
    }

    fn child(&mut self, word: Word, adopter: bool) -> Child {
        let at = word.number();
        if let Some(child) = self.child_of_word[usize::from(adopter)][at] {
            return child;
        }
        let text = self.words.text(word);
        let children = &mut self.children;
        let child = *self
            .child_of_id
            .entry((adopter, folded_id(text)))
            .or_insert_with(|| {
                children.push(shown_id(text).to_owned());
                Child(
                    u32::try_from(children.len() - 1)
                        .expect("a return has fewer than four billion children"),
                )
            });
        self.child_of_word[usize::from(adopter)][at] = Some(child);
        child
    }

    fn team(&mut self, word: Word) -> Team {
        if let Some(team) = self.team_of_word[word.number()] {
            return team;
        }
        let name = self.words.text(word);
        // Two spellings of one team that differ by case or spaces are one team.
        let folded = |text: &str| {
            text.split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .to_lowercase()
        };
        let known = self
            .teams
            .iter()
            .position(|it| folded(&it.name) == folded(name));
        let at = known.unwrap_or_else(|| {
            self.teams.push(TeamInfo {
                name: name.to_owned(),
                district: self.areas.district_of_team(name),
            });
            self.teams.len() - 1
        });
        let team = Team(u16::try_from(at).unwrap_or(u16::MAX));
        self.team_of_word[word.number()] = Some(team);
        team
    }

    /// Whether the row's key, all its cells filled and read, equals that of an earlier row of the list.
    fn repeats(
        &mut self,
        table: &Table,
        list: u8,
        row: usize,
        id: Option<usize>,
        child: Option<Child>,
    ) -> bool {
        let (mut one, mut other) = (0x9e37_79b9_7f4a_7c15_u64, 0xc2b2_ae3d_27d4_eb4f_u64);
        for column in &table.spec.key {
            let part = if Some(*column) == id {
                child.map(|child| u64::from(child.0))
            } else {
                table.key_part(*column, row)
            };
            let Some(part) = part else { return false };
            one = mixed(one ^ part);
            other = mixed(other.wrapping_add(part).rotate_left(29));
        }
        !self.keys[usize::from(list)].insert(u128::from(one) << 64 | u128::from(other))
    }
}

/// An id as ids are compared: without case, and without `.0` behind digits.
fn folded_id(id: &str) -> String {
    shown_id(id).to_lowercase()
}

fn shown_id(id: &str) -> &str {
    match id.strip_suffix(".0") {
        Some(digits) if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            digits
        }
        _ => id,
    }
}

/// A bijection of 64 bits that spreads them well (the finaliser of SplitMix64).
const fn mixed(mut it: u64) -> u64 {
    it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    it ^ (it >> 31)
}

/// Takes a hash as it is, for keys that are hashes already.
#[derive(Default)]
struct Taken(u64);

impl Hasher for Taken {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = mixed(self.0 ^ u64::from(*byte));
        }
    }

    fn write_u128(&mut self, hash: u128) {
        self.0 = (hash >> 64) as u64;
    }
}
