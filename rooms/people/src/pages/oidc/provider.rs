//! The provider: its settings, its description, and what it says about someone.

use std::collections::{BTreeMap, HashMap};
use std::sync::{LazyLock, Mutex};
use std::time::Duration;

use jiff::Timestamp;
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreIdTokenClaims, CoreProviderMetadata, CoreUserInfoClaims,
};
use openidconnect::{
    AuthorizationCode, ClientId, ClientSecret, CsrfToken, EndpointMaybeSet, EndpointNotSet, EndpointSet, IssuerUrl,
    Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, TokenResponse,
};

use super::http::{Http, HttpError};

/// How long the provider's description and keys are believed.
const BELIEVED: Duration = Duration::from_hours(1);
/// The least time between two readings when a key is unknown.
const REREAD: Duration = Duration::from_mins(1);

type Client =
    CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;
type Described = HashMap<String, (Timestamp, CoreProviderMetadata)>;

static DESCRIBED: LazyLock<Mutex<Described>> = LazyLock::new(Mutex::default);

/// Why the provider let nobody in. None of it names a person.
#[derive(Debug, thiserror::Error)]
pub(super) enum ProviderError {
    /// The provider, or the person there, said no.
    #[error("the provider refused")]
    Refused,
    /// An address in the settings is none.
    #[error("a setting of the provider is no address: {0}")]
    Setting(String),
    /// It could not be asked.
    #[error("the provider could not be asked: {0}")]
    Http(#[from] HttpError),
    /// Its description is not what it should be.
    #[error("the provider's description is of no use: {0}")]
    Description(String),
    /// The code was not exchanged.
    #[error("the provider gave no token: {0}")]
    Token(String),
    /// The ID token is missing, or not for us, not from there, not now or not signed.
    #[error("the ID token does not hold: {0}")]
    IdToken(String),
}

/// How Varde proves to the provider that it is Varde. Kept apart from the flow, so that a signed
/// assertion (`private_key_jwt`), pushed requests and bound tokens can take the secret's place.
#[derive(Clone)]
enum ClientProof {
    /// Nothing but PKCE.
    None,
    /// A secret shared with the provider.
    Secret(String),
}

impl ClientProof {
    fn secret(&self) -> Option<ClientSecret> {
        match self {
            Self::None => None,
            Self::Secret(secret) => Some(ClientSecret::new(secret.clone())),
        }
    }
}

/// A provider as it is set up.
pub(super) struct Provider {
    issuer: String,
    client_id: String,
    proof: ClientProof,
    redirect: String,
    makes_persons: bool,
    http: Http,
}

/// What the provider says about someone, after everything was checked.
pub(super) struct Claims {
    pub(super) subject: String,
    pub(super) name: Option<String>,
    pub(super) verified_email: Option<String>,
}

impl Provider {
    /// The provider that the settings name, if they do.
    pub(super) fn from_settings(settings: &BTreeMap<String, String>, public_url: &str) -> Option<Self> {
        let text = |name: &str| settings.get(name).map(String::as_str).filter(|text| !text.is_empty());
        Some(Self {
            issuer: text("oidc.issuer")?.to_owned(),
            client_id: text("oidc.client_id")?.to_owned(),
            proof: text("oidc.client_secret")
                .map_or(ClientProof::None, |secret| ClientProof::Secret(secret.to_owned())),
            redirect: format!("{}/sign-in/oidc/callback", public_url.trim_end_matches('/')),
            makes_persons: text("oidc.auto_create") == Some("true"),
            http: Http::new(text("oidc.ca_file").map(str::to_owned)),
        })
    }

    /// Its name in tokens.
    pub(super) fn issuer(&self) -> &str {
        &self.issuer
    }

    /// Whether someone whom nobody registered becomes a person without roles.
    pub(super) fn makes_persons(&self) -> bool {
        self.makes_persons
    }

    /// Where the visitor is sent, with the nonce and the secret half of the challenge.
    pub(super) async fn address(&self, state: &str, now: Timestamp) -> Result<(String, String, String), ProviderError> {
        let client = self.client(self.described(now, BELIEVED).await?)?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let state = state.to_owned();
        let (address, _, nonce) = client
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, move || CsrfToken::new(state), Nonce::new_random)
            .add_scope(Scope::new("profile".into()))
            .add_scope(Scope::new("email".into()))
            .set_pkce_challenge(challenge)
            .url();
        Ok((address.to_string(), nonce.secret().clone(), verifier.secret().clone()))
    }

