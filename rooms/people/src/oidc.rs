//! Signing in through OpenID Connect.
