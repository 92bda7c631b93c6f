//! What was understood, each part as a record it could become: offered, and kept only when a person says so.

use waymark_data::Day;
use waymark_programme::due;
use waymark_programme::kind::Kind;
use waymark_programme::kinds;
use waymark_programme::minutes::Kind as PageKind;
use waymark_programme::minutes::{
    Action, Confidence, Item, ItemKind, Meeting, Minutes, Person, PieceKind, Progress, Span,
    Status, Verb, initialled,
};

/// What kind of record an offer could become.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sort {
    Meeting,
    Person,
    Item,
    Resolution,
    Recommendation,
    Action,
    Promise,
    Question,
    Paper,
}

impl Sort {
    pub(super) const ALL: [Self; 9] = [
        Self::Meeting,
        Self::Person,
        Self::Item,
        Self::Resolution,
        Self::Recommendation,
        Self::Action,
        Self::Promise,
        Self::Question,
        Self::Paper,
    ];

    pub(super) fn kind(self) -> &'static Kind {
        match self {
            Self::Meeting => &kinds::MEETING,
            Self::Person => &kinds::ATTENDANCE,
            Self::Item => &kinds::AGENDA_ITEM,
            Self::Resolution => &kinds::RESOLUTION,
            Self::Recommendation => &kinds::RECOMMENDATION,
            Self::Action => &kinds::ACTION,
            Self::Promise => &kinds::MATTER_ARISING,
            Self::Question => &kinds::QUESTION,
            Self::Paper => &kinds::PAPER,
        }
    }

    /// The sort that a key begins with: "action-3".
    pub(super) fn of_key(key: &str) -> Option<Self> {
        let (word, _) = key.rsplit_once('-')?;
        Self::ALL.into_iter().find(|it| it.kind().word == word)
    }
}

/// A record that what was understood could become.
#[derive(Clone, Debug)]
pub(super) struct Offer {
    /// Its name in the form: "action-3".
    pub(super) key: String,
    pub(super) sort: Sort,
    /// The offer it belongs to, by key: an item's meeting, a resolution's item.
    pub(super) under: String,
    pub(super) confidence: Confidence,
    /// Where it stands in the text; nothing in a form that came back.
    pub(super) at: Span,
    /// What it would hold, by the names of its kind's fields.
    pub(super) values: Vec<(&'static str, String)>,
    /// Measures that its figures are of, by id.
    pub(super) measures: Vec<String>,
    /// Not for the public.
    pub(super) restricted: bool,
    /// What a person should know of it: how a due day was worked out.
    pub(super) told: String,
    /// Its number in the action log the minutes hold.
    pub(super) logged: String,
    /// The number of the record that it is, where it is kept already.
    pub(super) which: String,
    /// Whether the minutes say that it is done or given up.
    pub(super) over: bool,
}

impl Offer {
    pub(super) fn value(&self, name: &str) -> &str {
        let found = self.values.iter().find(|(it, _)| *it == name);
        found.map_or("", |(_, value)| value)
    }
}

/// Every offer, in the order of the text. Due phrases such as "the September meeting" are looked up among these days.
pub(super) fn offers(minutes: &Minutes, calendar: &[Day]) -> Vec<Offer> {
    let mut all = Offers {
        list: Vec::new(),
        minutes,
        calendar,
    };
    all.everything();
    all.list
}

/// Who was in the chair: it is said so of them, or they are the chair and were there.
fn chair(people: &[Person]) -> &str {
    let says = |it: &Person, wanted: &[&str]| {
        let role = it.role.to_lowercase();
        let mut parts = role.split([',', ';', '(', ')', '–']).map(str::trim);
        parts.any(|part| wanted.contains(&part))
    };
    let there = |it: &&Person| {
        matches!(it.status, Status::Present | Status::Substitute) && it.item.is_empty()
    };
    let in_it = people
        .iter()
        .filter(there)
        .find(|it| says(it, &["in the chair"]));
    let its = || {
        let chairs = [
            "chair",
            "chairman",
            "chairwoman",
            "chairperson",
            "the chair",
        ];
        let independent = ["independent chair", "chair of the board"];
        let of_it = [&chairs[..], &independent[..]].concat();
        people.iter().filter(there).find(|it| says(it, &of_it))
    };
    in_it.or_else(its).map_or("", |it| it.name.as_str())
}

struct Offers<'m> {
    list: Vec<Offer>,
    minutes: &'m Minutes,
    /// The days of the meetings that are known.
    calendar: &'m [Day],
}

