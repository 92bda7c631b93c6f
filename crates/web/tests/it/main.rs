//! The site as a browser meets it: the router, a SQLite store in a folder of its own, a small invented return.

#![allow(clippy::unwrap_used)]

mod access_log;
mod accounts;
mod actions_list;
mod actions_steps;
mod api_access;
mod api_reads;
mod api_writes;
mod asked_links;
mod board;
mod calendar_feeds;
mod children_pages;
mod figures_site;
mod findings_register;
mod findings_visits;
mod forums_page;
mod headers;
mod home_page;
mod home_roles;
mod html;
mod leaks;
mod log;
mod measure_pages;
mod meetings_minutes;
mod meetings_people;
mod meetings_site;
mod meetings_story;
mod meetings_wrong;
mod ofsted_pages;
mod oparl;
mod password;
mod plan_pages;
mod post_office;
mod records_found;
mod records_hostile;
mod records_pages;
mod records_site;
mod records_stale;
mod reminders;
mod returns;
mod routes;
mod sign_in;
mod site;
mod upload_broken;
mod uploads;
