//! What a template may put in: what each says and draws, and what a template with a mistake in it is told.

use crate::composed::{Council, only, said, tables, template};
use crate::given::day;
use waymark_measures::engine::behind::Reasons;
use waymark_programme::kinds::{FINDING, VISIT};
use waymark_report::chart::Event;
use waymark_report::paper::compose::INSERTS;
use waymark_report::paper::lint::{Context, as_text, lint};
use waymark_report::paper::template::Template;
use waymark_report::paper::{Beneath, Earlier, Paper, publish, templates};

fn board(text: &str) -> Paper {
    Council::default().paper("board", text)
}

fn public(text: &str) -> Paper {
    Council::default().paper("public", text)
}

fn context() -> Context<'static> {
    Context {
        on: day("2017-09-21"),
        data_days: Some(56),
        fresher: None,
        shown: &[],
        reading_age: 14,
        population: None,
    }
}

fn assert_says(words: &str, all: &[&str]) {
    for part in all {
        assert!(words.contains(part), "{part:?} is not in {words:?}");
    }
}

#[test]
fn areas_in_a_funnel_say_which_is_worth_asking_about() {
    let paper = board("{areas names=assessment-over-45 by=district as=funnel}");
    let chart = only(&paper);
    assert_eq!(
        chart.title,
        "Assessments that took longer than 45 working days by district"
    );
    assert_says(
        &chart.sentence,
        &["Worth asking about, outside the 99.8% limits: North is higher at 38.8% (62 of 160)."],
    );
    let north = &chart.table.rows[0];
    assert_eq!(north[0].shown, "North");
    assert_eq!(
        north.last().unwrap().shown,
        "Worth asking about: higher, which is worse"
    );
    assert_says(&said(&paper), &["21% (96 of 457)"]);
}

/// A funnel is of shares and rates: a number alone has no such limits.
#[test]
fn what_has_no_funnel_is_shown_as_dots() {
    let funnel = board("{areas names=referrals by=district as=funnel}");
    let dots = board("{areas names=referrals by=district as=dots}");
    assert_eq!(only(&funnel).table, only(&dots).table);
}

#[test]
fn areas_in_panels_stand_beside_the_mean_of_the_whole() {
    let paper = board("{areas names=assessment-over-45 by=district as=panels}");
    let chart = only(&paper);
    let headings: Vec<&str> = chart
        .table
        .headings
        .iter()
        .map(|it| it.text.as_str())
        .collect();
    assert_eq!(
        headings,
        ["Month", "North", "South", "East", "Whole council’s mean"]
    );
    assert_eq!(chart.table.rows.len(), 20);
    assert_says(
        &chart.sentence,
        &[
            "three districts, January 2016 to August 2017",
            "There is no figure for West.",
        ],
    );
    assert!(chart.title.ends_with("by district, month by month"));
    // The council's figure and the latest of each district can be looked up.
    assert_eq!(chart.figures.len(), 4);
    assert!(chart.figures.iter().all(|key| paper.figure(key).is_some()));
    assert_eq!(paper.figure(&chart.figures[1]).unwrap().group, "North");
}

/// What was shown of a district may be restated like what was shown of the whole.
#[test]
fn a_districts_figure_that_differs_from_what_was_shown_is_listed() {
    let panels = "{areas names=assessment-over-45 by=district as=panels}";
    let mut before = board(panels);
    let north = before.figures.iter_mut().find(|it| it.group == "North");
    north.unwrap().shown = "46% (92 of 200)".to_owned();
    let mut council = Council::default();
    council.earlier.push(before.into());
    let paper = council.paper("board", &format!("{panels}\n\n{{restated}}"));
    let table = paper
        .tables()
        .find(|it| it.caption == "Figures that differ from what was last shown")
        .unwrap();
    let rows: Vec<Vec<&str>> = table
        .rows
        .iter()
        .map(|it| it.iter().take(4).map(|it| it.shown.as_str()).collect())
        .collect();
    assert_eq!(
        rows,
        [[
            "Assessments that took longer than 45 working days: North",
            "August 2017",
            "46% (92 of 200)",
            "47.5% (95 of 200)"
        ]]
    );
}

