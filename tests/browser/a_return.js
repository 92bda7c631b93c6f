// A small invented return: Annex A's list of assessments with three children, one of whose dates no calendar has.

/** As the load form's file box takes it. */
export const RETURN = {
  name: "assessments.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    [
      "Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years),Does the Child have a Disability," +
        "Continuous Assessment Start Date,Child Seen During Continuous Assessment," +
        "Continuous Assessment Date of Authorisation," +
        "Was the child assessed as requiring LA children's social care support?,Allocated Team,Allocated Worker",
      "900001,b) Female,a) WBRI,14/02/2008,7,b) No,01/09/2015,a) Yes,12/10/2015,a) Yes,Marlhaven Assessment Team,A. Bell",
      "900002,a) Male,a) WBRI,30/06/2011,4,b) No,14/09/2015,a) Yes,31/02/2015,b) No,Marlhaven Assessment Team,A. Bell",
      "900003,a) Male,a) WBRI,02/12/2013,1,b) No,02/11/2015,b) No,,,Fellgate Assessment Team,C. Shaw",
      "",
    ].join("\r\n"),
  ),
};

/** The day it shows: before the county's first return, so that no figure of the demo changes. */
export const AS_AT = ["30", "11", "2015"];