    /// Exchanges the code and checks the ID token: signature, issuer, audience, time and nonce.
    pub(super) async fn claims(
        &self,
        code: &str,
        verifier: String,
        nonce: String,
        now: Timestamp,
    ) -> Result<Claims, ProviderError> {
        let client = self.client(self.described(now, BELIEVED).await?)?;
        let ask = self.http.asker();
        let tokens = client
            .exchange_code(AuthorizationCode::new(code.to_owned()))
            .map_err(|error| ProviderError::Description(error.to_string()))?
            .set_pkce_verifier(PkceCodeVerifier::new(verifier))
            .request_async(&ask)
            .await
            // The answer itself may quote what was sent, so only the sort of error is told.
            .map_err(|error| ProviderError::Token(sort_of(&error).to_owned()))?;
        let id_token = tokens.id_token().ok_or_else(|| ProviderError::IdToken("missing".into()))?;
        let nonce = Nonce::new(nonce);
        let claims: CoreIdTokenClaims = match id_token.claims(&client.id_token_verifier(), &nonce) {
            Ok(claims) => claims.clone(),
            // The provider may have changed its keys since we read them.
            Err(openidconnect::ClaimsVerificationError::SignatureVerification(_)) => {
                let client = self.client(self.described(now, REREAD).await?)?;
                let claims = id_token.claims(&client.id_token_verifier(), &nonce);
                claims.map_err(|error| ProviderError::IdToken(error.to_string()))?.clone()
            }
            Err(error) => return Err(ProviderError::IdToken(error.to_string())),
        };
        let mut found = Claims {
            subject: claims.subject().to_string(),
            name: claims.name().and_then(|name| name.get(None)).map(|name| name.to_string()),
            verified_email: verified(claims.email().map(|email| email.as_str()), claims.email_verified()),
        };
        // Many providers tell name and e-mail only when asked.
        if found.verified_email.is_none()
            && let Ok(request) = client.user_info(tokens.access_token().clone(), Some(claims.subject().clone()))
        {
            let said: Result<CoreUserInfoClaims, _> = request.request_async(&ask).await;
            if let Ok(said) = said {
                found.verified_email = verified(said.email().map(|email| email.as_str()), said.email_verified());
                found.name =
                    found.name.or_else(|| said.name().and_then(|name| name.get(None)).map(|name| name.to_string()));
            }
        }
        Ok(found)
    }

    fn client(&self, described: CoreProviderMetadata) -> Result<Client, ProviderError> {
        let redirect =
            RedirectUrl::new(self.redirect.clone()).map_err(|_| ProviderError::Setting(self.redirect.clone()))?;
        Ok(CoreClient::from_provider_metadata(described, ClientId::new(self.client_id.clone()), self.proof.secret())
            .set_redirect_uri(redirect))
    }

    /// The provider's description and keys, read anew when older than `fresh`.
    async fn described(&self, now: Timestamp, fresh: Duration) -> Result<CoreProviderMetadata, ProviderError> {
        let known = DESCRIBED.lock().ok().and_then(|known| known.get(&self.issuer).cloned());
        if let Some((read_at, described)) = known
            && read_at.checked_add(fresh).is_ok_and(|end| now < end)
        {
            return Ok(described);
        }
        let issuer = IssuerUrl::new(self.issuer.clone()).map_err(|_| ProviderError::Setting(self.issuer.clone()))?;
        let ask = self.http.asker();
        let described = CoreProviderMetadata::discover_async(issuer, &ask)
            .await
            .map_err(|error| ProviderError::Description(error.to_string()))?;
        if let Ok(mut known) = DESCRIBED.lock() {
            known.insert(self.issuer.clone(), (now, described.clone()));
        }
        Ok(described)
    }
}

fn verified(email: Option<&str>, is_verified: Option<bool>) -> Option<String> {
    email.filter(|_| is_verified == Some(true)).and_then(crate::rules::persons::email)
}

fn sort_of<R: openidconnect::ErrorResponse, E: std::error::Error>(
    error: &openidconnect::RequestTokenError<E, R>,
) -> &'static str {
    match error {
        openidconnect::RequestTokenError::ServerResponse(_) => "the code was refused",
        openidconnect::RequestTokenError::Request(_) => "no answer",
        openidconnect::RequestTokenError::Parse(..) => "the answer cannot be read",
        openidconnect::RequestTokenError::Other(_) => "the answer is out of order",
    }
}
