# Programmets egne ord.

app-demo-adviser = kvalitetsrådgiver i et syntetisk foretak
app-demo-admin = administrator for brukere og enheter
app-demo-banner = Demo: alt som er merket «syntetisk», er oppdiktet.
app-demo-board = styremedlem i et syntetisk foretak
app-demo-directorate = planlegger i Helsedirektoratet
app-demo-municipality = kommunalsjef i en syntetisk kommune
app-demo-nurse = sykepleier på en syntetisk sengepost
app-demo-privacy = personvernombud
app-demo-trust = direktør i et syntetisk foretak
app-demo-ward = avdelingsleder på en syntetisk sengepost
