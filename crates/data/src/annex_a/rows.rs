//! The rows of the eleven lists, with the columns that measures and checks read.

use super::about::About;
use crate::answers::Answer;
use crate::field::Field;
use crate::table::Table;
use crate::{Day, Word};

/// A row of a list.
pub trait Row: Sized {
    /// Its list, 1 to 11.
    const LIST: u8;

    /// What it says of its child.
    fn about(&self) -> &About;

    /// All rows of a table of this list; `about` in the table's order.
    fn read(table: &Table, about: Vec<About>) -> Vec<Self>;
}

macro_rules! kind {
    (date) => { Field<Day> };
    (answer) => { Field<Answer> };
    (number) => { Field<f64> };
    (text) => { Field<Word> };
}

macro_rules! list {
    ($(#[$doc:meta])* $number:literal $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ident = $heading:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $name {
            /// What the row says of its child.
            pub about: About,
            $(#[doc = $heading] pub $field: kind!($kind),)+
        }

        impl Row for $name {
            const LIST: u8 = $number;

            fn about(&self) -> &About {
                &self.about
            }

            fn read(table: &Table, about: Vec<About>) -> Vec<Self> {
                $(let $field = table.spec.column($heading).expect("the list has this published column");)+
                about
                    .into_iter()
                    .enumerate()
                    .map(|(row, about)| Self { about, $($field: table.$kind($field, row)),+ })
                    .collect()
            }
        }
    };
}

list!(
    /// List 1: one contact about one child.
    1 Contact {
        date: date = "Date of Contact",
        source: answer = "Contact Source",
    }
);
list!(
    /// List 2: an early help assessment.
    2 EarlyHelp {
        starts: date = "Assessment start date",
        ends: date = "Assessment completion date",
        organisation: text = "Organisation completing assessment",
    }
);
list!(
    /// List 3: a referral.
    3 Referral {
        date: date = "Date of referral",
        source: answer = "Referral Source",
        no_further_action: answer = "Referral NFA?",
        count: number = "Number of Referrals in Last 12 Months",
    }
);
list!(
    /// List 4: a child and family assessment.
    4 Assessment {
        starts: date = "Continuous Assessment Start Date",
        ends: date = "Continuous Assessment Date of Authorisation",
        seen: answer = "Child Seen During Continuous Assessment",
        support: answer = "Was the child assessed as requiring LA children's social care support?",
    }
);
list!(
    /// List 5: a section 47 enquiry and its initial child protection conference.
    5 Enquiry {
        starts: date = "Strategy discussion initiating Section 47 Enquiry Start Date",
        unnecessary: answer = "Was an Initial Child Protection Conference deemed unnecessary?",
        conference: date = "Date of Initial Child Protection Conference",
        plan: answer = "Did the Initial Child Protection Conference Result in a Child Protection Plan",
        enquiries: number = "Number of Section 47 Enquiries in the last 12 months",
        conferences: number = "Number of ICPCs in the last 12 months",
    }
);
list!(
    /// List 6: an episode of need.
    6 Episode {
        starts: date = "CIN Start Date",
        need: answer = "Primary Need Code",
        seen: date = "Date Child Was Last Seen",
        ends: date = "CIN Closure Date",
        reason: answer = "Reason for Closure",
        status: answer = "Case Status",
    }
);
list!(
    /// List 7: a child protection plan.
    7 Plan {
        starts: date = "Child Protection Plan Start Date",
        first_category: answer = "Initial Category of Abuse",
        category: answer = "Latest Category of Abuse",
        visit: date = "Date of the Last Statutory Visit",
        alone: answer = "Was the Child Seen Alone?",
        review: date = "Date of latest review conference",
        ends: date = "Child Protection Plan End Date",
        previous: number = "Number of Previous Child Protection Plans",
    }
);
list!(
    /// List 8: a period of being looked after.
    8 Care {
        uasc: answer = "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)",
        starts: date = "Date Started to be Looked After",
        need: answer = "Child's Category of Need",
        legal_starts: date = "Start date of current legal status",
        legal: answer = "Child's Legal Status",
        review: date = "Date of Latest Statutory Review",
        visit: date = "Date of Last Social Work Visit",
        permanence: answer = "What is the permanence plan for this child?",
        health: date = "Date of Last Health Assessment",
        dental: date = "Date of Last Dental Check",
        placements: number = "Number of Placements in the Last 12 months",
        ends: date = "Date Ceased to be Looked After",
        reason: answer = "Reason Ceased to be Looked After",
        placement_starts: date = "Start Date of Most Recent Placement",
        placement: answer = "Placement Type",
        missing: number = "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months",
        offered: answer = "Was the child offered a Return Interview after their last missing episode (Y/N)?",
        accepted: answer = "Did the child accept a Return Interview after their last missing episode (Y/N)?",
    }
);
list!(
    /// List 9: a care leaver.
    9 Leaver {
        adviser: text = "Allocated Personal Advisor",
        eligibility: answer = "Eligibility Category",
        pathway: date = "Latest Pathway Plan Review Date",
        touch: answer = "LA in Touch",
        contact: date = "Latest Date of Contact",
        accommodation: answer = "Type of Accommodation",
        suitable: answer = "Suitability of Accommodation",
        activity: answer = "Activity Status",
    }
);
list!(
    /// List 10: a child in the adoption process.
    10 Adoption {
        entered: date = "Date the Child Entered Care",
        decision: date = "Date of Decision that Child Should be Placed for Adoption",
        placement_order: date = "Date of Placement Order",
        matched: date = "Date of Matching Child and Prospective Adopters",
        placed: date = "Date Placed for Adoption",
        order: date = "Date of Adoption Order",
        ended: date = "Date of Decision that Child Should No Longer be Placed for Adoption",
        fostering: date = "Date the child was placed for fostering in FFA or concurrent planning placement",
    }
);
list!(
    /// List 11: a prospective adopter.
    11 Adopter {
        enquiry: date = "Date enquiry received",
        approved: date = "Date application approved",
        left: date = "Date of leaving adoption process",
    }
);
