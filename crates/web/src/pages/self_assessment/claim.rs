//! A claim with what stands for it today: its evidence and how old that is, the lines of the plan, the comments.

use super::show::Typed;
use crate::county::County;
use crate::figures::since::Measured;
use crate::pages::plan::shown;
use crate::pages::records::cite;
use crate::words::counted;
use waymark_data::Day;
use waymark_govuk::{Content, Html, Tag, Textarea};
use waymark_programme::self_assessment::{comments, not_detailed, plan_lines};
use waymark_programme::{Asker, Record, Records, link};

/// Something that stands for a claim.
pub(super) struct Evidence {
    /// The measure's name or the record's reference.
    pub(super) reference: String,
    /// What it is called.
    pub(super) title: String,
    /// Where it is read.
    href: String,
    /// What it says: a measure's sentence; empty of a record.
    pub(super) says: String,
    /// The day it speaks of.
    pub(super) on: Option<Day>,
    /// Whether it says anything today: a measure of which no return tells says nothing.
    pub(super) live: bool,
}

/// Everything that is linked to a claim as evidence: measures first.
pub(super) fn evidence(
    county: &County,
    records: &Records,
    claim: &Record,
    today: Day,
) -> Vec<Evidence> {
    let cut = county
        .latest()
        .map(|it| it.cut.as_at)
        .filter(|it| *it <= today);
    let mut found: Vec<Evidence> = Measured::all(county, records, claim.id, "")
        .into_iter()
        .map(|it| {
            let says = it.sentence();
            let live = !says.is_empty();
            let name = it.measure.name();
            Evidence {
                href: format!("/measures/{name}"),
                reference: name,
                title: it.signal.title,
                says: if live {
                    says
                } else {
                    "No return tells of it.".to_owned()
                },
                on: cut.filter(|_| live),
                live,
            }
        })
        .collect();
    found.extend(
        records
            .led_here(claim.id, &link::EVIDENCE_FOR)
            .map(|it| Evidence {
                reference: it.reference(),
                title: it.title().to_owned(),
                href: shown::href(it),
                says: String::new(),
                on: it.date(),
                live: true,
            }),
    );
    found
}

/// "8 days old, as at 31 March 2018"; that there is no day, where there is none.
pub(super) fn age(on: Option<Day>, today: Day) -> String {
    match on.map(|it| (it, it.days_until(today))) {
        Some((on, days)) if days >= 0 => format!(
            "{} old, as at {}",
            counted(usize::try_from(days).unwrap_or(0), "day", "days"),
            on.words()
        ),
        Some((on, _)) => format!("dated {}", on.words()),
        None => "undated".to_owned(),
    }
}

/// A claim as the page shows it.
pub(super) struct Claim {
    pub(super) id: String,
    pub(super) reference: String,
    pub(super) link: Html,
    pub(super) tag: Tag,
    pub(super) seeker: String,
    pub(super) evidence: Vec<Html>,
    pub(super) bare: bool,
    pub(super) develops: bool,
    pub(super) lines: Vec<Html>,
    pub(super) plan: String,
    pub(super) comments: Vec<Comment>,
    pub(super) form: Textarea,
    pub(super) typed: bool,
}

/// A note on a claim and what was answered.
pub(super) struct Comment {
    pub(super) id: String,
    pub(super) reference: String,
    pub(super) text: Html,
    pub(super) who: String,
    pub(super) tag: Tag,
    pub(super) response: Html,
    pub(super) answer: Option<Textarea>,
}

/// What a page of claims is made from.
pub(super) struct From<'a> {
    pub(super) county: &'a County,
    pub(super) records: &'a Records,
    pub(super) asker: Asker<'a>,
    pub(super) today: Day,
    pub(super) typed: Option<&'a Typed>,
}

