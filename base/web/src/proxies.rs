//! Where a request came from, when there are proxies in front. What a header says about that is
//! believed only when a proxy that the installation trusts has sent it: anyone else can write
//! whatever they like there.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};
use std::str::FromStr;

use http::{HeaderMap, HeaderName, header};

/// A range of addresses, such as `10.0.0.0/8`, `2001:db8::/32` or one address alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Net {
    base: IpAddr,
    bits: u8,
}

/// What is no range of addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no address and no range such as 10.0.0.0/8")]
pub struct NoNet;

impl FromStr for Net {
    type Err = NoNet;

    fn from_str(text: &str) -> Result<Self, NoNet> {
        let (base, bits) = match text.trim().split_once('/') {
            Some((base, bits)) => (base, Some(bits)),
            None => (text.trim(), None),
        };
        let base: IpAddr = base.parse().map_err(|_| NoNet)?;
        let most = if base.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(most), str::parse).map_err(|_| NoNet)?;
        if most < bits {
            return Err(NoNet);
        }
        Ok(Self { base, bits })
    }
}

impl fmt::Display for Net {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.base, self.bits)
    }
}

impl Net {
    /// Whether the address lies in the range.
    pub fn holds(&self, address: IpAddr) -> bool {
        match (self.base, address.to_canonical()) {
            (IpAddr::V4(base), IpAddr::V4(address)) => {
                let mask = u32::MAX.checked_shl(32 - u32::from(self.bits)).unwrap_or(0);
                base.to_bits() & mask == address.to_bits() & mask
            }
            (IpAddr::V6(base), IpAddr::V6(address)) => {
                let mask = u128::MAX.checked_shl(128 - u32::from(self.bits)).unwrap_or(0);
                base.to_bits() & mask == address.to_bits() & mask
            }
            _ => false,
        }
    }

    /// Whether the range is so wide that it holds strangers: more than a private network.
    pub fn is_wide(&self) -> bool {
        self.bits < if self.base.is_ipv4() { 8 } else { 16 }
    }
}

/// Which header the proxies write. Only one is read: a proxy that writes the one passes on what a
/// stranger wrote in the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Header {
    /// `X-Forwarded-For`: addresses with commas between.
    #[default]
    XForwardedFor,
    /// `Forwarded` (RFC 7239).
    Forwarded,
}

impl FromStr for Header {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text.to_ascii_lowercase().as_str() {
            "x-forwarded-for" => Ok(Self::XForwardedFor),
            "forwarded" => Ok(Self::Forwarded),
            _ => Err(()),
        }
    }
}

/// Whom the installation trusts to say where a request came from.
#[derive(Clone, Debug, Default)]
pub struct Proxies {
    /// The proxies' addresses. Empty: nobody, and headers are not read.
    pub trusted: Vec<Net>,
    /// Which header they write.
    pub header: Header,
}

/// Where a request came from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The address of whoever asks, as far as it can be known.
    pub client: Option<IpAddr>,
    /// Whether it was asked on this machine itself, and not only by a proxy on it.
    pub is_here: bool,
}

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

impl Proxies {
    /// Where a request came from: from right to left through the hops that trusted proxies wrote,
    /// to the first address that is not theirs. What cannot be read ends the walk, since only what
    /// stands to the right of it was written by someone trusted.
    pub fn origin(&self, peer: Option<IpAddr>, headers: &HeaderMap) -> Origin {
        let Some(peer) = peer.map(|peer| peer.to_canonical()) else { return Origin::default() };
        let trusted = |address: IpAddr| self.trusted.iter().any(|net| net.holds(address));
        let passed_on = headers.contains_key(X_FORWARDED_FOR) || headers.contains_key(header::FORWARDED);
        if !trusted(peer) {
            // Someone on this machine who passes requests on is a proxy that nobody told us of.
            return Origin { client: Some(peer), is_here: peer.is_loopback() && !passed_on };
        }
        let mut client = peer;
        let mut is_here = peer.is_loopback();
        for hop in self.hops(headers).into_iter().rev() {
            let Some(hop) = hop else {
                is_here = false;
                break;
            };
            client = hop;
            is_here = is_here && hop.is_loopback();
            if !trusted(hop) {
                break;
            }
        }
        let other = match self.header {
            Header::XForwardedFor => header::FORWARDED,
            Header::Forwarded => X_FORWARDED_FOR,
        };
        Origin { client: Some(client), is_here: is_here && !headers.contains_key(other) }
    }

