# Orda til programmet sjølv.

app-demo-adviser = kvalitetsrådgivar i eit syntetisk føretak
app-demo-admin = administrator for brukarar og einingar
app-demo-banner = Demo: alt som er merkt «syntetisk», er oppdikta.
app-demo-board = styremedlem i eit syntetisk føretak
app-demo-directorate = planleggjar i Helsedirektoratet
app-demo-municipality = kommunalsjef i ein syntetisk kommune
app-demo-nurse = sjukepleiar på ein syntetisk sengepost
app-demo-privacy = personvernombod
app-demo-trust = direktør i eit syntetisk føretak
app-demo-ward = avdelingsleiar på ein syntetisk sengepost
