//! What a sentence says has changed, and which way.

use super::read::Sentence;

/// Which way a sentence says something went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// "Improved".
    Better,
    /// "Worse".
    Worse,
    /// "Rose".
    Up,
    /// "Fell".
    Down,
    /// "On track".
    OnTrack,
}

/// A word of change.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moved {
    /// Which way.
    pub(super) way: Way,
    /// Its place in the sentence.
    pub(super) at: usize,
    /// Whether it is said not to be so: "has not improved".
    pub(super) denied: bool,
}

const BETTER: &[&str] = &["improved"];
const WORSE: &[&str] = &[
    "worse",
    "worsened",
    "worsening",
    "deteriorated",
    "deteriorating",
];
const UP: &[&str] = &[
    "rose",
    "risen",
    "rising",
    "increased",
    "increasing",
    "grew",
    "grown",
    "climbed",
    "climbing",
    "jumped",
    "escalated",
    "escalating",
];
/// The same, and how much: they stand for numbers.
const UP_MUCH: &[&str] = &[
    "doubled",
    "doubling",
    "trebled",
    "tripled",
    "quadrupled",
    "surged",
    "surging",
    "soared",
    "soaring",
    "spiked",
    "rocketed",
    "skyrocketed",
    "ballooned",
];
const DOWN: &[&str] = &[
    "fell",
    "fallen",
    "falling",
    "decreased",
    "decreasing",
    "reduced",
    "reducing",
    "dropped",
    "dropping",
    "declined",
    "declining",
    "shrank",
    "shrunk",
    "shrinking",
    "dwindled",
    "dwindling",
];
/// The same, and how much.
const DOWN_MUCH: &[&str] = &[
    "halved",
    "halving",
    "plummeted",
    "plummeting",
    "plunged",
    "plunging",
    "slumped",
    "tumbled",
    "collapsed",
];
/// Only after "is", "has been" and their like: "better recording" and "higher needs" say nothing of a change.
const COMPARED: &[(&str, Way)] = &[
    ("better", Way::Better),
    ("improving", Way::Better),
    ("higher", Way::Up),
    ("lower", Way::Down),
    ("up", Way::Up),
    ("down", Way::Down),
];
/// Only in "a fall in", "an improvement from".
const NAMED: &[(&str, Way)] = &[
    ("improvement", Way::Better),
    ("improvements", Way::Better),
    ("deterioration", Way::Worse),
    ("increase", Way::Up),
    ("rise", Way::Up),
    ("fall", Way::Down),
    ("drop", Way::Down),
    ("decrease", Way::Down),
    ("reduction", Way::Down),
];

/// The words of change of a sentence, in order. What is wished, planned or asked is none: "to improve", "must be reduced",
/// "whether it has improved".
pub(super) fn moved(sentence: &Sentence) -> Vec<Moved> {
    let mut found = Vec::new();
    for at in 0..sentence.tokens.len() {
        let Some(way) = way(sentence, at) else {
            continue;
        };
        if is_wished(sentence, at) {
            continue;
        }
        let denied = (1..=3).any(|by| {
            let word = sentence.before(at, by);
            matches!(word, "not" | "no" | "never" | "nor" | "neither" | "without")
                || word.ends_with("n't")
                || word.ends_with("n’t")
        });
        found.push(Moved { way, at, denied });
    }
    found
}

/// Whether a word says how much something went up or down, without the number: "doubled", "plummeted".
pub(super) fn says_how_much(word: &str) -> bool {
    UP_MUCH.contains(&word) || DOWN_MUCH.contains(&word)
}

fn way(sentence: &Sentence, at: usize) -> Option<Way> {
    let word = sentence.word(at);
    for (list, way) in [
        (BETTER, Way::Better),
        (WORSE, Way::Worse),
        (UP, Way::Up),
        (UP_MUCH, Way::Up),
        (DOWN, Way::Down),
        (DOWN_MUCH, Way::Down),
    ] {
        if list.contains(&word) {
            return Some(way);
        }
    }
    if word == "on" && matches!(sentence.word(at + 1), "track" | "course") {
        return Some(Way::OnTrack);
    }
    if let Some((_, way)) = COMPARED.iter().find(|it| it.0 == word) {
        const SAYS: [&str; 22] = [
            "is",
            "are",
            "was",
            "were",
            "been",
            "now",
            "got",
            "getting",
            "gone",
            "going",
            "went",
            "much",
            "slightly",
            "even",
            "become",
            "keeps",
            "steadily",
            "still",
            "also",
            "far",
            "continues",
            "performing",
        ];
        let said = SAYS.contains(&sentence.before(at, 1));
        return said.then_some(*way);
    }
    if let Some((_, way)) = NAMED.iter().find(|it| it.0 == word) {
        let of_something = matches!(sentence.word(at + 1), "in" | "from" | "since" | "on");
        let by_article = (1..=3).any(|by| {
            matches!(
                sentence.before(at, by),
                "a" | "an" | "the" | "seen" | "shows" | "show"
            )
        });
        return (of_something && by_article).then_some(*way);
    }
    None
}

