//! Joins the tables of a return into the data that measures read: children by number, repeats set aside, teams placed.

use super::about::{About, Aside, Child, Disability, Eligibility, Ethnicity, Sex, Team};
use super::rows::{
    Adopter, Adoption, Assessment, Care, Contact, EarlyHelp, Enquiry, Episode, Leaver, Plan,
    Referral, Row,
};
use crate::areas::{Areas, DistrictNumber};
use crate::field::Field;
use crate::table::Table;
use crate::{Day, Period, Word, Words};
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// What is said of a return with its upload: never guessed from its cells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cut {
    /// The day whose end the return shows.
    pub as_at: Day,
    /// How many months it looks back.
    pub scope_months: u32,
}

impl Cut {
    /// The return's window: from the as-at date less the scope to the as-at date, both in.
    #[must_use]
    pub fn window(self) -> Period {
        self.window_of(self.scope_months)
    }

    /// The window of lists 10 and 11: the larger of the scope and 12 months.
    #[must_use]
    pub fn adoption_window(self) -> Period {
        self.window_of(self.scope_months.max(12))
    }

    fn window_of(self, months: u32) -> Period {
        let months = i32::try_from(months).unwrap_or(i32::MAX / 12);
        Period {
            from: self.as_at.plus_months(-months),
            to: self.as_at,
        }
    }
}

/// A list of a return, and its rows by child.
#[derive(Debug)]
pub struct List<R> {
    /// Whether the return has this list at all: an absent list answers nothing, an empty one answers 0.
    pub present: bool,
    /// Every row, in the order of the file.
    pub rows: Vec<R>,
    starts: Vec<u32>,
    by_child: Vec<u32>,
}

impl<R: Row> List<R> {
    /// The rows of a child, in the order of the file. Rows set aside as repeats are among them.
    pub fn of(&self, child: Child) -> impl DoubleEndedIterator<Item = &R> + Clone {
        let span = match (
            self.starts.get(child.number()),
            self.starts.get(child.number() + 1),
        ) {
            (Some(from), Some(to)) => *from as usize..*to as usize,
            _ => 0..0,
        };
        self.by_child[span]
            .iter()
            .map(|row| &self.rows[*row as usize])
    }

    /// Every row that has a child id and repeats no earlier row, with its child.
    pub fn standing(&self) -> impl Iterator<Item = (Child, &R)> {
        self.rows.iter().filter_map(|row| match row.about() {
            About {
                child: Some(child),
                aside: None,
                ..
            } => Some((*child, row)),
            _ => None,
        })
    }

