//! Where a measure's limits are drawn anew: who decided it, when and why; where the chart suggests it; and the way to the
//! view without it.

use crate::figures::told::Told;
use crate::pages::records::areas::WHOLE;
use crate::pages::records::cite;
use crate::user::User;
use waymark_data::Day;
use waymark_govuk::Html;
use waymark_measures::catalogue;
use waymark_programme::Records;
use waymark_programme::kinds::NEW_LIMITS;
use waymark_programme::rebased::{Rebased, rebased};
use waymark_report::SuggestedMonth;

/// In the address: one set of limits for all months.
pub(super) const FIRST: &str = "first";

/// What the page says of limits drawn anew.
pub(super) struct Anew {
    /// Whether this is the view with one set of limits.
    pub(super) first: bool,
    pub(super) decided: Vec<Decided>,
    /// The same page with the other limits.
    pub(super) other: Option<String>,
    /// What the chart suggests.
    pub(super) suggested: Option<String>,
    /// The form, for those who may.
    pub(super) form: Option<String>,
}

/// A decision in force that this reader may read.
pub(super) struct Decided {
    pub(super) from: String,
    /// " in North"; empty for the county's.
    pub(super) area: String,
    pub(super) cause: String,
    pub(super) by: String,
    pub(super) on: String,
    pub(super) why: String,
    pub(super) link: Html,
}

/// None where there is nothing to say, or no chart to say it of.
pub(super) fn of(user: &User, records: &Records, told: &Told, first: bool) -> Option<Anew> {
    let reading = told.reading.as_ref()?;
    reading.latest()?;
    let is_anew = !reading.series.rebases.is_empty();
    let may = user.asker().may_make(&NEW_LIMITS);
    let suggested = reading.suggested_month();
    let can = may && !reading.months_to_draw_anew().is_empty();
    let href = told.href();
    let anew = Anew {
        first: first && is_anew,
        decided: rebased(records)
            .into_iter()
            .filter(|it| catalogue::find(it.measure).is_some_and(|it| it.name() == told.name))
            .map(|it| decided(&it))
            .collect(),
        other: is_anew.then(|| {
            if first {
                format!("{href}#new-limits")
            } else {
                format!("{href}?limits={FIRST}#new-limits")
            }
        }),
        suggested: suggested.map(suggestion),
        form: can.then(|| match suggested {
            Some(it) => format!("{href}/new-limits?from={}", it.from),
            None => format!("{href}/new-limits"),
        }),
    };
    let says = is_anew || !anew.decided.is_empty();
    (says || anew.suggested.is_some() || anew.form.is_some()).then_some(anew)
}

fn decided(it: &Rebased<'_>) -> Decided {
    let decision = it.decision;
    let area = match decision.area() {
        "" | WHOLE => String::new(),
        area => format!(" in {area}"),
    };
    let why = decision.text("why").trim();
    Decided {
        from: it.from.words(),
        area,
        cause: decision.title().trim_end_matches('.').to_owned(),
        by: decision.text("said_by").to_owned(),
        on: decision
            .day("decided_on")
            .map_or_else(String::new, Day::words),
        why: if why.ends_with(['.', '!', '?']) {
            why.to_owned()
        } else {
            format!("{why}.")
        },
        link: cite::link(decision),
    }
}

/// "The last 14 months, since March 2017, have all been on one side of the average: …".
pub(super) fn suggestion(it: SuggestedMonth) -> String {
    format!(
        "The last {} months, since {}, have all been on one side of the average: what is ordinary may have shifted. If its cause is known and dated, and it is expected to stay, a person can draw new limits from then on. A chart cannot.",
        it.months,
        it.from.words()
    )
}