/// The board is told how many rows came late or were corrected; the public, to whom such a number could tell of a child, not.
#[test]
fn why_a_figure_differs_stands_beside_it_for_the_board_alone() {
    let told = |audience: &str| {
        let measures = "{measures names=assessment-over-45}";
        let mut before = Council::default().paper(audience, measures);
        let latest = before.figures.last_mut().unwrap();
        latest.shown = format!("published otherwise than {}", latest.shown);
        let mut council = Council::default();
        council.earlier.push(before.into());
        council.why = Some(Reasons {
            late: 6,
            corrected: 1,
            taken_out: 0,
        });
        let paper = council.paper(audience, "{restated}");
        let table = paper.tables().next().unwrap().clone();
        let headings: Vec<String> = table.headings.iter().map(|it| it.text.clone()).collect();
        let row: Vec<String> = table.rows[0].iter().map(|it| it.shown.clone()).collect();
        (headings.join(" | "), row.join(" | "))
    };
    let (headings, row) = told("board");
    assert_eq!(
        headings,
        "Measure | Period | Shown then | Now | Why | Last shown in"
    );
    assert!(row.contains("6 recorded late, 1 corrected"), "{row}");
    let (headings, row) = told("public");
    assert_eq!(
        headings,
        "Measure | Period | Shown then | Now | Last shown in"
    );
    assert!(!row.contains("recorded late"), "{row}");
}

fn annexed(audience: &str) -> Paper {
    let mut council = Council::default();
    council.annexed = true;
    council.paper(audience, "{measures names=assessment-over-45}")
}

fn annex_of(paper: &Paper) -> Vec<Vec<String>> {
    let table = paper.tables().last().unwrap();
    assert_eq!(table.caption, "The same figures as at 31 August 2017");
    let rows = table.rows.iter();
    rows.map(|it| it.iter().map(|it| it.shown.clone()).collect())
        .collect()
}

/// A paper made in June is read in September: each latest figure, and under it the later one, can be looked up in every format.
#[test]
fn an_annex_has_each_latest_figure_and_the_later_one_under_it() {
    for audience in ["board", "public"] {
        let paper = annexed(audience);
        let last = paper.sections.last().unwrap();
        assert_eq!(last.heading, "Annex: the same figures as at 31 August 2017");
        assert_eq!(paper.annex, Some(day("2017-08-31")));
        let rows = annex_of(&paper);
        assert_eq!(rows.len(), 2, "{rows:?}");
        let title = "Assessments that took longer than 45 working days";
        for (row, period) in rows.iter().zip(["June 2017", "August 2017"]) {
            assert_eq!((&*row[0], &*row[2]), (title, period));
            let figure = paper.figures.iter().find(|it| it.shown == row[3]).unwrap();
            assert_eq!(row[4], figure.numerator.unwrap().to_string());
            assert_eq!(row[5], figure.denominator.unwrap().to_string());
        }
        // It says how old what is; and the rule of old data is content with it.
        let words = said(&paper);
        assert!(
            words.contains("The limit for this paper is 70 days."),
            "{words}"
        );
        let found = lint(&paper, &context());
        assert!(!as_text(&found).contains("stale"), "{}", as_text(&found));
    }
}

#[test]
fn what_the_public_may_not_know_is_hidden_in_the_annex_too() {
    let paper = annexed("public");
    let shown = annex_of(&paper)[1][3].clone();
    // An earlier paper hid the figure of August.
    let mut before = paper.clone();
    let august = before
        .figures
        .iter_mut()
        .find(|it| it.shown == shown)
        .unwrap();
    august.shown = "hidden (c)".to_owned();
    (august.value, august.numerator, august.denominator) = (None, None, None);
    let beneath = Beneath::default();
    let earlier = Earlier {
        paper: &before,
        beneath: &beneath,
    };
    let published = publish(paper, &beneath, &[earlier]).paper;
    assert_eq!(annex_of(&published)[1][3..6], ["hidden (c)", "c", "c"]);
}

