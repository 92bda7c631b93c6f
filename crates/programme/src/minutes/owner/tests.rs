use super::*;

#[track_caller]
fn holds(action: &str, text: &str, owners: &[&str]) {
    let found = split(action);
    assert_eq!(
        (found.text.as_str(), found.owners),
        (text, owners.iter().map(|it| (*it).to_owned()).collect()),
        "{action}"
    );
}

#[test]
fn owners_as_councils_write_them() {
    holds(
        "Report on re-referrals including step-downs – Ann Hat.",
        "Report on re-referrals including step-downs",
        &["Ann Hat"],
    );
    holds(
        "Heat maps for the September meeting - Lou Store.",
        "Heat maps for the September meeting",
        &["Lou Store"],
    );
    holds(
        "Circulate the dates – Chris Coil/Ann Hat",
        "Circulate the dates",
        &["Chris Coil", "Ann Hat"],
    );
    holds(
        "Visit the teams - CC Charles/CC Driver",
        "Visit the teams",
        &["CC Charles", "CC Driver"],
    );
    holds(
        "Share the film – Nat Right/Board Members",
        "Share the film",
        &["Nat Right", "Board Members"],
    );
    holds(
        "Publish the plan - Director of Children's Services",
        "Publish the plan",
        &["Director of Children's Services"],
    );
    holds(
        "Director of Children's Services to publish the plan",
        "Director of Children's Services to publish the plan",
        &["Director of Children's Services"],
    );
    holds(
        "Partners were asked to review their part.",
        "Partners were asked to review their part.",
        &["Partners"],
    );
    holds(
        "Share dates - Nat Right/Board Members by 9 March 2017",
        "Share dates",
        &["Nat Right", "Board Members"],
    );
    holds(
        "Review thresholds. Owner: Bob Hale. Due: 14/07/2023",
        "Review thresholds",
        &["Bob Hale"],
    );
    holds(
        "Publish the dashboard | Jo Hart | 12 May 2023",
        "Publish the dashboard",
        &["Jo Hart"],
    );
    holds(
        "Peter Knolls, Senior Manager, Early Help",
        "",
        &["Peter Knolls"],
    );
    holds("Send the list (JS)", "Send the list", &["JS"]);
    holds("Ann Hat: send the list", "send the list", &["Ann Hat"]);
    holds("Ann Hat – send the list", "send the list", &["Ann Hat"]);
    holds("**Ann Hat** – send it", "send it", &["Ann Hat"]);
    holds("AH/LS", "", &["AH", "LS"]);
    holds(
        "Carl Green – share data – 27 June 2019",
        "share data",
        &["Carl Green"],
    );
    holds(
        "Amy White & Jo Black – write to the Minister – before the April meeting",
        "write to the Minister",
        &["Amy White", "Jo Black"],
    );
    holds(
        "NS/TF to meet with Police – January Board",
        "NS/TF to meet with Police",
        &["NS", "TF"],
    );
    holds("P Green/K Brown – by 30/8/19", "", &["P Green", "K Brown"]);
    holds(
        "Wendy Cole, by Christmas: update plan",
        "update plan",
        &["Wendy Cole"],
    );
    holds("WC to share data (30/11/19)", "WC to share data", &["WC"]);
    holds(
        "Police / Health - agree protocol - Dec 2019",
        "agree protocol",
        &["Police", "Health"],
    );
    holds("Chair – meet the Minister", "meet the Minister", &["Chair"]);
    holds("Head of Fostering", "", &["Head of Fostering"]);
    holds(
        "Executive Director of Children's Services",
        "",
        &["Executive Director of Children's Services"],
    );
    holds(
        "Service Manager, Early Help",
        "",
        &["Service Manager, Early Help"],
    );
    holds("Lead Member Briefing", "Lead Member Briefing", &[]);
}

#[test]
fn a_dash_is_not_always_an_owner() {
    for action in [
        "Build changes into longer term plans",
        "Key Judgement 2 – Children Looked After – Education, 3rd bullet point, needs revisiting",
        "Review the offer - including step-down",
    ] {
        assert_eq!(split(action).owners, Vec::<String>::new(), "{action}");
    }
}
