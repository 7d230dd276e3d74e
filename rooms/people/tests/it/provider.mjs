// An OpenID Connect provider that others wrote, on loopback, for the tests of signing in.
// It signs in whomever `login_hint` names, without asking. Prints its port when it listens.
import http from 'node:http';

const { Provider } = await import(new URL('../../../../web/node_modules/oidc-provider/lib/index.js', import.meta.url));

const people = {
  registered: { email: 'Registered@example.org', email_verified: true, name: 'Test Registered' },
  unverified: { email: 'unverified@example.org', email_verified: false, name: 'Test Unverified' },
  stranger: { email: 'stranger@example.org', email_verified: true, name: 'Test Stranger' },
};

const redirect_uris = ['http://varde.test/sign-in/oidc/callback'];
const client = (client_id, more) => ({ client_id, redirect_uris, grant_types: ['authorization_code'], ...more });

let provider;
const server = http.createServer(async (request, response) => {
  try {
    if (!request.url.startsWith('/interaction/')) return await provider.callback()(request, response);
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    if (prompt.name === 'login') {
      return await provider.interactionFinished(request, response, { login: { accountId: params.login_hint } });
    }
    const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
    grant.addOIDCScope(params.scope);
    const consent = { grantId: await grant.save() };
    return await provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
  } catch (error) {
    response.statusCode = 500;
    response.end(String(error));
  }
});

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [
      client('varde', { token_endpoint_auth_method: 'none' }),
      client('varde-secret', { client_secret: 'a secret of the tests alone' }),
      client('another', { token_endpoint_auth_method: 'none' }),
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    cookies: { keys: ['for the tests alone'] },
    findAccount: (_, id) => people[id] && { accountId: id, claims: () => ({ sub: id, ...people[id] }) },
  });
  console.log(`listening ${port}`);
});

// Ends with the test that started it.
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