#[test]
fn areas_in_a_heat_map_carry_the_mark_of_what_their_signals_allow() {
    let paper = board("{areas names=assessment-over-45,cla-review-on-time by=district as=heat}");
    let chart = only(&paper);
    assert_eq!(chart.title, "August 2017 by district");
    let rows: Vec<&str> = chart
        .table
        .rows
        .iter()
        .map(|it| it[0].shown.as_str())
        .collect();
    assert_eq!(rows, ["Whole council", "North", "South", "East", "West"]);
    assert_says(
        &chart.sentence,
        &[
            "Signals for the worse: ",
            "North, Assessments that took longer than 45 working days (47.5%)",
        ],
    );
    assert!(!chart.sentence.contains("South, "), "{}", chart.sentence);
    // Eight values: two of the whole, six of the three districts that are told.
    assert_says(
        &said(&paper),
        &[
            "8 values here are judged month by month",
            "chance alone would mark 0.1 of them on average",
        ],
    );
}

#[test]
fn the_public_is_told_why_it_sees_no_months_of_areas() {
    for way in ["panels", "heat"] {
        let paper = public(&format!(
            "{{areas names=assessment-over-45 by=district as={way}}}"
        ));
        assert_says(
            &said(&paper),
            &["not shown to the public, because small numbers could be worked out"],
        );
        let dots = public("{areas names=assessment-over-45 by=district}");
        assert_eq!(only(&paper).table, only(&dots).table, "{way}");
    }
}

#[test]
fn counted_months_have_limits_of_their_own_size() {
    let paper = board("{measures names=assessment-over-45 charts=yes as=counts}");
    let chart = only(&paper);
    assert_says(
        &chart.sentence,
        &[
            "21% (96 of 457) in August 2017",
            "what chance allows a month of its size",
        ],
    );
}

/// Wherever it stands it speaks of the whole paper, and counts what was looked at, not what was chosen to be shown.
#[test]
fn the_signal_budget_is_of_all_that_was_judged() {
    let shown = "{measures names=assessment-over-45 charts=yes}\n\n{areas names=assessment-over-45 as=funnel}";
    let (above, below) = (
        board(&format!("{{budget}}\n\n{shown}")),
        board(&format!("{shown}\n\n{{budget}}")),
    );
    let budget = above.budget.clone().unwrap();
    assert_eq!(below.budget.as_ref(), Some(&budget));
    assert_says(&said(&above), &[&budget.words()]);
    assert_says(&said(&below), &[&budget.words()]);
    let without = board("{budget}").budget.unwrap();
    assert_eq!(
        (without.judged, without.signals),
        (budget.judged, budget.signals)
    );
    assert!(budget.judged > budget.here.len());
    let title = "Assessments that took longer than 45 working days";
    assert!(budget.here.iter().any(|it| it == title));
    assert_eq!(without.here, Vec::<String>::new());
}

/// Months of six to nine cases: the size of each settles what chance allows it.
#[test]
fn a_measure_of_few_cases_is_charted_by_its_counts_unasked() {
    let paper = board("{measures names=assessment-45 charts=yes}");
    assert_says(
        &only(&paper).sentence,
        &[
            "83.3% (5 of 6) in August 2017",
            "what chance allows a month of its size",
        ],
    );
    let plain = board("{measures names=cla-review-on-time charts=yes}");
    assert!(!only(&plain).sentence.contains("a month of its size"));
}

#[test]
fn what_is_no_share_and_no_rate_keeps_its_chart_of_months() {
    let asked = board("{measures names=referrals charts=yes as=counts}");
    let plain = board("{measures names=referrals charts=yes}");
    assert_eq!(only(&asked).table, only(&plain).table);
}

#[test]
fn what_happened_meanwhile_is_said_of_counted_months_too() {
    let mut council = Council::default();
    council.events = [
        ("2017-03-06", "A second team began"),
        ("2019-01-01", "Much later"),
    ]
    .map(|(on, words)| Event {
        day: day(on),
        words: words.to_owned(),
    })
    .to_vec();
    let paper = council.paper(
        "board",
        "{measures names=assessment-over-45 charts=yes as=counts}",
    );
    assert!(
        only(&paper)
            .sentence
            .ends_with("What happened meanwhile: A second team began, 6 March 2017.")
    );
}