impl Offers<'_> {
    fn add(&mut self, sort: Sort, under: &str, confidence: Confidence, at: Span) -> &mut Offer {
        let number = self.list.iter().filter(|it| it.sort == sort).count();
        self.list.push(Offer {
            key: format!("{}-{number}", sort.kind().word),
            sort,
            under: under.to_owned(),
            confidence,
            at,
            values: Vec::new(),
            measures: Vec::new(),
            restricted: false,
            told: String::new(),
            logged: String::new(),
            which: String::new(),
            over: false,
        });
        let last = self.list.len() - 1;
        &mut self.list[last]
    }

    fn everything(&mut self) {
        let minutes = self.minutes;
        let first = self.meeting(&minutes.meeting);
        if minutes.kind == PageKind::MeetingList {
            for it in minutes.meetings.iter().skip(1) {
                self.meeting(it);
            }
            return;
        }
        for person in &minutes.people {
            self.person(person, &first);
        }
        let mut keys = vec![(minutes.meeting.clone(), first.clone())];
        for (place, item) in minutes.all_items() {
            let meeting = match &item.meeting {
                Some(other) => match keys.iter().find(|(it, _)| it == other) {
                    Some((_, key)) => key.clone(),
                    None => {
                        let key = self.meeting(other);
                        keys.push((other.clone(), key.clone()));
                        key
                    }
                },
                None => first.clone(),
            };
            self.item(&place, item, &meeting);
        }
    }

    fn meeting(&mut self, it: &Meeting) -> String {
        let at = self.minutes.pieces.iter();
        let mut at = at.filter(|piece| piece.what == PieceKind::Meeting);
        let at = at.next().map(|it| it.at).unwrap_or_default();
        let confidence = if it.body.is_empty() || it.date.is_none() {
            Confidence::Probable
        } else {
            Confidence::Certain
        };
        // Who was there is told of the meeting that the minutes are of.
        let chair = if *it == self.minutes.meeting {
            chair(&self.minutes.people)
        } else {
            ""
        };
        let offer = self.add(Sort::Meeting, "", confidence, at);
        offer.values = vec![
            ("body", line(&it.body)),
            ("date", it.date.map(|it| it.to_string()).unwrap_or_default()),
            ("starts", it.time.clone()),
            ("place", line(&it.place)),
            ("chair", line(chair)),
        ];
        offer.key.clone()
    }

    fn person(&mut self, it: &Person, meeting: &str) {
        let how = match it.status {
            Status::Present => "present",
            Status::Apologies => "apologies",
            Status::Absent => "absent",
            Status::Substitute => "deputy",
            Status::Observer => "observer",
            Status::InAttendance | Status::Officer | Status::Witness => "in-attendance",
            // The list was made before the meeting: whether they came, a person must say.
            Status::Expected => "",
        };
        let items = self.minutes.item(&it.item);
        let items = items.map(|it| line(&format!("{} {}", it.number, it.title)));
        let offer = self.add(Sort::Person, meeting, it.confidence, it.at);
        let agency = it.organisation.clone().unwrap_or_default();
        let role = if it.role == agency { "" } else { &it.role };
        offer.values = vec![
            ("name", line(&it.name)),
            ("role", line(role)),
            ("agency", line(&agency)),
            ("how", how.to_owned()),
            (
                "deputy_for",
                line(it.instead_of.as_deref().unwrap_or_default()),
            ),
            ("items", items.unwrap_or_default()),
        ];
        if it.status == Status::Expected {
            offer.confidence = Confidence::Suggested;
            offer.told = "The list was made before the meeting. Say whether they came.".to_owned();
        }
    }

    fn item(&mut self, place: &[usize], it: &Item, meeting: &str) {
        let said = self.minutes.pieces.iter();
        let said = said.filter(|piece| piece.item == place);
        let minute: String = said.map(|piece| piece.text.as_str()).collect();
        let order = self.list.iter().filter(|it| it.sort == Sort::Item).count() + 1;
        let sort = match it.kind {
            ItemKind::Procedural | ItemKind::Standing | ItemKind::Section => "standing",
            ItemKind::Business if !it.outcomes.is_empty() => "decision",
            ItemKind::Business => "update",
        };
        let slot = it.slot.as_ref();
        let number = self.number(place);
        let offer = self.add(Sort::Item, meeting, Confidence::Certain, it.at);
        offer.restricted = it.restricted;
        let title = if it.title.is_empty() {
            "An item without a title".to_owned()
        } else {
            line(&it.title)
        };
        offer.values = vec![
            ("number", line(&number)),
            ("title", title),
            ("order", order.to_string()),
            ("sort", sort.to_owned()),
            (
                "starts",
                slot.and_then(|it| it.start.clone()).unwrap_or_default(),
            ),
            (
                "planned_minutes",
                slot.and_then(|it| it.minutes)
                    .map(|it| it.to_string())
                    .unwrap_or_default(),
            ),
            (
                "presenter",
                line(it.presenter.as_deref().unwrap_or_default()),
            ),
            ("seeks", text(it.purpose.as_deref().unwrap_or_default())),
            ("minute", text(minute.trim())),
        ];
        let mut measures: Vec<String> = it
            .figures
            .iter()
            .filter_map(|it| it.measure.clone())
            .collect();
        measures.sort();
        measures.dedup();
        offer.measures = measures;
        let key = offer.key.clone();
        let from = self.list.len();
        self.recorded(it, &key);
        for offer in &mut self.list[from..] {
            offer.restricted = it.restricted;
        }
    }

    /// What was recorded under an item.
    fn recorded(&mut self, it: &Item, key: &str) {
        let body = line(&it.meeting.as_ref().unwrap_or(&self.minutes.meeting).body);
        for it in &it.outcomes {
            let recommended = it.verb == Verb::Recommended;
            let sort = if recommended {
                Sort::Recommendation
            } else {
                Sort::Resolution
            };
            let body = body.clone();
            let offer = self.add(sort, key, it.confidence, it.at);
            offer.values = if recommended {
                vec![("text", line(&it.text)), ("body", body)]
            } else {
                vec![
                    ("verb", verb(it.verb).to_owned()),
                    ("text", line(&it.text)),
                    ("mark", line(&it.mark)),
                    ("body", body),
                ]
            };
        }
        for it in &it.actions {
            let (due, told) = self.due(it.due, it.due_words.as_deref(), &it.due_told);
            let owners = if it.owners.is_empty() {
                NOBODY.to_owned()
            } else {
                // Initials are what the minutes call somebody; a record names the person.
                let people = &self.minutes.people;
                let named = |it: &String| {
                    initialled(people, it).map_or_else(|| it.clone(), |it| it.name.clone())
                };
                it.owners.iter().map(named).collect::<Vec<_>>().join("\n")
            };
            let offer = self.add(Sort::Action, key, it.confidence, it.at);
            offer.values = vec![
                ("text", line(&it.text)),
                ("owners", owners),
                ("due", due),
                (
                    "due_words",
                    line(it.due_words.as_deref().unwrap_or_default()),
                ),
                (
                    "why",
                    if it.text.chars().count() > 300 {
                        text(&it.text)
                    } else {
                        String::new()
                    },
                ),
                ("progress", text(&progress(it))),
            ];
            offer.told = told;
            offer.logged = line(it.number.as_deref().unwrap_or_default());
            offer.over = matches!(it.state, Some(Progress::Done | Progress::Withdrawn));
        }
        for it in &it.promises {
            let (due, told) = self.due(it.due, it.due_words.as_deref(), &it.due_told);
            let offer = self.add(Sort::Promise, key, it.confidence, it.at);
            offer.values = vec![
                ("text", line(&it.text)),
                ("said_by", line(it.who.as_deref().unwrap_or_default())),
                ("due", due),
                (
                    "due_words",
                    line(it.due_words.as_deref().unwrap_or_default()),
                ),
            ];
            offer.told = told;
        }
        for it in &it.questions {
            let offer = self.add(Sort::Question, key, it.confidence, it.at);
            offer.values = vec![
                ("text", line(&it.text)),
                ("asked_by", line(it.asked_by.as_deref().unwrap_or_default())),
                ("answer", text(it.answer.as_deref().unwrap_or_default())),
            ];
        }
        for it in &it.documents {
            let offer = self.add(Sort::Paper, key, Confidence::Certain, it.at);
            offer.values = vec![("title", line(&it.title))];
        }
    }

    /// The day something falls due, and how that was worked out: by the words alone, else by the calendar.
    fn due(&self, day: Option<Day>, words: Option<&str>, told: &str) -> (String, String) {
        let words = words.unwrap_or_default();
        let found = match day {
            Some(_) => None,
            None if words.is_empty() => None,
            None => Some(due::again(words).resolve(self.minutes.meeting.date, self.calendar)),
        };
        let day = day.or(found.as_ref().and_then(|it| it.day));
        let told = found.map_or_else(|| told.to_owned(), |it| it.told);
        let told = if words.is_empty() || told.is_empty() {
            told
        } else {
            format!("“{words}”: {told}")
        };
        (day.map(|it| it.to_string()).unwrap_or_default(), told)
    }

    /// An item's number with those above it: "3c i".
    fn number(&self, place: &[usize]) -> String {
        let own = self
            .minutes
            .item(place)
            .map(|it| it.number.clone())
            .unwrap_or_default();
        let begins = own.starts_with(|it: char| it.is_ascii_digit());
        match place.split_last() {
            Some((_, above)) if !above.is_empty() && !begins && !own.is_empty() => {
                format!("{} {own}", self.number(above)).trim().to_owned()
            }
            _ => own,
        }
    }
}

