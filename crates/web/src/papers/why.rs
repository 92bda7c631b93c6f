//! Why a figure says something else than the paper that showed it: the rows behind it in the returns that the paper was
//! made from, beside those in the returns as they are now.
//!
//! Returns are read again for it, each once, and what they tell is remembered: a kept return does not change. Where one of
//! them is gone, or its rows do not come to what was shown, nothing is said.

use crate::county::County;
use crate::house::House;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use waymark_data::annex_a::Data;
use waymark_data::{Day, Period};
use waymark_measures::engine::behind::{Behind, Reasons, Told, reasons};
use waymark_measures::history::Whom;
use waymark_measures::{Basis, By, Count, Measure, Unit, catalogue};
use waymark_report::Audience;
use waymark_report::paper::compare::{Asked, Restatement};
use waymark_report::paper::compose::basis_word;
use waymark_report::paper::{Figure, Paper};
use waymark_store::{Upload, UploadId, UploadState};

/// So many answers are remembered.
const REMEMBERED: usize = 20_000;

/// What was found out before.
#[derive(Default)]
pub(crate) struct Known(Mutex<HashMap<Question, Option<Change>>>);

/// A figure by its key, and the returns behind it then and now.
type Question = (String, Vec<Piece>, Vec<Piece>);

/// A return, by its uploads, and the part of a figure that it gives.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Piece {
    as_at: Day,
    uploads: Vec<UploadId>,
    basis: Basis,
    from: Day,
    to: Day,
}

/// Why a figure changed, and by how much its rows say so.
#[derive(Clone, Copy)]
struct Change {
    why: Reasons,
    hits: i64,
    cases: i64,
}

/// The returns that figures are told from: those that a paper was made from, or those of now.
pub(crate) struct Returns {
    county: Arc<County>,
    by_day: BTreeMap<Day, Vec<UploadId>>,
}

/// What a figure is of.
struct Of {
    measure: &'static Measure,
    basis: Basis,
    band: Option<u8>,
    area: Option<(By, String)>,
}

impl Returns {
    /// Those of a county.
    pub(crate) fn of(county: &Arc<County>) -> Self {
        let cuts = county.cuts.iter();
        Self {
            county: Arc::clone(county),
            by_day: cuts.map(|it| (it.cut.as_at, it.uploads.clone())).collect(),
        }
    }

    /// Those that a paper was made from, as far as they are kept.
    pub(crate) fn of_paper(county: &Arc<County>, paper: &Paper, uploads: &[Upload]) -> Self {
        let mut by_day: BTreeMap<Day, Vec<UploadId>> = BTreeMap::new();
        for day in paper.cut.iter().map(|it| it.as_at) {
            by_day.entry(day).or_insert_with(|| {
                let hashes = paper.cut.iter().filter(|it| it.as_at == day);
                let kept = |hash: &str| {
                    let is = |it: &&Upload| {
                        it.state == UploadState::Kept
                            && Day::from(it.as_at) == day
                            && it.sha256 == hash
                    };
                    uploads.iter().find(is).map(|it| it.id)
                };
                // One that is gone leaves nothing to compare with.
                let found: Option<Vec<_>> = hashes.map(|it| kept(&it.hash)).collect();
                found.unwrap_or_default()
            });
        }
        Self {
            county: county.until(paper.as_at),
            by_day,
        }
    }

    /// What gives a figure; none where that cannot be told.
    fn pieces(&self, of: &Of, figure: &Figure) -> Option<Vec<Piece>> {
        let whom = match &of.area {
            Some((by, name)) => Whom::Group(*by, name),
            None => Whom::All,
        };
        let period = Period {
            from: figure.from,
            to: figure.to,
        };
        let series = |basis| self.county.series(of.measure, of.band, basis, whom);
        let points = series(of.basis);
        let point = points.iter().find(|it| it.period == period)?;
        let piece = |basis, period: Period, as_at: Day| {
            let uploads = self.by_day.get(&as_at).filter(|it| !it.is_empty())?.clone();
            Some(Piece {
                as_at,
                uploads,
                basis,
                from: period.from,
                to: period.to,
            })
        };
        if point.summed_from.is_empty() {
            return Some(vec![piece(of.basis, period, point.as_at)?]);
        }
        let months = series(Basis::Month).into_iter();
        let months = months.filter(|it| period.has(it.period.from));
        months
            .map(|it| piece(Basis::Month, it.period, it.as_at))
            .collect()
    }
}