#[test]
fn a_burn_down_says_whether_the_rate_of_late_is_enough() {
    let paper = board(
        "{burn-down name=cla-number deadline=2018-03-31 things=child-looked-after,children-looked-after}",
    );
    let chart = only(&paper);
    assert_eq!(
        chart.title,
        "Children looked after: what remains until 31 March 2018"
    );
    // 1,900 in January 2016, ten fewer in each of nineteen months.
    assert_says(
        &chart.sentence,
        &["1,710 children looked after remaining at 31 August 2017."],
    );
    assert_eq!(chart.figures.len(), 20);
    // For the public no month may be worked out from the next one's difference.
    let insert = "{burn-down name=cla-number deadline=2018-03-31}";
    let differences = |paper: &Paper| {
        let headings = &only(paper).table.headings;
        headings.iter().any(|it| it.text == "Fewer than before")
    };
    assert!(differences(&board(insert)) && !differences(&public(insert)));
}

#[test]
fn a_trajectory_says_how_far_off_its_plan_a_measure_is() {
    let paper = board("{trajectory name=cla-number aims=2016-01:1900,2018-10:1570}");
    let chart = only(&paper);
    assert_says(
        &chart.sentence,
        &[
            "Children looked after: 1,710 in August 2017.",
            "1,570",
            "October 2018",
        ],
    );
    let last = chart.table.rows.last().unwrap();
    assert_eq!(last[0].shown, "October 2018");
    assert!(last[2].shown.starts_with("1,570"), "{last:?}");
}

/// One aim is no line: the way begins where the measure stood in the first month shown, and every month has its place on it.
#[test]
fn a_trajectory_to_one_aim_begins_where_the_measure_stood() {
    // 1,900 in January 2016, ten fewer in each month; 33 months to the aim, ten fewer in each.
    let paper = board("{trajectory name=cla-number aims=2018-10:1570}");
    let chart = only(&paper);
    assert_says(
        &chart.sentence,
        &[
            "1,710 in August 2017. That is on the trajectory to 1,570 by October 2018.",
            "It has 140 to go in 14 months",
        ],
    );
    let rows: Vec<Vec<&str>> = [0, 1, 19, 20, 33]
        .map(|at| {
            let row = chart.table.rows[at].iter();
            row.map(|it| it.shown.as_str()).collect()
        })
        .to_vec();
    assert_eq!(
        rows,
        [
            ["January 2016", "1,900", "1,900", "0", "Start"],
            ["February 2016", "1,890", "1,890", "0", ""],
            ["August 2017", "1,710", "1,710", "0", ""],
            ["September 2017", "", "1,700", "", ""],
            ["October 2018", "", "1,570", "", "Set"],
        ]
    );
    assert_eq!(chart.table.rows.len(), 34);
    assert!(chart.svg.contains("Trajectory, from January 2016"));
}

/// 1,500 is for all districts together.
#[test]
fn a_number_by_area_says_where_most_are_and_has_no_target() {
    let paper = board("{areas names=cla-number by=district}");
    let chart = only(&paper);
    assert_eq!(
        chart.sentence,
        "Most in North (62), fewest in West (9). Numbers alone are not compared, because the groups differ in size."
    );
    assert!(!chart.svg.contains("Target"), "{}", chart.svg);
    let share = board("{areas names=assessment-over-45 by=district}");
    assert!(only(&share).svg.contains("Target 15%"));
}

#[test]
fn findings_that_wait_come_first_and_the_newest_of_them_at_the_top() {
    let mut council = Council::default();
    for (title, on) in [
        ("Old and waiting", "2016-03-01"),
        ("New and waiting", "2017-08-01"),
        ("Between", "2017-01-01"),
    ] {
        council.make(&FINDING, &[("said", title), ("date", on)]);
    }
    let told = said(&council.paper("board", "{findings most=2}"));
    let place = |words: &str| told.find(words).unwrap_or_else(|| panic!("{told}"));
    assert!(place("New and waiting") < place("Between"));
    assert!(!told.contains("Old and waiting"), "{told}");
}