fn is_wished(sentence: &Sentence, at: usize) -> bool {
    (1..=3).any(|by| {
        let word = sentence.before(at, by);
        matches!(
            word,
            "will"
                | "must"
                | "should"
                | "would"
                | "could"
                | "can"
                | "may"
                | "might"
                | "shall"
                | "need"
                | "needs"
                | "if"
                | "until"
                | "unless"
                | "how"
                | "whether"
                | "expected"
                | "expect"
                | "hope"
                | "aim"
                | "planned"
                | "wants"
                | "want"
        )
    }) || (1..=8).any(|by| matches!(sentence.before(at, by), "how" | "whether" | "if"))
        // "What has improved by more than chance explains." is the beginning of a list.
        || (sentence.word(0) == "what" && at <= 4)
        || matches!(sentence.before(at, 1), "to")
        || (sentence.before(at, 1) == "be" && sentence.before(at, 2) == "to")
}

impl Way {
    /// Whether a figure's verdict allows it to be said. `up_is_good`: none where neither way is.
    pub(super) fn is_allowed(self, verdict: &str, up_is_good: Option<bool>) -> bool {
        let way = direction(verdict, up_is_good);
        match self {
            Self::Better | Self::OnTrack => verdict == "improved",
            Self::Worse => verdict == "worse",
            Self::Up => way == Some(true),
            Self::Down => way == Some(false),
        }
    }

    /// Whether a figure's verdict says the very opposite.
    pub(super) fn is_contrary(self, verdict: &str, up_is_good: Option<bool>) -> bool {
        let way = direction(verdict, up_is_good);
        match self {
            Self::Better | Self::OnTrack => verdict == "worse",
            Self::Worse => verdict == "improved",
            Self::Up => way == Some(false),
            Self::Down => way == Some(true),
        }
    }
}

/// Whether a verdict says that the number rose; none where it says of neither.
fn direction(verdict: &str, up_is_good: Option<bool>) -> Option<bool> {
    match verdict {
        "higher" => Some(true),
        "lower" => Some(false),
        "improved" => up_is_good,
        "worse" => up_is_good.map(|it| !it),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::read::sentences;
    use super::*;

    fn ways(text: &str) -> Vec<(Way, bool)> {
        let all: Vec<_> = sentences(text).iter().flat_map(moved).collect();
        all.into_iter().map(|it| (it.way, it.denied)).collect()
    }

    #[test]
    fn what_is_said_to_have_changed_is_found() {
        assert_eq!(ways("Visits have improved."), [(Way::Better, false)]);
        assert_eq!(ways("Visits have not improved."), [(Way::Better, true)]);
        assert_eq!(
            ways("There was a fall in late assessments, now higher again."),
            [(Way::Down, false), (Way::Up, false)]
        );
        assert_eq!(
            ways("The plan is on track; timeliness is better."),
            [(Way::OnTrack, false), (Way::Better, false)]
        );
    }

    #[test]
    fn what_is_wished_or_asked_is_no_change() {
        for text in [
            "The improvement board met.",
            "We want to improve.",
            "This must be reduced.",
            "Is it clear whether practice has improved?",
            "Better recording of children with higher needs.",
            "The up and down arrows.",
            "to be improved",
        ] {
            assert_eq!(ways(text), [], "{text}");
        }
    }

    #[test]
    fn a_verdict_allows_its_own_way_only() {
        assert!(Way::Down.is_allowed("improved", Some(false)));
        assert!(!Way::Down.is_allowed("worse", Some(false)));
        assert!(Way::Down.is_contrary("worse", Some(false)));
        assert!(!Way::Better.is_allowed("no real change", Some(true)));
        assert!(Way::Up.is_allowed("higher", None));
    }
}
