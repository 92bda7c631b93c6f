//! Audits of practice.

use super::life::Life;
use super::people::AUDITOR;
use super::plan::Plans;
use super::visits::Keyed;
use waymark_programme::kinds::AUDIT;
use waymark_programme::link::{ABOUT, CAME_FROM, EVIDENCE_FOR};

/// Audits: title, theme, when, how many, inadequate, requires improvement, good, final on, found, line or finding.
#[rustfmt::skip]
const AUDITS: &[(&str, &str, &str, [u32; 4], &str, &str, &str)] = &[
    ("Case files, quarter 1", "Whole file", "2016-12-20", [19, 34, 7, 60], "2017-01-13", "Plans drift; visits are late.", "old-audit"),
    ("Case files, quarter 2", "Whole file", "2017-03-21", [14, 37, 9, 60], "2017-04-11", "Plans are written, and not always followed.", "old-audit"),
    ("Case files, quarter 3", "Whole file", "2017-06-20", [9, 41, 10, 60], "2017-07-14", "Workers know their children.", "themes"),
    ("Service areas, August", "Service areas", "2017-08-29", [3, 20, 4, 27], "2017-10-02", "11% inadequate, 74% requires improvement, 15% good.", "themes"),
    ("Case files, quarter 4", "Whole file", "2017-09-26", [7, 41, 12, 60], "2017-10-20", "Supervision is seldom on the file.", "themes"),
    ("Recording", "Recording", "2018-01-30", [4, 19, 7, 30], "2018-02-22", "Long entries; the child's words are missing from a third.", "recording"),
    ("Case files, quarter 5", "Whole file", "2018-01-16", [5, 38, 17, 60], "2018-02-09", "Plans are followed more often than not.", "themes"),
    ("Permanence panels", "Permanence", "2018-03-06", [1, 14, 15, 30], "2018-03-29", "Challenge is written down in 26 of 30.", "permanence"),
    ("Supervision records", "Supervision", "2018-03-27", [6, 18, 6, 30], "", "Held, and thin.", "supervision"),
];

/// Audits of practice.
pub(super) fn audits(life: &mut Life, plans: &Plans, claims: &Keyed) {
    for (title, theme, on, [bad, middling, good, of], settled, found, line) in AUDITS {
        let mut pen = life.on(on, AUDITOR).at(9);
        let numbers = [*of, *bad, *middling, *good].map(|it| it.to_string());
        let made = pen.make(
            &AUDIT,
            &[
                ("title", title),
                ("theme", theme),
                ("date", on),
                (
                    "unit",
                    if *theme == "Service areas" {
                        "service-area"
                    } else {
                        "case"
                    },
                ),
                ("sample", "Drawn at random in each locality"),
                ("owners", AUDITOR),
                ("sampled", &numbers[0]),
                ("inadequate", &numbers[1]),
                ("requires_improvement", &numbers[2]),
                ("good", &numbers[3]),
                ("found", found),
            ],
        );
        pen.go(made, "provisional");
        if !settled.is_empty() {
            let mut pen = life.on(settled, AUDITOR).at(16);
            pen.go(made, "final");
        }
        let mut pen = life.on("2018-03-30", AUDITOR).at(17);
        pen.link(made, &ABOUT, plans.lines[line]);
        if *title == "Case files, quarter 5" {
            pen.link(made, &EVIDENCE_FOR, claims["quality"]);
        }
    }
    let mut pen = life.on("2018-03-14", AUDITOR).at(9);
    let planned = pen.make(
        &AUDIT,
        &[
            ("title", "Police referrals: thirty cases"),
            ("theme", "Front door"),
            ("due", "2018-04-03"),
            ("owners", AUDITOR),
            (
                "sample",
                "Thirty children referred by the police in January, assessed and given no service",
            ),
        ],
    );
    pen.link(planned, &CAME_FROM, plans.lines["police"]);
    pen.links(planned, &ABOUT, &["police-referral-no-service"]);
}