impl Of {
    fn figure(county: &County, figure: &Figure) -> Option<Self> {
        let measure = catalogue::find(&figure.measure)?;
        let mut bases = measure.periods.iter().copied();
        let basis = bases.find(|it| basis_word(*it) == figure.basis)?;
        let band = measure.bands.iter().position(|it| *it == figure.group);
        let area = match &*figure.group {
            "" => None,
            _ if band.is_some() => None,
            area => Some((county.by_of(area)?, area.to_owned())),
        };
        Some(Self {
            measure,
            basis,
            band: band.and_then(|it| u8::try_from(it).ok()),
            area,
        })
    }

    fn behind(&self, told: &Told<'_>, piece: &Piece) -> Option<Behind> {
        let period = Period {
            from: piece.from,
            to: piece.to,
        };
        let area = self.area.as_ref().map(|(by, name)| (*by, name.as_str()));
        told.behind(piece.basis, period, self.band, area)
    }

    /// Whether the rows account for the change of the numbers.
    fn accounts(&self, asked: &Asked<'_>, change: &Change) -> bool {
        let moved = |of: fn(&Figure) -> Option<i64>| {
            of(asked.now).unwrap_or(0) - of(asked.then).unwrap_or(0)
        };
        let unit = self.measure.unit;
        let of_cases = !matches!(unit, Unit::Count | Unit::Net | Unit::Rate);
        (unit == Unit::MedianWorkingDays || moved(|it| it.numerator) == change.hits)
            && (!of_cases || moved(|it| it.denominator) == change.cases)
    }
}

/// Why each figure says something else now, `then` being the returns that the paper of each was made from. Reads returns:
/// not for a thread that serves pages.
pub(crate) fn why<'a>(
    house: &House,
    then: impl Fn(&Paper) -> &'a Returns,
    now: &Returns,
    asked: &[Asked<'_>],
) -> Vec<Option<Reasons>> {
    let mut open: Vec<(usize, Of, Question)> = Vec::new();
    let mut out = vec![None; asked.len()];
    for (at, it) in asked.iter().enumerate() {
        // How many came late may be a small number: it is for the board.
        if it.shown_in.audience != Audience::Board || it.then.is_hidden() || it.now.is_hidden() {
            continue;
        }
        if let Some(of) = Of::figure(&now.county, it.then)
            && let Some(mut before) = then(it.shown_in).pieces(&of, it.then)
            && let Some(mut after) = now.pieces(&of, it.now)
        {
            let same: Vec<Piece> = before.clone();
            before.retain(|it| !after.contains(it));
            after.retain(|it| !same.contains(it));
            open.push((at, of, (it.then.key.clone(), before, after)));
        }
    }
    let known = || {
        let known = &house.why_known().0;
        known.lock().unwrap_or_else(PoisonError::into_inner)
    };
    let unknown: Vec<&(usize, Of, Question)> = {
        let known = known();
        open.iter()
            .filter(|it| !known.contains_key(&it.2))
            .collect()
    };
    let found = changes(house, &now.county, &unknown);
    let mut known = known();
    if known.len() + found.len() > REMEMBERED {
        known.clear();
    }
    let mut answers: HashMap<&Question, Option<Change>> = HashMap::new();
    for ((_, _, question), change) in unknown.into_iter().zip(found) {
        known.insert(question.clone(), change);
        answers.insert(question, change);
    }
    for (at, of, question) in &open {
        let change = answers.get(question).or_else(|| known.get(question));
        let change = change.copied().flatten();
        out[*at] = change
            .filter(|it| of.accounts(&asked[*at], it))
            .map(|it| it.why);
    }
    out
}