#[test]
fn a_paper_for_a_sort_of_body_that_there_is_none_of_says_so() {
    let file = "+++\ntitle = \"T\"\naudience = \"board\"\nbody = \"scrutiny\"\n+++\n## One for {month}\n{must-include}\n";
    let template = Template::parse("ours", file).unwrap();
    let paper = Council::default().composed(&template);
    assert_says(
        &said(&paper),
        &["No open body of the sort “Scrutiny committee” is on record"],
    );
    assert_eq!(paper.sections[0].heading, "One for August 2017");
}

#[test]
fn audits_are_bars_of_grades_with_their_numbers() {
    let mut council = Council::default();
    council.audit("Case files", "2017-03-20", [1, 6, 11, 2]);
    council.audit("Case files", "2017-07-17", [2, 12, 8, 3]);
    let paper = council.paper("board", "{audits months=12 charts=yes}");
    let chart = only(&paper);
    let bars: Vec<Vec<&str>> = chart
        .table
        .rows
        .iter()
        .map(|it| it.iter().take(6).map(|it| it.shown.as_str()).collect())
        .collect();
    assert_eq!(
        bars,
        [
            ["Case files, 20 March 2017", "20", "1", "6", "11", "2"],
            ["Case files, 17 July 2017", "25", "2", "12", "8", "3"],
        ]
    );
    assert_says(
        &chart.sentence,
        &["Case files, 17 July 2017: 56% of 25 cases (14) were good or outstanding"],
    );
    assert_eq!(tables(&paper), 0, "the chart has its own");
    let paper = council.paper("board", "{audits months=12}");
    assert_eq!((paper.charts().count(), tables(&paper)), (0, 1));
}

/// Three files were inadequate: with the others and the sum that could be worked out, so none of them is shown.
#[test]
fn small_grades_are_hidden_from_the_public_with_all_that_gives_them_away() {
    let mut council = Council::default();
    council.audit("Case files", "2017-07-17", [20, 120, 80, 3]);
    council.audit("Plans", "2017-08-17", [20, 120, 80, 0]);
    for how in ["charts=yes", "charts=no"] {
        let paper = council.paper("public", &format!("{{audits months=12 {how}}}"));
        let told = said(&paper);
        assert_says(
            &told,
            &["Case files, 17 July 2017: the numbers by grade are hidden (c)"],
        );
        assert_says(&told, &["Plans, 17 August 2017: 63.6% (140 of 220)"]);
        let table = paper.tables().next().unwrap();
        let files = table
            .rows
            .iter()
            .find(|it| it[0].shown.starts_with("Case files"))
            .unwrap();
        let numbers = files.iter().filter(|it| it.shown.parse::<f64>().is_ok());
        assert_eq!(numbers.count(), 0, "{files:?}");
        assert!(!paper.frozen().contains("223"), "their sum");
    }
}

#[test]
fn a_measure_that_no_return_answers_is_named() {
    for insert in [
        "{measures names=cpp-rate charts=yes}",
        "{areas names=cpp-rate as=heat}",
        "{areas names=cpp-rate as=panels}",
        "{burn-down name=cin-number deadline=2018-03-31}",
        "{trajectory name=cpp-rate aims=2018-03:40}",
    ] {
        let paper = board(insert);
        assert_says(
            &said(&paper),
            &["no figure, because no return that has been loaded answers it"],
        );
        assert_eq!(paper.charts().count(), 0);
    }
}

