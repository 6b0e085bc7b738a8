// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ssh/ssh_keywords.h"

namespace snowmelt {

namespace {

constexpr SshKeywordRule honouredKeywords[] = {
    {"Host", SshKeyword::Host},
    {"Match", SshKeyword::Match},
    {"Include", SshKeyword::Include},
    {"IgnoreUnknown", SshKeyword::IgnoreUnknown},
    {"HostName", SshKeyword::HostName},
    {"User", SshKeyword::User},
    {"Port", SshKeyword::Port},
    {"IdentityFile", SshKeyword::IdentityFile},
    {"IdentityFile2", SshKeyword::IdentityFile},
    {"IdentitiesOnly", SshKeyword::IdentitiesOnly},
    {"IdentityAgent", SshKeyword::IdentityAgent},
    {"ProxyJump", SshKeyword::ProxyJump},
    {"ProxyCommand", SshKeyword::ProxyCommand},
    {"UserKnownHostsFile", SshKeyword::UserKnownHostsFile},
    {"GlobalKnownHostsFile", SshKeyword::GlobalKnownHostsFile},
    {"HostKeyAlias", SshKeyword::HostKeyAlias},
    {"StrictHostKeyChecking", SshKeyword::StrictHostKeyChecking},
    {"HashKnownHosts", SshKeyword::HashKnownHosts},
    {"ConnectTimeout", SshKeyword::ConnectTimeout},
    {"ServerAliveInterval", SshKeyword::ServerAliveInterval},
    {"ServerAliveCountMax", SshKeyword::ServerAliveCountMax},
    {"PreferredAuthentications", SshKeyword::PreferredAuthentications},
    {"BatchMode", SshKeyword::BatchMode},
    {"PubkeyAuthentication", SshKeyword::PubkeyAuthentication},
    {"DSAAuthentication", SshKeyword::PubkeyAuthentication}, // old names of what they stand for
    {"KbdInteractiveAuthentication", SshKeyword::KbdInteractiveAuthentication},
    {"ChallengeResponseAuthentication", SshKeyword::KbdInteractiveAuthentication},
    {"SkeyAuthentication", SshKeyword::KbdInteractiveAuthentication},
    {"TISAuthentication", SshKeyword::KbdInteractiveAuthentication},
    {"PasswordAuthentication", SshKeyword::PasswordAuthentication},
};

constexpr SshKeywordRule unsupportedKeywords[] = {
    {"AddressFamily", SshKeyword::NotSupported, "any"},
    {"BindAddress", SshKeyword::NotSupported},
    {"BindInterface", SshKeyword::NotSupported},
    {"CanonicalizeHostname", SshKeyword::NotSupported, "no,false"},
    {"CASignatureAlgorithms", SshKeyword::NotSupported},
    {"CertificateFile", SshKeyword::NotSupported},
    {"CheckHostIP", SshKeyword::NotSupported, "no,false"},
    {"Ciphers", SshKeyword::NotSupported},
    {"HostbasedAuthentication", SshKeyword::NotSupported, "no,false"},
    {"HostKeyAlgorithms", SshKeyword::NotSupported},
    {"KbdInteractiveDevices", SshKeyword::NotSupported},
    {"KexAlgorithms", SshKeyword::NotSupported},
    {"KnownHostsCommand", SshKeyword::NotSupported, "none"},
    {"MACs", SshKeyword::NotSupported},
    {"NoHostAuthenticationForLocalhost", SshKeyword::NotSupported, "no,false"},
    {"PKCS11Provider", SshKeyword::NotSupported, "none"},
    {"ProxyUseFdpass", SshKeyword::NotSupported, "no,false"},
    {"PubkeyAcceptedAlgorithms", SshKeyword::NotSupported},
    {"PubkeyAcceptedKeyTypes", SshKeyword::NotSupported},
    {"RefuseConnection", SshKeyword::NotSupported},
    {"RequiredRSASize", SshKeyword::NotSupported},
    {"RevokedHostKeys", SshKeyword::NotSupported, "none"},
    {"SecurityKeyProvider", SshKeyword::NotSupported, "internal"},
    {"SmartcardDevice", SshKeyword::NotSupported, "none"},
    {"Tag", SshKeyword::NotSupported},
    {"VerifyHostKeyDNS", SshKeyword::NotSupported, "no,false"},
};

// Terminals, forwarding, logging, limits, and what OpenSSH itself has left behind. CanonicalDomains and its kin do
// nothing without CanonicalizeHostname.
constexpr const char* ignoredKeywords[] = {
    "AddKeysToAgent",
    "AFSTokenPassing",
    "CanonicalDomains",
    "CanonicalizeFallbackLocal",
    "CanonicalizeMaxDots",
    "CanonicalizePermittedCNAMEs",
    "ChannelTimeout",
    "Cipher",
    "ClearAllForwardings",
    "Compression",
    "CompressionLevel",
    "ConnectionAttempts",
    "ControlMaster",
    "ControlPath",
    "ControlPersist",
    "DynamicForward",
    "EnableEscapeCommandline",
    "EnableSSHKeysign",
    "EscapeChar",
    "ExitOnForwardFailure",
    "FallBackToRsh",
    "FingerprintHash",
    "ForkAfterAuthentication",
    "ForwardAgent",
    "ForwardX11",
    "ForwardX11Timeout",
    "ForwardX11Trusted",
    "GatewayPorts",
    "GlobalKnownHostsFile2",
    "GSSAPIAuthentication",
    "GSSAPIClientIdentity",
    "GSSAPIDelegateCredentials",
    "GSSAPIKexAlgorithms",
    "GSSAPIKeyExchange",
    "GSSAPIRenewalForcesRekey",
    "GSSAPIServerIdentity",
    "GSSAPITrustDns",
    "HostbasedAcceptedAlgorithms",
    "HostbasedKeyTypes",
    "IPQoS",
    "KeepAlive",
    "KerberosAuthentication",
    "KerberosTgtPassing",
    "LocalCommand",
    "LocalForward",
    "LogLevel",
    "LogVerbose",
    "NumberOfPasswordPrompts",
    "ObscureKeystrokeTiming",
    "PermitLocalCommand",
    "PermitRemoteOpen",
    "Protocol",
    "ProtocolKeepAlives",
    "RekeyLimit",
    "RemoteCommand",
    "RemoteForward",
    "RequestTTY",
    "RhostsAuthentication",
    "RhostsRSAAuthentication",
    "RSAAuthentication",
    "SendEnv",
    "SessionType",
    "SetEnv",
    "SetupTimeOut",
    "StdinNull",
    "StreamLocalBindMask",
    "StreamLocalBindUnlink",
    "SyslogFacility",
    "TCPKeepAlive",
    "Tunnel",
    "TunnelDevice",
    "UpdateHostKeys",
    "UseBlacklistedKeys",
    "UsePrivilegedPort",
    "UserKnownHostsFile2",
    "UseRoaming",
    "UseRsh",
    "VersionAddendum",
    "VisualHostKey",
    "WarnWeakCrypto",
    "XAuthLocation",
};

bool isKeyword(const char* name, const QByteArray& lowerCase)
{
    return lowerCase.compare(name, Qt::CaseInsensitive) == 0;
}

} // namespace

SshKeywordRule sshKeywordRule(const QByteArray& lowerCase)
{
    for (const SshKeywordRule& rule : honouredKeywords) {
        if (isKeyword(rule.name, lowerCase))
            return rule;
    }
    for (const SshKeywordRule& rule : unsupportedKeywords) {
        if (isKeyword(rule.name, lowerCase))
            return rule;
    }
    for (const char* const name : ignoredKeywords) {
        if (isKeyword(name, lowerCase))
            return {name, SshKeyword::Ignored};
    }
    return {};
}

QStringList sshKeywordNames()
{
    QStringList names;
    for (const SshKeywordRule& rule : honouredKeywords)
        names << QString::fromLatin1(rule.name);
    for (const SshKeywordRule& rule : unsupportedKeywords)
        names << QString::fromLatin1(rule.name);
    for (const char* const name : ignoredKeywords)
        names << QString::fromLatin1(name);
    return names;
}

} // namespace snowmelt