/// Reads every return that is needed once, and tells each change from it.
fn changes(house: &House, county: &County, open: &[&(usize, Of, Question)]) -> Vec<Option<Change>> {
    // By return, then by measure: which question, which side of it, which piece.
    type Wanted<'a> = BTreeMap<String, Vec<(usize, bool, &'a Piece)>>;
    let mut wanted: BTreeMap<(Day, &[UploadId]), Wanted<'_>> = BTreeMap::new();
    for (at, (_, of, (_, before, after))) in open.iter().enumerate() {
        let sides = before.iter().map(|it| (false, it));
        for (is_now, piece) in sides.chain(after.iter().map(|it| (true, it))) {
            let of_return = wanted.entry((piece.as_at, &piece.uploads)).or_default();
            let of_measure = of_return.entry(of.measure.name()).or_default();
            of_measure.push((at, is_now, piece));
        }
    }
    let mut sides: Vec<[Behind; 2]> = open.iter().map(|_| Default::default()).collect();
    let mut told = vec![true; open.len()];
    for ((as_at, uploads), measures) in wanted {
        let data = returned(house, county, as_at, uploads);
        for wants in measures.into_values() {
            let measure = open[wants[0].0].1.measure;
            let rows = data
                .as_ref()
                .and_then(|it| Told::of(measure, it, county.settings()));
            for (at, is_now, piece) in wants {
                let behind = rows.as_ref().and_then(|it| open[at].1.behind(it, piece));
                match behind {
                    Some(behind) => sides[at][usize::from(is_now)].add(behind),
                    None => told[at] = false,
                }
            }
        }
    }
    sides
        .iter()
        .zip(told)
        .map(|([then, now], told)| {
            let moved = |of: fn(&Count) -> i64| of(&now.count) - of(&then.count);
            told.then(|| Change {
                why: reasons(then, now),
                hits: moved(|it| i64::from(it.hits)),
                cases: moved(|it| i64::from(it.cases)),
            })
        })
        .collect()
}

/// The children of a return; none where it is gone or cannot be read.
fn returned(house: &House, county: &County, as_at: Day, uploads: &[UploadId]) -> Option<Arc<Data>> {
    if let (Some(latest), Some(data)) = (county.latest(), &county.data)
        && latest.uploads == uploads
    {
        return Some(Arc::clone(data));
    }
    let read = county.data_of(house.store(), as_at, uploads);
    let read = tokio::runtime::Handle::current().block_on(read);
    read.ok().flatten().map(Arc::new)
}

/// Figures of a paper that say something else now, each with why as far as the returns tell. `now`: the returns that the
/// later figures come from.
pub(crate) async fn with_reasons(
    house: &House,
    paper: &Arc<Paper>,
    restated: Vec<Restatement>,
    now: Returns,
) -> Result<Vec<Restatement>, waymark_store::StoreError> {
    if restated.is_empty() || paper.audience != Audience::Board {
        return Ok(restated);
    }
    let uploads = house.store().uploads().await?;
    let (house, paper) = (house.clone(), Arc::clone(paper));
    let work = move || {
        let then = Returns::of_paper(&house.county(), &paper, &uploads);
        let asked: Vec<Asked<'_>> = restated
            .iter()
            .map(|it| Asked {
                shown_in: &paper,
                then: &it.then,
                now: &it.now,
            })
            .collect();
        let reasons = why(&house, |_| &then, &now, &asked);
        let told = restated.into_iter().zip(reasons);
        told.map(|(it, why)| it.because(why)).collect()
    };
    Ok(tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|stopped| std::panic::resume_unwind(stopped.into_panic())))
}