    fn new(present: bool, rows: Vec<R>, children: usize) -> Self {
        let mut starts = vec![0u32; children + 1];
        for child in rows.iter().filter_map(|row| row.about().child) {
            starts[child.number() + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut by_child = vec![0u32; starts[children] as usize];
        for (at, row) in rows.iter().enumerate() {
            if let Some(child) = row.about().child {
                let slot = &mut next[child.number()];
                by_child[*slot as usize] =
                    u32::try_from(at).expect("a list has fewer than four billion rows");
                *slot += 1;
            }
        }
        Self {
            present,
            rows,
            starts,
            by_child,
        }
    }
}

/// A team and where it works.
#[derive(Clone, Debug)]
pub struct TeamInfo {
    /// Its name as the return writes it.
    pub name: String,
    /// The district its name holds.
    pub district: Option<DistrictNumber>,
}

/// A return joined: what every measure, check and list of children reads.
#[derive(Debug)]
pub struct Data {
    /// As-at date and scope.
    pub cut: Cut,
    /// List 1.
    pub contacts: List<Contact>,
    /// List 2.
    pub early_help: List<EarlyHelp>,
    /// List 3.
    pub referrals: List<Referral>,
    /// List 4.
    pub assessments: List<Assessment>,
    /// List 5.
    pub enquiries: List<Enquiry>,
    /// List 6.
    pub episodes: List<Episode>,
    /// List 7.
    pub plans: List<Plan>,
    /// List 8.
    pub care: List<Care>,
    /// List 9.
    pub leavers: List<Leaver>,
    /// List 10.
    pub adoptions: List<Adoption>,
    /// List 11, whose ids are adopters'.
    pub adopters: List<Adopter>,
    /// Every team.
    pub teams: Vec<TeamInfo>,
    /// The council's areas.
    pub areas: Areas,
    /// Published columns that none of a list's tables has, by list and number.
    absent: Vec<(u8, usize)>,
    children: Vec<String>,
    words: Words,
}

impl Data {
    /// Joins the Annex A tables of a return; tables of other returns are passed over. Several tables of one list stand
    /// behind one another.
    #[must_use]
    pub fn join(tables: &[Table], words: Words, cut: Cut, areas: &Areas) -> Self {
        let mut joiner = Joiner::new(&words, areas);
        let mut lists: Vec<Vec<(usize, Vec<About>)>> = vec![Vec::new(); 12];
        for (at, table) in tables.iter().enumerate() {
            if let Some(list) = super::lists()
                .iter()
                .position(|it| std::ptr::eq(it, table.spec))
            {
                let number = u8::try_from(list + 1).expect("eleven lists");
                let about = joiner.about(table, number, u16::try_from(at).unwrap_or(u16::MAX));
                lists[list + 1].push((at, about));
            }
        }
        let absent = absent(tables);
        let Joiner {
            children, teams, ..
        } = joiner;
        let count = children.len();
        fn take<R: Row>(
            tables: &[Table],
            lists: &mut [Vec<(usize, Vec<About>)>],
            count: usize,
        ) -> List<R> {
            let found = std::mem::take(&mut lists[usize::from(R::LIST)]);
            let present = !found.is_empty();
            let rows = found
                .into_iter()
                .flat_map(|(at, about)| R::read(&tables[at], about))
                .collect();
            List::new(present, rows, count)
        }
        let it = &mut lists;
        Self {
            cut,
            contacts: take(tables, it, count),
            early_help: take(tables, it, count),
            referrals: take(tables, it, count),
            assessments: take(tables, it, count),
            enquiries: take(tables, it, count),
            episodes: take(tables, it, count),
            plans: take(tables, it, count),
            care: take(tables, it, count),
            leavers: take(tables, it, count),
            adoptions: take(tables, it, count),
            adopters: take(tables, it, count),
            teams,
            areas: areas.clone(),
            absent,
            children,
            words,
        }
    }

    /// Whether the return has a list, 1 to 11.
    #[must_use]
    pub fn has_list(&self, list: u8) -> bool {
        match list {
            1 => self.contacts.present,
            2 => self.early_help.present,
            3 => self.referrals.present,
            4 => self.assessments.present,
            5 => self.enquiries.present,
            6 => self.episodes.present,
            7 => self.plans.present,
            8 => self.care.present,
            9 => self.leavers.present,
            10 => self.adoptions.present,
            11 => self.adopters.present,
            _ => false,
        }
    }

    /// Whether a list is there and has a published column; an absent column answers nothing, where an empty one answers
    /// "not recorded".
    #[must_use]
    pub fn has_column(&self, list: u8, name: &str) -> bool {
        let number = super::list(list).and_then(|it| it.column(name));
        self.has_list(list) && number.is_some_and(|it| !self.absent.contains(&(list, it)))
    }

    /// Every child id of the return, adopters' ids of list 11 apart by their list.
    pub fn children(&self) -> impl Iterator<Item = Child> + use<> {
        (0..u32::try_from(self.children.len()).expect("numbers are u32")).map(Child)
    }

    /// The id of a child, as first written.
    #[must_use]
    pub fn id(&self, child: Child) -> &str {
        &self.children[child.number()]
    }

    /// The child with this id, compared as ids are.
    #[must_use]
    pub fn child(&self, id: &str) -> Option<Child> {
        let wanted = folded_id(id);
        let at = self
            .children
            .iter()
            .position(|it| folded_id(it) == wanted)?;
        u32::try_from(at).ok().map(Child)
    }

    /// The text of a word of this return.
    #[must_use]
    pub fn text(&self, word: Word) -> &str {
        self.words.text(word)
    }

    /// The team of a row.
    #[must_use]
    pub fn team(&self, about: &About) -> Option<&TeamInfo> {
        self.teams.get(about.team?.number())
    }

    /// The district of a row, by its team.
    #[must_use]
    pub fn district(&self, about: &About) -> Option<&str> {
        let district = self.team(about)?.district?;
        self.areas
            .districts
            .get(usize::from(district))
            .map(|it| it.name.as_str())
    }

    /// The locality of a row, by its team.
    #[must_use]
    pub fn locality(&self, about: &About) -> Option<&str> {
        let district = self.team(about)?.district?;
        self.areas
            .districts
            .get(usize::from(district))
            .map(|it| it.locality.as_str())
    }
}

/// The columns that no table of a list has.
fn absent(tables: &[Table]) -> Vec<(u8, usize)> {
    let mut out = Vec::new();
    for (list, spec) in (1..).zip(super::lists()) {
        let mine = || tables.iter().filter(|it| std::ptr::eq(it.spec, spec));
        let gone = |column: &usize| mine().all(|it| it.missing.contains(column));
        if mine().next().is_some() {
            out.extend(
                (0..spec.columns.len())
                    .filter(gone)
                    .map(|column| (list, column)),
            );
        }
    }
    out
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

struct Joiner<'a> {
    words: &'a Words,
    areas: &'a Areas,
    children: Vec<String>,
    /// By whether the id is an adopter's, then by word: adopters and children are numbered apart even where their ids
    /// agree.
    child_of_word: [Vec<Option<Child>>; 2],
    child_of_id: HashMap<(bool, String), Child>,
    teams: Vec<TeamInfo>,
    team_of_word: Vec<Option<Team>>,
    /// The keys of the rows so far, by list, each as a hash of 128 bits: two keys that differ never share one in practice.
    keys: Vec<HashSet<u128, BuildHasherDefault<Taken>>>,
}

impl<'a> Joiner<'a> {
    fn new(words: &'a Words, areas: &'a Areas) -> Self {
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

    fn about(&mut self, table: &Table, list: u8, table_number: u16) -> Vec<About> {
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

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // cut to 0..=255 first
fn whole_years(age: f64) -> Option<u8> {
    (0.0..=255.0).contains(&age).then_some(age as u8)
}

fn words_of(table: &Table, column: usize, row: usize) -> Option<&'static str> {
    let answers = table.spec.columns[column].answers?;
    table
        .answer(column, row)
        .value()
        .map(|answer| answers.words(answer))
}

fn sex(table: &Table, column: usize, row: usize) -> Sex {
    match words_of(table, column, row) {
        Some("b) Female") => Sex::Female,
        Some("a) Male") => Sex::Male,
        Some("d) Neither") => Sex::Neither,
        _ => Sex::NotKnown,
    }
}

fn ethnic_group(table: &Table, column: usize, row: usize) -> Ethnicity {
    match words_of(table, column, row) {
        Some("a) White") => Ethnicity::White,
        Some("b) Mixed") => Ethnicity::Mixed,
        Some("c) Asian or Asian British") => Ethnicity::Asian,
        Some("d) Black or black British") => Ethnicity::Black,
        Some("e) Other ethnic group") => Ethnicity::Other,
        _ => Ethnicity::NotKnown,
    }
}

fn disabled(table: &Table, column: usize, row: usize) -> Disability {
    match words_of(table, column, row) {
        Some("Yes") => Disability::Yes,
        Some("No") => Disability::No,
        _ => Disability::NotKnown,
    }
}

fn eligible_as(table: &Table, column: usize, row: usize) -> Eligibility {
    match words_of(table, column, row) {
        Some("a) Relevant") => Eligibility::Relevant,
        Some("b) Former relevant") => Eligibility::FormerRelevant,
        Some("c) Qualifying") => Eligibility::Qualifying,
        Some("d) Eligible") => Eligibility::Eligible,
        Some("e) Other") => Eligibility::Other,
        _ => Eligibility::NotKnown,
    }
}
