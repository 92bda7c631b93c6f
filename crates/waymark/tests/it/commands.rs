//! The program as its users call it: a demo that keeps to this machine, a return loaded, a backup brought back.

use super::program::waymark;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// Two small lists of an invented return, in a folder.
fn a_return(folder: &Path) -> String {
    let contacts = "Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years),Date of Contact,Contact Source\r\n\
                    k1,b) Female,a) WBRI,15/06/2010,7,05/03/2018,q) 6: Police\r\n\
                    k2,a) Male,a) WBRI,15/06/2011,6,31/02/2018,q) 6: Police\r\n";
    std::fs::write(folder.join("contacts.csv"), contacts).unwrap();
    folder.join("contacts.csv").display().to_string()
}

#[test]
fn a_return_is_loaded_recognised_backed_up_and_brought_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let file = a_return(folder.path());
    let load = |data: &str| waymark(&["load", &file, "--as-at", "2018-03-31", "--data", data]);
    let first = load(&path("data"));
    assert!(first.status.success(), "{}", said(&first));
    assert!(
        said(&first).contains("Annex A") && said(&first).contains("1 cell could not be read"),
        "{}",
        said(&first)
    );
    assert!(said(&load(&path("data"))).contains("here already"));

    let backup = waymark(&["backup", &path("backup"), "--data", &path("data")]);
    assert!(backup.status.success(), "{}", said(&backup));
    let restore = waymark(&["restore", &path("backup"), "--data", &path("elsewhere")]);
    assert!(restore.status.success(), "{}", said(&restore));
    assert!(said(&load(&path("elsewhere"))).contains("here already"));
    let again = waymark(&["restore", &path("backup"), "--data", &path("elsewhere")]);
    assert!(
        !again.status.success(),
        "a store that is not empty is not replaced unasked"
    );
}

#[test]
fn what_is_no_return_is_refused_with_its_reason_and_without_its_values() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("shopping.csv");
    std::fs::write(&file, "Milk,Eggs\nsecret-value,12\n").unwrap();
    let data = folder.path().join("data").display().to_string();
    let output = waymark(&[
        "load",
        &file.display().to_string(),
        "--as-at",
        "2018-03-31",
        "--data",
        &data,
    ]);
    assert!(!output.status.success());
    let said = said(&output);
    assert!(
        said.contains("not a return that Waymark knows") && !said.contains("secret-value"),
        "{said}"
    );
}

#[test]
fn the_demo_refuses_an_address_that_others_can_reach() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().display().to_string();
    let output = waymark(&["demo", "--data", &data, "--listen", "0.0.0.0"]);
    assert!(!output.status.success());
    assert!(
        said(&output).contains("this machine only"),
        "{}",
        said(&output)
    );
}

#[test]
fn a_real_councils_folder_is_no_demo_and_a_demo_no_councils() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().display().to_string();
    let mut add = Command::new(env!("CARGO_BIN_EXE_waymark"))
        .args([
            "account",
            "add",
            "--role",
            "chair",
            "--name",
            "A Chair",
            "--sign-in-name",
            "chair@council.test",
            "--data",
            &data,
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut add.stdin.take().unwrap(), b"a long enough password\n").unwrap();
    let added = add.wait_with_output().unwrap();
    assert!(added.status.success(), "{}", said(&added));
    let list = waymark(&["account", "list", "--data", &data]);
    assert!(said(&list).contains("chair@council.test"));
    let demo = waymark(&["demo", "--data", &data, "--no-serve"]);
    assert!(
        !demo.status.success() && said(&demo).contains("real council"),
        "{}",
        said(&demo)
    );
}

#[test]
fn a_mistake_on_the_command_line_says_what_was_expected() {
    let output = waymark(&["measures", "x.csv", "--as-at", "31/03/2018"]);
    assert!(said(&output).contains("2018-03-31"), "{}", said(&output));
    let output = waymark(&[
        "measures",
        "nowhere.csv",
        "--as-at",
        "2018-03-31",
        "--measure",
        "asessment-45",
    ]);
    assert!(
        said(&output).contains("measures --list"),
        "{}",
        said(&output)
    );
    let output = waymark(&[
        "measures",
        "nowhere.csv",
        "--as-at",
        "2018-03-31",
        "--by",
        "postcode",
    ]);
    assert!(said(&output).contains("locality"), "{}", said(&output));
    let output = waymark(&["measures", "nowhere.csv", "--as-at", "2018-03-31"]);
    assert!(said(&output).contains("nowhere.csv"), "{}", said(&output));
}