#[test]
fn a_mistake_says_its_line_and_what_may_be_written() {
    for (text, wrong, expected) in [
        ("{areas names=cpp-rate as=pie}", "as is 'pie'", "funnel ("),
        ("{areas by=district}", "names is missing", "names= ("),
        (
            "{measures names=cpp-rate as=counts}",
            "as is said without charts=yes",
            "charts= (",
        ),
        (
            "{measures names=cpp-rate charts=yes as=bars}",
            "as is 'bars'",
            "counts",
        ),
        ("{audits charts=some}", "charts is 'some'", "yes or no"),
        (
            "{burn-down name=cla-number}",
            "deadline is missing",
            "2018-03-31",
        ),
        (
            "{burn-down name=cla-number deadline=soon}",
            "'soon' is not a date",
            "a day",
        ),
        (
            "{burn-down name=referrals deadline=2018-03-31}",
            "'referrals' is no number at a day",
            "name=",
        ),
        (
            "{burn-down name=no-such deadline=2018-03-31}",
            "no measure called 'no-such'",
            "name=",
        ),
        (
            "{burn-down name=cla-number deadline=2018-03-31 things=child}",
            "things is not one word and its plural",
            "things=",
        ),
        (
            "{trajectory name=cla-number}",
            "aims is missing",
            "2018-10:1646",
        ),
        (
            "{trajectory name=cla-number aims=2018-13:1646}",
            "the aim '2018-13:1646'",
            "2018-10:1646",
        ),
        (
            "{trajectory name=cla-number aims=2018-10:nan}",
            "the aim '2018-10:nan'",
            "2018-10:1646",
        ),
    ] {
        let told = template("board", text).unwrap_err();
        assert!(told.starts_with("ours.md, line 6: "), "{told}");
        let (said, may) = told.split_once("Expected: ").unwrap();
        assert!(
            said.contains(wrong) && may.contains(expected),
            "{text}: {told}"
        );
    }
}

/// What a council reads before it writes: every key is told.
#[test]
fn every_insert_is_told() {
    for known in INSERTS {
        assert!(!known.about.is_empty(), "{}", known.name);
        assert!(
            known
                .keys
                .iter()
                .all(|(key, about)| !key.is_empty() && !about.is_empty())
        );
    }
}

/// Every template that comes with Waymark, of a council whose districts are told month by month.
#[test]
fn every_template_of_this_council_gives_no_finding() {
    for template in templates::all(&[]).templates {
        let paper = Council::default().composed(&template);
        let found = lint(&paper, &context());
        assert!(found.is_empty(), "{}: {}", template.name, as_text(&found));
    }
}

/// Nothing that is put in breaks a rule of a paper.
#[test]
fn what_is_put_in_gives_no_finding() {
    let mut council = Council::default();
    council.audit("Case files", "2017-07-17", [20, 120, 80, 13]);
    let text = "{areas names=assessment-over-45 as=funnel}\n\n{areas names=assessment-over-45 as=panels}\n\n\
        {areas names=assessment-over-45,cla-review-on-time as=heat}\n\n{measures names=assessment-over-45,assessment-45 charts=yes as=counts}\n\n\
        {burn-down name=cla-number deadline=2018-03-31}\n\n{trajectory name=cla-number aims=2018-10:1570}\n\n{audits months=12 charts=yes}";
    for audience in ["board", "public"] {
        let paper = council.paper(audience, text);
        let found = lint(&paper, &context());
        assert!(found.is_empty(), "{audience}: {}", as_text(&found));
        // No two drawings share a name: on a page one would take the other's patterns.
        let mut ids: Vec<&str> = paper
            .charts()
            .flat_map(|it| [it.svg.as_str(), it.narrow.as_str()])
            .flat_map(|it| it.split(" id=\"").skip(1))
            .filter_map(|it| it.split('"').next())
            .collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all);
    }
}

#[test]
fn few_cases_of_a_visit_are_not_for_the_public() {
    let of = |audience: &str, sampled: &str, returned: &str| {
        let mut council = Council::default();
        let visit = [
            ("title", "Monitoring visit"),
            ("date", "2017-07-04"),
            ("sampled", sampled),
            ("returned", returned),
        ];
        council.make(&VISIT, &visit);
        said(&council.paper(audience, "{visits months=12}"))
    };
    assert_says(
        &of("board", "36", "4"),
        &["36 cases were looked at, 4 of them sent back."],
    );
    assert_says(
        &of("public", "36", "9"),
        &["36 cases were looked at, 9 of them sent back."],
    );
    for (sampled, returned) in [("36", "4"), ("5", ""), ("36", "33")] {
        let said = of("public", sampled, returned);
        assert_says(&said, &["How many cases were looked at is hidden (c)"]);
        assert!(!said.contains(&format!("{sampled} cases")), "{said}");
    }
}