impl From<'_> {
    pub(super) fn claim(&self, claim: &Record) -> Claim {
        let all = evidence(self.county, self.records, claim, self.today);
        let lines = plan_lines(self.records, claim.id);
        let (form, typed) = self.note(
            claim,
            format!("comment-{}", claim.id),
            "Your comment",
            "A sentence or two, up to 300 characters. It is answered with a reason",
        );
        Claim {
            id: claim.id.to_string(),
            reference: claim.reference(),
            link: cite::link(claim),
            tag: cite::state(claim.state),
            seeker: shown::names(claim.owners()),
            bare: !all.iter().any(|it| it.live),
            evidence: all.iter().map(|it| self.shown(it)).collect(),
            develops: claim.text("sense") == "development",
            lines: lines.into_iter().map(|it| self.line(it)).collect(),
            plan: if self.asker.may_make(&waymark_programme::kinds::PLAN_LINE) {
                format!(
                    "/records/plan-line/new?from={}&link=came-from",
                    claim.reference()
                )
            } else {
                String::new()
            },
            comments: self.comments(claim),
            form,
            typed,
        }
    }

    fn shown(&self, it: &Evidence) -> Html {
        let says = if it.says.is_empty() {
            String::new()
        } else {
            format!(" {}", Content::from(it.says.as_str()))
        };
        let old = if it.live {
            format!(" <span class=\"wm-n\">({})</span>", age(it.on, self.today))
        } else {
            String::new()
        };
        let reference = if it.href.starts_with("/measures/") {
            String::new()
        } else {
            format!("{} ", it.reference)
        };
        Html::new(format!(
            "<a class=\"govuk-link\" href=\"{}\">{reference}<bdi>{}</bdi></a>{}{says}{old}",
            it.href,
            Content::from(it.title.as_str()),
            if says.is_empty() { "" } else { ":" },
        ))
    }

    fn line(&self, line: &Record) -> Html {
        let lacks: Vec<&str> = not_detailed(self.records, line)
            .into_iter()
            .map(|it| it.words())
            .collect();
        let lacking = if lacks.is_empty() {
            let due = shown::due_words(self.records, line, self.today);
            let owners = shown::names(line.owners());
            let about: Vec<String> = [owners, due]
                .into_iter()
                .filter(|it| !it.is_empty())
                .collect();
            Content::from(about.join(", ")).to_string()
        } else {
            format!("<strong>Not detailed:</strong> {}", lacks.join("; "))
        };
        Html::new(format!(
            "{} <span class=\"wm-n\">{lacking}</span>",
            shown::link(line)
        ))
    }

    /// The comments on a claim or on the whole.
    pub(super) fn comments(&self, about: &Record) -> Vec<Comment> {
        comments(self.records, about.id)
            .into_iter()
            .map(|it| self.comment(it))
            .collect()
    }

    fn comment(&self, it: &Record) -> Comment {
        let may = self.asker.moves(it).any(|step| step.word == "accept") && self.asker.may_edit(it);
        let open = it.state.word == "offered";
        let who = [
            it.text("said_by").to_owned(),
            it.date().map_or_else(String::new, Day::words),
        ];
        let who: Vec<&str> = who
            .iter()
            .map(String::as_str)
            .filter(|it| !it.is_empty())
            .collect();
        Comment {
            id: it.id.to_string(),
            reference: it.reference(),
            text: shown::text(it.title(), ""),
            who: who.join(", "),
            tag: cite::state(it.state),
            response: shown::text(it.text("response"), ""),
            answer: (open && may).then(|| {
                let id = format!("response-{}", it.id);
                let (form, typed) = self.note(it, id, "The reason", "");
                let form = form.name("response");
                if typed {
                    form
                } else {
                    form.value(it.text("response"))
                }
            }),
        }
    }

    /// A box for a few words about a record, with what was typed there and refused; and whether something was.
    pub(super) fn note(
        &self,
        about: &Record,
        id: String,
        label: &str,
        hint: &str,
    ) -> (Textarea, bool) {
        let typed = self.typed.filter(|it| it.of == about.id);
        let form = Textarea::new("text", label)
            .id(id)
            .hint(hint)
            .rows(2_u16)
            .value(typed.map_or("", |it| it.text.as_str()))
            .error(typed.map_or("", |it| it.wrong));
        (form, typed.is_some())
    }
}
