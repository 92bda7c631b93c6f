//! Joins the tables of a return into the data that measures read: children by number, repeats set aside, teams placed.

use super::about::{About, Child, TeamInfo};
use super::numbering::Joiner;
use super::rows::{
    Adopter, Adoption, Assessment, Care, Contact, EarlyHelp, Enquiry, Episode, Leaver, Plan,
    Referral, Row,
};
use crate::areas::Areas;
use crate::table::Table;
use crate::{Day, Period, Word, Words};

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