/// What an action log says of how far an action is: its update, else its state in words.
fn progress(it: &Action) -> String {
    let state = match it.state {
        Some(Progress::InProgress) => "In progress",
        Some(Progress::Done) => "Done",
        Some(Progress::CarriedForward) => "Carried forward",
        Some(Progress::Withdrawn) => "Withdrawn",
        Some(Progress::Open) | None => "",
    };
    match it.update.as_deref().map_or("", str::trim) {
        "" if state.is_empty() => String::new(),
        "" => format!("{state}, as the minutes say"),
        update => update.to_owned(),
    }
}

/// What stands where minutes name nobody: an action must say who does it.
const NOBODY: &str = "Nobody is named in the minutes";

fn verb(verb: Verb) -> &'static str {
    match verb {
        Verb::Noted => "noted",
        Verb::Approved => "approved",
        Verb::Endorsed => "endorsed",
        Verb::Supported => "supported",
        Verb::Agreed | Verb::Recommended => "agreed",
        Verb::Requested => "requested",
        Verb::Received => "received",
        Verb::Deferred => "deferred",
        Verb::Referred => "referred",
        Verb::Withdrawn => "withdrawn",
        Verb::Delegated => "delegated",
        Verb::Elected => "elected",
    }
}

/// On one line, no longer than a line of a record may be; what is cut stays in the item's minute.
pub(super) fn line(words: &str) -> String {
    let flat: Vec<&str> = words.split_whitespace().collect();
    cut(flat.join(" "), 300)
}

/// Paragraphs, no longer than a text of a record may be.
pub(super) fn text(words: &str) -> String {
    let kept: String = words
        .replace("\r\n", "\n")
        .chars()
        .filter(|it| !it.is_control() || matches!(it, '\n' | '\t'))
        .collect();
    cut(kept, 50_000)
}

fn cut(words: String, most: usize) -> String {
    if words.chars().count() <= most {
        return words;
    }
    words.chars().take(most - 1).chain(['…']).collect()
}
