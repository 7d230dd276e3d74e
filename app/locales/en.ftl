# The program's own words.

app-demo-adviser = quality adviser in a synthetic trust
app-demo-admin = administrator of users and units
app-demo-banner = Demo: everything marked “synthetic” is made up.
app-demo-board = board member of a synthetic trust
app-demo-directorate = planner in the Directorate of Health
app-demo-municipality = director in a synthetic municipality
app-demo-nurse = nurse on a synthetic ward
app-demo-privacy = privacy officer
app-demo-trust = director of a synthetic trust
app-demo-ward = leader of a synthetic ward