    /// The hops in the order in which they stand; `None` for one that is no address.
    fn hops(&self, headers: &HeaderMap) -> Vec<Option<IpAddr>> {
        let name = match self.header {
            Header::XForwardedFor => X_FORWARDED_FOR,
            Header::Forwarded => header::FORWARDED,
        };
        let mut hops = Vec::new();
        for value in headers.get_all(name) {
            let Ok(value) = value.to_str() else {
                hops.push(None);
                continue;
            };
            hops.extend(value.split(',').map(|hop| {
                match self.header {
                    Header::XForwardedFor => address(hop),
                    Header::Forwarded => hop
                        .split(';')
                        .filter_map(|pair| pair.split_once('='))
                        .find(|(name, _)| name.trim().eq_ignore_ascii_case("for"))
                        .and_then(|(_, value)| address(value.trim().trim_matches('"'))),
                }
            }));
        }
        hops
    }
}

/// An address, with or without a port.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let alone = match text.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        // One colon parts a port from an IPv4 address; more than one belong to an IPv6 address.
        None if text.matches(':').count() == 1 => text.split(':').next().unwrap_or_default(),
        None => text,
    };
    alone.parse::<IpAddr>().ok().map(|address| address.to_canonical())
}

/// What tries are counted under: the address, and for IPv6 its network, since one machine has a
/// whole one to choose from.
pub fn counted(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        address @ IpAddr::V4(_) => address,
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proxies(trusted: &[&str], header: Header) -> Proxies {
        Proxies { trusted: trusted.iter().map(|net| net.parse().unwrap()).collect(), header }
    }

    fn headers(lines: &[(&'static str, &str)]) -> HeaderMap {
        lines.iter().map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap())).collect()
    }

    #[track_caller]
    fn check(trusted: &[&str], peer: &str, lines: &[(&'static str, &str)], client: &str, is_here: bool) {
        let mut map = HeaderMap::new();
        for (name, value) in lines {
            map.append(HeaderName::from_static(name), value.parse().unwrap());
        }
        let origin = proxies(trusted, Header::XForwardedFor).origin(Some(peer.parse().unwrap()), &map);
        assert_eq!(origin, Origin { client: Some(client.parse().unwrap()), is_here });
    }

    #[test]
    fn a_stranger_may_write_what_they_like() {
        let forged: &[(&str, &str)] = &[("x-forwarded-for", "127.0.0.1"), ("forwarded", "for=127.0.0.1")];
        check(&[], "203.0.113.9", forged, "203.0.113.9", false);
        check(&["10.0.0.0/8"], "203.0.113.9", forged, "203.0.113.9", false);
        // A proxy on the machine that was never told of: believed by nobody, and not "here".
        check(&[], "127.0.0.1", &[("x-forwarded-for", "203.0.113.9")], "127.0.0.1", false);
        check(&[], "127.0.0.1", &[], "127.0.0.1", true);
    }

    #[test]
    fn a_trusted_proxy_says_who_asked() {
        let at = |value| [("x-forwarded-for", value)];
        check(&["127.0.0.0/8"], "127.0.0.1", &at("203.0.113.9"), "203.0.113.9", false);
        check(&["127.0.0.0/8"], "127.0.0.1", &at("203.0.113.9:4711"), "203.0.113.9", false);
        check(&["::1"], "::1", &at("[2001:db8::7]:4711"), "2001:db8::7", false);
        check(&["10.0.0.0/8"], "::ffff:10.0.0.2", &at("203.0.113.9"), "203.0.113.9", false);
        // The stranger's own line stands to the left of what the proxies wrote.
        check(&["127.0.0.1"], "127.0.0.1", &at("127.0.0.1, 203.0.113.9"), "203.0.113.9", false);
        check(&["127.0.0.1", "10.0.0.0/8"], "127.0.0.1", &at("8.8.8.8, 203.0.113.9, 10.0.0.7"), "203.0.113.9", false);
        check(
            &["127.0.0.1"],
            "127.0.0.1",
            &[("x-forwarded-for", "8.8.8.8"), ("x-forwarded-for", "203.0.113.9")],
            "203.0.113.9",
            false,
        );
        // Rubbish ends the walk.
        check(&["127.0.0.1", "10.0.0.0/8"], "127.0.0.1", &at("203.0.113.9, x, 10.0.0.7"), "10.0.0.7", false);
        check(&["127.0.0.1"], "127.0.0.1", &at("unknown"), "127.0.0.1", false);
        // Asked on the machine itself, through its own proxy.
        check(&["127.0.0.1"], "127.0.0.1", &at("127.0.0.1"), "127.0.0.1", true);
        check(&["127.0.0.1"], "127.0.0.1", &[], "127.0.0.1", true);
        // From a trusted network that says it comes from here.
        check(&["127.0.0.1", "10.0.0.0/8"], "127.0.0.1", &at("127.0.0.1, 10.0.0.7"), "127.0.0.1", false);
        // The header that this proxy does not write proves nothing, and shows that someone passed it on.
        check(&["127.0.0.1"], "127.0.0.1", &[("forwarded", "for=203.0.113.9")], "127.0.0.1", false);
    }

    #[test]
    fn the_standard_header_is_read_where_it_is_chosen() {
        let proxies = proxies(&["127.0.0.1", "10.0.0.0/8"], Header::Forwarded);
        for (value, client) in [
            ("for=192.0.2.60;proto=http;by=203.0.113.43", "192.0.2.60"),
            ("For=\"[2001:db8:cafe::17]:4711\"", "2001:db8:cafe::17"),
            ("for=8.8.8.8, for=192.0.2.43, proto=https;for=\"10.0.0.9:80\"", "192.0.2.43"),
            ("for=_hidden, for=10.0.0.9", "10.0.0.9"),
            ("for=unknown", "127.0.0.1"),
        ] {
            let map = headers(&[("forwarded", value), ("x-forwarded-for", "8.8.4.4")]);
            let origin = proxies.origin(Some("127.0.0.1".parse().unwrap()), &map);
            assert_eq!(origin, Origin { client: Some(client.parse().unwrap()), is_here: false }, "{value}");
        }
    }

    #[test]
    fn ranges_hold_what_they_say() {
        for (net, address, held) in [
            ("10.0.0.0/8", "10.255.0.1", true),
            ("10.0.0.0/8", "11.0.0.1", false),
            ("10.0.0.1", "10.0.0.2", false),
            ("0.0.0.0/0", "203.0.113.9", true),
            ("::/0", "2001:db8::1", true),
            ("0.0.0.0/0", "::1", false),
            ("2001:db8::/32", "2001:db8:1::1", true),
            ("2001:db8::/32", "2001:db9::1", false),
        ] {
            let net: Net = net.parse().unwrap();
            assert_eq!(net.holds(address.parse().unwrap()), held, "{net} {address}");
        }
        for bad in ["", "10.0.0.0/33", "::/129", "10.0.0/8", "host", "10.0.0.0/x", "10.0.0.0/-1"] {
            assert!(bad.parse::<Net>().is_err(), "{bad}");
        }
        assert!("0.0.0.0/0".parse::<Net>().unwrap().is_wide() && "::/0".parse::<Net>().unwrap().is_wide());
        assert!(!"10.0.0.0/8".parse::<Net>().unwrap().is_wide());
        assert_eq!(counted("2001:db8:1:2:3::4".parse().unwrap()), "2001:db8:1:2::".parse::<IpAddr>().unwrap());
    }
}
