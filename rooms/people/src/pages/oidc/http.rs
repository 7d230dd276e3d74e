//! Asking the provider: one request to one address, encrypted, with a limit on time and size, and
//! without following redirects.

use std::sync::Arc;
use std::time::Duration;

use http::{HeaderValue, Request, Response, header};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto};
use varde_web::BoxFuture;

/// How long the provider may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// The largest answer that is read.
const MAX_ANSWER: usize = 1024 * 1024;

/// Why the provider was not heard.
#[derive(Debug, thiserror::Error)]
pub(super) enum HttpError {
    /// The address has no host, or is not encrypted and not on this machine.
    #[error("the address is not https")]
    Address,
    /// The file with the provider's certificate authority cannot be read.
    #[error("the certificates of oidc.ca_file cannot be read")]
    Certificates,
    /// No connection.
    #[error("no connection")]
    Connection(#[from] std::io::Error),
    /// The connection was not encrypted as it must be.
    #[error("no encryption")]
    Encryption(#[from] tokio_rustls::rustls::Error),
    /// The exchange broke off.
    #[error("the exchange broke off")]
    Exchange(#[from] hyper::Error),
    /// The answer is too large or broke off.
    #[error("the answer is too large or broke off")]
    Answer,
    /// It took too long.
    #[error("it took too long")]
    Slow,
}

/// A request under way.
type Asking = BoxFuture<'static, Result<Response<Vec<u8>>, HttpError>>;

/// A way to ask; trusts the public authorities, and those of `ca_file` besides.
#[derive(Clone)]
pub(super) struct Http {
    ca_file: Option<String>,
}

impl Http {
    pub(super) fn new(ca_file: Option<String>) -> Self {
        Self { ca_file }
    }

    /// What asks, in the form that the OpenID Connect library wants.
    pub(super) fn asker(&self) -> impl Fn(Request<Vec<u8>>) -> Asking + use<> {
        let http = self.clone();
        move |request| {
            let http = http.clone();
            Box::pin(async move { http.send(request).await })
        }
    }

    /// Sends a request and reads the whole answer.
    async fn send(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, HttpError> {
        tokio::time::timeout(PATIENCE, self.exchange(request)).await.unwrap_or(Err(HttpError::Slow))
    }

    async fn exchange(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, HttpError> {
        let host = request.uri().host().ok_or(HttpError::Address)?.trim_matches(['[', ']']).to_owned();
        let is_encrypted = request.uri().scheme_str() == Some("https");
        let is_here = ["localhost", "127.0.0.1", "::1"].contains(&host.as_str());
        if !is_encrypted && !is_here {
            return Err(HttpError::Address);
        }
        let port = request.uri().port_u16().unwrap_or(if is_encrypted { 443 } else { 80 });
        let stream = TcpStream::connect((host.as_str(), port)).await?;
        if !is_encrypted {
            return speak(stream, request).await;
        }
        let name = ServerName::try_from(host).map_err(|_| HttpError::Address)?;
        let stream = TlsConnector::from(Arc::new(self.trust()?)).connect(name, stream).await?;
        speak(stream, request).await
    }

    fn trust(&self) -> Result<ClientConfig, HttpError> {
        let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        if let Some(path) = &self.ca_file {
            for certificate in CertificateDer::pem_file_iter(path).map_err(|_| HttpError::Certificates)? {
                roots.add(certificate.map_err(|_| HttpError::Certificates)?)?;
            }
        }
        Ok(ClientConfig::builder_with_provider(Arc::new(crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots)
            .with_no_client_auth())
    }
}

async fn speak(
    stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
    request: Request<Vec<u8>>,
) -> Result<Response<Vec<u8>>, HttpError> {
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
    // The connection drives itself and ends when the sender is dropped.
    tokio::spawn(connection);
    let (mut parts, body) = request.into_parts();
    let authority = parts.uri.authority().map(ToString::to_string).unwrap_or_default();
    parts.headers.insert(header::HOST, HeaderValue::from_str(&authority).map_err(|_| HttpError::Address)?);
    let path = parts.uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string);
    parts.uri = path.parse().map_err(|_| HttpError::Address)?;
    let answer = sender.send_request(Request::from_parts(parts, Full::new(Bytes::from(body)))).await?;
    let (parts, body) = answer.into_parts();
    let bytes = Limited::new(body, MAX_ANSWER).collect().await.map_err(|_| HttpError::Answer)?.to_bytes();
    Ok(Response::from_parts(parts, bytes.to_vec()))
}
